//! Pictures: who made them, and what stands under them.

use super::{
    name::{is_agency, is_body, is_dateline},
    phrase,
    shape::{Line, holds, is_name_word, key, words_of},
    words,
};
use crate::text::sentence;

/// Whether a whole line says who made a picture: "Photo: Jane Doe / AFP", "(AP Photo/Jane Doe)", "Getty Images".
pub fn is_credit(line: &Line) -> bool {
    if line.words == 0 || line.words > 16 {
        return false;
    }
    if label_end(line.text).is_some() && !(line.stops() && line.smalls >= 2) {
        return true;
    }
    let start = line.text.trim_start_matches(['(', '[', '—', '–', '-', ' ']);
    if start.starts_with('©') || starts_with_fold(start, "(c)") || starts_with_fold(start, "copyright") {
        return line.words <= 6 || is_agency(&line.key) || holds_agency(line.text);
    }
    line.words <= 10
        && ((is_agency(&line.key) && !is_body(&line.key)) || (!line.stops() && line.smalls <= 2 && signs(line.text)))
}

/// Where the credit at the end of a caption starts: "Kim arrives in Hanoi[. Photo: Yonhap]", "… [(AP Photo/Jane Doe)]".
pub fn credit_tail(line: &Line) -> Option<usize> {
    let text = line.text;
    if line.words < 5 || line.words > 120 {
        return None;
    }
    // A credit is short: only the line's end is searched.
    let from = (text.len().saturating_sub(130)..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let photo = || text[from..].split('P').skip(1).any(|rest| rest.starts_with("hoto"));
    if !holds(&text[from..], &[':', '©', '(', '/', '|']) && !photo() {
        return None;
    }
    let found = text[from..]
        .char_indices()
        .map(|(at, c)| (from + at, c))
        .filter(|(_, c)| matches!(c, '(' | '[' | '|' | '/' | '–' | '—' | '-' | '©') || c.is_whitespace())
        .filter_map(|(at, c)| {
            let rest = &text[at..];
            let inner = rest.trim_start_matches(|d: char| {
                d.is_whitespace() || matches!(d, '(' | '[' | '|' | '–' | '—' | '-' | '/')
            });
            let short = || (1..=12).contains(&words_of(inner).take(13).count());
            let tail = (label_end(inner).is_some()
                || (c == '('
                    && ["photo", "images"].iter().any(|w| holds_word(&key(inner), w))
                    && holds_agency(inner)
                    && rest.ends_with([')', '.']))
                || (c == '©' || inner.starts_with('©'))
                || (c == '/' && is_agency(&key(inner)))
                || (text[..at].trim_end().ends_with('.')
                    && (!inner.ends_with('.') || ends_in_initial(inner))
                    && signs(inner)))
                && short();
            tail.then(|| at + rest.len() - rest.trim_start().len())
        })
        .next()?;
    (words_of(&text[..found]).take(3).count() == 3).then_some(found)
}

/// Where the label of a caption ends, if the line has one: "[Under pressure:] The minister …", "[MEET AGAIN:] …".
pub fn caption_label<'a>(line: &Line<'a>) -> Option<(&'a str, &'a str)> {
    let (label, rest) = line.text.split_once(':').filter(|(label, _)| label.len() <= 40)?;
    let words = words_of(label).count();
    let rest_first = rest.trim_start().chars().next()?;
    let fits = (1..=5).contains(&words)
        && label.starts_with(char::is_uppercase)
        && !label.contains([',', '"', '“', '(', '–', '.', '!', '?'])
        && rest.starts_with(char::is_whitespace)
        && rest_first.is_uppercase();
    fits.then_some((label, rest.trim()))
}

