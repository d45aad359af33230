//! All material of a group or a network.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::attachments::list::{Item, What, material};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::groups::{self, Access};
use crate::i18n::fold;
use crate::networks;
use crate::posts::scope_of;
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath, Paging};

/// Rows on a page.
const PER_PAGE: i64 = 40;

#[derive(Template)]
#[template(path = "attachments/materials.html")]
struct Index {
    chrome: Chrome,
    place: Whose,
    text: String,
    items: Vec<Item>,
    paging: Paging,
    /// Whether there is anything, whatever was searched for.
    any: bool,
    now: Timestamp,
    zone: chrono_tz::Tz,
}

/// The group or network.
struct Whose {
    name: String,
    page: String,
    path: String,
    group: bool,
}

/// `GET /groups/{id}/materials`: files and links of its meetups and stories, the newest first.
pub async fn of_group(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let found = ctx.read(move |db| match groups::visible(db, id, &person)? {
        (_, Access::Neighbour) => Err(Error::NotFound),
        (group, _) => {
            let page = format!("/groups/{id}");
            let whose = Whose { path: format!("{page}/materials"), name: group.name, page, group: true };
            let scope = scope_of(db, Some(person.id))?;
            Ok((whose, material(db, id, None, &scope, (person.id, now))?))
        }
    });
    show(&ctx, &request, found.await?)
}

/// `GET /networks/{slug}/materials`: the same of all groups whose material the visitor sees.
pub async fn of_network(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let found = ctx.read(move |db| in_network(db, &slug, &person, now)).await?;
    show(&ctx, &request, found)
}

fn in_network(db: &mut Db, slug: &str, person: &CurrentPerson, now: Timestamp) -> Result<(Whose, Vec<Item>)> {
    let network = networks::visible(db, slug, Some(person))?;
    let scope = scope_of(db, Some(person.id))?;
    let groups: Option<&[Id]> = if scope.coordinates(network.id) { None } else { Some(&scope.groups) };
    let items = material(db, network.id, groups, &scope, (person.id, now))?;
    let page = format!("/networks/{}", network.slug);
    Ok((Whose { path: format!("{page}/materials"), name: network.name, page, group: false }, items))
}

fn show(ctx: &Ctx, request: &HttpRequest, (place, items): (Whose, Vec<Item>)) -> Result<HttpResponse> {
    let text: String = Fields::of_query(request).text("q").chars().take(100).collect();
    let (any, wanted) = (!items.is_empty(), fold(&text));
    let items: Vec<Item> = items.into_iter().filter(|item| fold(&item.title).contains(&wanted)).collect();
    let paging = Paging::of(request, PER_PAGE).with_total(i64::try_from(items.len()).unwrap_or(0));
    ctx.page(&Index {
        chrome: ctx.chrome(if place.group { "groups" } else { "networks" }, "materials-title"),
        items: paging.cut(items),
        now: ctx.now(),
        zone: ctx.person()?.time_zone,
        place,
        text,
        paging,
        any,
    })
}

impl Index {
    /// What it is, when it came, and until when only its uploader sees it.
    fn detail(&self, item: &Item) -> String {
        let lang = self.chrome.language;
        let what = match &item.what {
            What::File(file) => file.detail(&lang),
            What::Link(_) => lang.t("attachment-kind-link"),
        };
        let mut parts = vec![what, lang.day_of(item.added_at, self.zone)];
        if item.visible_from > self.now {
            parts.push(lang.tname("material-hidden", &lang.moment(item.visible_from, self.zone)));
        }
        parts.join(" · ")
    }

    fn href(&self, item: &Item) -> String {
        match &item.what {
            What::File(file) => format!("/attachments/{}", file.id),
            What::Link(url) => url.clone(),
        }
    }

    fn is_link(&self, item: &Item) -> bool {
        matches!(item.what, What::Link(_))
    }
}
