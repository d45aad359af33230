//! Markdown as people write it, turned into HTML that is safe everywhere it is shown, and into plain text.
//!
//! comrak parses, ammonia cleans what comes out, so that one mistake in either opens nothing. Raw HTML is shown as
//! the text it is; pictures become links; links lead to http, https and mailto only. Headings begin below the heading
//! of the page they stand on and skip no level. Text that is nested deeper than anybody writes is shown as it was typed.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

use crate::memo::Memo;

/// Bytes that are read; more than any form takes. The rest is left out.
const LONGEST: usize = 100_000;

/// How deep blocks and emphasis may stand in each other. Cleaning takes time with the square of the depth.
const DEEPEST: usize = 48;

/// Marks that are looked at. comrak takes time with the square of the number of opening ones where they do not match, and cleaning with
/// that of signs that may begin an entity.
const MOST_MARKS: usize = 4_000;

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "del",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    let attributes = [("a", "href"), ("ol", "start"), ("th", "align"), ("td", "align")];
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(tags))
        .tag_attributes(
            attributes.map(|(tag, name)| (tag, HashSet::from([name]))).into_iter().collect::<HashMap<_, _>>(),
        )
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow noopener"));
    cleaner
});

/// HTML of texts that are read often: agreements of groups, new stories.
static CLEANED: Memo = Memo::of(4 << 20);

/// Safe HTML with headings from `h3`: for text under a heading of its own on the page.
pub fn to_html(markdown: &str) -> String {
    to_html_from(markdown, 3)
}

/// Safe HTML with headings from `first` (2 to 6).
pub fn to_html_from(markdown: &str, first: u8) -> String {
    let text = readable(markdown);
    match prose(text) {
        Some(paragraphs) => paragraphs.map(|words| format!("<p>{words}</p>\n")).collect(),
        None => CLEANED.get(format!("{first}{text}"), || parsed_to_html(text, first)).to_string(),
    }
}

fn parsed_to_html(text: &str, first: u8) -> String {
    let arena = Arena::new();
    let options = options();
    if is_overloaded(text) {
        return as_typed(text);
    }
    let root = parse_document(&arena, text, &options);
    if depth(root) > DEEPEST {
        return as_typed(text);
    }
    shift_headings(root, first);
    pictures_to_links(root);
    let mut html = String::new();
    match format_html(root, &options, &mut html) {
        // Code may be wider than the page: the keyboard must be able to scroll it.
        Ok(()) => CLEANER.clean(&html).to_string().replace("<pre>", "<pre tabindex=\"0\">"),
        Err(_) => as_typed(text),
    }
}

/// The words alone, a blank line between paragraphs: for mail, search and excerpts.
pub fn to_plain(markdown: &str) -> String {
    let text = readable(markdown);
    match prose(text) {
        Some(paragraphs) => paragraphs.collect::<Vec<_>>().join("\n\n"),
        None => parsed_to_plain(text),
    }
}

fn parsed_to_plain(text: &str) -> String {
    let arena = Arena::new();
    if is_overloaded(text) {
        return text.trim().to_owned();
    }
    let root = parse_document(&arena, text, &options());
    if depth(root) > DEEPEST {
        return text.trim().to_owned();
    }
    written(root)
}

