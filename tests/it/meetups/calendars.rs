//! Calendars: wall time over both nights, what a feed shows, and zones as rules.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use grannskap::accounts::{self, Purpose};
use grannskap::meetups::{Wall, at_wall_time, ics::vtimezone};
use icalendar::{Calendar, Component};

use super::{form_with, leave, lines, scene, utc, values, wall};
use crate::support::run;

/// Offset of a zone at a wall time or moment as its VTIMEZONE has it: the latest onset before it.
fn offset_by(rules: &str, moment: DateTime<Utc>) -> i32 {
    let mut onsets: Vec<(DateTime<Utc>, i32)> = Vec::new();
    for part in rules.split("BEGIN:").skip(2) {
        let get = |name: &str| part.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let (from, to) = (seconds(get("TZOFFSETFROM").unwrap()), seconds(get("TZOFFSETTO").unwrap()));
        let first = NaiveDateTime::parse_from_str(get("DTSTART").unwrap(), "%Y%m%dT%H%M%S").unwrap();
        let dates = match get("RRULE") {
            None => vec![first],
            Some(rule) => (first.year()..=moment.year())
                .map(|year| by_rule(rule, year).and_time(first.time()))
                .collect(),
        };
        onsets.extend(dates.into_iter().map(|wall| ((wall - Duration::seconds(from.into())).and_utc(), to)));
    }
    onsets.sort();
    onsets.iter().rev().find(|(onset, _)| *onset <= moment).map(|(_, to)| *to).expect("nothing in force")
}

fn by_rule(rule: &str, year: i32) -> NaiveDate {
    let get = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)).unwrap();
    let month: u32 = get("BYMONTH=").parse().unwrap();
    let (nth, day) = get("BYDAY=").split_at(get("BYDAY=").len() - 2);
    let nth: i32 = nth.parse().unwrap();
    let weekday: Weekday = match day {
        "SU" => "Sun",
        "SA" => "Sat",
        "FR" => "Fri",
        "TH" => "Thu",
        other => other,
    }
    .parse()
    .unwrap();
    let days: Vec<NaiveDate> = (1..=31)
        .filter_map(|d| NaiveDate::from_ymd_opt(year, month, d))
        .filter(|date| date.weekday() == weekday)
        .collect();
    if nth < 0 { days[days.len() - 1] } else { days[usize::try_from(nth).unwrap() - 1] }
}

fn seconds(text: &str) -> i32 {
    let n: i32 = text[1..5].parse().unwrap();
    let seconds = (n / 100) * 3600 + (n % 100) * 60;
    if text.starts_with('-') { -seconds } else { seconds }
}

#[test]
fn zones_say_what_chrono_says_for_three_years() {
    let (first, last) = (utc(2026, 1, 1, 0, 0).utc(), utc(2028, 12, 31, 0, 0).utc());
    for name in [
        "Europe/Stockholm",
        "Europe/London",
        "America/New_York",
        "Australia/Sydney",
        "Asia/Tokyo",
        "Africa/Casablanca",
        "America/St_Johns",
        "Europe/Dublin",
        "Asia/Kolkata",
        "UTC",
    ] {
        let zone: Tz = name.parse().unwrap();
        let rules = vtimezone(zone, first, last);
        let mut moment = first;
        while moment < last {
            let expected = zone.offset_from_utc_datetime(&moment.naive_utc()).fix().local_minus_utc();
            assert_eq!(offset_by(&rules, moment), expected, "{name} at {moment}: {rules}");
            moment += Duration::hours(6);
        }
    }
    let stockholm = vtimezone(Tz::Europe__Stockholm, first, last);
    assert!(stockholm.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), "{stockholm}");
    assert!(stockholm.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
}

