//! Themes that authors name themselves.

use diesel::prelude::*;

use super::Theme;
use crate::clock;
use crate::db::Tx;
use crate::db::schema::themes;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::fold;

/// Characters of a theme's name.
pub const LONGEST_NAME: usize = 60;

/// The names in a line that somebody typed, with commas between them.
pub fn names_in(typed: &str) -> Vec<String> {
    let tidy = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut names: Vec<String> = Vec::new();
    for name in typed.split([',', ';', '\n']).map(tidy) {
        let is_known = names.iter().any(|known| fold(known) == fold(&name));
        // What has no letter or digit in it has no name in an address.
        if !fold(&name).is_empty() && !is_known {
            names.push(name);
        }
    }
    names
}

/// The slugs of themes that an author calls so in a network: those that it has by that name, in either language, or what they
/// were merged into; new free ones for the others.
pub fn name_free(tx: &mut Tx<'_>, network: Id, names: &[String]) -> Result<Vec<String>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    tx.lock(network)?;
    let known: Vec<Theme> = themes::table
        .filter(themes::network_id.is_null().or(themes::network_id.eq(network)))
        // One that is in use rather than one that was merged, when both had the name.
        .order((themes::merged_into.is_not_null(), themes::position, themes::slug))
        .select(Theme::as_select())
        .load(&mut **tx)?;
    let mut slugs = Vec::with_capacity(names.len());
    for name in names {
        let called =
            |theme: &&Theme| [&theme.name_sv, &theme.name_en].iter().any(|of| fold(of) == fold(name));
        match known.iter().find(called) {
            Some(theme) => slugs.push(theme.merged_into.clone().unwrap_or_else(|| theme.slug.clone())),
            None => slugs.push(insert(tx, network, (name, name), false)?),
        }
    }
    Ok(slugs)
}

/// Writes a theme of a network; its slug.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    network: Id,
    (name_sv, name_en): (&str, &str),
    listed: bool,
) -> Result<String> {
    let id = clock::new_id();
    let slug = slug_of(name_sv, id);
    diesel::insert_into(themes::table)
        .values((
            themes::slug.eq(&slug),
            themes::name_sv.eq(name_sv),
            themes::name_en.eq(name_en),
            // Before what everybody has, in the order of their names.
            themes::position.eq(0),
            themes::id.eq(id),
            themes::network_id.eq(network),
            themes::listed.eq(listed),
        ))
        .execute(&mut **tx)?;
    Ok(slug)
}

/// The name with hyphens, and some chance after it: what another network calls the same does not show in it, and no theme that is
/// added for everybody meets it.
fn slug_of(name: &str, id: Id) -> String {
    let words = fold(name).replace(' ', "-");
    let chance: String = id.0.simple().to_string().chars().rev().take(6).collect();
    format!("{words}-{chance}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_names_between_commas() {
        let names = names_in(" Läsglädje ,  ute  skola;läsgladje,, – ,Ute skola\nTid");
        assert_eq!(names, ["Läsglädje", "ute skola", "Tid"]);
    }

    #[test]
    fn a_slug_begins_with_the_name() {
        let slug = slug_of("Läsglädje på riktigt!", clock::new_id());
        assert!(slug.starts_with("lasgladje-pa-riktigt-") && slug.len() == 27, "{slug}");
    }
}
