//! What the settings of a round would mean for those registered so far, in words.

use fluent_templates::fluent_bundle::FluentValue;
use matching::{Category, Conflict, Demand, Forecast, HardToPlace, Level, Obstacle, PoolForecast, forecast};

use super::problem::{Material, material};
use super::round::{NewRound, Round};
use super::weights::weights_sentence;
use super::words::{conflict, help_sentences};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::error::Result;
use crate::i18n::Lang;

/// People named for an obstacle, and those hard to place, at most.
const MOST_NAMED: usize = 8;

/// What is to be said about settings.
#[derive(Debug, Clone, Default)]
pub struct Outlook {
    /// What counts and how much.
    pub weights: String,
    /// How many groups of which size; one sentence for each kind that is kept apart.
    pub groups: Vec<String>,
    /// Rules that cannot hold for everybody, each with what would help.
    pub obstacles: Vec<(String, Vec<String>)>,
    /// Who is hard to place and why, each with what would help.
    pub hard: Vec<(String, Vec<String>)>,
    /// How many are left out until their seats are confirmed.
    pub unconfirmed: usize,
}

/// Reads those registered and says what these settings would mean for them. `name` gives people as coordinators see them.
pub(super) fn outlook(
    db: &mut Db,
    round: &Round,
    settings: &NewRound,
    limits: CategoryLimits,
    lang: Lang,
    name: impl Fn(&super::Registered) -> String,
) -> Result<Outlook> {
    let round = round.with(settings);
    let found = material(db, &round, limits, |each| each.confirmed_at.is_some())?;
    let unconfirmed = found.others.len();
    let weights = weights_sentence(&found.problem.weights, lang);
    let Ok(forecast) = forecast(&found.problem) else {
        let obstacles = vec![(lang.t("error-round-impossible"), Vec::new())];
        return Ok(Outlook { weights, obstacles, unconfirmed, ..Outlook::default() });
    };
    Ok(Outlook { weights, unconfirmed, ..said(&forecast, &found, lang, name) })
}

fn said(
    forecast: &Forecast,
    found: &Material,
    lang: Lang,
    name: impl Fn(&super::Registered) -> String,
) -> Outlook {
    let person = |at: usize| {
        let each = found.people.get(at);
        each.map(|each| format!("{} ({})", name(each), each.organiser_name)).unwrap_or_default()
    };
    if found.people.is_empty() {
        let count = *found.problem.rules.group_size.start();
        let help = help_sentences(&[matching::Help::MorePeople { count }], lang);
        return Outlook { obstacles: vec![(lang.t("forecast-nobody"), help)], ..Outlook::default() };
    }
    let organisers = found.organiser_names();
    let organiser = |at: usize| organisers.get(at).cloned().unwrap_or_default();
    Outlook {
        groups: forecast.pools.iter().map(|pool| of_pool(pool, lang)).collect(),
        obstacles: forecast
            .obstacles
            .iter()
            .map(|each| of_obstacle(each, lang, &person, &organiser))
            .collect(),
        hard: hard(forecast, lang, &person),
        ..Outlook::default()
    }
}

