//! A database as large as a country's, for measuring and for trying settings: `grannskap seed`.
//!
//! Rows are written in chunks, a transaction each, and not through the verbs that pages use; their shape is the same.
//! Networks follow counties and themes, groups have five to eight members, years of meetups behind them and stories
//! of every visibility. The same seed makes the same content around today's date.

mod circles;
mod crowd;
mod published;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use rand_core::SeedableRng;
use rand_pcg::Pcg64;

use super::PASSWORD;
use super::names::below;
use super::report::Account;
use crate::accounts;
use crate::app::App;
use crate::db::Kind;
use crate::db::schema::people;
use crate::error::{Error, Result};
use crate::posts;
use crowd::Crowd;

/// How much to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// People, each with a seat.
    pub people: usize,
    /// Groups of five to eight.
    pub groups: usize,
    /// Stories, drafts and withdrawn ones included.
    pub stories: usize,
}

/// Rows in one statement: well below what either database takes as values.
const AT_ONCE: usize = 500;

/// Fills the application's database, which must hold nobody. `progress` is told what has been done.
///
/// Returns a member's, a coordinator's and an administrator's account; the password is [`PASSWORD`].
pub async fn fill(app: &App, sizes: Sizes, seed: u64, progress: impl Fn(&str)) -> Result<Vec<Account>> {
    let known: i64 = app.database.read_now(|db| Ok(people::table.count().get_result(db)?))?;
    if known > 0 {
        return Err(Error::Setup(
            "the database holds people already, so it is left alone. Set GRANNSKAP_DATA_DIR or \
             GRANNSKAP_DATABASE_URL to an empty one."
                .to_owned(),
        ));
    }
    let mut rng = Pcg64::seed_from_u64(seed);
    let hash = accounts::hash(PASSWORD.to_owned()).await?;
    let crowd = Crowd::settle(app, &mut rng, sizes.people, &hash)?;
    progress(&format!("{} people in {} networks", sizes.people, crowd.networks.len()));
    let circles = circles::form(app, &mut rng, &crowd, sizes.groups)?;
    progress(&format!("{} groups with meetups", circles.len()));
    published::write(app, &mut rng, &circles, sizes.stories, &progress)?;
    // Both databases choose their ways by statistics.
    match app.database.kind() {
        Kind::Sqlite => app.database.write_now(|tx| {
            posts::tidy_index(tx, true)?;
            Ok(tx.batch_execute("ANALYZE")?)
        })?,
        // Not inside a transaction.
        Kind::Postgres => app.database.read_now(|db| Ok(db.batch_execute("VACUUM ANALYZE")?))?,
    }
    progress("statistics for the planner");
    let member = circles.first().and_then(|circle| circle.members.first());
    let member = member.ok_or_else(|| Error::Setup("--groups must be at least 1".to_owned()))?;
    let email: String = app
        .database
        .read_now(|db| Ok(people::table.find(member.person).select(people::email).first(db)?))?;
    Ok(vec![
        Account::new(crowd::ADMINISTRATOR, "administrator"),
        Account::new(crowd::COORDINATOR, "coordinator"),
        Account::new(&email, "member"),
    ])
}

/// A random order.
fn shuffle<T>(rng: &mut Pcg64, all: &mut [T]) {
    for n in (1..all.len()).rev() {
        all.swap(n, below(rng, n + 1));
    }
}
