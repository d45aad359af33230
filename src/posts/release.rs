//! Releasing a story: to the group, on to the network, on to everybody, and back again. Each step is the author's.

use diesel::prelude::*;

use super::masking::{Name, mask};
use super::{NewPost, Post, Prompt, Visibility, post, theme};
use crate::db::Tx;
use crate::db::schema::posts;
use crate::db::types::Timestamp;
use crate::error::{Error, Result};
use crate::i18n::Lang;

impl Visibility {
    /// Whether this one is read by more than another.
    pub(super) fn is_wider_than(self, other: &Visibility) -> bool {
        let reach = |each: &Visibility| Visibility::ALL.iter().position(|known| known == each);
        reach(&self) > reach(other)
    }
}

/// Lets others read a published story, with other words in the place of some names; what it said before stays in its history,
/// which the group reads. [`Error::NotFound`] for drafts and what is withdrawn.
pub(super) fn release(
    tx: &mut Tx<'_>,
    post: &Post,
    to: Visibility,
    (names, lang): (&[Name], Lang),
    now: Timestamp,
) -> Result<()> {
    if post.is_draft() || post.withdrawn_at.is_some() {
        return Err(Error::NotFound);
    }
    let themes = theme::of_posts(tx, &[post.id])?.remove(&post.id).unwrap_or_default();
    let without = |text: &str| mask(text, names, lang);
    let mut answers: [String; 5] = Default::default();
    for (answer, prompt) in answers.iter_mut().zip(Prompt::ALL) {
        *answer = without(post.answer(*prompt));
    }
    let new = NewPost {
        title: without(&post.title),
        form: post.form,
        body: without(&post.body),
        answers,
        visibility: to,
        themes: themes.into_iter().map(|theme| theme.slug).collect(),
    };
    post::update(tx, post, &new, now)
}

/// Notes that more people read a published story from now on: to them it is new, and their next digest has it.
pub(super) fn note(tx: &mut Tx<'_>, post: &Post, to: Visibility, now: Timestamp) -> Result<()> {
    if post.is_draft() || !to.is_wider_than(&post.visibility) {
        return Ok(());
    }
    let row = posts::table.find(post.id);
    if post.visibility == Visibility::Group {
        diesel::update(row).set(posts::network_at.eq(now)).execute(&mut **tx)?;
    }
    let public_at = (to == Visibility::Public).then_some(now);
    diesel::update(row)
        .set((posts::public_at.eq(public_at), posts::widened_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(())
}
