//! Lines that a site sets around an article: stamps of time, bylines, tags, addresses, mottos.

use super::{
    phrase,
    shape::{Line, holds, is_name_word, key, words_of},
    words,
};
use crate::text::among::among;
use crate::text::{
    calendar::{MONTHS, WEEKDAYS},
    span::Span,
};

/// A day, an hour, a reading time, alone or with a label: "Friday, 17 December 2021 14:05 CET", "2 hours ago".
pub fn is_stamp(line: &Line) -> bool {
    line.digits
        && line.words <= 16
        && line.key.split(' ').all(|w| {
            let word = w.trim_matches(|c: char| c.is_ascii_digit());
            // "17th", "14h05", "9am": digits with a stamp's word.
            word.is_empty() || words::is("stamp", word)
        })
}

/// "By Jane Doe and Li Wei", "Jane Doe | Reuters".
pub fn is_byline(line: &Line) -> bool {
    if line.words > 12 || line.words < 2 || line.stops() && !line.text.ends_with("Jr.") {
        return false;
    }
    let Some(rest) = line
        .text
        .strip_prefix("By ")
        .or_else(|| line.text.strip_prefix("BY "))
        .or_else(|| line.text.strip_prefix("by "))
    else {
        return false;
    };
    let mut words = words_of(rest);
    words.next().is_some_and(|w| w.starts_with(char::is_uppercase))
        && words.all(|w| is_name_word(w) || words::is("byline", w))
        && !line.digits
}

/// Names beside a day and an hour: "Umer Jamshaid 45 seconds ago Mon 19th April 2021 | 04:29 PM", "Ola Nordmann, Journalist –
/// Published 09.09.2025 at 06:14".
pub fn is_timed_byline(line: &Line) -> bool {
    if line.words < 4 || line.words > 24 || !line.digits || holds(line.text, &['“', '"', '«', '?', '!']) {
        return false;
    }
    let ago = line.key.ends_with(" ago") || line.key.contains(" ago ");
    // A clock alone opens an entry of a live page; with a day, or after the names, it stamps.
    let dated = dates(line);
    let clock = is_timed(line.text);
    if !ago && !dated && !clock {
        return false;
    }
    let signed = line.key.split(' ').any(|w| words::is("role", w) || among(w, "published updated posted"));
    let starts_with_clock = line.text.split_whitespace().next().is_some_and(is_timed);
    let stamped = ago || clock && dated && !starts_with_clock || signed && (clock || dated) && !starts_with_clock;
    let strange = words_of(line.text)
        .filter(|w| {
            let folded = key(w);
            let bare = folded.trim_matches(|c: char| c.is_ascii_digit());
            !is_name_word(w)
                && !bare
                    .split(' ')
                    .all(|b| b.is_empty() || words::is("stamp", b) || words::is("byline", b) || words::is("role", b))
                && !among(bare, "news state agency by writes all")
        })
        .count();
    stamped && strange <= line.words / 8 && !line.key.split(' ').any(|w| among(w, "said says told"))
}

/// Whether a line names a month or a day of the week, or writes a date in figures.
pub(super) fn dates(line: &Line) -> bool {
    const DAYS: &[&str] = &[
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed",
        "thu", "fri", "sat", "sun",
    ];
    line.key.split(' ').any(|w| DAYS.contains(&w) || WEEKDAYS.contains(&w) || MONTHS.contains(&w))
        || line.text.split_whitespace().any(|piece| {
            let piece = piece.trim_end_matches(['.', ',', ';', '|']);
            ['.', '/', '-'].iter().any(|mark| numbers(piece, *mark) == 3)
        })
}

/// Labels of the page in a row, parted by dashes: "Kyiv Wire – All sections – EN – Support us".
pub fn is_label_row(line: &Line) -> bool {
    if line.stops() || !(3..=20).contains(&line.words) {
        return false;
    }
    let parts: Vec<&str> = line
        .text
        .split(['–', '—', '|', '»', '›', '•', '·'])
        .flat_map(|p| p.split(" - "))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let label = |p: &&&str| {
        let folded = key(p);
        phrase::is_label(&folded) || words::is("language", &folded) || phrase::tells(&folded)
    };
    parts.len() >= 3
        && parts.iter().all(|p| words_of(p).count() <= 5)
        && (parts.iter().filter(label).count() >= 2
            || parts.iter().rev().take(2).filter(label).count() >= 1 && parts.len() >= 3)
}

