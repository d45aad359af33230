//! Explanations in words a director would use. Pure: data and language in, sentences out.

use std::collections::BTreeMap;

use fluent_templates::fluent_bundle::FluentValue;
use matching::{BrokenRule, Component, Conflict, Help, Infeasible};

use super::why::{Because, GroupWhy, PersonWhy, Reason, TieWhy, UnplacedWhy};
use crate::db::Db;
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers;

/// Names of themes in both languages, by slug.
#[derive(Debug, Clone, Default)]
pub struct ThemeNames(BTreeMap<String, (String, String)>);

impl ThemeNames {
    /// Reads them.
    pub fn load(db: &mut Db) -> Result<Self> {
        let themes = organisers::themes(db)?;
        Ok(ThemeNames(themes.into_iter().map(|each| (each.slug, (each.name_sv, each.name_en))).collect()))
    }

    /// Those that this binary knows, without asking the database.
    pub fn known() -> Self {
        let names = |each: &organisers::Theme| (each.name_sv.clone(), each.name_en.clone());
        ThemeNames(organisers::known_themes().iter().map(|each| (each.slug.clone(), names(each))).collect())
    }

    /// The name of a theme, in lower case as in running text; what was given where it is unknown.
    fn name(&self, lang: Lang, slug: &str) -> String {
        let known = self.0.get(slug).map(|(sv, en)| match lang {
            Lang::Swedish => sv,
            Lang::English => en,
        });
        known.map_or_else(|| slug.to_owned(), |name| name.to_lowercase())
    }
}

/// What holds a group together and what had to give way: two to five sentences.
pub fn group_sentences(why: &GroupWhy, lang: Lang, themes: &ThemeNames) -> Vec<String> {
    let mut said = Vec::new();
    // Themes get a sentence of their own that names them.
    let named = !why.themes.is_empty();
    let binds: Vec<String> = why
        .binds
        .iter()
        .filter(|component| !(named && **component == Component::Themes))
        .map(|component| lang.t(&format!("round-why-binds-{}", component_word(*component))))
        .collect();
    if !binds.is_empty() {
        said.push(with(lang, "round-why-group-binds", &[("list", lang.list(&binds))]));
    }
    let common: Vec<String> = why.themes.iter().map(|(slug, _)| themes.name(lang, slug)).collect();
    if named {
        said.push(with(lang, "round-why-group-themes", &[("list", lang.list(&common))]));
    }
    if let Some(km) = why.widest_km.filter(|km| *km > 0) {
        said.push(with(lang, "round-why-group-km", &[("km", lang.number(km))]));
    }
    if let Some((least, most)) = why.sizes.filter(|(least, most)| least != most) {
        let sizes = [("least", lang.number(least)), ("most", lang.number(most))];
        said.push(with(lang, "round-why-group-sizes", &sizes));
    }
    let lacks: Vec<String> = why
        .compromised
        .iter()
        .map(|each| lang.t(&format!("round-why-lacks-{}", component_word(*each))))
        .collect();
    if !lacks.is_empty() {
        said.push(with(lang, "round-why-group-lacks", &[("list", lang.list(&lacks))]));
    }
    if said.is_empty() {
        said.push(lang.t("round-why-group-plain"));
    }
    said
}

/// The two in a group with least in common, for coordinators.
pub fn weakest_sentence(why: &GroupWhy, lang: Lang) -> Option<String> {
    let tie = why.weakest.as_ref()?;
    let names = [("one", tie.organiser.clone()), ("two", tie.with.clone()), ("km", km(lang, tie))];
    let key = if tie.km.is_some_and(|km| km > 0) { "round-why-weakest-km" } else { "round-why-weakest" };
    Some(with(lang, key, &names))
}

/// Why somebody is in the group, said to them.
pub fn person_sentences(why: &PersonWhy, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if why.by_hand {
        said.push(lang.t("round-why-by-hand"));
    }
    if let Some(tie) = &why.closest {
        let common: Vec<String> =
            tie.by.iter().map(|each| lang.t(&format!("round-why-tie-{}", component_word(*each)))).collect();
        let key = if common.is_empty() { "round-why-closest" } else { "round-why-closest-list" };
        said.push(with(lang, key, &[("name", tie.with.clone()), ("list", lang.list(&common))]));
    }
    let other = why.loosest.as_ref().filter(|tie| Some(*tie) != why.closest.as_ref());
    if let Some(tie) = other {
        let key = if tie.km.is_some_and(|km| km > 0) { "round-why-loosest-km" } else { "round-why-loosest" };
        said.push(with(lang, key, &[("name", tie.with.clone()), ("km", km(lang, tie))]));
    }
    if why.wishes_met > 0 {
        said.push(lang.tn("round-why-wishes-met", i64::try_from(why.wishes_met).unwrap_or(0)));
    }
    if why.wishes_unmet > 0 {
        said.push(lang.tn("round-why-wishes-unmet", i64::try_from(why.wishes_unmet).unwrap_or(0)));
    }
    if let Some(second) = &why.second {
        let key = match second.because {
            Because::LessInCommon => "round-why-second-less",
            Because::WorseForOthers => "round-why-second-others",
            Because::Rules => "round-why-second-rules",
        };
        said.push(with(lang, key, &[("group", second.group.clone())]));
    }
    said
}

