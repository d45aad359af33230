//! Mail by kind: what waits, and what became of it.

use actix_web::HttpResponse;
use askama::Template;

use crate::admin::privacy::called;
use crate::error::Result;
use crate::mail::figures::{Figures, figures};
use crate::organisers::swedish_order;
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "admin/kinds.html")]
struct Index {
    chrome: Chrome,
    /// Each kind, by name, with how long its oldest mail has waited.
    rows: Vec<(String, Figures, String)>,
}

/// `GET /admin/mail/kinds`: the figures, by kind.
pub async fn index(ctx: Ctx) -> Result<HttpResponse> {
    ctx.administrator()?;
    let (now, lang) = (ctx.now(), ctx.lang);
    let found = ctx.read(move |db| figures(db, now)).await?;
    let row = |(kind, figures): (String, Figures)| {
        let minutes = figures.oldest.map(|oldest| (now.0 - oldest.0).num_minutes());
        let waited = minutes.map(|minutes| lang.tn("admin-waiting-minutes", minutes)).unwrap_or_default();
        (called(lang, &kind), figures, waited)
    };
    let mut rows: Vec<_> = found.into_iter().map(row).collect();
    rows.sort_by(|(one, ..), (two, ..)| swedish_order(one, two));
    ctx.page(&Index { chrome: ctx.chrome("admin", "admin-kinds-title"), rows })
}
