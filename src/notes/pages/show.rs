//! The notes of a meetup with everything that came of it.

use actix_web::HttpResponse;
use askama::Template;

use crate::attachments::{self, Attachment, Place};
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::{self, Access, Group, Member};
use crate::i18n::{Lang, local};
use crate::markdown;
use crate::meetups::{self, Meetup, when};
use crate::notes::material::{Material, materials_in};
use crate::notes::note::{self, must_be_writable};
use crate::notes::opinion::{Tally, tally};
use crate::notes::outcome::{Kind, Outcome, around};
use crate::notes::{Note, Useful, draft};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath};

/// Seats that may promise: identifier and name, the group first.
pub(super) type Seats = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "notes/show.html")]
struct Show {
    chrome: Chrome,
    meetup: Meetup,
    group: Group,
    when: String,
    /// What the notes say, as HTML; empty when there are none.
    notes: String,
    /// Who saved them last and when.
    saved: String,
    note: Option<Note>,
    is_member: bool,
    /// Whether anything may be written.
    open: bool,
    /// Whether the meetup has begun.
    begun: bool,
    /// Whether the visitor has a draft.
    draft: bool,
    decisions: Vec<Line>,
    promises: Vec<Line>,
    /// Open promises of earlier meetups.
    earlier: Vec<Line>,
    materials: Vec<Link>,
    files: Vec<File>,
    tally: Tally,
    seats: Seats,
    form: Form,
}

/// A decision or promise in words.
pub(super) struct Line {
    pub id: Id,
    pub text: String,
    /// Who promised, until when, of which meetup, and by whom it was done when.
    pub detail: String,
    pub open: bool,
}

/// A link as the visitor sees it.
pub(super) struct Link {
    pub id: Id,
    pub title: String,
    pub url: String,
    /// Until when the others do not see it.
    pub hidden_until: Option<String>,
}

impl Link {
    /// A link for somebody at a moment.
    pub fn of(material: Material, ctx: &Ctx, person: &CurrentPerson) -> Self {
        let Material { id, title, url, visible_from, .. } = material;
        let hidden = visible_from > ctx.now();
        let hidden_until = hidden.then(|| ctx.lang.moment(visible_from, person.time_zone));
        Link { id, title, url, hidden_until }
    }
}

/// A file as the visitor sees it.
struct File {
    id: Id,
    name: String,
    /// What it is and how large.
    detail: String,
    /// What its picture shows; nothing for what is no picture.
    alt: Option<String>,
}

impl File {
    fn of(file: Attachment, ctx: &Ctx, person: &CurrentPerson) -> Self {
        let mut detail = file.detail(&ctx.lang);
        if file.visible_from > ctx.now() {
            let until = ctx.lang.moment(file.visible_from, person.time_zone);
            detail = format!("{detail} · {}", ctx.lang.tname("material-hidden", &until));
        }
        let alt = file.kind.is_picture().then_some(file.alt);
        File { id: file.id, name: file.name, detail, alt }
    }
}

impl Show {
    fn counts(&self) -> Vec<(Useful, String)> {
        let line = |(useful, n): &(Useful, usize)| {
            (*useful, format!("{}: {n}", self.chrome.t(&format!("opinion-useful-{useful}"))))
        };
        self.tally.counts.iter().map(line).collect()
    }

    fn may_finish(&self) -> bool {
        self.open && self.begun && self.note.as_ref().is_some_and(|note| note.followed_up_at.is_none())
    }
}

/// `GET /meetups/{id}/notes`: notes, decisions, promises, material, and whether it was useful.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let page = read(&ctx, id).await?;
    ctx.page(&page)
}

/// The page again with what was typed and what is wrong with it: 422.
pub(super) async fn invalid(ctx: &Ctx, id: Id, fields: Fields, errors: Errors) -> Result<HttpResponse> {
    let mut page = read(ctx, id).await?;
    page.chrome = page.chrome.with_errors();
    page.form = Form::failed(fields, errors, ctx.lang);
    ctx.invalid(&page)
}

async fn read(ctx: &Ctx, id: Id) -> Result<Show> {
    let known = ctx.clone();
    ctx.read(move |db| page(db, &known, id)).await
}

