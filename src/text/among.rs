//! Short lists of words in the code.

/// Whether `word` is one of `list`, whose words have one space between them. Where a pattern of as many strings compares
/// lengths and letters for each of them, in the program this is one call and the letters.
#[inline(never)]
pub fn among(word: &str, list: &str) -> bool {
    list.as_bytes().split(|b| *b == b' ').any(|w| w == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_one_of_a_list_or_none() {
        let list = "to until “ p.m";
        for word in list.split(' ') {
            assert!(among(word, list), "{word}");
        }
        for word in ["", "unt", "til", "to until", " ", "p", "\u{201d}"] {
            assert!(!among(word, list), "{word}");
        }
    }
}
