//! The calendar page: what is on which day, for whom, and where weeks and clocks are odd.

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::db::types::Timestamp;
use grannskap::meetups::NewMeetup;
use grannskap::rounds::{self, Keeping, NewRound, Preset};

use crate::meetups::{Scene, leave, scene, utc};
use crate::support::{Page, run};

impl Scene {
    fn meets(&self, title: &str, starts_at: Timestamp) -> NewMeetup {
        let ends_at = starts_at + chrono::TimeDelta::hours(1);
        NewMeetup { title: title.into(), starts_at, ends_at, ..self.proposal() }
    }

    fn moves_to(&self, zone: &str) {
        self.app.write(|tx| {
            Ok(diesel::update(people::table.find(self.siv))
                .set(people::time_zone.eq(zone))
                .execute(&mut **tx)?)
        });
    }
}

/// What stands on a day of the month's table.
fn on(page: &Page, day: &str) -> String {
    let cells = page.all(&format!("td:has(time[datetime='{day}'])"));
    assert_eq!(cells.len(), 1, "{day} stands once");
    cells[0].split_whitespace().collect::<Vec<_>>().join(" ")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_month_shows_meetups_and_last_days_of_my_groups_and_networks() {
    run(async {
        let scene = scene().await;
        scene.propose(&scene.proposal());
        let gone = scene.propose(&scene.meets("Inställd träff", utc(2026, 12, 16, 8, 0)));
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, gone, "", scene.siv));
        scene.ask(&grannskap::polls::NewPoll {
            answer_by: Some(day("2026-12-02")),
            title: "Nästa gång".into(),
            ..scene.slots()
        });
        let kim =
            scene.app.read(|db| Ok(grannskap::accounts::find_by_email(db, "kim@lund.example")?.unwrap().id));
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| {
            let group = grannskap::groups::find(tx, scene.group)?;
            let new = NewRound {
                name: "Våren 2027".into(),
                preset: Preset::Neighbours,
                weights: None,
                size_min: 4,
                size_max: 6,
                per_organiser: 1,
                categories: Keeping::Mixed,
                levels: Keeping::Mixed,
                last_day: day("2026-12-15"),
            };
            rounds::create(tx, group.network_id, &new, kim, now)
        });
        let client = scene.app.signed_in("siv@hoor.example").await;
        let before = scene.app.queries();
        let page = client.get("/calendar?month=2026-12").await;
        assert!(scene.app.queries() - before <= 6);
        assert_eq!(page.first("h2"), "December 2026");
        assert_eq!(on(&page, "2026-12-09"), "9 13:00 Första träffen Mellersta Skåne");
        assert_eq!(on(&page, "2026-12-16"), "16 09:00 Inställd träff Mellersta Skåne · Inställd");
        assert_eq!(on(&page, "2026-12-02"), "2 Svara senast Nästa gång Mellersta Skåne");
        assert_eq!(on(&page, "2026-12-15"), "15 Anmäl dig senast Våren 2027 Skåne");
        assert_eq!(page.all("tbody th"), ["49", "50", "51", "52", "53"]);
        assert!(!page.text().contains("Inget är bokat"));
        let list = client.get("/calendar?month=2026-12&view=list").await;
        let days = [
            "Onsdag 2 december 2026",
            "Onsdag 9 december 2026",
            "Tisdag 15 december 2026",
            "Onsdag 16 december 2026",
        ];
        assert_eq!(list.all("section h3"), days);
        assert_eq!(list.attribute("a[rel=next]", "href").unwrap(), "/calendar?month=2027-01&view=list");
        assert_eq!(list.count("table"), 0);
        // The coordinator has no group, but the network's round.
        let theirs = scene.app.signed_in("kim@lund.example").await.get("/calendar?month=2026-12").await;
        assert!(theirs.text().contains("Våren 2027") && !theirs.text().contains("Första träffen"));
        leave(&scene);
        let left = scene.app.signed_in("bo@horby.example").await.get("/calendar?month=2026-12").await;
        assert!(!left.text().contains("Första träffen") && !left.text().contains("Nästa gång"));
        assert_eq!(scene.app.client().get("/calendar").await.status, 303);
        scene.app.run_jobs().await;
    });
}

#[test]
fn months_are_turned_and_empty_ones_say_so() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let page = client.get("/calendar").await;
        let nothing = "Inget är bokat den här månaden";
        assert!(page.first("h2") == "November 2026" && page.text().contains(nothing));
        assert_eq!(client.get("/calendar?view=list").await.first(".empty h3"), nothing);
        assert_eq!(page.attribute("[aria-current=date]", "datetime").unwrap(), "2026-11-23");
        assert!(!page.text().contains("Den här månaden"));
        for (asked, name) in
            [("2027-01", "Januari 2027"), ("nonsense", "November 2026"), ("0001-01", "November 2026")]
        {
            assert_eq!(client.get(&format!("/calendar?month={asked}")).await.first("h2"), name, "{asked}");
        }
        // A meetup on a day of the month beside it is shown there, and the month is empty all the same.
        scene.propose(&scene.meets("På kanten", utc(2026, 12, 1, 9, 0)));
        let page = client.get("/calendar").await;
        assert!(on(&page, "2026-12-01").contains("På kanten"));
        assert!(page.text().contains(nothing));
        assert!(client.get("/dashboard").await.body.contains("href=\"/calendar\""));
        assert!(client.get("/meetups").await.body.contains("href=\"/calendar\""));
        scene.app.run_jobs().await;
    });
}

#[test]
fn weeks_leap_days_and_clocks_are_right() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        scene.propose(&scene.meets("Nyår", utc(2026, 12, 31, 23, 30)));
        scene.propose(&scene.meets("Framåt", utc(2027, 3, 28, 1, 0)));
        scene.propose(&scene.meets("Sent samma natt", utc(2027, 3, 28, 21, 30)));
        scene.propose(&scene.meets("Bakåt", utc(2027, 10, 31, 0, 30)));
        scene.propose(&scene.meets("Sista timmen", utc(2027, 10, 31, 22, 30)));
        scene.propose(&scene.meets("Skottdagen", utc(2028, 2, 29, 12, 0)));
        // The first of January is in week 53 of the year before.
        let page = client.get("/calendar?month=2027-01").await;
        assert_eq!(page.first("tbody th"), "53");
        assert_eq!(on(&page, "2027-01-01"), "1 00:30 Nyår Mellersta Skåne");
        let page = client.get("/calendar?month=2027-03").await;
        assert!(
            on(&page, "2027-03-28").contains("03:00 Framåt")
                && on(&page, "2027-03-28").contains("23:30 Sent samma natt")
        );
        let page = client.get("/calendar?month=2027-10").await;
        assert!(
            on(&page, "2027-10-31").contains("02:30 Bakåt")
                && on(&page, "2027-10-31").contains("23:30 Sista timmen")
        );
        let page = client.get("/calendar?month=2028-02").await;
        assert_eq!(on(&page, "2028-02-29"), "29 13:00 Skottdagen Mellersta Skåne");
        assert_eq!(day("2028-02-29").weekday(), chrono::Weekday::Tue);
        // Somebody elsewhere has the days of their own clock.
        scene.moves_to("America/New_York");
        let page = client.get("/calendar?month=2026-12").await;
        assert_eq!(on(&page, "2026-12-31"), "31 18:30 Nyår Mellersta Skåne");
        scene.moves_to("Pacific/Auckland");
        let page = client.get("/calendar?month=2027-11").await;
        assert!(on(&page, "2027-11-01").contains("11:30 Sista timmen"));
        scene.app.run_jobs().await;
    });
}
