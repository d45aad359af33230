//! Refuses unsafe requests that another site's page makes the browser send.
//!
//! `Sec-Fetch-Site` says so in current browsers; `Origin` in older ones. A request with neither does not come
//! from a browser's page and carries nobody's cookies. The API has no cookies and is left out, and so is the
//! one-click unsubscription of RFC 8058, which mail providers send.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::web;

use crate::app::App;
use crate::error::Error;

/// The middleware.
pub async fn refuse_cross_site(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if is_cross_site(&request) {
        return Ok(request.error_response(Error::CrossSite));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

fn is_cross_site(request: &ServiceRequest) -> bool {
    if [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method()) {
        return false;
    }
    let path = request.path();
    if path.starts_with("/api/") || path.starts_with("/unsubscribe/") {
        return false;
    }
    let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => site != "same-origin" && site != "none",
        (None, Some(origin)) => match request.app_data::<web::Data<App>>() {
            Some(app) => origin != app.config.base_url.origin().ascii_serialization(),
            None => true,
        },
        (None, None) => false,
    }
}
