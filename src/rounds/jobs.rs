//! Calling members to register, matching large rounds, and telling of objections, in the background.

use chrono::Timelike;
use serde::{Deserialize, Serialize};

use super::call::{self, Occasion};
use super::search;
use super::solving::Aim;
use super::{mail_after, objection};
use crate::app::App;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups;
use crate::i18n::local;
use crate::jobs::{Job, Lease};

/// Matches a round.
#[derive(Serialize, Deserialize)]
pub struct MatchRound {
    /// The round.
    pub round_id: Id,
    /// What the search starts from.
    pub seed: i64,
    /// Whether it starts from the groups as they stand and leaves what is locked.
    #[serde(default)]
    pub improves: bool,
}

impl Job for MatchRound {
    const KIND: &'static str = "match-round";

    // The proposal takes the place of an earlier one and ends the search, so that a second run changes nothing.
    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let aim = Aim { seed: self.seed, improves: self.improves };
        match search::run(&app, self.round_id, aim, lease).await {
            Err(Error::NotFound) => Ok(()),
            other => other,
        }
    }
}

/// Mails the members of a network that they can register for a round.
#[derive(Serialize, Deserialize)]
pub struct CallMembers {
    /// The round.
    pub round_id: Id,
    /// Which call.
    pub occasion: Occasion,
}

impl Job for CallMembers {
    const KIND: &'static str = "call-members";

    // Each mail has a key of its own, so that a second run mails nobody twice.
    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let (round, occasion) = (self.round_id, self.occasion);
        let mut next = Some(Id(uuid::Uuid::nil()));
        while let Some(after) = next {
            let (now, own) = (app.clock.now(), app.clone());
            let today = local(now, app.config.settings.time_zone).date_naive();
            let write = move |tx: &mut crate::db::Tx<'_>| {
                lease.hold(tx, now)?;
                call::call_some(tx, &own, round, occasion, after, today)
            };
            next = match app.database.write(write).await {
                Err(Error::NotFound) => None,
                other => other?,
            };
        }
        Ok(())
    }
}

/// Mails the coordinators that a group does not work for somebody, with the alternatives worked out.
#[derive(Serialize, Deserialize)]
pub struct TellOfObjection {
    /// The objection.
    pub objection_id: Id,
}

impl Job for TellOfObjection {
    const KIND: &'static str = "tell-of-objection";

    // Each mail has a key of its own, so that a second run mails nobody twice.
    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let (id, own, now) = (self.objection_id, app.clone(), app.clock.now());
        let read = move |db: &mut crate::db::Db| {
            let said = objection::find(db, id)?;
            let group = groups::find(db, said.group_id)?;
            let told = mail_after::tellings(db, &own, &group, &said)?;
            Ok((group, told))
        };
        let (group, told) = app.database.read(read).await?;
        let own = app.clone();
        let write = move |tx: &mut crate::db::Tx<'_>| {
            lease.hold(tx, now)?;
            mail_after::tell(tx, &own, &group, id, &told)
        };
        app.database.write(write).await
    }
}

/// Calls once more to rounds that soon close, in office hours.
#[derive(Serialize, Deserialize)]
pub struct RemindRounds {}

impl Job for RemindRounds {
    const KIND: &'static str = "remind-rounds";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let now = app.clock.now();
        let here = local(now, app.config.settings.time_zone);
        if !(8..17).contains(&here.hour()) {
            return Ok(());
        }
        let today = here.date_naive();
        for round in app.database.read(move |db| call::soon_closing(db, today, now)).await? {
            let write = move |tx: &mut crate::db::Tx<'_>| {
                lease.hold(tx, now)?;
                call::call_again(tx, round, now)
            };
            app.database.write(write).await?;
        }
        Ok(())
    }
}
