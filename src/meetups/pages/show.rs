//! The page of a meetup.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::agendas::{Came, Guide, came_to};
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::{self, Group, Member};
use crate::i18n::Lang;
use crate::meetups::answer::{Said, answers_to};
use crate::meetups::meetup::see;
use crate::meetups::series::{Place, place_of};
use crate::meetups::view::{Choice, Mine, Side, View, sides};
use crate::meetups::waiting::line;
use crate::meetups::{Given, Meetup};
use crate::notes;
use crate::web::{Chrome, Ctx, IdPath, Visit};

#[derive(Template)]
#[template(path = "meetups/show.html")]
struct Show {
    chrome: Chrome,
    view: View,
    group: Group,
    /// Whether the person has a seat in the group and so an answer to give.
    invited: bool,
    /// Who cancelled it and when, in a sentence.
    cancelled_by: Option<String>,
    /// What they have answered, in a sentence.
    mine: Option<String>,
    choices: Vec<Choice>,
    /// Where it stands in its series.
    place: Option<Place>,
    /// How many others of its series are coming.
    series: usize,
    sides: Vec<Side>,
    /// How many places are left, in words.
    places_left: Option<String>,
    /// How many questions are on the agenda.
    questions: i64,
    guide: Option<Guide>,
    begun: bool,
    /// Who is noted to have come.
    came: Vec<Came>,
    /// Who else, in words.
    guests: Option<String>,
    /// Whether notes are saved.
    written: bool,
    /// What was promised at earlier meetups and is not done; nothing when this one is over.
    promises: Vec<String>,
    /// The poll that it came of.
    poll: Option<Id>,
    problem: Option<String>,
}

/// `GET /meetups/{id}`: when, where, what about, and who comes.
pub async fn show(visit: Visit, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (ctx, page) = visit.read(move |db, ctx| page(db, ctx, id, None)).await?;
    ctx.page(&page)
}

/// The page again, saying why an answer could not be taken: 409.
pub(super) async fn refuse(ctx: &Ctx, id: Id, key: &str) -> Result<HttpResponse> {
    let (problem, known) = (ctx.lang.t(key), ctx.clone());
    let page = ctx.read(move |db| page(db, &known, id, Some(problem))).await?;
    ctx.html(StatusCode::CONFLICT, &page)
}

fn page(db: &mut Db, ctx: &Ctx, id: Id, problem: Option<String>) -> Result<Show> {
    let person = ctx.person()?;
    let (lang, zone, now) = (ctx.lang, person.time_zone, ctx.now());
    let (meetup, group, around) = see(db, id, person)?;
    let coming = meetup.must_be_coming(now).is_ok();
    let promises = match around.promised && coming {
        true => notes::open_promises(db, group.id, meetup.starts_at)?,
        false => Vec::new(),
    };
    let members = groups::members_of(db, group.id)?;
    let answers = answers_to(db, id)?;
    let seat = groups::own(&members, person.id).map(|member| member.seat_id);
    let said = seat.and_then(|seat| answers.iter().find(|said| said.seat == seat)).copied();
    let waiting = answers.iter().any(|said| said.waiting.is_some());
    let line = if waiting { line(db, id)? } else { Vec::new() };
    let places_left = places_left(&meetup, &members, &answers);
    let mine = Mine::of(&meetup, said, &line, places_left == Some(0));
    let place = place_of(db, &meetup, lang, zone, now)?;
    Ok(Show {
        chrome: ctx.chrome_titled("meetups", meetup.title.clone()),
        view: View::of(&meetup, lang, zone, now),
        group,
        invited: seat.is_some(),
        cancelled_by: meetup.cancelled_at.map(|at| told_by(around.cancelled_by, lang.moment(at, zone), lang)),
        mine: mine.told(lang),
        choices: mine.choices(None, lang),
        series: place.as_ref().map_or(0, |place| place.coming),
        place,
        sides: sides(&meetup, &members, &answers, &line, lang),
        places_left: places_left.map(|left| lang.tn(left_key(&meetup), left)),
        questions: around.questions,
        guide: meetup.guide,
        begun: meetup.has_begun(now) && !meetup.is_cancelled(),
        came: if around.came { came_to(db, id)? } else { Vec::new() },
        guests: meetup.guests.as_deref().map(|guests| told(guests, lang)),
        written: around.written,
        promises: notes::told(&promises, person.id, lang),
        poll: around.poll,
        problem,
    })
}

/// Who cancelled the meetup and when; nobody when they have no account any more.
fn told_by(by: Option<(String, bool)>, at: String, lang: Lang) -> String {
    let Some((name, protected)) = by else { return lang.tname("meetup-cancelled-at", &at) };
    let name = if protected { lang.t("person-protected") } else { name };
    lang.ta("meetup-cancelled-by", &[("name", name.into()), ("at", at.into())])
}

/// Guests are a number or names.
fn told(guests: &str, lang: Lang) -> String {
    match guests.parse::<u16>() {
        Ok(count) => lang.tn("attendance-guests-count", count),
        Err(_) => lang.tname("attendance-guests-names", guests),
    }
}

fn left_key(meetup: &Meetup) -> &'static str {
    if meetup.is_hybrid() { "meetup-room-left" } else { "meetup-places-left" }
}

fn places_left(meetup: &Meetup, members: &[Member], answers: &[Said]) -> Option<i64> {
    let yes = |said: &Said| said.given() == Given::Yes;
    let said_yes = |member: &&Member| answers.iter().any(|said| said.seat == member.seat_id && yes(said));
    let taken = members.iter().filter(said_yes).count();
    Some((i64::from(meetup.capacity?) - i64::try_from(taken).ok()?).max(0))
}
