//! What a handler is handed about the request.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{ContentType, LOCATION};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use askama::Template;

use super::{Chrome, CurrentPerson, cookies, person, session};
use crate::app::App;
use crate::db::types::Timestamp;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::secrets;

/// The request as a handler sees it: the application, who asks, in which language, from where.
#[derive(Clone)]
pub struct Ctx {
    /// The application.
    pub app: App,
    /// Language of the answer.
    pub lang: Lang,
    /// Path and query of the request.
    pub path: String,
    visitor: Option<CurrentPerson>,
    session_token: Option<String>,
    flash: Option<String>,
    address: String,
    device: String,
}

impl Ctx {
    /// Who is signed in, if anybody.
    pub fn visitor(&self) -> Option<&CurrentPerson> {
        self.visitor.as_ref()
    }

    /// Who is signed in; sends strangers to sign in and back.
    pub fn person(&self) -> Result<&CurrentPerson> {
        self.visitor.as_ref().ok_or(Error::SignInFirst)
    }

    /// The administrator; for everybody else the page does not exist.
    pub fn administrator(&self) -> Result<&CurrentPerson> {
        let person = self.person()?;
        if person.administrator { Ok(person) } else { Err(Error::NotFound) }
    }

    /// The token of this browser's session.
    pub fn session_token(&self) -> Option<&str> {
        self.session_token.as_deref()
    }

    /// The network address of the client, as far as proxies are trusted.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Which browser this is, in words that its owner knows it by; may be empty.
    pub fn device(&self) -> &str {
        &self.device
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// Reads the database.
    pub async fn read<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T> + Send + 'static,
    {
        self.app.database.read(f).await
    }

    /// Writes the database: all of `f` or nothing.
    pub async fn write<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.app.database.write(f).await
    }

    /// The chrome of a page in part `nav` of the site, with the title for `key`.
    pub fn chrome(&self, nav: &'static str, key: &str) -> Chrome {
        self.chrome_titled(nav, self.lang.t(key))
    }

    /// As [`Ctx::chrome`] with a title that is not a fixed text.
    pub fn chrome_titled(&self, nav: &'static str, title: impl Into<String>) -> Chrome {
        Chrome {
            language: self.lang,
            title: title.into(),
            nav,
            path: self.path.clone(),
            person: self.visitor.clone(),
            flash: self.flash.as_deref().map(|key| self.lang.t(key)),
            css_url: self.app.assets.css_url().to_owned(),
            js_url: self.app.assets.js_url().to_owned(),
            icon_url: self.app.assets.url("icons/favicon.svg"),
        }
    }

    /// A page.
    pub fn page(&self, page: &impl Template) -> Result<HttpResponse> {
        self.html(StatusCode::OK, page)
    }

    /// The page again, because the form had errors: 422.
    pub fn invalid(&self, page: &impl Template) -> Result<HttpResponse> {
        self.html(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// A page with any status.
    pub fn html(&self, status: StatusCode, page: &impl Template) -> Result<HttpResponse> {
        let mut response = HttpResponse::build(status);
        response.content_type(ContentType::html());
        if self.flash.is_some() {
            response.cookie(cookies::no_flash(&self.app.config));
        }
        Ok(response.body(page.render()?))
    }

    /// On to another page: 303.
    pub fn redirect(&self, path: impl AsRef<str>) -> HttpResponse {
        HttpResponse::SeeOther().insert_header((LOCATION, path.as_ref())).finish()
    }

    /// On to another page, which will say what was done (`key` begins with `flash-`).
    pub fn redirect_saying(&self, path: impl AsRef<str>, key: &'static str) -> HttpResponse {
        HttpResponse::SeeOther()
            .insert_header((LOCATION, path.as_ref()))
            .cookie(cookies::flash(&self.app.config, key))
            .finish()
    }
}

impl FromRequest for Ctx {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            if let Some(known) = request.extensions().get::<Ctx>() {
                return Ok(known.clone());
            }
            let ctx = read(&request).await?;
            request.extensions_mut().insert(ctx.clone());
            Ok(ctx)
        })
    }
}

async fn read(request: &HttpRequest) -> Result<Ctx> {
    let mut ctx = Ctx::stranger(request)?;
    if ctx.session_token.is_some() {
        let database = ctx.app.database.clone();
        ctx = database.read(move |db| ctx.recognised(db)).await?;
    }
    ctx.note_use().await;
    Ok(ctx)
}

impl Ctx {
    /// The request of somebody who is not known, or not yet. [`Error::NotFound`] when no address of ours can be meant.
    pub(super) fn stranger(request: &HttpRequest) -> Result<Ctx> {
        // PostgreSQL would not take it as text.
        if request.path().contains("%00") {
            return Err(Error::NotFound);
        }
        Ctx::by_itself(request).ok_or_else(|| Error::message("no application"))
    }

    /// What a request says by itself.
    fn by_itself(request: &HttpRequest) -> Option<Ctx> {
        let app = request.app_data::<web::Data<App>>()?.get_ref().clone();
        let lang = language_of_stranger(request);
        let flash = request
            .cookie(cookies::FLASH)
            .map(|cookie| cookie.value().to_owned())
            .filter(|key| key.starts_with("flash-") && lang.has(key));
        let address = super::limits::address(request, &app.config.settings.trusted_proxies);
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let agent = request.headers().get("user-agent").and_then(|value| value.to_str().ok());
        let device = super::device::of_user_agent(agent.unwrap_or(""));
        let session_token = cookies::session_token(request, &app.config);
        Some(Ctx { app, lang, path, visitor: None, session_token, flash, address, device })
    }

    /// The same with the person whose session it is, if it is one's.
    pub(super) fn recognised(mut self, db: &mut Db) -> Result<Ctx> {
        if let Some(token) = &self.session_token {
            self.visitor = person::by_session(db, &secrets::hash(token), self.now())?;
            self.lang = self.visitor.as_ref().map_or(self.lang, |person| person.language);
        }
        Ok(self)
    }

    /// Marks the session as used, now and then.
    pub(super) async fn note_use(&self) {
        let (Some(person), Some(token)) = (&self.visitor, self.session_token.clone()) else { return };
        let now = self.now();
        if person.seen_at + session::TOUCH_AFTER < now
            // Reading goes on when nothing can be written: the session only looks older than it is.
            && let Err(error) = self.write(move |tx| session::touch(tx, &token, now)).await
        {
            tracing::warn!(%error, "could not note the use of a session");
        }
    }

    /// For an error page: the request as far as it is known, without asking the database, which may be the error.
    pub(super) fn known(request: &HttpRequest) -> Option<Ctx> {
        let known = request.extensions().get::<Ctx>().cloned();
        known.or_else(|| Ctx::by_itself(request))
    }
}

fn language_of_stranger(request: &HttpRequest) -> Lang {
    let chosen = request.cookie(cookies::LANGUAGE).and_then(|cookie| cookie.value().parse().ok());
    chosen.unwrap_or_else(|| {
        let header = request.headers().get("accept-language").and_then(|value| value.to_str().ok());
        Lang::negotiate(header.unwrap_or(""))
    })
}
