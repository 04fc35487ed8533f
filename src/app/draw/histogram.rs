//! Bars of a histogram.

/// Left, top, width and height of each bar, on a field of `width` × `height`.
pub fn bars(counts: &[u32], width: f64, height: f64) -> Vec<(f64, f64, f64, f64)> {
    let most = f64::from(counts.iter().copied().max().unwrap_or(1).max(1));
    let step = width / (counts.len().max(1) as f64);
    let gap = (step * 0.2).min(4.0);
    counts
        .iter()
        .enumerate()
        .map(|(i, n)| {
            let tall = (f64::from(*n) / most * height).max(if *n > 0 { 2.0 } else { 0.0 });
            (i as f64 * step + gap / 2.0, height - tall, step - gap, tall)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_fill_the_field_and_none_is_lost() {
        let drawn = bars(&[10, 0, 1], 300.0, 100.0);
        assert_eq!(drawn[0], (2.0, 0.0, 96.0, 100.0));
        assert_eq!(drawn[1].3, 0.0);
        assert!(drawn[2].3 >= 2.0 && drawn[2].0 + drawn[2].2 <= 300.0);
    }

    #[test]
    fn nothing_to_draw_is_no_bar() {
        assert!(bars(&[], 300.0, 100.0).is_empty());
    }
}
