//! The edge: what an [`Error`] looks like to people and to programs. Internals are logged here, once.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{LOCATION, RETRY_AFTER};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use askama::Template;
use serde::Serialize;

use super::{Audit, Chrome, Ctx, audit};
use crate::error::{Error, Result};

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Forbidden | Error::CrossSite => StatusCode::FORBIDDEN,
            Error::SignInFirst => StatusCode::UNAUTHORIZED,
            Error::Conflict(_) => StatusCode::CONFLICT,
            Error::BadRequest(_) => StatusCode::BAD_REQUEST,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Full => StatusCode::INSUFFICIENT_STORAGE,
            Error::Setup(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    // Bare; `render` below dresses it for whoever asked.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::build(self.status_code()).finish()
    }
}

impl Error {
    /// Which text explains it: the middle of the locale keys `error-<word>-title` and `error-<word>-body`.
    fn word(&self) -> &'static str {
        match self {
            Error::NotFound => "not-found",
            Error::Forbidden => "forbidden",
            Error::SignInFirst => "sign-in-first",
            Error::Conflict(_) => "conflict",
            Error::BadRequest(_) => "bad-request",
            Error::TooLarge => "too-large",
            Error::CrossSite => "cross-site",
            Error::TooMany(_) => "too-many",
            Error::Unavailable(_) => "unavailable",
            Error::Full => "full",
            Error::Setup(_) | Error::Internal(_) => "internal",
        }
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Error::TooMany(seconds) => Some(*seconds),
            Error::Unavailable(_) => Some(5),
            _ => None,
        }
    }
}

#[derive(Template)]
#[template(path = "errors/show.html")]
struct Show {
    chrome: Chrome,
    body: String,
}

/// An error as RFC 9457 has it.
#[derive(Serialize)]
struct Problem<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    title: &'a str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

/// The middleware: dresses errors as pages or as problem+json.
pub async fn render<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    // The router needs the request for itself: a copy held across the call would make it panic.
    let response = next.call(request).await?;
    let (dressed, denied) = match response.response().error() {
        None => return Ok(response.map_into_left_body()),
        Some(error) => match error.as_error::<Error>() {
            Some(own) => (dress(response.request(), own), Denial::of(response.request(), own)),
            None => (dress(response.request(), &foreign(response.status())), None),
        },
    };
    if let Some(denied) = denied {
        denied.note().await;
    }
    Ok(response.into_response(dressed.map_into_right_body()))
}

/// Something that was refused and that must be answerable afterwards.
struct Denial {
    ctx: Ctx,
    action: &'static str,
    route: String,
}

impl Denial {
    fn of(request: &HttpRequest, error: &Error) -> Option<Self> {
        let action = match error {
            Error::Forbidden => "denied",
            Error::CrossSite => "cross-site-denied",
            Error::TooMany(_) => "rate-limited",
            _ => return None,
        };
        let ctx = Ctx::known(request)?;
        Some(Denial { ctx, action, route: request.match_pattern().unwrap_or_default() })
    }

    /// Writes it down, as long as one address does not flood us with it. An answer is given all the same when that
    /// fails.
    async fn note(self) {
        let Denial { ctx, action, route } = self;
        let address = ctx.address().to_owned();
        if !ctx.app.limits.may_note(&address, action) {
            return;
        }
        let (actor, now) = (ctx.visitor().map(|person| person.id), ctx.now());
        let written = ctx.write(move |tx| {
            audit(tx, &Audit { actor, action, subject: route, address: Some(&address) }, now)
        });
        if let Err(error) = written.await {
            tracing::warn!(%error, action, "a denial could not be written down");
        }
    }
}

/// An error of the framework (a broken body, an unreadable header) as one of ours.
fn foreign(status: StatusCode) -> Error {
    match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Error::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        status if status.is_client_error() => Error::BadRequest("error-bad-request-body"),
        status => Error::message(format!("the framework answered {status}")),
    }
}

fn dress(request: &HttpRequest, error: &Error) -> HttpResponse {
    if let Error::Internal(source) = error {
        let pattern = request.match_pattern().unwrap_or_default();
        tracing::error!(error = %chain(source.as_ref()), route = pattern, "request failed");
    } else if matches!(error, Error::Unavailable(_) | Error::Full | Error::Setup(_)) {
        tracing::error!(error = %error, "request failed");
    }
    if request.path().starts_with("/api/") { problem(request, error) } else { page(request, error) }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(next) = source {
        text.push_str(": ");
        text.push_str(&next.to_string());
        source = next.source();
    }
    text
}

fn page(request: &HttpRequest, error: &Error) -> HttpResponse {
    let status = error.status_code();
    if let Error::SignInFirst = error {
        let here = request.uri().path_and_query().map_or("/", |path| path.as_str());
        let query: String =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("return_to", here).finish();
        let target = if request.method() == actix_web::http::Method::GET {
            format!("/session/new?{query}")
        } else {
            "/session/new".to_owned()
        };
        return HttpResponse::SeeOther().insert_header((LOCATION, target)).finish();
    }
    let Some(ctx) = Ctx::known(request) else { return HttpResponse::build(status).finish() };
    let word = error.word();
    let body = match error {
        Error::Conflict(key) | Error::BadRequest(key) => ctx.lang.t(key),
        _ => ctx.lang.t(&format!("error-{word}-body")),
    };
    let chrome = ctx.chrome("", &format!("error-{word}-title"));
    let mut response = HttpResponse::build(status);
    if let Some(seconds) = error.retry_after() {
        response.insert_header((RETRY_AFTER, seconds.to_string()));
    }
    match (Show { chrome, body }).render() {
        Ok(html) => response.content_type("text/html; charset=utf-8").body(html),
        Err(error) => {
            tracing::error!(%error, "the error page failed");
            response.finish()
        }
    }
}

fn problem(request: &HttpRequest, error: &Error) -> HttpResponse {
    let status = error.status_code();
    let lang = Ctx::known(request).map_or(crate::i18n::Lang::English, |ctx| ctx.lang);
    let word = error.word();
    let detail = match error {
        Error::Conflict(key) | Error::BadRequest(key) => lang.t(key),
        Error::SignInFirst | Error::Forbidden | Error::NotFound => lang.t(&format!("error-api-{word}")),
        _ => lang.t(&format!("error-{word}-body")),
    };
    let problem = Problem {
        kind: "about:blank",
        title: status.canonical_reason().unwrap_or("Error"),
        status: status.as_u16(),
        detail: Some(detail),
    };
    let mut response = HttpResponse::build(status);
    if let Some(seconds) = error.retry_after() {
        response.insert_header((RETRY_AFTER, seconds.to_string()));
    }
    if status == StatusCode::UNAUTHORIZED {
        response.insert_header(("www-authenticate", "Bearer"));
    }
    match serde_json::to_string(&problem) {
        Ok(json) => response.content_type("application/problem+json").body(json),
        Err(_) => response.finish(),
    }
}
