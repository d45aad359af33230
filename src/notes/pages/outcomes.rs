//! Decisions and promises: writing them down, mending them, ticking them off.

use actix_web::HttpResponse;
use askama::Template;

use super::show::{Seats, invalid, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::{self, Group, Member};
use crate::meetups::{self, Meetup};
use crate::notes::note::must_be_writable;
use crate::notes::outcome::{find, remove, reopen, update as change};
use crate::notes::{Kind, NewOutcome, add_outcome, forms, mark_done};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath, safe_return_to};

/// `POST /meetups/{id}/decisions`: writes a decision down.
pub async fn decide(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    create(ctx, id, fields, Kind::Decision).await
}

/// `POST /meetups/{id}/promises`: writes a promise down.
pub async fn promise(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    create(ctx, id, fields, Kind::Promise).await
}

async fn create(ctx: Ctx, id: Id, fields: Fields, kind: Kind) -> Result<HttpResponse> {
    let (.., members) = about(&ctx, id).await?;
    match parsed(&ctx, &fields, kind, &members, None)? {
        Ok(new) => {
            let (by, now) = (ctx.person()?.id, ctx.now());
            ctx.write(move |tx| add_outcome(tx, id, &new, by, now)).await?;
            Ok(ctx.redirect_saying(format!("/meetups/{id}/notes#outcomes"), "flash-outcome-added"))
        }
        Err(errors) => invalid(&ctx, id, fields, errors).await,
    }
}

#[derive(Template)]
#[template(path = "notes/outcome_edit.html")]
struct Edit {
    chrome: Chrome,
    id: Id,
    kind: Kind,
    meetup: Meetup,
    group: Group,
    seats: Seats,
    form: Form,
}

/// `GET /outcomes/{id}/edit`: the form with what is there.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (meetup, outcome) = seen(&ctx, id).await?;
    let (meetup, group, members) = about(&ctx, meetup).await?;
    let form = Form::filled(forms::filled(&outcome), ctx.lang);
    let (chrome, seats) = (ctx.chrome("meetups", "outcome-edit-title"), seats(&members, ctx.lang));
    ctx.page(&Edit { chrome, id, kind: outcome.kind, meetup, group, seats, form })
}

/// `POST /outcomes/{id}`: says something else of it.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (meetup, before) = seen(&ctx, id).await?;
    let (meetup, group, members) = about(&ctx, meetup).await?;
    match parsed(&ctx, &fields, before.kind, &members, Some(&before))? {
        Ok(new) => {
            ctx.write(move |tx| change(tx, id, &new)).await?;
            let notes = format!("/meetups/{}/notes#outcomes", meetup.id);
            Ok(ctx.redirect_saying(notes, "flash-outcome-changed"))
        }
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "outcome-edit-title").with_errors();
            let (form, seats) = (Form::failed(fields, errors, ctx.lang), seats(&members, ctx.lang));
            ctx.invalid(&Edit { chrome, id, kind: before.kind, meetup, group, seats, form })
        }
    }
}

/// `POST /outcomes/{id}/removal`: takes it away.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (meetup, _) = seen(&ctx, id).await?;
    ctx.write(move |tx| remove(tx, id)).await?;
    Ok(ctx.redirect_saying(format!("/meetups/{meetup}/notes#outcomes"), "flash-outcome-removed"))
}

/// `POST /outcomes/{id}/completion`: a promise is kept; back to `return_to`.
pub async fn complete(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (meetup, _) = seen(&ctx, id).await?;
    let (by, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| mark_done(tx, id, by, now)).await?;
    let notes = format!("/meetups/{meetup}/notes#outcomes");
    Ok(ctx.redirect_saying(safe_return_to(fields.raw("return_to"), &notes), "flash-outcome-done"))
}

/// `POST /outcomes/{id}/reopening`: it was not, after all.
pub async fn reopened(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (meetup, _) = seen(&ctx, id).await?;
    ctx.write(move |tx| reopen(tx, id)).await?;
    Ok(ctx.redirect_saying(format!("/meetups/{meetup}/notes#outcomes"), "flash-outcome-reopened"))
}

fn parsed(
    ctx: &Ctx,
    fields: &Fields,
    kind: Kind,
    members: &[Member],
    before: Option<&NewOutcome>,
) -> Result<Result<NewOutcome, Errors>> {
    let seats: Vec<Id> = members.iter().map(|member| member.seat_id).collect();
    let today = forms::today(ctx.now(), ctx.person()?.time_zone);
    Ok(forms::outcome(fields, kind, &seats, before, today))
}

/// An outcome that this person may change.
async fn seen(ctx: &Ctx, id: Id) -> Result<(Id, NewOutcome)> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| {
        let (meetup, outcome) = find(db, id)?;
        let (meetup, group, _) = meetups::visible(db, meetup, &person)?;
        must_be_writable(&meetup, &group)?;
        Ok((meetup.id, outcome))
    })
    .await
}

/// The meetup if this person may write about it, and who is in the group.
async fn about(ctx: &Ctx, meetup: Id) -> Result<(Meetup, Group, Vec<Member>)> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| {
        let (meetup, group, _) = meetups::visible(db, meetup, &person)?;
        must_be_writable(&meetup, &group)?;
        let members = groups::members_of(db, group.id)?;
        Ok((meetup, group, members))
    })
    .await
}
