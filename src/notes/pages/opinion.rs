//! Saying whether a meetup was useful: by the personal link of a mail without signing in, or on its page. Looking changes
//! nothing: scanners follow links.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono_tz::Tz;

use crate::accounts::{self, Purpose};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::groups;
use crate::i18n::Lang;
use crate::meetups::{self, Meetup, when};
use crate::notes::{Opinion, Useful, forms, give_opinion, opinion};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath, LinkPath};

#[derive(Template)]
#[template(path = "notes/opinion.html")]
struct Show {
    chrome: Chrome,
    meetup: Meetup,
    group: String,
    when: String,
    name: String,
    /// Where the form goes.
    action: String,
    options: Vec<(Useful, String, &'static str)>,
    /// Whether the person has answered.
    answered: bool,
    form: Form,
}

/// Somebody who is asked about a meetup.
struct Asked {
    meetup: Meetup,
    /// Name of the group.
    group: String,
    person: Id,
    name: String,
    lang: Lang,
    zone: Tz,
    /// What they have said.
    said: Option<Opinion>,
}

/// `GET /meetups/{id}/opinion/{token}`: two questions, with what was answered, or clicked in the mail.
pub async fn show(ctx: Ctx, LinkPath(id, token): LinkPath, request: HttpRequest) -> Result<HttpResponse> {
    let clicked = Fields::of_query(&request).text("useful").parse::<Useful>().ok();
    let (secret, now) = (token.clone(), ctx.now());
    let asked = ctx.read(move |db| linked(db, id, &secret, now)).await?;
    page(ctx, asked, format!("/meetups/{id}/opinion/{token}"), clicked, None)
}

/// `POST /meetups/{id}/opinion/{token}`: answers. The link stays good, so that one can change one's mind.
pub async fn create(ctx: Ctx, LinkPath(id, token): LinkPath, fields: Fields) -> Result<HttpResponse> {
    let (secret, now) = (token.clone(), ctx.now());
    let asked = ctx.read(move |db| linked(db, id, &secret, now)).await?;
    take(ctx, asked, format!("/meetups/{id}/opinion/{token}"), fields).await
}

/// `GET /meetups/{id}/opinion`: the same for members who are signed in, when the meetup is over.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let asked = ctx.read(move |db| member(db, id, &person, now)).await?;
    page(ctx, asked, format!("/meetups/{id}/opinion"), None, None)
}

/// `POST /meetups/{id}/opinion`: answers.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let asked = ctx.read(move |db| member(db, id, &person, now)).await?;
    take(ctx, asked, format!("/meetups/{id}/opinion"), fields).await
}

async fn take(ctx: Ctx, asked: Asked, action: String, fields: Fields) -> Result<HttpResponse> {
    let given = match forms::opinion(&fields) {
        Ok(given) => given,
        Err(errors) => return page(ctx, asked, action, None, Some((fields, errors))),
    };
    let (meetup, person, now) = (asked.meetup.id, asked.person, ctx.now());
    ctx.write(move |tx| give_opinion(tx, meetup, person, &given, now)).await?;
    Ok(ctx.redirect_saying(action, "flash-opinion-given"))
}

fn page(
    mut ctx: Ctx,
    asked: Asked,
    action: String,
    clicked: Option<Useful>,
    wrong: Option<(Fields, Errors)>,
) -> Result<HttpResponse> {
    // The mail was in the person's language; so is the page.
    ctx.lang = asked.lang;
    let lang = ctx.lang;
    let useful = clicked.or(asked.said.as_ref().map(|said| said.useful));
    let filled = [
        ("useful", useful.map(|useful| useful.to_string()).unwrap_or_default()),
        ("better", asked.said.as_ref().map(|said| said.better.clone()).unwrap_or_default()),
    ];
    let option = |useful: &Useful| (*useful, lang.t(&format!("opinion-useful-{useful}")), "");
    let mut page = Show {
        chrome: ctx.chrome("", "opinion-title"),
        when: when(lang, asked.meetup.starts_at, asked.meetup.ends_at, asked.zone),
        meetup: asked.meetup,
        group: asked.group,
        name: asked.name,
        action,
        options: Useful::ALL.iter().map(option).collect(),
        answered: asked.said.is_some(),
        form: Form::filled(Fields::from_pairs(filled), lang),
    };
    let Some((fields, errors)) = wrong else { return ctx.page(&page) };
    page.chrome = page.chrome.with_errors();
    page.form = Form::failed(fields, errors, lang);
    ctx.invalid(&page)
}

/// Whom a link belongs to. [`Error::NotFound`] when it is wrong or for another meetup, and when the person has left the group
/// or has no account any more.
fn linked(db: &mut Db, id: Id, secret: &str, now: Timestamp) -> Result<Asked> {
    let person = accounts::holder_of_link(db, (Purpose::Opinion, id), secret, now)?;
    let meetup = meetups::find(db, id)?;
    groups::seat_in(db, meetup.group_id, person.id)?;
    let group = groups::find(db, meetup.group_id)?.name;
    let said = opinion::of(db, id, person.id)?;
    let zone = person.time_zone.parse().unwrap_or(Tz::Europe__Stockholm);
    Ok(Asked { meetup, group, person: person.id, name: person.name, lang: person.language, zone, said })
}

/// A member of the group. [`Error::NotFound`] for everybody else, and while there is nothing to have been useful.
fn member(db: &mut Db, id: Id, person: &CurrentPerson, now: Timestamp) -> Result<Asked> {
    let (meetup, group, _) = meetups::visible(db, id, person)?;
    groups::seat_in(db, group.id, person.id)?;
    if meetup.is_cancelled() || !meetup.is_over(now) {
        return Err(Error::NotFound);
    }
    let said = opinion::of(db, id, person.id)?;
    let (name, lang, zone) = (person.name.clone(), person.language, person.time_zone);
    Ok(Asked { meetup, group: group.name, person: person.id, name, lang, zone, said })
}
