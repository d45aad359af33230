//! A piece of a text around the first word that was looked for.

use crate::markdown::shorten;

/// Characters before and after the first word found.
const BEFORE: usize = 60;
const AFTER: usize = 140;

/// Letters before, and of, a stem that ends a compound, at least.
const FIRST_PART: usize = 3;
const LAST_PART: usize = 3;

/// Pieces of Markdown without its marks; `true` for words that have one of the stems (folded).
pub(super) fn around(markdown: &str, stems: &[String]) -> Vec<(String, bool)> {
    let first = word_starts(markdown).find(|at| has(markdown, *at, stems)).unwrap_or(0);
    let from = back(markdown, first, BEFORE);
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
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut done = 0;
    for at in word_starts(text).filter(|at| has(text, *at, stems)).collect::<Vec<_>>() {
        let rest = text.get(at..).unwrap_or_default();
        let end = at + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        pieces.push((text.get(done..at).unwrap_or_default().to_owned(), false));
        pieces.push((text.get(at..end).unwrap_or_default().to_owned(), true));
        done = end;
    }
    pieces.push((text.get(done..).unwrap_or_default().to_owned(), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Where words begin, in bytes.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric();
        starts.then_some(at)
    })
}

/// Whether any word of a text has one of the stems.
pub(super) fn holds(text: &str, stems: &[String]) -> bool {
    word_starts(text).any(|at| has(text, at, stems))
}

/// Whether the word at `at` begins with one of the stems, or is a compound with it, accents and case apart.
fn has(text: &str, at: usize, stems: &[String]) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).map(plain).collect();
    stems.iter().any(|stem| match word.find(stem.as_str()) {
        Some(0) => true,
        Some(at) => at >= FIRST_PART && stem.len() >= LAST_PART,
        None => false,
    })
}

/// A letter as folding leaves it, for the letters of Swedish and its neighbours.
fn plain(c: char) -> char {
    match c {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'Å' | 'Ä' | 'À' | 'Á' | 'Â' => 'a',
        'ö' | 'ô' | 'ó' | 'ò' | 'Ö' | 'Ô' | 'Ó' | 'Ò' => 'o',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'ü' | 'ú' | 'Ü' | 'Ú' => 'u',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
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
        assert!(around("Lärandet i år", &["lar".to_owned()]).contains(&("Lärandet".to_owned(), true)));
    }
}
