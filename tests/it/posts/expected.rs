//! What should come first: a set of queries as people type them, over stories as people write them. The same on both databases.

use chrono::TimeDelta;
use grannskap::posts::Visibility;

use super::talk::say;
use super::world::World;
use crate::support::{TestApp, run};

/// Stories, the oldest first: title and text.
const STORIES: [(&str, &str); 16] = [
    (
        "Rektorerna läste varandras analyser",
        "Tre rektorer bytte kvalitetsrapporter och skrev frågor i marginalen.",
    ),
    ("En förmiddag i månaden", "Ledningsgruppen bokade tid för uppföljning av resultaten i matematik."),
    ("När nämnden kom på besök", "Politikerna följde med på lektion och såg hur undervisningen går till."),
    (
        "Elevhälsan flyttade in i arbetslaget",
        "Kuratorn och specialpedagogen sitter nu med lärarna varje tisdag.",
    ),
    ("Närvaroteamet ringer hem", "Frånvaron sjönk när samma person ringde varje morgon."),
    (
        "Ett årshjul som håller",
        "Det systematiska kvalitetsarbetet fick plats i kalendern i stället för i en pärm.",
    ),
    ("Förskolans övergångar", "Förskollärare och lärare i förskoleklass träffas två gånger om året."),
    ("Läsning varje dag", "Tjugo minuter tyst läsning; bibliotekarien hjälpte till att välja böcker."),
    ("Vi slutade mäta allt", "Färre enkäter gav bättre samtal om likvärdighet."),
    ("Modersmål på distans", "Tre kommuner delar på en modersmålslärare via skärm."),
    ("Budgeten i klartext", "Ekonomen ritade hur resurserna fördelas mellan skolorna."),
    ("Nyanlända elever och deras föräldrar", "Föräldramöten på flera språk, med tolk och fika."),
    ("Kollegial handledning i små grupper", "Fyra skolchefer handledde varandra efter en fast modell."),
    ("Trygghet på rasten", "Rastvärdar i gula västar och en aktivitet per dag."),
    (
        "What we learned from a study visit",
        "Two principals from Finland visited our schools and asked good questions.",
    ),
    ("Digitalisering utan brådska", "Lärarna valde ett verktyg i taget och provade det en termin."),
];

/// What is typed, and the title that comes first.
const EXPECTED: [(&str, &str); 36] = [
    ("rektor", "Rektorerna läste varandras analyser"),
    ("rektorernas analys", "Rektorerna läste varandras analyser"),
    ("kvalitetsrapport", "Rektorerna läste varandras analyser"),
    ("rapporter", "Rektorerna läste varandras analyser"),
    ("uppföljning av resultat", "En förmiddag i månaden"),
    ("matte", ""),
    ("matematiken", "En förmiddag i månaden"),
    ("nämnd", "När nämnden kom på besök"),
    ("NAMNDENS BESOK", "När nämnden kom på besök"),
    ("politiker lektion", "När nämnden kom på besök"),
    ("undervisning", "När nämnden kom på besök"),
    ("kurator", "Elevhälsan flyttade in i arbetslaget"),
    ("arbetslag", "Elevhälsan flyttade in i arbetslaget"),
    ("hälsa", "Elevhälsan flyttade in i arbetslaget"),
    ("pedagoger", "Elevhälsan flyttade in i arbetslaget"),
    ("frånvaro", "Närvaroteamet ringer hem"),
    ("närvaro", "Närvaroteamet ringer hem"),
    ("team", "Närvaroteamet ringer hem"),
    ("kvalitetsarbete", "Ett årshjul som håller"),
    ("systematiskt kvalitetsarb", "Ett årshjul som håller"),
    ("årshjulet", "Ett årshjul som håller"),
    ("förskola", "Förskolans övergångar"),
    ("övergång", "Förskolans övergångar"),
    ("\"tyst läsning\"", "Läsning varje dag"),
    ("böcker bibliotek", "Läsning varje dag"),
    ("enkäten", "Vi slutade mäta allt"),
    ("modersmålslärarna", "Modersmål på distans"),
    ("skolornas resurs", "Budgeten i klartext"),
    ("föräldramöte", "Nyanlända elever och deras föräldrar"),
    ("möten språk", "Nyanlända elever och deras föräldrar"),
    ("handledningar", "Kollegial handledning i små grupper"),
    ("skolchef", "Kollegial handledning i små grupper"),
    ("studies", "What we learned from a study visit"),
    ("principal question", "What we learned from a study visit"),
    ("brådskan", "Digitalisering utan brådska"),
    ("verktygen", "Digitalisering utan brådska"),
];

#[test]
fn the_expected_story_comes_first() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        for (title, body) in STORIES {
            world.publish(&app, title, body, Visibility::Network);
            app.travel(TimeDelta::hours(1));
        }
        let member = app.signed_in("member@x.example").await;
        let mut wrong = Vec::new();
        for (query, expected) in EXPECTED {
            let asked: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
            let page = member.get(&format!("/search?kind=post&q={asked}")).await;
            let first = page.all("main .rows .name").into_iter().next().unwrap_or_default();
            if first != expected {
                wrong.push(format!("{query}: {first:?}, not {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn of_two_alike_the_one_of_ones_own_network_comes_first() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "Egen", "Om fjällräven.", Visibility::Public);
        app.travel(TimeDelta::hours(1));
        let own = world.publish(&app, "Kommenterad", "Vi gick ut.", Visibility::Public);
        say(&app, own, world.member, "Vi såg fjällräven.", None);
        let first = async |email: &str| {
            let client = app.signed_in(email).await;
            client.get("/search?kind=post&q=fjällräv").await.all("main .rows .name")
        };
        // By the words of a story or of its comments alike, the newest first.
        assert_eq!(first("member@x.example").await, ["Kommenterad", "Egen"]);
        assert_eq!(first("other@x.example").await, ["Kommenterad", "Egen"]);
        app.write(|tx| {
            use diesel::prelude::*;
            use grannskap::db::schema::{networks, posts};
            let elsewhere: grannskap::db::types::Id =
                networks::table.filter(networks::slug.eq("tva")).select(networks::id).first(&mut **tx)?;
            diesel::update(posts::table.find(own)).set(posts::network_id.eq(elsewhere)).execute(&mut **tx)?;
            Ok(())
        });
        let author = app.signed_in("sibling@x.example").await;
        let found = author.get("/search?kind=post&q=fjällräv").await.all("main .rows .name");
        assert_eq!(found, ["Egen", "Kommenterad"]);
    });
}
