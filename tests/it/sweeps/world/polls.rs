//! A date poll with slots and answers, and more of them.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::accounts::{self, Purpose};
use grannskap::clock;
use grannskap::db::schema::{poll_slots, polls};
use grannskap::db::types::{Id, Timestamp};
use grannskap::error::Result;
use grannskap::polls::{self as date_polls, NewPoll, Span, Suits};

use super::super::makers::Tx;
use super::{Build, Places};

impl Build<'_> {
    /// The poll of the group that all is about, which the author has answered in part and others in full.
    pub(super) fn polls(&mut self, group: Id, places: &Places) -> Id {
        let (now, author, app) = (self.now(), self.cast.author, &self.app.app);
        let span = |n| Span {
            starts_at: now + TimeDelta::days(n),
            ends_at: now + TimeDelta::days(n) + TimeDelta::hours(1),
        };
        let slots = i64::try_from(self.size.min(40)).unwrap();
        let new = NewPoll {
            group_id: group,
            title: "Zqxgrpomrostning".into(),
            place: "Zqxgrpstalle".into(),
            link: String::new(),
            time_zone: "Europe/Stockholm".into(),
            answer_by: None,
            slots: (1..=slots).map(span).collect(),
        };
        let others: Vec<Id> = self.extras.iter().take(places.extras.len()).copied().collect();
        let (poll, secret) = self.app.write(|tx| {
            let poll = date_polls::create(tx, app, &new, author)?;
            date_polls::answer(tx, app, poll, author, &[(1, Suits::Yes)])?;
            for (n, person) in others.iter().chain([&self.cast.protected]).enumerate() {
                let said: Vec<(i32, Suits)> =
                    (1..=i32::try_from(slots).unwrap()).map(|slot| (slot, Suits::ALL[n % 3])).collect();
                date_polls::answer(tx, app, poll, *person, &said)?;
            }
            for _ in 0..self.size {
                another(tx, group, span(20), now)?;
            }
            Ok((poll, accounts::issue(tx, Purpose::Poll, Some(author), Some(poll), now)?))
        });
        self.names.put("polls/{id}", poll);
        self.names.put("answer/{token}", secret);
        poll
    }

    /// Addresses of somebody who has left and of somebody whose account is closed.
    pub(super) fn dead_poll_links(&self, poll: Id) -> Vec<String> {
        let (now, gone) = (self.now(), [self.cast.left, self.cast.disabled]);
        self.app.write(|tx| {
            let link = |person| {
                let secret = accounts::issue(tx, Purpose::Poll, Some(person), Some(poll), now)?;
                Ok(format!("/polls/{poll}/answer/{secret}"))
            };
            gone.into_iter().map(link).collect()
        })
    }
}

/// A poll without mail to everybody.
fn another(tx: Tx<'_, '_>, group: Id, span: Span, now: Timestamp) -> Result<()> {
    let id = clock::new_id();
    diesel::insert_into(polls::table)
        .values((
            polls::id.eq(id),
            polls::group_id.eq(group),
            polls::title.eq("Ännu en"),
            polls::place.eq(""),
            polls::link.eq(""),
            polls::time_zone.eq("Europe/Stockholm"),
            polls::next_slot.eq(2),
            polls::revision.eq(0),
            polls::created_at.eq(now),
            polls::updated_at.eq(now),
            polls::why.eq(""),
        ))
        .execute(&mut **tx)?;
    diesel::insert_into(poll_slots::table)
        .values((
            poll_slots::poll_id.eq(id),
            poll_slots::number.eq(1),
            poll_slots::starts_at.eq(span.starts_at),
            poll_slots::ends_at.eq(span.ends_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
