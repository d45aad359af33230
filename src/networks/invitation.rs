//! Invitations: `sent` → `opened` → `joined`, or `bounced`, `revoked`, `expired`. The state is read from the moments
//! in the row. The secret stands in the mail alone; sending again makes a new one and the old one worthless.

use std::collections::HashMap;

use chrono::TimeDelta;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::mail;
use super::membership::MembershipState;
use super::network::Network;
use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::clock;
use crate::db::schema::{invitations, network_memberships, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::mail::Recipient;
use crate::markdown;
use crate::seats::Level;
use crate::word_enum;

/// Days an invitation holds, as long as its token.
const DAYS: i64 = 60;

/// Most of a network's purpose that a mail tells, in characters.
const PURPOSE: usize = 300;

word_enum! {
    /// How far an invitation has come.
    pub enum InvitationState {
        /// On its way or there.
        Sent = "sent",
        /// The link was opened.
        Opened = "opened",
        /// The person is a member.
        Joined = "joined",
        /// The mail could not be delivered.
        Bounced = "bounced",
        /// Taken back.
        Revoked = "revoked",
        /// Too old.
        Expired = "expired",
    }
}

/// An invitation.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub struct Invitation {
    /// Identifier.
    pub id: Id,
    /// To what.
    pub network_id: Id,
    /// Whom.
    pub email: String,
    /// Their name, as the coordinator wrote it.
    pub name: String,
    /// Their organiser, where the coordinator named it.
    pub organiser_code: Option<String>,
    /// What their role is called; may be empty.
    pub role: String,
    /// Their level, where the coordinator named it.
    pub level: Option<Level>,
    /// Language of the mail.
    pub language: Lang,
    /// Who invited.
    pub invited_by: Option<Id>,
    /// When the mail was last queued.
    pub sent_at: Option<Timestamp>,
    /// When the link was first opened.
    pub opened_at: Option<Timestamp>,
    /// When the person joined by it.
    pub joined_at: Option<Timestamp>,
    /// When delivering was given up.
    pub bounced_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
    /// Until when the link holds.
    pub expires_at: Timestamp,
}

/// Whom to invite, and what is known of their seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// Address, lower case.
    pub email: String,
    /// Name.
    pub name: String,
    /// Organiser.
    pub organiser_code: Option<String>,
    /// Role; may be empty.
    pub role: String,
    /// Level.
    pub level: Option<Level>,
    /// Language of the mail.
    pub language: Lang,
}

word_enum! {
    /// What became, or would become, of inviting somebody.
    pub enum Invited {
        /// A mail is on its way.
        Sent = "sent",
        /// Is a member already: nothing is done.
        Member = "member",
        /// Has an invitation that still holds: nothing is done.
        Waiting = "waiting",
    }
}

impl Invitation {
    /// How far it has come.
    pub fn state(&self, now: Timestamp) -> InvitationState {
        match self {
            Invitation { joined_at: Some(_), .. } => InvitationState::Joined,
            Invitation { revoked_at: Some(_), .. } => InvitationState::Revoked,
            Invitation { bounced_at: Some(_), .. } => InvitationState::Bounced,
            _ if self.expires_at <= now => InvitationState::Expired,
            Invitation { opened_at: Some(_), .. } => InvitationState::Opened,
            _ => InvitationState::Sent,
        }
    }

    /// When it came to that.
    pub fn since(&self, now: Timestamp) -> Option<Timestamp> {
        match self.state(now) {
            InvitationState::Joined => self.joined_at,
            InvitationState::Revoked => self.revoked_at,
            InvitationState::Bounced => self.bounced_at,
            InvitationState::Expired => Some(self.expires_at),
            InvitationState::Opened => self.opened_at,
            InvitationState::Sent => self.sent_at,
        }
    }

    /// Whether the link still holds.
    pub fn holds(&self, now: Timestamp) -> bool {
        matches!(self.state(now), InvitationState::Sent | InvitationState::Opened)
    }
}

