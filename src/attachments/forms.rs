//! The forms about files.

use chrono_tz::Tz;

use super::attachment::{Attachment, Change};
use super::name::LONGEST;
use crate::db::types::Timestamp;
use crate::i18n::local;
use crate::meetups::one_line;
use crate::notes::visible_from;
use crate::web::forms::{Check, Errors, Fields};

/// Most characters of what a picture shows.
const LONGEST_ALT: usize = 300;

/// From when on files are seen; none: at once.
pub(super) fn when(fields: &Fields, zone: Tz, now: Timestamp) -> Result<Option<Timestamp>, Errors> {
    let mut check = Check::of(fields);
    let when = visible_from(&mut check, fields, zone, now);
    check.done()?;
    Ok(when)
}

/// What is changed of a file; a picture wants words.
pub(super) fn change(
    fields: &Fields,
    attachment: &Attachment,
    zone: Tz,
    now: Timestamp,
) -> Result<Change, Errors> {
    let mut check = Check::of(fields);
    let name = one_line(&check.text("name", 1..=LONGEST));
    let picture = attachment.kind.is_picture();
    let alt = if picture { one_line(&check.text("alt", 1..=LONGEST_ALT)) } else { String::new() };
    let waits = attachment.meetup_id.is_some();
    let from = if waits { visible_from(&mut check, fields, zone, now) } else { None };
    check.done()?;
    // Somebody who empties the fields wants it to be seen now; what is seen already stays as it is.
    let visible_from = from.unwrap_or(attachment.visible_from.min(now));
    Ok(Change { name, alt, visible_from })
}

/// What the form shows of a file.
pub(super) fn stored(attachment: &Attachment, zone: Tz, now: Timestamp) -> Fields {
    let fields = Fields::from_pairs([("name", &attachment.name), ("alt", &attachment.alt)]);
    if attachment.visible_from <= now {
        return fields;
    }
    let from = local(attachment.visible_from, zone);
    fields.with("from", from.format("%Y-%m-%d").to_string()).with("at", from.format("%H:%M").to_string())
}
