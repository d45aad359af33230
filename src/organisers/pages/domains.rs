//! E-mail domains of an organiser.

use actix_web::{HttpResponse, web};

use super::show;
use crate::error::{Error, Result};
use crate::organisers::domain::{parse_domain, tie_domain, untie_domain};
use crate::organisers::organiser;
use crate::web::Ctx;
use crate::web::forms::{Errors, Fields, Form};

/// `POST /organisers/{code}/domains`: ties a domain to the organiser.
pub async fn create(ctx: Ctx, code: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let by = super::editor(&ctx)?;
    let code = code.into_inner();
    let wanted = code.clone();
    ctx.read(move |db| organiser::find(db, &wanted)).await?;
    let domain = match parse_domain(fields.text("domain")) {
        Ok(domain) => domain,
        Err(key) => return again(&ctx, code, fields, key).await,
    };
    let to = code.clone();
    let tied = ctx.write(move |tx| tie_domain(tx, &to, &domain, &by)).await;
    match tied {
        Ok(()) => {
            Ok(ctx.redirect_saying(format!("/organisers/{code}#domains"), "flash-organiser-domain-tied"))
        }
        Err(Error::Conflict(key)) => again(&ctx, code, fields, key).await,
        Err(error) => Err(error),
    }
}

/// `POST /organisers/{code}/domains/{domain}/end`: unties it.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let by = super::editor(&ctx)?;
    let (code, domain) = path.into_inner();
    let back = format!("/organisers/{code}#domains");
    ctx.write(move |tx| untie_domain(tx, &code, &domain, &by)).await?;
    Ok(ctx.redirect_saying(back, "flash-organiser-domain-untied"))
}

async fn again(ctx: &Ctx, code: String, fields: Fields, key: &'static str) -> Result<HttpResponse> {
    let form = Form::failed(fields, Errors::one("domain", key), ctx.lang);
    let page = show::page_of(ctx, code, &Fields::default(), form).await?;
    ctx.invalid(&page)
}
