//! "This group does not work for me".

use grannskap::db::types::Id;

use super::{kinds, meetup};
use crate::rounds::support::{Somebody, World, groups_of, holder, published};
use crate::support::{Client, Page, TestApp, run};

struct Scene {
    app: TestApp,
    round: Id,
    people: Vec<Somebody>,
    kajsa: Client,
}

/// Two groups of five where four are enough and six have room.
async fn scene() -> Scene {
    let app = TestApp::spawn().await;
    let world = World::new(&app).await;
    let (round, people) = published(&world, &app, (4, 6), 10).await;
    let kajsa = app.signed_in("kajsa@samordnare.example").await;
    Scene { app, round, people, kajsa }
}

/// The query of the first way in a section, as an address.
fn way(page: &Page, at: usize) -> String {
    page.attribute(&format!("main section:nth-of-type({at}) .rows a"), "href").unwrap()
}

/// The fields that a page of a rearrangement sends.
async fn make(kajsa: &Client, round: Id, address: &str, words: &str) -> Page {
    let steps = address.split('?').nth(1).unwrap().split('&').map(|part| part.replace("step=", ""));
    let steps: Vec<String> = steps.collect();
    let mut form: Vec<(&str, &str)> = steps.iter().map(|step| ("step", step.as_str())).collect();
    form.push(("words", words));
    kajsa.post(&format!("/rounds/{round}/rearrangements"), &form).await
}

#[test]
fn a_member_objects_from_the_mail_and_gets_another_group() {
    run(async {
        let Scene { app, round, people, kajsa } = scene().await;
        let before = groups_of(&app, round);
        let (own, other) = (&before[0], &before[1]);
        let ada = holder(&people, own.1[0]);
        meetup(&app, other.0, &holder(&people, other.1[0]).email);

        // Following the link changes nothing; the form comes back with what was typed.
        let mail = app.last_mail_to(&ada.email);
        assert!(mail.row.text_body.contains("Välkomna till våren"));
        let link = mail.link("/objection/");
        let browser = app.client();
        assert_eq!(browser.get(&link).await.count("form.form"), 1);
        assert_eq!(kinds(&app, "kajsa@samordnare.example"), Vec::<String>::new());
        let page = browser.post(&link, &[("kind", "other"), ("message", "")]).await;
        assert_eq!((page.status.as_u16(), page.count("#message-error")), (422, 1));
        let secret = "Vi har en zebrafink oplockad";
        let page = browser.post_and_follow(&link, &[("kind", "people"), ("message", secret)]).await;
        assert!(page.text().contains("Samordnaren har fått det"), "{}", page.text());
        browser.post_and_follow(&link, &[("kind", "people"), ("message", secret)]).await;

        app.run_jobs().await;
        let mail = app.last_mail_to("kajsa@samordnare.example");
        assert_eq!(kinds(&app, "kajsa@samordnare.example"), ["objection"], "once, however often it is said");
        assert!(mail.row.text_body.contains(secret) && mail.row.text_body.contains("Medlem"));
        let other_group = &kajsa.get(&format!("/groups/{}", other.0)).await.first("h1");
        assert!(
            mail.row.text_body.contains("Det här går att göra") && mail.row.text_body.contains(other_group)
        );
        assert!(mail.row.html_body.contains(other_group), "{}", mail.row.html_body);
        let page = kajsa.get(&format!("/rounds/{round}")).await;
        assert!(page.first(".next-step h2").contains("En sak väntar"));
        let page = kajsa.get(&format!("/rounds/{round}/follow-up")).await;
        assert!(page.text().contains(secret));

        // Everything is worked out; each way shows what it does first.
        let objection = mail.link("/objections/");
        let page = kajsa.get(&objection).await;
        let titles = page.all("main section h2");
        assert_eq!(titles.len(), 5, "{titles:?}");
        assert!(page.count("main section .rows > li") >= 3, "{}", page.text());
        let address = way(&page, 2);
        let effect = kajsa.get(&address).await;
        assert_eq!(effect.count("#effect ul li"), 3, "{}", effect.text());
        assert_eq!(groups_of(&app, round), before, "looking changes nothing");
        let page = make(&kajsa, round, &address, "Vi provar så här").await;
        assert_eq!(page.status, 303, "{}", page.text());

        let after = groups_of(&app, round);
        assert_eq!((after[0].0, after[0].1.len(), after[1].1.len()), (other.0, 6, 4));
        assert!(after[0].1.contains(&ada.seat));
        let mail = app.last_mail_to(&ada.email);
        assert!(app.mails_to(&ada.email).iter().any(|mail| mail.row.kind == "meetup_invitation"));
        assert_eq!(kinds(&app, &ada.email), ["round_placed", "round_moved"]);
        for other in people.iter().filter(|each| each.seat != ada.seat) {
            assert_eq!(kinds(&app, &other.email), ["round_placed", "group_changed"], "{}", other.email);
            let told = app.mails_to(&other.email).into_iter().find(|mail| mail.row.kind == "group_changed");
            let told = told.unwrap().row;
            assert!(told.text_body.contains("Vi provar så här"));
            assert!(
                !told.text_body.contains("zebrafink") && !told.html_body.contains("zebrafink"),
                "a reason got out"
            );
        }
        assert!(!mail.row.text_body.contains("zebrafink"));
        // It is settled; the same steps do not fit any more.
        let page = kajsa.get(&objection).await;
        assert!(page.text().contains("Har bytt grupp"), "{}", page.text());
        assert_eq!(make(&kajsa, round, &address, "").await.status, 409);
        assert_eq!(groups_of(&app, round), after);
        let page = app.signed_in(&ada.email).await.get(&format!("/groups/{}", other.0)).await;
        assert!(page.text().contains("Samordnaren har själv satt dig i gruppen"), "{}", page.text());
        assert!(page.text().contains("Välkomna till våren"));
        app.run_jobs().await;
    });
}

