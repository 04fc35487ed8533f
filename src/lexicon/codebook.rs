//! Topics: what an act is about, from `corpus/codebook.toml`, which an editor can change without Rust.
