//! Forms with files in them (`multipart/form-data`).

use std::future::poll_fn;
use std::pin::Pin;

use actix_multipart::{Field, Multipart};
use actix_web::web::{Bytes, BytesMut};
use futures_core::Stream;

use super::forms::Fields;
use crate::error::{Error, Result};

/// Most bytes of a field that is no file.
const FIELD: usize = 64 * 1024;
/// Most fields and files.
const PARTS: usize = 100;
/// So many times the size of one file is read of a request, so that whoever sent too much gets an answer that says so;
/// after that the connection ends.
const TIMES: usize = 12;

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// What its sender calls it.
    pub name: String,
    /// What it holds; nothing when that is more than allowed.
    pub bytes: Option<Bytes>,
}

/// The fields of a form and the files of its field `file`, each of at most `most` bytes; of the files together, `most_together`
/// bytes are kept and the rest counts as too large. A file field that was left empty gives no file.
pub async fn read_upload(
    mut parts: Multipart,
    file: &str,
    most: usize,
    most_together: usize,
) -> Result<(Fields, Vec<Upload>)> {
    let (mut fields, mut files) = (Fields::default(), Vec::new());
    let (mut kept, mut budget) = (0_usize, most.saturating_mul(TIMES).saturating_add(FIELD));
    for _ in 0..PARTS {
        let Some(part) = poll_fn(|context| Pin::new(&mut parts).poll_next(context)).await else {
            return Ok((fields, files));
        };
        let mut part = part.map_err(|_| Error::BadRequest("error-not-a-form"))?;
        let name = part.name().unwrap_or_default().to_owned();
        let called = part.content_disposition().and_then(|says| says.get_filename()).map(str::to_owned);
        if name == file {
            let bytes = content(&mut part, most.min(most_together.saturating_sub(kept)), &mut budget).await?;
            kept += bytes.as_ref().map_or(0, Bytes::len);
            let called = called.unwrap_or_default();
            let left_empty = called.is_empty() && bytes.as_ref().is_some_and(Bytes::is_empty);
            if !left_empty {
                files.push(Upload { name: called, bytes });
            }
        } else {
            let bytes = content(&mut part, FIELD, &mut budget).await?.ok_or(Error::TooLarge)?;
            let text = String::from_utf8_lossy(&bytes).replace('\0', "");
            fields = fields.with(name, text);
        }
    }
    Err(Error::TooLarge)
}

/// What a part holds; nothing when that is more than `most` bytes, which are then read and dropped.
async fn content(part: &mut Field, most: usize, budget: &mut usize) -> Result<Option<Bytes>> {
    let mut whole = Some(BytesMut::new());
    while let Some(piece) = poll_fn(|context| Pin::new(&mut *part).poll_next(context)).await {
        let piece = piece.map_err(|_| Error::BadRequest("error-not-a-form"))?;
        *budget = budget.checked_sub(piece.len()).ok_or(Error::TooLarge)?;
        match &mut whole {
            Some(bytes) if bytes.len() + piece.len() <= most => bytes.extend_from_slice(&piece),
            _ => whole = None,
        }
    }
    Ok(whole.map(BytesMut::freeze))
}
