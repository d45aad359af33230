//! Stories by theme.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::paged::{cursor, older, page_of};
use crate::accounts::Frequency;
use crate::db::Db;
use crate::db::types::Id;
use crate::digests;
use crate::error::Result;
use crate::posts::{Filter, PostSummary, Scope, scope_in};
use crate::seats::{Place, Standing};
use crate::themes::{self, Theme, in_networks};
use crate::web::forms::Fields;
use crate::web::{Chrome, CurrentPerson, Visit};

#[derive(Template)]
#[template(path = "posts/themes.html")]
struct Index {
    chrome: Chrome,
    /// Networks with the themes that they keep themselves.
    networks: Vec<(String, Vec<Theme>)>,
    common: Vec<Theme>,
    /// What the visitor has chosen, by theme.
    chosen: std::collections::HashMap<Id, Frequency>,
}

impl Index {
    fn follows(&self, theme: &Theme) -> bool {
        self.chosen.get(&theme.id).is_some_and(|chosen| *chosen != Frequency::Never)
    }
}

/// `GET /themes`: those that everybody has, and those of one's networks.
pub async fn index(visit: Visit) -> Result<HttpResponse> {
    let read = visit.read(move |db, ctx| {
        let (scope, _) = standing_of(db, ctx.visitor())?;
        let chosen = match scope.viewer {
            Some(person) => digests::choices_of(db, person)?,
            None => std::collections::HashMap::new(),
        };
        let belongs = [scope.networks.as_slice(), scope.coordinated.as_slice()].concat();
        let (networks, common) = in_networks(db, &belongs)?;
        Ok((networks, common, chosen))
    });
    let (ctx, (networks, common, chosen)) = read.await?;
    ctx.page(&Index { chrome: ctx.chrome("posts", "themes-title"), networks, common, chosen })
}

#[derive(Template)]
#[template(path = "posts/theme.html")]
struct Show {
    chrome: Chrome,
    theme: Theme,
    name: String,
    found: Vec<PostSummary>,
    groups: Vec<Place>,
    /// What the visitor has chosen for it.
    chosen: Option<Frequency>,
    frequencies: Vec<(&'static str, String)>,
    is_first: bool,
    older: Option<String>,
    zone: chrono_tz::Tz,
}

impl Show {
    /// What a new story begins with: the theme.
    fn query(&self) -> String {
        format!("?theme={}", self.theme.slug)
    }
}

/// What the page needs from the database.
struct Found {
    theme: Theme,
    stories: (Vec<PostSummary>, bool),
    groups: Vec<Place>,
    chosen: Option<Frequency>,
}

/// `GET /themes/{slug}`: the stories about it that one may read. Where it was merged into another, leads there.
pub async fn show(visit: Visit, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (slug, before) = (slug.into_inner(), Fields::of_query(&request).text("before").to_owned());
    let (wanted, from) = (slug.clone(), before.clone());
    let read = visit.read(move |db, ctx| Found::read(db, ctx.visitor(), &wanted, &from));
    let (ctx, found) = read.await?;
    let (theme, (stories, has_more)) = (found.theme, found.stories);
    let path = format!("/themes/{}", theme.slug);
    if theme.slug != slug {
        return Ok(ctx.redirect(path));
    }
    let name = theme.name(&ctx.lang).to_owned();
    ctx.page(&Show {
        chrome: ctx.chrome_titled("posts", &name),
        older: stories.last().filter(|_| has_more).and_then(|last| older(&path, &[], last)),
        frequencies: digests::frequencies(ctx.lang),
        is_first: before.is_empty(),
        zone: super::zone(&ctx),
        found: stories,
        groups: found.groups,
        chosen: found.chosen,
        theme,
        name,
    })
}

impl Found {
    fn read(db: &mut Db, visitor: Option<&CurrentPerson>, slug: &str, before: &str) -> Result<Self> {
        let (scope, groups) = standing_of(db, visitor)?;
        let theme = themes::find(db, &scope, slug)?;
        let filter = Filter { theme: Some(theme.slug.clone()), before: cursor(before), ..Filter::default() };
        let stories = page_of(db, &scope, &filter)?;
        let chosen = match scope.viewer {
            Some(person) => digests::choices_of(db, person)?.remove(&theme.id),
            None => None,
        };
        Ok(Found { theme, stories, groups, chosen })
    }
}

/// What a visitor reads, and the groups that they may write in.
pub(super) fn standing_of(db: &mut Db, visitor: Option<&CurrentPerson>) -> Result<(Scope, Vec<Place>)> {
    let Some(person) = visitor else { return Ok((Scope::default(), Vec::new())) };
    let standing = Standing::of(db, person.id)?;
    let scope = scope_in(db, person, &standing)?;
    Ok((scope, standing.live_groups().cloned().collect()))
}
