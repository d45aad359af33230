//! The list of a network's themes.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::db::Tx;
use crate::error::{Error, Result};
use crate::networks::{self, Network};
use crate::themes::{Listed, Theme, add, affected, forms, listed_of, rename, take_into_list};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "themes/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    network: Network,
    lines: Vec<Listed>,
}

impl Index {
    fn base(&self) -> String {
        format!("/networks/{}/themes", self.network.slug)
    }

    /// What those who write are offered.
    fn offered(&self) -> Vec<&Listed> {
        self.lines.iter().filter(|line| line.theme.listed && !line.put_away).collect()
    }

    fn put_away(&self) -> Vec<&Listed> {
        self.lines.iter().filter(|line| line.put_away).collect()
    }

    fn free(&self) -> Vec<&Listed> {
        self.lines.iter().filter(|line| !line.theme.listed).collect()
    }

    fn name(&self, line: &Listed) -> String {
        line.theme.name(&self.chrome.language).to_owned()
    }
}

/// `GET /networks/{slug}/themes`: what those who write are offered, what is put away, and what authors have named themselves.
pub async fn index(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let form = Form::empty(ctx.lang);
    ctx.page(&page(&ctx, slug.into_inner(), form).await?)
}

async fn page(ctx: &Ctx, slug: String, form: Form) -> Result<Index> {
    let (person, chrome) = (ctx.person()?.clone(), ctx.chrome("networks", "network-themes-title"));
    let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
    ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let lines = listed_of(db, network.id)?;
        Ok(Index { chrome, form, network, lines })
    })
    .await
}

/// `POST /networks/{slug}/themes`: puts one more into the list.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (person, slug) = (ctx.person()?.clone(), slug.into_inner());
    let of = slug.clone();
    let network = ctx.read(move |db| Ok(networks::coordinated(db, &of, &person)?.id)).await?;
    let errors = match forms::names(&fields) {
        Ok((swedish, english)) => match ctx.write(move |tx| add(tx, network, (&swedish, &english))).await {
            Ok(()) => {
                return Ok(ctx.redirect_saying(format!("/networks/{slug}/themes"), "flash-theme-added"));
            }
            Err(Error::Conflict(key)) => Errors::one("name_sv", key),
            Err(error) => return Err(error),
        },
        Err(errors) => errors,
    };
    let form = Form::failed(fields, errors, ctx.lang);
    ctx.invalid(&page(&ctx, slug, form).await?)
}

#[derive(Template)]
#[template(path = "themes/edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    network: Network,
    line: Listed,
    /// What it may be merged into.
    others: Vec<(String, String)>,
}

impl Edit {
    async fn of(ctx: &Ctx, (slug, theme): (String, String), form: Option<Form>) -> Result<Self> {
        let (person, lang) = (ctx.person()?.clone(), ctx.lang);
        let chrome = ctx.chrome("networks", "theme-edit-title");
        ctx.read(move |db| {
            let network = networks::coordinated(db, &slug, &person)?;
            let (line, others) = affected(db, network.id, &theme)?;
            let form = form.unwrap_or_else(|| Form::filled(forms::stored(&line.theme), lang));
            let option = |other: Theme| (other.slug.clone(), other.name(&lang).to_owned());
            let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
            Ok(Edit { chrome, form, network, line, others: others.into_iter().map(option).collect() })
        })
        .await
    }

    fn base(&self) -> String {
        format!("/networks/{}/themes", self.network.slug)
    }

    fn name(&self) -> String {
        self.line.theme.name(&self.chrome.language).to_owned()
    }
}

/// `GET /networks/{slug}/themes/{theme}/edit`: another name for one of the network's own, or merging it into another.
pub async fn edit(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    ctx.page(&Edit::of(&ctx, path.into_inner(), None).await?)
}

/// `POST /networks/{slug}/themes/{theme}`: renames it.
pub async fn update(ctx: Ctx, path: web::Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (slug, theme) = path.into_inner();
    // Whoever may not, learns nothing of what is wrong.
    let page = Edit::of(&ctx, (slug.clone(), theme.clone()), None).await?;
    let (network, of) = (page.network.id, theme.clone());
    let errors = match forms::names(&fields) {
        Ok((swedish, english)) => {
            match ctx.write(move |tx| rename(tx, network, &of, (&swedish, &english))).await {
                Ok(()) => {
                    return Ok(ctx.redirect_saying(format!("/networks/{slug}/themes"), "flash-theme-renamed"));
                }
                Err(Error::Conflict(key)) => Errors::one("name_sv", key),
                Err(error) => return Err(error),
            }
        }
        Err(errors) => errors,
    };
    let form = Form::failed(fields, errors, ctx.lang);
    ctx.invalid(&Edit::of(&ctx, (slug, theme), Some(form)).await?)
}

/// `POST /networks/{slug}/themes/{theme}/listing`: takes a free one into the list.
pub async fn list(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, (slug, theme)) = (ctx.person()?.clone(), path.into_inner());
    let write = move |tx: &mut Tx<'_>| {
        let network = networks::coordinated(tx, &slug, &person)?;
        take_into_list(tx, network.id, &theme)?;
        Ok(network.slug)
    };
    let slug = ctx.write(write).await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/themes"), "flash-theme-added"))
}
