//! Changing and cancelling meetups.

use actix_web::{HttpRequest, HttpResponse};
use chrono_tz::Tz;
use serde::Deserialize;
use utoipa::ToSchema;

use super::meetups::{MeetupDetail, zone};
use super::posts::{created, parse};
use crate::api::caller::Caller;
use crate::api::idempotency::Key;
use crate::api::problem::invalid;
use crate::db::types::Id;
use crate::error::Result;
use crate::meetups::{self, Meetup};
use crate::web::IdPath;
use crate::web::forms::{Errors, Fields};

/// What about a meetup is to be different. What is left out stays as it is.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MeetupChangeBody {
    /// Title, 1 to 120 characters.
    pub title: Option<String>,
    /// What it is about, Markdown.
    pub agenda: Option<String>,
    /// The day, `2027-01-13`. The later ones of a series move as many days.
    pub date: Option<String>,
    /// When it begins by the clock, `13:00`.
    pub starts: Option<String>,
    /// When it ends by the clock, later the same day.
    pub ends: Option<String>,
    /// IANA name of the zone that the clock shows; that of the meetup when left out.
    pub time_zone: String,
    /// Where; there must be a place or a link.
    pub place: Option<String>,
    /// Code of the municipality that the place is in; empty for none.
    pub municipality: Option<String>,
    /// Where online; empty for nowhere.
    pub link: Option<String>,
    /// How many may say yes, 2 to 500; 0 for everybody.
    pub capacity: Option<i32>,
    /// `one` for this meetup alone, as when left out, or `later` for this and the later ones of its series.
    pub scope: String,
}

impl MeetupChangeBody {
    /// The fields of the form, with what is there where nothing is said.
    fn fields(self, meetup: &Meetup, zone: Tz) -> Fields {
        let places = |places: i32| if places == 0 { String::new() } else { places.to_string() };
        let said = [
            ("title", self.title),
            ("agenda", self.agenda),
            ("date", self.date),
            ("starts", self.starts),
            ("ends", self.ends),
            ("place", self.place),
            ("municipality", self.municipality),
            ("link", self.link),
            ("capacity", self.capacity.map(places)),
        ];
        let said = said.into_iter().filter_map(|(name, value)| Some((name, value?)));
        said.fold(meetups::filled(meetup, zone), |fields, (name, value)| fields.with_only(name, value))
    }
}

/// The end of a meetup that will not be.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct CancellationBody {
    /// What to say to the others, at most 500 characters.
    pub why: String,
    /// `one` for this meetup alone, as when left out, or `later` for this and the later ones of its series.
    pub scope: String,
}

/// Whether the later ones of a series are meant too.
fn reaches_later(scope: &str) -> Result<bool, Errors> {
    match scope {
        "" | "one" => Ok(false),
        "later" => Ok(true),
        _ => Err(Errors::one("scope", "error-choice")),
    }
}

/// Changes a meetup, or it and the later ones of its series, and tells everybody in the group what is new.
#[utoipa::path(post, path = "/api/v1/meetups/{id}/changes", tag = "meetups", security(("bearer" = [])),
    request_body = MeetupChangeBody,
    params(("id" = String, Path, description = "identifier of the meetup"),
        ("Idempotency-Key" = Option<String>, Header, description = "the same key changes once")),
    responses((status = 201, body = MeetupDetail), (status = 404, body = crate::api::problem::Problem),
        (status = 409, body = crate::api::problem::Problem), (status = 422, body = crate::api::problem::Problem)))]
pub async fn change(caller: Caller, id: IdPath, request: HttpRequest, body: String) -> Result<HttpResponse> {
    let (by, lang, now) = (caller.writer()?.id, caller.ctx.lang, caller.ctx.now());
    let (meetup, later) = seen(&caller, id.0).await?;
    let change: MeetupChangeBody = parse(&body)?;
    let read = || {
        let (all, zone) = (reaches_later(&change.scope)?, zone(&change.time_zone, meetup.zone())?);
        let reached = if all { &later[..] } else { &[] };
        let new = meetups::parse_change(&change.fields(&meetup, zone), (&meetup, reached), zone, now)?;
        Ok((new, if all { meetups::update_from } else { meetups::update }))
    };
    let (new, write) = match read() {
        Ok(read) => read,
        Err(errors) => return invalid(&errors, lang),
    };
    let (key, app) = (Key::of(&request, &body)?, caller.ctx.app.clone());
    let changed = caller.ctx.write(move |tx| {
        key.once(tx, by, now, |tx| {
            write(tx, &app, id.0, &new)?;
            MeetupDetail::text(tx, id.0)
        })
    });
    created(changed.await?, "/api/v1/meetups")
}

/// Cancels a meetup, or it and the later ones of its series, and tells everybody in the group. It cannot be undone.
#[utoipa::path(post, path = "/api/v1/meetups/{id}/cancellation", tag = "meetups", security(("bearer" = [])),
    request_body = CancellationBody,
    params(("id" = String, Path, description = "identifier of the meetup"),
        ("Idempotency-Key" = Option<String>, Header, description = "the same key cancels once")),
    responses((status = 201, body = MeetupDetail), (status = 404, body = crate::api::problem::Problem),
        (status = 409, body = crate::api::problem::Problem), (status = 422, body = crate::api::problem::Problem)))]
pub async fn cancel(caller: Caller, id: IdPath, request: HttpRequest, body: String) -> Result<HttpResponse> {
    let (by, lang, now) = (caller.writer()?.id, caller.ctx.lang, caller.ctx.now());
    seen(&caller, id.0).await?;
    let cancellation: CancellationBody = parse(&body)?;
    let why = meetups::parse_why(&Fields::from_pairs([("why", cancellation.why)]));
    let (all, why) = match reaches_later(&cancellation.scope).and_then(|all| Ok((all, why?))) {
        Ok(read) => read,
        Err(errors) => return invalid(&errors, lang),
    };
    let write = if all { meetups::cancel_from } else { meetups::cancel };
    let (key, app) = (Key::of(&request, &body)?, caller.ctx.app.clone());
    let cancelled = caller.ctx.write(move |tx| {
        key.once(tx, by, now, |tx| {
            write(tx, &app, id.0, &why, by)?;
            MeetupDetail::text(tx, id.0)
        })
    });
    created(cancelled.await?, "/api/v1/meetups")
}

/// The meetup, if the person sees it, and the later ones of its series.
async fn seen(caller: &Caller, id: Id) -> Result<(Meetup, Vec<Meetup>)> {
    let (person, now) = (caller.writer()?.clone(), caller.ctx.now());
    caller
        .ctx
        .read(move |db| {
            let (meetup, _, _) = meetups::visible(db, id, &person)?;
            let later = meetups::later_of(db, &meetup, now)?;
            Ok((meetup, later))
        })
        .await
}
