//! Comments as programs read them: by themselves, and under a story from the oldest on.

use diesel::prelude::*;

use super::comment;
use crate::db::Db;
use crate::db::schema::{comments, people};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;

/// A comment, standing or withdrawn.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Identifier.
    pub id: Id,
    /// Who wrote it; nothing for people whose personal data is protected.
    pub author: Option<String>,
    /// Markdown; empty when withdrawn.
    pub body: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// The first comment of the thread that it answers in; none for that comment itself.
    pub thread_id: Option<Id>,
}

type Columns = (Id, String, bool, String, Timestamp, Option<Timestamp>, Option<Id>);

impl From<Columns> for Remark {
    fn from((id, author, protected, body, created_at, withdrawn_at, thread_id): Columns) -> Self {
        Remark {
            id,
            author: (!protected).then_some(author),
            body: if withdrawn_at.is_none() { body } else { String::new() },
            created_at,
            thread_id,
        }
    }
}

#[diesel::dsl::auto_type]
fn remarks() -> _ {
    comments::table.inner_join(people::table).select((
        comments::id,
        people::name,
        people::protected,
        comments::body,
        comments::created_at,
        comments::withdrawn_at,
        comments::thread_id,
    ))
}

/// The comment, if this person reads its story. [`Error::NotFound`](crate::error::Error) otherwise.
pub fn find_comment(db: &mut Db, id: Id, reader: Id) -> Result<Remark> {
    comment::find_readable(db, id, Some(reader))?;
    let found: Columns = remarks().filter(comments::id.eq(id)).first(db)?;
    Ok(found.into())
}

/// The comments under a story after one of them, or from the first on: the oldest first, so many of them.
pub fn comments_after(
    db: &mut Db,
    post: Id,
    after: Option<(Timestamp, Id)>,
    most: i64,
) -> Result<Vec<Remark>> {
    let mut found = remarks().filter(comments::post_id.eq(post)).into_boxed();
    if let Some((moment, id)) = after {
        let later = comments::created_at.gt(moment);
        found = found.filter(later.or(comments::created_at.eq(moment).and(comments::id.gt(id))));
    }
    let rows: Vec<Columns> = found.order((comments::created_at, comments::id)).limit(most).load(db)?;
    Ok(rows.into_iter().map(Remark::from).collect())
}
