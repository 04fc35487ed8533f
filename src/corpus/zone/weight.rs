//! How much a line's words, its look, its place and what stands beside it speak for furniture, where no phrase or form
//! tells: weights that `script/train-furniture` finds on texts of our own. Training and reading see the same
//! ([`shown`]).

use super::shape::{Line, hash, key_words, words_of};
use super::stamp::is_timed;
use crate::text::{
    among::among,
    plain::{DIGIT, LETTER, SPACE, run},
    sentence,
    sieve::Sieve,
};
use std::sync::LazyLock;

/// What a line shows: a folded word, or a look, by its family (a small letter) and which of the family it is.
///
/// Families: `n` words, `e` last mark, `m` marks inside, `c` share of capitals, `k` what else is seen; `b` lines after it,
/// `r` running text before it, `a` what stands above, `u` short lines in a row, `x` words by place; `o`, `y`, `q` how much
/// of what it names the running text names too, by its length and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    /// A word.
    Word(&'a str),
    /// A look.
    Look(u8, usize),
}

/// What speaks, in tenths of a logit.
struct Weights {
    /// For each word its number, and its weight.
    words: Sieve<(u32, i32)>,
    bias: i32,
    /// The weights of each family, by its letter.
    looks: Vec<Vec<i32>>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let rows = file().lines().filter(|l| !l.starts_with('#'));
    let rows = (0..).zip(rows.filter_map(|l| l.split_once('\t')));
    let mut looks = vec![Vec::new(); 26];
    let mut bias = 0;
    let mut words = Vec::new();
    for (at, (shown, weight)) in rows {
        let mut numbers = weight.split(' ').filter_map(|n| n.parse().ok());
        match shown.strip_prefix('+') {
            None => words.extend(numbers.next().map(|n| (shown, (at, n)))),
            Some("") => bias = numbers.next().unwrap_or_default(),
            Some(family) => {
                let row = family.bytes().next().and_then(|f| looks.get_mut(usize::from(f.wrapping_sub(b'a'))));
                row.into_iter().for_each(|row| row.extend(numbers.by_ref()));
            }
        }
    }
    Weights { words: words.into_iter().collect(), bias, looks }
});

#[cfg(not(feature = "cli"))]
fn file() -> &'static str {
    include_str!("../data/zone-weights.tsv")
}

/// Weights that leave a writer out are measured where they are learnt.
#[cfg(feature = "cli")]
fn file() -> &'static str {
    let other = std::env::var("ZONE_WEIGHTS").ok().and_then(|file| std::fs::read_to_string(file).ok());
    other.map_or(include_str!("../data/zone-weights.tsv"), |text| text.leak())
}

/// For each line of a page: more than nothing speaks for furniture, less for the article; in tenths. Lines too long to be
/// furniture speak for the article.
pub fn weights(lines: &[Line]) -> Vec<i32> {
    let weights = &*WEIGHTS;
    let mut sums = vec![weights.bias; lines.len()];
    // A word counts once in a line.
    let mut known: (usize, Vec<u32>) = (0, Vec::new());
    shown(lines, &mut |i, shown| {
        let Some(sum) = sums.get_mut(i) else { return };
        if known.0 != i {
            known.0 = i;
            known.1.clear();
        }
        match shown {
            Shown::Look(family, which) => {
                let row = weights.looks.get(usize::from(family.wrapping_sub(b'a')));
                *sum += row.and_then(|row| row.get(which)).copied().unwrap_or_default();
            }
            Shown::Word(word) => {
                if let Some((number, weight)) = weights.words.get(word).filter(|w| !known.1.contains(&w.0)) {
                    known.1.push(*number);
                    *sum += weight;
                }
            }
        }
    });
    for (sum, line) in sums.iter_mut().zip(lines) {
        if line.key.is_empty() {
            *sum = -100;
        }
    }
    sums
}

/// How many of some bounds a number reaches.
fn step(number: usize, bounds: &[usize]) -> usize {
    bounds.iter().take_while(|b| number >= **b).count()
}

