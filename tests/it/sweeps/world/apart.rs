//! Those who are kept apart: organisers by a coordinator, people by a wish that is nobody else's to see.

use diesel::prelude::*;
use grannskap::clock;
use grannskap::db::schema::{network_rivals, not_with_wishes};
use grannskap::db::types::Id;
use grannskap::wishes::{self, About};

use super::{Build, Places};

impl Build<'_> {
    /// Organisers that are kept apart, and wishes of the author's; the first of them.
    pub(super) fn apart(&mut self, network: Id, places: &Places) -> Id {
        let (now, author, rivals) = (self.now(), self.cast.author, clock::new_id());
        let about: Vec<Id> =
            places.extras.iter().take(15).chain([&places.member, &places.protected]).copied().collect();
        let wish = self.app.write(|tx| {
            diesel::insert_into(network_rivals::table)
                .values((
                    network_rivals::id.eq(rivals),
                    network_rivals::network_id.eq(network),
                    network_rivals::one.eq("1266"),
                    network_rivals::two.eq("1267"),
                    network_rivals::said_at.eq(now),
                ))
                .execute(&mut **tx)?;
            for seat in about {
                wishes::make(tx, author, &About::Seat(seat), now)?;
            }
            wishes::make(tx, author, &About::Organiser("1266".to_owned()), now)?;
            let all = not_with_wishes::table.order(not_with_wishes::id).select(not_with_wishes::id);
            Ok(all.first::<Id>(&mut **tx)?)
        });
        self.names.put("rivals/{id}", rivals);
        self.names.put("wishes/{id}", wish);
        self.queries.push(("/networks/{slug}/history", "by=seats".to_owned()));
        self.queries.push(("/settings/wishes", "q=skol".to_owned()));
        wish
    }
}
