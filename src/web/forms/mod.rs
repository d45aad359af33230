//! Forms: what was typed, what is wrong with it, and how it comes back to the page.
//!
//! ```text
//! let mut check = Check::of(&fields);
//! let title = check.text("title", 1..=200);
//! let kind = check.choice::<NetworkKind>("kind");
//! check.done()?;            // Err(Errors): render the page again with Form::failed(fields, errors, lang)
//! ```

mod check;
pub(crate) mod control;
mod fields;

pub use check::{Check, Errors};
pub use fields::Fields;

use crate::i18n::Lang;

/// A form as a template shows it: values and errors by field name.
pub struct Form {
    fields: Fields,
    errors: Errors,
    lang: Lang,
}

impl Form {
    /// A form nobody has filled in.
    pub fn empty(lang: Lang) -> Self {
        Form { fields: Fields::default(), errors: Errors::default(), lang }
    }

    /// A form that shows what is stored.
    pub fn filled(fields: Fields, lang: Lang) -> Self {
        Form { fields, errors: Errors::default(), lang }
    }

    /// A form that comes back with errors and with everything that was typed.
    pub fn failed(fields: Fields, errors: Errors, lang: Lang) -> Self {
        Form { fields, errors, lang }
    }

    /// What stands in a field.
    pub fn value(&self, field: &str) -> &str {
        self.fields.raw(field)
    }

    /// What stands in a field, or `default` where nothing was filled in at all.
    pub fn value_or<'a>(&'a self, field: &str, default: &'a str) -> &'a str {
        if self.fields.has(field) { self.fields.raw(field) } else { default }
    }

    /// What is wrong with a field, in words; empty when nothing is.
    pub fn error(&self, field: &str) -> String {
        self.errors.of(field).map(|error| error.text(self.lang)).unwrap_or_default()
    }

    /// Whether a field (a checkbox, a choice) has this value.
    pub fn has(&self, field: &str, value: &impl std::fmt::Display) -> bool {
        let value = value.to_string();
        self.fields.all(field).any(|given| given == value)
    }

    /// Whether anything is wrong.
    pub fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Every error with its field, for the summary.
    pub fn errors(&self) -> Vec<(&'static str, String)> {
        self.errors.iter().map(|error| (error.field, error.text(self.lang))).collect()
    }
}
