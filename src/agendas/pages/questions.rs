//! Asking questions for a meetup, and saying that one wants to talk about them too.

use actix_web::HttpResponse;
use askama::Template;

use super::agenda;
use crate::agendas::forms;
use crate::agendas::question::{Seen, own_seat, see};
use crate::agendas::{ask, put_back as restore, update as change, want, want_no_more, withdraw as take_off};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::meetups;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

/// `POST /meetups/{id}/questions`: asks a question.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let by = person.id;
    let seat = ctx.read(move |db| {
        let (_, group, _) = meetups::visible(db, id, &person)?;
        own_seat(db, &group, &person)
    });
    let seat = seat.await?;
    let new = match forms::question(&fields) {
        Ok(new) => new,
        Err(errors) => return agenda::invalid(&ctx, id, fields, errors).await,
    };
    let asked = ctx.write(move |tx| ask(tx, id, seat, &new, by, now)).await;
    agenda::after(&ctx, id, fields, asked.map(drop), "flash-question-asked").await
}

#[derive(Template)]
#[template(path = "agendas/question_edit.html")]
struct Edit {
    chrome: Chrome,
    seen: Seen,
    form: Form,
}

/// `GET /questions/{id}/edit`: one's own question in a form.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let seen = own(&ctx, id).await?;
    seen.meetup.must_be_coming(ctx.now())?;
    let question = &seen.question;
    let words = [("title", question.title.clone()), ("details", question.details.clone())];
    let form = Form::filled(Fields::from_pairs(words), ctx.lang);
    ctx.page(&Edit { chrome: ctx.chrome("meetups", "question-edit-title"), seen, form })
}

/// `POST /questions/{id}`: puts it in other words.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (seen, now) = (own(&ctx, id).await?, ctx.now());
    match forms::question(&fields) {
        Ok(new) => {
            let done = ctx.write(move |tx| change(tx, id, &new, now)).await;
            agenda::after(&ctx, seen.meetup.id, fields, done, "flash-question-updated").await
        }
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "question-edit-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&Edit { chrome, seen, form })
        }
    }
}

/// `POST /questions/{id}/withdrawal`: takes it from the agenda.
pub async fn withdraw(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (seen, by, now) = (seen(&ctx, id).await?, ctx.person()?.id, ctx.now());
    if !seen.mine && !seen.coordinates {
        return Err(Error::Forbidden);
    }
    let done = ctx.write(move |tx| take_off(tx, id, by, now)).await;
    agenda::after(&ctx, seen.meetup.id, fields, done, "flash-question-withdrawn").await
}

/// `POST /questions/{id}/withdrawal/end`: puts it back.
pub async fn put_back(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (seen, by, now) = (seen(&ctx, id).await?, ctx.person()?.id, ctx.now());
    if seen.question.withdrawn_at.is_some() && !seen.may_put_back(by) {
        return Err(Error::Forbidden);
    }
    let done = ctx.write(move |tx| restore(tx, id, now)).await;
    agenda::after(&ctx, seen.meetup.id, fields, done, "flash-question-put-back").await
}

/// `POST /questions/{id}/interest`: the person wants to talk about it too.
pub async fn create_interest(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let ((meetup, seat), now) = (wanting(&ctx, id).await?, ctx.now());
    let done = ctx.write(move |tx| want(tx, id, seat, now)).await;
    agenda::after(&ctx, meetup, fields, done, "flash-question-wanted").await
}

/// `POST /questions/{id}/interest/end`: takes that back.
pub async fn destroy_interest(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let ((meetup, seat), now) = (wanting(&ctx, id).await?, ctx.now());
    let done = ctx.write(move |tx| want_no_more(tx, id, seat, now)).await;
    agenda::after(&ctx, meetup, fields, done, "flash-question-wanted-no-more").await
}

async fn seen(ctx: &Ctx, id: Id) -> Result<Seen> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| see(db, id, &person)).await
}

/// The question while it stands, if the person may change it.
async fn own(ctx: &Ctx, id: Id) -> Result<Seen> {
    let seen = seen(ctx, id).await?;
    match seen.question.withdrawn_at {
        _ if !seen.mine => Err(Error::Forbidden),
        Some(_) => Err(Error::Conflict("error-question-withdrawn")),
        None => Ok(seen),
    }
}

/// The meetup of a question, and the seat by which the person wants to talk about it.
async fn wanting(ctx: &Ctx, id: Id) -> Result<(Id, Id)> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| {
        let seen = see(db, id, &person)?;
        Ok((seen.meetup.id, own_seat(db, &seen.group, &person)?))
    })
    .await
}
