//! Personal tokens in links: random, hashed at rest, for one purpose, expiring, used by POST only.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::person::{Person, find};
use crate::clock;
use crate::db::schema::tokens;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::secrets::{self, SecretKey};
use crate::word_enum;

word_enum! {
    /// What a token is good for, and for nothing else.
    pub enum Purpose {
        /// Confirming an address.
        Confirm = "confirm",
        /// Setting a (new) password.
        Password = "password",
        /// Joining a network by invitation; the subject is the invitation.
        Invitation = "invitation",
        /// Joining a network by its link; the subject is the network. Used many times.
        JoinLink = "join-link",
        /// Taking over a seat; the subject is the handover.
        Handover = "handover",
        /// Answering one meetup; the subject is the meetup.
        Answer = "answer",
        /// Saying which slots suit; the subject is the poll.
        Poll = "poll",
        /// Saying whether a meetup was useful; the subject is the meetup.
        Opinion = "opinion",
        /// Registering for one round; the subject is the round.
        Register = "register",
        /// Saying that the group that is the subject does not work.
        Object = "object",
        /// Wanting no calls from the network that is the subject.
        Mute = "mute",
        /// Wanting no letters from the coordinators of the network that is the subject.
        Letters = "letters",
        /// Wanting no mail about the story that is the subject.
        MutePost = "mute-post",
        /// Answering by mail the comment or the story that is the subject; stands in a mail address.
        Reply = "reply",
        /// Unsubscribing from digests.
        Unsubscribe = "unsubscribe",
        /// Wanting nothing from the group or network that is the subject.
        Subscription = "subscription",
        /// Reading one's calendar.
        CalendarFeed = "calendar-feed",
        /// Reading the calendar of the group that is the subject.
        GroupFeed = "group-feed",
        /// Reading one's stories as Atom.
        AtomFeed = "atom-feed",
        /// Changing the address of an account; the new one waits in the mail it was sent to.
        Email = "email",
    }
}

impl Purpose {
    fn lifetime(self) -> Option<TimeDelta> {
        match self {
            Purpose::Confirm | Purpose::Email => Some(TimeDelta::days(3)),
            Purpose::Password => Some(TimeDelta::hours(24)),
            Purpose::Invitation | Purpose::Handover => Some(TimeDelta::days(60)),
            Purpose::Answer
            | Purpose::Poll
            | Purpose::Opinion
            | Purpose::Register
            | Purpose::Object
            | Purpose::MutePost
            | Purpose::Reply => Some(TimeDelta::days(400)),
            Purpose::JoinLink
            | Purpose::Mute
            | Purpose::Letters
            | Purpose::Unsubscribe
            | Purpose::Subscription
            | Purpose::CalendarFeed
            | Purpose::GroupFeed
            | Purpose::AtomFeed => None,
        }
    }

    /// A new secret: where it stands in a mail address, one that stays the same in any case.
    fn secret(self) -> Result<String> {
        if self == Purpose::Reply { secrets::new_address_token() } else { secrets::new_token() }
    }
}

/// A token that is still good.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = tokens)]
pub struct Token {
    /// Identifier.
    pub id: Id,
    /// Whose, if a person's.
    pub person_id: Option<Id>,
    /// What it is about.
    pub subject_id: Option<Id>,
}

/// Issues a token; the secret to put in the link, which is kept nowhere.
pub fn issue(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    person: Option<Id>,
    subject: Option<Id>,
    now: Timestamp,
) -> Result<String> {
    let secret = purpose.secret()?;
    diesel::insert_into(tokens::table)
        .values(row(&secret, purpose, person, subject, now))
        .execute(&mut **tx)?;
    Ok(secret)
}

/// Issues a token about the same to each of some people, in one statement; their secrets in the same order.
pub fn issue_all(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    people: &[Id],
    subject: Id,
    now: Timestamp,
) -> Result<Vec<String>> {
    let secrets: Vec<String> = people.iter().map(|_| purpose.secret()).collect::<Result<_>>()?;
    let new = secrets.iter().zip(people);
    let rows: Vec<_> =
        new.map(|(secret, person)| row(secret, purpose, Some(*person), Some(subject), now)).collect();
    crate::on_both!(tx, c => diesel::insert_into(tokens::table).values(&rows).execute(c))?;
    Ok(secrets)
}

/// Keeps links whose secrets are derived (`SecretKey::derive`), each for a purpose, a person and a subject; one that is kept
/// already stays as it is. So a mail that repeats a link costs no other row.
pub fn keep_links(tx: &mut Tx<'_>, links: &[PersonalLink], now: Timestamp) -> Result<()> {
    let rows: Vec<_> = links
        .iter()
        .map(|link| row(&link.secret, link.purpose, Some(link.person), link.subject, now))
        .collect();
    for some in rows.chunks(AT_ONCE) {
        crate::on_both!(tx, c => {
            diesel::insert_into(tokens::table).values(some).on_conflict_do_nothing().execute(c)
        })?;
    }
    Ok(())
}

/// Rows in one statement: well below what either database takes as values.
const AT_ONCE: usize = 500;

