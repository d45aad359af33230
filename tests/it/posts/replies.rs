//! Answers by mail that become comments: what counts, what is explained, what is forged.

use diesel::prelude::*;
use grannskap::db::schema::comments;
use grannskap::db::types::Id;
use grannskap::mail::inbound;
use grannskap::posts::{self, Visibility};

use super::world::World;
use crate::support::imap::Mailbox;
use crate::support::{TestApp, run};

pub(super) const INBOUND: [(&str, &str); 2] =
    [("INBOUND_URL", "imap://svar@127.0.0.1:1/INBOX"), ("INBOUND_ADDRESS", "svar@grannskap.example")];

const AUTHOR: &str = "author@x.example";

/// A story by the author, and a comment by `member` that the author was told of.
async fn told(url: &str) -> (TestApp, World, Id) {
    let app = TestApp::spawn_with(&[("INBOUND_URL", url), INBOUND[1]]).await;
    let world = World::build(&app).await;
    let id = world.publish(&app, "Om läsning", "Text", Visibility::Group);
    let member = app.signed_in("member@x.example").await;
    member.post(&format!("/posts/{id}/comments"), &[("body", "Hur ofta?")]).await;
    app.run_jobs().await;
    (app, world, id)
}

fn address(app: &TestApp) -> String {
    let mails = app.mails_to(AUTHOR);
    mails.iter().rev().find_map(|mail| mail.row.reply_to.clone()).unwrap()
}

pub(super) fn mail(from: &str, to: &str, number: u32, headers: &str, body: &str) -> String {
    format!(
        "From: Någon <{from}>\r\nTo: <{to}>\r\nSubject: Re: Kommentar\r\nMessage-ID: <{number}@x.example>\r\n{headers}\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    )
}

pub(super) async fn receive(app: &TestApp, mail: impl Into<Vec<u8>>) -> &'static str {
    let place = grannskap::clock::new_id().to_string();
    inbound::receive(&app.app, &place, mail.into()).await.unwrap()
}

pub(super) fn bodies(app: &TestApp) -> Vec<String> {
    app.read(|db| Ok(comments::table.order(comments::id).select(comments::body).load(db)?))
}

pub(super) fn refusals(app: &TestApp, email: &str) -> Vec<String> {
    let mails = app.mails_to(email).into_iter().filter(|mail| mail.row.kind == "comment_refused");
    mails.map(|mail| mail.row.text_body).collect()
}

const QUOTED: &str =
    "\r\n\r\nDen mån 23 nov. 2026 kl 09:12 skrev Grannskap <post@grannskap.example>:\r\n\r\n> Hur ofta?\r\n";

#[test]
fn an_answer_by_mail_is_a_comment_in_the_thread() {
    run(async {
        let (app, _, id) = told(INBOUND[0].1).await;
        let to = address(&app);
        assert!(to.starts_with("svar+k") && to.ends_with("@grannskap.example"), "{to}");
        let row = app.last_mail_to(AUTHOR).row;
        assert!(row.text_body.contains("Du kan också svara på det här mejlet"));
        let message = app.app.mailer.message(&row).unwrap().formatted();
        assert!(String::from_utf8(message).unwrap().contains(&format!("Reply-To: {to}")));
        // Case in addresses may have been meddled with.
        let words = format!("Varje *vecka*.{QUOTED}");
        let sent = mail("Author@X.example", &to.to_uppercase(), 1, "", &words);
        assert_eq!(receive(&app, sent.clone()).await, "commented");
        // The same message once more, from another place in the mailbox.
        assert_eq!(receive(&app, sent).await, "known-message");
        assert_eq!(bodies(&app), ["Hur ofta?", "Varje *vecka*."]);
        app.run_jobs().await;
        let member = app.signed_in("member@x.example").await;
        let page = member.get(&format!("/posts/{id}")).await;
        assert!(page.first(".comment .comment").contains("Author Ek, Skolchef, Höör"));
        assert_eq!(page.first(".comment .comment em"), "vecka");
        assert!(app.last_mail_to("member@x.example").row.text_body.contains("Varje vecka."));
        assert!(refusals(&app, AUTHOR).is_empty());
    });
}

#[test]
fn without_a_mailbox_and_without_the_right_to_comment_there_is_no_address() {
    run(async {
        let (app, world, _) = told("").await;
        assert!(app.last_mail_to(AUTHOR).row.reply_to.is_none());
        drop(app);
        let (app, _, id) = told(INBOUND[0].1).await;
        let _ = world;
        let coordinator = app.signed_in("coordinator@x.example").await;
        coordinator.post(&format!("/posts/{id}/follow"), &[]).await;
        let member = app.signed_in("member@x.example").await;
        member.post(&format!("/posts/{id}/comments"), &[("body", "Hallå?")]).await;
        app.run_jobs().await;
        let row = app.last_mail_to("coordinator@x.example").row;
        assert!(row.kind == "comment_notice" && row.reply_to.is_none());
    });
}

