//! The story row and its verbs.

use diesel::prelude::*;

use super::visible::{Viewer, scope_of, visible};
use super::{address, alike, approval, index, reading, release, revision, story_mention, theme};
use crate::clock;
use crate::db::schema::{groups, posts};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::word_enum;

word_enum! {
    /// How a story is written.
    pub enum Form {
        /// By the five prompts.
        Guided = "guided",
        /// As free Markdown.
        Free = "free",
    }
}

word_enum! {
    /// Who reads a published story.
    pub enum Visibility {
        /// The group it was written in.
        Group = "group",
        /// The network of the group.
        Network = "network",
        /// Everybody, without an account.
        Public = "public",
    }
}

word_enum! {
    /// What a guided story answers, in this order.
    pub enum Prompt {
        /// What it was like.
        Situation = "situation",
        /// What we tried.
        Tried = "tried",
        /// What happened.
        Happened = "happened",
        /// What we learned.
        Learned = "learned",
        /// A question to peers.
        Question = "question",
    }
}

/// A story.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = posts, treat_none_as_default_value = false)]
pub struct Post {
    /// Identifier.
    pub id: Id,
    /// The group it was written in.
    pub group_id: Id,
    /// Its network.
    pub network_id: Id,
    /// Who wrote it.
    pub author_id: Id,
    /// As the holder of which seat.
    pub seat_id: Option<Id>,
    /// Title.
    pub title: String,
    /// Guided or free.
    pub form: Form,
    /// Markdown of a free story.
    pub body: String,
    /// Markdown of the first prompt.
    pub situation: String,
    /// Markdown of the second prompt.
    pub tried: String,
    /// Markdown of the third prompt.
    pub happened: String,
    /// Markdown of the fourth prompt.
    pub learned: String,
    /// Markdown of the fifth prompt.
    pub question: String,
    /// Who reads it.
    pub visibility: Visibility,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// When it was published; nothing for drafts.
    pub published_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// When a draft is to be published by itself.
    pub scheduled_at: Option<Timestamp>,
    /// Why it was not published when its time had come.
    pub missed: Option<super::schedule::Missed>,
    /// What stands for it in its address, once everybody may or might read it.
    pub number: Option<i32>,
    /// Whom it mentions, as `mention` keeps it.
    pub mentions: Option<String>,
}

impl Post {
    /// Whether a scope reads it: as `visible` has it, or as its author.
    pub(super) fn is_for(&self, scope: &super::Scope) -> bool {
        let published = self.published_at.is_some() && self.withdrawn_at.is_none();
        let own = scope.viewer == Some(self.author_id);
        own || published && scope.reads(self.group_id, self.network_id, self.visibility)
    }

    /// The answer to a prompt, Markdown; empty in free stories.
    pub fn answer(&self, prompt: Prompt) -> &str {
        match prompt {
            Prompt::Situation => &self.situation,
            Prompt::Tried => &self.tried,
            Prompt::Happened => &self.happened,
            Prompt::Learned => &self.learned,
            Prompt::Question => &self.question,
        }
    }

    /// All of it as one Markdown text. Prompts are headings that hold their word (`## situation`).
    pub fn markdown(&self) -> String {
        if self.form == Form::Free {
            return self.body.clone();
        }
        let answered = Prompt::ALL.iter().map(|prompt| (prompt, self.answer(*prompt).trim()));
        let parts = answered.filter(|(_, answer)| !answer.is_empty());
        parts.map(|(prompt, answer)| format!("## {prompt}\n\n{answer}")).collect::<Vec<_>>().join("\n\n")
    }

    /// [`Self::markdown`] with the prompts as readers of a language know them.
    pub fn markdown_in(&self, lang: Lang) -> String {
        if self.form == Form::Free { self.body.clone() } else { worded(&self.markdown(), lang) }
    }

    /// Whether it is not published yet.
    pub fn is_draft(&self) -> bool {
        self.published_at.is_none()
    }
}

/// The Markdown of a guided story with the prompts in words.
pub(super) fn worded(markdown: &str, lang: Lang) -> String {
    let line = |line: &str| {
        let prompt = line.strip_prefix("## ").and_then(|word| word.parse::<Prompt>().ok());
        prompt.map_or_else(
            || line.to_owned(),
            |prompt| format!("## {}", lang.t(&format!("post-prompt-{prompt}"))),
        )
    };
    markdown.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// What a story says: all that its author types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPost {
    /// Title.
    pub title: String,
    /// Guided or free.
    pub form: Form,
    /// Markdown of a free story; empty for guided ones.
    pub body: String,
    /// Markdown by prompt, in the order of [`Prompt::ALL`]; empty for free stories.
    pub answers: [String; 5],
    /// Who reads it.
    pub visibility: Visibility,
    /// Slugs of themes; unknown ones are left out.
    pub themes: Vec<String>,
    /// Names of themes beside them, as its author calls what they were not offered.
    pub named: Vec<String>,
}

