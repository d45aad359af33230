//! The network row and its verbs.

use diesel::prelude::*;

use crate::clock;
use crate::db::constraint;
use crate::db::schema::{network_coordinators, networks};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::fold;
use crate::word_enum;

/// Slugs that are pages of their own.
const RESERVED: [&str; 1] = ["new"];

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

/// Writes down what coordinators changed; the slug stays, because addresses do.
pub fn update(tx: &mut Tx<'_>, id: Id, new: &NewNetwork) -> Result<()> {
    diesel::update(networks::table.find(id))
        .set((
            networks::name.eq(&new.name),
            networks::purpose.eq(&new.purpose),
            networks::kind.eq(new.kind),
            networks::visibility.eq(new.visibility),
            networks::joining.eq(new.joining),
            networks::county_code.eq(&new.county_code),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Closes a network: nobody joins any more; what was written stays. Nothing happens when it is closed.
pub fn archive(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    diesel::update(networks::table.find(id).filter(networks::archived_at.is_null()))
        .set(networks::archived_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// Opens a closed network again.
pub fn unarchive(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    diesel::update(networks::table.find(id))
        .set(networks::archived_at.eq(None::<Timestamp>))
        .execute(&mut **tx)?;
    Ok(())
}

/// A name for addresses that no other network has: `Skånes rektorer` gives `skanes-rektorer`, the next one
/// `skanes-rektorer-2`. Nothing when the name has neither letter nor figure.
pub fn free_slug(db: &mut Db, name: &str) -> Result<Option<String>> {
    let words: String = fold(name)
        .replace(' ', "-")
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(60)
        .collect();
    let stem = words.trim_matches('-');
    if stem.is_empty() {
        return Ok(None);
    }
    let stem = if RESERVED.contains(&stem) { format!("{stem}-1") } else { stem.to_owned() };
    let taken: Vec<String> = networks::table
        .filter(networks::slug.eq(&stem).or(networks::slug.like(format!("{stem}-%"))))
        .select(networks::slug)
        .load(db)?;
    if !taken.contains(&stem) {
        return Ok(Some(stem));
    }
    Ok((2..).map(|n: u32| format!("{stem}-{n}")).find(|slug| !taken.contains(slug)))
}

/// Makes somebody a coordinator; whether they were not one before.
pub fn appoint(tx: &mut Tx<'_>, network: Id, person: Id, by: Id, now: Timestamp) -> Result<bool> {
    let row = (
        network_coordinators::network_id.eq(network),
        network_coordinators::person_id.eq(person),
        network_coordinators::appointed_by.eq(by),
        network_coordinators::appointed_at.eq(now),
    );
    let added = crate::on_both!(tx, c => {
        diesel::insert_into(network_coordinators::table).values(row).on_conflict_do_nothing().execute(c)
    })?;
    Ok(added == 1)
}
