//! `grannskap match`, as a command.

use std::path::Path;
use std::process::Output;

use crate::rounds::support::SKANE;
use crate::support::grannskap;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    grannskap(folder).arg("match").args(arguments).current_dir(folder).output().unwrap()
}

fn people(folder: &Path) {
    let mut text = "namn;huvudman;befattning;teman\n".to_owned();
    for (number, code) in SKANE.iter().take(11).enumerate() {
        text.push_str(&format!("Person {number};{code};Skolchef;bedömning|närvaro\n"));
    }
    std::fs::write(folder.join("people.csv"), text).unwrap();
}

#[test]
fn people_in_a_file_become_groups() {
    let folder = tempfile::tempdir().unwrap();
    people(folder.path());
    let arguments =
        ["--people", "people.csv", "--size", "5..6", "--seed", "3", "--out", "groups.csv", "--json"];
    let one = run(folder.path(), &arguments);
    assert!(one.status.success(), "{}", String::from_utf8_lossy(&one.stderr));
    let found: serde_json::Value = serde_json::from_slice(&one.stdout).unwrap();
    let groups = found["groups"].as_array().unwrap();
    let placed: usize = groups.iter().map(|group| group["members"].as_array().unwrap().len()).sum();
    assert_eq!((groups.len(), placed), (2, 11));
    assert!(groups[0]["why"].as_str().unwrap().contains("bedömning"));
    assert_eq!(run(folder.path(), &arguments).stdout, one.stdout);
    let written = std::fs::read_to_string(folder.path().join("groups.csv")).unwrap();
    assert_eq!(written.lines().count(), 12);
    assert!(written.starts_with("Namn,Huvudman,Grupp,Varför"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is written");
}

#[test]
fn words_and_the_unplaced_in_either_language() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("p.csv"), "name,organiser\nSiv Ek,Höör\nOve Ask,Hörby kommun\n")
        .unwrap();
    let swedish = String::from_utf8(run(folder.path(), &["--people", "p.csv"]).stdout).unwrap();
    assert!(swedish.contains("Det är för få som kan bilda en grupp"), "{swedish}");
    let arguments = ["--people", "p.csv", "--size", "2..2", "--language", "en", "--weights", "neighbours=2"];
    let english = String::from_utf8(run(folder.path(), &arguments).stdout).unwrap();
    assert!(english.contains("2 people in 1 groups"), "{english}");
    assert!(english.contains("neighbours"), "{english}");
}

#[test]
fn bad_files_are_told_by_row_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let text = "name,organiser,level,travel_km,with\nSiv,Atlantis,kung,långt,Ingen\n,Höör,,,\nSiv,Höör,,,\n";
    std::fs::write(folder.path().join("p.csv"), text).unwrap();
    let output = run(folder.path(), &["--people", "p.csv"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    for part in
        ["rad 2, kolumn organiser", "rad 2, kolumn level", "rad 2, kolumn travel_km", "rad 2, kolumn with"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains("rad 3, kolumn name") && said.contains("rad 4, kolumn id"), "{said}");
    assert_eq!(run(folder.path(), &["--people", "finns-inte.csv"]).status.code(), Some(1));
    assert_eq!(run(folder.path(), &["--people", "p.csv", "--size", "9..2"]).status.code(), Some(2));
    assert_eq!(run(folder.path(), &["--people", "p.csv", "--weights", "moon=3"]).status.code(), Some(2));
    std::fs::write(folder.path().join("q.csv"), "förnamn\nSiv\n").unwrap();
    let output = run(folder.path(), &["--people", "q.csv", "--language", "en"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("row 1, column organiser"));
}
