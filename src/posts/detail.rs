//! A story as programs read it, and its release as they ask for it: the same rules as the pages.

use diesel::prelude::*;

use super::masking::{Name, NameKind};
use super::person::AuthorColumns;
use super::post::find_published;
use super::release::{names, release};
use super::{Author, Post, Theme, Visibility, awaited, theme};
use crate::db::schema::{groups, organisers, people, posts, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::themes;

/// A story with what stands around it.
#[derive(Debug, Clone)]
pub struct Detail {
    /// The story.
    pub post: Post,
    /// Who wrote it, as readers see it.
    pub author: Author,
    /// What it is about.
    pub themes: Vec<Theme>,
    /// Who are to read it once the approver of the author's organiser agrees; only its author is told.
    pub awaited: Option<Visibility>,
}

/// The story with what stands around it, if this person reads it. [`Error::NotFound`] otherwise.
pub fn detail(db: &mut Db, id: Id, reader: Id) -> Result<Detail> {
    let post = super::find_visible(db, id, Some(reader))?;
    let author: AuthorColumns = posts::table
        .find(id)
        .inner_join(people::table)
        .left_join(seats::table)
        .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
        .select((people::name, people::protected, seats::role.nullable(), organisers::name.nullable()))
        .first(db)?;
    let themes = theme::of_posts(db, &[id])?.remove(&id).unwrap_or_default();
    let awaited = if post.author_id == reader { awaited(db, id)? } else { None };
    Ok(Detail { post, author: author.into(), themes, awaited })
}

/// The names that stand in one's own published story and in the names of its themes, and how often: what a release may mask.
pub fn names_in(db: &mut Db, id: Id, author: Id) -> Result<Vec<(NameKind, String, usize)>> {
    let post = find_published(db, id, author)?;
    Ok(names(db, &post)?.into_iter().map(|(name, n)| (name.kind, name.text, n)).collect())
}

/// Lets others read one's own published story, without the names in `masked`, or asks the approver. A name that does not stand in it is
/// [`Error::BadRequest`]: whoever thinks it is masked would be wrong.
pub fn release_own(
    tx: &mut Tx<'_>,
    (id, author): (Id, Id),
    to: Visibility,
    (masked, lang): (&[String], Lang),
    now: Timestamp,
) -> Result<()> {
    let post = find_published(tx, id, author)?;
    let found = names(tx, &post)?.into_iter().map(|(name, _)| name);
    let chosen: Vec<Name> = found.filter(|name| masked.contains(&name.text)).collect();
    if masked.iter().any(|text| chosen.iter().all(|name| name.text != *text)) {
        return Err(Error::BadRequest("error-api-mask"));
    }
    release(tx, &post, to, (&chosen, lang), now)
}

/// Whether stories of a group may be about all of these themes. [`Error::BadRequest`] otherwise: a program would not see that one is left out.
pub fn must_know_themes(db: &mut Db, group: Id, slugs: &[String]) -> Result<()> {
    let network: Id = groups::table.find(group).select(groups::network_id).first(db)?;
    if themes::are_usable(db, network, slugs)? { Ok(()) } else { Err(Error::BadRequest("error-api-theme")) }
}
