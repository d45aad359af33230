//! Meetups.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::posts::{created, parse};
use crate::api::caller::{Caller, json};
use crate::api::idempotency::Key;
use crate::api::listed::{Listed, Window};
use crate::api::problem::invalid;
use crate::db::Tx;
use crate::db::types::Id;
use crate::error::Result;
use crate::meetups::{self, Meetup, MeetupSummary, Proposal};
use crate::web::IdPath;
use crate::web::forms::{Errors, Fields};

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

impl MeetupDetail {
    /// As it is now, as JSON.
    pub(super) fn text(tx: &mut Tx<'_>, id: Id) -> Result<String> {
        Ok(serde_json::to_string(&MeetupDetail::from(meetups::find(tx, id)?))?)
    }
}

/// A meetup to propose, or a series of them.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewMeetupBody {
    /// The group that meets.
    pub group_id: String,
    /// Title, 1 to 120 characters.
    pub title: String,
    /// What it is about, Markdown.
    pub agenda: String,
    /// The day, `2027-01-13`; of a series, the first.
    pub date: String,
    /// When it begins by the clock, `13:00`; at the same time on all days of a series.
    pub starts: String,
    /// When it ends by the clock, later the same day.
    pub ends: String,
    /// IANA name of the zone that the clock shows; the person's own when left out.
    pub time_zone: String,
    /// Where; there must be a place or a link.
    pub place: String,
    /// Code of the municipality that the place is in.
    pub municipality: String,
    /// Where online, an address with `https://` or `http://`.
    pub link: String,
    /// How many may say yes, 2 to 500 (in the room, where there is a link too); everybody when left out.
    pub capacity: Option<i32>,
    /// How it is repeated: `weeks` (every so many), `monthly` (the same weekday as often into each month) or `last` (the last such
    /// weekday of each month). Left out for a single meetup.
    pub repeats: String,
    /// Every so many weeks, 1 to 12, where it is repeated by `weeks`.
    pub every: Option<i32>,
    /// The last day that the series may have, within two years and for 52 meetups at most.
    pub until: String,
    /// Days to leave out of the series.
    pub without: Vec<String>,
}

impl NewMeetupBody {
    /// The fields of the form that say the same.
    fn fields(&self) -> Fields {
        let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
        let fields = Fields::from_pairs([
            ("title", &self.title),
            ("agenda", &self.agenda),
            ("date", &self.date),
            ("starts", &self.starts),
            ("ends", &self.ends),
            ("place", &self.place),
            ("municipality", &self.municipality),
            ("link", &self.link),
            ("capacity", &number(self.capacity)),
            ("repeats", &self.repeats),
            ("every", &number(self.every)),
            ("until", &self.until),
        ]);
        self.without.iter().fold(fields, |fields, day| fields.with("without", day))
    }
}

/// The zone of this name, or `usual` where none is named.
pub(super) fn zone(name: &str, usual: Tz) -> Result<Tz, Errors> {
    if name.is_empty() {
        Ok(usual)
    } else {
        name.parse().map_err(|_| Errors::one("time_zone", "error-choice"))
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

/// Proposes a meetup, or a series of them, in one of the person's groups and invites everybody in it. The answer is the meetup, of a
/// series the first; `GET /api/v1/meetups?series_id=` has them all.
#[utoipa::path(post, path = "/api/v1/meetups", tag = "meetups", security(("bearer" = [])), request_body = NewMeetupBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "the same key makes the same meetups")),
    responses((status = 201, body = MeetupDetail), (status = 404, body = crate::api::problem::Problem),
        (status = 409, body = crate::api::problem::Problem), (status = 422, body = crate::api::problem::Problem)))]
pub async fn create(caller: Caller, request: HttpRequest, body: String) -> Result<HttpResponse> {
    let (person, lang, now) = (caller.writer()?.clone(), caller.ctx.lang, caller.ctx.now());
    let new: NewMeetupBody = parse(&body)?;
    let Ok(group) = new.group_id.parse::<Id>() else {
        return invalid(&Errors::one("group_id", "error-choice"), lang);
    };
    let (by, usual) = (person.id, person.time_zone);
    caller.ctx.read(move |db| meetups::open_group(db, group, &person)).await?;
    let read = |zone| Proposal::parse(&new.fields(), group, zone, now);
    let proposal = match zone(&new.time_zone, usual).and_then(read) {
        Ok(proposal) => proposal,
        Err(errors) => return invalid(&errors, lang),
    };
    let (key, app) = (Key::of(&request, &body)?, caller.ctx.app.clone());
    let made = caller.ctx.write(move |tx| {
        key.once(tx, by, now, |tx| {
            let id = proposal.make(tx, &app, None, by)?;
            MeetupDetail::text(tx, id)
        })
    });
    created(made.await?, "/api/v1/meetups")
}
