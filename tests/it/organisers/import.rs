//! `grannskap import organisers`: what the command does, and the command itself.

use grannskap::organisers;
use grannskap::tables;

use crate::support::{self, TestApp, run};

const LIST: &str = "Namn;Org.nr;Kommuner;Elever\n\
    Ekens skola;556016-0680;\"Höör, hörby\";31\n\
    Internationella Engelska Skolan;5564624368;Stockholm;\n";

/// Runs the command on the database of the test; exit code, output and errors.
fn grannskap(app: &TestApp, arguments: &[&str]) -> (i32, String, String) {
    let settings = &app.app.config.settings;
    let output = support::grannskap(&settings.data_dir)
        .args(arguments)
        .env("GRANNSKAP_DATABASE_URL", &settings.database_url)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_list_adds_and_corrects_and_a_dry_run_does_not() {
    run(async {
        let app = TestApp::spawn().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("huvudmän.csv");
        std::fs::write(&file, windows_1252(LIST)).unwrap();
        let file = file.to_str().unwrap();
        let (code, output, errors) = grannskap(&app, &["import", "organisers", file, "--dry-run"]);
        assert_eq!((code, errors.as_str()), (0, ""), "{output}");
        assert!(output.contains("would add 1 and correct 1"), "{output}");
        assert!(!app.read(|db| organisers::exists(db, "556016-0680")));
        let (code, output, _) = grannskap(&app, &["import", "organisers", file]);
        assert!(code == 0 && output.contains("added 1 and corrected 1"), "{output}");
        let added = app.read(|db| organisers::find(db, "556016-0680"));
        assert_eq!((added.name.as_str(), added.pupils, added.reference), ("Ekens skola", Some(31), false));
        let corrected = app.read(|db| organisers::find(db, "556462-4368"));
        assert_eq!(
            (corrected.name.as_str(), corrected.county_code.as_deref()),
            ("Internationella Engelska Skolan", Some("01"))
        );
        assert_eq!(app.read(|db| organisers::municipality_codes(db, "556462-4368")), ["0180"]);
    });
}

#[test]
fn a_wrong_list_changes_nothing_and_says_row_column_and_remedy() {
    run(async {
        let app = TestApp::spawn().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("list.csv");
        let list = "name,organisation_number,municipalities,pupils\n\
            Ekens skola,556016-0680,Höör,31\n\
            ,556016-0681,Atlantis,många\n\
            Samma igen,5560160680,Höör,\n\
            Höör,212000-1157,Höör,\n";
        std::fs::write(&file, list).unwrap();
        let (code, output, errors) = grannskap(&app, &["import", "organisers", file.to_str().unwrap()]);
        assert_eq!((code, output.as_str()), (1, ""));
        for problem in [
            "row 3, column name:",
            "row 3, column organisation_number: \"556016-0681\"",
            "row 3, column municipalities: \"Atlantis\"",
            "row 3, column pupils: \"många\"",
            "row 4, column organisation_number: the number also stands in row 2",
            "row 5, column organisation_number: this is a municipality",
        ] {
            assert!(errors.contains(problem), "{problem} in {errors}");
        }
        assert!(!app.read(|db| organisers::exists(db, "556016-0680")), "nothing half done");
        std::fs::write(&file, "name;pupils\na;1\n").unwrap();
        let (code, _, errors) = grannskap(&app, &["import", "organisers", file.to_str().unwrap()]);
        assert!(
            code == 1 && errors.contains("row 1, column municipalities: the column is missing"),
            "{errors}"
        );
        let (code, _, errors) = grannskap(&app, &["import", "organisers", "/does/not/exist.csv"]);
        assert!(code == 1 && errors.contains("cannot read /does/not/exist.csv"), "{errors}");
        assert_eq!(grannskap(&app, &["import"]).0, 2);
    });
}

#[test]
fn excel_says_the_same_as_csv() {
    run(async {
        let app = TestApp::spawn().await;
        let table = tables::read(include_bytes!("organisers.xlsx")).unwrap();
        let of_csv = tables::read(LIST.as_bytes()).unwrap();
        let imports: Vec<_> = [table, of_csv]
            .iter()
            .map(|table| app.read(|db| organisers::check_import(db, table)).unwrap())
            .collect();
        assert_eq!(imports[0], imports[1]);
        assert_eq!((imports[0].new.len(), imports[0].known.len()), (1, 1));
    });
}

/// As Excel in Sweden writes CSV.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}
