//! The library of conversation guides, for everybody.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::agendas::Guide;
use crate::agendas::view::{Step, Told, steps};
use crate::error::{Error, Result};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "agendas/guides.html")]
struct Index {
    chrome: Chrome,
    guides: Vec<Told>,
}

/// `GET /guides`: all of them.
pub async fn index(ctx: Ctx) -> Result<HttpResponse> {
    let guides = Guide::ALL.iter().map(|guide| Told::of(*guide, ctx.lang)).collect();
    ctx.page(&Index { chrome: ctx.chrome("meetups", "guides-title"), guides })
}

#[derive(Template)]
#[template(path = "agendas/guide_show.html")]
struct Show {
    chrome: Chrome,
    told: Told,
    steps: Vec<Step>,
}

/// `GET /guides/{guide}`: one with its steps.
pub async fn show(ctx: Ctx, guide: web::Path<String>) -> Result<HttpResponse> {
    let guide: Guide = guide.parse().map_err(|_| Error::NotFound)?;
    let told = Told::of(guide, ctx.lang);
    let chrome = ctx.chrome_titled("meetups", told.name.clone());
    ctx.page(&Show { chrome, told, steps: steps(guide, ctx.lang, None) })
}
