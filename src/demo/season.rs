//! A season: a round is matched and published, groups meet, people write and comment.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use diesel::prelude::*;
use rand_pcg::Pcg64;

use super::agendas;
use super::groundwork::World;
use super::names::{below, chance, pick};
use super::population::Inhabitant;
use super::stories::{AGREEMENT, ASKED, COMMENTS, MEETUPS, TALES, Tale};
use crate::accounts::MeetingFormat;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::groups as table;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::groups::{self, Member};
use crate::meetups::{self, Answer, Given, NewMeetup};
use crate::polls::{self, NewPoll, Span, Suits};
use crate::posts::{self, NewComment, NewPost, Visibility};
use crate::rounds::{self, Keeping, NewRegistration, NewRound, Preset};

pub(super) const ZONE: &str = "Europe/Stockholm";

/// Opens the round, registers nearly everybody, matches and publishes it; opens another in the region.
pub(super) async fn match_people(app: &App, world: &World, seed: u64) -> Result<Id> {
    let today = app.clock.now().0.date();
    let open = new_round("Hösten 2026", Preset::Mixed, today + Days::new(5));
    let round = app.database.write_now(|tx| {
        let now = app.clock.now();
        let round = rounds::create(tx, world.national, &open, world.coordinator, now)?;
        for (n, inhabitant) in world.everybody.iter().enumerate() {
            // Every fortieth is busy this time.
            if n % 40 != 39 {
                rounds::register(tx, round, &registration(inhabitant), today, now)?;
            }
        }
        Ok(round)
    })?;
    app.clock.travel(TimeDelta::days(6));
    rounds::run(app, round, i64::try_from(seed).unwrap_or(1)).await?;
    let note = "Välkomna till höstens grupper! Bestäm första träffen inom två veckor.";
    app.database.write_now(|tx| rounds::publish(tx, app, round, note, world.coordinator))?;
    Ok(round)
}

pub(super) fn new_round(name: &str, preset: Preset, last_day: NaiveDate) -> NewRound {
    NewRound {
        name: name.to_owned(),
        preset,
        weights: None,
        size_min: 5,
        size_max: 7,
        per_organiser: 1,
        categories: Keeping::Mixed,
        levels: Keeping::Mixed,
        last_day,
    }
}

fn registration(inhabitant: &Inhabitant) -> NewRegistration {
    NewRegistration {
        seat_id: inhabitant.seat,
        wishes: String::new(),
        meeting_format: MeetingFormat::Either,
        travel_limit_km: None,
        availability: inhabitant.availability,
    }
}

/// Lets the groups live until `today`, and opens the next round of the region.
pub(super) fn meet_and_tell(
    app: &App,
    world: &World,
    round: Id,
    rng: &mut Pcg64,
    today: Timestamp,
) -> Result<()> {
    let groups = groups_of(app, round)?;
    let mut tales = TALES.iter().cycle();
    for (n, group) in groups.into_iter().enumerate() {
        let members = app.database.read_now(|db| groups::members_of(db, group))?;
        app.database.write_now(|tx| {
            diesel::update(table::table.find(group))
                .set(table::agreement.eq(AGREEMENT))
                .execute(&mut **tx)?;
            // Some groups have not found a date yet: coordinators should see that.
            match n % 8 {
                3 => ask_when(tx, app, group, &members, today)?,
                7 => {}
                _ => {
                    let meetup = meet(tx, app, rng, group, &members, today)?;
                    let now = app.clock.now();
                    meetup.map_or(Ok(()), |meetup| agendas::prepare(tx, meetup, &members, n, now))?;
                }
            }
            if n % 2 == 0
                && let Some(tale) = tales.next()
            {
                tell(tx, app, rng, group, &members, tale, today)?;
            }
            Ok(())
        })?;
    }
    app.database.write_now(|tx| {
        let last_day = today.0.date() + Days::new(21);
        let next = new_round("Våren 2027", Preset::Neighbours, last_day);
        let round = rounds::create(tx, world.regional, &next, world.coordinator, today)?;
        let here = world.everybody.iter().filter(|each| each.county.as_deref() == Some("12"));
        for inhabitant in here {
            if chance(rng, 700) {
                rounds::register(tx, round, &registration(inhabitant), today.0.date(), today)?;
            }
        }
        Ok(())
    })
}

/// Gives the groups that meet a meetup that they have had, as seen from today.
pub(super) fn look_back(app: &App, round: Id) -> Result<()> {
    for (n, group) in groups_of(app, round)?.into_iter().enumerate().filter(|(n, _)| n % 4 != 3) {
        let members = app.database.read_now(|db| groups::members_of(db, group))?;
        app.database.write_now(|tx| agendas::look_back(tx, app, group, &members, n))?;
    }
    Ok(())
}

fn groups_of(app: &App, round: Id) -> Result<Vec<Id>> {
    app.database.read_now(|db| {
        let groups = table::table.filter(table::round_id.eq(round)).order((table::name, table::id));
        Ok(groups.select(table::id).load(db)?)
    })
}

