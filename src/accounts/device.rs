//! Browsers that somebody has signed in with before. They have their own limit, so that guessing from the same
//! network (a whole town hall behind one address) cannot keep the owner out.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;

use crate::app::App;
use crate::error::Result;
use crate::secrets;
use crate::web::cookies;

/// Name of the cookie.
const DEVICE: &str = "device";

/// The name of this browser, if it has signed in to this account before.
pub(super) fn known(app: &App, request: &HttpRequest, email: &str) -> Result<Option<String>> {
    let Some(cookie) = request.cookie(DEVICE) else { return Ok(None) };
    let Some((nonce, seal)) = cookie.value().split_once('.') else { return Ok(None) };
    let is_ours = app.secret.confirms(DEVICE, &subject(email, nonce), seal)?;
    Ok(is_ours.then(|| nonce.to_owned()))
}

/// The cookie that makes this browser known to an account.
pub(super) fn cookie(app: &App, email: &str) -> Result<Cookie<'static>> {
    let nonce = secrets::new_token()?;
    let seal = app.secret.derive(DEVICE, &subject(email, &nonce))?;
    Ok(cookies::cookie(&app.config, DEVICE, format!("{nonce}.{seal}"), Duration::days(400)))
}

fn subject(email: &str, nonce: &str) -> String {
    format!("{email}\n{nonce}")
}
