//! Mail about rounds: you can register, you have a group, you have none and why, the round is called off.

use super::call::Occasion;
use super::mail_after;
use super::proposal::{ProposedGroup, ProposedMember};
use super::registration::Registered;
use super::round::Round;
use super::why::UnplacedWhy;
use super::words::{ThemeNames, group_sentences, person_sentences, unplaced_sentences};
use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::mail::{List, Mail, Recipient, outbox};
use crate::networks::Network;

/// Somebody in the group, as a mail names them.
#[derive(Debug, Clone)]
pub(super) struct Colleague {
    seat_id: Id,
    name: Option<String>,
    protected: bool,
    role: String,
    organiser: String,
}

impl Colleague {
    pub(super) fn of(registered: &Registered) -> Self {
        Colleague {
            seat_id: registered.seat_id,
            name: registered.name.clone(),
            protected: registered.protected == Some(true),
            role: registered.role.clone(),
            organiser: registered.organiser_name.clone(),
        }
    }

    /// Name, and seat with organiser.
    pub(super) fn line(&self, lang: Lang) -> (String, String) {
        let name = match (&self.name, self.protected) {
            (Some(name), false) => name.clone(),
            (_, true) => lang.t("person-protected"),
            (None, false) => lang.t("group-seat-vacant"),
        };
        (name, format!("{}, {}", self.role, self.organiser))
    }
}

/// A placing that is told about.
pub(super) struct Placing<'a> {
    pub round: &'a Round,
    pub network: &'a Network,
    pub group: &'a ProposedGroup,
    pub id: Id,
    pub people: &'a [Colleague],
}

struct Call {
    lang: Lang,
    occasion: Occasion,
    round: String,
    network: String,
    preset: String,
    last_day: String,
    url: String,
    unsubscribe_url: String,
}
crate::mail_templates!(
    Call,
    "mail/round_call/subject.txt",
    "mail/round_call/body.txt",
    "mail/round_call/body.html"
);

impl Call {
    /// The text for `key` on this occasion, with the round, the network and the last day in it.
    fn text(&self, key: &str) -> String {
        let args = [
            ("round", self.round.as_str().into()),
            ("network", self.network.as_str().into()),
            ("date", self.last_day.as_str().into()),
        ];
        self.lang.ta(&format!("mail-round-call-{}-{key}", self.occasion.word()), &args)
    }
}

/// To a member who can register; nothing when this call was mailed before.
pub(super) fn call(
    tx: &mut Tx<'_>,
    app: &App,
    to: &Recipient,
    round: &Round,
    network: &Network,
    occasion: Occasion,
) -> Result<()> {
    let person = to.person_id.ok_or_else(|| Error::message("a call needs somebody to call"))?;
    let logical_key = format!("round-call-{}:{}:{person}", occasion.word(), round.id);
    if outbox::is_known(tx, &logical_key)? {
        return Ok(());
    }
    let now = app.clock.now();
    let register = accounts::issue(tx, Purpose::Register, Some(person), Some(round.id), now)?;
    let unsubscribe = accounts::issue(tx, Purpose::Mute, Some(person), Some(network.id), now)?;
    let content = Call {
        lang: to.lang,
        occasion,
        round: round.name.clone(),
        network: network.name.clone(),
        preset: round.preset_hint(to.lang),
        last_day: to.lang.long_date(round.last_day),
        url: app.config.link(&format!("/rounds/{}/call/{register}", round.id)),
        unsubscribe_url: app.config.link(&format!("/unsubscribe/{unsubscribe}")),
    };
    let (subject, text, html) = content.parts()?;
    let list = Some(List {
        id: format!("{}.{}", network.slug, app.mailer.sender().domain()),
        unsubscribe_url: content.unsubscribe_url,
        reply_to: None,
    });
    let (kind, calendar, to, network_id) = ("round_call", None, to.clone(), Some(network.id));
    outbox::enqueue(
        tx,
        app,
        Mail { kind, logical_key, to, network_id, subject, text, html, calendar, list },
    )?;
    Ok(())
}

