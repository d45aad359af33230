//! Answering by the personal link of a mail, without signing in. Looking changes nothing: scanners follow links.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono_tz::Tz;

use crate::accounts::{self, Person, Purpose};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::groups::{self, Group};
use crate::polls::answer::Suits;
use crate::polls::asked::{Row, asked_in, counties_of};
use crate::polls::view::{Question, Told, View, options, questions};
use crate::polls::{Poll, Slot, answer, find, forms, slots_of};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, LinkPath};

/// What a link leads to.
struct Linked {
    poll: Poll,
    group: Group,
    person: Person,
    slots: Vec<Slot>,
    said: Row,
    counties: Vec<String>,
}

#[derive(Template)]
#[template(path = "polls/answer.html")]
struct Show {
    chrome: Chrome,
    view: View,
    group: String,
    name: String,
    token: String,
    questions: Vec<Question>,
    options: Vec<(Suits, String, &'static str)>,
    form: Form,
    problem: Option<String>,
}

impl Show {
    fn meta(&self) -> String {
        self.view.meta(self.chrome.language)
    }

    fn value<'a>(&'a self, question: &'a Question) -> &'a str {
        self.form.value_or(&question.field, &question.value)
    }
}

#[derive(Template)]
#[template(path = "polls/answer_gone.html")]
struct Gone {
    chrome: Chrome,
    poll: Id,
}

/// `GET /polls/{id}/answer/{token}`: the slots, each with three boxes.
pub async fn show(ctx: Ctx, LinkPath(id, token): LinkPath) -> Result<HttpResponse> {
    page(ctx, (id, token), None, None).await
}

/// `POST /polls/{id}/answer/{token}`: answers. The link stays good, so that one can change one's mind.
pub async fn create(ctx: Ctx, LinkPath(id, token): LinkPath, fields: Fields) -> Result<HttpResponse> {
    let (secret, now, app) = (token.clone(), ctx.now(), ctx.app.clone());
    let found = ctx.read(move |db| linked(db, id, &secret, now)).await?;
    let given = match forms::answers(&fields, &found.slots) {
        Ok(given) => given,
        Err(errors) if found.poll.is_open() => {
            return page(ctx, (id, token), Some((fields, errors)), None).await;
        }
        Err(_) => Vec::new(),
    };
    match ctx.write(move |tx| answer(tx, &app, id, found.person.id, &given)).await {
        Ok(()) => Ok(ctx.redirect_saying(format!("/polls/{id}/answer/{token}"), "flash-poll-answered")),
        Err(Error::Conflict(key)) => page(ctx, (id, token), None, Some(key)).await,
        Err(error) => Err(error),
    }
}

async fn page(
    mut ctx: Ctx,
    (id, token): (Id, String),
    wrong: Option<(Fields, Errors)>,
    problem: Option<&'static str>,
) -> Result<HttpResponse> {
    let (secret, now) = (token.clone(), ctx.now());
    let Linked { poll, group, person, slots, said, counties } =
        ctx.read(move |db| linked(db, id, &secret, now)).await?;
    // The mail was in the person's language; so is the page.
    ctx.lang = person.language;
    let lang = ctx.lang;
    let ahead: Vec<Slot> = slots.into_iter().filter(|slot| slot.is_ahead(now)).collect();
    if ahead.is_empty() || !poll.is_open() || group.closed_at.is_some() {
        return ctx
            .html(StatusCode::GONE, &Gone { chrome: ctx.chrome("", "poll-answer-gone-title"), poll: id });
    }
    let zone = person.time_zone.parse().unwrap_or(Tz::Europe__Stockholm);
    let ahead: Vec<Told> = ahead.iter().map(|slot| Told::of(lang, slot, zone, &counties)).collect();
    let mut page = Show {
        chrome: ctx.chrome("", "poll-answer-title"),
        view: View::of(&poll, lang, zone),
        group: group.name,
        name: person.name,
        token,
        questions: questions(&ahead, &said),
        options: options(lang),
        form: Form::empty(lang),
        problem: problem.map(|key| lang.t(key)),
    };
    if let Some((fields, errors)) = wrong {
        page.chrome = page.chrome.with_errors();
        page.form = Form::failed(fields, errors, lang);
        return ctx.invalid(&page);
    }
    ctx.html(if problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK }, &page)
}

/// Whom the link belongs to and what it is for. [`Error::NotFound`] when the link is wrong or for another poll, and when the
/// person has left the group, handed over the seat or has no account any more.
fn linked(db: &mut Db, id: Id, secret: &str, now: Timestamp) -> Result<Linked> {
    let person = accounts::holder_of_link(db, (Purpose::Poll, id), secret, now)?;
    let poll = find(db, id)?;
    let asked = asked_in(db, poll.group_id, Some(id))?;
    let said = asked.iter().find(|each| each.person == person.id).ok_or(Error::NotFound)?.said.clone();
    let (group, slots) = (groups::find(db, poll.group_id)?, slots_of(db, id)?);
    Ok(Linked { poll, group, person, slots, said, counties: counties_of(&asked) })
}
