//! Meetups: pages, answers, mail, calendars, reminders.

mod answers;
mod calendars;
mod changes;
mod continuation;
mod feeds;
mod hybrid;
mod programs;
mod pulse;
mod reminders;
pub mod replies;
mod series;
mod series_changes;
mod waiting;

use chrono::{TimeZone, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use grannskap::db::schema::meetups;
use grannskap::db::types::{Id, Timestamp};
use grannskap::groups::{self, NewGroup};
use grannskap::meetups::{Meetup, NewMeetup};
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};
use grannskap::seats::{self, Level, NewSeat};

use crate::support::{TestApp, run};

/// A network run by kim@, with a group of siv@ and bo@.
pub struct Scene {
    pub app: TestApp,
    pub group: Id,
    pub siv: Id,
    pub siv_seat: Id,
    pub bo_seat: Id,
}

pub async fn scene() -> Scene {
    scene_with(&[]).await
}

/// As [`scene`] with settings.
pub async fn scene_with(settings: &[(&str, &str)]) -> Scene {
    let app = TestApp::spawn_with(settings).await;
    let kim = app.person("Kim Lund", "kim@lund.example").await;
    let siv = app.person("Siv Ek", "siv@hoor.example").await;
    let bo = app.person("Bo Alm", "bo@horby.example").await;
    let now = app.app.clock.now();
    let (group, siv_seat, bo_seat) = app.write(|tx| {
        let new = NewNetwork {
            slug: "skane".into(),
            name: "Skåne".into(),
            purpose: String::new(),
            kind: NetworkKind::Regional,
            visibility: Visibility::Members,
            joining: Joining::Open,
            county_code: None,
        };
        let network_id = networks::create(tx, &new, kim, now)?;
        let new = NewGroup {
            network_id,
            round_id: None,
            name: "Mellersta Skåne".into(),
            why: String::new(),
            open: true,
            created_by: Some(kim),
        };
        let group = groups::create(tx, &new, now)?;
        let mut seat = |person_id, code: &str| {
            let new = NewSeat {
                organiser_code: code.into(),
                role: "Skolchef".into(),
                level: Level::Administration,
                person_id,
                held_from: now.0.date(),
            };
            let seat = seats::create(tx, &new, now)?;
            networks::join(tx, network_id, seat, now)?;
            groups::add_member(tx, group, seat, "", now)?;
            Ok::<_, grannskap::error::Error>(seat)
        };
        Ok((group, seat(siv, "1267")?, seat(bo, "1266")?))
    });
    Scene { app, group, siv, siv_seat, bo_seat }
}

impl Scene {
    /// Wednesday 9 December 2026, 13:00 to 14:30 in Stockholm.
    pub fn proposal(&self) -> NewMeetup {
        NewMeetup {
            group_id: self.group,
            title: "Första träffen".into(),
            agenda: "* Frånvaro".into(),
            starts_at: utc(2026, 12, 9, 12, 0),
            ends_at: utc(2026, 12, 9, 13, 30),
            time_zone: "Europe/Stockholm".into(),
            place: "Höör".into(),
            link: String::new(),
            capacity: None,
            municipality: None,
        }
    }

    pub fn propose(&self, new: &NewMeetup) -> Id {
        self.app.write(|tx| grannskap::meetups::create(tx, &self.app.app, new, self.siv))
    }

    pub fn meetup(&self, id: Id) -> Meetup {
        self.app.read(|db| grannskap::meetups::find(db, id))
    }

    pub fn meetups(&self) -> Vec<Meetup> {
        self.app
            .read(|db| Ok(meetups::table.order(meetups::created_at).select(Meetup::as_select()).load(db)?))
    }
}

pub fn utc(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> Timestamp {
    Utc.with_ymd_and_hms(year, month, day, hour, minute, 0).unwrap().into()
}

/// The unfolded lines of a calendar.
pub fn lines(ics: &str) -> Vec<String> {
    assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "folding: {ics}");
    ics.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

/// The values of a property of the events, whatever its parameters.
pub fn values(ics: &str, name: &str) -> Vec<String> {
    let lines = lines(ics);
    let in_events = lines.iter().scan(false, |inside, line| {
        *inside = (*inside || line == "BEGIN:VEVENT") && line != "END:VEVENT";
        Some((*inside, line))
    });
    let found = in_events.filter(|(inside, line)| *inside && line.split([':', ';']).next() == Some(name));
    found.map(|(_, line)| line.split_once(':').unwrap().1.to_owned()).collect()
}

const FORM: [(&str, &str); 6] = [
    ("title", "Första träffen"),
    ("date", "2026-12-09"),
    ("starts", "13:00"),
    ("ends", "14:30"),
    ("place", "Kommunhuset i Höör"),
    ("agenda", "* Frånvaro"),
];

fn form_with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FORM.into_iter().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name));
    kept.chain(changes.iter().copied()).collect()
}

