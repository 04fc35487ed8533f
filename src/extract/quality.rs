//! Signs of bad translation in a sentence: shown to the reader, never corrected.
//!
//! A doubt is raised only on plain evidence in the words: a reader who is warned in vain stops reading warnings.

use super::page::{Page, Sentence};
use crate::lexicon::class::WordClass as Is;
use crate::text::among::among;
use crate::text::order::Order;
use crate::{
    corpus::zone::ZoneKind,
    lexicon::gazetteer::{Class, Gender, gazetteer},
    text::{
        perceptron::word::ByForm,
        sentence::{reports, starts_sentences},
        sieve::Sieve,
        tag::Tag,
        token::Kind,
    },
};
use serde::{Deserialize, Serialize};
use std::{cell::RefCell, sync::LazyLock};

/// What looks wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The same words twice in a row ("on Twitter on Twitter").
    DoubledPhrase,
    /// A full stop cuts a name or a clause ("spokesman. Jen Psaki.").
    CutSentence,
    /// A name is broken or followed by a stray name ("Riabkov Russia said").
    BrokenName,
    /// A pronoun that does not fit its person ("Huitfeldt met his counterpart").
    WrongPronoun,
    /// A clause without a verb, or that cannot be meant as it stands.
    Garbled,
}

/// The doubts about each sentence, by its number; sorted.
pub fn doubts(page: &Page) -> Vec<Vec<Doubt>> {
    let mut doubts = vec![Vec::new(); page.sentences.len()];
    let own: Vec<Own> = MEMORY.with_borrow_mut(|memory| {
        (0..page.tokens.len()).map(|i| memory.known(page.form(i), || Own::of(page.word(i)))).collect()
    });
    let own = &own[..];
    for (i, sentence) in page.sentences.iter().enumerate() {
        let check = Check { page, own, sentence };
        if check.doubles() {
            doubts[i].push(Doubt::DoubledPhrase);
        }
        if check.breaks_a_name() {
            doubts[i].push(Doubt::BrokenName);
        }
        if page.zone(i) == ZoneKind::Body && check.is_garbled() {
            doubts[i].push(Doubt::Garbled);
        }
        let next = page.sentences.get(i + 1).filter(|n| n.block == sentence.block);
        if check.mistakes_a_person() {
            doubts[i].push(Doubt::WrongPronoun);
        }
        if next.is_some_and(|next| check.is_cut_before(&Check { page, own, sentence: next })) {
            doubts[i].push(Doubt::CutSentence);
            doubts[i + 1].push(Doubt::CutSentence);
        }
    }
    for doubts in &mut doubts {
        doubts.order();
        doubts.dedup();
    }
    doubts
}

/// Words that are rightly said twice ("had had", "very very").
const TWICE: [&str; 16] = [
    "had", "that", "very", "so", "no", "more", "many", "long", "far", "never", "again", "well", "is", "do", "yes",
    "really",
];

/// What a word says by itself: most words raise no doubt wherever they stand.
#[derive(Clone, Copy)]
struct Own {
    /// Its length and first letter: words that differ in them are not the same.
    look: u32,
    /// Whether it is a form of a verb that stands beside quotations.
    reports: bool,
    /// A clitic: "’s".
    clitic: bool,
    /// Whether there are words that it cannot follow ([`Check::clashes`]).
    clashes: bool,
    /// "his", "her".
    possesses: bool,
}

impl Own {
    fn of(word: &str) -> Self {
        let first = word.as_bytes().first().copied().unwrap_or_default();
        let marks = !first.is_ascii_alphanumeric();
        Own {
            look: (word.len() as u32) << 8 | u32::from(first.to_ascii_lowercase()),
            reports: reports(word),
            clitic: marks && among(word, "‘s ’s 's"),
            clashes: CLASHING.has(word),
            possesses: matches!(word, "his" | "her"),
        }
    }
}

/// Words that cannot follow some others.
static CLASHING: LazyLock<Sieve<()>> = LazyLock::new(|| {
    let words = "is are was were has had of and or which who would he she they it we a an no to better worse higher lower \
                 bigger larger stronger weaker";
    words.split(' ').collect()
});

thread_local! {
    static MEMORY: RefCell<ByForm<Own>> = RefCell::default();
}

struct Check<'p, 'a> {
    page: &'p Page<'a>,
    /// Of all tokens of the page.
    own: &'p [Own],
    sentence: &'p Sentence,
}

