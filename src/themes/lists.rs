//! The lists of networks, to narrow something down by: kept from one asking to the next, because they are shown far more often than
//! they change.
//!
//! Every change of a list counts up the edition of its network ([`changed`]), in the same transaction; who reads where somebody stands
//! reads the editions along with it. So a list is read once for an edition in each process, and never shown as it was before.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::{networks, put_away_themes, themes};
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::memo::Memo;
use crate::organisers::swedish_order;
use crate::posts::Theme;

/// A megabyte: a list of 200 themes takes 20 kB.
static LISTS: Memo = Memo::of(1 << 20);

/// A network whose coordinators have kept a list, and how often they have changed it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Keeper {
    /// Its name.
    pub name: String,
    /// The network.
    pub network: Id,
    /// Changes of its list so far.
    pub edition: i32,
}

impl Keeper {
    fn key(&self) -> String {
        format!("{}:{}", self.network, self.edition)
    }
}

/// Counts a change of a network's list.
pub(super) fn changed(tx: &mut Tx<'_>, network: Id) -> Result<()> {
    diesel::update(networks::table.find(network))
        .set(networks::themes_edition.eq(networks::themes_edition + 1))
        .execute(&mut **tx)?;
    Ok(())
}

/// Those of some networks that keep a list of their own and are not over.
pub fn keepers(db: &mut Db, some: &[Id]) -> Result<Vec<Keeper>> {
    let rows: Vec<(String, Id, i32)> = networks::table
        .filter(networks::id.eq_any(some))
        .filter(networks::themes_edition.gt(0))
        .filter(networks::archived_at.is_null())
        .select((networks::name, networks::id, networks::themes_edition))
        .load(db)?;
    Ok(rows.into_iter().map(|(name, network, edition)| Keeper { name, network, edition }).collect())
}

/// The lists of some networks, by the names of these, without what is put away; empty ones are left out. No query, but one when any of
/// them was changed since it was read last.
pub fn lists_of(db: &mut Db, keepers: &[Keeper]) -> Result<Vec<(String, Vec<Theme>)>> {
    let mut found: HashMap<Id, Vec<Theme>> = HashMap::new();
    let mut missing = Vec::new();
    for keeper in keepers {
        match LISTS.known(&keeper.key()) {
            Some(list) => drop(found.insert(keeper.network, serde_json::from_str(&list)?)),
            None => missing.push(keeper.network),
        }
    }
    if !missing.is_empty() {
        let mut read = read(db, &missing)?;
        for keeper in keepers.iter().filter(|keeper| missing.contains(&keeper.network)) {
            let list = read.remove(&keeper.network).unwrap_or_default();
            LISTS.keep(keeper.key(), serde_json::to_string(&list)?.into());
            found.insert(keeper.network, list);
        }
    }
    let mut named: Vec<&Keeper> = keepers.iter().collect();
    named.sort_by(|one, two| swedish_order(&one.name, &two.name).then(one.network.cmp(&two.network)));
    let mut list = |keeper: &Keeper| Some((keeper.name.clone(), found.remove(&keeper.network)?));
    Ok(named.into_iter().filter_map(&mut list).filter(|(_, list)| !list.is_empty()).collect())
}

fn read(db: &mut Db, some: &[Id]) -> Result<HashMap<Id, Vec<Theme>>> {
    let away = put_away_themes::table.on(put_away_themes::theme_slug
        .eq(themes::slug)
        .and(put_away_themes::network_id.nullable().eq(themes::network_id)));
    let rows: Vec<(Option<Id>, Theme)> = themes::table
        .left_join(away)
        .filter(themes::network_id.eq_any(some.iter().copied().map(Some)))
        .filter(themes::merged_into.is_null())
        .filter(themes::listed.eq(true))
        .filter(put_away_themes::theme_slug.nullable().is_null())
        .select((themes::network_id, Theme::as_select()))
        .load(db)?;
    let mut lists: HashMap<Id, Vec<Theme>> = HashMap::new();
    for (network, theme) in rows.into_iter().filter_map(|(network, theme)| Some((network?, theme))) {
        lists.entry(network).or_default().push(theme);
    }
    lists.values_mut().for_each(|list| list.sort_by(|one, two| swedish_order(&one.name_sv, &two.name_sv)));
    Ok(lists)
}
