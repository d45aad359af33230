//! What administrators may read of a mail, and what its kind is called.

use crate::i18n::Lang;

/// Every kind of mail, and whether administrators may read what it says. Hidden is what holds a personal link that acts for its
/// reader, and what members have written in their groups. A kind that is not here is hidden.
pub const KINDS: [(&str, Content); 54] = [
    ("account_known", Content::Open),
    ("approval_answered", Content::Hidden),
    ("approval_asked", Content::Hidden),
    ("comment_hidden", Content::Hidden),
    ("comment_notice", Content::Hidden),
    ("comment_refused", Content::Hidden),
    ("comment_widened", Content::Hidden),
    ("confirm", Content::Hidden),
    ("coordinator_appointed", Content::Open),
    ("digest", Content::Hidden),
    ("email_change", Content::Hidden),
    ("email_changed", Content::Open),
    ("group_changed", Content::Hidden),
    ("group_decided", Content::Hidden),
    ("group_joined", Content::Hidden),
    ("group_left", Content::Hidden),
    ("group_requested", Content::Hidden),
    ("handed_over", Content::Open),
    ("handover", Content::Hidden),
    ("invitation", Content::Hidden),
    ("letter", Content::Open),
    ("mail_returned", Content::Hidden),
    ("meetup_cancellation", Content::Hidden),
    ("meetup_follow_up", Content::Hidden),
    ("meetup_invitation", Content::Hidden),
    ("meetup_nudge", Content::Hidden),
    ("meetup_place", Content::Hidden),
    ("meetup_reminder", Content::Hidden),
    ("meetup_reply", Content::Hidden),
    ("meetup_update", Content::Hidden),
    ("membership_answer", Content::Open),
    ("membership_request", Content::Hidden),
    ("objection", Content::Hidden),
    ("objection_answered", Content::Hidden),
    ("objection_withdrawn", Content::Hidden),
    ("password", Content::Hidden),
    ("password_changed", Content::Open),
    ("poll_answered", Content::Hidden),
    ("poll_closed", Content::Hidden),
    ("poll_invitation", Content::Hidden),
    ("poll_reminder", Content::Hidden),
    ("poll_update", Content::Hidden),
    ("post_mention", Content::Hidden),
    ("post_unpublished", Content::Hidden),
    ("post_withdrawn", Content::Hidden),
    ("report", Content::Hidden),
    ("round_call", Content::Hidden),
    ("round_cancelled", Content::Open),
    ("round_late", Content::Hidden),
    ("round_moved", Content::Hidden),
    ("round_placed", Content::Hidden),
    ("round_unplaced", Content::Hidden),
    ("seat_confirmed", Content::Open),
    ("story", Content::Hidden),
];

/// Whether administrators may read what a mail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// They may, but for the secrets of links.
    Open,
    /// They may not.
    Hidden,
}

/// What a kind of mail is called; one that no page knows, by its name.
pub(super) fn called(lang: Lang, kind: &str) -> String {
    match KINDS.iter().any(|(known, _)| *known == kind) {
        true => lang.t(&format!("mail-kind-{kind}")),
        false => kind.to_owned(),
    }
}

/// Whether administrators may read what mails of a kind say.
pub(super) fn is_open(kind: &str) -> bool {
    KINDS.contains(&(kind, Content::Open))
}

/// Fewest characters of a secret in an address.
const SECRET: usize = 24;

/// The text with every secret in an address taken out. Identifiers stay.
pub(super) fn masked(text: &str) -> String {
    text.split_inclusive(char::is_whitespace).map(masked_word).collect()
}

fn masked_word(word: &str) -> String {
    if !word.contains("://") {
        return word.to_owned();
    }
    let is_of_secret = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut shown = String::with_capacity(word.len());
    let mut part = String::new();
    for c in word.chars() {
        if is_of_secret(c) {
            part.push(c);
        } else {
            shown.push_str(without_secret(&part));
            part.clear();
            shown.push(c);
        }
    }
    shown.push_str(without_secret(&part));
    shown
}

fn without_secret(part: &str) -> &str {
    if part.len() >= SECRET && uuid::Uuid::parse_str(part).is_err() { "…" } else { part }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_of_links_are_taken_out_and_identifiers_stay() {
        let secret = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFy_-A";
        let id = "01234567-89ab-7def-8123-456789abcdef";
        let text = format!(
            "Hej!\n\nhttps://x.example/unsubscribe/{secret}\nhttps://x.example/groups/{id}?t={secret}."
        );
        let wanted = format!("Hej!\n\nhttps://x.example/unsubscribe/…\nhttps://x.example/groups/{id}?t=….");
        assert_eq!(masked(&text), wanted);
        assert_eq!(masked(&"a".repeat(60)), "a".repeat(60));
    }

    #[test]
    fn every_kind_has_its_words_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for (kind, _) in KINDS {
            let words = [called(Lang::Swedish, kind), called(Lang::English, kind)];
            for (lang, text) in ["sv", "en"].into_iter().zip(&words) {
                assert!(
                    !text.is_empty() && !text.contains("mail-kind") && !text.contains('_'),
                    "{kind}: {text}"
                );
                assert!(seen.insert((lang, text.clone())), "{kind} is called as another: {text}");
            }
            assert_ne!(words[0], words[1], "{kind}");
        }
        assert_eq!(called(Lang::Swedish, "another"), "another");
    }

    #[test]
    fn what_is_not_known_is_hidden() {
        assert!(is_open("letter") && !is_open("password") && !is_open("another"));
    }
}
