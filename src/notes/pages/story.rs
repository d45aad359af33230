//! The notes as the draft of a story.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::Access;
use crate::markdown;
use crate::meetups::{self, Meetup};
use crate::notes::story::{draft_story, nameless};
use crate::posts::Nameless;
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath};

#[derive(Template)]
#[template(path = "notes/story.html")]
struct Show {
    chrome: Chrome,
    meetup: Meetup,
    nameless: Nameless,
    text: String,
    /// The draft that was made.
    post: Option<Id>,
}

/// `GET /meetups/{id}/notes/story?post=…`: which names are left out, and the draft when it is made.
pub async fn show(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let (meetup, nameless) = ctx
        .read(move |db| {
            let meetup = of_member(db, id, &person)?;
            let nameless = nameless(db, &meetup, lang)?;
            Ok((meetup, nameless))
        })
        .await?;
    let text = markdown::to_html(&nameless.text);
    let post = Fields::of_query(&request).text("post").parse().ok();
    ctx.page(&Show { chrome: ctx.chrome("meetups", "notes-story-title"), meetup, nameless, text, post })
}

/// `POST /meetups/{id}/notes/story`: makes the draft, in the visitor's name.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, lang, now) = (ctx.person()?.clone(), ctx.lang, ctx.now());
    let post = ctx
        .write(move |tx| {
            let meetup = of_member(tx, id, &person)?;
            draft_story(tx, &meetup, person.id, lang, now)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/meetups/{id}/notes/story?post={post}"), "flash-notes-story"))
}

/// The meetup, for a member of its group: only members tell its stories.
fn of_member(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<Meetup> {
    match meetups::visible(db, id, person)? {
        (meetup, group, Access::Member) if group.closed_at.is_none() => Ok(meetup),
        _ => Err(Error::NotFound),
    }
}
