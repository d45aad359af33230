//! What happens once a round is published.

use super::super::makers::after_publishing;
use super::{Build, Places};

impl Build<'_> {
    /// What comes after publishing.
    pub(super) fn after_publishing(&mut self, places: &Places) {
        let (now, author, app) = (self.now(), self.cast.author, &self.app.app);
        let made = self.app.write(|tx| after_publishing(tx, app, author, places.author, places.member, now));
        for (gap, value) in made {
            match gap {
                "step" => self.queries.push(("/rounds/{id}/rearrangements/new", value)),
                _ => self.names.put(gap, value),
            }
        }
    }
}
