//! Pages of the seats.

pub mod confirmation;
pub mod departure;
pub mod handover;
pub mod offer;
pub mod seat;

use chrono::NaiveDate;

use crate::i18n;
use crate::web::Ctx;

/// Today where the visitor's clock hangs.
fn today(ctx: &Ctx) -> NaiveDate {
    let zone = ctx.visitor().map_or(ctx.app.config.settings.time_zone, |person| person.time_zone);
    i18n::local(ctx.now(), zone).date_naive()
}
