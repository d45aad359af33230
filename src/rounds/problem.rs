//! A round as the matcher wants it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use matching::{Format, History, Locks, Met, Person, Problem, Rules};

use super::registration::{Registered, RegistrationState, registered};
use super::round::{Keeping, Round};
use crate::accounts::{self, MeetingFormat};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::{group_memberships, groups, person_themes};
use crate::db::types::Id;
use crate::error::Result;
use crate::networks;
use crate::organisers;
use crate::seats::Level;
use crate::wishes;

/// Everybody who is to be matched, and the problem in which they stand in the same order.
pub(super) struct Material {
    /// Those in the problem.
    pub people: Vec<Registered>,
    /// Active registrations that were left out.
    pub others: Vec<Registered>,
    /// The problem.
    pub problem: Problem,
}

impl Material {
    /// Lets those share a group whom the coordinator has locked to the same one: wishes are not shown, so that nobody
    /// could find the contradiction.
    pub fn put_locks_above_wishes(&mut self) {
        for group in &self.problem.locks.groups {
            for member in &group.members {
                if let Some(person) = self.problem.people.get_mut(*member) {
                    person.not_with.retain(|other| !group.members.contains(other));
                }
            }
        }
    }

    /// Names of the organisers of the problem.
    pub fn organiser_names(&self) -> Vec<String> {
        let named: BTreeMap<&str, &str> = self
            .people
            .iter()
            .map(|each| (each.organiser_code.as_str(), each.organiser_name.as_str()))
            .collect();
        let name = |each: &matching::Organiser| named.get(each.key.as_str()).map(|name| (*name).to_owned());
        self.problem.organisers.iter().map(|each| name(each).unwrap_or_default()).collect()
    }
}

/// Reads a round for matching: the active registrations that take part. The number of queries does not depend on how
/// many registered.
pub(super) fn material(
    db: &mut Db,
    round: &Round,
    limits: CategoryLimits,
    takes_part: impl Fn(&Registered) -> bool,
) -> Result<Material> {
    let (people, others): (Vec<_>, Vec<_>) = registered(db, round.id)?
        .into_iter()
        .filter(|each| each.state == RegistrationState::Active)
        .partition(&takes_part);
    of_people(db, round, limits, people, others)
}

/// The problem of these people, whether they registered or not.
pub(super) fn of_people(
    db: &mut Db,
    round: &Round,
    limits: CategoryLimits,
    people: Vec<Registered>,
    others: Vec<Registered>,
) -> Result<Material> {
    let codes: BTreeSet<String> = people.iter().map(|each| each.organiser_code.clone()).collect();
    let codes: Vec<String> = codes.into_iter().collect();
    let mut organisers = organisers::matching_organisers(db, &codes, limits)?;
    for (one, two) in networks::rivals_of(db, round.network_id)? {
        if let (Ok(one), Ok(two)) = (codes.binary_search(&one), codes.binary_search(&two)) {
            organisers.get_mut(one).into_iter().for_each(|each| each.rivals.push(two));
        }
    }
    let themes = themes(db, &people)?;
    let mut persons: Vec<Person> =
        people.iter().enumerate().map(|(at, each)| person(at, each, &codes, &themes)).collect();
    keep_wishes(db, &people, &mut persons)?;
    let history = history(db, round, &people, &codes)?;
    let problem = Problem {
        organisers,
        people: persons,
        rules: rules(round),
        weights: round.weights()?,
        locks: Locks::default(),
        history,
    };
    Ok(Material { people, others, problem })
}

fn rules(round: &Round) -> Rules {
    let size = |n: i32| usize::try_from(n).unwrap_or(0);
    Rules {
        group_size: size(round.size_min)..=size(round.size_max),
        per_organiser: size(round.per_organiser),
        categories: keeping(round.categories),
        levels: keeping(round.levels),
        ..Rules::default()
    }
}

fn keeping(keeping: Keeping) -> matching::Keeping {
    match keeping {
        Keeping::Mixed => matching::Keeping::Mixed,
        Keeping::Apart => matching::Keeping::Apart,
    }
}

type Themes = BTreeMap<Id, (Vec<String>, Vec<String>)>;

// Keys follow from the order, which follows from what people are: the same people and seed give the same groups,
// whatever identifiers the database drew.
fn person(at: usize, each: &Registered, codes: &[String], themes: &Themes) -> Person {
    let (offers, needs) = each.person_id.and_then(|person| themes.get(&person)).cloned().unwrap_or_default();
    let both: BTreeSet<&String> = offers.iter().chain(&needs).collect();
    Person {
        key: format!("{at:06}"),
        organiser: codes.binary_search(&each.organiser_code).unwrap_or_default(),
        level: level(each.level),
        role: each.role.clone(),
        themes: both.into_iter().cloned().collect(),
        offers,
        needs,
        format: format_of(each.meeting_format),
        travel_limit_km: each.travel_limit_km.and_then(|km| u32::try_from(km).ok()),
        availability: accounts::half_days(each.availability),
        with: Vec::new(),
        not_with: Vec::new(),
    }
}