struct Placed {
    lang: Lang,
    round: String,
    network: String,
    group: String,
    note: String,
    others: Vec<(String, String)>,
    group_why: Vec<String>,
    own_why: Vec<String>,
    url: String,
    meetup_url: String,
    objection_url: String,
}
crate::mail_templates!(
    Placed,
    "mail/round_placed/subject.txt",
    "mail/round_placed/body.txt",
    "mail/round_placed/body.html"
);

/// To somebody who has a group: who, why, what gave way, what is next.
pub(super) fn placed(
    tx: &mut Tx<'_>,
    app: &App,
    to: &Recipient,
    placing: &Placing<'_>,
    member: &ProposedMember,
    themes: &ThemeNames,
) -> Result<()> {
    let own = member.registered.seat_id;
    let others = placing.people.iter().filter(|each| each.seat_id != own);
    let content = Placed {
        objection_url: mail_after::objection_url(tx, app, placing.id, to)?,
        lang: to.lang,
        round: placing.round.name.clone(),
        network: placing.network.name.clone(),
        group: placing.group.name.clone(),
        note: placing.round.note.clone(),
        others: others.map(|each| each.line(to.lang)).collect(),
        group_why: group_sentences(&placing.group.why, to.lang, themes),
        own_why: person_sentences(&member.why, to.lang),
        url: app.config.link(&format!("/groups/{}", placing.id)),
        meetup_url: app.config.link(&format!("/groups/{}/meetups/new", placing.id)),
    };
    let key = format!("round-placed:{}", member.registered.id);
    send(tx, app, "round_placed", key, to, placing.network.id, content.parts()?)
}

struct NotPlaced {
    lang: Lang,
    round: String,
    network: String,
    note: String,
    reason: String,
    help: Vec<String>,
    url: String,
}
crate::mail_templates!(
    NotPlaced,
    "mail/round_unplaced/subject.txt",
    "mail/round_unplaced/body.txt",
    "mail/round_unplaced/body.html"
);

/// To somebody without a group: why, and what would help.
pub(super) fn unplaced(
    tx: &mut Tx<'_>,
    app: &App,
    to: &Recipient,
    round: &Round,
    network: &Network,
    registration: Id,
    why: &UnplacedWhy,
) -> Result<()> {
    let (reason, help) = unplaced_sentences(why, to.lang);
    let content = NotPlaced {
        lang: to.lang,
        round: round.name.clone(),
        network: network.name.clone(),
        note: round.note.clone(),
        reason,
        help,
        url: app.config.link("/groups"),
    };
    let key = format!("round-unplaced:{registration}");
    send(tx, app, "round_unplaced", key, to, network.id, content.parts()?)
}

struct Cancelled {
    lang: Lang,
    round: String,
    network: String,
    url: String,
}
crate::mail_templates!(
    Cancelled,
    "mail/round_cancelled/subject.txt",
    "mail/round_cancelled/body.txt",
    "mail/round_cancelled/body.html"
);

/// To somebody registered for a round that was called off.
pub(super) fn cancelled(
    tx: &mut Tx<'_>,
    app: &App,
    to: &Recipient,
    round: &Round,
    network: &Network,
    seat: Id,
) -> Result<()> {
    let content = Cancelled {
        lang: to.lang,
        round: round.name.clone(),
        network: network.name.clone(),
        url: app.config.link(&format!("/networks/{}", network.slug)),
    };
    let key = format!("round-cancelled:{}:{seat}", round.id);
    send(tx, app, "round_cancelled", key, to, network.id, content.parts()?)
}

pub(super) fn send(
    tx: &mut Tx<'_>,
    app: &App,
    kind: &'static str,
    logical_key: String,
    to: &Recipient,
    network: Id,
    (subject, text, html): (String, String, String),
) -> Result<()> {
    let (calendar, list, to, network_id) = (None, None, to.clone(), Some(network));
    outbox::enqueue(
        tx,
        app,
        Mail { kind, logical_key, to, network_id, subject, text, html, calendar, list },
    )?;
    Ok(())
}
