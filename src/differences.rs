//! Differences between two versions of a text, and what becomes of it when two people changed it at once.

use std::ops::Range;
use std::time::Duration;

use similar::{ChangeTag, DiffOp, DiffTag, TextDiff};

/// How long is looked for the shortest difference of long texts; after that, any will do.
const PATIENCE: Duration = Duration::from_millis(200);

/// A run of words. `shared/changes.html` shows several.
pub struct Change {
    /// `ins`, `del`, or nothing where it is unchanged.
    pub kind: &'static str,
    /// The words with the white space around them.
    pub words: String,
}

/// Differences word by word; long unchanged stretches are cut in the middle.
pub fn changes(old: &str, new: &str) -> Vec<Change> {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_words(old, new);
    let mut runs: Vec<Change> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => "",
            ChangeTag::Delete => "del",
            ChangeTag::Insert => "ins",
        };
        match runs.last_mut() {
            Some(run) if run.kind == kind => run.words.push_str(change.value()),
            _ => runs.push(Change { kind, words: change.value().to_owned() }),
        }
    }
    for run in runs.iter_mut().filter(|run| run.kind.is_empty()) {
        run.words = middle_cut(&run.words);
    }
    runs
}

/// The ends of an unchanged stretch, so that the page shows what changed and a little around it.
fn middle_cut(words: &str) -> String {
    const EACH_END: usize = 120;
    let count = words.chars().count();
    if count <= EACH_END * 3 {
        return words.to_owned();
    }
    let start: String = words.chars().take(EACH_END).collect();
    let end: String = words.chars().skip(count - EACH_END).collect();
    format!("{start} […] {end}")
}

/// What became of a text that two people changed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The text with what both wrote; where it clashes, theirs stands before mine.
    pub text: String,
    /// Whether both changed the same place.
    pub clashes: bool,
}

/// Merges, line by line, what two people made of the same text. What one of them changed is as they made it; lines that both
/// changed differently, or put in at the same place, stand after each other and count as a clash. No line that either wrote
/// is lost.
pub fn merge(base: &str, theirs: &str, mine: &str) -> Merged {
    let of = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let (base, theirs, mine) = (of(base), of(theirs), of(mine));
    let mut hunks: Vec<(Hunk<'_>, bool)> =
        hunks(&base, &theirs).into_iter().map(|hunk| (hunk, false)).collect();
    hunks.extend(self::hunks(&base, &mine).into_iter().map(|hunk| (hunk, true)));
    hunks.sort_by_key(|(hunk, _)| (hunk.at.start, hunk.at.end));
    let (mut lines, mut done, mut clashes) = (Vec::new(), 0, false);
    let mut rest = hunks.into_iter().peekable();
    while let Some((first, is_mine)) = rest.next() {
        let mut at = first.at.clone();
        let (mut theirs, mut mine) = (Vec::new(), Vec::new());
        if is_mine {
            mine.push(first)
        } else {
            theirs.push(first)
        }
        while let Some((next, is_mine)) = rest.next_if(|(next, _)| touches(&at, &next.at)) {
            at.end = at.end.max(next.at.end);
            if is_mine { mine.push(next) } else { theirs.push(next) }
        }
        lines.extend(part(&base, done..at.start).iter().map(String::as_str));
        let (one, other) = (rewritten(&base, &at, &theirs), rewritten(&base, &at, &mine));
        if mine.is_empty() || one == other {
            lines.extend(one);
        } else if theirs.is_empty() {
            lines.extend(other);
        } else {
            clashes = true;
            lines.extend(one.into_iter().chain(other));
        }
        done = at.end;
    }
    lines.extend(part(&base, done..base.len()).iter().map(String::as_str));
    Merged { text: lines.join("\n"), clashes }
}

/// Lines that somebody put in the place of others.
struct Hunk<'a> {
    /// Which lines of the base.
    at: Range<usize>,
    lines: &'a [String],
}

