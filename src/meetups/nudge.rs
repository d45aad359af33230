//! Reminding those who have not answered, when somebody of the group asks for it.

use diesel::prelude::*;

use super::mail;
use super::meetup::find;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::meetups;
use crate::db::types::Id;
use crate::error::Result;

/// Mails those who have not answered, once a meetup; whether it was now. [`crate::error::Error::Conflict`] when the meetup is
/// cancelled or over.
pub fn nudge(tx: &mut Tx<'_>, app: &App, id: Id) -> Result<bool> {
    tx.lock(id)?;
    let meetup = find(tx, id)?;
    let now = app.clock.now();
    meetup.must_be_coming(now)?;
    if meetup.nudged_at.is_some() {
        return Ok(false);
    }
    diesel::update(meetups::table.find(id)).set(meetups::nudged_at.eq(now)).execute(&mut **tx)?;
    mail::nudge(tx, app, &meetup)?;
    Ok(true)
}
