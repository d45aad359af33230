//! Style sheet, script and icons: inside the binary, at addresses that change with their content.

use std::collections::BTreeMap;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::error::{Error, Result};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Files;

/// Where scripts are that a single page loads beside the one for all.
const OF_PAGES: &str = "js/pages/";

/// The static files by address.
pub struct Assets {
    by_url: BTreeMap<String, Asset>,
    url_of: BTreeMap<String, String>,
    css_url: String,
    js_url: String,
}

struct Asset {
    content: web::Bytes,
    content_type: &'static str,
}

impl Assets {
    /// Reads the embedded files. The style sheets are joined in the order of their names; so are the scripts, but for those
    /// in `js/pages/`: each of these is for one page, which loads it by itself in its block `head`.
    pub fn load() -> Self {
        let mut assets = Assets {
            by_url: BTreeMap::new(),
            url_of: BTreeMap::new(),
            css_url: String::new(),
            js_url: String::new(),
        };
        let mut names: Vec<_> = Files::iter().map(|name| name.into_owned()).collect();
        names.sort();
        let (mut css, mut js) = (Vec::new(), Vec::new());
        for name in names {
            let Some(file) = Files::get(&name) else { continue };
            if name.ends_with(".css") {
                lean(&file.data, &mut css);
            } else if name.starts_with(OF_PAGES) {
                let mut script = Vec::new();
                lean(&file.data, &mut script);
                assets.add(&name, script);
            } else if name.ends_with(".js") {
                lean(&file.data, &mut js);
            } else {
                assets.add(&name, file.data.into_owned());
            }
        }
        assets.css_url = assets.add("app.css", css);
        assets.js_url = assets.add("app.js", js);
        assets
    }

    /// Address of the style sheet.
    pub fn css_url(&self) -> &str {
        &self.css_url
    }

    /// Address of the script.
    pub fn js_url(&self) -> &str {
        &self.js_url
    }

    /// Address of a file under `static/`, such as `icons/favicon.svg`.
    pub fn url(&self, name: &str) -> String {
        self.url_of.get(name).cloned().unwrap_or_else(|| format!("/static/{name}"))
    }

    fn add(&mut self, name: &str, content: Vec<u8>) -> String {
        let hash: String =
            Sha256::digest(&content).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let url = format!("/static/{stem}.{hash}.{extension}");
        let content_type = match extension {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "ico" => "image/x-icon",
            "webmanifest" => "application/manifest+json",
            _ => "application/octet-stream",
        };
        self.by_url.insert(url.clone(), Asset { content: content.into(), content_type });
        self.url_of.insert(name.to_owned(), url.clone());
        url
    }
}

/// What a browser needs of a style sheet or script: without indentation, empty lines and comments that have lines of their own.
/// No text in either may go over several lines.
fn lean(source: &[u8], into: &mut Vec<u8>) {
    let mut comment = false;
    for line in source.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii) {
        comment |= line.starts_with(b"/*");
        let kept = !comment && !line.is_empty() && !line.starts_with(b"//");
        comment &= !line.ends_with(b"*/");
        if kept {
            into.extend_from_slice(line);
            into.push(b'\n');
        }
    }
}

/// `GET /static/{name}`: the file, to be kept for ever.
pub async fn show(app: web::Data<App>, request: actix_web::HttpRequest) -> Result<HttpResponse> {
    let asset = app.assets.by_url.get(request.path()).ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((CONTENT_TYPE, asset.content_type))
        .body(asset.content.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lean_files_keep_every_rule_and_statement() {
        let mut kept = Vec::new();
        lean(
            b"/* Why\n   so. */\n\n.a {\n    color: red; /* beside */\n}\n  // gone\n  run(\"// stays\");\n",
            &mut kept,
        );
        assert_eq!(kept, b".a {\ncolor: red; /* beside */\n}\nrun(\"// stays\");\n");
    }
}
