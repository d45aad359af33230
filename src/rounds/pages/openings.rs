//! Somebody without a group in a published round: which groups could take them, and who would have to move.

use actix_web::HttpResponse;
use askama::Template;

use super::shown;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::networks::{self, Network};
use crate::rounds::alternatives::{exchanges, joins};
use crate::rounds::hindrance::hindrance;
use crate::rounds::published::published;
use crate::rounds::registration::find_registration;
use crate::rounds::ways::{Way, ways};
use crate::rounds::{self, Registered, Round, unplaced_sentences};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath};

#[derive(Template)]
#[template(path = "rounds/openings.html")]
struct Index {
    chrome: Chrome,
    round: Round,
    network: Network,
    registered: Registered,
    name: String,
    /// Why no group can take them as they are, and what would help.
    hindrance: Option<(String, Vec<String>)>,
    joins: Vec<Way>,
    exchanges: Vec<Way>,
    /// Whether those who wait are enough for a group of their own.
    enough: bool,
}

impl Index {
    fn of(
        db: &mut Db,
        id: Id,
        person: &CurrentPerson,
        limits: CategoryLimits,
        chrome: Chrome,
    ) -> Result<Self> {
        let lang = chrome.language;
        let registration = find_registration(db, id)?;
        let round = rounds::coordinated(db, registration.round_id, person)?;
        let network = networks::find(db, round.network_id)?;
        let published = published(db, &round, limits)?;
        let mut waiting = published.waiting.iter().copied();
        let person = waiting.find(|at| published.person(*at).is_ok_and(|each| each.id == id));
        let person = person.ok_or(Error::Conflict("error-openings-none"))?;
        let registered = published.person(person)?.clone();
        let enough = published.waiting.len() >= usize::try_from(round.size_min).unwrap_or(0);
        let published = published.near(person);
        let person = published.place_of(registered.seat_id)?;
        Ok(Index {
            chrome,
            name: shown(&registered, lang),
            registered,
            hindrance: hindrance(&published, person)?.map(|why| unplaced_sentences(&why, lang)),
            joins: ways(&published, &joins(&published, person)?, lang)?,
            exchanges: ways(&published, &exchanges(&published, person)?, lang)?,
            enough,
            round,
            network,
        })
    }
}

/// `GET /registrations/{id}/openings`: the best groups with nobody else moved, and what moving others would gain.
pub async fn index(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (person, limits) = (ctx.person()?.clone(), ctx.app.config.settings.categories);
    let chrome = ctx.chrome("networks", "openings-title");
    let page = ctx.read(move |db| Index::of(db, id.0, &person, limits, chrome)).await?;
    ctx.page(&page)
}
