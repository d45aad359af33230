//! Thanks for a story or a comment. Who thanked is seen by who was thanked, and nobody counts them.

use std::collections::HashMap;

use diesel::prelude::*;

use super::reading;
use crate::db::schema::{comments, people, posts, thanks};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::on_both;

/// Names that are shown for one comment or story.
pub(super) const MOST: usize = 12;

/// Something to thank for: a story or a comment under it, and who wrote it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    pub(super) id: Id,
    pub(super) post: Id,
    pub(super) author: Id,
}

/// Thanks; again is as good as once. [`Error::Forbidden`] for one's own.
pub(super) fn thank(tx: &mut Tx<'_>, subject: Subject, person: Id, now: Timestamp) -> Result<()> {
    if subject.author == person {
        return Err(Error::Forbidden);
    }
    let row = (
        thanks::subject_id.eq(subject.id),
        thanks::person_id.eq(person),
        thanks::post_id.eq(subject.post),
        thanks::thanked_at.eq(now),
    );
    on_both!(tx, c => diesel::insert_into(thanks::table).values(row).on_conflict_do_nothing().execute(c))?;
    reading::note(tx, subject.post, person, now)
}

/// Takes it back; again is as good as once.
pub(super) fn take_back(tx: &mut Tx<'_>, subject: Subject, person: Id) -> Result<()> {
    diesel::delete(thanks::table.find((subject.id, person))).execute(&mut **tx)?;
    Ok(())
}

/// Who thanked this person for what, under one story: the names by story or comment, nothing for those whose personal data is
/// protected. One query.
pub(super) fn thanks_to(db: &mut Db, person: Id, post: Id) -> Result<HashMap<Id, Vec<Option<String>>>> {
    let own_comments = comments::table
        .filter(comments::post_id.eq(post))
        .filter(comments::author_id.eq(person))
        .filter(comments::withdrawn_at.is_null())
        .select(comments::id);
    let own_post =
        posts::table.filter(posts::id.eq(post)).filter(posts::author_id.eq(person)).select(posts::id);
    let rows: Vec<(Id, String, bool)> = thanks::table
        .inner_join(people::table)
        .filter(thanks::post_id.eq(post))
        .filter(thanks::subject_id.eq_any(own_comments).or(thanks::subject_id.eq_any(own_post)))
        .order((thanks::thanked_at, thanks::person_id))
        .select((thanks::subject_id, people::name, people::protected))
        .load(db)?;
    let mut found: HashMap<Id, Vec<Option<String>>> = HashMap::new();
    for (subject, name, protected) in rows {
        found.entry(subject).or_default().push((!protected).then_some(name));
    }
    Ok(found)
}
