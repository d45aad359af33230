//! Saying that a group does not work, and what a coordinator does about it.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::rounds::objection::{self, Reader, may_be_said_of};
use crate::rounds::ways::{Choices, WorkedOut};
use crate::rounds::{self, Objection, ObjectionState, forms};
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "rounds/objection_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    group: Group,
    seat: Id,
    kinds: Vec<forms::Choice>,
}

impl New {
    async fn of(ctx: &Ctx, id: Id) -> Result<Self> {
        let person = ctx.person()?.clone();
        let (group, seat) = ctx
            .read(move |db| match groups::visible(db, id, &person)? {
                (group, Access::Member) => {
                    let seat = groups::seat_in(db, group.id, person.id)?;
                    Ok((group, seat))
                }
                _ => Err(Error::NotFound),
            })
            .await?;
        may_be_said_of(&group)?;
        let chrome = ctx.chrome("groups", "objection-new-title");
        Ok(New { chrome, form: Form::empty(ctx.lang), group, seat, kinds: forms::objection_kinds(ctx.lang) })
    }
}

/// `GET /groups/{id}/objections/new`: what does not work, and why.
pub async fn new(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let page = New::of(&ctx, id.0).await?;
    ctx.page(&page)
}

/// `POST /groups/{id}/objections`: tells the coordinators.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let page = New::of(&ctx, id.0).await?;
    let new = match forms::objection(&fields) {
        Ok(new) => new,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&New { chrome: page.chrome.with_errors(), form, ..page });
        }
    };
    let (app, by) = (ctx.app.clone(), (page.seat, ctx.person()?.id));
    let said = ctx.write(move |tx| rounds::object(tx, &app, &page.group, by, &new)).await?;
    Ok(ctx.redirect_saying(format!("/objections/{said}"), "flash-objection-made"))
}

#[derive(Template)]
#[template(path = "rounds/objection.html")]
struct Show {
    chrome: Chrome,
    form: Form,
    objection: Objection,
    group: Group,
    reader: Reader,
    who: String,
    /// What coordinators may choose among; nothing once it is settled.
    choices: Option<Choices>,
}

impl Show {
    fn is_open(&self) -> bool {
        self.objection.state == ObjectionState::Open
    }

    async fn of(ctx: &Ctx, id: Id, form: Form) -> Result<Self> {
        let (person, lang) = (ctx.person()?.clone(), ctx.lang);
        let limits = ctx.app.config.settings.categories;
        let chrome = ctx.chrome("networks", "objection-title");
        let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
        ctx.read(move |db| {
            let (objection, group, reader) = objection::visible(db, id, &person)?;
            let members = groups::members_of(db, group.id)?;
            let who = members
                .iter()
                .find(|member| member.seat_id == objection.seat_id)
                .map(|member| format!("{}, {}, {}", member.shown(lang), member.role, member.organiser_name));
            let open = objection.state == ObjectionState::Open && group.closed_at.is_none();
            let choices = match (&who, reader.coordinator && open) {
                (Some(_), true) => WorkedOut::of(db, &objection, &group, limits)?,
                _ => None,
            };
            let choices = choices.map(|found| found.said(lang)).transpose()?;
            let who = who.unwrap_or_else(|| lang.t("objection-gone"));
            Ok(Show { chrome, form, objection, group, reader, who, choices })
        })
        .await
    }
}

/// `GET /objections/{id}`: for its author what became of it, for coordinators what can be done.
pub async fn show(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let page = Show::of(&ctx, id.0, Form::empty(ctx.lang)).await?;
    ctx.page(&page)
}

/// `POST /objections/{id}/withdrawal`: its author takes it back.
pub async fn withdraw(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let group = ctx
        .write(move |tx| match objection::visible(tx, id.0, &person)? {
            (objection, group, Reader { author: true, .. }) => {
                objection::withdraw(tx, &app, (&objection, &group), person.id)?;
                Ok(group.id)
            }
            _ => Err(Error::NotFound),
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/groups/{group}"), "flash-objection-withdrawn"))
}

/// `POST /objections/{id}/answer`: a coordinator answers with words, and the author is told.
pub async fn answer(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let mut check = Check::of(&fields);
    let words = check.text("answer", 1..=2000);
    if let Err(errors) = check.done() {
        let page = Show::of(&ctx, id.0, Form::failed(fields, errors, ctx.lang)).await?;
        return match (page.reader.coordinator, page.is_open()) {
            (true, true) => ctx.invalid(&page),
            (true, false) => Err(Error::Conflict("error-objection-settled")),
            _ => Err(Error::NotFound),
        };
    }
    ctx.write(move |tx| match objection::visible(tx, id.0, &person)? {
        (objection, group, Reader { coordinator: true, .. }) => {
            objection::answer(tx, &app, (&objection, &group), &words, person.id)
        }
        _ => Err(Error::NotFound),
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/objections/{}", id.0), "flash-objection-answered"))
}
