//! A piece of a text around the first word that was looked for.

use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::Range;

use crate::markdown::shorten;

/// Characters before and after the first word found.
const BEFORE: usize = 60;
const AFTER: usize = 140;

/// Letters before, and of, a stem that ends a compound, at least.
const FIRST_PART: usize = 3;
const LAST_PART: usize = 3;

/// Pieces of Markdown without its marks; `true` for words that have one of the stems (folded).
pub(super) fn around(markdown: &str, stems: &[String]) -> Vec<(String, bool)> {
    let first = each_word(markdown, |at, word| if has(word, stems) { Break(at.start) } else { Continue(()) });
    let from = back(markdown, first.unwrap_or(0), BEFORE);
    let text = markdown.get(from..).unwrap_or_default();
    let text = text.get(..text.char_indices().nth(BEFORE + AFTER + 200).map_or(text.len(), |(at, _)| at));
    let plain = without_marks(text.unwrap_or_default());
    let mut piece = shorten(&plain, BEFORE + AFTER);
    if from > 0 {
        piece.insert(0, '…');
    }
    marked(&piece, stems)
}

fn marked(text: &str, stems: &[String]) -> Vec<(String, bool)> {
    let mut hits: Vec<Range<usize>> = Vec::new();
    each_word::<()>(text, |at, word| {
        hits.extend(has(word, stems).then_some(at));
        Continue(())
    });
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut done = 0;
    for hit in hits {
        pieces.push((text.get(done..hit.start).unwrap_or_default().to_owned(), false));
        done = hit.end;
        pieces.push((text.get(hit).unwrap_or_default().to_owned(), true));
    }
    pieces.push((text.get(done..).unwrap_or_default().to_owned(), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Shows every word of a text, where it stands in bytes and folded, until one is enough; what that one gave. One pass over
/// the text, whatever is looked for.
fn each_word<T>(text: &str, mut see: impl FnMut(Range<usize>, &str) -> ControlFlow<T>) -> Option<T> {
    let (mut word, mut start) = (String::new(), 0);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() {
            if word.is_empty() {
                start = at;
            }
            word.push(plain(c));
        } else if !word.is_empty() {
            if let Break(found) = see(start..at, &word) {
                return Some(found);
            }
            word.clear();
        }
    }
    None
}

/// Whether any word of a text has one of the stems.
pub(super) fn holds(text: &str, stems: &[String]) -> bool {
    holds_all(text, &[stems])
}

/// Whether for each of some sets of stems any word of a text has one of them.
pub(super) fn holds_all<S: AsRef<[String]>>(text: &str, sets: &[S]) -> bool {
    let mut lacking: Vec<&S> = sets.iter().collect();
    let all = each_word(text, |_, word| {
        lacking.retain(|stems| !has(word, stems.as_ref()));
        if lacking.is_empty() { Break(()) } else { Continue(()) }
    });
    sets.is_empty() || all.is_some()
}

/// Whether a word, folded, begins with one of the stems, or is a compound with it.
fn has(word: &str, stems: &[String]) -> bool {
    stems.iter().any(|stem| {
        let stem = stem.as_bytes();
        let later = word.as_bytes().get(FIRST_PART..).unwrap_or_default();
        word.as_bytes().starts_with(stem)
            || stem.len() >= LAST_PART && later.windows(stem.len()).any(|part| part == stem)
    })
}

/// A letter as folding leaves it, for the letters of Swedish and its neighbours.
fn plain(c: char) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'å' | 'ä' | 'à' | 'á' | 'â' | 'Å' | 'Ä' | 'À' | 'Á' | 'Â' => 'a',
        'ö' | 'ô' | 'ó' | 'ò' | 'Ö' | 'Ô' | 'Ó' | 'Ò' => 'o',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'ü' | 'ú' | 'Ü' | 'Ú' => 'u',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The start of a word about `chars` characters before `at`.
fn back(text: &str, at: usize, chars: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().nth(chars).map_or(0, |(from, _)| from);
    let cut = before.get(from..).unwrap_or_default();
    if from == 0 { 0 } else { from + cut.find(char::is_whitespace).map_or(0, |space| space + 1) }
}

/// Without the signs of Markdown and without the lines that name a prompt.
fn without_marks(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("## "));
    lines.collect::<Vec<_>>().join(" ").replace(['*', '_', '#', '>', '`', '[', ']', '|'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_stands_in_its_sentence() {
        let text = format!(
            "{} Vi besökte **skolorna** i Höör och lärde oss mycket.",
            "Inledning och bakgrund. ".repeat(20)
        );
        let pieces = around(&text, &["skol".to_owned()]);
        assert!(pieces.contains(&("skolorna".to_owned(), true)), "{pieces:?}");
        let shown: String = pieces.iter().map(|(piece, _)| piece.as_str()).collect();
        assert!(shown.starts_with('…') && shown.contains("i Höör") && shown.chars().count() < 220, "{shown}");
    }

    #[test]
    fn accents_do_not_matter() {
        assert!(holds("Om skolutveckling", &["utveckl".to_owned()]));
        assert!(!holds("Om norm", &["or".to_owned()]));
        assert!(!holds("Om", &["skola".to_owned()]) && !holds("", &["skola".to_owned()]));
        assert!(holds("Åsö är en ö", &["o".to_owned()]));
        assert!(around("Lärandet i år", &["lar".to_owned()]).contains(&("Lärandet".to_owned(), true)));
    }

    #[test]
    fn every_set_wants_a_word() {
        let sets = [vec!["rektor".to_owned()], vec!["larar".to_owned(), "larare".to_owned()]];
        assert!(holds_all("Lärarna och deras rektor.", &sets));
        assert!(!holds_all("Lärarna och deras elever", &sets));
        assert!(holds_all::<Vec<String>>("Ingenting", &[]));
    }
}
