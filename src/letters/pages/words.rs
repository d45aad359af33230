//! Whom a letter is for, in words, and people as coordinators see them.

use crate::db::Db;
use crate::db::schema::groups;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::{Lang, fold};
use crate::letters::log::Logged;
use crate::letters::{Addressee, Audience, State};
use diesel::prelude::*;

/// The groups of a network that a letter can be for, by name.
pub(super) fn groups_of(db: &mut Db, network: Id) -> Result<Vec<(Id, String)>> {
    Ok(groups::table
        .filter(groups::network_id.eq(network))
        .filter(groups::closed_at.is_null())
        .order((groups::name, groups::id))
        .select((groups::id, groups::name))
        .load(db)?)
}

/// Whom a letter is for, a line for each way it is narrowed down.
pub(super) fn told(lang: Lang, to: &Audience, groups: &[(Id, String)]) -> Vec<String> {
    let groups: Vec<String> =
        groups.iter().filter(|(id, _)| to.groups.contains(id)).map(|(_, name)| name.clone()).collect();
    let levels: Vec<String> = to.levels.iter().map(|each| lang.t(&format!("level-{each}"))).collect();
    let roles: Vec<String> = to.roles.iter().map(|role| lang.tname("letter-role", role)).collect();
    let categories: Vec<String> =
        to.categories.iter().map(|each| lang.t(&format!("member-category-{each}"))).collect();
    let waiting: Vec<String> =
        to.waiting.iter().map(|each| lang.t(&format!("letter-waiting-{each}"))).collect();
    if to.is_everybody() {
        return vec![lang.t("letter-to-everybody")];
    }
    let lines = [
        ("letter-to-groups", !to.groups.is_empty(), groups),
        ("letter-to-levels", !to.levels.is_empty(), levels),
        ("letter-to-roles", !to.roles.is_empty(), roles),
        ("letter-to-categories", !to.categories.is_empty(), categories),
        ("letter-to-waiting", !to.waiting.is_empty(), waiting),
    ];
    let some = lines.into_iter().filter(|(_, narrows, _)| *narrows);
    some.map(|(key, _, names)| lang.tname(key, &lang.list(&names))).collect()
}

/// Somebody in a list.
pub(super) struct Line {
    pub name: String,
    pub role: String,
    pub organiser: String,
    /// What is to be said beside; may be empty.
    pub note: String,
    /// Whether the mail did not reach them.
    pub failed: bool,
}

impl Line {
    pub fn of(lang: Lang, to: &Addressee) -> Self {
        let note = match (to.stopped, to.muted) {
            (true, _) => lang.t("letter-fate-stopped"),
            (false, true) => lang.t("letter-fate-muted"),
            (false, false) => String::new(),
        };
        let name = shown(lang, &to.name, to.protected);
        Line { name, role: to.role.clone(), organiser: to.organiser.clone(), note, failed: false }
    }

    pub fn logged(lang: Lang, to: &Logged) -> Self {
        let failed = to.fate == crate::letters::log::Fate::Failed;
        let (name, note) = (shown(lang, &to.name, to.protected), lang.t(to.fate.key()));
        Line { name, role: to.role.clone(), organiser: to.organiser.clone(), note, failed }
    }

    /// Whether every word of `folded` is in what the line shows.
    pub fn says(&self, folded: &str) -> bool {
        let text = fold(&format!("{} {} {}", self.name, self.role, self.organiser));
        folded.split_whitespace().all(|word| text.contains(word))
    }
}

/// Protected people have no name in lists.
fn shown(lang: Lang, name: &str, protected: bool) -> String {
    if protected { lang.t("person-protected") } else { name.to_owned() }
}

/// How a state is drawn.
pub(super) fn css(state: State) -> &'static str {
    match state {
        State::Draft | State::TakenBack => "state-stopped",
        State::Scheduled => "state-waiting",
        State::OnItsWay => "state-running",
        State::Sent => "state-done",
    }
}
