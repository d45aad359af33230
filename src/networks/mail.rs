//! The mails of networks.

use super::network::Network;
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{Mail, Recipient, outbox};
use crate::mail_templates;
use crate::secrets;

/// Somebody is invited to a network.
pub(super) struct Invitation {
    pub lang: Lang,
    pub name: String,
    pub network: String,
    pub purpose: String,
    pub inviter: String,
    pub seat: String,
    pub link: String,
    pub last_day: String,
}
mail_templates!(
    Invitation,
    "mail/invitation/subject.txt",
    "mail/invitation/body.txt",
    "mail/invitation/body.html"
);

impl Invitation {
    /// Who invites to what.
    fn lead(&self) -> String {
        match self.inviter.is_empty() {
            true => self.lang.tname("mail-invitation-anonymous", &self.network),
            false => {
                two(self.lang, "mail-invitation-lead", ("inviter", &self.inviter), ("name", &self.network))
            }
        }
    }

    /// How long the link holds.
    fn until(&self) -> String {
        self.lang.ta("mail-invitation-until", &[("date", self.last_day.as_str().into())])
    }
}

/// Somebody asks a coordinator to be let in.
pub(super) struct MembershipRequest {
    pub lang: Lang,
    pub name: String,
    pub network: String,
    pub who: String,
    pub seat: String,
    pub message: String,
    pub link: String,
}
mail_templates!(
    MembershipRequest,
    "mail/membership_request/subject.txt",
    "mail/membership_request/body.txt",
    "mail/membership_request/body.html"
);

impl MembershipRequest {
    /// Who asks.
    fn lead(&self) -> String {
        let args = [
            ("who", self.who.as_str().into()),
            ("seat", self.seat.as_str().into()),
            ("name", self.network.as_str().into()),
        ];
        self.lang.ta("mail-request-lead", &args)
    }
}

/// The answer to somebody who asked.
pub(super) struct MembershipAnswer {
    pub lang: Lang,
    pub name: String,
    pub network: String,
    pub accepted: bool,
    pub seat: String,
    pub link: String,
}
mail_templates!(
    MembershipAnswer,
    "mail/membership_answer/subject.txt",
    "mail/membership_answer/body.txt",
    "mail/membership_answer/body.html"
);

impl MembershipAnswer {
    /// Subject.
    fn title(&self) -> String {
        match self.accepted {
            true => self.lang.tname("mail-answer-accepted-subject", &self.network),
            false => self.lang.tname("mail-answer-declined-subject", &self.network),
        }
    }

    /// The answer.
    fn body(&self) -> String {
        match self.accepted {
            true => {
                two(self.lang, "mail-answer-accepted-body", ("name", &self.network), ("seat", &self.seat))
            }
            false => self.lang.tname("mail-answer-declined-body", &self.network),
        }
    }
}

/// Somebody is a coordinator from now on.
pub(super) struct Appointment {
    pub lang: Lang,
    pub name: String,
    pub network: String,
    pub by: String,
    pub link: String,
}
mail_templates!(
    Appointment,
    "mail/coordinator_appointed/subject.txt",
    "mail/coordinator_appointed/body.txt",
    "mail/coordinator_appointed/body.html"
);

impl Appointment {
    /// Who appointed whom.
    fn lead(&self) -> String {
        two(self.lang, "mail-appointed-lead", ("by", &self.by), ("name", &self.network))
    }
}

/// Mail to a member comes back.
pub(super) struct Returned {
    pub lang: Lang,
    pub name: String,
    pub network: String,
    pub who: String,
    pub seat: String,
    pub link: String,
}
mail_templates!(
    Returned,
    "mail/mail_returned/subject.txt",
    "mail/mail_returned/body.txt",
    "mail/mail_returned/body.html"
);

impl Returned {
    /// Whom no mail reaches.
    fn lead(&self) -> String {
        let args = [
            ("who", self.who.as_str().into()),
            ("seat", self.seat.as_str().into()),
            ("name", self.network.as_str().into()),
        ];
        self.lang.ta("mail-returned-lead", &args)
    }
}

fn two(lang: Lang, key: &str, one: (&'static str, &str), other: (&'static str, &str)) -> String {
    lang.ta(key, &[(one.0, one.1.into()), (other.0, other.1.into())])
}

/// Queues a mail of a network. `kind` and `one` name it for ever.
pub(super) fn queue(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    to: Recipient,
    (kind, one): (&'static str, &str),
    (subject, text, html): (String, String, String),
) -> Result<bool> {
    let logical_key = format!("{kind}:{one}");
    let network_id = Some(network.id);
    outbox::enqueue(
        tx,
        app,
        Mail { kind, logical_key, to, network_id, subject, text, html, calendar: None, list: None },
    )
}

/// What stands between a kind and the hash of what is mailed once, for those who look mails up.
pub(super) fn once(subject: impl std::fmt::Display, nonce: &str) -> String {
    format!("{subject}:{}", secrets::hash(nonce))
}
