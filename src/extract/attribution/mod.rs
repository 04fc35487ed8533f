//! Attributions: source, cue and content of whatever is said, wanted, planned, supported or rejected.
//!
//! A cue of the lexicon is found, its verb group tells the subject, its frame tells where the content starts and ends.
//! Files: [`sight`] (tokens, tags, verb groups), [`phrase`] (noun phrases, subjects), [`content`] (clauses and
//! what stands around them), `following` (what follows a cue), `ending` (how far), [`recipient`] (to whom), [`verbal`],
//! [`before`], [`around`] and [`nominal`] (one attribution from one cue), `finish` (whether anything is said), [`aside`],
//! [`cleft`] and [`relayed`] (constructions of several words), `gapped` (verbs left out), `fragment` (sentences that a
//! translation cut), `label` (speech after a name and a colon), `list` (items under a line that leads them in),
//! `transcript`, [`candidate`] (what no rule reads, weighed), [`speech`] (quotations and their speakers), `unlisted` (idioms
//! that no list holds), `unbroken` (reported speech that goes on without a cue), `nested` (what only belongs to another's
//! words), `mend` (verbs that the tagger takes for nouns).

pub mod around;
pub mod aside;
pub mod before;
pub mod candidate;
pub mod cleft;
pub mod content;
mod ending;
pub mod facts;
mod finish;
mod following;
mod form;
mod fragment;
mod gapped;
pub mod interview;
mod label;
mod list;
pub mod meeting;
mod mend;
pub mod narrated;
mod nested;
pub mod nominal;
pub mod phrase;
pub mod recipient;
pub mod relayed;
pub mod sight;
pub mod speech;
pub mod subject;
mod transcript;
mod unbroken;
mod unlisted;
pub mod verbal;

use crate::{
    corpus::zone::ZoneKind,
    lexicon::{
        act::Act,
        class::WordClass as Is,
        cue::{Entry, Frames, Part},
    },
    text::{
        glance::{Glance, Look},
        order::Order,
        span::Span,
        tag::Tag,
    },
};
use sight::{LONGEST, Sight, Verb};
use std::ops::Range;

/// Who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A noun phrase.
    Phrase(Range<usize>),
    /// Whoever spoke last.
    Continued,
    /// A noun phrase of another sentence: whoever the interviewer turned to, whoever goes on in the paragraph.
    Elsewhere(Range<usize>),
    /// Nobody is named.
    Nobody,
}

/// One attribution, in tokens.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The sentence of its cue, or of its first content.
    pub sentence: usize,
    /// Who says it.
    pub source: Source,
    /// The tokens of the cue, with negation and modal.
    pub cue: Option<Range<usize>>,
    /// The cue's main word.
    pub head: Option<usize>,
    /// The words that are said, in order.
    pub content: Vec<Span>,
    /// The frame of its content.
    pub frame: Frames,
    /// The act that the cue names; `None` = by the content.
    pub act: Option<Act>,
    /// Who is spoken to, accused or met, where the frame says so.
    pub object: Option<Range<usize>>,
    /// The medium that passed it on, where the frame says so ("AFP quoted her as saying").
    pub via: Option<Range<usize>>,
    /// The verb group of the cue.
    pub verb: Option<Verb>,
    /// Counts only where nothing else holds it.
    pub weak: bool,
    /// Its words are given as they were spoken: quotation marks or a dash.
    pub spoken: bool,
    /// The base form of the cue.
    pub lemma: String,
    /// The rule that read it, in plain words.
    pub rule: String,
}

impl Attribution {
    /// "It is said that Putin demands …": nobody is named who says it.
    pub fn is_hearsay(&self) -> bool {
        self.source == Source::Nobody && self.frame.has(Frames::THAT)
    }

    /// An attribution of which only the source is known; the rules fill in the rest.
    pub fn by(sentence: usize, source: Source) -> Self {
        Attribution {
            sentence,
            source,
            cue: None,
            head: None,
            content: Vec::new(),
            frame: Frames::BARE,
            act: None,
            object: None,
            via: None,
            verb: None,
            weak: false,
            spoken: false,
            lemma: String::new(),
            rule: String::new(),
        }
    }

    /// The same with the cue as it stands in the lexicon.
    pub fn with_cue(self, cue: &Found) -> Self {
        Attribution {
            cue: Some(cue.words.clone()),
            head: Some(cue.head),
            act: cue.entry.cue.act,
            lemma: cue.entry.lemma.clone(),
            ..self
        }
    }

    /// The same with the verb group of its cue.
    pub fn with_verb(self, cue: Range<usize>, verb: &Verb) -> Self {
        Attribution { cue: Some(cue), head: Some(verb.head), verb: Some(verb.clone()), ..self }
    }

