//! Accounts: find, close and open them again.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::accounts;
use crate::admin::people::{Account, accounts};
use crate::error::{Error, Result};
use crate::groups;
use crate::web::forms::Fields;
use crate::web::{Audit, Chrome, Ctx, IdPath, audit};

/// Accounts on one page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "admin/people.html")]
struct Index {
    chrome: Chrome,
    text: String,
    rows: Vec<Account>,
    next: Option<String>,
}

/// `GET /admin/people?q=&after=`: by address.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    ctx.administrator()?;
    let query = Fields::of_query(&request);
    let (text, after) = (query.text("q").to_owned(), query.text("after").to_owned());
    let (wanted, most) = (text.clone(), i64::try_from(PAGE + 1).unwrap_or(51));
    let mut rows = ctx.read(move |db| accounts(db, &wanted, &after, most)).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|last| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        format!("/admin/people?{}", query.append_pair("q", &text).append_pair("after", &last.email).finish())
    });
    ctx.page(&Index { chrome: ctx.chrome("admin", "admin-people-title"), text, rows, next })
}

/// `POST /admin/people/{id}/closure`: closes the account at once, everywhere.
pub async fn close(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (by, now, address) = (ctx.administrator()?.id, ctx.now(), ctx.address().to_owned());
    let app = ctx.app.clone();
    if by == id.0 {
        return Err(Error::Conflict("admin-people-own"));
    }
    ctx.write(move |tx| {
        accounts::find(tx, id.0)?;
        accounts::disable(tx, id.0, by, now)?;
        groups::vacated_by(tx, &app, id.0)?;
        audit(
            tx,
            &Audit {
                actor: Some(by),
                action: "account-closed",
                subject: id.0.to_string(),
                address: Some(&address),
            },
            now,
        )
    })
    .await?;
    Ok(ctx.redirect_saying("/admin/people", "flash-admin-account-closed"))
}

/// `POST /admin/people/{id}/opening`: opens a closed account again.
pub async fn open(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (by, now, address) = (ctx.administrator()?.id, ctx.now(), ctx.address().to_owned());
    ctx.write(move |tx| {
        accounts::find(tx, id.0)?;
        accounts::enable(tx, id.0, now)?;
        audit(
            tx,
            &Audit {
                actor: Some(by),
                action: "account-opened",
                subject: id.0.to_string(),
                address: Some(&address),
            },
            now,
        )
    })
    .await?;
    Ok(ctx.redirect_saying("/admin/people", "flash-admin-account-opened"))
}
