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

/// The ribbons of a matrix of counts, between `left` and `right`, side by side at both ends: those of the row with most
/// fill four fifths of it.
pub fn ribbons(counts: &[Vec<u32>], left: f64, right: f64, step: f64) -> Vec<Ribbon> {
    let columns = counts.first().map_or(0, Vec::len);
    let sums = |row: &Vec<u32>| row.iter().sum::<u32>();
    let mut sides = [counts.iter().map(sums).collect(), vec![0; columns]];
    for row in counts {
        sides[1].iter_mut().zip(row).for_each(|(sum, n)| *sum += n);
    }
    let most = sides.iter().flatten().copied().max().unwrap_or(1).max(1);
    let unit = step * 0.8 / f64::from(most);
    // Where the next ribbon of a row begins.
    let mut next = sides.map(|sums: Vec<u32>| -> Vec<f64> {
        (0..).zip(sums).map(|(i, sum)| middle(i, step) - f64::from(sum) * unit / 2.0).collect()
    });
    let bend = (right - left) / 2.0;
    let mut out = Vec::new();
    for (from, row) in counts.iter().enumerate() {
        for (to, n) in row.iter().enumerate().filter(|(_, n)| **n > 0) {
            let width = f64::from(*n) * unit;
            let [y1, y2] = [(0, from), (1, to)].map(|(side, at)| {
                next[side].get_mut(at).map_or(0.0, |y| {
                    *y += width;
                    *y - width / 2.0
                })
            });
            out.push(Ribbon {
                from,
                to,
                width: width.max(1.25),
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
    fn every_pair_that_occurs_has_a_ribbon_beside_the_others() {
        let drawn = ribbons(&[vec![4, 0], vec![1, 2]], 100.0, 300.0, 25.0);
        let pairs: Vec<_> = drawn.iter().map(|r| (r.from, r.to, r.width)).collect();
        assert_eq!(pairs, [(0, 0, 16.0), (1, 0, 4.0), (1, 1, 8.0)]);
        // Left the first fills its row from 4.5 to 20.5; right it lies over the second, both in a row of 25.
        let paths: Vec<&str> = drawn.iter().map(|r| r.path.as_str()).collect();
        assert_eq!(paths[0], "M100 12.5C200 12.5 200 10.5 300 10.5");
        assert_eq!(paths[1], "M100 33.5C200 33.5 200 20.5 300 20.5");
    }
}
