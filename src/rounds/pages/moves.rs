//! Moving somebody in the proposal, or letting two change places: choosing, seeing what it does, doing it.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{board_at, shown};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::effect::{Said, said};
use crate::rounds::moves::{Effect, effect};
use crate::rounds::{self, ByHand, Move, Proposal, ProposedGroup, Registered, Round, Swap};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, IdPath};

/// The word that stands for having no group.
const NOWHERE: &str = "none";

#[derive(Template)]
#[template(path = "rounds/move_new.html")]
struct New {
    chrome: Chrome,
    round: Round,
    registered: Registered,
    name: String,
    from: String,
    to: String,
    targets: Vec<(String, String)>,
    effect: Option<Said>,
    partners: Vec<(Id, String)>,
}

/// `GET /rounds/{id}/moves/new?registration=…&to=…`: where to, and once chosen what it would do.
pub async fn new(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang, query) = (ctx.person()?.clone(), ctx.lang, Fields::of_query(&request));
    let registration: Id = query.text("registration").parse().map_err(|_| Error::NotFound)?;
    let to = query.text("to").to_owned();
    let change = target(&to).map(|to| ByHand::Move(Move { registration, to }));
    let limits = ctx.app.config.settings.categories;
    let (round, found, effect) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let found = rounds::proposal(db, round.id)?;
            let change = if query.text("to").is_empty() { None } else { Some(change?) };
            let effect = change.map(|change| effect(db, &round, change, limits)).transpose()?;
            Ok((round, found, effect))
        })
        .await?;
    must_have_proposal(&round)?;
    let (registered, from) = found_of(&found, registration)?;
    let targets = targets(&found.groups, from, lang);
    let partners = if from.is_some() { partners(&found.groups, &to, lang) } else { Vec::new() };
    let from = from.map_or_else(|| lang.t("move-from-nowhere"), |group| group.name.clone());
    let (name, effect) = (shown(&registered, lang), effect.map(|effect| in_words(&effect, lang)));
    let chrome = ctx.chrome("networks", "move-title");
    ctx.page(&New { chrome, round, registered, name, from, to, targets, effect, partners })
}

fn must_have_proposal(round: &Round) -> Result<()> {
    match round.matched_at.is_some() && round.published_at.is_none() && round.cancelled_at.is_none() {
        true => Ok(()),
        false => Err(Error::Conflict("error-round-no-proposal")),
    }
}

/// Who is to be moved, and from which group, if any.
fn found_of(found: &Proposal, registration: Id) -> Result<(Registered, Option<&ProposedGroup>)> {
    let holds = |group: &&ProposedGroup| group.members.iter().any(|each| each.registered.id == registration);
    let placed = found.groups.iter().flat_map(|group| group.members.iter().map(|each| &each.registered));
    let mut everybody = placed.chain(found.unplaced.iter().map(|(each, _)| each));
    let registered = everybody.find(|each| each.id == registration).cloned().ok_or(Error::NotFound)?;
    Ok((registered, found.groups.iter().find(holds)))
}

/// Where somebody may be moved to.
fn targets(groups: &[ProposedGroup], from: Option<&ProposedGroup>, lang: Lang) -> Vec<(String, String)> {
    let others = groups.iter().filter(|group| !group.frozen && from.is_none_or(|from| from.id != group.id));
    let named =
        |group: &ProposedGroup| (group.id.to_string(), format!("{} ({})", group.name, group.members.len()));
    let nowhere = from.map(|_| (NOWHERE.to_owned(), lang.t("move-nowhere")));
    others.map(named).chain(nowhere).collect()
}

/// Those in the group chosen with whom places could be changed instead.
fn partners(groups: &[ProposedGroup], to: &str, lang: Lang) -> Vec<(Id, String)> {
    let members = groups.iter().filter(|group| group.id.to_string() == to).flat_map(|group| &group.members);
    let label = |each: &Registered| format!("{}, {}", shown(each, lang), each.organiser_name);
    let free = members.filter(|each| !each.locked).map(|each| &each.registered);
    free.map(|each| (each.id, label(each))).collect()
}

/// `POST /rounds/{id}/moves`: makes the move.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let registration: Id = fields.text("registration").parse().map_err(|_| Error::NotFound)?;
    let change = Move { registration, to: target(fields.text("to"))? };
    make(ctx, id.0, change.into(), "flash-person-moved").await
}

#[derive(Template)]
#[template(path = "rounds/swap_new.html")]
struct NewSwap {
    chrome: Chrome,
    round: Round,
    swap: Swap,
    one: (String, String),
    two: (String, String),
    effect: Option<Said>,
}

/// `GET /rounds/{id}/swaps/new?one=…&two=…`: what it would do that two change places.
pub async fn new_swap(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang, limits) = (ctx.person()?.clone(), ctx.lang, ctx.app.config.settings.categories);
    let swap = swap(&Fields::of_query(&request))?;
    let (round, found, effect) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let found = rounds::proposal(db, round.id)?;
            let effect = effect(db, &round, swap.into(), limits)?;
            Ok((round, found, effect))
        })
        .await?;
    must_have_proposal(&round)?;
    let side = |registration: Id| -> Result<(String, String)> {
        let (registered, group) = found_of(&found, registration)?;
        let name = format!("{}, {}", shown(&registered, lang), registered.organiser_name);
        Ok((name, group.map(|group| group.name.clone()).unwrap_or_default()))
    };
    let (one, two, effect) = (side(swap.one)?, side(swap.two)?, Some(in_words(&effect, lang)));
    ctx.page(&NewSwap { chrome: ctx.chrome("networks", "swap-title"), round, swap, one, two, effect })
}

/// `POST /rounds/{id}/swaps`: lets two change places.
pub async fn create_swap(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let swap = swap(&fields)?;
    make(ctx, id.0, swap.into(), "flash-people-swapped").await
}

fn swap(fields: &Fields) -> Result<Swap> {
    let id = |name: &str| fields.text(name).parse::<Id>().map_err(|_| Error::NotFound);
    Ok(Swap { one: id("one")?, two: id("two")? })
}

async fn make(ctx: Ctx, round: Id, change: ByHand, flash: &'static str) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let limits = ctx.app.config.settings.categories;
    let group = ctx
        .write(move |tx| {
            let round = rounds::coordinated(tx, round, &person)?;
            rounds::move_person(tx, round.id, change, limits, person.id, now)
        })
        .await?;
    Ok(ctx.redirect_saying(board_at(round, group), flash))
}

fn target(to: &str) -> Result<Option<Id>> {
    if to == NOWHERE { Ok(None) } else { to.parse().map(Some).map_err(|_| Error::NotFound) }
}

fn in_words(found: &Effect, lang: Lang) -> Said {
    let mut words = said(&found.effect, &found.groups, &found.material, lang);
    if found.unconfirmed {
        words.broken.push(lang.t("move-unconfirmed"));
    }
    words
}
