//! Saying that something is wrong with a story or a comment.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::markdown;
use crate::networks::{self, Network};
use crate::posts::hiding::{Entry, NewReport, latest_hidden, latest_reports, report};
use crate::posts::{Post, comment, forms};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/report_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    about: About,
}

/// What the report is about.
struct About {
    subject: Id,
    post: Post,
    /// Where it is, which is where the form goes too.
    path: String,
    /// What a comment says, HTML.
    html: Option<String>,
}

type Find = fn(&mut Db, Id, Id) -> Result<About>;

#[derive(Template)]
#[template(path = "posts/reports.html")]
struct Index {
    chrome: Chrome,
    network: Network,
    /// What readers said, and what coordinators did about comments.
    logs: [(&'static str, Vec<Entry>); 2],
    zone: chrono_tz::Tz,
}

impl Index {
    fn is_empty(&self) -> bool {
        self.logs.iter().all(|(_, entries)| entries.is_empty())
    }

    /// `Anna Ek, 3 december 2026 10:00`.
    fn said(&self, entry: &Entry) -> String {
        let by = entry.by.clone().unwrap_or_else(|| self.chrome.t("person-protected"));
        format!("{by}, {}", self.chrome.language.moment(entry.at, self.zone))
    }
}

/// `GET /networks/{slug}/reports`: what readers have reported and coordinators have hidden, for the coordinators.
pub async fn index(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let zone = person.time_zone;
    let read = ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let logs = [
            ("reports-said", latest_reports(db, network.id)?),
            ("reports-hidden", latest_hidden(db, network.id)?),
        ];
        Ok((network, logs))
    });
    let (network, logs) = read.await?;
    ctx.page(&Index { chrome: ctx.chrome("networks", "reports-title"), network, logs, zone })
}

/// `GET /posts/{id}/reports/new`: a reader says what is wrong with the story.
pub async fn of_story(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    new(ctx, id, story).await
}

/// `POST /posts/{id}/reports`: tells the coordinators.
pub async fn create_of_story(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    create(ctx, id, fields, story).await
}

/// `GET /comments/{id}/reports/new`: a reader says what is wrong with the comment.
pub async fn of_comment(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    new(ctx, id, remark).await
}

/// `POST /comments/{id}/reports`: tells the coordinators.
pub async fn create_of_comment(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    create(ctx, id, fields, remark).await
}

async fn new(ctx: Ctx, id: Id, find: Find) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let about = ctx.read(move |db| find(db, id, person)).await?;
    ctx.page(&New { chrome: ctx.chrome("posts", "report-title"), form: Form::empty(ctx.lang), about })
}

async fn create(ctx: Ctx, id: Id, fields: Fields, find: Find) -> Result<HttpResponse> {
    let by = ctx.person()?.id;
    let about = ctx.read(move |db| find(db, id, by)).await?;
    let reason = match forms::reason(&fields) {
        Ok(reason) => reason,
        Err(errors) => {
            let chrome = ctx.chrome("posts", "report-title").with_errors();
            return ctx.invalid(&New { chrome, form: Form::failed(fields, errors, ctx.lang), about });
        }
    };
    let (app, place) = (ctx.app.clone(), about.path.clone());
    ctx.write(move |tx| {
        let new = NewReport { subject: about.subject, path: &about.path, reason: &reason };
        report(tx, &app, &about.post, &new, by)
    })
    .await?;
    Ok(ctx.redirect_saying(place, "flash-reported"))
}

/// A story that others read, for somebody who does and did not write it.
fn story(db: &mut Db, id: Id, person: Id) -> Result<About> {
    let post = crate::posts::find_visible(db, id, Some(person))?;
    if post.author_id == person {
        return Err(Error::NotFound);
    }
    Ok(About { subject: id, path: format!("/posts/{id}"), html: None, post })
}

/// A comment that stands, for somebody who reads it and did not write it.
fn remark(db: &mut Db, id: Id, person: Id) -> Result<About> {
    let found = comment::find_standing(db, id, Some(person))?;
    if found.author_id == person {
        return Err(Error::NotFound);
    }
    let html = Some(markdown::to_html(&found.body));
    Ok(About { subject: id, path: format!("/comments/{id}"), html, post: found.post })
}
