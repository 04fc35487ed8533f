//! Decimal numbers, read and written. The standard library's own reader and writer round every number there is, with
//! tables for it: 20 KB of the program, packed. Numbers in news have few digits, and for those the results are the same
//! (tested).

/// "13000", "1.5", ".5", "7."; `None` for anything else.
pub fn read(text: &str) -> Option<f64> {
    let (mut any, mut mantissa, mut scale, mut point) = (false, 0_u64, 0_i32, false);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                if mantissa < u64::MAX / 10 - 1 {
                    mantissa = mantissa * 10 + u64::from(byte - b'0');
                    scale -= i32::from(point);
                } else {
                    scale += i32::from(!point);
                }
            }
            b'.' if !point => point = true,
            _ => return None,
        }
    }
    let value = (0..scale.unsigned_abs().min(400)).fold(1.0, |power: f64, _| power * 10.0);
    let value = if scale < 0 { mantissa as f64 / value } else { mantissa as f64 * value };
    any.then_some(value)
}

/// The fewest digits that read back as the number, up to nine after the point.
pub fn write(number: f64) -> String {
    let sign = if number < 0.0 { "-" } else { "" };
    let (mut whole, mut zeros) = (number.abs(), 0);
    while whole >= 1e18 && zeros < 310 {
        (whole, zeros) = (whole / 10.0, zeros + 1);
    }
    let mut power = 1_u64;
    for places in 0..=9_usize {
        let scaled = (whole * power as f64).round();
        // Past that a double has no fractions any more.
        if scaled / power as f64 == whole || scaled >= 9e15 || places == 9 {
            let digits = scaled as u64;
            let rest = digits % power;
            let fraction = if rest == 0 { String::new() } else { format!(".{rest:0places$}") };
            let fraction = fraction.trim_end_matches('0');
            return format!("{sign}{}{fraction}{}", digits / power, "0".repeat(zeros));
        }
        power *= 10;
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn odd_texts_are_no_numbers() {
        assert_eq!([read(""), read("."), read("1e6"), read("-1"), read("1.2.3"), read("1,5")], [None; 6]);
        assert_eq!((read(".5"), read("7."), read("007")), (Some(0.5), Some(7.0), Some(7.0)));
        assert!(read(&"9".repeat(1000)).is_some_and(|n| n > 1e300));
        assert_eq!(write(0.1 + 0.2), "0.3");
        assert_eq!(
            (write(2.5e9), write(-0.25), write(1e21)),
            ("2500000000".into(), "-0.25".into(), format!("1{}", "0".repeat(21)))
        );
    }

    proptest! {
        /// Fifteen digits are read as the standard library reads them, and written back as they were.
        #[test]
        fn few_digits_are_read_and_written_exactly(whole in 0_u64..1_000_000_000, part in 0_u32..1_000_000) {
            let text = format!("{whole}.{part:06}");
            let number = read(&text).unwrap();
            prop_assert_eq!(Some(number), text.parse().ok());
            prop_assert_eq!(write(number), number.to_string());
        }

        #[test]
        fn any_text_and_any_number(text in "[0-9.]{0,40}", number in any::<f64>()) {
            let _ = read(&text);
            let _ = write(number);
        }
    }
}
