//! Registering for a round, alone or by a coordinator; pausing, resuming, withdrawing; who is registered.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{shown, today};
use crate::accounts::MeetingFormat;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups;
use crate::i18n::{Lang, fold};
use crate::networks;
use crate::rounds::forms;
use crate::rounds::registration::{Habits, find_registration};
use crate::rounds::{self, Registered, Registration, RegistrationState, Round, RoundState, late};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath, Paging};

#[derive(Template)]
#[template(path = "rounds/registration_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    round: Round,
    /// Whether the groups exist already.
    late: bool,
    on_behalf: bool,
    search: String,
    seats: Vec<(String, String)>,
    formats: Vec<(&'static str, String, String)>,
    times: Vec<(&'static str, String, bool)>,
}

/// What the form is made of, found for the one who asks.
struct Offer {
    round: Round,
    late: bool,
    on_behalf: bool,
    search: String,
    seats: Vec<(Id, String)>,
    habits: Habits,
    earlier: Vec<Registration>,
}

fn offer(db: &mut Db, id: Id, person: &CurrentPerson, fields: &Fields, lang: Lang) -> Result<Offer> {
    let (round, coordinator) = rounds::visible(db, id, person)?;
    let on_behalf = coordinator && fields.ticked("on_behalf");
    let search = fields.text("q").to_owned();
    let late = late::takes_late(db, &round)?;
    let mut seats = if on_behalf {
        groups::candidates(db, round.network_id, &search, lang)?
    } else {
        let seats = networks::member_seats_of(db, round.network_id, person.id)?;
        seats.into_iter().map(|seat| (seat.id, format!("{}, {}", seat.role, seat.organiser_name))).collect()
    };
    if late {
        let all: Vec<Id> = seats.iter().map(|(id, _)| *id).collect();
        let placed = late::with_group(db, round.id, &all)?;
        seats.retain(|(id, _)| !placed.contains(id));
    }
    let (habits, earlier) = if on_behalf {
        (Habits::UNKNOWN, Vec::new())
    } else {
        (Habits::of_person(db, person.id)?, rounds::of_person(db, round.id, person.id)?)
    };
    Ok(Offer { round, late, on_behalf, search, seats, habits, earlier })
}

impl Offer {
    /// What stands in the form for this seat, or for the first.
    fn prefilled(&self, wanted: &str) -> Fields {
        let mut seats = self.seats.iter().map(|(id, _)| *id);
        let seat = seats.clone().find(|id| id.to_string() == wanted).or_else(|| seats.next());
        let earlier = self.earlier.iter().find(|each| Some(each.seat_id) == seat);
        let habits = earlier.map_or(self.habits, Habits::of_registration);
        habits.fields(seat, earlier.map_or("", |each| &each.wishes))
    }
}

impl New {
    fn of(ctx: &Ctx, form: Form, offer: Offer) -> Self {
        let chrome = ctx.chrome("networks", "registration-new-title");
        let format = |each: &MeetingFormat| {
            (each.word(), ctx.lang.t(&format!("meeting-format-{each}")), String::new())
        };
        New {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            times: forms::times(&form, ctx.lang),
            form,
            round: offer.round,
            late: offer.late,
            on_behalf: offer.on_behalf,
            search: offer.search,
            seats: offer.seats.into_iter().map(|(id, label)| (id.to_string(), label)).collect(),
            formats: MeetingFormat::ALL.iter().map(format).collect(),
        }
    }
}

/// `GET /rounds/{id}/registrations/new`: the form, filled in from what was registered for `seat` before, otherwise from
/// the profile. With `on_behalf=1` coordinators choose among the seats of the network.
pub async fn new(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang, query) = (ctx.person()?.clone(), ctx.lang, Fields::of_query(&request));
    let wanted = query.text("seat").to_owned();
    let offer = ctx.read(move |db| offer(db, id.0, &person, &query, lang)).await?;
    if !offer.late && offer.round.state(today(&ctx)) != RoundState::Registering {
        return Err(Error::Conflict("error-round-not-registering"));
    }
    let fields = offer.prefilled(&wanted);
    ctx.page(&New::of(&ctx, Form::filled(fields, ctx.lang), offer))
}

