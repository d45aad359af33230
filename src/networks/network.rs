//! The network row and its verbs.

use diesel::prelude::*;

use crate::clock;
use crate::db::Tx;
use crate::db::constraint;
use crate::db::schema::{network_coordinators, networks};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::word_enum;

word_enum! {
    /// What holds a network together.
    pub enum NetworkKind {
        /// A region.
        Regional = "regional",
        /// A theme.
        Thematic = "thematic",
    }
}

word_enum! {
    /// Who finds a network.
    pub enum Visibility {
        /// Everybody.
        Public = "public",
        /// Its members.
        Members = "members",
    }
}

word_enum! {
    /// How one becomes a member.
    pub enum Joining {
        /// By saying so.
        Open = "open",
        /// By asking; a coordinator decides.
        Approval = "approval",
        /// By invitation only.
        Invitation = "invitation",
    }
}

/// A network.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = networks)]
pub struct Network {
    /// Identifier.
    pub id: Id,
    /// Name in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What it is for, Markdown.
    pub purpose: String,
    /// Regional or thematic.
    pub kind: NetworkKind,
    /// Who finds it.
    pub visibility: Visibility,
    /// How one gets in.
    pub joining: Joining,
    /// County of a regional network.
    pub county_code: Option<String>,
    /// When it was closed.
    pub archived_at: Option<Timestamp>,
}

/// What a new network is made of.
#[derive(Debug, Clone)]
pub struct NewNetwork {
    /// Name in addresses, unique.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What it is for, Markdown.
    pub purpose: String,
    /// Regional or thematic.
    pub kind: NetworkKind,
    /// Who finds it.
    pub visibility: Visibility,
    /// How one gets in.
    pub joining: Joining,
    /// County of a regional network.
    pub county_code: Option<String>,
}

/// Makes a network and appoints its first coordinator. [`Error::Conflict`] when the slug is taken.
pub fn create(tx: &mut Tx<'_>, new: &NewNetwork, by: Id, now: Timestamp) -> Result<Id> {
    let id = clock::new_id();
    diesel::insert_into(networks::table)
        .values((
            networks::id.eq(id),
            networks::slug.eq(&new.slug),
            networks::name.eq(&new.name),
            networks::purpose.eq(&new.purpose),
            networks::kind.eq(new.kind),
            networks::visibility.eq(new.visibility),
            networks::joining.eq(new.joining),
            networks::county_code.eq(&new.county_code),
            networks::created_by.eq(by),
            networks::created_at.eq(now),
        ))
        .execute(&mut **tx)
        .map_err(|error| {
            match constraint::is_unique_violation(&error, "networks_by_slug", "networks.slug") {
                true => Error::Conflict("error-network-slug-taken"),
                false => error.into(),
            }
        })?;
    appoint(tx, id, by, by, now)?;
    Ok(id)
}

/// Makes somebody a coordinator; nothing happens when they are one.
pub fn appoint(tx: &mut Tx<'_>, network: Id, person: Id, by: Id, now: Timestamp) -> Result<()> {
    let row = (
        network_coordinators::network_id.eq(network),
        network_coordinators::person_id.eq(person),
        network_coordinators::appointed_by.eq(by),
        network_coordinators::appointed_at.eq(now),
    );
    crate::on_both!(tx, c => {
        diesel::insert_into(network_coordinators::table).values(row).on_conflict_do_nothing().execute(c)
    })?;
    Ok(())
}
