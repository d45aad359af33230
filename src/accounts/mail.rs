//! The mails of accounts.

use super::person::Person;
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{Mail, Recipient, outbox};
use crate::mail_templates;
use crate::secrets;

/// Confirm your address.
pub(super) struct Confirm {
    lang: Lang,
    name: String,
    link: String,
}
mail_templates!(Confirm, "mail/confirm/subject.txt", "mail/confirm/body.txt", "mail/confirm/body.html");

impl Confirm {
    pub fn queue(tx: &mut Tx<'_>, app: &App, person: &Person, secret: &str, return_to: &str) -> Result<()> {
        let query = return_query(return_to);
        let link = app.config.link(&format!("/confirmations/{secret}{query}"));
        let parts = Confirm { lang: person.language, name: person.name.clone(), link }.parts()?;
        queue(tx, app, person, "confirm", secret, parts)
    }
}

/// Somebody tried to register an address that has an account.
pub(super) struct AccountKnown {
    lang: Lang,
    name: String,
    link: String,
    reset_link: String,
}
mail_templates!(
    AccountKnown,
    "mail/account_known/subject.txt",
    "mail/account_known/body.txt",
    "mail/account_known/body.html"
);

impl AccountKnown {
    pub fn queue(tx: &mut Tx<'_>, app: &App, person: &Person, return_to: &str) -> Result<()> {
        let content = AccountKnown {
            lang: person.language,
            name: person.name.clone(),
            link: app.config.link(&format!("/session/new{}", return_query(return_to))),
            reset_link: app.config.link("/password-requests/new"),
        };
        queue(tx, app, person, "account_known", &secrets::new_token()?, content.parts()?)
    }
}

/// Set a new password.
pub(super) struct Password {
    lang: Lang,
    name: String,
    link: String,
}
mail_templates!(Password, "mail/password/subject.txt", "mail/password/body.txt", "mail/password/body.html");

impl Password {
    pub fn queue(tx: &mut Tx<'_>, app: &App, person: &Person, secret: &str) -> Result<()> {
        let link = app.config.link(&format!("/password/{secret}"));
        let parts = Password { lang: person.language, name: person.name.clone(), link }.parts()?;
        queue(tx, app, person, "password", secret, parts)
    }
}

/// Confirm your new address.
pub(super) struct EmailChange {
    lang: Lang,
    name: String,
    link: String,
}
mail_templates!(
    EmailChange,
    "mail/email_change/subject.txt",
    "mail/email_change/body.txt",
    "mail/email_change/body.html"
);

impl EmailChange {
    pub fn queue(tx: &mut Tx<'_>, app: &App, person: &Person, email: &str, sealed: &str) -> Result<()> {
        let link = app.config.link(&format!("/email-changes/{sealed}"));
        let parts = EmailChange { lang: person.language, name: person.name.clone(), link }.parts()?;
        let to = Recipient { email: email.to_owned(), ..recipient(person) };
        queue_to(tx, app, to, "email_change", sealed, parts)
    }
}

/// Your address was changed; sent to the old one.
pub(super) struct EmailChanged {
    lang: Lang,
    name: String,
    email: String,
}
mail_templates!(
    EmailChanged,
    "mail/email_changed/subject.txt",
    "mail/email_changed/body.txt",
    "mail/email_changed/body.html"
);

impl EmailChanged {
    /// `person` as it was before, with the old address.
    pub fn queue(tx: &mut Tx<'_>, app: &App, person: &Person, email: &str, nonce: &str) -> Result<()> {
        let (lang, name) = (person.language, person.name.clone());
        let parts = EmailChanged { lang, name, email: email.to_owned() }.parts()?;
        queue(tx, app, person, "email_changed", nonce, parts)
    }
}

/// Your password was changed.
pub(super) struct PasswordChanged {
    lang: Lang,
    name: String,
    link: String,
}
mail_templates!(
    PasswordChanged,
    "mail/password_changed/subject.txt",
    "mail/password_changed/body.txt",
    "mail/password_changed/body.html"
);

impl PasswordChanged {
    pub fn queue(tx: &mut Tx<'_>, app: &App, person: &Person) -> Result<()> {
        let content = PasswordChanged {
            lang: person.language,
            name: person.name.clone(),
            link: app.config.link("/password-requests/new"),
        };
        queue(tx, app, person, "password_changed", &secrets::new_token()?, content.parts()?)
    }
}

fn recipient(person: &Person) -> Recipient {
    Recipient {
        person_id: Some(person.id),
        email: person.email.clone(),
        name: person.name.clone(),
        lang: person.language,
    }
}

fn return_query(return_to: &str) -> String {
    if return_to.is_empty() {
        return String::new();
    }
    let query =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("return_to", return_to).finish();
    format!("?{query}")
}

/// Queues a mail to a person's own address; `nonce` is hashed into what names this one mail.
pub(super) fn queue(
    tx: &mut Tx<'_>,
    app: &App,
    person: &Person,
    kind: &'static str,
    nonce: &str,
    parts: (String, String, String),
) -> Result<()> {
    queue_to(tx, app, recipient(person), kind, nonce, parts)
}

/// As [`queue`] to any address.
pub(super) fn queue_to(
    tx: &mut Tx<'_>,
    app: &App,
    to: Recipient,
    kind: &'static str,
    nonce: &str,
    (subject, text, html): (String, String, String),
) -> Result<()> {
    let logical_key = format!("{kind}:{}", secrets::hash(nonce));
    let mail =
        Mail { kind, logical_key, to, network_id: None, subject, text, html, calendar: None, list: None };
    outbox::enqueue(tx, app, mail).map(drop)
}
