//! Who signed a text, and what was mended in it: "COLUMN by Bjarni Joensen", "Baku, July 3, Turan, Nigar Huseynli", "Text Sanna
//! Kettunen, picture Lehtikuva", "SIGNE HOLM, security policy correspondent", "Corrected 6.4. at 9:14: …".

use super::{
    name::is_dateline,
    shape::{Line, is_name_word, key, words_of},
    stamp::dates,
    words,
};

/// The kinds of texts and pictures that somebody signs.
const WORKS: &[&str] = &[
    "analysis",
    "column",
    "comment",
    "commentary",
    "compiled",
    "edited",
    "essay",
    "feature",
    "illustration",
    "interview",
    "opinion",
    "photo",
    "photography",
    "photos",
    "picture",
    "pictures",
    "prepared",
    "report",
    "reportage",
    "story",
    "text",
    "translated",
    "translation",
    "video",
    "words",
    "written",
];

/// Whose trade it is to report.
const REPORTERS: &[&str] =
    &["columnist", "correspondent", "editor", "journalist", "photographer", "reporter", "writer"];

/// Whether a line only signs what follows or stands before.
pub fn is_signature(line: &Line) -> bool {
    (3..=20).contains(&line.words)
        && !line.text.contains(['“', '"', '«', '?', '!', '‘'])
        && (is_work_by(line) || is_by(line) || is_credit_row(line) || is_reporter(line) || is_placed(line))
}

/// Whether a line tells what was mended in the text.
pub fn is_correction(line: &Line) -> bool {
    let mut words = line.key.split(' ');
    matches!(words.next(), Some("corrected" | "correction"))
        && (line.text.starts_with("Correction:") || words.take(2).any(|w| w.starts_with(|c: char| c.is_ascii_digit())))
}

fn names(text: &str) -> bool {
    let mut words = words_of(text).peekable();
    words.peek().is_some() && words.all(|w| is_name_word(w) || words::is("byline", &key(w)))
}

/// "COLUMN by Bjarni Joensen"
fn is_work_by(line: &Line) -> bool {
    let Some((work, rest)) = line.text.split_once(" by ") else { return false };
    let shouted = work.len() > 4 && !work.chars().any(char::is_lowercase);
    let named = words_of(work).count() <= 3 && words_of(work).all(|w| WORKS.contains(&key(w).as_str()));
    let who = rest.split([',', '|', '·', '–']).next().unwrap_or_default().split(" -").next().unwrap_or_default();
    (shouted || named) && (2..=5).contains(&words_of(who).count()) && names(who)
}

/// "By Jahongir Sultonov, especially for Tahlil. 8 min to read", "By Admin, Monday, April 29, 2024, 0 Comments"
fn is_by(line: &Line) -> bool {
    let by = line.text.strip_prefix("By ").or_else(|| line.text.strip_prefix("by "));
    let Some((who, rest)) = by.and_then(|rest| rest.split_once([',', '|', '·'])) else {
        return false;
    };
    let count = words_of(who).count();
    let known =
        count == 1 && words_of(who).all(|w| matches!(key(w).as_str(), "admin" | "editor" | "staff" | "redaction"));
    let person = (2..=4).contains(&count) && names(who) && !is_dateline(&key(who));
    let marked = rest.bytes().any(|b| b.is_ascii_digit())
        || words_of(rest).any(|w| REPORTERS.contains(&key(w).as_str()) || matches!(w, "for" | "in" | "envoy"));
    (known || person) && marked && !line.stops()
}

/// "Text Sanna Kettunen, picture Lehtikuva"
fn is_credit_row(line: &Line) -> bool {
    let first = line.key.split(' ').next().unwrap_or_default();
    let works = line.key.split(' ').filter(|w| WORKS.contains(w)).count();
    !line.stops()
        && works >= 2
        && WORKS.contains(&first)
        && words_of(line.text).all(|w| is_name_word(w) || WORKS.contains(&w) || words::is("byline", w))
}

/// "SIGNE HOLM, security policy correspondent", "Of our envoy in Komotini, Stefanos Malliaros"
fn is_reporter(line: &Line) -> bool {
    if line.stops() || line.words > 10 {
        return false;
    }
    let own =
        line.key.contains("our envoy") || line.key.contains("our correspondent") || line.key.contains("our reporter");
    let mut parts = line.text.split([',', '/', '|', '–']).map(str::trim).filter(|p| !p.is_empty());
    let (Some(first), Some(second), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    let person = |p: &str| (2..=4).contains(&words_of(p).count()) && words_of(p).all(is_name_word);
    let trade = |p: &str| words_of(p).last().is_some_and(|w| REPORTERS.contains(&key(w).as_str()));
    person(first) && trade(second) || own && person(second)
}

/// "Baku, July 3, Turan, Nigar Huseynli": a place, a day and names, and nothing is told.
fn is_placed(line: &Line) -> bool {
    if line.words > 14 || !line.digits {
        return false;
    }
    let place = line.text.split([',', '.', '/', '(']).next().unwrap_or_default();
    is_dateline(&key(place))
        && dates(line)
        && words_of(line.text).all(|w| {
            let low = key(w);
            is_name_word(w) || words::is("byline", &low) || words::is("stamp", &low)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn who_signs() {
        let line = |text: &'static str| Line::of(text, Span::new(0, text.len()));
        for text in [
            "COLUMN by Aino Virtanen",
            "Analysis by Omar Haddad, Amman",
            "By Jane Doe, especially for the Weekly. 8 min to read",
            "By Admin, Monday, April 29, 2024, 0 Comments",
            "Text Aino Virtanen, picture Lehtikuva",
            "AINO VIRTANEN, security policy correspondent",
            "Of our envoy in Athens, Nikos Petrou",
            "Baku, July 3, Turan, Leyla Aliyeva",
        ] {
            assert!(is_signature(&line(text)), "{text}");
        }
        for text in [
            "Ship struck by a missile off Aden",
            "Oil deal signed by Baghdad and Ankara",
            "By Monday, 12 ships had left the port",
            "Baku, July 3 talks end without a result",
            "Geir Pedersen, UN special envoy for Syria",
            "REPORT by the mission finds no violation",
            "Text of the treaty, picture of the signing",
        ] {
            assert!(!is_signature(&line(text)), "{text}");
        }
        assert!(is_signature(&line("By Jane Doe, special envoy to Torres")));
        assert!(is_correction(&line("Corrected 6.4. at 9:14: Narva is in Estonia, not in Latvia.")));
        assert!(!is_correction(&line("Corrected maps are demanded by Bamako.")));
    }
}
