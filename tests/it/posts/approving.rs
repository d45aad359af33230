//! The step of the author's own organiser: asking its approver, their answers, and what nobody needs to be asked.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{approvals, organiser_approvers, posts as table, seats};
use grannskap::db::types::Id;
use grannskap::posts::{self, NewPost, Visibility};

use super::world::{World, seat_of};
use crate::support::{Client, Page, TestApp, run};

/// A seat at the organiser of everybody in the world that somebody has vouched for.
fn confirmed(app: &TestApp, person: Id) -> Id {
    let now = app.app.clock.now();
    app.write(|tx| {
        let seat = seat_of(tx, person, now)?;
        grannskap::seats::confirm(tx, seat, Some(grannskap::clock::new_id()), now)?;
        Ok(seat)
    })
}

/// Lets a new person, `approver@x.example`, be asked; their seat.
pub(super) async fn with_approver(app: &TestApp) -> (Client, Id) {
    let person = app.person("Åsa Ek", "approver@x.example").await;
    let (client, seat) = (app.signed_in("approver@x.example").await, confirmed(app, person));
    let fields = [("seat", seat.to_string())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(client.post("/organisers/1267/approver", &fields).await.status, 303);
    (client, seat)
}

fn visibility(app: &TestApp, id: Id) -> Visibility {
    app.read(|db| Ok(table::table.find(id).select(table::visibility).first(db)?))
}

pub(super) fn request(app: &TestApp, post: Id) -> Id {
    app.read(|db| {
        let of_post = approvals::table.filter(approvals::post_id.eq(post)).order(approvals::id.desc());
        Ok(of_post.select(approvals::id).first(db)?)
    })
}

fn mails(app: &TestApp, to: &str, kind: &str) -> Vec<String> {
    let mails = app.mails_to(to);
    mails.into_iter().filter(|mail| mail.row.kind == kind).map(|mail| mail.row.text_body).collect()
}

pub(super) async fn yes(client: &Client, request: Id) -> u16 {
    let page = client.get(&format!("/approvals/{request}")).await;
    let version = page.attribute("[name=version]", "value").unwrap();
    let to = format!("/approvals/{request}/acceptance");
    client.post(&to, &[("version", &version)]).await.status.as_u16()
}

#[test]
fn a_release_asks_the_approver_and_waits() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (approver, _) = with_approver(&app).await;
        let text = "Member Ek på Björkskolan visade.";
        let id = world.publish(&app, "Om läsning", text, Visibility::Group);
        let (author, sibling) =
            (app.signed_in("author@x.example").await, app.signed_in("sibling@x.example").await);
        let (story, releases) = (format!("/posts/{id}"), format!("/posts/{id}/releases"));
        let form = author.get(&format!("{releases}/new?visibility=network")).await;
        assert!(form.text().contains("Höör vill godkänna först. Åsa Ek får frågan"), "{}", form.text());
        let fields = [("visibility", "network"), ("mask", "person:Member Ek")];
        for _ in 0..2 {
            let page = author.post_and_follow(&releases, &fields).await;
            assert!(page.first("#readers .notice").contains("Väntar på Åsa Ek på Höör"), "{}", page.text());
        }
        app.run_jobs().await;
        app.run_jobs().await;
        assert_eq!(
            (visibility(&app, id), sibling.get(&story).await.status.as_u16()),
            (Visibility::Group, 404)
        );
        let asked = mails(&app, "approver@x.example", "approval_asked");
        assert_eq!(asked.len(), 1);
        assert!(asked[0].contains("Author Ek på Höör vill att nätverket ska läsa"), "{}", asked[0]);
        let request = request(&app, id);
        assert!(asked[0].contains(&format!("/approvals/{request}")));
        // The approver sees it as it will be, with all that comes along, and does not see the page of the story.
        let member = app.signed_in("member@x.example").await;
        member.post(&format!("/posts/{id}/comments"), &[("body", "Hur länge höll ni på?")]).await;
        let page = approver.get(&format!("/approvals/{request}")).await;
        assert!(page.text().contains("Kommentaren under berättelsen läses då också"), "{}", page.text());
        assert_eq!(page.first("article p"), "En kollega på Björkskolan visade.");
        assert_eq!(approver.get(&story).await.status, 404);
        for email in ["author@x.example", "member@x.example", "coordinator@x.example", "other@x.example"] {
            let client = app.signed_in(email).await;
            for end in ["", "/acceptance", "/acceptance/end", "/decline"] {
                let path = format!("/approvals/{request}{end}");
                let status = match end {
                    "" => client.get(&path).await.status,
                    _ => client.post(&path, &[("reason", "x"), ("version", "1")]).await.status,
                };
                assert_eq!(status, 404, "{email} {path}");
            }
        }
        assert_eq!(yes(&approver, request).await, 303);
        assert_eq!(
            approver.post(&format!("/approvals/{request}/acceptance"), &[]).await.status,
            303,
            "twice"
        );
        let page = sibling.get(&story).await;
        assert_eq!(page.first("article p"), "En kollega på Björkskolan visade.");
        app.run_jobs().await;
        let told = mails(&app, "author@x.example", "approval_answered");
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("Åsa Ek på Höör har godkänt att nätverket läser"), "{}", told[0]);
        assert!(author.get(&story).await.first("#readers .notice").contains("har godkänt"));
        // Taken back, it goes back one step; and the author is told.
        for _ in 0..2 {
            let back = format!("/approvals/{request}/acceptance/end");
            let page = approver.post_and_follow(&back, &[]).await;
            assert!(page.first(".notice").contains("tagit tillbaka"), "{}", page.text());
            assert_eq!(page.count("article"), 0, "no longer the approver's to read");
        }
        assert_eq!(visibility(&app, id), Visibility::Group);
        app.run_jobs().await;
        assert_eq!(mails(&app, "author@x.example", "approval_answered").len(), 2);
        assert_eq!(sibling.get(&story).await.status, 404);
    });
}

