//! The history of a story.

use actix_web::HttpResponse;
use askama::Template;

use crate::error::{Error, Result};
use crate::posts::revision::{Edit, edits};
use crate::posts::visible::scope_of_visitor;
use crate::posts::{Post, post};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/revisions.html")]
struct Index {
    chrome: Chrome,
    post: Post,
    edits: Vec<Edit>,
    zone: chrono_tz::Tz,
}

impl Index {
    fn moment(&self, edit: &Edit) -> String {
        self.chrome.language.moment(edit.at, self.zone)
    }
}

/// `GET /posts/{id}/revisions`: every edit with what it changed. For the author, the group and its coordinators: an
/// earlier version may have been meant for the group alone.
pub async fn index(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    let (post, edits) = ctx
        .read(move |db| {
            let scope = scope_of_visitor(db, Some(&person))?;
            let post = post::find_in(db, id, &scope)?;
            if post.author_id != person.id && !scope.is_inside(post.group_id, post.network_id) {
                return Err(Error::NotFound);
            }
            let edits = edits(db, &post, lang)?;
            Ok((post, edits))
        })
        .await?;
    let chrome = ctx.chrome("posts", "post-revisions-title");
    ctx.page(&Index { chrome, post, edits, zone: super::zone(&ctx) })
}
