//! Noun phrases: where one ends or starts.

use super::sight::Sight;
use crate::lexicon::class::WordClass as Is;
use crate::{extract::mention::EntityKind, text::tag::Tag};

impl Sight<'_, '_> {
    /// Where the noun phrase that ends with token `last` starts, looking no further left than `lo`.
    pub fn noun_phrase_left(&self, last: usize, lo: usize) -> usize {
        let mut i = last;
        if self.low(i) == ")" {
            match (lo..i).rev().take(12).find(|j| self.low(*j) == "(") {
                Some(open) if open > lo => i = open - 1,
                _ => return last,
            }
        }
        if self.is_personal(i) {
            return i;
        }
        let mut complete = self.opens_phrase(i);
        while i > lo {
            let p = i - 1;
            let tag = self.tag(p);
            if self.dated(p) && !self.dated(i) && !self.is_genitive(i) {
                break;
            }
            if self.is_genitive(p) {
                // "Russia’s deputy minister": the possessor belongs to the phrase.
                if p == lo {
                    break;
                }
                i = p - 1;
                complete = self.opens_phrase(i);
                continue;
            }
            if complete {
                if self.among(p, Is::Quantifier) && self.tag(p) != Tag::Verb {
                    i = p;
                    continue;
                }
            } else if let Some(role) = self.posted(p, i, lo) {
                i = role;
                complete = self.opens_phrase(i);
                continue;
            } else if self.in_phrase(p) && !self.parts_names(p, i) {
                // Two names side by side are one phrase only if no article stands between.
                i = p;
                complete = self.opens_phrase(p);
                continue;
            } else if self.low(p) == "(" || self.low(p) == ")" {
                let open = (lo..p).rev().take(12).find(|j| self.low(*j) == "(").filter(|open| *open > lo);
                match open.filter(|open| self.low(p) == ")" && self.nounish(open - 1)) {
                    Some(open) => i = open - 1,
                    None => break,
                }
                continue;
            }
            // "a Haitian official close to the talks"
            let close = ["close", "loyal", "opposed", "linked", "next", "related", "sympathetic", "hostile"];
            let familiar = self.low(p) == "with" && p >= lo + 2 && self.is(p - 1, &["familiar", "acquainted"]);
            if (familiar || self.low(p) == "to" && p >= lo + 2 && self.is(p - 1, &close)) && self.nounish(p - 2) {
                i = p - 2;
                complete = self.opens_phrase(i);
                continue;
            }
            if tag == Tag::Adp || self.low(p) == "to" {
                if p > lo
                    && self.among(p, Is::JoiningPreposition)
                    && self.joins(p - 1)
                    && !self.dated(p - 1)
                    && !self.fronted(p - 1, lo, self.low(p) == "of")
                {
                    i = p - 1;
                    complete = self.opens_phrase(i);
                    continue;
                }
                break;
            }
            if (self.is(p, &["and", "or", "&"]) || (self.low(p) == "," && self.listed(i, last))) && p > lo {
                if self.tag(p - 1) == Tag::Adj && !complete && self.tag(i) != Tag::Det {
                    // "Ukrainian and US authorities"
                    i = p - 1;
                    continue;
                }
                // "The Hungarian and the Slovak minister"
                if self.tag(p - 1) == Tag::Adj && complete && p >= lo + 2 && self.tag(p - 2) == Tag::Det {
                    i = p - 2;
                    continue;
                }
                let left_end = if self.low(p - 1) == "," && p - 1 > lo { p - 2 } else { p - 1 };
                if self.nounish(left_end) {
                    let left = self.noun_phrase_left(left_end, lo);
                    if left == lo || self.bounds_clause(left - 1) {
                        return left;
                    }
                }
                break;
            }
            break;
        }
        // An adverb or a stray mark is no start.
        while i < last
            && matches!(self.tag(i), Tag::Adv | Tag::Punct | Tag::Cconj | Tag::Sconj | Tag::Adp)
            && !self.nounish(i)
        {
            i += 1;
        }
        i
    }

