//! Files of stories and meetups: adding, refusing, who sees them, sweeping, and all material of a group or network.

mod adding;
pub mod files;
mod materials;
mod refusing;
mod seeing;
mod storing;

use std::path::PathBuf;

use diesel::prelude::*;
use grannskap::db::schema::attachments;
use grannskap::db::types::Id;

use crate::support::{Client, Page, TestApp};

/// A file as a browser sends it: name and content.
pub type Sent<'a> = (&'a str, Vec<u8>);

/// POST of a form with files, as browsers send it.
pub async fn upload(client: &Client, path: &str, fields: &[(&str, &str)], files: &[Sent<'_>]) -> Page {
    const BOUNDARY: &str = "----grannskapets-fil";
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             content-type: application/x-whatever\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    let request = client
        .request(reqwest::Method::POST, path)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
        .body(body);
    Page::of(request.send().await.unwrap()).await
}

/// Every row, removed ones too: identifier and name, in the order of adding.
pub fn rows(app: &TestApp) -> Vec<(Id, String)> {
    let all = attachments::table.order((attachments::created_at, attachments::id));
    app.read(|db| Ok(all.select((attachments::id, attachments::name)).load(db)?))
}

/// Every file in the storage.
pub fn kept(app: &TestApp) -> Vec<PathBuf> {
    let folder = app.app.config.settings.data_dir.join("files");
    let folders = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let files = folders.flat_map(|folder| folder.read_dir().unwrap().map(|entry| entry.unwrap().path()));
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    files
}
