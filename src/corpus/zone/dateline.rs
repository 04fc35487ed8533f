//! The dateline before the first sentence of a report: "DUBAI, March 12 (Reuters) - …", "ISNA/Tehran …".

use super::{
    name::{is_agency, is_body, is_dateline, is_outlet},
    shape::{is_name_word, key, words_of},
};
use crate::text::among::among;

/// How far into a line a dateline is looked for, in bytes.
const REACH: usize = 110;

/// Where the text after a dateline starts, if the line has one.
pub fn dateline(text: &str) -> Option<usize> {
    let first = text.split(char::is_whitespace).next()?;
    // "ISNA/Tehran The spokesman …"
    if let Some((agency, place)) = first.split_once('/')
        && is_agency(&key(agency))
        && is_dateline(&key(place))
    {
        return rest_start(text, first.len());
    }
    let head = &text[..(0..=REACH.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?];
    // "Reuters. The minister said …": an agency as a first sentence.
    if let Some((agency, _)) = head.split_once(". ") {
        let signs = key(agency);
        if agency.len() <= 24 && is_outlet(&signs) && !is_body(&signs) {
            return rest_start(text, agency.len() + 1);
        }
    }
    let found = head.char_indices().find_map(|(at, c)| {
        let end = at + c.len_utf8();
        let (before, after) = (&text[..at], &text[end..]);
        let parts = match c {
            ')' | '/' => after.starts_with([' ', '-', '–', '—', ':', '.', ',']),
            '-' | '–' | '—' => before.ends_with([' ', '.', ')']) && after.starts_with([' ', '-']),
            ':' => after.starts_with(' '),
            _ => false,
        };
        // "MOSCOW (News / Agency - 5 May, 2021)": marks inside the brackets part nothing.
        let inside = || before.matches('(').count() > before.matches(')').count() && c != ')';
        (parts && !inside() && is_dated(&text[..end], c)).then_some(end)
    })?;
    rest_start(text, found)
}

/// Skips the marks after a dateline; running text must follow.
fn rest_start(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..]
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | '.' | ',' | '/'));
    let starts =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘' | '«'));
    (starts && words_of(rest).take(5).count() == 5).then_some(text.len() - rest.len())
}

/// Whether the words before the parting mark `mark` are place, day and agency.
fn is_dated(head: &str, mark: char) -> bool {
    let named = words_of(head).all(|w| is_name_word(w) || among(w, "of the and de reporter correspondent"));
    if !named {
        return false;
    }
    let pieces: Vec<String> =
        head.split([',', '/', '(', ')', '.', '-', '–', '—', ':']).map(key).filter(|k| !k.is_empty()).collect();
    let place = pieces.iter().any(|p| is_dateline(p));
    let signed = pieces.iter().any(|p| is_agency(p) || is_outlet(p));
    let reporter = pieces.iter().any(|p| p.starts_with("reporter "));
    match mark {
        // "(Reuters)", "(Reporter Li Wei)"; "/TASS/" has a place or day before it.
        ')' => head.contains('(') && (signed || reporter) && pieces.len() >= 2,
        '/' => signed && pieces.len() >= 2 && head.matches('/').count() >= 2,
        // "Islamabad (Web Desk / Monitoring Desk):"
        ':' => {
            place
                && (pieces.len() == 1
                    || pieces.iter().skip(1).all(|p| {
                        p.ends_with("desk")
                            || p.ends_with("reporter")
                            || p.ends_with("bureau")
                            || p.ends_with("correspondent")
                    }))
        }
        _ => place && pieces.len() <= 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> &str {
        dateline(text).map_or("", |at| text[..at].trim_end())
    }

    #[test]
    fn datelines() {
        let report = "Iran said on Monday that it would not yield.";
        for line in [
            "DUBAI, March 12 (Reuters) -",
            "SEOUL (AP) —",
            "Caracas/Georgetown, 6 Dec (EFE).-",
            "MOSCOW, January 21. /TASS/.",
            "ISNA/Tehran",
            "PRAGUE (UrduPoint News / Sputnik - 01st July, 2021)",
            "Reuters.",
            "NEW DELHI:",
            "Tehran –",
            "China News Service, Beijing, June 19 (Reporter Li Wei) --",
        ] {
            assert_eq!(head(&format!("{line} {report}")), line);
        }
    }

    #[test]
    fn other_starts_of_sentences() {
        for line in [
            "Iran (and Oman) said that they would not yield at all.",
            "Lavrov: We are ready to talk to them at once.",
            "The Kremlin - like the White House - did not say so at all.",
            "Moscow and Kyiv accuse each other – again – of breaking it off.",
            "The UN (New York) said so in a statement on Monday, and left.",
        ] {
            assert_eq!(head(line), "", "{line}");
        }
    }
}
