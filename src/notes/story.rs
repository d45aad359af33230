//! Notes as the draft of a story, with the names of people left out.

use diesel::prelude::*;

use super::note;
use crate::db::schema::{group_memberships, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::meetups::Meetup;
use crate::posts::{self, Nameless, leave_out};

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
