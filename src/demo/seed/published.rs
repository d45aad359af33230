//! Stories over the years, with themes and comments, and what search knows of them.

use chrono::TimeDelta;
use diesel::prelude::*;
use rand_pcg::Pcg64;

use super::AT_ONCE;
use super::circles::Circle;
use super::crowd::AGE_DAYS;
use crate::app::App;
use crate::clock;
use crate::db::Tx;
use crate::db::schema::{comments, post_themes, posts};
use crate::db::types::{Id, Timestamp};
use crate::demo::names::{below, chance, pick};
use crate::demo::stories::{COMMENTS, TALES, Tale};
use crate::error::Result;
use crate::on_both;
use crate::posts::{self as stories, Form, Post, Visibility};

/// Stories in one transaction.
const CHUNK: usize = 4 * AT_ONCE;

/// Writes `count` stories, the oldest first, evenly over the years until now.
pub(super) fn write(
    app: &App,
    rng: &mut Pcg64,
    circles: &[Circle],
    count: usize,
    progress: &impl Fn(&str),
) -> Result<()> {
    let now = app.clock.now();
    let began = now - TimeDelta::days(AGE_DAYS);
    let micros = TimeDelta::days(AGE_DAYS).num_microseconds().unwrap_or(i64::MAX);
    // Every story has a microsecond of its own.
    let step = TimeDelta::microseconds(micros / i64::try_from(count.max(1)).unwrap_or(1));
    let mut at = began;
    for from in (0..count).step_by(CHUNK) {
        let mut chunk = Chunk::default();
        for _ in from..count.min(from + CHUNK) {
            at = at + step;
            if let Some(circle) = circles.get(below(rng, circles.len())) {
                chunk.tell(rng, circle, at.min(now), now);
            }
        }
        app.database.write_now(|tx| chunk.write(tx))?;
        let done = count.min(from + CHUNK);
        if done.is_multiple_of(CHUNK * 25) || done == count {
            progress(&format!("{done} of {count} stories"));
        }
    }
    Ok(())
}

/// Stories that are not written yet.
#[derive(Default)]
struct Chunk {
    posts: Vec<Post>,
    themes: Vec<(Id, &'static str)>,
    comments: Vec<Comment>,
}

struct Comment {
    post: Id,
    author: Id,
    seat: Id,
    body: &'static str,
    at: Timestamp,
}

impl Chunk {
    fn tell(&mut self, rng: &mut Pcg64, circle: &Circle, at: Timestamp, now: Timestamp) {
        let by = below(rng, circle.members.len());
        let (Some(author), Some(place)) = (circle.members.get(by), circle.places.get(by)) else { return };
        let tales: Vec<&Tale> = (0..5).filter_map(|_| TALES.get(below(rng, TALES.len()))).collect();
        let [one, two, three, four, five] = tales.as_slice() else { return };
        let draft = chance(rng, 50);
        let mut post = Post {
            id: clock::new_id(),
            group_id: circle.id,
            network_id: circle.network,
            author_id: author.person,
            seat_id: Some(author.seat),
            title: format!("{} – {place}", one.title),
            form: Form::Guided,
            body: String::new(),
            situation: format!("{} Det här var hos oss i {place}.", one.situation),
            tried: two.tried.to_owned(),
            happened: three.happened.to_owned(),
            learned: four.learned.to_owned(),
            question: five.question.to_owned(),
            visibility: pick(rng, &VISIBILITIES).unwrap_or(Visibility::Group),
            created_at: at,
            updated_at: at,
            published_at: (!draft).then_some(at),
            withdrawn_at: chance(rng, 10).then_some(at),
            scheduled_at: None,
            missed: None,
            number: None,
            mentions: None,
        };
        if chance(rng, 200) {
            post = free(post);
        }
        if !draft {
            self.remark(rng, circle, &post, now);
        }
        self.themes.extend(one.themes.iter().map(|slug| (post.id, *slug)));
        self.posts.push(post);
    }

    /// About one comment a story, and now and then a long thread.
    fn remark(&mut self, rng: &mut Pcg64, circle: &Circle, post: &Post, now: Timestamp) {
        let count = if chance(rng, 3) { 30 } else { pick(rng, &[0, 0, 0, 0, 1, 1, 2, 3]).unwrap_or(0) };
        for n in 0..count {
            let Some(by) = circle.members.get(below(rng, circle.members.len())) else { continue };
            let body = pick(rng, COMMENTS).unwrap_or("Tack!");
            let at = (post.created_at + TimeDelta::hours(5 + 20 * n)).min(now);
            self.comments.push(Comment { post: post.id, author: by.person, seat: by.seat, body, at });
        }
    }

    fn write(&self, tx: &mut Tx<'_>) -> Result<()> {
        for some in self.posts.chunks(AT_ONCE) {
            on_both!(tx, c => diesel::insert_into(posts::table).values(some).execute(c))?;
        }
        let rows: Vec<_> = self
            .themes
            .iter()
            .map(|(post, slug)| (post_themes::post_id.eq(*post), post_themes::theme_slug.eq(*slug)))
            .collect();
        for some in rows.chunks(AT_ONCE) {
            on_both!(tx, c => diesel::insert_into(post_themes::table).values(some).execute(c))?;
        }
        let comment = |each: &Comment| {
            (
                comments::id.eq(clock::new_id()),
                comments::post_id.eq(each.post),
                comments::author_id.eq(each.author),
                comments::seat_id.eq(each.seat),
                comments::body.eq(each.body),
                comments::created_at.eq(each.at),
            )
        };
        let rows: Vec<_> = self.comments.iter().map(comment).collect();
        for some in rows.chunks(AT_ONCE) {
            on_both!(tx, c => diesel::insert_into(comments::table).values(some).execute(c))?;
        }
        stories::index_new(tx, &self.posts)
    }
}

const VISIBILITIES: [Visibility; 5] =
    [Visibility::Group, Visibility::Group, Visibility::Network, Visibility::Network, Visibility::Public];

/// The same as free Markdown.
fn free(post: Post) -> Post {
    let body = format!(
        "{}\n\n## Vad vi gjorde\n\n{}\n\n{}\n\n- {}\n- {}\n",
        post.situation, post.tried, post.happened, post.learned, post.question
    );
    let [situation, tried, happened, learned, question] = Default::default();
    Post { form: Form::Free, body, situation, tried, happened, learned, question, ..post }
}
