//! Glyphs of the acts, on a field of 16 × 16: one shape an act, so that no act is told by colour alone.

use crate::lexicon::act::Act;

/// A shape: its outline, and whether it is filled or only drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// SVG path data.
    pub path: &'static str,
    /// Filled; otherwise a stroke of 1.75.
    pub filled: bool,
}

/// The shape of an act.
pub fn shape(act: Act) -> Shape {
    let (path, filled) = match act {
        Act::Demand => ("M8 2 15 14H1Z", true),
        Act::Propose => ("M8 3.5 13.6 13H2.4Z", false),
        Act::Request => ("M3.5 2.5 13 8 3.5 13.5Z", false),
        Act::Ask => ("M5 5.6C5 3.8 6.3 2.7 8 2.7s3 1 3 2.7c0 2.4-3 2.3-3 4.6M8 12.4v1.4", false),
        Act::Promise => ("M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2Z", true),
        Act::Agree => {
            ("M8 2.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 1 1 8 2.6ZM8 6.6a1.4 1.4 0 1 1 0 2.8A1.4 1.4 0 1 1 8 6.6Z", false)
        }
        Act::Announce => ("M8 2.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 1 1 8 2.8Z", false),
        Act::Confirm => ("M2.5 8.6 6.4 12.6 13.5 3.8", false),
        Act::Reject => ("M3 3 13 13M13 3 3 13", false),
        Act::Deny => ("M8 2.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 1 1 8 2.6ZM4.2 11.8 11.8 4.2", false),
        Act::Warn => ("M8 1 15 8 8 15 1 8Z", true),
        Act::Threaten => ("M8 1.8 14.2 8 8 14.2 1.8 8ZM8 5.4v3.4M8 10.2v1", false),
        Act::Accuse => ("M8 2 14 8 8 14 2 8Z", false),
        Act::Criticise => ("M8 2 11.6 8 8 14 4.4 8Z", false),
        Act::State => ("M1.5 6h13v4h-13Z", true),
        Act::Praise => ("M8 2.5v11M2.5 8h11", false),
        Act::Consult => ("M2 5.4h11M10 2.4l3 3-3 3M14 10.8H3M6 7.8l-3 3 3 3", false),
    };
    Shape { path, filled }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_acts_share_a_shape() {
        for (i, a) in Act::ALL.iter().enumerate() {
            for b in &Act::ALL[i + 1..] {
                assert_ne!(shape(*a), shape(*b), "{a:?} and {b:?}");
            }
        }
    }
}