/// Whether a labelled line is a caption by its own looks; `first` = no running text stands before it.
pub fn is_labelled_caption(line: &Line, first: bool) -> bool {
    let Some((label, rest)) = caption_label(line) else { return false };
    let folded = key(label);
    if is_dateline(&folded) || is_body(&folded) || is_frame(&folded) {
        return false;
    }
    if is_pictured(line) {
        return true;
    }
    let upper = label.len() >= 4 && !label.chars().any(char::is_lowercase);
    let named = words_of(label).all(is_name_word);
    let words = words_of(label).count();
    let quoted = rest.starts_with(['“', '"', '„', '«', '‘']) || rest.starts_with("We ") || rest.starts_with("I ");
    if quoted || !line.stops() || line.words < 5 {
        return false;
    }
    let said = key(rest);
    let reported = ["said", "says", "told", "according to"].iter().any(|w| holds_word(&said, w));
    // A label in capitals before the first sentence may be a place from which news is sent.
    if upper && !(first && reported) {
        return true;
    }
    // "The challenge:", "Senior diplomats:": no name, and no speaker in front of speech.
    if !named && words <= 4 && !is_speaker(&folded) && !has_verb(&folded) {
        return !reported;
    }
    if words == 1
        && folded.len() > 4
        && ["ed", "ing", "isms", "ions", "ious", "ful", "ents", "ive"].iter().any(|e| folded.ends_with(e))
    {
        return !reported;
    }
    // A picture's text says when it was taken.
    !reported && words >= 2 && !is_speaker(&folded) && ends_with_day(&line.key)
}

/// Whether lines open with a speaker in capitals who comes again ("SPECIAL ENVOY ANNA LIND: …", "MS LIND: …"), or who asks
/// again.
pub fn speaker_recurs(lines: &[Line]) -> bool {
    const COURTESY: &[&str] = &["mr", "mrs", "ms", "dr", "sir", "lord", "lady"];
    let labels: Vec<(String, bool)> = lines
        .iter()
        .filter_map(|line| Some((line.text.split_once(": ")?.0, line.last == Some('?'))))
        .filter(|(label, _)| label.len() <= 60 && label.len() >= 3 && !label.chars().any(char::is_lowercase))
        .map(|(label, asks)| (key(label), asks))
        .collect();
    let speaks = |label: &str| is_speaker(label) || label.split(' ').any(|w| COURTESY.contains(&w));
    let last = |label: &str| label.rsplit(' ').next().filter(|w| w.len() > 1).map(String::from);
    // A medium that asks more than once: "NILE MAIL: What will you do?"
    labels.iter().enumerate().any(|(i, (label, asks))| {
        let again = |(other, too): &(String, bool)| {
            last(label) == last(other) && speaks(label) || *asks && *too && label == other
        };
        labels.iter().enumerate().any(|(j, other)| i != j && again(other))
    })
}

/// Whether a sentence is the longer text of a picture whose short title with a label stands below it: it names the same,
/// and nothing in it points back to running text.
pub fn is_text_of(line: &Line, title: &Line) -> bool {
    const BACK: &[&str] = &[
        "he",
        "she",
        "it",
        "they",
        "this",
        "these",
        "that",
        "but",
        "and",
        "also",
        "however",
        "meanwhile",
        "now",
        "then",
        "so",
        "according",
        "i",
        "we",
        "yet",
        "still",
    ];
    let names = |l: &Line| -> Vec<String> {
        let capital = |w: &&str| w.len() > 2 && w.starts_with(char::is_uppercase);
        words_of(l.text).filter(capital).map(key).collect()
    };
    let shown = names(title);
    let inner = line.text.trim_end_matches(['.', '!', '”', '"', ' ']);
    let shared = names(line).iter().filter(|w| shown.contains(w)).count();
    title.words <= 12
        && (8..=40).contains(&line.words)
        && line.last == Some('.')
        && !inner.contains(". ")
        && !holds(line.text, &['“', '”', '"', '«', '?', ':'])
        && !line.key.split(' ').next().is_some_and(|w| BACK.contains(&w))
        && shared >= 2
}

/// Whether a line holds words that only stand under pictures.
pub fn is_pictured(line: &Line) -> bool {
    phrase::is_pictured(line)
        || line.text.starts_with(['▲', '△', '▼', '◀', '◁'])
        || starts_with_fold(line.text, "file photo")
        || starts_with_fold(line.text, "file -")
}

