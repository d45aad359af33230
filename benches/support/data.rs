//! Databases filled by `grannskap seed`, kept for the next run in the same place.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

use super::fail;
use super::process::{GRANNSKAP, Running, free_port, wait_until_ready};

#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub people: u64,
    pub groups: u64,
    pub stories: u64,
}

impl Sizes {
    pub fn tenfold(self) -> Sizes {
        Sizes { people: self.people * 10, groups: self.groups * 10, stories: self.stories * 10 }
    }

    fn name(self) -> String {
        format!("seeded_{}_{}_{}", self.people, self.groups, self.stories)
    }
}

/// Where databases are made: a folder, or a folder and a cluster.
#[derive(Debug, Clone)]
pub enum Place {
    Sqlite(PathBuf),
    Postgres(PathBuf, String),
}

/// A database with its data folder.
#[derive(Debug, Clone)]
pub struct Data {
    pub folder: PathBuf,
    /// Empty for SQLite in the folder.
    pub url: String,
}

impl Place {
    pub fn name(&self) -> &'static str {
        match self {
            Place::Sqlite(_) => "SQLite",
            Place::Postgres(..) => "PostgreSQL",
        }
    }

    /// The database of these sizes; made when it is not there.
    pub fn seeded(&self, sizes: Sizes) -> Data {
        self.made(
            &sizes.name(),
            &[
                "seed".to_owned(),
                format!("--people={}", sizes.people),
                format!("--groups={}", sizes.groups),
                format!("--stories={}", sizes.stories),
            ],
        )
    }

    /// A fresh demo.
    pub fn demo(&self) -> Data {
        self.made("demo", &["demo".to_owned(), "--no-serve".to_owned()])
    }

    fn made(&self, name: &str, arguments: &[String]) -> Data {
        let data = match self {
            Place::Sqlite(root) => Data { folder: root.join(format!("sqlite_{name}")), url: String::new() },
            Place::Postgres(root, cluster) => {
                let (base, _) = cluster.rsplit_once('/').unwrap_or((cluster, ""));
                Data { folder: root.join(format!("postgres_{name}")), url: format!("{base}/{name}") }
            }
        };
        let done = data.folder.join("done");
        if done.exists() && data.answers() {
            return data;
        }
        let _ = std::fs::remove_dir_all(&data.folder);
        std::fs::create_dir_all(&data.folder)
            .unwrap_or_else(|error| fail(&format!("cannot make {}: {error}", data.folder.display())));
        if let Place::Postgres(_, cluster) = self {
            let mut c = PgConnection::establish(cluster).unwrap_or_else(|error| fail(&error.to_string()));
            c.batch_execute(&format!("DROP DATABASE IF EXISTS {name}")).unwrap();
            c.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        }
        let begun = Instant::now();
        let status = data.grannskap().args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !status.is_ok_and(|status| status.success()) {
            fail(&format!("grannskap {} failed", arguments.join(" ")));
        }
        super::report::figure(
            &format!("{}: {}", self.name(), arguments.join(" ")),
            &format!("{:.1} s", begun.elapsed().as_secs_f64()),
        );
        std::fs::write(done, "").unwrap();
        data
    }
}

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    word: String,
}

#[derive(QueryableByName)]
struct Pid {
    #[diesel(sql_type = Integer)]
    pid: i32,
}

impl Data {
    pub fn is_postgres(&self) -> bool {
        !self.url.is_empty()
    }

    pub fn sqlite_file(&self) -> PathBuf {
        self.folder.join("grannskap.sqlite")
    }

    fn answers(&self) -> bool {
        match self.is_postgres() {
            true => PgConnection::establish(&self.url).is_ok(),
            false => self.sqlite_file().exists(),
        }
    }

    /// The binary with this database and nothing else of the environment.
    pub fn grannskap(&self) -> Command {
        let mut command = Command::new(GRANNSKAP);
        command.env_clear().envs(self.environment());
        command
    }

    /// What tells a process of ours where the database is.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let folder = ("GRANNSKAP_DATA_DIR", self.folder.to_string_lossy().into_owned());
        let url = self.is_postgres().then(|| ("GRANNSKAP_DATABASE_URL", self.url.clone()));
        std::iter::once(folder).chain(url).collect()
    }

    /// Where [`Data::serve`] writes the log.
    pub fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// Serves it, without background work; the process and its port.
    pub fn serve(&self) -> (Running, u16) {
        let port = free_port();
        let log = std::fs::File::create(self.log()).unwrap_or_else(|error| fail(&error.to_string()));
        let mut command = self.grannskap();
        command.args(["serve", "--no-worker", "--listen", &format!("127.0.0.1:{port}")]);
        let server = Running::start_logging(log, &mut command);
        wait_until_ready(port, "/readyz", std::time::Duration::from_secs(60));
        (server, port)
    }

    /// The first column of a query, called `word` and text. Identifiers are written `ID(column)`.
    pub fn words(&self, sql: &str) -> Vec<String> {
        let found: QueryResult<Vec<Word>> = match self.is_postgres() {
            true => diesel::sql_query(sql.replace("ID(", "text(")).load(&mut self.postgres()),
            false => diesel::sql_query(sql.replace("ID(", "hex(")).load(&mut self.sqlite()),
        };
        let found = found.unwrap_or_else(|error| fail(&format!("{sql}: {error}")));
        found.into_iter().map(|row| row.word.to_lowercase()).collect()
    }

    /// An identifier as SQL has it.
    pub fn id(&self, word: &str) -> String {
        if self.is_postgres() { format!("'{word}'") } else { format!("x'{word}'") }
    }

    /// Statements without a result.
    pub fn run(&self, sql: &str) {
        let done = match self.is_postgres() {
            true => self.postgres().batch_execute(sql),
            false => self.sqlite().batch_execute(sql),
        };
        done.unwrap_or_else(|error| fail(&format!("{sql}: {error}")));
    }

    fn sqlite(&self) -> SqliteConnection {
        let file = self.sqlite_file();
        SqliteConnection::establish(&file.to_string_lossy()).unwrap_or_else(|error| fail(&error.to_string()))
    }

    fn postgres(&self) -> PgConnection {
        PgConnection::establish(&self.url).unwrap_or_else(|error| fail(&error.to_string()))
    }

    /// The processes that serve connections to this database, those of this program left out.
    pub fn backends(&self) -> Vec<u32> {
        if !self.is_postgres() {
            return Vec::new();
        }
        let found: Vec<Pid> = diesel::sql_query(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() \
             AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
        )
        .load(&mut self.postgres())
        .unwrap_or_else(|error| fail(&error.to_string()));
        found.into_iter().filter_map(|row| u32::try_from(row.pid).ok()).collect()
    }
}

/// Whether there is room and right to keep databases here.
pub fn prepare(root: &Path) {
    std::fs::create_dir_all(root)
        .unwrap_or_else(|error| fail(&format!("cannot make {}: {error}", root.display())));
}
