//! Registering by the personal link of a mail, without signing in. Looking changes nothing: scanners follow links.

use actix_web::HttpResponse;
use askama::Template;

use super::today;
use crate::accounts::MeetingFormat;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::call::{Called, called};
use crate::rounds::registration::{self, Habits, RegistrationState};
use crate::rounds::{self, Round, RoundState, forms, late};
use crate::seats::HeldSeat;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, LinkPath};

#[derive(Template)]
#[template(path = "rounds/call.html")]
struct Show {
    chrome: Chrome,
    form: Form,
    round: Round,
    network: String,
    name: String,
    token: String,
    registered: bool,
    late: bool,
    seats: Vec<(String, String)>,
    formats: Vec<(&'static str, String, String)>,
    times: Vec<(&'static str, String, bool)>,
}

/// `GET /rounds/{id}/call/{token}`: the round, and what to register with.
pub async fn show(mut ctx: Ctx, LinkPath(id, token): LinkPath) -> Result<HttpResponse> {
    let (secret, now) = (token.clone(), ctx.now());
    let (called, habits) = ctx
        .read(move |db| {
            let called = called(db, id, &secret, now)?;
            let habits = Habits::of_person(db, called.person.id)?;
            Ok((called, habits))
        })
        .await?;
    let fields = match called.mine.first() {
        Some(mine) => Habits::of_registration(mine).fields(Some(mine.seat_id), &mine.wishes),
        None => habits.fields(called.seats.first().map(|seat| seat.id), ""),
    };
    let page = page(&mut ctx, called, token, |lang| Form::filled(fields, lang))?;
    ctx.page(&page)
}

/// `POST /rounds/{id}/call/{token}`: registers, or changes what one is registered with. The link stays good, so that one
/// can change one's mind.
pub async fn create(mut ctx: Ctx, LinkPath(id, token): LinkPath, fields: Fields) -> Result<HttpResponse> {
    let (app, secret, now, today) = (ctx.app.clone(), token.clone(), ctx.now(), today(&ctx));
    let called = ctx.read(move |db| called(db, id, &secret, now)).await?;
    let seats: Vec<Id> = called.seats.iter().map(|seat| seat.id).collect();
    let new = match forms::registration(&fields, &seats) {
        Ok(new) => new,
        Err(errors) => {
            let mut page = page(&mut ctx, called, token, |lang| Form::failed(fields, errors, lang))?;
            page.chrome = page.chrome.with_errors();
            return ctx.invalid(&page);
        }
    };
    ctx.write(move |tx| {
        let registration = rounds::register(tx, id, &new, today, now)?;
        late::tell(tx, &app, id, registration, None)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{id}/call/{token}"), "flash-registration-made"))
}

/// `POST /rounds/{id}/call/{token}/end`: withdraws what is registered.
pub async fn destroy(ctx: Ctx, LinkPath(id, token): LinkPath) -> Result<HttpResponse> {
    let (secret, now, today) = (token.clone(), ctx.now(), today(&ctx));
    ctx.write(move |tx| {
        for mine in called(tx, id, &secret, now)?.mine {
            registration::set_state(tx, &mine, RegistrationState::Withdrawn, today, now)?;
        }
        Ok(())
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{id}/call/{token}"), "flash-registration-withdrawn"))
}

fn page(ctx: &mut Ctx, called: Called, token: String, form: impl FnOnce(Lang) -> Form) -> Result<Show> {
    if !called.late && called.round.state(today(ctx)) != RoundState::Registering {
        return Err(Error::Conflict("error-round-not-registering"));
    }
    // The mail was in the person's language; so is the page.
    ctx.lang = called.person.language;
    let lang = ctx.lang;
    let format =
        |each: &MeetingFormat| (each.word(), lang.t(&format!("meeting-format-{each}")), String::new());
    let seat = |seat: &HeldSeat| (seat.id.to_string(), format!("{}, {}", seat.role, seat.organiser_name));
    let form = form(lang);
    Ok(Show {
        chrome: ctx.chrome("", "call-title"),
        times: forms::times(&form, lang),
        form,
        registered: !called.mine.is_empty(),
        late: called.late,
        seats: called.seats.iter().map(seat).collect(),
        formats: MeetingFormat::ALL.iter().map(format).collect(),
        round: called.round,
        network: called.network,
        name: called.person.name,
        token,
    })
}
