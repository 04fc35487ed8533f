//! Figures on a line: from the least to the greatest amount, open where no bound is given.

/// Where a figure is drawn, in per cent of the line; `None` = open on that side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Its left end.
    pub from: Option<f64>,
    /// Its right end.
    pub to: Option<f64>,
}

/// Where the greatest amount stands on the line, in per cent.
pub const MOST_AT: f64 = 87.0;

/// The greatest amount.
pub fn most(figures: &[(Option<f64>, Option<f64>)]) -> Option<f64> {
    let amounts = figures.iter().flat_map(|(a, b)| [*a, *b]).flatten();
    Some(amounts.fold(0.0_f64, f64::max)).filter(|most| *most > 0.0)
}

/// The ranges of figures about the same thing, on a line from 0 to a little past the greatest amount.
pub fn ranges(figures: &[(Option<f64>, Option<f64>)]) -> Vec<Range> {
    let most = most(figures).unwrap_or_default();
    let place = |amount: f64| if most > 0.0 { (amount / most * MOST_AT).clamp(0.0, 100.0) } else { 0.0 };
    figures.iter().map(|(low, high)| Range { from: low.map(place), to: high.map(place) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_lie_in_order_and_open_ends_stay_open() {
        let drawn = ranges(&[(Some(100_000.0), None), (None, Some(90_000.0))]);
        assert_eq!((drawn[0].to, drawn[1].from), (None, None));
        assert!(drawn[0].from.unwrap() > drawn[1].to.unwrap());
    }

    #[test]
    fn nothing_but_zero_stays_on_the_line() {
        assert_eq!(ranges(&[(Some(0.0), Some(0.0))])[0].to, Some(0.0));
    }
}
