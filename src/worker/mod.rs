//! Between the page and the program that reads: plain messages, the desk that answers them, the bridge, the shelf.

#[cfg(feature = "web")]
pub mod bridge;
pub mod desk;
pub mod library;
pub mod protocol;
#[cfg(feature = "web")]
pub mod shelf;
