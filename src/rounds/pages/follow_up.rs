//! What waits for a coordinator after publishing.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use matching::best_group_for;

use super::shown;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::follow_up::too_small;
use crate::rounds::hindrance::hindrance;
use crate::rounds::objection::{Said, open_of};
use crate::rounds::published::published;
use crate::rounds::{self, Round, late, unplaced_sentences};
use crate::web::{Chrome, Ctx, IdPath, Paging};

/// People without a group on one page; for each a group is sought.
const PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "rounds/follow_up.html")]
struct Show {
    chrome: Chrome,
    round: Round,
    objections: Vec<Row>,
    waiting: Vec<Row>,
    paging: Paging,
    small: Vec<(Id, String, String)>,
    late: bool,
}

/// Somebody in a list.
struct Row {
    id: Id,
    name: String,
    seat: String,
    about: String,
    words: String,
}

/// `GET /rounds/{id}/follow-up`: objections, people without a group, groups that have become too small.
pub async fn show(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let limits = ctx.app.config.settings.categories;
    let (chrome, paging) = (ctx.chrome("networks", "follow-up-title"), Paging::of(&request, PAGE));
    let page = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            if round.published_at.is_none() {
                return Err(Error::Conflict("error-round-not-published"));
            }
            let waits = late::waiting(db, round.id)?;
            let paging = paging.with_total(i64::try_from(waits.len()).unwrap_or(i64::MAX));
            let waiting = waiting(db, &round, paging.cut(waits), limits, lang)?;
            let said = open_of(db, round.id)?;
            let small = too_small(db, &round)?.into_iter().map(|(group, size)| {
                let values = [("size", size.into()), ("fewest", group.fewest.into())];
                (group.id, group.name, lang.ta("follow-up-size", &values))
            });
            let small = small.collect();
            let late = late::takes_late(db, &round)?;
            let objections = said.iter().map(|said| objection(said, lang)).collect();
            Ok(Show { chrome, round, objections, waiting, paging, small, late })
        })
        .await?;
    ctx.page(&page)
}

fn objection(said: &Said, lang: Lang) -> Row {
    let name = match (&said.name, said.protected) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => lang.t("person-protected"),
        (None, None) => lang.t("group-seat-vacant"),
    };
    Row {
        id: said.id,
        name,
        seat: format!("{}, {}", said.role, said.organiser),
        about: format!("{}: {}", said.group, lang.t(&format!("objection-kind-{}", said.kind))),
        words: said.message.clone(),
    }
}

/// Those who wait, each with the group that fits best or, where none can be had, with what is in the way.
fn waiting(
    db: &mut Db,
    round: &Round,
    registrations: Vec<Id>,
    limits: CategoryLimits,
    lang: Lang,
) -> Result<Vec<Row>> {
    if registrations.is_empty() {
        return Ok(Vec::new());
    }
    let published = published(db, round, limits)?;
    let mut rows = Vec::new();
    for id in registrations {
        let place = published.waiting.iter().copied();
        let mut place = place.filter(|at| published.person(*at).is_ok_and(|each| each.id == id));
        let Some(person) = place.next() else { continue };
        let each = published.person(person)?;
        let best = best_group_for(&published.material.problem, &published.members, person, 1);
        let about = match best.first() {
            Some(opening) if opening.broken.is_empty() => {
                lang.tname("follow-up-best", &published.group(opening.group)?.name)
            }
            Some(_) => {
                hindrance(&published, person)?.map(|why| unplaced_sentences(&why, lang).0).unwrap_or_default()
            }
            None => lang.t("follow-up-no-groups"),
        };
        rows.push(Row {
            id,
            name: shown(each, lang),
            seat: format!("{}, {}", each.role, each.organiser_name),
            about,
            words: each.wishes.clone(),
        });
    }
    Ok(rows)
}
