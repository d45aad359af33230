//! Saying by the personal link of a mail whether a meetup was useful, without signing in. Looking changes nothing: scanners
//! follow links.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono_tz::Tz;

use crate::accounts::{self, Person, Purpose};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::groups;
use crate::meetups::{self, Meetup, when};
use crate::notes::{Opinion, Useful, forms, give_opinion, opinion};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, LinkPath};

#[derive(Template)]
#[template(path = "notes/opinion.html")]
struct Show {
    chrome: Chrome,
    meetup: Meetup,
    group: String,
    when: String,
    name: String,
    token: String,
    options: Vec<(Useful, String, &'static str)>,
    /// Whether the person has answered.
    answered: bool,
    form: Form,
}

/// `GET /meetups/{id}/opinion/{token}`: two questions, with what was answered, or clicked in the mail.
pub async fn show(ctx: Ctx, LinkPath(id, token): LinkPath, request: HttpRequest) -> Result<HttpResponse> {
    let clicked = Fields::of_query(&request).text("useful").parse::<Useful>().ok();
    page(ctx, (id, token), clicked, None).await
}

/// `POST /meetups/{id}/opinion/{token}`: answers. The link stays good, so that one can change one's mind.
pub async fn create(ctx: Ctx, LinkPath(id, token): LinkPath, fields: Fields) -> Result<HttpResponse> {
    let given = match forms::opinion(&fields) {
        Ok(given) => given,
        Err(errors) => return page(ctx, (id, token), None, Some((fields, errors))).await,
    };
    let (secret, now) = (token.clone(), ctx.now());
    ctx.write(move |tx| {
        let (.., person, _) = linked(tx, id, &secret, now)?;
        give_opinion(tx, id, person.id, &given, now)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/meetups/{id}/opinion/{token}"), "flash-opinion-given"))
}

async fn page(
    mut ctx: Ctx,
    (id, token): (Id, String),
    clicked: Option<Useful>,
    wrong: Option<(Fields, Errors)>,
) -> Result<HttpResponse> {
    let (secret, now) = (token.clone(), ctx.now());
    let (meetup, group, person, said) = ctx.read(move |db| linked(db, id, &secret, now)).await?;
    // The mail was in the person's language; so is the page.
    ctx.lang = person.language;
    let lang = ctx.lang;
    let zone = person.time_zone.parse().unwrap_or(Tz::Europe__Stockholm);
    let useful = clicked.or(said.as_ref().map(|said| said.useful));
    let filled = [
        ("useful", useful.map(|useful| useful.to_string()).unwrap_or_default()),
        ("better", said.as_ref().map(|said| said.better.clone()).unwrap_or_default()),
    ];
    let option = |useful: &Useful| (*useful, lang.t(&format!("opinion-useful-{useful}")), "");
    let mut page = Show {
        chrome: ctx.chrome("", "opinion-title"),
        when: when(lang, meetup.starts_at, meetup.ends_at, zone),
        meetup,
        group,
        name: person.name,
        token,
        options: Useful::ALL.iter().map(option).collect(),
        answered: said.is_some(),
        form: Form::filled(Fields::from_pairs(filled), lang),
    };
    let Some((fields, errors)) = wrong else { return ctx.page(&page) };
    page.chrome = page.chrome.with_errors();
    page.form = Form::failed(fields, errors, lang);
    ctx.invalid(&page)
}

/// The meetup, the name of its group, whom the link belongs to and what they have said. [`crate::error::Error::NotFound`] when
/// the link is wrong or for another meetup, and when the person has left the group or has no account any more.
fn linked(
    db: &mut Db,
    id: Id,
    secret: &str,
    now: Timestamp,
) -> Result<(Meetup, String, Person, Option<Opinion>)> {
    let person = accounts::holder_of_link(db, (Purpose::Opinion, id), secret, now)?;
    let meetup = meetups::find(db, id)?;
    groups::seat_in(db, meetup.group_id, person.id)?;
    let group = groups::find(db, meetup.group_id)?.name;
    let said = opinion::of(db, id, person.id)?;
    Ok((meetup, group, person, said))
}
