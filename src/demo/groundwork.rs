//! Who is there before anything happens: people, an administrator, coordinators and their networks.

use diesel::prelude::*;
use rand_pcg::Pcg64;

use super::population::{Inhabitant, populate};
use super::report::Account;
use crate::accounts;
use crate::db::Tx;
use crate::db::schema::people;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};
use crate::seats::{self, Level, NewSeat};

/// What the demo is about.
pub(super) struct World {
    pub(super) everybody: Vec<Inhabitant>,
    pub(super) coordinator: Id,
    pub(super) national: Id,
    pub(super) regional: Id,
    pub(super) accounts: Vec<Account>,
}

/// Makes the people and their networks.
pub(super) fn lay(
    tx: &mut Tx<'_>,
    rng: &mut Pcg64,
    count: usize,
    hash: &str,
    now: Timestamp,
) -> Result<World> {
    let everybody = populate(tx, rng, count, hash, now)?;
    let administrator = account(tx, "admin@grannskap.example", "Ada Driftman", hash, now)?;
    diesel::update(people::table.find(administrator))
        .set(people::administrator.eq(true))
        .execute(&mut **tx)?;
    let coordinator = account(tx, "samordnare@grannskap.example", "Sigrid Samuelsson", hash, now)?;
    let seat = NewSeat {
        organiser_code: "1267".to_owned(),
        role: "Utvecklingsledare".to_owned(),
        level: Level::Administration,
        person_id: coordinator,
        held_from: now.0.date(),
    };
    let seat = seats::create(tx, &seat, now)?;
    seats::confirm(tx, seat, Some(administrator), now)?;

    let national = networks::create(tx, &national(), coordinator, now)?;
    let regional = networks::create(tx, &regional(), coordinator, now)?;
    let preschool = networks::create(tx, &preschool(), coordinator, now)?;
    networks::join(tx, national, seat, now)?;
    networks::join(tx, regional, seat, now)?;
    for inhabitant in &everybody {
        seats::confirm(tx, inhabitant.seat, Some(coordinator), now)?;
        networks::join(tx, national, inhabitant.seat, now)?;
        if inhabitant.county.as_deref() == Some("12") {
            networks::join(tx, regional, inhabitant.seat, now)?;
        }
    }
    for inhabitant in everybody.iter().filter(|each| each.level == Level::Principal).take(12) {
        networks::join(tx, preschool, inhabitant.seat, now)?;
    }
    // Somebody whose name nobody else may see.
    if let Some(hidden) = everybody.get(everybody.len() / 2) {
        diesel::update(people::table.find(hidden.person))
            .set(people::protected.eq(true))
            .execute(&mut **tx)?;
    }
    let member = everybody.first().ok_or_else(|| Error::Setup("--people must be at least 1".to_owned()))?;
    diesel::update(people::table.find(member.person))
        .set(people::language.eq(Lang::Swedish))
        .execute(&mut **tx)?;
    let accounts = vec![
        Account::new("admin@grannskap.example", "administrator"),
        Account::new("samordnare@grannskap.example", "coordinator"),
        Account::new(&member.email, "member"),
    ];
    Ok(World { everybody, coordinator, national, regional, accounts })
}

fn account(tx: &mut Tx<'_>, email: &str, name: &str, hash: &str, now: Timestamp) -> Result<Id> {
    let id = accounts::create(tx, email, name, Lang::Swedish, "Europe/Stockholm", now)?;
    accounts::set_password(tx, id, hash, now)?;
    Ok(id)
}

fn national() -> NewNetwork {
    NewNetwork {
        slug: "skolhuvudman-i-samverkan".to_owned(),
        name: "Skolhuvudmän i samverkan".to_owned(),
        purpose: "Vi som leder skola och förskola hos kommuner och enskilda huvudmän, stora som små. \
                  Två gånger om året sätter vi samman nya utbytesgrupper: grannar som kan åka till varandra \
                  och likar som brottas med samma frågor."
            .to_owned(),
        kind: NetworkKind::Thematic,
        visibility: Visibility::Public,
        joining: Joining::Approval,
        county_code: None,
    }
}

fn regional() -> NewNetwork {
    NewNetwork {
        slug: "skane".to_owned(),
        name: "Skånes huvudmän".to_owned(),
        purpose: "Regionalt nätverk för alla huvudmän i Skåne. Öppet för den som har ett uppdrag här."
            .to_owned(),
        kind: NetworkKind::Regional,
        visibility: Visibility::Public,
        joining: Joining::Open,
        county_code: Some("12".to_owned()),
    }
}

fn preschool() -> NewNetwork {
    NewNetwork {
        slug: "forskolans-kvalitet".to_owned(),
        name: "Förskolans kvalitet".to_owned(),
        purpose: "En mindre krets som följer varandras kvalitetsarbete i förskolan under ett läsår."
            .to_owned(),
        kind: NetworkKind::Thematic,
        visibility: Visibility::Members,
        joining: Joining::Invitation,
        county_code: None,
    }
}
