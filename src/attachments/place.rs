//! What an attachment belongs to, and who may do what there.

use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::web::CurrentPerson;
use crate::{meetups, notes, posts};

/// A story or a meetup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A story.
    Post(Id),
    /// A meetup.
    Meetup(Id),
}

/// A place that somebody may change the files of.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Which.
    pub place: Place,
    /// What it is called.
    pub title: String,
    /// The group that it belongs to.
    pub group_id: Id,
    /// The network of the group.
    pub network_id: Id,
}

impl Place {
    /// Its identifier.
    pub fn id(self) -> Id {
        match self {
            Place::Post(id) | Place::Meetup(id) => id,
        }
    }

    /// Its identifier, for a story.
    pub fn post(self) -> Option<Id> {
        if let Place::Post(id) = self { Some(id) } else { None }
    }

    /// Its identifier, for a meetup.
    pub fn meetup(self) -> Option<Id> {
        if let Place::Meetup(id) = self { Some(id) } else { None }
    }

    /// Whether its files may be hidden until a moment.
    pub fn waits(&self) -> bool {
        matches!(self, Place::Meetup(_))
    }

    /// Where its files are changed.
    pub fn files(&self) -> String {
        match self {
            Place::Post(id) => format!("/posts/{id}/attachments"),
            Place::Meetup(id) => format!("/meetups/{id}/attachments"),
        }
    }

    /// Where its files are seen.
    pub fn page(&self) -> String {
        match self {
            Place::Post(id) => format!("/posts/{id}"),
            Place::Meetup(id) => format!("/meetups/{id}/notes#material"),
        }
    }

    /// Whether somebody sees it at all; [`Error::NotFound`] otherwise.
    pub(super) fn must_be_seen(self, db: &mut Db, visitor: Option<&CurrentPerson>) -> Result<()> {
        match (self, visitor) {
            (Place::Post(id), visitor) => {
                posts::find_visible(db, id, visitor.map(|person| person.id)).map(drop)
            }
            (Place::Meetup(id), Some(person)) => meetups::visible(db, id, person).map(drop),
            (Place::Meetup(_), None) => Err(Error::NotFound),
        }
    }

    /// The place, for those who may add and remove files there. [`Error::Conflict`] when nobody may any more.
    pub(super) fn ground(self, db: &mut Db, person: &CurrentPerson) -> Result<Ground> {
        match self {
            Place::Post(id) => {
                let post = posts::find_own(db, id, person.id)?;
                if post.withdrawn_at.is_some() {
                    return Err(Error::Conflict("error-post-withdrawn"));
                }
                let (group_id, network_id) = (post.group_id, post.network_id);
                Ok(Ground { place: self, title: post.title, group_id, network_id })
            }
            Place::Meetup(id) => {
                let (meetup, group, _) = meetups::visible(db, id, person)?;
                notes::must_be_writable(&meetup, &group)?;
                let (group_id, network_id) = (group.id, group.network_id);
                Ok(Ground { place: self, title: meetup.title, group_id, network_id })
            }
        }
    }
}
