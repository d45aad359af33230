//! The mail that a letter is.

use crate::accounts::{self, PersonalLink, Purpose};
use crate::app::App;
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n::Lang;
use crate::letters::{Addressee, Letter};
use crate::mail::{List, Mail, Recipient};
use crate::mail_templates;
use crate::markdown;
use crate::networks::{self, Network};
use crate::web::CurrentPerson;

/// A letter for one person.
pub(super) struct Words {
    pub lang: Lang,
    pub subject: String,
    /// The element that the subject is, above the text.
    pub heading: &'static str,
    /// The coordinator's text, as HTML and as text.
    pub html: String,
    text: String,
    pub network: String,
    /// Who writes, in words.
    pub from: String,
    pub page: String,
    pub unsubscribe: String,
}
mail_templates!(Words, "mail/letter/subject.txt", "mail/letter/body.txt", "mail/letter/body.html");

/// What all mails of a letter have in common.
pub(super) struct Frame {
    network: Network,
    /// Name of whoever sends it; nothing when it is protected.
    name: Option<String>,
    /// Where answers go; nowhere when that is protected.
    pub reply_to: Option<String>,
    html: String,
    text: String,
}

/// Names the mail of a letter to a person for ever.
pub(super) fn mail_key(letter: Id, person: Id) -> String {
    format!("letter:{letter}:{person}")
}

impl Frame {
    /// Of a letter that `by` sends.
    pub(super) fn of(db: &mut Db, letter: &Letter, by: Id) -> Result<Self> {
        let sender = accounts::find(db, by)?;
        let network = networks::find(db, letter.network_id)?;
        let (name, reply_to) = match sender.protected {
            true => (None, None),
            false => (Some(sender.name), Some(sender.email)),
        };
        let (html, text) = (markdown::to_html_from(&letter.body, 2), markdown::to_text(&letter.body));
        Ok(Frame { network, name, reply_to, html, text })
    }

    /// Who writes, in words.
    fn from(&self, lang: Lang) -> String {
        let name = self.name.clone().unwrap_or_else(|| lang.t("letter-mail-coordinator"));
        lang.ta("letter-mail-from", &[("who", name.into()), ("name", self.network.name.as_str().into())])
    }

    /// The mail to somebody, and the link in it that ends letters.
    pub(super) fn mail(&self, app: &App, letter: &Letter, to: &Addressee) -> Result<(Mail, PersonalLink)> {
        self.compose(app, letter, mail_key(letter.id, to.person), (to.person, to.recipient()))
    }

    /// The mail to whoever wants to see how it looks, one a minute: as members get it, but for the subject.
    pub(super) fn test(
        &self,
        app: &App,
        letter: &Letter,
        to: &CurrentPerson,
        now: Timestamp,
    ) -> Result<(Mail, PersonalLink)> {
        let minute = now.utc().timestamp() / 60;
        let key = format!("letter-test:{}:{}:{minute}", letter.id, to.id);
        let (email, name, lang) = (to.email.clone(), to.name.clone(), to.language);
        let recipient = Recipient { person_id: Some(to.id), email, name, lang };
        let (mut mail, link) = self.compose(app, letter, key, (to.id, recipient))?;
        mail.subject = lang.tname("letter-mail-test", &mail.subject);
        Ok((mail, link))
    }

    /// The letter as members get it, to stand on a page under headings of its own; and its text part. The link that ends letters is
    /// each reader's own: here it leads nowhere else.
    pub(super) fn preview(&self, app: &App, letter: &Letter, lang: Lang) -> Result<(Words, String)> {
        let words = Words { heading: "h3", ..self.words(app, letter, lang, "#mail".to_owned()) };
        let (_, text, _) = words.parts()?;
        Ok((Words { html: markdown::to_html_from(&letter.body, 4), ..words }, text))
    }

    fn words(&self, app: &App, letter: &Letter, lang: Lang, unsubscribe: String) -> Words {
        Words {
            lang,
            subject: letter.subject.clone(),
            heading: "h1",
            html: self.html.clone(),
            text: self.text.clone(),
            network: self.network.name.clone(),
            from: self.from(lang),
            page: app.config.link(&format!("/networks/{}", self.network.slug)),
            unsubscribe,
        }
    }

    fn compose(
        &self,
        app: &App,
        letter: &Letter,
        logical_key: String,
        (person, to): (Id, Recipient),
    ) -> Result<(Mail, PersonalLink)> {
        let link = PersonalLink::of(&app.secret, Purpose::Letters, person, self.network.id)?;
        let unsubscribe_url = app.config.link(&format!("/unsubscribe/{}", link.secret));
        let words = self.words(app, letter, to.lang, unsubscribe_url.clone());
        let (subject, text, html) = words.parts()?;
        let list = List {
            id: format!("letters.{}.{}", self.network.slug, app.mailer.sender().domain()),
            unsubscribe_url,
            reply_to: self.reply_to.clone(),
        };
        let (kind, network_id, list) = ("letter", Some(self.network.id), Some(list));
        Ok((Mail { kind, logical_key, to, network_id, subject, text, html, calendar: None, list }, link))
    }
}
