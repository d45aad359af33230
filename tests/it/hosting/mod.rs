//! Who hosts next: travel of the year, the suggestion, and who sees it.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::agendas;
use grannskap::db::schema::organisers;
use grannskap::db::types::Id;
use grannskap::groups;
use grannskap::meetups::{Answer, Given, NewMeetup, answer};
use grannskap::organisers::Kind;
use grannskap::seats::{self, Level, NewSeat};

use crate::meetups::{Scene, scene};
use crate::support::{Page, run};

const SIV: &str = "siv@hoor.example";
const BO: &str = "bo@horby.example";

impl Scene {
    /// Somebody more in the group, at an organiser.
    async fn takes_in(&self, name: &str, email: &str, organiser_code: &str) -> Id {
        let (person_id, now) = (self.app.person(name, email).await, self.app.app.clock.now());
        let new = NewSeat {
            organiser_code: organiser_code.into(),
            role: "Rektor".into(),
            level: Level::Principal,
            person_id,
            held_from: now.0.date(),
        };
        self.app.write(|tx| {
            let seat = seats::create(tx, &new, now)?;
            groups::add_member(tx, self.group, seat, "", now)?;
            Ok(seat)
        })
    }

    /// A meetup in a municipality in a week, with what was said to it; then it is over.
    fn travels_to(&self, municipality: Option<&str>, said: &[(Id, Given)]) -> Id {
        let starts_at = self.app.app.clock.now() + TimeDelta::days(7);
        let id = self.propose(&NewMeetup {
            starts_at,
            ends_at: starts_at + TimeDelta::hours(2),
            link: "https://meet.example/grannar".into(),
            municipality: municipality.map(str::to_owned),
            ..self.proposal()
        });
        let now = self.app.app.clock.now();
        for (seat, given) in said {
            self.app.write(|tx| answer(tx, &self.app.app, id, *seat, *given, self.siv, now));
        }
        self.app.travel(TimeDelta::days(8));
        id
    }

    async fn hosting(&self, email: &str) -> Page {
        self.app.signed_in(email).await.get(&format!("/groups/{}/hosting", self.group)).await
    }
}

/// What members have travelled, by name.
fn so_far(page: &Page) -> Vec<(String, String)> {
    let names = page.all("section:nth-of-type(2) tbody th");
    let cells = page.all("section:nth-of-type(2) tbody td:nth-of-type(1)");
    names.into_iter().zip(cells).collect()
}

fn travelled(page: &Page, name: &str) -> String {
    let all = so_far(page);
    let found = all.iter().find(|(known, _)| known.starts_with(name));
    found.unwrap_or_else(|| panic!("{name} is not in {all:?}")).1.clone()
}

