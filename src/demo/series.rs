//! A group that has settled when it meets for half a year.

use chrono::{Days, NaiveTime};

use super::season::{ZONE, wall, working_day};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::Member;
use crate::meetups::{self, NewMeetup};

/// Six meetups, every fourth week, which somebody of the group proposes.
pub(super) fn plan(tx: &mut Tx<'_>, app: &App, group: Id, members: &[Member]) -> Result<()> {
    let Some(host) = members.iter().rev().find_map(|member| member.person_id) else { return Ok(()) };
    let first = working_day(app.clock.now().0.date() + Days::new(40));
    let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let day = |n: u64| first + Days::new(28 * n);
    let spans: Vec<_> = (0..6).map(|n| (wall(day(n), at(15, 0)), wall(day(n), at(16, 30)))).collect();
    let Some((starts_at, ends_at)) = spans.first().copied() else { return Ok(()) };
    let new = NewMeetup {
        group_id: group,
        title: "Var fjärde vecka på nätet".to_owned(),
        agenda: "* En runda: vad har hänt sedan sist?\n* En av oss har med sig en fråga".to_owned(),
        starts_at,
        ends_at,
        time_zone: ZONE.to_owned(),
        place: String::new(),
        link: "https://moten.example/grannskap".to_owned(),
        capacity: None,
        municipality: None,
    };
    meetups::create_series(tx, app, &new, &spans, None, host).map(drop)
}
