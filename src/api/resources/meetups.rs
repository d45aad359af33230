//! Meetups.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::listed::{Listed, Window};
use crate::error::Result;
use crate::meetups::{self, Meetup, MeetupSummary};
use crate::web::IdPath;
use crate::web::forms::Fields;

/// A meetup.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeetupItem {
    /// Identifier.
    pub id: String,
    /// The group that meets.
    pub group_id: String,
    /// Title.
    pub title: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// IANA name of the zone the wall time was given in.
    pub time_zone: String,
    /// Where; may be empty.
    pub place: String,
    /// Where online; may be empty.
    pub link: String,
    /// The series that it is in; null for one by itself.
    pub series_id: Option<String>,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// What was said when it was cancelled; may be empty.
    pub cancelled_why: String,
    /// Whether the person has answered yes and is there online, though there is a place.
    pub online: bool,
    /// What the person has answered: `yes`, `maybe`, `no`, `waiting` (for a place) or null.
    pub my_answer: Option<String>,
}

impl From<MeetupSummary> for MeetupItem {
    fn from(meetup: MeetupSummary) -> Self {
        MeetupItem {
            id: meetup.id.to_string(),
            group_id: meetup.group_id.to_string(),
            title: meetup.title,
            starts_at: meetup.starts_at.utc(),
            ends_at: meetup.ends_at.utc(),
            time_zone: meetup.time_zone,
            place: meetup.place,
            link: meetup.link,
            series_id: meetup.series_id.map(|id| id.to_string()),
            cancelled: meetup.cancelled,
            cancelled_why: meetup.cancelled_why,
            online: meetup.i_am_online,
            my_answer: match meetup.my_answer {
                Some(_) if meetup.i_wait => Some("waiting".to_owned()),
                said => said.map(|answer| answer.to_string()),
            },
        }
    }
}

/// A meetup with its agenda.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeetupDetail {
    /// Identifier.
    pub id: String,
    /// The group that meets.
    pub group_id: String,
    /// Title.
    pub title: String,
    /// What it is about, Markdown.
    pub agenda: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// IANA name of the zone the wall time was given in.
    pub time_zone: String,
    /// Where; may be empty.
    pub place: String,
    /// Where online; may be empty.
    pub link: String,
    /// Code of the municipality that the place is in, where that is said.
    pub municipality: Option<String>,
    /// How many may say yes (in the room, where there is a link too); null when there is room for all.
    pub capacity: Option<i32>,
    /// The series that it is in; null for one by itself.
    pub series_id: Option<String>,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// What was said when it was cancelled; may be empty.
    pub cancelled_why: String,
}

impl From<Meetup> for MeetupDetail {
    fn from(meetup: Meetup) -> Self {
        MeetupDetail {
            id: meetup.id.to_string(),
            group_id: meetup.group_id.to_string(),
            title: meetup.title,
            agenda: meetup.agenda,
            starts_at: meetup.starts_at.utc(),
            ends_at: meetup.ends_at.utc(),
            time_zone: meetup.time_zone,
            place: meetup.place,
            link: meetup.link,
            municipality: meetup.municipality,
            capacity: meetup.capacity,
            series_id: meetup.series_id.map(|id| id.to_string()),
            cancelled: meetup.cancelled_at.is_some(),
            cancelled_why: meetup.cancelled_why,
        }
    }
}

/// The coming meetups of the person's groups, soonest first.
#[utoipa::path(get, path = "/api/v1/meetups", tag = "meetups", security(("bearer" = [])),
    params(("limit" = Option<usize>, Query, description = "1 to 200"),
        ("after" = Option<String>, Query, description = "next of the page before"),
        ("group_id" = Option<String>, Query, description = "of this group"),
        ("series_id" = Option<String>, Query, description = "of this series")),
    responses((status = 200, body = Listed<MeetupItem>), (status = 401, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    let (person, window, now) = (caller.reader()?.id, Window::of(&request)?, caller.ctx.now());
    let coming = caller.ctx.read(move |db| meetups::coming_of_person(db, person, now, 1000)).await?;
    let query = Fields::of_query(&request);
    let wanted = |name: &str, id: Option<&str>| matches!(query.text(name), text if text.is_empty() || id == Some(text));
    let items = coming.into_iter().map(MeetupItem::from);
    let items = items.filter(|item| {
        wanted("group_id", Some(&item.group_id)) && wanted("series_id", item.series_id.as_deref())
    });
    let items = items.collect();
    json(&window.cut(items, |item: &MeetupItem| item.id.clone()))
}

/// One meetup of the person's groups.
#[utoipa::path(get, path = "/api/v1/meetups/{id}", tag = "meetups", security(("bearer" = [])),
    params(("id" = String, Path, description = "identifier")),
    responses((status = 200, body = MeetupDetail), (status = 404, body = crate::api::problem::Problem)))]
pub async fn show(caller: Caller, id: IdPath) -> Result<HttpResponse> {
    let person = caller.reader()?.clone();
    let (meetup, _, _) = caller.ctx.read(move |db| meetups::visible(db, id.0, &person)).await?;
    json(&MeetupDetail::from(meetup))
}