/// A promise of another page before a colon: "THIS MAY INTEREST YOU: …", "We also wrote about it: …", "(Related article) …".
pub fn is_promotion(line: &Line) -> bool {
    const OTHERS: &[&str] = &[
        "related",
        "interest",
        "interesting",
        "recommended",
        "recommend",
        "previously",
        "earlier",
        "next",
        "previous",
        "advertisement",
        "advertising",
        "sponsored",
        "poll",
        "survey",
        "miss",
        "missed",
        "wrote",
        "remember",
        "popular",
        "trending",
        "watch",
        "read",
        "more",
        "news",
    ];
    let bracketed = line.text.strip_prefix(['(', '[', '【']).and_then(|rest| rest.split_once([')', ']', '】']));
    // What is asked for below, cheaply.
    if line.words > 30 || line.text.ends_with('.') {
        return false;
    }
    let Some((label, rest)) = bracketed.or_else(|| line.text.split_once(": ")) else { return false };
    let folded = key(label);
    let words: Vec<&str> = folded.split(' ').collect();
    let speaks = words.iter().any(|w| among(w, "he she said says told reporter and"));
    let reader = words.iter().any(|w| among(w, "you your this also it we other in"));
    let others = words.iter().filter(|w| OTHERS.contains(w)).count();
    let shouted = label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_lowercase);
    let alone = words.len() <= 2
        && among(
            words[0],
            "related recommended next previous advertisement advertising poll survey read watch sponsored",
        );
    let title =
        rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘'));
    words.len() <= 7 && !speaks && title && others >= 1 && (alone || shouted || reader || bracketed.is_some())
}

/// The initials of those who wrote: "a.k./m.s.", "HSH/YAH".
pub fn is_initials(line: &Line) -> bool {
    let text = line.text.trim_matches(['/', '(', ')', '-', ' ']);
    if text.len() > 16 {
        return false;
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).filter(|p| !p.is_empty()).collect();
    parts.len() >= 2
        && holds(text, &['/', '.'])
        && parts.iter().all(|p| p.chars().count() <= 4 && p.chars().all(char::is_alphabetic))
        && text.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'.' | b'-'))
}

/// Words of a menu side by side: "Home page Nation Region Technology Sport Video".
pub fn is_menu(line: &Line) -> bool {
    if line.stops() || !(4..=24).contains(&line.words) || line.smalls * 3 > line.words || line.text.contains(':') {
        return false;
    }
    let all: Vec<&str> = line.key.split(' ').collect();
    let (mut at, mut labels, mut covered) = (0, 0, 0);
    while at < all.len() {
        let longest = (1..=3.min(all.len() - at)).rev().find(|n| phrase::is_label(&all[at..at + n].join(" ")));
        labels += usize::from(longest.is_some());
        covered += longest.unwrap_or(0);
        at += longest.unwrap_or(1);
    }
    labels >= 4 && covered * 10 >= all.len() * 8
}

/// What follows the clock of a live entry: "12:30 Get alerts on your phone".
pub fn after_clock<'a>(line: &Line<'a>) -> Option<Line<'a>> {
    let first = line.text.split_whitespace().next().filter(|w| w.starts_with(|c: char| c.is_ascii_digit()))?;
    let clock = first.trim_end_matches(['h', ':', '.']);
    let parts: Vec<&str> = clock.split([':', '.', 'h']).collect();
    if parts.len() != 2 || !parts.iter().all(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let rest = line.text[first.len()..].trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '“' | '"'));
    let rest = ["GMT ", "CET ", "EAT ", "UTC ", "pm ", "am ", "p.m. ", "a.m. "]
        .iter()
        .find_map(|zone| rest.strip_prefix(zone))
        .unwrap_or(rest)
        .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '“' | '"'));
    let start = line.text.len() - rest.len();
    let span = Span::new(line.span.start as usize + start, line.span.end as usize);
    (!rest.is_empty()).then(|| Line::looked_at(rest, span))
}

