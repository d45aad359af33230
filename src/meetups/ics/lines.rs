//! Content lines: escaped, folded, ended by CRLF.

/// Most octets in a line, the line break not counted (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The text of a calendar while it is written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Opens a component.
    pub(super) fn begin(&mut self, component: &str) {
        self.value("BEGIN", component);
    }

    /// Closes a component.
    pub(super) fn end(&mut self, component: &str) {
        self.value("END", component);
    }

    /// A property whose value is no free text. What could end the line is left out.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}").replace(char::is_control, "");
        self.fold(&line);
    }

    /// A property with free text (3.3.11).
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.value(name, &escape(text));
    }

    /// The calendar.
    pub(super) fn finish(self) -> String {
        self.0
    }

    // Counted in octets, cut between characters; the space that begins a continued line counts too.
    fn fold(&mut self, line: &str) {
        let (mut rest, mut room) = (line, LONGEST);
        while rest.len() > room {
            let (first, others) = rest.split_at(rest.floor_char_boundary(room));
            self.0.push_str(first);
            self.0.push_str("\r\n ");
            (rest, room) = (others, LONGEST - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// The value of a parameter, quoted: no quotes and no line breaks can be inside.
pub(super) fn quoted(text: &str) -> String {
    let inside: String =
        text.chars().map(|c| if c == '"' { '\'' } else { c }).filter(|c| !c.is_control()).collect();
    format!("\"{inside}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn text_is_escaped_and_cannot_begin_a_line() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a,b;c\\d\r\nATTENDEE:x\u{0}\u{7}");
        assert_eq!(lines.finish(), "SUMMARY:a\\,b\\;c\\\\d\\nATTENDEE:x\r\n");
        assert_eq!(quoted("A \"B\"\r\nC"), "\"A 'B'C\"");
    }

    proptest! {
        #[test]
        fn lines_are_at_most_75_octets_and_lose_nothing(text in "[a-zåäö€😀 ]{0,400}") {
            let mut lines = Lines::default();
            lines.text("X", &text);
            let written = lines.finish();
            prop_assert!(written.split("\r\n").all(|line| line.len() <= LONGEST));
            prop_assert_eq!(unfolded(&written), format!("X:{text}\r\n"));
        }
    }
}
