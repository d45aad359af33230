//! Reading what calendar programs send: as much of iCalendar (RFC 5545) as an answer needs (RFC 5546, 3.2.3).

use chrono::{LocalResult, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use crate::db::types::{Id, Timestamp};

/// Most people whose answer is looked at.
const MOST_ATTENDEES: usize = 50;

/// What stands behind the meetup in the UID of its events.
const UID_END: &str = "@grannskap";

/// What somebody says of coming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Participation {
    /// Comes.
    Accepted,
    /// Perhaps.
    Tentative,
    /// Does not.
    Declined,
    /// Sends somebody else.
    Delegated,
    /// Nothing yet, or what we do not know.
    Nothing,
}

/// An answer to one meetup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    /// METHOD, upper case.
    pub method: String,
    /// The meetup of the UID.
    pub meetup: Id,
    /// SEQUENCE of what was answered.
    pub sequence: i32,
    /// When the answer was given, by the clock of whoever gave it.
    pub stamp: Timestamp,
    /// When the meetup begins that was answered, where it is said in a way we understand.
    pub starts: Option<Timestamp>,
    attendees: Vec<(String, Participation)>,
}

/// A line of the calendar: name, parameters, value.
struct Line<'a> {
    name: String,
    parameters: Vec<(String, &'a str)>,
    value: &'a str,
}

impl Reply {
    /// The first event of a calendar; nothing when it is not about a meetup of ours or says too little.
    pub(super) fn read(text: &str) -> Option<Reply> {
        let text = unfolded(text);
        let lines: Vec<Line<'_>> = text.lines().filter_map(Line::read).collect();
        let method = lines.iter().find(|line| line.name == "METHOD")?.value.trim().to_uppercase();
        let event = event(&lines);
        let first = |name: &str| event.iter().find(|line| line.name == name);
        // One day of a series: our meetups have none, so this is about something else.
        if first("RECURRENCE-ID").is_some() {
            return None;
        }
        let attendees =
            event.iter().filter(|line| line.name == "ATTENDEE").filter_map(|line| line.attendee());
        Some(Reply {
            method,
            meetup: meetup_of(first("UID")?.value.trim())?,
            sequence: first("SEQUENCE").and_then(|line| line.value.trim().parse().ok()).unwrap_or(0),
            stamp: first("DTSTAMP")?.moment()?,
            starts: first("DTSTART").and_then(|line| line.moment()),
            attendees: attendees.take(MOST_ATTENDEES).collect(),
        })
    }

    /// What the person with this address says, if anything.
    pub(super) fn said_by(&self, email: &str) -> Option<Participation> {
        self.attendees.iter().find(|(address, _)| address == email).map(|(_, said)| *said)
    }
}

fn unfolded(text: &str) -> String {
    text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
}

/// The lines of the first event, without those of components inside it.
fn event<'a, 'b>(lines: &'b [Line<'a>]) -> Vec<&'b Line<'a>> {
    let (mut inside, mut depth) = (Vec::new(), 0_usize);
    for line in lines {
        let component = line.value.trim();
        match (line.name.as_str(), depth) {
            ("BEGIN", 0) if component.eq_ignore_ascii_case("VEVENT") => depth = 1,
            ("BEGIN", 1..) => depth += 1,
            ("END", 1) => break,
            ("END", 2..) => depth -= 1,
            (_, 1) => inside.push(line),
            _ => {}
        }
    }
    inside
}

fn meetup_of(uid: &str) -> Option<Id> {
    let end = uid.len().checked_sub(UID_END.len())?;
    let (id, place) = uid.split_at_checked(end)?;
    if place.eq_ignore_ascii_case(UID_END) { id.to_lowercase().parse().ok() } else { None }
}

impl<'a> Line<'a> {
    /// Cut at the first colon and the semicolons that are not inside quotes.
    fn read(line: &'a str) -> Option<Line<'a>> {
        let mut quoted = false;
        let mut cuts = Vec::new();
        let mut colon = None;
        for (at, c) in line.char_indices() {
            match c {
                '"' => quoted = !quoted,
                ';' if !quoted => cuts.push(at),
                ':' if !quoted => {
                    colon = Some(at);
                    break;
                }
                _ => {}
            }
        }
        let (head, value) = line.split_at_checked(colon?)?;
        let mut pieces = Vec::new();
        let mut begin = 0;
        for cut in cuts.into_iter().chain([head.len()]) {
            pieces.push(head.get(begin..cut)?);
            begin = cut + 1;
        }
        let mut pieces = pieces.into_iter();
        let name = pieces.next()?.trim().to_uppercase();
        let parameters = pieces.filter_map(|piece| {
            let (name, value) = piece.split_once('=')?;
            Some((name.trim().to_uppercase(), value.trim().trim_matches('"')))
        });
        Some(Line { name, parameters: parameters.collect(), value: value.get(1..)? })
    }

    fn parameter(&self, name: &str) -> Option<&'a str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    fn attendee(&self) -> Option<(String, Participation)> {
        let value = self.value.trim().to_lowercase();
        let address = value.strip_prefix("mailto:")?.trim().to_owned();
        let said = match self.parameter("PARTSTAT").unwrap_or_default().to_uppercase().as_str() {
            "ACCEPTED" => Participation::Accepted,
            "TENTATIVE" => Participation::Tentative,
            "DECLINED" => Participation::Declined,
            "DELEGATED" => Participation::Delegated,
            _ => Participation::Nothing,
        };
        Some((address, said))
    }

    /// A moment in UTC or in a zone by its IANA name; in other clocks it is not for us to guess.
    fn moment(&self) -> Option<Timestamp> {
        let value = self.value.trim();
        let wall = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok();
        if let Some(utc) = value.strip_suffix(['Z', 'z']) {
            return wall(utc).map(|moment| moment.and_utc().into());
        }
        let zone: Tz = self.parameter("TZID")?.trim_start_matches('/').parse().ok()?;
        match zone.from_local_datetime(&wall(value)?) {
            LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Some(moment.to_utc().into()),
            LocalResult::None => None,
        }
    }
}

#[cfg(test)]
#[path = "calendar_test.rs"]
mod tests;
