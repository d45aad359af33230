//! Members whom mail does not reach: of addresses that do not exist coordinators are told, once; and the list of members shows both
//! these and who has called our mail unwanted.

use std::collections::HashMap;

use diesel::prelude::*;

use super::coordinator::coordinators_of;
use super::mail::{self, Returned};
use super::membership::MembershipState;
use super::network::Network;
use crate::app::App;
use crate::db::schema::{network_memberships, networks, organisers, people, seats, stopped_addresses};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::mail::Recipient;
use crate::mail::returns::{self, Stopped};
use crate::secrets;

/// Addresses that are told of in one go; the next run takes the others.
const MOST: i64 = 50;

/// A member whose mail comes back, in one of their networks.
#[derive(Queryable)]
struct Unreached {
    person: Id,
    name: String,
    protected: bool,
    role: String,
    organiser: String,
    network: Network,
}

/// Since when somebody gets no mail, or none that goes to many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Silence {
    pub since: Timestamp,
    /// Whether they called our mail unwanted; else their address takes none.
    pub complained: bool,
}

/// Those of some people whom mail does not reach.
pub(super) fn silent(db: &mut Db, some: &[Id]) -> Result<HashMap<Id, Silence>> {
    let rows: Vec<(Id, Timestamp, bool)> = people::table
        .inner_join(stopped_addresses::table.on(stopped_addresses::email.eq(people::email)))
        .filter(people::id.eq_any(some))
        .select((people::id, stopped_addresses::stopped_at, stopped_addresses::lists_only))
        .load(db)?;
    let silence = |(person, since, complained)| (person, Silence { since, complained });
    Ok(rows.into_iter().map(silence).collect())
}

/// Tells coordinators of members whom no mail reaches any more.
pub(super) fn tell(tx: &mut Tx<'_>, app: &App, now: Timestamp) -> Result<()> {
    for stopped in returns::take_untold(tx, MOST, now)? {
        for unreached in members_at(tx, &stopped.email)? {
            tell_of(tx, app, &stopped, &unreached)?;
        }
    }
    Ok(())
}

/// Who has the address, with each live network they are in, once.
fn members_at(tx: &mut Tx<'_>, email: &str) -> Result<Vec<Unreached>> {
    let mut found: Vec<Unreached> = people::table
        .inner_join(seats::table.on(seats::person_id.eq(people::id.nullable())))
        .inner_join(organisers::table.on(organisers::code.eq(seats::organiser_code)))
        .inner_join(network_memberships::table.on(network_memberships::seat_id.eq(seats::id)))
        .inner_join(networks::table.on(networks::id.eq(network_memberships::network_id)))
        .filter(people::email.eq(email))
        .filter(people::disabled_at.is_null())
        .filter(network_memberships::state.eq(MembershipState::Active))
        .filter(networks::archived_at.is_null())
        .order((networks::id, seats::id))
        .select((
            people::id,
            people::name,
            people::protected,
            seats::role,
            organisers::name,
            Network::as_select(),
        ))
        .load(&mut **tx)?;
    found.dedup_by_key(|unreached| unreached.network.id);
    Ok(found)
}

fn tell_of(tx: &mut Tx<'_>, app: &App, stopped: &Stopped, unreached: &Unreached) -> Result<()> {
    let network = &unreached.network;
    for (id, name, email, lang) in coordinators_of(tx, network.id)? {
        if id == unreached.person {
            continue;
        }
        let content = Returned {
            lang,
            name: name.clone(),
            network: network.name.clone(),
            who: if unreached.protected { lang.t("person-protected") } else { unreached.name.clone() },
            seat: format!("{}, {}", unreached.role, unreached.organiser),
            link: app.config.link(&format!("/networks/{}/members", network.slug)),
        };
        let to = Recipient { person_id: Some(id), email, name, lang };
        let when = stopped.stopped_at.utc().to_rfc3339();
        let one = format!("{}:{id}:{when}", secrets::hash(&stopped.email));
        mail::queue(tx, app, network, to, ("mail_returned", &one), content.parts()?)?;
    }
    Ok(())
}
