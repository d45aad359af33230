//! Proposing slots and changing them.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::NaiveDate;

use crate::accounts::half_days;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::Group;
use crate::i18n::local;
use crate::polls::asked::{asked_in, counties_of};
use crate::polls::forms::{Against, FEWEST_ROWS, ROWS, Row, SUGGESTED, filled, parse, rows_shown};
use crate::polls::poll::{MOST_SLOTS, visible_group};
use crate::polls::suggestion::{Suggestion, holidays_ahead, suggested};
use crate::polls::view::day_note;
use crate::polls::{self, Poll, Slot, slots_of, visible};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "polls/form.html")]
struct Proposal {
    chrome: Chrome,
    group: Group,
    /// The poll that is changed; none for a new one.
    poll: Option<Poll>,
    form: Form,
    /// Rows of fields, each with what is worth knowing of its day.
    rows: Vec<(&'static Row, String)>,
    /// How many rows come when more are asked for.
    more: Option<usize>,
    /// Slots that suit most: value, label, whether it is ticked.
    suggestions: Vec<(String, String, bool)>,
    /// Public holidays in the time that is suggested.
    holidays: String,
    zone: &'static str,
}

/// What is known of those who are asked.
struct Known {
    /// Slots that suit most.
    suggestions: Vec<Suggestion>,
    /// Codes of the counties they work in.
    counties: Vec<String>,
}

impl Proposal {
    fn of(
        ctx: &Ctx,
        about: (Group, Option<Poll>),
        form: Form,
        fields: &Fields,
        known: &Known,
    ) -> Result<Self> {
        let (lang, (group, poll)) = (ctx.lang, about);
        let zone = ctx.person()?.time_zone;
        let shown = rows_shown(fields);
        let named = |date: NaiveDate| day_note(lang, date, &known.counties);
        let row = |row: &'static Row| {
            let date = fields.text(row.date).parse().ok();
            (row, date.and_then(named).unwrap_or_default())
        };
        let suggestion = |each: &Suggestion| {
            let half = lang.t(&format!("poll-half-{}", each.half));
            let note = named(each.date).map(|note| format!(" ({note})")).unwrap_or_default();
            let label = format!("{}, {half}{note}", lang.long_date(each.date));
            (each.to_string(), label, form.has(SUGGESTED, each))
        };
        let holidays = holidays_ahead(local(ctx.now(), zone).date_naive())
            .into_iter()
            .map(|(date, each)| format!("{} ({})", lang.date(date), lang.t(&format!("holiday-{each}"))));
        let title = if poll.is_some() { "poll-edit-title" } else { "poll-new-title" };
        Ok(Proposal {
            chrome: ctx.chrome("meetups", title),
            group,
            poll,
            rows: ROWS.iter().take(shown).map(row).collect(),
            more: (shown < MOST_SLOTS).then_some((shown + FEWEST_ROWS).min(MOST_SLOTS)),
            suggestions: known.suggestions.iter().map(suggestion).collect(),
            holidays: lang.list(&holidays.collect::<Vec<_>>()),
            form,
            zone: zone.name(),
        })
    }

    fn failed(mut self) -> Self {
        self.chrome = self.chrome.with_errors();
        self
    }
}

/// `GET /groups/{id}/polls/new`: the empty form; with what was typed and more rows when these were asked for.
pub async fn new(ctx: Ctx, IdPath(group): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (group, known) = open_group(&ctx, group).await?;
    let fields = Fields::of_query(&request);
    let form = Form::filled(fields.clone(), ctx.lang);
    ctx.page(&Proposal::of(&ctx, (group, None), form, &fields, &known)?)
}

/// `POST /groups/{id}/polls`: makes the poll and asks the group.
pub async fn create(ctx: Ctx, IdPath(group): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (group, known) = open_group(&ctx, group).await?;
    let person = ctx.person()?.clone();
    let against = Against { group: group.id, zone: person.time_zone, now: ctx.now(), before: None };
    match parse(&fields, &against) {
        Ok(new) => {
            let app = ctx.app.clone();
            let id = ctx.write(move |tx| polls::create(tx, &app, &new, person.id)).await?;
            Ok(ctx.redirect_saying(format!("/polls/{id}"), "flash-poll-created"))
        }
        Err(errors) => {
            let form = Form::failed(fields.clone(), errors, ctx.lang);
            ctx.invalid(&Proposal::of(&ctx, (group, None), form, &fields, &known)?.failed())
        }
    }
}

/// The group when it is not closed and this person may propose slots in it, and what to suggest.
async fn open_group(ctx: &Ctx, id: Id) -> Result<(Group, Known)> {
    let person = ctx.person()?.clone();
    let today = local(ctx.now(), person.time_zone).date_naive();
    ctx.read(move |db| {
        let (group, _) = visible_group(db, id, &person)?;
        if group.closed_at.is_some() {
            return Err(Error::NotFound);
        }
        let asked = asked_in(db, id, None)?;
        let usual: Vec<_> = asked.iter().map(|each| half_days(each.availability)).collect();
        let counties = counties_of(&asked);
        Ok((group, Known { suggestions: suggested(&usual, today, &counties), counties }))
    })
    .await
}

/// `GET /polls/{id}/edit`: the form with what is there; with what was typed when more rows were asked for.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (poll, group, slots, known) = open_poll(&ctx, id).await?;
    let typed = Fields::of_query(&request);
    let zone = ctx.person()?.time_zone;
    let fields = if typed.has("title") { typed } else { filled(&poll, &slots, zone, ctx.now()) };
    let form = Form::filled(fields.clone(), ctx.lang);
    ctx.page(&Proposal::of(&ctx, (group, Some(poll)), form, &fields, &known)?)
}

/// `POST /polls/{id}`: changes it and tells those whom it concerns.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (poll, group, slots, known) = open_poll(&ctx, id).await?;
    let zone = ctx.person()?.time_zone;
    let against = Against { group: group.id, zone, now: ctx.now(), before: Some((&poll, &slots)) };
    let changed = match parse(&fields, &against) {
        Ok(new) => {
            let (app, seen) = (ctx.app.clone(), fields.text("revision").parse().unwrap_or(-1));
            as_field_error(ctx.write(move |tx| polls::update(tx, &app, id, &new, seen)).await)?
        }
        Err(errors) => Err(errors),
    };
    match changed {
        Ok(true) => Ok(ctx.redirect_saying(format!("/polls/{id}"), "flash-poll-updated")),
        Ok(false) => Ok(ctx.redirect_saying(format!("/polls/{id}"), "flash-poll-unchanged")),
        Err(errors) => {
            let form = Form::failed(fields.clone(), errors, ctx.lang);
            ctx.invalid(&Proposal::of(&ctx, (group, Some(poll)), form, &fields, &known)?.failed())
        }
    }
}

/// The poll while it is open, if this person may change it.
async fn open_poll(ctx: &Ctx, id: Id) -> Result<(Poll, Group, Vec<Slot>, Known)> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| {
        let (poll, group, _) = visible(db, id, &person)?;
        poll.must_be_open(&group)?;
        let counties = counties_of(&asked_in(db, group.id, None)?);
        let slots = slots_of(db, id)?;
        Ok((poll, group, slots, Known { suggestions: Vec::new(), counties }))
    })
    .await
}

/// That somebody else has changed the poll is an error of the slots; the rest stays what it is.
fn as_field_error(result: Result<bool>) -> Result<Result<bool, Errors>> {
    match result {
        Err(Error::Conflict(key @ "error-poll-changed-meanwhile")) => Ok(Err(Errors::one("date-1", key))),
        other => other.map(Ok),
    }
}
