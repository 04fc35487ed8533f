//! Data → SVG geometry and layout numbers. Pure.

pub mod glyph;
pub mod lanes;
