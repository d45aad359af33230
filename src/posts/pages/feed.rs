//! Stories as Atom (RFC 4287): everybody's, and what one person reads, at a secret address.

use actix_web::{HttpResponse, web};

use crate::accounts::{self, Purpose};
use crate::db::types::Timestamp;
use crate::error::Result;
use crate::posts::{Filter, PostSummary, Scope, Theme, list, scope_of};
use crate::web::Ctx;

/// Entries of a feed.
const MOST: i64 = 30;

/// `GET /posts.atom`: public stories.
pub async fn public(ctx: Ctx) -> Result<HttpResponse> {
    let posts = ctx.read(|db| list(db, &Scope::default(), &Filter::default(), MOST)).await?;
    Ok(answer(&ctx, "/posts.atom", &posts))
}

/// `GET /feeds/{token}.atom`: what the owner of the address reads.
pub async fn personal(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.into_inner(), ctx.now());
    let posts = ctx
        .read(move |db| {
            let person = accounts::person_of_feed(db, Purpose::AtomFeed, &secret, now)?;
            let scope = scope_of(db, Some(person.id))?;
            list(db, &scope, &Filter::default(), MOST)
        })
        .await?;
    // The address of this feed is a secret: the feed names itself by the page it stands for.
    Ok(answer(&ctx, "/posts", &posts))
}

fn answer(ctx: &Ctx, path: &str, posts: &[PostSummary]) -> HttpResponse {
    HttpResponse::Ok().content_type("application/atom+xml; charset=utf-8").body(atom(ctx, path, posts))
}

fn atom(ctx: &Ctx, path: &str, posts: &[PostSummary]) -> String {
    let link = |path: &str| escape(&ctx.app.config.link(path));
    let moment = |at: Timestamp| at.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let newest = posts.iter().map(|post| post.updated_at).max().unwrap_or_else(|| ctx.now());
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{} – Grannskap</title>\n<id>{}</id>\n<updated>{}</updated>\n<link href=\"{}\"/>\n",
        ctx.lang,
        escape(&ctx.lang.t("posts-title")),
        link(path),
        moment(newest),
        link("/posts"),
    );
    if path == "/posts.atom" {
        xml.push_str(&format!(
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
            link(path)
        ));
    }
    for post in posts {
        let name = post.author.name.clone().unwrap_or_else(|| ctx.lang.t("person-protected"));
        let role = post
            .author
            .role
            .as_ref()
            .map_or(String::new(), |role| format!(", {}, {}", role.role, role.organiser));
        let address = link(&post.path());
        xml.push_str(&format!(
            "<entry>\n<title>{}</title>\n<id>urn:uuid:{}</id>\n<link href=\"{address}\"/>\n<published>{}</published>\n\
             <updated>{}</updated>\n<author><name>{}</name></author>\n{}<summary>{}</summary>\n</entry>\n",
            escape(&post.title),
            post.id,
            moment(post.published_at.unwrap_or(post.updated_at)),
            moment(post.updated_at),
            escape(&format!("{name}{role}")),
            categories(ctx, post),
            escape(&post.excerpt),
        ));
    }
    xml.push_str("</feed>\n");
    xml
}

/// What a story is about.
fn categories(ctx: &Ctx, post: &PostSummary) -> String {
    let category = |theme: &Theme| {
        let (term, label) = (escape(&theme.slug), escape(theme.name(&ctx.lang)));
        format!("<category term=\"{term}\" label=\"{label}\"/>\n")
    };
    post.themes.iter().map(category).collect()
}

/// Text inside XML, without the characters that XML forbids.
fn escape(text: &str) -> String {
    let allowed = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    let plain: String = allowed.filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
