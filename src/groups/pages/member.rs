//! Taking somebody into a group and out of it, for coordinators.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::group::coordinated;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::{self, Group, Member};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "groups/members.html")]
struct Index {
    chrome: Chrome,
    group: Group,
    members: Vec<Member>,
    search: String,
    seats: Vec<(String, String)>,
}

impl Index {
    fn shown(&self, member: &Member) -> String {
        member.shown(self.chrome.language)
    }
}

/// `GET /groups/{id}/members`: who is in it, and whom a search finds to take in.
pub async fn index(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let group = coordinated(&ctx, id.0).await?;
    let (search, lang) = (Fields::of_query(&request).text("q").to_owned(), ctx.lang);
    let wanted = search.clone();
    let (group, members, found) = ctx
        .read(move |db| {
            let members = groups::members_of(db, group.id)?;
            let found = groups::candidates(db, group.network_id, &wanted, lang)?;
            Ok((group, members, found))
        })
        .await?;
    let inside = |id: &Id| members.iter().any(|member| member.seat_id == *id);
    let seats = found.into_iter().filter(|(id, _)| !inside(id)).map(|(id, label)| (id.to_string(), label));
    let seats = seats.collect();
    ctx.page(&Index { chrome: ctx.chrome("groups", "group-members-title"), group, members, search, seats })
}

/// `POST /groups/{id}/members`: takes a seat of the network in and tells its holder.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let group = coordinated(&ctx, id.0).await?;
    let seat: Id = fields.text("seat_id").parse().map_err(|_| Error::NotFound)?;
    let app = ctx.app.clone();
    ctx.write(move |tx| groups::take_in(tx, &app, &group, seat)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{}/members", id.0), "flash-group-member-added"))
}

/// `POST /groups/{id}/members/{seat}/end`: takes a seat out.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (group, seat) = path.into_inner();
    let id: Id = group.parse().map_err(|_| Error::NotFound)?;
    let seat: Id = seat.parse().map_err(|_| Error::NotFound)?;
    let group = coordinated(&ctx, id).await?;
    let (app, now) = (ctx.app.clone(), ctx.now());
    ctx.write(move |tx| groups::remove_member(tx, &app, group.id, seat, now)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{id}/members"), "flash-group-member-removed"))
}
