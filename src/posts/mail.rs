//! The mails of stories.

use diesel::prelude::*;

use super::Post;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::people;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{Mail, Recipient, outbox};
use crate::mail_templates;

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
