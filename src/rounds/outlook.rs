//! What the settings of a round would mean for those registered so far, in words.

use fluent_templates::fluent_bundle::FluentValue;
use matching::{Category, Demand, Forecast, HardToPlace, Level, Obstacle, PoolForecast, forecast};

use super::problem::{Material, material};
use super::round::{NewRound, Round};
use super::words::{conflict, help_sentence, list};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::error::Result;
use crate::i18n::Lang;

/// People named for an obstacle, and those hard to place, at most.
const MOST_NAMED: usize = 8;

/// What is to be said about settings.
#[derive(Debug, Clone, Default)]
pub struct Outlook {
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
    let Ok(forecast) = forecast(&found.problem) else {
        let obstacles = vec![(lang.t("error-round-impossible"), Vec::new())];
        return Ok(Outlook { obstacles, unconfirmed, ..Outlook::default() });
    };
    Ok(Outlook { unconfirmed, ..said(&forecast, &found, lang, name) })
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
    let organisers = found.organiser_names();
    let organiser = |at: usize| organisers.get(at).cloned().unwrap_or_default();
    Outlook {
        groups: forecast.pools.iter().map(|pool| of_pool(pool, lang)).collect(),
        obstacles: forecast
            .obstacles
            .iter()
            .map(|each| of_obstacle(each, lang, &person, &organiser))
            .collect(),
        hard: forecast.hard.iter().take(MOST_NAMED).map(|each| of_hard(each, lang, &person)).collect(),
        unconfirmed: 0,
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
    if few || matches!(obstacle.demand, Demand::Partners { .. } | Demand::AllApart { .. }) {
        sentence =
            format!("{sentence} {}", lang.ta("forecast-whom", &[("list", named(obstacle, lang, person))]));
    }
    (sentence, obstacle.help.iter().map(|help| help_sentence(*help, lang)).collect())
}

fn named(obstacle: &Obstacle, lang: Lang, person: &dyn Fn(usize) -> String) -> FluentValue<'static> {
    let mut names: Vec<String> = obstacle.people.iter().take(MOST_NAMED).map(|at| person(*at)).collect();
    let rest = obstacle.people.len().saturating_sub(names.len());
    if rest > 0 {
        names.push(lang.tn("forecast-more", rest));
    }
    FluentValue::from(list(lang, &names))
}

fn of_hard(hard: &HardToPlace, lang: Lang, person: &dyn Fn(usize) -> String) -> (String, Vec<String>) {
    let values = [
        ("name", FluentValue::from(person(hard.person))),
        ("n", FluentValue::from(i64::try_from(hard.partners).unwrap_or(i64::MAX))),
        ("mostly", FluentValue::from(conflict(lang, hard.mostly))),
    ];
    let sentence = lang.ta("forecast-hard", &values);
    (sentence, hard.help.iter().map(|help| help_sentence(*help, lang)).collect())
}
