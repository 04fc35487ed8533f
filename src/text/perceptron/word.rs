//! What a learner sees of a word: the word itself, its ends, its shape, each folded into one number.

use crate::text::{
    lower::{lower_char, starts_upper},
    sieve::Numbers,
};
use std::cell::RefCell;

/// Where a hash starts.
pub(crate) const SEED: u32 = 0x811c_9dc5;

const PRIME: u32 = 0x0100_0193;

/// FNV-1a. It runs thousands of times for each sentence: inlined even where size counts.
#[inline(always)]
pub(crate) fn fold(hash: u32, value: u32) -> u32 {
    // Most values are small; their upper bytes are zeros, which only multiply.
    const PRIME_4: u32 = PRIME.wrapping_pow(4);
    if value < 0x100 {
        return (hash ^ value).wrapping_mul(PRIME_4);
    }
    let [a, b, c, d] = value.to_le_bytes();
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(PRIME);
    step(step(step(step(hash, a), b), c), d)
}

fn fold_char(hash: u32, c: char) -> u32 {
    (hash ^ c as u32).wrapping_mul(PRIME)
}

/// A character as features see it: lower case, digits alike, typographic marks as plain ones.
fn plain(c: char) -> char {
    match c {
        '0'..='9' => '0',
        '’' | '‘' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '\u{2011}' => '-',
        c => lower_char(c),
    }
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Lower,
    Capital,
    Upper,
    Mixed,
    Digits,
    DigitsAndLetters,
    Marks,
    /// A capital in a line where every word has one, so that it says nothing.
    Headline,
}

/// A word, seen once.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    /// In lower case, after its last hyphen.
    pub word: u32,
    /// Its last one to four letters.
    pub suffix: [u32; 4],
    /// Its first one to three letters.
    pub prefix: [u32; 3],
    /// How it is written, and whether it has a hyphen.
    pub shape: u32,
    /// Identifies the very spelling, for the dictionary of unambiguous words.
    pub exact: u32,
    /// Whether it stands in a headline, so that its shape is not its own.
    pub headline: bool,
}

/// The number of a spelling among those that are remembered; [`UNKNOWN`] for one that is not.
pub(crate) type Form = u32;

/// The form of a word that is not remembered.
pub(crate) const UNKNOWN: Form = Form::MAX;

/// What is known of the forms that are remembered, by their number: texts repeat their words.
pub(crate) struct ByForm<T>(Vec<Option<T>>);

impl<T> Default for ByForm<T> {
    fn default() -> Self {
        ByForm(Vec::new())
    }
}

impl<T: Copy> ByForm<T> {
    /// What is known of a form; where nothing is yet, what `look` finds.
    pub fn known(&mut self, form: Form, look: impl FnOnce() -> T) -> T {
        if form == UNKNOWN {
            return look();
        }
        let at = form as usize;
        if self.0.len() <= at {
            self.0.resize(at + 1, None);
        }
        *self.0[at].get_or_insert_with(look)
    }

    /// What is known of a form already.
    pub fn get(&self, form: Form) -> Option<&T> {
        self.0.get(form as usize)?.as_ref()
    }
}

/// What stands outside a sentence.
pub(crate) const EDGE: Seen = Seen { word: 1, suffix: [1; 4], prefix: [1; 3], shape: 99, exact: 0, headline: false };

impl Seen {
    /// Whether the word has a hyphen with something behind it.
    pub fn has_hyphen(&self) -> bool {
        self.shape % 2 == 1
    }

