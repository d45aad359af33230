//! Pages of the digests.

pub mod followed;
pub mod preview;
pub mod subscriptions;
pub mod typical;
pub mod unsubscription;

use crate::accounts::Frequency;
use crate::i18n::Lang;

/// How often something may come: value and label, most often first.
pub fn frequencies(lang: Lang) -> Vec<(&'static str, String)> {
    Frequency::ALL.iter().map(|one| (one.word(), label(lang, *one))).collect()
}

fn label(lang: Lang, frequency: Frequency) -> String {
    lang.t(&format!("digest-frequency-{frequency}"))
}
