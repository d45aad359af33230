//! The approver of an organiser: one of its seats, whose holder is asked before stories of the organiser's people are read beyond
//! their group.
//!
//! It is chosen by administrators, by coordinators among the seats in their networks, and by the leadership of the organiser: who
//! holds a seat of its board or administration that a person has vouched for. Whoever has a mail address there is confirmed by that
//! on any level: enough to take part and to be chosen, not to choose. Only a confirmed seat can be chosen, for anybody may say that
//! they have one.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::editor::Editor;
use crate::db::schema::{
    network_coordinators, network_memberships, organiser_approvers, organisers, people, seats,
};
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks::MembershipState;
use crate::seats::Level;
use crate::web::CurrentPerson;

/// The seat that is asked, and who holds it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approver {
    /// Code of the organiser.
    pub organiser_code: String,
    /// Its name.
    pub organiser: String,
    /// What the role is called.
    pub role: String,
    /// Who holds the seat; nobody when it is vacant or the account is closed.
    pub person: Option<Id>,
    /// Their name; nothing for people whose personal data is protected.
    pub name: Option<String>,
}

/// A seat that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The seat.
    pub seat: Id,
    /// What the role is called.
    pub role: String,
    /// Who holds it; nothing for people whose personal data is protected.
    pub name: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
}

#[diesel::dsl::auto_type(no_type_alias)]
fn approvers() -> _ {
    let holder = people::table
        .on(people::id.nullable().eq(seats::person_id.nullable()).and(people::disabled_at.is_null()));
    organiser_approvers::table
        .inner_join(organisers::table)
        .inner_join(seats::table)
        .left_join(holder)
        .select((
            organisers::code,
            organisers::name,
            seats::role,
            people::id.nullable(),
            people::name.nullable(),
            people::protected.nullable(),
        ))
}

type Columns = (String, String, String, Option<Id>, Option<String>, Option<bool>);

fn approver((organiser_code, organiser, role, person, name, protected): Columns) -> Approver {
    let name = name.filter(|_| protected == Some(false));
    Approver { organiser_code, organiser, role, person, name }
}

/// Whom an organiser wants to be asked, if anybody.
pub fn approver_of(db: &mut Db, code: &str) -> Result<Option<Approver>> {
    let found: Option<Columns> =
        approvers().filter(organiser_approvers::organiser_code.eq(code)).first(db).optional()?;
    Ok(found.map(approver))
}

/// Whether a seat is the approver of its organiser.
pub fn is_approver(db: &mut Db, seat: Id) -> Result<bool> {
    let chosen = organiser_approvers::table.filter(organiser_approvers::seat_id.eq(seat));
    Ok(diesel::select(exists(chosen)).get_result(db)?)
}

/// Whom the organiser of a seat wants to be asked, if anybody.
pub fn approver_for(db: &mut Db, seat: Id) -> Result<Option<Approver>> {
    let code: String = seats::table.find(seat).select(seats::organiser_code).first(db)?;
    approver_of(db, &code)
}

/// What somebody may choose.
#[derive(Debug, Clone, Default)]
pub(super) struct Choices {
    /// The seats, by role, and the one that is chosen, whoever vouches for it; none when they may not choose.
    pub seats: Vec<Choice>,
    /// Whether they may not because only their mail address says that they lead the organiser.
    pub unvouched: bool,
}

/// What somebody may choose at an organiser.
pub(super) fn choices(db: &mut Db, code: &str, by: &CurrentPerson) -> Result<Choices> {
    type Row = (Id, String, Level, Id, (String, bool), (bool, bool), (bool, bool));
    let theirs = network_memberships::table
        .inner_join(
            network_coordinators::table
                .on(network_coordinators::network_id.eq(network_memberships::network_id)),
        )
        .filter(network_memberships::seat_id.eq(seats::id))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .filter(network_coordinators::person_id.eq(by.id));
    let chosen = organiser_approvers::table.filter(organiser_approvers::seat_id.eq(seats::id));
    let rows: Vec<Row> = seats::table
        .inner_join(people::table)
        .filter(seats::organiser_code.eq(code))
        .filter(seats::confirmed_at.is_not_null().or(exists(chosen)))
        .filter(people::disabled_at.is_null())
        .order((seats::role, people::name, seats::id))
        .select((
            seats::id,
            seats::role,
            seats::level,
            people::id,
            (people::name, people::protected),
            (seats::confirmed_at.is_not_null(), seats::confirmed_by.is_not_null()),
            (exists(chosen), exists(theirs)),
        ))
        .load(db)?;
    let leading = rows.iter().filter(|row| row.3 == by.id && row.2.leads());
    let (mut vouched, mut unvouched) = (false, false);
    for (.., (confirmed, by_somebody), _) in leading {
        vouched |= *confirmed && *by_somebody;
        unvouched |= *confirmed && !*by_somebody;
    }
    let all = by.administrator || vouched;
    let mine = rows.into_iter().filter(|(.., (_, in_theirs))| all || *in_theirs);
    let choice = |(seat, role, _, _, (name, protected), _, (chosen, _)): Row| Choice {
        seat,
        role,
        name: (!protected).then_some(name),
        chosen,
    };
    let seats: Vec<Choice> = mine.map(choice).collect();
    Ok(Choices { unvouched: unvouched && seats.is_empty(), seats })
}

/// Lets the holder of a seat be asked, or nobody. [`Error::NotFound`] when this person may not choose that.
pub fn choose_approver(
    tx: &mut Tx<'_>,
    code: &str,
    seat: Option<Id>,
    person: &CurrentPerson,
    by: &Editor,
) -> Result<()> {
    let choices = choices(tx, code, person)?.seats;
    if choices.is_empty() || seat.is_some_and(|seat| choices.iter().all(|choice| choice.seat != seat)) {
        return Err(Error::NotFound);
    }
    diesel::delete(organiser_approvers::table.find(code)).execute(&mut **tx)?;
    let Some(seat) = seat else { return by.did(tx, "approver-removed", code.to_owned()) };
    diesel::insert_into(organiser_approvers::table)
        .values((
            organiser_approvers::organiser_code.eq(code),
            organiser_approvers::seat_id.eq(seat),
            organiser_approvers::chosen_by.eq(by.person),
            organiser_approvers::chosen_at.eq(by.now),
        ))
        .execute(&mut **tx)?;
    by.did(tx, "approver-chosen", format!("{code} {seat}"))
}
