//! Changing and cancelling tells everybody, once.

use diesel::prelude::*;
use grannskap::accounts::{self, Purpose, Scope};
use grannskap::db::schema::people;

use super::{form_with, lines, scene, utc, values};
use crate::support::run;

#[test]
fn a_change_says_what_is_new_and_raises_the_sequence() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let address = format!("/meetups/{id}");
        let client = scene.app.signed_in("bo@horby.example").await;
        let form = client.get(&format!("{address}/edit")).await;
        assert_eq!(form.attribute("#starts", "value").as_deref(), Some("13:00"));

        let same = form_with(&[("place", "Höör")]);
        let page = client.post_and_follow(&address, &same).await;
        assert!(page.first(".flash").contains("inget"), "{}", page.text());
        assert_eq!(scene.meetup(id).revision, 0);
        assert_eq!(scene.app.mails_to("siv@hoor.example").len(), 1);

        client.post_and_follow(&address, &form_with(&[("place", "Hörby"), ("starts", "13:30")])).await;
        assert_eq!((scene.meetup(id).revision, scene.meetup(id).starts_at), (1, utc(2026, 12, 9, 12, 30)));
        let mails = scene.app.mails_to("siv@hoor.example");
        let [first, second] = &mails[..] else { panic!("{} mails", mails.len()) };
        assert_eq!(second.row.subject, "Ändrat: Första träffen");
        assert!(
            second.row.text_body.contains("* Platsen: Höör har blivit Hörby"),
            "{}",
            second.row.text_body
        );
        assert!(second.row.text_body.contains("kl. 13:30–14:30"));
        assert!(!second.row.text_body.contains("omskrivet"));
        let (before, after) = (first.row.calendar.clone().unwrap(), second.row.calendar.clone().unwrap());
        assert_eq!(values(&before, "UID"), values(&after, "UID"));
        assert_eq!(
            (values(&before, "SEQUENCE"), values(&after, "SEQUENCE")),
            (vec!["0".into()], vec!["1".into()])
        );
        assert_eq!(second.row.calendar_method.as_deref(), Some("REQUEST"));
        let page = client.post(&address, &form_with(&[("ends", "10:00")])).await;
        assert_eq!((page.status.as_u16(), page.attribute("#ends", "value").as_deref()), (422, Some("10:00")));
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_cancellation_reaches_everybody_and_stays_in_calendars() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let client = scene.app.signed_in("siv@hoor.example").await;
        let path = format!("/meetups/{id}/cancellation");
        assert!(client.get(&format!("{path}/new")).await.text().contains("Första träffen"));
        let long = "å".repeat(501);
        let page = client.post(&path, &[("why", &long)]).await;
        assert_eq!((page.status.as_u16(), page.first("textarea[name=why]")), (422, long));
        assert_eq!(page.count(".error-summary a[href='#why']"), 1);
        assert!(!scene.meetup(id).is_cancelled());
        let page = client.post_and_follow(&path, &[("why", "Snö <b>överallt</b>")]).await;
        assert!(page.text().contains("Inställd"), "{}", page.text());
        client.post_and_follow(&path, &[]).await;
        let mails = scene.app.mails_to("bo@horby.example");
        assert_eq!(mails.len(), 2);
        let row = &mails[1].row;
        assert!(row.text_body.contains("Snö <b>") && !row.html_body.contains("Snö <b>"));
        let ics = row.calendar.clone().unwrap();
        assert!(ics.contains("METHOD:CANCEL\r\n"));
        // A meetup that is cancelled cannot be answered any more, and its event does not ask for it.
        let invitation = mails[0].row.calendar.clone().unwrap();
        assert!(values(&invitation, "DESCRIPTION")[0].contains("Svara och läs mer:"), "{invitation}");
        let said = values(&ics, "DESCRIPTION").remove(0);
        assert!(said.contains("Läs mer:") && !said.contains("Svara"), "{said}");
        assert_eq!(row.calendar_method.as_deref(), Some("CANCEL"));
        assert_eq!(
            (values(&ics, "STATUS"), values(&ics, "SEQUENCE")),
            (vec!["CANCELLED".into()], vec!["1".into()])
        );
        assert_eq!(client.get(&format!("/meetups/{id}/edit")).await.status, 409);
        let page = client.post(&format!("/meetups/{id}/answers"), &[("answer", "yes")]).await;
        assert_eq!(page.status, 409);
        assert!(page.text().contains("inställd"));
        scene.app.run_jobs().await;
    });
}

