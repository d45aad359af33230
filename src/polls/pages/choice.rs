//! Choosing a slot: it becomes the meetup, and everybody is invited.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::Group;
use crate::meetups::{Municipalities, municipality_choices};
use crate::polls::asked::{asked_in, counties_of};
use crate::polls::tally::{Tally, ranked};
use crate::polls::view::{counts, names, slot_line};
use crate::polls::{Poll, choose, forms, slots_of, visible};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

/// A slot to choose: number, when, and how it suits.
type Offer = (i32, String, String);

#[derive(Template)]
#[template(path = "polls/choice_new.html")]
struct New {
    chrome: Chrome,
    poll: Poll,
    group: Group,
    slots: Vec<Offer>,
    municipalities: Municipalities,
    form: Form,
}

/// `GET /polls/{id}/choice/new?slot=…`: the slots, the best first, and where the meetup will be.
pub async fn new(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (poll, group, slots, municipalities) = offered(&ctx, id).await?;
    let wanted = Fields::of_query(&request).text("slot").to_owned();
    let known = slots.iter().any(|(number, ..)| number.to_string() == wanted);
    let best = slots.first().map(|(number, ..)| number.to_string()).unwrap_or_default();
    let fields = [
        ("slot", if known { wanted } else { best }),
        ("place", poll.place.clone()),
        ("link", poll.link.clone()),
    ];
    let form = Form::filled(Fields::from_pairs(fields), ctx.lang);
    let chrome = ctx.chrome("meetups", "poll-choice-title");
    ctx.page(&New { chrome, poll, group, slots, municipalities, form })
}

/// `POST /polls/{id}/choice`: makes the meetup and invites the group. Twice is once.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let (by, known) = (person.id, person);
    ctx.read(move |db| visible(db, id, &known)).await?;
    match forms::chosen(&fields) {
        Ok(chosen) => {
            let meetup = ctx.write(move |tx| choose(tx, &app, id, &chosen, by)).await?;
            Ok(ctx.redirect_saying(format!("/meetups/{meetup}"), "flash-poll-chosen"))
        }
        Err(errors) => {
            let (poll, group, slots, municipalities) = offered(&ctx, id).await?;
            let chrome = ctx.chrome("meetups", "poll-choice-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&New { chrome, poll, group, slots, municipalities, form })
        }
    }
}

/// The poll while it is open, the slots that can be chosen, and the municipalities that the place can be in. [`Error::Conflict`] when none lies ahead.
async fn offered(ctx: &Ctx, id: Id) -> Result<(Poll, Group, Vec<Offer>, Municipalities)> {
    let (person, lang, now) = (ctx.person()?.clone(), ctx.lang, ctx.now());
    ctx.read(move |db| {
        let (poll, group, _) = visible(db, id, &person)?;
        poll.must_be_open(&group)?;
        let (slots, asked) = (slots_of(db, id)?, asked_in(db, group.id, Some(id))?);
        let counties = counties_of(&asked);
        let option = |tally: &Tally<'_>| {
            let mut note = counts(lang, tally);
            if !tally.missing.is_empty() {
                note = format!("{note}. {}", lang.tname("poll-missing", &names(lang, &tally.missing)));
            }
            (tally.slot.number, slot_line(lang, tally.slot.span, person.time_zone, &counties), note)
        };
        let options: Vec<Offer> = ranked(&slots, &asked, now).iter().map(option).collect();
        if options.is_empty() {
            return Err(Error::Conflict("error-poll-slots-gone"));
        }
        let municipalities = municipality_choices(db, group.id, lang)?;
        Ok((poll, group, options, municipalities))
    })
    .await
}
