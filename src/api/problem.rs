//! A body that parses but says something that cannot be.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::Result;
use crate::i18n::Lang;
use crate::web::forms::Errors;

/// An error as RFC 9457 has it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// What the status means.
    pub title: String,
    /// The status.
    pub status: u16,
    /// What happened, in the language of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Which fields are wrong (422 only).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// What is wrong with a field.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    /// Name of the field in the body.
    pub field: String,
    /// What is wrong, in the language of the request.
    pub message: String,
}

/// 422 with every field that is wrong.
pub(super) fn invalid(errors: &Errors, lang: Lang) -> Result<HttpResponse> {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let problem = Problem {
        kind: "about:blank".to_owned(),
        title: status.canonical_reason().unwrap_or_default().to_owned(),
        status: status.as_u16(),
        detail: Some(lang.t("form-error-title")),
        errors: errors
            .iter()
            .map(|error| FieldProblem { field: error.field.to_owned(), message: error.text(lang) })
            .collect(),
    };
    let text = serde_json::to_string(&problem)?;
    Ok(HttpResponse::build(status).content_type("application/problem+json").body(text))
}
