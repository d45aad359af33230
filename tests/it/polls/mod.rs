//! Date polls: proposing slots, answering them, changing, choosing and closing.

mod answers;
mod changes;
mod endings;
mod joined;
mod places;
mod reminders;
mod school;

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{people, poll_answers, poll_replies, polls};
use grannskap::db::types::Id;
use grannskap::polls::{NewPoll, Poll, Slot, Span, Suits, slots_of};

use crate::meetups::{Scene, scene, utc};
use crate::support::run;

const FORM: [(&str, &str); 8] = [
    ("title", "Första träffen"),
    ("date-1", "2026-12-09"),
    ("starts-1", "13:00"),
    ("ends-1", "14:30"),
    ("date-2", "2026-12-10"),
    ("starts-2", "09:00"),
    ("ends-2", "10:00"),
    ("place", "Höör"),
];

/// The form with other values for some fields.
pub fn form_with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FORM.into_iter().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name));
    kept.chain(changes.iter().copied()).collect()
}

impl Scene {
    /// Two slots, Wednesday and Thursday afternoon.
    pub fn slots(&self) -> NewPoll {
        let slot = |day| Span { starts_at: utc(2026, 12, day, 12, 0), ends_at: utc(2026, 12, day, 13, 30) };
        NewPoll {
            group_id: self.group,
            title: "Första träffen".into(),
            place: "Höör".into(),
            link: String::new(),
            time_zone: "Europe/Stockholm".into(),
            answer_by: None,
            slots: vec![slot(9), slot(10)],
        }
    }

    pub fn ask(&self, new: &NewPoll) -> Id {
        self.app.write(|tx| grannskap::polls::create(tx, &self.app.app, new, self.siv))
    }

    pub fn poll(&self, id: Id) -> Poll {
        self.app.read(|db| grannskap::polls::find(db, id))
    }

    pub fn slots_in(&self, id: Id) -> Vec<Slot> {
        self.app.read(|db| slots_of(db, id))
    }

    pub fn person(&self, email: &str) -> Id {
        let email = email.to_owned();
        self.app.read(|db| Ok(people::table.filter(people::email.eq(email)).select(people::id).first(db)?))
    }

    /// Says of the slots of a poll whether they suit, by their numbers.
    pub fn says(&self, poll: Id, email: &str, given: &[(i32, Suits)]) {
        let person = self.person(email);
        self.app.write(|tx| grannskap::polls::answer(tx, &self.app.app, poll, person, given));
    }

    /// Every answer there is: number of the slot, seat, and whether it suits. What is kept of each seat in one row says the same.
    pub fn said(&self) -> Vec<(i32, Id, Suits)> {
        let columns = (poll_answers::number, poll_answers::seat_id, poll_answers::answer);
        let order = (poll_answers::number, poll_answers::seat_id);
        let said: Vec<(i32, Id, Suits)> =
            self.app.read(|db| Ok(poll_answers::table.order(order).select(columns).load(db)?));
        let mut by_seat: BTreeMap<Id, BTreeSet<String>> = BTreeMap::new();
        for (number, seat, suits) in &said {
            by_seat.entry(*seat).or_default().insert(format!("{number}{suits}"));
        }
        let rows: Vec<(Id, String)> = self.app.read(|db| {
            Ok(poll_replies::table.select((poll_replies::seat_id, poll_replies::answers)).load(db)?)
        });
        let kept = |(seat, answers): (Id, String)| (seat, answers.split(' ').map(str::to_owned).collect());
        assert_eq!(rows.into_iter().map(kept).collect::<BTreeMap<_, _>>(), by_seat);
        said
    }

    /// How many mails of a kind have gone to somebody.
    pub fn mails(&self, email: &str, kind: &str) -> usize {
        self.app.mails_to(email).iter().filter(|mail| mail.row.kind == kind).count()
    }
}

pub const SIV: &str = "siv@hoor.example";
pub const BO: &str = "bo@horby.example";
pub const KIM: &str = "kim@lund.example";