/// Labels of running text: "Background: …", "Question: …".
fn is_frame(key: &str) -> bool {
    words::is("frame", key)
}

/// Those who speak before a colon: "Foreign minister: We …".
fn is_speaker(key: &str) -> bool {
    key.split(' ').any(|w| words::is("speaker", w))
}

fn has_verb(key: &str) -> bool {
    key.split(' ').any(|w| words::is("verb", w) || sentence::reports(w))
}

fn ends_with_day(key: &str) -> bool {
    let mut words = key.rsplit(' ');
    let last = words.next().unwrap_or_default();
    last.ends_with("day") && matches!(words.next(), Some("on" | "last" | "this"))
}

/// Where the label of a credit ends ("Photo: …", "(Photo by …", "Foto: …").
fn label_end(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches(['(', '[', ' ']).len();
    let rest = &text[start..];
    if starts_with_fold(rest, "photo by ")
        || starts_with_fold(rest, "ap photo")
        || starts_with_fold(rest, "photo courtesy")
    {
        return Some(start);
    }
    let colon = rest.bytes().take(25).position(|b| b == b':')?;
    words::is("credit", &key(&rest[..colon])).then_some(start + colon + 1)
}

/// Where the credit at the end of a line that is a caption starts, in whatever form: "… on Friday[. Reuters]", "[(Archive)]".
pub fn signed_from(text: &str) -> Option<usize> {
    let mut marks = text.char_indices().filter(|(at, c)| match c {
        '(' | '[' => text.ends_with([')', ']']),
        '–' | '—' | '-' | '/' => text[..*at].ends_with(' ') && text[*at..].contains(' '),
        '.' => text[*at..].starts_with(". "),
        _ => false,
    });
    let (at, mark) = marks.next_back()?;
    let tail = text[at..].trim_start_matches(['(', '[', '–', '—', '-', '/', '.', ' ']);
    let names = |w: &str| is_name_word(w) || words::is("maker", &key(w));
    let fits = (1..=6).contains(&words_of(tail).take(7).count()) && words_of(tail).all(names);
    let from = if mark == '.' { text.len() - tail.len() } else { at };
    (fits && !tail.ends_with('.') && words_of(&text[..at]).nth(2).is_some()).then_some(from)
}

/// Whether the text of a picture stands behind a label of pictures: "Photo: Tulips at the border".
pub fn shows_behind_label(line: &Line) -> bool {
    caption_label(line).is_some_and(|(label, rest)| words::is("picture", &key(label)) && shows(rest))
}

/// Whether the words behind the label of a picture tell what is seen ("The door of the hotel where they met (AFP)") and not
/// only who made it ("Press office of the minister").
fn shows(rest: &str) -> bool {
    let said = signed_from(rest).map_or(rest, |at| &rest[..at]);
    let said = said.split(['©', '|']).next().unwrap_or_default();
    let small = words_of(said).filter(|w| w.starts_with(char::is_lowercase));
    let (seen, other) = small
        .filter(|w| !words::is("maker", w))
        .fold((false, 0), |(seen, other), w| (seen || words::is("seen", w), other + 1));
    seen || other >= 2
}

/// "Jane Doe / AFP", "Jane Doe, Reuters", "AFP via Getty Images", "EPA-EFE/JANE DOE".
fn signs(text: &str) -> bool {
    let bars = |c: char| matches!(c, '/' | '|' | '•' | '©' | '\\');
    let parts: Vec<String> = text.split(bars).map(key).filter(|k| !k.is_empty()).collect();
    if parts.len() >= 2 && parts.iter().any(|p| is_agency(p)) {
        return true;
    }
    let folded = key(text);
    if let Some((_, after)) = folded.split_once(" via ") {
        return is_agency(after);
    }
    let comma = text.rsplit_once(',').map(|(before, after)| (before, key(after)));
    comma.is_some_and(|(before, after)| {
        is_agency(&after) && words_of(before).count() <= 4 && words_of(before).all(is_name_word)
    })
}

