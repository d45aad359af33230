//! The board: what is locked stays, what is changed can be undone, proposals are kept and compared.

use grannskap::db::types::Id;
use grannskap::rounds::{self, ByHand, ChangeKind, Lock, Move, Proposal, Swap};

use super::placed;
use super::support::World;
use crate::support::{TestApp, run};

/// A round of twelve with a proposal of three groups or so, and its coordinator.
async fn proposed(app: &TestApp) -> (World, Id) {
    let world = World::new(app).await;
    let round = world.round(app, 3, 5);
    world.registered(app, round, 12).await;
    rounds::run(&app.app, round, 1).await.unwrap();
    (world, round)
}

fn read(app: &TestApp, round: Id) -> Proposal {
    app.read(|db| rounds::proposal(db, round))
}

fn make(app: &TestApp, world: &World, round: Id, change: impl Into<ByHand>) -> bool {
    let (limits, now) = (app.app.config.settings.categories, app.app.clock.now());
    let change = change.into();
    let write = app
        .app
        .database
        .write_now(|tx| rounds::move_person(tx, round, change, limits, world.coordinator, now));
    write.is_ok()
}

/// Who stands where: group names and the registrations in them.
fn picture(found: &Proposal) -> Vec<(String, Vec<Id>, bool)> {
    let members =
        |group: &rounds::ProposedGroup| group.members.iter().map(|each| each.registered.id).collect();
    found.groups.iter().map(|group| (group.name.clone(), members(group), group.frozen)).collect()
}

fn member(found: &Proposal, group: usize, at: usize) -> Id {
    found.groups[group].members[at].registered.id
}

#[test]
fn two_change_places_with_the_effect_shown_first_and_it_can_be_undone() {
    run(async {
        let app = TestApp::spawn().await;
        let (_, round) = proposed(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let before = read(&app, round);
        let (one, two) = (member(&before, 0, 0), member(&before, 1, 0));
        let page = kajsa
            .get(&format!("/rounds/{round}/moves/new?registration={one}&to={}", before.groups[1].id))
            .await;
        assert!(page.count(&format!("a[href*='two={two}']")) == 1, "{}", page.text());
        let asked = app.queries();
        let page = kajsa.get(&format!("/rounds/{round}/swaps/new?one={one}&two={two}")).await;
        assert!(app.queries() - asked <= 18, "{}", app.queries() - asked);
        assert_eq!(page.count("#effect"), 1);
        assert!(page.text().contains("före"), "{}", page.text());
        assert_eq!(picture(&read(&app, round)), picture(&before), "looking changes nothing");
        let (one_is, two_is) = (one.to_string(), two.to_string());
        let form = [("one", one_is.as_str()), ("two", two_is.as_str())];
        let page = kajsa.post_and_follow(&format!("/rounds/{round}/swaps"), &form).await;
        assert!(page.text().contains("bytte plats"), "{}", page.text());
        let after = read(&app, round);
        let stands = |found: &Proposal, who: Id| {
            found.groups.iter().position(|group| group.members.iter().any(|each| each.registered.id == who))
        };
        assert_eq!((stands(&after, one), stands(&after, two)), (Some(1), Some(0)));
        assert!(after.groups[1].members.iter().any(|each| each.registered.id == one && each.why.by_hand));
        for nonsense in [format!("one={one}&two={one}"), format!("one={one}&two={round}"), "one=x".to_owned()]
        {
            let page = kajsa.get(&format!("/rounds/{round}/swaps/new?{nonsense}")).await;
            assert!([404, 409].contains(&page.status.as_u16()), "{nonsense}: {}", page.status);
        }

        let change = app.read(|db| rounds::changes(db, round)).remove(0);
        assert_eq!(change.kind, ChangeKind::Swap);
        let undo = format!("/rounds/{round}/changes/{}/end", change.id);
        let page = kajsa.post_and_follow(&undo, &[]).await;
        assert!(page.text().contains("Ändringen är ångrad"), "{}", page.text());
        let undone = read(&app, round);
        assert_eq!(picture(&undone), picture(&before));
        assert!(undone.groups.iter().flat_map(|group| &group.members).all(|each| !each.moved));
        assert_eq!(kajsa.post(&undo, &[]).await.status, 404, "undone once");
    });
}

#[test]
fn several_changes_are_undone_back_to_one() {
    run(async {
        let app = TestApp::spawn().await;
        let (world, round) = proposed(&app).await;
        let (now, by) = (app.app.clock.now(), world.coordinator);
        let before = read(&app, round);
        let who = member(&before, 0, 0);
        app.write(|tx| rounds::rename(tx, round, before.groups[0].id, "Första namnet", by, now));
        let named = picture(&read(&app, round));
        assert!(make(&app, &world, round, Move { registration: who, to: None }));
        assert!(make(&app, &world, round, Move { registration: who, to: Some(before.groups[1].id) }));
        app.write(|tx| rounds::lock(tx, round, Lock::Group(before.groups[1].id), true, by, now));
        rounds::run(&app.app, round, 7).await.unwrap();
        let changes = app.read(|db| rounds::changes(db, round));
        let kinds: Vec<ChangeKind> = changes.iter().map(|change| change.kind).collect();
        let all =
            [ChangeKind::Anew, ChangeKind::Freeze, ChangeKind::Move, ChangeKind::Out, ChangeKind::Rename];
        assert_eq!(kinds, all);
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("/rounds/{round}/changes")).await;
        assert_eq!(page.count("main .rows > li"), 5);
        assert_eq!(app.write(|tx| rounds::undo(tx, round, changes[3].id)), 4);
        assert_eq!(picture(&read(&app, round)), named);
        assert_eq!(app.write(|tx| rounds::undo(tx, round, changes[4].id)), 1);
        assert_eq!(picture(&read(&app, round)), picture(&before));
        assert!(app.read(|db| rounds::changes(db, round)).is_empty());
    });
}

