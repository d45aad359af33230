//! A calendar of meetups.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::lines::{Lines, quoted};
use super::zone;
use crate::db::types::Timestamp;
use crate::i18n::local;
use crate::meetups::{Answer, Meetup};

/// Who made it.
const PRODUCT: &str = "-//Grannskap//Grannskap//SV";

/// What a calendar is sent for (RFC 5546); also the `method` of its MIME part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To look at.
    Publish,
    /// An invitation, or a change to one.
    Request,
    /// Called off.
    Cancel,
}

impl Method {
    /// As it stands in the calendar and in the MIME type.
    pub fn word(self) -> &'static str {
        match self {
            Method::Publish => "PUBLISH",
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }
}

/// Who invites: always the service, so that nobody is named to others.
#[derive(Debug, Clone)]
pub struct Organizer {
    /// Name.
    pub name: String,
    /// Address that the mail comes from.
    pub email: String,
}

/// Who is invited: the recipient alone.
#[derive(Debug, Clone)]
pub struct Attendee {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Whether answers that calendar programs send are read.
    pub answers: bool,
}

/// A meetup as one calendar shows it.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// The meetup.
    pub meetup: &'a Meetup,
    /// What its owner has answered.
    pub answer: Option<Answer>,
    /// What it is about, plain text.
    pub description: String,
    /// Address of its page.
    pub page: String,
    /// When this was written; for published calendars when the meetup was changed.
    pub stamp: Timestamp,
    /// Who is invited; nobody in published calendars.
    pub attendee: Option<Attendee>,
    /// Minutes before the beginning that the calendar reminds, where its owner wants that.
    pub alarm: Option<i32>,
}

/// The calendar with these events and the zones they use; `name` is what calendar programs call it.
pub fn calendar(method: Method, name: &str, organizer: &Organizer, events: &[Event<'_>]) -> String {
    let mut lines = Lines::default();
    lines.begin("VCALENDAR");
    lines.value("VERSION", "2.0");
    lines.value("PRODID", PRODUCT);
    lines.value("CALSCALE", "GREGORIAN");
    lines.value("METHOD", method.word());
    if method == Method::Publish {
        lines.text("NAME", name);
        lines.text("X-WR-CALNAME", name);
        lines.value("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.value("X-PUBLISHED-TTL", "PT1H");
    }
    for (zone, (first, last)) in spans(events) {
        zone::write(&mut lines, zone, first, last);
    }
    for event in events {
        write(&mut lines, organizer, event);
    }
    lines.end("VCALENDAR");
    lines.finish()
}

/// Each zone in use, by name, with its first and last moment.
fn spans(events: &[Event<'_>]) -> Vec<(Tz, (DateTime<Utc>, DateTime<Utc>))> {
    let mut found: BTreeMap<&'static str, (Tz, (DateTime<Utc>, DateTime<Utc>))> = BTreeMap::new();
    for event in events {
        let (zone, starts, ends) =
            (event.meetup.zone(), event.meetup.starts_at.utc(), event.meetup.ends_at.utc());
        if zone == Tz::UTC {
            continue;
        }
        let (_, span) = found.entry(zone.name()).or_insert((zone, (starts, ends)));
        *span = (span.0.min(starts), span.1.max(ends));
    }
    found.into_values().collect()
}

fn write(lines: &mut Lines, organizer: &Organizer, event: &Event<'_>) {
    let meetup = event.meetup;
    lines.begin("VEVENT");
    // Must never change, whatever happens to host names.
    lines.value("UID", &format!("{}@grannskap", meetup.id));
    lines.value("DTSTAMP", &utc(event.stamp));
    lines.value("CREATED", &utc(meetup.created_at));
    lines.value("LAST-MODIFIED", &utc(meetup.updated_at));
    lines.value("SEQUENCE", &meetup.revision.to_string());
    moment(lines, "DTSTART", meetup.starts_at, meetup.zone());
    moment(lines, "DTEND", meetup.ends_at, meetup.zone());
    lines.text("SUMMARY", &meetup.title);
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", &event.description);
    }
    let location = if meetup.place.is_empty() { &meetup.link } else { &meetup.place };
    if !location.is_empty() {
        lines.text("LOCATION", location);
    }
    // RFC 7986, 5.11. It is an address that was parsed, so that nothing in it can break the line.
    if !meetup.link.is_empty() {
        lines.value("CONFERENCE;VALUE=URI", &meetup.link);
    }
    lines.value("URL", &event.page);
    lines.value("STATUS", if meetup.is_cancelled() { "CANCELLED" } else { "CONFIRMED" });
    let free = meetup.is_cancelled() || event.answer == Some(Answer::No);
    lines.value("TRANSP", if free { "TRANSPARENT" } else { "OPAQUE" });
    lines.value(&format!("ORGANIZER;CN={}", quoted(&organizer.name)), &format!("mailto:{}", organizer.email));
    if let Some(attendee) = &event.attendee {
        // RSVP=FALSE where answers are given by the links in the mail alone, and not by a mail to the organizer.
        let rsvp = if attendee.answers { "TRUE" } else { "FALSE" };
        let parameters = format!(
            "ATTENDEE;CN={};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={};RSVP={rsvp}",
            quoted(&attendee.name),
            participation(event.answer),
        );
        lines.value(&parameters, &format!("mailto:{}", attendee.email));
    }
    if let Some(minutes) = event.alarm
        && !free
    {
        alarm(lines, minutes, &meetup.title);
    }
    lines.end("VEVENT");
}

/// Reminds as long before the beginning as the clock runs, whatever it is turned to meanwhile.
fn alarm(lines: &mut Lines, minutes: i32, title: &str) {
    lines.begin("VALARM");
    lines.value("ACTION", "DISPLAY");
    lines.text("DESCRIPTION", title);
    lines.value("TRIGGER", &format!("-PT{minutes}M"));
    lines.end("VALARM");
}

fn participation(answer: Option<Answer>) -> &'static str {
    match answer {
        Some(Answer::Yes) => "ACCEPTED",
        Some(Answer::Maybe) => "TENTATIVE",
        Some(Answer::No) => "DECLINED",
        None => "NEEDS-ACTION",
    }
}

// A wall time that comes twice means the first in a calendar (RFC 5545, 3.3.5), as it does here.
fn moment(lines: &mut Lines, name: &str, moment: Timestamp, zone: Tz) {
    let wall = local(moment, zone).format("%Y%m%dT%H%M%S").to_string();
    match zone {
        Tz::UTC => lines.value(name, &utc(moment)),
        _ => lines.value(&format!("{name};TZID={}", zone.name()), &wall),
    }
}

fn utc(moment: Timestamp) -> String {
    moment.0.format("%Y%m%dT%H%M%SZ").to_string()
}
