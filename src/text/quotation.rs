//! Quotations: pairs of quotation marks of all kinds, and speech opened by a dash.

use super::{
    plain::{DIGIT, LETTER, SPACE, run},
    sentence::reports,
    span::Span,
    token::{self, Kind, Token},
};

/// How a quotation is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// A pair of quotation marks.
    Pair,
    /// Opened by a mark that is never closed in its paragraph.
    Unclosed,
    /// Closed by a mark that nothing opened; it starts with its paragraph, or after a colon.
    Unopened,
    /// A dash at the start of a paragraph or after a sentence; closed by a mark, by the reporting clause or not at all.
    Dash,
}

/// One quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words inside, without the marks.
    pub inner: Span,
    /// With the marks.
    pub outer: Span,
    /// How it is marked.
    pub marks: Marks,
}

/// The quotations of one block of text, in order, outermost only.
pub fn quotations(text: &str, block: Span) -> Vec<Quotation> {
    let words = block.of(text);
    let scan = Scan { words, base: block.start as usize, marks: marks(words) };
    scan.quotations()
}

/// Whether `quotation`, found in a block before `next`, goes on there: it is not closed, and the next block opens again
/// or closes what it does not open.
pub fn continues(text: &str, quotation: &Quotation, next: Span) -> bool {
    quotation.marks == Marks::Unclosed
        && quotations(text, next).first().is_some_and(|q| {
            q.outer.start == next.start && matches!(q.marks, Marks::Pair | Marks::Unclosed | Marks::Unopened)
        })
}

/// Which marks close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Angle,
    Corner,
    Single,
    Dash,
}

/// A quotation mark, or a dash that can open speech.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    end: usize,
    family: Family,
    opens: bool,
    closes: bool,
}

/// How far the partner of a single mark is looked for, in bytes: an apostrophe has none.
const SINGLE_REACH: usize = 1500;
/// How many marks are looked at to tell a nested quotation from a lost mark.
const NESTING_REACH: usize = 8;

fn marks(words: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    // The last character that is not white space: a dash after a sentence's end opens speech.
    let mut last: Option<char> = None;
    let char_at = |at: usize| words.get(at..).and_then(|rest| rest.chars().next());
    let mut at = 0;
    loop {
        // Most are letters and spaces.
        let rest = words.as_bytes().get(at..).unwrap_or_default();
        let plain = run(rest, LETTER | DIGIT | SPACE);
        if let Some([.., byte]) = rest.get(..plain) {
            before = Some(char::from(*byte));
            let letter = rest.iter().take(plain).rev().find(|b| **b != b' ');
            last = letter.map(|b| char::from(*b)).or(last);
            at += plain;
        }
        let Some(mut c) = char_at(at) else { break };
        let mut end = at + c.len_utf8();
        // Two apostrophes, two backticks: one double mark.
        if matches!(c, '\'' | '`' | '’' | '‘') && char_at(end) == Some(c) {
            end += c.len_utf8();
            c = match c {
                '`' | '‘' => '“',
                '’' => '”',
                _ => '"',
            };
        }
        let next = char_at(end);
        if let Some(mark) = mark(c, before, next, at, end) {
            found.push(mark);
        } else if is_dash(c)
            && last.is_none_or(|l| matches!(l, '.' | '!' | '?' | '…' | ':' | '”' | '"' | '»'))
            && before.is_none_or(char::is_whitespace)
            && opens_speech(&words[end..], last.is_none())
        {
            found.push(Mark { at, end, family: Family::Dash, opens: true, closes: false });
        }
        before = Some(c);
        if !c.is_whitespace() {
            last = Some(c);
        }
        at = end;
    }
    found
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒' | '‐' | '−')
}

/// Whether what follows a dash can be speech: a capital, digit or mark after the dash (and after a space, but for the
/// dash that opens a block).
fn opens_speech(rest: &str, at_start: bool) -> bool {
    let words = rest.trim_start_matches(is_dash);
    let spaced = words.starts_with(char::is_whitespace);
    let first = words.trim_start().chars().next();
    (spaced || at_start)
        && first.is_some_and(|f| f.is_uppercase() || (f.is_ascii_digit() && spaced) || f == '…' || f == '(')
}

