//! Whom a letter is for: the members of a network, narrowed down, each person once.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::{
    answers, group_memberships, groups, letter_mutes, meetups, network_memberships, organisers, people,
    poll_answers, poll_slots, polls, registrations, rounds, seats, stopped_addresses,
};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n::{Lang, fold, local};
use crate::mail::Recipient;
use crate::networks::MembershipState;
use crate::organisers::{Category, Kind, swedish_order};
use crate::seats::Level;
use crate::word_enum;

word_enum! {
    /// What somebody has not answered.
    pub enum Waiting {
        /// An invitation to a meetup that is ahead, or a date poll that is open.
        Meetups = "meetups",
        /// The call to register for a round that is open.
        Rounds = "rounds",
    }
}

/// What a letter is narrowed down to. An empty list leaves everybody in; of a list, one of its values is enough.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// Present members of one of these groups.
    pub groups: Vec<Id>,
    /// Seats of one of these levels.
    pub levels: Vec<Level>,
    /// Seats whose role has one of these words, or phrases, anywhere.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Organisers of one of these categories.
    pub categories: Vec<Category>,
    /// Those who have not answered one of these.
    pub waiting: Vec<Waiting>,
}

impl Audience {
    /// Whether it leaves everybody in.
    pub fn is_everybody(&self) -> bool {
        *self == Audience::default()
    }
}

/// Somebody a letter is for.
#[derive(Debug, Clone, Queryable)]
pub struct Addressee {
    /// Who.
    pub person: Id,
    /// The seat that they are in the network by, and that fits.
    pub seat: Id,
    /// Name.
    pub name: String,
    /// Protected personal data: the name is not for pages.
    pub protected: bool,
    /// Address.
    pub email: String,
    /// Language.
    pub lang: Lang,
    /// Role of the seat.
    pub role: String,
    /// Name of the organiser.
    pub organiser: String,
    level: Level,
    kind: Kind,
    inhabitants: Option<i32>,
    /// Whether the address takes no mail.
    pub stopped: bool,
    /// Whether they want no letters from this network.
    pub muted: bool,
}

impl Addressee {
    /// Whether a mail goes to them.
    pub fn gets_mail(&self) -> bool {
        !self.stopped && !self.muted
    }

    pub(super) fn recipient(&self) -> Recipient {
        Recipient {
            person_id: Some(self.person),
            email: self.email.clone(),
            name: self.name.clone(),
            lang: self.lang,
        }
    }
}

/// When it is asked, and what small means.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    pub(super) now: Timestamp,
    pub(super) today: NaiveDate,
    pub(super) limits: CategoryLimits,
}

impl Moment {
    /// Now.
    pub fn of(app: &App) -> Self {
        let now = app.clock.now();
        let today = local(now, app.config.settings.time_zone).date_naive();
        Moment { now, today, limits: app.config.settings.categories }
    }
}

/// Those a letter to this network is for, by organiser, each person once; those who get no mail among them. A fixed number of
/// queries.
pub fn addressees(db: &mut Db, network: Id, to: &Audience, at: &Moment) -> Result<Vec<Addressee>> {
    let all: Vec<Addressee> = members(network).load(db)?;
    let seats = among(db, network, to, at)?;
    let roles: Vec<String> = to.roles.iter().map(|role| fold(role)).collect();
    let fits = |each: &Addressee| {
        let category = Category::of(each.kind, each.inhabitants, at.limits);
        (to.levels.is_empty() || to.levels.contains(&each.level))
            && (roles.is_empty() || roles.iter().any(|role| fold(&each.role).contains(role)))
            && (to.categories.is_empty() || to.categories.contains(&category))
            && seats.iter().all(|some| some.contains(&each.seat))
    };
    let mut seen = HashSet::new();
    let mut found: Vec<Addressee> =
        all.into_iter().filter(|each| fits(each) && seen.insert(each.person)).collect();
    found.sort_by(|one, two| {
        let by_name = || (&one.role, &one.name, one.person).cmp(&(&two.role, &two.name, two.person));
        swedish_order(&one.organiser, &two.organiser).then_with(by_name)
    });
    Ok(found)
}