#[test]
fn what_is_locked_is_left_alone_by_hand_and_by_search() {
    run(async {
        let app = TestApp::spawn().await;
        let (world, round) = proposed(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let found = read(&app, round);
        // Somebody where they do not belong, so that there is something to improve.
        let (odd, to) = (member(&found, 0, 0), found.groups[2].members[0].registered.id);
        assert!(make(&app, &world, round, Swap { one: odd, two: to }));
        let held = member(&found, 1, 0);
        let (held_is, frozen) = (held.to_string(), found.groups[2].id.to_string());
        let locks = format!("/rounds/{round}/locks");
        let page = kajsa.post_and_follow(&locks, &[("registration", &held_is)]).await;
        assert!(page.text().contains("Personen är låst till gruppen"), "{}", page.text());
        kajsa.post_and_follow(&locks, &[("registration", &held_is)]).await;
        let page = kajsa.post_and_follow(&locks, &[("group", &frozen)]).await;
        assert!(page.text().contains("Gruppen är fryst"), "{}", page.text());
        let page = kajsa.get(&format!("/rounds/{round}/proposal?view=locked")).await;
        assert_eq!(page.count("main .card"), 2);
        let changes = app.read(|db| rounds::changes(db, round));
        assert_eq!(changes.len(), 3, "locking twice is locking once");

        let before = read(&app, round);
        let other = before.groups[0].id;
        assert!(!make(&app, &world, round, Move { registration: held, to: Some(other) }), "locked");
        let inside = member(&before, 2, 0);
        assert!(!make(&app, &world, round, Move { registration: inside, to: Some(other) }), "frozen");
        let free = member(&before, 0, 0);
        let into = Move { registration: free, to: Some(before.groups[2].id) };
        assert!(!make(&app, &world, round, into), "nobody comes into a frozen group");
        assert!(!make(&app, &world, round, Swap { one: free, two: inside }));

        let page = kajsa.get(&format!("/rounds/{round}/improvement/new")).await;
        assert!(page.text().contains("En person är låst") && page.text().contains("En grupp är fryst"));
        let page = kajsa.post_and_follow(&format!("/rounds/{round}/improvement"), &[]).await;
        assert_eq!(page.count("#search progress"), 1);
        app.run_jobs().await;
        let after = read(&app, round);
        assert_eq!(placed(&after), 12, "nobody was lost");
        assert_eq!(picture(&after)[2], picture(&before)[2], "the frozen group is what it was");
        assert!(after.groups[1].members.iter().any(|each| each.registered.id == held && each.locked));
        assert_eq!(after.groups.len(), before.groups.len());
        let page = kajsa.get(&format!("/rounds/{round}/proposal")).await;
        assert!(page.text().contains("förbättring") || page.text().contains("inget som är bättre"));
        assert_eq!(page.count("#search"), 0);

        let page = kajsa.post_and_follow(&format!("{locks}/end"), &[("registration", &held_is)]).await;
        assert!(page.text().contains("inte längre låst"), "{}", page.text());
        kajsa.post_and_follow(&format!("{locks}/end"), &[("group", &frozen)]).await;
        assert!(read(&app, round).groups.iter().all(|group| !group.frozen));
        assert_eq!(kajsa.post(&locks, &[("group", "x")]).await.status, 404);
        assert_eq!(kajsa.post(&locks, &[("registration", &frozen)]).await.status, 404);
    });
}

#[test]
fn a_search_gives_way_to_what_was_changed_meanwhile_and_says_so_when_nothing_is_better() {
    run(async {
        let app = TestApp::spawn().await;
        let (world, round) = proposed(&app).await;
        let (now, by) = (app.app.clock.now(), world.coordinator);
        assert!(app.write(|tx| rounds::search::begin_improving(tx, round, by, now)));
        assert!(!app.write(|tx| rounds::search::begin_improving(tx, round, by, now)), "not beside itself");
        app.run_jobs().await;
        let first = read(&app, round);
        assert!(app.write(|tx| rounds::search::begin_improving(tx, round, by, now)));
        app.run_jobs().await;
        assert_eq!(picture(&read(&app, round)), picture(&first), "the best stays the best");
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("/rounds/{round}/proposal")).await;
        assert!(page.text().contains("hittade inget som är bättre"), "{}", page.text());

        // Somebody is moved while it searches: it looks again from there.
        assert!(app.write(|tx| rounds::search::begin_improving(tx, round, by, now)));
        let who = member(&first, 0, 0);
        assert!(make(&app, &world, round, Move { registration: who, to: None }));
        app.run_jobs().await;
        let after = read(&app, round);
        assert_eq!(after.unplaced.iter().map(|(each, _)| each.id).collect::<Vec<_>>(), [who], "stays out");
    });
}

