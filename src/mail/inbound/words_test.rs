use proptest::prelude::*;

use super::*;

#[test]
fn answers_of_real_programs_are_cut_to_what_was_written() {
    for (program, text, expected) in [
        (
            "nothing to cut",
            "Vi provade det också.\r\n\r\nDet gick bra.\r\n",
            "Vi provade det också.\n\nDet gick bra.",
        ),
        (
            "Gmail, broken head",
            "Bra fråga!\n\nDen mån 23 nov. 2026 kl 09:12 skrev Grannskap <\npost@grannskap.example>:\n\n> Anna Ek skriver:\n>\n> Hur gick det?\n",
            "Bra fråga!",
        ),
        (
            "Gmail in English",
            "Good question.\n\nOn Mon, Nov 23, 2026 at 9:12 AM Grannskap <post@grannskap.example> wrote:\n> How did it go?\n",
            "Good question.",
        ),
        (
            "Outlook",
            "Hej! Det gick bra.\n\nMed vänlig hälsning\nAnna Ek\nSkolchef, Höörs kommun\n0413-280 00\n\n________________________________\nFrån: Grannskap <post@grannskap.example>\nSkickat: den 23 november 2026 09:12\nTill: Anna Ek\nÄmne: Kommentar: Om läsning\n\nBo Alm skriver:\n\nHur gick det?\n",
            "Hej! Det gick bra.",
        ),
        (
            "Outlook without a rule, bold",
            "Ja.\n\n*Från:* Grannskap\n*Skickat:* i dag\n*Till:* Anna\n*Ämne:* Kommentar\n\nText",
            "Ja.",
        ),
        ("Outlook of old", "Ja.\n\n-----Ursprungligt meddelande-----\nFrån: Grannskap\n\nText", "Ja."),
        (
            "Apple Mail",
            "Tack för det.\n\nSkickat från min iPhone\n\n> 23 nov. 2026 kl. 09:12 skrev Grannskap <post@grannskap.example>:\n> \n> Hur gick det?\n",
            "Tack för det.",
        ),
        (
            "Apple Mail, quotation without marks",
            "Tack.\n\n23 nov. 2026 kl. 09:12 skrev Grannskap <post@grannskap.example>:\n\nBo Alm skriver:\n\nHur gick det?",
            "Tack.",
        ),
        (
            "Thunderbird, under the quotation",
            "Den 2026-11-23 kl. 09:12, skrev Grannskap:\n> Hur gick det?\n> Och varför?\n\nDet gick bra.\n\n> Vem var med?\n\nAlla.\n-- \nAnna Ek",
            "Det gick bra.\n\n\nAlla.",
        ),
        ("mobile Outlook", "Ja\n\nHämta Outlook för iOS<https://aka.ms/o0ukef>\n", "Ja"),
        ("a signature", "Ja\n-- \nAnna\n", "Ja"),
        ("a greeting alone", "Mvh Anna\n", "Mvh Anna"),
        ("a postscript", "Ja.\n\nMvh\nAnna\n\nPS. Ta med kaffe.", "Ja.\n\nMvh\nAnna\n\nPS. Ta med kaffe."),
        ("nothing written", "> Hur gick det?\n>\n> Bo\n", ""),
        ("a signature alone", "\n-- \nAnna Ek\nSkolchef\n", ""),
        ("odd blanks", "\u{feff}Ja\u{a0}då\u{200b}\t\n", "Ja då"),
    ] {
        assert_eq!(own_words(text), expected, "{program}");
    }
}

#[test]
fn words_that_only_look_like_a_head_stay() {
    for text in [
        "Från: det jag minns var alla med.",
        "On that day Anna wrote:\nA letter.",
        "Den här rapporten skrev vi:\nrektorerna och jag.",
        "Den nya klassen skrev så här 3 dagar senare:\nVi vill mer.",
        "Hälsningar från Höör till alla.\nVi ses!",
        "1. Ring\n2. Skriv",
        "__________\nUnderskrift",
    ] {
        assert_eq!(own_words(text), text);
    }
}

proptest! {
    #[test]
    fn nothing_breaks_the_reader(text in "(>|-- |Från: a|Till: b|Ämne: c|Den 1 skrev x@y:|Mvh|[ -~åé\n\r\t]){0,60}") {
        let once = own_words(&text);
        prop_assert!(once.lines().all(|line| !line.trim_start().starts_with('>')));
        prop_assert!(once.len() <= text.len());
    }
}
