//! The binary itself, as somebody at a terminal runs it.

use std::path::Path;
use std::process::Command;

/// `grannskap` with this data folder, and nothing of the environment that the tests run in.
pub fn grannskap(data_folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grannskap"));
    command.env_clear().env("GRANNSKAP_DATA_DIR", data_folder);
    command
}