/// "#Iran #talks", "Tags: …" is a phrase.
pub fn is_tags(line: &Line) -> bool {
    if !line.text.contains('#') && !line.text.contains('＃') {
        return false;
    }
    let (mut tags, mut others) = (0, 0);
    for piece in line.text.split_whitespace() {
        if piece.starts_with(['#', '＃']) {
            tags += 1;
        } else {
            others += 1;
        }
    }
    tags > 0 && (others == 0 || tags >= 2 && tags >= 3 * others)
}

/// Only web, mail or messenger addresses, or no letter at all.
pub fn is_address(line: &Line) -> bool {
    line.words == 0
        || line.text.split_whitespace().all(|piece| {
            let piece = piece.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '/');
            piece.is_empty()
                || piece.contains("://")
                || piece.starts_with("www.")
                || piece.starts_with("t.me/")
                || piece.starts_with('@')
                || (piece.contains('@') && piece.contains('.'))
        })
}

/// A row of sections: "Home » World » Asia", "News | Sport | Culture".
pub fn is_breadcrumb(line: &Line) -> bool {
    if line.stops() || line.words > 24 {
        return false;
    }
    let parts: Vec<&str> = line.text.split(['»', '›', '>', '|', '/', '•', '·', '→']).map(str::trim).collect();
    parts.len() >= 3 && parts.iter().all(|p| words_of(p).count() <= 4 && !p.starts_with(char::is_lowercase))
}

/// A row of short pieces about the page: "Author: N1 | 22 Nov. 2022 | 34 comments", "Share  facebook  whatsapp".
pub fn is_row(line: &Line) -> bool {
    if line.stops() || line.words > 24 || line.words < 2 {
        return false;
    }
    let tools = line.key.split(' ').filter(|w| words::is("tool", w)).count();
    if tools >= 2 && tools * 2 >= line.words {
        return true;
    }
    // "English Русский 中文"
    if line.key.split(' ').all(|w| words::is("language", w)) {
        return true;
    }
    let labels = line.text.matches(": ").count();
    if labels >= 2 && line.digits && line.smalls <= line.words / 2 {
        return true;
    }
    let parts =
        line.text.split(['|', '•', '·']).flat_map(|p| p.split("  ")).filter(|p| p.chars().any(char::is_alphanumeric));
    let (mut count, mut short) = (0, true);
    for part in parts {
        count += 1;
        short &= words_of(part).count() <= 5;
    }
    count >= 3 && short
}

/// Short pieces beside a day with its year, in whatever calendar, or beside a count of views: "al-mahra live · 9 Muharram 1446 ·
/// 1,204 views", "by Ann Lee – October 12, 2023 – in World – 0 comments".
pub fn is_dated_row(line: &Line) -> bool {
    if !line.digits || line.words > 18 || line.words < 3 || line.stops() && !line.text.ends_with(".C.") {
        return false;
    }
    let marks = ['|', '•', '·', '⋅', '▪', ';'];
    let parted = [" – ", " - ", " — ", " / "].iter().fold(line.text.to_string(), |text, mark| text.replace(mark, "|"));
    let parts: Vec<&str> = parted.split(marks).map(str::trim).filter(|p| !p.is_empty()).collect();
    let year = |w: &str| w.len() == 4 && w.parse::<u32>().is_ok_and(|n| (1300..2200).contains(&n));
    let dated = |p: &&str| {
        let small = |w: &str| w.starts_with(char::is_lowercase) && !among(w, "of de at on am pm h");
        let words: Vec<&str> = words_of(p).collect();
        let counted = matches!(words.as_slice(), [n, "views" | "reads" | "comments" | "readings" | "shares"]
            if n.starts_with(|c: char| c.is_ascii_digit()));
        counted || words.len() <= 7 && words.iter().any(|w| year(w)) && !words.iter().any(|w| small(w))
    };
    parts.len() >= 2 && parts.iter().all(|p| words_of(p).count() <= 7) && parts.iter().any(dated)
}

