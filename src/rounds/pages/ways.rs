//! Ways on that a coordinator may choose among, in words.

use fluent_templates::fluent_bundle::FluentValue;

use super::effect::{Said, of_groups};
use super::shown;
use crate::error::Result;
use crate::i18n::Lang;
use crate::rounds::Step;
use crate::rounds::alternatives::{Alternative, Kind};
use crate::rounds::published::Published;

/// A way on in words.
pub(super) struct Way {
    pub title: String,
    /// Who goes where, where the title does not say it.
    pub lines: Vec<String>,
    pub said: Said,
    /// Query of the page that shows it and takes the decision.
    pub query: String,
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
