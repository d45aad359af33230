//! The cookies we set, and how.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use super::session::IDLE_DAYS;
use crate::config::Config;

/// Name of the language cookie (strangers only; people have a setting).
pub const LANGUAGE: &str = "language";
/// Name of the cookie that carries the key of a message to the next page.
pub const FLASH: &str = "flash";

/// Name of the session cookie; the `__Host-` prefix needs https.
pub fn session_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-session" } else { "session" }
}

/// The session token a request brings.
pub fn session_token(request: &HttpRequest, config: &Config) -> Option<String> {
    request.cookie(session_name(config)).map(|cookie| cookie.value().to_owned())
}

/// The cookie that keeps a session.
pub fn session(config: &Config, token: &str) -> Cookie<'static> {
    cookie(config, session_name(config), token.to_owned(), Duration::days(IDLE_DAYS))
}

/// The cookie that makes the browser forget the session.
pub fn no_session(config: &Config) -> Cookie<'static> {
    cookie(config, session_name(config), String::new(), Duration::ZERO)
}

/// A message for the next page: a locale key, so that nothing foreign can be shown.
pub fn flash(config: &Config, key: &'static str) -> Cookie<'static> {
    cookie(config, FLASH, key.to_owned(), Duration::minutes(1))
}

/// The message was shown.
pub fn no_flash(config: &Config) -> Cookie<'static> {
    cookie(config, FLASH, String::new(), Duration::ZERO)
}

/// A first-party cookie of ours.
pub fn cookie(config: &Config, name: &'static str, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        .same_site(SameSite::Lax)
        .max_age(age)
        .finish()
}
