//! Whom a letter is for, by name, or whom it went to.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::words::Line;
use crate::error::Result;
use crate::i18n::fold;
use crate::letters::audience::{Moment, addressees};
use crate::letters::log::logged;
use crate::letters::{Letter, visible};
use crate::networks::Network;
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, IdPath, Paging};

/// People on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "letters/recipients.html")]
struct Index {
    chrome: Chrome,
    letter: Letter,
    network: Network,
    text: String,
    /// Everybody it is for, found or not.
    all: usize,
    lines: Vec<Line>,
    paging: Paging,
}

/// `GET /letters/{id}/recipients?q=`: those it is for now; once it goes out, those it went to and what became of it.
pub async fn index(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, at, lang) = (ctx.person()?.clone(), Moment::of(&ctx.app), ctx.lang);
    let text: String = Fields::of_query(&request).text("q").chars().take(200).collect();
    let (paging, chrome) =
        (Paging::of(&request, PER_PAGE), ctx.chrome("networks", "letter-recipients-title"));
    let page = ctx.read(move |db| {
        let (letter, network) = visible(db, id, &person)?;
        let mut lines: Vec<Line> = match letter.has_begun() {
            true => logged(db, id)?.iter().map(|each| Line::logged(lang, each)).collect(),
            false => {
                let to = addressees(db, network.id, &letter.audience()?, &at)?;
                to.iter().map(|each| Line::of(lang, each)).collect()
            }
        };
        let (all, wanted) = (lines.len(), fold(&text));
        lines.retain(|line| line.says(&wanted));
        let paging = paging.with_total(i64::try_from(lines.len()).unwrap_or(i64::MAX));
        Ok(Index { chrome, letter, network, text, all, lines: paging.cut(lines), paging })
    });
    ctx.page(&page.await?)
}
