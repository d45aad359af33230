//! Calendars: one meetup to download, all of mine or of a group of mine to subscribe to.

use std::time::SystemTime;

use actix_web::http::header::{self, CONTENT_DISPOSITION, HttpDate};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, TimeDelta, Utc};

use crate::accounts;
use crate::db::types::Timestamp;
use crate::error::{Error, Result};
use crate::groups;
use crate::meetups::answer::said_by;
use crate::meetups::feed::{self, Feed};
use crate::meetups::visible;
use crate::web::{Ctx, IdPath};

const TYPE: &str = "text/calendar; charset=utf-8";

/// `GET /meetups/{id}/calendar`: the meetup as a file.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (app, lang) = (ctx.app.clone(), ctx.lang);
    let (name, ics) = ctx
        .read(move |db| {
            let (meetup, group, _) = visible(db, id, &person)?;
            let answer = match groups::seat_in(db, group.id, person.id) {
                Ok(seat) => said_by(db, id, seat)?.map(|said| said.answer),
                Err(Error::NotFound) => None,
                Err(error) => return Err(error),
            };
            let date = meetup.starts_at.0.format("%Y-%m-%d");
            Ok((format!("meetup-{date}.ics"), feed::of_meetup(&app, &meetup, &group.name, lang, answer)))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type(TYPE)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(ics))
}

/// `GET /feeds/{token}.ics`: everything in a person's calendar, or in that of a group. The address is the key to it.
pub async fn subscription(ctx: Ctx, token: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (app, now) = (ctx.app.clone(), ctx.now());
    let feed = ctx.read(move |db| {
        let whose = accounts::calendar_feed(db, &token)?;
        feed::of_person(db, &app, &whose)
    });
    let feed = feed.await?;
    let known = is_known(&request, &feed, now);
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::ETAG, feed.etag))
        .insert_header((header::LAST_MODIFIED, HttpDate::from(SystemTime::from(feed.modified.utc()))))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"));
    Ok(if known { response.finish() } else { response.content_type(TYPE).body(feed.ics) })
}

/// Whether the client has this already. `If-None-Match` decides when it is sent; a date is believed for a day only,
/// because seats change hands without leaving a time.
fn is_known(request: &HttpRequest, feed: &Feed, now: Timestamp) -> bool {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(tags) = header(header::IF_NONE_MATCH) {
        return tags
            .split(',')
            .any(|tag| tag.trim().trim_start_matches("W/") == feed.etag || tag.trim() == "*");
    }
    let since = header(header::IF_MODIFIED_SINCE).and_then(|text| DateTime::parse_from_rfc2822(text).ok());
    since.is_some_and(|since| {
        let since = since.with_timezone(&Utc);
        since.timestamp() >= feed.modified.utc().timestamp() && since > (now - TimeDelta::days(1)).utc()
    })
}
