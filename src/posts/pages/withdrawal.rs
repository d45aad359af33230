//! Withdrawing a story: the author, or a coordinator who says why.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
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
    let (app, now, address) = (ctx.app.clone(), ctx.now(), ctx.address().to_owned());
    ctx.write(move |tx| {
        post::withdraw(tx, id, now)?;
        if !own {
            let event = Audit {
                actor: Some(person.id),
                action: "post-withdrawn",
                subject: id.to_string(),
                address: Some(&address),
            };
            audit(tx, &event, now)?;
            Withdrawn::queue(tx, &app, &post, &reason)?;
        }
        Ok(())
    })
    .await?;
    Ok(ctx.redirect_saying("/posts", "flash-post-withdrawn"))
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
