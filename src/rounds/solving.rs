//! Running the matcher on a round: a new proposal, or a better one around what is locked.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use matching::{Budget, Explanation, Locks, Problem, Progress, Solution, SolveError};

use super::changes::{self, About, ChangeKind};
use super::naming::{is_made, name_groups};
use super::problem::{Material, material};
use super::proposal::{Improved, Outcome, Proposal, ProposedGroup, proposal, set_outcome};
use super::round::{Round, RoundState, find};
use super::search::{self, Watch};
use super::snapshot::{self, GroupRow, PlaceRow, Snapshot};
use super::why::{Names, Reason, UnplacedWhy};
use crate::app::App;
use crate::clock;
use crate::config::CategoryLimits;
use crate::db::schema::{groups, rounds};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::jobs::Lease;

/// Up to so many people are matched while the coordinator waits; more in the background.
pub(super) const MOST_AT_ONCE: i64 = 300;

/// Exchanges looked at for each person: two seconds for 300 people on one core. A number and not a time, so that the
/// same seed gives the same groups.
const ITERATIONS_EACH: u64 = 150_000;

/// What moving somebody must gain in points, of all points together, when a proposal is improved: nobody is moved for
/// nothing.
const MOVING_PRICE: u32 = 25;

/// What a search is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aim {
    /// What it starts from.
    pub seed: i64,
    /// Whether it starts from the groups as they stand and leaves what is locked.
    pub improves: bool,
}

/// Matches a round and keeps the proposal, in place of an earlier one. The search runs off the async threads.
/// [`Error::Conflict`] when the round is published or called off.
pub async fn run(app: &App, round: Id, seed: i64) -> Result<()> {
    run_watched(app, round, Aim { seed, improves: false }, None, &Watch::default()).await
}

/// As [`run`], for a job: nothing is written once its lease is lost; the best so far is kept when the watch says stop.
pub(super) async fn run_watched(
    app: &App,
    round: Id,
    aim: Aim,
    lease: Option<Lease>,
    watch: &Watch,
) -> Result<()> {
    for _ in 0..3 {
        let limits = app.config.settings.categories;
        let (task, of) = app.database.read(move |db| task(db, round, aim, limits)).await?;
        let watch = watch.clone();
        let search = move || solve(task, aim.seed, &watch);
        let solved = tokio::task::spawn_blocking(search).await.map_err(Error::internal)??;
        let now = app.clock.now();
        // Somebody may have registered or left meanwhile, or a coordinator changed the groups; so look again.
        let write = move |tx: &mut Tx<'_>| {
            lease.map_or(Ok(()), |lease| lease.hold(tx, now))?;
            keep(tx, &of, &solved, aim.seed, now)
        };
        if app.database.write(write).await? {
            return Ok(());
        }
    }
    Err(Error::Conflict("error-round-moving"))
}

/// What is to be solved.
struct Task {
    material: Material,
    standing: Option<Standing>,
}

/// The groups that a search starts from.
struct Standing {
    /// The last change that it knows of.
    latest: Option<Id>,
    /// The groups, those with something locked first.
    groups: Vec<ProposedGroup>,
    /// The people in them, by place in the problem.
    members: Vec<Vec<usize>>,
}

fn task(db: &mut Db, round: Id, aim: Aim, limits: CategoryLimits) -> Result<(Task, Round)> {
    let round = find(db, round)?;
    if aim.improves && round.state(round.last_day) == RoundState::Proposal {
        return Ok((standing(db, &round, limits)?, round));
    }
    let material = material(db, &round, limits, |each| each.confirmed_at.is_some())?;
    Ok((Task { material, standing: None }, round))
}

/// Those in groups, and those who wait for one: not those whom a coordinator took out or whose seat nobody confirmed.
fn standing(db: &mut Db, round: &Round, limits: CategoryLimits) -> Result<Task> {
    let latest = changes::latest(db, round.id)?;
    let Proposal { mut groups, unplaced } = proposal(db, round.id)?;
    let waits = |(each, why): &(super::Registered, UnplacedWhy)| {
        (each.confirmed_at.is_some() && why.reason != Reason::TakenOut).then_some(each.id)
    };
    let inside = groups.iter().flat_map(|group| group.members.iter().map(|member| member.registered.id));
    let taking_part: BTreeSet<Id> = inside.chain(unplaced.iter().filter_map(waits)).collect();
    let mut material = material(db, round, limits, |each| taking_part.contains(&each.id))?;
    let place: BTreeMap<Id, usize> =
        material.people.iter().enumerate().map(|(at, each)| (each.id, at)).collect();
    let of = |id: Id| place.get(&id).copied();
    groups.sort_by_key(|group| group.lock(of).is_none());
    let locked = groups.iter().filter_map(|group| group.lock(of)).collect();
    material.problem.locks = Locks { groups: locked, ..Locks::default() };
    material.put_locks_above_wishes();
    let people = |group: &ProposedGroup| {
        group.members.iter().filter_map(|member| of(member.registered.id)).collect::<Vec<_>>()
    };
    let members = groups.iter().map(people).collect();
    Ok(Task { material, standing: Some(Standing { latest, groups, members }) })
}

