//! Organisers.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::listed::{Listed, Window};
use crate::config::CategoryLimits;
use crate::error::Result;
use crate::organisers::{self, Filter, Organiser};
use crate::web::forms::Fields;

/// An organiser.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganiserItem {
    /// Municipality code or organisation number.
    pub code: String,
    /// `municipality` or `independent`.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Organisation number.
    pub organisation_number: String,
    /// `small`, `medium`, `large` or `independent`.
    pub category: String,
    /// Code of the county.
    pub county_code: Option<String>,
    /// Inhabitants of a municipality (SCB).
    pub inhabitants: Option<i32>,
    /// Year of the size.
    pub size_year: Option<i32>,
    /// SKR group.
    pub structure_code: Option<String>,
}

impl OrganiserItem {
    fn of(organiser: Organiser, limits: CategoryLimits) -> Self {
        OrganiserItem {
            category: organiser.category(limits).to_string(),
            code: organiser.code,
            kind: organiser.kind.to_string(),
            name: organiser.name,
            organisation_number: organiser.organisation_number,
            county_code: organiser.county_code,
            inhabitants: organiser.inhabitants,
            size_year: organiser.size_year,
            structure_code: organiser.structure_code,
        }
    }
}

/// Organisers by name, county, category, SKR group and kind.
#[utoipa::path(get, path = "/api/v1/organisers", tag = "organisers", security(("bearer" = [])),
    params(("q" = Option<String>, Query, description = "part of a name, with or without accents"),
        ("county" = Option<String>, Query, description = "two digits"),
        ("category" = Option<String>, Query, description = "small, medium, large or independent"),
        ("structure" = Option<String>, Query, description = "SKR group, such as B4"),
        ("kind" = Option<String>, Query, description = "municipality or independent"),
        ("limit" = Option<usize>, Query, description = "1 to 200"),
        ("after" = Option<String>, Query, description = "next of the page before")),
    responses((status = 200, body = Listed<OrganiserItem>), (status = 401, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    caller.reader()?;
    let (window, query) = (Window::of(&request)?, Fields::of_query(&request));
    let given = |name: &str| Some(query.text(name).to_owned()).filter(|text| !text.is_empty());
    let filter = Filter {
        text: query.text("q").to_owned(),
        county: given("county"),
        category: query.text("category").parse().ok(),
        structure: given("structure"),
        kind: query.text("kind").parse().ok(),
        page: 0,
    };
    let limits = caller.ctx.app.config.settings.categories;
    let (after, most) = (window.after.clone(), window.limit + 1);
    let found =
        caller.ctx.read(move |db| organisers::search_after(db, &filter, limits, after.as_deref(), most));
    let items = found.await?.into_iter().map(|organiser| OrganiserItem::of(organiser, limits)).collect();
    json(&window.page(items, |item: &OrganiserItem| item.code.clone()))
}

/// One organiser.
#[utoipa::path(get, path = "/api/v1/organisers/{code}", tag = "organisers", security(("bearer" = [])),
    params(("code" = String, Path, description = "municipality code or organisation number")),
    responses((status = 200, body = OrganiserItem), (status = 404, body = crate::api::problem::Problem)))]
pub async fn show(caller: Caller, code: web::Path<String>) -> Result<HttpResponse> {
    caller.reader()?;
    let organiser = caller.ctx.read(move |db| organisers::find(db, &code)).await?;
    json(&OrganiserItem::of(organiser, caller.ctx.app.config.settings.categories))
}
