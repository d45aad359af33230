//! The description of the API, generated from the code.

use actix_web::HttpResponse;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::resources;
use crate::error::{Error, Result};

#[derive(OpenApi)]
#[openapi(
    info(title = "Grannskap", description = "What a person may see and do in Grannskap, for programs."),
    paths(
        resources::me::show,
        resources::organisers::index,
        resources::organisers::show,
        resources::networks::index,
        resources::networks::show,
        resources::groups::index,
        resources::groups::show,
        resources::meetups::index,
        resources::meetups::show,
        resources::posts::index,
        resources::posts::show,
        resources::posts::create,
        resources::posts::comments,
        resources::posts::comment,
        resources::search::index,
    ),
    modifiers(&Bearer)
)]
struct Document;

/// Adds the bearer token to the document.
struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        document
            .components
            .get_or_insert_with(Default::default)
            .add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The OpenAPI document as JSON.
pub fn document() -> Result<String> {
    Document::openapi().to_pretty_json().map_err(Error::internal)
}

/// `GET /api/v1/openapi.json`: the document, for everybody.
pub async fn show() -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().content_type("application/json").body(document()?))
}
