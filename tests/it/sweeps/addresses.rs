//! The URL table as `src/routes.rs` has it, so that a new address cannot be forgotten, and what to put in its gaps.

use std::collections::BTreeMap;

/// One line of the URL table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// Whether it is a GET; the rest are POSTs.
    pub reads: bool,
    /// As written: `/groups/{id}/members`.
    pub pattern: String,
}

/// Every line of the URL table.
pub fn routes() -> Vec<Route> {
    let source = include_str!("../../../src/routes.rs");
    let mut found = Vec::new();
    for (at, call) in source.match_indices(".route(") {
        let rest = &source[at + call.len()..];
        let (_, rest) = rest.split_once('"').unwrap();
        let (pattern, rest) = rest.split_once('"').unwrap();
        let handler = rest.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
        let reads = handler.starts_with("get()");
        assert!(reads || handler.starts_with("post()"), "{pattern} is neither GET nor POST: {handler:.40}");
        found.push(Route { reads, pattern: pattern.to_owned() });
    }
    assert!(found.len() > 150, "only {} routes read", found.len());
    found
}

/// The patterns of all GETs.
pub fn reads() -> Vec<String> {
    routes().into_iter().filter(|route| route.reads).map(|route| route.pattern).collect()
}

/// The patterns of all POSTs.
pub fn writes() -> Vec<String> {
    routes().into_iter().filter(|route| !route.reads).map(|route| route.pattern).collect()
}

/// What to put in a gap, by the segment before it and the gap itself: `groups/{id}`.
#[derive(Debug, Clone, Default)]
pub struct Names(BTreeMap<String, Vec<String>>);

impl Names {
    /// One more object for a gap.
    pub fn put(&mut self, gap: &str, value: impl ToString) {
        self.0.entry(gap.to_owned()).or_default().push(value.to_string());
    }

    /// Every address that a pattern makes with these objects.
    pub fn addresses(&self, pattern: &str) -> Vec<String> {
        let mut made = vec![String::new()];
        let mut before = "";
        for segment in pattern.split('/').skip(1) {
            let gap = format!("{before}/{segment}");
            let values = match segment.contains('{') {
                true => self.0.get(&gap).cloned().unwrap_or_else(|| {
                    panic!(
                        "{pattern}: the sweeps know nothing for {gap}; put an object for it into their world"
                    )
                }),
                false => vec![segment.to_owned()],
            };
            made = made
                .iter()
                .flat_map(|start| values.iter().map(move |value| format!("{start}/{value}")))
                .collect();
            before = segment;
        }
        made
    }

    /// The address with something else in every gap.
    pub fn replaced(pattern: &str, value: &str) -> String {
        let segments = pattern.split('/').map(|segment| if segment.contains('{') { value } else { segment });
        segments.collect::<Vec<_>>().join("/")
    }
}

/// Whether a pattern has a gap that holds somebody's secret: who has it, may.
pub fn is_secret(pattern: &str) -> bool {
    pattern.contains("{token}")
}

#[test]
fn patterns_are_filled() {
    let mut names = Names::default();
    names.put("groups/{id}", "g");
    names.put("members/{seat}", "s");
    names.put("members/{seat}", "t");
    let made = names.addresses("/groups/{id}/members/{seat}/end");
    assert_eq!(made, ["/groups/g/members/s/end", "/groups/g/members/t/end"]);
    assert_eq!(names.addresses("/about"), ["/about"]);
}
