//! Who changes organisers, for the audit trail.

use crate::db::Tx;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::web::{Audit, audit};

/// Who adds, corrects or ties, from where and when.
#[derive(Debug, Clone)]
pub struct Editor {
    /// A coordinator or administrator; nobody on the command line.
    pub person: Option<Id>,
    /// Network address, where there is one.
    pub address: Option<String>,
    /// When.
    pub now: Timestamp,
}

impl Editor {
    /// The command line.
    pub fn command(now: Timestamp) -> Self {
        Editor { person: None, address: None, now }
    }

    /// Writes down what was done to what.
    pub(super) fn did(&self, tx: &mut Tx<'_>, action: &'static str, subject: String) -> Result<()> {
        let event = Audit { actor: self.person, action, subject, address: self.address.as_deref() };
        audit(tx, &event, self.now)
    }
}
