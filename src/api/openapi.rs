//! The description of the API, generated from the code.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, Response};
use utoipa::{Modify, OpenApi};

use super::{problem, resources};
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
        resources::meetups::create,
        resources::meetup_changes::change,
        resources::meetup_changes::cancel,
        resources::posts::index,
        resources::posts::show,
        resources::posts::create,
        resources::releases::names,
        resources::releases::create,
        resources::comments::index,
        resources::comments::show,
        resources::comments::create,
        resources::search::index,
    ),
    components(schemas(problem::Problem)),
    modifiers(&Bearer, &Answers)
)]
struct Document;

/// Completes what operations are called and answer: names of their own, the errors that all of them share, how errors are sent, and a
/// description of each answer. Without names and descriptions the document is not valid.
struct Answers;

/// What every operation may answer beside what it says itself.
const SHARED: [&str; 6] = ["400", "401", "403", "429", "500", "503"];

/// What those that are sent something may answer too.
const SENT: [&str; 2] = ["413", "507"];

impl Modify for Answers {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        for path in document.paths.paths.values_mut() {
            let sent = path.post.iter_mut().map(|operation| (operation, SENT.as_slice()));
            let asked = path.get.iter_mut().map(|operation| (operation, [].as_slice()));
            for (operation, more) in sent.chain(asked) {
                complete(operation, more);
            }
        }
    }
}

fn complete(operation: &mut Operation, more: &[&str]) {
    // Each feature calls its functions index, show and create: with its noun they are told apart.
    let noun = operation.tags.iter().flatten().next().cloned().unwrap_or_default();
    operation.operation_id = operation.operation_id.take().map(|verb| format!("{noun}_{verb}"));
    let answers = &mut operation.responses.responses;
    for status in SHARED.iter().chain(more) {
        answers.entry((*status).to_owned()).or_insert_with(|| RefOr::T(Response::default()));
    }
    for (status, answer) in answers {
        let RefOr::T(answer) = answer else { continue };
        let known = status.parse().ok().and_then(|code| StatusCode::from_u16(code).ok());
        answer.description = known.and_then(|code| code.canonical_reason()).unwrap_or(status).to_owned();
        if known.is_some_and(|code| code.as_u16() >= 400) {
            let problem = Content::new(Some(Ref::from_schema_name("Problem")));
            answer.content =
                [("application/problem+json".to_owned(), RefOr::T(problem))].into_iter().collect();
        }
    }
}

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
