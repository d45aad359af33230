//! A letter that is being written, one that went out, and more of them.

use diesel::prelude::*;
use grannskap::db::schema::{letter_recipients, letters as table};
use grannskap::db::types::Id;
use grannskap::letters::{self, Audience, NewLetter, Outcome};

use super::{Build, Places};

impl Build<'_> {
    /// Letters of the hidden network, which its coordinators alone may know of.
    pub(super) fn letters(&mut self, network: Id, group: Id, places: &Places) {
        let (now, by) = (self.now(), self.cast.coordinator);
        let to: Vec<(Id, Id)> = self.extras.iter().copied().zip(places.extras.iter().copied()).collect();
        let made = self.app.write(|tx| {
            let write = |tx: &mut grannskap::db::Tx<'_>, subject: String, audience| {
                let new = NewLetter { subject, body: "Zqxcoobrevtext".into(), audience };
                letters::create(tx, network, &new, by, now)
            };
            let narrow = Audience { groups: vec![group], ..Audience::default() };
            let draft = write(tx, "Zqxcoobrev".into(), narrow)?;
            let sent = write(tx, "Zqxcoobrev gick ut".into(), Audience::default())?;
            for n in 0..self.size {
                write(tx, format!("Ännu ett {n}"), Audience::default())?;
            }
            diesel::update(table::table.find(sent))
                .set((
                    table::sent_by.eq(by),
                    table::due_at.eq(now),
                    table::begun_at.eq(now),
                    table::done_at.eq(now),
                ))
                .execute(&mut **tx)?;
            for (person, seat) in to {
                diesel::insert_into(letter_recipients::table)
                    .values((
                        letter_recipients::letter_id.eq(sent),
                        letter_recipients::person_id.eq(person),
                        letter_recipients::seat_id.eq(seat),
                        letter_recipients::outcome.eq(Outcome::Queued),
                        letter_recipients::mail_key.eq(format!("letter:{sent}:{person}")),
                    ))
                    .execute(&mut **tx)?;
            }
            Ok([draft, sent])
        });
        for id in made {
            self.names.put("letters/{id}", id);
        }
    }
}
