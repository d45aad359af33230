//! Who is in a network, and in all of mine.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono_tz::Tz;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::networks::directory::{self, Directory, Entry, Filter};
use crate::networks::request::{self, Request};
use crate::networks::returned::{Silence, silent};
use crate::networks::{self, Network, forms, listing};
use crate::organisers::Category;
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, Paging};

/// Rows on a page.
const PER_PAGE: i64 = 40;

/// The fields to narrow the directory down.
struct Narrowing {
    action: String,
    filter: Filter,
    category: &'static str,
    counties: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    themes: Vec<(String, String)>,
}

impl Narrowing {
    fn read(ctx: &Ctx, db: &mut Db, filter: Filter, action: String) -> Result<Self> {
        let lang = ctx.lang;
        let words =
            Category::ALL.iter().map(|each| (each.to_string(), lang.t(&format!("member-category-{each}"))));
        Ok(Narrowing {
            action,
            category: filter.category.map_or("", Category::word),
            counties: forms::with_first(lang.t("member-filter-all"), listing::counties(db)?),
            categories: forms::with_first(lang.t("member-filter-all"), words),
            themes: forms::with_first(lang.t("member-filter-all"), directory::all_themes(db, lang)?),
            filter,
        })
    }
}

fn filter_of(request: &HttpRequest) -> Filter {
    let query = Fields::of_query(request);
    Filter {
        text: query.text("q").chars().take(200).collect(),
        county: query.text("county").to_owned(),
        category: query.text("category").parse().ok(),
        theme: query.text("theme").to_owned(),
    }
}

#[derive(Template)]
#[template(path = "networks/members.html")]
struct Members {
    chrome: Chrome,
    network: Network,
    runs: bool,
    requests: Vec<Request>,
    zone: Tz,
    narrowing: Narrowing,
    directory: Directory,
    memberships: HashMap<Id, Id>,
    /// By person, for coordinators.
    silent: HashMap<Id, Silence>,
}

impl Members {
    fn membership_of(&self, entry: &Entry) -> Option<&Id> {
        self.memberships.get(&entry.seat_id).filter(|_| self.runs)
    }

    /// That mail does not reach somebody, in a sentence.
    fn silence_of(&self, entry: &Entry) -> Option<String> {
        let silence = self.silent.get(&entry.person_id?)?;
        let key = if silence.complained { "member-complained" } else { "member-unreached" };
        Some(self.chrome.ta(key, "day", &self.chrome.language.day_of(silence.since, self.zone)))
    }
}

/// `GET /networks/{slug}/members`: the members; for coordinators also who waits.
pub async fn index(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, here) = (ctx.person()?.clone(), ctx.clone());
    let (filter, paging) = (filter_of(&request), Paging::of(&request, PER_PAGE));
    let page = ctx.read(move |db| {
        let network = networks::visible(db, &slug, Some(&person))?;
        let runs = networks::is_coordinator(db, network.id, &person)?;
        if !runs && !networks::is_member(db, network.id, person.id)? {
            return Err(Error::NotFound);
        }
        let limits = here.app.config.settings.categories;
        let directory = directory::directory(db, &[network.id], &filter, limits, here.lang, paging)?;
        Ok(Members {
            silent: if runs { silent(db, &directory.people())? } else { HashMap::new() },
            chrome: here.chrome_titled("networks", here.lang.tname("members-title", &network.name)),
            runs,
            zone: person.time_zone,
            requests: if runs { request::waiting(db, network.id)? } else { Vec::new() },
            narrowing: Narrowing::read(&here, db, filter, format!("/networks/{slug}/members"))?,
            memberships: request::memberships_of_seats(db, network.id, &directory.seats())?
                .into_iter()
                .collect(),
            directory,
            network,
        })
    });
    ctx.page(&page.await?)
}

#[derive(Template)]
#[template(path = "networks/people.html")]
struct People {
    chrome: Chrome,
    narrowing: Narrowing,
    directory: Directory,
    networks: usize,
}

/// `GET /people`: everybody in the networks I am in or coordinate.
pub async fn people(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let (person, here) = (ctx.person()?.clone(), ctx.clone());
    let (filter, paging) = (filter_of(&request), Paging::of(&request, PER_PAGE));
    let page = ctx
        .read(move |db| {
            let mut mine = networks::of_person(db, person.id)?;
            mine.extend(networks::coordinated_by_person(db, person.id)?);
            let mut ids: Vec<Id> = mine.iter().map(|network| network.id).collect();
            ids.sort();
            ids.dedup();
            let limits = here.app.config.settings.categories;
            let directory = directory::directory(db, &ids, &filter, limits, here.lang, paging)?;
            let narrowing = Narrowing::read(&here, db, filter, "/people".to_owned())?;
            Ok(People {
                chrome: here.chrome("networks", "people-title"),
                narrowing,
                directory,
                networks: ids.len(),
            })
        })
        .await?;
    ctx.page(&page)
}
