//! How much each reason counts: those of a preset, or the coordinator's own, in form fields and in words.

use matching::{Component, Weights};

use super::round::{Preset, Round};
use super::words::component_word;
use crate::error::Result;
use crate::i18n::Lang;
use crate::web::forms::{Check, Fields, Form};

/// What stands for own weights among the presets. Texts: `round-preset-own`.
pub(super) const OWN: &str = "own";

/// Largest own weight: the presets add up to it, so that a weight reads as per cent.
const MOST: i32 = 100;

/// The components that a coordinator weighs, each with its field; nobody can name a wish in a round, so that is not
/// among them. Texts: `round-weight-<word of the component>`.
const WEIGHED: [(Component, &str); 12] = [
    (Component::Neighbours, "weight_neighbours"),
    (Component::Distance, "weight_distance"),
    (Component::SizeLikeness, "weight_size_likeness"),
    (Component::Structure, "weight_structure"),
    (Component::Similar, "weight_similar"),
    (Component::Themes, "weight_themes"),
    (Component::OfferNeed, "weight_offer_need"),
    (Component::RoleLikeness, "weight_role_likeness"),
    (Component::RoleMix, "weight_role_mix"),
    (Component::Format, "weight_format"),
    (Component::CommonTimes, "weight_common_times"),
    (Component::Novelty, "weight_novelty"),
];

impl Round {
    /// What makes two people a good match in this round.
    pub fn weights(&self) -> Result<Weights> {
        Ok(match &self.weights {
            Some(own) => serde_json::from_str(own)?,
            None => of_preset(self.preset),
        })
    }

    /// The word of the preset; `own` where the coordinator weighs. Texts: `round-preset-<word>`.
    pub fn preset_word(&self) -> &'static str {
        if self.weights.is_some() { OWN } else { self.preset.word() }
    }

    /// What makes a good group in this round, said to everybody.
    pub fn preset_hint(&self, lang: Lang) -> String {
        match &self.weights {
            Some(_) => lang.t("round-preset-own-said"),
            None => lang.t(&format!("round-preset-{}-hint", self.preset)),
        }
    }
}

/// The matcher's weights for a preset.
pub(super) fn of_preset(preset: Preset) -> Weights {
    match preset {
        Preset::Neighbours => matching::Preset::Neighbours,
        Preset::Similar => matching::Preset::Similar,
        Preset::Mixed => matching::Preset::Mixed,
    }
    .weights()
}

/// The preset of a form, and the weights where they are the coordinator's own. `None` only together with an error.
pub(super) fn chosen(fields: &Fields, check: &mut Check<'_>) -> Option<(Preset, Option<Weights>)> {
    if fields.text("preset") != OWN {
        return check.choice("preset").map(|preset| (preset, None));
    }
    let mut weights = Weights::NONE;
    for (component, field) in WEIGHED {
        let weight = if fields.text(field).is_empty() { 0 } else { check.number(field, 0..=MOST) };
        *weights.of_mut(component) = u32::try_from(weight).unwrap_or(0);
    }
    if WEIGHED.iter().all(|(_, field)| matches!(fields.text(field), "" | "0")) {
        check.fail(WEIGHED.map(|(_, field)| field)[0], "error-round-weights");
    }
    // A base for programs that know of no own weights.
    Some((Preset::Mixed, Some(weights)))
}

/// Form fields with these weights.
pub(super) fn with_weights(mut fields: Fields, weights: &Weights) -> Fields {
    for (component, field) in WEIGHED {
        fields = fields.with(field, weights.of(component).to_string());
    }
    fields
}

/// A field for each weight: its name, what it weighs, what stands in it, what is wrong with it.
pub(super) fn weight_fields(form: &Form, lang: Lang) -> Vec<(&'static str, String, String, String)> {
    let field = |(component, field): (Component, &'static str)| {
        (field, label(component, lang), form.value(field).to_owned(), form.error(field))
    };
    WEIGHED.into_iter().map(field).collect()
}

/// What counts and how much, in per cent of all, heaviest first: one sentence.
pub(super) fn weights_sentence(weights: &Weights, lang: Lang) -> String {
    let mut heavy: Vec<(Component, u32)> =
        WEIGHED.iter().map(|(component, _)| (*component, weights.of(*component))).collect();
    heavy.retain(|(_, weight)| *weight > 0);
    heavy.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let total = heavy.iter().map(|(_, weight)| weight).sum::<u32>().max(1);
    let share = |(component, weight): &(Component, u32)| {
        format!("{} {}\u{a0}%", in_running_text(&label(*component, lang)), (weight * 100 + total / 2) / total)
    };
    let list: Vec<String> = heavy.iter().map(share).collect();
    lang.ta("round-weights", &[("list", lang.list(&list).into())])
}

fn label(component: Component, lang: Lang) -> String {
    lang.t(&format!("round-weight-{}", component_word(component)))
}

/// As in the middle of a sentence: the first letter small.
fn in_running_text(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_weights_are_read_kept_and_said() {
        let fields = Fields::parse(b"preset=own&weight_themes=30&weight_distance=10&weight_format=");
        let mut check = Check::of(&fields);
        let (_, own) = chosen(&fields, &mut check).unwrap();
        check.done().unwrap();
        let own = own.unwrap();
        assert_eq!((own.themes, own.distance, own.total()), (30, 10, 40));
        let again = with_weights(Fields::from_pairs([("preset", OWN)]), &own);
        assert_eq!(chosen(&again, &mut Check::of(&again)).unwrap().1.unwrap(), own);
        let said = weights_sentence(&own, Lang::Swedish);
        assert!(said.contains("gemensamma teman 75\u{a0}%") && said.contains("25\u{a0}%"), "{said}");
    }

    #[test]
    fn weights_that_weigh_nothing_are_refused() {
        for wrong in ["preset=own", "preset=own&weight_themes=101", "preset=own&weight_themes=x"] {
            let fields = Fields::parse(wrong.as_bytes());
            let mut check = Check::of(&fields);
            chosen(&fields, &mut check);
            assert!(check.done().is_err(), "{wrong}");
        }
    }
}