/// The words of what was parsed.
fn written<'a>(root: &'a AstNode<'a>) -> String {
    let mut plain = String::new();
    // Of each list that is open, the number of its next item; none of one with bullets.
    let mut lists: Vec<Option<usize>> = Vec::new();
    let mut item = 0;
    for edge in root.traverse() {
        let (NodeEdge::Start(node) | NodeEdge::End(node)) = edge;
        let data = node.data.borrow();
        if matches!(edge, NodeEdge::End(_)) {
            if matches!(data.value, NodeValue::List(_)) {
                lists.pop();
            }
            continue;
        }
        match &data.value {
            NodeValue::Text(words) => plain.push_str(words),
            NodeValue::Code(code) => plain.push_str(&code.literal),
            NodeValue::CodeBlock(code) => {
                separate(&mut plain, "\n\n");
                plain.push_str(code.literal.trim_end());
            }
            NodeValue::HtmlInline(html) => plain.push_str(html),
            NodeValue::HtmlBlock(html) => {
                separate(&mut plain, "\n\n");
                plain.push_str(html.literal.trim_end());
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => plain.push('\n'),
            NodeValue::List(list) => {
                lists.push((list.list_type == ListType::Ordered).then_some(list.start));
            }
            NodeValue::Item(_) => {
                separate(&mut plain, "\n");
                match lists.last_mut() {
                    Some(Some(number)) => {
                        plain.push_str(&format!("{number}. "));
                        *number = number.saturating_add(1);
                    }
                    _ => plain.push_str("- "),
                }
                item = plain.len();
            }
            NodeValue::TableCell => separate(&mut plain, " "),
            NodeValue::TableRow(_) => separate(&mut plain, "\n"),
            NodeValue::Paragraph | NodeValue::Heading(_) if plain.len() != item => {
                separate(&mut plain, "\n\n")
            }
            _ => {}
        }
    }
    plain.trim().to_owned()
}

/// As [`to_plain`], with the address behind every link that does not show it: for the text part of a mail that somebody has
/// written.
pub fn to_text(markdown: &str) -> String {
    let text = readable(markdown);
    if let Some(paragraphs) = prose(text) {
        return paragraphs.collect::<Vec<_>>().join("\n\n");
    }
    if is_overloaded(text) {
        return text.trim().to_owned();
    }
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    if depth(root) > DEEPEST {
        return text.trim().to_owned();
    }
    for (node, url) in links(root) {
        let words = written(node);
        let is_shown = !words.is_empty() && url.ends_with(&words);
        if !is_shown && ["http://", "https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)) {
            node.append(arena.alloc(NodeValue::Text(format!(" ({url})").into()).into()));
        }
    }
    written(root)
}

/// The links and pictures of what was parsed, with where they lead.
fn links<'a>(root: &'a AstNode<'a>) -> Vec<(&'a AstNode<'a>, String)> {
    let url = |node: &'a AstNode<'a>| match &node.data.borrow().value {
        NodeValue::Link(link) | NodeValue::Image(link) => Some((node, link.url.clone())),
        _ => None,
    };
    root.descendants().filter_map(url).collect()
}

/// The beginning in one line, at most `chars` characters, cut between words.
pub fn excerpt(markdown: &str, chars: usize) -> String {
    // Enough for any excerpt, so that a long story costs no more than a short one.
    let beginning = cut(markdown, chars.saturating_mul(12).max(2_000));
    shorten(&to_plain(beginning), chars)
}

/// Text in one line, at most `chars` characters, cut between words and marked where it was cut.
pub fn shorten(text: &str, chars: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(chars) else { return line };
    let (kept, rest) = line.split_at_checked(end).unwrap_or((line.as_str(), ""));
    let kept =
        if rest.starts_with(' ') { kept } else { kept.rsplit_once(' ').map_or(kept, |(words, _)| words) };
    format!("{}…", kept.trim_end_matches([',', '.', ';', ':', ' ']))
}

/// The paragraphs of text that has no mark in it that means anything in Markdown or HTML: most of what people write.
/// Parsing and cleaning it would give the same and take thirty times as long; a test holds that.
fn prose(text: &str) -> Option<impl Iterator<Item = &str>> {
    let text = text.trim_matches('\n');
    let plain = |c: char| c.is_alphanumeric() || " \n.,;:!?()'\"/%–-”".contains(c);
    // Lists, rules, headings and tables begin with something else; two blanks break a line.
    let begins = |line: &str| line.is_empty() || line.starts_with(char::is_alphabetic);
    let odd = ["  ", " \n", "//", "www.", "WWW."];
    let is_prose = text.chars().all(plain)
        && text.split('\n').all(begins)
        && !text.ends_with(' ')
        && !odd.iter().any(|odd| text.contains(odd));
    is_prose
        .then(|| text.split("\n\n").map(|words| words.trim_matches('\n')).filter(|words| !words.is_empty()))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.render.escape = true;
    options.render.ignore_empty_links = true;
    options
}

