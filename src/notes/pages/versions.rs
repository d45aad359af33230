//! The versions of notes.

use actix_web::HttpResponse;
use askama::Template;
use chrono_tz::Tz;

use crate::error::Result;
use crate::meetups::{self, Meetup};
use crate::notes::version::{Version, versions};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "notes/versions.html")]
struct Index {
    chrome: Chrome,
    meetup: Meetup,
    versions: Vec<Version>,
    zone: Tz,
}

impl Index {
    fn moment(&self, version: &Version) -> String {
        self.chrome.language.moment(version.at, self.zone)
    }

    fn by(&self, version: &Version) -> String {
        version.by.clone().unwrap_or_else(|| self.chrome.t("person-protected"))
    }
}

/// `GET /meetups/{id}/notes/versions`: who saved what when, the newest first.
pub async fn index(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let zone = person.time_zone;
    let (meetup, versions) = ctx
        .read(move |db| {
            let (meetup, ..) = meetups::visible(db, id, &person)?;
            Ok((meetup, versions(db, id)?))
        })
        .await?;
    ctx.page(&Index { chrome: ctx.chrome("meetups", "notes-versions-title"), meetup, versions, zone })
}
