//! The digest as a mail.

use std::collections::HashMap;

use super::content::Content;
use super::reader::Reader;
use crate::app::App;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{List, Mail, Recipient};
use crate::mail_templates;
use crate::markdown::shorten;
use crate::posts::PostSummary;

/// What is new, for one person.
pub(super) struct DigestMail {
    pub(super) lang: Lang,
    pub(super) subject: String,
    pub(super) name: String,
    pub(super) stories: Vec<Line>,
    pub(super) more: String,
    pub(super) threads: Vec<Line>,
    pub(super) meetups: Vec<Line>,
    pub(super) posts_link: String,
    pub(super) settings_link: String,
    pub(super) unsubscribe_link: String,
}
mail_templates!(DigestMail, "mail/digest/subject.txt", "mail/digest/body.txt", "mail/digest/body.html");

/// One thing in a digest.
pub(super) struct Line {
    pub(super) title: String,
    pub(super) beside: String,
    pub(super) text: String,
    pub(super) link: String,
}

impl DigestMail {
    pub(super) fn of(
        app: &App,
        reader: &Reader,
        content: &Content,
        posts: &HashMap<Id, PostSummary>,
        secret: &str,
    ) -> Self {
        let (lang, link) = (reader.lang, |path: String| app.config.link(&path));
        let stories = content.posts.iter().filter_map(|id| posts.get(id));
        let stories: Vec<Line> = stories.map(|post| story(lang, post, &link)).collect();
        let threads = content.threads.iter().filter_map(|(id, count)| Some((posts.get(id)?, count)));
        let threads = threads.map(|(post, count)| Line {
            title: post.title.clone(),
            beside: lang.tn("digest-new-comments", *count),
            text: String::new(),
            link: link(format!("/posts/{}#comments", post.id)),
        });
        let meetups = content.meetups.iter().map(|meetup| Line {
            title: meetup.title.clone(),
            beside: lang.moment(meetup.starts_at, reader.zone),
            text: [meetup.group.as_str(), meetup.place.as_str()]
                .iter()
                .filter(|text| !text.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(", "),
            link: link(format!("/meetups/{}", meetup.id)),
        });
        DigestMail {
            lang,
            subject: subject(lang, content, stories.first().map(|line| line.title.as_str())),
            name: reader.name.clone(),
            threads: threads.collect(),
            meetups: meetups.collect(),
            stories,
            more: if content.more_posts > 0 {
                lang.tn("digest-more-posts", content.more_posts)
            } else {
                String::new()
            },
            posts_link: link("/posts".to_owned()),
            settings_link: link("/settings".to_owned()),
            unsubscribe_link: link(format!("/unsubscribe/{secret}")),
        }
    }

    /// Ready for the outbox. The period is part of the key: one mail for a person and period, for ever.
    pub(super) fn mail(self, app: &App, reader: &Reader) -> Result<Mail> {
        let (subject, text, html) = self.parts()?;
        Ok(Mail {
            kind: "digest",
            logical_key: format!("digest:{}:{}", reader.id, reader.period),
            to: Recipient {
                person_id: Some(reader.id),
                email: reader.email.clone(),
                name: reader.name.clone(),
                lang: reader.lang,
            },
            network_id: None,
            subject,
            text,
            html,
            calendar: None,
            list: Some(List {
                id: format!("digest.{}", app.mailer.sender().domain()),
                unsubscribe_url: self.unsubscribe_link,
                reply_to: None,
            }),
        })
    }
}

fn story(lang: Lang, post: &PostSummary, link: &impl Fn(String) -> String) -> Line {
    let name = post.author.name.clone().unwrap_or_else(|| lang.t("person-protected"));
    let role = post.author.role.as_ref().map(|role| format!(", {}, {}", role.role, role.organiser));
    Line {
        title: post.title.clone(),
        beside: format!("{name}{}", role.unwrap_or_default()),
        text: post.excerpt.clone(),
        link: link(format!("/posts/{}", post.id)),
    }
}

/// `2 nya berättelser, 1 ny kommentar och 1 ny träff`; the title when there is one story and nothing else.
fn subject(lang: Lang, content: &Content, first: Option<&str>) -> String {
    let posts = content.posts.len() + content.more_posts;
    let comments: usize = content.threads.iter().map(|(_, count)| count).sum();
    if let (1, 0, 0, Some(title)) = (posts, comments, content.new_meetups, first) {
        return lang.tname("digest-subject-story", &shorten(title, 70));
    }
    let counts = [
        ("digest-new-posts", posts),
        ("digest-new-comments", comments),
        ("digest-new-meetups", content.new_meetups),
    ];
    let mut parts: Vec<String> =
        counts.iter().filter(|(_, count)| *count > 0).map(|(key, count)| lang.tn(key, *count)).collect();
    let last = parts.pop().unwrap_or_default();
    match parts.is_empty() {
        true => last,
        false => format!("{} {} {last}", parts.join(", "), lang.t("digest-and")),
    }
}
