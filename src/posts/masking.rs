//! Names in a text: of people, organisers and schools; finding them, and putting other words in their place.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::Db;
use crate::db::schema::{network_memberships, organisers, people, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::{Lang, fold};
use crate::word_enum;

word_enum! {
    /// Whose name it is. What stands in its place: `mask-<word>`.
    pub enum NameKind {
        /// Somebody in the network.
        Person = "person",
        /// An organiser.
        Organiser = "organiser",
        /// A school, by what it ends with.
        School = "school",
    }
}

/// A name that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Name {
    pub(super) kind: NameKind,
    /// As it is written.
    pub(super) text: String,
}

/// Names that may stand in the stories of a network.
pub(super) struct Known {
    people: Vec<String>,
    organisers: Vec<String>,
}

/// A text without names, and what was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nameless {
    /// The text.
    pub text: String,
    /// The names that stood there and how often, in the order of their first place.
    pub names: Vec<(String, usize)>,
}

/// What the name of a school ends with, folded, and what is no name though it ends so.
const SCHOOLS: [&str; 6] = ["skola", "skolan", "gymnasiet", "gymnasium", "forskola", "forskolan"];
const KINDS_OF_SCHOOL: [&str; 12] = [
    "forskola",
    "grundskola",
    "gymnasieskola",
    "hogskola",
    "folkhogskola",
    "anpassade",
    "friskola",
    "kulturskola",
    "musikskola",
    "sommarskola",
    "lagstadieskola",
    "hogstadieskola",
];

impl Known {
    /// Who is or was in a network, and every organiser. Two queries.
    pub(super) fn in_network(db: &mut Db, network: Id) -> Result<Self> {
        let people = network_memberships::table
            .inner_join(seats::table.inner_join(people::table))
            .filter(network_memberships::network_id.eq(network))
            .select(people::name)
            .distinct()
            .load(db)?;
        let organisers = organisers::table.select(organisers::name).order(organisers::code).load(db)?;
        Ok(Known { people, organisers })
    }

    /// The names in a text and how often they stand there.
    pub(super) fn found_in(&self, text: &str) -> Vec<(Name, usize)> {
        let name = |kind, text: &str| Name { kind, text: text.to_owned() };
        let people = leave_out(text, &self.people, "").names;
        let mut found: Vec<(Name, usize)> =
            people.iter().map(|(person, n)| (name(NameKind::Person, person), *n)).collect();
        for organiser in self.organisers.iter().chain(&otherwise_spelled(text, &self.organisers)) {
            let n = places(text, organiser).count();
            if n > 0 {
                found.push((name(NameKind::Organiser, organiser), n));
            }
        }
        let schools: BTreeSet<String> = schools(text).into_iter().collect();
        found.extend(
            schools.iter().map(|school| (name(NameKind::School, school), places(text, school).count())),
        );
        found
    }
}

/// Organisers as a text spells them, in another case or with other accents, where no ordinary word is meant: those with several words
/// in their names, and those that a `kommun` follows, with it.
fn otherwise_spelled(text: &str, organisers: &[String]) -> BTreeSet<String> {
    let municipality = |name: &String| [name.clone(), format!("{name} kommun"), format!("{name}s kommun")];
    let (whole, words) = (WholeNames::of(organisers.iter().flat_map(municipality)), words(text));
    let mut found = BTreeSet::new();
    for at in 0..words.len() {
        let rest = words.get(at..).unwrap_or_default();
        let Some((n, genitive)) = whole.begin(rest) else { continue };
        let spelled: Vec<&str> = rest.iter().take(n).map(|(_, word)| *word).collect();
        let spelled = spelled.join(" ");
        let spelled = if genitive { without_s(&spelled) } else { &spelled };
        if !organisers.iter().any(|name| spelled.starts_with(name)) {
            found.insert(spelled.to_owned());
        }
    }
    found
}

/// Names of several words: how many, and all of it folded, by the first word.
struct WholeNames(BTreeMap<String, Vec<(usize, String)>>);

