//! Background jobs: what went wrong, and another try.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::error::{Error, Result};
use crate::jobs::{self, Row, State};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "admin/jobs.html")]
struct Index {
    chrome: Chrome,
    state: Option<State>,
    rows: Vec<(Row, String)>,
}

impl Index {
    fn is_state(&self, state: &State) -> bool {
        self.state == Some(*state)
    }

    fn css(&self, state: &State) -> &'static str {
        match state {
            State::Queued => "state-waiting",
            State::Running => "state-running",
            State::Done => "state-done",
            State::Failed => "state-failed",
        }
    }

    fn can_retry(&self, row: &Row) -> bool {
        row.state == State::Failed
    }
}

/// `GET /admin/jobs?state=`: the latest hundred.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let zone = ctx.administrator()?.time_zone;
    let state: Option<State> = Fields::of_query(&request).text("state").parse().ok();
    let rows = ctx.read(move |db| jobs::latest(db, state, 100)).await?;
    let rows = rows.into_iter().map(|row| (row.clone(), ctx.lang.moment(row.due_at, zone))).collect();
    ctx.page(&Index { chrome: ctx.chrome("admin", "admin-jobs-title"), state, rows })
}

/// `POST /admin/jobs/{id}/retry`.
pub async fn retry(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    ctx.administrator()?;
    let now = ctx.now();
    if !ctx.write(move |tx| jobs::retry(tx, id.0, now)).await? {
        return Err(Error::Conflict("admin-job-not-retryable"));
    }
    Ok(ctx.redirect_saying("/admin/jobs", "flash-admin-job-retried"))
}
