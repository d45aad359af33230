//! iCalendar (RFC 5545) and its methods (RFC 5546): invitations, cancellations and what calendars subscribe to.
//!
//! Written by hand because the `icalendar` crate gives every component, the observances of a time zone among them,
//! a UID and a DTSTAMP from the machine's clock; the tests read the result with its parser.

mod event;
mod lines;
mod zone;

pub use event::{Attendee, Event, Method, Organizer, calendar};
pub use zone::vtimezone;
