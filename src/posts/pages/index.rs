//! The list of stories.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::DateTime;

use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::posts::{Filter, PostSummary, Scope, Theme, list, scope_in, theme};
use crate::seats::{Place, Standing};
use crate::web::forms::Fields;
use crate::web::{Chrome, CurrentPerson, Visit};

/// Stories on a page.
const PAGE: usize = 15;

/// What the address asks for.
#[derive(Clone)]
struct Asked {
    tab: &'static str,
    theme: String,
    network: String,
    before: String,
}

#[derive(Template)]
#[template(path = "posts/index.html")]
struct Index {
    chrome: Chrome,
    asked: Asked,
    found: Found,
    older: Option<String>,
    zone: chrono_tz::Tz,
}

struct Found {
    posts: Vec<PostSummary>,
    has_more: bool,
    themes: Vec<Theme>,
    networks: Vec<Place>,
    groups: Vec<Place>,
}

/// `GET /posts`: what one may read, newest first; one's own and drafts by tab.
pub async fn index(visit: Visit, request: HttpRequest) -> Result<HttpResponse> {
    let query = Fields::of_query(&request);
    let read = visit.read(move |db, ctx| {
        let asked = Asked::of(&query, ctx.visitor().is_some());
        Ok((find(db, ctx.visitor(), &asked)?, asked))
    });
    let (ctx, (found, asked)) = read.await?;
    let older = found.posts.last().filter(|_| found.has_more).and_then(|last| asked.older(last));
    let chrome = ctx.chrome("posts", "posts-title");
    ctx.page(&Index { zone: super::zone(&ctx), chrome, asked, found, older })
}

fn find(db: &mut Db, visitor: Option<&CurrentPerson>, asked: &Asked) -> Result<Found> {
    let (scope, standing) = match visitor {
        Some(person) => {
            let standing = Standing::of(db, person.id)?;
            (scope_in(db, person, &standing)?, standing)
        }
        None => (Scope::default(), Standing::default()),
    };
    let mine = visitor.map(|person| person.id);
    let networks: Vec<Place> = standing.live_networks().cloned().collect();
    let filter = Filter {
        group: None,
        network: networks.iter().find(|network| network.slug == asked.network).map(|network| network.id),
        theme: Some(asked.theme.clone()).filter(|slug| !slug.is_empty()),
        author: mine.filter(|_| asked.tab == "mine"),
        before: asked.cursor(),
    };
    let most = i64::try_from(PAGE).unwrap_or(15) + 1;
    let mut posts = match (asked.tab, mine) {
        ("drafts", Some(author)) => crate::posts::list::drafts(db, author, 100)?,
        _ => list(db, &scope, &filter, most)?,
    };
    let has_more = asked.tab != "drafts" && posts.len() > PAGE;
    if has_more {
        posts.truncate(PAGE);
    }
    let groups = standing.live_groups().cloned().collect();
    Ok(Found { posts, has_more, themes: theme::known(), networks, groups })
}

impl Asked {
    fn of(query: &Fields, signed_in: bool) -> Self {
        let tab = match query.text("tab") {
            "mine" if signed_in => "mine",
            "drafts" if signed_in => "drafts",
            _ => "all",
        };
        let text = |field: &str| query.text(field).chars().take(100).collect::<String>();
        Asked { tab, theme: text("theme"), network: text("network"), before: text("before") }
    }

    /// Whether the list is narrowed, so that an empty one needs another explanation.
    fn is_narrow(&self) -> bool {
        !self.theme.is_empty() || !self.network.is_empty() || !self.before.is_empty()
    }

    /// `1763884800000000_0190…`: microseconds and identifier of the last story on the page before.
    fn cursor(&self) -> Option<(Timestamp, Id)> {
        let (micros, id) = self.before.split_once('_')?;
        let at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
        Some((at.into(), id.parse().ok()?))
    }

    fn older(&self, last: &PostSummary) -> Option<String> {
        let before = format!("{}_{}", last.published_at?.utc().timestamp_micros(), last.id);
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("tab", self.tab);
        for (name, value) in [("theme", &self.theme), ("network", &self.network)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.append_pair("before", &before);
        Some(format!("/posts?{}", query.finish()))
    }
}
