//! Many invitations from a file: first what would happen, then the mails.

use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::id_of;
use crate::error::{Error, Result};
use crate::networks::{self, Network, Plan, upload};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, read_upload};

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
    upload: String,
}

impl New {
    fn of(ctx: &Ctx, network: Network, form: Form, plan: Option<Plan>, upload: String) -> Self {
        let chrome = ctx.chrome("networks", "import-title");
        let wrong = form.is_wrong() || plan.as_ref().is_some_and(|plan| !plan.problems.is_empty());
        New {
            chrome: if wrong { chrome.with_errors() } else { chrome },
            form,
            network,
            plan,
            shown: SHOWN,
            upload,
        }
    }
}

/// `GET /networks/{slug}/invitations/import`: what the file should look like, and the form for it.
pub async fn new(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let network = ctx.read(move |db| networks::coordinated(db, &slug, &person)).await?;
    ctx.page(&New::of(&ctx, network, Form::empty(ctx.lang), None, String::new()))
}

/// `POST /networks/{slug}/invitations/import`: reads the file, keeps it and shows what would happen. Sends nothing.
pub async fn plan(ctx: Ctx, slug: web::Path<String>, parts: Multipart) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (by, lang, now) = (person.id, ctx.lang, ctx.now());
    let network = ctx.read(move |db| networks::coordinated(db, &slug, &person)).await?;
    let bytes = file(parts).await?;
    if bytes.is_empty() {
        let form = Form::failed(Fields::default(), Errors::one("file", "error-import-file"), lang);
        return ctx.invalid(&New::of(&ctx, network, form, None, String::new()));
    }
    let to = network.clone();
    let plan = ctx.read(move |db| networks::plan(db, &to, &bytes, lang, now)).await?;
    if !plan.problems.is_empty() {
        return ctx.invalid(&New::of(&ctx, network, Form::empty(lang), Some(plan), String::new()));
    }
    let (csv, to) = (plan.to_csv()?, network.id);
    let upload = ctx.write(move |tx| upload::keep(tx, to, by, &csv, now)).await?;
    ctx.page(&New::of(&ctx, network, Form::empty(lang), Some(plan), upload.to_string()))
}

/// `POST /networks/{slug}/invitations/import/confirmation`: reads the kept rows once more and sends all mails.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            let upload = id_of(fields.text("upload"))?;
            upload::invite_uploaded(tx, &app, &network, upload, person.id)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/invitations"), "flash-invitations-sent"))
}

/// The bytes of the file.
async fn file(parts: Multipart) -> Result<Vec<u8>> {
    let (_, files) = read_upload(parts, "file", MOST_BYTES, MOST_BYTES).await?;
    match files.into_iter().next() {
        Some(file) => Ok(file.bytes.ok_or(Error::TooLarge)?.to_vec()),
        None => Ok(Vec::new()),
    }
}
