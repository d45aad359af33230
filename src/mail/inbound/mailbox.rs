//! The IMAP mailbox: where it is, and the commands that are sent to it.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::time::Duration;

use async_imap::Session;
use async_imap::types::Fetch;
use chrono::{DateTime, FixedOffset, NaiveDate};
use futures_core::Stream;
use tokio::time::timeout;
use url::{Host, Url};

use super::connection::{self, Channel, Security};
use crate::error::{Error, Result};

/// Where messages are moved that were dealt with.
pub const FOLDER: &str = "Handled";

/// Longest wait for one answer of the server.
const PATIENCE: Duration = Duration::from_secs(30);

/// Most messages that are looked at in one go.
const AT_ONCE: usize = 50;

/// A mailbox and how to get into it.
pub(super) struct Mailbox {
    host: String,
    port: u16,
    security: Security,
    user: String,
    password: String,
    folder: String,
}

/// A message in the mailbox.
pub(super) struct Waiting {
    pub uid: u32,
    /// Bytes.
    pub size: u32,
    /// When it came, by the server's clock.
    pub since: Option<DateTime<FixedOffset>>,
}

/// The mailbox, opened.
pub(super) struct Opened {
    session: Session<Channel>,
    /// Names the mailbox as long as its numbers mean the same messages.
    place: String,
    folder: String,
}

/// What the server or the network said.
pub(super) type Trouble = String;

impl Mailbox {
    /// From `imaps://`, `imap+starttls://`, or `imap://` to this machine.
    pub(super) fn from_url(text: &str, password: &str) -> Result<Self> {
        let wrong = |reason: &dyn std::fmt::Display| {
            Error::Setup(format!(
                "inbound_url is wrong: {reason}. Use imaps:// or imap+starttls:// with user@host/FOLDER; \
                 imap:// is only for an address on this machine."
            ))
        };
        let url = Url::parse(text).map_err(|error| wrong(&error))?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| wrong(&"it has no host"))?;
        let (security, port) = match url.scheme() {
            "imaps" => (Security::Wrapped, 993),
            "imap+starttls" => (Security::StartTls, 143),
            "imap" if is_loopback(host) => (Security::Plain, 143),
            "imap" => return Err(wrong(&"without TLS the password could be read on the way")),
            other => return Err(wrong(&format!("{other} is not a way to read mail"))),
        };
        let user = decoded(url.username());
        if user.is_empty() {
            return Err(wrong(&"it names no user"));
        }
        let password = if password.is_empty() {
            decoded(url.password().unwrap_or_default())
        } else {
            password.to_owned()
        };
        let folder = Some(decoded(url.path().trim_matches('/'))).filter(|name| !name.is_empty());
        Ok(Mailbox {
            // An IPv6 address has brackets in a URL and nowhere else.
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(port),
            security,
            user,
            password,
            folder: folder.unwrap_or_else(|| "INBOX".to_owned()),
        })
    }

    /// Signs in and opens the folder.
    pub(super) async fn open(&self) -> Result<Opened, Trouble> {
        let client = within(connection::connect(&self.host, self.port, self.security)).await?;
        let signing_in = async {
            client
                .login(&self.user, &self.password)
                .await
                .map_err(|(error, _)| format!("cannot sign in: {error}"))
        };
        let mut session = within(signing_in).await?;
        let opened = within(async { session.select(&self.folder).await.map_err(said) }).await?;
        let validity = opened.uid_validity.unwrap_or_default();
        let place = format!("{}@{}/{}:{validity}", self.user, self.host, self.folder);
        Ok(Opened { session, place, folder: self.folder.clone() })
    }
}

