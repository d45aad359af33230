//! What surrounds every page: title, navigation, language, the message from the last act.

use askama::Template;
use fluent_templates::fluent_bundle::FluentValue;

use super::CurrentPerson;
use crate::i18n::Lang;

/// Given to every page template as `chrome`; also its way to the texts.
pub struct Chrome {
    /// Language of the page.
    pub language: Lang,
    /// What the page is called.
    pub title: String,
    /// Which part of the navigation we are in.
    pub nav: &'static str,
    /// Path of this page, for forms that come back to it.
    pub path: String,
    /// Who is signed in.
    pub person: Option<CurrentPerson>,
    /// What the last act did, in words.
    pub flash: Option<String>,
    /// Address of the style sheet.
    pub css_url: String,
    /// Address of the script.
    pub js_url: String,
    /// Address of the icon.
    pub icon_url: String,
}

impl Chrome {
    /// From the doctype on, as far as a page adds to its head.
    pub fn head(&self) -> Head<'_> {
        Head { chrome: self }
    }

    /// From the end of the head to where the page's own content begins.
    pub fn header(&self) -> Header<'_> {
        Header { chrome: self }
    }

    /// What follows the content.
    pub fn footer(&self) -> Footer<'_> {
        Footer { chrome: self }
    }

    /// `sv` or `en`.
    pub fn lang(&self) -> &'static str {
        self.language.word()
    }

    /// The text for `key`.
    pub fn t(&self, key: &str) -> String {
        self.language.t(key)
    }

    /// The text for `key` with a count `n`.
    pub fn tn<N: TryInto<i64> + Copy>(&self, key: &str, n: &N) -> String {
        self.language.tn(key, *n)
    }

    /// The text for `key` with a `name`.
    pub fn tname(&self, key: &str, name: &str) -> String {
        self.language.tname(key, name)
    }

    /// The text for `key` with one value put in.
    pub fn ta(&self, key: &str, argument: &'static str, value: &str) -> String {
        self.language.ta(key, &[(argument, FluentValue::from(value))])
    }

    /// A whole number with separated thousands.
    pub fn number<N: Into<i64> + Copy>(&self, n: &N) -> String {
        self.language.number(*n)
    }

    /// The text for a value of an enum: key `prefix-word`.
    pub fn tw(&self, prefix: &str, word: &impl std::fmt::Display) -> String {
        self.language.t(&format!("{prefix}-{word}"))
    }

    /// The title as an error page needs it: told first when the form had errors.
    pub fn with_errors(mut self) -> Self {
        self.title = format!("{}: {}", self.language.t("title-error"), self.title);
        self
    }
}

/// The head of a page.
#[derive(Template)]
#[template(path = "layouts/head.html")]
pub struct Head<'a> {
    chrome: &'a Chrome,
}

/// Brand, search, account, navigation and the message from the last act.
#[derive(Template)]
#[template(path = "layouts/header.html")]
pub struct Header<'a> {
    chrome: &'a Chrome,
}

/// The foot of a page.
#[derive(Template)]
#[template(path = "layouts/footer.html")]
pub struct Footer<'a> {
    chrome: &'a Chrome,
}