impl WholeNames {
    fn of(names: impl Iterator<Item = String>) -> Self {
        let mut whole: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
        for name in names {
            let mut words = name.split_whitespace();
            if let (Some(first), more @ 1..) = (words.next(), words.count()) {
                whole.entry(fold(first)).or_default().push((1 + more, fold(&name)));
            }
        }
        WholeNames(whole)
    }

    /// How many words the longest of the names has that these begin with, in any case and with any accents, and whether it stands in the
    /// genitive.
    fn begin(&self, words: &[(&str, &str)]) -> Option<(usize, bool)> {
        let (_, first) = words.first()?;
        let is_there = |(n, name): &(usize, String)| {
            let (first, rest) = words.get(..*n)?.split_first()?;
            let spaced = rest.iter().all(|(gap, _)| *gap == " ");
            let folded: Vec<String> =
                std::iter::once(first).chain(rest).map(|(_, word)| fold(word)).collect();
            let folded = folded.join(" ");
            let genitive = folded != *name;
            (spaced && (!genitive || without_s(&folded) == name)).then_some((*n, genitive))
        };
        self.0.get(&fold(first))?.iter().filter_map(is_there).max()
    }
}

/// What stands before the s of the genitive, if there is one.
fn without_s(word: &str) -> &str {
    word.strip_suffix(['s', 'S']).unwrap_or(word)
}

/// A text with other words in the place of some names; the s of the genitive stays, `kommun` after an organiser goes.
pub(super) fn mask(text: &str, names: &[Name], lang: Lang) -> String {
    let mut masked = text.to_owned();
    let mut longest: Vec<&Name> = names.iter().collect();
    longest.sort_by_key(|name| std::cmp::Reverse(name.text.len()));
    for name in longest {
        let instead = lang.t(&format!("mask-{}", name.kind));
        let (mut with, mut done) = (String::new(), 0);
        for at in places(&masked, &name.text).collect::<Vec<_>>() {
            let end = at + name.text.len();
            let rest = masked.get(end..).unwrap_or_default();
            let municipality = ["s kommun", " kommun"].into_iter().find(|after| rest.starts_with(after));
            let skipped = municipality.filter(|_| name.kind == NameKind::Organiser).map_or(0, str::len);
            let before = masked.get(..at).unwrap_or_default();
            with.push_str(masked.get(done..at).unwrap_or_default());
            with.push_str(&if begins_sentence(before) { capital(&instead) } else { instead.clone() });
            done = end + skipped;
        }
        with.push_str(masked.get(done..).unwrap_or_default());
        masked = with;
    }
    masked
}

/// Whether a sentence begins after this text, whatever Markdown stands between.
fn begins_sentence(before: &str) -> bool {
    let marks = |c: char| matches!(c, ' ' | '*' | '_' | '#' | '>' | '-' | '"' | '”');
    let before = before.trim_end_matches(marks);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n'])
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether any of these names stands in a text.
pub(super) fn names_any(text: &str, names: &[Name]) -> bool {
    names.iter().any(|name| places(text, &name.text).next().is_some())
}

/// Where a name stands as words of its own, in bytes; also with the s of the genitive.
fn places<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(name).map(|(at, _)| at).filter(move |at| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + name.len()..).unwrap_or_default();
        let after = after.strip_prefix(['s', 'S']).unwrap_or(after);
        !name.is_empty()
            && !before.ends_with(char::is_alphanumeric)
            && !after.starts_with(char::is_alphanumeric)
    })
}

/// What is written like the name of a school: `Björkskolan`, `Sätofta skola`, `Norra skolan`.
fn schools(text: &str) -> Vec<String> {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let (mut found, mut before) = (Vec::new(), "");
    for (gap, word) in words(text) {
        let bare = word
            .strip_suffix('s')
            .filter(|bare| SCHOOLS.iter().any(|end| fold(bare).ends_with(end)))
            .unwrap_or(word);
        let folded = fold(bare);
        let ends_so = SCHOOLS.iter().any(|end| folded.ends_with(end));
        let is_kind = KINDS_OF_SCHOOL.iter().any(|kind| folded.trim_end_matches('n') == *kind);
        if ends_so && SCHOOLS.contains(&folded.as_str()) && gap == " " && is_capital(before) {
            found.push(format!("{before} {bare}"));
        } else if ends_so && !is_kind && is_capital(bare) && !SCHOOLS.contains(&folded.as_str()) {
            found.push(bare.to_owned());
        }
        before = word;
    }
    found
}

