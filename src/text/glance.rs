//! What can be seen of a word at one glance: its length and first letters. Phrases that start alike are told apart by it
//! before any of their words is compared.

/// A word at one glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance(u32);

impl Glance {
    /// Glances at a word in lower case.
    pub fn of(word: &str) -> Self {
        // "does n't" is "does not" to every phrase.
        let bytes = if word == "n't" { b"not" } else { word.as_bytes() };
        let byte = |i: usize| bytes.get(i).copied().map_or(0, u32::from);
        Glance((bytes.len().min(0xff) as u32) << 24 | byte(0) << 16 | byte(1) << 8 | byte(2))
    }
}

/// What a word must look like at one glance to stand in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    mask: u32,
    seen: u32,
}

impl Look {
    /// Any word may be the one.
    pub const ANY: Look = Look { mask: 0, seen: 0 };

    /// Only this word is.
    pub fn word(word: &str) -> Self {
        Look { mask: u32::MAX, seen: Glance::of(word).0 }
    }

    /// Only words that start so are.
    pub fn stem(stem: &str) -> Self {
        let mask = match stem.len() {
            0 => 0,
            1 => 0x00ff_0000,
            2 => 0x00ff_ff00,
            _ => 0x00ff_ffff,
        };
        // "n't" is seen as "not": where that could matter, every word is looked at.
        if "n't".starts_with(stem) || "not".starts_with(stem) {
            Look::ANY
        } else {
            Look { mask, seen: Glance::of(stem).0 & mask }
        }
    }

    /// Whether the word may be the one.
    pub fn fits(self, glance: Glance) -> bool {
        glance.0 & self.mask == self.seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_that_matches_is_overlooked(word in "[a-e]{0,5}|n't|not|nothing|\\PC{0,3}", cut in 0usize..4) {
            prop_assert!(Look::word(&word).fits(Glance::of(&word)));
            let stem: String = word.chars().take(cut).collect();
            prop_assert!(Look::stem(&stem).fits(Glance::of(&word)));
            prop_assert!(Look::ANY.fits(Glance::of(&word)));
        }
    }

    #[test]
    fn others_are_told_apart() {
        assert!(!Look::word("to").fits(Glance::of("the")));
        assert!(!Look::stem("accus").fits(Glance::of("blamed")));
        assert!(Look::word("not").fits(Glance::of("n't")));
    }
}
