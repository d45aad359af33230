//! How a poll ends: a slot becomes the meetup, or it is closed without one.

use diesel::prelude::*;

use super::mail;
use super::poll::{find, hold_open, slots_of};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::polls;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::meetups::{self, NewMeetup};

/// What is chosen: a slot, and what the invitation says beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Number of the slot.
    pub slot: i32,
    /// Where, in words; may be empty when there is a link.
    pub place: String,
    /// Code of the municipality that the place is in.
    pub municipality: Option<String>,
    /// Where online, `http(s)`; may be empty when there is a place.
    pub link: String,
    /// What the meetup is about, Markdown; may be empty.
    pub agenda: String,
}

/// Makes a slot the meetup of the group, which invites its members, and settles the poll; the meetup. Choosing the same slot
/// again gives the meetup that is there. [`Error::Conflict`] when the poll is settled otherwise, or the slot is gone or has
/// begun.
pub fn choose(tx: &mut Tx<'_>, app: &App, id: Id, chosen: &Chosen, by: Id) -> Result<Id> {
    tx.lock(id)?;
    let before = find(tx, id)?;
    if let (Some(slot), Some(meetup)) = (before.chosen, before.meetup_id)
        && slot == chosen.slot
    {
        return Ok(meetup);
    }
    let (poll, _) = hold_open(tx, id)?;
    let now = app.clock.now();
    let mut ahead = slots_of(tx, id)?.into_iter().filter(|slot| slot.is_ahead(now));
    let slot = ahead.find(|slot| slot.number == chosen.slot);
    let slot = slot.ok_or(Error::Conflict("error-poll-slots-gone"))?;
    let new = NewMeetup {
        group_id: poll.group_id,
        title: poll.title,
        agenda: chosen.agenda.clone(),
        starts_at: slot.span.starts_at,
        ends_at: slot.span.ends_at,
        time_zone: poll.time_zone,
        place: chosen.place.clone(),
        link: chosen.link.clone(),
        capacity: None,
        municipality: chosen.municipality.clone(),
    };
    let meetup = meetups::create(tx, app, &new, by)?;
    diesel::update(polls::table.find(id))
        .set((
            polls::chosen.eq(slot.number),
            polls::meetup_id.eq(meetup),
            polls::closed_at.eq(now),
            polls::closed_by.eq(by),
        ))
        .execute(&mut **tx)?;
    Ok(meetup)
}

/// Closes a poll without choosing and mails everybody who was asked, with a few words of why if there are any. Nothing happens
/// when it was closed before; [`Error::Conflict`] when a slot was chosen.
pub fn close(tx: &mut Tx<'_>, app: &App, id: Id, why: &str, by: Id) -> Result<()> {
    tx.lock(id)?;
    let before = find(tx, id)?;
    if !before.is_open() && before.meetup_id.is_none() {
        return Ok(());
    }
    hold_open(tx, id)?;
    diesel::update(polls::table.find(id))
        .set((polls::closed_at.eq(app.clock.now()), polls::closed_by.eq(by), polls::why.eq(why)))
        .execute(&mut **tx)?;
    let after = find(tx, id)?;
    mail::tell_of_closing(tx, app, &after)
}
