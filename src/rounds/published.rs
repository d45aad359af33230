//! A published round as it is now: its groups, who is in them and who waits for one. What the engine is told after
//! publishing is made here and nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use matching::{History, Locks, Met, Person, Problem};

use super::late;
use super::problem::{Material, of_people};
use super::registration::{Registered, RegistrationState, registered};
use super::round::Round;
use crate::accounts::MeetingFormat;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::{group_memberships, groups, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::seats::Level;

/// Groups near somebody. Trying all takes long in large rounds and finds little.
const NEAREST: usize = 60;

/// People who wait that are looked at for one group.
const MOST_WAITING: usize = 100;

/// A group of a published round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    pub id: Id,
    pub name: String,
    /// Fewest it should have.
    pub fewest: usize,
}

/// A published round as it is now.
pub(super) struct Published {
    pub round: Round,
    /// The groups that are not closed, by name.
    pub groups: Vec<Standing>,
    /// Those in the groups and those who wait. Somebody without a registration has the identifier of the seat for it.
    pub material: Material,
    /// Who is in each group, by place in the problem. Seats that nobody holds are left out.
    pub members: Vec<Vec<usize>>,
    /// Those who wait for a group, by place in the problem.
    pub waiting: Vec<usize>,
}

/// Reads a round after publishing: its groups, those in them and those who wait. The number of queries does not depend
/// on how many there are. [`Error::Conflict`] when the round is not published.
pub(super) fn published(db: &mut Db, round: &Round, limits: CategoryLimits) -> Result<Published> {
    if round.published_at.is_none() {
        return Err(Error::Conflict("error-round-not-published"));
    }
    let groups = standing(db, round)?;
    let at: BTreeMap<Id, usize> = groups.iter().enumerate().map(|(at, group)| (group.id, at)).collect();
    let mut place: BTreeMap<Id, usize> = BTreeMap::new();
    for (group, seat) in stays(db, round.id)? {
        // Somebody in two groups counts in the one that came first.
        let Some(group) = at.get(&group) else { continue };
        place.entry(seat).or_insert(*group);
    }
    let waits: BTreeSet<Id> = late::waiting(db, round.id)?.into_iter().collect();
    let mut everybody = registered(db, round.id)?;
    everybody.retain(|each| place.contains_key(&each.seat_id) || waits.contains(&each.id));
    let known: BTreeSet<Id> = everybody.iter().map(|each| each.seat_id).collect();
    let others: Vec<Id> = place.keys().filter(|seat| !known.contains(seat)).copied().collect();
    everybody.extend(unregistered(db, &others)?);
    let mut members = vec![Vec::new(); groups.len()];
    let mut waiting = Vec::new();
    for (person, each) in everybody.iter().enumerate() {
        match place.get(&each.seat_id).and_then(|group| members.get_mut(*group)) {
            Some(group) => group.push(person),
            None => waiting.push(person),
        }
    }
    let material = of_people(db, round, limits, everybody, Vec::new())?;
    Ok(Published { round: round.clone(), groups, material, members, waiting })
}

impl Published {
    /// Somebody by place in the problem.
    pub fn person(&self, at: usize) -> Result<&Registered> {
        self.material.people.get(at).ok_or(Error::NotFound)
    }

    /// The place in the problem of a seat. [`Error::NotFound`] when it neither is in a group nor waits.
    pub fn place_of(&self, seat: Id) -> Result<usize> {
        self.material.people.iter().position(|each| each.seat_id == seat).ok_or(Error::NotFound)
    }

    /// The place of a group. [`Error::NotFound`] when it is not of this round or closed.
    pub fn group_at(&self, id: Id) -> Result<usize> {
        self.groups.iter().position(|group| group.id == id).ok_or(Error::NotFound)
    }

    /// The group by its place.
    pub fn group(&self, at: usize) -> Result<&Standing> {
        self.groups.get(at).ok_or(Error::NotFound)
    }

    /// In which group somebody is, by place.
    pub fn group_of(&self, person: usize) -> Option<usize> {
        self.members.iter().position(|group| group.contains(&person))
    }

    /// The groups when somebody is in none of them.
    pub fn without(&self, person: usize) -> Vec<Vec<usize>> {
        let mut groups = self.members.clone();
        groups.iter_mut().for_each(|group| group.retain(|member| *member != person));
        groups
    }

    /// The part of it that is near somebody: the groups that fit best, the own one, and those who wait. What is worked out for
    /// one person or group is worked out on it, so that it takes no longer in a large round. Places differ from these.
    pub fn near(&self, person: usize) -> Published {
        let problem = &self.material.problem;
        if self.groups.len() <= NEAREST {
            return self.part(&(0..self.groups.len()).collect());
        }
        let found = matching::best_group_for(problem, &self.without(person), person, NEAREST);
        self.part(&found.into_iter().map(|opening| opening.group).chain(self.group_of(person)).collect())
    }

