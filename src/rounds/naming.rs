//! Names of groups: those people recognise, and no two alike in a network.

use std::collections::BTreeSet;

/// Most organisers in a name.
const MOST_NAMED: usize = 3;

/// Most letters of an organiser's name.
const MOST_LETTERS: usize = 24;

/// Names groups by their largest organisers, `Eslöv–Höör–Hörby`. Each group is a list of organisers with their size; a
/// name that is `taken`, or given to an earlier group, gets a number. The same groups get the same names.
pub fn name_groups(groups: &[Vec<(String, u32)>], taken: &BTreeSet<String>) -> Vec<String> {
    let mut taken = taken.clone();
    groups
        .iter()
        .map(|group| {
            let plain = plain(group);
            let numbered = (2..).map(|n| format!("{plain} {n}"));
            let free = std::iter::once(plain.clone()).chain(numbered).find(|name| !taken.contains(name));
            let name = free.unwrap_or(plain);
            taken.insert(name.clone());
            name
        })
        .collect()
}

/// Whether a name is one that [`name_groups`] gives a group of these organisers.
pub(super) fn is_made(name: &str, group: &[(String, u32)]) -> bool {
    let number = name.strip_prefix(&plain(group)).and_then(|rest| rest.strip_prefix(' '));
    name == plain(group) || number.is_some_and(|number| number.parse::<u32>().is_ok())
}

fn plain(group: &[(String, u32)]) -> String {
    let mut organisers: Vec<&(String, u32)> = group.iter().collect();
    organisers.sort_by(|one, two| two.1.cmp(&one.1).then_with(|| one.0.cmp(&two.0)));
    organisers.dedup_by(|one, two| one.0 == two.0);
    let named: Vec<String> = organisers.iter().take(MOST_NAMED).map(|(name, _)| short(name)).collect();
    if named.is_empty() { "–".to_owned() } else { named.join("–") }
}

/// A name without its legal form, cut between words when it is long.
fn short(name: &str) -> String {
    let bare = [" kommun", " AB", " ek. för.", " i Sverige"]
        .iter()
        .fold(name.trim(), |name, ending| name.strip_suffix(ending).unwrap_or(name).trim_end());
    let mut kept = String::new();
    for word in bare.split_whitespace() {
        let length = kept.chars().count() + 1 + word.chars().count();
        if !kept.is_empty() && length > MOST_LETTERS {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.extend(word.chars().take(MOST_LETTERS));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(of: &[(&str, u32)]) -> Vec<(String, u32)> {
        of.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect()
    }

    #[test]
    fn the_largest_come_first_and_no_two_are_alike() {
        let one = group(&[("Hörby", 15_000), ("Eslöv", 34_000), ("Höör", 17_000), ("Svalöv", 14_000)]);
        let names =
            name_groups(&[one.clone(), one.clone(), one], &BTreeSet::from(["Eslöv–Höör–Hörby 2".to_owned()]));
        assert_eq!(names, ["Eslöv–Höör–Hörby", "Eslöv–Höör–Hörby 3", "Eslöv–Höör–Hörby 4"]);
    }

    #[test]
    fn names_that_were_made_are_told_from_names_that_were_given() {
        let two = group(&[("Eslöv", 34_000), ("Höör", 17_000)]);
        assert!(is_made("Eslöv–Höör", &two) && is_made("Eslöv–Höör 2", &two));
        assert!(!is_made("Eslöv–Höör vid sjön", &two) && !is_made("Gruppen vid sundet", &two));
    }

    #[test]
    fn one_organiser_is_named_once_and_long_names_are_cut() {
        let long = group(&[
            ("Stiftelsen Den Mycket Långa Skolan i Sverige AB", 90),
            ("Höör", 17_000),
            ("Höör", 17_000),
        ]);
        assert_eq!(name_groups(&[long], &BTreeSet::new()), ["Höör–Stiftelsen Den Mycket"]);
    }
}
