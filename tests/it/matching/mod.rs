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

/// What a run with these rows says, in a language.
fn said(rows: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("p.csv"), format!("id;name;organiser;not_with\n{rows}")).unwrap();
    let output = run(folder.path(), &[&["--people", "p.csv"], arguments].concat());
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

/// So many people, each at an organiser of their own or all at the first.
fn rows(people: usize, spread: bool, not_with: &dyn Fn(usize) -> String) -> String {
    let organiser = |at: usize| SKANE.get(if spread { at } else { 0 }).copied().unwrap();
    (0..people).map(|at| format!("p{at};Person {at};{};{}\n", organiser(at), not_with(at))).collect()
}

#[test]
fn whatever_stands_in_the_way_is_told_with_the_smallest_way_out() {
    let nobody = |_: usize| String::new();
    let clique =
        |at: usize| (0..4).filter(|other| at < 4 && *other != at).map(|at| format!("p{at},")).collect();
    let english = ["--language", "en"];
    assert_eq!(said("", &[]).0, Some(1));
    assert!(said("", &[]).1.contains("Filen är tom"), "{}", said("", &[]).1);
    assert!(said("", &english).1.contains("The file is empty"));
    for people in [1, 3] {
        let (code, told) = said(&rows(people, true, &nobody), &english);
        assert_eq!(code, Some(0));
        assert!(told.contains("Too few for a group"), "{told}");
        assert!(told.contains(&format!("{} more", 5 - people)), "{told}");
    }
    let (_, told) = said(&rows(12, false, &nobody), &[]);
    assert!(told.contains("För många från"), "{told}");
    let (_, told) = said(&rows(8, true, &nobody), &english);
    assert!(told.contains("8 cannot be divided into groups of the sizes allowed: 1 are"), "{told}");
    let (_, told) = said(&rows(11, true, &clique), &english);
    assert!(told.contains("4 cannot share a group with each other"), "{told}");
    assert!(told.contains("Person 0, Person 1, Person 2 and Person 3"), "{told}");
    let (code, told) = said("a;Siv;Höör;\nb;Siv;Hörby;\nc;Ove;Eslöv;Siv\n", &english);
    assert_eq!(code, Some(1));
    assert!(told.contains("row 4, column not_with: Several in the file are called"), "{told}");
    for wrong in [["--weights", "themes=0"], ["--time", "0s"], ["--size", "1..3"], ["--per-organiser", "0"]] {
        assert_eq!(said("", &wrong).0, Some(2), "{wrong:?}");
    }
}

#[test]
fn ten_thousand_wishes_are_read_at_once() {
    let wishes = |at: usize| (0..910).map(|n| format!("p{},", (at + 1 + n % 5) % 11)).collect();
    let begun = std::time::Instant::now();
    let (code, told) = said(&rows(11, true, &wishes), &["--time", "1s"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(begun.elapsed().as_secs() < 60);
}

#[test]
fn any_bytes_are_read_or_refused_with_words() {
    let heading = "namn;huvudman;nivå;med\n";
    for text in ["", "\"", ";", "Siv;Höör", "Siv;Höör;rektor\nSiv;Höör;kung\n", "\u{0};\u{feff};\r\r;;\n"]
    {
        match grannskap::cli::check_people(format!("{heading}{text}").as_bytes()) {
            Ok(people) => assert!(people > 0),
            Err(told) => assert!(!told.is_empty() && told.iter().all(|each| !each.is_empty())),
        }
    }
}
