//! The whole proposal on a map, and who takes part in a round.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::types::Id;
use crate::error::Result;
use crate::organisers::{Category, Circle, circles_map};
use crate::rounds::coverage::coverage;
use crate::rounds::{self, ProposedGroup, Round};
use crate::seats::Level;
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, IdPath, Paging};

/// Groups on a map: more could not be told apart.
const GROUPS_A_MAP: i64 = 40;

#[derive(Template)]
#[template(path = "rounds/map.html")]
struct Map {
    chrome: Chrome,
    round: Round,
    unplaced: usize,
    map: String,
    rows: Vec<Shown>,
    paging: Paging,
}

/// A group beside the map.
struct Shown {
    id: Id,
    sign: String,
    colour: String,
    name: String,
    organisers: Vec<String>,
}

/// `GET /rounds/{id}/proposal/map`: the groups on a map, with a table beside it.
pub async fn map(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, chrome) = (ctx.person()?.clone(), ctx.chrome("networks", "proposal-map-title"));
    let paging = Paging::of(&request, GROUPS_A_MAP);
    let page = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let found = rounds::proposal(db, round.id)?;
            let total = i64::try_from(found.groups.len()).unwrap_or(i64::MAX);
            let paging = paging.with_total(total);
            let first = usize::try_from(paging.offset()).unwrap_or(0) + 1;
            let groups = paging.cut(found.groups);
            let circles: Vec<Circle> =
                groups.iter().enumerate().map(|(at, group)| circle(group, first + at)).collect();
            let map = circles_map(db, &circles, &chrome.tn("proposal-map-label", &circles.len()))?;
            let rows = groups.iter().zip(&circles).enumerate().map(|(at, pair)| shown(at, pair)).collect();
            Ok(Map { chrome, round, unplaced: found.unplaced.len(), map, rows, paging })
        })
        .await?;
    ctx.page(&page)
}

fn circle(group: &ProposedGroup, number: usize) -> Circle {
    let codes = group.members.iter().map(|each| each.registered.organiser_code.clone()).collect();
    Circle { codes, sign: number.to_string(), name: group.name.clone() }
}

fn shown(at: usize, (group, circle): (&ProposedGroup, &Circle)) -> Shown {
    let mut organisers: Vec<String> =
        group.members.iter().map(|each| each.registered.organiser_name.clone()).collect();
    organisers.dedup();
    Shown {
        id: group.id,
        sign: circle.sign.clone(),
        colour: Circle::colour(at),
        name: group.name.clone(),
        organisers,
    }
}

#[derive(Template)]
#[template(path = "rounds/coverage.html")]
struct Coverage {
    chrome: Chrome,
    round: Round,
    categories: Vec<Tally>,
    levels: Vec<Tally>,
    outside: bool,
    counts: (usize, usize),
    rows: Vec<Row>,
    paging: Paging,
}

/// How many of a kind take part, are in the network, and are there at all.
struct Tally {
    name: String,
    registered: usize,
    members: usize,
    all: usize,
}

struct Row {
    code: String,
    name: String,
    category: String,
    registered: usize,
    members: usize,
}

/// `GET /rounds/{id}/coverage`: who takes part and who does not. `show=in` lists those who do, otherwise those who do not.
pub async fn show(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let limits = ctx.app.config.settings.categories;
    let (round, found) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let found = coverage(db, &round)?;
            Ok((round, found))
        })
        .await?;
    let word = |category: Category| lang.t(&format!("organiser-category-{category}"));
    let categories =
        Category::ALL.iter().map(|category| of_category(&found, *category, limits, word(*category)));
    let levels = Level::ALL.iter().map(|level| of_level(&found, *level, lang.t(&format!("level-{level}"))));
    let (categories, levels) = (categories.collect(), levels.collect());
    let inside = found.iter().filter(|each| !each.registered.is_empty()).count();
    let counts = (inside, found.len() - inside);
    let outside = Fields::of_query(&request).text("show") != "in";
    let rows = found.into_iter().filter(|each| each.registered.is_empty() == outside);
    let rows: Vec<Row> =
        rows.map(|each| Row::of(each, |organiser| word(organiser.category(limits)))).collect();
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let paging = Paging::of(&request, 50).with_total(total);
    let (rows, chrome) = (paging.cut(rows), ctx.chrome("networks", "coverage-title"));
    ctx.page(&Coverage { chrome, round, categories, levels, outside, counts, rows, paging })
}

impl Row {
    fn of(each: rounds::Covered, word: impl Fn(&crate::organisers::Organiser) -> String) -> Self {
        Row {
            category: word(&each.organiser),
            code: each.organiser.code,
            name: each.organiser.name,
            registered: each.registered.len(),
            members: each.members.len(),
        }
    }
}

/// Organisers of a category.
fn of_category(
    found: &[rounds::Covered],
    category: Category,
    limits: crate::config::CategoryLimits,
    name: String,
) -> Tally {
    let of: Vec<_> = found.iter().filter(|each| each.organiser.category(limits) == category).collect();
    Tally {
        name,
        registered: of.iter().filter(|each| !each.registered.is_empty()).count(),
        members: of.iter().filter(|each| !each.members.is_empty()).count(),
        all: of.len(),
    }
}

/// Seats of a level.
fn of_level(found: &[rounds::Covered], level: Level, name: String) -> Tally {
    let count = |levels: &[Level]| levels.iter().filter(|each| **each == level).count();
    let members = found.iter().map(|each| count(&each.members)).sum();
    Tally { name, registered: found.iter().map(|each| count(&each.registered)).sum(), members, all: members }
}
