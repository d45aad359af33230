//! Organisers in words.

use fluent_templates::fluent_bundle::FluentValue;

use crate::config::CategoryLimits;
use crate::i18n::Lang;
use crate::organisers::organiser::{Kind, Organiser};

/// An organiser in a list.
pub(super) struct Line {
    pub(super) code: String,
    pub(super) name: String,
    /// Category, where, how large.
    pub(super) detail: String,
    pub(super) takes_part: bool,
}

impl Line {
    pub(super) fn of(organiser: &Organiser, takes_part: bool, limits: CategoryLimits, lang: Lang) -> Self {
        let category = lang.t(&format!("organiser-category-{}", organiser.category(limits)));
        let parts = [Some(category), organiser.county_name.clone(), size(organiser, lang)];
        let detail: Vec<String> = parts.into_iter().flatten().collect();
        Line {
            code: organiser.code.clone(),
            name: organiser.name.clone(),
            detail: detail.join(" · "),
            takes_part,
        }
    }
}

/// `16 943 invånare`, `29 elever i årskurs 9`.
pub(super) fn size(organiser: &Organiser, lang: Lang) -> Option<String> {
    let key = match organiser.kind {
        Kind::Municipality => "organiser-inhabitants",
        Kind::Independent => "organiser-pupils",
    };
    let size = organiser.size()?;
    Some(lang.ta(key, &[("n", FluentValue::from(size)), ("shown", FluentValue::from(lang.number(size)))]))
}

/// What the categories mean, with the limits of this installation.
pub(super) fn categories_explained(limits: CategoryLimits, lang: Lang) -> String {
    let (small, medium) = (lang.number(limits.small_below), lang.number(limits.medium_below));
    lang.ta(
        "organiser-categories-explained",
        &[("small", FluentValue::from(small)), ("medium", FluentValue::from(medium))],
    )
}
