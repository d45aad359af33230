//! Going on with a series that nears its end.

use super::series::{EVERY_THIRD_WEEK, propose};
use super::{form_with, scene, utc, values};
use crate::support::run;

#[test]
fn a_series_goes_on_from_its_last_day_in_its_rhythm() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        propose(&scene, &client, &EVERY_THIRD_WEEK).await;
        let (old, group) = (scene.series(), scene.group);
        let page = client.get(&format!("/meetups/{}", old[2].id)).await;
        let link = page.attribute("nav a[href*=after]", "href").unwrap();
        assert_eq!(link, format!("/groups/{group}/meetups/new?after={}", old[2].id));
        let form = client.get(&link).await;
        let value = |field: &str| form.attribute(&format!("#{field}"), "value").unwrap_or_default();
        assert_eq!(form.all("h1"), ["Fortsätt serien"]);
        assert_eq!((value("title").as_str(), value("date").as_str()), ("Första träffen", "2027-05-05"));
        assert_eq!((value("starts").as_str(), value("every").as_str()), ("13:00", "3"));
        assert_eq!(form.attribute("#repeats option[selected]", "value").as_deref(), Some("weeks"));

        let after = old[2].id.to_string();
        let typed = [
            ("date", "2027-05-05"),
            ("repeats", "weeks"),
            ("every", "3"),
            ("until", "2027-06-16"),
            ("after", after.as_str()),
        ];
        let told = propose(&scene, &client, &typed).await;
        assert!(told.contains("Träff 8 av 10 i en serie."), "{told}");
        // A form that is sent twice makes nothing twice.
        propose(&scene, &client, &typed).await;
        let all = scene.series();
        assert_eq!(all.len(), 10);
        assert!(all.iter().all(|each| each.series_id == old[0].series_id));
        assert_eq!(all[9].starts_at, utc(2027, 6, 16, 11, 0));
        let held: Vec<_> = all[6..].iter().map(|each| each.held_back).collect();
        assert_eq!(held, [true, false, true, true], "invited to the first of the new ones");
        // One mail about the new days and no other.
        assert_eq!(scene.kinds("bo@horby.example"), ["meetup_invitation", "meetup_invitation"]);
        let mail = scene.app.last_mail_to("bo@horby.example").row;
        assert_eq!(values(mail.calendar.as_deref().unwrap(), "UID"), [format!("{}@grannskap", all[7].id)]);
        assert!(mail.text_body.contains("onsdag 16 juni 2027") && !mail.text_body.contains("14 april"));
        scene.app.run_jobs().await;
    });
}

#[test]
fn one_more_meetup_joins_the_series_and_only_one_of_this_group() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/groups/{}/meetups", scene.group);
        let alone = scene.propose(&scene.proposal()).to_string();
        // A meetup that is in no series, one that is not there, and nonsense.
        for after in [alone.as_str(), "0198c0de-0000-7000-8000-000000000000", "series"] {
            assert_eq!(client.get(&format!("{address}/new?after={after}")).await.status, 404, "{after}");
            assert_eq!(client.post(&address, &form_with(&[("after", after)])).await.status, 404, "{after}");
        }
        propose(&scene, &client, &EVERY_THIRD_WEEK).await;
        let after = scene.series()[0].id.to_string();
        let once = form_with(&[("date", "2027-04-20"), ("after", after.as_str())]);
        let page = client.post_and_follow(&address, &once).await;
        assert!(page.text().contains("Träff 8 av 8 i en serie."), "{}", page.text());
        // What was typed is kept, the series with it.
        let page = client.post(&address, &form_with(&[("title", ""), ("after", after.as_str())])).await;
        assert_eq!(
            (page.status.as_u16(), page.attribute("[name=after]", "value")),
            (422, Some(after.clone()))
        );
        // The rhythm is broken now: which day comes next is for people to say.
        let page = client.get(&format!("{address}/new?after={after}")).await;
        assert_eq!(page.attribute("#date", "value").unwrap_or_default(), "");
        let kim = scene.app.signed_in("kim@lund.example").await;
        assert_eq!(kim.get(&format!("{address}/new?after={after}")).await.status, 200);
        scene.app.person("Lo Ask", "lo@ask.example").await;
        let lo = scene.app.signed_in("lo@ask.example").await;
        assert_eq!(lo.get(&format!("{address}/new?after={after}")).await.status, 404);
        scene.app.run_jobs().await;
    });
}
