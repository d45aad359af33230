//! Having read a story, as the script of its page says.

use actix_web::HttpResponse;
use chrono::DateTime;

use crate::db::types::Timestamp;
use crate::error::{Error, Result};
use crate::posts::{find_visible, reading};
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /posts/{id}/reading`: the story was in sight, as it stood at the moment `at`. Says nothing back: 204.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let at = DateTime::parse_from_rfc3339(fields.text("at")).map_or(now, |at| at.to_utc().into());
    ctx.write(move |tx| {
        let post = find_visible(tx, id, Some(person))?;
        if !reading::is_out(&post) {
            return Err(Error::NotFound);
        }
        // Nobody has read what is still to be written.
        reading::note(tx, id, person, Timestamp::min(at, now))
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
