//! Mails on the way of a story to its readers: to the approver, to the author about what became of it, and to those who have commented.

use super::Post;
use super::approval::{Approval, Step, organiser_name};
use super::approval_words::{sentence, step_to};
use super::schedule::Missed;
use crate::accounts;
use crate::app::App;
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{Mail, Recipient, outbox};
use crate::mail_templates;

/// More people are to read a story of your organiser: what do you say?
pub(super) struct Asked {
    lang: Lang,
    name: String,
    title: String,
    /// Who asks, and for whom.
    lead: String,
    link: String,
}
mail_templates!(
    Asked,
    "mail/approval_asked/subject.txt",
    "mail/approval_asked/body.txt",
    "mail/approval_asked/body.html"
);

impl Asked {
    /// Asks one person, once for a request.
    pub(super) fn queue(
        tx: &mut Tx<'_>,
        app: &App,
        approval: &Approval,
        post: &Post,
        person: Id,
    ) -> Result<()> {
        let (to, author) = (recipient(tx, person)?, accounts::find(tx, post.author_id)?);
        let (lang, organiser) = (to.lang, organiser_name(tx, approval)?);
        let author = if author.protected { lang.t("person-protected") } else { author.name };
        let title = super::release::masked(post, &approval.names()?, approval.lang).title;
        let lead = lang.ta(
            "mail-approval-asked-body",
            &[
                ("who", author.into()),
                ("organiser", organiser.into()),
                ("to", step_to(lang, approval.wanted).into()),
            ],
        );
        let link = app.config.link(&format!("/approvals/{}", approval.id));
        let content = Asked { lang, name: to.name.clone(), title, lead, link };
        let key = format!("approval-asked:{}:{person}", approval.id);
        enqueue(tx, app, ("approval_asked", key), post, to, content.parts()?)
    }
}

/// What became of a story that its author wants more people to read.
pub(super) struct Answered {
    lang: Lang,
    name: String,
    title: String,
    /// What became of it, in one sentence.
    what: String,
    /// What the approver wrote.
    message: String,
    /// Locale key of what can be done now.
    next: &'static str,
    link: String,
}
mail_templates!(
    Answered,
    "mail/approval_answered/subject.txt",
    "mail/approval_answered/body.txt",
    "mail/approval_answered/body.html"
);

impl Answered {
    /// Tells the author, once for a request and what it came to.
    pub(super) fn queue(
        tx: &mut Tx<'_>,
        app: &App,
        approval: &Approval,
        post: &Post,
        (state, message): (Step, &str),
        by: Option<Id>,
    ) -> Result<()> {
        let to = recipient(tx, post.author_id)?;
        let (lang, organiser) = (to.lang, organiser_name(tx, approval)?);
        let by = by.map(|by| accounts::find(tx, by)).transpose()?;
        let who = by.filter(|by| !by.protected).map(|by| by.name);
        let mut settled = approval.clone();
        settled.state = state;
        let content = Answered {
            lang,
            name: to.name.clone(),
            title: post.title.clone(),
            what: sentence(lang, &settled, &organiser, who.as_deref()),
            message: message.to_owned(),
            next: match state {
                Step::Returned => "mail-approval-answered-returned",
                Step::Reversed => "mail-approval-answered-reversed",
                _ => "mail-approval-answered-approved",
            },
            link: app.config.link(&format!("/posts/{}", post.id)),
        };
        let key = format!("approval-answered:{}:{state}", approval.id);
        enqueue(tx, app, ("approval_answered", key), post, to, content.parts()?)
    }
}

/// The time of your story has come, and it could not be published.
pub(super) struct Unpublished {
    lang: Lang,
    name: String,
    title: String,
    /// Locale key of why.
    why: &'static str,
    link: String,
}
mail_templates!(
    Unpublished,
    "mail/post_unpublished/subject.txt",
    "mail/post_unpublished/body.txt",
    "mail/post_unpublished/body.html"
);

impl Unpublished {
    /// Tells the author, once for each time that was set.
    pub(super) fn queue(tx: &mut Tx<'_>, app: &App, post: &Post, missed: Missed) -> Result<()> {
        let to = recipient(tx, post.author_id)?;
        let why = match missed {
            Missed::Left => "post-missed-left",
            Missed::Unfinished => "post-missed-unfinished",
        };
        let link = app.config.link(&format!("/posts/{}", post.id));
        let content =
            Unpublished { lang: to.lang, name: to.name.clone(), title: post.title.clone(), why, link };
        let at = post.scheduled_at.map(|at| at.utc().timestamp()).unwrap_or_default();
        let key = format!("post-unpublished:{}:{at}", post.id);
        enqueue(tx, app, ("post_unpublished", key), post, to, content.parts()?)
    }
}

/// More people read your comment than when you wrote it.
pub(super) struct Widened {
    lang: Lang,
    name: String,
    title: String,
    /// Who reads it now.
    what: String,
    /// What can be done about it.
    next: String,
    link: String,
}
mail_templates!(
    Widened,
    "mail/comment_widened/subject.txt",
    "mail/comment_widened/body.txt",
    "mail/comment_widened/body.html"
);

impl Widened {
    /// The mail for somebody who has commented so often, and whose last comment this is: one for a story, step and person, for ever.
    pub(super) fn mail(
        app: &App,
        post: &Post,
        (last, n): (Id, usize),
        (person, to): (Id, Recipient),
    ) -> Result<Mail> {
        let lang = to.lang;
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let content = Widened {
            lang,
            name: to.name.clone(),
            title: post.title.clone(),
            what: lang.ta(
                &format!("mail-comment-widened-{}", post.visibility),
                &[("name", post.title.as_str().into()), ("n", n.into())],
            ),
            next: lang.tn("mail-comment-widened-next", n),
            link: app.config.link(&format!("/comments/{last}")),
        };
        let logical_key = format!("comment-widened:{}:{}:{person}", post.id, post.visibility);
        Ok(mail(("comment_widened", logical_key), post, to, content.parts()?))
    }
}

fn recipient(db: &mut Db, person: Id) -> Result<Recipient> {
    let person = accounts::find(db, person)?;
    let (id, lang) = (Some(person.id), person.language);
    Ok(Recipient { person_id: id, email: person.email, name: person.name, lang })
}

fn enqueue(
    tx: &mut Tx<'_>,
    app: &App,
    (kind, logical_key): (&'static str, String),
    post: &Post,
    to: Recipient,
    parts: (String, String, String),
) -> Result<()> {
    outbox::enqueue(tx, app, mail((kind, logical_key), post, to, parts)).map(drop)
}

fn mail(
    (kind, logical_key): (&'static str, String),
    post: &Post,
    to: Recipient,
    (subject, text, html): (String, String, String),
) -> Mail {
    let network_id = Some(post.network_id);
    Mail { kind, logical_key, to, network_id, subject, text, html, calendar: None, list: None }
}