    /// "the ambassador in Malé [Ranjana Iyer]": an office and its place before a name; where the office's noun stands.
    fn posted(&self, place: usize, name: usize, lo: usize) -> Option<usize> {
        let (Some(a), Some(b)) = (self.named(place), self.named(name)) else { return None };
        if a == b || self.mentions[b].kind != EntityKind::Person || self.mentions[a].kind == EntityKind::Person {
            return None;
        }
        let first = (lo..place).rev().take_while(|i| self.named(*i) == Some(a)).last().unwrap_or(place);
        let before = first.checked_sub(2).filter(|i| *i >= lo)?;
        (self.among(first - 1, Is::PostPreposition) && self.among(before, Is::Role)).then_some(before)
    }

    /// Two names side by side, or a noun that is no title before a person ("the debate Trump"), are two phrases.
    fn parts_names(&self, left: usize, right: usize) -> bool {
        let (Some(b), a) = (self.named(right), self.named(left)) else { return false };
        if a == Some(b) || self.mentions[b].kind != EntityKind::Person {
            return false;
        }
        match a {
            Some(a) => self.mentions[a].kind == EntityKind::Place || self.mentions[a].kind == EntityKind::Person,
            None => {
                let word = self.low(left);
                self.tag(left) == Tag::Noun
                    && self.page.word(left).chars().next().is_some_and(char::is_lowercase)
                    && self.mentions[b].role.is_none()
                    && !self.among(left, Is::Role)
                    && !["er", "or", "ist", "man", "woman", "ian", "ant", "ee", "head", "lead"]
                        .iter()
                        .any(|e| word.ends_with(e))
            }
        }
    }

    /// Whether a comma before token `i` can separate items of a list that ends at `last`: "and" follows.
    fn listed(&self, i: usize, last: usize) -> bool {
        (i..last).any(|j| self.is(j, &["and", "or"])) && self.nounish(i)
    }

    /// A noun that a preposition can hang on.
    fn joins(&self, i: usize) -> bool {
        (self.nounish(i) && !self.is_personal(i))
            || self.low(i) == ")"
            || matches!(self.tag(i), Tag::Adj) && self.among(i, Is::CountingAdjective)
    }

    /// Whether the phrase that ends at `i` itself hangs on a verb or opens the sentence after a preposition
    /// ("In talks with …"), so that it cannot be the head of a subject.
    fn fronted(&self, i: usize, lo: usize, of: bool) -> bool {
        let mut j = i;
        while j > lo && self.in_phrase(j) && !self.opens_phrase(j) {
            j -= 1;
        }
        if !self.in_phrase(j) {
            j += 1;
        }
        if j == lo {
            return false;
        }
        match self.tag(j - 1) {
            Tag::Verb => true,
            Tag::Adp if of => false,
            Tag::Adp => j - 1 <= lo || !self.joins(j - 2),
            _ => false,
        }
    }

    /// A word that can stand inside a noun phrase.
    pub fn in_phrase(&self, i: usize) -> bool {
        self.phrased.get(i).copied().unwrap_or_else(|| self.may_stand_in_phrase(i))
    }

    /// The same, not looked up.
    pub(super) fn may_stand_in_phrase(&self, i: usize) -> bool {
        if self.is_personal(i) || self.is_relative(i) {
            return false;
        }
        // "16:45 The premier said": a clock.
        if self.tag(i) == Tag::Num && self.low(i).contains(':') {
            return false;
        }
        if self.named(i).is_some() {
            return true;
        }
        match self.tag(i) {
            Tag::Noun | Tag::Propn | Tag::Num | Tag::Adj | Tag::Det | Tag::Sym => {
                !self.is(i, &["that"]) || self.tag(i) == Tag::Det
            }
            Tag::Pron => self.is_possessive(i) || self.is(i, &["this", "these", "those"]),
            Tag::X => self.page.word(i).chars().next().is_some_and(char::is_alphanumeric),
            // "a hastily convened meeting"
            Tag::Verb
                if i > 1
                    && self.low(i).ends_with("ed")
                    && self.tag(i - 1) == Tag::Adv
                    && self.tag(i - 2) == Tag::Det
                    && matches!(self.tag(i + 1), Tag::Noun | Tag::Adj) =>
            {
                true
            }
            // "the negotiating team", "the newly elected president"
            Tag::Verb
                if self.low(i).ends_with("ed") && matches!(self.tag(i + 1), Tag::Propn | Tag::Noun | Tag::Adj) =>
            {
                i == 0 || matches!(self.tag(i - 1), Tag::Det | Tag::Adj | Tag::Punct)
            }
            Tag::Verb => {
                self.tag(i + 1) == Tag::Noun
                    && i > 0
                    && matches!(self.tag(i - 1), Tag::Det | Tag::Adj)
                    && ["ing", "ed", "en"].iter().any(|e| self.low(i).ends_with(e))
            }
            Tag::Adv => {
                i > 0
                    && matches!(self.tag(i - 1), Tag::Det)
                    && (matches!(self.tag(i + 1), Tag::Adj)
                        || self.tag(i + 1) == Tag::Verb
                            && self.low(i + 1).ends_with("ed")
                            && matches!(self.tag(i + 2), Tag::Noun | Tag::Adj))
            }
            _ => self.is_genitive(i) || (self.is(i, &["-", "/"]) && self.glued(i) && self.glued(i + 1)),
        }
    }

