//! Writing and changing a story.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::{self, Access, Group};
use crate::markdown;
use crate::posts::forms::{self, field};
use crate::posts::masking::Known;
use crate::posts::typed::Typed;
use crate::posts::{Form as Shape, NewPost, Post, Prompt, Visibility, approval, post, theme, typed};
use crate::themes::{Theme, offered};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/form.html")]
struct Page {
    chrome: Chrome,
    form: Form,
    shape: Shape,
    prompts: &'static [Prompt],
    group: Group,
    visibilities: Vec<(String, String, String)>,
    themes: Vec<(String, String, bool)>,
    action: String,
    post: Option<Id>,
    draft: bool,
    /// When what the form shows was typed, if it was not saved.
    typed: Option<String>,
    preview: Option<Preview>,
    /// What shows the preview while one types.
    script: String,
}

/// How a story will look, and the names in it that others than the group would read.
struct Preview {
    title: String,
    parts: Vec<(Option<Prompt>, String)>,
    names: Vec<String>,
}

/// `GET /groups/{id}/posts/new`: the five prompts, or free text with `?form=free`.
pub async fn new(ctx: Ctx, IdPath(group): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let (group, known) = of_member(&ctx, group).await?;
    let place = group.id;
    let left = ctx.read(move |db| typed::find(db, place, person)).await?;
    let asked = Fields::of_query(&request);
    let shape = match &left {
        Some(left) if !asked.has("form") => shape_of(&left.fields),
        _ => shape_of(&asked),
    };
    // A theme that one comes from is ticked.
    let form = Form::filled(Fields::from_pairs(asked.all("theme").map(|slug| ("themes", slug))), ctx.lang);
    let page = Page::of(&ctx, ctx.chrome("posts", "post-new-title"), form, shape, group, known);
    ctx.page(&page.with_typed(&ctx, left)?)
}

/// `POST /groups/{id}/posts`: saves a draft or publishes (`act`).
pub async fn create(ctx: Ctx, IdPath(group): IdPath, fields: Fields) -> Result<HttpResponse> {
    if fields.text("act") == "preview" {
        return preview_new(&ctx, group, fields).await;
    }
    let (group, known) = of_member(&ctx, group).await?;
    let (shape, publish) = (shape_of(&fields), fields.text("act") != "draft");
    let new = match forms::story(&fields, shape, !publish) {
        Ok(new) => new,
        Err(errors) => {
            let chrome = ctx.chrome("posts", "post-new-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&Page::of(&ctx, chrome, form, shape, group, known));
        }
    };
    let (author, now) = (ctx.person()?.id, ctx.now());
    let written = ctx.write(move |tx| {
        typed::forget(tx, group.id, author)?;
        let id = post::create(tx, group.id, author, &new, publish, now)?;
        Ok((id, approval::said(tx, id, said(publish))?))
    });
    let (id, said) = written.await?;
    Ok(ctx.redirect_saying(format!("/posts/{id}"), said))
}

/// `GET /posts/{id}/edit`: the author's form.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let author = ctx.person()?.id;
    let (post, group, slugs, known, left) = ctx
        .read(move |db| {
            let post = post::find_own(db, id, author)?;
            let group = groups::find(db, post.group_id)?;
            let slugs = theme::of_posts(db, &[id])?.remove(&id).unwrap_or_default();
            let slugs: Vec<String> = slugs.into_iter().map(|theme| theme.slug).collect();
            let known = offered(db, post.network_id, &slugs)?;
            Ok((post, group, slugs, known, typed::find(db, id, author)?))
        })
        .await?;
    let form = Form::filled(forms::stored(&post, &slugs), ctx.lang);
    let page = Page::of(&ctx, ctx.chrome("posts", "post-edit-title"), form, post.form, group, known);
    ctx.page(&page.changing(id, post.is_draft()).with_typed(&ctx, left)?)
}

/// `POST /posts/{id}`: changes a story, and publishes a draft where `act` says so.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let author = ctx.person()?.id;
    let stored = ctx.read(move |db| post::find_own(db, id, author)).await?;
    if fields.text("act") == "preview" {
        return preview_change(&ctx, stored, fields).await;
    }
    let publish = stored.is_draft() && fields.text("act") == "publish";
    let new = match forms::story(&fields, stored.form, stored.is_draft() && !publish) {
        Ok(new) => new,
        Err(errors) => {
            let chrome = ctx.chrome("posts", "post-edit-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&Page::of_stored(&ctx, chrome, form, &stored).await?);
        }
    };
    let said = write(&ctx, id, author, (new, publish)).await?;
    Ok(ctx.redirect_saying(format!("/posts/{id}"), said))
}

/// Changes a story, and publishes it where that is wanted; what to say of it.
async fn write(ctx: &Ctx, id: Id, author: Id, (new, publish): (NewPost, bool)) -> Result<&'static str> {
    let now = ctx.now();
    ctx.write(move |tx| {
        // Read again inside the transaction, alone: two edits at once must both be kept in the history.
        tx.lock(id)?;
        let before = post::find_own(tx, id, author)?;
        post::update(tx, &before, &new, now)?;
        typed::forget(tx, id, author)?;
        if publish {
            post::publish(tx, id, now)?;
        }
        let asks = publish || new.visibility.is_wider_than(&before.visibility);
        if asks { approval::said(tx, id, said(publish)) } else { Ok(said(publish)) }
    })
    .await
}

fn said(published: bool) -> &'static str {
    if published { "flash-post-published" } else { "flash-post-saved" }
}

