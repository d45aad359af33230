//! Stories: what a group tried and learned, told by one of its members, with comments; and search over everything.
//!
//! A story is written by the five prompts (`guided`) or as free Markdown. It is a draft until published, and gone for
//! everybody but its author when withdrawn. Visibility says who reads a published story: the `group` it was written
//! in, the whole `network`, or everybody (`public`). Coordinators read all published stories of their network.
//! Who may read is one query, `visible`, used by pages, lists, search, digests, feeds and the API.
//! Authors edit and withdraw their own; coordinators withdraw with a reason. Every edit keeps what stood before.

mod comment;
mod forms;
mod index;
mod list;
mod mail;
mod names;
pub mod pages;
mod person;
mod post;
mod revision;
mod search;
mod snippet;
mod theme;
mod typed;
mod visible;
mod vocabulary;

pub use comment::{Comment, NewComment, comment, comments_of};
pub use forms::{comment as parse_comment, story as parse_story};
pub use index::{index_new, index_post, reindex_all, tidy_index};
pub use list::{Filter, Fresh, PostSummary, by_ids, latest_in, latest_of_group, list, published_between};
pub use person::{Author, Role};
pub use post::{Form, NewPost, Post, Prompt, Visibility, create, draft, find_visible, publish, withdraw};
pub use search::{Hit, HitKind, Results, search};
pub use theme::{Theme, themes};
pub use typed::forget_typed;
pub use visible::{Scope, Viewer, scope_in, scope_of};
