//! Real calendar programs read what we send: khal the invitations of mails, vdirsyncer and khal the address to subscribe to. Both
//! show what the page shows, before and after a change and when the meetup is cancelled.

use std::path::Path;
use std::process::Command;

use chrono::NaiveDateTime;
use chrono_tz::Europe::Stockholm;
use diesel::prelude::*;
use grannskap::accounts::{self, Purpose};
use grannskap::db::schema::outbox;
use grannskap::db::types::Id;
use grannskap::i18n::Lang;
use grannskap::meetups::{self, NewMeetup, at_wall_time};
use tempfile::TempDir;

use super::{Scene, scene, utc};
use crate::support::{Client, run};

/// A person's calendar programs.
struct Programs(TempDir);

/// A meetup as a program shows it.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    cancelled: bool,
    title: String,
    starts: String,
    ends: String,
    place: String,
}

const CONFIG: &str = "[calendars]\n[[mail]]\npath = DIR/mail\n[[feed]]\npath = DIR/feed\n[locale]\n\
    local_timezone = Europe/Stockholm\ndefault_timezone = Europe/Stockholm\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n\
    longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n\
    [default]\ndefault_calendar = mail\n";

const PAIR: &str = "[general]\nstatus_path = \"DIR/status/\"\n[pair meetups]\na = \"remote\"\nb = \"local\"\n\
    collections = null\n[storage remote]\ntype = \"http\"\nurl = \"URL\"\n[storage local]\ntype = \"filesystem\"\n\
    path = \"DIR/feed\"\nfileext = \".ics\"\n";

