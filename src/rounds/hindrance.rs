//! Why no group of a published round can take somebody without breaking a rule, and what would help.

use std::collections::BTreeMap;

use matching::{BrokenRule, Conflict, Help, View, best_group_for};

use super::published::Published;
use super::why::{Reason, UnplacedWhy};
use crate::error::Result;

/// Groups that are looked at: those with least in the way.
const LOOKED_AT: usize = 12;

/// What is in the way most often, and what would help; nothing when some group can take the person.
pub(super) fn hindrance(published: &Published, person: usize) -> Result<Option<UnplacedWhy>> {
    let problem = &published.material.problem;
    let openings = best_group_for(problem, &published.without(person), person, LOOKED_AT);
    if openings.iter().any(|opening| opening.broken.is_empty()) {
        return Ok(None);
    }
    let mut tally: BTreeMap<Option<Conflict>, usize> = BTreeMap::new();
    for opening in &openings {
        *tally.entry(opening.broken.iter().find_map(|rule| conflict(rule, person))).or_default() += 1;
    }
    let mostly = tally.into_iter().max_by_key(|(_, count)| *count).and_then(|(conflict, _)| conflict);
    let (least, most) = (*problem.rules.group_size.start(), *problem.rules.group_size.end());
    let mut help = match mostly {
        None => vec![Help::AllowGroupSize { least, most: most + 1 }],
        Some(Conflict::SameOrganiser) => {
            vec![Help::AllowPerOrganiser { most: problem.rules.per_organiser + 1 }]
        }
        Some(Conflict::Category) => vec![Help::MixCategories],
        Some(Conflict::Level) => vec![Help::MixLevels],
        Some(Conflict::NotWith) => vec![Help::FewerNotWith],
        Some(Conflict::Apart | Conflict::Rivals) => vec![Help::FewerLocks],
        Some(Conflict::MetRecently) => vec![Help::MeetAgain],
        Some(Conflict::Format) => vec![Help::MeetEitherWay],
        Some(Conflict::Travel) => {
            nearest_km(published, person).map(|km| Help::TravelLimit { km }).into_iter().collect()
        }
    };
    let missing = least.saturating_sub(published.waiting.len());
    if missing > 0 {
        help.push(Help::MorePeople { count: missing });
    }
    Ok(Some(UnplacedWhy { reason: Reason::NoRoom { mostly }, help }))
}

/// What a broken rule has to do with somebody.
fn conflict(rule: &BrokenRule, person: usize) -> Option<Conflict> {
    match rule {
        BrokenRule::Pair { a, b, conflict, .. } if [*a, *b].contains(&person) => Some(*conflict),
        BrokenRule::PerOrganiser { .. } => Some(Conflict::SameOrganiser),
        _ => None,
    }
}

/// Kilometres that the person would have to travel for the group that is nearest as a whole; where positions are known.
fn nearest_km(published: &Published, person: usize) -> Option<u32> {
    let view = View::new(&published.material.problem);
    let widest = |group: &Vec<usize>| {
        let others = group.iter().filter(|other| **other != person);
        others.filter_map(|other| view.distance_km(person, *other)).max()
    };
    published.without(person).iter().filter_map(widest).min()
}