fn level(level: Level) -> matching::Level {
    match level {
        Level::Board => matching::Level::Board,
        Level::Administration => matching::Level::Administration,
        Level::Principal => matching::Level::Principal,
        Level::Teacher => matching::Level::Teacher,
    }
}

fn format_of(format: MeetingFormat) -> Format {
    match format {
        MeetingFormat::InPerson => Format::InPerson,
        MeetingFormat::Online => Format::Online,
        MeetingFormat::Either => Format::Either,
    }
}

/// What people offer and need. Protected people's themes count; they are not shown with a name.
fn themes(db: &mut Db, people: &[Registered]) -> Result<Themes> {
    let ids: Vec<Id> = people.iter().filter_map(|each| each.person_id).collect();
    let mut found = Themes::new();
    for some in ids.chunks(5_000) {
        let rows: Vec<(Id, String, String)> = person_themes::table
            .filter(person_themes::person_id.eq_any(some))
            .order((person_themes::person_id, person_themes::theme_slug))
            .select((person_themes::person_id, person_themes::direction, person_themes::theme_slug))
            .load(db)?;
        for (person, direction, theme) in rows {
            let (offers, needs) = found.entry(person).or_default();
            if direction == "offers" { offers.push(theme) } else { needs.push(theme) }
        }
    }
    Ok(found)
}

/// Tells the matcher with whom people do not want to share a group.
fn keep_wishes(db: &mut Db, people: &[Registered], persons: &mut [Person]) -> Result<()> {
    let mut seats: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
    let mut at_organiser: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, each) in people.iter().enumerate() {
        if let Some(person) = each.person_id {
            seats.entry(person).or_default().push(at);
        }
        at_organiser.entry(&each.organiser_code).or_default().push(at);
    }
    let who: Vec<Id> = seats.keys().copied().collect();
    for (person, other, organiser) in wishes::not_with(db, &who)? {
        let others = other.and_then(|other| seats.get(&other));
        let others = others.or_else(|| organiser.and_then(|code| at_organiser.get(code.as_str())));
        for at in seats.get(&person).into_iter().flatten() {
            let Some(wishing) = persons.get_mut(*at) else { continue };
            wishing.not_with.extend(others.into_iter().flatten().filter(|other| *other != at));
        }
    }
    Ok(())
}

/// Who has shared a group in this network before. A group counts as one round back for the latest round that was
/// published, two for the one before, and so on; groups made by hand count as the latest. The round's own groups are not
/// before it.
fn history(db: &mut Db, round: &Round, people: &[Registered], codes: &[String]) -> Result<History> {
    let place: BTreeMap<Id, usize> = people.iter().enumerate().map(|(at, each)| (each.seat_id, at)).collect();
    let rows: Vec<(Id, Option<Id>, Id)> = groups::table
        .inner_join(group_memberships::table)
        .filter(groups::network_id.eq(round.network_id))
        .filter(groups::round_id.is_null().or(groups::round_id.assume_not_null().ne(round.id)))
        .order((groups::created_at.desc(), groups::id))
        .select((groups::id, groups::round_id, group_memberships::seat_id))
        .load(db)?;
    let mut rounds: Vec<Id> = Vec::new();
    let mut met: BTreeMap<Id, (u32, BTreeSet<usize>)> = BTreeMap::new();
    for (group, of_round, seat) in rows {
        let ago = of_round.map_or(1, |id| {
            let known = rounds.iter().position(|each| *each == id);
            let at = known.unwrap_or_else(|| {
                rounds.push(id);
                rounds.len() - 1
            });
            u32::try_from(at + 1).unwrap_or(u32::MAX)
        });
        let entry = met.entry(group).or_insert((ago, BTreeSet::new()));
        entry.1.extend(place.get(&seat));
    }
    let mut history = History::default();
    for (ago, members) in met.into_values() {
        let of: BTreeSet<usize> = members
            .iter()
            .filter_map(|at| people.get(*at))
            .filter_map(|each| codes.binary_search(&each.organiser_code).ok())
            .collect();
        history.people.extend(pairs(&members, ago));
        history.organisers.extend(pairs(&of, ago));
    }
    Ok(history)
}

fn pairs(of: &BTreeSet<usize>, rounds_ago: u32) -> Vec<Met> {
    let each = |(at, a): (usize, &usize)| {
        let a = *a;
        of.iter().skip(at + 1).map(move |b| Met { a, b: *b, rounds_ago }).collect::<Vec<_>>()
    };
    of.iter().enumerate().flat_map(each).collect()
}
