//! Ways on that a coordinator may choose among, in words.

use fluent_templates::fluent_bundle::FluentValue;

use super::alternatives::{Alternative, Kind, exchanges, joins, ways_out};
use super::effect::{Said, of_groups};
use super::objection::Objection;
use super::published::{Published, published};
use super::rearrangement::Step;
use super::registration::shown;
use super::round::find;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::groups::Group;
use crate::i18n::Lang;

/// A way on in words.
pub(super) struct Way {
    pub title: String,
    /// Who goes where, where the title does not say it.
    pub lines: Vec<String>,
    pub said: Said,
    /// Query of the page that shows it and takes the decision.
    pub query: String,
}

/// What can be done about an objection, worked out.
pub(super) struct WorkedOut {
    published: Published,
    joins: Vec<Alternative>,
    exchanges: Vec<Alternative>,
    leaving: Vec<Alternative>,
}

/// What can be done about an objection, in words.
pub(super) struct Choices {
    pub joins: Vec<Way>,
    pub exchanges: Vec<Way>,
    pub leaving: Vec<Way>,
}

impl WorkedOut {
    /// Nothing when nobody with an account holds the seat any more, or it has left the group.
    pub fn of(
        db: &mut Db,
        objection: &Objection,
        group: &Group,
        limits: CategoryLimits,
    ) -> Result<Option<Self>> {
        let round = find(db, group.round_id.ok_or(Error::NotFound)?)?;
        let published = published(db, &round, limits)?;
        let Ok(person) = published.place_of(objection.seat_id) else { return Ok(None) };
        let published = published.near(person);
        let person = published.place_of(objection.seat_id)?;
        let Some(own) = published.group_of(person) else { return Ok(None) };
        let (joins, exchanges) = (joins(&published, person)?, exchanges(&published, person)?);
        let leaving = ways_out(&published, own, Some(person))?;
        Ok(Some(WorkedOut { published, joins, exchanges, leaving }))
    }

    /// In a language.
    pub fn said(&self, lang: Lang) -> Result<Choices> {
        Ok(Choices {
            joins: ways(&self.published, &self.joins, lang)?,
            exchanges: ways(&self.published, &self.exchanges, lang)?,
            leaving: ways(&self.published, &self.leaving, lang)?,
        })
    }
}

/// Alternatives in words.
pub(super) fn ways(published: &Published, found: &[Alternative], lang: Lang) -> Result<Vec<Way>> {
    let names = published.names();
    found
        .iter()
        .map(|alternative| {
            let several = matches!(alternative.kind, Kind::Exchange(_)) && !alternative.steps.is_empty();
            let lines = if several { lines(published, &alternative.steps, lang)? } else { Vec::new() };
            Ok(Way {
                title: title(published, alternative, lang)?,
                lines,
                said: of_groups(&alternative.effect, &names, &published.material, lang),
                query: query(&alternative.steps),
            })
        })
        .collect()
}

fn title(published: &Published, alternative: &Alternative, lang: Lang) -> Result<String> {
    let Some(last) = alternative.steps.last() else { return Ok(String::new()) };
    let group = |id: Option<_>| -> Result<String> {
        id.map_or_else(|| Ok(String::new()), |id| Ok(published.group(published.group_at(id)?)?.name.clone()))
    };
    let values = [
        ("name", FluentValue::from(name(published, *last, lang)?)),
        ("from", FluentValue::from(group(last.from)?)),
        ("to", FluentValue::from(group(last.to)?)),
    ];
    Ok(match alternative.kind {
        Kind::Join => lang.ta("way-join", &values),
        Kind::Exchange(moved) => lang.tn("way-exchange", i64::try_from(moved).unwrap_or(0)),
        Kind::Leave => lang.t("way-leave"),
        Kind::TakeIn => lang.ta("way-take-in", &values),
        Kind::Borrow => lang.ta("way-borrow", &values),
        Kind::Merge => lang.ta("way-merge", &values),
    })
}

fn name(published: &Published, step: Step, lang: Lang) -> Result<String> {
    let person = published.person(published.place_of(step.seat)?)?;
    Ok(format!("{} ({})", shown(person, lang), person.organiser_name))
}

/// Who goes where, a sentence each.
pub(super) fn lines(published: &Published, steps: &[Step], lang: Lang) -> Result<Vec<String>> {
    let group = |id| -> Result<String> { Ok(published.group(published.group_at(id)?)?.name.clone()) };
    steps
        .iter()
        .map(|step| {
            let name = name(published, *step, lang)?;
            let from = step.from.map(group).transpose()?;
            let to = step.to.map(group).transpose()?;
            let key = match (&from, &to) {
                (None, _) => "way-step-in",
                (_, None) => "way-step-out",
                _ => "way-step",
            };
            let values = [
                ("name", FluentValue::from(name)),
                ("from", FluentValue::from(from.unwrap_or_default())),
                ("to", FluentValue::from(to.unwrap_or_default())),
            ];
            Ok(lang.ta(key, &values))
        })
        .collect()
}

fn query(steps: &[Step]) -> String {
    steps.iter().map(|step| format!("step={step}")).collect::<Vec<_>>().join("&")
}
