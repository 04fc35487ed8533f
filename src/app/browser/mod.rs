//! The browser, one API a file. Nothing here fails loudly: what a browser denies is done without.

pub mod address;
pub mod clipboard;
pub mod document;
pub mod download;
pub mod files;
pub mod focus;
pub mod list;
pub mod media;
pub mod node;
pub mod storage;
pub mod timer;
