//! What is wrong with a story or a comment: readers say so, and coordinators of its network hide a comment or withdraw a story.

use diesel::prelude::*;

use super::comment::find_standing;
use super::mail::{Hidden, Report};
use super::visible::scope_of;
use super::{Post, index, post};
use crate::accounts;
use crate::app::App;
use crate::db::schema::{comments, network_coordinators, people, posts, reports};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::mail::Recipient;
use crate::on_both;
use crate::web::{Audit, audit};

/// What somebody finds wrong with something.
pub(super) struct NewReport<'a> {
    /// The story or the comment.
    pub(super) subject: Id,
    /// The page that shows it.
    pub(super) path: &'a str,
    /// Why.
    pub(super) reason: &'a str,
}

/// Tells the coordinators of the network that a reader finds something wrong with a story, or with a comment under it; once for
/// each reader. Who may read it is for the caller to know.
pub(super) fn report(tx: &mut Tx<'_>, app: &App, post: &Post, new: &NewReport<'_>, person: Id) -> Result<()> {
    let now = app.clock.now();
    let row = (
        reports::subject_id.eq(new.subject),
        reports::person_id.eq(person),
        reports::post_id.eq(post.id),
        reports::reason.eq(new.reason),
        reports::reported_at.eq(now),
    );
    let first = on_both!(tx, c => diesel::insert_into(reports::table).values(row).on_conflict_do_nothing().execute(c))?;
    if first == 0 {
        return Ok(());
    }
    audit(tx, &event(person, "reported", new.subject), now)?;
    let by = accounts::find(tx, person)?;
    for to in coordinators(tx, post.network_id)? {
        Report::queue(tx, app, post, new, &by, to)?;
    }
    Ok(())
}