impl NewPost {
    /// A free story without themes.
    pub fn free(title: impl Into<String>, body: impl Into<String>, visibility: Visibility) -> Self {
        let answers = Default::default();
        NewPost {
            title: title.into(),
            form: Form::Free,
            body: body.into(),
            answers,
            visibility,
            themes: Vec::new(),
            named: Vec::new(),
        }
    }

    /// A guided story without themes.
    pub fn guided(title: impl Into<String>, answers: [String; 5], visibility: Visibility) -> Self {
        NewPost { answers, form: Form::Guided, ..NewPost::free(title, "", visibility) }
    }
}

/// Writes a story in a group as one of its members, published at once or as a draft. Where the author's organiser wants to approve
/// first, the group alone reads it until then. [`Error::NotFound`] when the author is not in the group.
pub fn create(
    tx: &mut Tx<'_>,
    group: Id,
    author: Id,
    new: &NewPost,
    publish: bool,
    now: Timestamp,
) -> Result<Id> {
    let seat = crate::groups::seat_in(tx, group, author)?;
    let network: Id = groups::table.find(group).select(groups::network_id).first(&mut **tx)?;
    let id = clock::new_id();
    let [situation, tried, happened, learned, question] = &new.answers;
    let asks = publish && new.visibility != Visibility::Group && approval::is_wanted(tx, Some(seat))?;
    diesel::insert_into(posts::table)
        .values((
            posts::id.eq(id),
            posts::group_id.eq(group),
            posts::network_id.eq(network),
            posts::author_id.eq(author),
            posts::seat_id.eq(seat),
            posts::title.eq(&new.title),
            posts::form.eq(new.form),
            posts::body.eq(&new.body),
            posts::situation.eq(situation),
            posts::tried.eq(tried),
            posts::happened.eq(happened),
            posts::learned.eq(learned),
            posts::question.eq(question),
            posts::visibility.eq(if asks { Visibility::Group } else { new.visibility }),
            posts::created_at.eq(now),
            posts::updated_at.eq(now),
            posts::published_at.eq(publish.then_some(now)),
        ))
        .execute(&mut **tx)?;
    theme::put(tx, id, new)?;
    if asks {
        let post = find(tx, id)?;
        release::open(tx, &post, new.visibility, now)?;
    }
    follow_up(tx, id, now)?;
    Ok(id)
}

/// Writes a free draft for the group alone; the story. The same title and text again (a form sent twice) gives the draft that is
/// there. [`Error::NotFound`] when the author is not in the group.
pub fn draft(
    tx: &mut Tx<'_>,
    group: Id,
    author: Id,
    (title, body): (&str, &str),
    now: Timestamp,
) -> Result<Id> {
    let twin = posts::table
        .filter(posts::group_id.eq(group))
        .filter(posts::author_id.eq(author))
        .filter(posts::title.eq(title))
        .filter(posts::body.eq(body))
        .filter(posts::published_at.is_null())
        .filter(posts::withdrawn_at.is_null())
        .select(posts::id)
        .first(&mut **tx)
        .optional()?;
    match twin {
        Some(twin) => Ok(twin),
        None => create(tx, group, author, &NewPost::free(title, body, Visibility::Group), false, now),
    }
}

/// Changes a story and keeps what a published one said before. More people read it only when nobody is to approve that first.
pub(super) fn update(tx: &mut Tx<'_>, post: &Post, new: &NewPost, now: Timestamp) -> Result<()> {
    let widens = !post.is_draft() && new.visibility.is_wider_than(&post.visibility);
    if widens && approval::ask(tx, post, new.visibility, (&[], Lang::Swedish), now)? {
        return rewrite(tx, post, &NewPost { visibility: post.visibility, ..new.clone() }, now);
    }
    rewrite(tx, post, new, now)
}

