//! Readers report, coordinators hide and show again.

use diesel::prelude::*;
use grannskap::db::schema::audit_events;
use grannskap::posts::Visibility;

use super::talk::say;
use super::world::World;
use crate::support::{TestApp, run};

#[test]
fn a_report_reaches_the_coordinators_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Public);
        let said = say(&app, id, world.author, "Kalle i 3B", None);
        let (member, author) =
            (app.signed_in("member@x.example").await, app.signed_in("author@x.example").await);
        for path in [format!("/posts/{id}/reports"), format!("/comments/{said}/reports")] {
            assert_eq!(member.get(&format!("{path}/new")).await.status, 200);
            assert_eq!(member.post(&path, &[("reason", " ")]).await.status, 422);
            for _ in 0..2 {
                let page = member.post_and_follow(&path, &[("reason", "Ett barn går att känna igen.")]).await;
                assert_eq!(page.status, if path.starts_with("/posts") { 200 } else { 303 });
            }
            assert_eq!(author.post(&path, &[("reason", "Eget")]).await.status, 404);
            assert_eq!(app.client().post(&path, &[("reason", "x")]).await.status, 303, "to sign in");
        }
        // Whoever reads, from another network too.
        let other = app.signed_in("other@x.example").await;
        assert_eq!(other.post(&format!("/posts/{id}/reports"), &[("reason", "Fel")]).await.status, 303);
        let mails = app.mails_to("coordinator@x.example");
        let mails: Vec<_> = mails.iter().filter(|mail| mail.row.kind == "report").collect();
        assert_eq!(mails.len(), 3);
        let text = &mails[1].row.text_body;
        assert!(
            text.contains("Member Ek")
                && text.contains("Ett barn går")
                && text.contains(&format!("/comments/{said}"))
        );
        assert!(!author.get(&format!("/posts/{id}")).await.text().contains("Ett barn"));
        let coordinator = app.signed_in("coordinator@x.example").await;
        let page = coordinator.get(&format!("/comments/{said}/hiding/new")).await;
        assert!(page.text().contains("Ett barn går att känna igen.") && page.text().contains("Kalle i 3B"));
        let log = "/networks/ett/reports".to_owned();
        let page = coordinator.get(&log).await;
        assert_eq!(page.count("main .rows li"), 3);
        assert!(page.text().contains("Member Ek,") && !page.text().contains("Syns inte längre"));
        for client in [&member, &author, &other] {
            assert_eq!(client.get(&log).await.status, 404);
        }
        app.run_jobs().await;
    });
}

#[test]
fn coordinators_hide_a_comment_and_show_it_again() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Network);
        let said = say(&app, id, world.member, "Kalle i 3B", None);
        let coordinator = app.signed_in("coordinator@x.example").await;
        let (member, sibling) =
            (app.signed_in("member@x.example").await, app.signed_in("sibling@x.example").await);
        let path = format!("/comments/{said}/hiding");
        for client in [&member, &sibling, &app.signed_in("other@x.example").await] {
            assert_eq!(client.get(&format!("{path}/new")).await.status, 404);
            assert_eq!(client.post(&path, &[("reason", "x")]).await.status, 404);
            assert_eq!(client.post(&format!("{path}/removal"), &[]).await.status, 404);
        }
        assert_eq!(coordinator.post(&path, &[("reason", "")]).await.status, 422);
        assert_eq!(coordinator.post(&path, &[("reason", "Ett namn.")]).await.status, 303);
        assert_eq!(coordinator.post(&path, &[("reason", "Ett namn.")]).await.status, 404, "it is hidden");
        let story = format!("/posts/{id}");
        let seen = sibling.get(&story).await;
        assert!(
            seen.first(".comment").contains("Dold av samordnaren.") && !seen.text().contains("Ett namn.")
        );
        for client in [&member, &coordinator] {
            let page = client.get(&story).await;
            assert!(page.first(".comment").contains("Dold av samordnaren. Ett namn."));
            assert!(!page.text().contains("Kalle"));
        }
        assert_eq!(member.get(&format!("/comments/{said}/edit")).await.status, 404);
        assert_eq!(member.post(&format!("/comments/{said}/withdrawal"), &[]).await.status, 404);
        let mail = app.last_mail_to("member@x.example").row;
        assert_eq!(mail.kind, "comment_hidden");
        assert!(mail.text_body.contains("Ett namn.") && mail.text_body.contains("Kalle i 3B"));
        let log = "/networks/ett/reports".to_owned();
        let page = coordinator.get(&log).await;
        assert!(page.first("main .rows li").contains("Ett namn.") && page.text().contains("Coordinator"));
        for _ in 0..2 {
            assert_eq!(coordinator.post(&format!("{path}/removal"), &[]).await.status, 303);
        }
        assert!(sibling.get(&story).await.first(".comment").contains("Kalle i 3B"));
        assert!(coordinator.get(&log).await.text().contains("Inget är anmält"));
        // What its author has withdrawn is not shown again by anybody.
        member.post(&format!("/comments/{said}/withdrawal"), &[]).await;
        coordinator.post(&format!("{path}/removal"), &[]).await;
        assert!(sibling.get(&story).await.first(".comment").contains("borttagen"));
        let log: Vec<String> = app.read(|db| {
            let all = audit_events::table.filter(audit_events::action.like("comment-%"));
            Ok(all.order(audit_events::id).select(audit_events::action).load(db)?)
        });
        assert_eq!(log, ["comment-hidden", "comment-shown"]);
        app.run_jobs().await;
    });
}
