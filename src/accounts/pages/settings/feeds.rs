//! Personal addresses for calendars and readers.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{Purpose, feed_token, revoke_feed, shown_feed_token};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::{Chrome, Ctx};

/// A feed on the page.
struct Line {
    word: &'static str,
    title: String,
    body: String,
    address: Option<String>,
}

#[derive(Template)]
#[template(path = "accounts/settings_feeds.html")]
struct Index {
    chrome: Chrome,
    feeds: Vec<Line>,
}

const FEEDS: [(Purpose, &str); 2] = [(Purpose::CalendarFeed, "ics"), (Purpose::AtomFeed, "atom")];

/// `GET /settings/feeds`: the addresses that have been made.
pub async fn index(ctx: Ctx) -> Result<HttpResponse> {
    let (person, app, lang) = (ctx.person()?.id, ctx.app.clone(), ctx.lang);
    let feeds = ctx.read(move |db| {
        let mut lines = Vec::new();
        for (purpose, ending) in FEEDS {
            let secret = shown_feed_token(db, &app, purpose, person)?;
            lines.push(Line {
                word: purpose.word(),
                title: lang.t(&format!("settings-feed-{purpose}")),
                body: lang.t(&format!("settings-feed-{purpose}-body")),
                address: secret.map(|secret| address(&app, &secret, ending)),
            });
        }
        Ok(lines)
    });
    let feeds = feeds.await?;
    ctx.page(&Index { chrome: ctx.chrome("settings", "settings-feeds"), feeds })
}

/// `POST /settings/feeds/{purpose}`: makes the address; one that was there becomes worthless.
pub async fn create(ctx: Ctx, purpose: web::Path<String>) -> Result<HttpResponse> {
    let (person, app, now) = (ctx.person()?.id, ctx.app.clone(), ctx.now());
    let purpose = feed(&purpose)?;
    ctx.write(move |tx| {
        revoke_feed(tx, purpose, person, now)?;
        feed_token(tx, &app, purpose, person).map(drop)
    })
    .await?;
    Ok(ctx.redirect_saying("/settings/feeds", "flash-feed-made"))
}

/// `POST /settings/feeds/{purpose}/end`: makes the address worthless.
pub async fn destroy(ctx: Ctx, purpose: web::Path<String>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let purpose = feed(&purpose)?;
    ctx.write(move |tx| revoke_feed(tx, purpose, person, now)).await?;
    Ok(ctx.redirect_saying("/settings/feeds", "flash-feed-ended"))
}

fn feed(word: &str) -> Result<Purpose> {
    let found = FEEDS.iter().find(|(purpose, _)| purpose.word() == word);
    found.map(|(purpose, _)| *purpose).ok_or(Error::NotFound)
}

fn address(app: &App, secret: &str, ending: &str) -> String {
    app.config.link(&format!("/feeds/{secret}.{ending}"))
}
