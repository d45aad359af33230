//! What somebody looks for: words, phrases, and what narrows it.

use super::snippet::{holds, look};
use super::terms::{Stems, words};
use super::{Form, Post};
use crate::db::types::Timestamp;
use crate::i18n::fold;
use crate::organisers::Category;

use super::search::HitKind;

/// Words of a query that count.
const MOST_WORDS: usize = 8;

/// What somebody looks for.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The words, folded.
    pub words: Vec<String>,
    /// Words that stand one after the other, folded, of what was written within quotation marks.
    pub phrases: Vec<String>,
    /// What it is narrowed to.
    pub narrowed: Narrowed,
    /// The stems of each of the words.
    pub(super) stems: Vec<Vec<String>>,
}

/// What a search is narrowed to. All but the kind are about stories, and nothing else is found then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// One kind alone.
    pub kind: Option<HitKind>,
    /// Stories on a theme, its slug.
    pub theme: Option<String>,
    /// Stories from an organiser by part of its name.
    pub organiser: Option<String>,
    /// Stories from organisers of a category.
    pub category: Option<Category>,
    /// Stories from organisers in a county, its code.
    pub county: Option<String>,
    /// Stories published since.
    pub since: Option<Timestamp>,
}

impl Narrowed {
    /// Whether it asks for stories of some organisers.
    pub(super) fn by_organiser(&self) -> bool {
        self.organiser.is_some() || self.category.is_some() || self.county.is_some()
    }

    /// Whether it is about stories alone.
    pub(super) fn stories_alone(&self) -> bool {
        self.by_organiser() || self.theme.is_some() || self.since.is_some()
    }
}

impl Query {
    /// What is meant by a text. Words between two quotation marks stand one after the other.
    pub fn of(text: &str, narrowed: Narrowed) -> Self {
        let (folded, stems) = (fold(text), Stems::new());
        let words: Vec<String> = words(&folded).take(MOST_WORDS).map(str::to_owned).collect();
        let straight = text.replace(['\u{201c}', '\u{201d}', '\u{201e}', '«', '»'], "\"");
        let parts: Vec<&str> = straight.split('"').collect();
        let closed = parts.len().saturating_sub(1);
        let quoted = parts.into_iter().take(closed).skip(1).step_by(2).map(fold);
        let phrases = quoted.filter(|phrase| phrase.contains(' ')).collect();
        let stems = words.iter().map(|word| stems.of(word)).collect();
        Query { words, phrases, narrowed, stems }
    }

    /// Every stem that was looked for.
    pub(super) fn every_stem(&self) -> Vec<String> {
        self.stems.iter().flatten().cloned().collect()
    }

    /// Whether a text has all words and phrases, and where the first of the words is from a place on. One pass over the text.
    pub(super) fn is_in(&self, text: &str, from: usize) -> (bool, Option<usize>) {
        let (all, first) = look(text, &self.stems, from);
        (all && self.phrases_in(text), first)
    }

    /// Whether a text has any of the words that another has not, and all phrases.
    pub(super) fn adds(&self, text: &str, to: &str) -> bool {
        let lacking = |stems: &&Vec<String>| !holds(to, stems);
        let any = self.stems.iter().filter(lacking).any(|stems| holds(text, stems));
        (any || !self.phrases.is_empty()) && self.phrases_in(text)
    }

    fn phrases_in(&self, text: &str) -> bool {
        self.phrases.is_empty() || {
            let folded = format!(" {} ", fold(text));
            self.phrases.iter().all(|phrase| folded.contains(&format!(" {phrase} ")))
        }
    }
}

/// What is read of a story when looking for words: its title and text.
pub(super) fn text_of(post: &Post) -> String {
    let text = match post.form {
        Form::Free => post.body.clone(),
        Form::Guided => post.markdown(),
    };
    format!("{}\n\n{text}", post.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_between_quotation_marks() {
        let query = Query::of("skola \"Tid till möten\" \"ett\" ”på riktigt” \"öppen", Narrowed::default());
        assert_eq!(query.phrases, ["tid till moten", "pa riktigt"]);
        assert_eq!(query.words.len(), 8);
        assert!(query.phrases_in("De fick *tid till* möten, och det på riktigt."));
        assert!(!query.phrases_in("De fick möten till tid på riktigt."));
    }
}
