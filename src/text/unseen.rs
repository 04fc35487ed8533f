//! Marks that nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks, selectors of
//! variants. Pages that are copied hold them inside words, where they would break them: "Su\u{ad}dan".
//!
//! An article is read, searched and shown without them; where they stood is kept, so that offsets and quotations are
//! those of the text as received. Unicode calls them default-ignorable (DerivedCoreProperties.txt); fillers that take up
//! room, and tags and selectors that only pictures and Han letters take, are left out here.

use std::borrow::Cow;

/// A mark that was taken out: the byte before which it stood in what is left, and its code point.
pub type Unseen = (u32, u32);

/// Whether a character is such a mark.
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether marks behind this character shape what is seen: letters of scripts that join or run from the right, pictures.
fn is_shaped(c: char) -> bool {
    c >= '\u{590}' && !('\u{1e00}'..'\u{20d0}').contains(&c)
}

/// Whether such a mark stands in a text: most of its bytes are ASCII and are passed over.
fn holds_unseen(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| !b.is_ascii()) {
        let mut chars = rest.get(at..).unwrap_or_default().chars();
        if chars.next().is_none_or(is_unseen) {
            return true;
        }
        rest = chars.as_str();
    }
    false
}

/// A text without the marks that nobody sees, and those marks in order.
pub fn parted(text: &str) -> (Cow<'_, str>, Vec<Unseen>) {
    let mut marks = Vec::new();
    if !holds_unseen(text) {
        return (Cow::Borrowed(text), marks);
    }
    let mut left = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unseen(c) && !left.chars().next_back().is_some_and(is_shaped) {
            marks.push((left.len() as u32, c as u32));
        } else {
            left.push(c);
        }
    }
    (Cow::Owned(left), marks)
}

/// The text as it was before [`parted`].
pub fn joined<'t>(text: &'t str, marks: &[Unseen]) -> Cow<'t, str> {
    if marks.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut whole, mut from) = (String::with_capacity(text.len() + 3 * marks.len()), 0);
    for &(at, mark) in marks {
        let at = at as usize;
        whole.push_str(text.get(from..at).unwrap_or_default());
        whole.extend(char::from_u32(mark));
        from = at;
    }
    whole.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_whole_without_them() {
        let (left, marks) = parted("\u{feff}Su\u{ad}dan rejec\u{200b}ted \u{2068}al-Ahram\u{2069}’s claim");
        assert_eq!(left, "Sudan rejected al-Ahram’s claim");
        assert_eq!(marks, [(0, 0xfeff), (2, 0xad), (11, 0x200b), (15, 0x2068), (23, 0x2069)]);
    }

    #[test]
    fn what_shapes_letters_and_pictures_stays() {
        for text in ["می\u{200c}خواهم", "❤\u{fe0f}\u{200d}🔥", "plain – text"] {
            assert_eq!(parted(text), (Cow::Borrowed(text), Vec::new()));
        }
    }

    proptest! {
        #[test]
        fn a_text_is_put_together_again(text in "([a-zé– ]|\u{ad}|\u{200b}|\u{200f}|\u{feff}|م|❤|\u{fe0f}){0,60}") {
            let (left, marks) = parted(&text);
            prop_assert_eq!(joined(&left, &marks), text.as_str());
            prop_assert!(parted(&left).1.is_empty());
        }
    }
}