fn page(db: &mut Db, ctx: &Ctx, id: Id) -> Result<Show> {
    let (person, lang, now) = (ctx.person()?, ctx.lang, ctx.now());
    let (meetup, group, access) = meetups::visible(db, id, person)?;
    let (note, members) = (note::find(db, id)?, groups::members_of(db, group.id)?);
    let outcomes = around(db, &[group.id], Some(id))?;
    let materials = materials_in(db, id, person.id, now)?;
    let files = attachments::of_place(db, Place::Meetup(id), Some(person.id), now)?;
    let mut tally = tally(db, id)?;
    let is_member = access == Access::Member;
    if !is_member {
        // Coordinators see how many, not what anybody wrote.
        tally.sentences.clear();
    }
    let lines = |wanted: &dyn Fn(&Outcome) -> bool| -> Vec<Line> {
        let wanted = outcomes.iter().filter(|outcome| wanted(outcome));
        wanted.map(|outcome| line(outcome, id, &members, ctx, person)).collect()
    };
    Ok(Show {
        chrome: ctx.chrome_titled("meetups", lang.tname("notes-title-of", &meetup.title)),
        when: when(lang, meetup.starts_at, meetup.ends_at, person.time_zone),
        notes: note.as_ref().map(|note| markdown::to_html_from(&note.markdown, 2)).unwrap_or_default(),
        saved: note.as_ref().map(|note| saved(note, lang, person)).unwrap_or_default(),
        is_member,
        open: must_be_writable(&meetup, &group).is_ok(),
        begun: meetup.starts_at <= now,
        draft: draft::find(db, id, person.id)?.is_some(),
        decisions: lines(&|each| each.meetup_id == id && each.kind == Kind::Decision),
        promises: lines(&|each| each.meetup_id == id && each.kind == Kind::Promise),
        earlier: lines(&|each| each.is_open() && each.meetup_starts_at < meetup.starts_at),
        materials: materials.into_iter().map(|each| Link::of(each, ctx, person)).collect(),
        files: files.into_iter().map(|each| File::of(each, ctx, person)).collect(),
        tally,
        seats: seats(&members, lang),
        form: Form::empty(lang),
        note,
        meetup,
        group,
    })
}

fn saved(note: &Note, lang: Lang, person: &CurrentPerson) -> String {
    let by = if note.protected { lang.t("person-protected") } else { note.writer.clone() };
    let at = lang.moment(note.written_at, person.time_zone);
    lang.ta("notes-saved-by", &[("name", by.into()), ("at", at.into())])
}

/// Who of a group may promise.
pub(super) fn seats(members: &[Member], lang: Lang) -> Seats {
    let seat = |member: &Member| {
        let place = format!("{}, {}", member.role, member.organiser_name);
        let label = member.name.as_ref().map_or_else(|| place.clone(), |name| format!("{name} ({place})"));
        (member.seat_id.to_string(), label)
    };
    let group = (String::new(), lang.t("outcome-group"));
    std::iter::once(group).chain(members.iter().map(seat)).collect()
}

fn line(outcome: &Outcome, here: Id, members: &[Member], ctx: &Ctx, person: &CurrentPerson) -> Line {
    let (lang, zone) = (ctx.lang, person.time_zone);
    let mut parts = Vec::new();
    if outcome.kind == Kind::Promise {
        parts.push(outcome.who(lang));
    }
    if let Some(day) = outcome.due_on {
        let late = outcome.is_open() && day < local(ctx.now(), zone).date_naive();
        parts.push(lang.tname(if late { "outcome-late" } else { "outcome-by" }, &lang.date(day)));
    }
    if outcome.meetup_id != here {
        parts.push(lang.tname("outcome-from", &outcome.meetup));
    }
    if let Some(at) = outcome.done_at {
        let doer = members.iter().find(|member| member.person_id == outcome.done_by);
        let day = lang.day_of(at, zone);
        parts.push(match doer.and_then(|doer| doer.name.clone()) {
            Some(name) => lang.ta("outcome-done-by", &[("name", name.into()), ("day", day.into())]),
            None => lang.tname("outcome-done-on", &day),
        });
    }
    Line { id: outcome.id, text: outcome.text.clone(), detail: parts.join(" · "), open: outcome.is_open() }
}
