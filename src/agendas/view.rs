//! An agenda as its pages show it: everything in words.

use chrono_tz::Tz;
use diesel::prelude::*;
use fluent_templates::fluent_bundle::FluentValue;

use super::question::{coordinates, may_put_back};
use super::{Guide, Question, Reason, Role, Turn, propose, questions_of, turns_of};
use crate::db::Db;
use crate::db::schema::answers;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::groups::{self, Group, Member};
use crate::i18n::Lang;
use crate::markdown;
use crate::meetups::{self, Answer, Meetup};
use crate::web::CurrentPerson;

/// Everything about the agenda of a meetup that somebody sees.
pub(super) struct Agenda {
    pub meetup: Meetup,
    pub group: Group,
    /// The seat by which the person is in the group.
    pub seat: Option<Id>,
    person: Id,
    coordinates: bool,
    members: Vec<Member>,
    questions: Vec<(Question, Vec<Id>)>,
    turns: Vec<Turn>,
    proposals: Vec<(Role, Id, Reason)>,
}

impl Agenda {
    /// The agenda of a meetup that this person sees. As many queries, however much is on it.
    pub fn read(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<Self> {
        let (meetup, group, access) = meetups::visible(db, id, person)?;
        let members = groups::members_of(db, group.id)?;
        let turns = turns_of(db, &meetup)?;
        // Who does not come is not asked.
        let absent: Vec<Id> = answers::table
            .filter(answers::meetup_id.eq(id))
            .filter(answers::answer.eq(Answer::No))
            .select(answers::seat_id)
            .load(db)?;
        let mut asked: Vec<&Member> = members
            .iter()
            .filter(|member| member.person_id.is_some() && !absent.contains(&member.seat_id))
            .collect();
        asked.sort_by_key(|member| (member.joined_at, member.seat_id));
        let asked: Vec<Id> = asked.into_iter().map(|member| member.seat_id).collect();
        Ok(Agenda {
            seat: groups::own(&members, person.id).map(|member| member.seat_id),
            person: person.id,
            coordinates: coordinates(db, &group, access, person)?,
            questions: questions_of(db, &meetup)?,
            proposals: propose(meetup.id, &asked, &turns),
            members,
            turns,
            group,
            meetup,
        })
    }

    /// Whether it may still be changed.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.meetup.must_be_coming(now).is_ok()
    }

    /// When the meetup is, in words.
    pub fn when(&self, lang: Lang, zone: Tz) -> String {
        meetups::when(lang, self.meetup.starts_at, self.meetup.ends_at, zone)
    }

    fn shown(&self, seat: Id, lang: Lang) -> Option<String> {
        self.members.iter().find(|member| member.seat_id == seat).map(|member| shown(member, lang))
    }

    /// The questions that stand, in the order of the agenda.
    pub fn items(&self, lang: Lang) -> Vec<Item> {
        let standing = self.questions.iter().filter(|(question, _)| question.withdrawn_at.is_none());
        let item = |(question, wanted): &(Question, Vec<Id>)| {
            let mine = self.seat == Some(question.seat_id);
            Item {
                id: question.id,
                title: question.title.clone(),
                details_html: markdown::to_html(&question.details),
                by: self.shown(question.seat_id, lang).unwrap_or_else(|| lang.t("question-by-former")),
                wanted: wanted.len(),
                mine,
                is_wanted: self.seat.is_some_and(|seat| wanted.contains(&seat)),
                may_want: self.seat.is_some() && !mine,
                may_withdraw: mine || self.coordinates,
            }
        };
        standing.map(item).collect()
    }

    /// The questions that the person may put back.
    pub fn withdrawn(&self) -> Vec<(Id, String)> {
        let may = |question: &&Question| {
            let mine = self.seat == Some(question.seat_id);
            question.withdrawn_at.is_some() && may_put_back(question, self.person, mine, self.coordinates)
        };
        let questions = self.questions.iter().map(|(question, _)| question);
        questions.filter(may).map(|question| (question.id, question.title.clone())).collect()
    }

