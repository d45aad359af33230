//! Whether the process lives and whether it can serve; who to write to about security.

use actix_web::{HttpResponse, web};
use chrono::{Datelike, NaiveDate};

use crate::app::App;
use crate::db::migrate;
use crate::error::{Error, Result};

/// `GET /livez`: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// `GET /readyz`: the database answers and has every table and column that this binary needs.
pub async fn ready(app: web::Data<App>) -> Result<HttpResponse> {
    let current = app
        .database
        .read(migrate::is_current)
        .await
        .map_err(|error| Error::Unavailable(error.to_string()))?;
    if !current {
        return Err(Error::Unavailable("migrations are pending".to_owned()));
    }
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"))
}

/// `GET /.well-known/security.txt` (RFC 9116), valid to the end of next year.
pub async fn security_txt(app: web::Data<App>) -> Result<HttpResponse> {
    let settings = &app.config.settings;
    let contact = match settings.security_contact.as_str() {
        "" => format!("mailto:{}", app.mailer.sender().email),
        given if given.contains(':') => given.to_owned(),
        given => format!("mailto:{given}"),
    };
    let expires = NaiveDate::from_ymd_opt(app.clock.now().0.year() + 1, 12, 31).ok_or(Error::NotFound)?;
    let text = format!(
        "Contact: {contact}\nExpires: {expires}T23:59:59Z\nPreferred-Languages: sv, en\nCanonical: {}\n",
        app.config.link("/.well-known/security.txt")
    );
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}