    /// These groups, those in them and those who wait.
    fn part(&self, wanted: &BTreeSet<usize>) -> Published {
        let inside: Vec<&Vec<usize>> = wanted.iter().filter_map(|at| self.members.get(*at)).collect();
        let people: BTreeSet<usize> =
            inside.iter().copied().flatten().chain(self.waiting.iter().take(MOST_WAITING)).copied().collect();
        let place: BTreeMap<usize, usize> = people.iter().enumerate().map(|(now, was)| (*was, now)).collect();
        let all = |of: &[usize]| of.iter().filter_map(|was| place.get(was).copied()).collect::<Vec<_>>();
        let problem = &self.material.problem;
        let met = |each: &Met| {
            Some(Met { a: *place.get(&each.a)?, b: *place.get(&each.b)?, rounds_ago: each.rounds_ago })
        };
        let person = |was: &usize| {
            let person = problem.people.get(*was)?;
            Some(Person { with: all(&person.with), not_with: all(&person.not_with), ..person.clone() })
        };
        let history = History {
            people: problem.history.people.iter().filter_map(met).collect(),
            organisers: problem.history.organisers.clone(),
        };
        let part = Problem {
            organisers: problem.organisers.clone(),
            people: people.iter().filter_map(person).collect(),
            rules: problem.rules.clone(),
            weights: problem.weights.clone(),
            locks: Locks::default(),
            history,
        };
        let registered = people.iter().filter_map(|was| self.material.people.get(*was)).cloned().collect();
        Published {
            round: self.round.clone(),
            groups: wanted.iter().filter_map(|at| self.groups.get(*at)).cloned().collect(),
            material: Material { people: registered, others: Vec::new(), problem: part },
            members: inside.into_iter().map(|group| all(group)).collect(),
            waiting: all(&self.waiting),
        }
    }

    /// Names of the groups, by place.
    pub fn names(&self) -> Vec<String> {
        self.groups.iter().map(|group| group.name.clone()).collect()
    }
}

/// The groups of a round that are not closed.
pub(super) fn standing(db: &mut Db, round: &Round) -> Result<Vec<Standing>> {
    let rows: Vec<(Id, String, Option<i32>)> = groups::table
        .filter(groups::round_id.eq(round.id))
        .filter(groups::closed_at.is_null())
        .order((groups::name, groups::id))
        .select((groups::id, groups::name, groups::least))
        .load(db)?;
    let fewest = |least: Option<i32>| usize::try_from(least.unwrap_or(round.size_min)).unwrap_or(0);
    Ok(rows.into_iter().map(|(id, name, least)| Standing { id, name, fewest: fewest(least) }).collect())
}

/// Who is in which group of a round, those that came first first; without seats that nobody with an account holds.
fn stays(db: &mut Db, round: Id) -> Result<Vec<(Id, Id)>> {
    Ok(group_memberships::table
        .inner_join(groups::table)
        .inner_join(seats::table.inner_join(people::table))
        .filter(groups::round_id.eq(round))
        .filter(groups::closed_at.is_null())
        .filter(group_memberships::left_at.is_null())
        .filter(people::disabled_at.is_null())
        .order((group_memberships::joined_at, group_memberships::id))
        .select((groups::id, seats::id))
        .load(db)?)
}

/// Those who came into a group of the round without having registered for it, by what they say in their profile.
fn unregistered(db: &mut Db, wanted: &[Id]) -> Result<Vec<Registered>> {
    type Row = (Id, String, Level, Option<Timestamp>, Id, String, bool, MeetingFormat, Option<i32>, i32, Of);
    type Of = (String, String, Option<String>);
    let mut found = Vec::new();
    for some in wanted.chunks(5_000) {
        let rows: Vec<Row> = seats::table
            .inner_join(organisers::table)
            .inner_join(people::table)
            .filter(seats::id.eq_any(some))
            .order((organisers::name, organisers::code, seats::role, people::name, seats::id))
            .select((
                seats::id,
                seats::role,
                seats::level,
                seats::confirmed_at,
                people::id,
                people::name,
                people::protected,
                people::meeting_format,
                people::travel_limit_km,
                people::availability,
                (organisers::code, organisers::name, organisers::county_name),
            ))
            .load(db)?;
        found.extend(rows.into_iter().map(|row| {
            let (
                seat_id,
                role,
                level,
                confirmed_at,
                person,
                name,
                protected,
                format,
                km,
                availability,
                organiser,
            ) = row;
            let (organiser_code, organiser_name, county_name) = organiser;
            Registered {
                id: seat_id,
                seat_id,
                state: RegistrationState::Active,
                wishes: String::new(),
                meeting_format: format,
                travel_limit_km: km,
                availability,
                role,
                level,
                confirmed_at,
                person_id: Some(person),
                name: (!protected).then_some(name),
                protected: Some(protected),
                organiser_code,
                organiser_name,
                county_name,
            }
        }));
    }
    Ok(found)
}
