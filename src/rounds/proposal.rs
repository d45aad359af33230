//! The proposal: running the matcher, keeping what it found, reading it back.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use matching::{Budget, SolveError};
use serde::{Deserialize, Serialize};

use super::naming::name_groups;
use super::problem::{Material, material};
use super::registration::{Registered, RegistrationState, registered};
use super::round::{Round, find};
use super::search::{self, Watch};
use super::why::{GroupWhy, Names, PersonWhy, Reason, UnplacedWhy};
use crate::app::App;
use crate::clock;
use crate::db::schema::{groups, proposal_groups, proposal_places, registrations, rounds};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::jobs::Lease;

/// Up to so many people are matched while the coordinator waits; more in the background.
pub(super) const MOST_AT_ONCE: i64 = 300;

/// Exchanges looked at for each person: two seconds for 300 people on one core. A number and not a time, so that the
/// same seed gives the same groups.
const ITERATIONS_EACH: u64 = 150_000;

/// How a matching went, kept with the round.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Seed of the search.
    pub seed: i64,
    /// Groups made.
    pub groups: usize,
    /// Figures of the groups.
    pub value: matching::Value,
    /// How far the mean is from the best possible at most, in parts per thousand; where it was worked out.
    pub gap_per_mille: Option<u32>,
}

impl Outcome {
    /// The outcome kept with a round, if there is one.
    pub fn of(round: &Round) -> Option<Outcome> {
        round.result.as_deref().and_then(|text| serde_json::from_str(text).ok())
    }
}

/// Matches a round and keeps the proposal, in place of an earlier one. The search runs off the async threads.
/// [`Error::Conflict`] when the round is published or called off.
pub async fn run(app: &App, round: Id, seed: i64) -> Result<()> {
    run_watched(app, round, seed, None, &Watch::default()).await
}

/// As [`run`], for a job: nothing is written once its lease is lost; the best so far is kept when the watch says stop.
pub(super) async fn run_watched(
    app: &App,
    round: Id,
    seed: i64,
    lease: Option<Lease>,
    watch: &Watch,
) -> Result<()> {
    for _ in 0..3 {
        let limits = app.config.settings.categories;
        let read = move |db: &mut Db| {
            let round = find(db, round)?;
            Ok((material(db, &round, true, limits)?, round))
        };
        let (found, of) = app.database.read(read).await?;
        let watch = watch.clone();
        let search = move || solve(found, seed, &watch);
        let solved = tokio::task::spawn_blocking(search).await.map_err(Error::internal)??;
        let now = app.clock.now();
        // Somebody may have registered or left meanwhile; nobody must be missing, so look again.
        let write = move |tx: &mut Tx<'_>| {
            lease.map_or(Ok(()), |lease| lease.hold(tx, now))?;
            keep(tx, &of, &solved, seed, now)
        };
        if app.database.write(write).await? {
            return Ok(());
        }
    }
    Err(Error::Conflict("error-round-moving"))
}

struct Solved {
    material: Material,
    solution: matching::Solution,
    explanation: matching::Explanation,
}

fn solve(material: Material, seed: i64, watch: &Watch) -> Result<Solved> {
    let people = u64::try_from(material.people.len()).unwrap_or(0);
    let iterations = (people * ITERATIONS_EACH).clamp(ITERATIONS_EACH, 3_000_000_000);
    let (over, told) = (|| watch.is_stopped(), |progress| watch.tell(progress));
    let budget = Budget { deadline: Some(&over), progress: Some(&told), ..Budget::iterations(iterations) };
    let solution =
        matching::solve(&material.problem, &budget, seed.cast_unsigned()).map_err(|error| match error {
            SolveError::Infeasible(_) => Error::Conflict("error-round-impossible"),
            other => Error::internal(other),
        })?;
    let explanation = matching::explain(&material.problem, &solution);
    Ok(Solved { material, solution, explanation })
}

