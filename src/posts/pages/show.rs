//! One story.

use std::collections::HashMap;

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use diesel::prelude::*;

use crate::attachments::{self, Attachment};
use crate::db::schema::{
    approvals, attachments as attachments_of, comments, groups, networks as networks_of, organisers, people,
    post_follows, post_revisions, posts, seats, thanks as thanked,
};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare};
use crate::error::{Error, Result};
use crate::markdown;
use crate::networks;
use crate::posts::address::Address;
use crate::posts::approval::{self, Step, Told};
use crate::posts::approval_words::sentence;
use crate::posts::person::AuthorColumns;
use crate::posts::thread::{Comment, Page, Until};
use crate::posts::visible::scope_of_visitor;
use crate::posts::{
    Author, Form as Shape, Missed, Post, Prompt, Theme, Visibility, comment, mention, reading, thanks, theme,
    thread,
};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, Visit};

#[derive(Template)]
#[template(path = "posts/show.html")]
pub(super) struct Show {
    chrome: Chrome,
    form: Form,
    story: Story,
    /// What other sites and programs that are given its address show of it, when everybody may read it.
    shared: Option<Shared>,
    viewer: Option<Id>,
    zone: chrono_tz::Tz,
    /// The moment that its script says its reader has read it until, RFC 3339; nothing where that is not to be kept.
    read_at: Option<String>,
    script: String,
}

/// What is told of a story beside its page.
struct Shared {
    url: String,
    /// Its beginning.
    description: String,
    /// When it was published, RFC 3339.
    at: String,
}

/// Characters of the beginning.
const DESCRIPTION: usize = 200;

/// A story and what stands around it, for one reader.
pub(super) struct Story {
    pub(super) post: Post,
    pub(super) parts: Vec<(Option<Prompt>, String)>,
    pub(super) author: Author,
    themes: Vec<Theme>,
    files: Vec<Attachment>,
    comments: Page,
    /// Who thanked the viewer, by story or comment.
    thanks: HashMap<Id, Vec<Option<String>>>,
    thanked: bool,
    /// The comment that answers its question, as its author says.
    answer: Option<Id>,
    muted: bool,
    follows: bool,
    edits: i64,
    group_name: String,
    network: Option<(String, String)>,
    inside: bool,
    own: bool,
    may_comment: bool,
    may_withdraw: bool,
    runs: bool,
    /// What its author asked an approver about it last.
    approval: Option<Told>,
}

/// `GET /posts/{id}`: the story, its comments, and what one can do. With a number in the place of the identifier and another title
/// than it has, leads to the right address.
pub async fn show(visit: Visit, of: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (address, until) = (Address::parse(&of)?, Until::parse(Fields::of_query(&request).text("until")));
    let read = visit.read(move |db, ctx| {
        let id = address.story(db)?;
        load(db, id, ctx.visitor(), until, ctx.now())
    });
    let (ctx, story) = read.await?;
    let right = story.post.numbered_path().filter(|path| *path != request.path());
    if let (Address::Number(_), Some(path)) = (address, right) {
        return Ok(HttpResponse::MovedPermanently().insert_header((LOCATION, path)).finish());
    }
    ctx.page(&Show::of(&ctx, story, Form::empty(ctx.lang)))
}

/// The story for whoever asks.
pub(super) async fn find(ctx: &Ctx, id: Id) -> Result<Story> {
    let (visitor, now) = (ctx.visitor().cloned(), ctx.now());
    ctx.read(move |db| load(db, id, visitor.as_ref(), Until::parse(""), now)).await
}

