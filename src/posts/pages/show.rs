//! One story.

use actix_web::HttpResponse;
use askama::Template;
use diesel::prelude::*;

use crate::db::schema::{groups, networks as networks_of, organisers, people, post_revisions, posts, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare};
use crate::error::{Error, Result};
use crate::markdown;
use crate::networks;
use crate::posts::person::AuthorColumns;
use crate::posts::visible::scope_of_visitor;
use crate::posts::{Author, Comment, Form as Shape, Post, Prompt, Theme, comment, comments_of, theme};
use crate::web::forms::Form;
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath, Visit};

#[derive(Template)]
#[template(path = "posts/show.html")]
pub(super) struct Show {
    chrome: Chrome,
    form: Form,
    story: Story,
    viewer: Option<Id>,
    zone: chrono_tz::Tz,
}

/// A story and what stands around it, for one reader.
pub(super) struct Story {
    pub(super) post: Post,
    pub(super) parts: Vec<(Option<Prompt>, String)>,
    author: Author,
    themes: Vec<Theme>,
    comments: Vec<(Comment, String)>,
    edits: i64,
    group_name: String,
    network: Option<(String, String)>,
    inside: bool,
    own: bool,
    may_comment: bool,
    may_withdraw: bool,
}

/// `GET /posts/{id}`: the story, its comments, and what one can do.
pub async fn show(visit: Visit, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (ctx, story) = visit.read(move |db, ctx| load(db, id, ctx.visitor())).await?;
    ctx.page(&Show::of(&ctx, story, Form::empty(ctx.lang)))
}

/// The story for whoever asks.
pub(super) async fn find(ctx: &Ctx, id: Id) -> Result<Story> {
    let visitor = ctx.visitor().cloned();
    ctx.read(move |db| load(db, id, visitor.as_ref())).await
}

fn load(db: &mut Db, id: Id, visitor: Option<&CurrentPerson>) -> Result<Story> {
    let scope = scope_of_visitor(db, visitor)?;
    type Around = (AuthorColumns, String, String, String, networks::Visibility, Option<i64>);
    let edits = post_revisions::table.filter(post_revisions::post_id.eq(posts::id)).count().single_value();
    let (post, (author, group_name, slug, name, seen, edits)): (Post, Around) = posts::table
        .inner_join(people::table)
        .inner_join(groups::table)
        .inner_join(networks_of::table)
        .left_join(seats::table)
        .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
        .filter(posts::id.eq(id))
        .select((
            Post::as_select(),
            (
                (people::name, people::protected, seats::role.nullable(), organisers::name.nullable()),
                groups::name,
                networks_of::slug,
                networks_of::name,
                networks_of::visibility,
                edits,
            ),
        ))
        .prepared()
        .get_result(db)?;
    if !post.is_for(&scope) {
        return Err(Error::NotFound);
    }
    let inside = scope.is_inside(post.group_id, post.network_id);
    let comments = comments_of(db, id)?;
    let own = scope.viewer == Some(post.author_id);
    let seen = seen == networks::Visibility::Public || inside || scope.networks.contains(&post.network_id);
    Ok(Story {
        parts: parts(&post),
        author: author.into(),
        themes: theme::of_posts(db, &[id])?.remove(&id).unwrap_or_default(),
        comments: comments
            .into_iter()
            .map(|each| (markdown::to_html(&each.body), each))
            .map(|(html, each)| (each, html))
            .collect(),
        edits: edits.filter(|_| inside || own).unwrap_or(0),
        group_name,
        network: seen.then_some((slug, name)),
        inside,
        own,
        may_comment: comment::may_comment(&scope, &post),
        may_withdraw: post.withdrawn_at.is_none() && (own || scope.coordinates(post.network_id)),
        post,
    })
}

/// The text as HTML, by prompt where there are prompts.
fn parts(post: &Post) -> Vec<(Option<Prompt>, String)> {
    if post.form == Shape::Free {
        return vec![(None, markdown::to_html_from(&post.body, 2))];
    }
    let answers = Prompt::ALL.iter().map(|prompt| (*prompt, post.answer(*prompt)));
    let answered = answers.filter(|(_, answer)| !answer.trim().is_empty());
    answered.map(|(prompt, answer)| (Some(prompt), markdown::to_html(answer))).collect()
}

impl Show {
    pub(super) fn of(ctx: &Ctx, story: Story, form: Form) -> Self {
        let title = story.post.title.clone();
        let mut chrome = ctx.chrome_titled("posts", title);
        if form.is_wrong() {
            chrome = chrome.with_errors();
        }
        Show { chrome, form, story, viewer: ctx.visitor().map(|person| person.id), zone: super::zone(ctx) }
    }

    fn day(&self, at: &Timestamp) -> String {
        self.chrome.language.day_of(*at, self.zone)
    }

    fn moment(&self, at: &Timestamp) -> String {
        self.chrome.language.moment(*at, self.zone)
    }

    fn is_mine(&self, comment: &Comment) -> bool {
        self.viewer == Some(comment.author_id) && comment.withdrawn_at.is_none()
    }
}
