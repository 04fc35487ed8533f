//! What single lines of a page are, besides what other files tell: leads, mottos, labels left small, titles' copies.

use super::{
    phrase,
    shape::{self, Line, holds, reports},
    stamp, tail, words,
};
use crate::text::calendar::WEEKDAYS;
use crate::text::lower::Lower;

/// An entry of a live page that speaks of the page: "12:30 Get alerts on your phone".
pub(super) fn is_page_entry(rest: &Line) -> bool {
    phrase::says(rest).is_some() || tail::is_call(rest) || stamp::is_page_label(rest)
}

/// "Mariam", "Mariam T.": a person who writes a comment.
pub(super) fn is_short_name(line: &Line) -> bool {
    let initial = line.words == 2
        && line.text.ends_with('.')
        && line.text.split_whitespace().nth(1).is_some_and(|w| w.chars().count() == 2)
        && line.text.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    line.words <= 3 && stamp::is_name(line) || initial
}

/// "That is all!!!": no report is written so.
pub(super) fn is_shouted(line: &Line) -> bool {
    ["!!", "??", "?!", "!?"].iter().any(|m| line.text.contains(m)) && !holds(line.text, &['“', '"', '«'])
}

/// What a reader posts, told by the name: "old_miner: open the gate", "5 comments. Anna: …"
pub(super) fn is_post(line: &Line) -> bool {
    let mut words = line.key.split(' ');
    let counted = words.next().is_some_and(|w| w.bytes().all(|b| b.is_ascii_digit()) && w.len() <= 4)
        && words.next().is_some_and(|w| matches!(w, "comment" | "comments" | "replies" | "reactions" | "responses"))
        && line.text.contains([':', '.', '…']);
    let colon = line.text.bytes().take(25).position(|b| b == b':').unwrap_or_default();
    let (label, rest) = line.text.split_at_checked(colon).unwrap_or_default();
    let handle = label.contains('_')
        && rest.starts_with(": ")
        && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'));
    counted || handle
}

/// A site's motto: "Bamako Tribune: independent news since 1994".
pub(super) fn is_since(line: &Line) -> bool {
    let year = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let last: Vec<&str> = line.key.rsplit(' ').take(2).collect();
    line.words <= 10 && !line.stops() && matches!(last[..], [y, "since"] if year(y))
}

/// A lead that lost its last stop: a report with its day.
pub(super) fn is_lead(line: &Line) -> bool {
    line.words >= 14
        && line.smalls * 2 > line.words
        && line.key.split(' ').any(|w| WEEKDAYS.contains(&w))
        && line.reports()
}

/// A label that the translation left small, before a title: "the: US sends troops …" (for "read:").
pub(super) fn is_lower_label(line: &Line) -> bool {
    let Some((label, rest)) = line.text.split_once(':').filter(|(label, _)| label.len() <= 16) else { return false };
    let label_words = label.split_whitespace().count();
    (1..=2).contains(&label_words)
        && label.chars().all(|c| c.is_lowercase() || c == ' ')
        && rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\''))
        && (!line.stops() || line.last != Some('.'))
        && (3..=25).contains(&line.words)
}

/// Whether two lines are copies of one title, the site's name left out.
pub(super) fn same_title(one: &Line, other: &Line) -> bool {
    if one.key.is_empty() || other.key.is_empty() {
        return false;
    }
    let (short, long) = if one.key.len() <= other.key.len() { (&one.key, &other.key) } else { (&other.key, &one.key) };
    let words = |key: &str| key.split(' ').count();
    long.strip_prefix(short.as_str()).is_some_and(|rest| {
        (rest.is_empty() || rest.starts_with(' '))
            && words(short) >= 3
            && words(rest.trim()) <= 8
            && words(short) * 2 > words(long)
    })
}

/// Where the parting mark after the first `words` words of a title stands.
pub(super) fn bar_after(text: &str, words: usize) -> Option<usize> {
    text.char_indices()
        .filter(|(_, c)| matches!(c, '-' | '–' | '—' | '|' | '•' | '·' | '»'))
        .map(|(at, _)| at)
        .find(|at| shape::key(&text[..*at]).split(' ').count() >= words && text[..*at].ends_with(char::is_whitespace))
}

/// Whether a quotation's own last mark is a sentence's.
pub(super) fn inner_stop(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '»', '’', '\'']).ends_with(['.', '!', '?', '…', ','])
}

pub(super) fn is_quoted_whole(text: &str) -> bool {
    text.starts_with(['“', '"', '„', '«', '‘', '\'', '¿', '¡', '»', '”'])
}

/// A question with the one who asks before it.
pub(super) fn asks(line: &Line) -> bool {
    const ASKING: &[&str] =
        &["reporter", "journalist", "question", "q", "interviewer", "moderator", "correspondent", "host"];
    if line.last != Some('?') {
        return false;
    }
    let label = line.text.split_once(": ").map_or("", |(label, _)| label);
    let words = shape::words_of(label).count();
    (1..=3).contains(&words) && shape::words_of(label).last().is_some_and(|w| ASKING.contains(&w.lower().as_str()))
}

/// Whether line `i` leads in a list ("The government set three conditions:") or an interview ("Interview with NAME, ROLE"); `told`: its
/// words are a site's, of which only "Interview: NAME" may be the article's.
pub(super) fn leads_in(lines: &[Line], i: usize, told: bool) -> bool {
    let next = |n: usize| lines.get(i + n).filter(|l| l.is_item() && l.last != Some('?'));
    let Some(line) = lines.get(i).filter(|l| (2..=30).contains(&l.words) && !l.is_item()) else { return false };
    // "Toktosunov refuses:", but not "Special offers:".
    let known = |word: &str| lines.iter().take(i).any(|l| l.stops() && shape::words_of(l.text).any(|w| w == word));
    let known = || line.words != 2 || shape::words_of(line.text).next().is_some_and(known);
    let says = |group: &str| line.key.split(' ').any(|w| words::is(group, w));
    let small = |l: &Line| l.text.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(char::is_lowercase);
    let listed = match line.last {
        Some(':') => next(1).is_some(),
        _ => !line.stops() && next(1).is_some_and(small),
    };
    let asked = || !line.stops() && lines.get(i + 1).is_some_and(|l| l.last == Some('?') && l.words > 2);
    (!told && listed && next(2).is_some() && says("lead")
        || asked() && says("talk") && (!told || line.key.starts_with("interview")))
        && known()
}

/// Whether a line reports speech ("“We agree”, he said"): then it is running text, however short.
pub(super) fn has_frame(text: &str) -> bool {
    ["” ", "\" ", "», ", "”, "].iter().any(|close| text.split_once(close).is_some_and(|(_, after)| reports(after)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn what_readers_post() {
        let post = |text: &str| is_post(&Line::of(text, Span::new(0, text.len())));
        assert!(post("old_miner: open the gate, my shop is dead"));
        assert!(post("5 comments. Anna: and who drained the lake?"));
        assert!(!post("Seoul: no talks under pressure"));
        assert!(!post("3 reactions were heard in the hall"));
        assert!(!post("The agency: we found nothing"));
    }
}
