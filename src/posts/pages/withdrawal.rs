//! Withdrawing a story: the author, or a coordinator who says why.

use actix_web::HttpResponse;
use askama::Template;

use crate::app::App;
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks;
use crate::posts::mail::Withdrawn;
use crate::posts::{Post, forms, post};
use crate::web::forms::{Fields, Form};
use crate::web::{Audit, Chrome, Ctx, CurrentPerson, IdPath, audit};

#[derive(Template)]
#[template(path = "posts/withdrawal_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    post: Post,
    own: bool,
}

/// `GET /posts/{id}/withdrawal/new`: what withdrawing does; coordinators write why.
pub async fn new(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (post, own) = ctx.read(move |db| find(db, id, &person)).await?;
    ctx.page(&New {
        chrome: ctx.chrome("posts", "post-withdraw-title"),
        form: Form::empty(ctx.lang),
        post,
        own,
    })
}

/// `POST /posts/{id}/withdrawal`: withdraws; the author of somebody else's story gets the reason by mail.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let asking = person.clone();
    let (post, own) = ctx.read(move |db| find(db, id, &asking)).await?;
    let reason = match forms::reason(&fields) {
        Ok(reason) => reason,
        Err(_) if own => String::new(),
        Err(errors) => {
            let chrome = ctx.chrome("posts", "post-withdraw-title").with_errors();
            return ctx.invalid(&New { chrome, form: Form::failed(fields, errors, ctx.lang), post, own });
        }
    };
    let (app, address) = (ctx.app.clone(), ctx.address().to_owned());
    ctx.write(move |tx| match own {
        true => post::withdraw(tx, id, app.clock.now()),
        false => take_away(tx, &app, &post, &reason, (person.id, &address)),
    })
    .await?;
    Ok(ctx.redirect_saying("/posts", "flash-post-withdrawn"))
}

/// Withdraws somebody else's story, which is written down, and tells the author why.
fn take_away(tx: &mut Tx<'_>, app: &App, post: &Post, reason: &str, (by, address): (Id, &str)) -> Result<()> {
    let (now, subject, address) = (app.clock.now(), post.id.to_string(), Some(address));
    post::withdraw(tx, post.id, now)?;
    audit(tx, &Audit { actor: Some(by), action: "post-withdrawn", subject, address }, now)?;
    Withdrawn::queue(tx, app, post, reason)
}

/// The story and whether it is the person's own; for those who may withdraw it only.
fn find(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Post, bool)> {
    let post = crate::posts::find_visible(db, id, Some(person.id))?;
    let own = post.author_id == person.id;
    if own || networks::is_coordinator(db, post.network_id, person)? {
        Ok((post, own))
    } else {
        Err(Error::NotFound)
    }
}
