//! What the coordinator has written to the network: a letter that goes out, and a draft.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::groundwork::World;
use crate::app::App;
use crate::db::schema::groups as table;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::letters::{self, Audience, MINUTES_TO_TAKE_BACK, NewLetter, Waiting};
use crate::seats::Level;

const BODY: &str = "Hej!\n\nNi har redan hunnit träffas, och det ni skriver om det läses av många. **Tack för det.**\n\n\
    Två saker inför nästa träff:\n\n- Bestäm vem som tar med sig en siffra som ni inte förstår.\n\
    - Skriv ner vad ni kom fram till. Fem rader räcker.\n\n\
    Behöver ni hjälp att komma igång, svara bara på det här brevet.\n\nSigrid";

const DRAFT: &str = "Hej!\n\nI januari öppnar en ny omgång. Säg gärna till en kollega som borde vara med.";

/// Writes the day before `today`: one letter to two groups of a round, which goes out as soon as jobs run, and one that waits.
pub(super) fn write(app: &App, world: &World, round: Id, today: Timestamp) -> Result<()> {
    app.clock.travel(today.0 - app.clock.now().0 - TimeDelta::days(1));
    let now = app.clock.now();
    let groups: Vec<Id> = app.database.read_now(|db| {
        let of_round = table::table.filter(table::round_id.eq(round)).order((table::name, table::id));
        Ok(of_round.limit(2).select(table::id).load(db)?)
    })?;
    let new = |subject: &str, body: &str, audience| NewLetter {
        subject: subject.to_owned(),
        body: body.to_owned(),
        audience,
    };
    app.database.write_now(|tx| {
        let some = Audience { groups, ..Audience::default() };
        let sent =
            letters::create(tx, world.national, &new("Tack för hösten", BODY, some), world.coordinator, now)?;
        let due = now + TimeDelta::minutes(MINUTES_TO_TAKE_BACK);
        letters::send(tx, app, sent, 1, due, world.coordinator)?;
        let leaders = Audience {
            levels: vec![Level::Administration, Level::Principal],
            waiting: vec![Waiting::Meetups],
            ..Audience::default()
        };
        letters::create(
            tx,
            world.national,
            &new("Inför vårens omgång", DRAFT, leaders),
            world.coordinator,
            now,
        )?;
        Ok(())
    })
}
