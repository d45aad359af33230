//! Names and roles of people who do not exist.

use rand_core::Rng;
use rand_pcg::Pcg64;

use crate::organisers::Kind;
use crate::seats::Level;

const FIRST: &[&str] = &[
    "Agneta", "Ahmed", "Aida", "Albin", "Alice", "Amanda", "Amir", "Anders", "Andreas", "Anette", "Anna",
    "Anton", "Arvid", "Asta", "Bengt", "Birgitta", "Björn", "Camilla", "Carina", "Cecilia", "Christer",
    "Daniel", "David", "Elin", "Elsa", "Emil", "Emma", "Erik", "Eva", "Farid", "Fatima", "Filip", "Fredrik",
    "Frida", "Göran", "Gunilla", "Gustav", "Hanna", "Hans", "Helena", "Henrik", "Hugo", "Håkan", "Ida",
    "Inger", "Ingrid", "Jenny", "Johan", "Jonas", "Josefin", "Karin", "Kerstin", "Khadija", "Klara", "Lars",
    "Leif", "Lena", "Linda", "Linnea", "Lovisa", "Magnus", "Maja", "Maria", "Marie", "Markus", "Martin",
    "Mats", "Mikael", "Mohammed", "Monika", "Nils", "Olof", "Oskar", "Per", "Petra", "Pia", "Rebecka",
    "Robert", "Roya", "Samira", "Sara", "Signe", "Simon", "Sofia", "Stefan", "Stig", "Susanne", "Sven",
    "Tekla", "Therese", "Thomas", "Tove", "Ulf", "Ulrika", "Viktor", "Vera", "Yasmin", "Yvonne", "Åsa",
    "Örjan",
];

const LAST: &[&str] = &[
    "Ahlgren",
    "Alm",
    "Andersson",
    "Asp",
    "Berg",
    "Berglund",
    "Bergström",
    "Björk",
    "Blom",
    "Boström",
    "Dahl",
    "Dahlberg",
    "Ek",
    "Ekdahl",
    "Eklund",
    "Ekström",
    "Engström",
    "Eriksson",
    "Falk",
    "Forsberg",
    "Fransson",
    "Frisk",
    "Granberg",
    "Gren",
    "Gunnarsson",
    "Gustafsson",
    "Hall",
    "Hansson",
    "Hedin",
    "Hedlund",
    "Hellström",
    "Hermansson",
    "Holm",
    "Holmberg",
    "Hult",
    "Håkansson",
    "Isaksson",
    "Jansson",
    "Johansson",
    "Jonsson",
    "Karlsson",
    "Khalil",
    "Lagerqvist",
    "Larsson",
    "Lind",
    "Lindberg",
    "Lindgren",
    "Lindholm",
    "Lindqvist",
    "Ljung",
    "Lund",
    "Lundgren",
    "Lundin",
    "Löfgren",
    "Magnusson",
    "Malm",
    "Mattsson",
    "Moberg",
    "Månsson",
    "Mårtensson",
    "Nilsson",
    "Norberg",
    "Nordin",
    "Nyberg",
    "Nyström",
    "Olofsson",
    "Olsson",
    "Palm",
    "Persson",
    "Pettersson",
    "Rahimi",
    "Roos",
    "Rosén",
    "Samuelsson",
    "Sandberg",
    "Sjöberg",
    "Sjögren",
    "Skog",
    "Ström",
    "Strömberg",
    "Sundberg",
    "Sundin",
    "Svensson",
    "Söderberg",
    "Söderlund",
    "Tallberg",
    "Viberg",
    "Viklund",
    "Wallin",
    "Wiberg",
    "Yilmaz",
    "Åberg",
    "Åkesson",
    "Åström",
    "Öberg",
    "Öhman",
    "Östlund",
];

/// One of `choices`.
pub(super) fn pick<T: Copy>(rng: &mut Pcg64, choices: &[T]) -> Option<T> {
    choices.get(below(rng, choices.len())).copied()
}

/// A number below `n`, evenly enough for a demo; 0 when `n` is 0.
pub(super) fn below(rng: &mut Pcg64, n: usize) -> usize {
    let n = u64::try_from(n.max(1)).unwrap_or(1);
    usize::try_from(rng.next_u64() % n).unwrap_or(0)
}

/// True in `per_mille` of a thousand cases.
pub(super) fn chance(rng: &mut Pcg64, per_mille: usize) -> bool {
    below(rng, 1000) < per_mille
}

/// A full name.
pub(super) fn full_name(rng: &mut Pcg64) -> String {
    let first = pick(rng, FIRST).unwrap_or("Anna");
    let last = pick(rng, LAST).unwrap_or("Ek");
    format!("{first} {last}")
}

/// A level and a role that such an organiser has.
pub(super) fn role(rng: &mut Pcg64, kind: Kind) -> (Level, &'static str) {
    let choices: &[(Level, &'static str)] = match kind {
        Kind::Municipality => &[
            (Level::Administration, "Skolchef"),
            (Level::Administration, "Skolchef"),
            (Level::Administration, "Utbildningschef"),
            (Level::Administration, "Verksamhetschef förskola"),
            (Level::Administration, "Verksamhetschef grundskola"),
            (Level::Administration, "Kvalitetsstrateg"),
            (Level::Administration, "Utvecklingsledare"),
            (Level::Board, "Ordförande i utbildningsnämnden"),
            (Level::Board, "Ledamot i utbildningsnämnden"),
            (Level::Principal, "Rektor F–6"),
            (Level::Principal, "Rektor 7–9"),
            (Level::Principal, "Rektor förskola"),
            (Level::Teacher, "Förstelärare"),
        ],
        Kind::Independent => &[
            (Level::Administration, "Skolchef"),
            (Level::Administration, "Skolchef"),
            (Level::Administration, "Kvalitetschef"),
            (Level::Board, "Styrelseordförande"),
            (Level::Principal, "Rektor"),
            (Level::Principal, "Rektor F–9"),
        ],
    };
    pick(rng, choices).unwrap_or((Level::Administration, "Skolchef"))
}
