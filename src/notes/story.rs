//! Notes as the draft of a story, with the names of people left out.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::note;
use crate::db::schema::{group_memberships, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::meetups::Meetup;
use crate::posts;

/// A text without names, and what was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Nameless {
    pub text: String,
    /// The names that stood there and how often, in the order of their first place.
    pub names: Vec<(String, usize)>,
}

/// Makes the notes of a meetup a draft in somebody's name; the story. The same again (a form sent twice) gives the one that is
/// there. [`Error::NotFound`] when there are no notes or the author is not in the group.
pub(super) fn draft_story(
    tx: &mut Tx<'_>,
    meetup: &Meetup,
    author: Id,
    lang: Lang,
    now: Timestamp,
) -> Result<Id> {
    tx.lock(meetup.id)?;
    let text = nameless(tx, meetup, lang)?.text;
    let names = names_in(tx, meetup.group_id)?;
    let title = leave_out(&meetup.title, &names, &lang.t("notes-somebody")).text;
    posts::draft(tx, meetup.group_id, author, (&lang.tname("notes-story-of", &title), &text), now)
}

/// The notes without the names of anybody who is or was in the group. [`Error::NotFound`] when there are none.
pub(super) fn nameless(db: &mut Db, meetup: &Meetup, lang: Lang) -> Result<Nameless> {
    let note = note::find(db, meetup.id)?.ok_or(Error::NotFound)?;
    let names = names_in(db, meetup.group_id)?;
    Ok(leave_out(&note.markdown, &names, &lang.t("notes-somebody")))
}

/// The names of everybody who is or was in a group.
fn names_in(db: &mut Db, group: Id) -> Result<Vec<String>> {
    Ok(group_memberships::table
        .inner_join(seats::table.inner_join(people::table))
        .filter(group_memberships::group_id.eq(group))
        .select(people::name)
        .distinct()
        .load(db)?)
}

/// Puts `instead` where a name stands: the whole of it, or a part, also with the s of the genitive.
fn leave_out(text: &str, names: &[String], instead: &str) -> Nameless {
    let parts: BTreeSet<&str> = names
        .iter()
        .flat_map(|name| name.split_whitespace())
        .filter(|part| part.chars().count() > 1)
        .collect();
    let known = |word: &str| parts.contains(word);
    let mut found = Nameless::default();
    // The name that is being read, where it ends, and whether an s follows.
    let mut open: Option<(String, &str)> = None;
    for (gap, word) in words(text) {
        let bare = if known(word) { word } else { word.strip_suffix('s').unwrap_or(word) };
        let genitive = word.get(bare.len()..).unwrap_or_default();
        if !known(bare) {
            close(&mut found, open.take(), instead);
            found.text.push_str(gap);
            found.text.push_str(word);
            continue;
        }
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
    fn other_words_stay() {
        for text in ["", "Var bor Bosse? I Ekeby, bo kvar.", "Almarna – 3 st.", "ÅÄÖ 🎉 \n\n* a"] {
            assert_eq!(left_out(text), (text.to_owned(), Vec::new()));
        }
    }
}
