//! Somebody who visits addresses: with a browser, and under `/api/` with a bearer token.

use grannskap::accounts::{self, Scope};
use grannskap::db::types::Id;
use reqwest::Method;

use crate::support::{Client, Page, TestApp};

pub struct Visitor {
    pub client: Client,
    pub bearer: Option<String>,
}

impl Visitor {
    /// Nobody known.
    pub fn stranger(app: &TestApp) -> Visitor {
        Visitor { client: app.client(), bearer: None }
    }

    /// Somebody with an account.
    pub async fn signed_in(app: &TestApp, person: Id, email: &str) -> Visitor {
        let now = app.app.clock.now();
        let scopes = [Scope::Read, Scope::Write];
        let bearer = app.write(|tx| accounts::create_api_token(tx, person, "sweep", &scopes, now));
        Visitor { client: app.signed_in(email).await, bearer: Some(bearer) }
    }

    pub async fn get(&self, path: &str) -> Page {
        let mut request = self.client.request(Method::GET, path).header("accept-language", "sv");
        if let Some(bearer) = self.bearer.as_ref().filter(|_| path.starts_with("/api/")) {
            request = request.bearer_auth(bearer);
        }
        Page::of(request.send().await.unwrap()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.client.request(Method::POST, path).header("sec-fetch-site", "same-origin");
        let request = match path.starts_with("/api/") {
            true => {
                let body: serde_json::Map<String, serde_json::Value> =
                    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
                let request = request.json(&body);
                match &self.bearer {
                    Some(bearer) => request.bearer_auth(bearer),
                    None => request,
                }
            }
            false => request.form(fields),
        };
        Page::of(request.send().await.unwrap()).await
    }
}
