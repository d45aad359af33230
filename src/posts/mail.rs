//! The mails of stories.

use diesel::prelude::*;

use super::comment::Standing;
use super::hiding::NewReport;
use super::{Author, Post};
use crate::accounts::Person;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::people;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{List, Mail, Recipient, outbox};
use crate::mail_templates;
use crate::markdown;

/// A coordinator withdrew your story.
pub(super) struct Withdrawn {
    lang: Lang,
    name: String,
    title: String,
    reason: String,
    link: String,
}
mail_templates!(
    Withdrawn,
    "mail/post_withdrawn/subject.txt",
    "mail/post_withdrawn/body.txt",
    "mail/post_withdrawn/body.html"
);

impl Withdrawn {
    /// Tells the author why.
    pub(super) fn queue(tx: &mut Tx<'_>, app: &App, post: &Post, reason: &str) -> Result<()> {
        let (name, email, lang): (String, String, Lang) = people::table
            .find(post.author_id)
            .select((people::name, people::email, people::language))
            .first(&mut **tx)?;
        let link = app.config.link(&format!("/posts/{}", post.id));
        let content = Withdrawn {
            lang,
            name: name.clone(),
            title: post.title.clone(),
            reason: reason.to_owned(),
            link,
        };
        let (subject, text, html) = content.parts()?;
        let mail = Mail {
            kind: "post_withdrawn",
            logical_key: format!("post-withdrawn:{}", post.id),
            to: Recipient { person_id: Some(post.author_id), email, name, lang },
            network_id: Some(post.network_id),
            subject,
            text,
            html,
            calendar: None,
            list: None,
        };
        outbox::enqueue(tx, app, mail).map(drop)
    }
}

/// Somebody has commented on a story that you follow, or mentions you.
pub(super) struct Notice {
    pub(super) lang: Lang,
    title: String,
    author: String,
    text: String,
    html: String,
    link: String,
    /// Locale key of why this mail comes.
    why: &'static str,
    mute_link: String,
    /// Whether an answer to the mail becomes a comment.
    by_mail: bool,
}
mail_templates!(
    Notice,
    "mail/comment_notice/subject.txt",
    "mail/comment_notice/body.txt",
    "mail/comment_notice/body.html"
);

/// A comment to tell of.
pub(super) struct Told<'a> {
    pub(super) id: Id,
    pub(super) post: &'a Post,
    pub(super) author: &'a Author,
    pub(super) body: &'a str,
}

impl Notice {
    /// The mail for one person, ready for the outbox: one for a comment and person, for ever.
    pub(super) fn mail(
        app: &App,
        told: &Told<'_>,
        to: Recipient,
        why: &'static str,
        mute: &str,
        reply_to: Option<String>,
    ) -> Result<Mail> {
        let (lang, post) = (to.lang, told.post);
        let name = told.author.name.clone().unwrap_or_else(|| lang.t("person-protected"));
        let role = told.author.role.as_ref();
        let role = role.map(|role| format!(", {}, {}", role.role, role.organiser)).unwrap_or_default();
        let content = Notice {
            lang,
            title: post.title.clone(),
            author: format!("{name}{role}"),
            text: markdown::to_text(told.body),
            html: markdown::to_html_from(told.body, 2),
            link: app.config.link(&format!("/comments/{}", told.id)),
            why,
            mute_link: app.config.link(&format!("/unsubscribe/post/{mute}")),
            by_mail: reply_to.is_some(),
        };
        let (subject, text, html) = content.parts()?;
        let domain = app.mailer.sender().domain();
        Ok(Mail {
            kind: "comment_notice",
            logical_key: format!(
                "comment-notice:{}:{}",
                told.id,
                to.person_id.map_or(to.email.clone(), |id| id.to_string())
            ),
            to,
            network_id: Some(post.network_id),
            subject,
            text,
            html,
            calendar: None,
            list: Some(List {
                id: format!("{}.stories.{domain}", post.id),
                unsubscribe_url: content.mute_link,
                reply_to,
            }),
        })
    }
}

/// Somebody mentions you in a story.
pub(super) struct Mentioned {
    lang: Lang,
    title: String,
    author: String,
    excerpt: String,
    link: String,
    mute_link: String,
    /// Whether an answer to the mail becomes a comment.
    by_mail: bool,
}
mail_templates!(
    Mentioned,
    "mail/post_mention/subject.txt",
    "mail/post_mention/body.txt",
    "mail/post_mention/body.html"
);

impl Mentioned {
    /// Names the mail for ever: one for a story and person.
    pub(super) fn key(post: &Post, person: Id) -> String {
        format!("post-mention:{}:{person}", post.id)
    }