    /// The roles with who has them, or whose turn it is.
    pub fn parts(&self, lang: Lang, zone: Tz) -> Vec<Part> {
        let part = |role: &Role| {
            let turn = self.turns.iter().find(|turn| {
                turn.meetup == self.meetup.id && turn.role == *role && turn.given_up_at.is_none()
            });
            let proposal = self.proposals.iter().find(|(of, ..)| of == role);
            Part {
                role: *role,
                name: lang.t(&format!("role-{role}")),
                does: lang.t(&format!("role-{role}-does")),
                seen: turn.map(|turn| turn.seat.to_string()).unwrap_or_default(),
                holder: turn.and_then(|turn| Some((turn.seat, self.shown(turn.seat, lang)?))),
                mine: turn.is_some_and(|turn| Some(turn.seat) == self.seat),
                proposal: proposal.and_then(|(_, seat, reason)| {
                    Some((*seat, self.shown(*seat, lang)?, why(*reason, lang, zone)))
                }),
            }
        };
        Role::ALL.iter().map(part).collect()
    }

    /// To whom roles can be given.
    pub fn people(&self, lang: Lang) -> Vec<(String, String)> {
        let held = self.members.iter().filter(|member| member.person_id.is_some());
        held.map(|member| (member.seat_id.to_string(), shown(member, lang))).collect()
    }
}

/// A member by name and organiser.
pub(super) fn shown(member: &Member, lang: Lang) -> String {
    format!("{}, {}", member.shown(lang), member.organiser_name)
}

fn why(reason: Reason, lang: Lang, zone: Tz) -> String {
    let on = |key: &str, at| lang.ta(key, &[("date", FluentValue::from(lang.day_of(at, zone)))]);
    match reason {
        Reason::Never => lang.t("role-why-never"),
        Reason::Seldom(at) => on("role-why-seldom", at),
        Reason::LongAgo(at) => on("role-why-long-ago", at),
    }
}

/// A question on the agenda.
pub(super) struct Item {
    pub id: Id,
    pub title: String,
    pub details_html: String,
    /// Who asks.
    pub by: String,
    /// How many others want to talk about it.
    pub wanted: usize,
    pub mine: bool,
    /// Whether the person has said so.
    pub is_wanted: bool,
    pub may_want: bool,
    pub may_withdraw: bool,
}

/// A role at the meetup.
pub(super) struct Part {
    pub role: Role,
    pub name: String,
    /// What it is.
    pub does: String,
    /// The seat that has it, for forms; empty when none has.
    pub seen: String,
    /// Who has it.
    pub holder: Option<(Id, String)>,
    /// Whether that is the person.
    pub mine: bool,
    /// Whose turn it is, and why.
    pub proposal: Option<(Id, String, String)>,
}

impl Part {
    /// Whether the role is held by, or proposed to, somebody else than this seat.
    pub fn is_not_for(&self, seat: &Id) -> bool {
        self.holder.is_some() || self.proposal.as_ref().is_none_or(|(proposed, ..)| proposed != seat)
    }
}

/// A step of a guide.
pub(super) struct Step {
    pub title: String,
    /// What to do.
    pub does: String,
    pub minutes: u16,
    /// From when until when, where it has a time.
    pub time: String,
}

/// The steps of a guide; with wall times in a zone where it has a start.
pub(super) fn steps(guide: Guide, lang: Lang, start: Option<(Timestamp, Tz)>) -> Vec<Step> {
    let mut passed = 0;
    let step = |(n, minutes): (usize, &u16)| {
        let from = passed;
        passed += i64::from(*minutes);
        let at = |(start, zone): (Timestamp, Tz), minutes| {
            lang.time(start + chrono::TimeDelta::minutes(minutes), zone)
        };
        Step {
            title: lang.t(&format!("guide-{guide}-{n}")),
            does: lang.t(&format!("guide-{guide}-{n}-do")),
            minutes: *minutes,
            time: start.map(|start| format!("{}–{}", at(start, from), at(start, passed))).unwrap_or_default(),
        }
    };
    (1..).zip(guide.minutes()).map(step).collect()
}

/// A guide in the library.
pub(super) struct Told {
    pub guide: Guide,
    pub name: String,
    /// What it is for.
    pub lead: String,
    /// When it fits.
    pub fits: String,
    /// How long it takes.
    pub total: u16,
}

impl Told {
    /// A guide in words.
    pub fn of(guide: Guide, lang: Lang) -> Self {
        let text = |end: &str| lang.t(&format!("guide-{guide}{end}"));
        Told { guide, name: text(""), lead: text("-lead"), fits: text("-fits"), total: guide.total() }
    }
}