fn hunks<'a>(base: &[String], other: &'a [String]) -> Vec<Hunk<'a>> {
    let base: Vec<&str> = base.iter().map(String::as_str).collect();
    let lines: Vec<&str> = other.iter().map(String::as_str).collect();
    let diff = TextDiff::configure().timeout(PATIENCE).diff_slices(&base, &lines);
    let mut found: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    // Counted here: the places that `similar` gives for what is only taken away or only put in are not to be trusted.
    let (mut old, mut new) = (0, 0);
    for (tag, gone, come) in diff.ops().iter().map(DiffOp::as_tag_tuple) {
        let (at, lines) = (old..old + gone.len(), new..new + come.len());
        (old, new) = (at.end, lines.end);
        match found.last_mut() {
            _ if tag == DiffTag::Equal => {}
            // Lines that go and lines that come in their place are one change.
            Some(last) if last.0.end == at.start && last.1.end == lines.start => {
                (last.0.end, last.1.end) = (at.end, lines.end);
            }
            _ => found.push((at, lines)),
        }
    }
    found.into_iter().map(|(at, lines)| Hunk { at, lines: part(other, lines) }).collect()
}

/// Whether a change reaches into lines that are changed already, or stands where lines are put in.
fn touches(changed: &Range<usize>, next: &Range<usize>) -> bool {
    next.start < changed.end || next.start == changed.end && (next.is_empty() || changed.is_empty())
}

/// A part of the base as these changes make it.
fn rewritten<'a>(base: &'a [String], at: &Range<usize>, hunks: &[Hunk<'a>]) -> Vec<&'a str> {
    let (mut lines, mut done) = (Vec::new(), at.start);
    for hunk in hunks {
        lines.extend(part(base, done..hunk.at.start).iter().map(String::as_str));
        lines.extend(hunk.lines.iter().map(String::as_str));
        done = hunk.at.end;
    }
    lines.extend(part(base, done..at.end).iter().map(String::as_str));
    lines
}

fn part(lines: &[String], range: Range<usize>) -> &[String] {
    lines.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn merged(base: &str, theirs: &str, mine: &str) -> (String, bool) {
        let Merged { text, clashes } = merge(base, theirs, mine);
        (text, clashes)
    }

    #[test]
    fn changes_of_different_lines_go_together() {
        let base = "# Träff\nett\ntvå\ntre";
        assert_eq!(
            merged(base, "# Träff\nett!\ntvå\ntre", "# Träff\nett\ntvå\ntre\nfyra").0,
            "# Träff\nett!\ntvå\ntre\nfyra"
        );
        // Lines beside each other, and a line that one took away.
        assert_eq!(merged("a\nb\nc", "A\nb\nc", "a\nB\nc"), ("A\nB\nc".to_owned(), false));
        assert_eq!(merged("a\nb\nc", "a\nc", "a\nb\nc\nd"), ("a\nc\nd".to_owned(), false));
        // Both did the same.
        assert_eq!(merged("a", "a\nb", "a\nb"), ("a\nb".to_owned(), false));
    }

    #[test]
    fn clashes_keep_what_both_wrote() {
        assert_eq!(merged("a\nb\nc", "a\nx\nc", "a\ny\nc"), ("a\nx\ny\nc".to_owned(), true));
        assert_eq!(merged("a", "a\nx", "a\ny"), ("a\nx\ny".to_owned(), true));
        assert_eq!(merged("", "x", "y"), ("x\ny".to_owned(), true));
        // One takes away what the other writes on.
        let (text, clashes) = merged("int\na\n}", "int\n}", "int\na\nb\n}");
        assert!(clashes && text.contains("b"), "{text}");
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec("[a-d]", 0..8).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn no_line_is_lost(base in text(), theirs in text(), mine in text()) {
            let text = merge(&base, &theirs, &mine).text;
            for line in theirs.lines().chain(mine.lines()).filter(|line| !base.lines().any(|known| known == *line)) {
                prop_assert!(text.lines().any(|known| known == line), "{line} of {text:?}");
            }
        }

        #[test]
        fn what_one_changes_alone_is_as_they_made_it(base in text(), other in text()) {
            for (theirs, mine) in [(&other, &base), (&base, &other), (&other, &other)] {
                let merged = merge(&base, theirs, mine);
                prop_assert_eq!(merged.text.lines().collect::<Vec<_>>(), other.lines().collect::<Vec<_>>());
                prop_assert!(!merged.clashes);
            }
        }
    }
}
