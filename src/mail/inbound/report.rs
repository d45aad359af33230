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
        if !is_status {
            return None;
        }
        match &part.body {
            PartType::Text(text) | PartType::Html(text) => Report::read(text),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                Report::read(&String::from_utf8_lossy(bytes))
            }
            PartType::Message(_) | PartType::Multipart(_) => None,
        }
    }

    /// Reads the fields of the first recipient. A mail of ours has but one.
    fn read(text: &str) -> Option<Report> {
        if text.len() > LONGEST {
            return None;
        }
        let unfolded = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
        let field = |name: &str| {
            let value = unfolded.lines().find_map(|line| {
                let (field, value) = line.split_once(':')?;
                field.trim().eq_ignore_ascii_case(name).then_some(value)
            });
            value.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
        };
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
