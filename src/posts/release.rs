//! Releasing a story: to the group, on to the network, on to everybody, and back again. Each step is the author's;
//! where their organiser wants it, its approver is asked first (`approval`).

use diesel::prelude::*;

use super::masking::{Name, mask};
use super::{NewPost, Post, Prompt, Visibility, approval, post, theme};
use crate::db::schema::posts;
use crate::db::types::Timestamp;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;

impl Visibility {
    /// Whether this one is read by more than another.
    pub(super) fn is_wider_than(self, other: &Visibility) -> bool {
        let reach = |each: &Visibility| Visibility::ALL.iter().position(|known| known == each);
        reach(&self) > reach(other)
    }
}

/// Lets others read a published story, with other words in the place of some names; where the author's organiser wants to approve first,
/// asks. [`Error::NotFound`] for drafts and what is withdrawn.
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
    if to.is_wider_than(&post.visibility) && approval::ask(tx, post, to, (names, lang), now)? {
        return Ok(());
    }
    widen(tx, post, to, (names, lang), now)
}

/// Lets others read a story, whatever anybody says; what it said before stays in its history, which the group reads.
pub(super) fn widen(
    tx: &mut Tx<'_>,
    post: &Post,
    to: Visibility,
    (names, lang): (&[Name], Lang),
    now: Timestamp,
) -> Result<()> {
    let new = as_it_is(tx, &masked(post, names, lang))?;
    post::rewrite(tx, post, &NewPost { visibility: to, ..new }, now)
}

/// Lets those read a story that was published just now for whom it was written, if nobody is to approve that first.
pub(super) fn open(tx: &mut Tx<'_>, post: &Post, to: Visibility, now: Timestamp) -> Result<()> {
    if approval::ask(tx, post, to, (&[], Lang::Swedish), now)? {
        return Ok(());
    }
    diesel::update(posts::table.find(post.id)).set(posts::visibility.eq(to)).execute(&mut **tx)?;
    Ok(())
}

/// A story with other words in the place of some names.
pub(super) fn masked(post: &Post, names: &[Name], lang: Lang) -> Post {
    let without = |text: &str| mask(text, names, lang);
    Post {
        title: without(&post.title),
        body: without(&post.body),
        situation: without(&post.situation),
        tried: without(&post.tried),
        happened: without(&post.happened),
        learned: without(&post.learned),
        question: without(&post.question),
        ..post.clone()
    }
}

/// What a story says, as its author would type it.
pub(super) fn as_it_is(db: &mut Db, post: &Post) -> Result<NewPost> {
    let themes = theme::of_posts(db, &[post.id])?.remove(&post.id).unwrap_or_default();
    let mut answers: [String; 5] = Default::default();
    for (answer, prompt) in answers.iter_mut().zip(Prompt::ALL) {
        *answer = post.answer(*prompt).to_owned();
    }
    Ok(NewPost {
        title: post.title.clone(),
        form: post.form,
        body: post.body.clone(),
        answers,
        visibility: post.visibility,
        themes: themes.into_iter().map(|theme| theme.slug).collect(),
        named: Vec::new(),
    })
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
