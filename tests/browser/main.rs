//! Drives the built site (`dist/`, made by script/build) in headless Chromium through ChromeDriver, served under a
//! sub-path by a plain static file server. Run by script/test; alone: `cargo test --features browser-test --test browser`.
//! No test waits by sleeping a fixed time: each polls for what a person would wait to see.
// A test says what went wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod acceptance;
mod access;
mod embed;
mod explorer;
mod faults;
mod files;
mod firefox;
mod harness;
mod keyboard;
mod large;
mod looks;
mod own;
mod speed;
