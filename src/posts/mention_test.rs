use proptest::prelude::*;

use super::*;

fn known(names: &[&str]) -> Vec<(Id, Vec<String>)> {
    let id = |n: usize| Id(uuid::Uuid::from_u128(u128::try_from(n).unwrap() + 1));
    names.iter().enumerate().map(|(n, name)| (id(n), name.split_whitespace().map(fold).collect())).collect()
}

fn found<'a>(names: &[&str], body: &'a str) -> Vec<(u128, &'a str)> {
    let known = known(names);
    calls(body).filter_map(|after| named(&known, after)).map(|(id, typed)| (id.0.as_u128(), typed)).collect()
}

#[test]
fn names_are_found_whole_or_by_a_first_name_that_one_has() {
    let names = ["Anna Ek", "Anna-Karin Björk", "Bo Alm", "Bo Ek", "Li"];
    for (body, expected) in [
        ("@Anna Ek, vad säger du?", &[(1, "Anna Ek")][..]),
        ("Som @anna ek skrev", &[(1, "anna ek")]),
        ("Hej @Anna!", &[(1, "Anna")]),
        ("Hej @Anna Larsson", &[(1, "Anna")]),
        ("@Anna-Karin Bjork.", &[(2, "Anna-Karin Bjork")]),
        ("(@Bo Alm)", &[(3, "Bo Alm")]),
        ("@Bo vet", &[]),
        ("@Bo Alm och @Bo Ek och @li", &[(3, "Bo Alm"), (4, "Bo Ek"), (5, "li")]),
        ("skriv till anna@Anna Ek", &[]),
        ("https://x.example/@Anna", &[]),
        ("@Anna\nEk", &[(1, "Anna")]),
        ("@ Anna Ek @@ @", &[]),
        ("@Ann", &[]),
        ("@Annas bok", &[]),
    ] {
        assert_eq!(found(&names, body), expected, "{body}");
    }
    assert_eq!(found(&["Anna Ek", "anna ek"], "@Anna Ek"), []);
}

#[test]
fn mentions_are_marked_in_text_alone() {
    let kept = "1 Anna Ek\n2 Anna";
    let html =
        r#"<p>@Anna Ek och @Anna, inte @Annas <a href="https://x.example/@Anna" rel="x">@Anna</a></p>"#;
    let shown = marked(html.to_owned(), Some(kept));
    assert_eq!(
        shown,
        r#"<p><strong>@Anna Ek</strong> och <strong>@Anna</strong>, inte @Annas <a href="https://x.example/@Anna" rel="x"><strong>@Anna</strong></a></p>"#
    );
    assert_eq!(marked(html.to_owned(), None), html);
}

proptest! {
    #[test]
    fn nothing_breaks_the_reader(body in "[@a-cÅé <>&'.\n-]{0,60}") {
        let names = ["A B", "Åa c", "b"];
        for (_, typed) in found(&names, &body) {
            let whole = format!("@{typed}");
            prop_assert!(body.contains(&whole));
        }
        let html = crate::markdown::to_html(&body);
        let shown = marked(html.clone(), Some("1 a B\n2 b"));
        prop_assert_eq!(shown.replace("<strong>", "").replace("</strong>", ""), html.replace("<strong>", "").replace("</strong>", ""));
    }
}