fn load(db: &mut Db, id: Id, visitor: Option<&CurrentPerson>, until: Until, now: Timestamp) -> Result<Story> {
    let scope = scope_of_visitor(db, visitor)?;
    type Around = (AuthorColumns, String, String, String, networks::Visibility, Option<i64>, Talk);
    /// Whether the viewer has thanked, whether anybody has, the comment that is the answer, whether the viewer has muted the story
    /// or said that they follow it, whether they have commented on it, whether it has files, and whether an approver was asked about it.
    type Talk = (bool, bool, Option<Id>, Option<bool>, bool, bool, bool);
    let viewer = scope.viewer.unwrap_or(Id(uuid::Uuid::nil()));
    let edits = post_revisions::table.filter(post_revisions::post_id.eq(posts::id)).count().single_value();
    let of_post = || thanked::table.filter(thanked::subject_id.eq(posts::id));
    let answer = comments::table
        .filter(comments::post_id.eq(posts::id))
        .filter(comments::accepted_by.eq(posts::author_id.nullable()))
        .filter(comments::withdrawn_at.is_null())
        .order((comments::accepted_at, comments::id))
        .limit(1)
        .select(comments::id)
        .single_value();
    let said = post_follows::table
        .filter(post_follows::post_id.eq(posts::id))
        .filter(post_follows::person_id.eq(viewer))
        .select(post_follows::muted)
        .single_value();
    let spoke = comments::table
        .filter(comments::post_id.eq(posts::id))
        .filter(comments::author_id.eq(viewer))
        .filter(comments::withdrawn_at.is_null());
    let filed = attachments_of::table
        .filter(attachments_of::post_id.eq(posts::id.nullable()))
        .filter(attachments_of::removed_at.is_null());
    let asked = approvals::table.filter(approvals::post_id.eq(posts::id));
    let (post, (author, group_name, slug, name, seen, edits, talk)): (Post, Around) = posts::table
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
                (
                    diesel::dsl::exists(of_post().filter(thanked::person_id.eq(viewer))),
                    diesel::dsl::exists(of_post()),
                    answer,
                    said,
                    diesel::dsl::exists(spoke),
                    diesel::dsl::exists(filed),
                    diesel::dsl::exists(asked),
                ),
            ),
        ))
        .prepared()
        .get_result(db)?;
    if !post.is_for(&scope) {
        return Err(Error::NotFound);
    }
    let inside = scope.is_inside(post.group_id, post.network_id);
    let comments = thread::page(db, id, scope.viewer, until)?;
    let own = scope.viewer == Some(post.author_id);
    let (thanked, has_thanks, answer, muted, spoke, filed, asked) = talk;
    let mine = |each: &Comment| scope.viewer == Some(each.author_id);
    let thanks = match scope.viewer {
        Some(viewer)
            if own && has_thanks || comments.comments().any(|each| each.has_thanks && mine(each)) =>
        {
            thanks::thanks_to(db, viewer, id)?
        }
        _ => HashMap::new(),
    };
    let files = match filed {
        true => attachments::of_place(db, attachments::Place::Post(id), scope.viewer, now)?,
        false => Vec::new(),
    };
    let seen = seen == networks::Visibility::Public || inside || scope.networks.contains(&post.network_id);
    Ok(Story {
        parts: parts(&post),
        author: author.into(),
        themes: theme::of_posts(db, &[id])?.remove(&id).unwrap_or_default(),
        comments,
        thanks,
        thanked,
        answer,
        muted: muted == Some(true),
        follows: muted.map_or(own || spoke, |muted| !muted),
        files,
        edits: edits.filter(|_| inside || own).unwrap_or(0),
        group_name,
        network: seen.then_some((slug, name)),
        inside,
        own,
        may_comment: comment::may_comment(&scope, &post),
        may_withdraw: post.withdrawn_at.is_none() && (own || scope.coordinates(post.network_id)),
        runs: scope.coordinates(post.network_id),
        approval: if own && asked { approval::latest(db, id)? } else { None },
        post,
    })
}

/// The text as HTML, by prompt where there are prompts.
pub(super) fn parts(post: &Post) -> Vec<(Option<Prompt>, String)> {
    let marked = |html| mention::marked(html, post.mentions.as_deref());
    if post.form == Shape::Free {
        return vec![(None, marked(markdown::to_html_from(&post.body, 2)))];
    }
    let answers = Prompt::ALL.iter().map(|prompt| (*prompt, post.answer(*prompt)));
    let answered = answers.filter(|(_, answer)| !answer.trim().is_empty());
    answered.map(|(prompt, answer)| (Some(prompt), marked(markdown::to_html(answer)))).collect()
}

impl Story {
    /// The story of somebody who may still publish it. [`Error::NotFound`] for every other.
    pub(super) fn draft(self) -> Result<Self> {
        let is_draft = self.own && self.post.is_draft() && self.post.withdrawn_at.is_none();
        if is_draft { Ok(self) } else { Err(Error::NotFound) }
    }

    /// Whether its text has headings of its own, by which those who do not see it find it on the page.
    fn has_headings(&self) -> bool {
        self.parts.iter().any(|(prompt, html)| prompt.is_some() || html.contains("<h"))
    }

    /// Its pictures, which stand under it.
    fn pictures(&self) -> impl Iterator<Item = &Attachment> {
        self.files.iter().filter(|file| file.kind.is_picture())
    }

    /// Its other files, which are listed.
    fn documents(&self) -> Vec<&Attachment> {
        self.files.iter().filter(|file| !file.kind.is_picture()).collect()
    }
}

