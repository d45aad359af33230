//! Sweden by municipality.

use actix_web::HttpResponse;
use askama::Template;

use super::words::categories_explained;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::error::Result;
use crate::organisers::map::{Place, country_map};
use crate::organisers::organiser::{Category, Organiser, municipalities};
use crate::organisers::reference::counties;
use crate::organisers::{swedish_order, taking_part};
use crate::web::{Chrome, Ctx, CurrentPerson};

#[derive(Template)]
#[template(path = "organisers/map.html")]
struct Map {
    chrome: Chrome,
    map: String,
    explained: String,
    counties: Vec<County>,
}

/// A row of the table: the municipalities of a county by category.
struct County {
    name: String,
    small: Vec<Named>,
    medium: Vec<Named>,
    large: Vec<Named>,
}

struct Named {
    code: String,
    name: String,
    takes_part: bool,
}

/// `GET /organisers/map`: the map, and a table that says the same.
pub async fn show(ctx: Ctx) -> Result<HttpResponse> {
    let limits = ctx.app.config.settings.categories;
    let visitor = ctx.visitor().cloned();
    let all = ctx.read(move |db| all_with_part(db, visitor.as_ref())).await?;
    let places: Vec<Place<'_>> = all
        .iter()
        .map(|(each, takes_part)| Place {
            code: &each.code,
            name: &each.name,
            category: each.category(limits),
            takes_part: *takes_part,
        })
        .collect();
    ctx.page(&Map {
        chrome: ctx.chrome("organisers", "organiser-map-title"),
        map: country_map(&places, ctx.lang),
        explained: categories_explained(limits, ctx.lang),
        counties: table(&all, limits),
    })
}

/// Every municipality by name, and whether it takes part.
fn all_with_part(db: &mut Db, visitor: Option<&CurrentPerson>) -> Result<Vec<(Organiser, bool)>> {
    let mut all = municipalities(db)?;
    all.sort_by(|a, b| swedish_order(&a.name, &b.name));
    let codes: Vec<String> = all.iter().map(|each| each.code.clone()).collect();
    let part = taking_part(db, &codes, visitor)?;
    Ok(all
        .into_iter()
        .map(|each| {
            let takes_part = part.contains(&each.code);
            (each, takes_part)
        })
        .collect())
}

fn table(all: &[(Organiser, bool)], limits: CategoryLimits) -> Vec<County> {
    let of = |county: &str, category: Category| -> Vec<Named> {
        all.iter()
            .filter(|(each, _)| {
                each.county_code.as_deref() == Some(county) && each.category(limits) == category
            })
            .map(|(each, takes_part)| Named {
                code: each.code.clone(),
                name: each.name.clone(),
                takes_part: *takes_part,
            })
            .collect()
    };
    counties()
        .iter()
        .map(|(code, name)| County {
            name: name.clone(),
            small: of(code, Category::Small),
            medium: of(code, Category::Medium),
            large: of(code, Category::Large),
        })
        .collect()
}
