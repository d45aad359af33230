//! The list of stories.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::paged::{cursor, older, page_of};
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::posts::list::drafts;
use crate::posts::theme::Choices;
use crate::posts::{Filter, PostSummary, Scope, scope_in};
use crate::seats::{Place, Standing};
use crate::themes::{current_slug, keepers};
use crate::web::forms::Fields;
use crate::web::{Chrome, CurrentPerson, Visit};

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
    themes: Choices,
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
        network: networks.iter().find(|network| network.slug == asked.network).map(|network| network.id),
        theme: theme_of(db, &asked.theme)?,
        author: mine.filter(|_| asked.tab == "mine"),
        before: cursor(&asked.before),
        ..Filter::default()
    };
    let (posts, has_more) = match (asked.tab, mine) {
        ("drafts", Some(author)) => (drafts(db, author, 100)?, false),
        _ => page_of(db, &scope, &filter)?,
    };
    let groups = standing.live_groups().cloned().collect();
    let mine: Vec<Id> = networks.iter().map(|network| network.id).chain(scope.coordinated.clone()).collect();
    let lists = if mine.is_empty() { Vec::new() } else { keepers(db, &mine)? };
    Ok(Found { posts, has_more, themes: Choices::of(db, &lists)?, networks, groups })
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

    fn older(&self, last: &PostSummary) -> Option<String> {
        let narrowed = [("tab", self.tab), ("theme", &self.theme), ("network", &self.network)];
        older("/posts", &narrowed, last)
    }
}

/// The theme that a list is narrowed to, by the slug in its address.
fn theme_of(db: &mut Db, slug: &str) -> Result<Option<String>> {
    if slug.is_empty() { Ok(None) } else { Ok(Some(current_slug(db, slug)?)) }
}
