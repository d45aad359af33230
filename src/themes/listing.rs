//! The list of a network's themes: what those who write are offered.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::Theme;
use super::free::insert;
use super::lists::changed;
use crate::db::schema::{networks, post_themes, posts, put_away_themes, themes};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::fold;
use crate::organisers::swedish_order;

/// Themes in the list of one network.
const MOST: usize = 200;

/// Free themes that coordinators are shown, those with most stories first.
const MOST_FREE: usize = 200;

/// A theme as its network's coordinators see it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The theme.
    pub theme: Theme,
    /// Published stories of the network about it.
    pub stories: i64,
    /// Whether those who write are not offered it.
    pub put_away: bool,
}

impl Listed {
    /// Whether the network keeps it itself.
    pub fn is_own(&self) -> bool {
        self.theme.network_id.is_some()
    }
}

/// The themes that those who write in a network may choose from, its own first, and beside them these (that a story has).
pub fn offered(db: &mut Db, network: Id, also: &[String]) -> Result<Vec<Theme>> {
    let rows: Vec<(Theme, Option<Timestamp>)> =
        themes::table
            .left_join(put_away_themes::table.on(
                put_away_themes::theme_slug.eq(themes::slug).and(put_away_themes::network_id.eq(network)),
            ))
            .filter(themes::network_id.is_null().or(themes::network_id.eq(network)))
            .filter(themes::merged_into.is_null())
            .filter(themes::listed.eq(true).or(themes::slug.eq_any(also)))
            .order((themes::position, themes::slug))
            .select((Theme::as_select(), put_away_themes::put_away_at.nullable()))
            .load(db)?;
    let is_offered =
        |(theme, away): &(Theme, Option<Timestamp>)| away.is_none() || also.contains(&theme.slug);
    let mut found: Vec<Theme> = rows.into_iter().filter(is_offered).map(|(theme, _)| theme).collect();
    found.sort_by(in_order);
    Ok(found)
}

/// A network's own by name, before those that everybody has in theirs (the sort is stable).
fn in_order(one: &Theme, two: &Theme) -> std::cmp::Ordering {
    let own = |theme: &Theme| theme.network_id.is_some();
    own(two).cmp(&own(one)).then_with(|| match own(one) {
        true => swedish_order(&one.name_sv, &two.name_sv),
        false => std::cmp::Ordering::Equal,
    })
}

/// The lists of some networks by their names, without what is put away; and the themes that everybody has. Two queries.
pub fn in_networks(db: &mut Db, networks: &[Id]) -> Result<(Vec<(String, Vec<Theme>)>, Vec<Theme>)> {
    let away: HashSet<(Id, String)> = put_away_themes::table
        .filter(put_away_themes::network_id.eq_any(networks))
        .select((put_away_themes::network_id, put_away_themes::theme_slug))
        .load(db)?
        .into_iter()
        .collect();
    let rows: Vec<(Theme, Option<String>)> = themes::table
        .left_join(networks::table)
        .filter(
            themes::network_id.is_null().or(themes::network_id.eq_any(networks.iter().copied().map(Some))),
        )
        .filter(themes::merged_into.is_null())
        .filter(themes::listed.eq(true))
        .order((networks::name, networks::id, themes::position, themes::slug))
        .select((Theme::as_select(), networks::name.nullable()))
        .load(db)?;
    let (mut lists, mut common): (Vec<(String, Vec<Theme>)>, Vec<Theme>) = (Vec::new(), Vec::new());
    let mut last = None;
    for (theme, name) in rows {
        match theme.network_id.zip(name) {
            None => common.push(theme),
            Some((network, _)) if away.contains(&(network, theme.slug.clone())) => {}
            Some((network, name)) => {
                if last != Some(network) {
                    lists.push((name, Vec::new()));
                }
                last = Some(network);
                lists.last_mut().into_iter().for_each(|(_, list)| list.push(theme.clone()));
            }
        }
    }
    lists.iter_mut().for_each(|(_, list)| list.sort_by(in_order));
    Ok((lists, common))
}

/// Everything that a network's coordinators decide on: its list with what is put away of it, and the free themes of published
/// stories. Three queries.
pub fn listed_of(db: &mut Db, network: Id) -> Result<Vec<Listed>> {
    let all = in_use(network).select(Theme::as_select()).load(db)?;
    lines(db, network, all)
}

/// The themes that a network has, its own and those that everybody has.
#[diesel::dsl::auto_type(no_type_alias)]
fn in_use(network: Id) -> _ {
    themes::table
        .filter(themes::network_id.is_null().or(themes::network_id.eq(network)))
        .filter(themes::merged_into.is_null())
        .order((themes::position, themes::slug))
}

/// These themes as the coordinators of a network see them; free ones that only drafts have are left out.
fn lines(db: &mut Db, network: Id, mut all: Vec<Theme>) -> Result<Vec<Listed>> {
    let counts: HashMap<String, i64> = post_themes::table
        .inner_join(posts::table)
        .filter(post_themes::theme_slug.eq_any(all.iter().map(|theme| &theme.slug)))
        .filter(posts::network_id.eq(network))
        .filter(posts::published_at.is_not_null())
        .filter(posts::withdrawn_at.is_null())
        .group_by(post_themes::theme_slug)
        .select((post_themes::theme_slug, diesel::dsl::count_star()))
        .load::<(String, i64)>(db)?
        .into_iter()
        .collect();
    let away: HashSet<String> = put_away_themes::table
        .filter(put_away_themes::network_id.eq(network))
        .select(put_away_themes::theme_slug)
        .load(db)?
        .into_iter()
        .collect();
    all.sort_by(in_order);
    let line = |theme: Theme| Listed {
        stories: counts.get(&theme.slug).copied().unwrap_or(0),
        put_away: away.contains(&theme.slug),
        theme,
    };
    let (listed, mut free): (Vec<Listed>, Vec<Listed>) =
        all.into_iter().map(line).partition(|line| line.theme.listed);
    // A theme that only drafts have is their authors' own.
    free.retain(|line| line.stories > 0);
    free.sort_by_key(|line| std::cmp::Reverse(line.stories));
    free.truncate(MOST_FREE);
    Ok(listed.into_iter().chain(free).collect())
}

