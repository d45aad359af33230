//! What files are called.

use unicode_normalization::UnicodeNormalization;

use crate::storage::Kind;

/// Most characters of a name, its ending included.
pub(super) const LONGEST: usize = 120;

/// The name that somebody gave a file, made harmless: no folders, no characters that are not seen or that turn the text
/// around, and an ending that says what the file is. `otherwise` is for names of which nothing is left.
pub(super) fn clean(given: &str, kind: Kind, otherwise: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or(given);
    let seen: String =
        last.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| is_seen(*c)).collect();
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = without_ending(&name, kind).trim_matches(['.', ' ']);
    let stem = if stem.is_empty() { otherwise } else { stem };
    let room = LONGEST - kind.extension().len() - 1;
    let stem: String = stem.chars().take(room).collect();
    format!("{}.{}", stem.trim_end_matches(['.', ' ']), kind.extension())
}

/// The name without the ending for its kind; for pictures, which change their kind here, without that of any picture.
fn without_ending(name: &str, kind: Kind) -> &str {
    const PICTURES: [&str; 5] = ["jpg", "jpeg", "png", "gif", "webp"];
    match name.rsplit_once('.') {
        Some((stem, ending)) => {
            let ending = ending.to_lowercase();
            let own = ending == kind.extension();
            if own || kind.is_picture() && PICTURES.contains(&ending.as_str()) { stem } else { name }
        }
        None => name,
    }
}

/// Whether a character is text: not control, not for turning or joining what stands around it, not private or a mark of order.
fn is_seen(c: char) -> bool {
    let turns = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}' | '\u{61c}');
    let other = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' | '<' | '>' | '"' | '|' | '?' | '*' | ':');
    !c.is_control() && !turns && !other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_harmless_and_say_what_they_are() {
        for (given, kind, cleaned) in [
            ("Bilder.pptx", Kind::Pptx, "Bilder.pptx"),
            ("../../etc/passwd", Kind::Pdf, "passwd.pdf"),
            ("C:\\Mina dokument\\Plan 2026.PDF", Kind::Pdf, "Plan 2026.pdf"),
            ("virus.exe", Kind::Pdf, "virus.exe.pdf"),
            ("foto.HEIC.jpeg", Kind::Jpeg, "foto.HEIC.jpg"),
            ("skärm.gif", Kind::Png, "skärm.png"),
            ("a\u{202e}gpj.exe", Kind::Jpeg, "agpj.exe.jpg"),
            ("\0\r\n\"<script>", Kind::Pdf, "script.pdf"),
            ("", Kind::Odt, "fil.odt"),
            ("....pdf", Kind::Pdf, "fil.pdf"),
            ("a\u{30a}rsplan.docx", Kind::Docx, "årsplan.docx"),
        ] {
            assert_eq!(clean(given, kind, "fil"), cleaned, "{given:?}");
        }
        let long = clean(&"å".repeat(500), Kind::Pdf, "fil");
        assert_eq!(long.chars().count(), LONGEST);
        assert!(long.ends_with("å.pdf"));
    }
}
