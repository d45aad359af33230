//! Answering by the personal link of a mail, without signing in. Looking changes nothing: scanners follow links.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::accounts::{self, Person, Purpose};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::groups;
use crate::meetups::answer::{places_taken, said_by};
use crate::meetups::series::{answer_series, place_of};
use crate::meetups::view::{Choice, Mine, View};
use crate::meetups::waiting::line;
use crate::meetups::{Given, Meetup, answer, find};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, LinkPath};

/// What a link leads to.
struct Invited {
    meetup: Meetup,
    group: String,
    person: Person,
    seat: Id,
    mine: Mine,
}

#[derive(Template)]
#[template(path = "meetups/answer.html")]
struct Show {
    chrome: Chrome,
    view: View,
    group: String,
    name: String,
    token: String,
    /// What they have answered, in a sentence.
    mine: Option<String>,
    /// The answer that was clicked in the mail.
    chosen: Option<Choice>,
    choices: Vec<Choice>,
    /// How many others of its series are coming.
    series: usize,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "meetups/answer_gone.html")]
struct Gone {
    chrome: Chrome,
}

/// `GET /meetups/{id}/answer/{token}`: the meetup and a button for each answer.
pub async fn show(
    ctx: Ctx,
    LinkPath(id, token): LinkPath,
    request: actix_web::HttpRequest,
) -> Result<HttpResponse> {
    let chosen = Fields::of_query(&request).text("answer").parse().ok();
    page(ctx, id, token, chosen, None).await
}

/// `POST /meetups/{id}/answer/{token}`: answers. The link stays good, so that one can change one's mind.
pub async fn create(ctx: Ctx, LinkPath(id, token): LinkPath, fields: Fields) -> Result<HttpResponse> {
    let given: Option<Given> = fields.text("answer").parse().ok();
    let (secret, now, app) = (token.clone(), ctx.now(), ctx.app.clone());
    let write = if fields.ticked("series") { answer_series } else { answer };
    let written = ctx.write(move |tx| {
        let invited = invited(tx, id, &secret, now)?;
        let given = given.ok_or(Error::BadRequest("error-choice"))?;
        write(tx, &app, id, invited.seat, given, invited.person.id, now)
    });
    match written.await {
        Ok(()) => Ok(ctx.redirect_saying(format!("/meetups/{id}/answer/{token}"), "flash-meetup-answered")),
        Err(Error::Conflict(key)) => page(ctx, id, token, None, Some(key)).await,
        Err(error) => Err(error),
    }
}

async fn page(
    mut ctx: Ctx,
    id: Id,
    token: String,
    chosen: Option<Given>,
    problem: Option<&'static str>,
) -> Result<HttpResponse> {
    let (secret, now) = (token.clone(), ctx.now());
    let found = ctx.read(move |db| {
        let invited = invited(db, id, &secret, now)?;
        let zone = invited.person.time_zone.parse().unwrap_or(chrono_tz::Tz::Europe__Stockholm);
        let place = place_of(db, &invited.meetup, invited.person.language, zone, now)?;
        Ok((invited, zone, place.map_or(0, |place| place.coming)))
    });
    let (invited, zone, series) = found.await?;
    // The mail was in the person's language; so is the page.
    ctx.lang = invited.person.language;
    if invited.meetup.is_over(now) {
        return ctx.html(StatusCode::GONE, &Gone { chrome: ctx.chrome("", "meetup-answer-gone-title") });
    }
    let chosen = chosen.filter(|given| Given::offered(invited.meetup.is_hybrid()).any(|each| each == *given));
    let page = Show {
        chrome: ctx.chrome("", "meetup-answer-title"),
        view: View::of(&invited.meetup, ctx.lang, zone, now),
        group: invited.group,
        name: invited.person.name,
        token,
        mine: invited.mine.told(ctx.lang),
        choices: invited.mine.choices(chosen, ctx.lang),
        series,
        chosen: chosen.map(|answer| invited.mine.choice(answer, ctx.lang)),
        problem: problem.map(|key| ctx.lang.t(key)),
    };
    ctx.html(if problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK }, &page)
}

/// Whom the link belongs to and what it is for. [`Error::NotFound`] when the link is wrong or for another meetup, and
/// when the person has left the group, handed over the seat or has no account any more.
fn invited(db: &mut Db, id: Id, secret: &str, now: Timestamp) -> Result<Invited> {
    let person = accounts::holder_of_link(db, (Purpose::Answer, id), secret, now)?;
    let meetup = find(db, id)?;
    let seat = groups::seat_in(db, meetup.group_id, person.id)?;
    let group = groups::find(db, meetup.group_id)?.name;
    let said = said_by(db, id, seat)?;
    let mine = match meetup.capacity {
        Some(capacity) => {
            let full = places_taken(db, id)? >= i64::from(capacity);
            Mine::of(&meetup, said, &line(db, id)?, full)
        }
        None => Mine::of(&meetup, said, &[], false),
    };
    Ok(Invited { meetup, group, person, seat, mine })
}
