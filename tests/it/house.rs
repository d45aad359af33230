//! The house rules that the compiler cannot hold: sizes, who may know whom, twins that must stay alike.
//!
//! Every test reads files only. What each rule is for stands in `ARCHITECTURE.md` and `CONTRIBUTING.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders (or single files) of `src` that serve every feature and know none.
const PLATFORM: [&str; 8] = ["db", "web", "mail", "jobs", "storage", "i18n", "config", "markdown"];

/// Folders of `src` that put features together and may reach into them, as the files directly in `src` may.
const COMPOSITION: [&str; 1] = ["cli"];

/// Functions that take a locale key, and how many string literals stand before it.
const TRANSLATORS: [(&str, usize); 7] =
    [("t", 0), ("ta", 0), ("tn", 0), ("tname", 0), ("chrome", 1), ("Conflict", 0), ("BadRequest", 0)];

/// How string literals begin that are locale keys wherever they stand in Rust.
const KEY_BEGINNINGS: [&str; 2] = ["error-", "flash-"];

#[test]
fn files_stay_short() {
    let mut problems = Problems::default();
    for folder in ["src", "crates", "tests"] {
        for (path, lines) in lengths(folder) {
            problems.unless(lines <= 500, || format!("{path} has {lines} lines, at most 500 are allowed"));
        }
    }
    let mut source: Vec<usize> = lengths("src").into_iter().map(|(_, lines)| lines).collect();
    source.sort_unstable();
    if let Some(last) = source.len().checked_sub(1) {
        let (median, p90) = (source[last / 2], source[last * 9 / 10]);
        problems.unless(median <= 120, || {
            format!("the median file in src has {median} lines, at most 120 are allowed")
        });
        problems.unless(p90 <= 300, || {
            format!("a tenth of src has more than {p90} lines, at most 300 are allowed")
        });
    }
    problems.assert_none();
}

#[test]
fn platform_knows_no_feature() {
    let mut problems = Problems::default();
    let features = features();
    for file in PLATFORM.iter().flat_map(|module| module_files(module)) {
        for path in uses(&file) {
            let feature = path.first().filter(|first| features.contains(*first));
            problems.unless(feature.is_none(), || {
                format!("{} uses the feature crate::{}", shown(&file), path.join("::"))
            });
        }
    }
    problems.assert_none();
}

#[test]
fn features_meet_through_their_front_door() {
    let mut problems = Problems::default();
    let features = features();
    for feature in &features {
        for file in module_files(feature) {
            for path in uses(&file) {
                let [other, item, ..] = path.as_slice() else { continue };
                let inside = item == "*" || !module_files(&format!("{other}/{item}")).is_empty();
                let allowed = other == feature || !features.contains(other) || !inside;
                problems.unless(allowed, || {
                    format!(
                        "{} uses crate::{}: only items of {other}/mod.rs are for others",
                        shown(&file),
                        path.join("::")
                    )
                });
            }
        }
    }
    problems.assert_none();
}

#[test]
fn matching_stands_alone() {
    let mut problems = Problems::default();
    let manifest = read(&root().join("crates/matching/Cargo.toml"));
    let named = manifest.lines().any(|line| line.trim_start().starts_with("grannskap"));
    problems.unless(!named, || "crates/matching/Cargo.toml depends on grannskap".to_owned());
    for file in files(&root().join("crates/matching"), "rs") {
        problems.unless(!code(&read(&file)).contains("grannskap::"), || {
            format!("{} uses grannskap", shown(&file))
        });
    }
    problems.assert_none();
}

#[test]
fn both_databases_have_the_same_migrations() {
    let mut problems = Problems::default();
    let of = |database: &str| -> BTreeSet<String> {
        let folder = root().join("migrations").join(database);
        entries(&folder).iter().filter(|each| each.is_dir()).map(|each| name(each)).collect()
    };
    let (sqlite, postgres) = (of("sqlite"), of("postgres"));
    for migration in sqlite.symmetric_difference(&postgres) {
        problems.add(format!("migration {migration} exists for one database only"));
    }
    for (database, migration) in
        sqlite.iter().map(|m| ("sqlite", m)).chain(postgres.iter().map(|m| ("postgres", m)))
    {
        for file in ["up.sql", "down.sql"] {
            let path = root().join("migrations").join(database).join(migration).join(file);
            problems.unless(path.is_file(), || format!("migrations/{database}/{migration} has no {file}"));
        }
    }
    problems.assert_none();
}

#[test]
fn both_languages_say_everything() {
    let mut problems = Problems::default();
    let (swedish, english) = (locale_keys("sv", &mut problems), locale_keys("en", &mut problems));
    for key in swedish.difference(&english) {
        problems.add(format!("the key {key} is missing in English"));
    }
    for key in english.difference(&swedish) {
        problems.add(format!("the key {key} is missing in Swedish"));
    }
    problems.assert_none();
}

