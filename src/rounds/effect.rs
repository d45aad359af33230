//! What a change does, in words.

use fluent_templates::fluent_bundle::FluentValue;
use matching::{BrokenRule, Conflict, MoveEffect};

use super::problem::Material;
use super::registration::shown;
use super::words::broken_sentence;
use crate::i18n::Lang;

/// What a change does, in words.
pub(super) struct Said {
    pub figures: Vec<String>,
    pub broken: Vec<String>,
    pub mended: Vec<String>,
}

/// Puts an effect into words, all groups together last; `groups` are names by place.
pub(super) fn said(effect: &MoveEffect, groups: &[String], material: &Material, lang: Lang) -> Said {
    let mut said = of_groups(effect, groups, material, lang);
    said.figures.push(change("move-figure-all", String::new(), effect.before.mean, effect.after.mean, lang));
    said
}

fn change(key: &str, name: String, before: i32, after: i32, lang: Lang) -> String {
    let values = [
        ("name", FluentValue::from(name)),
        ("before", FluentValue::from(lang.number(before / 100))),
        ("after", FluentValue::from(lang.number(after / 100))),
    ];
    lang.ta(key, &values)
}

/// As [`said`], of the groups that change alone.
pub(super) fn of_groups(effect: &MoveEffect, groups: &[String], material: &Material, lang: Lang) -> Said {
    let group = |at: usize| groups.get(at).cloned().unwrap_or_default();
    let person = |at: usize| {
        let each = material.people.get(at);
        each.map(|each| format!("{} ({})", shown(each, lang), each.organiser_name)).unwrap_or_default()
    };
    let organisers = material.organiser_names();
    let organiser = |at: usize| organisers.get(at).cloned().unwrap_or_default();
    let words = |rules: &[BrokenRule]| -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for rule in rules {
            let sentence = broken_sentence(rule, lang, &group, &person, &organiser);
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said
    };
    let figures: Vec<String> = effect
        .groups
        .iter()
        .map(|each| change("move-figure-group", group(each.group), each.before, each.after, lang))
        .collect();
    // What cannot be shown is a warning; where it ceases to stand in the way says more than anybody needs.
    let mut mended = effect.mended.clone();
    mended.retain(|rule| !matches!(rule, BrokenRule::Pair { conflict: Conflict::NotWith, .. }));
    Said { figures, broken: words(&effect.broken), mended: words(&mended) }
}
