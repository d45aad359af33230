//! The page of a poll.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::Group;
use crate::polls::answer::Suits;
use crate::polls::asked::{asked_in, counties_of};
use crate::polls::poll::slots_of;
use crate::polls::tally::{Tally, owing, tallies};
use crate::polls::view::{Best, Line, Question, Told, View, line_of, lines, names, options, questions};
use crate::polls::{Poll, visible};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath, Visit};

/// How many of the best slots stand by themselves; the others are in the matrix.
const BEST: usize = 5;

#[derive(Template)]
#[template(path = "polls/show.html")]
pub(super) struct Show {
    chrome: Chrome,
    view: View,
    poll: Poll,
    group: Group,
    /// When the chosen slot is, and the meetup that came of it.
    chosen: Option<(String, Id)>,
    /// What can be answered; nothing for those who are not asked and when nothing can be answered any more.
    questions: Vec<Question>,
    options: Vec<(Suits, String, &'static str)>,
    form: Form,
    /// Whether the visitor has not said of every slot ahead whether it suits.
    waits: bool,
    best: Vec<Best>,
    /// The slots with how many can, if need be.
    columns: Vec<(Told, usize)>,
    lines: Vec<Line>,
    /// Those who have not answered every slot ahead: how many, and who.
    owing: usize,
    owing_names: String,
    problem: Option<String>,
}

impl Show {
    fn is_open(&self) -> bool {
        self.poll.is_open() && self.group.closed_at.is_none()
    }

    /// Whether anybody has answered anything.
    fn is_answered(&self) -> bool {
        self.lines.iter().any(|line| !line.cells.is_empty())
    }

    fn meta(&self) -> String {
        self.view.meta(self.chrome.language)
    }

    /// What stands in the boxes of a question.
    fn value<'a>(&'a self, question: &'a Question) -> &'a str {
        self.form.value_or(&question.field, &question.value)
    }
}

/// `GET /polls/{id}`: which slots suit best, one's own answers, and who says what.
pub async fn show(visit: Visit, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (ctx, page) = visit.read(move |db, ctx| page(db, ctx, id)).await?;
    ctx.page(&page)
}

/// The page again, saying why answers could not be taken: 409.
pub(super) async fn refuse(ctx: &Ctx, id: Id, key: &str) -> Result<HttpResponse> {
    let mut page = read(ctx, id).await?;
    page.problem = Some(ctx.lang.t(key));
    ctx.html(StatusCode::CONFLICT, &page)
}

/// The page again with what was answered and what is wrong with it: 422.
pub(super) async fn invalid(ctx: &Ctx, id: Id, fields: Fields, errors: Errors) -> Result<HttpResponse> {
    let mut page = read(ctx, id).await?;
    page.chrome = page.chrome.with_errors();
    page.form = Form::failed(fields, errors, ctx.lang);
    ctx.invalid(&page)
}

async fn read(ctx: &Ctx, id: Id) -> Result<Show> {
    let known = ctx.clone();
    ctx.read(move |db| page(db, &known, id)).await
}

fn page(db: &mut Db, ctx: &Ctx, id: Id) -> Result<Show> {
    let person = ctx.person()?;
    let (lang, zone, now) = (ctx.lang, person.time_zone, ctx.now());
    let (poll, group, _) = visible(db, id, person)?;
    let (slots, asked) = (slots_of(db, id)?, asked_in(db, group.id, Some(id))?);
    let counties = counties_of(&asked);
    let open = poll.is_open() && group.closed_at.is_none();
    let told: Vec<Told> = slots.iter().map(|slot| Told::of(lang, slot, zone, &counties)).collect();
    let ahead = || slots.iter().zip(&told).filter(|(slot, _)| slot.is_ahead(now)).map(|(_, told)| told);
    let me = asked.iter().find(|each| each.person == person.id).filter(|_| open);
    let owing = owing(&slots, &asked, now);
    let tallies = tallies(&slots, &asked);
    let mut best: Vec<&Tally<'_>> = tallies.iter().filter(|each| open && each.slot.is_ahead(now)).collect();
    best.sort_by_key(|each| each.rank());
    Ok(Show {
        chrome: ctx.chrome_titled("meetups", poll.title.clone()),
        view: View::of(&poll, lang, zone),
        chosen: poll.chosen.map(|number| line_of(&told, number)).zip(poll.meetup_id),
        questions: me.map(|me| questions(ahead(), &me.said)).unwrap_or_default(),
        options: options(lang),
        form: Form::empty(lang),
        waits: me.is_some_and(|me| owing.iter().any(|each| each.person == me.person)),
        best: best.iter().take(BEST).map(|each| Best::of(lang, each, &told)).collect(),
        lines: lines(lang, &slots, &asked)?,
        owing: owing.len(),
        owing_names: names(lang, &owing),
        problem: None,
        columns: told.into_iter().zip(tallies.iter().map(Tally::can)).collect(),
        poll,
        group,
    })
}
