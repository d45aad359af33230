//! The page that says who hosts next.

use actix_web::HttpResponse;
use askama::Template;

use super::view::{Person, Row, Turn};
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::organisers::group_map;
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "hosting/show.html")]
struct Show {
    chrome: Chrome,
    group: Group,
    rows: Vec<Row>,
    people: Vec<Person>,
    map: String,
    /// Organisers that are nowhere in particular.
    left_out: String,
    /// How many meetups of the year say no municipality.
    unplaced: usize,
}

/// `GET /groups/{id}/hosting`: where to meet so that travel evens out, as a table and a map.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, chrome) = (ctx.person()?.clone(), ctx.chrome("groups", "hosting-title"));
    let (lang, now) = (ctx.lang, ctx.now());
    let page = ctx.read(move |db| {
        let (group, access) = groups::visible(db, id, &person)?;
        if access == Access::Neighbour {
            return Err(Error::NotFound);
        }
        let turn = Turn::read(db, id, now)?;
        let codes = turn.codes();
        let map = group_map(db, &codes, codes.get(..1).unwrap_or_default(), lang)?;
        let (rows, people) = (turn.rows(lang, person.time_zone), turn.people(lang));
        let left_out = lang.list(&turn.left_out);
        Ok(Show { chrome, group, rows, people, map, left_out, unplaced: turn.unplaced })
    });
    ctx.page(&page.await?)
}
