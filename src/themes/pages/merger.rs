//! Merging a theme into another: what it means first, then doing it.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::db::Tx;
use crate::error::{Error, Result};
use crate::networks::{self, Network};
use crate::themes::{Listed, Theme, affected, merge};
use crate::web::forms::Fields;
use crate::web::{Audit, Chrome, Ctx, audit};

#[derive(Template)]
#[template(path = "themes/merger_new.html")]
struct New {
    chrome: Chrome,
    network: Network,
    line: Listed,
    into: Theme,
}

impl New {
    fn base(&self) -> String {
        format!("/networks/{}/themes", self.network.slug)
    }

    fn name(&self) -> String {
        self.line.theme.name(&self.chrome.language).to_owned()
    }

    fn target_name(&self) -> String {
        self.into.name(&self.chrome.language).to_owned()
    }
}

/// `GET /networks/{slug}/themes/{theme}/merger/new?into=`: how many stories it is about.
pub async fn new(ctx: Ctx, path: web::Path<(String, String)>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, (slug, theme)) = (ctx.person()?.clone(), path.into_inner());
    let into = Fields::of_query(&request).text("into").to_owned();
    let chrome = ctx.chrome("networks", "theme-merge-title");
    let read = ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let (line, others) = affected(db, network.id, &theme)?;
        let into = others.into_iter().find(|other| other.slug == into).ok_or(Error::NotFound)?;
        Ok(New { chrome, network, line, into })
    });
    ctx.page(&read.await?)
}

/// `POST /networks/{slug}/themes/{theme}/merger`: merges it. What was found under it is found under the other from now on.
pub async fn create(ctx: Ctx, path: web::Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (person, now, (slug, theme)) = (ctx.person()?.clone(), ctx.now(), path.into_inner());
    let into = fields.text("into").to_owned();
    let write = move |tx: &mut Tx<'_>| {
        let network = networks::coordinated(tx, &slug, &person)?;
        merge(tx, network.id, &theme, &into, now)?;
        let event = Audit { actor: Some(person.id), action: "theme-merged", subject: theme, address: None };
        audit(tx, &event, now)?;
        Ok(network.slug)
    };
    let slug = ctx.write(write).await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/themes"), "flash-theme-merged"))
}
