//! The mail that gathers what came of a meetup, with two questions that are answered without signing in.

use super::material::materials_in;
use super::note::Note;
use super::opinion::Useful;
use super::outcome::{Kind, Outcome, around};
use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::attachments::{self, Attachment, Place};
use crate::db::Tx;
use crate::error::Result;
use crate::groups::Group;
use crate::i18n::Lang;
use crate::mail::{Mail, outbox};
use crate::mail_templates;
use crate::markdown;
use crate::meetups::{self, Invitee, Meetup, when};

/// What came of the meetup.
struct FollowUp {
    lang: Lang,
    name: String,
    group: String,
    title: String,
    when: String,
    notes: String,
    notes_html: String,
    decisions: Vec<String>,
    /// Open promises of the recipient.
    mine: Vec<String>,
    /// Open promises of the others.
    others: Vec<String>,
    /// Title and address.
    materials: Vec<(String, String)>,
    /// The next meetup: title and when.
    next: Option<String>,
    /// What to answer and where.
    opinions: Vec<(String, String)>,
    page: String,
}

impl FollowUp {
    /// The text for `key`.
    fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }
}

mail_templates!(
    FollowUp,
    "mail/meetup_follow_up/subject.txt",
    "mail/meetup_follow_up/body.txt",
    "mail/meetup_follow_up/body.html"
);

/// What is the same for everybody.
struct About<'a> {
    meetup: &'a Meetup,
    group: &'a Group,
    note: &'a Note,
    outcomes: Vec<Outcome>,
    materials: Vec<(String, String)>,
    next: Option<Meetup>,
}

/// Mails every member of the group. That it happens once is for the caller to hold.
pub(super) fn follow_up(
    tx: &mut Tx<'_>,
    app: &App,
    (meetup, group): (&Meetup, &Group),
    note: &Note,
) -> Result<()> {
    let now = app.clock.now();
    let mut materials = materials_in(tx, meetup.id, note.written_by, now)?;
    materials.retain(|material| material.visible_from <= now);
    let files = attachments::of_place(tx, Place::Meetup(meetup.id), None, now)?;
    let file = |each: Attachment| (each.name, app.config.link(&format!("/attachments/{}", each.id)));
    let links = materials.into_iter().map(|each| (each.title, each.url));
    let about = About {
        meetup,
        group,
        note,
        outcomes: around(tx, &[group.id], Some(meetup.id))?,
        materials: links.chain(files.into_iter().map(file)).collect(),
        next: meetups::next_of_group(tx, group.id, now)?,
    };
    for to in meetups::invitees(tx, meetup)? {
        let secret = accounts::issue(tx, Purpose::Opinion, Some(to.person), Some(meetup.id), now)?;
        let (subject, text, html) = about.told(app, &to, &secret).parts()?;
        let mail = Mail {
            kind: "meetup_follow_up",
            logical_key: format!("meetup_follow_up:{}:{}", meetup.id, to.person),
            to: to.recipient(),
            network_id: Some(group.network_id),
            subject,
            text,
            html,
            calendar: None,
            list: None,
        };
        outbox::enqueue(tx, app, mail)?;
    }
    Ok(())
}

impl About<'_> {
    fn told(&self, app: &App, to: &Invitee, secret: &str) -> FollowUp {
        let (lang, meetup) = (to.lang, self.meetup);
        let lines = |wanted: &dyn Fn(&Outcome) -> bool| -> Vec<String> {
            self.outcomes.iter().filter(|each| wanted(each)).map(|each| each.line(lang)).collect()
        };
        let opinion = |useful: &Useful| {
            let path = format!("/meetups/{}/opinion/{secret}?useful={useful}", meetup.id);
            (lang.t(&format!("opinion-useful-{useful}")), app.config.link(&path))
        };
        let next =
            |next: &Meetup| format!("{}, {}", next.title, when(lang, next.starts_at, next.ends_at, to.zone));
        FollowUp {
            lang,
            name: to.name.clone(),
            group: self.group.name.clone(),
            title: meetup.title.clone(),
            when: when(lang, meetup.starts_at, meetup.ends_at, to.zone),
            notes: markdown::to_text(&self.note.markdown),
            notes_html: markdown::to_html(&self.note.markdown),
            decisions: lines(&|each| each.kind == Kind::Decision),
            mine: lines(&|each| each.is_open() && each.is_of(to.person)),
            others: lines(&|each| each.is_open() && !each.is_of(to.person)),
            materials: self.materials.clone(),
            next: self.next.as_ref().map(next),
            opinions: Useful::ALL.iter().map(opinion).collect(),
            page: app.config.link(&format!("/meetups/{}/notes", meetup.id)),
        }
    }
}
