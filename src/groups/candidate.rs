//! Seats of a network that a coordinator may choose among.

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{network_memberships, organisers, people, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::{Lang, fold};
use crate::networks::MembershipState;

/// Held seats in the network that a name or an organiser finds, at most 50, with what to call them. Protected people
/// are found by organiser alone and come without a name.
pub fn candidates(db: &mut Db, network: Id, search: &str, lang: Lang) -> Result<Vec<(Id, String)>> {
    let folded = format!("%{}%", fold(search));
    let typed = format!("%{}%", search.replace(['%', '_', '\\'], ""));
    let rows: Vec<(Id, String, bool, String, String)> = network_memberships::table
        .inner_join(seats::table.inner_join(organisers::table).inner_join(people::table))
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .filter(people::disabled_at.is_null())
        .filter(
            organisers::search_name
                .like(folded)
                .or(people::protected.eq(false).and(people::name.like(typed))),
        )
        .order((organisers::name, seats::role, seats::id))
        .limit(50)
        .select((seats::id, people::name, people::protected, seats::role, organisers::name))
        .load(db)?;
    let called = |(id, name, protected, role, organiser): (Id, String, bool, String, String)| {
        let name = if protected { lang.t("person-protected") } else { name };
        (id, format!("{organiser}: {name}, {role}"))
    };
    Ok(rows.into_iter().map(called).collect())
}
