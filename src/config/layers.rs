//! Laying file and environment over the defaults.

use std::ffi::OsString;
use std::path::Path;

use toml::{Table, Value};

use super::Settings;
use crate::error::{Error, Result};

const DEFAULTS: &str = include_str!("../../config/default.toml");
const PREFIX: &str = "GRANNSKAP_";

/// Names under the prefix that are not settings: the config file itself and what tests read.
const NOT_SETTINGS: &[&str] = &["CONFIG"];

/// The settings after all three layers.
pub(super) fn merge(
    file: Option<&Path>,
    environment: impl Iterator<Item = (OsString, OsString)>,
) -> Result<Settings> {
    let mut table: Table = DEFAULTS.parse().map_err(Error::internal)?;
    if let Some(path) = file {
        let text = std::fs::read_to_string(path).map_err(|error| {
            Error::Setup(format!("cannot read the configuration {}: {error}", path.display()))
        })?;
        let place = path.display().to_string();
        let over: Table =
            text.parse().map_err(|error| Error::Setup(format!("{place} is not TOML: {error}")))?;
        lay_over(&mut table, over, &place, "")?;
        settings_of(&table, &place)?;
    }
    for (name, value) in environment {
        let Some(name) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
        if NOT_SETTINGS.contains(&name) || name.starts_with("TEST_") {
            continue;
        }
        let value =
            value.into_string().map_err(|_| Error::Setup(format!("{PREFIX}{name} is not text (UTF-8)")))?;
        set_from_environment(&mut table, name, value)?;
        settings_of(&table, &format!("{PREFIX}{name}"))?;
    }
    settings_of(&table, "config/default.toml")
}

/// The settings in `table`; when they make no sense, `place` was the last to change them.
fn settings_of(table: &Table, place: &str) -> Result<Settings> {
    table.clone().try_into().map_err(|error: toml::de::Error| {
        let reason = error.to_string();
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        Error::Setup(format!(
            "{place} is wrong: {reason}. config/default.toml shows what each setting takes."
        ))
    })
}

fn lay_over(table: &mut Table, over: Table, place: &str, section: &str) -> Result<()> {
    for (key, value) in over {
        match (table.get_mut(&key), value) {
            (Some(Value::Table(inner)), Value::Table(value)) => {
                lay_over(inner, value, place, &format!("{section}{key}."))?;
            }
            (Some(slot), value) if slot.same_type(&value) => *slot = value,
            (Some(slot), value) => {
                return Err(Error::Setup(format!(
                    "{place} sets {section}{key} to {value} ({}); it takes {} {}.",
                    value.type_str(),
                    article(slot),
                    slot.type_str()
                )));
            }
            (None, _) => {
                return Err(Error::Setup(format!(
                    "{place} sets {section}{key}, which is not a setting. config/default.toml lists them all."
                )));
            }
        }
    }
    Ok(())
}

fn set_from_environment(table: &mut Table, name: &str, value: String) -> Result<()> {
    let (key, value) = match name.strip_suffix("_FILE") {
        Some(key) => {
            let text = std::fs::read_to_string(&value).map_err(|error| {
                Error::Setup(format!("cannot read {value:?}, named by {PREFIX}{name}: {error}"))
            })?;
            (key.to_lowercase(), text.trim_end().to_owned())
        }
        None => (name.to_lowercase(), value),
    };
    let slot = find(table, &key).ok_or_else(|| {
        Error::Setup(format!(
            "{PREFIX}{name} is set, but there is no setting {key}. config/default.toml lists them all."
        ))
    })?;
    *slot = typed(slot, &value).ok_or_else(|| {
        Error::Setup(format!(
            "{PREFIX}{name} is {value:?}, which is not {} {}",
            article(slot),
            slot.type_str()
        ))
    })?;
    Ok(())
}

fn article(slot: &Value) -> &'static str {
    if slot.is_array() || slot.is_integer() { "an" } else { "a" }
}

/// The setting an environment name means: `small_below` of `[categories]` is `categories_small_below`.
fn find<'a>(table: &'a mut Table, key: &str) -> Option<&'a mut Value> {
    if table.contains_key(key) {
        return table.get_mut(key);
    }
    table.iter_mut().find_map(|(section, value)| {
        let rest = key.strip_prefix(section.as_str())?.strip_prefix('_')?;
        value.as_table_mut()?.get_mut(rest)
    })
}

fn typed(slot: &Value, text: &str) -> Option<Value> {
    match slot {
        Value::String(_) => Some(Value::String(text.to_owned())),
        Value::Integer(_) => text.trim().parse().ok().map(Value::Integer),
        Value::Boolean(_) => text.trim().parse().ok().map(Value::Boolean),
        Value::Array(_) => Some(Value::Array(
            text.split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| Value::String(part.to_owned()))
                .collect(),
        )),
        _ => None,
    }
}
