//! Processes of ours: starting and stopping them, and what the kernel says about their CPU and memory.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::fail;

/// The binary under test.
pub const GRANNSKAP: &str = env!("CARGO_BIN_EXE_grannskap");

/// A process that is ended with this value.
pub struct Running(pub Child);

impl Running {
    pub fn start(command: &mut Command) -> Running {
        Running::start_logging(Stdio::null(), command)
    }

    /// With standard error, where the log goes, to a file.
    pub fn start_logging(log: impl Into<Stdio>, command: &mut Command) -> Running {
        let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn();
        Running(started.unwrap_or_else(|error| fail(&format!("cannot start {command:?}: {error}"))))
    }

    pub fn pid(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// CPU seconds that a process has used, user and system, of all its threads that ever were. What Linux says of a process is in
/// hundredths, rounded down; of threads that live it says nanoseconds.
pub fn cpu_seconds(pid: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name of the program may hold blanks; what follows it does not.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let nanoseconds = |thread: std::fs::DirEntry| -> Option<f64> {
        let said = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        said.split_whitespace().next()?.parse().ok()
    };
    let alive = threads.filter_map(nanoseconds).sum::<f64>() / 1e9;
    alive.max((ticks(11) + ticks(12)) / 100.0)
}

/// Resident memory in megabytes: `VmRSS` now, `VmHWM` at most.
pub fn memory(pid: u32, field: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap_or("");
    let kilobytes: f64 = line.split_whitespace().nth(1).and_then(|text| text.parse().ok()).unwrap_or(0.0);
    kilobytes / 1024.0
}

/// A port of 127.0.0.1 that is free now.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Waits until the address answers 200; how long it took.
pub fn wait_until_ready(port: u16, path: &str, most: Duration) -> Duration {
    let begun = Instant::now();
    loop {
        if let Ok(mut client) = super::client::Client::connect(port)
            && client.get(path, "").is_ok_and(|answer| answer.status == 200)
        {
            return begun.elapsed();
        }
        if begun.elapsed() > most {
            fail(&format!("nothing answers on port {port} after {most:?}"));
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}
