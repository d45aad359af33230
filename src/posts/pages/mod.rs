//! Pages of the stories.

pub mod acceptance;
pub mod answers;
pub mod approvals;
pub mod comments;
pub mod feed;
pub mod follows;
pub mod handout;
pub mod hiding;
pub mod index;
pub mod organiser;
mod paged;
pub mod publication;
pub mod readings;
pub mod releases;
pub mod reports;
pub mod revisions;
pub mod schedule;
pub mod search;
pub mod show;
pub mod similar;
pub mod story;
pub mod thanks;
pub mod theme;
pub mod typed;
pub mod withdrawal;

use crate::web::Ctx;

/// Where the reader's clock hangs.
fn zone(ctx: &Ctx) -> chrono_tz::Tz {
    ctx.visitor().map_or(ctx.app.config.settings.time_zone, |person| person.time_zone)
}
