//! The demo: made by the binary, the same for the same seed.

mod seed;

use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::support::grannskap;

fn demo(folder: &Path, arguments: &[&str]) -> Output {
    grannskap(folder)
        .args(["demo", "--no-serve", "--json", "--people", "40"])
        .args(arguments)
        .output()
        .unwrap()
}

fn report(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_same_seed_makes_the_same_demo_and_everybody_is_accounted_for() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let first = report(&demo(one.path(), &[]));
    assert_eq!(first, report(&demo(two.path(), &[])));
    assert_eq!(first, report(&demo(one.path(), &[])), "a second run replaces the first");
    assert_ne!(first, report(&demo(one.path(), &["--seed", "2"])));

    let placed: usize = first["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["members"].as_array().unwrap().len())
        .sum();
    let unplaced = first["unplaced"].as_array().unwrap().len();
    // One in forty does not register.
    assert_eq!(placed + unplaced, 39);
    let roles: Vec<_> =
        first["accounts"].as_array().unwrap().iter().map(|account| account["role"].clone()).collect();
    assert_eq!(roles, ["administrator", "coordinator", "member"]);
    assert!(first["groups"][0]["why"].as_str().unwrap().len() > 20);
    assert!(one.path().join("mail").read_dir().unwrap().count() > 39);
}

#[test]
fn a_database_with_people_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let made = grannskap(folder.path())
        .args(["admin", "create", "--email", "ada@drift.example", "--name", "Ada Drift"])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&made.stdout).contains("/password/"));
    let refused = demo(folder.path(), &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("left alone"));
}