#[test]
fn an_approver_sees_what_waits_oldest_first_and_what_they_answered() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (approver, seat) = with_approver(&app).await;
        let author = app.signed_in("author@x.example").await;
        let rows = |page: &Page, id: &str| page.all(&format!("#{id} li .name"));
        let page = approver.get("/approvals").await;
        assert_eq!((page.count(".empty"), page.count("#waiting")), (1, 0));
        let links = |page: &Page| page.count("main a[href='/approvals']");
        assert_eq!(links(&approver.get("/dashboard").await), 0);
        let text = "Member Ek på Björkskolan visade.";
        let first = world.publish(&app, "Om Member Ek", text, Visibility::Group);
        let second = world.publish(&app, "Om räkning", text, Visibility::Group);
        for (id, to) in [(first, "network"), (second, "public")] {
            app.travel(TimeDelta::days(1));
            let fields = [("visibility", to), ("mask", "person:Member Ek")];
            author.post(&format!("/posts/{id}/releases"), &fields).await;
        }
        let page = approver.get("/approvals").await;
        assert_eq!(rows(&page, "waiting"), ["Om en kollega", "Om räkning"]);
        let said = "Author Ek på Höör frågade den 24 november 2026 om nätverket ska få läsa.";
        assert!(page.text().contains(said), "{}", page.text());
        assert_eq!(page.count("#answered"), 0);
        // Home says so, as the next step and beside it; the page of the seat always.
        let home = approver.get("/dashboard").await;
        assert!(
            links(&home) == 2 && home.first(".next-step h2") == "En berättelse väntar på dig",
            "{}",
            home.text()
        );
        assert_eq!(links(&approver.get(&format!("/seats/{seat}")).await), 1);
        // Nobody else has anything of it.
        for email in ["author@x.example", "member@x.example", "coordinator@x.example", "other@x.example"] {
            let client = app.signed_in(email).await;
            assert_eq!(client.get("/approvals").await.count("main li"), 0, "{email}");
            assert_eq!(links(&client.get("/dashboard").await), 0, "{email}");
        }
        assert_eq!(app.client().get("/approvals").await.status, 303);
        // What was answered, the last first; a story that went back is not the approver's to read.
        yes(&approver, request(&app, first)).await;
        app.travel(TimeDelta::minutes(1));
        let back = format!("/approvals/{}/decline", request(&app, second));
        approver.post(&back, &[("reason", "Inte än")]).await;
        let page = approver.get("/approvals").await;
        assert_eq!(rows(&page, "answered"), ["En berättelse av Author Ek", "Om en kollega"]);
        assert!(page.first("#waiting p").contains("Just nu väntar inget"));
        assert!(page.text().contains("Du på Höör har godkänt att nätverket läser"), "{}", page.text());
        assert_eq!(links(&approver.get("/dashboard").await), 0);
        app.run_jobs().await;
    });
}

