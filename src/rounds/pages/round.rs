//! A round: opening, showing and changing it.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{forecast, today};
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups;
use crate::i18n::Lang;
use crate::networks::{self, Network};
use crate::rounds::forms;
use crate::rounds::outlook::Outlook;
use crate::rounds::registration::{Registration, own_places};
use crate::rounds::search::{self, Search};
use crate::rounds::solving::MOST_AT_ONCE;
use crate::rounds::weights::{OWN, of_preset, weight_fields, weights_sentence, with_weights};
use crate::rounds::{self, Preset, Round, RoundState, UnplacedWhy, Waits, late, unplaced_sentences};
use crate::seats::HeldSeat;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath};

#[derive(Template)]
#[template(path = "rounds/form.html")]
pub(super) struct Edit {
    chrome: Chrome,
    form: Form,
    network: Network,
    round: Option<Id>,
    presets: Vec<forms::Choice>,
    weights: Vec<(&'static str, String, String, String)>,
    own: bool,
    categories: Vec<forms::Choice>,
    levels: Vec<forms::Choice>,
    /// What the settings in the form would mean; where it was worked out.
    outlook: Option<Outlook>,
}

impl Edit {
    pub(super) fn of(ctx: &Ctx, form: Form, network: Network, round: Option<Id>) -> Self {
        let chrome =
            ctx.chrome("networks", if round.is_some() { "round-edit-title" } else { "round-new-title" });
        let (weights, own) = (weight_fields(&form, ctx.lang), form.value("preset") == OWN);
        Edit {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            form,
            network,
            round,
            presets: forms::presets(ctx.lang),
            weights,
            own,
            categories: forms::keepings(ctx.lang, "round-categories"),
            levels: forms::keepings(ctx.lang, "round-levels"),
            outlook: None,
        }
    }

    /// With what the settings in the form would mean.
    pub(super) fn with(self, outlook: Outlook) -> Self {
        Edit { outlook: Some(outlook), ..self }
    }
}

/// `GET /networks/{slug}/rounds/new`: the form for a new round, with settings that usually fit.
pub async fn new(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let network = ctx.read(move |db| networks::coordinated(db, &slug, &person)).await?;
    let last_day = (today(&ctx) + chrono::TimeDelta::days(21)).to_string();
    let usual = Fields::from_pairs([
        ("preset", "mixed"),
        ("size_min", "5"),
        ("size_max", "7"),
        ("per_organiser", "1"),
        ("categories", "mixed"),
        ("levels", "mixed"),
        ("last_day", &last_day),
        ("call", "1"),
    ]);
    let usual = with_weights(usual, &of_preset(Preset::Mixed));
    ctx.page(&Edit::of(&ctx, Form::filled(usual, ctx.lang), network, None))
}

/// `POST /networks/{slug}/rounds`: opens a round.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let by = person.id;
    let network = ctx.read(move |db| networks::coordinated(db, &slug, &person)).await?;
    let new = match forms::round(&fields, today(&ctx)) {
        Ok(new) => new,
        Err(errors) => {
            return ctx.invalid(&Edit::of(&ctx, Form::failed(fields, errors, ctx.lang), network, None));
        }
    };
    let (now, call) = (ctx.now(), fields.ticked("call"));
    let id = ctx.write(move |tx| rounds::open(tx, network.id, &new, call, by, now)).await?;
    Ok(ctx.redirect_saying(format!("/rounds/{id}"), "flash-round-opened"))
}

#[derive(Template)]
#[template(path = "rounds/show.html")]
struct Show {
    chrome: Chrome,
    round: Round,
    network: Network,
    state: RoundState,
    coordinator: bool,
    count: i64,
    free_seats: usize,
    mine: Vec<Mine>,
    search: Option<Search>,
    /// Whether one can register although the groups exist.
    late: bool,
    /// What waits for coordinators after publishing.
    waits: Waits,
    zone: Tz,
}

/// One's own registration.
struct Mine {
    seat: HeldSeat,
    registration: Registration,
    group: Option<(Id, String)>,
    /// Whether a coordinator is to find a group for it.
    waits: bool,
    unplaced: Option<(String, Vec<String>)>,
}

