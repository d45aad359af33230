//! The board: the groups of a proposal as cards.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono_tz::Tz;

use super::changes::{called, sentence};
use super::shown;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::{Lang, fold};
use crate::organisers::{CardMaps, card_maps};
use crate::rounds::search::{self, Search};
use crate::rounds::{
    self, Outcome, ProposedGroup, Round, RoundState, ThemeNames, group_sentences, weakest_sentence,
};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, IdPath, Paging};
use crate::word_enum;

/// Groups on a page at most: each with a map, within the weight of a page.
const GROUPS_A_PAGE: i64 = 6;

/// People on a page at most, where groups are large.
const PEOPLE_A_PAGE: i64 = 32;

#[derive(Template)]
#[template(path = "rounds/proposal.html")]
struct Show {
    chrome: Chrome,
    round: Round,
    coordinator: bool,
    gap: Option<String>,
    improved: Option<String>,
    land: String,
    cards: Vec<Card>,
    groups: usize,
    unplaced: usize,
    people: usize,
    open: bool,
    search: Option<Search>,
    zone: Tz,
    wanted: String,
    view: View,
    views: Vec<(&'static str, String)>,
    latest: Option<(Id, String)>,
    paging: Paging,
    next_seed: i64,
}

impl Show {
    fn percent(&self, search: &Search) -> i32 {
        search.done_per_mille / 10
    }
}

word_enum! {
    /// What is shown of the board, and in which order. Texts: `proposal-view-<word>`.
    enum View {
        /// Everything as it comes.
        All = "all",
        /// Those with least in common first.
        Weakest = "weakest",
        /// Those where somebody was moved by hand.
        Moved = "moved",
        /// Those where something is locked.
        Locked = "locked",
    }
}

impl View {
    /// The groups to show, those that hold a word wanted.
    fn of(self, mut groups: Vec<ProposedGroup>, wanted: &str, lang: Lang) -> Vec<ProposedGroup> {
        let wanted = fold(wanted);
        let says = |text: &str| fold(text).contains(&wanted);
        let found = |group: &ProposedGroup| {
            let mut members = group.members.iter().map(|each| &each.registered);
            says(&group.name) || members.any(|each| says(&shown(each, lang)) || says(&each.organiser_name))
        };
        groups.retain(|group| {
            let kept = match self {
                View::All | View::Weakest => true,
                View::Moved => group.members.iter().any(|each| each.moved),
                View::Locked => group.frozen || group.members.iter().any(|each| each.locked),
            };
            kept && (wanted.is_empty() || found(group))
        });
        if self == View::Weakest {
            groups.sort_by_key(|group| group.why.mean);
        }
        groups
    }
}

struct Card {
    id: Id,
    name: String,
    map: String,
    sentences: Vec<String>,
    weakest: Option<String>,
    common: String,
    frozen: bool,
    members: Vec<CardMember>,
}

struct CardMember {
    id: Id,
    name: String,
    role: String,
    organiser: String,
    wishes: String,
    moved: bool,
    locked: bool,
}

impl Card {
    fn of(group: ProposedGroup, map: String, lang: Lang, themes: &ThemeNames) -> Self {
        let member = |each: &rounds::ProposedMember| CardMember {
            id: each.registered.id,
            name: shown(&each.registered, lang),
            role: each.registered.role.clone(),
            organiser: each.registered.organiser_name.clone(),
            wishes: each.registered.wishes.clone(),
            moved: each.moved,
            locked: each.locked,
        };
        Card {
            id: group.id,
            map,
            sentences: group_sentences(&group.why, lang, themes),
            weakest: weakest_sentence(&group.why, lang),
            common: lang.number(group.why.mean / 100),
            frozen: group.frozen,
            members: group.members.iter().map(member).collect(),
            name: group.name,
        }
    }
}

/// `GET /rounds/{id}/proposal`: the groups as cards. `q` and `view` choose among them, `group` opens the page where one
/// stands.
pub async fn show(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let read = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let found = rounds::proposal(db, round.id)?;
            let (search, themes) = (search::of_round(db, round.id)?, ThemeNames::load(db)?);
            Ok(Board { changes: rounds::changes(db, round.id)?, round, found, search, themes })
        })
        .await?;
    if read.round.matched_at.is_none() {
        return Ok(ctx.redirect(format!("/rounds/{}", read.round.id)));
    }
    ctx.page(&read.page(&ctx, &request)?)
}

/// What the board is made of.
struct Board {
    round: Round,
    found: rounds::Proposal,
    search: Option<Search>,
    changes: Vec<rounds::Change>,
    themes: ThemeNames,
}

impl Board {
    fn page(self, ctx: &Ctx, request: &HttpRequest) -> Result<Show> {
        let (lang, query) = (ctx.lang, Fields::of_query(request));
        let Board { round, found, search, changes, themes } = self;
        let latest = changes.first().map(|change| (change.id, sentence(change, &called(&found, lang), lang)));
        let (groups, unplaced) = (found.groups.len(), found.unplaced.len());
        let people = found.groups.iter().map(|group| group.members.len()).sum();
        let view = View::ALL.iter().copied().find(|view| view.word() == query.text("view"));
        let view = view.unwrap_or(View::All);
        let wanted = query.text("q").to_owned();
        let chosen = view.of(found.groups, &wanted, lang);
        let total = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
        let groups_a_page = (PEOPLE_A_PAGE / i64::from(round.size_max.max(1))).clamp(2, GROUPS_A_PAGE);
        let mut paging = Paging::of(request, groups_a_page);
        let at = chosen.iter().position(|group| group.id.to_string() == query.text("group"));
        if let Some(at) = at.filter(|_| query.text("page").is_empty()) {
            paging.page = i64::try_from(at).unwrap_or(0) / groups_a_page + 1;
        }
        let paging = paging.with_total(total);
        let chosen = paging.cut(chosen);
        let codes: Vec<Vec<&str>> = chosen.iter().map(codes).collect();
        let CardMaps { land, maps } = card_maps(&codes, lang);
        let cards = chosen.into_iter().zip(maps);
        let cards = cards.map(|(group, map)| Card::of(group, map, lang, &themes)).collect();
        let chrome = ctx.chrome("networks", "proposal-title");
        let outcome = Outcome::of(&round).unwrap_or_default();
        let gap = outcome.gap_per_mille.map(|gap| chrome.ta("proposal-gap", "gap", &per_cent(gap, lang)));
        Ok(Show {
            chrome,
            coordinator: true,
            gap,
            improved: outcome.improved.map(|improved| lang.tn("proposal-improved", improved.moved)),
            land,
            cards,
            groups,
            unplaced,
            people,
            open: round.state(round.last_day) == RoundState::Proposal,
            search,
            zone: ctx.person()?.time_zone,
            wanted,
            view,
            views: View::ALL
                .iter()
                .map(|view| (view.word(), lang.t(&format!("proposal-view-{view}"))))
                .collect(),
            latest,
            paging,
            next_seed: round.seed + 1,
            round,
        })
    }
}

/// The organisers of a group.
fn codes(group: &ProposedGroup) -> Vec<&str> {
    group.members.iter().map(|each| each.registered.organiser_code.as_str()).collect()
}

/// Parts per thousand as per cent with a decimal.
pub(super) fn per_cent(per_mille: u32, lang: Lang) -> String {
    let point = if lang == Lang::Swedish { ',' } else { '.' };
    format!("{}{point}{}", per_mille / 10, per_mille % 10)
}