/// A line that names itself: "[Anchor]", "Related topics: …", "Bonus video: …", "Reporter Lee Jun reports.".
pub fn is_page_label(line: &Line) -> bool {
    if line.text.starts_with(['※', 'ⓒ']) || (line.words <= 14 && line.text.contains('@') && is_mail(line.text)) {
        return true;
    }
    if line.text.starts_with('[') && line.text.ends_with(']') && line.words <= 3 {
        return true;
    }
    if is_bracketed(line) || is_pointer(line) || points_elsewhere(line) {
        return true;
    }
    let mut words = line.key.split(' ');
    let (first, last) = (words.next().unwrap_or_default(), line.key.rsplit(' ').next().unwrap_or_default());
    if matches!(first, "reporter" | "correspondent") && among(last, "reports report reporting") && line.words <= 7 {
        return true;
    }
    // "Books - Mohamed Fathy and agencies"
    if last == "agencies" && line.words <= 9 && !line.stops() {
        return true;
    }
    let Some((label, rest)) = line.text.split_once(':').filter(|_| !line.stops()) else { return false };
    let label = key(label.trim_start_matches(|c: char| !c.is_alphanumeric()));
    (1..=3).contains(&label.split(' ').count())
        && label.split(' ').any(|w| words::is("label", w))
        && rest.trim_start().starts_with(|c: char| !c.is_lowercase())
}

/// "(End)", "(Photo) (Video)".
fn is_bracketed(line: &Line) -> bool {
    if line.words > 8 || !line.text.starts_with(['(', '[']) || !line.text.ends_with([')', ']']) {
        return false;
    }
    let mut parts = line.text.split(['(', ')', '[', ']']).map(key).filter(|k| !k.is_empty());
    parts.all(|k| words::is("end", &k))
}

/// A title behind an arrow or a pointing hand: "► Who is the new envoy?".
fn is_pointer(line: &Line) -> bool {
    let arrow = ['►', '▸', '▶', '➤', '➜', '➡', '⇒', '→', '☞', '👉', '➔', '➥', '↪', '📌', '🔗'];
    line.text.starts_with(arrow) && line.words <= 25 && line.last != Some('.') && !holds(line.text, &['“', '"'])
}

/// A few words with an address or a handle: "Our channel @news", "— Jane Doe (@jane) May 5, 2021".
fn points_elsewhere(line: &Line) -> bool {
    let address = || ["http://", "https://", "www.", "t.me/"].iter().any(|a| line.text.contains(a));
    let handle = || {
        line.text
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':'))
            .any(|w| w.len() > 3 && w.starts_with('@') && !w[1..].contains('@'))
    };
    line.last != Some('.') && ((line.words <= 18 && address()) || (line.words <= 10 && handle()))
}

/// Names with a role and without "by": "Jane Doe, Moscow correspondent", "Foreign Desk".
pub fn is_role(line: &Line) -> bool {
    (2..=10).contains(&line.words)
        && !line.stops()
        && line.key.split(' ').any(|w| words::is("role", w))
        && words_of(line.text).all(|w| is_name_word(w) || words::is("byline", w) || words::is("role", w))
}

/// Whether a line holds an hour or a day in digits: "14:05", "17.12.2021", "2021-12-17".
pub fn is_timed(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '|' | 'T')).any(|piece| {
        piece.len() >= 4
            && piece.as_bytes().first().is_some_and(u8::is_ascii_digit)
            && (matches!(numbers(piece, ':'), 2 | 3) || ['.', '/', '-'].iter().any(|m| numbers(piece, *m) == 3))
    })
}

/// How many numbers of up to four digits a mark parts, where there is nothing else: 3 in "17.12.2021".
fn numbers(piece: &str, mark: char) -> usize {
    if !piece.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return 0;
    }
    let parts = piece.split(mark);
    let all = parts.clone().all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()));
    if all { parts.count() } else { 0 }
}

fn is_mail(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '<' | '>')).any(|piece| {
        piece.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && host.len() >= 4)
    })
}

/// A few words, all of them names: a person, a section.
pub fn is_name(line: &Line) -> bool {
    (1..=5).contains(&line.words)
        && line.last.is_some_and(char::is_alphanumeric)
        && !line.digits
        && line.text.starts_with(char::is_uppercase)
        && words_of(line.text).all(|w| is_name_word(w) || among(w, "de al el van von bin and"))
}