impl Programs {
    /// With nothing in them; none when they are not installed, as `bin/test` does.
    fn new() -> Option<Programs> {
        if std::env::var_os("GRANNSKAP_TEST_KHAL").is_none() {
            eprintln!(
                "not tested: no calendar programs. Install khal and vdirsyncer, export GRANNSKAP_TEST_KHAL=1"
            );
            return None;
        }
        let programs = Programs(TempDir::new().unwrap());
        ["mail", "feed"].iter().for_each(|name| std::fs::create_dir(programs.folder().join(name)).unwrap());
        programs.write("khal", CONFIG);
        Some(programs)
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.folder().join(name);
        std::fs::write(&path, text.replace("DIR", self.folder().to_str().unwrap())).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// What a program prints; it must have nothing to complain about.
    fn run(&self, program: &str, words: &[&str]) -> String {
        let config = self.folder().join(program);
        let mut command = Command::new(program);
        command.arg("-c").arg(config).args(words).env("HOME", self.folder()).env("LANG", "C.UTF-8");
        command.env("XDG_CACHE_HOME", self.folder().join("cache")).env("TZ", "Europe/Stockholm");
        let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
        let complaints = String::from_utf8_lossy(&output.stderr).to_lowercase();
        let quiet = !["warning", "error", "critical"].iter().any(|word| complaints.contains(word));
        assert!(output.status.success() && quiet, "{program} {words:?}: {complaints}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Opens the calendar part of a mail.
    fn import(&self, ics: &str) {
        let file = self.write("part.ics", ics);
        self.run("khal", &["import", "--batch", "-a", "mail", &file]);
    }

    /// Subscribes to an address, or looks there again.
    fn subscribe(&self, url: &str) {
        self.write("vdirsyncer", &PAIR.replace("URL", url));
        self.run("vdirsyncer", &["discover"]);
        self.run("vdirsyncer", &["sync"]);
    }

    /// The meetups in a calendar.
    fn shown(&self, calendar: &str) -> Vec<Shown> {
        let format = "{cancelled}¦{title}¦{start-long}¦{end-long}¦{location}";
        let words = ["list", "-a", calendar, "--day-format", "", "--format", format, "2026-11-20", "365d"];
        let line = |line: &str| {
            let [cancelled, title, starts, ends, place] = line.split('¦').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let [title, starts, ends, place] = [title, starts, ends, place].map(str::to_owned);
            Shown { cancelled: !cancelled.is_empty(), title, starts, ends, place }
        };
        self.run("khal", &words).lines().filter(|text| !text.is_empty()).map(line).collect()
    }

    /// What stands under the meetups in a calendar.
    fn description(&self, calendar: &str) -> String {
        let words =
            ["list", "-a", calendar, "--day-format", "", "--format", "{description}", "2026-11-20", "365d"];
        self.run("khal", &words).trim_start().to_owned()
    }
}

impl Shown {
    /// When it is, as pages and mails say it.
    fn when(&self) -> String {
        let moment = |text: &str| {
            let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
            let meetups::Wall::Once(moment) = at_wall_time(wall, Stockholm) else { panic!("{text}") };
            moment
        };
        meetups::when(Lang::Swedish, moment(&self.starts), moment(&self.ends), Stockholm)
    }
}

impl Scene {
    /// The latest mail with a calendar to bo@: its text and its calendar.
    fn last_invitation(&self) -> (String, String) {
        let found: Vec<(String, Option<String>)> = self.app.read(|db| {
            Ok(outbox::table
                .filter(outbox::email.eq("bo@horby.example"))
                .filter(outbox::calendar.is_not_null())
                .order(outbox::id.desc())
                .select((outbox::text_body, outbox::calendar))
                .load(db)?)
        });
        let (text, calendar) = found.into_iter().next().unwrap();
        (text, calendar.unwrap())
    }

    /// The mail, the page and both programs show the same.
    async fn agrees(&self, programs: &Programs, (client, id, feed): (&Client, Id, &str), wanted: &Shown) {
        let (text, calendar) = self.last_invitation();
        programs.import(&calendar);
        programs.subscribe(feed);
        for calendar in ["mail", "feed"] {
            let shown = programs.shown(calendar);
            assert_eq!(shown.iter().collect::<Vec<_>>(), [wanted], "{calendar}");
        }
        let page = client.get(&format!("/meetups/{id}")).await;
        assert_eq!(page.first("h1"), wanted.title);
        assert_eq!(page.text().contains("Inställd"), wanted.cancelled, "{}", page.text());
        for said in [&wanted.when(), &wanted.place] {
            assert!(page.text().contains(said) && text.contains(said), "{said}: {} {text}", page.text());
        }
    }
}

#[test]
fn calendar_programs_show_what_the_page_shows() {
    run(async {
        let Some(programs) = Programs::new() else { return };
        let scene = scene().await;
        let new = NewMeetup {
            title: "Träff; \"hos oss\", \\ å–ö 👋".into(),
            place: "Kommunhuset, sal B; Höör".into(),
            ..scene.proposal()
        };
        let id = scene.propose(&new);
        let bo = scene.app.read(|db| Ok(accounts::find_by_email(db, "bo@horby.example")?.unwrap().id));
        let token = scene.app.write(|tx| accounts::feed_token(tx, &scene.app.app, Purpose::CalendarFeed, bo));
        let feed = format!("{}/feeds/{token}.ics", scene.app.address);
        let client = scene.app.signed_in("bo@horby.example").await;
        let at = (&client, id, feed.as_str());
        let first = Shown {
            cancelled: false,
            title: new.title.clone(),
            starts: "2026-12-09 13:00".into(),
            ends: "2026-12-09 14:30".into(),
            place: new.place.clone(),
        };
        scene.agrees(&programs, at, &first).await;
        client.post_and_follow(&format!("/meetups/{id}/answers"), &[("answer", "yes")]).await;
        scene.agrees(&programs, at, &first).await;

        // Moved over the night when clocks are turned, and to another room.
        let moved = NewMeetup {
            starts_at: utc(2027, 6, 15, 8, 15),
            ends_at: utc(2027, 6, 15, 10, 0),
            place: "Biblioteket".into(),
            ..new
        };
        scene.app.write(|tx| meetups::update(tx, &scene.app.app, id, &moved));
        let [starts, ends] = ["2027-06-15 10:15", "2027-06-15 12:00"].map(str::to_owned);
        let second = Shown { starts, ends, place: moved.place.clone(), ..first };
        scene.agrees(&programs, at, &second).await;

        let why = "Snö; halka, \"överallt\" \\ 👋";
        scene.app.write(|tx| meetups::cancel(tx, &scene.app.app, id, why, scene.siv));
        scene.agrees(&programs, at, &Shown { cancelled: true, ..second }).await;
        let told = format!("Inställd: {why}");
        for calendar in ["mail", "feed"] {
            let said = programs.description(calendar);
            assert!(said.starts_with(&told), "{calendar}: {said}");
        }
        assert_eq!(client.get(&format!("/meetups/{id}")).await.first(".notice p"), told);
        assert!(scene.last_invitation().0.contains(why));
        scene.app.run_jobs().await;
    });
}