fn places(page: &Page) -> Vec<String> {
    page.all("section:nth-of-type(1) tbody th")
        .iter()
        .map(|name| name.split(' ').next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_suggestion_follows_who_has_travelled() {
    run(async {
        let scene = scene().await;
        // Nobody has travelled: both are as good, and they come by name.
        let page = scene.hosting(SIV).await;
        assert_eq!(page.first("h1"), "Vem är värd nästa gång?");
        assert_eq!(places(&page), ["Hörby", "Höör"]);
        assert_eq!((travelled(&page, "Siv Ek"), travelled(&page, "Bo Alm")), ("0 km".into(), "0 km".into()));
        assert_eq!((page.count("svg.map .is-here"), page.count("svg.map .is-member")), (1, 1));
        // They met in Höör: Bo has travelled, Siv has not.
        scene.travels_to(Some("1267"), &[(scene.siv_seat, Given::Yes), (scene.bo_seat, Given::Yes)]);
        let page = scene.hosting(SIV).await;
        assert_eq!(
            (page.first(".next-step h2").as_str(), places(&page)),
            ("Hörby", vec!["Hörby".into(), "Höör".into()])
        );
        let way = travelled(&page, "Bo Alm");
        assert!(way != "0 km" && travelled(&page, "Siv Ek") == "0 km", "{way}");
        assert!(page.text().contains(&format!("ingen rest mer än {way} enkel väg")), "{}", page.text());
        // The button opens the proposal with the municipality chosen.
        let link = page.attribute(".next-step a.button", "href").unwrap();
        let form = scene.app.signed_in(SIV).await.get(&link).await;
        assert_eq!(form.first("#municipality option[selected]"), "Hörby");
        // And in Hörby: even again, and Höör is longest ago.
        scene.travels_to(Some("1266"), &[(scene.siv_seat, Given::Yes), (scene.bo_seat, Given::Yes)]);
        let page = scene.hosting(BO).await;
        assert_eq!(places(&page)[0], "Höör");
        assert_eq!((travelled(&page, "Siv Ek"), travelled(&page, "Bo Alm")), (way.clone(), way));
        // A year later nothing of it counts.
        scene.app.travel(TimeDelta::days(366));
        let page = scene.hosting(SIV).await;
        assert_eq!((travelled(&page, "Siv Ek"), travelled(&page, "Bo Alm")), ("0 km".into(), "0 km".into()));
        assert_eq!(places(&page)[0], "Höör");
        scene.app.run_jobs().await;
    });
}

#[test]
fn who_is_noted_travels_and_who_is_online_does_not() {
    run(async {
        let scene = scene().await;
        let first =
            scene.travels_to(Some("1267"), &[(scene.bo_seat, Given::Online), (scene.siv_seat, Given::Yes)]);
        assert_eq!(travelled(&scene.hosting(SIV).await, "Bo Alm"), "0 km");
        // Noted as there, he was there: online.
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| agendas::note(tx, first, scene.bo_seat, scene.siv, now));
        assert_eq!(travelled(&scene.hosting(SIV).await, "Bo Alm"), "0 km");
        // To this one he said nothing, but came.
        let second = scene.travels_to(Some("1267"), &[]);
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| agendas::note(tx, second, scene.bo_seat, scene.siv, now));
        assert_ne!(travelled(&scene.hosting(SIV).await, "Bo Alm"), "0 km");
        // A promise counts where nobody is noted; one that is not kept does not.
        let third = scene.travels_to(Some("1266"), &[(scene.siv_seat, Given::Yes)]);
        assert_ne!(travelled(&scene.hosting(SIV).await, "Siv Ek"), "0 km");
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| agendas::note(tx, third, scene.bo_seat, scene.siv, now));
        assert_eq!(travelled(&scene.hosting(SIV).await, "Siv Ek"), "0 km");
        // Where nobody has said which municipality, it is said that it does not count.
        scene.travels_to(None, &[(scene.siv_seat, Answer::Yes.into())]);
        let page = scene.hosting(SIV).await;
        assert_eq!(travelled(&page, "Siv Ek"), "0 km");
        assert!(page.text().contains("En träff på plats räknas inte"), "{}", page.text());
        scene.app.run_jobs().await;
    });
}

#[test]
fn independent_organisers_are_where_their_schools_are() {
    run(async {
        let scene = scene().await;
        let one = |placed: bool| -> (String, String) {
            let independent = organisers::kind.eq(Kind::Independent);
            let row = organisers::table.filter(independent).filter(organisers::latitude.is_null().ne(placed));
            let row = row.order(organisers::code).select((organisers::code, organisers::name));
            scene.app.read(|db| Ok(row.first(db)?))
        };
        let ((near, near_name), (lost, lost_name)) = (one(true), one(false));
        scene.takes_in("Eva Sten", "eva@friskola.example", &near).await;
        scene.takes_in("Ola Ros", "ola@overallt.example", &lost).await;
        let page = scene.hosting(SIV).await;
        assert_eq!(page.all("section:nth-of-type(1) tbody th").len(), 3);
        assert_eq!(page.all("section:nth-of-type(1) tbody th .detail"), [near_name]);
        assert_eq!(travelled(&page, "Eva Sten"), "0 km");
        let text = page.text();
        assert!(text.contains(&format!("eftersom vi inte vet var de finns: {lost_name}.")), "{text}");
        assert!(so_far(&page).iter().all(|(name, _)| !name.starts_with("Ola")));
        scene.app.run_jobs().await;
    });
}

#[test]
fn strangers_and_those_who_have_left_find_nothing() {
    run(async {
        let scene = scene().await;
        scene.takes_in("Eva Sten", "eva@eslov.example", "1285").await;
        assert_eq!(places(&scene.hosting("kim@lund.example").await).len(), 3);
        scene.app.person("Ola Ros", "ola@other.example").await;
        assert_eq!(scene.hosting("ola@other.example").await.status, 404);
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| groups::remove_member(tx, &scene.app.app, scene.group, scene.bo_seat, now));
        assert_eq!(scene.hosting(BO).await.status, 404);
        assert!(!scene.hosting(SIV).await.text().contains("Bo Alm"));
        // A group that is closed shows it and proposes nothing.
        scene.app.write(|tx| groups::close(tx, scene.group, now).map(drop));
        let page = scene.hosting("kim@lund.example").await;
        assert_eq!(page.count("a[href*='/meetups/new']"), 0);
        scene.app.run_jobs().await;
    });
}