impl<'a> Check<'_, 'a> {
    fn words(&self) -> impl Iterator<Item = &'a str> + Clone {
        let page = self.page;
        self.sentence.tokens.clone().map(move |i| page.word(i))
    }

    fn is_word(&self, i: usize) -> bool {
        self.page.tokens.get(i).is_some_and(|t| t.kind == Kind::Word)
    }

    /// The tokens of the sentence for which `is` holds.
    fn which(&self, is: impl Fn(&Own) -> bool) -> impl Iterator<Item = usize> {
        let range = self.sentence.tokens.clone();
        let own = self.own.get(range.clone()).unwrap_or_default();
        range.zip(own).filter(move |(_, own)| is(own)).map(|(i, _)| i)
    }

    /// One to four words said twice in a row.
    fn doubles(&self) -> bool {
        let range = self.sentence.tokens.clone();
        let word = |i: usize| self.page.word(i);
        let own = self.own.get(range.clone()).unwrap_or_default();
        (1..=4usize).any(|n| {
            let said = own.len().saturating_sub(2 * n - 1);
            let pairs = range.clone().zip(own).zip(own.get(n..).unwrap_or_default()).take(said);
            pairs.filter(|((_, one), other)| one.look == other.look).any(|((i, _), _)| {
                (i..i + n).all(|k| word(k).eq_ignore_ascii_case(word(k + n)))
                    && (i..i + n).any(|k| word(k).len() >= 3)
                    && (i..i + 2 * n).all(|k| self.is_word(k))
                    && !(n == 1 && TWICE.iter().any(|w| w.eq_ignore_ascii_case(word(i))))
                    // "day after day after day" says what it means.
                    && !(n == 2 && (i..i + 2).any(|k| Is::DayAfterDay.has(word(k))))
            })
        })
    }

    /// A person's name, then a state's name, then the verb: "Sergei Riabkov Russia said"; a clitic cut off its name.
    fn breaks_a_name(&self) -> bool {
        let page = self.page;
        let is_name = |i: usize| {
            self.is_word(i) && page.word(i).starts_with(char::is_uppercase) && page.tags.get(i) == Some(&Tag::Propn)
        };
        self.which(|own| own.reports || own.clitic).any(|i| {
            let stray_state = i >= self.sentence.tokens.start + 2
                && self.own[i].reports
                && is_name(i - 1)
                && is_state(page.word(i - 1))
                && is_name(i - 2)
                && !is_state(page.word(i - 2))
                && i >= self.sentence.tokens.start + 3
                && is_name(i - 3);
            let cut_off = i > self.sentence.tokens.start
                && self.own[i].clitic
                && is_name(i - 1)
                && page.tokens[i - 1].span.end < page.tokens[i].span.start;
            stray_state || cut_off
        })
    }

    /// "Annalena Baerbock met his counterpart": the counterpart is the subject's, whose given name says she.
    fn mistakes_a_person(&self) -> bool {
        let page = self.page;
        let mut tokens = self.sentence.tokens.clone();
        let Some(at) = self
            .which(|own| own.possesses)
            .find(|i| (i + 1..i + 5).take_while(|j| self.is_word(*j)).any(|j| page.word(j) == "counterpart"))
        else {
            return false;
        };
        let Some(start) = tokens.find(|i| *i < at && page.tags.get(*i) == Some(&Tag::Propn)) else { return false };
        // Only the name that opens the sentence, titles passed over, and no second person before the pronoun.
        let told = (start..at).filter_map(|i| gazetteer().given(page.word(i)).and_then(|g| g.gender));
        let (mut he, mut she) = (false, false);
        for gender in told {
            match gender {
                Gender::Male => he = true,
                Gender::Female => she = true,
            }
        }
        start <= self.sentence.tokens.start + 2 && if page.word(at) == "his" { she && !he } else { he && !she }
    }

    /// No verb in a sentence of some length, or words that cannot follow one another.
    fn is_garbled(&self) -> bool {
        let page = self.page;
        let range = self.sentence.tokens.clone();
        let tag = |i: usize| page.tags.get(i).copied().unwrap_or(Tag::X);
        if self.which(|own| own.clashes).any(|i| i > range.start && self.clashes(i)) {
            return true;
        }
        let clause = |i: usize| matches!(tag(i), Tag::Verb | Tag::Aux | Tag::Sconj | Tag::Intj | Tag::X);
        let last = self.words().last().unwrap_or_default();
        let first = self.words().next().unwrap_or_default();
        // Quotations, questions and list items are often no clauses; a colon or dash makes a telling fragment.
        !range.clone().any(clause)
            && last == "."
            && first.starts_with(char::is_uppercase)
            && range.clone().filter(|i| self.is_word(*i)).count() >= 6
            && !self.words().any(|w| among(w, ": – — “ ” \" ; ‘ … ..."))
            && !range.clone().any(|i| {
                let word = page.word(i);
                let small = word.starts_with(char::is_lowercase);
                // What may be a verb that was tagged as a noun: "a bloc weighs plans", "the armies face each other".
                let named = |j: usize| matches!(tag(j), Tag::Noun | Tag::Propn | Tag::Pron);
                reports(word)
                    || ["ed", "ing"].iter().any(|e| word.ends_with(e))
                    || (small && named(i) && (word.ends_with('s') || (i > range.start && named(i - 1))))
            })
    }

    /// Whether token `i` cannot follow the one before it in English: "the of", "will is", "they has", "of he", "foiled which
    /// would have been", "Minister Orlov he said".
    fn clashes(&self, i: usize) -> bool {
        let page = self.page;
        let tag = |i: usize| page.tags.get(i).copied().unwrap_or(Tag::X);
        let (before, word) = (page.word(i - 1), page.word(i));
        if !self.is_word(i - 1) || !self.is_word(i) {
            return false;
        }
        match (before, word) {
            (
                "the" | "a" | "an",
                "is" | "are" | "was" | "were" | "has" | "had" | "of" | "and" | "or" | "which" | "who",
            )
            | ("the" | "a" | "an", "would" | "he" | "she" | "they" | "it" | "a" | "an")
            | ("will" | "would" | "must" | "should" | "cannot", "is" | "are" | "was" | "were" | "has" | "had")
            | ("they" | "we", "is" | "has")
            | (
                "more" | "most",
                "better" | "worse" | "higher" | "lower" | "bigger" | "larger" | "stronger" | "weaker",
            ) => true,
            // "accuses it of to collaborate"
            ("of" | "without" | "by" | "before" | "after", "to") => tag(i + 1) == Tag::Verb,
            // "has not given no permission"
            (_, "no") => {
                let from = i.saturating_sub(3).max(self.sentence.tokens.start);
                tag(i - 1) == Tag::Verb
                    && !Is::SaysNoVerb.has(before)
                    && tag(i + 1) == Tag::Noun
                    && (from..i - 1).any(|j| Is::NegationPrinted.has(page.word(j)))
            }
            ("of" | "with" | "from" | "by" | "against" | "towards" | "into", "he" | "she" | "they" | "we") => {
                !Is::AfterSubjectForm.has(page.word(i + 1))
            }
            // "having foiled which would have been set up"
            (participle, "which") => {
                tag(i - 1) == Tag::Verb
                    && participle.ends_with("ed")
                    && !Is::BeforeWhich.has(participle)
                    && tag(i + 1) == Tag::Aux
            }
            _ => false,
        }
    }

    /// Whether the full stop before `next` cuts one sentence in two.
    fn is_cut_before(&self, next: &Check) -> bool {
        let page = self.page;
        let end = self.sentence.tokens.end;
        let Some(last) = end.checked_sub(2).filter(|i| *i >= self.sentence.tokens.start) else { return false };
        if page.word(end - 1) != "." {
            return false;
        }
        let start = next.sentence.tokens.start;
        let first = page.word(start);
        // "… and the. Army": a word that cannot end a sentence.
        let dangling = Is::CannotEndSentence.has(page.word(last));
        // "said a spokesman. Jen Psaki."
        let named = next.sentence.tokens.len() <= 5
            && page.word(next.sentence.tokens.end.saturating_sub(1)) == "."
            && next
                .sentence
                .tokens
                .clone()
                .all(|i| page.word(i) == "." || (next.is_word(i) && page.word(i).starts_with(char::is_uppercase)))
            && page.word(last).starts_with(char::is_lowercase)
            && !starts_sentences(first)
            && (self.sentence.tokens.start..last)
                .any(|i| i + 6 > last && (reports(page.word(i)) || among(page.word(i), "by to with")));
        // "… for the Alliance to adhere. Never to grant membership …"
        let adverb = usize::from(among(first, "Never Not Only"));
        let infinitive = matches!(page.word(start + adverb), "to" | "To")
            && (adverb == 1 || page.tags.get(start + 1) == Some(&Tag::Verb))
            && !next.words().any(|w| Is::FinitePrinted.has(w));
        // A sentence that goes on small.
        let small = first.starts_with(char::is_lowercase)
            && next.is_word(start)
            && first.len() > 1
            && first.chars().all(char::is_lowercase);
        dangling || named || infinitive || small
    }
}

