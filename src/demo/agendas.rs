//! What groups of the demo prepare, and what they have behind them.

use chrono::{Days, NaiveTime, TimeDelta};

use super::season::{ZONE, wall, working_day};
use crate::agendas::{self, Guide, NewQuestion, Role};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::groups::Member;
use crate::meetups::{self, Answer, NewMeetup};

/// Questions and what explains them.
const QUESTIONS: &[(&str, &str)] = &[
    (
        "Hur får ni rektorerna att äga nulägesanalysen?",
        "Hos oss skriver förvaltningen och rektorerna godkänner. Jag vill vända på det.",
    ),
    ("Vad gör ni när nämnden vill ha siffror som inte säger något?", ""),
    (
        "Hur följer ni upp frånvaro innan den har blivit lång?",
        "Vi ser den först efter tre veckor. Ta gärna med hur ni har gjort.",
    ),
    ("Vem hos er ser hela kedjan från beslut till klassrum?", ""),
    ("Vad har ni slutat med för att få tid?", "Exempel, också små, är mycket värda."),
];

/// Questions for a coming meetup, who else wants to talk about them, a guide and a host; the same for the same `n`.
pub(super) fn prepare(
    tx: &mut Tx<'_>,
    meetup: Id,
    members: &[Member],
    n: usize,
    now: Timestamp,
) -> Result<()> {
    let held: Vec<(Id, Id)> = held(members).collect();
    for (turn, (seat, person)) in held.iter().take(1 + n % 3).enumerate() {
        let Some((title, details)) = QUESTIONS.iter().cycle().nth(n + turn) else { continue };
        let new = NewQuestion { title: (*title).to_owned(), details: (*details).to_owned() };
        let question = agendas::ask(tx, meetup, *seat, &new, *person, now)?;
        for (other, _) in held.iter().skip(2).take(turn * 2) {
            agendas::want(tx, question, *other, now)?;
        }
    }
    agendas::choose_guide(tx, meetup, Guide::ALL.iter().copied().cycle().nth(n), now)?;
    if let Some((seat, person)) = held.last() {
        agendas::give(tx, meetup, (Role::Host, *seat), None, *person, now)?;
    }
    Ok(())
}

/// A meetup four weeks ago, with who came and who did what.
pub(super) fn look_back(tx: &mut Tx<'_>, app: &App, group: Id, members: &[Member], n: usize) -> Result<()> {
    let (held, today): (Vec<(Id, Id)>, _) = (held(members).collect(), app.clock.now());
    let [(host, by), (leader, _), ..] = held.as_slice() else { return Ok(()) };
    let Some(first) = members.iter().find(|member| member.seat_id == *host) else { return Ok(()) };
    let day = working_day(today.0.date() - Days::new(28));
    let at = |hour| wall(day, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
    let new = NewMeetup {
        group_id: group,
        title: "Vi lär känna varandra".to_owned(),
        agenda: "- Kort om oss\n- Vad vill vi ha ut av gruppen?".to_owned(),
        starts_at: at(13),
        ends_at: at(15),
        time_zone: ZONE.to_owned(),
        place: format!("Hos {}", first.organiser_name),
        link: String::new(),
        capacity: None,
        municipality: Some(first.organiser_code.clone()).filter(|code| code.len() == 4),
    };
    let meetup = meetups::create(tx, app, &new, *by)?;
    let before = new.starts_at - TimeDelta::days(2);
    agendas::choose_guide(tx, meetup, Some(Guide::Open), before)?;
    for (role, seat) in [(Role::Host, *host), (Role::Facilitator, *leader)] {
        agendas::give(tx, meetup, (role, seat), None, *by, before)?;
    }
    for (turn, (seat, person)) in held.iter().enumerate() {
        // One could not come.
        let (said, came) = if turn == 2 { (Answer::No, false) } else { (Answer::Yes, true) };
        meetups::answer(tx, app, meetup, *seat, said, *person, before)?;
        if came {
            agendas::note(tx, meetup, *seat, *by, today)?;
        }
    }
    if n.is_multiple_of(4) {
        agendas::note_guests(tx, meetup, "1", today)?;
    }
    Ok(())
}

/// Seats that somebody holds, with who holds them.
fn held(members: &[Member]) -> impl Iterator<Item = (Id, Id)> {
    members.iter().filter_map(|member| Some((member.seat_id, member.person_id?)))
}