    /// A word that opens a noun phrase: nothing of it stands further left.
    fn opens_phrase(&self, i: usize) -> bool {
        self.tag(i) == Tag::Det
            || (self.is_possessive(i) && !self.is_genitive(i))
            || self.among(i, Is::PhraseDeterminer)
    }

    /// Whether token `i` can stand right before a clause's subject.
    pub fn bounds_clause(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Sconj)
            || self.among(i, Is::ClauseBound)
            || self.is_quote_mark(i)
            || self.is_dash(i)
            || self.dated(i)
    }

    /// Where the noun phrase that starts at token `from` ends (exclusive), without what hangs on it but "of …" and,
    /// if `wide`, other prepositional phrases.
    pub fn noun_phrase_right(&self, from: usize, hi: usize, wide: bool) -> usize {
        if self.is_personal(from) {
            return (from + 1).min(hi);
        }
        let mut i = from;
        while i < hi {
            if self.dated(i) && i > from && !self.dated(i - 1) && !self.is_genitive(i + 1) {
                // "in his Sunday speech": the noun comes after the day.
                let next = (i..hi).find(|j| !self.dated(*j)).unwrap_or(hi);
                let qualifies = self.opens_phrase(i - 1) && next < hi && self.tag(next) == Tag::Noun;
                if !qualifies {
                    break;
                }
                i = next;
                continue;
            }
            let goes_on = i == from
                || !self.opens_phrase(i)
                || matches!(self.tag(i - 1), Tag::Adp | Tag::Det | Tag::Cconj)
                || self.among(i - 1, Is::BeforeDeterminer);
            if self.in_phrase(i) && goes_on {
                i += 1;
                continue;
            }
            if i == from && self.nounish(i) {
                i += 1;
                continue;
            }
            if self.low(i) == "(" {
                match (i..hi.min(i + 12)).find(|j| self.low(*j) == ")") {
                    Some(close) => i = close + 1,
                    None => break,
                }
                continue;
            }
            let joins = self.low(i) == "of" || (wide && self.among(i, Is::JoiningPreposition));
            if i > from && joins && i + 1 < hi && (self.in_phrase(i + 1)) && !self.dated(i + 1) {
                i += 1;
                continue;
            }
            if i > from && self.is(i, &["and", "&"]) && i + 1 < hi && self.in_phrase(i + 1) {
                // Joined only if the second phrase is not the subject of its own verb.
                let end = self.noun_phrase_right(i + 1, hi, false);
                if !self.finite_at(end) {
                    i = end;
                    continue;
                }
            }
            break;
        }
        // Trailing glue is no part of it.
        while i > from + 1 && matches!(self.tag(i - 1), Tag::Adp | Tag::Cconj | Tag::Det) && !self.nounish(i - 1) {
            i -= 1;
        }
        i
    }

    /// A noun phrase with its apposition ("John Smith, a spokesman for the ministry, …").
    pub fn with_apposition(&self, from: usize, end: usize, hi: usize) -> usize {
        if self.low(end) != "," || end + 1 >= hi {
            return end;
        }
        let next = end + 1;
        let opens = (matches!(self.tag(next), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num)
            || self.among(next, Is::ThirdPossessive))
            && !self.dated(next)
            && !self.is(next, &["and", "but"]);
        if !opens || from == end {
            return end;
        }
        let after = self.noun_phrase_right(next, hi, true);
        if after > next && (after >= hi || self.among(after, Is::StopOrDash)) && !self.has_finite(&(next..after)) {
            after
        } else {
            end
        }
    }
}
