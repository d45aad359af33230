//! Who came.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use crate::agendas::view::shown;
use crate::agendas::{came_to, forms, note, note_guests, take_back};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::{self, Group};
use crate::meetups::{self, Meetup};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "agendas/attendances.html")]
struct Index {
    chrome: Chrome,
    meetup: Meetup,
    group: Group,
    when: String,
    /// Whether the meetup has begun and was not cancelled.
    open: bool,
    /// Seat, who holds it, and whether they came.
    people: Vec<(Id, String, bool)>,
    form: Form,
    problem: Option<String>,
}

/// `GET /meetups/{id}/attendances`: the members, each with a button.
pub async fn index(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    ctx.page(&page(&ctx, id, None).await?)
}

/// `POST /meetups/{id}/attendances`: notes that somebody came.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (by, now) = (allowed(&ctx, id).await?, ctx.now());
    let seat: Id = fields.text("seat").parse().map_err(|_| Error::BadRequest("error-choice"))?;
    let done = ctx.write(move |tx| note(tx, id, seat, by, now)).await;
    after(&ctx, id, done).await
}

/// `POST /meetups/{id}/attendances/{seat}/end`: takes that back.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (id, seat) = path.into_inner();
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let seat: Id = seat.parse().map_err(|_| Error::NotFound)?;
    allowed(&ctx, id).await?;
    let now = ctx.now();
    let done = ctx.write(move |tx| take_back(tx, id, seat, now)).await;
    after(&ctx, id, done).await
}

/// `POST /meetups/{id}/guests`: notes who else came.
pub async fn update_guests(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    allowed(&ctx, id).await?;
    let now = ctx.now();
    match forms::guests(&fields) {
        Ok(guests) => {
            let done = ctx.write(move |tx| note_guests(tx, id, &guests, now)).await;
            after(&ctx, id, done).await
        }
        Err(errors) => {
            let mut page = page(&ctx, id, Some((fields, errors))).await?;
            if !page.open {
                return after(&ctx, id, Err(Error::Conflict("error-attendance-early"))).await;
            }
            page.chrome = page.chrome.with_errors();
            ctx.invalid(&page)
        }
    }
}

/// The person, if they see the meetup.
async fn allowed(ctx: &Ctx, id: Id) -> Result<Id> {
    let person = ctx.person()?.clone();
    let by = person.id;
    ctx.read(move |db| meetups::visible(db, id, &person)).await?;
    Ok(by)
}

/// Back to the page, which says what was done, or why it could not be: 409.
async fn after(ctx: &Ctx, id: Id, done: Result<()>) -> Result<HttpResponse> {
    match done {
        Ok(()) => Ok(ctx.redirect_saying(format!("/meetups/{id}/attendances"), "flash-attendance-noted")),
        Err(Error::Conflict(key)) => {
            let mut page = page(ctx, id, None).await?;
            page.problem = Some(ctx.lang.t(key));
            ctx.html(StatusCode::CONFLICT, &page)
        }
        Err(error) => Err(error),
    }
}

async fn page(ctx: &Ctx, id: Id, wrong: Option<(Fields, Errors)>) -> Result<Index> {
    let person = ctx.person()?.clone();
    let (lang, zone, now) = (ctx.lang, person.time_zone, ctx.now());
    let read = ctx.read(move |db| {
        let (meetup, group, _) = meetups::visible(db, id, &person)?;
        let members = groups::members_of(db, group.id)?;
        Ok((meetup, group, members, came_to(db, id)?))
    });
    let (meetup, group, members, came) = read.await?;
    let members = members.iter().filter(|member| member.person_id.is_some());
    let people = members.map(|member| {
        let has_come = came.iter().any(|each| each.seat == member.seat_id);
        (member.seat_id, shown(member, lang), has_come)
    });
    let guests = Fields::from_pairs([("guests", meetup.guests.clone().unwrap_or_default())]);
    Ok(Index {
        chrome: ctx.chrome("meetups", "attendances-title"),
        when: meetups::when(lang, meetup.starts_at, meetup.ends_at, zone),
        open: meetup.has_begun(now) && !meetup.is_cancelled(),
        people: people.collect(),
        form: match wrong {
            Some((fields, errors)) => Form::failed(fields, errors, lang),
            None => Form::filled(guests, lang),
        },
        meetup,
        group,
        problem: None,
    })
}