impl Shared {
    fn of(ctx: &Ctx, post: &Post) -> Option<Self> {
        let is_public = post.visibility == Visibility::Public && post.withdrawn_at.is_none();
        let at = post.published_at.filter(|_| is_public)?;
        Some(Shared {
            url: ctx.app.config.link(&post.path()),
            description: markdown::excerpt(&told(post), DESCRIPTION),
            at: at.utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        })
    }
}

/// The text that a story begins with.
fn told(post: &Post) -> String {
    if post.form == Shape::Free { post.body.clone() } else { post.situation.clone() }
}

impl Show {
    pub(super) fn of(ctx: &Ctx, story: Story, form: Form) -> Self {
        let title = story.post.title.clone();
        let mut chrome = ctx.chrome_titled("posts", title);
        if form.is_wrong() {
            chrome = chrome.with_errors();
        }
        let viewer = ctx.visitor().map(|person| person.id);
        // An earlier page of comments does not show the latest.
        let is_read = viewer.is_some() && reading::is_out(&story.post) && !story.comments.is_earlier;
        let moment = || ctx.now().utc().to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
        Show {
            shared: Shared::of(ctx, &story.post),
            chrome,
            form,
            story,
            viewer,
            zone: super::zone(ctx),
            read_at: is_read.then(moment),
            script: ctx.app.assets.url("js/pages/story.js"),
        }
    }

    fn steps(&self) -> &'static [Visibility] {
        Visibility::ALL
    }

    /// What became of what an approver was asked, in one sentence; nothing when its author took it back.
    fn said(&self, told: &Told) -> Option<String> {
        let lang = self.chrome.language;
        match told.approval.state {
            Step::Withdrawn => None,
            Step::Waiting if told.vacant => Some(lang.tname("approval-said-leaving", &told.organiser)),
            _ => Some(sentence(lang, &told.approval, &told.organiser, told.who.as_deref())),
        }
    }

    fn waits(&self, told: &Told) -> bool {
        told.approval.state == Step::Waiting
    }

    fn scheduled(&self, at: &Timestamp) -> String {
        self.chrome.tname("post-scheduled", &self.moment(at))
    }

    fn missed(&self, missed: &Missed) -> String {
        self.chrome.tw("post-missed", missed)
    }

    fn hint(&self, step: &Visibility) -> String {
        self.chrome.t(&format!("post-visibility-{step}-hint"))
    }

    fn day(&self, at: &Timestamp) -> String {
        self.chrome.language.day_of(*at, self.zone)
    }

    fn moment(&self, at: &Timestamp) -> String {
        self.chrome.language.moment(*at, self.zone)
    }

    /// A comment and what the viewer can do with it.
    fn remark<'a>(&'a self, comment: &'a Comment) -> Remark<'a> {
        let mine = self.viewer == Some(comment.author_id);
        let asks = self
            .viewer
            .is_some_and(|viewer| self.story.post.author_id == viewer || comment.asker == Some(viewer));
        Remark {
            chrome: &self.chrome,
            comment,
            moment: self.moment(&comment.created_at),
            html: mention::marked(markdown::to_html(&comment.body), comment.mentions.as_deref()),
            thanks: self.thanks_for(&comment.id),
            mine,
            may_answer: self.story.may_comment,
            may_thank: self.viewer.is_some() && !mine,
            runs: self.story.runs,
            may_accept: asks && self.story.post.withdrawn_at.is_none(),
        }
    }

    /// The names of those who thanked the viewer for this, if the viewer wrote it and anybody has.
    fn thanks_for(&self, subject: &Id) -> Option<String> {
        let names = self.story.thanks.get(subject)?;
        let shown = |name: &Option<String>| name.clone().unwrap_or_else(|| self.chrome.t("person-protected"));
        let mut shown: Vec<String> = names.iter().take(thanks::MOST).map(shown).collect();
        if names.len() > shown.len() {
            shown.push(self.chrome.t("thanks-others"));
        }
        Some(self.chrome.tname("thanks-from", &self.chrome.language.list(&shown)))
    }
}

/// One comment on the page.
#[derive(Template)]
#[template(path = "posts/comment.html")]
struct Remark<'a> {
    chrome: &'a Chrome,
    comment: &'a Comment,
    moment: String,
    html: String,
    thanks: Option<String>,
    mine: bool,
    may_answer: bool,
    may_thank: bool,
    may_accept: bool,
    /// Whether the viewer runs the network.
    runs: bool,
}

impl Remark<'_> {
    fn stands(&self) -> bool {
        self.comment.withdrawn_at.is_none()
    }
}
