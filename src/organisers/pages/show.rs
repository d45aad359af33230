//! One organiser.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use fluent_templates::fluent_bundle::FluentValue;

use super::words::{Line, categories_explained, size};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers::approver::{Choice, Choices, choices};
use crate::organisers::likeness::{Alike, Like, alike};
use crate::organisers::map::SmallMap;
use crate::organisers::neighbour::{
    Neighbour, NeighbourKind, independent_in, municipality_codes, neighbours_of,
};
use crate::organisers::organiser::{self, Kind, Organiser, by_codes};
use crate::organisers::similar::Area;
use crate::organisers::{domains_of, taking_part};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson};

#[derive(Template)]
#[template(path = "organisers/show.html")]
pub(super) struct Show {
    chrome: Chrome,
    organiser: Organiser,
    summary: String,
    facts: Vec<Fact>,
    takes_part: bool,
    map: String,
    neighbours: Vec<Neighbour>,
    municipalities: Vec<Organiser>,
    active: Vec<Organiser>,
    likes: Vec<Tab>,
    areas: Vec<Tab>,
    explained: String,
    source: String,
    more: Option<String>,
    lines: Vec<Line>,
    may_edit: bool,
    /// Whether the visitor leads the organiser by their mail address alone, and so may not choose its approver.
    unvouched: bool,
    /// The seats that the visitor may choose an approver among: value, label, hint; none when they may not.
    approvers: Vec<(String, String, String)>,
    /// The one that is chosen, as a form sends it.
    approver: String,
    domains: Vec<String>,
    form: Form,
}

struct Fact {
    name: String,
    value: String,
    source: String,
}

struct Tab {
    name: String,
    address: String,
    here: bool,
}

/// `GET /organisers/{code}`: facts, neighbours, and those alike by `?like=` (and `area=` for Kolada).
pub async fn show(ctx: Ctx, code: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let page = page_of(&ctx, code.into_inner(), &Fields::of_query(&request), Form::empty(ctx.lang)).await?;
    ctx.page(&page)
}

/// What the page needs from the database.
struct Found {
    organiser: Organiser,
    neighbours: Vec<Neighbour>,
    municipalities: Vec<Organiser>,
    active: Vec<Organiser>,
    like: Like,
    alike: Alike,
    part: std::collections::HashSet<String>,
    domains: Vec<String>,
    approvers: Choices,
}

impl Found {
    /// A fixed number of queries, however large the organiser.
    fn read(
        db: &mut Db,
        code: &str,
        like: Option<Like>,
        area: Area,
        limits: CategoryLimits,
        (visitor, domains): (Option<&CurrentPerson>, bool),
    ) -> Result<Self> {
        let organiser = organiser::find(db, code)?;
        let like = like.filter(|like| Like::of(organiser.kind).contains(like)).unwrap_or(Like::Neighbours);
        let is_municipality = organiser.kind == Kind::Municipality;
        let neighbours = if is_municipality { neighbours_of(db, code)? } else { Vec::new() };
        let (municipalities, active) = if is_municipality {
            let here = independent_in(db, &[code.to_owned()])?;
            (Vec::new(), by_codes(db, &here)?)
        } else {
            let own = municipality_codes(db, code)?;
            (by_codes(db, &own)?, Vec::new())
        };
        let alike = alike(db, &organiser, like, area, limits)?;
        let mut codes: Vec<String> = alike.organisers.iter().map(|each| each.code.clone()).collect();
        codes.push(organiser.code.clone());
        let part = taking_part(db, &codes, visitor)?;
        let domains = if domains { domains_of(db, code)? } else { Vec::new() };
        let approvers = visitor.map(|visitor| choices(db, code, visitor)).transpose()?.unwrap_or_default();
        Ok(Found { organiser, neighbours, municipalities, active, like, alike, part, domains, approvers })
    }
}

