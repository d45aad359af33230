//! Commands with bad input: what, where and how to mend it on stderr, exit code 1 (2 for wrong usage), nothing half done.

use std::path::Path;
use std::process::{Command, Output};

use diesel::prelude::*;
use grannskap::db::schema::{organisers, people};

use crate::support::{TestApp, grannskap, run};

/// Runs it and checks that it fails with `code` and says each of `says`, without a panic or a stack of internals.
fn fails(command: &mut Command, code: i32, says: &[&str]) -> Output {
    let output = command.output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{error}");
    for text in says {
        assert!(error.contains(text), "{text:?} is not said: {error}");
    }
    assert!(!error.contains("panicked"), "{error}");
    output
}

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn a_broken_configuration_is_told_with_key_place_and_cure() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for (name, text, says) in [
        ("unknown.toml", "colour = 'red'", vec!["unknown.toml", "colour", "config/default.toml"]),
        ("section.toml", "[categories]\nhuge = 1", vec!["section.toml", "categories.huge"]),
        ("type.toml", "database_connections = 'many'", vec!["type.toml", "database_connections"]),
        ("address.toml", "listen = 'here'", vec!["address.toml", "listen"]),
        ("syntax.toml", "log = ", vec!["syntax.toml", "TOML"]),
    ] {
        let path = file(here, name, text);
        fails(grannskap(here).env("GRANNSKAP_CONFIG", path).args(["config", "check"]), 1, &says);
    }
    let missing = here.join("missing.toml");
    fails(grannskap(here).env("GRANNSKAP_CONFIG", missing).arg("serve"), 1, &["missing.toml", "cannot read"]);
    for (name, value, says) in [
        ("GRANNSKAP_COLOUR", "red", vec!["GRANNSKAP_COLOUR", "no setting"]),
        ("GRANNSKAP_LISTEN", "8080", vec!["listen"]),
        ("GRANNSKAP_DATABASE_CONNECTIONS", "many", vec!["GRANNSKAP_DATABASE_CONNECTIONS", "many"]),
        ("GRANNSKAP_SECRET_KEY", "short", vec!["secret_key", "32"]),
        ("GRANNSKAP_SECRET_KEY_FILE", "/nowhere/key", vec!["/nowhere/key", "GRANNSKAP_SECRET_KEY_FILE"]),
        ("GRANNSKAP_BASE_URL", "http://grannskap.example.se", vec!["base_url", "https"]),
        ("GRANNSKAP_DATABASE_URL", "mysql://x/y", vec!["database_url", "sqlite://", "postgres://"]),
        ("GRANNSKAP_MAIL_URL", "pigeon://roof", vec!["mail_url", "smtp://"]),
        ("GRANNSKAP_MAIL_FROM", "nobody", vec!["mail_from"]),
        ("GRANNSKAP_DKIM_KEY", "/nowhere/key", vec!["dkim_selector"]),
        ("GRANNSKAP_METRICS_LISTEN", "here", vec!["metrics_listen"]),
        ("GRANNSKAP_TIME_ZONE", "Europe/Atlantis", vec!["time_zone"]),
        ("GRANNSKAP_LOG", "info,=", vec!["log"]),
    ] {
        fails(grannskap(here).env(name, value).args(["config", "check"]), 1, &says);
    }
    // No database was begun by any of them.
    assert!(!here.join("grannskap.sqlite").exists());
}

#[test]
fn the_configuration_in_force_is_shown_without_its_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let output = grannskap(folder.path())
        .env(
            "GRANNSKAP_DATABASE_URL",
            "postgres://anna:hemligt1@db.example/g?password=hemligt2&sslpassword=hemligt3",
        )
        .env("GRANNSKAP_MAIL_URL", "smtp://post:hemligt4@relay.example:25")
        .env("GRANNSKAP_SECRET_KEY", "hemligt5-hemligt5-hemligt5-hemligt5")
        .args(["config", "check"])
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success() && shown.contains("relay.example:25") && shown.contains("db.example"),
        "{shown}"
    );
    assert!(!shown.contains("hemligt"), "{shown}");
}

