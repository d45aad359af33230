//! What is typed about an independent organiser.

use std::collections::HashMap;

use super::independent::Independent;
use super::number::organisation_number;
use super::organiser::Organiser;
use super::reference::municipality_names;
use crate::i18n::fold;
use crate::web::forms::{Check, Errors, Fields};

/// Most pupils of one organiser.
pub const MOST_PUPILS: i32 = 100_000;

/// Parses the form: fields `name`, `number`, `pupils`, `municipalities`.
pub(super) fn parse(fields: &Fields) -> Result<Independent, Errors> {
    let mut check = Check::of(fields);
    let name = check.text("name", 2..=200);
    let number = organisation_number(fields.text("number")).unwrap_or_default();
    if fields.text("number").is_empty() {
        check.fail("number", "error-required");
    } else if number.is_empty() {
        check.fail("number", "organiser-error-number");
    }
    let pupils = check.optional_number("pupils", 0..=MOST_PUPILS);
    let (municipalities, unknown) = municipalities(fields.text("municipalities"));
    if !unknown.is_empty() {
        check.fail("municipalities", "organiser-error-municipalities");
    } else if municipalities.is_empty() {
        check.fail("municipalities", "error-required");
    }
    check.done()?;
    Ok(Independent { name, number, pupils, municipalities })
}

/// The form as it shows what is stored.
pub(super) fn fields_of(organiser: &Organiser, municipalities: &[String]) -> Fields {
    let names: Vec<&str> =
        municipalities.iter().filter_map(|code| municipality_names().get(code)).map(String::as_str).collect();
    Fields::from_pairs([
        ("name", organiser.name.clone()),
        ("number", organiser.organisation_number.clone()),
        ("pupils", organiser.pupils.map(|pupils| pupils.to_string()).unwrap_or_default()),
        ("municipalities", names.join("\n")),
    ])
}

/// Codes of the municipalities named, and the names that are none. Names or codes, divided by commas, semicolons or
/// line breaks; with or without accents and `kommun`.
pub fn municipalities(text: &str) -> (Vec<String>, Vec<String>) {
    let by_name: HashMap<String, &String> =
        municipality_names().iter().map(|(code, name)| (fold(name), code)).collect();
    let (mut codes, mut unknown) = (Vec::new(), Vec::new());
    for part in text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let folded = fold(part);
        let plain =
            folded.strip_suffix(" kommun").or_else(|| folded.strip_suffix(" stad")).unwrap_or(&folded);
        let code = municipality_names()
            .get_key_value(part)
            .map(|(code, _)| code)
            .or_else(|| by_name.get(plain).copied())
            .or_else(|| plain.strip_suffix('s').and_then(|name| by_name.get(name).copied()));
        match code {
            Some(code) if !codes.contains(code) => codes.push(code.clone()),
            Some(_) => {}
            None => unknown.push(part.to_owned()),
        }
    }
    codes.sort();
    (codes, unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_by_any_usual_name() {
        let (codes, unknown) = municipalities("Höör, horby; 1285\nHöörs kommun, Göteborgs stad, Atlantis,,");
        assert_eq!(codes, ["1266", "1267", "1285", "1480"]);
        assert_eq!(unknown, ["Atlantis"]);
    }
}
