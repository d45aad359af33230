//! Releasing a story: to the group, on to the network, on to everybody, and back again. Each step is the author's;
//! where their organiser wants it, its approver is asked first (`approval`).

use diesel::prelude::*;

use super::masking::{Known, Name, mask, names_any};
use super::query::text_of;
use super::theme::Theme;
use super::{NewPost, Post, Prompt, Visibility, approval, post, theme, widening};
use crate::attachments;
use crate::db::schema::{comments, posts};
use crate::db::types::{Id, Timestamp};
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

/// What others will read with a story.
pub(super) struct Along {
    /// The names in what it says and in the names of its themes, and how often they stand there.
    pub(super) names: Vec<(Name, usize)>,
    /// Names of its files.
    pub(super) files: Vec<String>,
    /// How many comments stand under it.
    pub(super) comments: usize,
    /// The names in these.
    pub(super) commented: Vec<String>,
}

impl Along {
    /// Of a story, for its author or who approves it.
    pub(super) fn of(db: &mut Db, post: &Post, reader: Id, now: Timestamp) -> Result<Self> {
        let known = Known::in_network(db, post.network_id)?;
        let files = attachments::of_place(db, attachments::Place::Post(post.id), Some(reader), now)?;
        let said: Vec<String> = comments::table
            .filter(comments::post_id.eq(post.id))
            .filter(comments::withdrawn_at.is_null())
            .order(comments::id)
            .select(comments::body)
            .load(db)?;
        let commented = known.found_in(&said.join("\n\n"));
        Ok(Along {
            names: names_of(db, post, &known)?,
            files: files.into_iter().map(|file| file.name).collect(),
            comments: said.len(),
            commented: commented.into_iter().map(|(name, _)| name.text).collect(),
        })
    }
}

/// The names in what a story says and in the names of its themes, and how often they stand there.
pub(super) fn names(db: &mut Db, post: &Post) -> Result<Vec<(Name, usize)>> {
    let known = Known::in_network(db, post.network_id)?;
    names_of(db, post, &known)
}

fn names_of(db: &mut Db, post: &Post, known: &Known) -> Result<Vec<(Name, usize)>> {
    let themes = themes_of(db, post, &[])?.into_iter().map(|theme| theme.name_sv);
    let texts: Vec<String> = std::iter::once(text_of(post)).chain(themes).collect();
    Ok(known.found_in(&texts.join("\n\n")))
}

/// What a story is about, without the themes that have one of these names in theirs.
pub(super) fn themes_of(db: &mut Db, post: &Post, without: &[Name]) -> Result<Vec<Theme>> {
    let mut themes = theme::of_posts(db, &[post.id])?.remove(&post.id).unwrap_or_default();
    themes.retain(|theme| !names_any(&theme.name_sv, without) && !names_any(&theme.name_en, without));
    Ok(themes)
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
    let themes = themes_of(tx, post, names)?.into_iter().map(|theme| theme.slug).collect();
    post::rewrite(tx, post, &NewPost { visibility: to, themes, ..new }, now)
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
    let themes = themes_of(db, post, &[])?;
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

/// Notes that more people read a published story from now on: to them it is new, and their next digest has it; those who have
/// commented on it are told.
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
    widening::note(tx, post, to, now)
}
