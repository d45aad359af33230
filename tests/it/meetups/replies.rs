//! Answers that calendar programs send: what counts, what is explained, and what is forged.

use chrono::TimeDelta;
use grannskap::db::types::{Id, Timestamp};
use grannskap::mail::inbound;
use grannskap::meetups::{NewMeetup, answer, cancel, update};

use super::{Scene, leave, lines, scene, scene_with, utc, values};
use crate::support::run;

/// A mailbox that nobody reads here: messages are handed in by hand.
const INBOUND: [(&str, &str); 2] =
    [("INBOUND_URL", "imap://svar@127.0.0.1:1/INBOX"), ("INBOUND_ADDRESS", "svar@grannskap.example")];

const SIV: &str = "siv@hoor.example";
const BO: &str = "bo@horby.example";

/// What a calendar program sends.
#[derive(Clone)]
pub struct Reply {
    to: String,
    headers: String,
    method: &'static str,
    meetup: Id,
    attendee: &'static str,
    said: &'static str,
    sequence: i32,
    stamp: Timestamp,
    starts: Timestamp,
}

impl Reply {
    pub fn mail(&self) -> String {
        let time = |moment: Timestamp| moment.0.format("%Y%m%dT%H%M%SZ").to_string();
        let Reply { to, headers, method, meetup, attendee, said, sequence, .. } = self;
        let (stamp, starts) = (time(self.stamp), time(self.starts));
        format!(
            "From: {attendee}\r\nTo: <{to}>\r\nSubject: Svar\r\n{headers}MIME-Version: 1.0\r\n\
             Content-Type: text/calendar; charset=utf-8; method={method}\r\n\r\n\
             BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:{meetup}@grannskap\r\n\
             DTSTAMP:{stamp}\r\nDTSTART:{starts}\r\nSEQUENCE:{sequence}\r\n\
             ATTENDEE;CN=Någon;PARTSTAT={said}:mailto:{attendee}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    }
}

impl Scene {
    /// What somebody's program sends to the organizer of their latest invitation.
    pub fn reply(&self, meetup: Id, attendee: &'static str, said: &'static str) -> Reply {
        Reply {
            to: self.organizer(attendee),
            headers: String::new(),
            method: "REPLY",
            meetup,
            attendee,
            said,
            sequence: self.meetup(meetup).revision,
            stamp: self.app.app.clock.now(),
            starts: self.meetup(meetup).starts_at,
        }
    }

    fn organizer(&self, email: &str) -> String {
        let mails = self.app.mails_to(email);
        let ics = mails.iter().rev().find_map(|mail| mail.row.calendar.clone()).unwrap();
        values(&ics, "ORGANIZER")[0].strip_prefix("mailto:").unwrap().to_owned()
    }

    async fn receive(&self, reply: &Reply) -> &'static str {
        self.receive_text(&reply.mail()).await
    }

    async fn receive_text(&self, mail: &str) -> &'static str {
        let place = grannskap::clock::new_id().to_string();
        inbound::receive(&self.app.app, &place, mail.as_bytes().to_vec()).await.unwrap()
    }

    /// What Siv and Bo have answered, as their group sees it.
    pub async fn sides(&self, meetup: Id) -> [String; 2] {
        let page = self.app.signed_in("kim@lund.example").await.get(&format!("/meetups/{meetup}")).await;
        let text = page.text();
        ["Siv Ek", "Bo Alm"].map(|name| {
            let headings = [
                "Kommer inte",
                "Kanske",
                "Kommer",
                "På väntelistan",
                "Har inte svarat",
                "Är med på nätet",
                "Kommer, på plats",
            ];
            let before = &text[..text.find(name).unwrap_or_else(|| panic!("{name} is not in {text}"))];
            let at = |heading: &&&str| before.rfind(**heading).map(|at| (at, heading.len()));
            (*headings.iter().max_by_key(at).unwrap()).to_owned()
        })
    }

    fn refusals(&self, email: &str) -> Vec<String> {
        let mails = self.app.mails_to(email).into_iter().filter(|mail| mail.row.kind == "meetup_reply");
        mails.map(|mail| mail.row.text_body).collect()
    }

    fn page_answer(&self, meetup: Id, seat: Id, said: grannskap::meetups::Answer) {
        let now = self.app.app.clock.now();
        self.app.write(|tx| answer(tx, &self.app.app, meetup, seat, said, self.siv, now));
    }

    fn change(&self, meetup: Id, change: impl Fn(&mut NewMeetup)) {
        let mut new = self.proposal();
        change(&mut new);
        self.app.write(|tx| update(tx, &self.app.app, meetup, &new).map(drop));
    }
}

