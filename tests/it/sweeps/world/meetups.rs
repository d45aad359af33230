//! Meetups: one that is coming, with an agenda, one that is over, and more of them.

use chrono::TimeDelta;
use grannskap::agendas::{self, Guide, NewQuestion, Role};
use grannskap::db::types::Id;
use grannskap::meetups::{self as dates, Answer, NewMeetup};

use super::super::makers::more_meetups;
use super::{Build, Places};

impl Build<'_> {
    /// A coming meetup with an agenda, one that is over, and some more.
    pub(super) fn meetups(&mut self, group: Id, places: &Places) -> Id {
        let (now, author) = (self.now(), self.cast.author);
        let new = NewMeetup {
            group_id: group,
            title: "Zqxgrptraff".into(),
            agenda: "zqxgrpdagordning".into(),
            starts_at: now + TimeDelta::days(9),
            ends_at: now + TimeDelta::days(9) + TimeDelta::hours(2),
            time_zone: "Europe/Stockholm".into(),
            place: "Zqxgrpplats".into(),
            link: String::new(),
            capacity: None,
            municipality: None,
        };
        let meetup = self.app.write(|tx| {
            let id = dates::create(tx, &self.app.app, &new, author)?;
            // It is the first of a series.
            let span = |n| {
                let days = TimeDelta::days(9 + 28 * i64::try_from(n).unwrap());
                (now + days, now + days + TimeDelta::hours(2))
            };
            let spans: Vec<_> = (0..=self.size).map(span).collect();
            dates::create_series(tx, &self.app.app, &new, &spans, None, author)?;
            for seat in [places.author, places.protected].iter().chain(&places.extras) {
                dates::answer(tx, &self.app.app, id, *seat, Answer::Yes, author, now)?;
            }
            for n in 0..self.size {
                let n = i64::try_from(n).unwrap();
                more_meetups(tx, &new, now, now + TimeDelta::days(10 + n))?;
                more_meetups(tx, &new, now, now - TimeDelta::days(10 + n))?;
            }
            Ok(id)
        });
        self.names.put("meetups/{id}", meetup);
        self.names.put("guides/{guide}", "supervision");
        self.names.put("roles/{role}", "host");
        self.names.put("attendances/{seat}", places.member);
        self.agenda(meetup, places);
        self.over(&new, places);
        meetup
    }

    /// Questions, interest and roles.
    fn agenda(&mut self, meetup: Id, places: &Places) {
        let (now, author) = (self.now(), self.cast.author);
        let question = self.app.write(|tx| {
            let new = |title: &str| NewQuestion { title: title.into(), details: "zqxgrpbakgrund".into() };
            let question = agendas::ask(tx, meetup, places.author, &new("Zqxgrpfraga"), author, now)?;
            agendas::want(tx, question, places.protected, now)?;
            for (n, seat) in places.extras.iter().take(agendas::MOST_QUESTIONS - 2).enumerate() {
                agendas::want(tx, question, *seat, now)?;
                let another = agendas::ask(tx, meetup, *seat, &new(&format!("Fråga {n}")), author, now)?;
                agendas::want(tx, another, places.author, now)?;
            }
            agendas::choose_guide(tx, meetup, Some(Guide::Decision), now)?;
            agendas::give(tx, meetup, (Role::Host, places.protected), None, author, now)?;
            Ok(question)
        });
        self.names.put("questions/{id}", question);
    }

    /// A meetup that is over, and who came.
    fn over(&mut self, like: &NewMeetup, places: &Places) {
        let (now, author) = (self.now(), self.cast.author);
        let starts_at = now - TimeDelta::hours(3);
        let new = NewMeetup { starts_at, ends_at: starts_at + TimeDelta::hours(2), ..like.clone() };
        let meetup = self.app.write(|tx| {
            let id = dates::create(tx, &self.app.app, &new, author)?;
            for seat in [places.author, places.protected].iter().chain(&places.extras) {
                agendas::note(tx, id, *seat, author, now)?;
            }
            agendas::note_guests(tx, id, "Zqxgrpgast", now)?;
            Ok(id)
        });
        self.names.put("meetups/{id}", meetup);
    }
}
