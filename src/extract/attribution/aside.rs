//! Sources named beside a sentence: "as the minister put it", "in Cairo’s view", "per the ministry".

use super::{Attribution, Source, content::Reach, sight::Sight};
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::cue::{Frames, Part},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// A source named beside its sentence, and where reading goes on.
    pub(super) fn aside(&self, s: usize, i: usize) -> Option<(Attribution, usize)> {
        if !self.among(i, Is::AsideOpener) {
            return None;
        }
        let range = self.sentence(s);
        let (lo, hi) = (self.floor(i, range.start), self.limit(i, range.end));
        let first = self.first_word(lo);
        // "…, and in his words the attacks come from …"
        let joined = i > lo + 1 && self.low(i - 1) == "and" && self.low(i - 2) == "," && self.low(i) == "in";
        let parted = joined
            || i > lo && (self.among(i - 1, Is::MarkBeforeAside) || self.is_dash(i - 1) || self.is_quote_mark(i - 1));
        if i != first && !parted {
            return None;
        }
        let (source, cue, end) = match self.low(i) {
            "as" => self.as_put(i, hi).or_else(|| self.as_says(i, hi)).or_else(|| self.as_told(i, hi))?,
            "in" | "from" | "by" | "on" | "to" | "after" => self.viewed(i, hi).or_else(|| self.view_of(i, hi))?,
            "per" => self.per(i, hi)?,
            "for" => self.matters_to(i, first, hi)?,
            "so" | "thus" => self.so(i, lo, hi, parted)?,
            _ => return None,
        };
        // "…; in his opinion, there was no call": what stands before the mark is its own clause.
        let lo = if parted && self.is(i - 1, &[";", ":"]) { i } else { lo };
        let pieces = self.beside(&(lo..hi), &(i..end));
        let spoken = pieces.iter().all(|p| p.1);
        let content: Vec<Span> = pieces.into_iter().map(|p| p.0).collect();
        let clausal = content.iter().any(|c| self.has_finite(&self.tokens_of(*c)));
        let attribution = Attribution {
            cue: Some(cue.clone()),
            head: Some(cue.start),
            content,
            spoken,
            lemma: self.low(i).to_string(),
            rule: format!("source beside its sentence, after ‘{}’", self.low(i)),
            ..Attribution::by(s, Source::Phrase(source))
        };
        clausal.then_some((attribution, end))
    }

    /// "as Lavrov put it", "as the ministry said on Monday": source, cue, end.
    fn as_put(&self, i: usize, hi: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let from = i + 1;
        let mut end = self.noun_phrase_right(from, hi, true);
        let source = from..self.with_apposition(from, end, hi);
        end = if self.low(source.end) == "," { source.end + 1 } else { source.end };
        let at = (end..hi.min(end + 4)).find(|j| self.verb_at(*j).is_some())?;
        let verb = self.verb_from(at).filter(|v| v.finite && !source.is_empty())?;
        let put = self.among(verb.head, Is::PutsIt) && self.low(verb.head + 1) == "it";
        let words = if put {
            verb.head..verb.head + 2
        } else {
            let says = |c: &super::Found| {
                c.entry.cue.part == Part::Verb
                    && c.entry.cue.frames.has(Frames::QUOTE)
                    && c.entry.cue.act_in(Frames::QUOTE).is_none_or(|a| a != crate::lexicon::act::Act::Demand)
            };
            self.cues_at(verb.head, hi).find(says)?.words
        };
        let last = self.skip_adjuncts(words.end, hi, true);
        let closed =
            last >= hi || self.among(last, Is::MarkAfterAside) || self.is_dash(last) || self.is_quote_mark(last);
        (closed && !self.is(source.start, &["it"])).then_some((source, words, last))
    }

    /// "as assures Velyev,": the same in another order of words.
    fn as_says(&self, i: usize, hi: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let verb = self.verb_from(i + 1).filter(|v| v.head == i + 1 && v.finite)?;
        let subject = self.subject_after(verb, hi).filter(|x| self.is_party(&x.tokens))?.tokens;
        let words = self.cues_at(verb.head, hi).next().filter(|c| c.words.end == subject.start)?.words;
        let end = subject.end;
        self.is(end, &[",", ".", ":"]).then_some((subject, words, end))
    }

    /// "As reported by the press service of the ministry,", "as told in the embassy,".
    fn as_told(&self, i: usize, hi: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let verb = i + 1 + usize::from(self.tag(i + 1) == Tag::Adv);
        if !self.facts(verb).participle && !self.facts(verb).past {
            return None;
        }
        let says =
            |c: &super::Found| c.entry.cue.part == Part::Verb && c.entry.cue.frames.has(Frames::QUOTE.or(Frames::THAT));
        let words = self.cues_written(verb, hi).find(says)?.words;
        let by = self.skip_adjuncts(words.end, hi, false);
        let from = by + 1;
        let source = from..self.with_apposition(from, self.noun_phrase_right(from, hi, true), hi);
        let party = !source.is_empty() && (self.is_party(&source) || self.is_outlet(&source));
        let closes = source.end >= hi || self.is(source.end, &[",", ".", ":"]);
        (self.among(by, Is::TellerPreposition) && party && closes).then_some((source.clone(), words, source.end))
    }

    /// "from the words of the minister,", "by the opinion of the expert,", "after the sources of the Agency,".
    fn view_of(&self, i: usize, hi: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let noun = i + 1 + usize::from(self.tag(i + 1) == Tag::Det);
        let sources = self.among(noun, Is::SourceOrData);
        let given = sources && self.is(i, &["after", "from", "by"]);
        // "in view of a strike": because of it.
        let because = noun == i + 1 && self.low(noun) == "view";
        if because
            || !(self.among(noun, Is::ViewNoun) || given)
            || !(self.low(noun + 1) == "of" || given && self.low(noun + 1) == "from")
        {
            return None;
        }
        let from = noun + 2;
        let core = self.noun_phrase_right(from, hi, true);
        let source = from..self.with_apposition(from, core, hi);
        let party = core > from && (self.is_party(&source) || self.is_outlet(&source) || self.is_expert(&source));
        let closes = source.end >= hi || self.is(source.end, &[",", ".", ":"]);
        (party && closes).then_some((source.clone(), i..noun + 2, source.end))
    }

    /// Whether a phrase names somebody who is asked for a view.
    fn is_expert(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|i| self.among(i, Is::Expert))
    }

    /// "…, so the ministry", "…, thus the vice-minister, but …", "…, so Tirana says": how German and the Nordic languages name a
    /// source.
    fn so(&self, i: usize, lo: usize, hi: usize, parted: bool) -> Option<(Range<usize>, Range<usize>, usize)> {
        let end = self.noun_phrase_right(i + 1, hi, true);
        let source = i + 1..self.with_apposition(i + 1, end, hi);
        let says = self.verb_from(source.end).filter(|v| v.finite && self.reports_bare(v));
        let (cue, past) = match says {
            Some(v) => (v.head..v.head + 1, self.skip_adjuncts(v.head + 1, hi, true)),
            None => (i..i + 1, self.skip_adjuncts(source.end, hi, true)),
        };
        // "The train was late, so the minister, tired of waiting, left": what follows from it.
        let follows = self.finite_at(past + 1);
        let follows = follows && self.has_finite(&(self.first_word(lo)..i));
        let aside = parted && says.is_none() && self.low(past) == "," && !follows;
        let closes = aside || (past..hi).all(|j| self.is(j, &[".", "”", "\""]));
        let who = end > i + 1 && !self.is_personal(i + 1) && self.is_somebody(&source);
        (closes && who).then_some((source, cue, past))
    }

    /// "For the opposition, the reaction came late": how somebody sees a thing.
    fn matters_to(&self, i: usize, first: usize, hi: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let core = self.noun_phrase_right(i + 1, hi, false);
        // "For the mayor, all this is a comedy": no second name of the mayor.
        let view = |j: usize| self.is(j, &["this", "that", "it", "all", "none"]);
        let apposed = if view(core + 1) { core } else { self.with_apposition(i + 1, core, hi) };
        let mut source = i + 1..apposed;
        // "For the historian Marcela Iriarte, of the university, the quarrel …"
        if self.low(source.end) == "," && self.is(source.end + 1, &["of", "from"]) {
            let of = self.noun_phrase_right(source.end + 2, hi, true);
            source.end = of;
        }
        let person = |j: usize| self.names_person(j);
        let head = (i + 2..core).find(|j| self.tag(*j) == Tag::Adp).unwrap_or(core).saturating_sub(1);
        // "For the historian Ana Horvat it is clear that …"
        let clear = source.end;
        let be = || self.verbs_in(&(clear..hi)).iter().find(|v| v.finite).filter(|v| self.among(v.head, Is::FiniteBe));
        let sees = self.low(clear) == "it" && self.is(clear + 1, &["is", "was"]) && self.low(clear + 3) == "that";
        let views = i == first && (view(clear) || be().is_some_and(|v| !v.negated)) && self.clause_at(clear, hi);
        let minded = source.clone().any(person)
            || self.names_people(&source)
            || self.is_outlet(&source)
            || core > i + 1 && (self.among(core - 1, Is::OpinionHolder) || self.among(head, Is::Association));
        let opens = i == first && self.low(source.end) == "," && core > i + 1;
        // "For Senator Dupont, who heads the group, Baku pays": the clause comes after the parenthesis.
        let mut clause = source.end + 1;
        let mut past = source.end;
        if self.low(clause) == "who"
            && let Some(close) = (clause..hi.min(clause + 20)).find(|j| self.low(*j) == ",")
        {
            (clause, past) = (close + 1, close);
        }
        let states = !self.is_relative(clause) && self.clause_at(clause, hi);
        let said =
            (clause..hi).any(|j| self.verb_at(j).is_some_and(|v| v.head == j && v.finite && self.is_cue_verb(v)));
        if i == first && minded && sees && self.tag(clear + 2) == Tag::Adj {
            return Some((source, clear + 2..clear + 3, clear + 4));
        }
        ((opens && states && !said || views) && minded).then_some((source, i..i + 1, past))
    }

    /// "per the ministry".
    fn per(&self, i: usize, hi: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let end = self.noun_phrase_right(i + 1, hi, true);
        let source = i + 1..end;
        (end > i + 1 && self.is_party(&source)).then_some((source, i..i + 1, end))
    }

    /// "in the minister’s view", "from Beijing’s point of view", "in his opinion".
    fn viewed(&self, i: usize, hi: usize) -> Option<(Range<usize>, Range<usize>, usize)> {
        let end = self.noun_phrase_right(i + 1, hi, false);
        let owned = if self.among(i + 1, Is::ThirdPossessive) {
            i + 1..i + 2
        } else {
            i + 1..(i + 2..end).rev().find(|j| self.is_genitive(*j))?
        };
        let noun = owned.end + usize::from(self.is_genitive(owned.end));
        // "In its opinion ministers have treated …": the phrase ends with the noun.
        let view = (noun..end).find(|j| self.among(*j, Is::ViewNoun));
        let end = view.map_or(end, |v| v + 1);
        let views = view.is_some_and(|v| (noun..v).all(|j| self.among(j, Is::ViewModifier)));
        let party = self.among(owned.start, Is::ThirdPossessive) || self.is_party(&owned);
        (views && party).then_some((owned, noun..end, end))
    }

    /// What a sentence says beside the aside: the clause after it where it leads, else what stands before and after it.
    pub(super) fn beside(&self, sentence: &Range<usize>, aside: &Range<usize>) -> Vec<(Span, bool)> {
        let (lo, hi) = (sentence.start, sentence.end);
        let first = self.first_word(lo);
        let mut pieces = Vec::new();
        if aside.start <= first + 1 {
            let start = if self.low(aside.end) == "," { aside.end + 1 } else { aside.end };
            let stop = self.content_end(start, hi, None, Reach::Clause);
            pieces.extend(self.unquoted(&(start..stop.max(start))).filter(|_| stop > start));
            return pieces;
        }
        let last = aside.start;
        let to = if self.is(last - 1, &[","]) || self.is_dash(last - 1) { last - 1 } else { last };
        // "The containers are sealed, and according to him the milk is sour": the clause after "and" is what is said.
        let and = if self.low(last - 1) == "," { last.saturating_sub(2) } else { last - 1 };
        let from = aside.end + usize::from(self.low(aside.end) == ",");
        let joined = and > first && self.among(and, Is::ClauseCoordinator);
        if joined && self.has_finite(&(first..and)) && self.clause_at(from, hi) {
            let stop = self.content_end(from, hi, None, Reach::Clause);
            pieces.extend(self.unquoted(&(from..stop)));
            return pieces;
        }
        // "As to June, in his words the train is not leaving": the clause follows.
        let follows = self.low(last - 1) == "," && !self.has_finite(&(first..to)) && self.clause_at(aside.end, hi);
        if follows {
            let stop = self.content_end(aside.end, hi, None, Reach::Clause);
            pieces.extend(self.unquoted(&(aside.end..stop)));
            return pieces;
        }
        let start = (first..to).rev().find(|i| self.low(*i) == ";").map_or(first, |semi| semi + 1);
        if to > start {
            pieces.extend(self.unquoted(&(start..to)));
        }
        // What goes on after the parenthesis.
        if self.low(aside.end) == "," && aside.end + 1 < hi {
            let from = aside.end + 1;
            let stop = self.content_end(from, hi, None, Reach::Clause);
            let cut = || self.verb_at(to - 1).is_some_and(|v| v.finite);
            if stop > from && (self.has_finite(&(from..stop)) || !self.has_finite(&(start..to)) || cut()) {
                pieces.extend(self.unquoted(&(from..stop)));
            }
        }
        pieces
    }
}
