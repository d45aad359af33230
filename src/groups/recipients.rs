//! Who gets the mail of a group.

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{group_memberships, people, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::Recipient;

/// The present holders of the group's seats with their seats, without vacant seats and disabled accounts. A person with
/// two seats in the group comes once, by the seat that joined first.
pub fn recipients(db: &mut Db, group: Id) -> Result<Vec<(Id, Recipient)>> {
    let rows: Vec<Row> = group_memberships::table
        .inner_join(seats::table.inner_join(people::table))
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::left_at.is_null())
        .filter(people::disabled_at.is_null())
        .order((group_memberships::joined_at, seats::id))
        .select((seats::id, people::id, people::email, people::name, people::language))
        .load(db)?;
    let mut found: Vec<(Id, Recipient)> = Vec::new();
    for (seat, recipient) in rows.into_iter().map(recipient) {
        if !found.iter().any(|(_, known)| known.person_id == recipient.person_id) {
            found.push((seat, recipient));
        }
    }
    Ok(found)
}

/// The present holders of these seats, without vacant seats and disabled accounts.
pub fn recipients_of_seats(db: &mut Db, wanted: &[Id]) -> Result<Vec<(Id, Recipient)>> {
    let mut found = Vec::new();
    // SQLite takes at most 32,766 values in one statement.
    for some in wanted.chunks(5_000) {
        let rows: Vec<Row> = seats::table
            .inner_join(people::table)
            .filter(seats::id.eq_any(some))
            .filter(people::disabled_at.is_null())
            .order(seats::id)
            .select((seats::id, people::id, people::email, people::name, people::language))
            .load(db)?;
        found.extend(rows.into_iter().map(recipient));
    }
    Ok(found)
}

type Row = (Id, Id, String, String, Lang);

fn recipient((seat, person, email, name, lang): Row) -> (Id, Recipient) {
    (seat, Recipient { person_id: Some(person), email, name, lang })
}