    /// Tells one person, who can mute the story by `mute` and answer to `reply_to`.
    pub(super) fn queue(
        tx: &mut Tx<'_>,
        app: &App,
        post: &Post,
        author: &Person,
        (person, to): (Id, Recipient),
        (mute, reply_to): (&str, Option<String>),
    ) -> Result<()> {
        let lang = to.lang;
        let content = Mentioned {
            lang,
            title: post.title.clone(),
            author: if author.protected { lang.t("person-protected") } else { author.name.clone() },
            excerpt: markdown::excerpt(&post.markdown(), 300),
            link: app.config.link(&format!("/posts/{}", post.id)),
            mute_link: app.config.link(&format!("/unsubscribe/post/{mute}")),
            by_mail: reply_to.is_some(),
        };
        let (subject, text, html) = content.parts()?;
        let domain = app.mailer.sender().domain();
        let id = format!("{}.stories.{domain}", post.id);
        let mail = Mail {
            kind: "post_mention",
            logical_key: Mentioned::key(post, person),
            to,
            network_id: Some(post.network_id),
            subject,
            text,
            html,
            calendar: None,
            list: Some(List { id, unsubscribe_url: content.mute_link, reply_to }),
        };
        outbox::enqueue(tx, app, mail).map(drop)
    }
}

/// A coordinator hides your comment.
pub(super) struct Hidden {
    lang: Lang,
    name: String,
    title: String,
    reason: String,
    text: String,
    link: String,
}
mail_templates!(
    Hidden,
    "mail/comment_hidden/subject.txt",
    "mail/comment_hidden/body.txt",
    "mail/comment_hidden/body.html"
);

impl Hidden {
    /// Tells the author why, with what the comment says.
    pub(super) fn queue(tx: &mut Tx<'_>, app: &App, comment: &Standing, reason: &str) -> Result<()> {
        let (name, email, lang): (String, String, Lang) = people::table
            .find(comment.author_id)
            .select((people::name, people::email, people::language))
            .first(&mut **tx)?;
        let content = Hidden {
            lang,
            name: name.clone(),
            title: comment.post.title.clone(),
            reason: reason.to_owned(),
            text: markdown::to_plain(&comment.body),
            link: app.config.link(&format!("/comments/{}", comment.id)),
        };
        let (subject, text, html) = content.parts()?;
        let mail = Mail {
            kind: "comment_hidden",
            // It may be hidden again after it was shown again.
            logical_key: format!("comment-hidden:{}:{}", comment.id, app.clock.now().utc().timestamp()),
            to: Recipient { person_id: Some(comment.author_id), email, name, lang },
            network_id: Some(comment.post.network_id),
            subject,
            text,
            html,
            calendar: None,
            list: None,
        };
        outbox::enqueue(tx, app, mail).map(drop)
    }
}

/// A reader finds something wrong with a story or a comment.
pub(super) struct Report {
    lang: Lang,
    name: String,
    title: String,
    by: String,
    reason: String,
    link: String,
}
mail_templates!(Report, "mail/report/subject.txt", "mail/report/body.txt", "mail/report/body.html");

impl Report {
    /// Tells one coordinator, once for a reader and what they find wrong.
    pub(super) fn queue(
        tx: &mut Tx<'_>,
        app: &App,
        post: &Post,
        new: &NewReport<'_>,
        by: &Person,
        to: Recipient,
    ) -> Result<()> {
        let content = Report {
            lang: to.lang,
            name: to.name.clone(),
            title: post.title.clone(),
            by: if by.protected { to.lang.t("person-protected") } else { by.name.clone() },
            reason: new.reason.to_owned(),
            link: app.config.link(new.path),
        };
        let (subject, text, html) = content.parts()?;
        let mail = Mail {
            kind: "report",
            logical_key: format!("report:{}:{}:{}", new.subject, by.id, to.email),
            to,
            network_id: Some(post.network_id),
            subject,
            text,
            html,
            calendar: None,
            list: None,
        };
        outbox::enqueue(tx, app, mail).map(drop)
    }
}

/// What you answered by mail did not become a comment.
pub(super) struct Refused {
    lang: Lang,
    name: String,
    /// Why, in words.
    why: String,
    /// What was written, so that it is not lost.
    text: String,
    link: String,
    /// Locale key of what the button is called.
    button: &'static str,
}
mail_templates!(
    Refused,
    "mail/comment_refused/subject.txt",
    "mail/comment_refused/body.txt",
    "mail/comment_refused/body.html"
);

impl Refused {
    /// Says why, once for each `key`; in the language of the person whose address was written to.
    pub(super) fn queue(
        tx: &mut Tx<'_>,
        app: &App,
        person: &Person,
        (why, text): (String, &str),
        (key, (path, button)): (&str, (String, &'static str)),
    ) -> Result<()> {
        let lang = person.language;
        let content = Refused {
            lang,
            name: person.name.clone(),
            why,
            text: text.to_owned(),
            link: app.config.link(&path),
            button,
        };
        let (subject, text, html) = content.parts()?;
        let mail = Mail {
            kind: "comment_refused",
            logical_key: format!("comment-refused:{key}"),
            to: Recipient {
                person_id: Some(person.id),
                email: person.email.clone(),
                name: person.name.clone(),
                lang,
            },
            network_id: None,
            subject,
            text,
            html,
            calendar: None,
            list: None,
        };
        outbox::enqueue(tx, app, mail).map(drop)
    }
}