#[test]
fn what_is_in_the_way_is_told_before_anything_is_begun() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    fails(grannskap(here).args(["serve", "--listen", &address]), 1, &[&address, "--listen"]);
    fails(grannskap(here).env("GRANNSKAP_METRICS_LISTEN", &address).arg("worker"), 1, &[&address, "metrics"]);
    // A file where the folder should be stops everybody, also those whom no permission stops.
    let blocked = file(here, "blocked", "");
    let data = format!("{blocked}/data");
    fails(grannskap(Path::new(&data)).args(["serve"]), 1, &[&data, "GRANNSKAP_DATA_DIR"]);
    let text = file(here, "letter.sqlite", &"Kära dagbok, det här är ingen databas. ".repeat(200));
    let mut command = grannskap(here);
    fails(
        command.env("GRANNSKAP_DATABASE_URL", format!("sqlite://{text}")).arg("serve"),
        1,
        &["letter.sqlite", "not a database", "GRANNSKAP_DATABASE_URL"],
    );
    assert!(std::fs::read_to_string(&text).unwrap().starts_with("Kära dagbok"), "it is left as it was");
    let nobody = "postgres://anna:hemligt@127.0.0.1:1/grannskap";
    let mut command = grannskap(here);
    let output = fails(
        command.env("GRANNSKAP_DATABASE_URL", nobody).arg("serve"),
        1,
        &["127.0.0.1", "GRANNSKAP_DATABASE_URL"],
    );
    assert!(!String::from_utf8_lossy(&output.stderr).contains("hemligt"));
    if !cfg!(feature = "postgres-tls") {
        for mode in ["require", "verify-ca", "verify-full"] {
            let url = format!("postgres://anna@127.0.0.1:1/grannskap?sslmode={mode}");
            let mut command = grannskap(here);
            fails(command.env("GRANNSKAP_DATABASE_URL", url).arg("serve"), 1, &["postgres-tls", "sslmode"]);
        }
    }
}

#[test]
fn a_database_that_is_newer_than_the_binary_is_left_alone() {
    run(async {
        let app = TestApp::spawn_today().await;
        app.write(|tx| {
            let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('20990101000001')";
            Ok(diesel::sql_query(newer).execute(&mut **tx)?)
        });
        for arguments in [
            vec!["serve"],
            vec!["worker"],
            vec!["jobs", "run"],
            vec!["migrate", "up"],
            vec!["migrate", "down"],
        ] {
            fails(app.binary("").args(&arguments), 1, &["20990101000001", "newer"]);
        }
        let status = app.binary("").args(["migrate", "status"]).output().unwrap();
        assert!(
            String::from_utf8_lossy(&status.stdout).contains("20990101000001"),
            "what it does not know is listed"
        );
        // Who runs already goes on, so that nodes can be replaced one after the other.
        assert_eq!(app.client().get("/readyz").await.status, 200);
        app.write(|tx| {
            let newer = "DELETE FROM __diesel_schema_migrations WHERE version LIKE '2026%01'";
            Ok(diesel::sql_query(newer).execute(&mut **tx)?)
        });
        let waiting = app.client().get("/readyz").await;
        assert_eq!(waiting.status, 503, "something is missing");
    });
}

