//! Asking to join a group, and answering.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::networks;
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "groups/request_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    group: Group,
    seats: Vec<(String, String)>,
}

impl New {
    async fn of(ctx: &Ctx, id: Id, form: Form) -> Result<Self> {
        let person = ctx.person()?.clone();
        let (group, seats) = ctx
            .read(move |db| {
                let (group, access) = groups::visible(db, id, &person)?;
                let seats = networks::member_seats_of(db, group.network_id, person.id)?;
                let may = group.open && group.closed_at.is_none() && access != Access::Member;
                if may { Ok((group, seats)) } else { Err(Error::NotFound) }
            })
            .await?;
        let called = |seat: crate::seats::HeldSeat| {
            (seat.id.to_string(), format!("{}, {}", seat.role, seat.organiser_name))
        };
        let chrome = ctx.chrome("groups", "group-request-title");
        let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
        Ok(New { chrome, form, group, seats: seats.into_iter().map(called).collect() })
    }
}

/// `GET /groups/{id}/requests/new`: the form.
pub async fn new(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let page = New::of(&ctx, id.0, Form::empty(ctx.lang)).await?;
    ctx.page(&page)
}

/// `POST /groups/{id}/requests`: asks.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let page = New::of(&ctx, id.0, Form::empty(ctx.lang)).await?;
    let mut check = Check::of(&fields);
    let message = check.text("message", 0..=1000);
    let chosen = fields.text("seat_id").to_owned();
    let known = page.seats.iter().any(|(id, _)| *id == chosen);
    let checked = check.done().and_then(|()| match chosen.parse::<Id>() {
        Ok(seat) if known => Ok(seat),
        _ => Err(Errors::one("seat_id", "error-choice")),
    });
    let seat = match checked {
        Ok(seat) => seat,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&New { chrome: page.chrome.with_errors(), form, ..page });
        }
    };
    let app = ctx.app.clone();
    ctx.write(move |tx| groups::ask(tx, &app, id.0, seat, &message)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{}", id.0), "flash-group-asked"))
}

/// `POST /requests/{id}/acceptance`: takes the seat in.
pub async fn accept(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    decide(ctx, id.0, true).await
}

/// `POST /requests/{id}/decline`: not this time.
pub async fn decline(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    decide(ctx, id.0, false).await
}

async fn decide(ctx: Ctx, id: Id, accept: bool) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let group = ctx
        .write(move |tx| {
            let request = groups::find_request(tx, id)?;
            let (group, access) = groups::visible(tx, request.group_id, &person)?;
            if access == Access::Neighbour {
                return Err(Error::NotFound);
            }
            groups::decide(tx, &app, &request, accept, person.id)?;
            Ok(group.id)
        })
        .await?;
    let flash = if accept { "flash-group-accepted" } else { "flash-group-declined" };
    Ok(ctx.redirect_saying(format!("/groups/{group}"), flash))
}
