//! A demo: real organisers, people who do not exist, and a season of what they do together.
//!
//! Everything is made through the verbs that pages use, under a clock that begins two months ago and is moved on, so
//! that groups have a past. The same seed makes the same content.

mod afterwards;
mod agendas;
mod files;
mod ground;
mod groundwork;
mod letters;
mod names;
mod population;
mod report;
mod season;
mod seed;
mod series;
mod stories;

use chrono::TimeDelta;
use rand_core::SeedableRng;
use rand_pcg::Pcg64;

use crate::accounts;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::digests;
use crate::error::Result;
use crate::jobs;

pub use report::{Account, Report, ReportedGroup, ReportedMember, ReportedUnplaced};
pub use seed::{Sizes, fill};

/// The password of every account in the demo.
pub const PASSWORD: &str = "tre gamla ekar";

/// Days between the first people and today.
const SEASON_DAYS: i64 = 60;

/// Makes the demo in the configured database, which must hold nothing else, and tells what it holds.
pub async fn make(config: Config, people: usize, seed: u64) -> Result<Report> {
    ground::clear(&config)?;
    let today = Clock::system().now();
    let clock = Clock::fixed((today - TimeDelta::days(SEASON_DAYS)).utc());
    let app = App::start(config, clock)?;
    let hash = accounts::hash(PASSWORD.to_owned()).await?;
    let mut rng = Pcg64::seed_from_u64(seed);

    let now = app.clock.now();
    app.database.write_now(|tx| ground::mark(tx, seed, people, now))?;
    let world = app.database.write_now(|tx| groundwork::lay(tx, &mut rng, people, &hash, now))?;
    let round = season::match_people(&app, &world, seed).await?;
    let report = app.database.read_now(|db| report::of(db, &world, round))?;
    season::meet_and_tell(&app, &world, round, &mut rng, today)?;
    letters::write(&app, &world, round, today)?;

    // The last mails and the first digests leave as of today.
    app.clock.travel(today.0 - app.clock.now().0);
    season::look_back(&app, round)?;
    afterwards::remember(&app, &world, round)?;
    files::share(&app, &world).await?;
    digests::run_now(&app, app.clock.now()).await?;
    jobs::run_due(&app).await?;
    Ok(report)
}