/// Those of some seats that are members now and held by somebody with an open account.
pub(super) fn present(db: &mut Db, network: Id, seats: &[Id]) -> Result<Vec<Addressee>> {
    Ok(members(network).filter(seats::id.eq_any(seats)).load(db)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn members(network: Id) -> _ {
    let active: MembershipState = MembershipState::Active;
    let stopped = exists(stopped_addresses::table.filter(stopped_addresses::email.eq(people::email)));
    let muted = exists(
        letter_mutes::table
            .filter(letter_mutes::network_id.eq(network))
            .filter(letter_mutes::person_id.eq(people::id)),
    );
    network_memberships::table
        .inner_join(seats::table.inner_join(people::table).inner_join(organisers::table))
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(active))
        .filter(people::confirmed_at.is_not_null())
        .filter(people::disabled_at.is_null())
        .order(seats::id)
        .select((
            people::id,
            seats::id,
            people::name,
            people::protected,
            people::email,
            people::language,
            seats::role,
            organisers::name,
            seats::level,
            organisers::kind,
            organisers::inhabitants,
            stopped,
            muted,
        ))
}

/// Sets of seats that somebody's seat must be in, each of them.
fn among(db: &mut Db, network: Id, to: &Audience, at: &Moment) -> Result<Vec<HashSet<Id>>> {
    let mut found = Vec::new();
    if !to.groups.is_empty() {
        found.push(in_groups(db, network, &to.groups)?);
    }
    if !to.waiting.is_empty() {
        let mut owing = HashSet::new();
        if to.waiting.contains(&Waiting::Meetups) {
            owing.extend(without_answer(db, network, at.now)?);
            owing.extend(without_times(db, network, at.now)?);
        }
        if to.waiting.contains(&Waiting::Rounds) {
            owing.extend(not_registered(db, network, at.today)?);
        }
        found.push(owing);
    }
    Ok(found)
}

fn in_groups(db: &mut Db, network: Id, chosen: &[Id]) -> Result<HashSet<Id>> {
    let found: Vec<Id> = group_memberships::table
        .inner_join(groups::table)
        .filter(groups::network_id.eq(network))
        .filter(groups::id.eq_any(chosen))
        .filter(groups::closed_at.is_null())
        .filter(group_memberships::left_at.is_null())
        .select(group_memberships::seat_id)
        .load(db)?;
    Ok(found.into_iter().collect())
}

/// Seats that have not answered the invitation to a meetup of their group.
fn without_answer(db: &mut Db, network: Id, now: Timestamp) -> Result<Vec<Id>> {
    let said = answers::table
        .filter(answers::meetup_id.eq(meetups::id))
        .filter(answers::seat_id.eq(group_memberships::seat_id));
    Ok(meetups::table
        .inner_join(groups::table.inner_join(group_memberships::table))
        .filter(groups::network_id.eq(network))
        .filter(groups::closed_at.is_null())
        .filter(meetups::starts_at.gt(now))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::held_back.eq(false))
        .filter(group_memberships::left_at.is_null())
        .filter(not(exists(said)))
        .select(group_memberships::seat_id)
        .load(db)?)
}

/// Seats that have not said of a slot ahead of an open poll of their group whether it suits.
fn without_times(db: &mut Db, network: Id, now: Timestamp) -> Result<Vec<Id>> {
    let said = poll_answers::table
        .filter(poll_answers::poll_id.eq(poll_slots::poll_id))
        .filter(poll_answers::number.eq(poll_slots::number))
        .filter(poll_answers::seat_id.eq(group_memberships::seat_id));
    Ok(poll_slots::table
        .inner_join(polls::table.inner_join(groups::table.inner_join(group_memberships::table)))
        .filter(groups::network_id.eq(network))
        .filter(groups::closed_at.is_null())
        .filter(polls::closed_at.is_null())
        .filter(poll_slots::starts_at.gt(now))
        .filter(group_memberships::left_at.is_null())
        .filter(not(exists(said)))
        .select(group_memberships::seat_id)
        .load(db)?)
}

/// Seats of those who know nothing of a round that is open: no seat of theirs is or was registered for it.
fn not_registered(db: &mut Db, network: Id, today: NaiveDate) -> Result<HashSet<Id>> {
    let Some(rounds) = Some(open_rounds(db, network, today)?).filter(|open| !open.is_empty()) else {
        return Ok(HashSet::new());
    };
    let members: Vec<(Id, Option<Id>)> = network_memberships::table
        .inner_join(seats::table)
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select((seats::id, seats::person_id))
        .load(db)?;
    let registered: Vec<(Id, Option<Id>)> = registrations::table
        .inner_join(seats::table)
        .filter(registrations::round_id.eq_any(&rounds))
        .select((registrations::round_id, seats::person_id))
        .load(db)?;
    let registered: HashSet<(Id, Option<Id>)> = registered.into_iter().collect();
    let owes = |person: Option<Id>| rounds.iter().any(|round| !registered.contains(&(*round, person)));
    Ok(members.into_iter().filter(|(_, person)| owes(*person)).map(|(seat, _)| seat).collect())
}

/// The rounds of a network that take registrations.
pub(super) fn open_rounds(db: &mut Db, network: Id, today: NaiveDate) -> Result<Vec<Id>> {
    Ok(rounds::table
        .filter(rounds::network_id.eq(network))
        .filter(rounds::matched_at.is_null())
        .filter(rounds::published_at.is_null())
        .filter(rounds::cancelled_at.is_null())
        .filter(rounds::last_day.ge(today))
        .select(rounds::id)
        .load(db)?)
}