async fn preview_new(ctx: &Ctx, group: Id, fields: Fields) -> Result<HttpResponse> {
    let (group, known) = of_member(ctx, group).await?;
    let shape = shape_of(&fields);
    let preview = Preview::of(ctx, &fields, shape, group.network_id).await?;
    let page = Page::of(
        ctx,
        ctx.chrome("posts", "post-new-title"),
        Form::filled(fields, ctx.lang),
        shape,
        group,
        known,
    );
    ctx.page(&Page { preview: Some(preview), ..page })
}

async fn preview_change(ctx: &Ctx, stored: Post, fields: Fields) -> Result<HttpResponse> {
    let preview = Preview::of(ctx, &fields, stored.form, stored.network_id).await?;
    let (chrome, form) = (ctx.chrome("posts", "post-edit-title"), Form::filled(fields, ctx.lang));
    ctx.page(&Page { preview: Some(preview), ..Page::of_stored(ctx, chrome, form, &stored).await? })
}

impl Preview {
    /// Of what is typed, however much is missing.
    async fn of(ctx: &Ctx, fields: &Fields, shape: Shape, network: Id) -> Result<Self> {
        let prompts: &[Prompt] = if shape == Shape::Guided { Prompt::ALL } else { &[] };
        let answers = prompts.iter().map(|prompt| (Some(*prompt), fields.text(field(*prompt))));
        let free = (shape == Shape::Free).then(|| (None, fields.text("body")));
        let texts: Vec<(Option<Prompt>, &str)> = answers.chain(free).collect();
        let html = |(prompt, text): &(Option<Prompt>, &str)| match prompt {
            Some(_) => (*prompt, markdown::to_html(text)),
            None => (*prompt, markdown::to_html_from(text, 3)),
        };
        let parts = texts.iter().filter(|(_, text)| !text.trim().is_empty()).map(html).collect();
        let title = fields.text("title").trim().to_owned();
        let whole: Vec<&str> = texts.iter().map(|(_, text)| *text).chain([title.as_str()]).collect();
        let whole = whole.join("\n");
        let names = match fields.text("visibility").parse() {
            Ok(Visibility::Network | Visibility::Public) => {
                let known = ctx.read(move |db| Known::in_network(db, network)).await?;
                known.found_in(&whole).into_iter().map(|(name, _)| name.text).collect()
            }
            _ => Vec::new(),
        };
        Ok(Preview { title, parts, names })
    }
}

/// The group, if the visitor is in it, and the themes there are.
pub(super) async fn of_member(ctx: &Ctx, group: Id) -> Result<(Group, Vec<Theme>)> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| match groups::visible(db, group, &person)? {
        (group, Access::Member) => {
            let known = offered(db, group.network_id, &[])?;
            Ok((group, known))
        }
        _ => Err(crate::error::Error::NotFound),
    })
    .await
}

fn shape_of(fields: &Fields) -> Shape {
    fields.text("form").parse().unwrap_or(Shape::Guided)
}

impl Page {
    fn of(ctx: &Ctx, chrome: Chrome, form: Form, shape: Shape, group: Group, known: Vec<Theme>) -> Self {
        let lang = chrome.language;
        let visibility = |each: &Visibility| {
            let text = |part: &str| lang.t(&format!("post-visibility-{each}{part}"));
            (each.to_string(), text(""), text("-hint"))
        };
        Page {
            visibilities: Visibility::ALL.iter().map(visibility).collect(),
            themes: known
                .into_iter()
                .map(|theme| {
                    (theme.slug.clone(), theme.name(&lang).to_owned(), form.has("themes", &theme.slug))
                })
                .collect(),
            action: format!("/groups/{}/posts", group.id),
            prompts: if shape == Shape::Guided { Prompt::ALL } else { &[] },
            chrome,
            form,
            shape,
            group,
            post: None,
            draft: true,
            typed: None,
            preview: None,
            script: ctx.app.assets.url("js/pages/preview.js"),
        }
    }

    /// The form of a story that there is.
    async fn of_stored(ctx: &Ctx, chrome: Chrome, form: Form, stored: &Post) -> Result<Self> {
        let place = stored.group_id;
        let id = stored.id;
        let read = move |db: &mut Db| {
            let group = groups::find(db, place)?;
            let slugs = theme::of_posts(db, &[id])?.remove(&id).unwrap_or_default();
            let slugs: Vec<String> = slugs.into_iter().map(|theme| theme.slug).collect();
            let known = offered(db, group.network_id, &slugs)?;
            Ok((group, known))
        };
        let (group, known) = ctx.read(read).await?;
        Ok(Page::of(ctx, chrome, form, stored.form, group, known).changing(stored.id, stored.is_draft()))
    }

    /// The form with what was typed and not saved, if there is any.
    fn with_typed(self, ctx: &Ctx, left: Option<Typed>) -> Result<Self> {
        let Some(left) = left else { return Ok(self) };
        let when = ctx.lang.moment(left.saved_at, ctx.person()?.time_zone);
        let form = Form::filled(left.fields, ctx.lang);
        let themes = self.themes.into_iter().map(|(slug, name, _)| {
            let ticked = form.has("themes", &slug);
            (slug, name, ticked)
        });
        Ok(Page { themes: themes.collect(), form, typed: Some(when), ..self })
    }

    fn changing(self, post: Id, draft: bool) -> Self {
        Page { action: format!("/posts/{post}"), post: Some(post), draft, ..self }
    }

    fn text(&self, prompt: &Prompt, part: &str) -> String {
        self.chrome.t(&format!("post-prompt-{prompt}{part}"))
    }

    fn field(&self, prompt: &Prompt) -> &'static str {
        field(*prompt)
    }
}