#[test]
fn every_key_in_use_is_translated() {
    let mut problems = Problems::default();
    let known = locale_keys("sv", &mut Problems::default());
    let sources = files(&root().join("src"), "rs").into_iter();
    let templates = ["html", "txt"].into_iter().flat_map(|ending| files(&root().join("templates"), ending));
    for file in sources.chain(templates) {
        let source = without_remarks(&read(&file));
        let telling = if file.extension().is_some_and(|ending| ending == "rs") {
            telling_literals(&source)
        } else {
            BTreeSet::new()
        };
        for key in keys_used(&source).union(&telling) {
            problems.unless(known.contains(key), || {
                format!("{} uses the unknown locale key {key}", shown(&file))
            });
        }
    }
    problems.assert_none();
}

#[test]
fn handlers_stay_short() {
    let mut problems = Problems::default();
    let is_page = |path: &str| path.contains("/pages") || path.contains("/resources/");
    for file in files(&root().join("src"), "rs").into_iter().filter(|file| is_page(&shown(file))) {
        let source = read(&file);
        for (at, begin) in source.match_indices("\npub async fn ") {
            let rest = &source[at + begin.len()..];
            let name = rest.split('(').next().unwrap_or_default();
            let body = rest.split_once(" {\n").and_then(|(_, body)| body.split_once("\n}\n"));
            let lines = body.map_or(0, |(body, _)| body.lines().count());
            problems.unless((1..=25).contains(&lines), || {
                format!("{}: the handler {name} has {lines} lines, at most 25 are allowed", shown(&file))
            });
        }
    }
    problems.assert_none();
}

#[test]
fn nothing_is_left_for_later() {
    let mut problems = Problems::default();
    for file in ["src", "crates", "tests"].into_iter().flat_map(|folder| files(&root().join(folder), "rs")) {
        let code = code(&read(&file));
        for word in ["todo!", "unimplemented!", concat!("#[", "ignore")] {
            problems.unless(!code.contains(word), || format!("{} contains {word}", shown(&file)));
        }
    }
    problems.assert_none();
}

/// What a test found, told all at once.
#[derive(Default)]
struct Problems(String);

impl Problems {
    fn add(&mut self, problem: String) {
        let _ = writeln!(self.0, "- {problem}");
    }

    fn unless(&mut self, right: bool, problem: impl FnOnce() -> String) {
        if !right {
            self.add(problem());
        }
    }

    fn assert_none(self) {
        assert!(self.0.is_empty(), "\n{}", self.0);
    }
}

// Files

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", shown(path)))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// What a folder holds, in order; nothing when there is no such folder.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|each| each.path()).collect();
    found.sort();
    found
}

/// The files of a folder and the folders in it that have this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in entries(folder) {
        if entry.is_dir() && !["target", "node_modules"].contains(&name(&entry).as_str()) {
            found.extend(files(&entry, ending));
        } else if entry.extension().is_some_and(|extension| extension == ending) {
            found.push(entry);
        }
    }
    found
}

fn lengths(folder: &str) -> Vec<(String, usize)> {
    files(&root().join(folder), "rs").iter().map(|file| (shown(file), read(file).lines().count())).collect()
}

// Modules

fn features() -> BTreeSet<String> {
    let folders =
        entries(&root().join("src")).into_iter().filter(|entry| entry.is_dir()).map(|entry| name(&entry));
    folders
        .filter(|each| !PLATFORM.contains(&each.as_str()) && !COMPOSITION.contains(&each.as_str()))
        .collect()
}

/// The files of the module `src/<module>`, be it a folder or a file.
fn module_files(module: &str) -> Vec<PathBuf> {
    let mut found = files(&root().join("src").join(module), "rs");
    found.extend(Some(root().join("src").join(format!("{module}.rs"))).filter(|file| file.is_file()));
    found
}

/// Every path that a file names from the root of the crate, as its parts: `crate::a::{b, c::D}` gives `a b` and `a c D`.
/// `super` counts as written at the top of the file.
fn uses(file: &Path) -> Vec<Vec<String>> {
    let code = code(&read(file));
    let mut module: Vec<String> =
        shown(file).trim_end_matches(".rs").split('/').skip(1).map(str::to_owned).collect();
    module.retain(|part| part != "mod");
    let mut found = Vec::new();
    for start in ["crate", "super"] {
        for (at, _) in code.match_indices(&format!("{start}::")) {
            let begins =
                !code[..at].ends_with(|before: char| before.is_alphanumeric() || "_:$".contains(before));
            if begins {
                let above =
                    if start == "crate" { &module[..0] } else { &module[..module.len().saturating_sub(1)] };
                use_tree(&mut &code[at + start.len() + 2..], above.to_vec(), &mut found);
            }
        }
    }
    found
}

