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
    around_at(markdown, 0, first, stems)
}

/// The same of what stands from `start` on, when it is known where the first such word is there.
pub(super) fn around_at(
    markdown: &str,
    start: usize,
    first: Option<usize>,
    stems: &[String],
) -> Vec<(String, bool)> {
    let start = markdown.len() - markdown.get(start..).unwrap_or_default().trim_start().len();
    let from = back(markdown, first.unwrap_or(start), BEFORE).max(start);
    let text = markdown.get(from..).unwrap_or_default();
    let text = text.get(..text.char_indices().nth(BEFORE + AFTER + 200).map_or(text.len(), |(at, _)| at));
    let plain = without_marks(text.unwrap_or_default());
    let mut piece = shorten(&plain, BEFORE + AFTER);
    if from > start {
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
        if is_of_word(c) {
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
    each_word(text, |_, word| if has(word, stems) { Break(()) } else { Continue(()) }).is_some()
}

/// Whether for each of some sets of stems any word of a text has one of them, and where the first word that has any is from a
/// place on.
pub(super) fn look<S: AsRef<[String]>>(text: &str, sets: &[S], from: usize) -> (bool, Option<usize>) {
    let mut lacking: Vec<&S> = sets.iter().collect();
    let mut first = None;
    each_word(text, |at, word| {
        if first.is_none() && at.start >= from && sets.iter().any(|stems| has(word, stems.as_ref())) {
            first = Some(at.start);
        }
        lacking.retain(|stems| !has(word, stems.as_ref()));
        if lacking.is_empty() && first.is_some() { Break(()) } else { Continue(()) }
    });
    (lacking.is_empty(), first)
}

/// Whether a word, folded, begins with one of the stems, or is a compound with it.
fn has(word: &str, stems: &[String]) -> bool {
    stems.iter().any(|stem| {
        let stem = stem.as_bytes();
        let later = word.as_bytes().get(FIRST_PART..).unwrap_or_default();
        word.as_bytes().starts_with(stem)
            || stem.len() >= LAST_PART
                && later.windows(stem.len()).any(|part| part.first() == stem.first() && part == stem)
    })
}

/// Whether a character belongs to a word; soon for those of Swedish.
fn is_of_word(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö' | 'é' | 'É' => true,
        _ => c.is_alphanumeric(),
    }
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
    fn every_set_wants_a_word_and_the_first_of_any_is_known() {
        let sets = [vec!["rektor".to_owned()], vec!["larar".to_owned(), "larare".to_owned()]];
        assert_eq!(look("Lärarna och deras rektor.", &sets, 0), (true, Some(0)));
        assert_eq!(look("Lärarna och deras rektor.", &sets, 3), (true, Some(19)));
        assert_eq!(look("Lärarna och deras elever", &sets, 0), (false, Some(0)));
        assert_eq!(look("Rektor\n\nIngenting", &sets, 6), (false, None));
        assert_eq!(look::<Vec<String>>("Ingenting", &[], 0), (true, None));
    }

    #[test]
    fn what_stands_before_is_left_out() {
        let text = "Skolor i Höör\n\nVi besökte tre skolor.";
        let stems = ["skol".to_owned()];
        let (_, first) = look(text, &[stems.to_vec()], "Skolor i Höör".len());
        let shown: String = around_at(text, "Skolor i Höör".len(), first, &stems)
            .into_iter()
            .map(|(piece, _)| piece)
            .collect();
        assert_eq!(shown, "Vi besökte tre skolor.");
    }
}
