//! What coordinators fill in: a letter, and when it goes out.

use chrono::TimeDelta;
use chrono_tz::Tz;

use super::audience::{Audience, Waiting};
use super::letter::{Letter, NewLetter};
use super::sending::MINUTES_TO_TAKE_BACK;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n::fold;
use crate::meetups::{FARTHEST_DAYS, Wall, at_wall_time, one_line};
use crate::web::forms::{Check, Errors, Fields};

/// Longest text of a letter, in characters.
const LONGEST: usize = 20_000;

/// Words of roles that a letter is narrowed down to, and characters of one.
const MOST_ROLES: usize = 10;
const LONGEST_ROLE: usize = 60;

/// The letter that a form describes, or everything wrong with it. `groups` are those that can be chosen.
pub(super) fn letter(fields: &Fields, groups: &[(Id, String)]) -> Result<NewLetter, Errors> {
    let mut check = Check::of(fields);
    let subject = one_line(&check.text("subject", 1..=150));
    let body = check.text("body", 1..=LONGEST);
    let known = |id: &Id| groups.iter().any(|(group, _)| group == id);
    let groups: Vec<Option<Id>> = values(fields, "groups").collect();
    let levels: Vec<Option<_>> = values(fields, "levels").collect();
    let categories: Vec<Option<_>> = values(fields, "categories").collect();
    let waiting: Vec<Option<Waiting>> = values(fields, "waiting").collect();
    let audience = Audience {
        groups: all(&mut check, "groups", groups.into_iter().map(|id| id.filter(known))),
        levels: all(&mut check, "levels", levels),
        roles: roles(&mut check, fields.text("roles")),
        categories: all(&mut check, "categories", categories),
        waiting: all(&mut check, "waiting", waiting),
    };
    check.done()?;
    Ok(NewLetter { subject, body, audience })
}

/// Words with commas between them, each once.
fn roles(check: &mut Check<'_>, text: &str) -> Vec<String> {
    let words = text.split(',').map(one_line).filter(|word| !fold(word).is_empty());
    let mut roles: Vec<String> = Vec::new();
    for word in words {
        if !roles.iter().any(|known| fold(known) == fold(&word)) {
            roles.push(word);
        }
    }
    if roles.len() > MOST_ROLES || roles.iter().any(|role| role.chars().count() > LONGEST_ROLE) {
        check.fail("roles", "error-letter-roles");
    }
    roles
}

fn values<'a, T: std::str::FromStr>(
    fields: &'a Fields,
    name: &'a str,
) -> impl Iterator<Item = Option<T>> + 'a {
    fields.all(name).map(|value| value.parse().ok())
}

/// The values of boxes, in order and each once; an error when one is not among the choices.
fn all<T: Ord>(
    check: &mut Check<'_>,
    field: &'static str,
    values: impl IntoIterator<Item = Option<T>>,
) -> Vec<T> {
    let Some(mut values) = values.into_iter().collect::<Option<Vec<T>>>() else {
        check.fail(field, "error-choice");
        return Vec::new();
    };
    values.sort();
    values.dedup();
    values
}

/// The form filled in with what is stored.
pub(super) fn stored(letter: &Letter) -> Result<Fields> {
    let to = letter.audience()?;
    let mut fields =
        Fields::from_pairs([("subject", letter.subject.as_str()), ("body", letter.body.as_str())]);
    for group in &to.groups {
        fields = fields.with("groups", group.to_string());
    }
    if !to.roles.is_empty() {
        fields = fields.with("roles", to.roles.join(", "));
    }
    for level in &to.levels {
        fields = fields.with("levels", level.word());
    }
    for category in &to.categories {
        fields = fields.with("categories", category.word());
    }
    for waiting in &to.waiting {
        fields = fields.with("waiting", waiting.word());
    }
    Ok(fields)
}

/// When a letter is to go out: in some minutes, or at a day and time of `zone`.
pub(super) fn due(fields: &Fields, zone: Tz, now: Timestamp) -> Result<Timestamp, Errors> {
    let mut check = Check::of(fields);
    let soonest = now + TimeDelta::minutes(MINUTES_TO_TAKE_BACK);
    match fields.text("when") {
        "now" => return Ok(soonest),
        "later" => {}
        _ => return Err(Errors::one("when", "error-choice")),
    }
    let (date, time) = (check.date("date"), check.time("time"));
    let mut due = soonest;
    if let (Some(date), Some(time)) = (date, time) {
        match at_wall_time(date.and_time(time), zone) {
            Wall::Once(moment) | Wall::Twice(moment) => due = moment,
            Wall::Never => check.fail("time", "error-meetup-hour-missing"),
        }
    }
    if due <= now {
        check.fail("date", "error-meetup-past");
    } else if due < soonest {
        check.fail("time", "error-letter-soon");
    } else if due > now + TimeDelta::days(FARTHEST_DAYS) {
        check.fail("date", "error-meetup-far");
    }
    check.done().map(|()| due)
}
