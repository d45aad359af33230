//! The only place that asks what time it is, and that draws identifiers and secrets.
//!
//! Tests hold the clock still and move it; everything else is handed a [`Clock`].
#![allow(clippy::disallowed_methods)] // this is where they are allowed

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use uuid::Uuid;

use crate::db::types::{Id, Timestamp};

/// Tells the time: the machine's, or one that stands still until moved.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    fixed: Option<Arc<Mutex<DateTime<Utc>>>>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Clock::default()
    }

    /// A clock that stands at `moment` until [`Clock::travel`] moves it.
    pub fn fixed(moment: DateTime<Utc>) -> Self {
        Clock { fixed: Some(Arc::new(Mutex::new(moment))) }
    }

    /// Now, in UTC, cut to microseconds.
    pub fn now(&self) -> Timestamp {
        let now = match &self.fixed {
            Some(fixed) => *fixed.lock().unwrap_or_else(PoisonError::into_inner),
            None => Utc::now(),
        };
        now.trunc_subsecs(6).into()
    }

    /// Moves a fixed clock; the machine's clock is not ours to move.
    pub fn travel(&self, delta: TimeDelta) {
        if let Some(fixed) = &self.fixed {
            let mut moment = fixed.lock().unwrap_or_else(PoisonError::into_inner);
            *moment += delta;
        }
    }
}

/// A new identifier, later than those before it.
pub fn new_id() -> Id {
    Id(Uuid::now_v7())
}

/// `N` random bytes from the operating system, for tokens and keys.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
