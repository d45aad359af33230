//! Fields of a form with label, hint and error tied together, as `shared/forms.html` calls them.
//!
//! The markup is one template ([`Control`]), compiled once; a macro would be compiled anew wherever it is called.

use std::fmt::Display;

use askama::Template;

/// What somebody reads beside a control; left out where it is empty.
type Text<'a> = &'a dyn AsRef<str>;

/// A field as it is drawn.
#[derive(Template)]
#[template(path = "shared/control.html")]
pub struct Control<'a> {
    /// Name of the field, and its id.
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    error: &'a str,
    /// Further attributes, or classes where there are many boxes; a literal, never what somebody typed.
    extra: &'a str,
    kind: Kind<'a>,
}

enum Kind<'a> {
    /// One line: type of the input and what stands in it.
    Line(&'a str, &'a dyn Display),
    /// Several lines: how many, and what stands in them.
    Area(&'a dyn Display, &'a dyn Display),
    /// One of a list.
    Select(Vec<Choice<'a>>),
    /// One box, ticked or not.
    Box(bool),
    /// Many boxes: `radio` or `checkbox`.
    Boxes(&'a str, Vec<Choice<'a>>),
}

struct Choice<'a> {
    value: String,
    label: &'a dyn Display,
    note: &'a str,
    chosen: bool,
}

fn control<'a>(
    name: Text<'a>,
    label: Text<'a>,
    hint: Text<'a>,
    error: Text<'a>,
    extra: Text<'a>,
    kind: Kind<'a>,
) -> Control<'a> {
    let (name, label, hint) = (name.as_ref(), label.as_ref(), hint.as_ref());
    Control { name, label, hint, error: error.as_ref(), extra: extra.as_ref(), kind }
}

/// One line of input of any type.
pub fn input<'a>(
    kind: &'a str,
    name: Text<'a>,
    label: Text<'a>,
    value: &'a dyn Display,
    hint: Text<'a>,
    error: Text<'a>,
    extra: Text<'a>,
) -> Control<'a> {
    control(name, label, hint, error, extra, Kind::Line(kind, value))
}

/// Room for a text of so many rows.
pub fn textarea<'a>(
    name: Text<'a>,
    label: Text<'a>,
    value: &'a dyn Display,
    hint: Text<'a>,
    error: Text<'a>,
    rows: &'a dyn Display,
    extra: Text<'a>,
) -> Control<'a> {
    control(name, label, hint, error, extra, Kind::Area(rows, value))
}

/// A list to choose from: values and labels, and the value that is chosen, compared as text.
pub fn select<'a, V: Display + 'a, L: Display + 'a>(
    name: Text<'a>,
    label: Text<'a>,
    options: &'a (impl AsRef<[(V, L)]> + ?Sized),
    value: &'a dyn Display,
    hint: Text<'a>,
    error: Text<'a>,
    extra: Text<'a>,
) -> Control<'a> {
    let value = value.to_string();
    let choice = |(key, label): &'a (V, L)| {
        let key = key.to_string();
        Choice { chosen: key == value, value: key, label, note: "" }
    };
    control(name, label, hint, error, extra, Kind::Select(options.as_ref().iter().map(choice).collect()))
}

/// One box on its own: sends `name=1` when ticked.
pub fn checkbox<'a>(
    name: Text<'a>,
    label: Text<'a>,
    ticked: &bool,
    hint: Text<'a>,
    error: Text<'a>,
    extra: Text<'a>,
) -> Control<'a> {
    control(name, label, hint, error, extra, Kind::Box(*ticked))
}

/// One of several boxes: values, labels and notes.
pub fn radios<'a, V: Display + 'a, L: Display + 'a, N: AsRef<str> + 'a>(
    name: Text<'a>,
    label: Text<'a>,
    options: &'a (impl AsRef<[(V, L, N)]> + ?Sized),
    value: &'a dyn Display,
    hint: Text<'a>,
    error: Text<'a>,
    style: Text<'a>,
) -> Control<'a> {
    let value = value.to_string();
    let choice = |(key, label, note): &'a (V, L, N)| {
        let key = key.to_string();
        Choice { chosen: key == value, value: key, label, note: note.as_ref() }
    };
    let choices = options.as_ref().iter().map(choice).collect();
    control(name, label, hint, error, style, Kind::Boxes("radio", choices))
}

/// Any of several boxes: values, labels and whether they are ticked.
pub fn checkboxes<'a, V: Display + 'a, L: Display + 'a>(
    name: Text<'a>,
    label: Text<'a>,
    options: &'a (impl AsRef<[(V, L, bool)]> + ?Sized),
    hint: Text<'a>,
    error: Text<'a>,
    style: Text<'a>,
) -> Control<'a> {
    let choice = |(key, label, ticked): &'a (V, L, bool)| Choice {
        value: key.to_string(),
        label,
        note: "",
        chosen: *ticked,
    };
    let choices = options.as_ref().iter().map(choice).collect();
    control(name, label, hint, error, style, Kind::Boxes("checkbox", choices))
}

/// What is wrong with a form, first on its page: ids of fields and what is wrong with them.
#[derive(Template)]
#[template(path = "shared/error_summary.html")]
pub struct ErrorSummary<'a> {
    title: &'a str,
    errors: &'a [(&'static str, String)],
}

/// The summary of a form's errors.
pub fn error_summary<'a>(title: Text<'a>, errors: &'a [(&'static str, String)]) -> ErrorSummary<'a> {
    ErrorSummary { title: title.as_ref(), errors }
}