    /// From its first to its last word.
    pub fn cover(&self) -> Option<Span> {
        self.content.iter().copied().reduce(Span::cover)
    }
}

/// A cue of the lexicon where it stands.
pub struct Found<'e> {
    /// Its entry.
    pub entry: &'e Entry,
    /// The token of each of its words.
    pub words: Range<usize>,
    /// The token of the inflected word.
    pub head: usize,
}

/// All attributions of a page, in the order of their cues.
pub fn attributions(sight: &Sight) -> Vec<Attribution> {
    attributions_and(sight, &mut |s, found| sight.likely(s, found))
}

/// The same; of each sentence, `more` adds to what the rules read.
fn attributions_and(
    sight: &Sight,
    more: &mut dyn FnMut(usize, &[Attribution]) -> Vec<Attribution>,
) -> Vec<Attribution> {
    let mut found = Vec::new();
    for s in 0..sight.page.sentences.len() {
        if !matches!(sight.page.zone(s), ZoneKind::Headline | ZoneKind::Body | ZoneKind::Caption) {
            continue;
        }
        let first = found.len();
        sight.read_sentence(s, &mut found);
        let more = more(s, found.get(first..).unwrap_or_default());
        if !more.is_empty() {
            found.extend(more);
            let rest = found.split_off(first);
            let mut rest: Vec<(usize, Attribution)> =
                rest.into_iter().map(|a| (a.head.unwrap_or_default(), a)).collect();
            rest.order_by_key(|(head, _)| *head);
            found.extend(rest.into_iter().map(|(_, a)| a));
        }
        sight.drop_asked(s, &mut found, first);
        fragment::past_semicolons(sight, s, found.get_mut(first..).unwrap_or_default());
    }
    sight.give_to_relied_on(&mut found);
    sight.emerged(&mut found);
    fragment::join(sight, &mut found);
    speech::attach(sight, &mut found);
    let more = unbroken::go_on(sight, &found);
    if !more.is_empty() {
        found.extend(more);
        found.order_by_key(|a| (a.sentence, a.head.unwrap_or(0), a.content.first().map(|c| c.start)));
    }
    nominal::prefer_nouns(&mut found);
    found
}

/// What the learner of candidates sees of a page, and what is read of it without that learner. Native only.
#[cfg(feature = "cli")]
pub fn candidates(sight: &Sight) -> (Vec<Attribution>, Vec<candidate::train::Lesson>) {
    let mut lessons = Vec::new();
    let found = attributions_and(sight, &mut |s, found| {
        candidate::train::lessons(sight, s, found, &mut |l| lessons.push(l));
        Vec::new()
    });
    (found, lessons)
}

impl Sight<'_, '_> {
    /// "Did Oslo promise you boats?", "Will Moscow accept the court?": what is asked is not told. What the question takes for
    /// granted stays: "… the plan that Kyiv proposed?", "… after Ankara refused?"
    fn drop_asked(&self, s: usize, found: &mut Vec<Attribution>, first: usize) {
        let range = self.sentence(s);
        for end in range.clone().filter(|i| self.low(*i) == "?") {
            let opens = |i: &usize| {
                self.among(*i, Is::FiniteAuxiliary)
                    && self.quoted.get(*i) == self.quoted.get(end)
                    && self.low(i + 1) != "n't"
                    && (*i == self.first_word(range.start)
                        || self.among(*i - 1, Is::BeforeQuestion)
                        || self.is_quote_mark(*i - 1))
                    && (self.in_phrase(i + 1) || self.is_personal(i + 1))
            };
            let Some(start) = (range.start..end).rev().find(opens) else { continue };
            let Some(main) = self.verbs_in(&(start + 1..end)).iter().find(|v| v.head > start + 1) else { continue };
            let granted = |i: &usize| self.is_relative(*i) && self.nounish(*i - 1) || self.among(*i, Is::GrantedClause);
            let stop = (main.head + 1..end).find(granted).unwrap_or(end);
            let asked = |a: &Attribution| {
                a.cue.as_ref().is_some_and(|c| {
                    (start..stop).contains(&c.start)
                        && self.verb_at(c.start).is_some()
                        && self.quoted.get(c.start) == self.quoted.get(start)
                })
            };
            let mut at = 0;
            found.retain(|a| {
                at += 1;
                at <= first || !asked(a)
            });
        }
    }