/// Invites somebody by mail, unless they are a member or have an invitation that holds. `by` is the coordinator,
/// or nobody when a command does it.
pub fn invite(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    new: &NewInvitation,
    by: Option<Id>,
) -> Result<Invited> {
    if let Some(why) = already(tx, network.id, &new.email, app.clock.now())? {
        return Ok(why);
    }
    let known: Option<Id> = invitations::table
        .filter(invitations::network_id.eq(network.id))
        .filter(invitations::email.eq(&new.email))
        .select(invitations::id)
        .first(&mut **tx)
        .optional()?;
    let told = (
        invitations::name.eq(&new.name),
        invitations::organiser_code.eq(&new.organiser_code),
        invitations::role.eq(&new.role),
        invitations::level.eq(new.level.map(Level::word)),
        invitations::language.eq(new.language),
        invitations::invited_by.eq(by),
        invitations::created_at.eq(app.clock.now()),
        invitations::joined_at.eq(None::<Timestamp>),
        invitations::opened_at.eq(None::<Timestamp>),
        invitations::expires_at.eq(app.clock.now()),
    );
    let id = known.unwrap_or_else(clock::new_id);
    if known.is_some() {
        diesel::update(invitations::table.find(id)).set(told).execute(&mut **tx)?;
    } else {
        let row = (
            invitations::id.eq(id),
            invitations::network_id.eq(network.id),
            invitations::email.eq(&new.email),
        );
        diesel::insert_into(invitations::table).values((row, told)).execute(&mut **tx)?;
    }
    send(tx, app, network, id)?;
    Ok(Invited::Sent)
}

/// Why an address needs no invitation: who has it is a member, or waits with one that holds.
fn already(db: &mut Db, network: Id, email: &str, now: Timestamp) -> Result<Option<Invited>> {
    let member: bool = diesel::select(exists(
        network_memberships::table
            .inner_join(seats::table.inner_join(people::table))
            .filter(network_memberships::network_id.eq(network))
            .filter(network_memberships::state.eq(MembershipState::Active))
            .filter(people::email.eq(email)),
    ))
    .get_result(db)?;
    if member {
        return Ok(Some(Invited::Member));
    }
    let earlier: Option<Invitation> = invitations::table
        .filter(invitations::network_id.eq(network))
        .filter(invitations::email.eq(email))
        .select(Invitation::as_select())
        .first(db)
        .optional()?;
    Ok(earlier.filter(|invitation| invitation.holds(now)).map(|_| Invited::Waiting))
}

/// Every address that needs no invitation to this network, and why. Two queries, however many there are.
pub(super) fn all_already(db: &mut Db, network: Id, now: Timestamp) -> Result<HashMap<String, Invited>> {
    let waiting: Vec<String> = invitations::table
        .filter(invitations::network_id.eq(network))
        .filter(invitations::joined_at.is_null())
        .filter(invitations::revoked_at.is_null())
        .filter(invitations::bounced_at.is_null())
        .filter(invitations::expires_at.gt(now))
        .select(invitations::email)
        .load(db)?;
    let members: Vec<String> = network_memberships::table
        .inner_join(seats::table.inner_join(people::table))
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(people::email)
        .load(db)?;
    let waiting = waiting.into_iter().map(|email| (email, Invited::Waiting));
    Ok(waiting.chain(members.into_iter().map(|email| (email, Invited::Member))).collect())
}

/// Mails an invitation with a new secret; the one before is worthless from now on.
fn send(tx: &mut Tx<'_>, app: &App, network: &Network, id: Id) -> Result<()> {
    let now = app.clock.now();
    let expires = now + TimeDelta::days(DAYS);
    diesel::update(invitations::table.find(id))
        .set((
            invitations::sent_at.eq(now),
            invitations::bounced_at.eq(None::<Timestamp>),
            invitations::revoked_at.eq(None::<Timestamp>),
            invitations::expires_at.eq(expires),
        ))
        .execute(&mut **tx)?;
    accounts::revoke_about(tx, Purpose::Invitation, id, now)?;
    let secret = accounts::issue(tx, Purpose::Invitation, None, Some(id), now)?;
    let (invitation, organiser) = with_organiser(tx, id)?;
    let inviter = match invitation.invited_by {
        Some(by) => accounts::find(tx, by)?,
        None => return queue(tx, app, network, &invitation, String::new(), organiser, &secret),
    };
    let inviter = if inviter.protected { String::new() } else { inviter.name };
    queue(tx, app, network, &invitation, inviter, organiser, &secret)
}

