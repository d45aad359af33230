//! One log line and two metrics a request. The route's pattern is logged, never the path: paths carry tokens.
#![allow(clippy::disallowed_methods)] // durations, not time of day

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use crate::db::{Tally, tallied};

/// The middleware.
pub async fn record(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let begun = Instant::now();
    let method = request.method().clone();
    let asked = Tally::default();
    let result = tallied(asked.clone(), next.call(request)).await;
    let (status, route) = match &result {
        Ok(response) => (response.status().as_u16(), response.request().match_pattern()),
        Err(error) => (error.as_response_error().status_code().as_u16(), None),
    };
    let route = route.unwrap_or_else(|| "unmatched".to_owned());
    let seconds = begun.elapsed().as_secs_f64();
    let queries = asked.count();
    tracing::info!(method = %method, route, status, ms = seconds * 1000.0, queries, "request");
    metrics::counter!("http_requests_total", "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!("http_request_seconds", "route" => route).record(seconds);
    result
}
