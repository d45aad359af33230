//! Mail: composed by the features, kept in the outbox in their transaction, sent by the worker.
//!
//! States of a mail: `queued` → `sending` (claimed, saved before anything leaves) → `sent`; back to `queued`
//! after a temporary refusal; `failed` after a permanent one or too many tries; `unknown` when the connection
//! broke after the message was handed over, or waits for the relay's answer for longer than a moment; `dropped` when
//! it is no longer wanted.

pub mod complaints;
pub mod figures;
pub mod inbound;
mod mailer;
pub mod outbox;
pub mod pace;
mod relay;
pub mod returns;
mod sending;

use crate::db::types::Id;
use crate::i18n::Lang;

pub use inbound::{Handler, Inbound};
pub use mailer::{Mailer, Outcome, Ready, Sender};
pub use sending::{send_due, send_until};

/// Who gets a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The person, when there is an account. Erasing it takes the mail along.
    pub person_id: Option<Id>,
    /// Address.
    pub email: String,
    /// Name beside the address; may be empty.
    pub name: String,
    /// Language of the mail.
    pub lang: Lang,
}

/// A mail ready to be queued.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Which mail this is, as the folder in `templates/mail/` is called.
    pub kind: &'static str,
    /// Names this one mail for ever: the same key is never queued twice, and gives the same Message-ID.
    pub logical_key: String,
    /// To whom.
    pub to: Recipient,
    /// The network it speaks for, if any.
    pub network_id: Option<Id>,
    /// Subject, one line.
    pub subject: String,
    /// Text part.
    pub text: String,
    /// HTML part.
    pub html: String,
    /// Calendar part and its method.
    pub calendar: Option<Calendar>,
    /// Set for mail that one can unsubscribe from.
    pub list: Option<List>,
}

/// A calendar part.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The iCalendar text.
    pub ics: String,
    /// METHOD of the calendar and of the MIME part: `REQUEST`, `CANCEL`.
    pub method: &'static str,
    /// Where an answer to the mail goes, when not to its sender.
    pub reply_to: Option<String>,
}

/// What makes a mail a list mail.
#[derive(Debug, Clone)]
pub struct List {
    /// `List-Id`, without the angle brackets.
    pub id: String,
    /// Where a POST unsubscribes at once (RFC 8058).
    pub unsubscribe_url: String,
    /// Where an answer to the mail goes, when not to its sender.
    pub reply_to: Option<String>,
}

/// A link that begins a mail to an address, with a subject.
pub fn begin(address: &str, subject: &str) -> String {
    // As RFC 6068 wants it: a blank is no plus there.
    let subject: String = url::form_urlencoded::byte_serialize(subject.as_bytes()).collect();
    format!("mailto:{address}?subject={}", subject.replace('+', "%20"))
}

impl Mail {
    /// Where an answer goes, when not to the sender.
    fn reply_to(&self) -> Option<&str> {
        let of_calendar = self.calendar.as_ref().and_then(|calendar| calendar.reply_to.as_deref());
        of_calendar.or(self.list.as_ref().and_then(|list| list.reply_to.as_deref()))
    }
}

/// Declares the three templates of a mail over one struct that they see as `m`, and a `parts` function that renders
/// them. The paths are spelled out because askama wants literals:
/// `mail_templates!(Confirm, "mail/confirm/subject.txt", "mail/confirm/body.txt", "mail/confirm/body.html");`
#[macro_export]
macro_rules! mail_templates {
    ($content:ident, $subject:literal, $text:literal, $html:literal) => {
        impl $content {
            /// Subject, text and HTML of the mail.
            pub fn parts(&self) -> $crate::error::Result<(String, String, String)> {
                use askama::Template;
                #[derive(Template)]
                #[template(path = $subject, escape = "none")]
                struct Subject<'a> {
                    m: &'a $content,
                }
                #[derive(Template)]
                #[template(path = $text, escape = "none")]
                struct Text<'a> {
                    m: &'a $content,
                }
                #[derive(Template)]
                #[template(path = $html)]
                struct Html<'a> {
                    m: &'a $content,
                }
                let subject = Subject { m: self }.render()?;
                let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
                Ok((subject, Text { m: self }.render()?, Html { m: self }.render()?))
            }
        }
    };
}
