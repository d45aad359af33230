//! A list of people to invite, kept between being looked at and being confirmed: too long for a hidden field.

use diesel::prelude::*;

use super::import::invite_all;
use super::network::Network;
use crate::app::App;
use crate::clock;
use crate::db::Tx;
use crate::db::schema::uploads;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};

/// Keeps a list (CSV, as [`super::Plan::to_csv`] writes it) for whoever uploaded it; what to confirm it by.
pub(super) fn keep(tx: &mut Tx<'_>, network: Id, person: Id, csv: &str, now: Timestamp) -> Result<Id> {
    let id = clock::new_id();
    diesel::insert_into(uploads::table)
        .values((
            uploads::id.eq(id),
            uploads::network_id.eq(network),
            uploads::person_id.eq(person),
            uploads::csv.eq(csv),
            uploads::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// Invites everybody in a list that this person uploaded for this network; how many. [`Error::Conflict`] when it was
/// swept meanwhile or is no longer right.
pub(super) fn invite_uploaded(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    upload: Id,
    by: Id,
) -> Result<usize> {
    let csv: Option<String> = uploads::table
        .find(upload)
        .filter(uploads::network_id.eq(network.id))
        .filter(uploads::person_id.eq(by))
        .select(uploads::csv)
        .first(&mut **tx)
        .optional()?;
    let csv = csv.ok_or(Error::Conflict("error-import-changed"))?;
    invite_all(tx, app, network, csv.as_bytes(), Some(by))
}

/// Deletes lists that were uploaded before `before`.
pub fn forget_uploads(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(uploads::table.filter(uploads::created_at.lt(before))).execute(&mut **tx)?;
    Ok(())
}