/// Writes the proposal down, unless those registered are not those who were matched; whether it was written.
fn keep(tx: &mut Tx<'_>, of: &Round, solved: &Solved, seed: i64, now: Timestamp) -> Result<bool> {
    tx.lock(of.id)?;
    let round = find(tx, of.id)?;
    if round.published_at.is_some() || round.cancelled_at.is_some() {
        return Err(Error::Conflict("error-round-not-open"));
    }
    let Solved { material, solution, explanation } = solved;
    let active: BTreeSet<Id> = registrations::table
        .filter(registrations::round_id.eq(round.id))
        .filter(registrations::state.eq(RegistrationState::Active))
        .select(registrations::id)
        .load(&mut **tx)?
        .into_iter()
        .collect();
    let known: BTreeSet<Id> =
        material.people.iter().chain(&material.unconfirmed).map(|each| each.id).collect();
    if active != known {
        return Ok(false);
    }
    clear(tx, round.id)?;
    search::end(tx, round.id)?;
    let organisers = material.organiser_names();
    let names = Names { problem: &material.problem, organisers: &organisers };
    let called = group_names(tx, &round, material, &solution.groups)?;
    let mut ids = Vec::new();
    for (at, (name, why)) in called.iter().zip(&explanation.groups).enumerate() {
        ids.push(insert_group(tx, round.id, at, name, &names.group(why))?);
    }
    let mut whys: Vec<(usize, Option<Id>, String)> = Vec::new();
    for why in &explanation.people {
        let kept = serde_json::to_string(&names.person(why, &called))?;
        whys.push((why.person, ids.get(why.group).copied(), kept));
    }
    for each in &solution.unplaced {
        whys.push((each.person, None, serde_json::to_string(&names.unplaced(each))?));
    }
    let mut places = Vec::new();
    for (person, proposal_group_id, why) in whys {
        let registered = material.people.get(person).ok_or_else(|| Error::message("no such person"))?;
        places.push(Place { registration_id: registered.id, round_id: round.id, proposal_group_id, why });
    }
    let unconfirmed = serde_json::to_string(&UnplacedWhy { reason: Reason::Unconfirmed, help: Vec::new() })?;
    places.extend(material.unconfirmed.iter().map(|each| Place {
        registration_id: each.id,
        round_id: round.id,
        proposal_group_id: None,
        why: unconfirmed.clone(),
    }));
    insert_places(tx, &places)?;
    let outcome =
        Outcome { seed, groups: ids.len(), value: solution.value, gap_per_mille: solution.gap_per_mille() };
    set_outcome(tx, round.id, &outcome)?;
    diesel::update(rounds::table.find(round.id))
        .set((rounds::matched_at.eq(now), rounds::seed.eq(seed)))
        .execute(&mut **tx)?;
    Ok(true)
}

