//! Many invitations from a file: first what would happen, then the mails.

use std::future::poll_fn;
use std::pin::Pin;

use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use askama::Template;
use futures_core::Stream;

use crate::error::{Error, Result};
use crate::networks::{self, Network, Plan};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx};

/// Largest file, in bytes.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Rows of a plan, and problems, that a page shows.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "networks/invitation_import.html")]
struct New {
    chrome: Chrome,
    form: Form,
    network: Network,
    plan: Option<Plan>,
    shown: usize,
    csv: String,
}

impl New {
    fn of(ctx: &Ctx, network: Network, form: Form, plan: Option<Plan>, csv: String) -> Self {
        let chrome = ctx.chrome("networks", "import-title");
        let wrong = form.is_wrong() || plan.as_ref().is_some_and(|plan| !plan.problems.is_empty());
        New {
            chrome: if wrong { chrome.with_errors() } else { chrome },
            form,
            network,
            plan,
            shown: SHOWN,
            csv,
        }
    }
}

/// `GET /networks/{slug}/invitations/import`: what the file should look like, and the form for it.
pub async fn new(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let network = ctx.read(move |db| networks::coordinated(db, &slug, &person)).await?;
    ctx.page(&New::of(&ctx, network, Form::empty(ctx.lang), None, String::new()))
}

/// `POST /networks/{slug}/invitations/import`: reads the file and shows what would happen. Sends nothing.
pub async fn plan(ctx: Ctx, slug: web::Path<String>, parts: Multipart) -> Result<HttpResponse> {
    let (person, lang, now) = (ctx.person()?.clone(), ctx.lang, ctx.now());
    let network = ctx.read(move |db| networks::coordinated(db, &slug, &person)).await?;
    let bytes = file(parts).await?;
    if bytes.is_empty() {
        let form = Form::failed(Fields::default(), Errors::one("file", "error-import-file"), lang);
        return ctx.invalid(&New::of(&ctx, network, form, None, String::new()));
    }
    let to = network.clone();
    let plan = ctx.read(move |db| networks::plan(db, &to, &bytes, lang, now)).await?;
    let (csv, right) = (plan.to_csv()?, plan.problems.is_empty());
    let page = New::of(&ctx, network, Form::empty(lang), Some(plan), csv);
    if right { ctx.page(&page) } else { ctx.invalid(&page) }
}

/// `POST /networks/{slug}/invitations/import/confirmation`: reads the rows once more and sends all mails.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            networks::invite_all(tx, &app, &network, fields.raw("csv").as_bytes(), Some(person.id))?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/invitations"), "flash-invitations-sent"))
}

/// The bytes of the part called `file`.
async fn file(mut parts: Multipart) -> Result<Vec<u8>> {
    while let Some(part) = poll_fn(|context| Pin::new(&mut parts).poll_next(context)).await {
        let mut part = part.map_err(|_| Error::BadRequest("error-not-a-form"))?;
        if part.name() == Some("file") {
            let bytes = part.bytes(MOST_BYTES).await.map_err(|_| Error::TooLarge)?;
            return Ok(bytes.map_err(|_| Error::BadRequest("error-not-a-form"))?.to_vec());
        }
    }
    Ok(Vec::new())
}
