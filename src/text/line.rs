//! Lines: scraped articles carry one block of text a line.

use super::span::Span;

/// The lines of `text` that hold more than white space, each without white space at its ends.
pub fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(text);
        if !span.is_empty() {
            found.push(span);
        }
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_and_line_ends_are_left_out() {
        let text = "one \r\n\n\u{a0}\n  two";
        let words: Vec<_> = lines(text).iter().map(|l| l.of(text)).collect();
        assert_eq!(words, ["one", "two"]);
    }
}
