//! What a delivery status report says (RFC 3464).

use mail_parser::{MessagePart, MimeHeaders, PartType};

/// Longest report that is read, in bytes.
const LONGEST: usize = 20_000;

/// What became of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// `failed`, `delayed`, `delivered`, …; lower case.
    action: String,
    /// Enhanced status code (RFC 3463): `5.1.1`.
    status: String,
    /// What the server that refused it said.
    diagnostic: String,
}

impl Report {
    /// The report in a part, if it is one.
    pub(super) fn of(part: &MessagePart<'_>) -> Option<Report> {
        let kind = part.content_type()?;
        let is_status = kind.ctype().eq_ignore_ascii_case("message")
            && kind.subtype().is_some_and(|subtype| {
                ["delivery-status", "global-delivery-status"]
                    .iter()
                    .any(|name| subtype.eq_ignore_ascii_case(name))
            });
        if is_status { Report::read(&text_of(part)?) } else { None }
    }

    /// Reads the fields of the first recipient. A mail of ours has but one.
    fn read(text: &str) -> Option<Report> {
        if text.len() > LONGEST {
            return None;
        }
        let field = |name: &str| field(text, name);
        let action = field("Action").to_lowercase();
        let report = Report { action, status: field("Status"), diagnostic: field("Diagnostic-Code") };
        (!report.action.is_empty()).then_some(report)
    }

    /// Whether delivery failed and will not be tried again.
    pub fn is_final(&self) -> bool {
        self.action == "failed" && self.status.starts_with("5.")
    }

    /// Status and what was said, in one line.
    pub fn reason(&self) -> String {
        format!("{} {}", self.status, self.diagnostic).trim().to_owned()
    }
}

/// What somebody's mail provider says of a mail that its owner called unwanted (RFC 5965).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// `abuse`, `fraud`, `opt-out`, `not-spam`, …; lower case.
    kind: String,
    /// The envelope sender of the mail: our return address.
    pub(super) sender: String,
}

impl Complaint {
    /// The complaint in a part, if it is one.
    pub(super) fn of(part: &MessagePart<'_>) -> Option<Complaint> {
        let kind = part.content_type()?;
        let is_feedback = kind.ctype().eq_ignore_ascii_case("message")
            && kind.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("feedback-report"));
        let text = text_of(part).filter(|text| is_feedback && text.len() <= LONGEST)?;
        let kind = field(&text, "Feedback-Type").to_lowercase();
        (!kind.is_empty()).then(|| Complaint { kind, sender: field(&text, "Original-Mail-From") })
    }

    /// Whether the mail was unwanted; some say the opposite.
    pub fn is_one(&self) -> bool {
        ["abuse", "fraud", "opt-out", "opt-out-list"].contains(&self.kind.as_str())
    }
}

fn text_of(part: &MessagePart<'_>) -> Option<String> {
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        PartType::Message(_) | PartType::Multipart(_) => None,
    }
}

/// The first field of this name, unfolded; empty when there is none.
fn field(text: &str, name: &str) -> String {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let value = unfolded.lines().find_map(|line| {
        let (field, value) = line.split_once(':')?;
        field.trim().eq_ignore_ascii_case(name).then_some(value)
    });
    value.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}