#[test]
fn wrong_usage_ends_with_two_and_help_with_nought() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for arguments in [
        vec!["fly"],
        vec!["serve", "--listen", "8080"],
        vec!["serve", "--colour"],
        vec!["demo", "--people", "0"],
        vec!["migrate"],
        vec!["migrate", "sideways"],
        vec!["admin", "create"],
        vec!["token", "create"],
        vec!["import", "organisers"],
        vec!["import", "people", "x.csv"],
        vec!["digest"],
        vec!["match"],
    ] {
        fails(grannskap(here).args(&arguments), 2, &["--help"]);
    }
    for command in [
        "serve", "worker", "demo", "match", "migrate", "admin", "token", "import", "digest", "jobs",
        "config", "openapi",
    ] {
        let output = grannskap(here).args([command, "--help"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8_lossy(&output.stdout).contains("Usage:"), "{command}");
    }
    assert!(here.read_dir().unwrap().next().is_none(), "nothing was begun");
}

#[test]
fn accounts_tokens_and_files_that_do_not_exist() {
    run(async {
        let app = TestApp::spawn_today().await;
        let fails = |arguments: &[&str], says: &[&str]| fails(app.binary("").args(arguments), 1, says);
        fails(&["admin", "create", "--email", "nobody", "--name", "N"], &["--email", "nobody"]);
        fails(&["admin", "create", "--email", "a@b.example", "--name", " "], &["--name"]);
        fails(&["token", "create", "--email", "a@b.example"], &["--email", "a@b.example", "account"]);
        fails(&["token", "create", "--email", "a@b.example", "--scopes", "all"], &["--scopes", "read"]);
        fails(&["import", "organisers", "/nowhere/x.csv"], &["/nowhere/x.csv"]);
        fails(&["import", "people", "/nowhere/x.csv", "--network", "skane"], &["/nowhere/x.csv"]);
        fails(&["match", "--people", "/nowhere/x.csv"], &["/nowhere/x.csv"]);
        let folder = tempfile::tempdir().unwrap();
        let people_file = file(folder.path(), "people.csv", "email;name\nasa@skola.example;Åsa\n");
        fails(&["import", "people", &people_file, "--network", "nowhere"], &["nowhere"]);
        let rows = "name;organisation_number;municipalities\nFriskolan;5561234560;Höör\nSkolan;5560000001;Atlantis\n";
        let path = file(folder.path(), "organisers.csv", rows);
        fails(&["import", "organisers", &path], &["nothing was imported", "row 2", "row 3", "Atlantis"]);
        let before: i64 = 290 + 334;
        assert_eq!(app.read(|db| Ok(organisers::table.count().get_result::<i64>(db)?)), before);
        assert_eq!(app.read(|db| Ok(people::table.count().get_result::<i64>(db)?)), 0);
    });
}

#[test]
fn commands_that_run_once_say_what_they_did() {
    run(async {
        let app = TestApp::spawn_today().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let run = |arguments: &[&str]| {
            let output = app.binary("").args(arguments).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        let token = run(&["token", "create", "--email", "siv@hoor.example", "--scopes", "read,write"]);
        let request = app.client().request(reqwest::Method::GET, "/api/v1/me").bearer_auth(token.trim());
        assert_eq!(request.send().await.unwrap().status(), 200);
        let link = run(&["admin", "create", "--email", "siv@hoor.example", "--name", "Siv Ek"]);
        let path = url::Url::parse(link.trim()).unwrap().path().to_owned();
        assert_eq!(app.client().get(&path).await.status, 200);
        assert!(run(&["digest", "run", "--now"]).ends_with("people, 0 mails\n"));
        assert!(run(&["jobs", "run"]).ends_with("jobs and mails\n"));
        let document: serde_json::Value = serde_json::from_str(&run(&["openapi"])).unwrap();
        assert!(document["paths"]["/api/v1/posts"].is_object());
    });
}

/// Who runs it reads what people wrote; other users of the machine do not.
#[cfg(unix)]
#[test]
fn what_is_made_in_the_data_folder_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("new/data");
    let done = grannskap(&data).args(["migrate", "up"]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let others = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o077;
    let made = ["", "grannskap.sqlite"].map(|name| data.join(name));
    assert_eq!(made.iter().map(|path| others(path)).collect::<Vec<_>>(), [0, 0]);
}