/// Changes a story, whoever is to read it then.
pub(super) fn rewrite(tx: &mut Tx<'_>, post: &Post, new: &NewPost, now: Timestamp) -> Result<()> {
    // The story's own lock comes first, here as wherever a story is answered for or published; its network's after it.
    tx.lock(post.id)?;
    if post.visibility.is_wider_than(&new.visibility) {
        approval::withdraw_waiting(tx, post.id, post.author_id, now)?;
    }
    let [situation, tried, happened, learned, question] = &new.answers;
    diesel::update(posts::table.find(post.id))
        .set((
            posts::title.eq(&new.title),
            posts::body.eq(&new.body),
            posts::situation.eq(situation),
            posts::tried.eq(tried),
            posts::happened.eq(happened),
            posts::learned.eq(learned),
            posts::question.eq(question),
            posts::visibility.eq(new.visibility),
            posts::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    release::note(tx, post, new.visibility, now)?;
    theme::put(tx, post.id, new)?;
    let after = find(tx, post.id)?;
    if !post.is_draft() && (after.title != post.title || after.markdown() != post.markdown()) {
        revision::keep(tx, post, post.author_id, now)?;
    }
    follow_up(tx, post.id, now)
}

/// What follows when a story says something else or others read it: its address, those it mentions, and what finds it.
fn follow_up(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    let post = find(tx, id)?;
    if !post.is_draft() && post.withdrawn_at.is_none() {
        address::give(tx, &post)?;
        story_mention::note(tx, &post, now)?;
        alike::note(tx, id, now)?;
    }
    index::index_post(tx, id)
}

/// Publishes a draft; nothing happens when it is published. Where the author's organiser wants to approve first, the group
/// alone reads it until then. [`Error::Conflict`] when it was withdrawn.
pub fn publish(tx: &mut Tx<'_>, post: Id, now: Timestamp) -> Result<()> {
    tx.lock(post)?;
    let draft = find(tx, post)?;
    if draft.withdrawn_at.is_some() {
        return Err(Error::Conflict("error-post-withdrawn"));
    }
    let published = diesel::update(posts::table.find(post).filter(posts::published_at.is_null()))
        .set((
            posts::published_at.eq(now),
            posts::updated_at.eq(now),
            posts::scheduled_at.eq(None::<Timestamp>),
            posts::missed.eq(None::<super::schedule::Missed>),
        ))
        .execute(&mut **tx)?;
    if published == 1 && draft.visibility != Visibility::Group && approval::is_wanted(tx, draft.seat_id)? {
        let row = posts::table.find(post);
        diesel::update(row).set(posts::visibility.eq(Visibility::Group)).execute(&mut **tx)?;
        let published = find(tx, post)?;
        release::open(tx, &published, draft.visibility, now)?;
    }
    follow_up(tx, post, now)
}

/// Withdraws a story (a draft too); nothing happens when it is withdrawn. Who may is for the caller to know.
pub fn withdraw(tx: &mut Tx<'_>, post: Id, now: Timestamp) -> Result<()> {
    tx.lock(post)?;
    diesel::update(posts::table.find(post).filter(posts::withdrawn_at.is_null()))
        .set((
            posts::withdrawn_at.eq(now),
            posts::updated_at.eq(now),
            posts::scheduled_at.eq(None::<Timestamp>),
        ))
        .execute(&mut **tx)?;
    let author: Id = posts::table.find(post).select(posts::author_id).first(&mut **tx)?;
    approval::withdraw_waiting(tx, post, author, now)?;
    reading::forget_of(tx, post)?;
    alike::forget(tx, post)?;
    index::index_post(tx, post)
}

/// The story, if this viewer reads it: published and visible, or their own.
pub fn find_visible(db: &mut Db, id: Id, viewer: Viewer) -> Result<Post> {
    let scope = scope_of(db, viewer)?;
    find_in(db, id, &scope)
}

/// As [`find_visible`], for a scope at hand.
pub(super) fn find_in(db: &mut Db, id: Id, scope: &super::Scope) -> Result<Post> {
    let found: Vec<Post> =
        visible(scope).filter(posts::id.eq(id)).select(Post::as_select()).prepared().load(db)?;
    match (found.into_iter().next(), scope.viewer) {
        (Some(post), _) => Ok(post),
        (None, Some(viewer)) => find_own(db, id, viewer),
        (None, None) => Err(Error::NotFound),
    }
}

/// The story, if this person wrote it, whatever its state.
pub fn find_own(db: &mut Db, id: Id, author: Id) -> Result<Post> {
    Ok(posts::table.find(id).filter(posts::author_id.eq(author)).select(Post::as_select()).first(db)?)
}

/// The story, if this person wrote it and others read it.
pub(super) fn find_published(db: &mut Db, id: Id, author: Id) -> Result<Post> {
    let post = find_own(db, id, author)?;
    if post.is_draft() || post.withdrawn_at.is_some() { Err(Error::NotFound) } else { Ok(post) }
}

/// The story, whoever asks.
pub(super) fn find(db: &mut Db, id: Id) -> Result<Post> {
    Ok(posts::table.find(id).select(Post::as_select()).first(db)?)
}
