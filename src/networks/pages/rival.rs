//! Which organisers are kept apart in a network, for coordinators.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::id_of;
use crate::error::Result;
use crate::networks::rival::{self, Choice, Rivals};
use crate::networks::{self, Network};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "networks/rivals.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    network: Network,
    rivals: Vec<Rivals>,
    choices: Vec<Choice>,
}

/// `GET /networks/{slug}/rivals`: who is kept apart, and a form for two more.
pub async fn index(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let form = Form::empty(ctx.lang);
    ctx.page(&page(&ctx, slug.into_inner(), form).await?)
}

async fn page(ctx: &Ctx, slug: String, form: Form) -> Result<Index> {
    let (person, chrome) = (ctx.person()?.clone(), ctx.chrome("networks", "rivals-title"));
    let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
    ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let (rivals, choices) = (rival::named(db, network.id)?, rival::choices(db, network.id)?);
        Ok(Index { chrome, form, network, rivals, choices })
    })
    .await
}

/// `POST /networks/{slug}/rivals`: keeps two apart.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (person, now, slug) = (ctx.person()?.clone(), ctx.now(), slug.into_inner());
    let (typed, of) = (fields.clone(), slug.clone());
    let by = person.id;
    let (network, choices) = ctx
        .read(move |db| {
            let network = networks::coordinated(db, &of, &person)?;
            Ok((network.id, rival::choices(db, network.id)?))
        })
        .await?;
    let (one, two) = match parse(&typed, &choices) {
        Ok(pair) => pair,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&page(&ctx, slug, form).await?);
        }
    };
    ctx.write(move |tx| rival::keep_apart(tx, network, (&one, &two), by, now)).await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/rivals"), "flash-rivals-apart"))
}

/// The codes of two different organisers of the network.
fn parse(fields: &Fields, choices: &[Choice]) -> std::result::Result<(String, String), Errors> {
    let mut check = Check::of(fields);
    let mut code = |field: &'static str| {
        let text = check.text(field, 1..=200);
        let found = rival::chosen(choices, &text).map(|choice| choice.code.clone());
        if found.is_none() && !text.is_empty() {
            check.fail(field, "error-rivals-unknown");
        }
        found.unwrap_or_default()
    };
    let (one, two) = (code("one"), code("two"));
    if !one.is_empty() && one == two {
        check.fail("two", "error-rivals-same");
    }
    check.done()?;
    Ok((one, two))
}

/// `POST /networks/{slug}/rivals/{id}/end`: lets them share a group again.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (slug, id) = path.into_inner();
    let id = id_of(&id)?;
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            rival::let_meet(tx, network.id, id)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/rivals"), "flash-rivals-meet"))
}
