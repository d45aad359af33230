//! A request before it is known who asks.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::Ctx;
use crate::db::Db;
use crate::error::{Error, Result};

/// A request to a page that is read in one go: who asks, and then what they may see. Handlers that take a [`Ctx`] learn
/// first who asks and then read, which is two ways to a blocking thread and back; it shows on the pages that are asked
/// for most.
pub struct Visit(HttpRequest);

impl Visit {
    /// Learns who asks, then reads the page with it.
    pub async fn read<T, F>(self, f: F) -> Result<(Ctx, T)>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db, &Ctx) -> Result<T> + Send + 'static,
    {
        let ctx = Ctx::stranger(&self.0)?;
        let database = ctx.app.database.clone();
        let read = database.read(move |db| {
            let ctx = ctx.recognised(db)?;
            let page = f(db, &ctx);
            Ok((ctx, page))
        });
        let (ctx, page) = read.await?;
        ctx.note_use().await;
        match page {
            Ok(page) => Ok((ctx, page)),
            Err(error) => {
                // The error page is for the same person.
                self.0.extensions_mut().insert(ctx);
                Err(error)
            }
        }
    }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Visit(request.clone())))
    }
}
