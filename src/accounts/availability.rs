//! When a person can usually meet: half-days of the working week, as boxes to tick.

use matching::HalfDays;

use crate::i18n::Lang;
use crate::web::forms::Fields;

/// The name of the boxes in forms.
pub const AVAILABILITY: &str = "availability";

/// What the boxes send, Monday morning first. Texts: `availability-<word>`.
const WORDS: [&str; HalfDays::COUNT] =
    ["mon-am", "mon-pm", "tue-am", "tue-pm", "wed-am", "wed-pm", "thu-am", "thu-pm", "fri-am", "fri-pm"];

/// The half-days that are ticked, as kept in the database: a bit each, Monday morning the lowest. Unknown words count
/// for nothing.
pub fn ticked_half_days(fields: &Fields) -> i32 {
    let ticked =
        |(at, word): (usize, &&str)| fields.all(AVAILABILITY).any(|each| each == *word).then_some(at);
    WORDS.iter().enumerate().filter_map(ticked).fold(0, |bits, at| bits | 1 << at)
}

/// Form fields with these half-days ticked.
pub fn with_half_days(mut fields: Fields, bits: i32) -> Fields {
    for word in words(bits) {
        fields = fields.with(AVAILABILITY, word);
    }
    fields
}

/// A box for each half-day: word, label, and whether the fields have it ticked.
pub fn half_day_boxes(lang: Lang, is_ticked: impl Fn(&str) -> bool) -> Vec<(&'static str, String, bool)> {
    let named = |word: &&'static str| (*word, lang.t(&format!("availability-{word}")), is_ticked(word));
    WORDS.iter().map(named).collect()
}

/// Half-days as the matcher wants them.
pub fn half_days(bits: i32) -> HalfDays {
    HalfDays::from_bits(u16::try_from(bits).unwrap_or(0))
}

fn words(bits: i32) -> impl Iterator<Item = &'static str> {
    WORDS.iter().enumerate().filter(move |(at, _)| bits & (1 << at) != 0).map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ticked_comes_back() {
        let fields = Fields::parse(b"availability=mon-am&availability=fri-pm&availability=sun-am");
        let bits = ticked_half_days(&fields);
        assert_eq!(bits, 1 | 1 << 9);
        assert_eq!(half_days(bits).bits(), 513);
        let again = with_half_days(Fields::default(), bits);
        assert_eq!(ticked_half_days(&again), bits);
        assert_eq!(half_days(-1), HalfDays::default());
    }
}