/// A value as calendar programs read it.
fn read(value: &str) -> String {
    value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

#[test]
fn why_it_is_cancelled_reads_the_same_everywhere() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let bo = scene.app.read(|db| Ok(accounts::find_by_email(db, "bo@horby.example")?.unwrap().id));
        let now = scene.app.app.clock.now();
        let (feed, token) = scene.app.write(|tx| {
            let feed = accounts::feed_token(tx, &scene.app.app, Purpose::CalendarFeed, bo)?;
            Ok((feed, accounts::create_api_token(tx, bo, "prov", &[Scope::Read], now)?))
        });
        let siv = scene.app.signed_in("siv@hoor.example").await;
        // Line breaks cannot begin a line of the calendar, nor markup in a page.
        let why = "Snö, is; halka <b>\r\nEND:VEVENT\nATTENDEE:mailto:x@y.example\nSiv";
        siv.post_and_follow(&format!("/meetups/{id}/cancellation"), &[("why", why)]).await;
        let said = "Inställd: Snö, is; halka <b>\nEND:VEVENT\nATTENDEE:mailto:x@y.example\nSiv";
        let words = said.strip_prefix("Inställd: ").unwrap();
        let html = |text: &str| text.replace('<', "&#60;").replace('>', "&#62;").replace('\n', "<br/>");

        let bo = scene.app.signed_in("bo@horby.example").await;
        let page = bo.get(&format!("/meetups/{id}")).await;
        assert!(page.body.contains(&html(said)), "{}", page.body);
        assert!(
            page.text().contains("Siv Ek ställde in träffen måndag 23 november 2026 kl."),
            "{}",
            page.text()
        );
        assert!(bo.get("/meetups").await.body.contains(&format!("<p>{}</p>", html(words))));
        for path in ["/dashboard", "/calendar?month=2026-12&view=list"] {
            let page = bo.get(path).await;
            assert!(page.text().contains(&words.replace('\n', " ")), "{path}: {}", page.text());
        }

        let mail = scene.app.last_mail_to("bo@horby.example").row;
        assert!(mail.text_body.replace("\r\n", "\n").contains(words), "{}", mail.text_body);
        assert!(mail.html_body.contains(&html(words)), "{}", mail.html_body);
        bo.post_and_follow(&format!("/groups/{}/feed", scene.group), &[]).await;
        let of_group =
            url::Url::parse(&bo.get(&format!("/groups/{}/feed", scene.group)).await.first("code")).unwrap();
        let paths =
            [format!("/feeds/{feed}.ics"), of_group.path().to_owned(), format!("/meetups/{id}/calendar")];
        let mut calendars = vec![mail.calendar.unwrap()];
        for path in paths {
            calendars.push(bo.get(&path).await.body);
        }
        for ics in calendars {
            let description = read(&values(&ics, "DESCRIPTION").remove(0));
            assert!(description.starts_with(&format!("{said}\n\nTräff i")), "{description}");
            assert_eq!(values(&ics, "STATUS"), ["CANCELLED"]);
            assert!(lines(&ics).iter().all(|line| !line.starts_with("ATTENDEE:")));
        }

        let read = |path: String| bo.request(reqwest::Method::GET, &path).bearer_auth(&token).send();
        let one: serde_json::Value =
            read(format!("/api/v1/meetups/{id}")).await.unwrap().json().await.unwrap();
        let all: serde_json::Value = read("/api/v1/meetups".to_owned()).await.unwrap().json().await.unwrap();
        assert_eq!((&one["cancelled_why"], &all["items"][0]["cancelled_why"]), (&why.into(), &why.into()));
        scene.app.run_jobs().await;
    });
}

#[test]
fn nobody_protected_is_named_for_cancelling() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, id, "", scene.siv));
        let set = |tx: &mut grannskap::db::Tx<'_>| {
            let row = people::table.find(scene.siv);
            Ok(diesel::update(row).set(people::protected.eq(true)).execute(&mut **tx)?)
        };
        scene.app.write(set);
        let bo = scene.app.signed_in("bo@horby.example").await;
        let page = bo.get(&format!("/meetups/{id}")).await;
        assert_eq!(page.first(".notice p"), "Träffen är inställd. Alla i gruppen har fått veta det.");
        assert!(page.text().contains("Skyddad person ställde in träffen"), "{}", page.text());
        let ics = bo.get(&format!("/meetups/{id}/calendar")).await.body;
        assert!(values(&ics, "DESCRIPTION")[0].starts_with("Träff i"), "{ics}");
        scene.app.run_jobs().await;
    });
}