fn holds_agency(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != ' ')
        .flat_map(|part| {
            let folded = key(part);
            let mut pieces: Vec<String> = folded.split(' ').map(str::to_string).collect();
            pieces.push(folded);
            pieces
        })
        .any(|p| p.len() > 1 && is_agency(&p))
}

/// "Jane Doe R.": the stop is a name's.
fn ends_in_initial(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.ends_with('.') && last.chars().count() == 2 && last.starts_with(char::is_uppercase)
}

/// Whether folded words hold a phrase.
fn holds_word(key: &str, phrase: &str) -> bool {
    key.match_indices(phrase).any(|(at, _)| {
        let end = at + phrase.len();
        (at == 0 || key.as_bytes()[at - 1] == b' ') && (end == key.len() || key.as_bytes()[end] == b' ')
    })
}

fn starts_with_fold(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|t| t.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn line(text: &str) -> Line<'_> {
        Line::of(text, Span::new(0, text.len()))
    }

    #[test]
    fn credits() {
        for text in [
            "Photo: Sputnik / Reuters",
            "Foto: Li Wei/Xinhua",
            "(AP Photo/Jane Doe, File)",
            "Getty Images",
            "Jane Doe / AFP",
            "© AFP 2023",
            "Image: dpa",
            "AFP via Getty Images",
            "Photo by Jane Doe",
            "Photo: Press Office of the Foreign Ministry / Weber",
            "Photo: from open sources",
        ] {
            assert!(is_credit(&line(text)), "{text}");
        }
        for text in ["Photo opportunity for the leaders", "Iran / Iraq war", "Reuters said so.", "Talks in Oman"] {
            assert!(!is_credit(&line(text)), "{text}");
        }
        for text in ["Photo: Wheat at the port of Odesa (Archive)", "Caption: A picket line at Calais, Friday morning"]
        {
            assert!(shows_behind_label(&line(text)), "{text}");
        }
        let signed = |text: &'static str| signed_from(text).map(|at| &text[at..]);
        assert_eq!(signed("Photo: Khost after the air strikes. – AFP"), Some("– AFP"));
        assert_eq!(signed("Photo: Wheat at the port of Odesa (Archive)"), Some("(Archive)"));
        assert_eq!(signed("Caption: The envoy in Doha on Monday. AWS/Sia Kone"), Some("AWS/Sia Kone"));
        assert_eq!(signed("Photo: The envoy of Mali (right) leaves the hall."), None);
    }

    #[test]
    fn credits_after_captions() {
        let cut = |text| credit_tail(&line(text)).map(|at| text[at..].to_string());
        assert_eq!(cut("Kim arrives in Hanoi on Monday. Photo: Yonhap").as_deref(), Some("Photo: Yonhap"));
        assert_eq!(cut("Kim arrives in Hanoi (AP Photo/Jane Doe)").as_deref(), Some("(AP Photo/Jane Doe)"));
        assert_eq!(cut("Kim arrived in Hanoi on Monday, he said, and stayed (for now)."), None);
    }

    #[test]
    fn captions() {
        for text in [
            "Under pressure: Foreign Minister Cho Hyun, pictured after the meeting in Tokyo.",
            "MEET AGAIN: The ministers of Iran and Oman in Muscat in May.",
            "The challenge: A Serbian checkpoint near Jarinje.",
            "Heavy losses: Sudanese soldiers at a base outside Omdurman.",
        ] {
            assert!(is_labelled_caption(&line(text), false), "{text}");
        }
        for text in [
            "NEW DELHI: India said on Monday that it would talk.",
            "Lavrov: We are ready to talk.",
            "Background: The two states broke off relations in 2016.",
            "Foreign minister: Talks are over.",
            "He added one thing: The army stays.",
        ] {
            assert!(!is_labelled_caption(&line(text), true), "{text}");
        }
    }
}
