//! All files and links of a group or a network that somebody sees.

use std::cmp::Reverse;
use std::collections::HashMap;

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::Attachment;
use crate::db::schema::{attachments, meetups, posts};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, padded};
use crate::error::Result;
use crate::notes::{self, Material};
use crate::posts::{Scope, readable};

/// Most of a kind that are looked through: the newest.
const MOST: i64 = 1000;

/// A file or a link.
pub(super) struct Item {
    /// What it is called.
    pub title: String,
    pub what: What,
    /// Title and address of the story or meetup that it belongs to.
    pub place: (String, String),
    pub visible_from: Timestamp,
    pub added_at: Timestamp,
    id: Id,
}

pub(super) enum What {
    File(Attachment),
    /// Where it leads.
    Link(String),
}

/// What somebody sees at a moment of a group, or of a network (`place`), the newest first: material of meetups of all its
/// groups, or of these, and files of stories in the scope. Four queries.
pub(super) fn material(
    db: &mut Db,
    place: Id,
    groups: Option<&[Id]>,
    scope: &Scope,
    (person, now): (Id, Timestamp),
) -> Result<Vec<Item>> {
    let links = notes::materials_of(db, place, groups, (person, now), MOST)?;
    let mut items: Vec<Item> = links.into_iter().map(of_link).collect();
    items.extend(of_meetups(db, place, groups, (person, now))?);
    items.extend(of_posts(db, place, scope)?);
    items.sort_unstable_by_key(|item| Reverse((item.added_at, item.id)));
    Ok(items)
}

fn of_meetups(
    db: &mut Db,
    place: Id,
    groups: Option<&[Id]>,
    (person, now): (Id, Timestamp),
) -> Result<Vec<Item>> {
    let all = groups.is_none().into_sql::<Bool>();
    let found: Vec<(Attachment, String)> = attachments::table
        .inner_join(meetups::table)
        .filter(attachments::group_id.eq(place).or(attachments::network_id.eq(place)))
        .filter(all.or(attachments::group_id.eq_any(padded(groups.unwrap_or_default().iter().copied()))))
        .filter(attachments::removed_at.is_null())
        .filter(attachments::visible_from.le(now).or(attachments::uploaded_by.eq(person)))
        .order((attachments::created_at.desc(), attachments::id.desc()))
        .limit(MOST)
        .select((Attachment::as_select(), meetups::title))
        .load(db)?;
    Ok(found.into_iter().filter_map(|(file, title)| of_file(file, title)).collect())
}

/// Published stories only: a draft is its author's.
fn of_posts(db: &mut Db, place: Id, scope: &Scope) -> Result<Vec<Item>> {
    let filed = attachments::table
        .filter(attachments::post_id.eq(posts::id.nullable()))
        .filter(attachments::removed_at.is_null());
    let titles: HashMap<Id, String> = readable(scope)
        .filter(posts::group_id.eq(place).or(posts::network_id.eq(place)))
        .filter(exists(filed))
        .order((posts::published_at.desc(), posts::id.desc()))
        .limit(MOST)
        .select((posts::id, posts::title))
        .load(db)?
        .into_iter()
        .collect();
    let files: Vec<Attachment> = attachments::table
        .filter(attachments::post_id.assume_not_null().eq_any(titles.keys()))
        .filter(attachments::removed_at.is_null())
        .order((attachments::created_at.desc(), attachments::id.desc()))
        .limit(MOST)
        .select(Attachment::as_select())
        .load(db)?;
    let titled = files.into_iter().filter_map(|file| {
        let title = titles.get(&file.post_id?)?.clone();
        of_file(file, title)
    });
    Ok(titled.collect())
}

fn of_file(file: Attachment, title: String) -> Option<Item> {
    Some(Item {
        title: file.name.clone(),
        place: (title, file.place().ok()?.page()),
        visible_from: file.visible_from,
        added_at: file.created_at,
        id: file.id,
        what: What::File(file),
    })
}

fn of_link(link: Material) -> Item {
    Item {
        title: link.title,
        what: What::Link(link.url),
        place: (link.meetup, format!("/meetups/{}/notes#material", link.meetup_id)),
        visible_from: link.visible_from,
        added_at: link.added_at,
        id: link.id,
    }
}