/// What an author's box says of the author ("Jane Doe is a correspondent who covers Asia").
pub fn is_biography(line: &Line) -> bool {
    let mut words = line.key.split(' ');
    let starts = words.by_ref().take(6).any(|w| among(w, "is was has"));
    starts
        && line.key.split(' ').take(14).any(|w| words::is("trade", w))
        && !holds(line.text, &['“', '"', '„'])
        && [
            "covers",
            "covering",
            "writes",
            "writing",
            "reports on",
            "based in",
            "joined",
            "for us",
            "team",
            "years of experience",
            "passion",
            "weekly column",
            "has been reporting",
            "has been working for",
            "has been a journalist",
            "research fellow",
            "senior fellow",
        ]
        .iter()
        .any(|w| line.key.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn line(text: &str) -> Line<'_> {
        Line::of(text, Span::new(0, text.len()))
    }

    #[test]
    fn stamps() {
        for text in [
            "Friday, 17 December 2021 14:05 CET",
            "2 hours ago",
            "12.03.2023",
            "2023-03-12T14:05:00Z",
            "9 March, 9:40 am",
        ] {
            assert!(is_stamp(&line(text)), "{text}");
        }
        for text in ["Talks on 17 December", "The 1990s", "300 dead", "May Day"] {
            assert!(!is_stamp(&line(text)), "{text}");
        }
    }

    #[test]
    fn names_beside_an_hour() {
        for text in [
            "Ana Perez 40 seconds ago Tue 20th April 2021 | 04:29 PM",
            "Kari Nordmann, Journalist – Published 09.09.2025 at 06:14 – Updated for 2 hours ago",
            "2024. 07. 25. Thursday, 11:08 | Writes: our correspondent / state news agency",
            "SEVER-INFO. All news of the North. Politics, 31 Jan, 13:05. Updated at 13:42",
        ] {
            assert!(is_timed_byline(&line(text)), "{text}");
        }
        for text in [
            "14:05 Vucic: No Deal On Monday",
            "Talks Start In Geneva On Monday At 14:00, Minister Says",
            "Iran set a deadline that ended two days ago",
            "The 2015 deal was signed in July in Vienna",
        ] {
            assert!(!is_timed_byline(&line(text)), "{text}");
        }
    }

    #[test]
    fn rows_promises_and_initials() {
        assert!(is_label_row(&line("Vltava Wire – All sections – EN – Support us")));
        assert!(!is_label_row(&line("No troops – no talks – no deal")));
        for text in [
            "THIS MAY ATTRACT YOUR INTEREST: New prices for fuel",
            "(Related article) Rain floods the market",
            "READ MORE: Who are the fighters of the north?",
            "We also wrote about it: Airport closed",
        ] {
            assert!(is_promotion(&line(text)), "{text}");
        }
        for text in
            ["Lavrov: No news from the other side", "Minister to you: Stay calm", "The offer: Fewer troops, later"]
        {
            assert!(!is_promotion(&line(text)), "{text}");
        }
        assert!(is_initials(&line("a.k./m.s.")) && is_initials(&line("MNA/PR")) && !is_initials(&line("U.S. says")));
    }

    #[test]
    fn menus_and_clocks() {
        assert!(is_menu(&line("Home page World Region Technology Sport Video")));
        assert!(!is_menu(&line("Politics World News Agency Head Rejects Talks")));
        assert_eq!(
            after_clock(&line("12:30 GMT – Get alerts")).map(|l| l.text.to_string()).as_deref(),
            Some("Get alerts")
        );
        assert!(after_clock(&line("12 soldiers died")).is_none());
    }

    #[test]
    fn bylines_and_names() {
        assert!(is_byline(&line("By Jane Doe and Li Wei in Seoul")));
        assert!(!is_byline(&line("By Friday the talks must end")));
        assert!(is_name(&line("Jane O’Neil-Doe")) && !is_name(&line("more anxious")));
    }

    #[test]
    fn tags_addresses_and_rows() {
        assert!(is_tags(&line("#Iran #Iran #rejects #offer")) && !is_tags(&line("He used #Iran often")));
        assert!(is_address(&line("https://t.me/x 👉 @channel")) && is_address(&line("***")));
        assert!(is_breadcrumb(&line("Home » World » Middle East")));
        assert!(!is_breadcrumb(&line("Iran, Iraq and Oman")));
    }

    #[test]
    fn author_boxes() {
        assert!(is_biography(&line("Jane Doe is a Seoul-based correspondent who covers the peninsula.")));
    }
}
