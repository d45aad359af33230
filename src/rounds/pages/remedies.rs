//! A group of a published round that has become too small: what can be done.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::{self, Group};
use crate::rounds::alternatives::ways_out;
use crate::rounds::published::published;
use crate::rounds::ways::{Way, ways};
use crate::rounds::{self, Round};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath};

#[derive(Template)]
#[template(path = "rounds/remedies.html")]
struct Index {
    chrome: Chrome,
    round: Round,
    group: Group,
    size: usize,
    fewest: usize,
    ways: Vec<Way>,
}

/// `GET /groups/{id}/remedies`: take somebody in, borrow, join another group, or go on as it is.
pub async fn index(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let limits = ctx.app.config.settings.categories;
    let chrome = ctx.chrome("networks", "remedies-title");
    let page = ctx
        .read(move |db| {
            let (group, round) = coordinated(db, id.0, &person)?;
            let published = published(db, &round, limits)?;
            let at = published.group_at(group.id)?;
            let (size, fewest) = (published.members.get(at).map_or(0, Vec::len), published.group(at)?.fewest);
            let somebody = published.members.get(at).and_then(|members| members.first()).copied();
            let published = match somebody {
                Some(person) => published.near(person),
                None => published,
            };
            let at = published.group_at(group.id)?;
            let ways = ways(&published, &ways_out(&published, at, None)?, lang)?;
            Ok(Index { chrome, round, group, size, fewest, ways })
        })
        .await?;
    ctx.page(&page)
}

/// `POST /groups/{id}/lower-size`: so many as there are now are enough.
pub async fn update(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let round = ctx
        .write(move |tx| {
            let (group, round) = coordinated(tx, id.0, &person)?;
            // As if one more were there and left: those who stay are counted.
            let size = groups::departure(tx, &group)?.left + 1;
            groups::be_enough(tx, group.id, i32::try_from(size).unwrap_or(i32::MAX))?;
            Ok(round)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}/follow-up", round.id), "flash-group-enough"))
}

/// A group that a round made and that is not closed, for who runs its network.
fn coordinated(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Group, Round)> {
    let group = groups::find(db, id)?;
    let round = rounds::coordinated(db, group.round_id.ok_or(Error::NotFound)?, person)?;
    if group.closed_at.is_some() { Err(Error::Conflict("error-group-closed")) } else { Ok((group, round)) }
}
