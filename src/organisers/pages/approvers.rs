//! Choosing who is asked before stories of an organiser's people are read beyond their group.

use actix_web::{HttpResponse, web};

use crate::error::{Error, Result};
use crate::organisers::{Editor, choose_approver};
use crate::web::Ctx;
use crate::web::forms::Fields;

/// `POST /organisers/{code}/approver`: the holder of `seat` is asked, or nobody.
pub async fn update(ctx: Ctx, code: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let by = Editor { person: Some(person.id), address: Some(ctx.address().to_owned()), now: ctx.now() };
    let seat = match fields.text("seat") {
        "none" => None,
        text => Some(text.parse().map_err(|_| Error::NotFound)?),
    };
    let code = code.into_inner();
    let back = format!("/organisers/{code}#approver");
    ctx.write(move |tx| choose_approver(tx, &code, seat, &person, &by)).await?;
    let said = if seat.is_some() { "flash-approver-chosen" } else { "flash-approver-none" };
    Ok(ctx.redirect_saying(back, said))
}
