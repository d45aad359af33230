//! Where mail goes: an SMTP relay, or files in a folder.

use std::path::{Path, PathBuf};

use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey,
};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use rsa::RsaPrivateKey;
use rsa::pkcs1::{EncodeRsaPrivateKey, LineEnding};
use rsa::pkcs8::DecodePrivateKey;
use tokio::sync::{Mutex, MutexGuard};

use super::outbox::Row;
use super::pace::Pace;
use super::relay::{Awaiting, Relay};
use crate::config::{Config, Settings};
use crate::error::{Error, Result};

/// Who our mail is from.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Name and address.
    pub mailbox: Mailbox,
    /// The address alone.
    pub email: String,
}

impl Sender {
    /// The domain of Message-IDs and List-Ids.
    pub fn domain(&self) -> &str {
        self.mailbox.email.domain()
    }
}

/// How sending went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Taken by the relay.
    Sent,
    /// Refused for now.
    Later(String),
    /// Refused for good.
    Never(String),
    /// The connection broke when the relay may already have taken it.
    Unknown(String),
}

impl Outcome {
    /// Every [`word`](Self::word) there is.
    pub const WORDS: [&'static str; 4] = ["sent", "later", "never", "unknown"];

    /// For logs and metrics: without what the relay said, which may hold addresses.
    pub fn word(&self) -> &'static str {
        match self {
            Outcome::Sent => "sent",
            Outcome::Later(_) => "later",
            Outcome::Never(_) => "never",
            Outcome::Unknown(_) => "unknown",
        }
    }

    /// What the relay or the network said.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Outcome::Sent => None,
            Outcome::Later(reason) | Outcome::Never(reason) | Outcome::Unknown(reason) => Some(reason),
        }
    }
}

/// Sends mail.
pub struct Mailer {
    sender: Sender,
    dkim: Option<DkimConfig>,
    route: Route,
    turn: Mutex<()>,
    pace: Pace,
}

/// A mail that can be handed over. Dropping it hands nothing over.
pub struct Ready<'a>(Step<'a>);

enum Step<'a> {
    File(PathBuf, Vec<u8>),
    Relay(&'a Relay, Awaiting, Vec<u8>),
}

impl Ready<'_> {
    /// Hands the mail over.
    pub async fn finish(self) -> Outcome {
        match self.0 {
            Step::File(path, message) => write_file(&path, &message),
            Step::Relay(relay, awaiting, message) => relay.finish(awaiting, &message).await,
        }
    }
}

enum Route {
    Smtp(Relay),
    Files(PathBuf),
}

impl Mailer {
    /// From `mail_url` and `mail_from`.
    pub fn from_config(config: &Config) -> Result<Self> {
        let settings = &config.settings;
        let mailbox: Mailbox = settings.mail_from.parse().map_err(|error| {
            Error::Setup(format!("mail_from {:?} is not an address: {error}", settings.mail_from))
        })?;
        let sender = Sender { email: mailbox.email.to_string(), mailbox };
        let route = match settings.mail_url.as_str() {
            "" => Route::Files(settings.data_dir.join("mail")),
            url => match url.strip_prefix("file://") {
                Some(folder) => Route::Files(folder.into()),
                None => Route::Smtp(Relay::from_url(url)?),
            },
        };
        let pace = Pace(settings.mail_per_domain);
        Ok(Mailer { sender, dkim: dkim(settings)?, route, turn: Mutex::default(), pace })
    }

    /// How fast mail goes to each domain.
    pub(super) fn pace(&self) -> Pace {
        self.pace
    }

    /// Who our mail is from.
    pub fn sender(&self) -> &Sender {
        &self.sender
    }

