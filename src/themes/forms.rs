//! From typed text to the names of a theme.

use super::Theme;
use super::free::LONGEST_NAME;
use crate::i18n::fold;
use crate::web::forms::{Check, Errors, Fields};

/// The Swedish and the English name; without an English one the Swedish is both.
pub(super) fn names(fields: &Fields) -> Result<(String, String), Errors> {
    let mut check = Check::of(fields);
    let swedish = check.text("name_sv", 1..=LONGEST_NAME);
    let english = check.text("name_en", 0..=LONGEST_NAME);
    // What has no letter or digit in it has no name in an address.
    if !swedish.is_empty() && fold(&swedish).is_empty() {
        check.fail("name_sv", "error-theme-letters");
    }
    check.done()?;
    let english = if english.is_empty() { swedish.clone() } else { english };
    Ok((swedish, english))
}

/// The fields of a theme as it is stored.
pub(super) fn stored(theme: &Theme) -> Fields {
    Fields::from_pairs([("name_sv", theme.name_sv.as_str()), ("name_en", &theme.name_en)])
}
