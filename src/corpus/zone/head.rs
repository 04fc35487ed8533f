//! What stands over an article: rows of labels in any language, trails to a section, marks before a title.

use super::shape::{Line, holds, key, words_of};
use crate::text::among::among;

/// A way to the page: "Home » Pakistan » India should take back the decision", "Haberler › Dünya › Talks go on".
pub fn is_trail(line: &Line) -> bool {
    if line.words > 40 || !holds(line.text, &['»', '›', '>', '→', '/']) {
        return false;
    }
    let parts: Vec<&str> = [" » ", " › ", " > ", " → ", " / "]
        .iter()
        .map(|mark| line.text.split(mark).collect::<Vec<_>>())
        .max_by_key(Vec::len)
        .unwrap_or_default();
    parts.len() >= 3
        && parts.iter().rev().skip(1).all(|p| (1..=4).contains(&words_of(p).count()) && !p.ends_with(['.', '?', '!']))
}

/// Where a title starts after a mark of the page: "LIVE | …", "[Flash] …".
pub fn after_mark(text: &str) -> Option<usize> {
    const MARKS: &[&str] = &[
        "live",
        "live blog",
        "liveblog",
        "breaking",
        "breaking news",
        "video",
        "videos",
        "watch",
        "photos",
        "photo",
        "exclusive",
        "urgent",
        "update",
        "updated",
        "flash",
        "news",
        "just in",
        "developing",
        "in pictures",
        "gallery",
        "audio",
        "podcast",
    ];
    let end = match text.strip_prefix('[') {
        Some(rest) => rest.find(']')? + 2,
        None => text.find('|').filter(|at| *at <= 20)? + 1,
    };
    let (mark, rest) = text.split_at_checked(end)?;
    let start = end + rest.len() - rest.trim_start().len();
    let bracketed = mark.starts_with('[') && words_of(mark).count() <= 2;
    ((bracketed || MARKS.contains(&key(mark).as_str())) && words_of(rest).count() >= 4).then_some(start)
}

/// A reporter or desk in brackets: "(Reporter Miho Takeda)".
pub fn is_desk(line: &Line) -> bool {
    const DESK: &[&str] = &[
        "reporter",
        "reporters",
        "correspondent",
        "correspondents",
        "desk",
        "editing",
        "reporting",
        "bureau",
        "editor",
    ];
    line.text.starts_with(['(', '[', '（', '【'])
        && line.text.ends_with([')', ']', '）', '】'])
        && line.words <= 12
        && line.key.split(' ').any(|w| DESK.contains(&w))
}

/// A heading over what readers wrote, in any language: "Comments (214)", "YORUMLAR (12)", "3 Kommentare".
pub fn counts_comments(line: &Line) -> bool {
    if line.words > 5 && !line.key.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let text = line.text.trim_end_matches(['▼', '▾', ':', ' ']);
    let bracketed = text.ends_with(')')
        && text.rsplit_once('(').is_some_and(|(_, n)| {
            let n = n.trim_end_matches(')');
            !n.is_empty() && n.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ','))
        });
    // "2 thoughts on “…”", "Readers’ opinions", "What readers write"
    let words: Vec<&str> = line.key.split(' ').collect();
    let counted = words.len() >= 3
        && words[0].bytes().all(|b| b.is_ascii_digit())
        && among(words[1], "thoughts thought comments comment responses replies reactions")
        && among(words[2], "on to for");
    let readers = line.words <= 5
        && !line.stops()
        && words.iter().any(|w| among(w, "reader readers users visitors commenters"))
        && words.iter().any(|w| {
            w.starts_with("comment")
                || w.starts_with("opinion")
                || w.starts_with("reaction")
                || among(w, "say write think voices letters views responses discussion")
        });
    counted
        || readers
        || line.words <= 4 && (bracketed || line.key.starts_with("comments") || line.key.ends_with(" comments"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn line(text: &str) -> Line<'_> {
        Line::of(text, Span::new(0, text.len()))
    }

    #[test]
    fn trails_and_marks() {
        assert!(is_trail(&line("Home » World » India should take back the decision, minister says")));
        assert!(!is_trail(&line("The war – a long one – goes on > said he")));
        let title = |text| after_mark(text).map(|at| text[at..].to_string());
        assert_eq!(title("LIVE | Talks go on in Geneva tonight").as_deref(), Some("Talks go on in Geneva tonight"));
        assert_eq!(
            title("[Flash] Treated water: discharge from 24th").as_deref(),
            Some("Treated water: discharge from 24th")
        );
        assert_eq!(title("Serbia | Kosovo talks go on in Brussels"), None);
    }

    #[test]
    fn comments_are_counted() {
        for text in [
            "2 thoughts on “Talks go on”",
            "What readers write",
            "Readers’ opinions",
            "Comments (214)",
            "YORUMLAR (12)",
            "Comments via Facebook:",
            "19 comments",
        ] {
            assert!(counts_comments(&line(text)), "{text}");
        }
        assert!(!counts_comments(&line("The council (15 members) met")));
    }
}