#[test]
fn a_member_proposes_slots_and_everybody_is_asked() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in(SIV).await;
        let address = format!("/groups/{}/polls", scene.group);
        let form = client.get(&format!("{address}/new")).await;
        assert_eq!(form.first("h1"), "Fråga vilken tid som passar");
        assert_eq!((form.count("fieldset"), form.count("[name=suggested]")), (5, 0));
        assert!(form.text().contains("24 december 2026 (julafton)"), "{}", form.text());
        let page = client.post_and_follow(&address, &form_with(&[("answer_by", "2026-12-07")])).await;
        assert_eq!(page.first("h1"), "Första träffen");
        assert_eq!(page.first(".next-step h2"), "När kan du?");
        let said = page.text();
        for part in [
            "Svara senast måndag 7 december 2026.",
            "onsdag 9 december 2026 kl. 13:00–14:30",
            "torsdag 10 december 2026 kl. 09:00–10:00",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        // Sent twice, it is one poll.
        client.post_and_follow(&address, &form_with(&[("answer_by", "2026-12-07")])).await;
        let all: Vec<Id> = scene.app.read(|db| Ok(polls::table.select(polls::id).load(db)?));
        assert_eq!(all.len(), 1);
        for email in [SIV, BO] {
            assert_eq!(scene.mails(email, "poll_invitation"), 1);
            let mail = scene.app.last_mail_to(email).row;
            assert_eq!(mail.subject, "När kan du? Första träffen");
            for part in ["onsdag 9 december 2026 kl. 13:00–14:30", "Svara senast: måndag 7 december 2026"]
            {
                assert!(mail.text_body.contains(part), "{}", mail.text_body);
            }
            assert!(mail.html_body.contains("lang=\"sv\"") && mail.html_body.contains("/answer/"));
        }
        assert!(scene.app.mails_to(KIM).is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn wrong_forms_come_back_with_what_was_typed() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in(SIV).await;
        let address = format!("/groups/{}/polls", scene.group);
        let long = "x".repeat(300);
        let wrong: &[(&[(&str, &str)], &str)] = &[
            (&[("title", "")], "title"),
            (&[("title", &long)], "title"),
            (&[("date-1", "2026-02-30")], "date-1"),
            (&[("date-1", "2026-11-20")], "date-1"),
            (&[("date-2", "2030-11-20")], "date-2"),
            (&[("ends-1", "12:59")], "ends-1"),
            (&[("ends-2", "")], "ends-2"),
            (&[("starts-1", "kl ett")], "starts-1"),
            // Clocks go forward on 28 March 2027.
            (&[("date-2", "2027-03-28"), ("starts-2", "02:30"), ("ends-2", "04:00")], "starts-2"),
            (&[("date-2", "2027-03-28"), ("starts-2", "01:30"), ("ends-2", "02:30")], "ends-2"),
            (&[("date-2", "2026-12-09"), ("starts-2", "13:00"), ("ends-2", "14:30")], "date-2"),
            (&[("date-7", "2026-12-12"), ("starts-7", "8"), ("ends-7", "09:00")], "starts-7"),
            (&[("date-41", "2026-12-12")], "date-1"),
            (&[("link", "javascript:alert(1)")], "link"),
            (&[("place", &long)], "place"),
            (&[("answer_by", "2026-11-22")], "answer_by"),
            (&[("answer_by", "2026-12-11")], "answer_by"),
            (&[("answer_by", "snart")], "answer_by"),
        ];
        for (changes, field) in wrong {
            let page = client.post(&address, &form_with(changes)).await;
            assert_eq!(page.status, 422, "{field}");
            let links = page.count(&format!(".error-summary a[href='#{field}']"));
            assert_eq!((links, page.count(".error-summary a")), (1, 1), "{field}: {}", page.text());
            assert_eq!(page.attribute("#place", "value").as_deref(), Some(value(changes, "place")));
            assert_eq!(page.attribute("#starts-2", "value").as_deref(), Some(value(changes, "starts-2")));
        }
        let page = client.post(&address, &[("title", "Tom")]).await;
        assert_eq!(page.count(".error-summary a[href='#date-1']"), 1);
        // 40 rows and two suggestions are more than there may be.
        let mut many: Vec<(String, String)> = vec![("title".into(), "Många".into())];
        for n in 1..=40 {
            let day = scene.app.app.clock.now().0.date() + TimeDelta::days(n);
            many.push((format!("date-{n}"), day.to_string()));
        }
        many.extend([("starts-1".into(), "10:00".into()), ("ends-1".into(), "11:00".into())]);
        let full = many.clone();
        many.extend(["2026-12-09.am", "2026-12-09.pm"].map(|each| ("suggested".into(), each.into())));
        let fields = |all: &[(String, String)]| -> Vec<(String, String)> { all.to_vec() };
        let page = post(&client, &address, &fields(&many)).await;
        assert_eq!(
            (page.status.as_u16(), page.first(".field-error").as_str()),
            (422, "Föreslå högst 40 tider.")
        );
        assert!(page.body.len() < 60_000, "{} bytes", page.body.len());
        assert!(page.attribute("#date-40", "value").is_some());
        assert!(scene.app.mails_to(BO).is_empty());
        // Hours that are left out are those of the row above.
        let page = post(&client, &address, &full).await;
        assert_eq!(page.status, 303, "{}", page.text());
        let id: Id = scene.app.read(|db| Ok(polls::table.select(polls::id).first(db)?));
        let slots = scene.slots_in(id);
        assert_eq!(slots.len(), 40);
        assert!(slots.iter().all(|slot| slot.span.starts_at.0.time().to_string() == "09:00:00"));
        scene.app.run_jobs().await;
    });
}