/// What a search around the locks would work with: the people, and what contradicts itself among the locks.
pub(super) fn improvable(
    db: &mut Db,
    round: &Round,
    limits: CategoryLimits,
) -> Result<(Material, Vec<matching::Infeasible>)> {
    let task = standing(db, round, limits)?;
    let contradictions = matching::check(&task.material.problem).err().unwrap_or_default();
    Ok((task.material, contradictions))
}

struct Solved {
    task: Task,
    /// What was found; nothing when no groups are better than those that stand.
    found: Option<Found>,
}

struct Found {
    solution: Solution,
    explanation: Explanation,
    improved: Option<Improved>,
}

fn solve(task: Task, seed: i64, watch: &Watch) -> Result<Solved> {
    let problem = &task.material.problem;
    let people = u64::try_from(problem.people.len()).unwrap_or(0);
    let iterations = (people * ITERATIONS_EACH).clamp(ITERATIONS_EACH, 3_000_000_000);
    let over = || watch.is_stopped();
    let told = |progress: Progress| watch.tell(progress);
    let budget = Budget { deadline: Some(&over), progress: Some(&told), ..Budget::iterations(iterations) };
    let (solution, improved) = match &task.standing {
        Some(standing) => match improve(problem, &standing.members, &budget, seed)? {
            Some((solution, improved)) => (solution, Some(improved)),
            None => return Ok(Solved { task, found: None }),
        },
        None => (matching::solve(problem, &budget, seed.cast_unsigned()).map_err(impossible)?, None),
    };
    let explanation = matching::explain(problem, &solution);
    Ok(Solved { task, found: Some(Found { solution, explanation, improved }) })
}

/// Improves groups; nothing when none better are found and those that stand break no rule.
fn improve(
    problem: &Problem,
    members: &[Vec<usize>],
    budget: &Budget<'_>,
    seed: i64,
) -> Result<Option<(Solution, Improved)>> {
    let found = matching::resolve(problem, members, MOVING_PRICE, budget, seed.cast_unsigned());
    let found = found.map_err(impossible)?;
    let somebody = members.iter().flatten().next();
    let stands = somebody.map(|person| matching::effect_of_leaving(problem, members, *person));
    let stands = stands.transpose().map_err(Error::internal)?.map(|effect| effect.before).unwrap_or_default();
    let value = found.solution.value;
    let no_better = (value.placed, value.mean) <= (stands.placed, stands.mean);
    if no_better && matching::broken_rules(problem, members).is_empty() {
        return Ok(None);
    }
    Ok(Some((found.solution, Improved { moved: found.moved.len() })))
}

fn impossible(error: SolveError) -> Error {
    match error {
        SolveError::Infeasible(_) => Error::Conflict("error-round-impossible"),
        other => Error::internal(other),
    }
}

/// Writes the proposal down, unless those registered or the groups are not those that were matched; whether it was
/// written.
fn keep(tx: &mut Tx<'_>, of: &Round, solved: &Solved, seed: i64, now: Timestamp) -> Result<bool> {
    tx.lock(of.id)?;
    let round = find(tx, of.id)?;
    if round.published_at.is_some() || round.cancelled_at.is_some() {
        return Err(Error::Conflict("error-round-not-open"));
    }
    let Material { people, others, .. } = &solved.task.material;
    let known: BTreeSet<Id> = people.iter().chain(others).map(|each| each.id).collect();
    if snapshot::active(tx, round.id)? != known {
        return Ok(false);
    }
    let before = match &solved.task.standing {
        Some(standing) if round.matched_at.is_none() || changes::latest(tx, round.id)? != standing.latest => {
            return Ok(false);
        }
        _ => snapshot::whole(tx, &round)?,
    };
    search::end(tx, round.id)?;
    let Some(found) = &solved.found else {
        let outcome = Outcome { improved: Some(Improved { moved: 0 }), ..before.outcome };
        set_outcome(tx, round.id, &outcome)?;
        return Ok(true);
    };
    if round.matched_at.is_some() {
        let kind = if solved.task.standing.is_some() { ChangeKind::Improve } else { ChangeKind::Anew };
        changes::record(tx, round.id, kind, &About::default(), &before, None, now)?;
    }
    let after = written(tx, &round, &solved.task, found, before, seed)?;
    snapshot::replace(tx, round.id, &after)?;
    diesel::update(rounds::table.find(round.id))
        .set((rounds::matched_at.eq(now), rounds::seed.eq(seed)))
        .execute(&mut **tx)?;
    Ok(true)
}