    /// Adds what the rules read in a sentence.
    fn read_sentence(&self, s: usize, found: &mut Vec<Attribution>) {
        let range = self.sentence(s);
        let mut i = range.start;
        while i < range.end {
            let construction = self.cleft(s, i).or_else(|| self.quoted_as(s, i)).or_else(|| self.aside(s, i));
            let construction = construction.or_else(|| self.held_responsible(s, i));
            let construction = construction.or_else(|| self.given_term(s, i));
            let construction = construction.or_else(|| self.acceptable(s, i));
            if let Some((attribution, end)) = construction {
                i = end.max(i + 1);
                found.push(attribution);
                continue;
            }
            let read = self.cues_at(i, range.end).find_map(|cue| {
                let read = match cue.entry.cue.part {
                    Part::Verb => self.verbal(s, &cue),
                    Part::Adjective => self.adjectival(s, &cue),
                    Part::Noun => self.nominal(s, &cue),
                    Part::Phrase => self.phrasal(s, &cue),
                    Part::Adverb => self.adverbial(s, &cue),
                };
                read.map(|a| (a, cue.words.end))
            });
            // What a cue before reads is no idiom's.
            let opens = |a: &Attribution, start: u32| a.sentence == s && a.content.iter().any(|c| c.start == start);
            let free = |a: &Attribution| a.content.first().is_some_and(|c| !found.iter().any(|f| opens(f, c.start)));
            let read = read.or_else(|| self.unlisted(s, i).filter(free).map(|a| (a, i + 1)));
            match read {
                Some((attribution, end)) => {
                    i = end.max(i + 1);
                    let mut last = Some(attribution);
                    while let Some(one) = last {
                        last = self.gapped(&one, range.end);
                        found.push(one);
                    }
                }
                None => i += 1,
            }
        }
    }

