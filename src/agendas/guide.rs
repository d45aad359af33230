//! Conversation guides: timed structures for professional conversations, and which one a meetup follows.
//!
//! What a step is called and what to do in it are texts, `guide-<word>-<n>` and `guide-<word>-<n>-do`; how long it takes stands
//! here. The guides were written for this product.

use diesel::prelude::*;

use crate::db::Tx;
use crate::db::schema::meetups;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::word_enum;

word_enum! {
    /// A conversation guide. Texts: `guide-<word>` is its name, `-lead` what it is for, `-fits` when it fits.
    pub enum Guide {
        /// One person's case; the others ask before they think aloud.
        Supervision = "supervision",
        /// Where everybody stands, before anybody says where to go.
        CurrentState = "current-state",
        /// What works, and what made it possible.
        Appreciative = "appreciative",
        /// From a proposal to something that everybody can live with.
        Decision = "decision",
        /// One question that nobody has the answer to.
        Open = "open-question",
    }
}

impl Guide {
    /// Minutes of each step, the first first.
    pub fn minutes(self) -> &'static [u16] {
        match self {
            Guide::Supervision => &[5, 8, 7, 15, 5, 10],
            Guide::CurrentState => &[5, 5, 20, 15, 10, 5],
            Guide::Appreciative => &[5, 15, 10, 10, 5],
            Guide::Decision => &[5, 5, 10, 5, 10, 5],
            Guide::Open => &[3, 4, 10, 20, 8],
        }
    }

    /// Minutes of all steps together.
    pub fn total(self) -> u16 {
        self.minutes().iter().sum()
    }
}

/// Chooses the guide of a meetup, or none. The meetup must not be cancelled or over.
pub fn choose_guide(tx: &mut Tx<'_>, meetup: Id, guide: Option<Guide>, now: Timestamp) -> Result<()> {
    crate::meetups::find(tx, meetup)?.must_be_coming(now)?;
    diesel::update(meetups::table.find(meetup)).set(meetups::guide.eq(guide)).execute(&mut **tx)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_step_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for guide in Guide::ALL {
                let steps = guide.minutes().len();
                let all = (1..=steps).flat_map(|n| [format!("-{n}"), format!("-{n}-do")]);
                for end in all.chain(["", "-lead", "-fits"].map(str::to_owned)) {
                    assert!(lang.has(&format!("guide-{guide}{end}")), "{lang}: guide-{guide}{end}");
                }
                assert!(!lang.has(&format!("guide-{guide}-{}", steps + 1)), "{lang}: a step without minutes");
            }
        }
    }

    #[test]
    fn a_guide_fits_into_a_meetup() {
        for guide in Guide::ALL {
            assert!((40..=60).contains(&guide.total()), "{guide}: {}", guide.total());
        }
    }
}
