//! Work on rows that are due, one transaction each.

use super::Lease;
use crate::app::App;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;

impl Lease {
    /// Finds what is `due` and does `work` on each: in a transaction of its own that ends with nothing written when the lease is
    /// lost. `work` looks again whether the row is due, because time has passed since.
    pub async fn each(
        self,
        app: App,
        due: fn(&mut Db, Timestamp) -> Result<Vec<Id>>,
        work: fn(&mut Tx<'_>, &App, Id) -> Result<()>,
    ) -> Result<()> {
        let now = app.clock.now();
        for id in app.database.read(move |db| due(db, now)).await? {
            let ours = app.clone();
            app.database
                .write(move |tx| {
                    self.hold(tx, ours.clock.now())?;
                    work(tx, &ours, id)
                })
                .await?;
        }
        Ok(())
    }
}