#[test]
fn invitations_ask_for_an_answer_to_an_address_of_ones_own() {
    run(async {
        let scene = scene_with(&INBOUND).await;
        let id = scene.propose(&scene.proposal());
        let (siv, bo) = (scene.organizer(SIV), scene.organizer(BO));
        assert!(siv != bo && siv.starts_with("svar+m") && siv.ends_with("@grannskap.example"), "{siv}");
        assert!(siv.split('@').next().unwrap().len() <= 64);
        let row = scene.app.last_mail_to(BO).row;
        assert_eq!(row.reply_to.as_deref(), Some(bo.as_str()));
        assert!(row.text_body.contains("svara i din kalender"));
        let ics = lines(&row.calendar.clone().unwrap());
        assert!(ics.iter().any(|line| line.starts_with("ATTENDEE") && line.contains("RSVP=TRUE")), "{ics:?}");
        let message = scene.app.app.mailer.message(&row).unwrap().formatted();
        assert!(String::from_utf8(message).unwrap().contains(&format!("Reply-To: {bo}")));
        // An organizer never changes, or calendars take it for another meetup.
        scene.change(id, |new| new.title = "Ny rubrik".into());
        assert_eq!(scene.organizer(BO), bo);
        scene.app.write(|tx| cancel(tx, &scene.app.app, id, "", scene.siv));
        assert_eq!(scene.organizer(BO), bo);
        let mut other = scene.proposal();
        other.title = "En annan".into();
        scene.propose(&other);
        assert_ne!(scene.organizer(BO), bo);
        scene.app.run_jobs().await;
    });
}

#[test]
fn without_a_mailbox_invitations_are_answered_by_link_alone() {
    run(async {
        let scene = scene().await;
        scene.propose(&scene.proposal());
        assert_eq!(scene.organizer(BO), "post@grannskap.example");
        let row = scene.app.last_mail_to(BO).row;
        assert!(row.reply_to.is_none() && row.calendar.unwrap().replace("\r\n ", "").contains("RSVP=FALSE"));
        assert!(!row.text_body.contains("i din kalender"));
        scene.app.run_jobs().await;
    });
}

