//! The attachment row and its verbs.

use chrono::TimeDelta;
use diesel::dsl::sum;
use diesel::prelude::*;

use super::{Ground, Place, name};
use crate::config::AttachmentLimits;
use crate::db::schema::attachments;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::storage::{Kind, Prepared};
use crate::web::CurrentPerson;

/// A file.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = attachments)]
pub struct Attachment {
    /// Identifier, also in the storage.
    pub id: Id,
    /// The story that it belongs to.
    pub post_id: Option<Id>,
    /// Or the meetup.
    pub meetup_id: Option<Id>,
    /// Who added it.
    pub uploaded_by: Id,
    /// What it is called, with an ending that says what it is.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// How large what is kept is.
    pub bytes: i32,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
    /// That of the small picture.
    pub small_sha256: Option<String>,
    /// Pixels from left to right, of pictures.
    pub width: Option<i32>,
    /// Pixels from top to bottom, of pictures.
    pub height: Option<i32>,
    /// What a picture shows, in words; may be empty.
    pub alt: String,
    /// From when on everybody sees it; before that, whoever added it.
    pub visible_from: Timestamp,
    /// When it was added.
    pub created_at: Timestamp,
}

/// A file that is added, its content kept already.
pub struct NewAttachment<'a> {
    /// The identifier that the content is kept under.
    pub id: Id,
    /// What its sender calls it.
    pub name: &'a str,
    /// What it is.
    pub file: &'a Prepared,
    /// From when on the others see it; none: at once.
    pub visible_from: Option<Timestamp>,
}

/// What adding came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is there now.
    New,
    /// The same file by the same person was there already; nothing tells of the new content.
    Twin,
    /// The story or meetup has as many files as it may.
    PlaceFull,
    /// Whoever adds it has as much as they may.
    PersonFull,
}

impl Attachment {
    /// What it belongs to.
    pub fn place(&self) -> Result<Place> {
        match (self.post_id, self.meetup_id) {
            (Some(post), _) => Ok(Place::Post(post)),
            (None, Some(meetup)) => Ok(Place::Meetup(meetup)),
            (None, None) => Err(Error::message("an attachment of nothing")),
        }
    }

    /// Whether it is a picture that nobody has described.
    pub fn lacks_words(&self) -> bool {
        self.kind.is_picture() && self.alt.is_empty()
    }

    /// What it is and how large, for people: `PDF · 1,2 MB`.
    pub fn detail(&self, lang: &Lang) -> String {
        format!("{} · {}", lang.t(&format!("attachment-kind-{}", self.kind)), size(*lang, self.bytes))
    }
}

/// A number of bytes for people, in kB or MB.
pub fn size(lang: Lang, bytes: i32) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", (bytes + 999) / 1000);
    }
    let text = match (bytes / 1_000_000, bytes % 1_000_000 / 100_000) {
        (whole, 0) => format!("{whole} MB"),
        (whole, tenths) => format!("{whole}.{tenths} MB"),
    };
    if lang == Lang::Swedish { text.replace('.', ",") } else { text }
}

/// The files of a story or meetup that a viewer who sees it sees at a moment, in the order of adding. One query.
pub fn of_place(db: &mut Db, place: Place, viewer: Option<Id>, now: Timestamp) -> Result<Vec<Attachment>> {
    let viewer = viewer.unwrap_or(Id(uuid::Uuid::nil()));
    Ok(attachments::table
        .filter(attachments::post_id.eq(place.post()).or(attachments::meetup_id.eq(place.meetup())))
        .filter(attachments::removed_at.is_null())
        .filter(attachments::visible_from.le(now).or(attachments::uploaded_by.eq(viewer)))
        .order((attachments::created_at, attachments::id))
        .select(Attachment::as_select())
        .load(db)?)
}

/// The file, if this visitor sees it at a moment.
pub(super) fn find(
    db: &mut Db,
    id: Id,
    visitor: Option<&CurrentPerson>,
    now: Timestamp,
) -> Result<Attachment> {
    let found: Attachment = attachments::table
        .find(id)
        .filter(attachments::removed_at.is_null())
        .select(Attachment::as_select())
        .first(db)?;
    let own = visitor.is_some_and(|person| person.id == found.uploaded_by);
    if found.visible_from > now && !own {
        return Err(Error::NotFound);
    }
    found.place()?.must_be_seen(db, visitor)?;
    Ok(found)
}

