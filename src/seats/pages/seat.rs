//! My seats.

use actix_web::HttpResponse;
use askama::Template;

use super::today;
use crate::error::{Error, Result};
use crate::organisers::is_approver;
use crate::seats::handover::{Belongings, belongings};
use crate::seats::{
    self, Access, Handover, HeldSeat, Holding, OrganiserChoice, SeatFields, SeatForm, SeatView,
};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "seats/index.html")]
struct Index {
    chrome: Chrome,
    seats: Vec<HeldSeat>,
}

impl Index {
    fn since(&self, seat: &HeldSeat) -> String {
        let lang = self.chrome.language;
        seat.held_from.map(|day| self.chrome.ta("seat-since", "day", &lang.date(day))).unwrap_or_default()
    }
}

/// `GET /seats`: the seats I hold.
pub async fn index(ctx: Ctx) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let seats = ctx.read(move |db| seats::held_by(db, person)).await?;
    ctx.page(&Index { chrome: ctx.chrome("settings", "seats-title"), seats })
}

#[derive(Template)]
#[template(path = "seats/new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    seat: SeatForm,
}

/// `GET /seats/new`: the form for one more.
pub async fn new(ctx: Ctx) -> Result<HttpResponse> {
    ctx.person()?;
    let seat = SeatForm::new(ctx.lang, &OrganiserChoice::default(), today(&ctx));
    ctx.page(&New { chrome: ctx.chrome("settings", "seat-new-title"), form: Form::empty(ctx.lang), seat })
}

/// `POST /seats`: makes it; confirmed at once by the organiser's e-mail domain.
pub async fn create(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let (person, now, today) = (ctx.person()?.id, ctx.now(), today(&ctx));
    let (typed, limits) = (fields.clone(), ctx.app.config.settings.categories);
    let choice = ctx.read(move |db| seats::choose_organiser(db, &typed, limits)).await?;
    let mut check = Check::of(&fields);
    let organiser = choice.check(&mut check);
    let seat = SeatFields::check(&mut check, today);
    if let Err(errors) = check.done() {
        let seat = SeatForm::new(ctx.lang, &choice, today);
        let form = Form::failed(fields, errors, ctx.lang);
        return ctx.invalid(&New {
            chrome: ctx.chrome("settings", "seat-new-title").with_errors(),
            form,
            seat,
        });
    }
    let new = seat.seat_for(organiser, person);
    let id = ctx.write(move |tx| seats::claim(tx, &new, now)).await?;
    Ok(ctx.redirect_saying(format!("/seats/{id}"), "flash-seat-created"))
}

#[derive(Template)]
#[template(path = "seats/show.html")]
pub(super) struct Show {
    chrome: Chrome,
    seat: SeatView,
    is_holder: bool,
    /// Whether its holder, who looks, is asked as the approver of the organiser.
    approves: bool,
    history: Vec<Holding>,
    handover: Option<Handover>,
    belongings: Belongings,
    levels: Vec<(String, String, String)>,
    form: Form,
    offer: Form,
}

impl Show {
    fn span(&self, holding: &Holding) -> String {
        let lang = self.chrome.language;
        match holding.until {
            Some(until) => format!("{} – {}", lang.date(holding.from), lang.date(until)),
            None => self.chrome.ta("seat-since", "day", &lang.date(holding.from)),
        }
    }

    fn name(&self, holding: &Holding) -> String {
        holding.name.clone().unwrap_or_else(|| self.chrome.t("person-protected"))
    }
}

/// `GET /seats/{id}`: the seat, what hangs on it, who held it.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let show = load(&ctx, id, None, None).await?;
    ctx.page(&show)
}

/// `POST /seats/{id}`: corrects role and level.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let mut check = Check::of(&fields);
    let role = check.text("role", 2..=120);
    let level = check.choice("level");
    if let Err(errors) = check.done() {
        let show = load(&ctx, id, Some((fields, errors)), None).await?;
        return ctx.invalid(&show);
    }
    let (level, now) = (level.ok_or(Error::NotFound)?, ctx.now());
    ctx.write(move |tx| match seats::visible(tx, id, &person)? {
        (seat, Access::Holder) => seats::edit(tx, seat.id, &role, level, person.id, now),
        _ => Err(Error::NotFound),
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/seats/{id}"), "flash-seat-saved"))
}

/// The page, with a failed form for the seat or for the offer.
pub(super) async fn load(
    ctx: &Ctx,
    id: crate::db::types::Id,
    failed: Option<(Fields, Errors)>,
    failed_offer: Option<(Fields, Errors)>,
) -> Result<Show> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (seat, is_holder, approves, history, handover, belongings) = ctx
        .read(move |db| {
            let (seat, access) = seats::visible(db, id, &person)?;
            let history = seats::history(db, id, person.id)?;
            let is_holder = access == Access::Holder;
            let approves = is_holder && is_approver(db, id)?;
            let handover = seats::live_handover(db, id)?;
            Ok((seat, is_holder, approves, history, handover, belongings(db, id, now)?))
        })
        .await?;
    let chrome = ctx.chrome_titled("settings", format!("{}, {}", seat.role, seat.organiser_name));
    let is_wrong = failed.is_some() || failed_offer.is_some();
    let form = match failed {
        Some((fields, errors)) => Form::failed(fields, errors, ctx.lang),
        None => Form::filled(
            Fields::from_pairs([("role", seat.role.as_str()), ("level", seat.level.word())]),
            ctx.lang,
        ),
    };
    let offer = match failed_offer {
        Some((fields, errors)) => Form::failed(fields, errors, ctx.lang),
        None => Form::empty(ctx.lang),
    };
    Ok(Show {
        chrome: if is_wrong { chrome.with_errors() } else { chrome },
        levels: SeatForm::new(ctx.lang, &OrganiserChoice::default(), today(ctx)).levels,
        is_holder,
        approves,
        seat,
        history,
        handover,
        belongings,
        form,
        offer,
    })
}
