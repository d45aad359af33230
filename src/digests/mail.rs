//! The digest as a mail.

use super::content::{About, Content};
use super::reader::Reader;
use super::shelf::Heading;
use super::suggestion::{Suggestion, Why};
use super::waiting::{Meetup, Poll, Promise, Said};
use crate::accounts::{PersonalLink, Purpose};
use crate::app::App;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{self, List, Mail, Recipient};
use crate::mail_templates;
use crate::markdown::shorten;
use crate::meetups::Given;
use crate::posts::{self, PostSummary};

/// What is new, for one person.
pub(super) struct DigestMail {
    pub(super) lang: Lang,
    pub(super) subject: String,
    pub(super) name: String,
    /// Meetups and polls that wait for an answer.
    pub(super) waiting: Vec<Line>,
    /// New stories by group and network.
    pub(super) shelves: Vec<Section>,
    pub(super) more: String,
    pub(super) threads: Vec<Line>,
    /// Coming meetups that are answered.
    pub(super) meetups: Vec<Line>,
    pub(super) promises: Vec<Line>,
    /// An older story that the reader may like, with why beside it: at most one.
    pub(super) suggestions: Vec<Line>,
    pub(super) posts_link: String,
    pub(super) settings_link: String,
    pub(super) unsubscribe_link: String,
    /// The personal links in it, to be kept when it is queued.
    pub(super) links: Vec<PersonalLink>,
}
mail_templates!(DigestMail, "mail/digest/subject.txt", "mail/digest/body.txt", "mail/digest/body.html");

/// Stories from one place.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
}

/// One thing in a digest.
#[derive(Default)]
pub(super) struct Line {
    pub(super) title: String,
    pub(super) beside: String,
    pub(super) text: String,
    pub(super) link: String,
    /// Buttons to answer by: what each says, and where it leads.
    pub(super) answers: Vec<(String, String)>,
    /// The address that answers by mail go to; empty when there is none.
    pub(super) by_mail: String,
    /// A link that begins a mail to it.
    pub(super) begin_mail: String,
}

impl DigestMail {
    /// `secret` is what the recipient unsubscribes by; without it, as on a page, there are no personal links.
    pub(super) fn of(
        app: &App,
        reader: &Reader,
        content: &Content,
        about: &About,
        secret: Option<&str>,
    ) -> Result<Self> {
        let mut write = Writer { app, reader, lang: reader.lang, links: secret.map(|_| Vec::new()) };
        let (mut waiting, mut meetups) = (Vec::new(), Vec::new());
        for (meetup, said) in &content.meetups {
            let lines = if said.is_none() { &mut waiting } else { &mut meetups };
            lines.push(write.meetup(meetup, *said)?);
        }
        for poll in &content.polls {
            waiting.push(write.poll(poll)?);
        }
        let mut shelves = Vec::with_capacity(content.posts.len());
        for (heading, ids) in &content.posts {
            let known = ids.iter().filter_map(|id| about.posts.get(id));
            let lines = known.map(|post| write.new_story(post, content)).collect::<Result<Vec<_>>>()?;
            if !lines.is_empty() {
                shelves.push(Section { title: write.heading(*heading, about), lines });
            }
        }
        let first = shelves.first().and_then(|shelf| shelf.lines.first()).map(|line| line.title.as_str());
        let link = |path: &str| app.config.link(path);
        Ok(DigestMail {
            lang: reader.lang,
            subject: subject(reader.lang, content, first),
            name: reader.name.clone(),
            threads: write.threads(content, about),
            suggestions: write.suggestion(content.suggestion.as_ref(), about).into_iter().collect(),
            promises: content.promises.iter().map(|promise| write.promise(promise)).collect(),
            waiting,
            meetups,
            shelves,
            more: if content.more_posts > 0 {
                reader.lang.tn("digest-more-posts", content.more_posts)
            } else {
                String::new()
            },
            posts_link: link("/posts"),
            settings_link: link("/settings/subscriptions"),
            unsubscribe_link: link(&format!("/unsubscribe/{}", secret.unwrap_or_default())),
            links: write.links.unwrap_or_default(),
        })
    }

    /// Ready for the outbox. The period is part of the key: one mail for a person and period, for ever.
    pub(super) fn mail(&self, app: &App, reader: &Reader) -> Result<Mail> {
        let (subject, text, html) = self.parts()?;
        let period = reader.periods.first().map(String::as_str).unwrap_or_default();
        Ok(Mail {
            kind: "digest",
            logical_key: format!("digest:{}:{}", reader.id, period),
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
                unsubscribe_url: self.unsubscribe_link.clone(),
                reply_to: None,
            }),
        })
    }
}

/// Puts things into words for one reader.
struct Writer<'a> {
    app: &'a App,
    reader: &'a Reader,
    lang: Lang,
    /// Nothing where there are to be no personal links.
    links: Option<Vec<PersonalLink>>,
}

