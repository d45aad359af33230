//! Roles go round, and are taken, given and given up.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::agendas::{Role, give};
use grannskap::db::schema::meetup_roles;
use grannskap::db::types::Id;
use grannskap::meetups::{Answer, answer};

use super::{BO, EVA, KIM, SIV};
use crate::meetups::{Scene, leave, scene};
use crate::support::run;

fn held(scene: &Scene) -> Vec<(Role, Id)> {
    let rows = meetup_roles::table.filter(meetup_roles::given_up_at.is_null()).order(meetup_roles::role);
    scene.app.read(|db| Ok(rows.select((meetup_roles::role, meetup_roles::seat_id)).load(db)?))
}

#[test]
fn a_role_is_proposed_taken_given_and_given_up() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let (siv, bo) = (scene.app.signed_in(SIV).await, scene.app.signed_in(BO).await);
        let (agenda, roles) = (format!("/meetups/{id}/agenda"), format!("/meetups/{id}/roles"));
        let (mine, his) = (scene.siv_seat.to_string(), scene.bo_seat.to_string());
        let page = siv.get(&agenda).await;
        let said = page.first("#roles");
        assert!(said.contains("På tur: Siv Ek, Höör") && said.contains("På tur: Bo Alm, Hörby"), "{said}");
        assert!(said.contains("Har inte haft rollen i gruppen än."), "{said}");
        // Taken, twice.
        let take = [("role", "host"), ("seat", mine.as_str()), ("seen", "")];
        for _ in 0..2 {
            let page = siv.post_and_follow(&roles, &take).await;
            assert!(page.first("#roles li").contains("Siv Ek, Höör"), "{}", page.first("#roles li"));
        }
        // Somebody who saw it free is told.
        let late = [("role", "host"), ("seat", his.as_str()), ("seen", "")];
        let page = bo.post(&roles, &late).await;
        assert_eq!(page.status, 409);
        assert!(page.first("[role=alert]").contains("Någon annan har tagit rollen"));
        assert_eq!(held(&scene), [(Role::Host, scene.siv_seat)]);
        // Given to another on purpose, also by the coordinator; a successor keeps it.
        let kim = scene.app.signed_in(KIM).await;
        kim.post_and_follow(&roles, &[("role", "host"), ("seat", his.as_str())]).await;
        assert_eq!(held(&scene), [(Role::Host, scene.bo_seat)]);
        scene.hand_over().await;
        let eva = scene.app.signed_in(EVA).await;
        let page = eva.get(&agenda).await;
        assert!(
            page.first("#roles li").contains("Eva Sten, Hörby")
                && page.first("#roles li").contains("Lämna rollen")
        );
        // Given up, twice; it is not proposed to her again.
        for _ in 0..2 {
            let page = eva.post_and_follow(&format!("{roles}/host/end"), &[("seat", &his)]).await;
            assert!(page.first("#roles li").contains("På tur: Siv Ek"), "{}", page.first("#roles li"));
        }
        // An old button for somebody who has it no more takes it from nobody.
        siv.post_and_follow(&roles, &take).await;
        eva.post_and_follow(&format!("{roles}/host/end"), &[("seat", &his)]).await;
        assert_eq!(held(&scene), [(Role::Host, scene.siv_seat)]);
        scene.app.run_jobs().await;
    });
}

#[test]
fn wrong_roles_are_refused() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let siv = scene.app.signed_in(SIV).await;
        let roles = format!("/meetups/{id}/roles");
        let mine = scene.siv_seat.to_string();
        for (role, seat, field) in [("kung", mine.as_str(), "role"), ("host", "", "seat")] {
            let page = siv.post(&roles, &[("role", role), ("seat", seat)]).await;
            assert_eq!(
                (page.status.as_u16(), page.count(&format!(".error-summary a[href='#{field}']"))),
                (422, 1)
            );
        }
        // A seat that is not in the group, and one that has left it.
        let outside = grannskap::clock::new_id().to_string();
        leave(&scene);
        for seat in [outside, scene.bo_seat.to_string()] {
            assert_eq!(siv.post(&roles, &[("role", "host"), ("seat", &seat)]).await.status, 404);
        }
        assert_eq!(siv.post(&format!("{roles}/kung/end"), &[("seat", &mine)]).await.status, 404);
        assert_eq!(siv.post(&format!("{roles}/host/end"), &[]).await.status, 400);
        assert!(held(&scene).is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn turns_of_earlier_meetups_count_and_who_does_not_come_is_not_asked() {
    run(async {
        let scene = scene().await;
        let first = scene.propose(&scene.proposal());
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| give(tx, first, (Role::Host, scene.siv_seat), None, scene.siv, now));
        let mut later = scene.proposal();
        (later.starts_at, later.ends_at) =
            (later.starts_at + TimeDelta::days(30), later.ends_at + TimeDelta::days(30));
        let second = scene.propose(&later);
        let siv = scene.app.signed_in(SIV).await;
        let agenda = format!("/meetups/{second}/agenda");
        let role = async || siv.get(&agenda).await.first("#roles li");
        assert!(role().await.contains("På tur: Bo Alm, Hörby"), "{}", role().await);
        scene.app.write(|tx| answer(tx, &scene.app.app, second, scene.bo_seat, Answer::No, scene.siv, now));
        let said = role().await;
        assert!(said.contains("På tur: Siv Ek") && said.contains("längst sedan, 9 december 2026"), "{said}");
        // A meetup that was cancelled was nobody's turn.
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, first, "", scene.siv));
        assert!(role().await.contains("Har inte haft rollen i gruppen än."));
        scene.app.run_jobs().await;
    });
}