#[test]
fn locks_that_contradict_each_other_are_named_with_the_way_out() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (now, by) = (app.app.clock.now(), world.coordinator);
        // Two from one organiser in a group for one from each.
        let round = world.round(&app, 3, 5);
        world.registered(&app, round, 11).await;
        let same = world.member(&app, 77, "1214", true).await;
        world.register(&app, round, &same);
        rounds::run(&app.app, round, 1).await.unwrap();
        let found = read(&app, round);
        let of_organiser: Vec<(usize, Id)> = found
            .groups
            .iter()
            .enumerate()
            .flat_map(|(at, group)| group.members.iter().map(move |each| (at, &each.registered)))
            .filter(|(_, each)| each.organiser_code == "1214")
            .map(|(at, each)| (at, each.id))
            .collect();
        let [(here, one), (there, two)] = of_organiser[..] else { panic!("{of_organiser:?}") };
        assert_ne!(here, there);
        let together = Move { registration: two, to: Some(found.groups[here].id) };
        assert!(make(&app, &world, round, together));
        app.write(|tx| {
            rounds::lock(tx, round, Lock::Person(one), true, by, now)?;
            rounds::lock(tx, round, Lock::Person(two), true, by, now)
        });
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.post(&format!("/rounds/{round}/improvement"), &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("samma huvudman") && page.text().contains("Lås upp"), "{}", page.text());
        assert!(app.read(|db| rounds::search::of_round(db, round)).is_none());
    });
}

