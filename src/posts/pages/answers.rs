//! Answering a comment, quoting it where wanted.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::markdown;
use crate::posts::comment::{self, Standing};
use crate::posts::visible::scope_of;
use crate::posts::{NewComment, forms};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/answer_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    comment: Standing,
    html: String,
    moment: String,
}

impl New {
    fn of(ctx: &Ctx, comment: Standing, form: Form) -> Self {
        let chrome = ctx.chrome("posts", "answer-title");
        New {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            form,
            html: markdown::to_html(&comment.body),
            moment: ctx.lang.moment(comment.created_at, super::zone(ctx)),
            comment,
        }
    }
}

/// `GET /comments/{id}/answers/new`: the comment and a form to answer it; with `?quote=1` its words stand in the form.
pub async fn new(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let comment = find(&ctx, id).await?;
    let form = match Fields::of_query(&request).text("quote") {
        "1" => Form::filled(Fields::from_pairs([("body", quotation(&ctx, &comment))]), ctx.lang),
        _ => Form::empty(ctx.lang),
    };
    ctx.page(&New::of(&ctx, comment, form))
}

/// `POST /comments/{id}/answers`: answers in the thread of the comment.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let author_id = ctx.person()?.id;
    let comment = find(&ctx, id).await?;
    match forms::comment(&fields) {
        Ok(body) => {
            let new = NewComment { post_id: comment.post.id, author_id, body, answers: Some(id) };
            super::comments::write(&ctx, new).await
        }
        Err(errors) => ctx.invalid(&New::of(&ctx, comment, Form::failed(fields, errors, ctx.lang))),
    }
}

/// The comment, for somebody who may answer it.
async fn find(ctx: &Ctx, id: Id) -> Result<Standing> {
    let person = ctx.person()?.id;
    ctx.read(move |db| {
        let comment = comment::find_standing(db, id, Some(person))?;
        let scope = scope_of(db, Some(person))?;
        if comment::may_comment(&scope, &comment.post) { Ok(comment) } else { Err(Error::Forbidden) }
    })
    .await
}

/// The words of the comment as a quotation in Markdown, with who wrote them. What it quotes itself is left out.
fn quotation(ctx: &Ctx, comment: &Standing) -> String {
    let name = comment.author.name.clone().unwrap_or_else(|| ctx.lang.t("person-protected"));
    let own = comment.body.lines().filter(|line| !line.trim_start().starts_with('>'));
    let own = own.collect::<Vec<_>>().join("\n");
    let quoted = own.trim().lines().map(|line| format!("> {line}").trim_end().to_owned() + "\n");
    format!("{}\n\n{}\n", ctx.lang.tname("answer-quote-of", &name), quoted.collect::<String>())
}