/// One of the lines of [`listed_of`].
pub(super) fn line(db: &mut Db, network: Id, slug: &str) -> Result<Listed> {
    let found = in_use(network).filter(themes::slug.eq(slug)).select(Theme::as_select()).load(db)?;
    lines(db, network, found)?.pop().ok_or(Error::NotFound)
}

/// As [`line`], when the network keeps it itself.
pub(super) fn own_line(db: &mut Db, network: Id, slug: &str) -> Result<Listed> {
    let line = line(db, network, slug)?;
    if line.is_own() { Ok(line) } else { Err(Error::NotFound) }
}

/// Puts a theme into a network's list; a free one of the same name becomes it. [`Error::Conflict`] when the list is full or has
/// one of that name.
pub fn add(tx: &mut Tx<'_>, network: Id, (name_sv, name_en): (&str, &str)) -> Result<()> {
    tx.lock(network)?;
    let known = called(tx, network, (name_sv, name_en))?;
    if known.iter().any(|theme| theme.listed) {
        return Err(Error::Conflict("error-theme-taken"));
    }
    hold_room(tx, network)?;
    match known.into_iter().next() {
        Some(free) => {
            let names = (themes::name_sv.eq(name_sv), themes::name_en.eq(name_en), themes::listed.eq(true));
            diesel::update(themes::table.find(&free.slug)).set(names).execute(&mut **tx)?;
        }
        None => drop(insert(tx, network, (name_sv, name_en), true)?),
    }
    changed(tx, network)
}

/// Calls one of a network's own themes something else; its address stays. [`Error::Conflict`] when another has the name.
pub fn rename(tx: &mut Tx<'_>, network: Id, slug: &str, (name_sv, name_en): (&str, &str)) -> Result<()> {
    tx.lock(network)?;
    if called(tx, network, (name_sv, name_en))?.iter().any(|theme| theme.listed && theme.slug != slug) {
        return Err(Error::Conflict("error-theme-taken"));
    }
    let theme = own_line(tx, network, slug)?.theme;
    diesel::update(themes::table.find(&theme.slug))
        .set((themes::name_sv.eq(name_sv), themes::name_en.eq(name_en)))
        .execute(&mut **tx)?;
    changed(tx, network)
}

/// Puts a free theme into the list. Again is as good as once. [`Error::Conflict`] when the list is full.
pub fn take_into_list(tx: &mut Tx<'_>, network: Id, slug: &str) -> Result<()> {
    tx.lock(network)?;
    let line = own_line(tx, network, slug)?;
    if line.theme.listed {
        return Ok(());
    }
    hold_room(tx, network)?;
    diesel::update(themes::table.find(&line.theme.slug)).set(themes::listed.eq(true)).execute(&mut **tx)?;
    changed(tx, network)
}

/// Offers a theme to nobody who writes in the network. What is written about it stays. Again is as good as once.
pub fn put_away(tx: &mut Tx<'_>, network: Id, slug: &str, by: Id, now: Timestamp) -> Result<()> {
    tx.lock(network)?;
    let line = line(tx, network, slug)?;
    if !line.theme.listed {
        return Err(Error::NotFound);
    }
    if !line.put_away {
        diesel::insert_into(put_away_themes::table)
            .values((
                put_away_themes::network_id.eq(network),
                put_away_themes::theme_slug.eq(&line.theme.slug),
                put_away_themes::put_away_by.eq(by),
                put_away_themes::put_away_at.eq(now),
            ))
            .execute(&mut **tx)?;
        changed(tx, network)?;
    }
    Ok(())
}

/// Offers it again.
pub fn take_up(tx: &mut Tx<'_>, network: Id, slug: &str) -> Result<()> {
    line(tx, network, slug)?;
    diesel::delete(put_away_themes::table.find((network, slug))).execute(&mut **tx)?;
    changed(tx, network)
}

/// The themes of a network, and of everybody, that have one of these names.
fn called(db: &mut Db, network: Id, (one, two): (&str, &str)) -> Result<Vec<Theme>> {
    let all: Vec<Theme> = themes::table
        .filter(themes::network_id.is_null().or(themes::network_id.eq(network)))
        .filter(themes::merged_into.is_null())
        .select(Theme::as_select())
        .load(db)?;
    let wanted = [fold(one), fold(two)];
    let is_so =
        |theme: &Theme| wanted.contains(&fold(&theme.name_sv)) || wanted.contains(&fold(&theme.name_en));
    Ok(all.into_iter().filter(is_so).collect())
}

fn hold_room(db: &mut Db, network: Id) -> Result<()> {
    let own = themes::table.filter(themes::network_id.eq(network)).filter(themes::listed.eq(true));
    let count: i64 = own.count().get_result(db)?;
    if usize::try_from(count).unwrap_or(MOST) < MOST {
        Ok(())
    } else {
        Err(Error::Conflict("error-themes-many"))
    }
}
