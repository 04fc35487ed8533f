//! Names of sites: alone on a line, or after a title ("… – NRK", "… | The Daily Star").

use super::shape::{Line, is_name_word, key, words_of};
use crate::text::among::among;
use crate::text::order::Order;
use std::sync::LazyLock;

/// (name, whether it also signs pictures), sorted.
static OUTLETS: LazyLock<Vec<(&str, bool)>> = LazyLock::new(|| {
    let mut names: Vec<_> = include_str!("../data/outlets.txt")
        .lines()
        .filter_map(|l| l.split_once('\t'))
        .map(|(sort, name)| (name, sort == "agency"))
        .collect();
    names.order();
    names
});
static OUTLET_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| list(include_str!("../data/outlet-words.txt")));
static BODIES: LazyLock<Vec<&str>> = LazyLock::new(|| list(include_str!("../data/bodies.txt")));
static PLACES: LazyLock<Vec<&str>> = LazyLock::new(|| list(include_str!("../data/dateline-places.txt")));

fn list(file: &'static str) -> Vec<&'static str> {
    let mut words: Vec<_> = file.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    words.order();
    words
}

/// Whether folded words are an outlet's name.
pub fn is_outlet(key: &str) -> bool {
    OUTLETS.binary_search_by_key(&key, |o| o.0).is_ok()
}

/// Whether folded words are the name of one who makes or sells pictures.
pub fn is_agency(key: &str) -> bool {
    OUTLETS.binary_search_by_key(&key, |o| o.0).is_ok_and(|i| OUTLETS[i].1)
}

/// Whether folded words are a place from which news is sent.
pub fn is_dateline(key: &str) -> bool {
    PLACES.binary_search(&key).is_ok()
}

/// Whether folded words name a party of the news by its abbreviation.
pub fn is_body(key: &str) -> bool {
    BODIES.binary_search(&key).is_ok()
}

fn is_outlet_word(word: &str) -> bool {
    OUTLET_WORDS.binary_search(&word).is_ok()
}

/// Whether a whole line is a site's or a section's name.
pub fn is_site_line(line: &Line) -> bool {
    line.words <= 6 && !line.stops() && is_site(line.text, ' ', &[])
}

/// Whether all pieces of a line are names of sites: "ISNA - Iranian Students' News Agency".
pub fn is_site_row(line: &Line) -> bool {
    let pieces = || line.text.split(['-', '–', '—', '|']).map(str::trim).filter(|p| !p.is_empty());
    line.words <= 12 && !line.stops() && pieces().count() >= 2 && pieces().all(|p| is_site(p, ' ', &[]))
}

/// The marks that part a title from a site's name.
fn is_bar(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '|' | '•' | '·' | '»' | '«' | '∣' | '¦' | '/' | '›' | ':' | '~' | '_')
}

/// Where the site's name after a title starts, its parting mark included: "Headline[ – Outlet – Section]".
///
/// `known` are folded names that stand elsewhere on the page as the site's.
pub fn suffix(text: &str, known: &[String]) -> Option<usize> {
    let mut cut = None;
    let mut end = text.len();
    while let Some((at, bar)) = last_bar(&text[..end]) {
        let segment = text[at + bar.len_utf8()..end].trim().trim_matches(is_bar).trim();
        if !is_site(segment, bar, known) {
            break;
        }
        cut = Some(at);
        end = text[..at].trim_end().trim_end_matches(is_bar).trim_end().len();
    }
    cut.filter(|at| words_of(&text[..*at]).count() >= 2)
}

/// The last parting mark that stands between spaces, or after a space and before a name.
fn last_bar(text: &str) -> Option<(usize, char)> {
    let mut after: Option<char> = None;
    for (at, c) in text.char_indices().rev() {
        if is_bar(c) && c != ':' && after.is_some_and(char::is_whitespace) && text[..at].ends_with(char::is_whitespace)
        {
            return Some((at, c));
        }
        // Titles of Chinese sites: "Headline_Site".
        if c == '_' && after.is_some_and(char::is_uppercase) {
            return Some((at, c));
        }
        after = Some(c);
    }
    None
}

/// Whether a segment between bars names a site or its section.
fn is_site(segment: &str, bar: char, known: &[String]) -> bool {
    let folded = key(segment);
    if folded.is_empty() || segment.ends_with(['?', '!', '”', '"', '’']) {
        return false;
    }
    if is_outlet(&folded) || known.contains(&folded) {
        return true;
    }
    if is_domain(segment) {
        return true;
    }
    let words: Vec<&str> = words_of(segment).collect();
    let named = words.iter().all(|w| is_name_word(w) || among(w, "of the and for in no de"));
    if !named || words.len() > 6 || is_body(&folded) {
        return false;
    }
    let last = folded.rsplit(' ').next().unwrap_or_default();
    if words.len() >= 2 && (is_outlet_word(last) || folded.split(' ').any(|w| w == "news")) {
        return true;
    }
    let initials = words.len() == 1
        && (2..=6).contains(&segment.len())
        && segment.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    bar != ' ' && (initials || (matches!(bar, '|' | '•' | '·' | '∣' | '¦' | '»' | '«' | '›') && words.len() <= 5))
}

/// "nrk.no", "www.example.com", "Lenta.Ru".
fn is_domain(segment: &str) -> bool {
    if segment.contains(char::is_whitespace) {
        return false;
    }
    let Some((site, top)) = segment.trim_end_matches('/').rsplit_once('.') else { return false };
    site.len() >= 2
        && (2..=5).contains(&top.len())
        && top.bytes().all(|b| b.is_ascii_alphabetic())
        && (site.contains('.')
            || site.bytes().any(|b| b.is_ascii_lowercase())
            || top.bytes().all(|b| b.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> &str {
        suffix(text, &[]).map_or(text, |at| text[..at].trim_end())
    }

    #[test]
    fn a_sites_name_after_a_title_is_seen() {
        for (text, wanted) in [
            (
                "Seoul rejects Pyongyang’s offer – NRK Urix – Foreign News & Documentaries",
                "Seoul rejects Pyongyang’s offer",
            ),
            ("Iran to resume talks - irrelevant to sanctions - VG", "Iran to resume talks - irrelevant to sanctions"),
            ("Sudan’s army agrees | Khartoum Star", "Sudan’s army agrees"),
            ("Kosovo closes crossing - balkan-today.com", "Kosovo closes crossing"),
            ("Taipei warns Beijing — The Daily Observer", "Taipei warns Beijing"),
        ] {
            assert_eq!(title(text), wanted);
        }
    }

    #[test]
    fn a_speaker_or_a_clause_after_a_title_is_not() {
        for text in [
            "Alliance at war with us – Lavrov",
            "Enrichment goes on - IAEA",
            "Russia insists on its terms – proposes talks with US “even tomorrow”",
            "A long-awaited deal: Iran - Oman talks fail",
            "Iran Rejects Deal – Talks Collapse In Vienna",
        ] {
            assert_eq!(title(text), text);
        }
    }

    #[test]
    fn lists_are_folded() {
        for (name, _) in OUTLETS.iter() {
            assert_eq!(key(name), *name);
        }
        assert!(is_agency("afp") && is_outlet("vg") && !is_agency("vg") && is_dateline("new delhi") && is_body("nato"));
    }
}