#[test]
fn proposals_are_kept_compared_and_one_is_chosen() {
    run(async {
        let app = TestApp::spawn().await;
        let (world, round) = proposed(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let drafts = format!("/rounds/{round}/drafts");
        let page = kajsa.post(&drafts, &[("name", "")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.count(".error-summary a[href='#name']"), 1);
        kajsa.post_and_follow(&drafts, &[("name", "Det första")]).await;
        let first = read(&app, round);
        assert!(make(&app, &world, round, Swap { one: member(&first, 0, 0), two: member(&first, 1, 0) }));
        let page = kajsa.get(&drafts).await;
        assert_eq!(page.count("tbody tr"), 2);
        let kept = app.read(|db| rounds::drafts(db, round)).remove(0);
        assert_eq!((kept.figures.placed, kept.figures.by_hand), (12, 0));
        let draft = format!("{drafts}/{}", kept.id);
        let page = kajsa.get(&draft).await;
        assert_eq!(page.count("section.pair"), 2, "two groups differ");
        assert_eq!(page.count("section.pair strong"), 4);
        kajsa.post_and_follow(&format!("{draft}/choice"), &[]).await;
        assert_eq!(picture(&read(&app, round)), picture(&first));
        let page = kajsa.get(&draft).await;
        assert!(page.text().contains("Inget skiljer dem åt"), "{}", page.text());

        // Somebody leaves: a draft does not bring them back.
        let gone = app.read(|db| rounds::registered(db, round)).remove(0);
        kajsa.post_and_follow(&format!("/registrations/{}/withdrawal", gone.id), &[]).await;
        kajsa.post_and_follow(&format!("{draft}/choice"), &[]).await;
        assert_eq!(placed(&read(&app, round)), 11);
        // Thrown away and made anew: the draft is there still, and who came later is named.
        kajsa.post_and_follow(&format!("/rounds/{round}/proposal/end"), &[]).await;
        assert_eq!(kajsa.post(&format!("{draft}/choice"), &[]).await.status, 409);
        let late = world.member(&app, 90, "1291", true).await;
        world.register(&app, round, &late);
        rounds::run(&app.app, round, 3).await.unwrap();
        kajsa.post_and_follow(&format!("{draft}/choice"), &[]).await;
        let found = read(&app, round);
        assert_eq!((placed(&found), found.unplaced.len()), (11, 1));
        assert_eq!(found.unplaced[0].1.reason, rounds::Reason::CameLater);

        kajsa.post_and_follow(&format!("{draft}/end"), &[]).await;
        assert_eq!(kajsa.get(&draft).await.status, 404);
        for n in 0..10 {
            assert_eq!(kajsa.post(&drafts, &[("name", &format!("Nummer {n}"))]).await.status, 303);
        }
        assert_eq!(kajsa.post(&drafts, &[("name", "En till")]).await.status, 409);
        app.run_jobs().await;
    });
}

#[test]
fn the_board_is_searched_and_the_map_and_coverage_say_who_is_where() {
    run(async {
        let app = TestApp::spawn().await;
        let (_, round) = proposed(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let found = read(&app, round);
        let board = format!("/rounds/{round}/proposal");
        let last = found.groups.last().unwrap().id;
        let page = kajsa.get(&format!("{board}?group={last}")).await;
        assert_eq!(page.count(&format!("main .card h2#g-{last}")), 1);
        assert!(page.body.len() < 60_000, "{}", page.body.len());
        let one = &found.groups[1].members[0].registered;
        let page = kajsa.get(&format!("{board}?q={}", one.name.clone().unwrap().replace(' ', "+"))).await;
        assert_eq!(page.count("main .card"), 1);
        assert_eq!(kajsa.get(&format!("{board}?q=finns+inte")).await.count("main .card"), 0);
        assert_eq!(kajsa.get(&format!("{board}?view=moved")).await.count("main .card"), 0);
        let page = kajsa.get(&format!("{board}?view=weakest")).await;
        assert_eq!(page.count("main .card"), found.groups.len());

        let page = kajsa.get(&format!("{board}/map")).await;
        assert_eq!(page.count("svg.map-hulls path.hull"), found.groups.len());
        assert_eq!(page.count("tbody tr"), found.groups.len());
        assert!(page.body.len() < 60_000, "{}", page.body.len());

        let page = kajsa.get(&format!("/rounds/{round}/coverage?show=in")).await;
        assert_eq!(page.count("#organisers .rows > li"), 12);
        assert!(page.text().contains("Med (12)"), "{}", page.text());
        let page = kajsa.get(&format!("/rounds/{round}/coverage")).await;
        assert_eq!(page.count("#organisers .rows > li"), 50, "a page of those who are not there");
        assert!(page.text().contains("Inte med (278)"), "{}", page.text());
    });
}

#[test]
fn settings_say_what_they_would_mean_before_they_are_saved() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        world.registered(&app, round, 10).await;
        let odd = world.member(&app, 60, "1281", false).await;
        world.register(&app, round, &odd);
        let siv = world.member(&app, 61, "1282", true).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("/rounds/{round}/edit")).await;
        assert!(page.text().contains("10 anmälda ger 3 grupper med 3–4 deltagare"), "{}", page.text());
        assert!(page.text().contains("En anmäld räknas inte"), "{}", page.text());
        let settings = |least: u32, most: u32| {
            format!(
                "/rounds/{round}/forecast?name=V&preset=similar&size_min={least}&size_max={most}\
                 &per_organiser=1&categories=mixed&levels=mixed&last_day=2026-12-20"
            )
        };
        let page = kajsa.get(&settings(7, 8)).await;
        assert!(page.text().contains("går inte att dela"), "{}", page.text());
        assert!(page.count("#forecast .rows ul > li") >= 1, "the smallest way out is named");
        assert_eq!(page.attribute("#size_min", "value").as_deref(), Some("7"), "what was typed is kept");
        let page = kajsa.get(&settings(12, 12)).await;
        assert!(page.text().contains("räcker inte till en grupp"), "{}", page.text());
        let alone = world.round(&app, 3, 5);
        world.register(&app, alone, &siv);
        let page = kajsa.get(&format!("/rounds/{alone}/edit")).await;
        assert!(page.text().contains("Det gäller Medlem 61"), "few are named: {}", page.text());
        let page = kajsa.get(&settings(9, 4)).await;
        assert_eq!((page.status.as_u16(), page.count("#forecast")), (422, 0));
        let kept = kajsa.get(&format!("/rounds/{round}/edit")).await;
        assert_eq!(kept.attribute("#size_min", "value").as_deref(), Some("3"), "nothing was saved");
    });
}
