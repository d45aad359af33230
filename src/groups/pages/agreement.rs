//! What a group has agreed on.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "groups/agreement_edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    group: Group,
}

/// `GET /groups/{id}/agreement/edit`: the text.
pub async fn edit(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let group = inside(&ctx, id.0).await?;
    let form = Form::filled(Fields::from_pairs([("agreement", group.agreement.clone())]), ctx.lang);
    ctx.page(&Edit { chrome: ctx.chrome("groups", "group-agreement-edit"), form, group })
}

/// `POST /groups/{id}/agreement`: writes it down.
pub async fn update(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let group = inside(&ctx, id.0).await?;
    let mut check = Check::of(&fields);
    let agreement = check.text("agreement", 0..=8000);
    if let Err(errors) = check.done() {
        let form = Form::failed(fields, errors, ctx.lang);
        let chrome = ctx.chrome("groups", "group-agreement-edit").with_errors();
        return ctx.invalid(&Edit { chrome, form, group });
    }
    ctx.write(move |tx| groups::agree(tx, group.id, &agreement)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{}", id.0), "flash-group-agreed"))
}

async fn inside(ctx: &Ctx, id: Id) -> Result<Group> {
    let person = ctx.person()?.clone();
    let (group, access) = ctx.read(move |db| groups::visible(db, id, &person)).await?;
    if access == Access::Neighbour { Err(Error::NotFound) } else { Ok(group) }
}
