//! Candidates: verbs of the lexicon that no rule reads, each with the likeliest speaker and the words after it. Rules ask that
//! all be in its place; what a translation put out of it is weighed by what annotated stories teach ([`learned`]).

mod feature;
mod learned;
#[cfg(feature = "cli")]
pub mod train;

use super::{
    Attribution, Found,
    content::Reach,
    finish::Parts,
    following::Right,
    sight::{Sight, Verb},
    subject::Subject,
};
use crate::{
    lexicon::{
        class::WordClass as Is,
        cue::{Form, Frames, Part},
    },
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

/// How far before its verb a speaker may stand.
const FAR: usize = 40;

/// How the speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// By the rules.
    Ruled,
    /// Shared with a verb before, by the rules.
    Shared,
    /// The next phrase before the verb that names a party and hangs on no preposition.
    Next,
    /// The same, on a preposition.
    Hanging,
    /// After the verb.
    After,
}

/// A candidate.
struct Candidate<'c> {
    attribution: Attribution,
    cue: &'c Found<'c>,
    verb: Verb,
    how: How,
    /// The speaker.
    source: Range<usize>,
    /// The words said; their tokens.
    content: Range<usize>,
    /// Whether the verb may have such words after it.
    allowed: bool,
    /// Whether somebody spoken to stands before them.
    past: bool,
    /// The attribution among those found whose words hold the verb.
    within: Option<usize>,
}

impl Sight<'_, '_> {
    /// The likely ones among the verbs of a sentence that nobody read; `found` is what was read of it.
    pub(super) fn likely(&self, s: usize, found: &[Attribution]) -> Vec<Attribution> {
        let mut likely: Vec<(i32, Attribution)> = Vec::new();
        self.candidates(s, found, &mut |c| {
            let score = learned::score(self, s, found, &c);
            if score <= learned::LEAST {
                return;
            }
            // Of one verb, and of the same words, the likelier.
            let same = |a: &Attribution| a.head == c.attribution.head || overlaps(&a.content, &c.attribution.content);
            match likely.iter_mut().find(|(_, a)| same(a)) {
                Some(other) if other.0 < score => *other = (score, c.attribution),
                Some(_) => {}
                None => likely.push((score, c.attribution)),
            }
        });
        likely.into_iter().map(|(_, a)| a).collect()
    }

    fn candidates(&self, s: usize, found: &[Attribution], see: &mut dyn FnMut(Candidate)) {
        let range = self.sentence(s);
        let read: Vec<Range<usize>> = found.iter().filter_map(|a| Some(a.cue.clone()?.start..a.head? + 1)).collect();
        for i in range.clone() {
            if self.cues(i).is_empty() || read.iter().any(|r| r.contains(&i)) || !self.may_be_verb(i, range.start) {
                continue;
            }
            let cue = self.cues_written(i, range.end).find(|c| {
                c.entry.cue.part == Part::Verb && c.entry.form != Form::Participle && c.entry.cue.frames != Frames::NONE
            });
            if let Some(cue) = cue {
                self.candidate(s, &cue, found, see);
            }
        }
    }

    /// Whether token `i` may be a verb of a clause, whatever the tagger thought.
    fn may_be_verb(&self, i: usize, lo: usize) -> bool {
        match self.verb_at(i) {
            Some(v) => {
                let other = v.passive || v.infinitive || v.copula || v.ing && v.start == lo;
                v.head == i && !other
            }
            None => {
                i > lo
                    && self.named(i).is_none()
                    && matches!(self.tag(i), Tag::Noun | Tag::Propn | Tag::Adj | Tag::X | Tag::Adp)
                    && (!matches!(self.tag(i - 1), Tag::Det | Tag::Adj | Tag::Num | Tag::Adp | Tag::Part)
                        || self.tag(i - 1) == Tag::Adj && self.low(i).ends_with('s')
                        || self.low(i - 1) == "another")
                    && !self.is_possessive(i - 1)
            }
        }
    }

