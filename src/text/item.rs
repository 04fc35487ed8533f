//! The marks that open the items of a list: a dash, a bullet, a number or a letter.

/// A dash that can open an item, or speech.
pub fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '–' | '—' | '―')
}

/// "– ", "• ", "1) ", "(a) ", "2. ": the mark, and how many bytes it takes. All numbers and letters are one mark, `1`; those of
/// more than two digits are years and amounts.
pub fn mark(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    if is_dash(first) || matches!(first, '•' | '●' | '▪' | '◦' | '*' | '·' | '■' | '►') {
        return Some((first, first.len_utf8()));
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(digits == 0 && inner.starts_with(|c: char| c.is_ascii_lowercase()));
    // "1 - ", "2- "
    let dashed = inner.get(digits..).filter(|_| (1..=2).contains(&digits) && inner.len() == text.len());
    if dashed.is_some_and(|rest| rest.starts_with("- ") || rest.starts_with(" - ") || rest.starts_with(" – ")) {
        let dash = text.find(['-', '–'])?;
        return Some(('1', dash + text.get(dash..)?.chars().next()?.len_utf8()));
    }
    let close = inner.as_bytes().get(digits + letter)?;
    let closes = *close == b')' || *close == b'.' && digits > 0;
    let number = (1..=2).contains(&digits) || letter > 0;
    (closes && number).then_some(('1', text.len() - inner.len() + digits + letter + 1))
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn the_marks_of_items() {
        for (text, found) in [
            ("1) one", Some(('1', 2))),
            ("(2) two", Some(('1', 3))),
            ("12. twelve", Some(('1', 3))),
            ("a) first", Some(('1', 2))),
            ("– dash", Some(('–', 3))),
            ("• dot", Some(('•', 3))),
            ("1 - one", Some(('1', 3))),
            ("2- two", Some(('1', 2))),
            ("3 – three", Some(('1', 5))),
            ("3-4 years", None),
            ("2021 was", None),
            ("a. m.", None),
            ("word", None),
        ] {
            assert_eq!(mark(text), found, "{text}");
        }
    }
}
