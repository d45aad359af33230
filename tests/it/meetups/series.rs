//! Several meetups proposed together: the days, the one mail, the invitations that come later, and where they are listed.

use chrono::{NaiveDate, TimeDelta};
use grannskap::accounts::{self, Purpose};
use grannskap::db::types::Id;
use grannskap::meetups::{InviteSeries, Meetup};
use icalendar::Calendar;

use super::{Scene, form_with, scene, utc, values};
use crate::support::{Client, run};

pub const EVERY_THIRD_WEEK: [(&str, &str); 3] =
    [("repeats", "weeks"), ("every", "3"), ("until", "2027-04-14")];

/// Posts the form, and once more as the page that shows the days would.
pub async fn propose(scene: &Scene, client: &Client, changes: &[(&str, &str)]) -> String {
    let address = format!("/groups/{}/meetups", scene.group);
    let shown = client.post(&address, &form_with(changes)).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let seen = shown.attribute("[name=seen]", "value").unwrap();
    let confirmed = [changes, &[("seen", seen.as_str())]].concat();
    client.post_and_follow(&address, &form_with(&confirmed)).await.text()
}

impl Scene {
    /// The meetups of the series, the first first.
    pub fn series(&self) -> Vec<Meetup> {
        let mut all = self.meetups();
        all.retain(|meetup| meetup.series_id.is_some());
        all.sort_by_key(|meetup| meetup.starts_at);
        all
    }

    pub fn kinds(&self, email: &str) -> Vec<String> {
        self.app.mails_to(email).into_iter().map(|mail| mail.row.kind).collect()
    }

    /// What the schedule does every ten minutes, twice.
    pub async fn invite(&self) {
        for _ in 0..2 {
            let now = self.app.app.clock.now();
            self.app.write(|tx| grannskap::jobs::enqueue(tx, &InviteSeries {}, None, now));
            self.app.run_jobs().await;
        }
    }
}

#[test]
fn a_series_is_shown_and_then_made_once() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/groups/{}/meetups", scene.group);
        let form = client.get(&format!("{address}/new")).await;
        assert_eq!((form.count("select#repeats option"), form.count("[name=seen]")), (4, 0));

        let mut typed = form_with(&EVERY_THIRD_WEEK);
        let shown = client.post(&address, &typed).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        assert!(
            shown.text().contains("7 träffar: 9 dec, 30 dec, 20 jan, 10 feb, 3 mar, 24 mar och 14 apr"),
            "{}",
            shown.text()
        );
        assert!(shown.text().contains("onsdag 30 december 2026"));
        assert_eq!(shown.count("input[name=without]"), 7);
        assert_eq!(shown.attribute("#title", "value").as_deref(), Some("Första träffen"));
        assert!(scene.meetups().is_empty());

        // Other days than those that were shown are shown again first.
        let seen = shown.attribute("[name=seen]", "value").unwrap();
        typed.extend([("seen", seen.as_str()), ("without", "2026-12-30"), ("without", "1999-01-01")]);
        let other: Vec<_> = typed.iter().map(|(k, v)| (*k, if *k == "every" { "4" } else { v })).collect();
        assert_eq!(client.post(&address, &other).await.status, 200);
        assert!(scene.meetups().is_empty());

        let page = client.post_and_follow(&address, &typed).await;
        assert!(page.text().contains("Träff 1 av 6 i en serie."), "{}", page.text());
        client.post_and_follow(&address, &typed).await;
        let starts: Vec<_> = scene.series().iter().map(|meetup| meetup.starts_at).collect();
        // At 13:00 in Stockholm, also after clocks are set forward on 28 March.
        let wanted = [(2026, 12, 9), (2027, 1, 20), (2027, 2, 10), (2027, 3, 3), (2027, 3, 24)];
        let wanted = wanted.map(|(year, month, day)| utc(year, month, day, 12, 0));
        assert_eq!(starts, [&wanted[..], &[utc(2027, 4, 14, 11, 0)]].concat());
        let held: Vec<_> = scene.series().iter().map(|meetup| meetup.held_back).collect();
        assert_eq!(held, [false, true, true, true, true, true]);

        // One mail, with all days, that invites to the first.
        assert_eq!(scene.kinds("bo@horby.example"), ["meetup_invitation"]);
        let mail = scene.app.last_mail_to("bo@horby.example").row;
        assert_eq!(mail.subject, "Inbjudan: Första träffen");
        assert!(mail.text_body.contains("* onsdag 14 april 2027 kl. 13:00–14:30"), "{}", mail.text_body);
        assert!(mail.text_body.contains("/settings/feeds") && mail.html_body.contains("<li>onsdag 14 april"));
        let calendar: Calendar = mail.calendar.unwrap().parse().unwrap();
        assert_eq!(calendar.events().count(), 1);
        scene.app.run_jobs().await;
    });
}

