//! What is in the outbox.

use diesel::prelude::*;
use grannskap::db::schema::outbox;
use grannskap::mail::outbox::Row;

use super::TestApp;

/// A mail as queued.
pub struct Sent {
    pub row: Row,
}

impl TestApp {
    /// Every mail to an address, oldest first.
    pub fn mails_to(&self, email: &str) -> Vec<Sent> {
        let email = email.to_owned();
        let rows: Vec<Row> = self.read(|db| {
            Ok(outbox::table
                .filter(outbox::email.eq(email))
                .order((outbox::created_at, outbox::id))
                .select(Row::as_select())
                .load(db)?)
        });
        rows.into_iter().map(|row| Sent { row }).collect()
    }

    /// The latest mail to an address.
    pub fn last_mail_to(&self, email: &str) -> Sent {
        self.mails_to(email).pop().unwrap_or_else(|| panic!("no mail to {email}"))
    }
}

impl Sent {
    /// The first link in the text part that contains `part`, as a path on the test server.
    pub fn link(&self, part: &str) -> String {
        let text = &self.row.text_body;
        let found = text.split_whitespace().find(|word| word.starts_with("http") && word.contains(part));
        let link = found.unwrap_or_else(|| panic!("no link with {part} in {text}"));
        let url = url::Url::parse(link).unwrap();
        url[url::Position::BeforePath..].to_owned()
    }
}
