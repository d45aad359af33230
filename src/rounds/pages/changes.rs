//! What was changed in a proposal, and undoing it.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use fluent_templates::fluent_bundle::FluentValue;

use super::shown;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::{self, Change, Proposal, Round};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "rounds/changes.html")]
struct Index {
    chrome: Chrome,
    round: Round,
    rows: Vec<Row>,
}

/// A change in words.
struct Row {
    id: Id,
    at: String,
    sentence: String,
    /// How many are undone with it, itself included.
    undone: usize,
}

/// `GET /rounds/{id}/changes`: what can be undone, the latest first.
pub async fn index(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let zone = person.time_zone;
    let (round, found, changes) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let (found, changes) = (rounds::proposal(db, round.id)?, rounds::changes(db, round.id)?);
            Ok((round, found, changes))
        })
        .await?;
    if round.matched_at.is_none() {
        return Ok(ctx.redirect(format!("/rounds/{}", round.id)));
    }
    let called = called(&found, lang);
    let row = |(at, change): (usize, &Change)| Row {
        undone: at + 1,
        id: change.id,
        at: lang.moment(change.made_at, zone),
        sentence: sentence(change, &called, lang),
    };
    let rows = changes.iter().enumerate().map(row).collect();
    ctx.page(&Index { chrome: ctx.chrome("networks", "changes-title"), round, rows })
}

/// `POST /rounds/{id}/changes/{change}/end`: undoes a change, and all that came after it.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (id, change) = path.into_inner();
    let parse = |text: &str| text.parse::<Id>().map_err(|_| Error::NotFound);
    let (id, change) = (parse(&id)?, parse(&change)?);
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id, &person)?;
        rounds::undo(tx, round.id, change)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{id}/proposal"), "flash-change-undone"))
}

/// Names by registration, as coordinators see them.
pub(super) fn called(found: &Proposal, lang: Lang) -> BTreeMap<Id, String> {
    let placed = found.groups.iter().flat_map(|group| group.members.iter().map(|each| &each.registered));
    let everybody = placed.chain(found.unplaced.iter().map(|(each, _)| each));
    everybody.map(|each| (each.id, format!("{} ({})", shown(each, lang), each.organiser_name))).collect()
}

/// A change in words.
pub(super) fn sentence(change: &Change, called: &BTreeMap<Id, String>, lang: Lang) -> String {
    let name = |id: &Id| called.get(id).cloned().unwrap_or_else(|| lang.t("change-somebody-gone"));
    let people: Vec<String> = change.about.registrations.iter().map(name).collect();
    let values = [
        ("people", FluentValue::from(lang.list(&people))),
        ("name", FluentValue::from(change.about.name.as_str())),
    ];
    lang.ta(&format!("change-{}", change.kind), &values)
}
