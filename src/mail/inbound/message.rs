//! A message as handlers see it: who sent what kind of mail to which personal addresses, its words and its calendar parts.

use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::report::{Complaint, Report};
use crate::secrets;

/// Digits of the secret in a personal address.
const SECRET_DIGITS: usize = 32;

/// Most personal addresses and calendar parts that are looked at.
const MOST: usize = 20;

/// Longest calendar part, in bytes.
const LONGEST_CALENDAR: usize = 200_000;

/// What kind of sender is behind a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// A person wrote it.
    Person,
    /// A program made it at somebody's wish, as calendar programs do (RFC 3834: `auto-generated`).
    Generated,
    /// A program answered by itself: somebody is away.
    Replied,
    /// It went to many.
    Bulk,
    /// It tells what became of a mail of ours.
    Report,
    /// We sent it ourselves.
    Own,
}

impl Nature {
    /// For the log.
    pub fn word(self) -> &'static str {
        match self {
            Nature::Person => "person",
            Nature::Generated => "generated",
            Nature::Replied => "autoresponder",
            Nature::Bulk => "bulk",
            Nature::Report => "report",
            Nature::Own => "own",
        }
    }
}

/// A calendar in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The iCalendar text, decoded.
    pub text: String,
}

/// A message, parsed.
#[derive(Debug, Clone)]
pub struct Message {
    /// What kind of sender is behind it.
    pub nature: Nature,
    /// What stands after the plus in the addresses it was sent to, lower case.
    tags: Vec<String>,
    /// The address that it says it is from, lower case. Anybody can write any: never believe it alone.
    pub from: String,
    /// Its calendar parts; those of mails inside it are not its own.
    pub calendars: Vec<Calendar>,
    /// What it tells of a mail of ours.
    pub report: Option<Report>,
    /// What it tells of somebody who did not want a mail of ours.
    pub complaint: Option<Complaint>,
    /// Its text, made of HTML where there is no other; with all that it quotes.
    pub text: String,
    /// Names it: the same message has the same name wherever and how often it comes.
    pub name: String,
    /// Whether all of it was read, and not its head alone because it is too large.
    pub whole: bool,
}

impl Message {
    /// Reads a message; `own` is the address of our own sender, lower case, and `whole` says whether it is all there. Nothing when
    /// it is no message at all.
    pub fn parse(bytes: &[u8], own: &str, whole: bool) -> Option<Message> {
        // The parser panics on some messages in messages; whoever writes them gets no further than with any other nonsense.
        let parsed = std::panic::catch_unwind(|| MessageParser::default().parse(bytes)).ok().flatten()?;
        let headers: Vec<(String, String)> = parsed
            .headers_raw()
            .map(|(name, value)| {
                (name.to_lowercase(), value.split_whitespace().collect::<Vec<_>>().join(" "))
            })
            .collect();
        let from = parsed.from().and_then(|from| from.first()).and_then(|from| from.address());
        let from = from.unwrap_or_default().to_lowercase();
        let calendars = parsed.parts.iter().filter(|part| is_calendar(part)).filter_map(|part| {
            let text = match &part.body {
                PartType::Text(text) | PartType::Html(text) => text.to_string(),
                PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                    String::from_utf8_lossy(bytes).into_owned()
                }
                PartType::Message(_) | PartType::Multipart(_) => return None,
            };
            (text.len() <= LONGEST_CALENDAR).then_some(Calendar { text })
        });
        let texts = (0..parsed.text_body_count()).filter_map(|part| parsed.body_text(part));
        let text = texts.collect::<Vec<_>>().join("\n");
        let name = match parsed.message_id() {
            Some(id) if !id.trim().is_empty() => secrets::hash(id.trim()),
            _ => secrets::hash(&format!("{from}\n{:?}\n{text}", parsed.date())),
        };
        let complaint = parsed.parts.iter().find_map(Complaint::of);
        // Providers send these to an address that all senders have registered, or to the one of the mail: it says which mail it was.
        let sender = complaint.iter().flat_map(|complaint| tags(&complaint.sender));
        let tags = values(&headers, RECIPIENTS).flat_map(tags).chain(sender).take(MOST).collect();
        Some(Message {
            text,
            name,
            whole,
            nature: if from == own { Nature::Own } else { nature(&headers) },
            tags,
            complaint,
            from,
            calendars: calendars.take(MOST).collect(),
            report: parsed.parts.iter().find_map(Report::of),
        })
    }

    /// The secret in an address of this word.
    pub(super) fn secret(&self, word: &str) -> Option<&str> {
        self.tags.iter().find_map(|tag| {
            let secret = tag.strip_prefix(word)?;
            let is_one = secret.len() == SECRET_DIGITS && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_one.then_some(secret)
        })
    }
}

