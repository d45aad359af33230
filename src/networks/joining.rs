//! How one gets into a network: at once, by asking, by being answered; and who is told about it.

use super::coordinator::coordinators_of;
use super::mail::{self, MembershipAnswer, MembershipRequest};
use super::membership::{self, Membership, MembershipState};
use super::network::{Joining, Network};
use crate::accounts;
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::mail::Recipient;
use crate::seats::HeldSeat;
use crate::web::CurrentPerson;

/// Takes a seat in, or asks for it, as the network has it; how the seat stands after that. Coordinators may
/// always join. [`Error::Conflict`] when the network is closed or takes people by invitation only.
pub(super) fn join_or_ask(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    person: &CurrentPerson,
    seat: &HeldSeat,
    message: &str,
) -> Result<MembershipState> {
    let now = app.clock.now();
    if network.archived_at.is_some() {
        return Err(Error::Conflict("error-network-closed"));
    }
    if network.joining == Joining::Open || super::is_coordinator(tx, network.id, person)? {
        membership::join(tx, network.id, seat.id, now)?;
        return Ok(MembershipState::Active);
    }
    if network.joining == Joining::Invitation {
        return Err(Error::Conflict("error-network-invitation-only"));
    }
    if let Some(request) = membership::request(tx, network.id, seat.id, message, now)? {
        tell_coordinators(tx, app, network, person, seat, message, request)?;
    }
    Ok(MembershipState::Requested)
}

fn tell_coordinators(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    person: &CurrentPerson,
    seat: &HeldSeat,
    message: &str,
    request: Id,
) -> Result<()> {
    let protected = accounts::find(tx, person.id)?.protected;
    let nonce = app.clock.now().utc().to_rfc3339();
    for (id, name, email, lang) in coordinators_of(tx, network.id)? {
        let content = MembershipRequest {
            lang,
            name: name.clone(),
            network: network.name.clone(),
            who: if protected { lang.t("person-protected") } else { person.name.clone() },
            seat: format!("{}, {}", seat.role, seat.organiser_name),
            message: message.to_owned(),
            link: app.config.link(&format!("/networks/{}/members#requests", network.slug)),
        };
        let to = Recipient { person_id: Some(id), email, name, lang };
        let one = format!("{request}:{id}:{nonce}");
        mail::queue(tx, app, network, to, ("membership_request", &one), content.parts()?)?;
    }
    Ok(())
}

/// Answers a request and tells the person. Nothing happens when it was answered already.
pub(super) fn answer(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    request: &Membership,
    accept: bool,
    by: Id,
) -> Result<()> {
    let now = app.clock.now();
    if !membership::decide(tx, request.id, accept, by, now)? {
        return Ok(());
    }
    let Some(person) = request.person_id else { return Ok(()) };
    let person = accounts::find(tx, person)?;
    if person.disabled_at.is_some() {
        return Ok(());
    }
    let content = MembershipAnswer {
        lang: person.language,
        name: person.name.clone(),
        network: network.name.clone(),
        accepted: accept,
        seat: format!("{}, {}", request.role, request.organiser_name),
        link: app.config.link(&format!("/networks/{}", network.slug)),
    };
    let to = Recipient {
        person_id: Some(person.id),
        email: person.email,
        name: person.name,
        lang: person.language,
    };
    let one = format!("{}:{}", request.id, now.utc().to_rfc3339());
    mail::queue(tx, app, network, to, ("membership_answer", &one), content.parts()?)?;
    Ok(())
}