    fn candidate(&self, s: usize, cue: &Found, found: &[Attribution], see: &mut dyn FnMut(Candidate)) -> Option<()> {
        let range = self.sentence(s);
        let i = cue.head;
        let (lo, hi) = (self.floor(i, range.start), self.limit(i, range.end));
        let written = Verb {
            start: i,
            head: i,
            finite: cue.entry.form != Form::Ing,
            past: matches!(cue.entry.form, Form::Past | Form::PastOrParticiple),
            passive: false,
            negated: false,
            modal: None,
            infinitive: false,
            ing: cue.entry.form == Form::Ing,
            copula: false,
            bare_participle: false,
        };
        let verb = self.verb_at(i).cloned().unwrap_or(written);
        if verb.bare_participle && self.low(i + 1) == "by" {
            return None;
        }
        let frames = cue.entry.cue.frames;
        // "71.4 percent backed it" is a count.
        let speaks = |(r, _): &(Range<usize>, How)| !self.among(r.end.saturating_sub(1), Is::ShareWord);
        let (source, how) = self.likeliest_speaker(&verb, lo, hi).filter(speaks)?;
        let within = found.iter().rposition(|a| a.content.iter().any(|c| self.tokens_of(*c).contains(&i)));
        let clause = source.start.min(verb.start);
        let mut offer =
            |content: Vec<Span>, tokens: Range<usize>, frame: Frames, object: Option<Range<usize>>, spoken| {
                if found.iter().any(|a| overlaps(&a.content, &content)) {
                    return None;
                }
                let subject = Some(Subject { tokens: source.clone(), shared: false, inverted: how == How::After });
                let past = object.is_some();
                let parts = Parts { s, cue, verb: verb.clone(), subject, content, frame, object, spoken, clause, lo };
                let made = self.finish_learnt(parts)?;
                let attribution = Attribution { rule: format!("{}, as annotated stories teach", made.rule), ..made };
                let (source, verb, allowed) = (source.clone(), verb.clone(), frames.has(frame));
                see(Candidate { attribution, cue, verb, how, source, content: tokens, allowed, past, within });
                Some(())
            };
        let edge = if source.end <= verb.start { clause } else { verb.start };
        let says = frames.has(Frames::QUOTE.or(Frames::THAT).or(Frames::BARE));
        if says
            && let Some((pieces, spoken)) = self.left(s, edge, &verb)
            && let Some(first) = pieces.first().map(|p| self.tokens_of(*p))
        {
            offer(pieces, first, Frames::QUOTE, None, spoken);
        }
        let (frame, tokens, object) = self.whatever_follows(frames, &verb, cue.words.end, hi)?;
        // "held a meeting of ministers": who met nobody, met among themselves.
        let subject = Subject { tokens: source.clone(), shared: false, inverted: how == How::After };
        let alone = frame == Frames::MEETING && !cue.entry.cue.person;
        if alone && !self.meets(cue, Some(&subject), cue.words.end, hi) {
            return None;
        }
        let (span, spoken) = self.unquoted(&tokens)?;
        offer(vec![span], tokens, frame, object, spoken)
    }

    /// Who most likely speaks: whom the rules find, or the next phrase before the verb that names a party.
    fn likeliest_speaker(&self, verb: &Verb, lo: usize, hi: usize) -> Option<(Range<usize>, How)> {
        let speaks = |r: &Range<usize>| self.is_party(r) || self.is_outlet(r) || self.names_people(r);
        // "…, demanded on Thursday in Budapest Peter Szijjártó"
        let after = || {
            let from = self.skip_adjuncts(verb.head + 1, hi, true);
            let end = self.with_apposition(from, self.noun_phrase_right(from, hi, true), hi);
            let closes =
                end >= hi || self.tag(end) == Tag::Punct || self.verb_at(end).is_some_and(|v| v.bare_participle);
            (end > from && speaks(&(from..end)) && closes).then_some((from..end, How::After))
        };
        let closed = verb.start > lo && (self.low(verb.start - 1) == "," || self.is_quote_mark(verb.start - 1));
        if closed && let Some(found) = after() {
            return Some(found);
        }
        let ruled = self.subject(verb, lo, hi, 0);
        if let Some(x) = ruled.as_ref().filter(|x| !x.inverted && speaks(&x.tokens)) {
            return Some((x.tokens.clone(), if x.shared { How::Shared } else { How::Ruled }));
        }
        let mut hanging = None;
        let mut at = verb.start;
        while at > lo && at + FAR > verb.start {
            let j = at - 1;
            if self.low(j) == ";" || self.is_quote_mark(j) && self.quoted[verb.head].is_none() {
                break;
            }
            if !self.nounish(j) || self.dated(j) {
                at = j;
                continue;
            }
            let start = self.noun_phrase_left(j, lo).min(j);
            let phrase = start..j + 1;
            if speaks(&phrase) {
                let hangs = start > lo && (self.tag(start - 1) == Tag::Adp || self.low(start - 1) == "to");
                if !hangs {
                    return Some((phrase, How::Next));
                }
                hanging = hanging.or(Some(phrase));
            }
            at = start;
        }
        hanging.map(|h| (h, How::Hanging)).or_else(after).or(ruled.map(|x| (x.tokens, How::Ruled)))
    }

    /// "the fishermen", "another", "some deputies": people without a name.
    pub(super) fn names_people(&self, r: &Range<usize>) -> bool {
        let head = (r.start + 1..r.end).find(|i| self.tag(*i) == Tag::Adp).unwrap_or(r.end) - 1;
        let class = |class: Is| self.among(head, class);
        class(Is::Collective)
            || class(Is::Forces)
            || class(Is::Bystander)
            || class(Is::Crowd)
            || class(Is::Document)
            || self.among(head, Is::UnnamedPeople)
    }

