//! Who gets mail about a meetup.

use std::collections::HashSet;

use chrono_tz::Tz;
use diesel::prelude::*;

use crate::accounts::Reminders;
use crate::db::Db;
use crate::db::schema::{answers, group_memberships, outbox, people, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::Recipient;
use crate::meetups::{Answer, Given, Meetup};

/// A member of the group as a recipient, with what they have answered.
#[derive(Debug, Clone)]
pub struct Invitee {
    /// The seat they are invited by.
    pub seat: Id,
    /// Who it is.
    pub person: Id,
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Their language.
    pub lang: Lang,
    /// Their time zone.
    pub zone: Tz,
    /// What they have answered.
    pub answer: Option<Answer>,
    /// Minutes before a meetup that their calendar reminds.
    pub alarm: Option<i32>,
    reminders: Reminders,
    /// Whether they wait for a place.
    pub waits: bool,
    /// Whether they said it in the poll that the meetup came of.
    pub(super) polled: bool,
    online: bool,
}

impl Invitee {
    /// Where mail to them goes.
    pub fn recipient(&self) -> Recipient {
        Recipient {
            person_id: Some(self.person),
            email: self.email.clone(),
            name: self.name.clone(),
            lang: self.lang,
        }
    }

    /// What they have answered, as it was given.
    pub(in crate::meetups) fn given(&self) -> Option<Given> {
        self.answer.map(|answer| Given::of(answer, self.online))
    }

    /// Locale key of what they have answered to a meetup.
    pub(super) fn said(&self, meetup: &Meetup) -> Option<&'static str> {
        self.given().map(|given| given.key(meetup.is_hybrid()))
    }

    /// Whether a reminder so many days before the meetup is for them.
    pub(super) fn wants_reminder(&self, days: i64) -> bool {
        self.answer != Some(Answer::No) && self.reminders.days().contains(&days)
    }
}

/// The present holders of the group's seats, with their answers to the meetup; a person with two seats comes once, by the one that joined first.
pub fn invitees(db: &mut Db, meetup: &Meetup) -> Result<Vec<Invitee>> {
    type Said = (Option<Answer>, Option<i32>, Option<bool>, Option<bool>);
    type Row = (Id, Id, String, String, Lang, String, Said, (Option<i32>, Reminders));
    let rows: Vec<Row> = group_memberships::table
        .inner_join(seats::table.inner_join(people::table))
        .left_join(answers::table.on(answers::seat_id.eq(seats::id).and(answers::meetup_id.eq(meetup.id))))
        .filter(group_memberships::group_id.eq(meetup.group_id))
        .filter(group_memberships::left_at.is_null())
        .filter(people::disabled_at.is_null())
        .order((group_memberships::joined_at, seats::id))
        .select((
            seats::id,
            people::id,
            people::email,
            people::name,
            people::language,
            people::time_zone,
            (
                answers::answer.nullable(),
                answers::waiting.nullable(),
                answers::online.nullable(),
                answers::polled.nullable(),
            ),
            (people::calendar_alarm, people::meetup_reminders),
        ))
        .load(db)?;
    let mut seen = HashSet::new();
    let people = rows.into_iter().map(|(seat, person, email, name, lang, zone, said, reminded)| Invitee {
        seat,
        person,
        email,
        name,
        lang,
        zone: zone.parse().unwrap_or(Tz::Europe__Stockholm),
        answer: said.0,
        alarm: reminded.0,
        reminders: reminded.1,
        waits: said.1.is_some(),
        online: said.2 == Some(true),
        polled: said.3 == Some(true),
    });
    Ok(people.filter(|invitee| seen.insert(invitee.person)).collect())
}

/// Those whose mail was never queued.
pub(super) fn not_yet_sent(
    db: &mut Db,
    invitees: Vec<Invitee>,
    key: impl Fn(&Invitee) -> String,
) -> Result<Vec<Invitee>> {
    let keys: Vec<String> = invitees.iter().map(&key).collect();
    let known: HashSet<String> = outbox::table
        .filter(outbox::logical_key.eq_any(keys))
        .select(outbox::logical_key)
        .load(db)?
        .into_iter()
        .collect();
    Ok(invitees.into_iter().filter(|invitee| !known.contains(&key(invitee))).collect())
}