/// Reads one `a::b::{c, d}` from the front of `rest`.
fn use_tree(rest: &mut &str, mut path: Vec<String>, found: &mut Vec<Vec<String>>) {
    loop {
        *rest = rest.trim_start();
        if let Some(inner) = rest.strip_prefix('{') {
            *rest = inner.trim_start();
            while !rest.is_empty() && !rest.starts_with('}') {
                let before = rest.len();
                use_tree(rest, path.clone(), found);
                *rest = rest.trim_start().trim_start_matches(',').trim_start();
                if rest.len() == before {
                    return;
                }
            }
            *rest = rest.strip_prefix('}').unwrap_or(rest);
            return;
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        match part {
            "super" => drop(path.pop()),
            "" | "self" => {}
            _ => path.push(part.to_owned()),
        }
        *rest = after;
        match after.strip_prefix("::") {
            Some(next) if !part.is_empty() => *rest = next,
            _ => break,
        }
    }
    if let Some(alias) = rest.trim_start().strip_prefix("as ") {
        *rest = alias.trim_start().trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
    }
    found.push(path);
}

/// Rust source without comments and without what stands in string and character literals.
fn code(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| literal(rest, kept.chars().next_back()));
        if skipped.is_some() {
            kept.push(' ');
        } else {
            kept.push(first);
        }
        rest = &rest[skipped.unwrap_or(first.len_utf8())..];
    }
    kept
}

fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    rest.starts_with("/*").then(|| rest.find("*/").map_or(rest.len(), |end| end + 2))
}

/// The length of the literal that `rest` starts with; `before` is the character in front of it.
fn literal(rest: &str, before: Option<char>) -> Option<usize> {
    if let Some(raw) =
        rest.strip_prefix('r').filter(|_| !before.is_some_and(|c| c.is_alphanumeric() || c == '_'))
    {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = &raw[hashes + 1..];
            return Some(1 + hashes + 1 + body.find(&close).map_or(body.len(), |end| end + close.len()));
        }
    }
    let quote = rest.chars().next().filter(|c| *c == '"' || *c == '\'')?;
    let inside = &rest[1..];
    // A lifetime: a quote and a letter without a quote behind them.
    if quote == '\'' && !inside.starts_with('\\') && inside.chars().nth(1).is_none_or(|c| c != '\'') {
        return None;
    }
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return Some(at + 2),
            _ => {}
        }
    }
    Some(rest.len())
}

// Locales

/// The messages, terms and attributes of a language: `name`, `-name`, `name.attribute`.
fn locale_keys(language: &str, problems: &mut Problems) -> BTreeSet<String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for file in files(&root().join("locales").join(language), "ftl") {
        let mut message = String::new();
        for line in read(&file).lines() {
            let Some((left, _)) = line.split_once('=') else { continue };
            let left = left.trim_end();
            let attribute =
                left.trim_start().strip_prefix('.').filter(|_| left.starts_with(' ')).filter(|a| is_key(a));
            let key = match attribute {
                Some(attribute) => format!("{message}.{attribute}"),
                None if is_key(left.strip_prefix('-').unwrap_or(left)) => {
                    message = left.to_owned();
                    message.clone()
                }
                None => continue,
            };
            if let Some(earlier) = found.insert(key.clone(), shown(&file)) {
                problems.add(format!("the key {key} stands in {earlier} and again in {}", shown(&file)));
            }
        }
    }
    found.into_keys().collect()
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// The literal locale keys that are given to the translating functions.
fn keys_used(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (translator, before) in TRANSLATORS {
        for (at, call) in source.match_indices(&format!("{translator}(")) {
            let longer_name =
                source[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            let arguments = literals(&source[at + call.len()..]);
            found.extend(arguments.get(before).filter(|_| !longer_name).map(|key| (*key).to_owned()));
        }
    }
    found
}

/// The string literals in Rust that tell by their beginning that they are locale keys.
fn telling_literals(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for beginning in KEY_BEGINNINGS {
        for (at, _) in source.match_indices(&format!("\"{beginning}")) {
            let key =
                literals(&source[at..]).first().copied().filter(|key| is_key(key) && !key.ends_with('-'));
            found.extend(key.map(str::to_owned));
        }
    }
    found
}

/// Source without whole lines of `//` (Rust) and without `{# … #}` (templates), which may show examples.
fn without_remarks(source: &str) -> String {
    let lines: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let text = lines.join("\n");
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("#}").map_or("", |(_, after)| after))
}

/// The string literals, divided by commas, that `rest` starts with.
fn literals(mut rest: &str) -> Vec<&str> {
    let mut found = Vec::new();
    while let Some((text, after)) = rest.trim_start().strip_prefix('"').and_then(|text| text.split_once('"'))
    {
        found.push(text);
        rest = after.trim_start().strip_prefix(',').unwrap_or_default();
    }
    found
}

#[test]
fn the_rules_read_rust_rightly() {
    let source = "use crate::{db::Db, groups::{Group, members::*}}; // crate::no\nlet a = '\"'; let b = r#\"todo!\"#; 'x: loop {}";
    assert!(!code(source).contains("no") && !code(source).contains("todo") && code(source).contains("loop"));
    let mut found = Vec::new();
    use_tree(&mut "{db::Db as D, groups::{Group, members::*}};", Vec::new(), &mut found);
    assert_eq!(found, [vec!["db", "Db"], vec!["groups", "Group"], vec!["groups", "members", "*"]]);
    assert_eq!(
        keys_used("x.t( \"a-b\") let(\"no\") ta(\"c\", 1) chrome(\"no\", \"d\")"),
        BTreeSet::from(["a-b", "c", "d"].map(str::to_owned))
    );
}
