//! What a mail tells of an agenda.

use super::Guide;
use super::question::questions_of;
use crate::db::Db;
use crate::error::Result;
use crate::meetups::Meetup;

/// How many questions a mail names.
const NAMED: usize = 3;

/// An agenda in few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// How many questions there are.
    pub questions: usize,
    /// The first of them.
    pub first: Vec<String>,
    /// The guide of the meetup.
    pub guide: Option<Guide>,
}

/// What there is to tell of the agenda of a meetup; nothing when it has neither questions nor a guide.
pub fn outline(db: &mut Db, meetup: &Meetup) -> Result<Option<Outline>> {
    let all = questions_of(db, meetup)?;
    let standing: Vec<String> = all
        .into_iter()
        .filter(|(question, _)| question.withdrawn_at.is_none())
        .map(|(question, _)| question.title)
        .collect();
    let outline = Outline {
        questions: standing.len(),
        first: standing.into_iter().take(NAMED).collect(),
        guide: meetup.guide,
    };
    Ok((outline.questions > 0 || outline.guide.is_some()).then_some(outline))
}
