//! Organisers that coordinators keep apart in a network, two by two: those that compete, say.

use diesel::prelude::*;

use super::membership::MembershipState;
use crate::clock;
use crate::db::schema::{network_memberships, network_rivals, organisers, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::fold;
use crate::organisers::swedish_order;

/// Most pairs that a network keeps apart.
pub(super) const MOST: i64 = 1_000;

/// Two organisers that are kept apart.
#[derive(Debug, Clone)]
pub(super) struct Rivals {
    pub id: Id,
    pub one: String,
    pub two: String,
}

/// An organiser of the network, as one chooses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub code: String,
    /// Its name; with its code where another has the same.
    pub label: String,
}

/// Codes of the organisers that are kept apart in a network, two by two.
pub fn rivals_of(db: &mut Db, network: Id) -> Result<Vec<(String, String)>> {
    Ok(network_rivals::table
        .filter(network_rivals::network_id.eq(network))
        .order(network_rivals::id)
        .select((network_rivals::one, network_rivals::two))
        .load(db)?)
}

/// Those that are kept apart, by name. Two queries.
pub(super) fn named(db: &mut Db, network: Id) -> Result<Vec<Rivals>> {
    let rows: Vec<(Id, String, String)> = network_rivals::table
        .inner_join(organisers::table.on(organisers::code.eq(network_rivals::one)))
        .filter(network_rivals::network_id.eq(network))
        .select((network_rivals::id, organisers::name, network_rivals::two))
        .load(db)?;
    let codes: Vec<&String> = rows.iter().map(|(.., two)| two).collect();
    let names: Vec<(String, String)> = organisers::table
        .filter(organisers::code.eq_any(codes))
        .select((organisers::code, organisers::name))
        .load(db)?;
    let name = |code: &String| names.iter().find(|(known, _)| known == code).map(|(_, name)| name.clone());
    let pair = |(id, one, two): (Id, String, String)| {
        let mut both = [one, name(&two)?];
        both.sort_by(|one, two| swedish_order(one, two));
        let [one, two] = both;
        Some(Rivals { id, one, two })
    };
    let mut pairs: Vec<Rivals> = rows.into_iter().filter_map(pair).collect();
    pairs.sort_by(|a, b| swedish_order(&a.one, &b.one).then_with(|| swedish_order(&a.two, &b.two)));
    Ok(pairs)
}

/// The organisers that have members in a network, by name.
pub(super) fn choices(db: &mut Db, network: Id) -> Result<Vec<Choice>> {
    let mut rows: Vec<(String, String)> = organisers::table
        .filter(
            organisers::code.eq_any(
                network_memberships::table
                    .inner_join(seats::table)
                    .filter(network_memberships::network_id.eq(network))
                    .filter(network_memberships::state.eq(MembershipState::Active))
                    .select(seats::organiser_code),
            ),
        )
        .select((organisers::code, organisers::name))
        .load(db)?;
    rows.sort_by(|a, b| swedish_order(&a.1, &b.1).then_with(|| a.0.cmp(&b.0)));
    let same = |name: &str| rows.iter().filter(|(_, other)| other == name).count() > 1;
    let choice = |(code, name): &(String, String)| Choice {
        code: code.clone(),
        label: if same(name) { format!("{name} ({code})") } else { name.clone() },
    };
    Ok(rows.iter().map(choice).collect())
}

/// The organiser that somebody means by a text.
pub(super) fn chosen<'a>(choices: &'a [Choice], text: &str) -> Option<&'a Choice> {
    let wanted = fold(text);
    choices.iter().find(|each| fold(&each.label) == wanted || each.code == text)
}

/// Keeps two apart; nothing more when they are already. [`Error::Conflict`] when there are too many.
pub(super) fn keep_apart(
    tx: &mut Tx<'_>,
    network: Id,
    (a, b): (&str, &str),
    by: Id,
    now: Timestamp,
) -> Result<()> {
    let (one, two) = if a < b { (a, b) } else { (b, a) };
    tx.lock(network)?;
    let of_network = network_rivals::table.filter(network_rivals::network_id.eq(network));
    let same = of_network.filter(network_rivals::one.eq(one)).filter(network_rivals::two.eq(two));
    if same.count().get_result::<i64>(&mut **tx)? > 0 {
        return Ok(());
    }
    if of_network.count().get_result::<i64>(&mut **tx)? >= MOST {
        return Err(Error::Conflict("error-rivals-many"));
    }
    diesel::insert_into(network_rivals::table)
        .values((
            network_rivals::id.eq(clock::new_id()),
            network_rivals::network_id.eq(network),
            network_rivals::one.eq(one),
            network_rivals::two.eq(two),
            network_rivals::said_by.eq(by),
            network_rivals::said_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Lets two share a group again. [`Error::NotFound`] when nothing of this network keeps them apart.
pub(super) fn let_meet(tx: &mut Tx<'_>, network: Id, id: Id) -> Result<()> {
    let of_network = network_rivals::table.find(id).filter(network_rivals::network_id.eq(network));
    let gone = diesel::delete(of_network).execute(&mut **tx)?;
    if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
}