/// Where servers write down whom a message was delivered to, and where senders say it.
const RECIPIENTS: &[&str] =
    &["to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to"];

fn values<'a>(headers: &'a [(String, String)], names: &'a [&str]) -> impl Iterator<Item = &'a str> {
    headers.iter().filter(move |(name, _)| names.contains(&name.as_str())).map(|(_, value)| value.as_str())
}

/// What stands after the plus in each address of a header.
fn tags(value: &str) -> impl Iterator<Item = String> {
    let between = |c: char| c.is_whitespace() || ",;:<>\"()".contains(c);
    value.split(between).filter_map(|word| {
        let (name, _) = word.rsplit_once('@')?;
        let (_, tag) = name.split_once('+')?;
        Some(tag.to_lowercase())
    })
}

/// Whether a part is a calendar, also when a gateway called it an attachment of no kind.
fn is_calendar(part: &mail_parser::MessagePart<'_>) -> bool {
    let kind = part
        .content_type()
        .map(|kind| (kind.ctype().to_lowercase(), kind.subtype().unwrap_or_default().to_lowercase()));
    match kind.as_ref().map(|(kind, subtype)| (kind.as_str(), subtype.as_str())) {
        Some(("text", "calendar") | ("application", "ics")) => true,
        Some(("application", "octet-stream")) => {
            part.attachment_name().is_some_and(|name| name.to_lowercase().ends_with(".ics"))
        }
        _ => false,
    }
}

/// What the headers say of the sender. A bounce comes from nobody; who answers by itself says so, mostly (RFC 3834).
fn nature(headers: &[(String, String)]) -> Nature {
    let has = |name: &str| values(headers, &[name]).next().is_some();
    let first = |name: &str| values(headers, &[name]).next().unwrap_or_default().to_lowercase();
    let automatic = first("auto-submitted");
    let precedence = first("precedence");
    let from = first("from");
    let is_report = values(headers, &["return-path"]).any(|path| path.trim() == "<>")
        || first("content-type").starts_with("multipart/report")
        || from.contains("mailer-daemon@");
    if is_report {
        Nature::Report
    } else if automatic.starts_with("auto-replied")
        || automatic.starts_with("auto-notified")
        || has("x-autoreply")
        || has("x-autorespond")
        || AWAY.iter().any(|start| first("subject").starts_with(start))
        || precedence == "auto_reply"
    {
        Nature::Replied
    } else if ["bulk", "junk", "list"].contains(&precedence.as_str()) || has("list-id") {
        Nature::Bulk
    } else if !automatic.is_empty() && !automatic.starts_with("no") {
        Nature::Generated
    } else {
        Nature::Person
    }
}

/// How the subjects of those begin that answer by themselves and do not say so in another way.
const AWAY: [&str; 6] = [
    "autosvar:",
    "automatiskt svar:",
    "frånvarobesked:",
    "automatic reply:",
    "auto-reply:",
    "out of office:",
];

#[cfg(test)]
#[path = "message_test.rs"]
mod tests;
