//! Who has met whom in a network: who has been in the same group, by organiser or by seat.
//!
//! Everybody stands by county and name, and what is told of two is how often and when last: nobody is ranked. Seats keep
//! their history whoever holds them; names of protected people and of closed accounts are left out.

mod part;
mod picture;

pub(super) use part::{Part, Row, part};
pub(super) use picture::picture;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{group_memberships, groups, organisers, people, rounds, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers::swedish_order;

/// Whose history it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Organisers.
    Organisers,
    /// Seats.
    Seats,
}

/// An organiser or a seat.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its code or identifier.
    pub key: String,
    /// What it is called.
    pub label: String,
    county: String,
}

/// What two have had in common.
#[derive(Debug, Clone)]
pub(super) struct Met {
    /// In how many groups.
    pub times: usize,
    /// Where last: the name of the round, or of the group where it was made by hand.
    pub latest: String,
}

/// All that has been in a network.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    /// Everybody who has been in a group, by county and name.
    pub items: Vec<Item>,
    /// Pairs of them, by place, the first place first.
    pub met: BTreeMap<(usize, usize), Met>,
    /// How many groups there have been.
    pub groups: usize,
}

impl Past {
    /// What two have had in common, if anything.
    pub fn of(&self, a: usize, b: usize) -> Option<&Met> {
        self.met.get(&(a.min(b), a.max(b)))
    }

    /// Whom somebody has met.
    pub fn partners(&self, at: usize) -> Vec<(usize, &Met)> {
        (0..self.items.len()).filter_map(|other| Some((other, self.of(at, other)?))).collect()
    }
}

#[derive(Queryable)]
struct Seat {
    id: Id,
    role: String,
    code: String,
    organiser: String,
    county: Option<String>,
    name: Option<String>,
    protected: Option<bool>,
    disabled_at: Option<Timestamp>,
}

impl Seat {
    fn key(&self, by: By) -> String {
        match by {
            By::Organisers => self.code.clone(),
            By::Seats => self.id.to_string(),
        }
    }

    fn item(&self, by: By, lang: Lang) -> Item {
        let label = match (by, &self.name) {
            (By::Organisers, _) => self.organiser.clone(),
            (By::Seats, _) if self.disabled_at.is_some() => format!("{}, {}", self.organiser, self.role),
            (By::Seats, _) if self.protected == Some(true) => {
                format!("{}, {} ({})", self.organiser, self.role, lang.t("person-protected"))
            }
            (By::Seats, Some(name)) => format!("{}, {} ({name})", self.organiser, self.role),
            (By::Seats, None) => format!("{}, {}", self.organiser, self.role),
        };
        Item { key: self.key(by), label, county: self.county.clone().unwrap_or_default() }
    }
}

/// Reads the history of a network. Three queries.
pub(super) fn past(db: &mut Db, network: Id, by: By, lang: Lang) -> Result<Past> {
    let made: Vec<(Id, String, Option<String>)> = groups::table
        .left_join(rounds::table)
        .filter(groups::network_id.eq(network))
        .order((groups::created_at, groups::id))
        .select((groups::id, groups::name, rounds::name.nullable()))
        .load(db)?;
    let members: Vec<(Id, Id)> = group_memberships::table
        .inner_join(groups::table)
        .filter(groups::network_id.eq(network))
        .select((group_memberships::group_id, group_memberships::seat_id))
        .load(db)?;
    let seats = seats_of(db, network)?;
    let mut items: BTreeMap<String, Item> = BTreeMap::new();
    for seat in &seats {
        items.entry(seat.key(by)).or_insert_with(|| seat.item(by, lang));
    }
    let mut items: Vec<Item> = items.into_values().collect();
    items.sort_by(in_order);
    let place: BTreeMap<&str, usize> =
        items.iter().enumerate().map(|(at, item)| (item.key.as_str(), at)).collect();
    let place: BTreeMap<Id, usize> =
        seats.iter().filter_map(|seat| Some((seat.id, *place.get(seat.key(by).as_str())?))).collect();
    let mut of_group: BTreeMap<Id, BTreeSet<usize>> = BTreeMap::new();
    for (group, seat) in members {
        of_group.entry(group).or_default().extend(place.get(&seat));
    }
    let mut met: BTreeMap<(usize, usize), Met> = BTreeMap::new();
    for (group, name, round) in &made {
        let members: Vec<usize> = of_group.get(group).into_iter().flatten().copied().collect();
        for (at, a) in members.iter().enumerate() {
            for b in members.iter().skip(at + 1) {
                let pair = met.entry((*a, *b)).or_insert_with(|| Met { times: 0, latest: String::new() });
                pair.times += 1;
                round.as_ref().unwrap_or(name).clone_into(&mut pair.latest);
            }
        }
    }
    Ok(Past { items, met, groups: made.len() })
}

fn seats_of(db: &mut Db, network: Id) -> Result<Vec<Seat>> {
    let inside = group_memberships::table
        .inner_join(groups::table)
        .filter(groups::network_id.eq(network))
        .select(group_memberships::seat_id);
    Ok(seats::table
        .inner_join(organisers::table)
        .left_join(people::table)
        .filter(seats::id.eq_any(inside))
        .order(seats::id)
        .select((
            seats::id,
            seats::role,
            organisers::code,
            organisers::name,
            organisers::county_name,
            people::name.nullable(),
            people::protected.nullable(),
            people::disabled_at.nullable(),
        ))
        .load(db)?)
}

/// By county, those without one last; then by name.
fn in_order(a: &Item, b: &Item) -> Ordering {
    let county = |item: &Item| item.county.is_empty();
    county(a)
        .cmp(&county(b))
        .then_with(|| swedish_order(&a.county, &b.county))
        .then_with(|| swedish_order(&a.label, &b.label))
        .then_with(|| a.key.cmp(&b.key))
}