/// The page with a form for domains; also for when that form had errors.
pub(super) async fn page_of(ctx: &Ctx, code: String, query: &Fields, form: Form) -> Result<Show> {
    let (lang, limits, may_edit) = (ctx.lang, ctx.app.config.settings.categories, super::may_edit(ctx));
    let like: Option<Like> = query.text("like").parse().ok();
    let area: Area = query.text("area").parse().unwrap_or(Area::CompulsorySchool);
    let visitor = ctx.visitor().cloned();
    let read = move |db: &mut Db| Found::read(db, &code, like, area, limits, (visitor.as_ref(), may_edit));
    let found = ctx.read(read).await?;
    let (organiser, like) = (found.organiser, found.like);
    let own: Vec<&str> = match organiser.kind {
        Kind::Municipality => vec![organiser.code.as_str()],
        Kind::Independent => Vec::new(),
    };
    let around: Vec<&str> = found.neighbours.iter().map(|each| each.code.as_str()).collect();
    let rings: Vec<&str> = found.municipalities.iter().map(|each| each.code.as_str()).collect();
    let map = SmallMap { here: &own, members: &[], neighbours: &around, rings: &rings }.draw(lang);
    let line = |each| Line::of(each, found.part.contains(&each.code), limits, lang);
    let chrome = ctx.chrome_titled("organisers", &organiser.name);
    Ok(Show {
        chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
        summary: Line::of(&organiser, false, limits, lang).detail,
        facts: facts(&organiser, limits, lang),
        takes_part: found.part.contains(&organiser.code),
        map,
        likes: like_tabs(&organiser, like, lang),
        areas: if like == Like::Kolada { area_tabs(&organiser, area, lang) } else { Vec::new() },
        explained: explained(&organiser, like, (&found.alike, &found.neighbours), lang),
        source: source(like, &found.alike, lang),
        more: more(&organiser, like, &found.alike, limits),
        lines: found.alike.organisers.iter().map(line).collect(),
        neighbours: found.neighbours,
        municipalities: found.municipalities,
        active: found.active,
        approver: chosen(&found.approvers.seats),
        approvers: boxes(&found.approvers.seats, lang),
        unvouched: found.approvers.unvouched,
        domains: found.domains,
        may_edit,
        form,
        organiser,
    })
}

impl Show {
    /// `gräns på land, 18 km`.
    fn how_near(&self, neighbour: &Neighbour) -> String {
        let key = match neighbour.kind {
            NeighbourKind::Land => "organiser-neighbour-land",
            NeighbourKind::Water => "organiser-neighbour-water",
            NeighbourKind::Distance => "organiser-neighbour-distance",
        };
        self.chrome.ta(key, "kilometres", &format!("{:.0}", neighbour.kilometres))
    }

    fn is_municipality(&self) -> bool {
        self.organiser.kind == Kind::Municipality
    }
}

/// The seat that is chosen among these; `none` when none of them is.
fn chosen(choices: &[Choice]) -> String {
    let chosen = choices.iter().find(|choice| choice.chosen);
    chosen.map_or_else(|| "none".to_owned(), |choice| choice.seat.to_string())
}

fn boxes(choices: &[Choice], lang: Lang) -> Vec<(String, String, String)> {
    if choices.is_empty() {
        return Vec::new();
    }
    let name = |choice: &Choice| choice.name.clone().unwrap_or_else(|| lang.t("person-protected"));
    let of = |choice: &Choice| (choice.seat.to_string(), choice.role.clone(), name(choice));
    let none = ("none".to_owned(), lang.t("approver-none"), lang.t("approver-none-hint"));
    [none].into_iter().chain(choices.iter().map(of)).collect()
}

