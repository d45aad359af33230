//! Letting a search improve what is not locked.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::shown;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::rounds::solving::improvable;
use crate::rounds::{self, Round, RoundState, contradiction_sentence};
use crate::web::{Chrome, Ctx, IdPath};

/// Most contradictions named at a time.
const MOST_NAMED: usize = 20;

#[derive(Template)]
#[template(path = "rounds/improvement_new.html")]
struct New {
    chrome: Chrome,
    round: Round,
    locked: usize,
    frozen: usize,
    free: usize,
    contradictions: Vec<String>,
}

impl New {
    async fn of(ctx: &Ctx, id: Id) -> Result<Self> {
        let (person, lang) = (ctx.person()?.clone(), ctx.lang);
        let limits = ctx.app.config.settings.categories;
        let (round, (material, found)) = ctx
            .read(move |db| {
                let round = rounds::coordinated(db, id, &person)?;
                if round.state(round.last_day) != RoundState::Proposal {
                    return Err(Error::Conflict("error-round-no-proposal"));
                }
                let found = improvable(db, &round, limits)?;
                Ok((round, found))
            })
            .await?;
        let person = |at: usize| {
            let each = material.people.get(at);
            each.map(|each| format!("{} ({})", shown(each, lang), each.organiser_name)).unwrap_or_default()
        };
        let organisers = material.organiser_names();
        let organiser = |at: usize| organisers.get(at).cloned().unwrap_or_default();
        let named = found.iter().take(MOST_NAMED);
        let contradictions =
            named.map(|each| contradiction_sentence(each, lang, &person, &organiser)).collect();
        let locks = &material.problem.locks.groups;
        let held: usize = locks.iter().map(|lock| lock.members.len()).sum();
        let open = locks.iter().filter(|lock| !lock.frozen);
        Ok(New {
            chrome: ctx.chrome("networks", "improvement-title"),
            round,
            locked: open.map(|lock| lock.members.len()).sum(),
            frozen: locks.iter().filter(|lock| lock.frozen).count(),
            free: material.people.len().saturating_sub(held),
            contradictions,
        })
    }
}

/// `GET /rounds/{id}/improvement/new`: what stays, what may move, and what contradicts itself.
pub async fn new(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    ctx.page(&New::of(&ctx, id.0).await?)
}

/// `POST /rounds/{id}/improvement`: begins the search, in the background. Not when the locks contradict each other.
pub async fn create(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let page = New::of(&ctx, id.0).await?;
    if !page.contradictions.is_empty() {
        return ctx.html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (by, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| rounds::search::begin_improving(tx, id.0, by, now)).await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}/proposal", id.0), "flash-round-improving"))
}
