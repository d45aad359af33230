//! The forms around an agenda.

use chrono::NaiveTime;

use super::{Guide, NewQuestion, Role};
use crate::db::types::Id;
use crate::meetups::one_line;
use crate::web::forms::{Check, Errors, Fields};

/// The question that a form describes.
pub(super) fn question(fields: &Fields) -> Result<NewQuestion, Errors> {
    let mut check = Check::of(fields);
    let title = one_line(&check.text("title", 1..=160));
    let details = check.text("details", 0..=500);
    check.done()?;
    Ok(NewQuestion { title, details })
}

/// The guide that is chosen; none where nothing is.
pub(super) fn guide(fields: &Fields) -> Result<Option<Guide>, Errors> {
    if fields.text("guide").is_empty() {
        return Ok(None);
    }
    let mut check = Check::of(fields);
    let guide = check.choice("guide");
    check.done()?;
    Ok(guide)
}

/// Which role is given to which seat, and who had it when the form was shown, if it says so.
pub(super) fn role(fields: &Fields) -> Result<(Role, Id, Option<Option<Id>>), Errors> {
    let mut check = Check::of(fields);
    let (role, seat) = (check.choice("role"), check.choice("seat"));
    check.done()?;
    let seen = fields.has("seen").then(|| fields.text("seen").parse().ok());
    let (role, seat) = role.zip(seat).ok_or_else(|| Errors::one("role", "error-choice"))?;
    Ok((role, seat, seen))
}

/// Who else came.
pub(super) fn guests(fields: &Fields) -> Result<String, Errors> {
    let mut check = Check::of(fields);
    let guests = one_line(&check.text("guests", 0..=200));
    check.done()?;
    Ok(guests)
}

/// When the conversation starts, if that is said.
pub(super) fn start(fields: &Fields) -> Result<Option<NaiveTime>, Errors> {
    if fields.text("start").is_empty() {
        return Ok(None);
    }
    let mut check = Check::of(fields);
    let start = check.time("start");
    check.done()?;
    Ok(start)
}
