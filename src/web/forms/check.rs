//! From typed text to values, gathering every error on the way.

use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use fluent_templates::fluent_bundle::FluentValue;

use super::Fields;
use crate::i18n::Lang;

/// One thing wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the field.
    pub field: &'static str,
    /// Locale key of the message.
    pub key: &'static str,
    limits: Option<(i64, i64)>,
    /// What the message names: a day, a number.
    named: Option<String>,
}

impl FieldError {
    fn new(field: &'static str, key: &'static str) -> Self {
        FieldError { field, key, limits: None, named: None }
    }

    /// The message.
    pub fn text(&self, lang: Lang) -> String {
        match (self.limits, &self.named) {
            (Some((min, max)), _) => {
                lang.ta(self.key, &[("min", FluentValue::from(min)), ("max", FluentValue::from(max))])
            }
            (None, Some(name)) => lang.tname(self.key, name),
            (None, None) => lang.t(self.key),
        }
    }
}

/// Everything wrong with a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// A form with one thing wrong, found after parsing (a taken name, say).
    pub fn one(field: &'static str, key: &'static str) -> Self {
        Errors(vec![FieldError::new(field, key)])
    }

    /// These and others after them.
    pub fn and(mut self, others: Errors) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The first error of a field.
    pub fn of(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }

    /// Every error, in the order of checking.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Checks fields one by one. Every method returns something usable, so that all errors are found at once;
/// [`Check::done`] tells whether any of it counts.
pub struct Check<'a> {
    fields: &'a Fields,
    errors: Vec<FieldError>,
}

impl<'a> Check<'a> {
    /// Begins with what was typed.
    pub fn of(fields: &'a Fields) -> Self {
        Check { fields, errors: Vec::new() }
    }

    /// Text of so many characters, without white space around it.
    pub fn text(&mut self, field: &'static str, length: RangeInclusive<usize>) -> String {
        let text = self.fields.text(field);
        let count = text.chars().count();
        if count == 0 && *length.start() > 0 {
            self.fail(field, "error-required");
        } else if !length.contains(&count) {
            self.fail_between(field, "error-length", *length.start(), *length.end());
        }
        text.to_owned()
    }

    /// A whole number within limits.
    pub fn number(&mut self, field: &'static str, limits: RangeInclusive<i32>) -> i32 {
        match self.fields.text(field).parse::<i32>() {
            Ok(n) if limits.contains(&n) => n,
            _ => {
                let (min, max) = (i64::from(*limits.start()), i64::from(*limits.end()));
                let wrong = FieldError::new(field, "error-number");
                self.errors.push(FieldError { limits: Some((min, max)), ..wrong });
                *limits.start()
            }
        }
    }

    /// A whole number within limits, or nothing.
    pub fn optional_number(&mut self, field: &'static str, limits: RangeInclusive<i32>) -> Option<i32> {
        if self.fields.text(field).is_empty() { None } else { Some(self.number(field, limits)) }
    }

    /// One of a fixed set of words. `None` only together with an error.
    pub fn choice<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        let value = self.fields.text(field).parse().ok();
        if value.is_none() {
            self.fail(field, "error-choice");
        }
        value
    }

    /// A date as browsers send it (2026-11-23).
    pub fn date(&mut self, field: &'static str) -> Option<NaiveDate> {
        let value = NaiveDate::parse_from_str(self.fields.text(field), "%Y-%m-%d").ok();
        if value.is_none() {
            self.fail(field, "error-date");
        }
        value
    }

    /// A time of day as browsers send it (14:30).
    pub fn time(&mut self, field: &'static str) -> Option<NaiveTime> {
        let text = self.fields.text(field);
        let value = NaiveTime::parse_from_str(text, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"))
            .ok();
        if value.is_none() {
            self.fail(field, "error-time");
        }
        value
    }

    /// An e-mail address, in lower case.
    pub fn email(&mut self, field: &'static str) -> String {
        let text = self.fields.text(field).to_lowercase();
        if text.is_empty() {
            self.fail(field, "error-required");
        } else if text.chars().count() > 254 || text.parse::<lettre::Address>().is_err() {
            self.fail(field, "error-email");
        }
        text
    }

    /// Notes an error that a field's own form cannot show.
    pub fn fail(&mut self, field: &'static str, key: &'static str) {
        self.errors.push(FieldError::new(field, key));
    }

    /// As [`Check::fail`] with a message that names something.
    pub fn fail_naming(&mut self, field: &'static str, key: &'static str, name: impl ToString) {
        self.errors.push(FieldError { named: Some(name.to_string()), ..FieldError::new(field, key) });
    }

    fn fail_between(&mut self, field: &'static str, key: &'static str, min: usize, max: usize) {
        let limits = Some((i64::try_from(min).unwrap_or(0), i64::try_from(max).unwrap_or(i64::MAX)));
        self.errors.push(FieldError { limits, ..FieldError::new(field, key) });
    }

    /// All errors, unless there are none.
    pub fn done(self) -> Result<(), Errors> {
        if self.errors.is_empty() { Ok(()) } else { Err(Errors(self.errors)) }
    }
}