/// Puts `instead` where a name stands, also with the s of the genitive: a part as it is spelled, the whole of it, or its first and last
/// word, in any case and with any accents.
pub fn leave_out(text: &str, names: &[String], instead: &str) -> Nameless {
    let parts: BTreeSet<&str> = names
        .iter()
        .flat_map(|name| name.split_whitespace())
        .filter(|part| part.chars().count() > 1)
        .collect();
    let known = |word: &str| parts.contains(word);
    let whole = WholeNames::of(names.iter().flat_map(|name| [name.clone(), first_and_last(name)]));
    let mut found = Nameless::default();
    // The name that is being read, and the s after it.
    let mut open: Option<(String, &str)> = None;
    // How many words of a whole name are still to come, and whether it stands in the genitive.
    let mut inside = (0, false);
    let words = words(text);
    for (at, (gap, word)) in words.iter().copied().enumerate() {
        if inside.0 == 0 {
            inside = words.get(at..).and_then(|rest| whole.begin(rest)).unwrap_or_default();
        }
        let bare = match inside {
            (0, _) if known(word) => Some(word),
            (0, _) => word.strip_suffix('s').filter(|bare| known(bare)),
            (1, true) => Some(without_s(word)),
            _ => Some(word),
        };
        inside.0 = inside.0.saturating_sub(1);
        let Some(bare) = bare else {
            close(&mut found, open.take(), instead);
            found.text.push_str(gap);
            found.text.push_str(word);
            continue;
        };
        let genitive = word.get(bare.len()..).unwrap_or_default();
        open = match open {
            // First and last name are one.
            Some((name, "")) if gap == " " => Some((format!("{name} {bare}"), genitive)),
            other => {
                close(&mut found, other, instead);
                found.text.push_str(gap);
                Some((bare.to_owned(), genitive))
            }
        };
    }
    close(&mut found, open, instead);
    found
}

