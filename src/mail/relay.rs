//! One SMTP relay: connections kept for reuse, and each mail taken through its steps one by one.
//!
//! The steps matter: what breaks before the message was handed over may be tried again, what breaks while waiting
//! for the answer to it may not, because the relay may have taken it. [`Relay::begin`] goes as far as nothing is handed
//! over, [`Relay::finish`] the rest of the way.
#![allow(clippy::disallowed_methods)] // age of a connection, not time of day

use std::fmt;
use std::future::Future;
use std::time::{Duration, Instant};

use lettre::Address;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use tokio::sync::Mutex;
use tokio::time::timeout;
use url::Url;

use super::Outcome;
use crate::error::{Error, Result};

/// Longest time to connect, to agree on the envelope, and to wait for the answer to the message. The first two together
/// stay well under the lease of a mail; while waiting for the third it is written down as unknown.
const CONNECTING: Duration = Duration::from_secs(10);
const ENVELOPE: Duration = Duration::from_secs(15);
const MESSAGE: Duration = Duration::from_secs(25);

/// Longest wait for a relay that refused to forget the envelope; then the connection is given up.
const TAKING_BACK: Duration = Duration::from_secs(2);

/// Relays close connections that say nothing for some minutes; ours are given up well before.
const REUSE_WITHIN: Duration = Duration::from_secs(20);

/// Connections kept at most.
const KEPT: usize = 8;

/// How the connection is encrypted.
enum Security {
    Plain,
    StartTls(TlsParameters),
    Wrapped(TlsParameters),
}

/// A relay and its idle connections.
pub(super) struct Relay {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    hello: ClientId,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
}

/// A relay that waits for a message. Dropping it hands nothing over: the relay sees the connection end.
pub(super) struct Awaiting(Box<AsyncSmtpConnection>);

/// What the relay answered, if it did.
enum Trouble {
    /// 5xx.
    Refused(String),
    /// 4xx.
    Deferred(String),
    /// The network broke.
    Silence(String),
    /// Too long a wait.
    Slow(String),
}

impl Relay {
    /// From `smtp://`, `smtps://` or `smtp+starttls://`, with user and password in the address where needed.
    pub(super) fn from_url(text: &str) -> Result<Self> {
        let wrong = |reason: &dyn std::fmt::Display| {
            Error::Setup(format!(
                "mail_url is wrong: {reason}. \
                 Use smtp://, smtps:// or smtp+starttls:// with host and port, or file://DIR."
            ))
        };
        let url = Url::parse(text).map_err(|error| wrong(&error))?;
        let host = url
            .host_str()
            .filter(|host| !host.is_empty())
            .ok_or_else(|| wrong(&"it has no host"))?
            .to_owned();
        let tls = || TlsParameters::new(host.clone()).map_err(|error| wrong(&error));
        let (security, port) = match url.scheme() {
            "smtp" => (Security::Plain, 25),
            "smtp+starttls" => (Security::StartTls(tls()?), 587),
            "smtps" => (Security::Wrapped(tls()?), 465),
            other => return Err(wrong(&format!("{other} is not a way to send mail"))),
        };
        let decode = |part: &str| {
            url::form_urlencoded::parse(format!("x={}", part.replace('+', "%2B")).as_bytes())
                .next()
                .map(|(_, value)| value.into_owned())
                .unwrap_or_default()
        };
        let credentials =
            url.password().map(|password| Credentials::new(decode(url.username()), decode(password)));
        let port = url.port().unwrap_or(port);
        Ok(Relay { host, port, security, credentials, hello: ClientId::default(), idle: Mutex::default() })
    }

    /// Agrees with the relay on who writes to whom; it then waits for the message.
    pub(super) async fn begin(&self, from: &Address, to: &Address) -> Result<Awaiting, Outcome> {
        if let Some(mut connection) = self.reusable().await {
            match within(ENVELOPE, envelope(&mut connection, from, to)).await {
                Ok(()) => return Ok(Awaiting(Box::new(connection))),
                // The relay hung up while the connection was idle: a new one may try.
                Err(Trouble::Silence(_)) => {}
                Err(trouble) => return Err(self.refused(connection, trouble).await),
            }
        }
        let mut connection = match within(CONNECTING, self.connect()).await {
            Ok(connection) => connection,
            // A refusal here (a wrong password, say) is about us and not about the recipient: worth another try.
            Err(
                Trouble::Refused(reason)
                | Trouble::Deferred(reason)
                | Trouble::Silence(reason)
                | Trouble::Slow(reason),
            ) => {
                let place = format!("{}:{}", self.host, self.port);
                return Err(Outcome::Later(format!("no connection to {place}: {reason}")));
            }
        };
        match within(ENVELOPE, envelope(&mut connection, from, to)).await {
            Ok(()) => Ok(Awaiting(Box::new(connection))),
            Err(trouble) => Err(self.refused(connection, trouble).await),
        }
    }

