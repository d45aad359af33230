//! Settings: `config/default.toml`, then the file in `GRANNSKAP_CONFIG`, then the environment.
//!
//! [`Config::load`] is the only place that reads the environment. Every concern is handed its own part.

mod layers;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::db::Target;
use crate::error::{Error, Result};

/// Everything that can be set, with the names of `config/default.toml`.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Folder for database, secret key and mail files.
    pub data_dir: PathBuf,
    /// Database address; empty for a file in the data folder.
    pub database_url: String,
    /// Size of the connection pool.
    pub database_connections: u32,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Public address; empty for the listen address.
    pub base_url: String,
    /// Where mail goes; empty for files.
    pub mail_url: String,
    /// Sender of all mail.
    pub mail_from: String,
    /// Mails a minute to the addresses of one domain, by all workers together; 0 for as many as there are.
    pub mail_per_domain: u32,
    /// Mailbox that is read; empty for none.
    pub inbound_url: String,
    /// Password for it, where it is not in the address.
    pub inbound_password: String,
    /// Address whose mail arrives in it, also with `+anything` after the name.
    pub inbound_address: String,
    /// DKIM selector; empty for no signature.
    pub dkim_selector: String,
    /// DKIM domain.
    pub dkim_domain: String,
    /// File with the DKIM private key.
    pub dkim_key: String,
    /// Key that derives personal addresses; empty to make one.
    pub secret_key: String,
    /// Where files are kept: `file://` or `s3://`; empty for the data folder.
    pub storage_url: String,
    /// Address of what speaks S3; empty for Amazon's own.
    pub storage_endpoint: String,
    /// Its region.
    pub storage_region: String,
    /// Name of the key for it.
    pub storage_access_key: String,
    /// The key for it.
    pub storage_secret_key: String,
    /// Where Prometheus reads; empty for nowhere.
    pub metrics_listen: String,
    /// Proxies whose forwarding headers are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Time zone of people who have not chosen one.
    pub time_zone: Tz,
    /// Log filter.
    pub log: String,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// Contact for security reports.
    pub security_contact: String,
    /// Limits between categories of municipalities.
    pub categories: CategoryLimits,
    /// Fallback for municipalities with too few neighbours.
    pub neighbours: NeighbourFallback,
    /// How many and how large files may be.
    pub attachments: AttachmentLimits,
}

/// Limits on the files of stories and meetups.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentLimits {
    /// Most MB (1,000,000 bytes) of one file.
    pub megabytes: u32,
    /// Most files of one story or meetup.
    pub per_place: u32,
    /// Most MB of one person, in all.
    pub person_megabytes: u32,
}

impl AttachmentLimits {
    /// Most bytes of one file.
    pub fn bytes(&self) -> usize {
        usize::try_from(self.megabytes).unwrap_or(0).saturating_mul(1_000_000)
    }

    /// Most bytes of one person.
    pub fn person_bytes(&self) -> i64 {
        i64::from(self.person_megabytes).saturating_mul(1_000_000)
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Numbers of inhabitants that divide municipalities into small, medium and large.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryLimits {
    /// Fewer inhabitants than this is small.
    pub small_below: i32,
    /// Fewer than this, and not small, is medium; the rest is large.
    pub medium_below: i32,
}

/// When and how distance stands in for a border.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NeighbourFallback {
    /// A municipality with fewer neighbours than this gets more.
    pub fallback_below: usize,
    /// How many of the nearest it gets.
    pub fallback_count: usize,
}

/// The settings after checking: what the rest of the program is handed.
#[derive(Debug, Clone)]
pub struct Config {
    /// As set.
    pub settings: Settings,
    /// Where the database is.
    pub database: Target,
    /// Public address, without a trailing slash.
    pub base_url: Url,
}

impl Config {
    /// Reads all layers. Errors say which key in which place is wrong and how to mend it.
    pub fn load() -> Result<Self> {
        let file = std::env::var_os("GRANNSKAP_CONFIG").map(PathBuf::from);
        Self::from_layers(file.as_deref(), std::env::vars_os())
    }

    /// As [`Config::load`] with the layers given.
    pub fn from_layers(
        file: Option<&Path>,
        environment: impl Iterator<Item = (std::ffi::OsString, std::ffi::OsString)>,
    ) -> Result<Self> {
        Self::check(layers::merge(file, environment)?)
    }