#[test]
fn an_approver_returns_a_story_with_a_message() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (approver, _) = with_approver(&app).await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let author = app.signed_in("author@x.example").await;
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "public")]).await;
        let path = format!("/approvals/{}", request(&app, id));
        assert_eq!(approver.post(&format!("{path}/decline"), &[("reason", " ")]).await.status, 422);
        let why = [("reason", "Ta bort **siffrorna**.")];
        for _ in 0..2 {
            assert_eq!(approver.post(&format!("{path}/decline"), &why).await.status, 303);
        }
        assert_eq!(approver.post(&format!("{path}/acceptance"), &[("version", "1")]).await.status, 422);
        assert_eq!(visibility(&app, id), Visibility::Group);
        app.run_jobs().await;
        let told = mails(&app, "author@x.example", "approval_answered");
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("Ta bort **siffrorna**.") && told[0].contains("fråga igen"), "{}", told[0]);
        let page = author.get(&format!("/posts/{id}")).await;
        assert_eq!(page.first("#readers blockquote"), "Ta bort **siffrorna**.");
        // Asked again and taken back: nobody can answer any more.
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "network")]).await;
        let path = format!("/approvals/{}", request(&app, id));
        for _ in 0..2 {
            let page = author.post_and_follow(&format!("{path}/withdrawal"), &[]).await;
            assert_eq!(page.count("#readers .notice"), 0, "{}", page.text());
        }
        let page = approver.get(&path).await;
        assert!(page.text().contains("tillbakatagen") && page.count("article") == 0);
        assert_eq!(approver.post(&format!("{path}/acceptance"), &[("version", "1")]).await.status, 422);
        app.run_jobs().await;
    });
}

#[test]
fn what_was_changed_since_is_read_again_before_it_is_approved() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (approver, _) = with_approver(&app).await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let author = app.signed_in("author@x.example").await;
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "network")]).await;
        let path = format!("/approvals/{}", request(&app, id));
        let page = approver.get(&path).await;
        let seen = page.attribute("[name=version]", "value").unwrap();
        app.travel(TimeDelta::minutes(1));
        let fields = [("title", "Om läsning"), ("body", "Annat."), ("visibility", "group")];
        author.post(&format!("/posts/{id}"), &fields).await;
        let page = approver.post(&format!("{path}/acceptance"), &[("version", &seen)]).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("har ändrats") && page.first("article p") == "Annat.");
        assert_eq!(visibility(&app, id), Visibility::Group);
        let seen = page.attribute("[name=version]", "value").unwrap();
        assert_eq!(approver.post(&format!("{path}/acceptance"), &[("version", &seen)]).await.status, 303);
        assert_eq!(visibility(&app, id), Visibility::Network);
        app.run_jobs().await;
    });
}

