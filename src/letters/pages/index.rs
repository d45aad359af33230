//! The letters of a network.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono_tz::Tz;

use super::words::css;
use crate::db::types::Id;
use crate::error::Result;
use crate::letters::log::mails;
use crate::letters::{Letter, State, letter};
use crate::networks::{self, Network};
use crate::web::{Chrome, Ctx, Paging};

/// Letters on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "letters/index.html")]
struct Index {
    chrome: Chrome,
    network: Network,
    letters: Vec<Letter>,
    /// How many mails letters have become.
    mails: HashMap<Id, i64>,
    paging: Paging,
    zone: Tz,
}

impl Index {
    fn css(&self, letter: &Letter) -> &'static str {
        css(letter.state())
    }

    fn state(&self, letter: &Letter) -> String {
        self.chrome.tw("letter-state", &letter.state())
    }

    /// When it went or goes out, or was written, and to how many.
    fn detail(&self, letter: &Letter) -> String {
        let lang = self.chrome.language;
        let at = letter.due_at.unwrap_or(letter.updated_at);
        let key = match letter.state() {
            State::Draft | State::TakenBack => "letter-changed-at",
            State::Scheduled => "letter-goes-at",
            State::OnItsWay | State::Sent => "letter-went-at",
        };
        let when = lang.ta(key, &[("when", lang.moment(at, self.zone).into())]);
        match self.mails.get(&letter.id) {
            Some(mails) => format!("{when} · {}", lang.tn("letter-mails", *mails)),
            None => when,
        }
    }
}

/// `GET /networks/{slug}/letters`: the newest first, for coordinators.
pub async fn index(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, paging) = (ctx.person()?.clone(), Paging::of(&request, PER_PAGE));
    let (zone, chrome) = (person.time_zone, ctx.chrome("networks", "letters-title"));
    let page = ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let paging = paging.with_total(letter::count(db, network.id)?);
        let letters = letter::of_network(db, network.id, paging.size(), paging.offset())?;
        let ids: Vec<Id> = letters.iter().map(|letter| letter.id).collect();
        Ok(Index { chrome, network, mails: mails(db, &ids)?, letters, paging, zone })
    });
    ctx.page(&page.await?)
}
