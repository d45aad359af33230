//! Pages of rounds.

pub mod call;
pub mod cancellation;
pub mod moves;
pub mod proposal;
pub mod publication;
pub mod registration;
pub mod round;
pub mod search;

use chrono::NaiveDate;

use super::registration::Registered;
use crate::i18n::{Lang, local};
use crate::web::Ctx;

/// The day it is where the installation is.
fn today(ctx: &Ctx) -> NaiveDate {
    local(ctx.now(), ctx.app.config.settings.time_zone).date_naive()
}

/// The name of somebody registered as coordinators see it.
fn shown(registered: &Registered, lang: Lang) -> String {
    match (&registered.name, registered.protected) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => lang.t("person-protected"),
        (None, None) => lang.t("group-seat-vacant"),
    }
}
