//! Joining, asking, answering and leaving.

use actix_web::{HttpResponse, web};

use super::id_of;
use super::network::rendered;
use crate::error::{Error, Result};
use crate::networks::membership::{self, MembershipState};
use crate::networks::{self, joining};
use crate::seats;
use crate::web::Ctx;
use crate::web::forms::{Check, Fields, Form};

/// `POST /networks/{slug}/memberships`: joins with one of my seats, or asks to.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let mut check = Check::of(&fields);
    let message = check.text("message", 0..=1000);
    if let Err(errors) = check.done() {
        let form = Form::failed(fields, errors, ctx.lang);
        return ctx.invalid(&rendered(&ctx, slug.into_inner(), form).await?);
    }
    let seat = id_of(fields.text("seat"))?;
    let (state, slug) = ctx
        .write(move |tx| {
            let network = networks::visible(tx, &slug, Some(&person))?;
            let seat = seats::held_by(tx, person.id)?.into_iter().find(|held| held.id == seat);
            let seat = seat.ok_or(Error::NotFound)?;
            let state = joining::join_or_ask(tx, &app, &network, &person, &seat, &message)?;
            Ok((state, network.slug))
        })
        .await?;
    let said = if state == MembershipState::Active { "flash-network-joined" } else { "flash-network-asked" };
    Ok(ctx.redirect_saying(format!("/networks/{slug}"), said))
}

/// `POST /networks/{slug}/memberships/{id}/end`: leaves, or takes somebody out.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (slug, id) = path.into_inner();
    let (own, stays) = ctx
        .write(move |tx| {
            let network = networks::visible(tx, &slug, Some(&person))?;
            let membership = membership::find_membership(tx, network.id, id_of(&id)?)?;
            let own = membership.person_id == Some(person.id);
            if !own && !networks::is_coordinator(tx, network.id, &person)? {
                return Err(Error::NotFound);
            }
            membership::end(tx, membership.id, now)?;
            let stays = networks::visible(tx, &slug, Some(&person)).is_ok();
            Ok((own, stays.then_some(network.slug)))
        })
        .await?;
    Ok(match stays {
        Some(slug) if own => ctx.redirect_saying(format!("/networks/{slug}"), "flash-network-left"),
        Some(slug) => ctx.redirect_saying(format!("/networks/{slug}/members"), "flash-member-removed"),
        None => ctx.redirect_saying("/networks", "flash-network-left"),
    })
}

/// `POST /networks/{slug}/memberships/{id}/acceptance`: lets somebody in.
pub async fn accept(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    decide(ctx, path.into_inner(), true).await
}

/// `POST /networks/{slug}/memberships/{id}/decline`: does not.
pub async fn decline(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    decide(ctx, path.into_inner(), false).await
}

async fn decide(ctx: Ctx, (slug, id): (String, String), accept: bool) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            let request = membership::find_membership(tx, network.id, id_of(&id)?)?;
            joining::answer(tx, &app, &network, &request, accept, person.id)?;
            Ok(network.slug)
        })
        .await?;
    let said = if accept { "flash-request-accepted" } else { "flash-request-declined" };
    Ok(ctx.redirect_saying(format!("/networks/{slug}/members"), said))
}
