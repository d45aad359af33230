//! Lines that say a budget and what was measured.

/// Says one budget. `met` is whether it was kept.
pub fn budget(what: &str, budget: &str, measured: &str, met: bool) {
    println!("{what:<52} {budget:<22} {measured:<26} {}", if met { "met" } else { "MISSED" });
}

/// Says a figure that has no budget.
pub fn figure(what: &str, measured: &str) {
    println!("{what:<52} {:<22} {measured}", "");
}

pub fn heading(text: &str) {
    println!("\n== {text}");
}

/// The value below which this share of the sorted values lies.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = ((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len().max(1));
    sorted.get(at - 1).copied().unwrap_or(0.0)
}