#[test]
fn the_first_publication_and_every_other_way_to_more_readers_asks_too() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        with_approver(&app).await;
        let author = app.signed_in("author@x.example").await;
        let waits = |id: Id| {
            let of_post = approvals::table.filter(approvals::post_id.eq(id));
            let row = of_post.order(approvals::id.desc()).select((approvals::wanted, approvals::state));
            let found: Option<(Visibility, String)> = app.read(|db| Ok(row.first(db).optional()?));
            (visibility(&app, id), found.map(|(wanted, state)| format!("{wanted} {state}")))
        };
        // By the form, at once.
        let fields = [("form", "free"), ("title", "Ett"), ("body", "Text"), ("visibility", "public")];
        let at = author.post(&format!("/groups/{}/posts", world.group), &fields).await.location.unwrap();
        let id: Id = at.rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(waits(id), (Visibility::Group, Some("public waiting".to_owned())));
        assert!(author.get(&at).await.text().contains("Väntar på Åsa Ek på Höör"));
        // From a draft, by itself.
        let now = app.app.clock.now();
        let new = NewPost::free("Två", "Text", Visibility::Network);
        let draft = app.write(|tx| posts::create(tx, world.group, world.author, &new, false, now));
        assert_eq!(waits(draft), (Visibility::Network, None));
        let soon = [("date", "2026-11-23"), ("time", "10:00")];
        author.post(&format!("/posts/{draft}/schedule"), &soon).await;
        app.travel(TimeDelta::hours(2));
        app.run_jobs().await;
        assert_eq!(waits(draft), (Visibility::Group, Some("network waiting".to_owned())));
        // By changing it.
        let group = world.publish(&app, "Tre", "Text", Visibility::Group);
        let fields = [("title", "Tre"), ("body", "Ny text"), ("visibility", "network")];
        let page = author.post_and_follow(&format!("/posts/{group}"), &fields).await;
        assert_eq!(page.first("article p"), "Ny text");
        assert_eq!(waits(group), (Visibility::Group, Some("network waiting".to_owned())));
        // What is withdrawn waits no more.
        author.post(&format!("/posts/{group}/withdrawal"), &[]).await;
        assert_eq!(waits(group).1.as_deref(), Some("network withdrawn"));
        app.run_jobs().await;
    });
}

#[test]
fn a_vacant_seat_or_ones_own_is_passed_over_and_said_so() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (_, seat) = with_approver(&app).await;
        let author = app.signed_in("author@x.example").await;
        let waiting = world.publish(&app, "Väntar", "Text", Visibility::Public);
        assert_eq!(visibility(&app, waiting), Visibility::Group);
        app.run_jobs().await;
        let vacate = |person: Option<Id>| {
            app.write(|tx| {
                diesel::update(seats::table.find(seat))
                    .set(seats::person_id.eq(person))
                    .execute(&mut **tx)?;
                Ok(())
            });
        };
        vacate(None);
        let page = author.get(&format!("/posts/{waiting}")).await;
        assert!(page.text().contains("Ingen har uppdraget"), "{}", page.text());
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let page =
            author.post_and_follow(&format!("/posts/{id}/releases"), &[("visibility", "network")]).await;
        let said = "Godkännandet på Höör hoppades över: ingen har uppdraget. Nu läser nätverket berättelsen.";
        assert!(page.text().contains(said), "{}", page.text());
        assert_eq!(visibility(&app, id), Visibility::Network);
        // What waited goes on, and the author gets a mail.
        let now = app.app.clock.now();
        app.write(|tx| grannskap::jobs::enqueue(tx, &posts::TendApprovals {}, None, now));
        app.run_jobs().await;
        assert_eq!(visibility(&app, waiting), Visibility::Public);
        assert!(mails(&app, "author@x.example", "approval_answered")[0].contains("hoppades över"));
        vacate(Some(world.author));
        let own = world.publish(&app, "Egen", "Text", Visibility::Public);
        assert_eq!(visibility(&app, own), Visibility::Public);
        assert!(author.get(&format!("/posts/{own}")).await.text().contains("det är ditt eget uppdrag"));
    });
}

#[test]
fn who_takes_over_the_seat_is_asked_and_who_left_it_answers_no_more() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (before, _) = with_approver(&app).await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Public);
        app.run_jobs().await;
        let other = app.person("Ny Ek", "new@x.example").await;
        let seat = confirmed(&app, other);
        let next = app.signed_in("new@x.example").await;
        next.post("/organisers/1267/approver", &[("seat", &seat.to_string())]).await;
        let now = app.app.clock.now();
        app.write(|tx| grannskap::jobs::enqueue(tx, &posts::TendApprovals {}, None, now));
        app.run_jobs().await;
        assert_eq!(mails(&app, "new@x.example", "approval_asked").len(), 1);
        let request = request(&app, id);
        assert_eq!(before.get(&format!("/approvals/{request}")).await.status, 404);
        assert_eq!(yes(&next, request).await, 303);
        assert_eq!(visibility(&app, id), Visibility::Public);
        app.run_jobs().await;
    });
}

