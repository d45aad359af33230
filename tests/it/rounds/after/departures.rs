//! Groups that have become too small.

use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::db::types::Id;

use super::{kinds, meetup};
use crate::rounds::support::{Somebody, World, groups_of, holder, published};
use crate::support::{Client, Page, TestApp, run};

/// A published round whose last group has lost one too many; the group, and who left.
async fn short(
    app: &TestApp,
    world: &World,
    size: (i32, i32),
    many: usize,
) -> (Id, Vec<Somebody>, Id, Client) {
    let (round, people) = published(world, app, size, many).await;
    let groups = groups_of(app, round);
    let (group, seats) = groups.last().unwrap();
    let leaving = seats.len() + 1 - usize::try_from(size.0).unwrap();
    for seat in &seats[..leaving] {
        let member = app.signed_in(&holder(&people, *seat).email).await;
        member.post_and_follow(&format!("/groups/{group}/departure"), &[]).await;
    }
    let kajsa = app.signed_in("kajsa@samordnare.example").await;
    (round, people, *group, kajsa)
}

/// Takes the first way whose title holds `title`.
async fn choose(kajsa: &Client, round: Id, page: &Page, title: &str) {
    let titles = page.all("main .rows .name");
    let at = titles.iter().position(|each| each.contains(title)).unwrap_or_else(|| panic!("{titles:?}"));
    let way = page.attribute(&format!("main .rows > li:nth-child({}) a", at + 1), "href").unwrap();
    let shown = kajsa.get(&way).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let steps: Vec<String> =
        way.split("step=").skip(1).map(|step| step.trim_end_matches('&').to_owned()).collect();
    let form: Vec<(&str, &str)> = steps.iter().map(|step| ("step", step.as_str())).collect();
    let page = kajsa.post(&format!("/rounds/{round}/rearrangements"), &form).await;
    assert_eq!(page.status, 303, "{}", page.text());
}

#[test]
fn a_small_group_borrows_from_a_larger_one() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, people, group, kajsa) = short(&app, &world, (4, 6), 9).await;
        let mail = app.last_mail_to("kajsa@samordnare.example");
        assert_eq!(mail.row.kind, "group_left");
        let page = kajsa.get(&mail.link("/remedies")).await;
        assert!(page.text().contains("3 deltagare"), "{}", page.text());
        choose(&kajsa, round, &page, "Låna in").await;
        let after = groups_of(&app, round);
        assert_eq!(after.iter().find(|(id, _)| *id == group).unwrap().1.len(), 4);
        let page = kajsa.get(&format!("/rounds/{round}/follow-up")).await;
        assert!(page.text().contains("Alla grupper har så många som de ska"), "{}", page.text());
        let moved = people.iter().filter(|each| kinds(&app, &each.email).contains(&"round_moved".to_owned()));
        assert_eq!(moved.count(), 1);
        app.run_jobs().await;
    });
}

#[test]
fn two_small_groups_become_one() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, people, group, kajsa) = short(&app, &world, (4, 8), 9).await;
        let stays = groups_of(&app, round).into_iter().find(|(id, _)| *id == group).unwrap().1;
        meetup(&app, group, &holder(&people, stays[0]).email);
        let page = kajsa.get(&format!("/groups/{group}/remedies")).await;
        choose(&kajsa, round, &page, "Gå ihop").await;
        let after = groups_of(&app, round);
        assert_eq!(after.len(), 1, "the other is closed");
        assert_eq!(after[0].1.len(), 8);
        for seat in &stays {
            let email = &holder(&people, *seat).email;
            let all: Vec<String> = app.mails_to(email).into_iter().map(|mail| mail.row.kind).collect();
            assert!(all.contains(&"meetup_cancellation".to_owned()), "{all:?}");
            assert!(all.contains(&"round_moved".to_owned()));
        }
        assert_eq!(kajsa.get(&format!("/groups/{group}/remedies")).await.status, 409);
        assert!(kajsa.get(&format!("/groups/{group}")).await.text().contains("Avslutad"));
        app.run_jobs().await;
    });
}

#[test]
fn a_small_group_takes_in_who_waits_or_goes_on_as_it_is() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, _, group, kajsa) = short(&app, &world, (4, 4), 8).await;
        let follow_up = format!("/rounds/{round}/follow-up");
        let page = kajsa.get(&format!("/groups/{group}/remedies")).await;
        assert!(page.text().contains("Ingen kan tas in"), "{}", page.text());
        let page = kajsa.get(&format!("/groups/{group}")).await;
        assert_eq!(page.count(&format!("a[href='/groups/{group}/remedies']")), 1);
        assert!(kajsa.get(&follow_up).await.text().contains("3 med, tänkt för minst 4"));
        let page = kajsa.post_and_follow(&format!("/groups/{group}/lower-size"), &[]).await;
        assert!(page.text().contains("Alla grupper har så många"), "{}", page.text());

        // One more leaves: too small again, and somebody late helps.
        let left = groups_of(&app, round).into_iter().find(|(id, _)| *id == group).unwrap().1[0];
        let person: String = app.read(|db| {
            use grannskap::db::schema::seats;
            Ok(seats::table
                .inner_join(people::table)
                .filter(seats::id.eq(left))
                .select(people::email)
                .first(db)?)
        });
        app.signed_in(&person).await.post_and_follow(&format!("/groups/{group}/departure"), &[]).await;
        assert!(kajsa.get(&follow_up).await.text().contains("2 med, tänkt för minst 3"));
        let late = world.member(&app, 50, "1276", true).await;
        world.register(&app, round, &late);
        let page = kajsa.get(&format!("/groups/{group}/remedies")).await;
        choose(&kajsa, round, &page, "som väntar på en grupp").await;
        assert_eq!(kinds(&app, &late.email), ["round_moved"]);
        assert!(kajsa.get(&follow_up).await.text().contains("Alla grupper har så många"));
        app.run_jobs().await;
    });
}

#[test]
fn a_vacant_seat_counts_as_somebody_gone() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, people) = published(&world, &app, (4, 4), 8).await;
        let groups = groups_of(&app, round);
        let (one, two) = (holder(&people, groups[0].1[0]), holder(&people, groups[1].1[0]));
        let member = app.signed_in(&one.email).await;
        member.post_and_follow(&format!("/seats/{}/departure", one.seat), &[]).await;
        let mail = app.last_mail_to("kajsa@samordnare.example");
        assert!(mail.row.subject.contains("obesatt"), "{}", mail.row.subject);
        mail.link("/remedies");

        app.administrator("Ada Drift", "ada@drift.example").await;
        let admin = app.signed_in("ada@drift.example").await;
        let id: Id = app.read(|db| {
            Ok(people::table.filter(people::email.eq(&two.email)).select(people::id).first(db)?)
        });
        admin.post_and_follow(&format!("/admin/people/{id}/closure"), &[]).await;
        assert_eq!(kinds(&app, "kajsa@samordnare.example").len(), 2);
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("/rounds/{round}/follow-up")).await;
        assert_eq!(page.all("main section:nth-of-type(3) .rows > li").len(), 2, "{}", page.text());
        // The seat that nobody holds goes along when the group joins another.
        let page = kajsa.get(&format!("/groups/{}/remedies", groups[0].0)).await;
        assert!(page.text().contains("3 deltagare"));
        app.run_jobs().await;
    });
}