fn readable(markdown: &str) -> &str {
    cut(markdown, LONGEST)
}

fn is_overloaded(text: &str) -> bool {
    text.matches(['<', '*', '_', '~', '[', '&']).count() > MOST_MARKS
}

fn cut(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

/// Nesting below `root`, walked without recursion.
fn depth<'a>(root: &'a AstNode<'a>) -> usize {
    let (mut deepest, mut level) = (0_usize, 0_usize);
    for edge in root.traverse() {
        match edge {
            comrak::arena_tree::NodeEdge::Start(_) => {
                level += 1;
                deepest = deepest.max(level);
            }
            comrak::arena_tree::NodeEdge::End(_) => level = level.saturating_sub(1),
        }
    }
    deepest
}

/// Moves headings down so that they begin at `first`, and closes gaps between their levels.
fn shift_headings<'a>(root: &'a AstNode<'a>, first: u8) {
    let headings: Vec<_> =
        root.descendants().filter(|node| matches!(node.data.borrow().value, NodeValue::Heading(_))).collect();
    let mut above: Vec<u8> = Vec::new();
    for node in headings {
        if node.first_child().is_none() {
            node.detach();
            continue;
        }
        if let NodeValue::Heading(heading) = &mut node.data.borrow_mut().value {
            above.retain(|level| *level < heading.level);
            let nested = u8::try_from(above.len()).unwrap_or(6);
            above.push(heading.level);
            heading.level = first.saturating_add(nested).clamp(2, 6);
        }
    }
}

fn pictures_to_links<'a>(root: &'a AstNode<'a>) {
    for node in root.descendants() {
        let value = &mut node.data.borrow_mut().value;
        if let NodeValue::Image(link) = value {
            *value = NodeValue::Link(link.clone());
        }
    }
}

fn separate(text: &mut String, with: &str) {
    if !text.is_empty() && !text.ends_with(with) {
        text.push_str(with);
    }
}

