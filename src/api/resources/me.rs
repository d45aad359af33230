//! The person behind the token.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::groups::GroupItem;
use super::networks::NetworkItem;
use crate::accounts::{self, Purpose};
use crate::api::caller::{Caller, json};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Id;
use crate::error::Result;
use crate::{groups, networks, seats};

/// Who the token belongs to, and where they belong.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// Identifier.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Address.
    pub email: String,
    /// `sv` or `en`.
    pub language: String,
    /// IANA time zone.
    pub time_zone: String,
    /// The seats held now.
    pub seats: Vec<SeatItem>,
    /// The networks they are a member of.
    pub networks: Vec<NetworkItem>,
    /// The groups they are in.
    pub groups: Vec<GroupItem>,
    /// Address of the calendar of all meetups.
    pub calendar_feed: String,
    /// Address of the Atom feed of stories.
    pub atom_feed: String,
}

/// A seat.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatItem {
    /// Identifier.
    pub id: String,
    /// What the role is called.
    pub role: String,
    /// `board`, `administration`, `principal` or `teacher`.
    pub level: String,
    /// Code of the organiser.
    pub organiser_code: String,
    /// Name of the organiser.
    pub organiser_name: String,
    /// Whether the organiser or a coordinator has confirmed it.
    pub confirmed: bool,
}

impl From<seats::HeldSeat> for SeatItem {
    fn from(seat: seats::HeldSeat) -> Self {
        SeatItem {
            id: seat.id.to_string(),
            role: seat.role,
            level: seat.level.to_string(),
            organiser_code: seat.organiser_code,
            organiser_name: seat.organiser_name,
            confirmed: seat.confirmed_at.is_some(),
        }
    }
}

/// The person behind the token. The addresses of the feeds are made on the first request.
#[utoipa::path(get, path = "/api/v1/me", tag = "me", security(("bearer" = [])),
    responses((status = 200, body = Me), (status = 401, body = crate::api::problem::Problem)))]
pub async fn show(caller: Caller) -> Result<HttpResponse> {
    let person = caller.reader()?.clone();
    let (app, id) = (caller.ctx.app.clone(), person.id);
    let (seats, networks, groups) = caller
        .ctx
        .read(move |db| {
            Ok((seats::held_by(db, id)?, networks::of_person(db, id)?, groups::of_person(db, id)?))
        })
        .await?;
    let (calendar_feed, atom_feed) = caller.ctx.write(move |tx| feeds(tx, &app, id)).await?;
    json(&Me {
        id: id.to_string(),
        name: person.name,
        email: person.email,
        language: person.language.to_string(),
        time_zone: person.time_zone.name().to_owned(),
        seats: seats.into_iter().map(SeatItem::from).collect(),
        networks: networks.into_iter().map(NetworkItem::from).collect(),
        groups: groups.into_iter().map(GroupItem::from).collect(),
        calendar_feed,
        atom_feed,
    })
}

/// The addresses of a person's calendar and stories.
fn feeds(tx: &mut Tx<'_>, app: &App, person: Id) -> Result<(String, String)> {
    let calendar = accounts::feed_token(tx, app, Purpose::CalendarFeed, person)?;
    let atom = accounts::feed_token(tx, app, Purpose::AtomFeed, person)?;
    let link = |path: String| app.config.link(&path);
    Ok((link(format!("/feeds/{calendar}.ics")), link(format!("/feeds/{atom}.atom"))))
}
