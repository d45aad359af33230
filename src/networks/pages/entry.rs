//! The pages behind an invitation and behind a join link. Looking uses nothing up; the button does.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::id_of;
use crate::accounts::{CHECK_MAIL, HashedAccount, NewAccount, dead_link, signed_in};
use crate::error::{Error, Result};
use crate::i18n::local;
use crate::markdown;
use crate::networks::entry::{self, Entry, Seat, Way};
use crate::networks::{Network, invitation};
use crate::seats::{self, Level, OrganiserChoice, SeatFields, SeatForm};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, session};

#[derive(Template)]
#[template(path = "networks/entry.html")]
struct Show {
    chrome: Chrome,
    form: Form,
    action: String,
    network: Network,
    purpose: String,
    invited_email: String,
    vouched: Option<String>,
    known: bool,
    seats: Vec<(String, String)>,
    seat: SeatForm,
}

/// `GET /invitations/{token}`: what one is invited to.
pub async fn show_invitation(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    show(ctx, Way::Invitation, token.into_inner()).await
}

/// `POST /invitations/{token}`: joins, with a new account where needed.
pub async fn accept_invitation(ctx: Ctx, token: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    accept(ctx, Way::Invitation, token.into_inner(), fields).await
}

/// `GET /join/{token}`: what the link leads to.
pub async fn show_link(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    show(ctx, Way::JoinLink, token.into_inner()).await
}

/// `POST /join/{token}`: joins, with a new account where needed.
pub async fn accept_link(ctx: Ctx, token: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    accept(ctx, Way::JoinLink, token.into_inner(), fields).await
}

async fn show(ctx: Ctx, way: Way, token: String) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let found = match behind(&ctx, way, &token).await {
        Err(Error::NotFound) => return dead_link(&ctx),
        found => found?,
    };
    if found.member && way == Way::JoinLink {
        return Ok(ctx.redirect(format!("/networks/{}", found.network.slug)));
    }
    if let Some(invitation) = found.invitation.as_ref().filter(|invitation| invitation.opened_at.is_none()) {
        let (id, now) = (invitation.id, ctx.now());
        ctx.write(move |tx| invitation::opened(tx, id, now)).await?;
    }
    let form = Form::filled(prefilled(&found), ctx.lang);
    ctx.page(&page(&ctx, way, &token, found, form, &OrganiserChoice::default()))
}

async fn behind(ctx: &Ctx, way: Way, token: &str) -> Result<Entry> {
    let (secret, now, visitor) = (token.to_owned(), ctx.now(), ctx.visitor().map(|person| person.id));
    ctx.read(move |db| entry::behind(db, way, &secret, visitor, now)).await
}

async fn accept(ctx: Ctx, way: Way, token: String, fields: Fields) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let found = match behind(&ctx, way, &token).await {
        Err(Error::NotFound) => return dead_link(&ctx),
        found => found?,
    };
    if ctx.visitor().is_none() && found.known {
        return Err(Error::SignInFirst);
    }
    let (typed, limits) = (fields.clone(), ctx.app.config.settings.categories);
    let choice = ctx.read(move |db| seats::choose_organiser(db, &typed, limits)).await?;
    match checked(&ctx, &found, &fields, &choice) {
        Ok((account, seat)) => join(ctx, way, token, account, seat).await,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&page(&ctx, way, &token, found, form, &choice))
        }
    }
}

async fn join(
    ctx: Ctx,
    way: Way,
    token: String,
    account: Option<NewAccount>,
    seat: Seat,
) -> Result<HttpResponse> {
    let done = match account {
        None => join_signed_in(&ctx, way, token, seat).await,
        Some(account) => {
            let account = account.hashed(ctx.lang).await?;
            register(&ctx, way, token, account, seat).await
        }
    };
    match done {
        Err(Error::NotFound) => dead_link(&ctx),
        done => done,
    }
}

async fn join_signed_in(ctx: &Ctx, way: Way, token: String, seat: Seat) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let network = ctx.write(move |tx| entry::enter(tx, way, &token, person, seat, now)).await?;
    Ok(ctx.redirect_saying(format!("/networks/{}", network.slug), "flash-network-joined"))
}