fn mark(c: char, before: Option<char>, next: Option<char>, at: usize, end: usize) -> Option<Mark> {
    let before_open = before.is_none_or(|b| {
        b.is_whitespace() || is_dash(b) || matches!(b, '(' | '[' | '{' | '/' | '“' | '„' | '«' | '"' | '‘' | '\'' | '…')
    });
    let letter_next = next.is_some_and(|n| {
        !n.is_whitespace()
            && (n.is_alphanumeric() || matches!(n, '…' | '(' | '[' | '$' | '#' | '@' | '€' | '‘' | '“' | '\''))
    });
    let after_close = next.is_none_or(|n| !n.is_alphanumeric());
    let tight_before = before.is_some_and(|b| !b.is_whitespace());
    let (family, opens, closes) = match c {
        '“' | '‟' => (Family::Double, before_open || letter_next, tight_before && after_close && !before_open),
        '”' => (Family::Double, before.is_none_or(char::is_whitespace) && letter_next, true),
        '„' => (Family::Double, true, false),
        '"' | '＂' | '″' | '〝' | '〞' => {
            // "5″" is a length.
            if before.is_some_and(|b| b.is_ascii_digit()) && next.is_some_and(char::is_whitespace) && c == '″' {
                return None;
            }
            let (opens, closes) = (before_open && letter_next, tight_before && after_close);
            if opens == closes { (Family::Double, true, true) } else { (Family::Double, opens, closes) }
        }
        '«' | '‹' => (Family::Angle, before_open || !after_close || !tight_before, tight_before && after_close),
        '»' | '›' => (Family::Angle, before_open && letter_next, tight_before || !letter_next),
        '「' | '『' => (Family::Corner, true, false),
        '」' | '』' => (Family::Corner, false, true),
        '\'' | '‘' | '’' | '‚' | '‛' | '`' => {
            let opens = before_open
                && next.is_some_and(|n| n.is_alphanumeric() || matches!(n, '…' | '“' | '"' | '['))
                && (c != '’' || next.is_some_and(char::is_uppercase));
            let closes = c != '‚' && tight_before && after_close && c != '`';
            if !opens && !closes {
                return None;
            }
            (Family::Single, opens, closes)
        }
        _ => return None,
    };
    Some(Mark { at, end, family, opens, closes })
}

struct Scan<'a> {
    words: &'a str,
    base: usize,
    marks: Vec<Mark>,
}