    /// The cues that start at token `i` and fit its tags, longest first.
    fn cues_at(&self, i: usize, hi: usize) -> impl Iterator<Item = Found<'static>> {
        self.cues_written(i, hi).filter(move |Found { entry, head, .. }| match entry.cue.part {
            Part::Verb => self.fits_verb(*head, entry),
            Part::Noun => {
                matches!(self.tag(*head), Tag::Noun)
                    || (self.tag(*head) == Tag::Propn && self.named(*head).is_none())
                    || self.noun_by_place(*head)
            }
            Part::Adjective => {
                matches!(self.tag(i), Tag::Adj | Tag::Verb | Tag::Adv | Tag::Adp) && i > 0 && self.after_copula(i)
            }
            Part::Phrase | Part::Adverb => true,
        })
    }

    /// The cues whose words start at token `i`, longest first.
    fn cues_written(&self, i: usize, hi: usize) -> impl Iterator<Item = Found<'static>> {
        // Most words start no cue.
        let starts = !self.cues(i).is_empty();
        let (looks, count) = if starts { self.looks(i, hi) } else { ([Glance::default(); 6], 0) };
        let fits = move |second: Look| looks[..count].iter().any(|glance| second.fits(*glance));
        self.cues(i).going_on(fits).filter(|entry| entry.cue.speaks).filter_map(move |entry| {
            let words = self.match_words(entry, i, hi)?;
            // "not accept": the verb is the second word.
            let refused = entry.words.len() > 1 && entry.words[0] == "not";
            let head = match entry.cue.part {
                Part::Noun => words.end - 1,
                Part::Verb if refused => words.end + 1 - entry.words.len(),
                _ => i,
            };
            Some(Found { entry, words, head })
        })
    }

    /// What the tokens look like at which [`Self::match_words`] looks for the second word of a cue.
    fn looks(&self, i: usize, hi: usize) -> ([Glance; 6], usize) {
        let mut looks = [self.facts(i + 1).glance; 6];
        let mut count = 1;
        while count < looks.len() && i + count < hi && self.may_part(i + count, true) {
            looks[count] = self.facts(i + count + 1).glance;
            count += 1;
        }
        (looks, count)
    }

    /// Whether token `at` may stand between the first and the second word of a verb cue; `several` more follow.
    fn may_part(&self, at: usize, several: bool) -> bool {
        matches!(self.tag(at), Tag::Adv | Tag::Adj | Tag::Num | Tag::Det)
            || self.dated(at)
            || (self.tag(at) == Tag::Adp && self.dated(at + 1))
            || (several && self.among(at, Is::TalksModifier))
    }

    /// Matches the words of an entry, with adverbs, adjectives and dates between the first and the second.
    fn match_words(&self, entry: &Entry, i: usize, hi: usize) -> Option<Range<usize>> {
        let rest = entry.words.get(1..)?;
        let whole = |at: usize| rest.iter().enumerate().all(|(k, w)| at + k < hi && self.low(at + k) == w);
        if whole(i + 1) {
            let end = i + 1 + rest.len();
            // "called on Friday for": the particle opens a date.
            if !rest.is_empty()
                && end < hi
                && self.dated(end)
                && self.tag(end - 1) == Tag::Adp
                && entry.cue.part == Part::Verb
            {
                return None;
            }
            return Some(i..end);
        }
        if entry.cue.part != Part::Verb {
            return None;
        }
        // Headlines leave out articles: "gives green light to".
        if self.tag(i + 1) != Tag::Det {
            let mut end = i + 1;
            let mut bare = rest.iter().filter(|w| !Entry::is_article(w));
            let matched = bare.all(|w| {
                end += 1;
                end <= hi && self.low(end - 1) == w
            });
            if matched && end > i + 1 {
                return Some(i..end);
            }
        }
        let mut at = i + 1;
        while at < hi && at < i + 6 && self.may_part(at, rest.len() > 1) {
            at += 1;
            if whole(at) {
                return Some(i..at + rest.len());
            }
        }
        None
    }

    /// Whether token `i` is used as a verb.
    fn fits_verb(&self, i: usize, entry: &Entry) -> bool {
        if self.named(i).is_some() && self.tag(i) != Tag::Verb || self.among(i, Is::PrepositionInIng) {
            return false;
        }
        // "the two documents that are discussed"
        let counted = i > 1 && self.tag(i - 1) == Tag::Num && !self.dated(i - 1) && self.low(i).ends_with('s');
        if counted && self.low(i + 1) == "that" && self.verb_from(i + 2).is_some() {
            return false;
        }
        match self.tag(i) {
            Tag::Verb => true,
            Tag::Aux => entry.words.len() > 1,
            // The tagger takes headline verbs for names, and rare verbs for nouns.
            Tag::Propn | Tag::Noun | Tag::X | Tag::Adj => {
                use crate::lexicon::cue::Form;
                let noun_too = self.cues(i).iter().any(|e| e.cue.part == Part::Noun) || self.is_ing(i);
                let after_name = i > 0 && (matches!(self.tag(i - 1), Tag::Propn) || self.is_personal(i - 1));
                matches!(entry.form, Form::S | Form::Past | Form::PastOrParticiple) && !noun_too && after_name
            }
            _ => false,
        }
    }

    /// "its demands that": after a possessive or an adjective a word that can be a noun is one.
    fn noun_by_place(&self, i: usize) -> bool {
        i > 0 && (self.is_possessive(i - 1) || self.tag(i - 1) == Tag::Det) && matches!(self.tag(i), Tag::Verb | Tag::X)
    }

    fn after_copula(&self, i: usize) -> bool {
        (i.saturating_sub(3)..i)
            .rev()
            .find(|j| self.tag(*j) != Tag::Adv && !self.is(*j, &["not", "n't", "also"]))
            .is_some_and(|j| {
                self.verb_at(j).is_some_and(|v| v.copula && v.head == j)
                    || self.verb_at(j).is_some_and(|v| v.head == i && v.passive)
            })
    }

    /// The words of a verb cue that are shown: negation and modal, but no other auxiliary, and its particles.
    pub fn cue_words(&self, verb: &Verb, words: &Range<usize>) -> Range<usize> {
        let negation = (verb.start..verb.head).find(|i| self.among(*i, Is::NegationWord));
        let from = match (verb.modal, negation) {
            (Some(modal), _) => modal,
            // "did not deny": the auxiliary carries the negation.
            (None, Some(_)) => verb.start,
            _ => words.start,
        };
        from.min(words.start)..words.end
    }

    /// Whether the clause of the verb is only supposed ("if Moscow decides to invade").
    pub fn supposed(&self, clause_start: usize, lo: usize) -> bool {
        if clause_start > lo && self.among(clause_start - 1, Is::SupposingWord) {
            return true;
        }
        // "It is time that Ankara accept it": what would be good is not done.
        let wished = (lo.max(clause_start.saturating_sub(12))..clause_start)
            .rev()
            .take_while(|i| !self.is(*i, &[",", ";", ":"]) && !self.is_quote_mark(*i))
            .find(|i| self.low(*i) == "that");
        if wished.is_some_and(|that| that > lo && self.among(that - 1, Is::Wished)) {
            return true;
        }
        // "Had the minister refused, …", "Should Ankara ask, …", "If Hanoi were to reject …"
        let before = lo..clause_start;
        let open = !before.clone().any(|i| self.is(i, &[",", "that", ":"]) || self.is_quote_mark(i));
        let inverted = self.is(lo, &["had", "should", "were"]);
        let goes_on = (clause_start..clause_start + LONGEST).map_while(|i| self.low.get(i)).take_while(|w| *w != ".");
        let asked = goes_on.clone().any(|w| w == "?");
        open && (inverted && !asked && goes_on.clone().any(|w| w == ",") && clause_start <= lo + 8
            || before.clone().take(2).any(|i| self.low(i) == "if"))
    }
}