#[test]
fn two_change_places_and_the_groups_stay_as_large() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, people) = published(&world, &app, (5, 5), 10).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let before = groups_of(&app, round);
        let ada = holder(&people, before[0].1[0]);
        let member = app.signed_in(&ada.email).await;
        let form = [("kind", "distance"), ("message", "")];
        let page = member.post_and_follow(&format!("/groups/{}/objections", before[0].0), &form).await;
        assert!(page.text().contains("Det är för långt"));
        app.run_jobs().await;
        let page = kajsa.get(&app.last_mail_to("kajsa@samordnare.example").link("/objections/")).await;
        // The other group is full, which is said; changing places breaks nothing.
        assert!(page.first("main section:nth-of-type(2)").contains("tillåter högst 5"), "{}", page.text());
        let address = way(&page, 3);
        assert_eq!(address.matches("step=").count(), 2, "{address}");
        assert!(kajsa.get(&address).await.text().contains("Inga regler bryts"));
        assert_eq!(make(&kajsa, round, &address, "").await.status, 303);
        let after = groups_of(&app, round);
        assert_eq!((after[0].1.len(), after[1].1.len()), (5, 5));
        let own = after.iter().find(|(_, seats)| seats.contains(&ada.seat)).unwrap();
        assert_ne!(own.0, before[0].0);
        let moved = people.iter().filter(|each| kinds(&app, &each.email).contains(&"round_moved".to_owned()));
        assert_eq!(moved.count(), 2);
        app.run_jobs().await;
    });
}

#[test]
fn a_coordinator_answers_with_words_and_a_member_takes_it_back() {
    run(async {
        let Scene { app, round, people, kajsa } = scene().await;
        let before = groups_of(&app, round);
        let ada = holder(&people, before[0].1[0]);
        let member = app.signed_in(&ada.email).await;
        let group = format!("/groups/{}", before[0].0);
        let page = member.get(&group).await;
        assert!(page.text().contains("Gruppen fungerar inte för mig"));
        let form = [("kind", "time"), ("message", "Mitt i budgeten")];
        let page = member.post(&format!("{group}/objections"), &form).await;
        let own = page.location.unwrap();
        assert!(member.get(&group).await.text().contains("Väntar på svar"));
        app.run_jobs().await;
        assert_eq!(member.get(&own).await.count("main .rows"), 0, "alternatives are for coordinators");
        member.post_and_follow(&format!("{own}/withdrawal"), &[]).await;
        member.post_and_follow(&format!("{own}/withdrawal"), &[]).await;
        let told = app.last_mail_to("kajsa@samordnare.example");
        assert!(told.row.text_body.contains("tar tillbaka"), "{}", told.row.text_body);
        let told = kinds(&app, "kajsa@samordnare.example");
        assert_eq!(told, ["objection", "objection_withdrawn"], "once, however often it is taken back");
        assert_eq!(kajsa.post(&format!("{own}/answer"), &[("answer", "Stanna")]).await.status, 409);
        assert!(member.get(&group).await.text().contains("Gruppen fungerar inte för mig"));

        let second = member.post(&format!("{group}/objections"), &form).await.location.unwrap();
        assert_ne!(own, second);
        assert_eq!(kajsa.post(&format!("{second}/answer"), &[("answer", "")]).await.status, 422);
        let words = [("answer", "Stanna, för vi träffas först i mars")];
        kajsa.post_and_follow(&format!("{second}/answer"), &words).await;
        let mail = app.last_mail_to(&ada.email);
        assert_eq!(mail.row.kind, "objection_answered");
        assert!(mail.row.text_body.contains("först i mars"));
        assert!(member.get(&second).await.text().contains("först i mars"));
        assert_eq!(groups_of(&app, round), before);
        let page = kajsa.get(&format!("/rounds/{round}/follow-up")).await;
        assert!(page.text().contains("Ingen har sagt"), "{}", page.text());
        app.run_jobs().await;
    });
}

