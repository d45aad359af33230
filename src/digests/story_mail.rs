//! A story as a mail of its own.

use std::collections::HashMap;

use super::reader::Reader;
use crate::accounts::PersonalLink;
use crate::app::App;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{List, Mail, Recipient};
use crate::mail_templates;
use crate::markdown::{self, shorten};
use crate::posts::{self, Form, Fresh, Post, PostSummary, Prompt};

/// A story to be told, put into words once for each language.
pub(super) struct Tale {
    post: Post,
    summary: PostSummary,
    parts: HashMap<Lang, Vec<Part>>,
}

/// A part of a story.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What it answers; empty for a free story.
    pub(super) title: String,
    pub(super) text: String,
    pub(super) html: String,
}

impl Tale {
    /// The story, while it is published.
    pub(super) fn of(db: &mut Db, story: Id, author: Id) -> Result<Option<Self>> {
        let Some(summary) = posts::by_ids(db, &[story])?.remove(&story) else { return Ok(None) };
        let post = posts::find_visible(db, story, Some(author))?;
        Ok(Some(Tale { post, summary, parts: HashMap::new() }))
    }

    fn parts(&mut self, lang: Lang) -> Vec<Part> {
        let post = &self.post;
        self.parts.entry(lang).or_insert_with(|| parts(post, lang)).clone()
    }
}

fn parts(post: &Post, lang: Lang) -> Vec<Part> {
    let part = |title: String, words: &str| Part {
        title,
        text: markdown::to_text(words),
        html: markdown::to_html(words),
    };
    if post.form == Form::Free {
        return vec![part(String::new(), &post.body)];
    }
    let answered = Prompt::ALL.iter().filter(|prompt| !post.answer(**prompt).trim().is_empty());
    answered.map(|prompt| part(lang.t(&format!("post-prompt-{prompt}")), post.answer(*prompt))).collect()
}

/// A new story, for one person.
pub(super) struct Letter {
    lang: Lang,
    title: String,
    subject: String,
    author: String,
    place: String,
    why: String,
    ending: String,
    parts: Vec<Part>,
    page: String,
    /// The address that answers go to, where they become comments.
    reply_to: Option<String>,
    by_mail: bool,
    settings_link: String,
    unsubscribe_link: String,
}
mail_templates!(Letter, "mail/story/subject.txt", "mail/story/body.txt", "mail/story/body.html");

/// What makes a story come at once, by its name.
#[derive(Debug, Clone, Copy)]
pub(super) enum From<'a> {
    /// The group or network that it comes from.
    Place(&'a str),
    /// A theme that the reader follows.
    Theme(&'a str),
}

impl Letter {
    /// `link` ends what makes it come, and answers go to `reply_to`.
    pub(super) fn of(
        app: &App,
        reader: &Reader,
        tale: &mut Tale,
        from: From<'_>,
        (link, reply_to): (&PersonalLink, Option<String>),
    ) -> Self {
        let lang = reader.lang;
        let (place, why, ending) = match from {
            From::Place(name) => (name, "story-mail-why", "story-mail-unsubscribe"),
            From::Theme(name) => (name, "story-mail-why-theme", "story-mail-unsubscribe-theme"),
        };
        let parts = tale.parts(lang);
        let author = &tale.summary.author;
        let name = author.name.clone().unwrap_or_else(|| lang.t("person-protected"));
        let role = author.role.as_ref().map(|role| format!(", {}, {}", role.role, role.organiser));
        Letter {
            lang,
            title: tale.post.title.clone(),
            subject: lang.tname("digest-subject-story", &shorten(&tale.post.title, 70)),
            author: format!("{name}{}", role.unwrap_or_default()),
            place: place.to_owned(),
            why: lang.tname(why, place),
            ending: lang.tname(ending, place),
            parts,
            page: app.config.link(&format!("/posts/{}", tale.post.id)),
            by_mail: reply_to.is_some(),
            reply_to,
            settings_link: app.config.link("/settings/subscriptions"),
            unsubscribe_link: app.config.link(&format!("/unsubscribe/{}", link.secret)),
        }
    }

    /// Ready for the outbox: one for a person and story, for ever.
    pub(super) fn mail(&self, app: &App, reader: &Reader, story: &Fresh) -> Result<Mail> {
        let (subject, text, html) = self.parts()?;
        Ok(Mail {
            kind: "story",
            logical_key: format!("story:{}:{}", story.id, reader.id),
            to: Recipient {
                person_id: Some(reader.id),
                email: reader.email.clone(),
                name: reader.name.clone(),
                lang: reader.lang,
            },
            network_id: Some(story.network_id),
            subject,
            text,
            html,
            calendar: None,
            list: Some(List {
                id: format!("stories.{}", app.mailer.sender().domain()),
                unsubscribe_url: self.unsubscribe_link.clone(),
                reply_to: self.reply_to.clone(),
            }),
        })
    }
}