fn event(actor: Id, action: &'static str, subject: Id) -> Audit<'static> {
    Audit { actor: Some(actor), action, subject: subject.to_string(), address: None }
}

fn coordinators(db: &mut Db, network: Id) -> Result<Vec<Recipient>> {
    let rows: Vec<(Id, String, String, Lang)> = network_coordinators::table
        .inner_join(people::table)
        .filter(network_coordinators::network_id.eq(network))
        .filter(people::disabled_at.is_null())
        .order(people::id)
        .select((people::id, people::email, people::name, people::language))
        .load(db)?;
    let to = |(id, email, name, lang)| Recipient { person_id: Some(id), email, name, lang };
    Ok(rows.into_iter().map(to).collect())
}

/// What readers have said of a story or a comment, the earliest first.
pub(super) fn reports_of(db: &mut Db, subject: Id) -> Result<Vec<String>> {
    Ok(reports::table
        .filter(reports::subject_id.eq(subject))
        .order((reports::reported_at, reports::person_id))
        .select(reports::reason)
        .load(db)?)
}

/// Hides a comment, which is written down, and tells its author why; the story. Nothing happens when it is hidden already.
pub(super) fn hide(tx: &mut Tx<'_>, app: &App, id: Id, by: Id, why: &str) -> Result<Id> {
    let now = app.clock.now();
    let comment = find_standing(tx, id, Some(by))?;
    if !scope_of(tx, Some(by))?.coordinates(comment.post.network_id) {
        return Err(Error::NotFound);
    }
    diesel::update(comments::table.find(id))
        .set((comments::withdrawn_at.eq(now), comments::hidden_by.eq(by), comments::hidden_why.eq(why)))
        .execute(&mut **tx)?;
    index::index_post(tx, comment.post.id)?;
    audit(tx, &event(by, "comment-hidden", id), now)?;
    Hidden::queue(tx, app, &comment, why)?;
    Ok(comment.post.id)
}

/// Shows a comment again that was hidden; the story. Again is as good as once.
pub(super) fn show_again(tx: &mut Tx<'_>, id: Id, by: Id, now: Timestamp) -> Result<Id> {
    let (story, hidden): (Id, Option<Id>) =
        comments::table.find(id).select((comments::post_id, comments::hidden_by)).first(&mut **tx)?;
    let scope = scope_of(tx, Some(by))?;
    let story = post::find_in(tx, story, &scope)?;
    if !scope.coordinates(story.network_id) {
        return Err(Error::NotFound);
    }
    if hidden.is_some() {
        diesel::update(comments::table.find(id))
            .set((
                comments::withdrawn_at.eq(None::<Timestamp>),
                comments::hidden_by.eq(None::<Id>),
                comments::hidden_why.eq(None::<String>),
            ))
            .execute(&mut **tx)?;
        index::index_post(tx, story.id)?;
        audit(tx, &event(by, "comment-shown", id), now)?;
    }
    Ok(story.id)
}

/// What was said or done about a story or a comment, for coordinators.
pub(super) struct Entry {
    /// Title of the story.
    pub(super) title: String,
    /// Where it is.
    pub(super) path: String,
    /// Whether it is about a comment.
    pub(super) of_comment: bool,
    /// Who said or did it; nothing for people whose personal data is protected.
    pub(super) by: Option<String>,
    /// Why.
    pub(super) why: String,
    /// When.
    pub(super) at: Timestamp,
    /// Whether others read it still.
    pub(super) stands: bool,
}

/// Entries of a kind that are shown.
const LATEST: i64 = 100;

/// The latest reports in a network.
pub(super) fn latest_reports(db: &mut Db, network: Id) -> Result<Vec<Entry>> {
    type Columns =
        (Id, Option<Id>, String, (String, bool), String, Timestamp, Option<Timestamp>, Option<Timestamp>);
    let rows: Vec<Columns> = reports::table
        .inner_join(posts::table.on(posts::id.eq(reports::post_id)))
        .inner_join(people::table.on(people::id.eq(reports::person_id)))
        .left_join(comments::table.on(comments::id.eq(reports::subject_id)))
        .filter(posts::network_id.eq(network))
        .order((reports::reported_at.desc(), reports::subject_id, reports::person_id))
        .limit(LATEST)
        .select((
            posts::id,
            comments::id.nullable(),
            posts::title,
            (people::name, people::protected),
            reports::reason,
            reports::reported_at,
            posts::withdrawn_at,
            comments::withdrawn_at.nullable(),
        ))
        .load(db)?;
    let entry = |(post, comment, title, by, why, at, gone, withdrawn): Columns| Entry {
        title,
        path: path(post, comment),
        of_comment: comment.is_some(),
        by: shown(by),
        why,
        at,
        stands: gone.is_none() && withdrawn.is_none(),
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The comments that are hidden in a network, the latest first.
pub(super) fn latest_hidden(db: &mut Db, network: Id) -> Result<Vec<Entry>> {
    type Columns = (Id, Id, String, (String, bool), Option<String>, Option<Timestamp>);
    let rows: Vec<Columns> = comments::table
        .inner_join(posts::table)
        .inner_join(people::table.on(people::id.nullable().eq(comments::hidden_by)))
        .filter(posts::network_id.eq(network))
        .filter(posts::withdrawn_at.is_null())
        .order((comments::withdrawn_at.desc(), comments::id))
        .limit(LATEST)
        .select((
            posts::id,
            comments::id,
            posts::title,
            (people::name, people::protected),
            comments::hidden_why,
            comments::withdrawn_at,
        ))
        .load(db)?;
    let entry = |(post, comment, title, by, why, at): Columns| {
        let (why, path) = (why.unwrap_or_default(), path(post, Some(comment)));
        at.map(|at| Entry { title, path, of_comment: true, by: shown(by), why, at, stands: false })
    };
    Ok(rows.into_iter().filter_map(entry).collect())
}

fn path(post: Id, comment: Option<Id>) -> String {
    comment.map_or_else(|| format!("/posts/{post}"), |comment| format!("/comments/{comment}"))
}

fn shown((name, protected): (String, bool)) -> Option<String> {
    (!protected).then_some(name)
}