fn first_and_last(name: &str) -> String {
    let mut words = name.split_whitespace();
    [words.next(), words.last()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn close(found: &mut Nameless, open: Option<(String, &str)>, instead: &str) {
    let Some((name, genitive)) = open else { return };
    found.text.push_str(instead);
    found.text.push_str(genitive);
    match found.names.iter_mut().find(|(known, _)| *known == name) {
        Some((_, count)) => *count += 1,
        None => found.names.push((name, 1)),
    }
}

/// The words of a text, each with what stands before it; last what stands at the end, before no word.
fn words(text: &str) -> Vec<(&str, &str)> {
    let is_inside = |c: char| c.is_alphanumeric() || c == '-';
    let (mut found, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let begins = rest.find(is_inside).unwrap_or(rest.len());
        let (gap, after) = rest.split_at_checked(begins).unwrap_or((rest, ""));
        let ends = after.find(|c| !is_inside(c)).unwrap_or(after.len());
        let (word, after) = after.split_at_checked(ends).unwrap_or((after, ""));
        found.push((gap, word));
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left_out(text: &str) -> (String, Vec<(String, usize)>) {
        let names = ["Siv Ek", "Bo Alm", "Anna-Karin von Åberg"].map(str::to_owned);
        let Nameless { text, names } = leave_out(text, &names, "[namn]");
        (text, names)
    }

    #[test]
    fn names_are_left_out_wherever_they_stand() {
        let (text, names) = left_out("**Siv Ek** och Bo sa: Sivs mall, Siv's list. Anna-Karin Åbergs\nfråga");
        assert_eq!(text, "**[namn]** och [namn] sa: [namn]s mall, [namn]'s list. [namn]s\nfråga");
        let wanted = [("Siv Ek", 1), ("Bo", 1), ("Siv", 2), ("Anna-Karin Åberg", 1)];
        assert_eq!(names, wanted.map(|(name, n)| (name.to_owned(), n)));
    }

    #[test]
    fn people_organisers_and_schools_are_found_and_masked() {
        let known = Known {
            people: vec!["Siv Ek".to_owned()],
            organisers: ["Höör", "Lund", "Skolan i Ede AB"].map(str::to_owned).to_vec(),
        };
        let text = "I Höörs kommun och på Björkskolan sa Siv Ek att Sätofta skola, inte Lunds \
                    förskola eller Grundskolan, är bäst. Lundgren var på Björkskolans gård i Höör.";
        let found = known.found_in(text);
        let said: Vec<(&str, usize)> = found.iter().map(|(name, n)| (name.text.as_str(), *n)).collect();
        assert_eq!(
            said,
            [
                ("Siv Ek", 1),
                ("Höör", 2),
                ("Lund", 1),
                ("Björkskolan", 2),
                ("Lunds förskola", 1),
                ("Sätofta skola", 1)
            ]
        );
        let chosen: Vec<Name> =
            found.into_iter().map(|(name, _)| name).filter(|name| name.text != "Lund").collect();
        assert_eq!(
            mask(text, &chosen, Lang::Swedish),
            "I en huvudman och på en skola sa en kollega att en skola, inte en skola \
             eller Grundskolan, är bäst. Lundgren var på en skolas gård i en huvudman."
        );
    }

    #[test]
    fn whole_names_are_found_in_any_case_and_with_any_accents() {
        let (text, names) =
            left_out("siv ek, SIV EK och bo alms mall; anna-karin aberg, Anna-Karin Von Åbergs.");
        assert_eq!(text, "[namn], [namn] och [namn]s mall; [namn], [namn]s.");
        let wanted = ["siv ek", "SIV EK", "bo alm", "anna-karin aberg", "Anna-Karin Von Åberg"];
        assert_eq!(names, wanted.map(|name| (name.to_owned(), 1)));
        // Words that happen to be a part of a name, or of two names.
        for text in ["bo kvar vid en alm", "siv alm", "en ek, bo", "siv\nek", "siv eken"] {
            assert_eq!(left_out(text).1, Vec::new(), "{text}");
        }
    }

    #[test]
    fn organisers_in_lower_case_are_found_where_no_word_is_meant() {
        let known = Known {
            people: vec!["Andrée Öst".to_owned()],
            organisers: ["Höör", "Lund", "Västra Götalands läns landsting"].map(str::to_owned).to_vec(),
        };
        let text = "I hoors kommun och lund kommuns lund sa andree östs chef på västra götalands läns \
                    landsting: Höörs kommun är en lund.";
        let found: Vec<Name> = known.found_in(text).into_iter().map(|(name, _)| name).collect();
        let said: Vec<&str> = found.iter().map(|name| name.text.as_str()).collect();
        let organisers = ["hoors kommun", "lund kommun", "västra götalands läns landsting"];
        assert_eq!(said, [&["andree öst", "Höör"], organisers.as_slice()].concat());
        assert_eq!(
            mask(text, &found, Lang::Swedish),
            "I en huvudman och en huvudmans lund sa en kollegas chef på en huvudman: en huvudman är en lund."
        );
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        let siv = [Name { kind: NameKind::Person, text: "Siv Ek".to_owned() }];
        let text = "Siv Ek läste. **Siv Ek** log, och Siv Ek skrev.\n\n- Siv Eks mall";
        let wanted = "En kollega läste. **En kollega** log, och en kollega skrev.\n\n- En kollegas mall";
        assert_eq!(mask(text, &siv, Lang::Swedish), wanted);
        assert!(names_any("Hos Siv Ek", &siv) && !names_any("Sivert Ek", &siv));
    }

    #[test]
    fn other_words_stay() {
        for text in ["", "Var bor Bosse? I Ekeby, bo kvar.", "Almarna – 3 st.", "ÅÄÖ 🎉 \n\n* a"] {
            assert_eq!(left_out(text), (text.to_owned(), Vec::new()));
        }
    }
}
