//! Handing a seat to a successor: offered by mail, accepted by whoever holds the link, withdrawn until then.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::access::{SeatView, view};
use super::confirmation::confirm_by_domain;
use super::holding::{hold, withdraw_offers};
use super::mail::{HandedOver, Offer};
use crate::accounts::{self, Purpose, find_token, issue, redeem};
use crate::app::App;
use crate::clock;
use crate::db::schema::{group_memberships, groups, handovers, meetups, network_memberships, networks};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::meetups::invite_newcomer;
use crate::networks::MembershipState;

/// A seat offered to a successor.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = handovers)]
pub struct Handover {
    /// Identifier.
    pub id: Id,
    /// Which seat.
    pub seat_id: Id,
    /// The successor's address.
    pub email: String,
    /// The successor's name.
    pub name: String,
    /// Who offered it.
    pub offered_by: Id,
    /// When.
    pub created_at: Timestamp,
}

/// What comes with a seat.
#[derive(Debug, Clone, Default)]
pub struct Belongings {
    /// Names of its networks.
    pub networks: Vec<String>,
    /// Names of its groups.
    pub groups: Vec<String>,
    /// How many meetups lie ahead.
    pub meetups: i64,
}

/// Offers a seat to a successor and queues the mail with the link. An earlier offer ends.
pub fn offer(
    tx: &mut Tx<'_>,
    app: &App,
    seat: &SeatView,
    by: Id,
    (name, email): (&str, &str),
    lang: Lang,
) -> Result<()> {
    let now = app.clock.now();
    withdraw_offers(tx, seat.id, now)?;
    let id = clock::new_id();
    diesel::insert_into(handovers::table)
        .values((
            handovers::id.eq(id),
            handovers::seat_id.eq(seat.id),
            handovers::email.eq(email),
            handovers::name.eq(name),
            handovers::offered_by.eq(by),
            handovers::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    let secret = issue(tx, Purpose::Handover, None, Some(id), now)?;
    let giver = accounts::find(tx, by)?;
    let known = accounts::find_by_email(tx, email)?;
    let lang = known.as_ref().map_or(lang, |person| person.language);
    let giver = (!giver.protected).then_some(giver.name);
    Offer::queue(tx, app, seat, giver, (name, email, known.map(|person| person.id)), lang, &secret)
}

/// Takes an offer back. [`Error::NotFound`] when it is another seat's, accepted or withdrawn.
pub fn withdraw(tx: &mut Tx<'_>, seat: Id, handover: Id, now: Timestamp) -> Result<()> {
    let open = handovers::table
        .filter(handovers::id.eq(handover))
        .filter(handovers::seat_id.eq(seat))
        .filter(handovers::accepted_at.is_null())
        .filter(handovers::withdrawn_at.is_null());
    let changed = diesel::update(open).set(handovers::withdrawn_at.eq(now)).execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// The offer of a seat that is still open, if any.
pub fn live_handover(db: &mut Db, seat: Id) -> Result<Option<Handover>> {
    Ok(handovers::table
        .filter(handovers::seat_id.eq(seat))
        .filter(handovers::accepted_at.is_null())
        .filter(handovers::withdrawn_at.is_null())
        .order(handovers::created_at.desc())
        .select(Handover::as_select())
        .first(db)
        .optional()?)
}

/// The open offer behind a link, and its seat.
pub(super) fn by_token(db: &mut Db, secret: &str, now: Timestamp) -> Result<(Handover, SeatView)> {
    let token = find_token(db, Purpose::Handover, secret, now)?;
    let handover: Handover = handovers::table
        .find(token.subject_id.ok_or(Error::NotFound)?)
        .filter(handovers::accepted_at.is_null())
        .filter(handovers::withdrawn_at.is_null())
        .select(Handover::as_select())
        .first(db)?;
    let seat = view(db, handover.seat_id)?;
    Ok((handover, seat))
}

/// Takes a seat over by the link in the mail: the successor holds it from `today`, with its memberships, groups and
/// coming meetups. The old holder is told by mail. [`Error::NotFound`] when the link is no longer good.
pub fn accept(tx: &mut Tx<'_>, app: &App, secret: &str, successor: Id, today: NaiveDate) -> Result<Id> {
    let now = app.clock.now();
    let (handover, _) = by_token(tx, secret, now)?;
    tx.lock(handover.seat_id)?;
    let (handover, seat) = by_token(tx, secret, now)?;
    if seat.person_id == Some(successor) {
        return Err(Error::Conflict("error-handover-own"));
    }
    let token = find_token(tx, Purpose::Handover, secret, now)?;
    redeem(tx, &token, now)?;
    diesel::update(handovers::table.find(handover.id))
        .set(handovers::accepted_at.eq(now))
        .execute(&mut **tx)?;
    hold(tx, seat.id, successor, today)?;
    confirm_by_domain(tx, successor, now)?;
    let told = seat.person_id.unwrap_or(handover.offered_by);
    HandedOver::queue(tx, app, &seat, told, successor, handover.id)?;
    for group in groups_of(tx, seat.id)? {
        invite_newcomer(tx, app, group, seat.id)?;
    }
    Ok(seat.id)
}

/// The groups a seat is in.
fn groups_of(db: &mut Db, seat: Id) -> Result<Vec<Id>> {
    Ok(group_memberships::table
        .filter(group_memberships::seat_id.eq(seat))
        .filter(group_memberships::left_at.is_null())
        .select(group_memberships::group_id)
        .load(db)?)
}

/// What comes with a seat.
pub(super) fn belongings(db: &mut Db, seat: Id, now: Timestamp) -> Result<Belongings> {
    let networks = network_memberships::table
        .inner_join(networks::table)
        .filter(network_memberships::seat_id.eq(seat))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .order(networks::name)
        .select(networks::name)
        .load(db)?;
    let mine = group_memberships::table
        .filter(group_memberships::seat_id.eq(seat))
        .filter(group_memberships::left_at.is_null());
    let groups = mine
        .inner_join(groups::table)
        .filter(groups::closed_at.is_null())
        .order(groups::name)
        .select(groups::name)
        .load(db)?;
    let meetups = meetups::table
        .filter(meetups::group_id.eq_any(mine.select(group_memberships::group_id)))
        .filter(meetups::starts_at.gt(now))
        .filter(meetups::cancelled_at.is_null())
        .count()
        .get_result(db)?;
    Ok(Belongings { networks, groups, meetups })
}