/// Throws the proposal away. Registration opens again where its last day is not over.
/// [`Error::Conflict`] when the round is published.
pub fn discard(tx: &mut Tx<'_>, round: Id) -> Result<()> {
    tx.lock(round)?;
    if find(tx, round)?.published_at.is_some() {
        return Err(Error::Conflict("error-round-published"));
    }
    clear(tx, round)?;
    search::end(tx, round)?;
    diesel::update(rounds::table.find(round))
        .set((rounds::matched_at.eq(None::<Timestamp>), rounds::result.eq(None::<String>)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn set_outcome(tx: &mut Tx<'_>, round: Id, outcome: &Outcome) -> Result<()> {
    diesel::update(rounds::table.find(round))
        .set(rounds::result.eq(serde_json::to_string(outcome)?))
        .execute(&mut **tx)?;
    Ok(())
}

fn clear(tx: &mut Tx<'_>, round: Id) -> Result<()> {
    diesel::delete(proposal_places::table.filter(proposal_places::round_id.eq(round))).execute(&mut **tx)?;
    diesel::delete(proposal_groups::table.filter(proposal_groups::round_id.eq(round))).execute(&mut **tx)?;
    Ok(())
}

fn group_names(
    tx: &mut Tx<'_>,
    round: &Round,
    material: &Material,
    found: &[Vec<usize>],
) -> Result<Vec<String>> {
    let taken: Vec<String> =
        groups::table.filter(groups::network_id.eq(round.network_id)).select(groups::name).load(&mut **tx)?;
    let organiser = |person: &usize| {
        let registered = material.people.get(*person)?;
        let at = material.problem.people.get(*person)?.organiser;
        let size = material.problem.organisers.get(at)?.size.unwrap_or(0);
        Some((registered.organiser_name.clone(), size))
    };
    let found: Vec<Vec<(String, u32)>> =
        found.iter().map(|group| group.iter().filter_map(organiser).collect()).collect();
    Ok(name_groups(&found, &taken.into_iter().collect()))
}

fn insert_group(tx: &mut Tx<'_>, round: Id, at: usize, name: &str, why: &GroupWhy) -> Result<Id> {
    let id = clock::new_id();
    diesel::insert_into(proposal_groups::table)
        .values((
            proposal_groups::id.eq(id),
            proposal_groups::round_id.eq(round),
            proposal_groups::position.eq(i32::try_from(at).unwrap_or(i32::MAX)),
            proposal_groups::name.eq(name),
            proposal_groups::why.eq(serde_json::to_string(why)?),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

#[derive(Insertable)]
#[diesel(table_name = proposal_places)]
struct Place {
    registration_id: Id,
    round_id: Id,
    proposal_group_id: Option<Id>,
    why: String,
}

fn insert_places(tx: &mut Tx<'_>, places: &[Place]) -> Result<()> {
    for some in places.chunks(1_000) {
        crate::on_both!(tx, c => diesel::insert_into(proposal_places::table).values(some).execute(c))?;
    }
    Ok(())
}

/// A proposed group.
#[derive(Debug, Clone)]
pub struct ProposedGroup {
    /// Identifier.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Why.
    pub why: GroupWhy,
    /// Who is in it.
    pub members: Vec<ProposedMember>,
}

/// Somebody in a proposed group.
#[derive(Debug, Clone)]
pub struct ProposedMember {
    /// The registration.
    pub registered: Registered,
    /// Why here.
    pub why: PersonWhy,
    /// Whether a coordinator moved them here.
    pub moved: bool,
}

/// The whole proposal.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    /// The groups, in order.
    pub groups: Vec<ProposedGroup>,
    /// Those without a group, and why.
    pub unplaced: Vec<(Registered, UnplacedWhy)>,
}

type GroupRow = (Id, String, String);
type PlaceRow = (Id, Option<Id>, String, Option<Timestamp>);

/// Reads the proposal of a round: three queries.
pub fn proposal(db: &mut Db, round: Id) -> Result<Proposal> {
    let rows: Vec<GroupRow> = proposal_groups::table
        .filter(proposal_groups::round_id.eq(round))
        .order(proposal_groups::position)
        .select((proposal_groups::id, proposal_groups::name, proposal_groups::why))
        .load(db)?;
    let mut groups = Vec::new();
    for (id, name, why) in rows {
        groups.push(ProposedGroup { id, name, why: serde_json::from_str(&why)?, members: Vec::new() });
    }
    let places: Vec<PlaceRow> = proposal_places::table
        .filter(proposal_places::round_id.eq(round))
        .select((
            proposal_places::registration_id,
            proposal_places::proposal_group_id,
            proposal_places::why,
            proposal_places::moved_at,
        ))
        .load(db)?;
    let mut places: BTreeMap<Id, PlaceRow> = places.into_iter().map(|place| (place.0, place)).collect();
    let at: BTreeMap<Id, usize> = groups.iter().enumerate().map(|(at, group)| (group.id, at)).collect();
    let mut unplaced = Vec::new();
    for registered in registered(db, round)? {
        let Some((_, group, why, moved_at)) = places.remove(&registered.id) else { continue };
        match group.and_then(|id| at.get(&id)).and_then(|at| groups.get_mut(*at)) {
            Some(group) => {
                let why = serde_json::from_str(&why)?;
                group.members.push(ProposedMember { registered, why, moved: moved_at.is_some() });
            }
            None => unplaced.push((registered, serde_json::from_str(&why)?)),
        }
    }
    Ok(Proposal { groups, unplaced })
}

/// Gives a proposed group another name. [`Error::NotFound`] when it is not of this round.
pub fn rename(tx: &mut Tx<'_>, round: Id, group: Id, name: &str) -> Result<()> {
    let of_round = proposal_groups::table.find(group).filter(proposal_groups::round_id.eq(round));
    let changed = diesel::update(of_round).set(proposal_groups::name.eq(name)).execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}
