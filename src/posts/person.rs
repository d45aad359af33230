//! Who wrote something, as readers see it.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{organisers, people, seats};
use crate::db::types::Id;
use crate::error::Result;

/// A seat in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// What the role is called.
    pub role: String,
    /// Name of the organiser.
    pub organiser: String,
}

/// Who wrote something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// Name; nothing for people whose personal data is protected.
    pub name: Option<String>,
    /// The seat they wrote from.
    pub role: Option<Role>,
}

impl Author {
    /// The name, or what stands for it.
    pub fn shown(&self, chrome: &crate::web::Chrome) -> String {
        self.name.clone().unwrap_or_else(|| chrome.t("person-protected"))
    }

    /// The first letters of the name, for the round sign beside it.
    pub fn initials(&self) -> String {
        let letters = |name: &String| -> String {
            let firsts: Vec<char> = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
            let last = if firsts.len() > 1 { firsts.last() } else { None };
            firsts.first().into_iter().chain(last).flat_map(|letter| letter.to_uppercase()).collect()
        };
        self.name.as_ref().map_or_else(|| "–".to_owned(), letters)
    }
}

/// Writers by person and seat.
pub(super) struct Authors {
    names: HashMap<Id, Option<String>>,
    roles: HashMap<Id, Role>,
}

impl Authors {
    /// Finds out about writers, two queries however many they are.
    pub(super) fn load(db: &mut Db, writers: &[(Id, Option<Id>)]) -> Result<Self> {
        if writers.is_empty() {
            return Ok(Authors { names: HashMap::new(), roles: HashMap::new() });
        }
        let ids: Vec<Id> = writers.iter().map(|(person, _)| *person).collect();
        let seat_ids: Vec<Id> = writers.iter().filter_map(|(_, seat)| *seat).collect();
        let names: Vec<(Id, String, bool)> = people::table
            .filter(people::id.eq_any(ids))
            .select((people::id, people::name, people::protected))
            .load(db)?;
        let roles: Vec<(Id, String, String)> = seats::table
            .inner_join(organisers::table)
            .filter(seats::id.eq_any(seat_ids))
            .select((seats::id, seats::role, organisers::name))
            .load(db)?;
        Ok(Authors {
            names: names
                .into_iter()
                .map(|(id, name, protected)| (id, (!protected).then_some(name)))
                .collect(),
            roles: roles.into_iter().map(|(id, role, organiser)| (id, Role { role, organiser })).collect(),
        })
    }

    /// Who it is.
    pub(super) fn of(&self, person: Id, seat: Option<Id>) -> Author {
        Author {
            name: self.names.get(&person).cloned().flatten(),
            role: seat.and_then(|seat| self.roles.get(&seat)).cloned(),
        }
    }
}