/// One coming meetup with answers.
fn meet(
    tx: &mut Tx<'_>,
    app: &App,
    rng: &mut Pcg64,
    group: Id,
    members: &[Member],
    today: Timestamp,
) -> Result<Option<Id>> {
    let Some(host) = pick(rng, &holders(members)) else { return Ok(None) };
    let (title, agenda) = pick(rng, MEETUPS).unwrap_or(("Träff", ""));
    let day = working_day(today.0.date() + Days::new(u64::try_from(3 + below(rng, 30)).unwrap_or(3)));
    let hour = pick(rng, &[9, 10, 13, 14]).unwrap_or(13);
    let starts = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let ends = NaiveTime::from_hms_opt(hour + 2, 0, 0).unwrap_or_default();
    let online = chance(rng, 400);
    let organiser = members.iter().find(|each| each.person_id == Some(host)).filter(|_| !online);
    // Whoever has far to go can be there online, at one o'clock.
    let link = online || hour == 13;
    let new = NewMeetup {
        group_id: group,
        title: title.to_owned(),
        agenda: agenda.to_owned(),
        starts_at: wall(day, starts),
        ends_at: wall(day, ends),
        time_zone: ZONE.to_owned(),
        place: organiser.map(|each| format!("Hos {}", each.organiser_name)).unwrap_or_default(),
        municipality: organiser.map(|each| each.organiser_code.clone()).filter(|code| code.len() == 4),
        link: if link { "https://moten.example/grannskap".to_owned() } else { String::new() },
        // Not everybody has room for visitors: the last to say yes wait.
        capacity: (title == "Studiebesök").then_some(3),
    };
    let meetup = meetups::create(tx, app, &new, host)?;
    for (n, member) in members.iter().enumerate() {
        let Some(person) = member.person_id else { continue };
        let said =
            pick(rng, &[Some(Answer::Yes), Some(Answer::Yes), Some(Answer::Maybe), Some(Answer::No), None]);
        if let Some(Some(said)) = said {
            let online = !new.place.is_empty() && link && n % 3 == 2;
            let said = Given::of(said, online);
            meetups::answer(tx, app, meetup, member.seat_id, said, person, app.clock.now())?;
        }
    }
    Ok(Some(meetup))
}

/// A poll about when to meet that most have answered.
fn ask_when(tx: &mut Tx<'_>, app: &App, group: Id, members: &[Member], today: Timestamp) -> Result<()> {
    let people = holders(members);
    let Some(host) = people.first().copied() else { return Ok(()) };
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let slot = |(days, hour)| {
        let day = working_day(today.0.date() + Days::new(days));
        Span { starts_at: wall(day, at(hour)), ends_at: wall(day, at(hour + 2)) }
    };
    let new = NewPoll {
        group_id: group,
        title: "Första träffen".to_owned(),
        place: String::new(),
        link: "https://moten.example/grannskap".to_owned(),
        time_zone: ZONE.to_owned(),
        answer_by: Some(today.0.date() + Days::new(10)),
        slots: [(14, 9), (15, 13), (21, 9), (22, 13)].map(slot).to_vec(),
    };
    let poll = polls::create(tx, app, &new, host)?;
    for (n, person) in people.iter().enumerate().skip(1) {
        let said = (1..).zip(Suits::ALL.iter().cycle().skip(n % 3).take(new.slots.len()));
        let said: Vec<(i32, Suits)> = said.map(|(slot, suits)| (slot, *suits)).collect();
        polls::answer(tx, app, poll, *person, &said)?;
    }
    Ok(())
}

/// A story with comments by other members.
fn tell(
    tx: &mut Tx<'_>,
    app: &App,
    rng: &mut Pcg64,
    group: Id,
    members: &[Member],
    tale: &Tale,
    today: Timestamp,
) -> Result<()> {
    let people = holders(members);
    let Some(author) = pick(rng, &people) else { return Ok(()) };
    let first = app.clock.now();
    let days = (today.0 - first.0).num_days().max(1);
    let written = first
        + TimeDelta::hours(i64::try_from(below(rng, 24)).unwrap_or(9))
        + TimeDelta::days(i64::try_from(below(rng, usize::try_from(days).unwrap_or(1))).unwrap_or(0));
    let visibility = [Visibility::Group, Visibility::Network, Visibility::Network, Visibility::Public];
    let answers = [tale.situation, tale.tried, tale.happened, tale.learned, tale.question].map(str::to_owned);
    let mut story = NewPost::guided(tale.title, answers, pick(rng, &visibility).unwrap_or(Visibility::Group));
    story.themes = tale.themes.iter().map(|slug| (*slug).to_owned()).collect();
    let post = posts::create(tx, group, author, &story, true, written)?;
    for (n, person) in people.iter().filter(|person| **person != author).take(below(rng, 4)).enumerate() {
        // The first asks something, is answered with its words quoted, and says that this is the answer.
        let asked = if n == 0 { pick(rng, ASKED) } else { None };
        let text = match asked {
            Some((question, _)) => question,
            None => pick(rng, COMMENTS).unwrap_or("Tack!"),
        };
        let comment = NewComment { post_id: post, author_id: *person, body: text.to_owned(), answers: None };
        let later = written + TimeDelta::hours(5 + 20 * i64::try_from(n).unwrap_or(0));
        let id = posts::comment(tx, &comment, later.min(today))?;
        if let Some((_, answer)) = asked {
            let body = format!("> {text}\n\n{answer}");
            let answer = NewComment { post_id: post, author_id: author, body, answers: Some(id) };
            let later = (later + TimeDelta::hours(4)).min(today);
            let answer = posts::comment(tx, &answer, later)?;
            posts::accept(tx, answer, *person, true, later)?;
        }
    }
    Ok(())
}

fn holders(members: &[Member]) -> Vec<Id> {
    members.iter().filter_map(|member| member.person_id).collect()
}

pub(super) fn working_day(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

/// A wall time in Sweden; none of those used here falls into a missing hour.
pub(super) fn wall(day: NaiveDate, time: NaiveTime) -> Timestamp {
    let local = day.and_time(time).and_local_timezone(chrono_tz::Europe::Stockholm);
    local.earliest().map_or_else(|| Timestamp(day.and_time(time)), |moment| moment.to_utc().into())
}
