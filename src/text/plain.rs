//! Runs of plain letters: most of a text is such, and says nothing to those who look for marks.

/// A plain letter.
pub const LETTER: u8 = 1;
/// A digit.
pub const DIGIT: u8 = 2;
/// A space.
pub const SPACE: u8 = 4;

/// For each byte a bit if it is one of these: one look instead of three comparisons, for every byte of a text.
static PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b' ' => SPACE,
            _ => 0,
        };
        byte += 1;
    }
    plain
};

/// With how many bytes of these kinds a text goes on.
#[inline(always)]
pub fn run(bytes: &[u8], kinds: u8) -> usize {
    let mut at = 0;
    while bytes.get(at).is_some_and(|byte| PLAIN[usize::from(*byte)] & kinds != 0) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_run_ends_where_another_byte_stands(text in "[a-zA-Z0-9 ]{0,9}\\PC{0,3}") {
            let bytes = text.as_bytes();
            let split = |is: fn(&u8) -> bool| bytes.iter().take_while(|b| is(b)).count();
            prop_assert_eq!(run(bytes, LETTER), split(u8::is_ascii_alphabetic));
            prop_assert_eq!(run(bytes, LETTER | DIGIT), split(u8::is_ascii_alphanumeric));
            prop_assert_eq!(run(bytes, LETTER | DIGIT | SPACE), split(|b| b.is_ascii_alphanumeric() || *b == b' '));
        }
    }
}
