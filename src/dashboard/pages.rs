//! The first page of strangers and of people.

use actix_web::HttpResponse;
use askama::Template;

use crate::error::Result;
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "dashboard/front.html")]
struct Front {
    chrome: Chrome,
}

/// `GET /`: what Grannskap is; people go on to their home.
pub async fn front(ctx: Ctx) -> Result<HttpResponse> {
    if ctx.visitor().is_some() {
        return Ok(ctx.redirect("/dashboard"));
    }
    ctx.page(&Front { chrome: ctx.chrome("", "front-title") })
}

#[derive(Template)]
#[template(path = "dashboard/show.html")]
struct Show {
    chrome: Chrome,
}

/// `GET /dashboard`: what is next.
pub async fn show(ctx: Ctx) -> Result<HttpResponse> {
    let person = ctx.person()?;
    let title = ctx.lang.tname("dashboard-title", &person.name);
    ctx.page(&Show { chrome: ctx.chrome_titled("dashboard", title) })
}