impl Show {
    fn of(db: &mut Db, id: Id, person: &CurrentPerson, today: NaiveDate, chrome: Chrome) -> Result<Self> {
        let (round, coordinator) = rounds::visible(db, id, person)?;
        let network = networks::find(db, round.network_id)?;
        let seats = networks::member_seats_of(db, network.id, person.id)?;
        let mine = mine(db, &round, &seats, person.id, chrome.language)?;
        Ok(Show {
            chrome: Chrome { title: round.name.clone(), ..chrome },
            state: round.state(today),
            coordinator,
            count: rounds::count(db, round.id)?,
            free_seats: seats.len().saturating_sub(mine.len()),
            mine,
            search: search::of_round(db, round.id)?,
            late: late::takes_late(db, &round)?,
            waits: if coordinator { rounds::waits(db, &round)? } else { Waits::default() },
            zone: person.time_zone,
            network,
            round,
        })
    }

    fn is(&self, word: &str) -> bool {
        self.state.to_string() == word
    }

    /// Seats of the visitor that could be registered, or again after having left a group of the round.
    fn free(&self) -> bool {
        let over = |each: &Mine| each.group.is_none() && !each.waits;
        self.free_seats > 0 || self.late && self.mine.iter().any(over)
    }

    fn percent(&self, search: &Search) -> i32 {
        search.done_per_mille / 10
    }

    /// What counts and how much.
    fn weights(&self) -> String {
        let weights = self.round.weights().unwrap_or_default();
        weights_sentence(&weights, self.chrome.language)
    }

    fn preset(&self) -> String {
        self.chrome.t(&format!("round-preset-{}", self.round.preset_word()))
    }

    fn preset_hint(&self) -> String {
        self.round.preset_hint(self.chrome.language)
    }
}

/// `GET /rounds/{id}`: the round as far as it has come, and what is next for the one who looks.
pub async fn show(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (person, today) = (ctx.person()?.clone(), today(&ctx));
    let chrome = ctx.chrome_titled("networks", "");
    let page = ctx.read(move |db| Show::of(db, id.0, &person, today, chrome)).await?;
    ctx.page(&page)
}

/// One's own registrations, and once the round is published what became of them.
fn mine(db: &mut Db, round: &Round, seats: &[HeldSeat], person: Id, lang: Lang) -> Result<Vec<Mine>> {
    let places = own_places(db, round.id, person)?;
    let groups = groups::of_person(db, person)?;
    let group = groups.iter().find(|group| group.round_id == Some(round.id));
    let group = group.map(|group| (group.id, group.name.clone()));
    let mut mine = Vec::new();
    let waiting = if round.published_at.is_some() { late::waiting(db, round.id)? } else { Vec::new() };
    for registration in rounds::of_person(db, round.id, person)? {
        let Some(seat) = seats.iter().find(|seat| seat.id == registration.seat_id) else { continue };
        let why = places.iter().find(|(id, group, _)| *id == registration.id && group.is_none());
        let why = why.filter(|_| round.published_at.is_some());
        let why = why.map(|(_, _, why)| serde_json::from_str::<UnplacedWhy>(why)).transpose()?;
        let unplaced = why.map(|why| unplaced_sentences(&why, lang));
        let group = group.clone().filter(|_| unplaced.is_none());
        let waits = waiting.contains(&registration.id);
        mine.push(Mine { seat: seat.clone(), registration, group, waits, unplaced });
    }
    Ok(mine)
}

/// `GET /rounds/{id}/edit`: the settings, while nothing is matched.
pub async fn edit(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (round, network) = changeable(&ctx, id.0).await?;
    let form = Form::filled(forms::fields_of(&round)?, ctx.lang);
    let (id, settings) = (round.id, round.settings());
    let count = ctx.read(move |db| rounds::count(db, id)).await?;
    let outlook = match (1..=MOST_AT_ONCE).contains(&count) {
        true => Some(forecast::of(&ctx, round, settings).await?),
        false => None,
    };
    ctx.page(&Edit { outlook, ..Edit::of(&ctx, form, network, Some(id)) })
}

/// `POST /rounds/{id}`: changes the settings.
pub async fn update(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let (round, network) = changeable(&ctx, id.0).await?;
    let new = match forms::round(&fields, today(&ctx).min(round.last_day)) {
        Ok(new) => new,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&Edit::of(&ctx, form, network, Some(round.id)));
        }
    };
    ctx.write(move |tx| rounds::update(tx, round.id, &new)).await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}", id.0), "flash-round-changed"))
}

/// The round and its network, for who runs it, while its settings may change.
pub(super) async fn changeable(ctx: &Ctx, id: Id) -> Result<(Round, Network)> {
    let person = ctx.person()?.clone();
    let found = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id, &person)?;
            let network = networks::find(db, round.network_id)?;
            Ok((round, network))
        })
        .await?;
    if found.0.is_open_to_change() { Ok(found) } else { Err(Error::Conflict("error-round-not-open")) }
}