    /// Prepares one mail as far as nothing leaves the house. Reports about it go to `returns`, or else to the sender.
    pub async fn begin(&self, row: &Row, returns: Option<&str>) -> Result<Ready<'_>, Outcome> {
        let message = self.message(row).map_err(|error| Outcome::Never(error.to_string()))?;
        match &self.route {
            Route::Files(folder) => Ok(Ready(Step::File(file_of(folder, row), message.formatted()))),
            Route::Smtp(relay) => {
                let to = message.envelope().to().first();
                let to = to.ok_or_else(|| Outcome::Never("the mail has no recipient".to_owned()))?;
                let returns = returns.and_then(|address| address.parse().ok());
                let from = returns.as_ref().unwrap_or(&self.sender.mailbox.email);
                let awaiting = relay.begin(from, to).await?;
                Ok(Ready(Step::Relay(relay, awaiting, message.formatted())))
            }
        }
    }

    /// Waits until no other mail of this process is between being handed over and being written down as sent, and
    /// holds that place until dropped.
    pub async fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// The MIME message of an outbox row; the same bytes every time but for boundaries.
    pub fn message(&self, row: &Row) -> Result<Message> {
        let to = Mailbox::new(
            Some(row.name.clone()).filter(|name| !name.is_empty()),
            row.email.parse().map_err(Error::internal)?,
        );
        let mut builder = Message::builder()
            .from(self.sender.mailbox.clone())
            .to(to)
            .subject(row.subject.clone())
            .date(row.created_at.utc().into())
            .message_id(Some(format!("<{}>", row.message_id)))
            .header(AutoSubmitted("auto-generated".to_owned()));
        if let Some(id) = &row.list_id {
            builder = builder.header(ListId(format!("<{id}>")));
        }
        if let Some(url) = &row.unsubscribe_url {
            builder = builder
                .header(ListUnsubscribe(format!("<{url}>")))
                .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
        }
        if let Some(address) = &row.reply_to {
            builder = builder.reply_to(Mailbox::new(None, address.parse().map_err(Error::internal)?));
        }
        let mut body = MultiPart::alternative()
            .singlepart(SinglePart::plain(row.text_body.clone()))
            .singlepart(SinglePart::html(row.html_body.clone()));
        if let (Some(ics), Some(method)) = (&row.calendar, &row.calendar_method) {
            let kind = format!("text/calendar; charset=utf-8; method={method}");
            let kind = ContentType::parse(&kind).map_err(Error::internal)?;
            body = body.singlepart(SinglePart::builder().header(kind).body(ics.clone()));
        }
        let mut message = builder.multipart(body).map_err(Error::internal)?;
        if let Some(dkim) = &self.dkim {
            message.sign(dkim);
        }
        Ok(message)
    }
}

/// What a signature covers. RFC 8058 wants the headers of one-click unsubscription among it. (lettre keeps the
/// Content-Type with the body, where it cannot be signed.)
const SIGNED: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// The signature of our domain, when a key is configured.
fn dkim(settings: &Settings) -> Result<Option<DkimConfig>> {
    let parts = [&settings.dkim_selector, &settings.dkim_domain, &settings.dkim_key];
    if parts.iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    if parts.iter().any(|part| part.is_empty()) {
        return Err(Error::Setup("DKIM needs all of dkim_selector, dkim_domain and dkim_key".to_owned()));
    }
    let pem = std::fs::read_to_string(&settings.dkim_key)
        .map_err(|error| Error::Setup(format!("cannot read dkim_key {:?}: {error}", settings.dkim_key)))?;
    let key = signing_key(&pem).ok_or_else(|| {
        Error::Setup(format!(
            "dkim_key {:?} is not an RSA private key in PEM. Make one: openssl genrsa -out dkim.pem 2048",
            settings.dkim_key
        ))
    })?;
    let (selector, domain) = (settings.dkim_selector.clone(), settings.dkim_domain.clone());
    let headers = SIGNED.iter().map(|name| HeaderName::new_from_ascii_str(name)).collect();
    // Relaxed: relays fold and trim lines, which must not cost the signature.
    let relaxed = DkimCanonicalizationType::Relaxed;
    let canonicalization = DkimCanonicalization { header: relaxed, body: relaxed };
    Ok(Some(DkimConfig::new(selector, domain, key, headers, canonicalization)))
}

/// The key from PKCS#1 (`BEGIN RSA PRIVATE KEY`), or from PKCS#8 (`BEGIN PRIVATE KEY`), which OpenSSL writes today.
fn signing_key(pem: &str) -> Option<DkimSigningKey> {
    let inner = RsaPrivateKey::from_pkcs8_pem(pem).ok().and_then(|key| key.to_pkcs1_pem(LineEnding::LF).ok());
    DkimSigningKey::new(inner.as_deref().map_or(pem, String::as_str), DkimSigningAlgorithm::Rsa).ok()
}

fn file_of(folder: &Path, row: &Row) -> PathBuf {
    folder.join(format!("{}-{}-{}.eml", row.created_at.0.format("%Y%m%dT%H%M%S"), row.id, row.kind))
}

/// Written beside its place and then moved there: who looks into the folder sees whole mails only.
fn write_file(path: &Path, message: &[u8]) -> Outcome {
    let beside = path.with_extension("part");
    let written = path
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(&beside, message))
        .and_then(|()| std::fs::rename(&beside, path));
    match written {
        Ok(()) => Outcome::Sent,
        Err(error) => {
            // On a full disk the stump would take room that others need; that it cannot be removed changes nothing.
            let _ = std::fs::remove_file(&beside);
            Outcome::Later(format!("cannot write {}: {error}", path.display()))
        }
    }
}

macro_rules! text_header {
    ($(#[$meta:meta])* $name:ident = $text:literal) => {
        $(#[$meta])*
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok($name(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

text_header!(
    /// RFC 3834: keeps autoresponders quiet.
    AutoSubmitted = "Auto-Submitted"
);
text_header!(
    /// RFC 2919.
    ListId = "List-Id"
);
text_header!(
    /// RFC 2369.
    ListUnsubscribe = "List-Unsubscribe"
);
text_header!(
    /// RFC 8058.
    ListUnsubscribePost = "List-Unsubscribe-Post"
);
