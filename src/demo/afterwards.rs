//! What groups have left of their latest meetup: notes, decisions, promises, a link, and whether it was useful.

use chrono::{Days, NaiveTime, TimeDelta};
use diesel::prelude::*;

use super::groundwork::World;
use super::season::{ZONE, wall, working_day};
use super::series;
use crate::accounts::Frequency;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::groups as table;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::{self, Member};
use crate::meetups::{self, NewMeetup};
use crate::notes::{self, Kind, NewMaterial, NewOutcome, Opinion, Useful};

const NOTES: &str = "## Vi berättade om läget\n\nAlla hade med sig en siffra som de inte förstår. De flesta handlade om \
    frånvaro, och de flesta visade sig bero på hur den räknas.\n\n## Det vi tar med oss\n\n* Fråga rektorerna innan vi \
    frågar systemet.\n* Två av oss ringer hem samma dag. Det tar tjugo minuter.\n* Ingen av oss vet vad eleverna själva \
    säger.";

const MORE: &str = "\n\n## Till nästa gång\n\nVi börjar med en kort runda: vad prövade vi?";

const BETTER: [&str; 4] =
    ["Mer tid för frågorna.", "", "Att vi får se materialet i förväg.", "Vi kan vara hos oss nästa gång."];

/// Lets every other group of a round have met, and the group of the member whom the demo tells of.
pub(super) fn remember(app: &App, world: &World, round: Id) -> Result<()> {
    let groups: Vec<Id> = app.database.read_now(|db| {
        let of_round = table::table.filter(table::round_id.eq(round)).order((table::name, table::id));
        Ok(of_round.select(table::id).load(db)?)
    })?;
    let shown = world.everybody.first().map(|each| each.seat);
    for (n, group) in groups.into_iter().enumerate() {
        let members = app.database.read_now(|db| groups::members_of(db, group))?;
        let is_shown = members.iter().any(|member| Some(member.seat_id) == shown);
        if n % 2 == 0 || is_shown {
            // Some have not written anything down: coordinators should see that.
            let writes = n % 8 != 6 || is_shown;
            app.database.write_now(|tx| meet(tx, app, group, &members, (shown, writes)))?;
        }
        if is_shown {
            app.database.write_now(|tx| {
                groups::set_digest_default(tx, group, Some(Frequency::Daily))?;
                series::plan(tx, app, group, &members)
            })?;
        }
    }
    Ok(())
}

fn meet(
    tx: &mut Tx<'_>,
    app: &App,
    group: Id,
    members: &[Member],
    (shown, writes): (Option<Id>, bool),
) -> Result<()> {
    let now = app.clock.now();
    let people: Vec<(Id, Id)> =
        members.iter().filter_map(|member| Some((member.person_id?, member.seat_id))).collect();
    let [(host, host_seat), (other, other_seat), ..] = people[..] else { return Ok(()) };
    let day = working_day(now.0.date() - Days::new(9));
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let new = NewMeetup {
        group_id: group,
        title: "En siffra vi inte förstår".to_owned(),
        agenda: "Ta med en siffra från er egen verksamhet som ni inte förstår.".to_owned(),
        starts_at: wall(day, at(13)),
        ends_at: wall(day, at(15)),
        time_zone: ZONE.to_owned(),
        place: String::new(),
        link: "https://moten.example/grannskap".to_owned(),
        capacity: None,
        municipality: None,
    };
    let meetup = meetups::create(tx, app, &new, host)?;
    if !writes {
        return Ok(());
    }
    let written = new.ends_at + TimeDelta::hours(1);
    notes::save(tx, meetup, host, 0, NOTES, written)?;
    notes::save(tx, meetup, other, 1, &format!("{NOTES}{MORE}"), written + TimeDelta::hours(3))?;
    let mine = members.iter().map(|member| member.seat_id).find(|seat| Some(*seat) == shown);
    let soon = now.0.date() + Days::new(5);
    let outcomes = [
        (Kind::Decision, "Vi ses varannan månad, varannan gång på nätet.", None, None),
        (Kind::Promise, "Skicka hur ni räknar frånvaro till de andra.", mine.or(Some(host_seat)), Some(soon)),
        (Kind::Promise, "Fråga fem elever vad de säger om skolan.", None, Some(soon + Days::new(30))),
        (Kind::Promise, "Bjuda in en rektor till nästa träff.", Some(other_seat), None),
    ];
    for (kind, text, seat_id, due_on) in outcomes {
        let new = NewOutcome { kind, text: text.to_owned(), seat_id, due_on };
        notes::add_outcome(tx, meetup, &new, host, written)?;
    }
    let slides = NewMaterial {
        title: "Så räknas frånvaro: sex bilder".to_owned(),
        url: "https://bilder.example/franvaro".to_owned(),
        visible_from: None,
    };
    notes::add_material(tx, meetup, &slides, host, written)?;
    notes::finish(tx, app, meetup, host)?;
    for ((n, (person, _)), better) in people.iter().enumerate().skip(1).zip(BETTER) {
        let useful = if n % 3 == 0 { Useful::Partly } else { Useful::Yes };
        notes::give_opinion(tx, meetup, *person, &Opinion { useful, better: better.to_owned() }, now)?;
    }
    Ok(())
}