/// Tells what each line of a page shows, line by line; of lines too long to be furniture nothing.
pub fn shown(lines: &[Line], tell: &mut dyn FnMut(usize, Shown)) {
    let named = Named::of(lines);
    let first = lines.iter().position(Line::is_prose).unwrap_or(lines.len());
    let last = lines.iter().rposition(Line::is_prose);
    let all: usize = lines.iter().filter(|l| l.is_prose()).map(|l| l.words).sum();
    let is_short = |l: &Line| !l.stops() && l.words <= 12;
    let (mut before, mut row) = (0, 0..0);
    for (i, line) in lines.iter().enumerate() {
        if i >= row.end {
            let length = lines.iter().skip(i).take_while(|l| is_short(l)).count();
            row = i..i + length.max(1);
        }
        let prose = line.is_prose();
        let own = before;
        before += if prose { line.words } else { 0 };
        if line.key.is_empty() {
            continue;
        }
        let stops = usize::from(line.stops());
        let mut look = |family: u8, which: usize| tell(i, Shown::Look(family, which));
        alone(line, &mut look);
        look(b'b', step(lines.len() - 1 - i, &[1, 2, 3, 4, 8]));
        let read = match own * 10 / all.max(1) {
            _ if own == 0 => 0,
            tenths => 1 + step(tenths, &[5, 8, 10]),
        };
        look(b'r', 2 * read + stops);
        let above = match i.checked_sub(1).and_then(|j| lines.get(j)) {
            None => 4,
            Some(l) if l.is_prose() => 0,
            Some(l) if is_short(l) => 1,
            Some(l) => 2 + usize::from(l.words >= 12),
        };
        look(b'a', 2 * above + stops);
        look(b'u', if is_short(line) { step(row.len(), &[0, 2, 3, 5]) } else { 0 });
        let place = if i < first { 0 } else { 1 + usize::from(last.is_some_and(|last| i > last)) };
        look(b'x', 16 * place + 8 * stops + length(line));
        if let Some((share, few)) = named.share(i, line) {
            look(b'o', 4 * share + 2 * usize::from(few) + stops);
            look(b'y', 3 * share + place);
            look(b'q', 2 * share + usize::from(line.words <= 16));
        }
        for (_, word) in key_words(&line.key).filter(|(_, w)| !w.bytes().all(|b| b.is_ascii_digit())) {
            tell(i, Shown::Word(word));
        }
    }
}

fn length(line: &Line) -> usize {
    step(line.words, &[2, 4, 6, 9, 13, 17, 31])
}

/// What a line looks like by itself.
fn alone(line: &Line, look: &mut dyn FnMut(u8, usize)) {
    const MARKS: [char; 16] = ['|', '»', '©', '@', '#', '/', '>', '•', '*', '›', '·', '▾', '→', '◀', '+', '&'];
    look(b'n', length(line));
    look(
        b'e',
        match line.last {
            Some('.' | '…') => 0,
            Some('!') => 1,
            Some('?') => 2,
            Some(':') => 3,
            _ => 4,
        },
    );
    let (mut marks, mut sign, mut script, mut quote, mut dash) = (0u32, false, false, false, false);
    let mut rest = line.text;
    // Most characters are letters and spaces, which say nothing here.
    while let Some(c) = rest.get(run(rest.as_bytes(), LETTER | DIGIT | SPACE)..).and_then(|r| {
        rest = r;
        r.chars().next()
    }) {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if let Some(at) = MARKS.iter().position(|m| *m == c) {
            marks |= 1 << at;
        }
        sign |= matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..);
        script |= c >= '\u{370}' && c.is_alphabetic();
        quote |= matches!(c, '“' | '„' | '«' | '"');
        dash |= matches!(c, '–' | '—' | '-');
    }
    (0..MARKS.len()).filter(|at| marks >> at & 1 == 1).for_each(|at| look(b'm', at));
    if let Some(share) = (10 * line.capitals).checked_div(line.words) {
        look(b'c', step(share, &[2, 5, 8]));
    }
    let (mut numbers, mut year) = (0, false);
    if line.digits {
        for word in words_of(line.text).filter(|w| w.bytes().any(|b| b.is_ascii_digit())) {
            numbers += 1;
            year |= word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        }
    }
    // Most words are none of them, by their length or first letter.
    let acts = |w: &str| {
        w.ends_with("ed")
            || (2..7).contains(&w.len())
                && w.starts_with(['a', 'b', 'c', 'd', 'h', 'i', 'm', 's', 'w'])
                && among(
                    w,
                    "is are was were be been has have had will would can could may might must should do does did",
                )
    };
    // So many bytes hold more than 39 characters.
    let head = line.text.as_bytes().get(..160).unwrap_or(line.text.as_bytes());
    let label = head.windows(2).position(|w| w == b": ").and_then(|at| line.text.get(..at));
    let seen = [
        quote,
        line.digits,
        line.words > 0 && 3 * numbers >= line.words,
        line.digits && is_timed(line.text),
        year,
        line.capitals > 1 && line.smalls == 0 && line.is_upper(),
        sign,
        script,
        label.is_some_and(|label| label.chars().count() < 39),
        line.text.starts_with(['(', '[', '【', '<']),
        line.text.starts_with(['(', '[', '【']) && line.text.ends_with([')', ']', '】']),
        line.text.starts_with(char::is_lowercase),
        dash && [" – ", " - ", " — "].iter().any(|dash| line.text.contains(dash)),
        key_words(&line.key).any(|(_, w)| acts(w)),
        line.reports(),
    ];
    seen.iter().enumerate().filter(|(_, seen)| **seen).for_each(|(which, _)| look(b'k', which));
}

/// In how many lines of running text each longer word stands, up to its fifth letter: words by their hashes, of which few
/// fall together.
struct Named {
    /// How many lines, and the last of them.
    places: Vec<(u32, usize)>,
    /// The places of the words of all lines, line by line.
    words: Vec<u32>,
    /// For each line where its words end.
    lines: Vec<usize>,
}

