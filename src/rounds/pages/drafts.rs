//! Proposals put aside: comparing them, choosing one.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::board::per_cent;
use super::shown;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::{self, Draft, Figures, Proposal, ProposedGroup, Round, RoundState};
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath, Paging};

#[derive(Template)]
#[template(path = "rounds/drafts.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    round: Round,
    open: bool,
    board: Column,
    rows: Vec<(Id, String, Column)>,
}

/// The figures of a proposal as they are shown.
struct Column {
    name: String,
    figures: Figures,
    common: String,
    weakest_group: String,
    weakest_person: String,
    gap: String,
}

impl Column {
    fn of(name: String, figures: Figures, lang: Lang) -> Self {
        let points = |points: i32| lang.number(points / 100);
        let value = figures.outcome.value;
        Column {
            name,
            common: points(value.mean),
            weakest_group: points(value.weakest_group),
            weakest_person: points(value.weakest_person),
            gap: figures.outcome.gap_per_mille.map(|gap| per_cent(gap, lang)).unwrap_or_default(),
            figures,
        }
    }
}

impl Index {
    async fn of(ctx: &Ctx, id: Id, form: Form) -> Result<Self> {
        let (person, lang) = (ctx.person()?.clone(), ctx.lang);
        let zone = person.time_zone;
        let (round, board, drafts) = ctx
            .read(move |db| {
                let round = rounds::coordinated(db, id, &person)?;
                let (board, drafts) = (rounds::figures(db, &round)?, rounds::drafts(db, round.id)?);
                Ok((round, board, drafts))
            })
            .await?;
        let row = |draft: Draft| {
            let at = lang.moment(draft.kept_at, zone);
            (draft.id, at, Column::of(draft.name, draft.figures, lang))
        };
        let chrome = ctx.chrome("networks", "drafts-title");
        Ok(Index {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            form,
            open: is_open(&round),
            round,
            board: Column::of(lang.t("drafts-board"), board, lang),
            rows: drafts.into_iter().map(row).collect(),
        })
    }
}

fn is_open(round: &Round) -> bool {
    round.state(round.last_day) == RoundState::Proposal
}

/// `GET /rounds/{id}/drafts`: those put aside beside the one on the board.
pub async fn index(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    ctx.page(&Index::of(&ctx, id.0, Form::empty(ctx.lang)).await?)
}

/// `POST /rounds/{id}/drafts`: puts the one on the board aside under a name.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let mut check = Check::of(&fields);
    let name = check.text("name", 1..=80);
    if let Err(errors) = check.done() {
        return ctx.invalid(&Index::of(&ctx, id.0, Form::failed(fields, errors, ctx.lang)).await?);
    }
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id.0, &person)?;
        rounds::keep_draft(tx, round.id, &name, person.id, now)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}/drafts", id.0), "flash-draft-kept"))
}

#[derive(Template)]
#[template(path = "rounds/draft.html")]
struct Show {
    chrome: Chrome,
    round: Round,
    draft: Id,
    name: String,
    open: bool,
    alike: usize,
    pairs: Vec<Pair>,
    paging: Paging,
}

/// A group put aside and the one on the board that is most like it.
struct Pair {
    kept: Option<Side>,
    board: Option<Side>,
}

struct Side {
    name: String,
    members: Vec<(String, bool)>,
}

/// `GET /rounds/{id}/drafts/{draft}`: where it differs from the one on the board, side by side.
pub async fn show(ctx: Ctx, path: web::Path<(String, String)>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang, (id, draft)) = (ctx.person()?.clone(), ctx.lang, ids(path)?);
    let (round, name, kept, board) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id, &person)?;
            let (name, kept) = rounds::draft(db, round.id, draft)?;
            let board = rounds::proposal(db, round.id)?;
            Ok((round, name, kept, board))
        })
        .await?;
    let pairs = pairs(&kept, &board, lang);
    let alike = kept.groups.len().saturating_sub(pairs.iter().filter(|pair| pair.kept.is_some()).count());
    let total = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
    let paging = Paging::of(&request, 12).with_total(total);
    let (pairs, open) = (paging.cut(pairs), is_open(&round));
    let chrome = ctx.chrome_titled("networks", lang.tname("draft-title", &name));
    ctx.page(&Show { chrome, round, draft, name, open, alike, pairs, paging })
}

/// The groups that differ: each with the one that shares most people with it, and what is left over.
fn pairs(kept: &Proposal, board: &Proposal, lang: Lang) -> Vec<Pair> {
    let stands: BTreeMap<Id, usize> = (board.groups.iter().enumerate())
        .flat_map(|(at, group)| group.members.iter().map(move |each| (each.registered.id, at)))
        .collect();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut pairs = Vec::new();
    for group in &kept.groups {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in group.members.iter().filter_map(|each| stands.get(&each.registered.id)) {
            *shared.entry(*at).or_default() += 1;
        }
        let free = shared.into_iter().filter(|(at, _)| !used.contains(at));
        let most = free.max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at))).map(|(at, _)| at);
        used.extend(most);
        let other = most.and_then(|at| board.groups.get(at));
        let (left, right) = (Side::of(group, other, lang), other.map(|it| Side::of(it, Some(group), lang)));
        let differs = |side: &Side| side.members.iter().any(|(_, differs)| *differs);
        if differs(&left) || right.as_ref().is_none_or(differs) {
            pairs.push(Pair { kept: Some(left), board: right });
        }
    }
    let rest = board.groups.iter().enumerate().filter(|(at, _)| !used.contains(at));
    pairs.extend(rest.map(|(_, group)| Pair { kept: None, board: Some(Side::of(group, None, lang)) }));
    pairs
}

impl Side {
    fn of(group: &ProposedGroup, other: Option<&ProposedGroup>, lang: Lang) -> Self {
        let there: BTreeSet<Id> =
            other.iter().flat_map(|it| &it.members).map(|each| each.registered.id).collect();
        let member = |each: &rounds::ProposedMember| {
            let each = &each.registered;
            (format!("{}, {}", shown(each, lang), each.organiser_name), !there.contains(&each.id))
        };
        Side { name: group.name.clone(), members: group.members.iter().map(member).collect() }
    }
}

/// `POST /rounds/{id}/drafts/{draft}/choice`: puts it on the board.
pub async fn choose(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, now, (id, draft)) = (ctx.person()?.clone(), ctx.now(), ids(path)?);
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id, &person)?;
        rounds::take_up_draft(tx, round.id, draft, person.id, now)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{id}/proposal"), "flash-draft-chosen"))
}

/// `POST /rounds/{id}/drafts/{draft}/end`: throws it away.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, (id, draft)) = (ctx.person()?.clone(), ids(path)?);
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id, &person)?;
        rounds::throw_away(tx, round.id, draft)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{id}/drafts"), "flash-draft-gone"))
}

fn ids(path: web::Path<(String, String)>) -> Result<(Id, Id)> {
    let (id, draft) = path.into_inner();
    let parse = |text: &str| text.parse::<Id>().map_err(|_| Error::NotFound);
    Ok((parse(&id)?, parse(&draft)?))
}
