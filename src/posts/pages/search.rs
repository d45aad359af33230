//! Searching.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::TimeDelta;

use crate::db::types::Timestamp;
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers::{Category, counties};
use crate::posts::theme::Choices;
use crate::posts::visible::scope_with_lists;
use crate::posts::{HitKind, Narrowed, Query, Results, search, suggestion};
use crate::themes::current_slug;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Visit};

/// Hits of a kind, at first and when more are asked for.
const FEW: usize = 10;
const MANY: usize = 50;

/// What narrows a search, as it stands in the address.
const NARROWING: [&str; 6] = ["kind", "theme", "organiser", "category", "county", "time"];

/// How far back one may look: the word in the address, and days.
const TIMES: [(&str, i64); 3] = [("month", 31), ("half", 183), ("year", 366)];

#[derive(Template)]
#[template(path = "posts/search.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    asked: Asked,
    results: Results,
    themes: Choices,
    /// Another spelling that finds something, and where.
    suggested: Option<(String, String)>,
    /// Where more of them are.
    more: Option<String>,
}

impl Index {
    fn kinds(&self) -> &'static [HitKind] {
        HitKind::ALL
    }

    /// What one may choose from in a field that narrows: everything first.
    fn choices(&self, field: &str) -> Vec<(String, String)> {
        let chrome = &self.chrome;
        let any = (String::new(), chrome.t("search-any"));
        let words = |key: &str, words: Vec<&str>| -> Vec<(String, String)> {
            words.into_iter().map(|word| (word.to_owned(), chrome.t(&format!("{key}-{word}")))).collect()
        };
        let all = match field {
            "kind" => words("search-kind", HitKind::ALL.iter().map(|kind| kind.word()).collect()),
            "category" => words("organiser-category", Category::ALL.iter().map(|each| each.word()).collect()),
            "time" => words("search-time", TIMES.iter().map(|(word, _)| *word).collect()),
            _ => counties().to_vec(),
        };
        std::iter::once(any).chain(all).collect()
    }
}

/// What the address asks for.
struct Asked {
    text: String,
    fields: Vec<(&'static str, String)>,
    all: bool,
}

impl Asked {
    fn of(query: &Fields) -> Self {
        let short = |field: &str| -> String { query.text(field).trim().chars().take(200).collect() };
        let narrowing = NARROWING.into_iter().map(|field| (field, short(field)));
        let fields = narrowing.filter(|(_, value)| !value.is_empty()).collect();
        Asked { text: short("q"), fields, all: query.text("all") == "1" }
    }

    fn is_narrowed(&self) -> bool {
        !self.fields.is_empty()
    }

    fn narrowed(&self, now: Timestamp) -> Narrowed {
        let value =
            |field: &str| self.fields.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone());
        let days = value("time")
            .and_then(|time| TIMES.iter().find(|(word, _)| **word == time).map(|(_, days)| *days));
        Narrowed {
            kind: value("kind").and_then(|kind| kind.parse().ok()),
            theme: value("theme"),
            organiser: value("organiser"),
            category: value("category").and_then(|category| category.parse().ok()),
            county: value("county"),
            since: days.map(|days| now - TimeDelta::days(days)),
        }
    }

    /// The address of the same search for other words.
    fn address(&self, text: &str, all: bool) -> String {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("q", text).extend_pairs(&self.fields);
        if all {
            pairs.append_pair("all", "1");
        }
        format!("/search?{}", pairs.finish())
    }

    fn title(&self, lang: Lang) -> String {
        if self.text.is_empty() { lang.t("search-title") } else { lang.tname("search-title-for", &self.text) }
    }
}

/// `GET /search?q=&kind=&theme=&organiser=&category=&county=&time=`: what one may see that has the words.
pub async fn index(visit: Visit, request: HttpRequest) -> Result<HttpResponse> {
    let fields = Fields::of_query(&request);
    let asked = Asked::of(&fields);
    let read = visit.read(move |db, ctx| {
        let limits = ctx.app.config.settings.categories;
        let mut narrowed = asked.narrowed(ctx.now());
        narrowed.theme = narrowed.theme.map(|slug| current_slug(db, &slug)).transpose()?;
        let query = Query::of(&asked.text, narrowed);
        let (scope, keepers) = scope_with_lists(db, ctx.visitor())?;
        let results = search(db, &scope, &query, limits, if asked.all { MANY } else { FEW })?;
        let suggested = if results.hits.is_empty() { suggestion(db, &scope, &query, limits)? } else { None };
        Ok((asked, results, suggested, Choices::of(db, &keepers)?))
    });
    let (ctx, (asked, results, suggested, themes)) = read.await?;
    let suggested = suggested.map(|text| (asked.address(&text, false), text));
    let more = (results.more && !asked.all).then(|| asked.address(&asked.text, true));
    let chrome = ctx.chrome_titled("search", asked.title(ctx.lang));
    let form = Form::filled(fields, ctx.lang);
    ctx.page(&Index { chrome, form, asked, results, themes, suggested, more })
}