impl Scan<'_> {
    fn quotations(&self) -> Vec<Quotation> {
        let mut found: Vec<Quotation> = Vec::new();
        // Bytes before this are dealt with.
        let mut done = 0;
        let mut i = 0;
        while let Some(mark) = self.marks.get(i).copied() {
            i += 1;
            if mark.at < done {
                continue;
            }
            let quotation = match mark.family {
                Family::Single => self.single(i - 1),
                Family::Dash => self.dash(i - 1),
                _ if mark.opens => Some(self.pair(i - 1)),
                _ => self.unopened(mark, done, found.is_empty()),
            };
            if let Some((quotation, end)) = quotation.filter(|(q, _)| !q.inner.is_empty()) {
                done = end;
                found.push(quotation);
            }
        }
        found
    }

    fn quotation(&self, outer: (usize, usize), inner: (usize, usize), marks: Marks) -> (Quotation, usize) {
        let shift = |(start, end): (usize, usize)| Span::new(start, end).trim(self.words);
        let place = |s: Span| Span::new(self.base + s.start as usize, self.base + s.end as usize);
        let (outer, inner) = (shift(outer), shift(inner));
        (Quotation { inner: place(inner), outer: place(outer), marks }, (outer.end as usize).max(inner.end as usize))
    }

    /// The quotation that mark `i` opens, up to its partner.
    fn pair(&self, i: usize) -> (Quotation, usize) {
        let open = self.marks[i];
        let mut depth = 1;
        for (j, mark) in self.marks.iter().enumerate().skip(i + 1) {
            if mark.family != open.family {
                continue;
            }
            if mark.closes && !(mark.opens && depth == 0) {
                depth -= 1;
                if depth == 0 {
                    return self.quotation((open.at, mark.end), (open.end, mark.at), Marks::Pair);
                }
            } else if mark.opens {
                if !self.is_nested(j) {
                    return self.unclosed(open, mark.at);
                }
                depth += 1;
            }
        }
        self.unclosed(open, self.words.len())
    }

    /// Whether opening mark `i` inside a quotation opens one inside it: both are closed later.
    fn is_nested(&self, i: usize) -> bool {
        let family = self.marks[i].family;
        let mut after = self.marks[i + 1..].iter().take(NESTING_REACH).filter(|m| m.family == family);
        after.next().is_some_and(|m| m.closes) && after.next().is_some_and(|m| m.closes && !m.opens)
    }

    fn unclosed(&self, open: Mark, limit: usize) -> (Quotation, usize) {
        let end = self.speech_end(open.end, limit);
        self.quotation((open.at, end), (open.end, end), Marks::Unclosed)
    }

    /// A single mark opens a quotation only if its partner stands in the block: otherwise it is an apostrophe.
    fn single(&self, i: usize) -> Option<(Quotation, usize)> {
        let open = self.marks[i];
        if !open.opens || self.is_clitic(open) {
            return None;
        }
        let mut plural = None;
        for mark in self.marks[i + 1..].iter().take_while(|m| m.at < open.end + SINGLE_REACH) {
            if mark.family != Family::Single {
                continue;
            }
            if !mark.closes {
                if plural.is_some() {
                    break;
                }
                continue;
            }
            // "the bases’ defence": an apostrophe, unless nothing else closes.
            let possessive = self.words[..mark.at].ends_with('s')
                && self.words[mark.end..].starts_with(' ')
                && self.words[mark.end..].trim_start().starts_with(char::is_lowercase);
            if !possessive {
                return Some(self.quotation((open.at, mark.end), (open.end, mark.at), Marks::Pair));
            }
            plural = plural.or(Some(mark));
        }
        plural.map(|m| self.quotation((open.at, m.end), (open.end, m.at), Marks::Pair))
    }

    /// "Russia ‘s", "’90s", "rock ’n’ roll".
    fn is_clitic(&self, open: Mark) -> bool {
        let rest = &self.words[open.end..];
        let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
        matches!(word, "s" | "S" | "re" | "ve" | "ll" | "t" | "d" | "m" | "n" | "N" | "em" | "til")
            || (word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s'))
    }

    /// A closing mark that nothing opened.
    fn unopened(&self, close: Mark, done: usize, first: bool) -> Option<(Quotation, usize)> {
        let before = self.words.get(done..close.at)?;
        let speech = before.trim_end().ends_with([',', '.', '!', '?', '…']);
        if !speech {
            return None;
        }
        let start = match before.rfind(": ") {
            Some(colon) => done + colon + 2,
            None if first => 0,
            // After an earlier quotation and its reporting clause.
            None => done + before.find(". ")? + 2,
        };
        (start < close.at).then(|| self.quotation((start, close.end), (start, close.at), Marks::Unopened))
    }

    /// Speech that a dash opens: up to the mark that closes it, or the reporting clause, or the next dash.
    fn dash(&self, i: usize) -> Option<(Quotation, usize)> {
        let dash = self.marks[i];
        let start =
            dash.end + (self.words[dash.end..].len() - self.words[dash.end..].trim_start_matches(is_dash).len());
        let mut limit = self.words.len();
        // Inside the speech, a mark that opens is answered by the next of its family.
        let mut open: Option<Family> = None;
        for mark in &self.marks[i + 1..] {
            match (mark.family, open) {
                (Family::Single, _) => {}
                (Family::Dash, None) => {
                    limit = mark.at;
                    break;
                }
                (family, Some(inner)) => {
                    if family == inner && mark.closes {
                        open = None;
                    }
                }
                (family, None)
                    if mark.opens && !(mark.closes && family == Family::Double && self.ends_speech(*mark)) =>
                {
                    open = Some(family);
                }
                (_, None) => {
                    // "– We are ready,” he said."
                    if self.speech_end(start, mark.at) < mark.at && !self.ends_speech(*mark) {
                        break;
                    }
                    return Some(self.quotation((dash.at, mark.end), (start, mark.at), Marks::Dash));
                }
            }
        }
        let end = self.speech_end(start, limit);
        Some(self.quotation((dash.at, end), (start, end), Marks::Dash))
    }

    fn ends_speech(&self, mark: Mark) -> bool {
        self.words[..mark.at].trim_end().ends_with([',', '.', '!', '?', '…'])
    }

    /// Where speech that starts at `start` and is not closed by a mark ends: before its reporting clause, or at `limit`.
    fn speech_end(&self, start: usize, limit: usize) -> usize {
        let speech = Span::new(start, limit);
        let tokens = token::tokens(self.words, speech);
        let mut quoted = false;
        for (i, t) in tokens.iter().enumerate() {
            match t.span.of(self.words) {
                "“" | "„" | "«" => quoted = true,
                "”" | "»" => quoted = false,
                "\"" => quoted = !quoted,
                "," | "–" | "—" if !quoted && self.is_reporting(&tokens[i + 1..], false) => {
                    return t.span.start as usize;
                }
                "!" | "?" if !quoted && self.is_reporting(&tokens[i + 1..], false) => return t.span.end as usize,
                "." if !quoted && self.is_reporting(&tokens[i + 1..], true) => return t.span.end as usize,
                _ => {}
            }
        }
        limit
    }

    /// Whether a reporting clause starts here: "said the president", "Huitfeldt told VG"; `apart` = after a full stop,
    /// where "X says that …" counts too.
    fn is_reporting(&self, tokens: &[Token], apart: bool) -> bool {
        let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(self.words));
        let is_name = |w: &str| w.starts_with(char::is_uppercase);
        if reports(word(0)) {
            let next = word(1);
            return !apart
                && (is_name(next) || matches!(next, "the" | "a" | "an" | "he" | "she" | "they" | "his" | "her"));
        }
        let starts =
            matches!(word(0), "he" | "she" | "they" | "it" | "the" | "a" | "an" | "one" | "his" | "her" | "their")
                || (is_name(word(0))
                    && !matches!(word(0), "I" | "We" | "You" | "If" | "That" | "This" | "What" | "When"));
        if !starts {
            return false;
        }
        let Some(verb) = (1..12).find(|i| reports(word(*i))) else { return false };
        let plain = tokens[1..verb].iter().all(|t| {
            let w = t.span.of(self.words);
            (t.kind != Kind::Mark || matches!(w, "(" | ")" | "’" | "'" | "."))
                && !matches!(
                    w,
                    "that"
                        | "which"
                        | "who"
                        | "if"
                        | "because"
                        | "but"
                        | "when"
                        | "while"
                        | "as"
                        | "is"
                        | "are"
                        | "was"
                        | "were"
                        | "will"
                        | "would"
                        | "can"
                        | "could"
                        | "should"
                        | "must"
                        | "may"
                        | "might"
                        | "not"
                        | "to"
                        | "we"
                        | "I"
                        | "you"
                )
        });
        plain && (apart || word(verb + 1) != "that")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<(Marks, &str)> {
        quotations(text, Span::new(0, text.len())).iter().map(|q| (q.marks, q.inner.of(text))).collect()
    }

    fn pairs(text: &str, expected: &[&str]) {
        let wanted: Vec<_> = expected.iter().map(|e| (Marks::Pair, *e)).collect();
        assert_eq!(all(text), wanted, "{text}");
    }

    fn one(text: &str, marks: Marks, inner: &str) {
        assert_eq!(all(text), [(marks, inner)], "{text}");
    }

    #[test]
    fn pairs_of_all_kinds() {
        pairs("“We agree,” he said. “Now go.”", &["We agree,", "Now go."]);
        pairs("\"We agree,\" he said, \"and go.\"", &["We agree,", "and go."]);
        pairs("„Wir sind bereit“, he said; »Ja«; «Oui»; « Non ».", &["Wir sind bereit", "Ja", "Oui", "Non"]);
        pairs("”Vi är redo”, he said of the so-called “peace plan“ today.", &["Vi är redo", "peace plan"]);
        pairs("He said “we agree\" and 「はい」.", &["we agree", "はい"]);
        pairs("``We agree,'' he said.", &["We agree,"]);
        pairs("He said:\"We agree.\"And left.", &["We agree."]);
    }

    #[test]
    fn nested_ones_are_left_out() {
        pairs("“He called it ‘a mistake’ and “a shame”,” she said.", &["He called it ‘a mistake’ and “a shame”,"]);
        pairs("‘He said “no” to us,’ she said.", &["He said “no” to us,"]);
        pairs("\"They want \"peace\" now,\" he said.", &["They want \"peace\" now,"]);
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        pairs("Russia’s and the bases’ defence isn't Iran ‘s in the ’90s or '80s, rock 'n' roll", &[]);
        pairs("a ‘red line’ and the ministers’ 'regional allies' defence'", &["red line", "regional allies' defence"]);
    }

    #[test]
    fn lost_marks() {
        one("“We agree, he said.", Marks::Unclosed, "We agree");
        one("“We agree and will go on with it.", Marks::Unclosed, "We agree and will go on with it.");
        assert_eq!(
            all("“We agree, Kim said. “We go on,” he added."),
            [(Marks::Unclosed, "We agree"), (Marks::Pair, "We go on,")]
        );
        one("We agree,” he said.", Marks::Unopened, "We agree,");
        one("Kim told reporters: We agree.” Then he left.", Marks::Unopened, "We agree.");
        pairs("the peace” plan is dead", &[]);
    }

    #[test]
    fn dash_speech() {
        one("– We’re more worried than before, Kim told KBS on Friday.", Marks::Dash, "We’re more worried than before");
        one("– I hope the dialogue goes on, said the president.", Marks::Dash, "I hope the dialogue goes on");
        one("– We have received it. We act,” the envoy Bill Lee said.", Marks::Dash, "We have received it. We act,");
        one("– How should Japan respond?", Marks::Dash, "How should Japan respond?");
        one(
            "– The main thing is to stand together. Japan’s Minister of Foreign Affairs says that one plan is dead.",
            Marks::Dash,
            "The main thing is to stand together.",
        );
        one("– “We agree,” he said.", Marks::Pair, "We agree,");
        one("-We want “peace” now, says Kim.", Marks::Dash, "We want “peace” now");
        assert_eq!(all("He was firm. – No deal, he said."), [(Marks::Dash, "No deal")]);
        pairs("The talks – long awaited – failed. They end on 5–6 May.", &[]);
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        let text = "“We agree.\n“And we go on,” he said.\nNobody came.";
        let lines = crate::text::line::lines(text);
        let first = quotations(text, lines[0])[0];
        assert!(continues(text, &first, lines[1]));
        assert!(!continues(text, &first, lines[2]));
    }

    proptest! {
        #[test]
        fn in_order_inside_the_block_and_apart(text in "(\\PC{0,80}|[A-Za-z .,“”„«»\"'‘’–?-]{0,100})", cut in 0usize..10) {
            let start = text.char_indices().nth(cut).map_or(0, |c| c.0);
            let block = Span::new(start, text.len());
            let mut at = block.start;
            for q in quotations(&text, block) {
                prop_assert!(q.outer.start >= at && q.outer.end <= block.end, "{:?}", q);
                prop_assert!(q.outer.contains(q.inner) && !q.inner.is_empty(), "{:?}", q);
                prop_assert_eq!(q.inner.of(&text).trim(), q.inner.of(&text));
                prop_assert!(!q.inner.of(&text).is_empty());
                at = q.outer.end;
            }
        }

        #[test]
        fn a_quoted_phrase_is_found_whole(phrase in "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,6}", pair in 0usize..5) {
            let (open, close) = [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»"), ("‘", "’")][pair];
            let text = format!("He said {open}{phrase}{close} today.");
            prop_assert_eq!(all(&text), vec![(Marks::Pair, phrase.as_str())]);
        }
    }
}
