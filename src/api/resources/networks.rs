//! Networks.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::listed::{Listed, Window};
use crate::error::Result;
use crate::networks::{self, Network};

/// A network.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkItem {
    /// Identifier.
    pub id: String,
    /// Name in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What it is for, Markdown.
    pub purpose: String,
    /// `regional` or `thematic`.
    pub kind: String,
    /// `public` or `members`.
    pub visibility: String,
    /// `open`, `approval` or `invitation`.
    pub joining: String,
}

impl From<Network> for NetworkItem {
    fn from(network: Network) -> Self {
        NetworkItem {
            id: network.id.to_string(),
            slug: network.slug,
            name: network.name,
            purpose: network.purpose,
            kind: network.kind.to_string(),
            visibility: network.visibility.to_string(),
            joining: network.joining.to_string(),
        }
    }
}

/// The networks the person is a member of.
#[utoipa::path(get, path = "/api/v1/networks", tag = "networks", security(("bearer" = [])),
    params(("limit" = Option<usize>, Query, description = "1 to 200"),
        ("after" = Option<String>, Query, description = "next of the page before")),
    responses((status = 200, body = Listed<NetworkItem>), (status = 401, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    let (person, window) = (caller.reader()?.id, Window::of(&request)?);
    let networks = caller.ctx.read(move |db| networks::of_person(db, person)).await?;
    let items = networks.into_iter().map(NetworkItem::from).collect();
    json(&window.cut(items, |item: &NetworkItem| item.id.clone()))
}

/// One network, if the person may see it.
#[utoipa::path(get, path = "/api/v1/networks/{slug}", tag = "networks", security(("bearer" = [])),
    params(("slug" = String, Path, description = "name in addresses")),
    responses((status = 200, body = NetworkItem), (status = 404, body = crate::api::problem::Problem)))]
pub async fn show(caller: Caller, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = caller.reader()?.clone();
    let network = caller.ctx.read(move |db| networks::visible(db, &slug, Some(&person))).await?;
    json(&NetworkItem::from(network))
}