    /// What follows a verb, whether or not it may have it, past days, phrases and whom it is said to.
    fn whatever_follows(
        &self,
        frames: Frames,
        verb: &Verb,
        after: usize,
        hi: usize,
    ) -> Option<(Frames, Range<usize>, Option<Range<usize>>)> {
        // "met a storm": nobody is met.
        let whom = after + usize::from(self.tag(after) == Tag::Adp);
        let whom = whom..self.noun_phrase_right(whom, hi, false).max(whom);
        let somebody = whom.is_empty() || self.is_party(&whom) || self.names_people(&whom);
        let met = |r: &Right| r.frame != Frames::MEETING || somebody;
        if let Some(r) = self.right(frames, Some(verb), after, hi).filter(met) {
            return Some((r.frame, r.tokens, r.object));
        }
        let mut i = self.skip_adjuncts(after, hi, false);
        let mut object = None;
        for _ in 0..3 {
            let to = self.among(i, Is::VerbPreposition);
            let phrase = i + 1..self.noun_phrase_right(i + 1, hi, false).max(i + 1);
            let infinitive = self.infinitive_at(i);
            if infinitive || phrase.is_empty() || phrase.end >= hi || self.among(phrase.end, Is::StopOrBracket) {
                break;
            }
            if to
                && object.is_none()
                && (self.is_party(&phrase) || self.is_outlet(&phrase))
                && !frames.has(Frames::MEETING)
            {
                object = Some(phrase.clone());
            } else if self.tag(i) != Tag::Adp {
                break;
            }
            i = self.skip_adjuncts(phrase.end, hi, false);
        }
        let found = |frame: Frames, start: usize, reach: Reach, object: Option<Range<usize>>| {
            let end = self.content_end(start, hi, Some(verb), reach);
            (end > start).then_some((frame, start..end, object))
        };
        if self.low(i) == ","
            && (self.is(i + 1, &["that", "if", "whether"]) || self.is_quote_mark(i + 1) || self.clause_at(i + 1, hi))
        {
            i += 1;
        }
        if i >= hi {
            return None;
        }
        if self.is(i, &[":", "that"]) {
            let frame = if self.low(i) == ":" { Frames::QUOTE } else { Frames::THAT };
            return found(frame, i + 1, Reach::Clause, object);
        }
        if self.among(i, Is::QuestionWord) || self.is(i, &["if"]) {
            return found(Frames::QUESTION, i, Reach::Clause, object);
        }
        if self.infinitive_at(i) {
            return found(Frames::INFINITIVE, i, Reach::Infinitive, object);
        }
        if self.is_quote_mark(i) {
            let frame = if self.has_finite(&(i..hi)) { Frames::QUOTE } else { Frames::NOUN };
            let reach = if frame == Frames::QUOTE { Reach::Clause } else { Reach::Phrase };
            return found(frame, i, reach, object);
        }
        // "urging Turkey to send ships", "thanked then Romania for the help"
        let whom = i..self.noun_phrase_right(i, hi, false).max(i);
        if object.is_none() && !whom.is_empty() && self.is_party(&whom) {
            let next = whom.end;
            if self.infinitive_at(next) {
                return found(Frames::INFINITIVE, next, Reach::Infinitive, Some(whom));
            }
            if frames.has(Frames::ACCUSED) && self.among(next, Is::AccusedOfOrIn) {
                return found(Frames::ACCUSED, next + 1, Reach::Phrase, Some(whom));
            }
            if self.low(next) == "that" || self.low(next) == "," && self.low(next + 1) == "that" {
                let that = next + usize::from(self.low(next) == ",");
                return found(Frames::THAT, that + 1, Reach::Clause, Some(whom));
            }
        }
        if self.opens_content(i) && self.clause_at(i, hi) {
            return found(Frames::BARE, i, Reach::Clause, object);
        }
        if frames.has(Frames::MEETING) && somebody {
            return found(Frames::MEETING, after, Reach::Infinitive, None);
        }
        if self.is_ing(i) {
            return found(Frames::GERUND, i, Reach::Phrase, object);
        }
        self.starts_noun_phrase(i).then(|| found(Frames::NOUN, i, Reach::Phrase, object)).flatten()
    }
}

/// Whether two contents share half of a piece.
fn overlaps(a: &[Span], b: &[Span]) -> bool {
    let half = |a: &Span, b: &Span| {
        let shared = (a.end.min(b.end)).saturating_sub(a.start.max(b.start)) as usize;
        4 * shared >= a.len() + b.len()
    };
    a.iter().any(|a| b.iter().any(|b| half(a, b)))
}