async fn register(
    ctx: &Ctx,
    way: Way,
    token: String,
    account: HashedAccount,
    seat: Seat,
) -> Result<HttpResponse> {
    let (app, now, device) = (ctx.app.clone(), ctx.now(), ctx.device().to_owned());
    let begun = ctx
        .write(move |tx| match entry::register(tx, &app, way, &token, &account, seat)? {
            Some((person, network)) => Ok(Some((session::start(tx, person, None, &device, now)?, network))),
            None => Ok(None),
        })
        .await?;
    match begun {
        Some((session, network)) => {
            signed_in(ctx, &format!("/networks/{}", network.slug), Some("flash-network-joined"), &session)
        }
        None => Ok(ctx.redirect(CHECK_MAIL)),
    }
}

/// Reads who joins (nothing for those who are signed in) and with which seat.
fn checked(
    ctx: &Ctx,
    found: &Entry,
    fields: &Fields,
    choice: &OrganiserChoice,
) -> Result<(Option<NewAccount>, Seat), Errors> {
    let mut check = Check::of(fields);
    let account = match (ctx.visitor(), &found.invitation) {
        (Some(_), _) => None,
        (None, Some(invitation)) => Some(NewAccount::check_invited(&mut check, fields, &invitation.email)),
        (None, None) => Some(NewAccount::check(&mut check, fields)),
    };
    let chosen = fields.text("seat");
    if account.is_none() && chosen == "invited" && found.names_seat() {
        return Ok((None, Seat::Invited));
    }
    if account.is_none() && !chosen.is_empty() {
        let held = id_of(chosen).map_err(|_| Errors::one("seat", "error-choice"))?;
        let mine = found.seats.iter().any(|seat| seat.id == held);
        return if mine { Ok((None, Seat::Held(held))) } else { Err(Errors::one("seat", "error-choice")) };
    }
    let organiser = choice.check(&mut check);
    let seat = SeatFields::check(&mut check, today(ctx));
    check.done()?;
    Ok((account, Seat::New(Box::new(move |person| seat.seat_for(organiser, person)))))
}

fn today(ctx: &Ctx) -> chrono::NaiveDate {
    let zone = ctx.visitor().map_or(ctx.app.config.settings.time_zone, |person| person.time_zone);
    local(ctx.now(), zone).date_naive()
}

/// What the coordinator wrote about the person.
fn prefilled(found: &Entry) -> Fields {
    let Some(invitation) = &found.invitation else { return Fields::default() };
    Fields::from_pairs([
        ("name", invitation.name.as_str()),
        ("organiser", found.organiser.as_deref().unwrap_or("")),
        ("organiser_code", invitation.organiser_code.as_deref().unwrap_or("")),
        ("role", &invitation.role),
        ("level", invitation.level.map_or("", Level::word)),
    ])
}

fn page(ctx: &Ctx, way: Way, token: &str, found: Entry, form: Form, choice: &OrganiserChoice) -> Show {
    let chrome = ctx.chrome_titled("networks", ctx.lang.tname("entry-title", &found.network.name));
    let mut seats: Vec<(String, String)> = Vec::new();
    if ctx.visitor().is_some() {
        if let Some(invitation) = found.invitation.as_ref().filter(|_| found.names_seat()) {
            let organiser = found.organiser.as_deref().unwrap_or("");
            seats.push(("invited".to_owned(), format!("{}, {organiser}", invitation.role)));
        }
        let held =
            |seat: &seats::HeldSeat| (seat.id.to_string(), format!("{}, {}", seat.role, seat.organiser_name));
        seats.extend(found.seats.iter().map(held));
    }
    let folder = if way == Way::Invitation { "invitations" } else { "join" };
    Show {
        chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
        action: format!("/{folder}/{token}"),
        purpose: markdown::to_html(&found.network.purpose),
        invited_email: found.invitation.map(|invitation| invitation.email).unwrap_or_default(),
        vouched: found.organiser,
        known: found.known,
        seats,
        seat: SeatForm::new(ctx.lang, choice, today(ctx)),
        network: found.network,
        form,
    }
}