#[test]
fn page_mail_and_calendar_agree_on_both_nights() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        // Clocks forward on 28 March 2027 at 02:00, back on 31 October 2027 at 03:00.
        for (date, starts, ends, begins, said) in [
            ("2027-03-28", "01:30", "03:30", utc(2027, 3, 28, 0, 30), "söndag 28 mars 2027 kl. 01:30–03:30"),
            ("2027-03-28", "03:00", "04:00", utc(2027, 3, 28, 1, 0), "söndag 28 mars 2027 kl. 03:00–04:00"),
            (
                "2027-10-31",
                "01:30",
                "03:30",
                utc(2027, 10, 30, 23, 30),
                "söndag 31 oktober 2027 kl. 01:30–03:30",
            ),
            (
                "2027-10-31",
                "02:30",
                "04:00",
                utc(2027, 10, 31, 0, 30),
                "söndag 31 oktober 2027 kl. 02:30–04:00",
            ),
        ] {
            let form = form_with(&[("date", date), ("starts", starts), ("ends", ends)]);
            let page = client.post_and_follow(&format!("/groups/{}/meetups", scene.group), &form).await;
            assert!(page.text().contains(said), "{}", page.text());
            assert_eq!(page.text().contains("timmen kommer två gånger"), starts == "02:30");
            let mail = scene.app.last_mail_to("bo@horby.example").row;
            assert!(mail.text_body.contains(said), "{}", mail.text_body);
            assert_eq!(mail.text_body.contains("timmen kommer två gånger"), starts == "02:30");
            let meetup = scene.meetups().pop().unwrap();
            assert_eq!(meetup.starts_at, begins);
            let ics = mail.calendar.unwrap();
            let calendar: Calendar = ics.parse().unwrap();
            let event = calendar.events().next().unwrap();
            let start = event.properties().get("DTSTART").unwrap();
            assert_eq!(start.params().get("TZID").unwrap().value(), "Europe/Stockholm");
            assert_eq!(start.value(), wall(begins, Tz::Europe__Stockholm));
            assert_eq!(start.value(), format!("{}T{}00", date.replace('-', ""), starts.replace(':', "")));
            assert!(lines(&ics).contains(&"TZID:Europe/Stockholm".to_owned()));
            // Read back by the zone in the file itself.
            let zone = &ics[ics.find("BEGIN:VTIMEZONE").unwrap()..ics.find("END:VTIMEZONE").unwrap()];
            let expected = Tz::Europe__Stockholm.offset_from_utc_datetime(&begins.0).fix().local_minus_utc();
            assert_eq!(offset_by(zone, begins.utc()), expected);
        }
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_feed_shows_my_meetups_until_it_is_revoked() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let mut other = scene.proposal();
        other.title = "Inställd; med, tecken\\".into();
        other.agenda = "åäö ".repeat(60);
        let cancelled = scene.propose(&other);
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, cancelled, "", scene.siv));
        let bo = scene.app.read(|db| Ok(accounts::find_by_email(db, "bo@horby.example")?.unwrap().id));
        let token = scene.app.write(|tx| accounts::feed_token(tx, &scene.app.app, Purpose::CalendarFeed, bo));
        let (client, address) = (scene.app.client(), format!("/feeds/{token}.ics"));
        let feed = client.get(&address).await;
        assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
        assert!(lines(&feed.body).contains(&"METHOD:PUBLISH".to_owned()));
        assert!(!feed.body.contains("ATTENDEE") && !feed.body.contains("Siv Ek"));
        let calendar: Calendar = feed.body.parse().unwrap();
        let mut seen: Vec<_> = calendar
            .events()
            .map(|e| (e.get_summary().unwrap(), e.property_value("STATUS").unwrap()))
            .collect();
        seen.sort();
        assert_eq!(seen, [("Första träffen", "CONFIRMED"), ("Inställd; med, tecken\\", "CANCELLED")]);
        assert_eq!(feed.body.matches("BEGIN:VTIMEZONE").count(), 1);

        let get = |name: &str, value: String| {
            client.request(reqwest::Method::GET, &address).header(name, value).send()
        };
        let etag = feed.headers["etag"].to_str().unwrap().to_owned();
        let modified = feed.headers["last-modified"].to_str().unwrap().to_owned();
        assert_eq!(get("if-none-match", etag.clone()).await.unwrap().status(), 304);
        assert_eq!(get("if-modified-since", modified.clone()).await.unwrap().status(), 304);
        scene.app.travel(Duration::minutes(5));
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| {
            grannskap::meetups::answer(
                tx,
                &scene.app.app,
                id,
                scene.bo_seat,
                grannskap::meetups::Answer::No,
                bo,
                now,
            )
        });
        assert_eq!(get("if-none-match", etag).await.unwrap().status(), 200);
        assert_eq!(get("if-modified-since", modified).await.unwrap().status(), 200);

        leave(&scene);
        let feed = client.get(&address).await;
        assert!(values(&feed.body, "UID").is_empty());
        scene.app.write(|tx| accounts::revoke_feed(tx, Purpose::CalendarFeed, bo, now));
        assert_eq!(client.get(&address).await.status, 404);
        assert_eq!(client.get("/feeds/nonsense.ics").await.status, 404);
        scene.app.run_jobs().await;
    });
}

#[test]
fn wall_time_is_once_twice_or_never() {
    let at = |text: &str| {
        at_wall_time(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap(), Tz::Europe__Stockholm)
    };
    assert_eq!(at("2027-03-28 02:30"), Wall::Never);
    assert_eq!(at("2027-10-31 02:30"), Wall::Twice(utc(2027, 10, 31, 0, 30)));
    assert_eq!(at("2027-10-31 03:00"), Wall::Once(utc(2027, 10, 31, 2, 0)));
}
