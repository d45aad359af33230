//! Finding organisers.

use std::str::FromStr;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::words::{Line, categories_explained};
use crate::error::Result;
use crate::organisers::organiser::{Category, Kind};
use crate::organisers::reference::counties;
use crate::organisers::search::{Filter, search};
use crate::organisers::taking_part;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx};

/// The SKR groups of 2023.
const STRUCTURES: [&str; 9] = ["A1", "A2", "B3", "B4", "B5", "C6", "C7", "C8", "C9"];

/// More of a search text is not looked at, in characters.
const LONGEST_TEXT: usize = 100;

#[derive(Template)]
#[template(path = "organisers/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    counties: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    structures: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    explained: String,
    lines: Vec<Line>,
    total: usize,
    pages: Vec<PageLink>,
    may_edit: bool,
}

/// A page of the result: what it is called, where it is, and whether we are on it.
struct PageLink {
    name: String,
    address: String,
    here: bool,
}

/// `GET /organisers`: search by name, county, category, SKR group and kind.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let query = Fields::of_query(&request);
    let (filter, limits) = (filter(&query), ctx.app.config.settings.categories);
    let visitor = ctx.visitor().cloned();
    let (found, taking_part) = ctx
        .read(move |db| {
            let found = search(db, &filter, limits)?;
            let codes: Vec<String> = found.organisers.iter().map(|each| each.code.clone()).collect();
            let taking_part = taking_part(db, &codes, visitor.as_ref())?;
            Ok((found, taking_part))
        })
        .await?;
    let line = |each| Line::of(each, taking_part.contains(&each.code), limits, ctx.lang);
    ctx.page(&Index {
        chrome: ctx.chrome("organisers", "organiser-index-title"),
        counties: with_all(&ctx, counties().to_vec()),
        categories: with_all(&ctx, words(&ctx, "organiser-category", Category::ALL)),
        structures: with_all(&ctx, words(&ctx, "organiser-structure", &STRUCTURES)),
        kinds: with_all(&ctx, words(&ctx, "organiser-kind", Kind::ALL)),
        explained: categories_explained(limits, ctx.lang),
        lines: found.organisers.iter().map(line).collect(),
        total: found.total,
        pages: page_links(&query, found.page, found.pages),
        may_edit: super::may_edit(&ctx),
        form: Form::filled(query, ctx.lang),
    })
}

/// The filter of a query; what is none is left out.
fn filter(query: &Fields) -> Filter {
    fn word<T: FromStr>(query: &Fields, field: &str) -> Option<T> {
        query.text(field).parse().ok()
    }
    let one_of = |field: &str, known: &dyn Fn(&str) -> bool| {
        let given = query.text(field);
        known(given).then(|| given.to_owned())
    };
    Filter {
        text: query.text("q").chars().take(LONGEST_TEXT).collect(),
        county: one_of("county", &|given| counties().iter().any(|(code, _)| code == given)),
        category: word(query, "category"),
        structure: one_of("structure", &|given| STRUCTURES.contains(&given)),
        kind: word(query, "kind"),
        page: word::<usize>(query, "page").unwrap_or(1).saturating_sub(1),
    }
}

fn words(ctx: &Ctx, prefix: &str, words: &[impl std::fmt::Display]) -> Vec<(String, String)> {
    words.iter().map(|word| (word.to_string(), ctx.lang.t(&format!("{prefix}-{word}")))).collect()
}

/// A choice in front that filters nothing.
fn with_all(ctx: &Ctx, choices: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), ctx.lang.t("organiser-filter-all"))).chain(choices).collect()
}

/// Links to every page of the result with the same filter; none when one page holds it.
fn page_links(query: &Fields, here: usize, pages: usize) -> Vec<PageLink> {
    if pages < 2 {
        return Vec::new();
    }
    let mut kept = url::form_urlencoded::Serializer::new(String::new());
    for field in ["q", "county", "category", "structure", "kind"] {
        let value: String = query.text(field).chars().take(LONGEST_TEXT).collect();
        if !value.is_empty() {
            kept.append_pair(field, &value);
        }
    }
    let kept = kept.finish();
    (0..pages)
        .map(|page| {
            let number = page + 1;
            let address =
                format!("/organisers?{kept}{}page={number}", if kept.is_empty() { "" } else { "&" });
            PageLink { name: number.to_string(), address, here: page == here }
        })
        .collect()
}