    fn of(word: &str, headline: bool) -> Self {
        // The part after the last hyphen says what a compound is ("a Moscow-backed plan").
        let tail = word.rfind('-').and_then(|i| word.get(i + 1..)).filter(|t| !t.is_empty()).unwrap_or(word);
        let hyphen = tail.len() < word.len();
        let mut folded = SEED;
        let mut prefix = [0; 3];
        for (i, c) in tail.chars().enumerate() {
            folded = fold_char(folded, plain(c));
            if let Some(p) = prefix.get_mut(i) {
                *p = folded;
            }
        }
        let mut suffix = [0; 4];
        let mut end = SEED;
        for (s, c) in suffix.iter_mut().zip(tail.chars().rev()) {
            end = fold_char(end, plain(c));
            *s = end;
        }
        let shape = shape_of(word, headline);
        let exact = if shape == Shape::Headline {
            word.chars().fold(SEED, |h, c| fold_char(h, plain(c)))
        } else {
            word.chars().fold(SEED, |h, c| fold_char(h, if c.is_uppercase() { c } else { plain(c) }))
        };
        Seen { word: folded, suffix, prefix, shape: shape as u32 * 2 + u32::from(hyphen), exact, headline }
    }
}

fn shape_of(word: &str, headline: bool) -> Shape {
    let (mut lower, mut upper, mut digits) = (0, 0, 0);
    for c in word.chars() {
        if c.is_uppercase() {
            upper += 1;
        } else if c.is_alphabetic() {
            lower += 1;
        } else if c.is_numeric() {
            digits += 1;
        }
    }
    let capital = starts_upper(word);
    match (digits, upper, lower) {
        (0, 0, 0) => Shape::Marks,
        (1.., 0, 0) => Shape::Digits,
        (1.., _, _) => Shape::DigitsAndLetters,
        (_, 0, _) => Shape::Lower,
        _ if capital && headline => Shape::Headline,
        (_, 1, _) if capital => Shape::Capital,
        (_, _, 0) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

fn has_four_letters(word: &str) -> bool {
    match word.as_bytes() {
        [a, b, c, d, ..] if [a, b, c, d].iter().all(|byte| byte.is_ascii_alphabetic()) => true,
        [_, _, _, _, ..] => word.chars().filter(|c| c.is_alphabetic()).nth(3).is_some(),
        _ => false,
    }
}

/// Whether a line is in title case or capitals throughout.
fn is_headline(words: &[&str]) -> bool {
    let (mut capital, mut long) = (0, 0);
    for word in words {
        if has_four_letters(word) {
            long += 1;
            capital += usize::from(starts_upper(word));
        }
    }
    long >= 3 && capital * 10 >= long * 8
}

/// Texts repeat their words: the first forms that a program meets are looked at once.
#[derive(Default)]
struct Forms {
    numbers: Numbers,
    seen: Vec<Seen>,
}

/// How many forms are remembered: no more than a few megabytes of them.
const MOST_FORMS: usize = 1 << 15;

thread_local! {
    static FORMS: RefCell<Forms> = RefCell::default();
}

impl Forms {
    fn number(&mut self, word: &str) -> Form {
        if let Some(form) = self.numbers.get(word) {
            return *form;
        }
        if self.seen.len() >= MOST_FORMS {
            return UNKNOWN;
        }
        let form = self.seen.len() as Form;
        self.numbers.insert(word.into(), form);
        self.seen.push(Seen::of(word, false));
        form
    }

    fn see(&self, form: Form, word: &str) -> Seen {
        self.seen.get(form as usize).copied().unwrap_or_else(|| Seen::of(word, false))
    }
}

/// The numbers of words.
pub(crate) fn forms(words: &[&str]) -> Vec<Form> {
    FORMS.with_borrow_mut(|forms| words.iter().map(|w| forms.number(w)).collect())
}

/// The number of a word that a text may have held already; [`UNKNOWN`] where it has none.
pub(crate) fn known_form(word: &str) -> Form {
    FORMS.with_borrow(|forms| forms.numbers.get(word).copied().unwrap_or(UNKNOWN))
}

/// The words of one sentence, whose numbers are known, seen.
pub(crate) fn see(words: &[&str], forms: &[Form]) -> Vec<Seen> {
    if is_headline(words) {
        return words.iter().map(|w| Seen::of(w, true)).collect();
    }
    FORMS.with_borrow(|all| words.iter().zip(forms).map(|(w, form)| all.see(*form, w)).collect())
}
