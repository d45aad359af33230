//! What a story said before each edit, and the differences.

use diesel::prelude::*;

use super::post::worded;
use super::{Form, Post};
use crate::clock;
use crate::db::schema::post_revisions;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::differences::{Change, changes};
use crate::error::Result;
use crate::i18n::Lang;

/// Versions that anybody loads at once.
const MOST: i64 = 50;

/// Keeps what the story says now, before it is changed.
pub(super) fn keep(tx: &mut Tx<'_>, before: &Post, by: Id, now: Timestamp) -> Result<()> {
    diesel::insert_into(post_revisions::table)
        .values((
            post_revisions::id.eq(clock::new_id()),
            post_revisions::post_id.eq(before.id),
            post_revisions::title.eq(&before.title),
            post_revisions::markdown.eq(before.markdown()),
            post_revisions::edited_by.eq(by),
            post_revisions::edited_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// One edit: when, and what became of title and text.
pub(super) struct Edit {
    pub(super) at: Timestamp,
    pub(super) title: Vec<Change>,
    pub(super) text: Vec<Change>,
}

/// The edits of a story, latest first, with its prompts in words.
pub(super) fn edits(db: &mut Db, post: &Post, lang: Lang) -> Result<Vec<Edit>> {
    let before: Vec<(Timestamp, String, String)> = post_revisions::table
        .filter(post_revisions::post_id.eq(post.id))
        .order((post_revisions::edited_at.desc(), post_revisions::id.desc()))
        .limit(MOST)
        .select((post_revisions::edited_at, post_revisions::title, post_revisions::markdown))
        .load(db)?;
    let (mut title, mut text) = (post.title.clone(), post.markdown_in(lang));
    let mut edits = Vec::with_capacity(before.len());
    for (at, old_title, old_text) in before {
        let old_text = if post.form == Form::Guided { worded(&old_text, lang) } else { old_text };
        edits.push(Edit { at, title: changes(&old_title, &title), text: changes(&old_text, &text) });
        (title, text) = (old_title, old_text);
    }
    Ok(edits)
}
