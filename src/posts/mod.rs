//! Stories: what a group tried and learned, told by one of its members, with comments; and search over everything.
//!
//! A story is written by the five prompts (`guided`) or as free Markdown. It is a draft until published, and gone for
//! everybody but its author when withdrawn. Visibility says who reads a published story: the `group` it was written
//! in, the whole `network`, or everybody (`public`). Coordinators read all published stories of their network.
//! Its author releases it step by step to more people and takes that back, and may mask names before (`release`). Where the
//! author's organiser has an approver, that person is asked before it leaves the group (`approval`). A draft may be published by
//! itself at a day and an hour (`schedule`).
//! Who may read is one query, `visible`, used by pages, lists, search, digests, feeds and the API.
//! Authors edit and withdraw their own; coordinators withdraw with a reason. Every edit keeps what stood before.
//!
//! A comment begins a thread or answers in one; who belongs to the group (for stories that are not the group's alone: to the
//! network) may write one. Who asked, in the story or by beginning a thread, says what the answer is. Every reader may thank.
//! A comment is told by mail to those who follow the story (its author, who has commented, who says so) and to those it
//! mentions by name, once each, if they may still read it; whoever mutes the story is told nothing.
//! When more people get to read the story, those who have commented are told that they read that too (`widening`).
//! Any reader says what is wrong; coordinators hide a comment, with a reason, and show it again (`hiding`).
//! Those whom a story mentions are told once they may read it (`story_mention`). What everybody may read has a number in its
//! address (`address`).
//! An answer to that mail becomes a comment (`reply`). What somebody has read is kept for their digests (`reading`), and so
//! is which stories are like which (`alike`).

mod address;
mod alike;
mod approval;
mod approval_list;
mod approval_words;
mod comment;
mod consent;
mod detail;
mod follow;
mod forms;
mod hiding;
mod index;
mod list;
mod mail;
mod masking;
mod mention;
mod names;
mod noted;
mod notice;
pub mod pages;
mod person;
mod post;
mod query;
mod reading;
mod refresh;
mod release;
mod release_mail;
mod remark;
mod reply;
mod revision;
mod schedule;
mod search;
mod similar;
mod snippet;
mod story_mention;
mod suggestion;
mod tending;
mod terms;
mod thanks;
mod theme;
mod thread;
mod typed;
mod visible;
mod vocabulary;
mod widening;

pub use alike::{LikenPosts, liken_posts};
pub use approval::{Step as ApprovalStep, awaited};
pub use comment::{NewComment, accept, comment};
pub use detail::{Detail, detail, must_know_themes, names_in, release_own};
pub use follow::{Follow, follow, follows_of};
pub use forms::{comment as parse_comment, story as parse_story};
pub use index::{index_again, index_new, index_post, tidy_index};
pub use list::{Filter, Fresh, PostSummary, by_ids, latest_in, latest_of_group, list, published_between};
pub use masking::{NameKind, Nameless, leave_out};
pub use noted::index_notes;
use notice::tell_of_mentions;
pub use notice::{TellOfComment, tell_of_comment};
pub use person::{Author, Role};
pub use post::{
    Form, NewPost, Post, Prompt, Visibility, create, draft, find_own, find_visible, publish, withdraw,
};
pub use query::{Narrowed, Query};
pub use reading::{REMEMBERED, forget_readings, readings_since};
pub use refresh::RefreshIndex;
pub use remark::{Remark, comments_after, find_comment};
pub use reply::{address_of, replies};
pub use schedule::{Missed, PublishPost};
pub use search::{Hit, HitKind, Results, search, search_further};
pub use story_mention::TellOfStory;
use suggestion::suggestion;
pub use tending::TendApprovals;
pub use theme::{Theme, about_among, about_since, theme_ids, themes_read};
pub use typed::forget_typed;
pub use visible::{Scope, Viewer, scope_in, scope_of, visible as readable};
pub use widening::TellOfWidening;
