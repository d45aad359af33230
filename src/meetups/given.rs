//! What can be answered: whether one comes, and to a meetup in a room and online at once by which of the two.

use super::answer::Answer;
use crate::word_enum;

word_enum! {
    /// An answer as it is given: in forms, links and lists.
    pub enum Given {
        /// Comes; to a meetup in a room and online at once, to the room.
        Yes = "yes",
        /// Is there online, though there is a room.
        Online = "online",
        /// Perhaps comes.
        Maybe = "maybe",
        /// Does not come.
        No = "no",
    }
}

impl Given {
    /// What stands in the database, put together.
    pub fn of(answer: Answer, online: bool) -> Self {
        match answer {
            Answer::Yes if online => Given::Online,
            Answer::Yes => Given::Yes,
            Answer::Maybe => Given::Maybe,
            Answer::No => Given::No,
        }
    }

    /// What can be answered to a meetup, hybrid or not, in the order people should see.
    pub fn offered(hybrid: bool) -> impl Iterator<Item = Given> {
        Given::ALL.iter().copied().filter(move |given| hybrid || *given != Given::Online)
    }

    /// Whether somebody comes.
    pub fn answer(self) -> Answer {
        match self {
            Given::Yes | Given::Online => Answer::Yes,
            Given::Maybe => Answer::Maybe,
            Given::No => Answer::No,
        }
    }

    /// Locale key of what one says: `Ja, jag kommer`; to a hybrid meetup `Ja, på plats`.
    pub fn key(self, hybrid: bool) -> &'static str {
        match self {
            Given::Yes if hybrid => "meetup-answer-room",
            Given::Online => "meetup-answer-online",
            other => other.answer().key(),
        }
    }
}

impl From<Answer> for Given {
    fn from(answer: Answer) -> Self {
        Given::of(answer, false)
    }
}
