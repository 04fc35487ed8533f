//! The page: Leptos, and only here.

/// Wakes as page or worker.
pub fn start() {}
