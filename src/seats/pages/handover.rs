//! Taking a seat over by the link in the mail.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::today;
use crate::accounts::{self, NewAccount, dead_link, signed_in};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::seats::handover::{Belongings, belongings, by_token};
use crate::seats::{self, Handover, SeatView};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, session};

#[derive(Template)]
#[template(path = "seats/handover_show.html")]
struct Show {
    chrome: Chrome,
    form: Form,
    token: String,
    seat: SeatView,
    belongings: Belongings,
    giver: String,
    invited_email: String,
    is_known: bool,
}

/// What a link offers, and to whom.
struct Offered {
    handover: Handover,
    seat: SeatView,
    belongings: Belongings,
    giver: Option<String>,
    is_known: bool,
}

/// `GET /handovers/{token}`: what one takes over, with a button. Looking takes nothing over.
pub async fn show(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    match offered(&ctx, &token).await {
        Err(Error::NotFound) => dead_link(&ctx),
        offered => page(&ctx, token.into_inner(), offered?, None),
    }
}

/// `POST /handovers/{token}`: takes the seat over, signed in or with a new account made in the same step.
pub async fn update(ctx: Ctx, token: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let offered = match offered(&ctx, &token).await {
        Err(Error::NotFound) => return dead_link(&ctx),
        offered => offered?,
    };
    let (app, secret, today) = (ctx.app.clone(), token.to_string(), today(&ctx));
    if let Some(person) = ctx.visitor().map(|person| person.id) {
        let seat = ctx.write(move |tx| seats::accept(tx, &app, &secret, person, today)).await?;
        return Ok(ctx.redirect_saying(format!("/seats/{seat}"), "flash-handover-accepted"));
    }
    if offered.is_known {
        return Err(Error::Conflict("error-email-taken"));
    }
    let mut check = Check::of(&fields);
    let account = NewAccount::check_invited(&mut check, &fields, &offered.handover.email);
    if let Err(errors) = check.done() {
        return page(&ctx, token.into_inner(), offered, Some((fields, errors)));
    }
    register(&ctx, secret, account).await
}

async fn register(ctx: &Ctx, secret: String, account: NewAccount) -> Result<HttpResponse> {
    let (account, app) = (account.hashed(ctx.lang).await?, ctx.app.clone());
    let (now, today, device) = (ctx.now(), today(ctx), ctx.device().to_owned());
    let begun: Result<(Id, String)> = ctx
        .write(move |tx| {
            let person = accounts::register_confirmed(tx, &app, &account)?;
            let seat = seats::accept(tx, &app, &secret, person, today)?;
            Ok((seat, session::start(tx, person, None, &device, now)?))
        })
        .await;
    let (seat, session) = match begun {
        Err(Error::NotFound) => return dead_link(ctx),
        begun => begun?,
    };
    signed_in(ctx, &format!("/seats/{seat}"), Some("flash-handover-accepted"), &session)
}

async fn offered(ctx: &Ctx, token: &str) -> Result<Offered> {
    let (secret, now) = (token.to_owned(), ctx.now());
    ctx.read(move |db| {
        let (handover, seat) = by_token(db, &secret, now)?;
        let giver = accounts::find(db, handover.offered_by)?;
        let known = accounts::find_by_email(db, &handover.email)?;
        let is_known = known.is_some_and(|person| person.confirmed_at.is_some());
        let giver = (!giver.protected).then_some(giver.name);
        Ok(Offered { belongings: belongings(db, seat.id, now)?, handover, seat, giver, is_known })
    })
    .await
}

fn page(
    ctx: &Ctx,
    token: String,
    offered: Offered,
    failed: Option<(Fields, Errors)>,
) -> Result<HttpResponse> {
    let chrome = ctx.chrome("", "handover-title");
    let Offered { handover, seat, belongings, giver, is_known } = offered;
    let giver = giver.unwrap_or_else(|| ctx.lang.t("person-protected"));
    let show = |chrome, form| Show {
        chrome,
        form,
        token,
        seat,
        belongings,
        giver,
        invited_email: handover.email,
        is_known,
    };
    match failed {
        Some((fields, errors)) => {
            ctx.invalid(&show(chrome.with_errors(), Form::failed(fields, errors, ctx.lang)))
        }
        None => {
            let name = Fields::from_pairs([("name", handover.name.clone())]);
            ctx.page(&show(chrome, Form::filled(name, ctx.lang)))
        }
    }
}
