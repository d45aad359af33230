//! The person a request comes from.

use chrono_tz::Tz;
use diesel::prelude::*;

use crate::db::schema::{network_coordinators, people, sessions};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare};
use crate::error::Result;
use crate::i18n::Lang;

/// Who is signed in, read once a request.
#[derive(Debug, Clone)]
pub struct CurrentPerson {
    /// Who.
    pub id: Id,
    /// Full name.
    pub name: String,
    /// Address, in lower case.
    pub email: String,
    /// Language of pages and mail.
    pub language: Lang,
    /// Where their clock hangs.
    pub time_zone: Tz,
    /// Runs the installation.
    pub administrator: bool,
    /// Coordinates at least one network.
    pub coordinator: bool,
    /// When the session was last marked as used.
    pub(super) seen_at: Timestamp,
}

impl CurrentPerson {
    /// Somebody who proves who they are by other means than a session (a token), unless the account is disabled.
    pub fn find(db: &mut Db, id: Id, now: Timestamp) -> Result<Option<CurrentPerson>> {
        let coordinates = diesel::dsl::exists(
            network_coordinators::table.filter(network_coordinators::person_id.eq(people::id)),
        );
        type Row = (String, String, Lang, String, bool, bool);
        let row: Option<Row> = people::table
            .find(id)
            .filter(people::disabled_at.is_null())
            .select((
                people::name,
                people::email,
                people::language,
                people::time_zone,
                people::administrator,
                coordinates,
            ))
            .first(db)
            .optional()?;
        Ok(row.map(|(name, email, language, zone, administrator, coordinator)| CurrentPerson {
            id,
            name,
            email,
            language,
            time_zone: zone.parse().unwrap_or(Tz::Europe__Stockholm),
            administrator,
            coordinator,
            seen_at: now,
        }))
    }
}

/// The person behind a session, unless it ended or the account is disabled.
pub(super) fn by_session(db: &mut Db, token_hash: &str, now: Timestamp) -> Result<Option<CurrentPerson>> {
    let coordinates = diesel::dsl::exists(
        network_coordinators::table.filter(network_coordinators::person_id.eq(people::id)),
    );
    type Row = (Id, String, String, Lang, String, bool, bool, Timestamp);
    let row: Option<Row> = sessions::table
        .inner_join(people::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(people::disabled_at.is_null())
        .select((
            people::id,
            people::name,
            people::email,
            people::language,
            people::time_zone,
            people::administrator,
            coordinates,
            sessions::seen_at,
        ))
        .prepared()
        .get_result(db)
        .optional()?;
    Ok(row.map(|(id, name, email, language, zone, administrator, coordinator, seen_at)| CurrentPerson {
        id,
        name,
        email,
        language,
        time_zone: zone.parse().unwrap_or(Tz::Europe__Stockholm),
        administrator,
        coordinator,
        seen_at,
    }))
}
