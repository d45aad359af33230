//! Meetups: when and where a group meets, who comes, and the calendars that know it.
//!
//! A meetup is `coming`, then `over`; or `cancelled`, for good. The members of its group and the coordinators of the
//! network see it; for everybody else it does not exist. Each of them may propose, change and cancel. Every change
//! raises `revision` (iCalendar's SEQUENCE) and is mailed to the members. Answers hang on the seat: a successor keeps
//! them. Members answer on the page, by the personal link of the mail, which is good until the meetup is over, or in their
//! calendar program, where a mailbox is read (`reply/`). Those who have not answered can be reminded by hand, once a meetup.
//! A meetup has a place, a link, or both: then who comes says whether in the room or online (`hybrid.rs`).
//! A meetup may have a number of places, at the place where it has one: who says yes when they are taken waits in line
//! (`waiting.rs`) and is told by mail when a place is theirs. Meetups that are proposed together are a series (`series/`).

mod answer;
mod change;
mod feed;
mod forms;
mod given;
mod hybrid;
pub mod ics;
mod jobs;
mod letters;
mod mail;
mod meetup;
mod nudge;
mod pages;
mod place;
mod polled;
mod pulse;
mod reply;
mod series;
mod summary;
mod view;
mod waiting;
mod wall;

pub use answer::{Answer, answer};
pub use change::{Change, cancel, update};
pub use forms::{FARTHEST_DAYS, filled, one_line, online_link, parse_change, parse_why};
pub use given::Given;
pub use jobs::RemindMeetups;
pub use mail::{Invitee, invitees};
pub use meetup::{
    Meetup, NewMeetup, create, create_polled, find, invite_newcomer, next_of_group, open_group, visible,
};
pub use nudge::nudge;
pub use pages::{answers, calendar, cancellation, group_feed, index, nudges, personal, proposal, show};
pub use place::{Municipalities, municipality_choices, place_in};
pub use polled::Polled;
pub use pulse::{Beat, Need, Pulse, pulse, pulse_of};
pub use reply::replies;
pub use series::{InviteSeries, Proposal, cancel_from, create_series, later_of, more_in_series, update_from};
pub use summary::{
    ComingMeetup, MeetupSummary, begins_between, coming_of_person, next_of_person, next_ones_of_person,
    of_group, past_of_person,
};
pub use waiting::leave_places;
pub use wall::{Wall, at_wall_time, when};
