//! Addresses that come from outside.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

use crate::db::types::Id;
use crate::error::{Error, Result};

/// The `{id}` of a path. Malformed is the same as unknown: 404.
pub struct IdPath(pub Id);

impl FromRequest for IdPath {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request.match_info().get("id").and_then(|text| text.parse().ok());
        ready(id.map(IdPath).ok_or(Error::NotFound))
    }
}

/// The `{id}` and `{token}` of a personal link. A malformed id is the same as an unknown one: 404.
pub struct LinkPath(pub Id, pub String);

impl FromRequest for LinkPath {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let token = request.match_info().get("token").map(str::to_owned).ok_or(Error::NotFound);
        let id = IdPath::from_request(request, payload).into_inner();
        ready(id.and_then(|IdPath(id)| Ok(LinkPath(id, token?))))
    }
}

/// `path` when it leads to a page of this site, else `fallback`. Keeps a crafted form or link from sending
/// people elsewhere.
pub fn safe_return_to<'a>(path: &'a str, fallback: &'a str) -> &'a str {
    let local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    if local { path } else { fallback }
}