/// Percent-encoding undone; a plus stays a plus.
fn decoded(part: &str) -> String {
    url::form_urlencoded::parse(format!("x={}", part.replace('+', "%2B")).as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

fn is_loopback(host: &str) -> bool {
    match Host::parse(host) {
        Ok(Host::Ipv4(ip)) => ip.is_loopback(),
        Ok(Host::Ipv6(ip)) => ip.is_loopback(),
        Ok(Host::Domain(name)) => name == "localhost",
        Err(_) => false,
    }
}

impl Opened {
    /// Names the message with this number for ever.
    pub(super) fn place(&self, uid: u32) -> String {
        format!("{}:{uid}", self.place)
    }

    /// The messages that wait, the oldest first, some of them.
    pub(super) async fn waiting(&mut self) -> Result<Vec<Waiting>, Trouble> {
        let found = within(async { self.session.uid_search("UNDELETED").await.map_err(said) }).await?;
        let mut uids: Vec<u32> = found.into_iter().collect();
        uids.sort_unstable();
        uids.truncate(AT_ONCE);
        if uids.is_empty() {
            return Ok(Vec::new());
        }
        let set = uids.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
        let seen = |found: &Fetch| {
            Some(Waiting { uid: found.uid?, size: found.size?, since: found.internal_date() })
        };
        let mut waiting = within(self.fetch(&set, "(UID RFC822.SIZE INTERNALDATE)", seen)).await?;
        waiting.sort_by_key(|each| each.uid);
        Ok(waiting)
    }

    /// The bytes of a message; nothing when somebody else has just moved it.
    pub(super) async fn message(&mut self, uid: u32) -> Result<Option<Vec<u8>>, Trouble> {
        let uid = uid.to_string();
        let body = |found: &Fetch| found.body().map(<[u8]>::to_vec);
        let found = within(self.fetch(&uid, "(UID BODY.PEEK[])", body)).await?;
        Ok(found.into_iter().next())
    }

    /// The head of a message; nothing when somebody else has just moved it.
    pub(super) async fn head(&mut self, uid: u32) -> Result<Option<Vec<u8>>, Trouble> {
        let uid = uid.to_string();
        let head = |found: &Fetch| found.header().map(<[u8]>::to_vec);
        let found = within(self.fetch(&uid, "(UID BODY.PEEK[HEADER])", head)).await?;
        Ok(found.into_iter().next())
    }

    /// Moves a message out of the way; where the server cannot, it is marked as deleted.
    pub(super) async fn move_away(&mut self, uid: u32) -> Result<(), Trouble> {
        let uid = uid.to_string();
        self.mark(&uid, "+FLAGS.SILENT (\\Seen)").await?;
        if within(async { self.session.uid_mv(&uid, FOLDER).await.map_err(said) }).await.is_ok() {
            return Ok(());
        }
        // Mostly the folder is not there yet.
        let made = within(async { self.session.create(FOLDER).await.map_err(said) }).await;
        let moved = within(async { self.session.uid_mv(&uid, FOLDER).await.map_err(said) }).await;
        match moved {
            Ok(()) => Ok(()),
            Err(reason) => {
                tracing::warn!(
                    reason,
                    made = made.is_ok(),
                    "mail cannot be moved to {FOLDER}; it is marked as deleted"
                );
                self.mark(&uid, "+FLAGS.SILENT (\\Deleted)").await
            }
        }
    }

    /// Deletes what came to the folder of handled messages before a day.
    pub(super) async fn forget(&mut self, before: NaiveDate) -> Result<(), Trouble> {
        if within(async { self.session.select(FOLDER).await.map_err(said) }).await.is_err() {
            return Ok(());
        }
        let query = format!("BEFORE {}", before.format("%-d-%b-%Y"));
        let old = within(async { self.session.uid_search(&query).await.map_err(said) }).await?;
        for uid in old {
            self.mark(&uid.to_string(), "+FLAGS.SILENT (\\Deleted)").await?;
        }
        let folder = self.folder.clone();
        // Leaving the folder this way expunges it.
        within(async { self.session.close().await.map_err(said) }).await?;
        within(async { self.session.select(&folder).await.map_err(said) }).await.map(drop)
    }

    /// Says good-bye.
    pub(super) async fn close(mut self) {
        // That the server hangs up first changes nothing.
        let _ = within(async { self.session.logout().await.map_err(said) }).await;
    }

    async fn mark(&mut self, uid: &str, flags: &str) -> Result<(), Trouble> {
        within(async {
            let answers = self.session.uid_store(uid, flags).await.map_err(said)?;
            all(answers, |_| None::<()>).await.map(drop)
        })
        .await
    }

    async fn fetch<T>(
        &mut self,
        set: &str,
        what: &str,
        pick: impl Fn(&Fetch) -> Option<T>,
    ) -> Result<Vec<T>, Trouble> {
        let answers = self.session.uid_fetch(set, what).await.map_err(said)?;
        all(answers, pick).await
    }
}

async fn all<T>(
    answers: impl Stream<Item = async_imap::error::Result<Fetch>>,
    pick: impl Fn(&Fetch) -> Option<T>,
) -> Result<Vec<T>, Trouble> {
    let (mut answers, mut picked) = (pin!(answers), Vec::new());
    while let Some(answer) = poll_fn(|cx| answers.as_mut().poll_next(cx)).await {
        picked.extend(pick(&answer.map_err(said)?));
    }
    Ok(picked)
}

fn said(error: async_imap::error::Error) -> Trouble {
    error.to_string()
}

async fn within<T>(step: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    match timeout(PATIENCE, step).await {
        Ok(result) => result,
        Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
    }
}