#[test]
fn wrong_series_come_back_with_what_was_typed() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/groups/{}/meetups", scene.group);
        let weekly = ("repeats", "weeks");
        let night = [("date", "2027-02-28"), ("starts", "02:30"), ("ends", "03:30"), weekly];
        let wrong: &[(Vec<(&str, &str)>, &str, &str)] = &[
            (vec![("repeats", "daily"), ("every", "3"), ("until", "2027-02-01")], "repeats", ""),
            (vec![weekly, ("every", "3")], "until", ""),
            (vec![weekly, ("every", "3"), ("until", "aldrig")], "until", ""),
            (vec![weekly, ("every", "0"), ("until", "2027-02-01")], "every", ""),
            (vec![weekly, ("every", "13"), ("until", "2027-02-01")], "every", ""),
            (vec![weekly, ("every", "3"), ("until", "2026-12-01")], "until", "bara en träff"),
            (vec![weekly, ("every", "3"), ("until", "2026-12-29")], "until", "bara en träff"),
            (vec![weekly, ("every", "3"), ("until", "2028-11-24")], "until", "inom två år"),
            (vec![weekly, ("every", "1"), ("until", "2027-12-08")], "until", "bli 53 träffar"),
            (vec![("repeats", "last"), ("until", "2027-03-01")], "repeats", "inte den sista"),
            ([&night[..], &[("every", "4"), ("until", "2027-04-01")]].concat(), "starts", "2027-03-28"),
            (
                [
                    &night[..],
                    &[("starts", "01:30"), ("ends", "02:30"), ("every", "4"), ("until", "2027-04-01")],
                ]
                .concat(),
                "ends",
                "2027-03-28",
            ),
        ];
        for (changes, field, said) in wrong {
            // What comes later stands for what came before.
            let mut kept: Vec<(&str, &str)> = Vec::new();
            for (name, value) in changes {
                kept.retain(|(other, _)| other != name);
                kept.push((*name, *value));
            }
            let page = client.post(&address, &form_with(&kept)).await;
            assert_eq!(page.status, 422, "{field}");
            assert_eq!(
                page.count(&format!(".error-summary a[href='#{field}']")),
                1,
                "{field}: {}",
                page.text()
            );
            assert_eq!(page.count(".error-summary a"), 1, "{field}: {}", page.text());
            assert_eq!(page.count(&format!("#{field}[aria-invalid]")), 1, "{field}");
            assert!(page.text().contains(said), "{said}: {}", page.text());
            assert_eq!(page.attribute("#place", "value").as_deref(), Some("Kommunhuset i Höör"));
        }
        // A day that is wrong can be left out; all of them cannot.
        let wrong =
            [&night[..], &[("every", "4"), ("until", "2027-04-01"), ("without", "2027-03-28")]].concat();
        assert_eq!(client.post(&address, &form_with(&wrong)).await.status, 200);
        let none = [("repeats", "weeks"), ("every", "9"), ("until", "2027-02-12"), ("without", "2026-12-09")];
        let mut none = form_with(&none);
        none.push(("without", "2027-02-10"));
        let page = client.post(&address, &none).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#without']")), (422, 1));
        // Wrong in the meetup and in the series: both are said.
        let both = [("title", ""), ("repeats", "weeks"), ("every", "3"), ("until", "")];
        assert_eq!(client.post(&address, &form_with(&both)).await.count(".error-summary a"), 2);
        assert!(scene.meetups().is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn holidays_are_pointed_out_and_one_day_that_is_left_is_a_meetup_as_any() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/groups/{}/meetups", scene.group);
        let monthly = [("date", "2026-12-24"), ("repeats", "monthly"), ("until", "2027-02-28")];
        let page = client.post(&address, &form_with(&monthly)).await;
        // The fourth Thursday.
        assert!(page.text().contains("3 träffar: 24 dec, 28 jan och 25 feb"), "{}", page.text());
        assert!(page.text().contains("Helgdagar bland dem: 24 december 2026 (julafton)."), "{}", page.text());
        let seen = page.attribute("[name=seen]", "value").unwrap();
        let mut left: Vec<_> = form_with(&monthly);
        left.extend([("seen", seen.as_str()), ("without", "2026-12-24"), ("without", "2027-01-28")]);
        client.post_and_follow(&address, &left).await;
        let [only] = &scene.meetups()[..] else { panic!("not one") };
        assert_eq!((only.starts_at, only.series_id), (utc(2027, 2, 25, 12, 0), None));
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_meetup_that_was_proposed_alone_becomes_the_first() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let alone = scene.propose(&scene.proposal());
        let told = propose(&scene, &client, &EVERY_THIRD_WEEK).await;
        assert!(told.contains("Träff 1 av 7"), "{told}");
        assert_eq!((scene.series()[0].id, scene.series()[0].revision, scene.series().len()), (alone, 1, 7));
        assert_eq!(scene.kinds("bo@horby.example"), ["meetup_invitation", "meetup_invitation"]);
        scene.app.run_jobs().await;
    });
}

