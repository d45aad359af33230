//! Stopping a search in the background.

use actix_web::HttpResponse;

use crate::error::Result;
use crate::rounds;
use crate::rounds::search::{self, Stopped};
use crate::web::{Ctx, IdPath};

/// `POST /rounds/{id}/search/end`: stops the search and keeps the best so far.
pub async fn destroy(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let stopped = ctx
        .write(move |tx| {
            let round = rounds::coordinated(tx, id.0, &person)?;
            search::stop(tx, round.id, now)
        })
        .await?;
    let said = match stopped {
        Stopped::Keeping => "flash-round-search-keeping",
        Stopped::Gone => "flash-round-search-gone",
    };
    Ok(ctx.redirect_saying(format!("/rounds/{}", id.0), said))
}