/// What was found as it is stored.
fn written(
    tx: &mut Tx<'_>,
    round: &Round,
    Task { material, standing }: &Task,
    Found { solution, explanation, improved }: &Found,
    before: Snapshot,
    seed: i64,
) -> Result<Snapshot> {
    let stood = standing.as_ref().map_or(&[][..], |standing| standing.groups.as_slice());
    let called = names(tx, round, material, &solution.groups, stood)?;
    let organisers = material.organiser_names();
    let said = Names { problem: &material.problem, organisers: &organisers };
    let known: BTreeMap<Id, &GroupRow> = before.groups.iter().map(|group| (group.id, group)).collect();
    let mut earlier: BTreeMap<Id, PlaceRow> =
        before.places.into_iter().map(|place| (place.registration, place)).collect();
    let (mut groups, mut ids) = (Vec::new(), Vec::new());
    for (at, (name, why)) in called.iter().zip(&explanation.groups).enumerate() {
        let row = stood.get(at).and_then(|group| known.get(&group.id));
        let id = row.map_or_else(clock::new_id, |row| row.id);
        ids.push(id);
        // A group that was dissolved is gone.
        if solution.groups.get(at).is_none_or(Vec::is_empty) {
            continue;
        }
        groups.push(GroupRow {
            id,
            position: row.map_or(i32::try_from(at).unwrap_or(i32::MAX), |row| row.position),
            name: name.clone(),
            why: serde_json::to_string(&said.group(why))?,
            frozen_at: row.and_then(|row| row.frozen_at),
        });
    }
    groups.sort_by_key(|group| group.position);
    for (position, group) in groups.iter_mut().enumerate() {
        group.position = i32::try_from(position).unwrap_or(i32::MAX);
    }
    let mut places = Vec::new();
    let registration = |person: usize| {
        let registered = material.people.get(person).map(|each| each.id);
        registered.ok_or_else(|| Error::message("no such person"))
    };
    for each in &explanation.people {
        let (registration, group) = (registration(each.person)?, ids.get(each.group).copied());
        let stays = earlier.remove(&registration).filter(|place| place.group == group);
        let mut why = said.person(each, &called);
        why.by_hand = stays.as_ref().is_some_and(|place| place.moved_at.is_some());
        places.push(PlaceRow {
            registration,
            group,
            why: serde_json::to_string(&why)?,
            moved_at: stays.as_ref().and_then(|place| place.moved_at),
            locked_at: stays.as_ref().and_then(|place| place.locked_at),
        });
    }
    for each in &solution.unplaced {
        let (registration, why) = (registration(each.person)?, serde_json::to_string(&said.unplaced(each))?);
        earlier.remove(&registration);
        places.push(PlaceRow { registration, group: None, why, moved_at: None, locked_at: None });
    }
    let unconfirmed = serde_json::to_string(&UnplacedWhy { reason: Reason::Unconfirmed, help: Vec::new() })?;
    for each in &material.others {
        let stays = earlier.remove(&each.id).filter(|_| standing.is_some());
        places.push(stays.unwrap_or_else(|| PlaceRow {
            registration: each.id,
            group: None,
            why: unconfirmed.clone(),
            moved_at: None,
            locked_at: None,
        }));
    }
    let (value, gap_per_mille) = (solution.value, solution.gap_per_mille());
    let outcome = Outcome { seed, groups: groups.len(), value, gap_per_mille, improved: *improved };
    Ok(Snapshot { groups, places, outcome })
}

/// Names for the groups found. One that stood before keeps the name that somebody gave it; a name made from its
/// organisers follows them.
fn names(
    tx: &mut Tx<'_>,
    round: &Round,
    material: &Material,
    found: &[Vec<usize>],
    stood: &[ProposedGroup],
) -> Result<Vec<String>> {
    let mut taken: BTreeSet<String> = groups::table
        .filter(groups::network_id.eq(round.network_id))
        .select(groups::name)
        .load(&mut **tx)?
        .into_iter()
        .collect();
    let sizes: BTreeMap<&str, u32> = material
        .problem
        .organisers
        .iter()
        .map(|organiser| (organiser.key.as_str(), organiser.size.unwrap_or(0)))
        .collect();
    let sized = |each: &super::Registered| {
        let size = sizes.get(each.organiser_code.as_str()).copied().unwrap_or(0);
        (each.organiser_name.clone(), size)
    };
    let given: Vec<Option<String>> = (0..found.len())
        .map(|at| {
            let group = stood.get(at)?;
            let organisers: Vec<_> = group.members.iter().map(|member| sized(&member.registered)).collect();
            (!is_made(&group.name, &organisers)).then(|| group.name.clone())
        })
        .collect();
    taken.extend(given.iter().flatten().cloned());
    let organisers = |people: &Vec<usize>| {
        people.iter().filter_map(|person| material.people.get(*person)).map(sized).collect::<Vec<_>>()
    };
    let unnamed = found.iter().zip(&given).filter(|(_, given)| given.is_none());
    let unnamed: Vec<_> = unnamed.map(|(people, _)| organisers(people)).collect();
    let mut made = name_groups(&unnamed, &taken).into_iter();
    Ok(given.into_iter().map(|given| given.or_else(|| made.next()).unwrap_or_default()).collect())
}
