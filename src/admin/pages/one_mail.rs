//! One mail: what became of it and, where that is nobody's secret, what it says.

use actix_web::HttpResponse;
use askama::Template;

use super::mail::css;
use crate::admin::privacy::{called, is_open, masked};
use crate::db::types::Timestamp;
use crate::error::Result;
use crate::mail::outbox::{self, State, Trace};
use crate::web::{Audit, Chrome, Ctx, IdPath, audit};

#[derive(Template)]
#[template(path = "admin/one_mail.html")]
struct Show {
    chrome: Chrome,
    trace: Trace,
    /// What its kind is called.
    kind: String,
    queued: String,
    sent: String,
    due: String,
    /// Whether administrators may read it.
    open: bool,
    /// What it says; empty when that is hidden or not kept any more.
    text: String,
    can_resend: bool,
}

impl Show {
    fn css(&self) -> &'static str {
        css(self.trace.state)
    }
}

/// `GET /admin/mail/{id}`: who looks at what is written down.
pub async fn show(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (by, zone) = (ctx.administrator()?.id, ctx.administrator()?.time_zone);
    let (now, address) = (ctx.now(), ctx.address().to_owned());
    let looked = ctx.write(move |tx| {
        let found = outbox::trace(tx, id.0)?;
        let (subject, address) = (id.0.to_string(), Some(address.as_str()));
        audit(tx, &Audit { actor: Some(by), action: "mail-looked-at", subject, address }, now)?;
        Ok(found)
    });
    let (trace, text) = looked.await?;
    let at = |moment: Timestamp| ctx.lang.moment(moment, zone);
    let open = is_open(&trace.kind);
    ctx.page(&Show {
        chrome: ctx.chrome("admin", "admin-one-mail-title"),
        kind: called(ctx.lang, &trace.kind),
        queued: at(trace.created_at),
        sent: trace.sent_at.map(at).unwrap_or_default(),
        due: if trace.state == State::Queued { at(trace.due_at) } else { String::new() },
        open,
        can_resend: !matches!(trace.state, State::Queued | State::Sending) && !text.is_empty(),
        text: if open { masked(&text) } else { String::new() },
        trace,
    })
}
