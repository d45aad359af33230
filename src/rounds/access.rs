//! Who may see and run a round: the queries that are the authorization.

use super::round::{Round, find};
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::networks;
use crate::web::CurrentPerson;

/// The round, and whether this person runs it. Members of the network see it; for others it does not exist.
pub fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Round, bool)> {
    let round = find(db, id)?;
    if networks::is_coordinator(db, round.network_id, person)? {
        return Ok((round, true));
    }
    if networks::is_member(db, round.network_id, person.id)? {
        return Ok((round, false));
    }
    Err(Error::NotFound)
}

/// The round, if this person runs it.
pub fn coordinated(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<Round> {
    let round = find(db, id)?;
    if networks::is_coordinator(db, round.network_id, person)? { Ok(round) } else { Err(Error::NotFound) }
}