impl Named {
    fn of(lines: &[Line]) -> Self {
        let count: usize = lines.iter().map(|l| l.words).sum();
        let size = (8 * count).next_power_of_two();
        let mut named = Named { places: vec![(0, usize::MAX); size], words: Vec::new(), lines: Vec::new() };
        for (i, line) in lines.iter().enumerate() {
            let (prose, shown) = (line.is_prose(), !line.key.is_empty());
            let mut reports = false;
            for word in words_of(if prose || shown { line.text } else { "" }) {
                reports |= shown && sentence::reports(word);
                let Some(stem) = stem(word) else { continue };
                // The lower bits alone differ little.
                let at = (stem ^ stem >> 32) as usize & (size - 1);
                if shown {
                    named.words.push(at as u32);
                }
                if let Some(place) = named.places.get_mut(at).filter(|place| prose && place.1 != i) {
                    *place = (place.0 + 1, i);
                }
            }
            if shown {
                // It was seen on the way.
                let _ = line.reported.set(reports);
            }
            named.lines.push(named.words.len());
        }
        named
    }

    /// How much of what a line names other lines of running text name (0 nothing, 4 three quarters), and whether those
    /// are few words; `None` where it names less than two things.
    fn share(&self, i: usize, line: &Line) -> Option<(usize, bool)> {
        let start = i.checked_sub(1).and_then(|before| self.lines.get(before)).copied().unwrap_or(0);
        let words = self.words.get(start..*self.lines.get(i)?)?;
        let own = u32::from(line.is_prose());
        let (mut seen, mut shared) = (0, 0);
        for (n, at) in words.iter().enumerate() {
            if !words[..n].contains(at) {
                seen += 1;
                shared += usize::from(self.places.get(*at as usize).is_some_and(|p| p.0 > own));
            }
        }
        let share = if shared == 0 { 0 } else { 1 + step(4 * shared, &[seen, 2 * seen, 3 * seen]) };
        (seen >= 2).then_some((share, seen < 5))
    }
}

/// The first letters of a word that may name something, as a number.
fn stem(word: &str) -> Option<u64> {
    let start = match word.as_bytes().get(..5) {
        Some(start) if start.is_ascii() => start,
        _ => {
            let (mut letters, mut end) = (0, 0);
            for c in word.chars().take(5) {
                letters += 1;
                end += c.len_utf8();
            }
            let long = letters >= 5 || letters == 4 && word.starts_with(char::is_uppercase);
            word.as_bytes().get(..end).filter(|_| long)?
        }
    };
    let mut small = [0; 20];
    let small = small.get_mut(..start.len())?;
    small.copy_from_slice(start);
    small.make_ascii_lowercase();
    Some(hash(small))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn line(text: &str) -> Line<'_> {
        Line::of(text, Span::new(0, text.len()))
    }

    /// A page: its title, a report, and what stands between its paragraphs.
    fn between(text: &str) -> i32 {
        let report = [
            "Oslo rejects the proposal on cod",
            "The minister told lawmakers in Oslo on Monday that the talks on cod with Moscow had ended without a result.",
            text,
            "Moscow’s envoy had asked on Friday that both sides keep the quotas for cod as they were in the years before.",
            "Fishermen in the north said they would not wait for another round of talks.",
        ];
        weights(&report.map(line))[2]
    }

    #[test]
    fn words_speak_for_furniture_or_the_article() {
        for text in [
            "Sign the letter of our readers and share it with your friends",
            "Photo gallery of the day: winter in the mountains, send us yours",
            "More articles of this author in our archive",
        ] {
            assert!(between(text) > 0, "{text}: {}", between(text));
        }
        for text in [
            "The minister said that the talks had ended without a result.",
            "Moscow: no talks under pressure",
            "“We will not wait any longer,” the envoy told lawmakers.",
        ] {
            assert!(between(text) < 0, "{text}: {}", between(text));
        }
    }

    #[test]
    fn what_the_report_names_speaks_for_the_article() {
        assert!(between("Moscow’s envoy on cod quotas") + 10 < between("Beekeepers’ honey in Provence gardens"));
    }

    #[test]
    fn what_lines_show() {
        let lines =
            ["Home | World", "The talks on cod in Oslo ended on Monday, the minister told the lawmakers.", "Print"];
        let lines = lines.map(line);
        let mut seen = vec![Vec::new(); 3];
        shown(&lines, &mut |i, s| seen[i].push(format!("{s:?}")));
        let has = |i: usize, family: u8, which: usize| seen[i].contains(&format!("{:?}", Shown::Look(family, which)));
        assert!(has(0, b'm', 0) && has(0, b'b', 2) && has(0, b'x', 1) && has(2, b'x', 32) && has(1, b'x', 24 + 5));
        assert!(has(1, b'k', 14) && !has(0, b'k', 14), "a verb of speech");
        assert!(seen[2].contains(&"Word(\"print\")".to_string()));
    }
}