#[test]
fn the_next_is_invited_to_when_the_one_before_is_over() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        propose(&scene, &client, &EVERY_THIRD_WEEK).await;
        let all = scene.series();
        let invited = || {
            let mails = scene.app.mails_to("bo@horby.example").into_iter().map(|mail| mail.row);
            let mails = mails.filter(|row| row.kind == "meetup_invitation").collect::<Vec<_>>();
            mails.iter().flat_map(|row| values(row.calendar.as_deref().unwrap(), "UID")).collect::<Vec<_>>()
        };
        let uid = |n: usize| format!("{}@grannskap", all[n].id);
        scene.invite().await;
        assert_eq!(invited(), [uid(0)]);
        // Somebody who joins meanwhile is invited to that one alone.
        let (lo, now) = (scene.app.person("Lo Ask", "lo@ask.example").await, scene.app.app.clock.now());
        scene.app.write(|tx| {
            let new = grannskap::seats::NewSeat {
                organiser_code: "1262".into(),
                role: "Rektor".into(),
                level: grannskap::seats::Level::Principal,
                person_id: lo,
                held_from: now.0.date(),
            };
            let seat = grannskap::seats::create(tx, &new, now)?;
            grannskap::groups::add_member(tx, scene.group, seat, "", now)?;
            grannskap::meetups::invite_newcomer(tx, &scene.app.app, scene.group, seat)
        });
        assert_eq!(scene.kinds("lo@ask.example"), ["meetup_invitation"]);
        // 9 December 14:30 in Stockholm.
        scene.app.travel(utc(2026, 12, 9, 13, 29).utc() - now.utc());
        scene.invite().await;
        assert_eq!(invited(), [uid(0)]);
        scene.app.travel(TimeDelta::minutes(1));
        scene.invite().await;
        assert_eq!(invited(), [uid(0), uid(1)]);
        // When that one is cancelled, the one after it is next. Who has said no to it is not asked again.
        let (seat, by, now) = (scene.siv_seat, scene.siv, scene.app.app.clock.now());
        let no = grannskap::meetups::Given::No;
        let (app, to) = (&scene.app.app, all[2].id);
        scene.app.write(|tx| grannskap::meetups::answer(tx, app, to, seat, no, by, now));
        let before = scene.kinds("siv@hoor.example").len();
        let client = scene.app.signed_in("siv@hoor.example").await;
        client.post_and_follow(&format!("/meetups/{}/cancellation", all[1].id), &[]).await;
        scene.invite().await;
        assert_eq!(invited(), [uid(0), uid(1), uid(2)]);
        assert_eq!(scene.kinds("siv@hoor.example").split_off(before), ["meetup_cancellation"]);
    });
}

#[test]
fn feeds_have_all_and_lists_have_the_next_and_say_how_many_more() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        propose(&scene, &client, &EVERY_THIRD_WEEK).await;
        let bo = scene.app.read(|db| Ok(accounts::find_by_email(db, "bo@horby.example")?.unwrap().id));
        let token = scene.app.write(|tx| accounts::feed_token(tx, &scene.app.app, Purpose::CalendarFeed, bo));
        let feed = scene.app.client().get(&format!("/feeds/{token}.ics")).await;
        let calendar: Calendar = feed.body.parse().unwrap();
        assert_eq!(calendar.events().count(), 7);
        let mut uids = values(&feed.body, "UID");
        uids.sort();
        uids.dedup();
        assert_eq!(uids.len(), 7);
        let list = client.get("/meetups").await;
        assert_eq!(list.count(".meetup-card"), 1);
        for path in ["/meetups".to_owned(), "/dashboard".to_owned(), format!("/groups/{}", scene.group)] {
            let page = client.get(&path).await;
            assert!(page.text().contains("och 6 till i serien"), "{path}: {}", page.text());
        }
        assert_eq!(client.get("/dashboard").await.count(".meetup-card"), 1);
        // The month shows what is in it.
        assert_eq!(client.get("/calendar?month=2027-03").await.text().matches("Första träffen").count(), 2);
        let page = client.get(&format!("/meetups/{}", scene.series()[2].id)).await;
        assert!(page.text().contains("Träff 3 av 7 i en serie."), "{}", page.text());
        let (before, after) = (scene.series()[1].id, scene.series()[3].id);
        assert_eq!(page.attribute("a[rel=prev]", "href"), Some(format!("/meetups/{before}")));
        assert_eq!(page.attribute("a[rel=next]", "href"), Some(format!("/meetups/{after}")));
        assert_eq!((page.count("details ol li"), page.count("li a[aria-current=page]")), (7, 1));
        scene.app.run_jobs().await;
    });
}

