//! The worker's part: looks into the mailbox now and then, deals with what lies there and moves it away.

use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::mailbox::{Mailbox, Opened, Trouble, Waiting};
use super::{put_aside, receive, receive_part};
use crate::app::App;
use crate::error::Result;

/// How often the mailbox is looked into, and how seldom at least while it cannot be.
const EVERY: Duration = Duration::from_secs(20);
const SELDOM: Duration = Duration::from_secs(600);

/// Longest that one look may take.
const LONGEST: Duration = Duration::from_secs(300);

/// Largest message, in bytes. An answer of a calendar program has some thousand.
const LARGEST: u32 = 1_000_000;

/// Largest head of a larger message that is looked at, in bytes.
const HEAD: usize = 100_000;

/// A message that made us fail for this long is put aside.
const PATIENCE: TimeDelta = TimeDelta::days(1);

/// Days that messages stay in the folder of those that were dealt with.
const DAYS_KEPT: i64 = 30;

/// Looks into the mailbox, where there is one, until told to stop.
pub async fn read_until(app: App, mut stop: watch::Receiver<bool>) {
    let Some(mailbox) = &app.inbound.mailbox else { return };
    let (mut wait, mut tidied) = (EVERY, None);
    while !*stop.borrow() {
        let look = async {
            match timeout(LONGEST, look(&app, mailbox, &mut tidied)).await {
                Ok(looked) => looked,
                Err(_) => Err(format!("not done within {} s", LONGEST.as_secs())),
            }
        };
        // Stopping in the midst is safe: what was dealt with is known, whether it was moved or not.
        let looked = tokio::select! {
            looked = look => looked,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        wait = match looked {
            Ok(_) => EVERY,
            Err(reason) => {
                tracing::warn!(reason, "could not read the mailbox");
                metrics::counter!("inbound_mail_failures_total").increment(1);
                (wait * 2).min(SELDOM)
            }
        };
        tokio::select! {
            () = sleep(wait) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Looks into the mailbox once, where there is one; how many messages were dealt with.
pub async fn read_now(app: &App) -> Result<usize, String> {
    match &app.inbound.mailbox {
        Some(mailbox) => look(app, mailbox, &mut None).await,
        None => Ok(0),
    }
}

async fn look(app: &App, mailbox: &Mailbox, tidied: &mut Option<NaiveDate>) -> Result<usize, Trouble> {
    let mut opened = mailbox.open().await?;
    let mut done = 0;
    loop {
        let (mut some, waiting) = (0, opened.waiting().await?);
        for message in waiting {
            some += usize::from(deal(app, &mut opened, &message).await?);
        }
        if some == 0 {
            break;
        }
        done += some;
    }
    let today = app.clock.now().utc().date_naive();
    if *tidied != Some(today) {
        opened.forget(today - TimeDelta::days(DAYS_KEPT)).await?;
        *tidied = Some(today);
    }
    opened.close().await;
    Ok(done)
}

/// Deals with one message and moves it away; false when it stays for another try.
async fn deal(app: &App, opened: &mut Opened, waiting: &Waiting) -> Result<bool, Trouble> {
    let place = opened.place(waiting.uid);
    let outcome = if waiting.size > LARGEST {
        match opened.head(waiting.uid).await? {
            Some(bytes) if bytes.len() < HEAD => receive_part(app, &place, bytes, false).await,
            Some(_) => put_aside(app, &place, "too-large").await,
            None => return Ok(false),
        }
    } else {
        match opened.message(waiting.uid).await? {
            Some(bytes) => receive(app, &place, bytes).await,
            None => return Ok(false),
        }
    };
    let now = app.clock.now().utc();
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(error) if waiting.since.is_some_and(|since| now - since.to_utc() < PATIENCE) => {
            tracing::error!(uid = waiting.uid, %error, "a message could not be dealt with; it stays");
            return Ok(false);
        }
        Err(error) => {
            tracing::error!(uid = waiting.uid, %error, "a message could not be dealt with; it is put aside");
            "failed"
        }
    };
    tracing::info!(uid = waiting.uid, size = waiting.size, outcome, "inbound mail");
    metrics::counter!("inbound_mail_total", "outcome" => outcome).increment(1);
    opened.move_away(waiting.uid).await?;
    Ok(true)
}
