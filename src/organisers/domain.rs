//! E-mail domains that prove employment at an organiser.

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::organiser_domains;
use crate::error::Result;

/// The organiser whose domain this address belongs to, if any is tied to it. Only the whole domain counts:
/// `anna@skola.hoor.se` is not proved by `hoor.se`.
pub fn organiser_of_domain(db: &mut Db, email: &str) -> Result<Option<String>> {
    let Some((_, domain)) = email.rsplit_once('@') else { return Ok(None) };
    Ok(organiser_domains::table
        .find(domain.trim().to_lowercase())
        .select(organiser_domains::organiser_code)
        .first(db)
        .optional()?)
}
