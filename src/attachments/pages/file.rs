//! The files themselves.

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH,
};
use actix_web::{HttpRequest, HttpResponse};

use crate::attachments::attachment::{self, Attachment};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::storage::Blob;
use crate::web::{Ctx, IdPath};

/// Nothing that is in a file may load, run or send anything, even where a browser shows it.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/// `GET /attachments/{id}`: the file; pictures to be shown, everything else to be saved.
pub async fn show(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let file = find(&ctx, id).await?;
    answer(&ctx, &request, &file, Blob::of(id), &file.sha256).await
}

/// `GET /attachments/{id}/small`: the small picture of one.
pub async fn small(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let file = find(&ctx, id).await?;
    let sha256 = file.small_sha256.as_deref().ok_or(Error::NotFound)?;
    answer(&ctx, &request, &file, Blob::small(id), sha256).await
}

async fn find(ctx: &Ctx, id: Id) -> Result<Attachment> {
    let (visitor, now) = (ctx.visitor().cloned(), ctx.now());
    ctx.read(move |db| attachment::find(db, id, visitor.as_ref(), now)).await
}

/// Whoever may see a file today may not tomorrow: browsers ask each time, and are told when they have it already.
async fn answer(
    ctx: &Ctx,
    request: &HttpRequest,
    file: &Attachment,
    blob: Blob,
    sha256: &str,
) -> Result<HttpResponse> {
    let tag = format!("\"{sha256}\"");
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let is_known = known.is_some_and(|known| known.split(',').any(|each| each.trim() == tag));
    let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY));
    if is_known {
        return Ok(response.finish());
    }
    let bytes = ctx.app.storage.get(blob, sha256).await?;
    Ok(response
        .insert_header((CONTENT_TYPE, file.kind.media_type()))
        .insert_header((CONTENT_DISPOSITION, disposition(file)))
        // All kinds are compressed already.
        .insert_header((CONTENT_ENCODING, "identity"))
        .body(bytes))
}

/// How the file is to be taken, and its name in the two forms of RFC 6266 (appendix D).
fn disposition(file: &Attachment) -> String {
    let way = if file.kind.is_picture() { "inline" } else { "attachment" };
    let plain: String = file.name.chars().map(|c| if is_plain(c) || c == ' ' { c } else { '_' }).collect();
    let mut encoded = String::new();
    for byte in file.name.bytes() {
        match char::from(byte) {
            c if is_plain(c) => encoded.push(c),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}
