//! Changing and cancelling tells everybody, once.

use super::{form_with, scene, utc, values};
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
        let long = "x".repeat(10_240);
        assert_eq!(client.post(&path, &[("why", &long)]).await.status, 422);
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
