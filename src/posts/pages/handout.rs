//! A story on one sheet of paper, to carry on to colleagues.

use actix_web::HttpResponse;
use askama::Template;

use super::show;
use crate::db::types::Id;
use crate::error::Result;
use crate::posts::{Author, Post, Prompt};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/handout.html")]
struct Handout {
    chrome: Chrome,
    post: Post,
    author: Author,
    /// What it tells; its own question stands with the others.
    parts: Vec<(Option<Prompt>, String)>,
    /// The question of its author, HTML.
    question: Option<String>,
    /// The whole address.
    address: String,
}

impl Handout {
    /// Questions that any story can be talked about with.
    fn questions(&self) -> [String; 3] {
        ["handout-question-same", "handout-question-try", "handout-question-need"]
            .map(|key| self.chrome.t(key))
    }
}

/// `GET /posts/{id}/handout`: for everybody who reads the story.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    ctx.page(&of(&ctx, id).await?)
}

async fn of(ctx: &Ctx, id: Id) -> Result<Handout> {
    let story = show::find(ctx, id).await?;
    let (asked, parts): (Vec<_>, Vec<_>) =
        story.parts.into_iter().partition(|(prompt, _)| *prompt == Some(Prompt::Question));
    Ok(Handout {
        chrome: ctx.chrome_titled("posts", story.post.title.clone()),
        address: ctx.app.config.link(&story.post.path()),
        question: asked.into_iter().next().map(|(_, html)| html),
        author: story.author,
        post: story.post,
        parts,
    })
}
