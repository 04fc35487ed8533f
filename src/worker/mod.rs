//! Between the page and the program that reads: plain messages, the desk that answers them, the bridge, the shelf.

pub mod protocol;
