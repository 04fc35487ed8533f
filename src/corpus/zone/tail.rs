//! The end of a page: where the story is over, and what signs it.

use super::{
    name::{is_agency, is_body},
    shape::{Line, holds, key},
    words,
};
use crate::text::among::among;

/// Whether a line speaks of the site, its readers and its rights, not of the news.
pub fn is_site_talk(line: &Line) -> bool {
    let points: usize =
        line.key.split(' ').map(|w| if words::is("site", w) { 2 } else { usize::from(words::is("sitely", w)) }).sum();
    let told = || line.key.split(' ').any(|w| among(w, "he she his her they said says"));
    points >= 3 && points * 3 >= line.words && !told() && !holds(line.text, &['“', '„', '«'])
}

/// Whether a line calls on the reader: "Get the briefing in your inbox", "Do you have questions? Send them to us".
pub fn is_call(line: &Line) -> bool {
    if line.words > 32 || line.words < 3 || line.text.starts_with(['“', '"', '\'', '„', '«', '–', '—', '-', '‘'])
    {
        return false;
    }
    let first = line.key.split(' ').next().unwrap_or_default();
    // "Let us know", but "Let the Taliban open the gate", "Let us go by parts".
    let calls = words::is("call", first) && (first != "let" || line.key.starts_with("let us know"));
    let asks = line.text.contains('?')
        && ["do you", "did you", "are you", "have you", "were you", "would you"]
            .iter()
            .any(|q| line.key.starts_with(q));
    // "As delivered. Please check against the recording."
    let begs =
        (line.text.starts_with("Please ") || line.text.contains(". Please ")) && !holds(line.text, &['“', '"', '«']);
    if !calls && !asks && !begs {
        return false;
    }
    let reader = line.key.split(' ').any(|w| among(w, "you your yours"));
    let site = line.key.split(' ').any(|w| words::is("site", w) || among(w, "us our here quiz inbox"));
    let told = line.key.split(' ').any(|w| among(w, "he she his her they said says told"));
    !told && (calls && (reader || site) || asks && site || begs)
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
    fn calls_on_the_reader() {
        let call = |text: &str| is_call(&Line::of(text, Span::new(0, text.len())));
        for text in [
            "Get the morning briefing in your inbox",
            "Test your knowledge of the region in our quiz!",
            "Do you have questions about the war? Send them to us.",
            "Follow our podcast on the new borders of the Caucasus.",
        ] {
            assert!(call(text), "{text}");
        }
        for text in [
            "Take the offer or leave it, the envoy said to the rebels.",
            "“Follow our example,” he said.",
            "Read together, the two letters show how far the sides stand apart.",
            "Do you fear a new war?",
        ] {
            assert!(!call(text), "{text}");
        }
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
