//! What an approver is asked: a list, and each story as it would read, with yes or not yet.

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;
use chrono_tz::Tz;

use super::releases::sentences;
use super::show::parts;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::posts::approval::{self, Approval, Step};
use crate::posts::approval_list::{Listed, listed};
use crate::posts::approval_words::{sentence, step_to};
use crate::posts::{Post, Prompt, consent, forms, release};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/approvals.html")]
struct Index {
    chrome: Chrome,
    waiting: Vec<Line>,
    answered: Vec<Line>,
}

/// A request in the list: where it is, the story, and what is or was asked of it.
struct Line {
    id: Id,
    title: String,
    detail: String,
}

impl Line {
    fn of(ctx: &Ctx, zone: Tz, me: Id, listed: Listed) -> Self {
        let (lang, approval, (at, by)) = (ctx.lang, listed.approval, listed.settled);
        let who = listed.author.unwrap_or_else(|| lang.t("person-protected"));
        let detail = match at {
            None => lang.ta(
                "approvals-asked",
                &[
                    ("who", who.as_str().into()),
                    ("organiser", listed.organiser.as_str().into()),
                    ("to", step_to(lang, approval.wanted).into()),
                    ("day", lang.day_of(listed.asked_at, zone).into()),
                ],
            ),
            Some(at) => {
                let you = lang.t("approval-you");
                let who = (by == Some(me)).then_some(you.as_str());
                format!("{} {}", sentence(lang, &approval, &listed.organiser, who), lang.day_of(at, zone))
            }
        };
        let title = listed.title.unwrap_or_else(|| lang.tname("approvals-story-of", &who));
        Line { id: approval.id, title, detail }
    }
}

/// `GET /approvals`: what waits for me, oldest first, and what was answered lately.
pub async fn index(ctx: Ctx) -> Result<HttpResponse> {
    let (me, zone) = (ctx.person()?.id, ctx.person()?.time_zone);
    let (waiting, answered) = ctx.read(move |db| listed(db, me)).await?;
    let lines = |some: Vec<Listed>| some.into_iter().map(|each| Line::of(&ctx, zone, me, each)).collect();
    let (waiting, answered) = (lines(waiting), lines(answered));
    ctx.page(&Index { chrome: ctx.chrome("posts", "approvals-title"), waiting, answered })
}

#[derive(Template)]
#[template(path = "posts/approval.html")]
struct Show {
    chrome: Chrome,
    form: Form,
    approval: Approval,
    /// What it has come to, in one sentence.
    said: String,
    /// Who wrote the story and who asks, as a sentence.
    asked: String,
    /// The story; nothing when it is no longer the approver's to read.
    story: Option<Reading>,
}

/// A story as it would read.
struct Reading {
    post: Post,
    parts: Vec<(Option<Prompt>, String)>,
    /// Names of what it is about.
    themes: Vec<String>,
    /// What is read with it, in a sentence each.
    along: Vec<String>,
    version: String,
}

impl Show {
    fn waits(&self) -> bool {
        self.approval.state == Step::Waiting
    }

    fn yes(&self) -> String {
        self.chrome.tw("approval-yes", &self.approval.wanted)
    }

    fn back(&self) -> String {
        self.chrome.tw("release-back-of", &self.approval.before)
    }
}

/// `GET /approvals/{id}`: for who holds the seat that is asked.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    rendered(&ctx, id, Form::empty(ctx.lang), StatusCode::OK).await
}

/// `POST /approvals/{id}/acceptance`: yes, to the story as it was shown.
pub async fn accept(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (by, app) = (ctx.person()?.id, ctx.app.clone());
    let seen = fields.text("version").to_owned();
    match ctx.write(move |tx| consent::approve(tx, &app, id, by, &seen)).await {
        Ok(()) => Ok(ctx.redirect_saying(format!("/approvals/{id}"), "flash-approval-given")),
        Err(Error::Conflict(key)) => again(&ctx, id, fields, Errors::one("version", key)).await,
        Err(error) => Err(error),
    }
}

/// `POST /approvals/{id}/acceptance/end`: no longer.
pub async fn reverse(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (by, app) = (ctx.person()?.id, ctx.app.clone());
    match ctx.write(move |tx| consent::reverse(tx, &app, id, by)).await {
        Ok(()) => Ok(ctx.redirect_saying(format!("/approvals/{id}"), "flash-approval-reversed")),
        Err(Error::Conflict(key)) => again(&ctx, id, fields, Errors::one("version", key)).await,
        Err(error) => Err(error),
    }
}

/// `POST /approvals/{id}/decline`: not yet, and why.
pub async fn decline(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (by, app) = (ctx.person()?.id, ctx.app.clone());
    let why = match forms::reason(&fields) {
        Ok(why) => why,
        Err(errors) => return again(&ctx, id, fields, errors).await,
    };
    match ctx.write(move |tx| consent::give_back(tx, &app, id, by, &why)).await {
        Ok(()) => Ok(ctx.redirect_saying(format!("/approvals/{id}"), "flash-approval-returned")),
        Err(Error::Conflict(key)) => again(&ctx, id, fields, Errors::one("reason", key)).await,
        Err(error) => Err(error),
    }
}

/// `POST /approvals/{id}/withdrawal`: the author asks no longer.
pub async fn withdraw(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (author, now) = (ctx.person()?.id, ctx.now());
    let post = ctx.write(move |tx| consent::take_back(tx, id, author, now)).await?;
    Ok(ctx.redirect_saying(format!("/posts/{post}"), "flash-approval-withdrawn"))
}

async fn again(ctx: &Ctx, id: Id, fields: Fields, errors: Errors) -> Result<HttpResponse> {
    rendered(ctx, id, Form::failed(fields, errors, ctx.lang), StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn rendered(ctx: &Ctx, id: Id, form: Form, status: StatusCode) -> Result<HttpResponse> {
    let (ours, by) = (ctx.clone(), ctx.person()?.id);
    let page = ctx.read(move |db| read(db, &ours, id, by, form)).await?;
    ctx.html(status, &page)
}

fn read(db: &mut Db, ctx: &Ctx, id: Id, by: Id, form: Form) -> Result<Show> {
    let (approval, post) = approval::find_for(db, id, by)?;
    let (organiser, lang) = (approval::organiser_name(db, &approval)?, ctx.lang);
    let author = crate::accounts::find(db, post.author_id)?;
    let author = if author.protected { lang.t("person-protected") } else { author.name };
    let to = step_to(lang, approval.wanted);
    let asked = lang.ta(
        "approval-lead",
        &[("who", author.into()), ("organiser", organiser.as_str().into()), ("to", to.into())],
    );
    let chrome = ctx.chrome("posts", "approval-title");
    Ok(Show {
        chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
        said: sentence(lang, &approval, &organiser, Some(&lang.t("approval-you"))),
        story: reading(db, ctx, &approval, post, by)?,
        asked,
        approval,
        form,
    })
}

/// The story, as long as it is the approver's to read.
fn reading(db: &mut Db, ctx: &Ctx, approval: &Approval, post: Post, by: Id) -> Result<Option<Reading>> {
    if !approval.may_read(&post) {
        return Ok(None);
    }
    let version = consent::version(&post);
    let (names, along) = (approval.names()?, release::Along::of(db, &post, by, ctx.now())?);
    let themes = release::themes_of(db, &post, &names)?;
    let themes = themes.iter().map(|theme| theme.name(&ctx.lang).to_owned()).collect();
    let post = release::masked(&post, &names, approval.lang);
    Ok(Some(Reading { parts: parts(&post), themes, along: sentences(ctx.lang, along), version, post }))
}
