//! What the site says about itself: what it is for, how accessible it is, what it does with personal data.

use actix_web::HttpResponse;
use askama::Template;

use crate::error::Result;
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "about/about.html")]
struct About {
    chrome: Chrome,
}

/// `GET /about`: what Grannskap is.
pub async fn about(ctx: Ctx) -> Result<HttpResponse> {
    ctx.page(&About { chrome: ctx.chrome("", "about-title") })
}

#[derive(Template)]
#[template(path = "about/accessibility.html")]
struct Accessibility {
    chrome: Chrome,
    contact: String,
}

/// `GET /accessibility`: the accessibility statement, with the fields that the law on access to digital public
/// service (2018:1937) and the authority's model ask for.
pub async fn accessibility(ctx: Ctx) -> Result<HttpResponse> {
    let contact = ctx.app.mailer.sender().email.to_string();
    ctx.page(&Accessibility { chrome: ctx.chrome("", "accessibility-title"), contact })
}

#[derive(Template)]
#[template(path = "about/privacy.html")]
struct Privacy {
    chrome: Chrome,
    contact: String,
}

/// `GET /privacy`: what happens to personal data.
pub async fn privacy(ctx: Ctx) -> Result<HttpResponse> {
    let contact = ctx.app.mailer.sender().email.to_string();
    ctx.page(&Privacy { chrome: ctx.chrome("", "privacy-title"), contact })
}
