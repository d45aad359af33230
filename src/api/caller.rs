//! Who is behind an API request.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::{self, Bearer, Scope};
use crate::error::{Error, Result};
use crate::web::{Ctx, CurrentPerson};

/// A request with a good token.
pub struct Caller {
    /// The request. Its visitor is of no account here: cookies do not open the API.
    pub ctx: Ctx,
    bearer: Bearer,
}

impl Caller {
    /// The person, when the token is good for reading.
    pub fn reader(&self) -> Result<&CurrentPerson> {
        self.with(Scope::Read)
    }

    /// The person, when the token is good for writing.
    pub fn writer(&self) -> Result<&CurrentPerson> {
        self.with(Scope::Write)
    }

    fn with(&self, scope: Scope) -> Result<&CurrentPerson> {
        if self.bearer.may(scope) { Ok(&self.bearer.person) } else { Err(Error::Forbidden) }
    }
}

impl FromRequest for Caller {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let ctx = Ctx::from_request(request, payload);
        let secret = request
            .headers()
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, secret)| secret.trim().to_owned());
        Box::pin(async move {
            let ctx = ctx.await?;
            let secret = secret.ok_or(Error::SignInFirst)?;
            let now = ctx.now();
            let bearer = ctx.read(move |db| accounts::find_by_api_token(db, &secret, now)).await?;
            let Some(bearer) = bearer else {
                ctx.app.limits.attempt(ctx.address())?;
                return Err(Error::SignInFirst);
            };
            if bearer.stale {
                let token = bearer.token_id;
                ctx.write(move |tx| accounts::api_token_used(tx, token, now)).await?;
            }
            Ok(Caller { ctx, bearer })
        })
    }
}

/// An answer.
pub(super) fn json(value: &impl Serialize) -> Result<HttpResponse> {
    let text = serde_json::to_string(value)?;
    Ok(HttpResponse::Ok().content_type("application/json").body(text))
}
