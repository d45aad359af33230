//! Registering by the personal link of a mail, without signing in. Looking changes nothing: scanners follow links.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::today;
use crate::accounts::MeetingFormat;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::call::{Called, called};
use crate::rounds::registration::{self, RegistrationState, preferences};
use crate::rounds::{self, Round, RoundState, forms, late};
use crate::seats::HeldSeat;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx};

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
}

/// `GET /rounds/{id}/call/{token}`: the round, and what to register with.
pub async fn show(mut ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (id, token) = parts(path)?;
    let (secret, now) = (token.clone(), ctx.now());
    let (called, (format, km)) = ctx
        .read(move |db| {
            let called = called(db, id, &secret, now)?;
            let preferred = preferences(db, called.person.id)?;
            Ok((called, preferred))
        })
        .await?;
    let fields = match called.mine.first() {
        Some(mine) => filled(mine.seat_id, &mine.wishes, mine.meeting_format, mine.travel_limit_km),
        None => filled(called.seats.first().ok_or(Error::NotFound)?.id, "", format, km),
    };
    let page = page(&mut ctx, called, token, |lang| Form::filled(fields, lang))?;
    ctx.page(&page)
}

/// `POST /rounds/{id}/call/{token}`: registers, or changes what one is registered with. The link stays good, so that one
/// can change one's mind.
pub async fn create(mut ctx: Ctx, path: web::Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (id, token) = parts(path)?;
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
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (id, token) = parts(path)?;
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
    Ok(Show {
        chrome: ctx.chrome("", "call-title"),
        form: form(lang),
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

fn filled(seat: Id, wishes: &str, format: MeetingFormat, km: Option<i32>) -> Fields {
    Fields::from_pairs([
        ("seat_id", seat.to_string()),
        ("wishes", wishes.to_owned()),
        ("meeting_format", format.to_string()),
        ("travel_limit_km", km.map(|km| km.to_string()).unwrap_or_default()),
    ])
}

fn parts(path: web::Path<(String, String)>) -> Result<(Id, String)> {
    let (id, token) = path.into_inner();
    Ok((id.parse().map_err(|_| Error::NotFound)?, token))
}
