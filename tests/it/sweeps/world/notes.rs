//! What is left of a meetup, and more of it.

use chrono::TimeDelta;
use grannskap::accounts::{self, Purpose};
use grannskap::db::types::Id;
use grannskap::notes::{self, Kind, NewMaterial, NewOutcome, Opinion, Useful};

use super::{Build, Places};

impl Build<'_> {
    /// Notes, decisions, promises, links and opinions about the meetup that all is about; a draft and a link that only the
    /// author sees.
    pub(super) fn notes(&mut self, meetup: Id, places: &Places) {
        let (now, author, size) = (self.now(), self.cast.author, self.size);
        let outcome =
            |kind, text: &str, seat_id| NewOutcome { kind, text: text.into(), seat_id, due_on: None };
        let link = |title: &str, visible_from| NewMaterial {
            title: title.into(),
            url: "https://bilder.example/x".into(),
            visible_from,
        };
        let (promise, material, secret) = self.app.write(|tx| {
            for version in 0..i32::try_from(size).unwrap() {
                let text = format!("# Zqxgrpanteckning\n\nVersion {version}");
                notes::save(tx, meetup, author, version, &text, now)?;
            }
            let latest = i32::try_from(size).unwrap();
            notes::keep_draft(tx, meetup, author, (latest, "Zqxdraftanteckning"), now)?;
            let promise = outcome(Kind::Promise, "Zqxgrplofte", Some(places.author));
            let promise = notes::add_outcome(tx, meetup, &promise, author, now)?;
            notes::add_outcome(tx, meetup, &outcome(Kind::Decision, "Zqxgrpbeslut", None), author, now)?;
            let material = notes::add_material(tx, meetup, &link("Zqxgrplank", None), author, now)?;
            let later = Some(now + TimeDelta::days(3));
            notes::add_material(tx, meetup, &link("Zqxdraftlank", later), author, now)?;
            for (n, person) in self.extras.iter().enumerate() {
                let mut more = outcome(Kind::ALL[n % 2], &format!("Mer {n}"), None);
                more.due_on = (n % 2 == 1).then(|| now.0.date() + TimeDelta::days(3));
                notes::add_outcome(tx, meetup, &more, *person, now)?;
                notes::add_material(tx, meetup, &link(&format!("Mer {n}"), None), *person, now)?;
                let opinion = Opinion { useful: Useful::ALL[n % 3], better: format!("Mer {n}") };
                notes::give_opinion(tx, meetup, *person, &opinion, now)?;
            }
            let opinion = Opinion { useful: Useful::Partly, better: "Zqxmenmening".into() };
            notes::give_opinion(tx, meetup, author, &opinion, now)?;
            let secret = accounts::issue(tx, Purpose::Opinion, Some(author), Some(meetup), now)?;
            Ok((promise, material, secret))
        });
        self.names.put("outcomes/{id}", promise);
        self.names.put("materials/{id}", material);
        self.names.put("opinion/{token}", secret);
    }

    /// Addresses of somebody who has left and of somebody whose account is closed.
    pub(super) fn dead_opinion_links(&self, meetup: Id) -> Vec<String> {
        let (now, gone) = (self.now(), [self.cast.left, self.cast.disabled]);
        self.app.write(|tx| {
            let link = |person| {
                let secret = accounts::issue(tx, Purpose::Opinion, Some(person), Some(meetup), now)?;
                Ok(format!("/meetups/{meetup}/opinion/{secret}"))
            };
            gone.into_iter().map(link).collect()
        })
    }
}
