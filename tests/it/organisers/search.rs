//! Finding organisers.

use grannskap::organisers::{self, Category, Filter, Kind};

use crate::support::{TestApp, run};

fn names(app: &TestApp, filter: &Filter) -> Vec<String> {
    let limits = app.app.config.settings.categories;
    app.read(|db| organisers::search(db, filter, limits))
        .organisers
        .into_iter()
        .map(|each| each.name)
        .collect()
}

fn total(app: &TestApp, filter: &Filter) -> usize {
    let limits = app.app.config.settings.categories;
    app.read(|db| organisers::search(db, filter, limits)).total
}

fn text(text: &str) -> Filter {
    Filter { text: text.to_owned(), ..Filter::default() }
}

#[test]
fn names_are_found_without_accents_and_in_swedish_order() {
    run(async {
        let app = TestApp::spawn().await;
        assert_eq!(names(&app, &text("hoor")), ["Höör"]);
        assert_eq!(names(&app, &text("  HÖÖR ")), ["Höör"]);
        assert_eq!(names(&app, &text("212000-1116")), names(&app, &text("hoor")), "by organisation number");
        assert_eq!(names(&app, &text("1267")), ["Höör"]);
        assert_eq!(names(&app, &text("%")).len(), organisers::PER_PAGE, "punctuation finds everybody");
        assert!(names(&app, &text("_oor")).is_empty() || names(&app, &text("_oor")) == ["Höör"]);
        // The name itself, then names that begin with it, then words in names.
        assert_eq!(names(&app, &text("habo"))[..2], ["Habo", "Håbo"]);
        let skane =
            Filter { county: Some("12".to_owned()), kind: Some(Kind::Municipality), ..Filter::default() };
        let skane = names(&app, &skane);
        assert_eq!((skane.len(), skane[0].as_str()), (33, "Bjuv"));
        assert_eq!(skane[30..], ["Ängelholm", "Örkelljunga", "Östra Göinge"]);
    });
}

#[test]
fn filters_narrow_down() {
    run(async {
        let app = TestApp::spawn().await;
        let category = |category| Filter { category: Some(category), ..Filter::default() };
        let sum: usize = Category::ALL.iter().map(|each| total(&app, &category(*each))).sum();
        assert_eq!((sum, total(&app, &category(Category::Independent))), (624, 334));
        assert_eq!(total(&app, &Filter { structure: Some("B4".to_owned()), ..Filter::default() }), 63);
        // Independent organisers count in every county where they are active.
        let gotland =
            Filter { county: Some("09".to_owned()), kind: Some(Kind::Independent), ..Filter::default() };
        assert!(names(&app, &gotland).contains(&"Pysslingen Förskolor och Skolor AB".to_owned()));
    });
}

#[test]
fn limits_of_categories_are_configuration() {
    run(async {
        let app =
            TestApp::spawn_with(&[("CATEGORIES_SMALL_BELOW", "100"), ("CATEGORIES_MEDIUM_BELOW", "900000")])
                .await;
        let of = |category| total(&app, &Filter { category: Some(category), ..Filter::default() });
        assert_eq!([of(Category::Small), of(Category::Medium), of(Category::Large)], [0, 289, 1]);
    });
}

#[test]
fn pages_hold_everybody_once() {
    run(async {
        let app = TestApp::spawn().await;
        let mut seen = std::collections::BTreeSet::new();
        for page in 0..13 {
            for name in names(&app, &Filter { page, ..Filter::default() }) {
                seen.insert(name);
            }
        }
        assert_eq!(seen.len(), 624);
        let beyond = Filter { page: 9_999, ..Filter::default() };
        assert_eq!(names(&app, &beyond).len(), 24, "a page that is not there is the last");
    });
}
