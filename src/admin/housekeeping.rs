//! What is no longer needed is removed.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::db::schema::idempotency_keys;
use crate::error::Result;
use crate::jobs::{self, Job, Lease};
use crate::mail::{complaints, inbound, outbox, pace};
use crate::web::forget_audit;
use crate::{accounts, attachments, digests, letters, networks, notes, posts};

/// Days that the text of a sent mail is kept.
const MAIL_DAYS: i64 = 7;
/// Days that a finished job is kept.
const JOB_DAYS: i64 = 30;
/// Days that the trace of a mail or of a file that was taken away, whom a letter went to, and an invitation that nobody took up, is
/// kept after that.
const TRACE_DAYS: i64 = 365;
/// Days that sign-ins, denials and administration can be looked up.
const AUDIT_DAYS: i64 = 365;
/// Days that a link from a mail is remembered after it has ceased to work.
const TOKEN_DAYS: i64 = 30;
/// Days that a list of people to invite waits to be confirmed.
const UPLOAD_DAYS: i64 = 1;
/// Days that a text is kept that somebody began and never saved.
const DRAFT_DAYS: i64 = 90;
/// Hours that the answer to an idempotency key is kept.
const KEY_HOURS: i64 = 24;

/// Empties old mail; deletes old jobs, idempotency keys, audit events, dead links, unconfirmed lists, what was read long ago and texts that
/// nobody came back to; tidies what search looks in.
#[derive(Serialize, Deserialize)]
pub struct Sweep {}

impl Job for Sweep {
    const KIND: &'static str = "sweep";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let now = app.clock.now();
        app.database
            .write(move |tx| {
                lease.hold(tx, now)?;
                outbox::forget_bodies(tx, now - TimeDelta::days(MAIL_DAYS))?;
                jobs::sweep(tx, now - TimeDelta::days(JOB_DAYS))?;
                outbox::forget(tx, now - TimeDelta::days(TRACE_DAYS))?;
                letters::forget_recipients(tx, now - TimeDelta::days(TRACE_DAYS))?;
                inbound::forget(tx, now - TimeDelta::days(TRACE_DAYS))?;
                complaints::forget(tx, now - TimeDelta::days(TRACE_DAYS))?;
                pace::forget(tx, now)?;
                networks::forget_invitations(tx, now - TimeDelta::days(TRACE_DAYS))?;
                networks::forget_uploads(tx, now - TimeDelta::days(UPLOAD_DAYS))?;
                accounts::forget_tokens(tx, now - TimeDelta::days(TOKEN_DAYS))?;
                forget_audit(tx, now - TimeDelta::days(AUDIT_DAYS))?;
                notes::forget_drafts(tx, now - TimeDelta::days(DRAFT_DAYS))?;
                posts::forget_typed(tx, now - TimeDelta::days(DRAFT_DAYS))?;
                posts::forget_readings(tx, now - posts::REMEMBERED)?;
                digests::forget_suggestions(tx, now - posts::REMEMBERED)?;
                attachments::forget_removed(tx, now - TimeDelta::days(TRACE_DAYS))?;
                posts::tidy_index(tx, false)?;
                let old = idempotency_keys::created_at.lt(now - TimeDelta::hours(KEY_HOURS));
                diesel::delete(idempotency_keys::table.filter(old)).execute(&mut **tx)?;
                Ok(())
            })
            .await
    }
}
