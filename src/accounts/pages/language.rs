//! Changing language from any page.

use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;

use crate::accounts::set_language;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::web::forms::Fields;
use crate::web::{Ctx, cookies, safe_return_to};

/// `POST /language`: a setting for people, a cookie for strangers; back to `return_to`.
pub async fn create(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let lang: Lang = fields.raw("language").parse().map_err(|_| Error::BadRequest("error-choice"))?;
    let now = ctx.now();
    if let Some(person) = ctx.visitor().map(|person| person.id) {
        ctx.write(move |tx| set_language(tx, person, lang, now)).await?;
    }
    let mut response = ctx.redirect(safe_return_to(fields.raw("return_to"), "/"));
    let cookie =
        cookies::cookie(&ctx.app.config, cookies::LANGUAGE, lang.word().to_owned(), Duration::days(365));
    response.add_cookie(&cookie).map_err(Error::internal)?;
    Ok(response)
}
