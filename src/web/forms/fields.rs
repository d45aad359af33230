//! The raw fields of a form or query.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use crate::error::{Error, Result};

/// Names and values as they came, in order; a name may come more than once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

/// Largest body of a form, in bytes.
const LIMIT: usize = 2 * 1024 * 1024;

impl Fields {
    /// Fields from pairs, to show what is stored.
    pub fn from_pairs<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        Fields(pairs.into_iter().map(|(name, value)| (name.into(), plain(value))).collect())
    }

    /// Fields from a query string or an urlencoded body.
    pub fn parse(encoded: &[u8]) -> Self {
        let pairs = url::form_urlencoded::parse(encoded);
        Fields(pairs.map(|(name, value)| (plain(name), plain(value))).collect())
    }

    /// One more value.
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.push((name.into(), plain(value)));
        self
    }

    /// The same with one value for a field, in place of those it had.
    pub fn with_only(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.retain(|(given, _)| given != name);
        self.with(name, value)
    }

    /// The first value of a field as typed; empty when it is not there.
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value)
    }

    /// The first value of a field without white space around it.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Names and values in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether the field came at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(given, _)| given == name)
    }

    /// Whether a checkbox was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        matches!(self.raw(name), "on" | "true" | "1" | "yes")
    }

    /// The query string of a request.
    pub fn of_query(request: &HttpRequest) -> Self {
        Fields::parse(request.query_string().as_bytes())
    }
}

/// Without NUL, which cannot be kept by PostgreSQL and means nothing to anybody.
fn plain(text: impl Into<String>) -> String {
    let mut text = text.into();
    text.retain(|c| c != '\0');
    text
}

impl FromRequest for Fields {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded")
            || request.content_type().is_empty();
        let body = web::Payload::from_request(request, payload);
        Box::pin(async move {
            if !is_form {
                return Err(Error::BadRequest("error-not-a-form"));
            }
            let body = body.await.map_err(|_| Error::BadRequest("error-not-a-form"))?;
            let bytes = body.to_bytes_limited(LIMIT).await.map_err(|_| Error::TooLarge)?;
            let bytes = bytes.map_err(|_| Error::BadRequest("error-not-a-form"))?;
            Ok(Fields::parse(&bytes))
        })
    }
}