#[test]
fn what_is_forged_or_automatic_changes_nothing() {
    run(async {
        let (app, _, _) = told(INBOUND[0].1).await;
        let to = address(&app);
        let invented = format!("svar+k{}@grannskap.example", "0".repeat(32));
        for (from, to, headers, outcome) in [
            ("member@x.example", to.as_str(), "", "foreign-sender"),
            ("member@x.example", to.as_str(), "", "foreign-sender"),
            (AUTHOR, invented.as_str(), "", "foreign"),
            (AUTHOR, "svar@grannskap.example", "", "not-addressed"),
            (AUTHOR, to.as_str(), "Auto-Submitted: auto-replied\r\n", "autoresponder"),
            (AUTHOR, to.as_str(), "Auto-Submitted: auto-generated\r\n", "generated"),
            (AUTHOR, to.as_str(), "Precedence: bulk\r\n", "bulk"),
            (AUTHOR, to.as_str(), "Return-Path: <>\r\n", "report"),
            ("post@grannskap.example", to.as_str(), "", "own"),
        ] {
            assert_eq!(receive(&app, mail(from, to, 2, headers, "Ja")).await, outcome, "{from} {headers}");
        }
        let away =
            mail(AUTHOR, &to, 3, "", "Jag är på semester.").replace("Re: Kommentar", "Autosvar: Kommentar");
        assert_eq!(receive(&app, away).await, "autoresponder");
        assert_eq!(bodies(&app), ["Hur ofta?"]);
        // Whoever has the address is told once that somebody tried, and gets nothing of what was sent.
        let told = refusals(&app, AUTHOR);
        assert!(told.len() == 1 && told[0].contains("från en annan adress") && !told[0].contains("skrev du"));
        app.run_jobs().await;
    });
}

#[test]
fn an_answer_from_another_address_is_told_once_for_a_story() {
    run(async {
        let (app, _, id) = told(INBOUND[0].1).await;
        let (first, member) = (address(&app), app.signed_in("member@x.example").await);
        member.post(&format!("/posts/{id}/comments"), &[("body", "Och var?")]).await;
        app.run_jobs().await;
        let second = address(&app);
        assert_ne!(first, second);
        for (from, to) in [
            ("nobody", &first),
            ("x@<b>", &first),
            ("anna.hemma@mail.example", &first),
            ("anna.hemma@annat.example", &second),
        ] {
            assert_eq!(receive(&app, mail(from, to, 8, "", "Hemligt")).await, "foreign-sender", "{from}");
        }
        let told = refusals(&app, AUTHOR);
        assert!(told.len() == 1 && told[0].contains("på mail.example, och blev ingen kommentar"), "{told:?}");
        assert!(!told[0].contains("hemma") && !told[0].contains("Hemligt"), "{told:?}");
        assert!(app.mails_to("anna.hemma@mail.example").is_empty());
        app.run_jobs().await;
    });
}

#[test]
fn a_refusal_leads_to_what_is_still_seen() {
    run(async {
        let (app, world, id) = told(INBOUND[0].1).await;
        let to = {
            let author = app.signed_in(AUTHOR).await;
            author.post(&format!("/posts/{id}/comments"), &[("body", "Varje vecka.")]).await;
            app.run_jobs().await;
            app.last_mail_to("member@x.example").row.reply_to.unwrap()
        };
        let answer = |number| mail("member@x.example", &to, number, "", "Ja");
        let now = app.app.clock.now();
        app.write(|tx| posts::withdraw(tx, id, now));
        assert_eq!(receive(&app, answer(1)).await, "refused");
        let told = refusals(&app, "member@x.example").pop().unwrap();
        assert!(
            told.contains("Öppna gruppen") && told.contains(&format!("/groups/{}\n", world.group)),
            "{told}"
        );
        app.write(|tx| {
            use grannskap::db::schema::group_memberships;
            diesel::update(group_memberships::table)
                .set(group_memberships::left_at.eq(now))
                .execute(&mut **tx)?;
            Ok(())
        });
        assert_eq!(receive(&app, answer(2)).await, "refused");
        let told = refusals(&app, "member@x.example").pop().unwrap();
        assert!(told.contains("Öppna Grannskap") && !told.contains("/groups/"), "{told}");
        app.run_jobs().await;
    });
}

