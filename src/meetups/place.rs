//! Where a meetup is: words, and the municipality that they name.

use super::forms::one_line;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups;
use crate::i18n::Lang;
use crate::organisers::{active_in, municipality_name, swedish_municipalities};
use crate::web::forms::{Check, Fields};

/// Municipalities to choose from: code and name of each; the first is none.
pub type Municipalities = Vec<(String, String)>;

/// Longest place, in characters.
const LONGEST: usize = 200;

/// The fields `place` and `municipality`: where people meet in a room, in words that name the municipality if one is chosen,
/// and its code. `before` is the municipality that was chosen before; the words may still name that.
pub fn place_in(check: &mut Check<'_>, fields: &Fields, before: Option<&str>) -> (String, Option<String>) {
    let typed = one_line(&check.text("place", 0..=LONGEST));
    let code = fields.text("municipality");
    if code.is_empty() {
        return (typed, None);
    }
    let Some(name) = municipality_name(code) else {
        check.fail("municipality", "error-choice");
        return (typed, None);
    };
    let old = before.filter(|old| *old != code).and_then(municipality_name);
    (naming(&typed, name, old), Some(code.to_owned()))
}

/// The words with the name of a municipality, where they do not have it, instead of the old one at their end.
fn naming(typed: &str, name: &str, old: Option<&str>) -> String {
    let kept =
        old.and_then(|old| typed.strip_suffix(old)).map_or(typed, |kept| kept.trim_end_matches([' ', ',']));
    if kept.is_empty() {
        name.to_owned()
    } else if kept.to_lowercase().contains(&name.to_lowercase()) {
        kept.to_owned()
    } else {
        let named = format!("{kept}, {name}");
        if named.chars().count() > LONGEST { kept.to_owned() } else { named }
    }
}

/// The municipalities to choose from, code and name: nothing, those where the organisers of a group are, then all. Two queries
/// at most.
pub fn municipality_choices(db: &mut Db, group: Id, lang: Lang) -> Result<Municipalities> {
    let mut codes: Vec<String> =
        groups::members_of(db, group)?.into_iter().map(|member| member.organiser_code).collect();
    codes.dedup();
    let own: Vec<String> = active_in(db, &codes)?.into_values().flatten().collect();
    let (mut near, far): (Vec<_>, Vec<_>) =
        swedish_municipalities().iter().cloned().partition(|(code, _)| own.contains(code));
    let none = (String::new(), lang.t("meetup-municipality-none"));
    near.insert(0, none);
    near.extend(far);
    Ok(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_names_its_municipality_once() {
        assert_eq!(naming("", "Höör", None), "Höör");
        assert_eq!(naming("Rådhuset", "Höör", None), "Rådhuset, Höör");
        assert_eq!(naming("Rådhuset, Höör", "Höör", None), "Rådhuset, Höör");
        assert_eq!(naming("Höörs kommunhus", "Höör", None), "Höörs kommunhus");
        assert_eq!(naming("Rådhuset, Höör", "Hörby", Some("Höör")), "Rådhuset, Hörby");
        assert_eq!(naming("Höör", "Hörby", Some("Höör")), "Hörby");
        let long = "x".repeat(LONGEST);
        assert_eq!(naming(&long, "Höör", None), long);
    }
}