/// Why somebody has no group, and what would help, each a sentence.
pub fn unplaced_sentences(why: &UnplacedWhy, lang: Lang) -> (String, Vec<String>) {
    let n = |n: usize| n.to_string();
    let reason = match &why.reason {
        Reason::Unconfirmed => lang.t("round-unplaced-unconfirmed"),
        Reason::TakenOut => lang.t("round-unplaced-taken-out"),
        Reason::CameLater => lang.t("round-unplaced-later"),
        Reason::TooFew { registered, needed } => {
            with(lang, "round-unplaced-too-few", &[("registered", n(*registered)), ("needed", n(*needed))])
        }
        Reason::SizesDoNotFit { registered, places } => {
            with(lang, "round-unplaced-sizes", &[("registered", n(*registered)), ("places", n(*places))])
        }
        Reason::TooManyFromOrganiser { organiser, registered, places } => with(
            lang,
            "round-unplaced-organiser",
            &[("organiser", organiser.clone()), ("registered", n(*registered)), ("places", n(*places))],
        ),
        // A wish of somebody's: nothing that leads to whose.
        Reason::TooFewPartners { mostly: Conflict::NotWith, .. }
        | Reason::NoRoom { mostly: Some(Conflict::NotWith) } => lang.t("round-unplaced-unshown"),
        Reason::TooFewPartners { possible, needed, mostly } => with(
            lang,
            "round-unplaced-partners",
            &[("possible", n(*possible)), ("needed", n(*needed)), ("mostly", conflict(lang, *mostly))],
        ),
        Reason::NoRoom { mostly: Some(mostly) } => {
            with(lang, "round-unplaced-no-room", &[("mostly", conflict(lang, *mostly))])
        }
        Reason::NoRoom { mostly: None } => lang.t("round-unplaced-full"),
    };
    let mut help = help_sentences(&why.help, lang);
    match why.reason {
        Reason::Unconfirmed => help.push(lang.t("round-help-confirm")),
        Reason::TakenOut | Reason::CameLater => help.push(lang.t("round-help-ask")),
        _ if help.is_empty() => help.push(lang.t("round-help-ask")),
        _ => {}
    }
    (reason, help)
}

/// What would help. That somebody could take a wish back is not said: it would show that there is one.
pub(super) fn help_sentences(help: &[Help], lang: Lang) -> Vec<String> {
    help.iter().filter_map(|each| help_sentence(*each, lang)).collect()
}

fn help_sentence(help: Help, lang: Lang) -> Option<String> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Some(match help {
        Help::MorePeople { count: n } => lang.tn("round-help-more-people", count(n)),
        Help::MoreFromOtherOrganisers { count: n } => lang.tn("round-help-more-organisers", count(n)),
        Help::AllowPerOrganiser { most } => lang.tn("round-help-per-organiser", count(most)),
        Help::AllowGroupSize { least, most } => {
            with(lang, "round-help-group-size", &[("least", least.to_string()), ("most", most.to_string())])
        }
        Help::TravelLimit { km } => with(lang, "round-help-travel", &[("km", lang.number(km))]),
        Help::MeetEitherWay => lang.t("round-help-either-way"),
        Help::MixCategories => lang.t("round-help-mix-categories"),
        Help::MixLevels => lang.t("round-help-mix-levels"),
        Help::FewerNotWith => return None,
        Help::FewerLocks => lang.t("round-help-fewer-locks"),
        Help::MeetAgain => lang.t("round-help-meet-again"),
    })
}