fn facts(organiser: &Organiser, limits: CategoryLimits, lang: Lang) -> Vec<Fact> {
    let year = organiser.size_year.map(|year| year.to_string()).unwrap_or_default();
    let fact = |key: &str, value: Option<String>, source: String| {
        value.map(|value| Fact { name: lang.t(key), value, source })
    };
    let category = lang.t(&format!("organiser-category-{}", organiser.category(limits)));
    let explained = match organiser.kind {
        Kind::Municipality => categories_explained(limits, lang),
        Kind::Independent => String::new(),
    };
    let (size_source, structure) = match (organiser.kind, organiser.reference) {
        (Kind::Municipality, _) => (format!("SCB, {year}"), organiser.structure_code.as_deref()),
        (Kind::Independent, true) => (format!("Skolverket, {year}"), None),
        (Kind::Independent, false) => {
            (lang.ta("organiser-source-coordinator", &[("year", FluentValue::from(year))]), None)
        }
    };
    let structure =
        structure.map(|code| format!("{code} {}", lang.t(&format!("organiser-structure-{code}"))));
    let register = if organiser.reference {
        "Skolverket, 2025".to_owned()
    } else {
        lang.t("organiser-source-coordinators")
    };
    let county = if organiser.kind == Kind::Municipality { "SCB".to_owned() } else { String::new() };
    [
        fact("organiser-fact-category", Some(category), explained),
        fact("organiser-fact-size", size(organiser, lang), size_source),
        fact("organiser-fact-structure", structure, "SKR, 2023".to_owned()),
        fact("organiser-fact-county", organiser.county_name.clone(), county),
        fact("organiser-fact-number", Some(organiser.organisation_number.clone()), register),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn like_tabs(organiser: &Organiser, here: Like, lang: Lang) -> Vec<Tab> {
    let prefix =
        if organiser.kind == Kind::Independent { "organiser-like-independent" } else { "organiser-like" };
    Like::of(organiser.kind)
        .iter()
        .map(|like| Tab {
            name: lang.t(&format!("{prefix}-{like}")),
            address: format!("/organisers/{}?like={like}#alike", organiser.code),
            here: *like == here,
        })
        .collect()
}

fn area_tabs(organiser: &Organiser, here: Area, lang: Lang) -> Vec<Tab> {
    Area::ALL
        .iter()
        .map(|area| Tab {
            name: lang.t(&format!("organiser-area-{area}")),
            address: format!("/organisers/{}?like=kolada&area={area}#alike", organiser.code),
            here: *area == here,
        })
        .collect()
}

/// What the list holds, in a sentence.
fn explained(
    organiser: &Organiser,
    like: Like,
    (alike, neighbours): (&Alike, &[Neighbour]),
    lang: Lang,
) -> String {
    let near = neighbours.iter().filter(|each| each.kind == NeighbourKind::Distance).count();
    if like == Like::Neighbours && near > 0 {
        let only = if near == neighbours.len() { "nearest" } else { "near" };
        return lang.t(&format!("organiser-alike-neighbours-{only}"));
    }
    let which = match organiser.kind {
        Kind::Municipality => "organiser-alike",
        Kind::Independent => "organiser-alike-independent",
    };
    let total = i64::try_from(alike.total).unwrap_or(i64::MAX);
    let shown = i64::try_from(alike.organisers.len()).unwrap_or(i64::MAX);
    lang.ta(
        &format!("{which}-{like}"),
        &[("total", FluentValue::from(total)), ("shown", FluentValue::from(shown))],
    )
}

/// Whose list it is; only Kolada's lists are Kolada's.
fn source(like: Like, alike: &Alike, lang: Lang) -> String {
    match (like, alike.year) {
        (Like::Kolada, Some(year)) => {
            lang.ta("organiser-source-kolada", &[("year", FluentValue::from(year.to_string()))])
        }
        _ => String::new(),
    }
}

/// Where all of them are, when the list is cut.
fn more(organiser: &Organiser, like: Like, alike: &Alike, limits: CategoryLimits) -> Option<String> {
    if alike.total <= alike.organisers.len() {
        return None;
    }
    match like {
        Like::Category => Some(format!("/organisers?category={}", organiser.category(limits))),
        Like::Structure => {
            organiser.structure_code.as_ref().map(|code| format!("/organisers?structure={code}"))
        }
        Like::Neighbours | Like::Kolada => {
            organiser.county_code.as_ref().map(|code| format!("/organisers?county={code}"))
        }
    }
}