#[test]
fn what_cannot_be_taken_is_explained_once() {
    run(async {
        let (app, world, id) = told(INBOUND[0].1).await;
        let to = address(&app);
        let empty = mail(AUTHOR, &to, 4, "", QUOTED);
        let long = mail(AUTHOR, &to, 5, "", &"Långt svar. ".repeat(1_000));
        for _ in 0..2 {
            assert_eq!(receive(&app, empty.clone()).await, "empty");
            assert_eq!(receive(&app, long.clone()).await, "too-long");
        }
        let told = refusals(&app, AUTHOR);
        assert_eq!(told.len(), 2);
        assert!(told[0].contains("inget som du själv har skrivit"), "{}", told[0]);
        assert!(
            told[1].contains("för långt") && told[1].contains("Det här skrev du:\n\nLångt svar."),
            "{}",
            told[1]
        );
        // Out of the group, though the address is right; in the language of the person.
        let now = app.app.clock.now();
        app.write(|tx| {
            use grannskap::db::schema::people;
            diesel::update(people::table.find(world.author))
                .set(people::language.eq("en"))
                .execute(&mut **tx)?;
            posts::withdraw(tx, id, now)
        });
        assert_eq!(receive(&app, mail(AUTHOR, &to, 6, "", "Ja, *varje* vecka")).await, "refused");
        let told = refusals(&app, AUTHOR).pop().unwrap();
        assert!(told.contains("can no longer comment") && told.contains("Ja, *varje* vecka"), "{told}");
        super::world::disable(&app, AUTHOR);
        assert_eq!(receive(&app, mail(AUTHOR, &to, 7, "", "Ja")).await, "foreign");
        assert_eq!(bodies(&app), ["Hur ofta?"]);
        app.run_jobs().await;
    });
}

#[test]
fn odd_charsets_and_nested_parts_are_read() {
    run(async {
        let (app, _, _) = told(INBOUND[0].1).await;
        let to = address(&app);
        let head = |number: u32| {
            format!("From: {AUTHOR}\r\nTo: {to}\r\nMessage-ID: <{number}@y.example>\r\nMIME-Version: 1.0\r\n")
        };
        let mut latin =
            format!("{}Content-Type: text/plain; charset=iso-8859-1\r\n\r\n", head(1)).into_bytes();
        latin.extend(b"Sm\xe5 m\xf6ten \xe4r b\xe4st.\r\n");
        let printable = format!(
            "{}Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nN=E4r =85 d=E5?\r\n",
            head(2)
        );
        let nested = format!(
            "{}Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n\
             --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nInuti.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Inuti.</p>\r\n--b--\r\n\
             --a\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=x.png\r\n\r\nxyz\r\n--a--\r\n",
            head(3)
        );
        let html = format!(
            "{}Content-Type: text/html; charset=utf-8\r\n\r\n<div>Bara <b>HTML</b> &amp; sånt.</div><script>x</script>\r\n",
            head(4)
        );
        let unknown = format!("{}Content-Type: text/plain; charset=klingon\r\n\r\nOkänt\r\n", head(5));
        for (message, expected) in [
            (latin, "Små möten är bäst."),
            (printable.into_bytes(), "När … då?"),
            (nested.into_bytes(), "Inuti."),
            (html.into_bytes(), "Bara HTML & sånt."),
            (unknown.into_bytes(), "Okänt"),
        ] {
            assert_eq!(receive(&app, message).await, "commented", "{expected}");
            assert_eq!(bodies(&app).pop().unwrap(), expected);
        }
        app.run_jobs().await;
    });
}

#[test]
fn what_lies_in_a_real_mailbox_becomes_comments() {
    run(async {
        let Some(mailbox) = Mailbox::new() else { return };
        let (app, _, id) = told(&mailbox.url()).await;
        let to = address(&app);
        let large = mail(AUTHOR, &to, 9, "", &"x".repeat(1_000_001));
        let answer = mail(AUTHOR, &to, 8, "", &format!("Varje vecka.{QUOTED}"));
        mailbox.deliver(&[answer.clone(), large, answer]).await;
        app.run_jobs().await;
        assert_eq!(bodies(&app), ["Hur ofta?", "Varje vecka."]);
        assert_eq!((mailbox.count("INBOX").await, mailbox.count(inbound::FOLDER).await), (0, 3));
        let told = refusals(&app, AUTHOR);
        assert!(told.len() == 1 && told[0].contains("för stort"), "{told:?}");
        let member = app.signed_in("member@x.example").await;
        assert!(
            member.get(&format!("/posts/{id}")).await.first(".comment .comment").contains("Varje vecka.")
        );
        app.run_jobs().await;
    });
}
