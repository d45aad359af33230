//! The OpenAPI document holds what OpenAPI 3.1 asks for, and what programs that are made from it need.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{TestApp, run};

async fn document() -> Value {
    let app = TestApp::spawn().await;
    serde_json::from_str(&app.client().get("/api/v1/openapi.json").await.body).unwrap()
}

/// Every operation with its path.
fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &'_ Value)| {
        let verbs = item.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        verbs.into_iter().map(|verb| (path.clone(), verb)).collect::<Vec<_>>()
    };
    let all = paths.iter().flat_map(of_path);
    all.map(|(path, verb)| (format!("{verb} {path}"), &document["paths"][&path][&verb])).collect()
}

/// Every `$ref` in a value.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|each| references(each, found));
        }
        Value::Array(items) => items.iter().for_each(|each| references(each, found)),
        _ => {}
    }
}

#[test]
fn every_answer_is_described_and_errors_are_problems() {
    run(async {
        let document = document().await;
        assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
        for (name, operation) in operations(&document) {
            let answers = operation["responses"].as_object().unwrap();
            for (status, answer) in answers {
                let words = answer["description"].as_str().unwrap_or_default();
                assert!(!words.is_empty(), "{name} {status} is not described");
                let content = answer["content"].as_object().unwrap();
                let kind =
                    if status.starts_with('2') { "application/json" } else { "application/problem+json" };
                assert_eq!(content.keys().collect::<Vec<_>>(), [kind], "{name} {status}");
            }
            for status in ["401", "403", "429"] {
                assert!(answers.contains_key(status), "{name} does not tell of {status}");
            }
        }
    });
}

#[test]
fn operations_have_names_of_their_own_and_name_what_stands_in_their_paths() {
    run(async {
        let document = document().await;
        let mut names = BTreeSet::new();
        for (name, operation) in operations(&document) {
            assert!(
                names.insert(operation["operationId"].as_str().unwrap().to_owned()),
                "{name} is named twice"
            );
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let of_path = parameters.iter().filter(|parameter| parameter["in"] == "path");
            let of_path: Vec<_> =
                of_path.map(|each| format!("{{{}}}", each["name"].as_str().unwrap())).collect();
            assert_eq!(of_path.len(), name.matches('{').count(), "{name}");
            assert!(of_path.iter().all(|part| name.contains(part)), "{name}");
            if name.starts_with("post ") {
                assert!(parameters.iter().any(|each| each["name"] == "Idempotency-Key"), "{name}");
            }
        }
    });
}

#[test]
fn what_it_refers_to_is_there() {
    run(async {
        let document = document().await;
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        assert!(found.contains("#/components/schemas/Problem"));
        for reference in found {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
        }
    });
}
