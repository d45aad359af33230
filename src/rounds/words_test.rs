//! Explanations read as they should, in both languages.

use matching::{BrokenRule, Component, Conflict, Help};

use super::why::{Because, GroupWhy, PersonWhy, Reason, SecondWhy, TieWhy, UnplacedWhy};
use super::words::{
    ThemeNames, broken_sentence, group_sentences, person_sentences, unplaced_sentences, weakest_sentence,
};
use crate::i18n::Lang::{English, Swedish};

fn group() -> GroupWhy {
    GroupWhy {
        binds: vec![Component::Neighbours, Component::SizeLikeness, Component::Themes],
        compromised: vec![Component::RoleLikeness],
        themes: vec![("bedömning".to_owned(), 3), ("närvaro".to_owned(), 2)],
        widest_km: Some(64),
        sizes: Some((9_800, 17_250)),
        weakest: Some(TieWhy { organiser: "Höör".into(), with: "Osby".into(), km: Some(64), by: vec![] }),
        mean: 6_100,
    }
}

#[test]
fn a_group_is_explained_in_both_languages() {
    let themes = ThemeNames::default();
    assert_eq!(
        group_sentences(&group(), Swedish, &themes),
        [
            "Gruppen hör ihop för att huvudmännen är grannar och huvudmännen är ungefär lika stora.",
            "Flera arbetar med bedömning och närvaro.",
            "Längst är det 64 km mellan två av er, fågelvägen.",
            "Den minsta huvudmannen har 9\u{a0}800 och den största 17\u{a0}250 invånare (elever hos enskilda).",
            "Det som fick stå tillbaka: uppdragen skiljer sig åt.",
        ]
    );
    let english = group_sentences(&group(), English, &themes);
    assert_eq!(
        english[0],
        "The group belongs together because the organisers are neighbours and the organisers are about the same size."
    );
    assert_eq!(english.len(), 5);
    assert_eq!(
        weakest_sentence(&group(), Swedish).unwrap(),
        "Minst gemensamt har Höör och Osby, 64 km från varandra."
    );
}

#[test]
fn a_person_is_told_what_was_compromised() {
    let tie = |with: &str, km, by: &[Component]| {
        Some(TieWhy { organiser: "Höör".into(), with: with.into(), km: Some(km), by: by.to_vec() })
    };
    let why = PersonWhy {
        closest: tie("Hörby", 14, &[Component::Neighbours, Component::Themes]),
        loosest: tie("Osby", 64, &[]),
        second: Some(SecondWhy { group: "Lund–Lomma".into(), because: Because::LessInCommon }),
        ..PersonWhy::default()
    };
    assert_eq!(
        person_sentences(&why, Swedish),
        [
            "Närmast dig är Hörby: ni är grannar och har gemensamma teman.",
            "Längst från din vardag är Osby, 64 km bort.",
            "Lund–Lomma var nästa alternativ, men där har du mindre gemensamt.",
        ]
    );
    assert!(person_sentences(&why, English)[0].starts_with("Closest to you is Hörby"));
}

#[test]
fn nobody_is_left_without_a_reason_and_help() {
    let reasons = [
        Reason::Unconfirmed,
        Reason::TakenOut,
        Reason::TooFew { registered: 2, needed: 4 },
        Reason::SizesDoNotFit { registered: 9, places: 8 },
        Reason::TooManyFromOrganiser { organiser: "Höör".into(), registered: 5, places: 2 },
        Reason::TooFewPartners { possible: 1, needed: 3, mostly: Conflict::Travel },
        Reason::NoRoom { mostly: Some(Conflict::Category) },
        Reason::NoRoom { mostly: None },
    ];
    for reason in reasons {
        for lang in [Swedish, English] {
            let why = UnplacedWhy { reason: reason.clone(), help: vec![Help::MorePeople { count: 2 }] };
            let (said, help) = unplaced_sentences(&why, lang);
            assert!(said.ends_with('.') && !said.contains("round-") && !said.contains('{'), "{said}");
            assert!(help.iter().all(|each| each.ends_with('.') && !each.contains("round-")), "{help:?}");
        }
    }
    let why = UnplacedWhy {
        reason: Reason::TooFew { registered: 2, needed: 4 },
        help: vec![Help::MorePeople { count: 1 }, Help::TravelLimit { km: 90 }],
    };
    let (said, help) = unplaced_sentences(&why, Swedish);
    assert_eq!(said, "Det är för få som kan bilda en grupp: 2 är anmälda och det behövs minst 4.");
    assert_eq!(help, ["En person till anmäler sig.", "Personen kan resa 90 km till en träff."]);
}

#[test]
fn broken_rules_are_named() {
    let rule = BrokenRule::TooLarge { group: 0, size: 8, most: 7 };
    let name = |_: usize| "Höör–Hörby".to_owned();
    assert_eq!(
        broken_sentence(&rule, Swedish, &name, &name, &name),
        "Höör–Hörby får 8 deltagare; omgången tillåter högst 7."
    );
    let rule = BrokenRule::Pair { group: 0, a: 0, b: 1, conflict: Conflict::Level };
    assert!(broken_sentence(&rule, English, &name, &name, &name).contains("levels"));
}
