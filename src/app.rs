//! The composition root: everything that is made once and handed to the rest.

use std::path::Path;
use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::db::{Database, Target, migrate};
use crate::error::{Error, Result};
use crate::jobs::{Planned, Registry};
use crate::mail::{Inbound, Mailer};
use crate::secrets::SecretKey;
use crate::storage::Storage;
use crate::web::assets::Assets;
use crate::web::limits::Limits;

/// What handlers, jobs and commands work with. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The parts of an [`App`].
pub struct Inner {
    /// Checked settings.
    pub config: Config,
    /// The database, migrated.
    pub database: Database,
    /// What time it is.
    pub clock: Clock,
    /// How mail leaves the house.
    pub mailer: Mailer,
    /// What mail comes in, and who deals with it.
    pub inbound: Inbound,
    /// Where files are kept.
    pub storage: Storage,
    /// The installation's key.
    pub secret: SecretKey,
    /// CSS, JavaScript and icons.
    pub assets: Assets,
    /// Limits on how often.
    pub limits: Limits,
    /// Which function runs which kind of job.
    pub jobs: Registry,
    /// Which scheduled periods this process has queued.
    pub planned: Planned,
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Opens the database (which must be migrated) and gathers the parts.
    pub fn new(config: Config, database: Database, clock: Clock) -> Result<Self> {
        let mailer = Mailer::from_config(&config)?;
        let inbound = Inbound::from_config(&config, crate::schedule::inbound())?;
        let secret = secret_key(&config)?;
        let storage = Storage::from_config(&config)?;
        Ok(App(Arc::new(Inner {
            mailer,
            inbound,
            storage,
            secret,
            assets: Assets::load(),
            limits: Limits::default(),
            jobs: crate::schedule::registry(),
            planned: Planned::default(),
            config,
            database,
            clock,
        })))
    }

    /// Opens the database, migrates it and loads the reference data: what `serve`, `worker` and `demo` start with.
    pub fn start(config: Config, clock: Clock) -> Result<Self> {
        let database = open(&config)?;
        let now = clock.now();
        let neighbours = config.settings.neighbours;
        database.write_now(|tx| {
            migrate::up(tx)?;
            crate::organisers::load_reference(tx, neighbours, now)
        })?;
        App::new(config, database, clock)
    }
}

/// Makes the data folder where needed and opens the database in it.
pub fn open(config: &Config) -> Result<Database> {
    if let Target::Sqlite(path) = &config.database {
        let folder = path.parent().unwrap_or(Path::new("."));
        private_folder(folder).map_err(|error| {
            Error::Setup(format!(
                "cannot make the folder {} for the database: {error}. \
                 Set GRANNSKAP_DATA_DIR to a folder that this user may write to.",
                folder.display()
            ))
        })?;
        // A file that cannot be made is told of in opening it. What SQLite puts beside it has the rights that it has.
        let _ = private_file(path);
    }
    Database::open(&config.database, config.settings.database_connections).map_err(|error| match error {
        Error::Unavailable(reason) => Error::Setup(match &config.database {
            Target::Sqlite(path) => format!(
                "cannot open the database {}: {reason}. \
                 Check GRANNSKAP_DATABASE_URL and GRANNSKAP_DATA_DIR, and that this user may write the file.",
                path.display()
            ),
            Target::Postgres(_) => {
                format!("cannot open the database: {reason}. Check GRANNSKAP_DATABASE_URL.")
            }
        }),
        other => other,
    })
}

/// The configured key, or the one kept in the data folder, made on first use.
fn secret_key(config: &Config) -> Result<SecretKey> {
    if !config.settings.secret_key.is_empty() {
        return Ok(SecretKey::new(&config.settings.secret_key));
    }
    let path = config.settings.data_dir.join("secret.key");
    if let Ok(text) = std::fs::read_to_string(&path) {
        return Ok(SecretKey::new(text.trim()));
    }
    let key = crate::secrets::new_token()? + &crate::secrets::new_token()?;
    write_private(&path, &key).map_err(|error| {
        Error::Setup(format!(
            "cannot write {}: {error}. Set GRANNSKAP_SECRET_KEY, or GRANNSKAP_DATA_DIR to a writable folder.",
            path.display()
        ))
    })?;
    Ok(SecretKey::new(&key))
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    private_file(path)?.write_all(text.as_bytes())
}

/// Makes a file that is not there yet, for this user alone.
fn private_file(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder where there is none, for this user alone.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