/// Paragraphs and line breaks of the text as it stands.
fn as_typed(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| format!("<p>{}</p>\n", escape(paragraph).replace('\n', "<br>\n"))).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]

    use std::time::{Duration, Instant};

    use proptest::prelude::*;
    use scraper::{Html, Node};

    use super::*;

    #[test]
    fn common_markdown_reads_as_meant() {
        let html = to_html(
            "# Läsåret\n\nVi *provade* **mycket**.\n\n- ett\n- två\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n",
        );
        assert!(html.contains("<h3>Läsåret</h3>"), "{html}");
        assert!(html.contains("<em>provade</em> <strong>mycket</strong>"), "{html}");
        assert!(html.contains("<li>ett</li>") && html.contains("<td align=\"right\">2</td>"), "{html}");
    }

    #[test]
    fn headings_begin_where_told_and_skip_nothing() {
        assert_eq!(to_html("## a\n\n#### b\n\n## c\n"), "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n");
        assert_eq!(to_html_from("# a\n\n###### b\n\n#\n", 2), "<h2>a</h2>\n<h3>b</h3>\n");
    }

    #[test]
    fn links_lead_out_by_known_schemes_only() {
        let html = to_html(
            "[a](https://a.example) [b](javascript:alert(1)) [c](/posts) <mailto:a@b.example> https://x.example",
        );
        assert!(html.contains(r#"href="https://a.example" rel="nofollow noopener""#), "{html}");
        assert!(
            html.contains("mailto:a@b.example") && html.contains(r#"href="https://x.example""#),
            "{html}"
        );
        assert!(!html.contains("javascript") && !html.contains("/posts"), "{html}");
    }

    #[test]
    fn pictures_and_raw_html_become_text() {
        let html =
            to_html("![en bild](https://a.example/b.png)\n\n<script>alert(1)</script>\n\n<svg onload=x>");
        assert!(html.contains(">en bild</a>") && html.contains("&lt;script&gt;"), "{html}");
        assert!(!html.contains("<img") && !html.contains("<script") && !html.contains("<svg"), "{html}");
    }

    #[test]
    fn plain_text_and_excerpts_have_no_marks() {
        assert_eq!(
            to_plain("# Rubrik\n\nEn *text* med [länk](https://a.example).\n\n- ett\n- två"),
            "Rubrik\n\nEn text med länk.\n- ett\n- två"
        );
        assert_eq!(
            to_plain("Så:\n\n3. ett\n3. två\n   - a\n4. tre\n\nSlut"),
            "Så:\n3. ett\n4. två\n- a\n5. tre\n\nSlut"
        );
        assert_eq!(
            to_text("- [mallen](https://a.example/b)\n- https://c.example"),
            "- mallen (https://a.example/b)\n- https://c.example"
        );
        assert_eq!(excerpt("Vi **provade**, och det gick bra", 15), "Vi provade, och…");
        assert_eq!(excerpt("Kort", 15), "Kort");
        assert_eq!(excerpt("ååååååååååååååååååå", 5), "ååååå…");
    }

    #[test]
    fn a_megabyte_of_nesting_takes_less_than_a_second() {
        for unit in [
            "> ", "- ", "[", "*a ", "*a **b ", "![", "<b>", "`", "](", "> - ", "# ", "|", "a_b*", "\\",
            "&#0;", "<", "www.", "&", "&#", "&amp",
        ] {
            let text = unit.repeat(1_000_000 / unit.len());
            let begun = Instant::now();
            let html = to_html(&text);
            assert!(begun.elapsed() < Duration::from_secs(1), "{unit:?} took {:?}", begun.elapsed());
            assert!(!html.is_empty() || unit.trim().len() <= 1, "{unit:?}");
        }
    }

    #[test]
    fn plain_prose_needs_no_parser() {
        assert_eq!(prose("Tack! Vi tar med det.\n\nHur gick det?").unwrap().count(), 2);
        for marked in [
            "*a*",
            "- a",
            "1. a",
            "a  \nb",
            "    a",
            "a\n---",
            "a\n- b",
            "https://a.example",
            "www.a.example",
            "a@b.example",
            "a | b",
            "&amp;",
        ] {
            assert!(prose(marked).is_none(), "{marked}");
        }
    }

    proptest! {
        #[test]
        fn prose_reads_as_if_it_were_parsed(text in r#"[a-cwåÖ0-2 .,;:!?()'"/%–”\n-]{0,60}"#, words in "([a-zåäö]{1,3}[ \n.,:]{1,2}){0,12}") {
            for text in [text, words] {
                if prose(&text).is_some() {
                    prop_assert_eq!(to_html(&text), parsed_to_html(&text, 3));
                    prop_assert_eq!(to_plain(&text), parsed_to_plain(&text));
                    prop_assert_eq!(to_text(&text), to_plain(&text));
                }
            }
        }

        #[test]
        fn nothing_dangerous_comes_out(text in ".{0,300}", middle in r#"[<>"'`\[\]()!*_#&;:/ a-z\n|~-]{0,120}"#) {
            let html = to_html(&format!("{text}{middle}"));
            for node in Html::parse_fragment(&html).tree.nodes() {
                if let Node::Element(element) = node.value() {
                    prop_assert!(!["script", "style", "img", "iframe", "svg", "form", "input", "object", "base"].contains(&element.name()));
                    for (name, value) in element.attrs() {
                        prop_assert!(!name.starts_with("on") && name != "style" && name != "class" && name != "id");
                        if name == "href" {
                            prop_assert!(["http://", "https://", "mailto:"].iter().any(|s| value.to_lowercase().starts_with(s)), "{value}");
                        }
                    }
                }
            }
        }

        #[test]
        fn excerpts_are_as_short_as_asked(text in "\\PC{0,400}", chars in 1_usize..80) {
            prop_assert!(excerpt(&text, chars).chars().count() <= chars + 1);
        }
    }
}
