//! The `grannskap` command.

use std::process::ExitCode;

/// Pages are many small pieces of text, put together on one thread and dropped on another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    grannskap::cli::run()
}