impl Writer<'_> {
    fn link(&self, path: &str) -> String {
        self.app.config.link(path)
    }

    /// The secret of a personal link; nothing where there are to be none.
    fn secret(&mut self, purpose: Purpose, subject: Id) -> Result<Option<String>> {
        let Some(links) = &mut self.links else { return Ok(None) };
        let link = PersonalLink::of(&self.app.secret, purpose, self.reader.id, subject)?;
        let secret = link.secret.clone();
        links.push(link);
        Ok(Some(secret))
    }

    fn heading(&self, heading: Heading, about: &About) -> String {
        match heading {
            Heading::Group(id) | Heading::Network(id) => about.names.get(&id).cloned().unwrap_or_default(),
            Heading::Theme(id) => {
                let name = about.themes.get(&id).map(|theme| theme.name(&self.lang)).unwrap_or_default();
                self.lang.tname("digest-about", name)
            }
            Heading::Elsewhere => self.lang.t("digest-elsewhere"),
        }
    }

    fn story(&self, post: &PostSummary) -> Line {
        let name = post.author.name.clone().unwrap_or_else(|| self.lang.t("person-protected"));
        let role = post.author.role.as_ref().map(|role| format!(", {}, {}", role.role, role.organiser));
        Line {
            title: post.title.clone(),
            beside: format!("{name}{}", role.unwrap_or_default()),
            text: post.excerpt.clone(),
            link: self.link(&format!("/posts/{}", post.id)),
            ..Line::default()
        }
    }

    /// A new story, with an address to comment on it by mail where its reader may.
    fn new_story(&self, post: &PostSummary, content: &Content) -> Result<Line> {
        let line = self.story(post);
        if self.links.is_none() || !content.answerable.contains(&post.id) {
            return Ok(line);
        }
        let Some((by_mail, _)) = posts::address_of(self.app, self.reader.id, post.id)? else {
            return Ok(line);
        };
        let begin_mail = mail::begin(&by_mail, &format!("Re: {}", post.title));
        Ok(Line { by_mail, begin_mail, ..line })
    }

    fn suggestion(&self, suggestion: Option<&Suggestion>, about: &About) -> Option<Line> {
        let suggestion = suggestion?;
        let line = self.story(about.posts.get(&suggestion.post)?);
        let why = match &suggestion.why {
            Why::Like(title) => self.lang.tname("digest-like-yours", &shorten(title, 70)),
            Why::About(theme) => self.lang.tname("digest-about-yours", theme.name(&self.lang)),
        };
        Some(Line { text: format!("{}. {}", line.beside, line.text), beside: why, ..line })
    }

    fn threads(&self, content: &Content, about: &About) -> Vec<Line> {
        let known =
            content.threads.iter().filter_map(|thread| Some((about.posts.get(&thread.post)?, thread)));
        let line = |(post, thread): (&PostSummary, &super::threads::Thread)| {
            let words = about.remarks.get(&thread.newest()).map(|remark| {
                let by = remark.by.clone().unwrap_or_else(|| self.lang.t("person-protected"));
                format!("{by}: {}", remark.words)
            });
            Line {
                title: post.title.clone(),
                beside: self.lang.tn("digest-new-comments", thread.comments),
                text: words.unwrap_or_default(),
                link: self.link(&format!("/posts/{}#comments", post.id)),
                ..Line::default()
            }
        };
        known.map(line).collect()
    }

    fn meetup(&mut self, meetup: &Meetup, said: Option<Said>) -> Result<Line> {
        let secret = if said.is_none() { self.secret(Purpose::Answer, meetup.id)? } else { None };
        let answers = secret.map(|secret| {
            let answer = |given: Given| {
                let path = format!("/meetups/{}/answer/{secret}?answer={given}", meetup.id);
                (self.lang.t(given.key(meetup.is_hybrid())), self.link(&path))
            };
            Given::offered(meetup.is_hybrid()).map(answer).collect()
        });
        let mut about = vec![meetup.group.clone()];
        if !meetup.place.is_empty() {
            about.push(meetup.place.clone());
        }
        let mut text = about.join(", ");
        if let Some(said) = said {
            let key = if said.waits { "digest-said-waits" } else { said.answer.key() };
            text = format!("{text}. {}", self.lang.tname("digest-said", &self.lang.t(key)));
        }
        Ok(Line {
            title: meetup.title.clone(),
            beside: self.lang.moment(meetup.starts_at, self.reader.zone),
            text,
            link: self.link(&format!("/meetups/{}", meetup.id)),
            answers: answers.unwrap_or_default(),
            ..Line::default()
        })
    }

    fn poll(&mut self, poll: &Poll) -> Result<Line> {
        let secret = self.secret(Purpose::Poll, poll.id)?;
        let answer = |secret| {
            let link = self.link(&format!("/polls/{}/answer/{secret}", poll.id));
            vec![(self.lang.t("poll-mail-answer"), link)]
        };
        let answer_by =
            poll.answer_by.map(|day| self.lang.tname("digest-answer-by", &self.lang.long_date(day)));
        Ok(Line {
            title: poll.title.clone(),
            beside: self.lang.t("digest-poll"),
            text: [Some(poll.group.clone()), answer_by].into_iter().flatten().collect::<Vec<_>>().join(". "),
            link: self.link(&format!("/polls/{}", poll.id)),
            answers: secret.map(answer).unwrap_or_default(),
            ..Line::default()
        })
    }

    fn promise(&self, promise: &Promise) -> Line {
        let by = promise.due_on().map(|day| self.lang.tname("digest-promised-by", &self.lang.long_date(day)));
        Line {
            title: shorten(&promise.text, 200),
            beside: by.unwrap_or_default(),
            text: promise.meetup.clone(),
            link: self.link(&format!("/meetups/{}/notes#outcomes", promise.meetup_id)),
            ..Line::default()
        }
    }
}

/// `2 nya berättelser, 1 ny kommentar och 1 sak väntar på ditt svar`; the title when there is one story and nothing else.
fn subject(lang: Lang, content: &Content, first: Option<&str>) -> String {
    let counts = [content.stories(), content.comments(), content.unanswered()];
    if let ([1, 0, 0], Some(title)) = (counts, first) {
        return lang.tname("digest-subject-story", &shorten(title, 70));
    }
    let keys = ["digest-new-posts", "digest-new-comments", "digest-answers-wait"];
    let some = keys.iter().zip(counts).filter(|(_, count)| *count > 0);
    lang.list(&some.map(|(key, count)| lang.tn(key, count)).collect::<Vec<_>>())
}
