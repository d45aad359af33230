//! Every form, sent empty, wrong and far too long: a clear answer, the error at its field, nothing typed lost.
//!
//! The forms are those that the pages show, so that a new one cannot be forgotten.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use scraper::{Html, Selector};

use super::addresses::{is_secret, reads};
use super::visitor::Visitor;
use super::world::World;
use crate::support::{Page, TestApp, run};

/// A form as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    page: String,
    action: String,
    fields: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Field {
    name: String,
    kind: String,
    value: String,
}

impl Field {
    /// Whether somebody types or chooses here; the rest is sent as it stands.
    fn is_filled_in(&self) -> bool {
        !["hidden", "submit"].contains(&self.kind.as_str())
    }

    /// Whether what is typed here must come back when the form has errors.
    fn comes_back(&self) -> bool {
        ["text", "email", "textarea", "date", "time", "number", "url", "search"].contains(&self.kind.as_str())
    }
}

/// The ways to get a form wrong.
const WAYS: [&str; 3] = ["empty", "wrong", "long"];

fn bad(field: &Field, way: &str) -> String {
    match (way, field.kind.as_str()) {
        _ if !field.is_filled_in() => field.value.clone(),
        ("empty", _) => String::new(),
        ("long", _) => "ÅÄÖ ordrikt <b>& ".repeat(600),
        (_, "date") => "2026-13-45".to_owned(),
        (_, "time") => "25:99".to_owned(),
        (_, "number") => "minus tre".to_owned(),
        (_, "email") => "ingen adress".to_owned(),
        _ => "\0<script>alert(1)</script>\u{202e}".to_owned(),
    }
}

/// Every form with fields that a page shows, whichever page shows it first.
fn forms_of(page: &Page, path: &str) -> Vec<Found> {
    let html = Html::parse_document(&page.body);
    let all = |selector: &str| Selector::parse(selector).unwrap();
    let (forms, controls) = (all("form[method=post]"), all("input, textarea, select, button[name]"));
    let mut found = Vec::new();
    for form in html.select(&forms) {
        let fields = form.select(&controls).filter_map(|control| {
            let kind = match control.value().name() {
                "input" => control.value().attr("type").unwrap_or("text"),
                "button" => "submit",
                other => other,
            };
            let value = match kind {
                "textarea" => control.text().collect(),
                _ => control.value().attr("value").unwrap_or_default().to_owned(),
            };
            Some(Field { name: control.value().attr("name")?.to_owned(), kind: kind.to_owned(), value })
        });
        let fields: Vec<Field> = fields.collect();
        let uploads = fields.iter().any(|field| field.kind == "file");
        if fields.iter().any(Field::is_filled_in) && !uploads {
            let action = form.value().attr("action").unwrap_or(path).to_owned();
            found.push(Found { page: path.to_owned(), action, fields });
        }
    }
    found
}

/// What is not right about the answer to a form that was filled in badly.
fn complaints(page: &Page, form: &Found, sent: &[(String, String)], way: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let status = page.status.as_u16();
    if ![200, 201, 303, 400, 404, 409, 413, 422, 429].contains(&status) {
        wrong.push(format!("answers {status}"));
    }
    if status == 200 {
        wrong.push("answers 200 and tells nothing".to_owned());
    }
    if status == 400 && way != "wrong" {
        wrong.push("answers 400 where a field should say what is wrong".to_owned());
    }
    if status != 422 {
        return wrong;
    }
    let title = page.first("title");
    if !title.starts_with("Fel: ") {
        wrong.push(format!("the title {title:?} does not say that something is wrong"));
    }
    let summary = page.all(".error-summary a");
    if summary.is_empty() {
        wrong.push("has no summary of errors".to_owned());
    }
    let html = Html::parse_document(&page.body);
    let links = Selector::parse(".error-summary a").unwrap();
    for link in html.select(&links) {
        let target = link.value().attr("href").unwrap_or_default().trim_start_matches('#');
        let by_id = Selector::parse(&format!("[id=\"{target}\"]")).unwrap();
        if html.select(&by_id).next().is_none() {
            wrong.push(format!("the summary points at #{target}, which is not there"));
        }
    }
    if page.text().contains("error-") {
        wrong.push("shows a key instead of words".to_owned());
    }
    wrong.extend(lost(&html, form, sent));
    wrong
}

/// Fields that came back without what was typed.
fn lost(html: &Html, form: &Found, sent: &[(String, String)]) -> Vec<String> {
    let mut lost = Vec::new();
    for (name, value) in sent {
        let field = form.fields.iter().find(|field| field.name == *name && field.comes_back());
        if field.is_none() || value.is_empty() {
            continue;
        }
        let selector = Selector::parse(&format!("[name=\"{name}\"]")).unwrap();
        let kept = html.select(&selector).any(|control| {
            let shown: String = match control.value().name() {
                "textarea" => control.text().collect(),
                _ => control.value().attr("value").unwrap_or_default().to_owned(),
            };
            shown.trim() == value.replace('\0', "").trim()
        });
        if !kept {
            lost.push(format!("loses what was typed in {name}"));
        }
    }
    lost
}

#[test]
fn every_form_answers_clearly() {
    run(async {
        let mut app = TestApp::spawn().await;
        app.forgive_leftovers();
        let world = World::build(&app, 4).await;
        let cast = [
            ("author", world.cast.author, "author@x.example"),
            ("coordinator", world.cast.coordinator, "coordinator@x.example"),
            ("administrator", world.cast.administrator, "admin@x.example"),
        ];
        let mut visitors = vec![("stranger", Visitor::stranger(&app))];
        for (role, person, email) in cast {
            visitors.push((role, Visitor::signed_in(&app, person, email).await));
        }
        let mut known: BTreeMap<String, (usize, Found)> = BTreeMap::new();
        for (n, (role, visitor)) in visitors.iter().enumerate() {
            for pattern in reads().into_iter().filter(|pattern| !pattern.starts_with("/api/")) {
                if is_secret(&pattern) && *role != "stranger" {
                    continue;
                }
                for address in world.names.addresses(&pattern) {
                    let address = world.asked(&pattern, address);
                    let page = visitor.get(&address).await;
                    for form in forms_of(&page, &address) {
                        // The same fields at two places are the same form.
                        let names: BTreeSet<&str> =
                            form.fields.iter().map(|field| field.name.as_str()).collect();
                        let key = format!("{} {names:?}", form.action);
                        known.entry(key).or_insert((n, form));
                    }
                }
            }
        }
        assert!(known.len() > 30, "only {} forms found", known.len());
        let mut problems = String::new();
        for (n, form) in known.values() {
            let (role, visitor) = &visitors[*n];
            // Signing in is limited by network address, and guessing is tried elsewhere.
            let ends_session = ["/session/end", "/settings/sessions/end"].contains(&form.action.as_str());
            for way in WAYS.iter().filter(|_| !ends_session) {
                let sent: Vec<(String, String)> =
                    form.fields.iter().map(|field| (field.name.clone(), bad(field, way))).collect();
                let fields: Vec<(&str, &str)> =
                    sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let page = visitor.post(&form.action, &fields).await;
                for complaint in complaints(&page, form, &sent, way) {
                    writeln!(problems, "{role}, {}: {way} to {}: {complaint}", form.page, form.action)
                        .unwrap();
                }
            }
        }
        assert!(problems.is_empty(), "\n{problems}");
    });
}
