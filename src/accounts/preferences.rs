//! What a person prefers: how they meet and how often they hear from us.

use crate::word_enum;

word_enum! {
    /// How somebody wants to meet. Texts: `meeting-format-<word>`.
    pub enum MeetingFormat {
        /// In the same room.
        InPerson = "in_person",
        /// On a screen.
        Online = "online",
        /// As it suits the group.
        Either = "either",
    }
}

word_enum! {
    /// How often a digest comes. Texts: `digest-frequency-<word>`.
    pub enum DigestFrequency {
        /// Every day that has something new.
        Daily = "daily",
        /// Once a week.
        Weekly = "weekly",
        /// Not at all.
        Never = "never",
    }
}
