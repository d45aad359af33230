//! The page to run a meeting by, and choosing the guide it follows.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::NaiveTime;
use chrono_tz::Tz;

use super::agenda;
use crate::agendas::view::{Agenda, Item, Part, Step, Told, steps};
use crate::agendas::{choose_guide, forms};
use crate::db::types::Timestamp;
use crate::error::Result;
use crate::i18n::local;
use crate::meetups::{self, Meetup, Wall, at_wall_time};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "agendas/guide.html")]
struct Show {
    chrome: Chrome,
    agenda: Agenda,
    when: String,
    guide: Option<Told>,
    steps: Vec<Step>,
    items: Vec<Item>,
    parts: Vec<Part>,
    form: Form,
    /// Address of the script of the timer.
    script: String,
}

/// `GET /meetups/{id}/guide?start=…`: steps with times of day, questions, roles, and a timer.
pub async fn show(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (lang, zone) = (ctx.lang, person.time_zone);
    let agenda = ctx.read(move |db| Agenda::read(db, id, &person)).await?;
    let fields = Fields::of_query(&request);
    let start = forms::start(&fields).and_then(|time| begins(&agenda.meetup, time, zone));
    let begins = *start.as_ref().unwrap_or(&agenda.meetup.starts_at);
    let mut page = Show {
        chrome: ctx.chrome("meetups", "agenda-run-title"),
        when: agenda.when(lang, zone),
        guide: agenda.meetup.guide.map(|guide| Told::of(guide, lang)),
        steps: agenda.meetup.guide.map(|guide| steps(guide, lang, Some((begins, zone)))).unwrap_or_default(),
        items: agenda.items(lang),
        parts: agenda.parts(lang, zone),
        form: Form::filled(Fields::from_pairs([("start", lang.time(begins, zone))]), lang),
        script: ctx.app.assets.url("js/pages/timer.js"),
        agenda,
    };
    let Err(errors) = start else { return ctx.page(&page) };
    page.chrome = page.chrome.with_errors();
    page.form = Form::failed(fields, errors, lang);
    ctx.invalid(&page)
}

/// The moment of a time of day on the day of the meetup; its own beginning where none is said.
fn begins(meetup: &Meetup, time: Option<NaiveTime>, zone: Tz) -> Result<Timestamp, Errors> {
    let Some(time) = time else { return Ok(meetup.starts_at) };
    let day = local(meetup.starts_at, zone).date_naive();
    match at_wall_time(day.and_time(time), zone) {
        Wall::Once(moment) | Wall::Twice(moment) => Ok(moment),
        Wall::Never => Err(Errors::one("start", "error-meetup-hour-missing")),
    }
}

/// `POST /meetups/{id}/guide`: chooses a guide, or none.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    ctx.read(move |db| meetups::visible(db, id, &person)).await?;
    match forms::guide(&fields) {
        Ok(guide) => {
            let done = ctx.write(move |tx| choose_guide(tx, id, guide, now)).await;
            agenda::after(&ctx, id, fields, done, "flash-guide-chosen").await
        }
        Err(errors) => agenda::invalid(&ctx, id, fields, errors).await,
    }
}