    /// Hands the message over. Once this has begun, only the relay's answer says whether it has it.
    pub(super) async fn finish(&self, awaiting: Awaiting, message: &[u8]) -> Outcome {
        let Awaiting(mut connection) = awaiting;
        let message = Handed(String::from_utf8_lossy(message).into_owned());
        match within(MESSAGE, connection.command(message)).await {
            Ok(_) => {
                self.keep(*connection).await;
                Outcome::Sent
            }
            Err(Trouble::Silence(reason) | Trouble::Slow(reason)) => Outcome::Unknown(reason),
            Err(trouble) => self.refused(*connection, trouble).await,
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, SmtpError> {
        let address = (self.host.as_str(), self.port);
        let wrapped = match &self.security {
            Security::Wrapped(tls) => Some(tls.clone()),
            Security::Plain | Security::StartTls(_) => None,
        };
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(address, Some(CONNECTING), &self.hello, wrapped, None)
                .await?;
        if let Security::StartTls(tls) = &self.security {
            connection.starttls(tls.clone(), &self.hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }

    async fn reusable(&self) -> Option<AsyncSmtpConnection> {
        let mut idle = self.idle.lock().await;
        idle.retain(|(_, since)| since.elapsed() < REUSE_WITHIN);
        idle.pop().map(|(connection, _)| connection)
    }

    /// What a refusal means. The envelope is taken back, so that the connection can serve the next mail.
    async fn refused(&self, mut connection: AsyncSmtpConnection, trouble: Trouble) -> Outcome {
        let outcome = match trouble {
            Trouble::Silence(reason) | Trouble::Slow(reason) => return Outcome::Later(reason),
            Trouble::Refused(reason) => Outcome::Never(reason),
            Trouble::Deferred(reason) => Outcome::Later(reason),
        };
        if let Ok(Ok(_)) = timeout(TAKING_BACK, connection.command(Rset)).await {
            self.keep(connection).await;
        }
        outcome
    }

    async fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().await;
        if idle.len() < KEPT {
            idle.push((connection, Instant::now()));
        }
    }
}

/// A message as it goes over the wire, with its end. It is written in one go: in two, the end would wait for the relay's
/// delayed acknowledgement of the rest, 40 ms for each mail.
struct Handed(String);

impl fmt::Display for Handed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self.0.split_inclusive('\n') {
            // RFC 5321, 4.5.2: a line that is a dot alone would end the message.
            let dot = if line.starts_with('.') { "." } else { "" };
            write!(f, "{dot}{line}")?;
        }
        let end = if self.0.ends_with('\n') { "" } else { "\r\n" };
        write!(f, "{end}.\r\n")
    }
}

async fn envelope(
    connection: &mut AsyncSmtpConnection,
    from: &Address,
    to: &Address,
) -> Result<(), SmtpError> {
    connection.command(Mail::new(Some(from.clone()), Vec::new())).await?;
    connection.command(Rcpt::new(to.clone(), Vec::new())).await?;
    connection.command(Data).await.map(drop)
}

/// Waits for a step of the conversation, but not for ever.
async fn within<T>(limit: Duration, step: impl Future<Output = Result<T, SmtpError>>) -> Result<T, Trouble> {
    match timeout(limit, step).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) if error.is_permanent() => Err(Trouble::Refused(error.to_string())),
        Ok(Err(error)) if error.is_transient() => Err(Trouble::Deferred(error.to_string())),
        Ok(Err(error)) => Err(Trouble::Silence(error.to_string())),
        Err(_) => Err(Trouble::Slow(format!("no answer within {} s", limit.as_secs()))),
    }
}
