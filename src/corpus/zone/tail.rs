//! The end of a page: where the story is over, and what signs it.

use super::{
    name::{is_agency, is_body},
    shape::{Line, key},
    words,
};

/// Whether a line speaks of the site, its readers and its rights, not of the news.
pub fn is_site_talk(line: &Line) -> bool {
    let points: usize =
        line.key.split(' ').map(|w| if words::is("site", w) { 2 } else { usize::from(words::is("sitely", w)) }).sum();
    let told = line.key.split(' ').any(|w| matches!(w, "he" | "she" | "his" | "her" | "they" | "said" | "says"));
    points >= 3 && points * 3 >= line.words && !told && !line.text.contains(['“', '„', '«'])
}

/// Where the signature behind a report's last sentence starts: "… to give it. [(End)]", "… of control. [EFE]".
pub fn sign_off(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let at = match text.ends_with([')', ']', '/']) {
        true => {
            let inner = &text[..text.len() - 1];
            inner.rfind(['(', '[', '/'])?
        }
        false => text.rfind(char::is_whitespace)?,
    };
    let (before, mark) = (text[..at].trim_end(), key(&text[at..]));
    let signs =
        (is_agency(&mark) && !is_body(&mark)) || (text[at..].starts_with(['(', '[']) && words::is("end", &mark));
    (signs && before.ends_with(['.', '!', '?', '”', '"', '…', '-', '–', '—'])).then_some(before.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn signatures() {
        let cut = |text: &'static str| sign_off(text).map_or("", |at| text[at..].trim());
        assert_eq!(cut("The talks go on. (End)"), "(End)");
        assert_eq!(cut("They would return on Monday. Reuters"), "Reuters");
        assert_eq!(cut("They left. /TASS/"), "/TASS/");
        assert_eq!(cut("He spoke to Reuters."), "");
        assert_eq!(cut("He spoke to Reuters"), "");
        assert_eq!(cut("They met the head of the agency (IAEA)"), "");
    }

    #[test]
    fn sites_speak_of_themselves() {
        let talk = |text: &str| is_site_talk(&Line::of(text, Span::new(0, text.len())));
        for text in [
            "When using materials, a hyperlink to the website is required.",
            "The editors may edit or delete comments; readers are responsible for their own posts.",
            "Download our app and subscribe.",
        ] {
            assert!(talk(text), "{text}");
        }
        for text in [
            "Iran refused to sign the text.",
            "The spokesman declined to comment on the contents of the letter.",
            "The two sides did not publish the terms of the agreement.",
            "He published a video on his Telegram channel, in which he asked the president of the country for help.",
        ] {
            assert!(!talk(text), "{text}");
        }
    }
}
