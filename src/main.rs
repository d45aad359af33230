//! The `grannskap` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    grannskap::cli::run()
}