    /// Checks settings against each other and fills in what follows from the rest.
    pub fn check(settings: Settings) -> Result<Self> {
        let database = database(&settings)?;
        let base_url = base_url(&settings)?;
        let key_length = settings.secret_key.chars().count();
        if key_length != 0 && key_length < 32 {
            return Err(Error::Setup(format!(
                "secret_key has {key_length} characters; it needs at least 32. Leave it empty to have one made."
            )));
        }
        if settings.categories.small_below >= settings.categories.medium_below {
            return Err(Error::Setup(
                "categories.small_below must be less than categories.medium_below".to_owned(),
            ));
        }
        if settings.database_connections == 0 {
            return Err(Error::Setup("database_connections must be at least 1".to_owned()));
        }
        let files = &settings.attachments;
        if files.megabytes == 0 || files.megabytes > 100 {
            return Err(Error::Setup("attachments.megabytes must be from 1 to 100".to_owned()));
        }
        Ok(Config { settings, database, base_url })
    }

    /// The public address of `path` (which begins with a slash).
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }

    /// True when cookies may only travel over https.
    pub fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// The settings as TOML, with secrets masked.
    pub fn masked(&self) -> Result<String> {
        let mut shown = self.settings.clone();
        let addresses = [
            &mut shown.database_url,
            &mut shown.mail_url,
            &mut shown.inbound_url,
            &mut shown.storage_url,
            &mut shown.storage_endpoint,
        ];
        for secret in addresses {
            *secret = without_passwords(secret);
        }
        for secret in [&mut shown.secret_key, &mut shown.inbound_password, &mut shown.storage_secret_key] {
            if !secret.is_empty() {
                *secret = MASK.to_owned();
            }
        }
        toml::to_string_pretty(&shown).map_err(Error::internal)
    }
}

const MASK: &str = "********";

/// An address as it may be shown: its password masked, also where libpq takes one as a parameter. What is not an address
/// is masked as a whole.
fn without_passwords(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else {
        return if address.is_empty() { String::new() } else { MASK.to_owned() };
    };
    let masked = url.password().is_none() || url.set_password(Some(MASK)).is_ok();
    let is_secret = |name: &str| name.to_lowercase().contains("password");
    if url.query_pairs().any(|(name, _)| is_secret(&name)) {
        let shown: Vec<(String, String)> = url
            .query_pairs()
            .map(|(name, value)| {
                let value = if is_secret(&name) { MASK.to_owned() } else { value.into_owned() };
                (name.into_owned(), value)
            })
            .collect();
        url.query_pairs_mut().clear().extend_pairs(shown);
    }
    if masked { url.to_string() } else { MASK.to_owned() }
}

fn database(settings: &Settings) -> Result<Target> {
    let url = settings.database_url.as_str();
    if url.is_empty() {
        return Ok(Target::Sqlite(settings.data_dir.join("grannskap.sqlite")));
    }
    if let Some(path) = url.strip_prefix("sqlite://") {
        return Ok(Target::Sqlite(PathBuf::from(path)));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        let wants_tls = ["require", "verify-ca", "verify-full"]
            .iter()
            .any(|mode| url.contains(&format!("sslmode={mode}")));
        if wants_tls && !cfg!(feature = "postgres-tls") {
            return Err(Error::Setup(
                "database_url asks for TLS (sslmode), but this binary was built without it. \
                 Build with `--features postgres-tls`, or take sslmode out of the address."
                    .to_owned(),
            ));
        }
        return Ok(Target::Postgres(url.to_owned()));
    }
    Err(Error::Setup("database_url must begin with sqlite:// or postgres://".to_owned()))
}

fn base_url(settings: &Settings) -> Result<Url> {
    let text = match settings.base_url.as_str() {
        "" => format!("http://{}", settings.listen),
        given => given.trim_end_matches('/').to_owned(),
    };
    let url = Url::parse(&text)
        .map_err(|error| Error::Setup(format!("base_url {text:?} is not an address: {error}")))?;
    let loopback = match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if loopback || settings.base_url.is_empty() => Ok(url),
        _ => Err(Error::Setup(format!(
            "base_url {text:?} must be https; http is only for an address on this machine"
        ))),
    }
}
