//! The invitations of a network, by state, and what the outbox says about them.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::invitation::{Invitation, InvitationState};
use super::returned;
use crate::app::App;
use crate::db::schema::{invitations, organisers, outbox, people};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, MultiBackend, Tx};
use crate::error::Result;
use crate::jobs::{Job, Lease};
use crate::mail::outbox::State;
use crate::web::Paging;

/// An invitation in the list.
#[derive(Queryable)]
pub(super) struct Listed {
    pub invitation: Invitation,
    pub organiser: Option<String>,
    protected: Option<bool>,
}

impl Listed {
    /// Whether name and address are for nobody to see, because the person has joined and is protected.
    pub fn is_protected(&self) -> bool {
        self.protected == Some(true)
    }
}

type Condition =
    Box<dyn BoxableExpression<invitations::table, MultiBackend, SqlType = diesel::sql_types::Bool>>;

/// A page of a network's invitations in a state (or all), the latest first.
pub(super) fn listed(
    db: &mut Db,
    network: Id,
    state: Option<InvitationState>,
    now: Timestamp,
    paging: Paging,
) -> Result<(Vec<Listed>, Paging)> {
    let ids: Vec<Id> = invitations::table
        .filter(invitations::network_id.eq(network))
        .filter(condition(state, now))
        .order((invitations::created_at.desc(), invitations::id.desc()))
        .select(invitations::id)
        .load(db)?;
    let paging = paging.with_total(i64::try_from(ids.len()).unwrap_or(i64::MAX));
    let ids = paging.cut(ids);
    let mut rows: Vec<Listed> = invitations::table
        .left_join(organisers::table)
        .left_join(people::table.on(people::email.eq(invitations::email)))
        .filter(invitations::id.eq_any(&ids))
        .select((Invitation::as_select(), organisers::name.nullable(), people::protected.nullable()))
        .load(db)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.invitation.id));
    Ok((rows, paging))
}

fn condition(state: Option<InvitationState>, now: Timestamp) -> Condition {
    let joined = invitations::joined_at.is_not_null();
    let revoked = invitations::joined_at.is_null().and(invitations::revoked_at.is_not_null());
    let open = invitations::joined_at.is_null().and(invitations::revoked_at.is_null());
    let there = open.and(invitations::bounced_at.is_null());
    let holds = there.and(invitations::expires_at.gt(now));
    match state {
        None => Box::new(invitations::id.is_not_null()),
        Some(InvitationState::Joined) => Box::new(joined),
        Some(InvitationState::Revoked) => Box::new(revoked),
        Some(InvitationState::Bounced) => Box::new(open.and(invitations::bounced_at.is_not_null())),
        Some(InvitationState::Expired) => Box::new(there.and(invitations::expires_at.le(now))),
        Some(InvitationState::Opened) => Box::new(holds.and(invitations::opened_at.is_not_null())),
        Some(InvitationState::Sent) => Box::new(holds.and(invitations::opened_at.is_null())),
    }
}

/// Marks the invitations whose mail nobody would take, and tells coordinators of members whom no mail reaches.
#[derive(Serialize, Deserialize)]
pub struct NoteBounces {}

impl Job for NoteBounces {
    const KIND: &'static str = "note-bounces";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let (now, inner) = (app.clock.now(), app.clone());
        app.database
            .write(move |tx| {
                lease.hold(tx, now)?;
                // A failed mail keeps the moment it failed as its due time.
                let failed: Vec<(String, Timestamp)> = outbox::table
                    .filter(outbox::state.eq(State::Failed))
                    .filter(outbox::due_at.ge(now - TimeDelta::days(2)))
                    .filter(outbox::kind.eq("invitation"))
                    .select((outbox::logical_key, outbox::created_at))
                    .load(&mut **tx)?;
                for (key, queued_at) in failed {
                    let Some(id) = key.split(':').nth(1).and_then(|id| id.parse::<Id>().ok()) else {
                        continue;
                    };
                    let open = invitations::table
                        .find(id)
                        .filter(invitations::joined_at.is_null())
                        .filter(invitations::bounced_at.is_null())
                        // Sent again since: that mail may still arrive.
                        .filter(invitations::sent_at.le(queued_at));
                    diesel::update(open).set(invitations::bounced_at.eq(now)).execute(&mut **tx)?;
                }
                returned::tell(tx, &inner, now)
            })
            .await
    }
}

/// Deletes invitations that nobody took up and that ceased to hold before `before`.
pub fn forget_invitations(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    let old = invitations::table
        .filter(invitations::joined_at.is_null())
        .filter(invitations::expires_at.lt(before));
    diesel::delete(old).execute(&mut **tx)?;
    Ok(())
}
