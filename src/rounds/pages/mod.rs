//! Pages of rounds.

pub mod board;
pub mod call;
pub mod cancellation;
pub mod changes;
pub mod coverage;
pub mod drafts;
pub mod follow_up;
pub mod forecast;
pub mod history;
pub mod improvement;
pub mod locks;
pub mod moves;
pub mod objection;
pub mod objection_link;
pub mod openings;
pub mod proposal;
pub mod publication;
pub mod rearrangement;
pub mod registration;
pub mod remedies;
pub mod round;
pub mod search;

use chrono::NaiveDate;

use super::registration::shown;
use crate::db::types::Id;
use crate::i18n::local;
use crate::web::Ctx;

/// The day it is where the installation is.
fn today(ctx: &Ctx) -> NaiveDate {
    local(ctx.now(), ctx.app.config.settings.time_zone).date_naive()
}

/// The board where a group stands, or its beginning.
fn board_at(round: Id, group: Option<Id>) -> String {
    let board = format!("/rounds/{round}/proposal");
    group.map_or_else(|| board.clone(), |group| format!("{board}?group={group}#g-{group}"))
}
