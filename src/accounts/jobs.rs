//! Housekeeping of accounts, and the mails that strangers ask for.

use serde::{Deserialize, Serialize};

use super::mail::{AccountKnown, Password};
use super::person::find;
use super::registration::send_confirmation;
use super::token::{Purpose, issue};
use crate::app::App;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::jobs::{Job, Lease};
use crate::mail::returns;
use crate::web::session;

/// Deletes sessions that ended by themselves.
#[derive(Serialize, Deserialize)]
pub struct SweepAccounts {}

impl Job for SweepAccounts {
    const KIND: &'static str = "sweep-accounts";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        app.limits.sweep();
        let now = app.clock.now();
        app.database
            .write(move |tx| {
                lease.hold(tx, now)?;
                session::sweep(tx, now).map(drop)
            })
            .await
    }
}

/// Which link somebody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// To choose a new password.
    Password,
    /// To confirm the address.
    Confirmation,
}

/// Mails a link that somebody asked for without being signed in. Queued for unknown addresses too (with nobody), so
/// that the page takes as long for them.
#[derive(Serialize, Deserialize)]
pub struct SendLink {
    /// Whose account it is; nobody for an unknown address.
    pub person: Option<Id>,
    /// Which link.
    pub link: Link,
}

impl Job for SendLink {
    const KIND: &'static str = "send-account-link";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let Some(id) = self.person else { return Ok(()) };
        let (now, inner) = (app.clock.now(), app.clone());
        app.database
            .write(move |tx| {
                lease.hold(tx, now)?;
                let person = match find(tx, id) {
                    Err(Error::NotFound) => return Ok(()),
                    person => person?,
                };
                // Whoever asks for a link wants it now, whatever became of earlier mail.
                returns::resume(tx, &person.email)?;
                let has_password = person.password_hash.is_some();
                match self.link {
                    _ if person.disabled_at.is_some() => Ok(()),
                    Link::Confirmation if person.confirmed_at.is_some() => {
                        AccountKnown::queue(tx, &inner, &person, "")
                    }
                    Link::Confirmation if has_password => send_confirmation(tx, &inner, &person, ""),
                    Link::Confirmation | Link::Password => {
                        let secret = issue(tx, Purpose::Password, Some(id), None, now)?;
                        Password::queue(tx, &inner, &person, &secret)
                    }
                }
            })
            .await
    }
}