#[test]
fn an_answer_in_the_calendar_is_an_answer() {
    run(async {
        let scene = scene_with(&INBOUND).await;
        let id = scene.propose(&scene.proposal());
        for (said, shown) in [("ACCEPTED", "Kommer"), ("TENTATIVE", "Kanske"), ("DECLINED", "Kommer inte")] {
            scene.app.travel(TimeDelta::minutes(1));
            assert_eq!(scene.receive(&scene.reply(id, BO, said)).await, "answered");
            assert_eq!(scene.sides(id).await, ["Har inte svarat", shown]);
        }
        // Google says that its mail is generated; case and plus in addresses may have been meddled with.
        scene.app.travel(TimeDelta::minutes(1));
        let mut google = scene.reply(id, SIV, "ACCEPTED");
        google.headers = "Auto-Submitted: auto-generated\r\n".into();
        google.to = google.to.to_uppercase();
        assert_eq!(scene.receive(&google).await, "answered");
        // The same message in the same place of the mailbox is dealt with once.
        scene.app.travel(TimeDelta::minutes(1));
        let again = scene.reply(id, SIV, "DECLINED").mail().into_bytes();
        for expected in ["answered", "known"] {
            let outcome = inbound::receive(&scene.app.app, "here", again.clone()).await.unwrap();
            assert_eq!(outcome, expected);
        }
        assert_eq!(scene.sides(id).await, ["Kommer inte", "Kommer inte"]);
        assert!(scene.refusals(SIV).is_empty() && scene.refusals(BO).is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn what_is_forged_or_foreign_changes_nothing_and_gets_no_answer() {
    run(async {
        let scene = scene_with(&INBOUND).await;
        let id = scene.propose(&scene.proposal());
        let mut other = scene.proposal();
        other.title = "En annan".into();
        let right = scene.reply(id, BO, "ACCEPTED");
        let elsewhere = scene.propose(&other);
        let wrong = |change: &dyn Fn(&mut Reply)| {
            let mut reply = right.clone();
            change(&mut reply);
            reply
        };
        let siv = scene.reply(elsewhere, SIV, "ACCEPTED").to;
        for (reply, outcome) in [
            // Somebody else's address, another meetup's, an invented one, none.
            (wrong(&|reply| reply.to = siv.clone()), "foreign"),
            (wrong(&|reply| reply.meetup = elsewhere), "foreign"),
            (wrong(&|reply| reply.meetup = grannskap::clock::new_id()), "foreign"),
            (wrong(&|reply| reply.to = format!("svar+m{}@grannskap.example", "0".repeat(32))), "foreign"),
            (wrong(&|reply| reply.to = "svar@grannskap.example".into()), "not-addressed"),
            // An invitation that was passed on.
            (wrong(&|reply| reply.attendee = "eva@horby.example"), "foreign-attendee"),
            (wrong(&|reply| reply.attendee = SIV), "foreign-attendee"),
            (wrong(&|reply| reply.method = "REQUEST"), "no-answer-inside"),
            (wrong(&|reply| reply.method = "CANCEL"), "no-answer-inside"),
            (wrong(&|reply| reply.said = "NEEDS-ACTION"), "no-answer-inside"),
            (wrong(&|reply| reply.headers = "Auto-Submitted: auto-replied\r\n".into()), "autoresponder"),
            (wrong(&|reply| reply.headers = "Precedence: bulk\r\n".into()), "bulk"),
            (wrong(&|reply| reply.headers = "Return-Path: <>\r\n".into()), "report"),
        ] {
            assert_eq!(scene.receive(&reply).await, outcome, "{}", reply.mail());
        }
        let own = right.mail().replace(&format!("From: {BO}"), "From: Grannskap <post@grannskap.example>");
        assert_eq!(scene.receive_text(&own).await, "own");
        assert!(["unreadable", "not-addressed"].contains(&scene.receive_text("\u{0}\u{1}").await));
        let away = format!(
            "From: {BO}\r\nTo: {}\r\nAuto-Submitted: auto-generated\r\n\r\nJag är borta.\r\n",
            right.to
        );
        assert_eq!(scene.receive_text(&away).await, "no-reply-inside");
        leave(&scene);
        assert_eq!(scene.receive(&right).await, "foreign");
        let count = scene.app.mails_to(BO).len() + scene.app.mails_to(SIV).len();
        assert_eq!(count, 4, "only the invitations");
        let said = scene.app.read(|db| {
            use diesel::prelude::*;
            Ok(grannskap::db::schema::answers::table.count().get_result::<i64>(db)?)
        });
        assert_eq!(said, 0);
        scene.app.run_jobs().await;
    });
}

#[test]
fn what_was_said_last_stands() {
    run(async {
        let scene = scene_with(&INBOUND).await;
        let id = scene.propose(&scene.proposal());
        let first = scene.reply(id, BO, "ACCEPTED");
        scene.app.travel(TimeDelta::minutes(5));
        let second = scene.reply(id, BO, "DECLINED");
        // They come in the wrong order.
        assert_eq!(scene.receive(&second).await, "answered");
        assert_eq!(scene.receive(&first).await, "overtaken");
        assert_eq!(scene.receive(&second).await, "overtaken");
        assert_eq!(scene.sides(id).await[1], "Kommer inte");
        // On the page later, with a mail still under way.
        let under_way = scene.reply(id, BO, "DECLINED");
        scene.app.travel(TimeDelta::minutes(5));
        scene.page_answer(id, scene.bo_seat, grannskap::meetups::Answer::Maybe);
        scene.app.travel(TimeDelta::minutes(1));
        assert_eq!(scene.receive(&under_way).await, "overtaken");
        assert_eq!(scene.sides(id).await[1], "Kanske");
        // A clock that is an hour ahead counts as now, and its mail cannot be sent again after a later answer.
        let mut ahead = scene.reply(id, BO, "ACCEPTED");
        ahead.stamp = scene.app.app.clock.now() + TimeDelta::hours(1);
        assert_eq!(scene.receive(&ahead).await, "answered");
        scene.app.travel(TimeDelta::minutes(1));
        scene.page_answer(id, scene.bo_seat, grannskap::meetups::Answer::No);
        scene.app.travel(TimeDelta::minutes(1));
        assert_eq!(scene.receive(&ahead).await, "overtaken");
        assert_eq!(scene.sides(id).await[1], "Kommer inte");
        assert!(scene.refusals(BO).is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn an_answer_to_an_earlier_time_is_told_to_be_old() {
    run(async {
        let scene = scene_with(&INBOUND).await;
        let id = scene.propose(&scene.proposal());
        let early = scene.reply(id, BO, "ACCEPTED");
        // Another title is no other time.
        scene.change(id, |new| new.title = "Ny rubrik".into());
        assert_eq!(scene.receive(&early).await, "answered");
        scene.app.travel(TimeDelta::minutes(1));
        let early = scene.reply(id, BO, "DECLINED");
        scene.change(id, |new| {
            new.starts_at = utc(2026, 12, 10, 12, 0);
            new.ends_at = utc(2026, 12, 10, 13, 0);
        });
        assert_eq!(scene.receive(&early).await, "old");
        assert_eq!(scene.receive(&early).await, "old");
        assert_eq!(scene.sides(id).await[1], "Kommer");
        let [told] = &scene.refusals(BO)[..] else { panic!("not told once") };
        assert!(
            told.contains("Träffen har flyttats sedan dess.") && told.contains("Ja, jag kommer"),
            "{told}"
        );
        assert!(told.contains("torsdag 10 december 2026") && told.contains("?answer=no"), "{told}");
        scene.app.run_jobs().await;
    });
}

#[test]
fn what_cannot_be_taken_is_explained_once() {
    run(async {
        let scene = scene_with(&INBOUND).await;
        let mut new = scene.proposal();
        new.capacity = Some(1);
        let id = scene.propose(&new);
        scene.page_answer(id, scene.siv_seat, grannskap::meetups::Answer::Yes);
        for accepted in ["answered", "overtaken"] {
            assert_eq!(scene.receive(&scene.reply(id, BO, "ACCEPTED")).await, accepted);
            let mut counter = scene.reply(id, BO, "TENTATIVE");
            counter.method = "COUNTER";
            assert_eq!(scene.receive(&counter).await, "counter");
            assert_eq!(scene.receive(&scene.reply(id, BO, "DELEGATED")).await, "delegated");
            let words = format!("From: Bo <{BO}>\r\nTo: {}\r\n\r\nJag kan inte då.\r\n", scene.organizer(BO));
            assert_eq!(scene.receive_text(&words).await, "words");
            let forged = words.replace(BO, "kim@lund.example");
            assert_eq!(scene.receive_text(&forged).await, "foreign");
        }
        let told = scene.refusals(BO);
        for (mail, why) in told.iter().zip(["föreslå en annan tid", "någon annan", "Ingen läser"]) {
            assert!(mail.contains(why), "{why}: {mail}");
        }
        assert_eq!(told.len(), 3);
        // All places are taken: the calendar, which says that Bo comes, is told that he waits.
        assert_eq!(scene.sides(id).await, ["Kommer", "På väntelistan"]);
        let mails = scene.app.mails_to(BO);
        let mut waits = mails.iter().filter(|mail| mail.row.kind == "meetup_place").map(|mail| &mail.row);
        let (Some(mail), None) = (waits.next(), waits.next()) else { panic!("not one mail") };
        assert_eq!(mail.subject, "Du står på väntelistan: Första träffen");
        assert!(mail.calendar.as_deref().unwrap().replace("\r\n ", "").contains("PARTSTAT=TENTATIVE"));
        let reply = scene.reply(id, BO, "DECLINED");
        scene.app.write(|tx| cancel(tx, &scene.app.app, id, "", scene.siv));
        assert_eq!(scene.receive(&Reply { sequence: 1, ..reply.clone() }).await, "refused");
        scene.app.travel(TimeDelta::days(30));
        assert_eq!(scene.receive(&Reply { sequence: 1, ..reply }).await, "refused");
        let last = scene.refusals(BO).pop().unwrap();
        assert!(last.contains("inställd") && !last.contains("?answer="), "{last}");
        assert!(scene.refusals(SIV).is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_yes_in_the_calendar_is_the_room_while_it_has_places_and_online_then() {
    run(async {
        let scene = scene_with(&INBOUND).await;
        let mut new = scene.proposal();
        (new.capacity, new.link) = (Some(1), "https://meet.example/grannar".into());
        let id = scene.propose(&new);
        assert_eq!(scene.receive(&scene.reply(id, SIV, "ACCEPTED")).await, "answered");
        let invited = scene.reply(id, BO, "ACCEPTED");
        assert_eq!(scene.receive(&invited).await, "answered");
        assert_eq!(scene.sides(id).await, ["Kommer, på plats", "Är med på nätet"]);
        let told = scene.app.last_mail_to(BO).row;
        assert_eq!(told.subject, "Du är med på nätet: Första träffen");
        assert!(
            told.text_body.contains("ställ") || told.text_body.contains("väntelistan"),
            "{}",
            told.text_body
        );
        assert!(told.calendar.unwrap().replace("\r\n ", "").contains("PARTSTAT=ACCEPTED"));
        assert_eq!(scene.app.mails_to(SIV).len(), 1);
        // Whoever has said yes one way keeps it, saying yes again; that a place is free now does not move them.
        scene.app.travel(TimeDelta::minutes(1));
        scene.page_answer(id, scene.siv_seat, grannskap::meetups::Answer::No);
        scene.app.travel(TimeDelta::minutes(1));
        assert_eq!(scene.receive(&scene.reply(id, BO, "ACCEPTED")).await, "answered");
        assert_eq!(scene.sides(id).await, ["Kommer inte", "Är med på nätet"]);
        assert_eq!(scene.app.mails_to(BO).len(), 2);
        scene.app.run_jobs().await;
    });
}
