//! The next digest, as it would come now.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::Frequency;
use crate::digests::compose;
use crate::digests::content::gather;
use crate::digests::mail::DigestMail;
use crate::digests::reader;
use crate::error::{Error, Result};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "digests/preview.html")]
struct Show {
    chrome: Chrome,
    mail: DigestMail,
    items: usize,
    frequency: Frequency,
    since: String,
}

impl Show {
    fn is_quiet(&self) -> bool {
        self.items == 0
    }
}

/// `GET /digests/preview`: what is new to me since my last digest.
pub async fn show(ctx: Ctx) -> Result<HttpResponse> {
    let (id, now, app) = (ctx.person()?.id, ctx.now(), ctx.app.clone());
    let (mail, items, frequency, reader) = ctx
        .read(move |db| {
            let reader = reader::some(db, &[id], now)?.into_iter().next().ok_or(Error::NotFound)?;
            let batch = gather(db, std::slice::from_ref(&reader), now)?;
            let content = batch.contents.into_iter().next().ok_or(Error::NotFound)?;
            let mail = DigestMail::of(&app, &reader, &content, &batch.about, None)?;
            Ok((mail, content.items(), reader.general, reader))
        })
        .await?;
    let since = ctx.lang.moment(reader.since, reader.zone);
    ctx.page(&Show { chrome: ctx.chrome("posts", "digest-preview-title"), mail, items, frequency, since })
}

/// `POST /digests`: mails it now. What it told does not come again with the next one.
pub async fn create(ctx: Ctx) -> Result<HttpResponse> {
    let sent = compose::run_for(&ctx.app, ctx.person()?.id, ctx.now()).await?;
    let said = if sent { "flash-digest-sent" } else { "flash-digest-nothing" };
    Ok(ctx.redirect_saying("/digests/preview", said))
}