/// A broken rule in words. `group`, `person` and `organiser` give names by place.
pub fn broken_sentence(
    rule: &BrokenRule,
    lang: Lang,
    group: &dyn Fn(usize) -> String,
    person: &dyn Fn(usize) -> String,
    organiser: &dyn Fn(usize) -> String,
) -> String {
    let n = |n: usize| n.to_string();
    match rule {
        BrokenRule::TooSmall { group: at, size, least } => with(
            lang,
            "round-broken-small",
            &[("group", group(*at)), ("size", n(*size)), ("least", n(*least))],
        ),
        BrokenRule::TooLarge { group: at, size, most } => {
            with(lang, "round-broken-large", &[("group", group(*at)), ("size", n(*size)), ("most", n(*most))])
        }
        BrokenRule::PerOrganiser { group: at, organiser: from, count, most } => with(
            lang,
            "round-broken-organiser",
            &[
                ("group", group(*at)),
                ("organiser", organiser(*from)),
                ("count", n(*count)),
                ("most", n(*most)),
            ],
        ),
        // Between whom, or by whose wish, is nobody's to know.
        BrokenRule::Pair { group: at, conflict: Conflict::NotWith, .. } => {
            with(lang, "round-broken-unshown", &[("group", group(*at))])
        }
        BrokenRule::Pair { group: at, a, b, conflict: why } => with(
            lang,
            "round-broken-pair",
            &[("group", group(*at)), ("one", person(*a)), ("two", person(*b)), ("why", conflict(lang, *why))],
        ),
        BrokenRule::Split { people } => {
            let names: Vec<String> = people.iter().map(|at| person(*at)).collect();
            with(lang, "round-broken-split", &[("list", lang.list(&names))])
        }
        BrokenRule::LockedGroup { person: at, .. } => {
            with(lang, "round-broken-locked", &[("one", person(*at))])
        }
        BrokenRule::Twice { person: at } => with(lang, "round-broken-twice", &[("one", person(*at))]),
    }
}

/// A contradiction among what is locked, with the smallest way out. `person` and `organiser` give names by place.
pub fn contradiction_sentence(
    found: &Infeasible,
    lang: Lang,
    person: &dyn Fn(usize) -> String,
    organiser: &dyn Fn(usize) -> String,
) -> String {
    match found {
        Infeasible::Contradiction { conflict: Conflict::NotWith, .. } => lang.t("improvement-unshown"),
        Infeasible::Contradiction { a, b, conflict: why } => with(
            lang,
            "improvement-contradiction",
            &[("one", person(*a)), ("two", person(*b)), ("why", conflict(lang, *why))],
        ),
        Infeasible::TogetherTooLarge { people, excess } => {
            let names: Vec<String> = people.iter().map(|at| person(*at)).collect();
            with(lang, "improvement-too-many", &[("list", lang.list(&names)), ("excess", excess.to_string())])
        }
        Infeasible::TogetherPerOrganiser { organiser: at, count, most } => with(
            lang,
            "improvement-organiser",
            &[("organiser", organiser(*at)), ("count", count.to_string()), ("most", most.to_string())],
        ),
        _ => lang.t("error-round-impossible"),
    }
}

/// What keeps two apart, as in running text.
pub(super) fn conflict(lang: Lang, conflict: Conflict) -> String {
    lang.t(match conflict {
        Conflict::SameOrganiser => "round-conflict-organiser",
        Conflict::Category => "round-conflict-category",
        Conflict::Level => "round-conflict-level",
        Conflict::NotWith => "round-conflict-not-with",
        Conflict::Apart => "round-conflict-apart",
        Conflict::Rivals => "round-conflict-rivals",
        Conflict::MetRecently => "round-conflict-met",
        Conflict::Format => "round-conflict-format",
        Conflict::Travel => "round-conflict-travel",
    })
}

fn km(lang: Lang, tie: &TieWhy) -> String {
    lang.number(tie.km.unwrap_or(0))
}

fn with(lang: Lang, key: &str, values: &[(&'static str, String)]) -> String {
    let values: Vec<_> =
        values.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str()))).collect();
    lang.ta(key, &values)
}

/// The word of a component in keys of texts.
pub(super) fn component_word(component: Component) -> &'static str {
    match component {
        Component::SizeLikeness => "size",
        Component::Neighbours => "neighbours",
        Component::Distance => "distance",
        Component::Structure => "structure",
        Component::Similar => "similar",
        Component::Themes => "themes",
        Component::OfferNeed => "offer-need",
        Component::RoleLikeness => "role-likeness",
        Component::RoleMix => "role-mix",
        Component::Format => "format",
        Component::CommonTimes => "times",
        Component::Novelty => "novelty",
        Component::Wish => "wish",
    }
}
