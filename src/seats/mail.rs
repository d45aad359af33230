//! The mails of seats.

use super::access::SeatView;
use crate::accounts;
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{Mail, Recipient, outbox};
use crate::mail_templates;
use crate::secrets;

/// A seat is offered to you.
pub(super) struct Offer {
    lang: Lang,
    name: String,
    giver: String,
    role: String,
    organiser: String,
    link: String,
}
mail_templates!(Offer, "mail/handover/subject.txt", "mail/handover/body.txt", "mail/handover/body.html");

impl Offer {
    pub fn queue(
        tx: &mut Tx<'_>,
        app: &App,
        seat: &SeatView,
        giver: Option<String>,
        (name, email, person_id): (&str, &str, Option<Id>),
        lang: Lang,
        secret: &str,
    ) -> Result<()> {
        let content = Offer {
            lang,
            name: name.to_owned(),
            giver: giver.unwrap_or_else(|| lang.t("person-protected")),
            role: seat.role.clone(),
            organiser: seat.organiser_name.clone(),
            link: app.config.link(&format!("/handovers/{secret}")),
        };
        let to = Recipient { person_id, email: email.to_owned(), name: name.to_owned(), lang };
        queue(tx, app, "handover", secret, to, content.parts()?)
    }
}

/// Your seat has a new holder.
pub(super) struct HandedOver {
    lang: Lang,
    name: String,
    successor: String,
    role: String,
    organiser: String,
}
mail_templates!(
    HandedOver,
    "mail/handed_over/subject.txt",
    "mail/handed_over/body.txt",
    "mail/handed_over/body.html"
);

impl HandedOver {
    pub fn queue(
        tx: &mut Tx<'_>,
        app: &App,
        seat: &SeatView,
        told: Id,
        successor: Id,
        handover: Id,
    ) -> Result<()> {
        let (told, successor) = (accounts::find(tx, told)?, accounts::find(tx, successor)?);
        if !told.is_active() {
            return Ok(());
        }
        let lang = told.language;
        let successor = if successor.protected { lang.t("person-protected") } else { successor.name };
        let (role, organiser) = (seat.role.clone(), seat.organiser_name.clone());
        let content = HandedOver { lang, name: told.name.clone(), successor, role, organiser };
        let to = Recipient { person_id: Some(told.id), email: told.email, name: told.name, lang };
        queue(tx, app, "handed_over", &handover.to_string(), to, content.parts()?)
    }
}

/// A coordinator has confirmed your seat.
pub(super) struct Confirmed {
    lang: Lang,
    name: String,
    role: String,
    organiser: String,
    link: String,
}
mail_templates!(
    Confirmed,
    "mail/seat_confirmed/subject.txt",
    "mail/seat_confirmed/body.txt",
    "mail/seat_confirmed/body.html"
);

impl Confirmed {
    pub fn queue(tx: &mut Tx<'_>, app: &App, seat: &SeatView, holder: Id) -> Result<()> {
        let holder = accounts::find(tx, holder)?;
        if !holder.is_active() {
            return Ok(());
        }
        let content = Confirmed {
            lang: holder.language,
            name: holder.name.clone(),
            role: seat.role.clone(),
            organiser: seat.organiser_name.clone(),
            link: app.config.link(&format!("/seats/{}", seat.id)),
        };
        // Once for each level that somebody vouches for.
        let nonce = format!("{}:{}:{}", seat.id, holder.id, seat.level);
        let (email, name, lang) = (holder.email, holder.name, holder.language);
        let to = Recipient { person_id: Some(holder.id), email, name, lang };
        queue(tx, app, "seat_confirmed", &nonce, to, content.parts()?)
    }
}

fn queue(
    tx: &mut Tx<'_>,
    app: &App,
    kind: &'static str,
    nonce: &str,
    to: Recipient,
    (subject, text, html): (String, String, String),
) -> Result<()> {
    let logical_key = format!("{kind}:{}", secrets::hash(nonce));
    let mail =
        Mail { kind, logical_key, to, network_id: None, subject, text, html, calendar: None, list: None };
    outbox::enqueue(tx, app, mail).map(drop)
}
