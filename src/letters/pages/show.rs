//! The page of a letter: how it will look, whom it is for and when it goes, or what became of it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono_tz::Tz;

use super::words::{Line, css, groups_of, told};
use crate::accounts;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::letters::audience::{Addressee, Moment, addressees};
use crate::letters::log::{Counts, counts, failed};
use crate::letters::mail::{Frame, Words};
use crate::letters::{Letter, MINUTES_TO_TAKE_BACK, State, visible};
use crate::networks::Network;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath};

/// Most people whose mail failed that the page names; all are in the list of recipients.
const MOST_NAMED: usize = 50;

#[derive(Template)]
#[template(path = "letters/show.html")]
pub(super) struct Show {
    chrome: Chrome,
    letter: Letter,
    network: Network,
    state: State,
    form: Form,
    audience: Vec<String>,
    /// How many get a mail, and how many do not, of those it is for now.
    gets: usize,
    skipped: usize,
    counts: Counts,
    failed: Vec<Line>,
    /// Who wrote and who sent it, as others see them.
    author: String,
    sender: String,
    /// Who the mail program says it is from, and where answers go.
    from: String,
    reply_to: Option<String>,
    /// The mail as members get it, and its text part.
    m: Words,
    text: String,
    zone: Tz,
}

impl Show {
    fn css(&self) -> &'static str {
        css(self.state)
    }

    /// The choices of when it goes.
    fn whens(&self) -> Vec<(&'static str, String, String)> {
        let lang = self.chrome.language;
        let now = lang.tn("letter-when-now", MINUTES_TO_TAKE_BACK);
        let hint = lang.t("letter-when-now-hint");
        vec![("now", now, hint), ("later", lang.t("letter-when-later"), String::new())]
    }

    /// When it goes, went or was written, in words.
    fn when(&self) -> String {
        let lang = self.chrome.language;
        let at = |moment| lang.moment(moment, self.zone);
        match (self.state, self.letter.due_at, self.letter.taken_back_at) {
            (State::Draft, ..) => {
                lang.ta("letter-changed-at", &[("when", at(self.letter.updated_at).into())])
            }
            (State::TakenBack, _, Some(taken)) => lang.ta("letter-taken-at", &[("when", at(taken).into())]),
            (State::Scheduled, Some(due), _) => lang.ta("letter-goes-at", &[("when", at(due).into())]),
            (_, Some(due), _) => lang.ta("letter-went-at", &[("when", at(due).into())]),
            _ => String::new(),
        }
    }

    fn reply(&self) -> String {
        match &self.reply_to {
            Some(email) => email.clone(),
            None => self.chrome.t("letter-reply-nobody"),
        }
    }
}

/// `GET /letters/{id}`: everything about one letter.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let form = Form::filled(Fields::from_pairs([("when", "now")]), ctx.lang);
    rendered(&ctx, id, form, StatusCode::OK).await
}

/// The page with the form to send it as somebody filled it in.
pub(super) async fn rendered(ctx: &Ctx, id: Id, form: Form, status: StatusCode) -> Result<HttpResponse> {
    let (person, at, own) = (ctx.person()?.clone(), Moment::of(&ctx.app), ctx.clone());
    let page = ctx.read(move |db| read(db, &own, &person, id, form, &at)).await?;
    ctx.html(status, &page)
}

fn read(db: &mut Db, ctx: &Ctx, person: &CurrentPerson, id: Id, form: Form, at: &Moment) -> Result<Show> {
    let (letter, network) = visible(db, id, person)?;
    let (lang, to) = (ctx.lang, letter.audience()?);
    let audience = told(lang, &to, &groups_of(db, network.id)?);
    let (people, failed) = match letter.has_begun() {
        true => (Vec::new(), failed(db, id)?),
        false => (addressees(db, network.id, &to, at)?, Vec::new()),
    };
    let gets = people.iter().filter(|each| Addressee::gets_mail(each)).count();
    let frame = Frame::of(db, &letter, letter.sent_by.unwrap_or(person.id))?;
    let (m, text) = frame.preview(&ctx.app, &letter, lang)?;
    let mut name = |id: Option<Id>| -> Result<String> {
        let Some(found) = id.map(|id| accounts::find(db, id)).transpose()? else {
            return Ok(lang.t("letter-nobody"));
        };
        Ok(if found.protected { lang.t("person-protected") } else { found.name })
    };
    let (author, sender) = (name(letter.author_id)?, name(letter.sent_by)?);
    let chrome = ctx.chrome_titled("networks", letter.subject.clone());
    Ok(Show {
        chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
        state: letter.state(),
        audience,
        gets,
        skipped: people.len() - gets,
        counts: counts(db, id)?,
        failed: failed.iter().take(MOST_NAMED).map(|each| Line::logged(lang, each)).collect(),
        author,
        sender,
        from: ctx.app.mailer.sender().mailbox.to_string(),
        m,
        text,
        reply_to: frame.reply_to,
        zone: person.time_zone,
        letter,
        network,
        form,
    })
}
