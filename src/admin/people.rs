//! People as administrators see them: who has an account and whether it is open.

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::people;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;

/// An account.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = people)]
pub(super) struct Account {
    pub(super) id: Id,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) administrator: bool,
    pub(super) confirmed_at: Option<Timestamp>,
    pub(super) disabled_at: Option<Timestamp>,
}

impl Account {
    /// Where their mails are.
    pub(super) fn mail_link(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        format!("/admin/mail?{}", query.append_pair("email", &self.email).finish())
    }
}

/// Accounts whose name or address holds `text`, by address, after `after`.
pub(super) fn accounts(db: &mut Db, text: &str, after: &str, most: i64) -> Result<Vec<Account>> {
    let mut query = people::table.filter(people::email.gt(after)).into_boxed();
    let text = text.replace(['%', '_', '\\'], "");
    if !text.is_empty() {
        let (name, email) = (format!("%{text}%"), format!("%{}%", text.to_lowercase()));
        query = query.filter(people::name.like(name).or(people::email.like(email)));
    }
    Ok(query.order(people::email).limit(most).select(Account::as_select()).load(db)?)
}
