//! One SMTP relay: connections kept for reuse, and each mail taken through its steps one by one.
//!
//! The steps matter: what breaks before the message was handed over may be tried again, what breaks while waiting
//! for the answer to it may not, because the relay may have taken it.
#![allow(clippy::disallowed_methods)] // age of a connection, not time of day

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

/// Longest time to connect, to agree on the envelope, and to wait for the answer to the message. Together they stay
/// under the lease of a mail.
const CONNECTING: Duration = Duration::from_secs(10);
const ENVELOPE: Duration = Duration::from_secs(15);
const MESSAGE: Duration = Duration::from_secs(25);

/// Relays close connections that say nothing for some minutes; ours are given up well before.
const REUSE_WITHIN: Duration = Duration::from_secs(20);

/// Connections kept at most.
const KEPT: usize = 4;

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

/// Where a mail stood when it broke.
enum Broken {
    /// Nothing was handed over.
    Before(Trouble),
    /// The message was, and the answer is missing or a refusal.
    After(Trouble),
}

/// What the relay answered, if it did.
enum Trouble {
    /// 5xx.
    Refused(String),
    /// 4xx.
    Deferred(String),
    /// No answer: the network, or too long a wait.
    Silence(String),
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

    /// Hands one message to the relay.
    pub(super) async fn deliver(&self, from: &Address, to: &Address, message: &[u8]) -> Outcome {
        if let Some(mut connection) = self.reusable().await {
            match hand_over(&mut connection, from, to, message).await {
                // The relay hung up while the connection was idle: nothing was sent, so a new one may try.
                Err(Broken::Before(Trouble::Silence(_))) => {}
                result => return self.conclude(connection, result).await,
            }
        }
        match within(CONNECTING, self.connect()).await {
            Ok(mut connection) => {
                let result = hand_over(&mut connection, from, to, message).await;
                self.conclude(connection, result).await
            }
            // A refusal here (a wrong password, say) is about us and not about the recipient: worth another try.
            Err(Trouble::Refused(reason) | Trouble::Deferred(reason) | Trouble::Silence(reason)) => {
                Outcome::Later(format!("no connection to {}:{}: {reason}", self.host, self.port))
            }
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

    async fn conclude(&self, mut connection: AsyncSmtpConnection, result: Result<(), Broken>) -> Outcome {
        let outcome = match result {
            Ok(()) => Outcome::Sent,
            Err(Broken::Before(Trouble::Refused(reason)) | Broken::After(Trouble::Refused(reason))) => {
                Outcome::Never(reason)
            }
            Err(Broken::Before(Trouble::Deferred(reason)) | Broken::After(Trouble::Deferred(reason))) => {
                Outcome::Later(reason)
            }
            Err(Broken::Before(Trouble::Silence(reason))) => return Outcome::Later(reason),
            Err(Broken::After(Trouble::Silence(reason))) => return Outcome::Unknown(reason),
        };
        // After a refusal the envelope must be taken back before the next mail.
        let usable = outcome == Outcome::Sent
            || matches!(timeout(ENVELOPE, connection.command(Rset)).await, Ok(Ok(_)));
        let mut idle = self.idle.lock().await;
        if usable && idle.len() < KEPT {
            idle.push((connection, Instant::now()));
        }
        outcome
    }
}

async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    from: &Address,
    to: &Address,
    message: &[u8],
) -> Result<(), Broken> {
    let envelope = async {
        connection.command(Mail::new(Some(from.clone()), Vec::new())).await?;
        connection.command(Rcpt::new(to.clone(), Vec::new())).await?;
        connection.command(Data).await
    };
    within(ENVELOPE, envelope).await.map_err(Broken::Before)?;
    within(MESSAGE, connection.message(message)).await.map_err(Broken::After)?;
    Ok(())
}

/// Waits for a step of the conversation, but not for ever.
async fn within<T>(limit: Duration, step: impl Future<Output = Result<T, SmtpError>>) -> Result<T, Trouble> {
    match timeout(limit, step).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) if error.is_permanent() => Err(Trouble::Refused(error.to_string())),
        Ok(Err(error)) if error.is_transient() => Err(Trouble::Deferred(error.to_string())),
        Ok(Err(error)) => Err(Trouble::Silence(error.to_string())),
        Err(_) => Err(Trouble::Silence(format!("no answer within {} s", limit.as_secs()))),
    }
}
