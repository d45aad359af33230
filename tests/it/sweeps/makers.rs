//! What the world is made of, and what forms are filled in with.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::accounts::{self, MeetingFormat, Purpose};
use grannskap::app::App;
use grannskap::db::schema::*;
use grannskap::db::types::{Id, Timestamp};
use grannskap::error::Result;
use grannskap::groups::{self, NewGroup};
use grannskap::i18n::Lang;
use grannskap::meetups::NewMeetup;
use grannskap::networks::{self, Joining, NetworkKind, NewInvitation, NewNetwork, Visibility};
use grannskap::posts::NewComment;
use grannskap::rounds::{self, Keeping, NewRegistration, NewRound, Preset};
use grannskap::seats::{self, Level, NewSeat};

use super::addresses::Names;

pub type Tx<'a, 'b> = &'a mut grannskap::db::Tx<'b>;

/// Form fields that are right for most writes.
pub fn fields(names: &Names, group: Id, seat: Id) -> Vec<(&'static str, String)> {
    let registration = names.addresses("/registrations/{id}").remove(0);
    [
        ("name", "Namn"),
        ("title", "Titel"),
        ("body", "Text"),
        ("message", "Hej"),
        ("email", "member@x.example"),
        ("successor_name", "Ny Person"),
        ("successor_email", "ny@x.example"),
        ("role", "Rektor"),
        ("level", "principal"),
        ("organiser", "Höör"),
        ("answer", "yes"),
        ("act", "publish"),
        ("form", "free"),
        ("visibility", "group"),
        ("kind", "regional"),
        ("joining", "open"),
        ("purpose", "Syfte"),
        ("language", "sv"),
        ("preset", "mixed"),
        ("size_min", "4"),
        ("size_max", "6"),
        ("per_organiser", "1"),
        ("categories", "mixed"),
        ("levels", "mixed"),
        ("last_day", "2026-12-20"),
        ("meeting_format", "either"),
        ("date", "2026-12-09"),
        ("starts", "13:00"),
        ("ends", "14:00"),
        ("place", "Höör"),
        ("date-1", "2026-12-09"),
        ("starts-1", "13:00"),
        ("ends-1", "14:00"),
        ("decision", "Beslut"),
        ("promise", "Löfte"),
        ("useful", "yes"),
        ("slot", "1"),
        ("slot-1", "yes"),
        ("revision", "0"),
        ("agreement", "Avtal"),
        ("reason", "Skäl som är långt nog"),
        ("why", "Skäl"),
        ("to", "none"),
        ("domain", "x.example"),
    ]
    .into_iter()
    .map(|(name, value)| (name, value.to_owned()))
    .chain([
        ("seat", seat.to_string()),
        ("seat_id", seat.to_string()),
        ("group_id", group.to_string()),
        ("registration", registration.rsplit('/').next().unwrap().to_owned()),
        ("csv", "email,name\nny@x.example,Ny Person\n".to_owned()),
    ])
    .collect()
}

pub fn new_network(
    slug: &str,
    name: &str,
    visibility: Visibility,
    joining: Joining,
    purpose: &str,
) -> NewNetwork {
    NewNetwork {
        slug: slug.into(),
        name: name.into(),
        purpose: purpose.into(),
        kind: NetworkKind::Thematic,
        visibility,
        joining,
        county_code: None,
    }
}

pub fn new_round(name: &str, now: Timestamp) -> NewRound {
    NewRound {
        name: name.into(),
        preset: Preset::Mixed,
        weights: None,
        size_min: 3,
        size_max: 6,
        per_organiser: 1,
        categories: Keeping::Mixed,
        levels: Keeping::Mixed,
        last_day: now.0.date() + TimeDelta::days(20),
    }
}

pub fn new_registration(seat_id: Id, wishes: &str) -> NewRegistration {
    NewRegistration {
        seat_id,
        wishes: wishes.into(),
        meeting_format: MeetingFormat::Either,
        travel_limit_km: None,
        availability: 0,
    }
}

/// A published group that does not work for the author, and somebody who waits for one: what to put in gaps, and a `step`.
pub fn after_publishing(
    tx: Tx<'_, '_>,
    app: &App,
    author: Id,
    seat: Id,
    late: Id,
    now: Timestamp,
) -> Result<Vec<(&'static str, String)>> {
    let mine = groups::of_person(tx, author)?;
    let group = mine.into_iter().find(|group| group.round_id.is_some()).unwrap();
    let round = group.round_id.unwrap();
    groups::update(tx, group.id, &group.name, false)?;
    let kind = rounds::ObjectionKind::Other;
    let new = rounds::NewObjection { kind, message: "Zqxoffinvandning".into() };
    let said = rounds::object(tx, app, &group, (seat, author), &new)?;
    let late = rounds::register(tx, round, &new_registration(late, ""), now.0.date(), now)?;
    let secret = accounts::issue(tx, Purpose::Object, Some(author), Some(group.id), now)?;
    Ok(vec![
        ("objections/{id}", said.to_string()),
        ("registrations/{id}", late.to_string()),
        ("objection/{token}", secret),
        ("groups/{id}", group.id.to_string()),
        ("step", format!("step={seat}.{}.none", group.id)),
    ])
}

pub fn new_group(network_id: Id, name: &str, open: bool) -> NewGroup {
    NewGroup { network_id, round_id: None, name: name.into(), why: String::new(), open, created_by: None }
}

pub fn says(post_id: Id, author_id: Id, body: &str) -> NewComment {
    NewComment { post_id, author_id, body: body.into(), answers: None }
}

pub fn new_seat(tx: Tx<'_, '_>, person_id: Id, code: &str, now: Timestamp) -> Result<Id> {
    let new = NewSeat {
        organiser_code: code.into(),
        role: "Skolchef".into(),
        level: Level::Administration,
        person_id,
        held_from: now.0.date() - TimeDelta::days(30),
    };
    seats::create(tx, &new, now)
}

pub fn invite(
    tx: Tx<'_, '_>,
    app: &grannskap::app::App,
    network: &networks::Network,
    email: &str,
    name: &str,
    by: Id,
) -> Result<()> {
    let new = NewInvitation {
        email: email.into(),
        name: name.into(),
        organiser_code: None,
        role: String::new(),
        level: None,
        language: Lang::Swedish,
    };
    networks::invite(tx, app, network, &new, Some(by)).map(drop)
}

pub fn ask_in(tx: Tx<'_, '_>, network: Id, seat: Id, message: &str, now: Timestamp) -> Result<()> {
    diesel::insert_into(network_memberships::table)
        .values((
            network_memberships::id.eq(grannskap::clock::new_id()),
            network_memberships::network_id.eq(network),
            network_memberships::seat_id.eq(seat),
            network_memberships::state.eq("requested"),
            network_memberships::message.eq(message),
            network_memberships::requested_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// A meetup without mail to everybody.
pub fn more_meetups(tx: Tx<'_, '_>, like: &NewMeetup, now: Timestamp, starts: Timestamp) -> Result<()> {
    diesel::insert_into(meetups::table)
        .values((
            meetups::id.eq(grannskap::clock::new_id()),
            meetups::group_id.eq(like.group_id),
            meetups::title.eq("Ännu en"),
            meetups::agenda.eq(""),
            meetups::starts_at.eq(starts),
            meetups::ends_at.eq(starts + TimeDelta::hours(1)),
            meetups::time_zone.eq("Europe/Stockholm"),
            meetups::place.eq("Höör"),
            meetups::link.eq(""),
            meetups::revision.eq(0),
            meetups::created_at.eq(now),
            meetups::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
