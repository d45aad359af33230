//! What is loaded at start.

use std::collections::BTreeMap;

use diesel::prelude::*;
use grannskap::config::NeighbourFallback;
use grannskap::db::schema::{
    neighbours, organiser_municipalities, organisers as rows, reference_loads, similar_organisers,
};
use grannskap::i18n::Lang;
use grannskap::organisers::{self, Area, Kind, NeighbourKind};

use crate::support::{TestApp, run};

const FALLBACK: NeighbourFallback = NeighbourFallback { fallback_below: 1, fallback_count: 3 };

#[test]
fn sums_are_those_of_the_sources() {
    run(async {
        let app = TestApp::spawn().await;
        type Row = (Kind, Option<i32>, Option<String>);
        let all: Vec<Row> = app.read(|db| {
            Ok(rows::table.select((rows::kind, rows::inhabitants, rows::structure_code)).load(db)?)
        });
        let municipalities: Vec<&Row> = all.iter().filter(|row| row.0 == Kind::Municipality).collect();
        assert_eq!((municipalities.len(), all.len()), (290, 624));
        assert_eq!(municipalities.iter().map(|row| row.1.unwrap()).sum::<i32>(), 10_587_710);
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &municipalities {
            *groups.entry(row.2.as_deref().unwrap()).or_default() += 1;
        }
        let groups: Vec<(&str, usize)> = groups.into_iter().collect();
        let expected = [
            ("A1", 3),
            ("A2", 43),
            ("B3", 23),
            ("B4", 63),
            ("B5", 24),
            ("C6", 27),
            ("C7", 51),
            ("C8", 35),
            ("C9", 21),
        ];
        assert_eq!(groups, expected);
        let similar: i64 = app.read(|db| Ok(similar_organisers::table.count().get_result(db)?));
        assert_eq!(similar, 12_180);
    });
}

#[test]
fn neighbours_go_both_ways_and_gotland_has_the_nearest() {
    run(async {
        let app = TestApp::spawn().await;
        let stockholm = app.read(|db| organisers::neighbours_of(db, "0180"));
        let land = stockholm.iter().filter(|each| each.kind == NeighbourKind::Land).count();
        assert_eq!((land, stockholm.len()), (7, 10));
        let gotland = app.read(|db| organisers::neighbours_of(db, "0980"));
        assert_eq!(gotland.len(), 3);
        assert!(gotland.iter().all(|each| each.kind == NeighbourKind::Distance && each.kilometres > 80.0));
        assert!(gotland.is_sorted_by(|a, b| a.kilometres <= b.kilometres));
        let pairs: Vec<(String, String)> = app.read(|db| {
            Ok(neighbours::table.select((neighbours::code, neighbours::neighbour_code)).load(db)?)
        });
        assert_eq!(pairs.len(), 2 * (711 + 40 + 3));
        let set: std::collections::HashSet<_> = pairs.iter().cloned().collect();
        assert!(pairs.into_iter().all(|(a, b)| set.contains(&(b, a))));
    });
}

#[test]
fn the_fallback_follows_the_configuration() {
    run(async {
        let app =
            TestApp::spawn_with(&[("NEIGHBOURS_FALLBACK_BELOW", "2"), ("NEIGHBOURS_FALLBACK_COUNT", "5")])
                .await;
        let oxelosund = app.read(|db| organisers::neighbour_codes(db, "0481"));
        assert_eq!(oxelosund.len(), 5);
        assert_eq!(app.read(|db| organisers::neighbour_codes(db, "0980")).len(), 5);
    });
}

#[test]
fn loading_again_changes_nothing_and_keeps_corrections() {
    run(async {
        let app = TestApp::spawn().await;
        let now = app.app.clock.now();
        let code = "556462-4368";
        app.write(|tx| {
            diesel::update(rows::table.find(code))
                .set((rows::name.eq("Rättad"), rows::reference.eq(false)))
                .execute(&mut **tx)?;
            diesel::update(rows::table.find("1267")).set(rows::name.eq("Gammalt namn")).execute(&mut **tx)?;
            organisers::load_reference(tx, FALLBACK, now)
        });
        let name = |code: &'static str| app.read(|db| organisers::find(db, code)).name;
        assert_eq!(name("1267"), "Gammalt namn", "the same edition is not read again");

        let active =
            |db: &mut grannskap::db::Db| Ok(organiser_municipalities::table.count().get_result::<i64>(db)?);
        let before = app.read(active);
        app.write(|tx| {
            diesel::update(reference_loads::table)
                .set(reference_loads::edition.eq("older"))
                .execute(&mut **tx)?;
            organisers::load_reference(tx, FALLBACK, now)
        });
        assert_eq!((name("1267").as_str(), name(code).as_str()), ("Höör", "Rättad"));
        assert_eq!(app.read(active), before);
        assert_eq!(app.read(|db| Ok(rows::table.count().get_result::<i64>(db)?)), 624);
    });
}

#[test]
fn kolada_names_seven_for_each_area() {
    run(async {
        let app = TestApp::spawn().await;
        let (similar, year) = app.read(|db| organisers::similar_to(db, "1267", Area::CompulsorySchool));
        let names: Vec<&str> = similar.iter().map(|each| each.name.as_str()).collect();
        let expected = ["Gagnef", "Gnesta", "Kil", "Lilla Edet", "Lycksele", "Söderköping", "Östra Göinge"];
        assert_eq!((names.as_slice(), year), (expected.as_slice(), Some(2024)));
        for area in Area::ALL {
            assert_eq!(app.read(|db| organisers::similar_to(db, "0980", *area)).0.len(), 7, "{area}");
        }
    });
}

#[test]
fn themes_have_names_in_both_languages() {
    run(async {
        let app = TestApp::spawn().await;
        let themes = app.read(organisers::themes);
        assert!(themes.len() >= 16);
        assert_eq!(themes[0].slug, "systematiskt-kvalitetsarbete");
        assert_ne!(themes[0].name(Lang::Swedish), themes[0].name(Lang::English));
    });
}

#[test]
fn the_matcher_gets_relations_among_those_asked_for() {
    run(async {
        let app = TestApp::spawn().await;
        // Höör, Hörby (a neighbour), Gnesta (similar by Kolada), and a school association in Höör.
        let codes = ["1267", "1266", "0461", "716439-6918"].map(str::to_owned);
        let limits = app.app.config.settings.categories;
        let given = app.read(|db| organisers::matching_organisers(db, &codes, limits));
        assert_eq!(given.iter().map(|each| each.key.as_str()).collect::<Vec<_>>(), codes);
        assert_eq!(
            (given[0].neighbours.as_slice(), given[0].similar.as_slice()),
            ([1, 3].as_slice(), [2].as_slice())
        );
        assert_eq!(given[3].category, matching::Category::Independent);
        assert!(given[3].neighbours.contains(&0) && given[3].position.is_some());
        let unknown =
            app.app.database.read_now(|db| organisers::matching_organisers(db, &["x".to_owned()], limits));
        assert!(matches!(unknown, Err(grannskap::error::Error::NotFound)));
    });
}