#[test]
fn one_answer_counts_for_all_that_are_coming() {
    run(async {
        let scene = scene().await;
        let siv = scene.app.signed_in("siv@hoor.example").await;
        propose(&scene, &siv, &EVERY_THIRD_WEEK).await;
        let ids: Vec<_> = scene.series().iter().map(|meetup| meetup.id).collect();
        let client = scene.app.signed_in("bo@horby.example").await;
        let mine = async |n: usize| {
            let page = client.get(&format!("/meetups/{}", ids[n])).await;
            page.all(".answers [aria-pressed=true]").first().cloned().unwrap_or_default()
        };
        // From the mail, without signing in: first this one, then all.
        let link = scene.app.last_mail_to("bo@horby.example").link("/answer/");
        let path = link.split('?').next().unwrap().to_owned();
        let anybody = scene.app.client();
        let page = anybody.get(&path).await;
        assert!(page.text().contains("de 6 andra kommande träffarna i serien"), "{}", page.text());
        anybody.post_and_follow(&path, &[("answer", "maybe")]).await;
        assert_eq!((mine(0).await.as_str(), mine(1).await.as_str()), ("Kanske", ""));
        anybody.post_and_follow(&path, &[("answer", "yes"), ("series", "1")]).await;
        for n in 0..7 {
            assert_eq!(mine(n).await, "Ja, jag kommer");
        }
        // On the page, when the first is over and one is cancelled: neither is touched.
        siv.post_and_follow(&format!("/meetups/{}/cancellation", ids[6]), &[]).await;
        scene.app.travel(utc(2026, 12, 9, 14, 0).utc() - scene.app.app.clock.now().utc());
        // The next invitation tells Bo what counts, and Siv nothing.
        scene.invite().await;
        let counts = "Svaret som gäller nu är: Ja, jag kommer. Stämmer det behöver du inte göra något.";
        let told = |email| scene.app.last_mail_to(email).row.text_body.contains(counts);
        assert_eq!((told("bo@horby.example"), told("siv@hoor.example")), (true, false));
        let client = scene.app.signed_in("bo@horby.example").await;
        let no = [("answer", "no"), ("series", "1")];
        client.post_and_follow(&format!("/meetups/{}/answers", ids[3]), &no).await;
        let said = scene.app.read(|db| {
            use diesel::prelude::*;
            use grannskap::db::schema::answers;
            let rows = answers::table.filter(answers::seat_id.eq(scene.bo_seat));
            Ok(rows.select((answers::meetup_id, answers::answer)).load::<(Id, String)>(db)?)
        });
        let of = |id| said.iter().find(|(meetup, _): &&(Id, String)| meetup == id).unwrap().1.as_str();
        let said: Vec<&str> = ids.iter().map(of).collect();
        assert_eq!(said, ["yes", "no", "no", "no", "no", "no", "yes"]);
        let page = client.post(&format!("/meetups/{}/answers", ids[0]), &no).await;
        assert_eq!(page.status, 409);
        scene.app.run_jobs().await;
    });
}

#[test]
fn no_more_than_52_and_those_in_one_go() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let until = NaiveDate::from_ymd_opt(2026, 12, 9).unwrap() + TimeDelta::weeks(51);
        let until = until.to_string();
        let told = propose(&scene, &client, &[("repeats", "weeks"), ("every", "1"), ("until", &until)]).await;
        assert!(told.contains("Träff 1 av 52"), "{told}");
        assert_eq!(scene.kinds("bo@horby.example"), ["meetup_invitation"]);
        let stranger = scene.app.person("Ola Ros", "ola@other.example").await;
        assert_ne!(stranger, scene.siv);
        let stranger = scene.app.signed_in("ola@other.example").await;
        let last = scene.series()[51].id;
        for path in [format!("/meetups/{last}"), format!("/meetups/{last}/edit")] {
            assert_eq!(stranger.get(&path).await.status, 404);
        }
        let all = [("answer", "yes"), ("series", "1"), ("scope", "later")];
        for path in ["answers", "cancellation"].map(|end| format!("/meetups/{last}/{end}")) {
            assert_eq!(stranger.post(&path, &all).await.status, 404);
        }
        assert_eq!(
            stranger
                .post(&format!("/groups/{}/meetups", scene.group), &form_with(&EVERY_THIRD_WEEK))
                .await
                .status,
            404
        );
        // An answer to all of them is quick enough to wait for.
        client.post_and_follow(&format!("/meetups/{last}/answers"), &all).await;
        assert!(scene.series().iter().all(|meetup| !meetup.is_cancelled()));
        scene.app.run_jobs().await;
    });
}
