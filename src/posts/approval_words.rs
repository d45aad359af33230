//! What a request to an approver has come to, in one sentence.

use super::Visibility;
use super::approval::{Approval, Step};
use crate::i18n::Lang;

/// Those who are to read a story: `nätverket`, `alla`.
pub(super) fn step_to(lang: Lang, to: Visibility) -> String {
    lang.t(&format!("approval-to-{to}"))
}

/// `Anna Ek på Höör har godkänt att nätverket läser berättelsen.` `who` is nobody for people whose personal data is protected.
pub(super) fn sentence(lang: Lang, approval: &Approval, organiser: &str, who: Option<&str>) -> String {
    let who = who.map_or_else(|| lang.t("approval-somebody"), str::to_owned);
    let to = if approval.state == Step::Reversed { approval.before } else { approval.wanted };
    lang.ta(
        &format!("approval-said-{}", approval.state),
        &[("who", who.into()), ("organiser", organiser.into()), ("to", step_to(lang, to).into())],
    )
}
