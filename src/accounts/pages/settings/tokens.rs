//! Keys for programs.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::accounts::{ApiToken, Scope, api_tokens_of, create_api_token, revoke_api_token};
use crate::error::Result;
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Audit, Chrome, Ctx, IdPath, audit};

#[derive(Template)]
#[template(path = "accounts/settings_tokens.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    tokens: Vec<ApiToken>,
    scopes: Vec<(&'static str, String, bool)>,
    secret: String,
}

impl Index {
    fn made(&self, token: &ApiToken) -> String {
        self.chrome.ta("token-made", "day", &self.day(token.created_at))
    }

    fn used(&self, token: &ApiToken) -> String {
        match token.last_used_at {
            Some(at) => self.chrome.ta("token-used", "day", &self.day(at)),
            None => self.chrome.t("token-unused"),
        }
    }

    fn day(&self, at: crate::db::types::Timestamp) -> String {
        let zone =
            self.chrome.person.as_ref().map_or(chrono_tz::Tz::Europe__Stockholm, |person| person.time_zone);
        self.chrome.language.day_of(at, zone)
    }
}

/// `GET /settings/tokens`: my keys.
pub async fn index(ctx: Ctx) -> Result<HttpResponse> {
    let form = Form::filled(Fields::from_pairs([("scopes", "read")]), ctx.lang);
    ctx.page(&page(&ctx, form, String::new()).await?)
}

/// `POST /settings/tokens`: makes one and shows it, this once.
pub async fn create(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let (person, now, address) = (ctx.person()?.id, ctx.now(), ctx.address().to_owned());
    let (name, scopes) = match parse(&fields) {
        Ok(parsed) => parsed,
        Err(errors) => {
            let mut page = page(&ctx, Form::failed(fields, errors, ctx.lang), String::new()).await?;
            page.chrome = page.chrome.with_errors();
            return ctx.invalid(&page);
        }
    };
    let secret = ctx
        .write(move |tx| {
            let (subject, address) = (person.to_string(), Some(address.as_str()));
            audit(tx, &Audit { actor: Some(person), action: "api-token-made", subject, address }, now)?;
            create_api_token(tx, person, &name, &scopes, now)
        })
        .await?;
    let page = page(&ctx, Form::empty(ctx.lang), secret).await?;
    ctx.html(StatusCode::CREATED, &page)
}

/// `POST /settings/tokens/{id}/end`: revokes one.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| revoke_api_token(tx, person, id, now)).await?;
    Ok(ctx.redirect_saying("/settings/tokens", "flash-token-ended"))
}

fn parse(fields: &Fields) -> Result<(String, Vec<Scope>), Errors> {
    let mut check = Check::of(fields);
    let name = check.text("name", 1..=80);
    let chosen: Result<Vec<Scope>, String> = fields.all("scopes").map(str::parse).collect();
    let scopes = chosen.unwrap_or_default();
    if scopes.is_empty() {
        check.fail("scopes", "error-choice");
    }
    check.done()?;
    Ok((name, scopes))
}

async fn page(ctx: &Ctx, form: Form, secret: String) -> Result<Index> {
    let person = ctx.person()?.id;
    let tokens = ctx.read(move |db| api_tokens_of(db, person)).await?;
    let scope =
        |one: &Scope| (one.word(), ctx.lang.t(&format!("token-scope-{one}")), form.has("scopes", one));
    let scopes = Scope::ALL.iter().map(scope).collect();
    Ok(Index { chrome: ctx.chrome("settings", "settings-tokens"), form, tokens, scopes, secret })
}