fn of_pool(pool: &PoolForecast, lang: Lang) -> String {
    let number = |n: usize| FluentValue::from(i64::try_from(n).unwrap_or(i64::MAX));
    let values = [
        ("n", number(pool.groups)),
        ("people", number(pool.people)),
        ("smallest", number(pool.smallest)),
        ("largest", number(pool.largest)),
    ];
    let even = pool.groups == 0 || pool.smallest == pool.largest;
    let groups = lang.ta(if even { "forecast-groups-even" } else { "forecast-groups" }, &values);
    let out = (pool.out > 0).then(|| lang.tn("forecast-out", pool.out));
    let kind = [pool.category.map(|it| category(it, lang)), pool.level.map(|it| level(it, lang))];
    let kind: Vec<String> = kind.into_iter().flatten().collect();
    let kind = (!kind.is_empty()).then(|| format!("{}:", kind.join(", ")));
    [kind, Some(groups), out].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn category(category: Category, lang: Lang) -> String {
    lang.t(match category {
        Category::Small => "organiser-category-small",
        Category::Medium => "organiser-category-medium",
        Category::Large => "organiser-category-large",
        Category::Independent => "organiser-category-independent",
    })
}

fn level(level: Level, lang: Lang) -> String {
    lang.t(match level {
        Level::Board => "level-board",
        Level::Administration => "level-administration",
        Level::Principal => "level-principal",
        Level::Teacher => "level-teacher",
    })
}

fn of_obstacle(
    obstacle: &Obstacle,
    lang: Lang,
    person: &dyn Fn(usize) -> String,
    organiser: &dyn Fn(usize) -> String,
) -> (String, Vec<String>) {
    let (key, about) = match obstacle.demand {
        Demand::TooFew => ("forecast-too-few", String::new()),
        Demand::Sizes => ("forecast-sizes", String::new()),
        Demand::PerOrganiser { organiser: at } => ("forecast-organiser", organiser(at)),
        Demand::Partners { mostly: Conflict::NotWith } => ("forecast-partners-unshown", String::new()),
        Demand::AllApart { mostly: Conflict::NotWith, .. } => ("forecast-all-apart-unshown", String::new()),
        Demand::Partners { mostly } => ("forecast-partners", conflict(lang, mostly)),
        Demand::AllApart { mostly, .. } => ("forecast-all-apart", conflict(lang, mostly)),
    };
    let count = |n: usize| FluentValue::from(i64::try_from(n).unwrap_or(i64::MAX));
    let values = [
        ("about", FluentValue::from(about)),
        ("n", count(obstacle.out)),
        ("people", count(obstacle.people.len())),
    ];
    let mut sentence = lang.ta(key, &values);
    // Whom it concerns is worth a word where it is not simply everybody.
    let few = obstacle.people.len() <= MOST_NAMED;
    let listed = few || matches!(obstacle.demand, Demand::Partners { .. } | Demand::AllApart { .. });
    if listed && !is_unshown(&obstacle.demand) {
        sentence =
            format!("{sentence} {}", lang.ta("forecast-whom", &[("list", named(obstacle, lang, person))]));
    }
    (sentence, help_sentences(&obstacle.help, lang))
}

/// Whether wishes stand in the way: whose, and whom they concern, is not shown.
fn is_unshown(demand: &Demand) -> bool {
    use Demand::{AllApart, Partners};
    matches!(demand, Partners { mostly: Conflict::NotWith } | AllApart { mostly: Conflict::NotWith, .. })
}

fn named(obstacle: &Obstacle, lang: Lang, person: &dyn Fn(usize) -> String) -> FluentValue<'static> {
    let mut names: Vec<String> = obstacle.people.iter().take(MOST_NAMED).map(|at| person(*at)).collect();
    let rest = obstacle.people.len().saturating_sub(names.len());
    if rest > 0 {
        names.push(lang.tn("forecast-more", rest));
    }
    FluentValue::from(lang.list(&names))
}

/// Those hard to place, by name; those whom wishes keep apart are only counted.
fn hard(forecast: &Forecast, lang: Lang, person: &dyn Fn(usize) -> String) -> Vec<(String, Vec<String>)> {
    let (unshown, named): (Vec<_>, Vec<_>) =
        forecast.hard.iter().partition(|each| each.mostly == Conflict::NotWith);
    let mut said: Vec<_> =
        named.into_iter().take(MOST_NAMED).map(|each| of_hard(each, lang, person)).collect();
    if !unshown.is_empty() {
        said.push((lang.tn("forecast-hard-unshown", unshown.len()), Vec::new()));
    }
    said
}

fn of_hard(hard: &HardToPlace, lang: Lang, person: &dyn Fn(usize) -> String) -> (String, Vec<String>) {
    let values = [
        ("name", FluentValue::from(person(hard.person))),
        ("n", FluentValue::from(i64::try_from(hard.partners).unwrap_or(i64::MAX))),
        ("mostly", FluentValue::from(conflict(lang, hard.mostly))),
    ];
    let sentence = lang.ta("forecast-hard", &values);
    (sentence, help_sentences(&hard.help, lang))
}
