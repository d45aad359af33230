//! Publishing a round.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::rounds::{self, Round};
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "rounds/publication_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    round: Round,
    groups: usize,
    placed: usize,
    unplaced: usize,
}

impl New {
    async fn of(ctx: &Ctx, form: Form, id: Id) -> Result<Self> {
        let person = ctx.person()?.clone();
        let (round, found) = ctx
            .read(move |db| {
                let round = rounds::coordinated(db, id, &person)?;
                let found = rounds::proposal(db, round.id)?;
                Ok((round, found))
            })
            .await?;
        let sizes: Vec<usize> = found.groups.iter().map(|group| group.members.len()).collect();
        let chrome = ctx.chrome("networks", "publication-title");
        Ok(New {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            form,
            round,
            groups: sizes.iter().filter(|size| **size > 0).count(),
            placed: sizes.iter().sum(),
            unplaced: found.unplaced.len(),
        })
    }
}

/// `GET /rounds/{id}/publication/new`: what publishing does, and a word to everybody.
pub async fn new(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let page = New::of(&ctx, Form::empty(ctx.lang), id.0).await?;
    if page.round.matched_at.is_none() {
        return Err(Error::Conflict("error-round-no-proposal"));
    }
    ctx.page(&page)
}

/// `POST /rounds/{id}/publication`: publishes. Twice is once.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let mut check = Check::of(&fields);
    let note = check.text("note", 0..=2000);
    if let Err(errors) = check.done() {
        let page = New::of(&ctx, Form::failed(fields, errors, ctx.lang), id.0).await?;
        return ctx.invalid(&page);
    }
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id.0, &person)?;
        rounds::publish(tx, &app, round.id, &note, person.id)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}", id.0), "flash-round-published"))
}
