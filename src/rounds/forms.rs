//! Forms of rounds.

use chrono::NaiveDate;

use super::objection::{NewObjection, ObjectionKind};
use super::registration::NewRegistration;
use super::round::{Keeping, NewRound, Preset, Round};
use super::weights;
use crate::accounts::{AVAILABILITY, half_day_boxes, ticked_half_days};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::web::forms::{Check, Errors, Fields, Form};

/// A radio button: value, label, hint.
pub(super) type Choice = (&'static str, String, String);

/// The settings of a round, checked. Its last day is `earliest` or later.
pub(super) fn round(fields: &Fields, earliest: NaiveDate) -> std::result::Result<NewRound, Errors> {
    let mut check = Check::of(fields);
    let name = check.text("name", 1..=120);
    let preset = weights::chosen(fields, &mut check);
    let size_min = check.number("size_min", 3..=12);
    let size_max = check.number("size_max", 3..=12);
    if size_max < size_min {
        check.fail("size_max", "error-round-sizes");
    }
    let per_organiser = check.number("per_organiser", 1..=6);
    let categories = check.choice::<Keeping>("categories");
    let levels = check.choice::<Keeping>("levels");
    let last_day = check.date("last_day");
    if last_day.is_some_and(|day| day < earliest) {
        check.fail("last_day", "error-round-last-day");
    }
    check.done()?;
    match (preset, categories, levels, last_day) {
        (Some((preset, own)), Some(categories), Some(levels), Some(last_day)) => {
            let weights = own.map(|own| serde_json::to_string(&own)).transpose();
            let weights = weights.map_err(|_| Errors::one("preset", "error-choice"))?;
            Ok(NewRound {
                name,
                preset,
                weights,
                size_min,
                size_max,
                per_organiser,
                categories,
                levels,
                last_day,
            })
        }
        _ => Err(Errors::one("preset", "error-choice")),
    }
}

/// What stands in the form for a round that exists.
pub(super) fn fields_of(round: &Round) -> Result<Fields> {
    let fields = Fields::from_pairs([
        ("name", round.name.clone()),
        ("preset", round.preset_word().to_owned()),
        ("size_min", round.size_min.to_string()),
        ("size_max", round.size_max.to_string()),
        ("per_organiser", round.per_organiser.to_string()),
        ("categories", round.categories.to_string()),
        ("levels", round.levels.to_string()),
        ("last_day", round.last_day.to_string()),
    ]);
    Ok(weights::with_weights(fields, &round.weights()?))
}

/// A registration, checked; the seat must be one of `seats`.
pub(super) fn registration(fields: &Fields, seats: &[Id]) -> std::result::Result<NewRegistration, Errors> {
    let mut check = Check::of(fields);
    let seat = fields.text("seat_id").parse::<Id>().ok().filter(|seat| seats.contains(seat));
    if seat.is_none() {
        check.fail("seat_id", "error-choice");
    }
    let wishes = check.text("wishes", 0..=1000);
    let format = check.choice("meeting_format");
    let travel_limit_km = check.optional_number("travel_limit_km", 1..=2000);
    check.done()?;
    match (seat, format) {
        (Some(seat_id), Some(meeting_format)) => {
            let availability = ticked_half_days(fields);
            Ok(NewRegistration { seat_id, wishes, meeting_format, travel_limit_km, availability })
        }
        _ => Err(Errors::one("seat_id", "error-choice")),
    }
}

/// An objection, checked. What is only called something else needs words.
pub(super) fn objection(fields: &Fields) -> Result<NewObjection, Errors> {
    let mut check = Check::of(fields);
    let kind = check.choice::<ObjectionKind>("kind");
    let least = usize::from(kind == Some(ObjectionKind::Other));
    let message = check.text("message", least..=1000);
    check.done()?;
    let kind = kind.ok_or_else(|| Errors::one("kind", "error-choice"))?;
    Ok(NewObjection { kind, message })
}

/// Radio buttons for what does not work.
pub(super) fn objection_kinds(lang: Lang) -> Vec<Choice> {
    let choice =
        |each: &ObjectionKind| (each.word(), lang.t(&format!("objection-kind-{each}")), String::new());
    ObjectionKind::ALL.iter().map(choice).collect()
}

/// Boxes for the half-days when somebody can usually meet.
pub(super) fn times(form: &Form, lang: Lang) -> Vec<(&'static str, String, bool)> {
    half_day_boxes(lang, |word| form.has(AVAILABILITY, &word))
}

/// Radio buttons for the presets, each explained.
pub(super) fn presets(lang: Lang) -> Vec<Choice> {
    let choice = |each: &Preset| explained(lang, "round-preset", each.word());
    Preset::ALL.iter().map(choice).chain([explained(lang, "round-preset", weights::OWN)]).collect()
}

/// Radio buttons for keeping apart or mixing, explained for what is kept (`round-categories`, `round-levels`).
pub(super) fn keepings(lang: Lang, what: &str) -> Vec<Choice> {
    Keeping::ALL.iter().map(|each| explained(lang, what, each.word())).collect()
}

fn explained(lang: Lang, prefix: &str, word: &'static str) -> Choice {
    (word, lang.t(&format!("{prefix}-{word}")), lang.t(&format!("{prefix}-{word}-hint")))
}
