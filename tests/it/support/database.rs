//! A database for one test, copied from a template that is migrated and loaded once a process.
#![allow(clippy::disallowed_methods)] // the names of the databases are meant to differ from run to run

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use diesel::prelude::*;
use grannskap::app::App;
use grannskap::clock::Clock;
use grannskap::config::Config;

pub struct TestDatabase {
    folder: tempfile::TempDir,
    url: String,
    postgres: Option<(String, String)>,
}

/// The address of a PostgreSQL cluster that tests may make databases in.
fn cluster() -> Option<String> {
    std::env::var("GRANNSKAP_TEST_DATABASE_URL").ok().filter(|url| !url.is_empty())
}

impl TestDatabase {
    pub fn create() -> Self {
        let folder = tempfile::tempdir().unwrap();
        match cluster() {
            None => {
                let path = folder.path().join("test.sqlite");
                std::fs::copy(sqlite_template(), &path).unwrap();
                TestDatabase { url: format!("sqlite://{}", path.display()), folder, postgres: None }
            }
            Some(cluster) => {
                let name = format!("test_{}", uuid::Uuid::now_v7().simple());
                let template = postgres_template(&cluster);
                execute(&cluster, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
                TestDatabase { url: with_database(&cluster, &name), folder, postgres: Some((cluster, name)) }
            }
        }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl TestDatabase {
    /// Lets nobody in any more and ends who is in, as far as that can be done without stopping the cluster.
    pub fn shut_away(&self) {
        let (cluster, name) = self.postgres.as_ref().expect("only PostgreSQL can be shut away");
        execute(cluster, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
        let others = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity";
        execute(cluster, &format!("{others} WHERE datname = '{name}'"));
    }

    /// Lets everybody in again.
    pub fn let_back(&self) {
        let (cluster, name) = self.postgres.as_ref().expect("only PostgreSQL can be shut away");
        execute(cluster, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true"));
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((cluster, name)) = &self.postgres {
            // The server of the test may still hold connections.
            execute(cluster, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn sqlite_template() -> &'static Path {
    static TEMPLATE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("template.sqlite");
        prepare(&format!("sqlite://{}", path.display()), folder.path());
        // Everything into the one file that is copied.
        let mut db = SqliteConnection::establish(&path.to_string_lossy()).unwrap();
        diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut db).unwrap();
        (folder, path)
    });
    path
}

fn postgres_template(cluster: &str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = format!("template_{}", uuid::Uuid::now_v7().simple());
        execute(cluster, &format!("CREATE DATABASE {name}"));
        let folder = tempfile::tempdir().unwrap();
        prepare(&with_database(cluster, &name), folder.path());
        name
    })
}

fn prepare(url: &str, folder: &Path) {
    let environment = [
        ("GRANNSKAP_DATABASE_URL".into(), url.into()),
        ("GRANNSKAP_DATA_DIR".into(), folder.as_os_str().to_owned()),
        ("GRANNSKAP_DATABASE_CONNECTIONS".into(), "1".into()),
    ];
    let config = Config::from_layers(None, environment.into_iter()).unwrap();
    drop(App::start(config, Clock::system()).unwrap());
}

fn execute(url: &str, sql: &str) {
    let mut db = PgConnection::establish(url).unwrap();
    diesel::sql_query(sql).execute(&mut db).unwrap();
}

fn with_database(cluster: &str, name: &str) -> String {
    let mut url = url::Url::parse(cluster).unwrap();
    url.set_path(name);
    url.to_string()
}