/// Adds a file to a story or meetup, within the limits. The content must be kept already; unless it is new here, nothing
/// tells of it and it is swept.
pub fn add(
    tx: &mut Tx<'_>,
    ground: &Ground,
    new: &NewAttachment<'_>,
    by: Id,
    limits: AttachmentLimits,
    now: Timestamp,
) -> Result<Added> {
    let place = ground.place;
    // The person too: their files at two places at once are together within their limit.
    tx.lock(by)?;
    tx.lock(place.id())?;
    let there: Vec<(Id, String)> = attachments::table
        .filter(attachments::post_id.eq(place.post()).or(attachments::meetup_id.eq(place.meetup())))
        .filter(attachments::removed_at.is_null())
        .select((attachments::uploaded_by, attachments::source_sha256))
        .load(&mut **tx)?;
    if there.iter().any(|(whose, hash)| *whose == by && *hash == new.file.source_sha256) {
        return Ok(Added::Twin);
    }
    if there.len() >= usize::try_from(limits.per_place).unwrap_or(usize::MAX) {
        return Ok(Added::PlaceFull);
    }
    // What was taken away a moment ago is still on the disk.
    let swept = now - TimeDelta::days(1);
    let kept: Option<i64> = attachments::table
        .filter(attachments::uploaded_by.eq(by))
        .filter(attachments::removed_at.is_null().or(attachments::removed_at.gt(swept)))
        .select(sum(attachments::bytes))
        .first(&mut **tx)?;
    let bytes = i32::try_from(new.file.content.len()).map_err(Error::internal)?;
    if kept.unwrap_or(0) + i64::from(bytes) > limits.person_bytes() {
        return Ok(Added::PersonFull);
    }
    insert(tx, ground, new, (by, bytes), now)?;
    Ok(Added::New)
}

fn insert(
    tx: &mut Tx<'_>,
    ground: &Ground,
    new: &NewAttachment<'_>,
    (by, bytes): (Id, i32),
    now: Timestamp,
) -> Result<()> {
    let (file, place) = (new.file, ground.place);
    let pixels = |of: u32| i32::try_from(of).ok();
    let picture = file.picture.as_ref();
    diesel::insert_into(attachments::table)
        .values((
            attachments::id.eq(new.id),
            attachments::post_id.eq(place.post()),
            attachments::meetup_id.eq(place.meetup()),
            attachments::group_id.eq(ground.group_id),
            attachments::network_id.eq(ground.network_id),
            attachments::uploaded_by.eq(by),
            attachments::name.eq(name::clean(new.name, file.kind, "fil")),
            attachments::kind.eq(file.kind),
            attachments::bytes.eq(bytes),
            attachments::sha256.eq(&file.sha256),
            attachments::source_sha256.eq(&file.source_sha256),
            attachments::small_sha256.eq(picture.map(|small| &small.sha256)),
            attachments::width.eq(picture.and_then(|small| pixels(small.width))),
            attachments::height.eq(picture.and_then(|small| pixels(small.height))),
            attachments::alt.eq(""),
            attachments::visible_from.eq(new.visible_from.unwrap_or(now)),
            attachments::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What can be changed of a file.
pub(super) struct Change {
    pub name: String,
    pub alt: String,
    pub visible_from: Timestamp,
}

/// Changes a file.
pub(super) fn update(tx: &mut Tx<'_>, attachment: &Attachment, change: &Change) -> Result<()> {
    diesel::update(attachments::table.find(attachment.id))
        .set((
            attachments::name.eq(name::clean(&change.name, attachment.kind, "fil")),
            attachments::alt.eq(&change.alt),
            attachments::visible_from.eq(change.visible_from),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Says what a picture shows.
pub fn describe(tx: &mut Tx<'_>, id: Id, words: &str) -> Result<()> {
    diesel::update(attachments::table.find(id)).set(attachments::alt.eq(words)).execute(&mut **tx)?;
    Ok(())
}

/// Takes a file away; its content is swept later. Nothing happens when it is gone.
pub fn remove(tx: &mut Tx<'_>, id: Id, by: Id, now: Timestamp) -> Result<()> {
    diesel::update(attachments::table.find(id).filter(attachments::removed_at.is_null()))
        .set((attachments::removed_at.eq(now), attachments::removed_by.eq(by)))
        .execute(&mut **tx)?;
    Ok(())
}