async fn post(
    client: &crate::support::Client,
    address: &str,
    fields: &[(String, String)],
) -> crate::support::Page {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(address, &fields).await
}

fn value<'a>(changes: &[(&'a str, &'a str)], field: &str) -> &'a str {
    let all = form_with(changes);
    all.iter().find(|(name, _)| *name == field).map(|(_, value)| *value).unwrap_or_default()
}

#[test]
fn more_rows_keep_what_was_typed() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in(SIV).await;
        let address = format!(
            "/groups/{}/polls/new?title=Vi+ses&date-1=2026-12-24&starts-1=13:00&rows=5&rows=10",
            scene.group
        );
        let page = client.get(&address).await;
        assert_eq!(page.count("fieldset"), 10);
        assert_eq!(page.attribute("#title", "value").as_deref(), Some("Vi ses"));
        assert_eq!(page.first("#date-1-hint"), "julafton");
        assert_eq!(page.attribute("button[name=rows]", "value").as_deref(), Some("15"));
        assert_eq!(page.count(".error-summary"), 0);
    });
}

#[test]
fn slots_are_suggested_when_most_can() {
    run(async {
        let scene = scene().await;
        // Siv can on Wednesday mornings and Thursday mornings, Bo on Wednesday mornings.
        for (email, bits) in [(SIV, 1 << 4 | 1 << 6), (BO, 1 << 4)] {
            scene.app.write(|tx| {
                let row = people::table.filter(people::email.eq(email));
                Ok(diesel::update(row).set(people::availability.eq(bits)).execute(&mut **tx)?)
            });
        }
        let client = scene.app.signed_in(SIV).await;
        let address = format!("/groups/{}/polls", scene.group);
        let page = client.get(&format!("{address}/new")).await;
        let labels = page.all(".choices label");
        assert_eq!(labels[0], "onsdag 2 december 2026, förmiddag 09:00–11:00");
        assert_eq!(labels.len(), 6, "{labels:?}");
        let form = [("title", "Vi ses"), ("suggested", "2026-12-02.am"), ("suggested", "nonsense")];
        let page = client.post_and_follow(&address, &form).await;
        assert!(page.text().contains("onsdag 2 december 2026 kl. 09:00–11:00"), "{}", page.text());
        scene.app.run_jobs().await;
    });
}

#[test]
fn page_and_mail_agree_on_the_wall_time_in_every_zone() {
    run(async {
        let scene = scene().await;
        scene.app.write(|tx| {
            let row = people::table.filter(people::email.eq(BO));
            let there = people::time_zone.eq("Europe/Helsinki");
            Ok(diesel::update(row).set(there).execute(&mut **tx)?)
        });
        let client = scene.app.signed_in(SIV).await;
        // The night when clocks go forward, and the one when they go back: its hour from two to three comes twice.
        let form = [
            ("title", "Natt"),
            ("date-1", "2027-03-28"),
            ("starts-1", "01:30"),
            ("ends-1", "03:30"),
            ("date-2", "2027-10-31"),
            ("starts-2", "02:30"),
            ("ends-2", "04:00"),
        ];
        let path = format!("/groups/{}/polls", scene.group);
        let page = client.post_and_follow(&path, &form).await;
        for part in
            ["söndag 28 mars 2027 kl. 01:30–03:30 (påskdagen)", "söndag 31 oktober 2027 kl. 02:30–04:00"]
        {
            assert!(page.text().contains(part), "{}", page.text());
        }
        let id: Id = scene.app.read(|db| Ok(polls::table.select(polls::id).first(db)?));
        let spans: Vec<_> =
            scene.slots_in(id).iter().map(|slot| (slot.span.starts_at, slot.span.ends_at)).collect();
        let wanted = [
            (utc(2027, 3, 28, 0, 30), utc(2027, 3, 28, 1, 30)),
            (utc(2027, 10, 31, 0, 30), utc(2027, 10, 31, 3, 0)),
        ];
        assert_eq!(spans, wanted);
        let mail = scene.app.last_mail_to(BO);
        for part in ["kl. 02:30–04:30", "Tiderna är i din tidszon: Europe/Helsinki."] {
            assert!(mail.row.text_body.contains(part), "{}", mail.row.text_body);
        }
        let linked = scene.app.client().get(&mail.link("/answer/")).await;
        assert!(linked.text().contains("söndag 28 mars 2027 kl. 02:30–04:30"), "{}", linked.text());
        scene.app.run_jobs().await;
    });
}