fn is_state(word: &str) -> bool {
    // Some states' names are persons' names too.
    !Is::StateOrPersonName.has(word) && gazetteer().named(word).is_some_and(|n| n.class == Class::State)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::article::Article;

    fn of(text: &str) -> Vec<Vec<Doubt>> {
        doubts(&Page::of(&Article::plain(text)))
    }

    fn raised(text: &str, doubt: Doubt) {
        assert!(of(text).iter().any(|d| d.contains(&doubt)), "{doubt:?} not raised: {text}");
    }

    #[test]
    fn words_that_cannot_follow_each_other() {
        let garbled = |text: &str| of(text).iter().any(|d| d.contains(&Doubt::Garbled));
        for text in [
            "The army launched an attack having foiled which would have been set up by rebels.",
            "The speaker accuses the guard of to fire at fishermen.",
            "Both sides say they is ready for the talks.",
            "The ministry has not given no permission to the ship.",
        ] {
            assert!(garbled(text), "{text}");
        }
        for text in [
            "The court decided which would be heard first.",
            "He could not say no to the offer.",
            "The place they went to was closed.",
            "On Monday he said that the bridge would stay open.",
            "The will of the people is clear.",
        ] {
            assert!(!garbled(text), "{text}");
        }
    }

    /// No word is passed over that [`Check::clashes`] knows.
    #[test]
    fn words_that_clash_are_marked_by_themselves() {
        for pair in [
            "the is",
            "the are",
            "a was",
            "the were",
            "the has",
            "the had",
            "an of",
            "the and",
            "the or",
            "the which",
            "the who",
            "the would",
            "the he",
            "the she",
            "the they",
            "the it",
            "a an",
            "an a",
            "more better",
            "of we",
            "more worse",
            "most higher",
            "more lower",
            "more bigger",
            "more larger",
            "more stronger",
            "more weaker",
        ] {
            raised(&format!("They saw {pair} on the road."), Doubt::Garbled);
        }
    }

    #[test]
    fn doubled_phrases() {
        raised("The ministry wrote on Telegram on Telegram that the talks had failed.", Doubt::DoubledPhrase);
        raised("Iran Iran insists on its rights.", Doubt::DoubledPhrase);
    }

    #[test]
    fn cut_sentences() {
        raised("“No talks will take place,” said a government spokesman. Omar Hassan.", Doubt::CutSentence);
        raised(
            "Seoul wants the North to stop its tests and for its army to withdraw. Never to return to the border.",
            Doubt::CutSentence,
        );
        raised("The envoy met the president and the. Prime Minister did not come.", Doubt::CutSentence);
    }

    #[test]
    fn broken_names_and_wrong_pronouns() {
        raised(
            "At the same time, deputy foreign minister Abbas Araghchi Iran said it was ready to talk.",
            Doubt::BrokenName,
        );
        raised("The analyst thinks that Iran ‘s exit is no surprise.", Doubt::BrokenName);
        raised("Annalena met his Chinese counterpart in Beijing.", Doubt::WrongPronoun);
    }

    #[test]
    fn garbled_sentences() {
        raised("The spokesman of the ministry in the capital of the country.", Doubt::Garbled);
    }

    #[test]
    fn sound_sentences_raise_no_doubt() {
        for text in [
            "Iran said it would not yield. The talks had had no effect, North Korea said.",
            "Day after day after day the envoys met in Vienna, and U.S. officials said so. He left.",
            "To reach a deal, Sudan must stop the fighting. Not everyone agrees. The army does not.",
            "President Volodymyr Zelensky met his Polish counterpart in Kyiv. Japan said nothing.",
            "“We will see,” she said. “They are not ready.” Then the New Zealand delegation left.",
            "Those who stayed said that they would go on. There is no plan.",
        ] {
            assert!(of(text).iter().all(Vec::is_empty), "{text}: {:?}", of(text));
        }
    }
}
