//! Rounds: one matching in a network.
//!
//! A round is `registering` until its last day is over, then `closed`; matching it makes a `proposal`, which
//! coordinators change by hand, make anew, or publish (`published`: the groups exist and everybody was told). Until then
//! it may be `cancelled`. Members of the network see the round and register a seat; coordinators do all else.
//!
//! Nobody is dropped: whoever is registered stands in a group or is named with the reason and what would help.

mod access;
mod call;
mod forms;
mod jobs;
mod mail;
mod moves;
mod naming;
pub mod pages;
mod problem;
mod proposal;
mod publication;
mod registration;
mod round;
pub mod search;
mod why;
mod words;
#[cfg(test)]
mod words_test;

pub use access::{coordinated, visible};
pub use call::open;
pub use jobs::{CallMembers, MatchRound, RemindRounds};
pub use moves::{Move, apply as move_person};
pub use naming::name_groups;
pub use proposal::{Outcome, Proposal, ProposedGroup, ProposedMember, discard, proposal, rename, run};
pub use publication::{cancel, publish};
pub use registration::{
    NewRegistration, Registered, Registration, RegistrationState, count, of_person, own, register,
    registered, set_state,
};
pub use round::{
    Keeping, NewRound, Preset, Round, RoundState, create, find, of_network, registering, update,
};
pub use why::{Because, GroupWhy, Names, PersonWhy, Reason, SecondWhy, TieWhy, UnplacedWhy};
pub use words::{
    ThemeNames, broken_sentence, group_sentences, list, person_sentences, unplaced_sentences,
    weakest_sentence,
};
