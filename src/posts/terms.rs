//! Words as the index has them: folded, whole and stemmed, with the parts of Swedish compounds.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::i18n::fold;

/// Letters of a word that count; more is no word.
const LONGEST_WORD: usize = 40;

/// Letters of the first and of the last part of a compound, at least.
const SHORTEST_FIRST: usize = 3;
const SHORTEST_HEAD: usize = 3;

/// Takes words back to their stems, in both languages.
pub(super) struct Stems {
    swedish: Stemmer,
    english: Stemmer,
}

impl Stems {
    /// Snowball of both languages. It sees folded words, when indexing and when searching alike; both `å` and `a` are vowels to it.
    pub(super) fn new() -> Self {
        Stems { swedish: swedish(), english: Stemmer::create(Algorithm::English) }
    }

    /// What a folded word is looked for as: its stem, and its English one if that is another.
    pub(super) fn of(&self, word: &str) -> Vec<String> {
        let (swedish, english) = (stem(&self.swedish, word), self.english.stem(word));
        if swedish == english { vec![swedish] } else { vec![swedish, english.into_owned()] }
    }

    /// Adds what a folded word is found by: itself, its stems, and the parts of a compound, each behind `letter`.
    pub(super) fn add(&self, terms: &mut BTreeSet<String>, letter: char, word: &str) {
        let mut put = |term: &str| terms.insert(format!("{letter}{term}"));
        put(word);
        let swedish = stem(&self.swedish, word);
        put(&swedish);
        put(&self.english.stem(word));
        if let Some((first, head)) = parts(&swedish) {
            put(head);
            put(&stem(&self.swedish, first));
        }
    }
}

fn swedish() -> Stemmer {
    Stemmer::create(Algorithm::Swedish)
}

/// The stem of a folded word. Snowball takes one ending off: `rektorer` becomes `rektor`, but `rektor` becomes `rekt`.
/// So it is asked again until nothing more comes off, and all forms end alike.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    let mut stem = shorter(stemmer, indefinite(word));
    loop {
        let next = shorter(stemmer, &stem);
        if next == stem {
            return stem;
        }
        stem = next;
    }
}

/// Without the article of neuters, which Snowball leaves: `arbetet`, `mötets`; not of `kvalitet`.
fn indefinite(word: &str) -> &str {
    let bare = word.strip_suffix('s').filter(|bare| bare.ends_with("et")).unwrap_or(word);
    let noun = bare.strip_suffix("et").filter(|noun| noun.len() >= 3 && !noun.ends_with("it"));
    noun.unwrap_or(word)
}

/// One ending less. Snowball leaves the definite form of `skola`, `rektor` as it is (`skolan`, `rektorn`), though it takes
/// `skolor` and `skolorna` back to `skol`: what is left of `-an` and the `n` of `-orn` (not of `torn`) go too.
fn shorter(stemmer: &Stemmer, word: &str) -> String {
    let stem = stemmer.stem(word);
    let shorter = stem
        .strip_suffix("an")
        .filter(|shorter| shorter.len() >= 3)
        .or_else(|| stem.strip_suffix('n').filter(|shorter| shorter.ends_with("or") && shorter.len() >= 5));
    shorter.unwrap_or(&stem).to_owned()
}

/// The first and the last part of the stem of a compound: `kvalitet` and `arbet` of `kvalitetsarbete`. The last part is the longest
/// that `config/words/heads.txt` knows; the letter that binds them is left out.
fn parts(stem: &str) -> Option<(&str, &str)> {
    static HEADS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let swedish = swedish();
        include_str!("../../config/words/heads.txt")
            .lines()
            .map(|word| self::stem(&swedish, &fold(word)))
            .filter(|head| head.len() >= SHORTEST_HEAD)
            .collect()
    });
    let cuts = stem.char_indices().map(|(at, _)| at).skip(SHORTEST_FIRST);
    let (first, head) =
        cuts.filter_map(|at| stem.split_at_checked(at)).find(|(_, head)| HEADS.contains(*head))?;
    let unbound = first.strip_suffix('s').filter(|first| first.chars().count() >= SHORTEST_FIRST);
    Some((unbound.unwrap_or(first), head))
}

/// The words of folded text that count.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty() && word.chars().count() <= LONGEST_WORD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        let stemmer = swedish();
        for forms in [
            &["rektor", "rektorn", "rektorer", "rektorerna", "rektorernas"][..],
            &["skola", "skolan", "skolor", "skolorna"],
            &["analys", "analyser", "analyserna"],
            &["larare", "lararen", "lararna"],
            &["arbete", "arbetet", "arbetets", "arbeten"],
            &["mote", "motet", "moten"],
            &["barn", "barnet", "barnen", "barnens"],
            &["kvalitet", "kvaliteten"],
        ] {
            let stems: Vec<String> = forms.iter().map(|word| stem(&stemmer, word)).collect();
            assert!(stems.iter().all(|each| *each == stems[0]), "{forms:?} become {stems:?}");
        }
        assert_ne!(stem(&stemmer, "torn"), stem(&stemmer, "tor"));
    }

    #[test]
    fn english_words_have_their_stems_too() {
        let stems = Stems::new();
        let of = |word: &str| stems.of(word);
        assert!(of("studies").iter().any(|each| of("study").contains(each)));
        assert!(of("meetings").iter().any(|each| of("meeting").contains(each)));
    }

    #[test]
    fn compounds_are_found_by_their_parts() {
        let stems = Stems::new();
        let mut terms = BTreeSet::new();
        for word in
            ["skolutvecklingen", "kvalitetsarbete", "elevhalsoteamet", "rektorsgruppen", "barnkonventionen"]
        {
            stems.add(&mut terms, 'b', word);
        }
        for word in ["utveckling", "arbetet", "kvalitet", "teamen", "grupp", "rektorer", "skolan"] {
            let any = stems.of(word).iter().any(|stem| terms.contains(&format!("b{stem}")));
            assert!(any, "{word} in {terms:?}");
        }
    }
}