fn queue(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    invitation: &Invitation,
    inviter: String,
    organiser: Option<String>,
    secret: &str,
) -> Result<()> {
    let lang = invitation.language;
    let zone = app.config.settings.time_zone;
    let seat: Vec<&str> = [invitation.role.as_str(), organiser.as_deref().unwrap_or("")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let content = mail::Invitation {
        lang,
        name: invitation.name.clone(),
        network: network.name.clone(),
        purpose: markdown::excerpt(&network.purpose, PURPOSE),
        inviter,
        seat: seat.join(", "),
        link: app.config.link(&format!("/invitations/{secret}")),
        last_day: lang.day_of(invitation.expires_at, zone),
    };
    let to =
        Recipient { person_id: None, email: invitation.email.clone(), name: invitation.name.clone(), lang };
    let one = mail::once(invitation.id, secret);
    mail::queue(tx, app, network, to, ("invitation", &one), content.parts()?)?;
    Ok(())
}

fn with_organiser(db: &mut Db, id: Id) -> Result<(Invitation, Option<String>)> {
    Ok(invitations::table
        .left_join(organisers::table)
        .filter(invitations::id.eq(id))
        .select((Invitation::as_select(), organisers::name.nullable()))
        .first(db)?)
}

/// An invitation of this network.
pub(super) fn find_invitation(db: &mut Db, network: Id, id: Id) -> Result<Invitation> {
    Ok(invitations::table
        .find(id)
        .filter(invitations::network_id.eq(network))
        .select(Invitation::as_select())
        .first(db)?)
}

/// Mails an invitation again. [`Error::Conflict`] when the person has joined.
pub(super) fn resend(tx: &mut Tx<'_>, app: &App, network: &Network, invitation: &Invitation) -> Result<()> {
    if invitation.joined_at.is_some() {
        return Err(Error::Conflict("error-invitation-joined"));
    }
    send(tx, app, network, invitation.id)
}

/// Takes an invitation back; nothing happens when the person has joined.
pub(super) fn revoke(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    let open = invitations::table
        .find(id)
        .filter(invitations::joined_at.is_null())
        .filter(invitations::revoked_at.is_null());
    diesel::update(open).set(invitations::revoked_at.eq(now)).execute(&mut **tx)?;
    accounts::revoke_about(tx, Purpose::Invitation, id, now)
}

/// The invitation behind a secret, with the name of its organiser, while it holds. Looking does not use it up.
pub(super) fn by_secret(db: &mut Db, secret: &str, now: Timestamp) -> Result<(Invitation, Option<String>)> {
    let token = accounts::find_token(db, Purpose::Invitation, secret, now)?;
    let found = with_organiser(db, token.subject_id.ok_or(Error::NotFound)?)?;
    if found.0.holds(now) || found.0.bounced_at.is_some() { Ok(found) } else { Err(Error::NotFound) }
}

/// Notes that the link was opened, the first time.
pub(super) fn opened(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    let first = invitations::table.find(id).filter(invitations::opened_at.is_null());
    diesel::update(first).set(invitations::opened_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

/// Uses an invitation up. [`Error::NotFound`] when it does not hold, or somebody else just used it.
pub(super) fn redeem(tx: &mut Tx<'_>, secret: &str, now: Timestamp) -> Result<Invitation> {
    let token = accounts::find_token(tx, Purpose::Invitation, secret, now)?;
    let (invitation, _) = by_secret(tx, secret, now)?;
    accounts::redeem(tx, &token, now)?;
    diesel::update(invitations::table.find(invitation.id))
        .set((invitations::joined_at.eq(now), invitations::bounced_at.eq(None::<Timestamp>)))
        .execute(&mut **tx)?;
    Ok(invitation)
}
