//! What an article is and how it lies on disk: days, catalogue, zones, and the bundle the site loads.

pub mod article;
pub mod bundle;
pub mod catalogue;
pub mod codebook;
pub mod day;
pub mod frame;
pub mod manifest;
pub mod prepare;
pub mod zone;
