//! Unsubscribing from a link in a mail, without signing in (RFC 8058): from digests, from the calls of a network or the letters of
//! its coordinators, or from what is new in a group or network.

use crate::accounts::{self, Purpose, Token};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::digests::subscription;
use crate::error::{Error, Result};
use crate::groups;
use crate::i18n::Lang;
use crate::letters;
use crate::networks;
use crate::themes;
use crate::web::{Audit, Chrome, Ctx, audit};
use actix_web::{HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "digests/unsubscription.html")]
struct Page {
    chrome: Chrome,
    token: String,
    ends: Ends,
    done: bool,
}

/// What a link ends.
enum Ends {
    /// Every digest and all else that is new.
    Digests,
    /// The calls of a network, by its name.
    Calls(String),
    /// The letters of a network's coordinators, by its name.
    Letters(String),
    /// What is new in a group or network, by its name.
    Place(String),
    /// Stories about a theme, by its name.
    Theme(String),
}

impl Page {
    /// The text for `key`, about what is ended.
    fn t(&self, key: &str) -> String {
        match &self.ends {
            Ends::Digests => self.chrome.t(key),
            Ends::Calls(name) => self.chrome.tname(&format!("{key}-network"), name),
            Ends::Letters(name) => self.chrome.tname(&format!("{key}-letters"), name),
            Ends::Place(name) => self.chrome.tname(&format!("{key}-place"), name),
            Ends::Theme(name) => self.chrome.tname(&format!("{key}-theme"), name),
        }
    }

    /// Whether the page leads on to where one can choose otherwise.
    fn has_choices(&self) -> bool {
        !matches!(self.ends, Ends::Calls(_) | Ends::Letters(_))
    }
}

impl Ends {
    fn title(&self, done: bool) -> &'static str {
        match (self, done) {
            (Ends::Digests, false) => "unsubscribe-title",
            (Ends::Digests, true) => "unsubscribed-title",
            (Ends::Calls(_), false) => "unsubscribe-calls-title",
            (Ends::Calls(_), true) => "unsubscribed-calls-title",
            (Ends::Letters(_), false) => "unsubscribe-letters-title",
            (Ends::Letters(_), true) => "unsubscribed-letters-title",
            (Ends::Place(_), false) => "unsubscribe-place-title",
            (Ends::Place(_), true) => "unsubscribed-place-title",
            (Ends::Theme(_), false) => "unsubscribe-theme-title",
            (Ends::Theme(_), true) => "unsubscribed-theme-title",
        }
    }
}

/// `GET /unsubscribe/{token}`: a button. Mail scanners that follow links change nothing.
pub async fn new(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now, lang) = (token.to_string(), ctx.now(), ctx.lang);
    let read = move |db: &mut Db| {
        let (purpose, token) = find(db, &secret, now)?;
        ended_by(db, purpose, &token, lang)
    };
    let ends = ctx.read(read).await?;
    ctx.page(&Page {
        chrome: ctx.chrome("", ends.title(false)),
        token: token.into_inner(),
        ends,
        done: false,
    })
}

/// `POST /unsubscribe/{token}`: no more digests, calls or letters, and none that waits. The body does not matter: mail providers
/// send `List-Unsubscribe=One-Click` urlencoded or as multipart, people send the button. Again is as good as once.
pub async fn create(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    let (secret, now, lang) = (token.to_string(), ctx.now(), ctx.lang);
    let write = move |tx: &mut Tx<'_>| {
        let (purpose, token) = find(tx, &secret, now)?;
        let person = token.person_id.ok_or(Error::NotFound)?;
        match (purpose, token.subject_id) {
            (Purpose::Mute, Some(network)) => networks::mute(tx, network, person, now)?,
            (Purpose::Letters, Some(network)) => letters::mute(tx, network, person, now)?,
            (Purpose::Subscription, Some(place)) => end_place(tx, person, place, now)?,
            _ => subscription::end_all(tx, person, now)?,
        }
        let subject = token.subject_id.unwrap_or(person).to_string();
        audit(tx, &Audit { actor: Some(person), action: "unsubscribed", subject, address: None }, now)?;
        ended_by(tx, purpose, &token, lang)
    };
    let ends = ctx.write(write).await?;
    ctx.page(&Page { chrome: ctx.chrome("", ends.title(true)), token: token.into_inner(), ends, done: true })
}

fn find(db: &mut Db, secret: &str, now: Timestamp) -> Result<(Purpose, Token)> {
    for purpose in [Purpose::Unsubscribe, Purpose::Subscription, Purpose::Mute, Purpose::Letters] {
        match accounts::find_token(db, purpose, secret, now) {
            Err(Error::NotFound) => {}
            found => return found.map(|token| (purpose, token)),
        }
    }
    Err(Error::NotFound)
}

/// Ends what comes from a group or network, or about a theme: the one that it stands for, where it was merged.
fn end_place(tx: &mut Tx<'_>, person: Id, place: Id, now: Timestamp) -> Result<()> {
    let place = match themes::current(tx, place) {
        Err(Error::NotFound) => place,
        theme => theme?.id,
    };
    subscription::end(tx, person, place, now)
}

fn ended_by(db: &mut Db, purpose: Purpose, token: &Token, lang: Lang) -> Result<Ends> {
    Ok(match (purpose, token.subject_id) {
        (Purpose::Mute, Some(network)) => Ends::Calls(networks::find(db, network)?.name),
        (Purpose::Letters, Some(network)) => Ends::Letters(networks::find(db, network)?.name),
        (Purpose::Subscription, Some(place)) => match themes::current(db, place) {
            Ok(theme) => Ends::Theme(theme.name(&lang).to_owned()),
            Err(Error::NotFound) => Ends::Place(match groups::find(db, place) {
                Err(Error::NotFound) => networks::find(db, place)?.name,
                group => group?.name,
            }),
            Err(error) => return Err(error),
        },
        _ => Ends::Digests,
    })
}