#[test]
fn a_member_proposes_and_everybody_is_invited() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let list = client.get("/meetups").await;
        assert_eq!(list.first(".empty h3"), "Ingen träff är bokad");
        let address = format!("/groups/{}/meetups", scene.group);
        let form = client.get(&format!("{address}/new")).await;
        assert_eq!(form.first("h1"), "Föreslå en träff");
        let page = client.post_and_follow(&address, &FORM).await;
        assert_eq!(page.first("h1"), "Första träffen");
        assert!(page.text().contains("onsdag 9 december 2026 kl. 13:00–14:30"), "{}", page.text());
        assert_eq!(page.count(".next-step"), 1);
        // Sent twice, it is one meetup.
        client.post_and_follow(&address, &FORM).await;
        let [meetup] = &scene.meetups()[..] else { panic!("not one meetup") };
        assert_eq!(meetup.starts_at, utc(2026, 12, 9, 12, 0));
        for email in ["siv@hoor.example", "bo@horby.example"] {
            let mail = scene.app.last_mail_to(email).row;
            assert_eq!(mail.subject, "Inbjudan: Första träffen");
            assert!(
                mail.text_body.contains("När: onsdag 9 december 2026 kl. 13:00–14:30"),
                "{}",
                mail.text_body
            );
            assert!(mail.html_body.contains("lang=\"sv\"") && mail.html_body.contains("?answer=maybe"));
            let ics = mail.calendar.unwrap();
            assert_eq!(values(&ics, "ATTENDEE"), [format!("mailto:{email}")]);
        }
        assert!(scene.app.mails_to("kim@lund.example").is_empty());
        let list = client.get("/meetups").await;
        assert_eq!(list.all(".meetup-card h3"), ["Första träffen"]);
        scene.app.run_jobs().await;
    });
}

#[test]
fn wrong_forms_come_back_with_what_was_typed() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/groups/{}/meetups", scene.group);
        let long = "x".repeat(10_240);
        let wrong: &[(&[(&str, &str)], &str)] = &[
            (&[("title", "")], "title"),
            (&[("title", &long)], "title"),
            (&[("date", "2026-02-30")], "date"),
            (&[("date", "2026-11-20")], "date"),
            (&[("date", "2030-11-20")], "date"),
            (&[("ends", "12:59")], "ends"),
            (&[("starts", "kl ett")], "starts"),
            (&[("date", "2027-03-28"), ("starts", "02:30"), ("ends", "04:00")], "starts"),
            (&[("date", "2027-03-28"), ("starts", "01:30"), ("ends", "02:30")], "ends"),
            (&[("place", ""), ("link", "")], "place"),
            (&[("link", "javascript:alert(1)")], "link"),
            (&[("link", "https://")], "link"),
            (&[("capacity", "1")], "capacity"),
            (&[("agenda", &long)], "agenda"),
        ];
        for (changes, field) in wrong {
            let page = client.post(&address, &form_with(changes)).await;
            assert_eq!(page.status, 422, "{field}");
            assert_eq!(
                page.count(&format!(".error-summary a[href='#{field}']")),
                1,
                "{field}: {}",
                page.text()
            );
            assert_eq!(page.count(".error-summary a"), 1, "{field}: {}", page.text());
        }
        let page = client.post(&address, &[]).await;
        assert_eq!(page.status, 422);
        assert!(scene.meetups().is_empty());
        // A line break in a title cannot begin a header or a calendar line.
        let title = ("title", "Träff\r\nATTENDEE:mailto:x@y.example\r\nBcc: z@y.example");
        client.post_and_follow(&address, &form_with(&[title])).await;
        let mail = scene.app.last_mail_to("bo@horby.example").row;
        assert_eq!(mail.subject, "Inbjudan: Träff ATTENDEE:mailto:x@y.example Bcc: z@y.example");
        assert_eq!(values(&mail.calendar.unwrap(), "ATTENDEE").len(), 1);
        scene.app.run_jobs().await;
    });
}

#[test]
fn nobody_else_finds_a_meetup() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        scene.app.person("Ola Ros", "ola@other.example").await;
        let stranger = scene.app.signed_in("ola@other.example").await;
        let member = scene.app.signed_in("bo@horby.example").await;
        let coordinator = scene.app.signed_in("kim@lund.example").await;
        let gets = ["", "/edit", "/cancellation/new", "/calendar"].map(|end| format!("/meetups/{id}{end}"));
        let gets =
            gets.into_iter().chain([format!("/groups/{}/meetups/new", scene.group)]).collect::<Vec<_>>();
        for path in &gets {
            assert_eq!(member.get(path).await.status, 200, "{path}");
            assert_eq!(coordinator.get(path).await.status, 200, "{path}");
            assert_eq!(stranger.get(path).await.status, 404, "{path}");
        }
        for path in ["", "/answers", "/cancellation"].map(|end| format!("/meetups/{id}{end}")) {
            assert_eq!(stranger.post(&path, &form_with(&[("answer", "yes")])).await.status, 404, "{path}");
        }
        assert_eq!(stranger.post(&format!("/groups/{}/meetups", scene.group), &FORM).await.status, 404);
        assert!(!stranger.get("/meetups").await.text().contains("Första"));
        // Coordinators have no seat to answer by; who left sees nothing.
        assert_eq!(
            coordinator.post(&format!("/meetups/{id}/answers"), &[("answer", "yes")]).await.status,
            404
        );
        leave(&scene);
        for path in &gets {
            assert_eq!(member.get(path).await.status, 404, "{path}");
        }
        for path in ["/meetups/x", "/meetups/0198f6c0-0000-7000-8000-000000000000"] {
            assert_eq!(member.get(path).await.status, 404);
        }
        scene.app.run_jobs().await;
    });
}

/// Bo leaves the group.
pub fn leave(scene: &Scene) {
    use grannskap::db::schema::group_memberships as rows;
    let now = scene.app.app.clock.now();
    scene.app.write(|tx| {
        let row = rows::table.filter(rows::seat_id.eq(scene.bo_seat));
        Ok(diesel::update(row).set(rows::left_at.eq(now)).execute(&mut **tx)?)
    });
}

/// What a zone's clock shows.
pub fn wall(moment: Timestamp, zone: Tz) -> String {
    moment.utc().with_timezone(&zone).format("%Y%m%dT%H%M%S").to_string()
}
