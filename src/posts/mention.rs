//! Mentioning somebody in a comment: an @ and a name.
//!
//! A name is looked for among those who may read the story because they belong there: the group, the network where it reads
//! the story, its coordinators, and the author. Capitals and accents do not matter. The whole name, or the first one where only one
//! person has it. A name that several have stays plain text, and so does that of somebody whose personal data is protected.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::{Post, Visibility};
use crate::db::Db;
use crate::db::schema::{group_memberships, network_coordinators, network_memberships, people, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::fold;
use crate::networks::MembershipState;

/// People that one comment mentions.
const MOST: usize = 10;

/// Words of a name that are looked at.
const MOST_WORDS: usize = 5;

/// Finds who is mentioned, as it is kept: a line for each, with the identifier and the name as it was typed. Nothing when
/// nobody is.
pub(super) fn find(db: &mut Db, post: &Post, body: &str) -> Result<Option<String>> {
    if !body.contains('@') {
        return Ok(None);
    }
    let known: Vec<(Id, Vec<String>)> = candidates(db, post)?
        .into_iter()
        .map(|(id, name)| (id, name.split_whitespace().map(fold).collect()))
        .collect();
    let mut found: Vec<(Id, &str)> = calls(body).filter_map(|after| named(&known, after)).collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(MOST);
    let lines: Vec<String> = found.into_iter().map(|(id, typed)| format!("{id} {typed}")).collect();
    Ok(Some(lines.join("\n")).filter(|lines| !lines.is_empty()))
}

/// Whom a comment mentions.
pub(super) fn people_in(kept: Option<&str>) -> BTreeSet<Id> {
    lines(kept).filter_map(|(id, _)| id.parse().ok()).collect()
}

/// The HTML of a comment with its mentions marked.
pub(super) fn marked(html: String, kept: Option<&str>) -> String {
    let mut names: Vec<String> = lines(kept).map(|(_, typed)| format!("@{}", escaped(typed))).collect();
    if names.is_empty() {
        return html;
    }
    // A longer name first: the first name of it alone may be another's.
    names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
    let (mut out, mut rest) = (String::with_capacity(html.len() + 64), html.as_str());
    while let Some(at) = rest.find(['<', '@']) {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        let named = names.iter().find(|name| ends_there(here, name));
        let (taken, left) = match named {
            Some(name) => {
                out.push_str(&format!("<strong>{name}</strong>"));
                (name.len(), false)
            }
            None if here.starts_with('<') => (here.find('>').map_or(here.len(), |end| end + 1), true),
            None => (1, true),
        };
        let (this, after) = here.split_at_checked(taken).unwrap_or((here, ""));
        if left {
            out.push_str(this);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn lines(kept: Option<&str>) -> impl Iterator<Item = (&str, &str)> {
    kept.unwrap_or_default().lines().filter_map(|line| line.split_once(' '))
}

/// As HTML has it in text.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Whether the text begins with the name and no longer word does.
fn ends_there(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// What follows each @ that does not stand in a word, as the one of an address does.
fn calls(body: &str) -> impl Iterator<Item = &str> {
    body.match_indices('@').filter_map(|(at, _)| {
        let (before, after) = body.split_at(at);
        if before.ends_with(|c: char| c.is_alphanumeric() || "._-+/".contains(c)) {
            return None;
        }
        after.strip_prefix('@')
    })
}

/// Who is named at the beginning of the text, and the words that name them: the longest name that one person alone has.
fn named<'a>(known: &[(Id, Vec<String>)], text: &'a str) -> Option<(Id, &'a str)> {
    let line = text.lines().next()?;
    let ends = word_ends(line);
    let words: Vec<String> = line.split(' ').take(ends.len()).map(fold).collect();
    for (count, end) in ends.iter().enumerate().map(|(at, end)| (at + 1, *end)).rev() {
        let typed = line.get(..end)?;
        let last = fold(typed.rsplit(' ').next()?);
        let is_whole = |name: &Vec<String>| {
            let Some((end, before)) = name.split_last() else { return false };
            name.len() == count && *end == last && words.get(..count - 1) == Some(before)
        };
        let mut whole = known.iter().filter(|(_, name)| is_whole(name));
        let mut first = known.iter().filter(|(_, name)| count == 1 && name.first() == Some(&last));
        match (whole.next(), whole.next()) {
            (Some((id, _)), None) => return Some((*id, typed)),
            (Some(_), Some(_)) => return None,
            _ => {}
        }
        if let (Some((id, _)), None) = (first.next(), first.next()) {
            return Some((*id, typed));
        }
    }
    None
}

/// Where the first words of a line end, what follows them left out: a comma, say.
fn word_ends(line: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut begin = 0;
    for word in line.split(' ').take(MOST_WORDS) {
        let letters = |c: &char| c.is_alphanumeric() || "-'’.".contains(*c);
        let length: usize = word.chars().take_while(letters).map(char::len_utf8).sum();
        let kept = word.get(..length).unwrap_or(word).trim_end_matches(['.', '-', '\'', '’']);
        if kept.is_empty() {
            break;
        }
        ends.push(begin + kept.len());
        if kept.len() < word.len() {
            break;
        }
        begin += word.len() + 1;
    }
    ends
}

/// Those who can be mentioned under a story.
fn candidates(db: &mut Db, post: &Post) -> Result<Vec<(Id, String)>> {
    let in_group = group_memberships::table
        .inner_join(seats::table)
        .filter(group_memberships::group_id.eq(post.group_id))
        .filter(group_memberships::left_at.is_null())
        .select(seats::person_id);
    let coordinating = network_coordinators::table
        .filter(network_coordinators::network_id.eq(post.network_id))
        .select(network_coordinators::person_id);
    let in_network = network_memberships::table
        .inner_join(seats::table)
        .filter(network_memberships::network_id.eq(post.network_id))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(seats::person_id);
    let named = || {
        people::table
            .filter(people::protected.eq(false))
            .filter(people::disabled_at.is_null())
            .filter(people::confirmed_at.is_not_null())
            .select((people::id, people::name))
    };
    let near = people::id
        .nullable()
        .eq_any(in_group)
        .or(people::id.eq_any(coordinating))
        .or(people::id.eq(post.author_id));
    let mut found: Vec<(Id, String)> = named().filter(near).load(db)?;
    if post.visibility != Visibility::Group {
        let more: Vec<(Id, String)> = named().filter(people::id.nullable().eq_any(in_network)).load(db)?;
        found.extend(more);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

#[cfg(test)]
#[path = "mention_test.rs"]
mod tests;
