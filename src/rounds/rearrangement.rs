//! Changing the groups of a published round: who goes where, what it would do, and doing it with all that follows.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use matching::{MoveEffect, effect_of_change, explain_groups};

use super::mail_after::{self, Told};
use super::objection;
use super::published::{Published, published};
use super::round::find;
use super::why::{GroupWhy, Names, PersonWhy};
use crate::app::App;
use crate::db::schema::{group_memberships, proposal_places};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::{groups, meetups};

/// Most steps that are made at once: two groups of the largest size.
const MOST_STEPS: usize = 24;

/// Somebody goes: from a group or from none, to a group or to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The seat.
    pub seat: Id,
    /// The group left; none for somebody who waits.
    pub from: Option<Id>,
    /// The group joined; none for somebody who leaves.
    pub to: Option<Id>,
}

/// As forms carry it: seat, from, to; a group that is none is `none`.
impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = |group: Option<Id>| group.map_or_else(|| "none".to_owned(), |id| id.to_string());
        write!(f, "{}.{}.{}", self.seat, word(self.from), word(self.to))
    }
}

impl std::str::FromStr for Step {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        let [seat, from, to] = parts.as_slice() else { return Err(Error::NotFound) };
        let id = |text: &str| text.parse::<Id>().map_err(|_| Error::NotFound);
        let group = |text: &str| if text == "none" { Ok(None) } else { id(text).map(Some) };
        Ok(Step { seat: id(seat)?, from: group(from)?, to: group(to)? })
    }
}

/// The groups after these steps. [`Error::Conflict`] when somebody does not stand where a step says, because the groups
/// have changed since it was worked out, or when a step leads nowhere.
pub(super) fn after(published: &Published, steps: &[Step]) -> Result<Vec<Vec<usize>>> {
    let stale = |error| match error {
        Error::NotFound => Error::Conflict("error-rearrangement-stale"),
        other => other,
    };
    if steps.is_empty() || steps.len() > MOST_STEPS {
        return Err(Error::NotFound);
    }
    let mut groups = published.members.clone();
    let mut gone = BTreeSet::new();
    for step in steps {
        let person = published.place_of(step.seat).map_err(stale)?;
        let group = |id: Option<Id>| id.map(|id| published.group_at(id).map_err(stale)).transpose();
        let (from, to) = (group(step.from)?, group(step.to)?);
        if published.group_of(person) != from || !gone.insert(person) {
            return Err(Error::Conflict("error-rearrangement-stale"));
        }
        if from == to {
            return Err(Error::Conflict("error-move-nowhere"));
        }
        if let Some(group) = from.and_then(|at| groups.get_mut(at)) {
            group.retain(|member| *member != person);
        }
        if let Some(group) = to.and_then(|at| groups.get_mut(at)) {
            group.push(person);
        }
    }
    Ok(groups)
}

/// What it would do that the groups become these.
pub(super) fn effect(published: &Published, after: &[Vec<usize>]) -> Result<MoveEffect> {
    effect_of_change(&published.material.problem, &published.members, after).map_err(Error::internal)
}

/// Makes the steps, all or none: memberships, invitations to coming meetups, why anew for the groups that change, and a mail
/// to everybody in them. A group that becomes empty is closed, its coming meetups cancelled; seats of it that nobody holds
/// go where the others went. Objections of those who move are settled. `words` go with the mail.
/// [`Error::Conflict`] when the groups have changed since the steps were worked out, or when a step leads nowhere.
pub fn rearrange(tx: &mut Tx<'_>, app: &App, round: Id, steps: &[Step], words: &str, by: Id) -> Result<()> {
    tx.lock(round)?;
    let now = app.clock.now();
    let round = find(tx, round)?;
    let published = published(tx, &round, app.config.settings.categories)?;
    let after = after(&published, steps)?;
    let whys = Whys::of(&published, &after, steps)?;
    let emptied = emptied(&published, &after);
    for group in &emptied {
        cancel_meetups(tx, app, *group, words, by, now)?;
    }
    for step in steps {
        let person = published.place_of(step.seat)?;
        make(tx, app, *step, whys.people.get(&person), now)?;
        objection::settle(tx, *step, words, by, now)?;
        if step.from.is_none() {
            // The proposal named this registration as one without a group.
            let registration = published.person(person)?.id;
            diesel::delete(proposal_places::table.find(registration)).execute(&mut **tx)?;
        }
    }
    for group in emptied {
        let to = steps.iter().find(|step| step.from == Some(group)).and_then(|step| step.to);
        close(tx, app, group, to, now)?;
    }
    whys.keep(tx, &published, &after)?;
    let told = Told { published: &published, after: &after, steps, whys: &whys, words };
    mail_after::rearranged(tx, app, &told)
}

