//! What stands in the way of placing everybody, and the smallest way out.

use ::matching::{Conflict, Demand, Obstacle, Problem, Reason, Unplaced, forecast};
use fluent_templates::fluent_bundle::FluentValue;
use serde::Serialize;

use super::people::People;
use crate::i18n::Lang;
use crate::rounds::{Names, unplaced_sentences};

/// People named for an obstacle, at most.
const MOST_NAMED: usize = 8;

/// A demand that cannot be met for everybody.
#[derive(Debug, Serialize)]
pub(super) struct InTheWay {
    /// What it is, whom it concerns and how many it leaves out.
    pub what: String,
    /// The smallest ways out, the easiest first; each alone is enough for this obstacle.
    pub help: Vec<String>,
}

/// Every obstacle in words.
pub(super) fn in_the_way(
    problem: &Problem,
    people: &People,
    organisers: &[String],
    lang: Lang,
) -> Vec<InTheWay> {
    let names = Names { problem, organisers };
    let found = forecast(problem).unwrap_or_default();
    let said = |obstacle: &Obstacle| InTheWay {
        what: sentence(obstacle, people, organisers, lang),
        help: help(obstacle, &names, lang),
    };
    found.obstacles.iter().map(said).collect()
}

fn sentence(obstacle: &Obstacle, people: &People, organisers: &[String], lang: Lang) -> String {
    let (key, about) = match obstacle.demand {
        Demand::TooFew => ("forecast-too-few", String::new()),
        Demand::Sizes => ("forecast-sizes", String::new()),
        Demand::PerOrganiser { organiser } => {
            ("forecast-organiser", organisers.get(organiser).cloned().unwrap_or_default())
        }
        Demand::Partners { mostly } => ("forecast-partners", lang.t(conflict(mostly))),
        Demand::AllApart { mostly, .. } => ("forecast-all-apart", lang.t(conflict(mostly))),
    };
    let count = |n: usize| FluentValue::from(i64::try_from(n).unwrap_or(i64::MAX));
    let values = [
        ("about", FluentValue::from(about)),
        ("n", count(obstacle.out)),
        ("people", count(obstacle.people.len())),
    ];
    let name = |at: &usize| people.rows.get(*at).map(|row| row.name.clone());
    let mut named: Vec<String> = obstacle.people.iter().take(MOST_NAMED).filter_map(name).collect();
    let rest = obstacle.people.len().saturating_sub(named.len());
    if rest > 0 {
        named.push(lang.tn("forecast-more", rest));
    }
    let whom = lang.ta("forecast-whom", &[("list", FluentValue::from(lang.list(&named)))]);
    format!("{} {whom}", lang.ta(key, &values))
}

/// The ways out, as they are said to somebody without a place.
fn help(obstacle: &Obstacle, names: &Names<'_>, lang: Lang) -> Vec<String> {
    let person = obstacle.people.first().copied().unwrap_or_default();
    let unplaced = Unplaced { person, reason: Reason::NoRoom { mostly: None }, help: obstacle.help.clone() };
    unplaced_sentences(&names.unplaced(&unplaced), lang).1
}

/// Locale key of what keeps two apart.
fn conflict(conflict: Conflict) -> &'static str {
    match conflict {
        Conflict::SameOrganiser => "round-conflict-organiser",
        Conflict::Category => "round-conflict-category",
        Conflict::Level => "round-conflict-level",
        Conflict::NotWith => "round-conflict-not-with",
        Conflict::Apart => "round-conflict-apart",
        Conflict::Rivals => "round-conflict-rivals",
        Conflict::MetRecently => "round-conflict-met",
        Conflict::Format => "round-conflict-format",
        Conflict::Travel => "round-conflict-travel",
    }
}
