//! Data → SVG geometry and layout numbers. Pure.

pub mod glyph;
pub mod histogram;
pub mod lanes;
pub mod range;
pub mod ribbons;
