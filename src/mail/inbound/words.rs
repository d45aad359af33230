//! What somebody wrote themselves in an answer: without what they quote, and without what their program or they put under every
//! mail.
//!
//! There is no standard for either; this knows the ways of the programs that people have, in Swedish and English. Lines that
//! begin with > go, wherever they stand, so that answers between and under quoted lines stay. Where a program quotes without such
//! marks, everything from the head of the quotation on goes. When in doubt, words stay.

/// Bytes that are looked at.
const LONGEST: usize = 200_000;

/// Lines over which the head of a quotation may be broken.
const HEAD_LINES: usize = 4;

/// Lines that the head of a quotation by Outlook may have.
const BLOCK_LINES: usize = 10;

/// Lines, and characters of each, that what follows a greeting may have to be a signature.
const SIGNATURE: (usize, usize) = (12, 120);

/// What somebody wrote themselves; empty when they wrote nothing.
pub fn own_words(text: &str) -> String {
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
    let lines: Vec<String> = text.lines().map(clean).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut own: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(rest) = lines.get(at..).filter(|rest| !rest.is_empty()) {
        if is_end(rest) {
            break;
        }
        match quotation_head(rest) {
            Some((length, true)) => at += length,
            Some((_, false)) => break,
            None => {
                own.extend(rest.first().filter(|line| !line.trim_start().starts_with('>')));
                at += 1;
            }
        }
    }
    without_signature(&own).join("\n").trim().to_owned()
}

/// Without what cannot be seen and blanks at the end.
fn clean(line: &str) -> String {
    let shown = |c: &char| !c.is_control() && !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}');
    let line: String =
        line.chars().map(|c| if c == '\u{a0}' || c == '\t' { ' ' } else { c }).filter(shown).collect();
    line.trim_end().to_owned()
}

/// Whether nothing of what follows is the writer's: their signature, the mark of their program, or a quotation without marks.
fn is_end(rest: &[&str]) -> bool {
    let Some(first) = rest.first() else { return true };
    let line = first.trim().to_lowercase();
    let is_rule = |c: char| line.len() >= 10 && line.chars().all(|each| each == c);
    line == "--"
        || is_rule('_') && is_header_block(rest.get(1..).unwrap_or_default())
        || is_header_block(rest)
        || is_original(&line)
        || PROGRAMS.iter().any(|start| line.starts_with(start)) && line.chars().count() < 90
}

/// What programs write under mails.
const PROGRAMS: [&str; 12] = [
    "skickat från min ",
    "skickat från mitt ",
    "skickat från outlook",
    "skickat från e-post",
    "skickades från ",
    "hämta outlook för ",
    "skaffa outlook för ",
    "sent from my ",
    "sent from outlook",
    "sent from mail for ",
    "sent from the ",
    "get outlook for ",
];

/// `-----Ursprungligt meddelande-----`.
fn is_original(line: &str) -> bool {
    let words = line.trim_matches(['-', '_', ' ', '*']);
    line.starts_with("--")
        && [
            "ursprungligt meddelande",
            "originalmeddelande",
            "original message",
            "vidarebefordrat meddelande",
            "forwarded message",
        ]
        .contains(&words)
}

/// `Från: … Skickat: … Till: … Ämne: …`, as Outlook heads what it quotes.
fn is_header_block(rest: &[&str]) -> bool {
    let name = |line: &str| {
        let plain = line.trim().replace('*', "").to_lowercase();
        plain.split_once(':').map(|(name, _)| name.trim().to_owned())
    };
    let first = rest.first().and_then(|line| name(line));
    if !first.is_some_and(|name| ["från", "from"].contains(&name.as_str())) {
        return false;
    }
    let names: Vec<String> = rest.iter().take(BLOCK_LINES).filter_map(|line| name(line)).collect();
    let has = |words: &[&str]| names.iter().any(|name| words.contains(&name.as_str()));
    has(&["till", "to", "skickat", "sent", "datum", "date"]) && has(&["ämne", "subject"])
}

/// `Den mån 23 nov. 2026 kl 09:12 skrev Anna Ek <anna@x.example>:`: how many lines it has, and whether marked lines follow.
fn quotation_head(rest: &[&str]) -> Option<(usize, bool)> {
    let first = rest.first()?.trim();
    let begins = first.to_lowercase();
    let may_begin = first.starts_with(|c: char| c.is_ascii_digit())
        || HEADS.iter().any(|start| begins.starts_with(start))
        || first.contains('@');
    if !may_begin {
        return None;
    }
    let mut joined = String::new();
    for (at, line) in rest.iter().take(HEAD_LINES).enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('>') {
            return None;
        }
        joined.push(' ');
        joined.push_str(&line.to_lowercase());
        let ends = joined.ends_with(':')
            && ["skrev", "wrote", "skriver", "writes"].iter().any(|verb| joined.contains(verb));
        if ends && (joined.contains('@') || is_dated(&joined)) {
            let after = rest.get(at + 1..).unwrap_or_default();
            let next = after.iter().find(|line| !line.trim().is_empty());
            return Some((at + 1, next.is_some_and(|line| line.trim_start().starts_with('>'))));
        }
    }
    None
}

/// Whether there is a time of day or a year in it.
fn is_dated(text: &str) -> bool {
    let digits: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    digits.contains("9:99") || digits.contains("9.99") || digits.contains("9999")
}

/// How the head of a quotation begins.
const HEADS: [&str; 18] = [
    "den ", "on ", "mån", "tis", "ons", "tors", "fre", "lör", "sön", "mon", "tue", "wed", "thu", "fri",
    "sat", "sun", "från ", "from ",
];

/// Without a greeting and the few short lines under it: name, title, telephone. What has a postscript stays whole.
fn without_signature<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let greeting = lines.iter().rposition(|line| is_greeting(line));
    let Some(at) = greeting.filter(|at| *at > 0) else { return lines.to_vec() };
    let (before, after) = lines.split_at_checked(at).unwrap_or((lines, &[]));
    let under: Vec<&&str> = after.iter().skip(1).filter(|line| !line.trim().is_empty()).collect();
    let is_postscript = |line: &str| {
        let line = line.trim().to_lowercase();
        ["ps ", "ps.", "ps:", "p.s."].iter().any(|start| line.starts_with(start))
    };
    let fits = under.len() <= SIGNATURE.0
        && under.iter().all(|line| line.chars().count() <= SIGNATURE.1 && !is_postscript(line));
    let says = before.iter().any(|line| !line.trim().is_empty());
    if fits && says { before.to_vec() } else { lines.to_vec() }
}

fn is_greeting(line: &str) -> bool {
    let words = line.trim().trim_end_matches([',', '.', '!']).to_lowercase();
    [
        "mvh",
        "hälsningar",
        "vänligen",
        "med vänlig hälsning",
        "med vänliga hälsningar",
        "vänlig hälsning",
        "vänliga hälsningar",
        "bästa hälsningar",
        "hälsningar från",
        "regards",
        "kind regards",
        "best regards",
        "with kind regards",
        "best wishes",
        "sincerely",
    ]
    .contains(&words.as_str())
}

#[cfg(test)]
#[path = "words_test.rs"]
mod tests;
