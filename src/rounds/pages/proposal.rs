//! The proposal: running the matcher, those without a group, names, throwing it away.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{board_at, shown, today};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::rounds::solving::MOST_AT_ONCE;
use crate::rounds::{self, Round, RoundState, unplaced_sentences};
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath, Paging};

#[derive(Template)]
#[template(path = "rounds/unplaced.html")]
struct Unplaced {
    chrome: Chrome,
    round: Round,
    rows: Vec<UnplacedRow>,
    paging: Paging,
}

struct UnplacedRow {
    id: Id,
    name: String,
    role: String,
    organiser: String,
    reason: String,
    help: Vec<String>,
}

/// `GET /rounds/{id}/proposal/unplaced`: those without a group, why, and what would help.
pub async fn unplaced(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let (round, found) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let found = rounds::proposal(db, round.id)?;
            Ok((round, found))
        })
        .await?;
    let total = i64::try_from(found.unplaced.len()).unwrap_or(i64::MAX);
    let paging = Paging::of(&request, 30).with_total(total);
    let row = |(registered, why): (rounds::Registered, rounds::UnplacedWhy)| {
        let (reason, help) = unplaced_sentences(&why, lang);
        let name = shown(&registered, lang);
        UnplacedRow {
            id: registered.id,
            name,
            role: registered.role,
            organiser: registered.organiser_name,
            reason,
            help,
        }
    };
    let rows = paging.cut(found.unplaced).into_iter().map(row).collect();
    ctx.page(&Unplaced { chrome: ctx.chrome("networks", "proposal-unplaced-title"), round, rows, paging })
}

/// `POST /rounds/{id}/proposal`: matches the round, at once when it is small, else in the background.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, today) = (ctx.person()?.clone(), today(&ctx));
    let (round, count) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let count = rounds::count(db, round.id)?;
            Ok((round, count))
        })
        .await?;
    if matches!(round.state(today), RoundState::Published | RoundState::Cancelled) {
        return Err(Error::Conflict("error-round-not-open"));
    }
    if count == 0 {
        return Err(Error::Conflict("error-round-nobody"));
    }
    let seed = fields.text("seed").parse::<i64>().unwrap_or(round.seed).clamp(0, 1_000_000_000);
    if count <= MOST_AT_ONCE {
        rounds::run(&ctx.app, round.id, seed).await?;
        return Ok(ctx.redirect_saying(format!("/rounds/{}/proposal", round.id), "flash-round-matched"));
    }
    let (now, by) = (ctx.now(), ctx.person()?.id);
    ctx.write(move |tx| rounds::search::begin(tx, round.id, seed, by, now)).await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}", id.0), "flash-round-matching"))
}

/// `POST /rounds/{id}/proposal/end`: throws the proposal away.
pub async fn destroy(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id.0, &person)?;
        rounds::discard(tx, round.id)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}", id.0), "flash-round-discarded"))
}

#[derive(Template)]
#[template(path = "rounds/name_edit.html")]
struct EditName {
    chrome: Chrome,
    form: Form,
    round: Round,
    group: Id,
}

/// `GET /rounds/{id}/names/new?group=…`: the form for another name.
pub async fn edit_name(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let group: Id = Fields::of_query(&request).text("group").parse().map_err(|_| Error::NotFound)?;
    let (round, name) = named(&ctx, id.0, group).await?;
    let form = Form::filled(Fields::from_pairs([("name", name)]), ctx.lang);
    ctx.page(&EditName { chrome: ctx.chrome("networks", "proposal-name-title"), form, round, group })
}

/// `POST /rounds/{id}/names`: gives a proposed group another name.
pub async fn update_name(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let group: Id = fields.text("group").parse().map_err(|_| Error::NotFound)?;
    let (round, _) = named(&ctx, id.0, group).await?;
    let mut check = Check::of(&fields);
    let name = check.text("name", 1..=80);
    if let Err(errors) = check.done() {
        let form = Form::failed(fields, errors, ctx.lang);
        let chrome = ctx.chrome("networks", "proposal-name-title").with_errors();
        return ctx.invalid(&EditName { chrome, form, round, group });
    }
    let (by, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| rounds::rename(tx, round.id, group, &name, by, now)).await?;
    Ok(ctx.redirect_saying(board_at(id.0, Some(group)), "flash-proposal-renamed"))
}

async fn named(ctx: &Ctx, round: Id, group: Id) -> Result<(Round, String)> {
    let person = ctx.person()?.clone();
    let (round, found) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, round, &person)?;
            let found = rounds::proposal(db, round.id)?;
            Ok((round, found))
        })
        .await?;
    if round.published_at.is_some() {
        return Err(Error::Conflict("error-round-published"));
    }
    let name = found.groups.into_iter().find(|each| each.id == group).map(|each| each.name);
    Ok((round, name.ok_or(Error::NotFound)?))
}
