//! A learner's numbers, one a feature, a byte each: what the learners of addressees and of candidates share.

/// What a weight of one is stored as.
#[cfg(feature = "cli")]
const SCALE: f64 = 24.0;
/// Stored weights smaller than this are left out.
#[cfg(feature = "cli")]
const MIN_WEIGHT: f64 = 0.06;

/// Where the features of each kind start, of kinds that have so many.
pub(super) const fn starts<const N: usize>(sizes: &[usize; N]) -> [usize; N] {
    let mut starts = [0; N];
    let mut kind = 1;
    while kind < N {
        starts[kind] = starts[kind - 1] + sizes[kind - 1];
        kind += 1;
    }
    starts
}

/// The weight of a feature; none where the table ends before.
pub(super) fn weight(table: &[u8], feature: usize) -> i32 {
    table.get(feature).map_or(0, |w| i32::from(w.cast_signed()))
}

/// The table of `size` numbers fitted by steps of falling length: `rise` adds to the slope of each weight what the examples
/// tell, `draw` says how strongly weights are drawn to nothing. The same input always gives the same bytes.
#[cfg(feature = "cli")]
pub(super) fn fit(size: usize, rounds: u32, draw: f64, rise: impl Fn(&[f64], &mut [f64])) -> Vec<u8> {
    let mut weights = vec![0f64; size];
    let mut sizes = vec![0f64; size];
    for round in 0..rounds {
        let mut slopes: Vec<f64> = weights.iter().map(|w| draw * w).collect();
        rise(&weights, &mut slopes);
        let step = 0.05 / (1.0 + f64::from(round) / 20.0);
        for ((weight, slope), size) in weights.iter_mut().zip(&slopes).zip(&mut sizes) {
            *size = 0.9 * *size + 0.1 * slope * slope;
            *weight -= step * slope / (*size + 1e-8).sqrt();
        }
    }
    let narrow = |w: &f64| if w.abs() < MIN_WEIGHT { 0 } else { (w * SCALE).round().clamp(-127.0, 127.0) as i8 };
    weights.iter().map(|w| narrow(w).cast_unsigned()).collect()
}
