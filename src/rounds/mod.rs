//! Rounds: one matching in a network.
//!
//! A round is `registering` until its last day is over, then `closed`; matching it makes a `proposal`, which
//! coordinators change by hand, make anew, or publish (`published`: the groups exist and everybody was told). Until then
//! it may be `cancelled`. Members of the network see the round and register a seat; coordinators do all else.
//!
//! Coordinators change a proposal by hand ([`move_person`]), lock people and freeze groups ([`lock`]), let a search improve
//! the rest ([`search::begin_improving`]), undo ([`undo`]), and put proposals aside to compare them ([`keep_draft`]); the
//! one on the board is published.
//!
//! After publishing the groups are changed by steps that the engine has worked out ([`rearrange`]): for somebody who says that a
//! group does not work ([`object`]), who registers late or has no place, and for a group that has become too small. A
//! coordinator sees what each would do and chooses; everybody concerned is told by mail.
//!
//! Nobody is dropped: whoever is registered stands in a group or is named with the reason and what would help.

mod access;
mod alternatives;
mod call;
mod changes;
mod coverage;
mod drafts;
mod effect;
mod follow_up;
mod forms;
mod hindrance;
mod history;
mod jobs;
mod late;
mod locks;
mod mail;
mod mail_after;
mod moves;
mod naming;
mod objection;
mod outlook;
pub mod pages;
mod problem;
mod proposal;
mod publication;
mod published;
mod rearrangement;
mod registration;
mod round;
pub mod search;
mod snapshot;
mod solving;
mod ways;
mod weights;
mod why;
mod words;
#[cfg(test)]
mod words_test;

pub use access::{coordinated, visible};
pub use call::open;
pub use changes::{About, Change, ChangeKind, changes, undo};
pub use coverage::Covered;
pub use drafts::{
    Draft, Figures, draft, drafts, figures, keep as keep_draft, take_up as take_up_draft, throw_away,
};
pub use follow_up::{Waits, waits};
pub use jobs::{CallMembers, MatchRound, RemindRounds, TellOfObjection};
pub use locks::{Lock, lock};
pub use moves::{ByHand, Move, Swap, apply as move_person};
pub use naming::name_groups;
pub use objection::{NewObjection, Objection, ObjectionKind, ObjectionState, object, objection_of};
pub use proposal::{Improved, Outcome, Proposal, ProposedGroup, ProposedMember, discard, proposal, rename};
pub use publication::{cancel, publish};
pub use rearrangement::{Step, rearrange};
pub use registration::{
    NewRegistration, Registered, Registration, RegistrationState, count, of_person, own, register,
    registered, set_state,
};
pub use round::{
    DueRound, Keeping, NewRound, Preset, Round, RoundState, create, due_between, find, of_network,
    registering, update,
};
pub use solving::run;
pub use why::{Because, GroupWhy, Names, PersonWhy, Reason, SecondWhy, TieWhy, UnplacedWhy};
pub use words::{
    ThemeNames, broken_sentence, contradiction_sentence, group_sentences, person_sentences,
    unplaced_sentences, weakest_sentence,
};