/// A personal link whose secret can be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalLink {
    /// What stands in the address.
    pub secret: String,
    /// What it is good for.
    pub purpose: Purpose,
    /// Whose it is.
    pub person: Id,
    /// What it is about.
    pub subject: Option<Id>,
}

impl PersonalLink {
    /// The link of a person to a subject in digests, the same every time.
    pub fn of(key: &SecretKey, purpose: Purpose, person: Id, subject: Id) -> Result<Self> {
        let about = Self::about(person, subject);
        let secret = match purpose {
            Purpose::Reply => key.derive_for_address(purpose.word(), &about)?,
            _ => key.derive(purpose.word(), &about)?,
        };
        Ok(PersonalLink { secret, purpose, person, subject: Some(subject) })
    }

    /// Whether a secret that stands in a mail address and is kept nowhere is that of this person's answers to a subject.
    pub fn is_reply(key: &SecretKey, person: Id, subject: Id, secret: &str) -> Result<bool> {
        key.confirms_address(Purpose::Reply.word(), &Self::about(person, subject), secret)
    }

    fn about(person: Id, subject: Id) -> String {
        format!("digest:{person}:{subject}")
    }
}

fn row(
    secret: &str,
    purpose: Purpose,
    person_id: Option<Id>,
    subject_id: Option<Id>,
    now: Timestamp,
) -> NewToken {
    let expires_at = purpose.lifetime().map(|lifetime| now + lifetime);
    let (id, token_hash) = (clock::new_id(), secrets::hash(secret));
    NewToken { id, token_hash, purpose, person_id, subject_id, created_at: now, expires_at }
}

#[derive(Insertable)]
#[diesel(table_name = tokens, treat_none_as_default_value = false)]
struct NewToken {
    id: Id,
    token_hash: String,
    purpose: Purpose,
    person_id: Option<Id>,
    subject_id: Option<Id>,
    created_at: Timestamp,
    expires_at: Option<Timestamp>,
}

/// The token behind a secret, if it is for this purpose and still good. Looking does not use it up.
pub fn find_token(db: &mut Db, purpose: Purpose, secret: &str, now: Timestamp) -> Result<Token> {
    Ok(tokens::table
        .filter(tokens::token_hash.eq(secrets::hash(secret)))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::used_at.is_null())
        .filter(tokens::revoked_at.is_null())
        .filter(tokens::expires_at.is_null().or(tokens::expires_at.gt(now)))
        .select(Token::as_select())
        .first(db)?)
}

/// Whom a personal link to one subject belongs to. [`Error::NotFound`] when it is wrong, for another subject, or the account
/// is closed.
pub fn holder_of_link(
    db: &mut Db,
    (purpose, subject): (Purpose, Id),
    secret: &str,
    now: Timestamp,
) -> Result<Person> {
    let token = find_token(db, purpose, secret, now)?;
    if token.subject_id != Some(subject) {
        return Err(Error::NotFound);
    }
    let person = find(db, token.person_id.ok_or(Error::NotFound)?)?;
    if person.disabled_at.is_some() { Err(Error::NotFound) } else { Ok(person) }
}

/// Uses a token up. [`Error::NotFound`] when somebody else just did.
pub fn redeem(tx: &mut Tx<'_>, token: &Token, now: Timestamp) -> Result<()> {
    let changed = diesel::update(tokens::table.find(token.id).filter(tokens::used_at.is_null()))
        .set(tokens::used_at.eq(now))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Makes every unused token of a person for a purpose worthless.
pub fn revoke_all(tx: &mut Tx<'_>, purpose: Purpose, person: Id, now: Timestamp) -> Result<()> {
    let live = tokens::table
        .filter(tokens::person_id.eq(person))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::used_at.is_null())
        .filter(tokens::revoked_at.is_null());
    diesel::update(live).set(tokens::revoked_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

/// Makes every unused token about a subject for a purpose worthless.
pub fn revoke_about(tx: &mut Tx<'_>, purpose: Purpose, subject: Id, now: Timestamp) -> Result<()> {
    let live = tokens::table
        .filter(tokens::subject_id.eq(subject))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::used_at.is_null())
        .filter(tokens::revoked_at.is_null());
    diesel::update(live).set(tokens::revoked_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

/// Since when there is a good token about a subject, if there is.
pub fn live_about(db: &mut Db, purpose: Purpose, subject: Id, now: Timestamp) -> Result<Option<Timestamp>> {
    Ok(tokens::table
        .filter(tokens::subject_id.eq(subject))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::used_at.is_null())
        .filter(tokens::revoked_at.is_null())
        .filter(tokens::expires_at.is_null().or(tokens::expires_at.gt(now)))
        .order(tokens::created_at.desc())
        .select(tokens::created_at)
        .first(db)
        .optional()?)
}

/// Deletes tokens that had ceased to work before `before`: used, revoked or too old.
pub fn forget_tokens(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    let dead = tokens::used_at.lt(before).or(tokens::revoked_at.lt(before)).or(tokens::expires_at.lt(before));
    diesel::delete(tokens::table.filter(dead)).execute(&mut **tx)?;
    Ok(())
}
