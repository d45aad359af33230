//! What coordinators fill in about a network, an invitation and a request.

use super::network::{Joining, Network, NetworkKind, NewNetwork, Visibility};
use crate::i18n::Lang;
use crate::web::forms::{Check, Errors, Fields};

/// The description of a network; the slug is for the caller to find.
pub(super) fn network(fields: &Fields, counties: &[(String, String)]) -> Result<NewNetwork, Errors> {
    let mut check = Check::of(fields);
    let name = check.text("name", 3..=120);
    let purpose = check.text("purpose", 0..=20_000);
    let kind = check.choice::<NetworkKind>("kind");
    let visibility = check.choice::<Visibility>("visibility");
    let joining = check.choice::<Joining>("joining");
    let county = fields.text("county").to_owned();
    if !county.is_empty() && !counties.iter().any(|(code, _)| *code == county) {
        check.fail("county", "error-choice");
    }
    if !name.is_empty() && !name.chars().any(char::is_alphanumeric) {
        check.fail("name", "error-network-name");
    }
    check.done()?;
    let (Some(kind), Some(visibility), Some(joining)) = (kind, visibility, joining) else {
        return Err(Errors::one("kind", "error-choice"));
    };
    let county_code = Some(county).filter(|code| !code.is_empty());
    Ok(NewNetwork { slug: String::new(), name, purpose, kind, visibility, joining, county_code })
}

/// The form filled in with what is stored.
pub(super) fn stored(network: &Network) -> Fields {
    Fields::from_pairs([
        ("name", network.name.as_str()),
        ("purpose", &network.purpose),
        ("kind", network.kind.word()),
        ("visibility", network.visibility.word()),
        ("joining", network.joining.word()),
        ("county", network.county_code.as_deref().unwrap_or("")),
    ])
}

/// Values with the text and the explanation that stand beside them, for radio buttons.
pub(super) fn explained(
    lang: Lang,
    prefix: &str,
    words: &[&'static str],
) -> Vec<(&'static str, String, String)> {
    let text = |key: String| lang.t(&key);
    words
        .iter()
        .map(|word| (*word, text(format!("{prefix}-{word}")), text(format!("{prefix}-{word}-hint"))))
        .collect()
}

/// A list to choose from, with "Choose …" (or what `first` says) before it.
pub(super) fn with_first(
    first: String,
    options: impl IntoIterator<Item = (String, String)>,
) -> Vec<(String, String)> {
    std::iter::once((String::new(), first)).chain(options).collect()
}
