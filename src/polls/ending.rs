//! How a poll ends: a slot becomes the meetup, or it is closed without one.

use diesel::prelude::*;

use super::answer::Suits;
use super::asked::asked_in;
use super::mail;
use super::poll::{find, hold_open, slots_of};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::{poll_answers, polls};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::meetups::{self, Answer, NewMeetup, Polled};

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

/// Makes a slot the meetup of the group, which invites its members, and settles the poll; the meetup. What those who are asked
/// have said of the slot becomes their answer to the meetup. Choosing the same slot
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
    let polled = polled(tx, id, poll.group_id, slot.number)?;
    let meetup = meetups::create_polled(tx, app, &new, by, &polled)?;
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

/// What those who are asked now have said of a slot, as answers to a meetup.
fn polled(tx: &mut Tx<'_>, poll: Id, group: Id, slot: i32) -> Result<Vec<Polled>> {
    type Row = (Id, Suits, Option<Id>, Timestamp);
    let said: Vec<Row> = poll_answers::table
        .filter(poll_answers::poll_id.eq(poll))
        .filter(poll_answers::number.eq(slot))
        .select((
            poll_answers::seat_id,
            poll_answers::answer,
            poll_answers::answered_by,
            poll_answers::answered_at,
        ))
        .load(&mut **tx)?;
    let asked = asked_in(tx, group, None)?;
    let present = said.into_iter().filter(|(seat, ..)| asked.iter().any(|each| each.seat == *seat));
    let answer = |suits| match suits {
        Suits::Yes => Answer::Yes,
        Suits::IfNeedBe => Answer::Maybe,
        Suits::No => Answer::No,
    };
    Ok(present.map(|(seat, suits, by, at)| Polled { seat, answer: answer(suits), by, at }).collect())
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
