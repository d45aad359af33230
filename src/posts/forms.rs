//! From typed text to stories and comments.

use super::{Form, NewPost, Post, Prompt, Visibility};
use crate::themes::{LONGEST_NAME, names_in};
use crate::web::forms::{Check, Errors, Fields};

/// Characters of an answer to one prompt.
const LONGEST_ANSWER: usize = 10_000;

/// Characters of a free story.
const LONGEST_BODY: usize = 40_000;

/// Bytes of a comment.
pub(super) const LONGEST_COMMENT: usize = 10 * 1024;

/// Themes of one story.
const MOST_THEMES: usize = 8;

/// The field of a prompt.
pub(super) fn field(prompt: Prompt) -> &'static str {
    prompt.word()
}

/// Whether a story's form has this field.
pub(super) fn is_field(name: &str) -> bool {
    is_text(name) || ["form", "title", "visibility", "themes", "theme_names"].contains(&name)
}

/// Whether what somebody writes of a story stands in this field; the title stands in both of its forms.
pub(super) fn is_text(name: &str) -> bool {
    name == "body" || Prompt::ALL.iter().any(|prompt| field(*prompt) == name)
}

/// A story from its form. A draft needs a title only.
pub fn story(fields: &Fields, form: Form, draft: bool) -> Result<NewPost, Errors> {
    let mut check = Check::of(fields);
    let title = check.text("title", 1..=200);
    let least = if draft { 0 } else { 1 };
    let mut answers: [String; 5] = Default::default();
    let mut body = String::new();
    match form {
        Form::Free => body = check.text("body", least..=LONGEST_BODY),
        Form::Guided => {
            for (answer, prompt) in answers.iter_mut().zip(Prompt::ALL) {
                // A story may end without a question; the other prompts make it one.
                let least = if *prompt == Prompt::Question { 0 } else { least };
                *answer = check.text(field(*prompt), least..=LONGEST_ANSWER);
            }
        }
    }
    let visibility = check.choice::<Visibility>("visibility");
    let themes: Vec<String> = fields.all("themes").map(str::to_owned).collect();
    let named = names_in(fields.text("theme_names"));
    if themes.len() + named.len() > MOST_THEMES {
        check.fail("themes", "error-post-themes");
    }
    if named.iter().any(|name| name.chars().count() > LONGEST_NAME) {
        check.fail("theme_names", "error-theme-name");
    }
    check.done()?;
    let visibility = visibility.unwrap_or(Visibility::Group);
    Ok(NewPost { title, form, body, answers, visibility, themes, named })
}

/// The fields of a story as it is stored.
pub(super) fn stored(post: &Post, themes: &[String]) -> Fields {
    let mut fields = Fields::from_pairs([
        ("title", post.title.as_str()),
        ("body", &post.body),
        ("visibility", post.visibility.word()),
    ]);
    for prompt in Prompt::ALL {
        fields = fields.with(field(*prompt), post.answer(*prompt));
    }
    themes.iter().fold(fields, |fields, slug| fields.with("themes", slug.as_str()))
}

/// The text of a comment.
pub fn comment(fields: &Fields) -> Result<String, Errors> {
    let mut check = Check::of(fields);
    let body = check.text("body", 1..=LONGEST_COMMENT);
    if body.len() > LONGEST_COMMENT {
        check.fail("body", "error-comment-length");
    }
    check.done()?;
    Ok(body)
}

/// The reason of a coordinator who withdraws somebody's story.
pub(super) fn reason(fields: &Fields) -> Result<String, Errors> {
    let mut check = Check::of(fields);
    let reason = check.text("reason", 1..=1_000);
    check.done()?;
    Ok(reason)
}