#[test]
fn a_reason_is_for_its_author_and_the_coordinators_alone() {
    run(async {
        let Scene { app, round, people, kajsa } = scene().await;
        let before = groups_of(&app, round);
        let group = before[0].0;
        let (ada, bo) = (holder(&people, before[0].1[0]), holder(&people, before[0].1[1]));
        let outside = holder(&people, before[1].1[0]);
        let member = app.signed_in(&ada.email).await;
        let form = [("kind", "people"), ("message", "Hemligt")];
        let said = member.post(&format!("/groups/{group}/objections"), &form).await.location.unwrap();
        app.person("Ove Fram", "ove@annan.example").await;
        for email in [bo.email.as_str(), outside.email.as_str(), "ove@annan.example"] {
            let other = app.signed_in(email).await;
            assert_eq!(other.get(&said).await.status, 404, "{email}");
            for verb in ["withdrawal", "answer"] {
                let page = other.post(&format!("{said}/{verb}"), &[("answer", "Nej")]).await;
                assert_eq!(page.status, 404, "{email} {verb}");
            }
            let page = other.post(&format!("{said}/answer"), &[]).await;
            assert_eq!(page.status, 404, "{email}");
            for path in ["follow-up".to_owned(), format!("rearrangements/new?step={}.{group}.none", ada.seat)]
            {
                assert_eq!(other.get(&format!("/rounds/{round}/{path}")).await.status, 404, "{email} {path}");
            }
            let step = format!("{}.{group}.none", ada.seat);
            let page = other.post(&format!("/rounds/{round}/rearrangements"), &[("step", &step)]).await;
            assert_eq!(page.status, 404, "{email}");
            assert_eq!(other.get(&format!("/groups/{group}/remedies")).await.status, 404);
            assert_eq!(other.post(&format!("/groups/{group}/lower-size"), &[]).await.status, 404);
        }
        assert!(
            !app.signed_in(&bo.email).await.get(&format!("/groups/{group}")).await.body.contains("Hemligt")
        );
        // A coordinator does not take back what somebody else said, nor answers as its author.
        assert_eq!(kajsa.post(&format!("{said}/withdrawal"), &[]).await.status, 404);
        assert_eq!(member.post(&format!("{said}/answer"), &[("answer", "Ja")]).await.status, 404);
        // Somebody outside the group says nothing of it, and a link is good for its own group.
        let other = app.signed_in(&outside.email).await;
        assert_eq!(other.post(&format!("/groups/{group}/objections"), &form).await.status, 404);
        let link = app.last_mail_to(&outside.email).link("/objection/");
        let token = link.rsplit('/').next().unwrap();
        let stranger = app.client();
        assert_eq!(stranger.get(&format!("/groups/{group}/objection/{token}")).await.status, 404);
        assert_eq!(stranger.post(&format!("/groups/{group}/objection/{token}"), &form).await.status, 404);
        // Whoever leaves has nothing open any more.
        member.post_and_follow(&format!("/groups/{group}/departure"), &[]).await;
        let page = kajsa.get(&format!("/rounds/{round}/follow-up")).await;
        assert!(!page.text().contains("Hemligt"));
        assert!(kajsa.get(&said).await.text().contains("inte längre med"));
        let link = app.mails_to(&ada.email)[0].link("/objection/");
        assert_eq!(stranger.get(&link).await.status, 404);
        app.run_jobs().await;
    });
}

#[test]
fn steps_that_do_not_fit_change_nothing() {
    run(async {
        let Scene { app, round, people, kajsa } = scene().await;
        let before = groups_of(&app, round);
        let (own, other) = (before[0].0, before[1].0);
        let (ada, bo) = (before[0].1[0], before[1].1[0]);
        let address = format!("/rounds/{round}/rearrangements");
        let refused = [
            (vec![], 404),
            (vec!["nonsense".to_owned()], 404),
            (vec![format!("{ada}.{own}.{own}")], 409),
            (vec![format!("{ada}.{other}.none")], 409),
            (vec![format!("{ada}.none.{other}")], 409),
            (vec![format!("{ada}.{own}.{round}")], 409),
            (vec![format!("{round}.none.{own}")], 409),
            (vec![format!("{ada}.{own}.{other}"), format!("{ada}.{own}.none")], 409),
            // The second does not fit, so the first is not made either.
            (vec![format!("{ada}.{own}.{other}"), format!("{bo}.{own}.{other}")], 409),
        ];
        for (steps, status) in refused {
            let form: Vec<(&str, &str)> = steps.iter().map(|step| ("step", step.as_str())).collect();
            assert_eq!(kajsa.post(&address, &form).await.status.as_u16(), status, "{steps:?}");
            let query: Vec<String> = steps.iter().map(|step| format!("step={step}")).collect();
            let page = kajsa.get(&format!("{address}/new?{}", query.join("&"))).await;
            assert_eq!(page.status.as_u16(), status, "{steps:?}");
        }
        let long = "x".repeat(2001);
        let step = format!("{ada}.{own}.{other}");
        let page = kajsa.post(&address, &[("step", &step), ("words", &long)]).await;
        assert_eq!((page.status.as_u16(), page.count("input[name=step]")), (422, 1));
        assert_eq!(groups_of(&app, round), before);
        assert!(people.iter().all(|each| kinds(&app, &each.email) == ["round_placed"]));
        app.run_jobs().await;
    });
}
