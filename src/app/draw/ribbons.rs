//! Who → whom as a drawing: sources left, addressees right, a ribbon for each pair, as wide as its count.

use crate::text::decimal;

/// A ribbon: from which row left to which row right, its width, and its path.
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbon {
    /// Row on the left.
    pub from: usize,
    /// Row on the right.
    pub to: usize,
    /// Stroke width.
    pub width: f64,
    /// SVG path data.
    pub path: String,
}

/// The middle of row `i`, where rows are `step` apart.
pub fn middle(i: usize, step: f64) -> f64 {
    (i as f64 + 0.5) * step
}

/// The ribbons of a matrix of counts, between `left` and `right`; the widest is at most half a row.
pub fn ribbons(counts: &[Vec<u32>], left: f64, right: f64, step: f64) -> Vec<Ribbon> {
    let most = f64::from(counts.iter().flatten().copied().max().unwrap_or(1).max(1));
    let bend = (right - left) / 2.0;
    let mut out = Vec::new();
    for (from, row) in counts.iter().enumerate() {
        for (to, n) in row.iter().enumerate().filter(|(_, n)| **n > 0) {
            let (y1, y2) = (middle(from, step), middle(to, step));
            out.push(Ribbon {
                from,
                to,
                width: (f64::from(*n) / most * step * 0.5).max(1.25),
                path: {
                    let [left, right, near, far, y1, y2] =
                        [left, right, left + bend, right - bend, y1, y2].map(decimal::write);
                    format!("M{left} {y1}C{near} {y1} {far} {y2} {right} {y2}")
                },
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_that_occurs_has_a_ribbon() {
        let drawn = ribbons(&[vec![4, 0], vec![1, 2]], 100.0, 300.0, 24.0);
        let pairs: Vec<_> = drawn.iter().map(|r| (r.from, r.to, r.width)).collect();
        assert_eq!(pairs, [(0, 0, 12.0), (1, 0, 3.0), (1, 1, 6.0)]);
        assert!(drawn[0].path.starts_with("M100 12C200 12"));
    }
}