/// `POST /rounds/{id}/registrations`: registers a seat.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, lang, typed) = (ctx.person()?.clone(), ctx.lang, fields.clone());
    let offer = ctx.read(move |db| offer(db, id.0, &person, &typed, lang)).await?;
    let seats: Vec<Id> = offer.seats.iter().map(|(id, _)| *id).collect();
    let new = match forms::registration(&fields, &seats) {
        Ok(new) => new,
        Err(errors) => return ctx.invalid(&New::of(&ctx, Form::failed(fields, errors, ctx.lang), offer)),
    };
    let (app, by, now, today) = (ctx.app.clone(), ctx.person()?.id, ctx.now(), today(&ctx));
    ctx.write(move |tx| {
        let registration = rounds::register(tx, id.0, &new, today, now)?;
        late::tell(tx, &app, id.0, registration, Some(by))
    })
    .await?;
    let (path, flash) = match (offer.on_behalf, offer.late) {
        (true, true) => (format!("/rounds/{}/follow-up", id.0), "flash-registration-on-behalf"),
        (true, false) => (format!("/rounds/{}/registrations", id.0), "flash-registration-on-behalf"),
        (false, true) => (format!("/rounds/{}", id.0), "flash-registration-late"),
        (false, false) => (format!("/rounds/{}", id.0), "flash-registration-made"),
    };
    Ok(ctx.redirect_saying(path, flash))
}

/// `POST /registrations/{id}/pause`: does not count until resumed.
pub async fn pause(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    set_state(ctx, id.0, RegistrationState::Paused, "flash-registration-paused").await
}

/// `POST /registrations/{id}/pause/end`: counts again.
pub async fn resume(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    set_state(ctx, id.0, RegistrationState::Active, "flash-registration-resumed").await
}

/// `POST /registrations/{id}/withdrawal`: takes it back.
pub async fn withdraw(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    set_state(ctx, id.0, RegistrationState::Withdrawn, "flash-registration-withdrawn").await
}

async fn set_state(ctx: Ctx, id: Id, state: RegistrationState, flash: &'static str) -> Result<HttpResponse> {
    let (person, now, today) = (ctx.person()?.clone(), ctx.now(), today(&ctx));
    let round = ctx
        .write(move |tx| {
            let registration = match rounds::own(tx, id, person.id) {
                Err(Error::NotFound) => {
                    let registration = find_registration(tx, id)?;
                    rounds::coordinated(tx, registration.round_id, &person)?;
                    registration
                }
                own => own?,
            };
            rounds::set_state(tx, &registration, state, today, now)?;
            Ok(registration.round_id)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{round}"), flash))
}

#[derive(Template)]
#[template(path = "rounds/registrations.html")]
struct Index {
    chrome: Chrome,
    round: Round,
    search: String,
    rows: Vec<(String, Registered)>,
    paging: Paging,
    open: bool,
}

/// `GET /rounds/{id}/registrations`: who is registered, for coordinators.
pub async fn index(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let (round, rows) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let rows = rounds::registered(db, round.id)?;
            Ok((round, rows))
        })
        .await?;
    let search = Fields::of_query(&request).text("q").to_owned();
    let folded = fold(&search);
    let found = |(name, row): &(String, Registered)| {
        fold(name).contains(&folded) || fold(&row.organiser_name).contains(&folded)
    };
    let rows: Vec<_> = rows.into_iter().map(|row| (shown(&row, lang), row)).filter(found).collect();
    let paging = Paging::of(&request, 50).with_total(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let open = round.state(today(&ctx)) == RoundState::Registering;
    let chrome = ctx.chrome("networks", "registrations-title");
    ctx.page(&Index { chrome, round, search, rows: paging.cut(rows), paging, open })
}