#[test]
fn who_leads_the_organiser_or_runs_its_network_chooses_the_approver() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let chosen = || -> Option<Id> {
            let row = organiser_approvers::table.find("1267").select(organiser_approvers::seat_id);
            app.read(|db| Ok(row.first(db).optional()?))
        };
        // Seats that nobody vouches for choose nobody and are not chosen; nor do strangers and those who run another network.
        let claimed: Id = app.read(|db| {
            let mine = seats::table.filter(seats::person_id.eq(world.author));
            Ok(mine.select(seats::id).first(db)?)
        });
        for email in ["author@x.example", "other@x.example", "coordinator@x.example", "nobody@x.example"] {
            let client = app.signed_in(email).await;
            assert_eq!(client.get("/organisers/1267").await.count("#approver"), 0, "{email}");
            for seat in [claimed.to_string(), "none".to_owned(), "x".to_owned()] {
                let fields = [("seat", seat.as_str())];
                assert_eq!(client.post("/organisers/1267/approver", &fields).await.status, 404, "{email}");
            }
        }
        let now = app.app.clock.now();
        // A mail address there is enough to be chosen, and not to choose.
        app.write(|tx| grannskap::seats::confirm(tx, claimed, None, now));
        let author = app.signed_in("author@x.example").await;
        let page = author.get("/organisers/1267").await;
        assert!(page.first("#approver").contains("också en människa intyga det"), "{}", page.text());
        assert_eq!(page.count("#approver form"), 0);
        let fields = [("seat", claimed.to_string())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(author.post("/organisers/1267/approver", &fields).await.status, 404);
        let vouch = format!("/seats/{claimed}/confirmation");
        assert_eq!(author.post(&vouch, &[]).await.status, 404, "nobody vouches for themselves");
        let coordinator = app.signed_in("coordinator@x.example").await;
        let members = coordinator.get("/networks/ett/members").await;
        assert!(members.text().contains("Intyga uppdraget"), "{}", members.text());
        let page = coordinator.get(&format!("/seats/{claimed}")).await;
        assert_eq!(page.count(&format!("form[action='{vouch}']")), 1);
        assert_eq!(coordinator.post(&vouch, &[]).await.status, 303);
        let page = coordinator.get(&format!("/seats/{claimed}")).await;
        assert_eq!(page.count(&format!("form[action='{vouch}']")), 0);
        assert_eq!(mails(&app, "author@x.example", "seat_confirmed").len(), 0, "it was confirmed before");
        for email in ["author@x.example", "coordinator@x.example"] {
            let client = app.signed_in(email).await;
            let page = client.get("/organisers/1267").await;
            assert_eq!(page.count("#approver input[name=seat]"), 2, "{email}");
            client.post("/organisers/1267/approver", &[("seat", &claimed.to_string())]).await;
            assert_eq!(chosen(), Some(claimed));
            let page = client.post_and_follow("/organisers/1267/approver", &[("seat", "none")]).await;
            assert!(page.text().contains("Ingen behöver godkänna."));
            assert_eq!(chosen(), None);
        }
        let member = app.signed_in("member@x.example").await;
        assert_eq!(member.post("/organisers/1267/approver", &[("seat", "none")]).await.status, 404);
    });
}

#[test]
fn who_changes_the_level_of_the_seat_is_still_asked_and_chooses_nobody() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (approver, seat) = with_approver(&app).await;
        approver
            .post_and_follow(&format!("/seats/{seat}"), &[("role", "Ordförande"), ("level", "board")])
            .await;
        let none = [("seat", "none")];
        assert_eq!(
            approver.post("/organisers/1267/approver", &none).await.status,
            404,
            "nobody vouches for it"
        );
        app.write(|tx| {
            use grannskap::db::schema::people;
            let nobody = people::table.filter(people::email.eq("nobody@x.example"));
            Ok(diesel::update(nobody).set(people::administrator.eq(true)).execute(&mut **tx)?)
        });
        let administrator = app.signed_in("nobody@x.example").await;
        let page = administrator.get("/organisers/1267").await;
        assert_eq!(page.attribute("[name=seat][checked]", "value"), Some(seat.to_string()));
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let author = app.signed_in("author@x.example").await;
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "network")]).await;
        assert_eq!(visibility(&app, id), Visibility::Group);
        app.run_jobs().await;
        assert_eq!(mails(&app, "approver@x.example", "approval_asked").len(), 1);
    });
}