fn make(tx: &mut Tx<'_>, app: &App, step: Step, why: Option<&PersonWhy>, now: Timestamp) -> Result<()> {
    if let Some(from) = step.from {
        groups::remove_member(tx, app, from, step.seat, now).map_err(|error| match error {
            Error::NotFound => Error::Conflict("error-rearrangement-stale"),
            other => other,
        })?;
    }
    if let Some(to) = step.to {
        let why = why.map(serde_json::to_string).transpose()?.unwrap_or_default();
        groups::add_member(tx, to, step.seat, &why, now)?;
        meetups::invite_newcomer(tx, app, to, step.seat)?;
    }
    Ok(())
}

/// The groups that nobody is left in, by identifier.
fn emptied(published: &Published, after: &[Vec<usize>]) -> Vec<Id> {
    let pairs = published.groups.iter().zip(published.members.iter().zip(after));
    let emptied = pairs.filter(|(_, (before, after))| !before.is_empty() && after.is_empty());
    emptied.map(|(group, _)| group.id).collect()
}

fn cancel_meetups(tx: &mut Tx<'_>, app: &App, group: Id, words: &str, by: Id, now: Timestamp) -> Result<()> {
    while let Some(meetup) = meetups::next_of_group(tx, group, now)? {
        meetups::cancel_from(tx, app, meetup.id, words, by)?;
    }
    Ok(())
}

/// Closes a group; seats that are left in it go to another.
fn close(tx: &mut Tx<'_>, app: &App, group: Id, to: Option<Id>, now: Timestamp) -> Result<()> {
    if let Some(to) = to {
        for seat in seats_of(tx, group)? {
            groups::remove_member(tx, app, group, seat, now)?;
            groups::add_member(tx, to, seat, "", now)?;
        }
    }
    groups::close(tx, group, now)
}

fn seats_of(db: &mut Db, group: Id) -> Result<Vec<Id>> {
    Ok(group_memberships::table
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::left_at.is_null())
        .select(group_memberships::seat_id)
        .load(db)?)
}

/// Why the groups that change are what they become.
pub(super) struct Whys {
    /// By place of the group.
    pub groups: BTreeMap<usize, GroupWhy>,
    /// By place of the person.
    pub people: BTreeMap<usize, PersonWhy>,
}

impl Whys {
    fn of(published: &Published, after: &[Vec<usize>], steps: &[Step]) -> Result<Self> {
        let material = &published.material;
        let organisers = material.organiser_names();
        let names = Names { problem: &material.problem, organisers: &organisers };
        let called = published.names();
        let pairs = published.members.iter().zip(after).enumerate();
        let changed: BTreeSet<usize> = pairs
            .filter(|(_, (before, after))| before != after && !after.is_empty())
            .map(|(at, _)| at)
            .collect();
        let explanation = explain_groups(&material.problem, after);
        let groups = explanation.groups.iter().enumerate().filter(|(at, _)| changed.contains(at));
        let groups = groups.map(|(at, why)| (at, names.group(why))).collect();
        let mut people = BTreeMap::new();
        for why in explanation.people.iter().filter(|why| changed.contains(&why.group)) {
            let mut kept = names.person(why, &called);
            let seat = published.person(why.person)?.seat_id;
            kept.by_hand = steps.iter().any(|step| step.seat == seat);
            people.insert(why.person, kept);
        }
        Ok(Whys { groups, people })
    }

    fn keep(&self, tx: &mut Tx<'_>, published: &Published, after: &[Vec<usize>]) -> Result<()> {
        for (at, why) in &self.groups {
            let group = published.group(*at)?.id;
            groups::explain(tx, group, &serde_json::to_string(why)?)?;
            for person in after.get(*at).into_iter().flatten() {
                let Some(why) = self.people.get(person) else { continue };
                let seat = published.person(*person)?.seat_id;
                groups::explain_member(tx, group, seat, &serde_json::to_string(why)?)?;
            }
        }
        Ok(())
    }
}
