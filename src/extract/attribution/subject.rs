//! Which noun phrase is a verb's subject.

use super::{
    content::disagree,
    sight::{Sight, Verb},
};
use crate::{
    lexicon::{
        class::WordClass as Is,
        cue::{Entry, Frames},
        gazetteer::starts_upper,
    },
    text::tag::Tag,
};
use std::ops::Range;

/// How a subject was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The noun phrase.
    pub tokens: Range<usize>,
    /// Shared with an earlier verb ("denies …, and says …").
    pub shared: bool,
    /// It stands after its verb ("said the president").
    pub inverted: bool,
}

impl Subject {
    /// The subject of one verb alone, before it.
    fn plain(tokens: Range<usize>) -> Self {
        Subject { tokens, shared: false, inverted: false }
    }
}

impl Sight<'_, '_> {
    /// The start of the clause that holds token `at`.
    fn clause_start(&self, at: usize, lo: usize) -> usize {
        (lo..at)
            .rev()
            .find(|i| {
                self.among(*i, Is::SubjectClauseBound) && self.tag(*i) != Tag::Det
                    || self.is_quote_mark(*i)
                    || self.is_dash(*i)
            })
            .map_or(lo, |i| i + 1)
    }

    /// The last token before a verb group that could end its subject: adverbs, dates and parentheses skipped.
    fn before_verb(&self, verb: &Verb, lo: usize) -> Option<usize> {
        let mut i = verb.start;
        // "France “regrets the decision” and disputes …": its subject stands before the marks.
        let opens = i > lo && self.is_quote_mark(i - 1) && self.quoted[i].is_some() && self.quoted[i - 1].is_none();
        if opens && verb.finite && i >= lo + 2 && (self.is_party(&(i - 2..i - 1)) || self.is_personal(i - 2)) {
            i -= 1;
        }
        loop {
            let p = i.checked_sub(1).filter(|p| *p >= lo)?;
            if self.dated(p) {
                // "Putin on Friday said", "Putin Friday said"
                let mut d = p;
                while d > lo && self.dated(d - 1) {
                    d -= 1;
                }
                if d == lo {
                    return None;
                }
                let before = d - 1;
                if self.tag(before) == Tag::Adp && before > lo && !self.is_genitive(before) {
                    i = before;
                } else if self.nounish(before) && !self.dated(before) {
                    i = d;
                } else {
                    return Some(p);
                }
                continue;
            }
            // "Libération itself notes"
            if self.is(p, &["itself", "himself", "herself", "themselves"]) && p > lo && self.nounish(p - 1) {
                i = p;
                continue;
            }
            // "The movement on the contrary supports", "Oslo for its part denied"
            let aside = p >= lo + 3
                && (self.low(p) == "contrary" && self.low(p - 1) == "the" && self.low(p - 2) == "on"
                    || self.low(p) == "hand" && self.is(p - 1, &["other", "one"]) && self.low(p - 3) == "on"
                    || self.is(p, &["part", "side", "turn"])
                        && self.is_possessive(p - 1)
                        && self.among(p - 2, Is::OnHisPart));
            if aside {
                i = p - 2 - usize::from(self.low(p) == "hand");
                continue;
            }
            // "who at the same time denied"
            if self.low(p) == "time" && p >= lo + 3 && self.low(p - 1) == "same" && self.low(p - 3) == "at" {
                i = p - 3;
                continue;
            }
            // "X, who is in Lima, sharply condemned"
            let manner = p > lo && self.low(p).ends_with("ly") && self.low(p - 1) == "," && self.named(p).is_none();
            if manner
                || self.tag(p) == Tag::Adv && self.named(p).is_none() && !self.is(p, &["there", "here"])
                || self.among(p, Is::AdverbBeforeVerb)
                || p > lo && self.among(p, Is::AgoOrLater)
            {
                i = p;
                continue;
            }
            return Some(p);
        }
    }

    /// The subject of a verb group in the sentence `lo..hi`.
    pub fn subject(&self, verb: &Verb, lo: usize, hi: usize, depth: usize) -> Option<Subject> {
        if verb.ing || verb.infinitive {
            let asked = if verb.infinitive { self.with_bare_relative(verb.start, lo) } else { None };
            return asked.map(Subject::plain).or_else(|| self.implied_subject(verb, lo, hi, depth));
        }
        let last = self.last_before(verb, lo)?;
        let whole = self.with_relative(last, lo).or_else(|| self.with_bare_relative(last, lo));
        if let Some(phrase) = whole.or_else(|| self.name_in_marks(last, lo)) {
            return Some(Subject::plain(phrase));
        }
        if self.is(last, &["who", "which"]) || self.low(last) == "that" && last > lo && self.nounish(last - 1) {
            return self.antecedent(last, lo).map(Subject::plain);
        }
        let parted = self.low(last) == "," || self.is_dash(last);
        if self.among(last, Is::CoordinatorOrThen) || parted && last > lo && !self.parenthesis_before(last, lo) {
            let shared = !self.is(last, &[","]) || verb.finite;
            let shared = if shared { self.shared_subject(verb, last, lo, hi, depth) } else { None };
            return shared.or_else(|| self.before_stray_comma(verb, last, lo).map(Subject::plain));
        }
        if parted {
            return self.subject_before_parenthesis(last, lo).map(Subject::plain);
        }
        if self.is_quote_mark(last) || !(self.nounish(last) || self.low(last) == ")" || self.in_phrase(last)) {
            return None;
        }
        let named = self.repeated_by(last, lo);
        Some(Subject::plain(named.unwrap_or_else(|| self.phrase_before(verb, last, lo))))
    }

    /// The last token that can belong to the subject of a verb.
    fn last_before(&self, verb: &Verb, lo: usize) -> Option<usize> {
        let last = self.before_verb(verb, lo)?;
        // "The driver Nadir H. said"
        let initial = self.low(last) == "." && self.glued(last) && last > lo && self.named(last - 1).is_some();
        let last = last - usize::from(initial);
        // "X, who according to the broadcast on Saturday wants"
        let aside = |i: usize| self.is(i, &["according", "in", "at", "during", "after", "before"]);
        let far = |i: &usize| self.is(*i, &["who", "which"]) && aside(*i + 1);
        let who = (lo + 1..verb.start).rev().take(20).find(far);
        let told = |w: &usize| self.verbs_in(&(*w..verb.start)).iter().all(|v| !v.finite || v.bare_participle);
        Some(who.filter(told).unwrap_or(last))
    }

    /// "after warnings from ministers, [who] meet in Riga": the ministers meet.
    fn antecedent(&self, relative: usize, lo: usize) -> Option<Range<usize>> {
        let mut end = relative.checked_sub(1).filter(|e| *e >= lo)?;
        if self.low(end) == "," {
            end = end.checked_sub(1).filter(|e| *e >= lo)?;
        }
        let start = self.noun_phrase_left(end, lo);
        // "The government sleeps, [blasted] Andreas Lund, who"
        let said = self.verb_at(start).is_some_and(|v| v.head == start && v.finite && self.is_cue_verb(v));
        let start = start + usize::from(said && start > lo && start < end && self.low(start - 1) == ",");
        let from = (start + 1..end + 1).find(|i| self.is(*i, &["from", "by", "of"]));
        let speakers = |f: &usize| self.low(relative) == "who" && super::nominal::is_cue_noun(self.low(f - 1));
        let from = from.filter(speakers).map_or(start, |f| f + 1);
        (self.nounish(end) || self.low(end) == ")").then_some(from..end + 1)
    }

    /// "Prime Minister Murayama, said the test is regrettable": a comma too many.
    fn before_stray_comma(&self, verb: &Verb, comma: usize, lo: usize) -> Option<Range<usize>> {
        let first = self.first_word(lo);
        let whole = self.low(comma) == "," && self.noun_phrase_right(first, comma, true) == comma && !self.dated(first);
        let speaks = whole && !verb.bare_participle && self.is_cue_verb(verb) && self.is_party(&(first..comma));
        speaks.then_some(first..comma)
    }

    /// The noun phrase that ends with `last`, or that on which it hangs.
    fn phrase_before(&self, verb: &Verb, last: usize, lo: usize) -> Range<usize> {
        let start = self.noun_phrase_left(last, lo);
        if let Some(phrase) = self.who_knows(verb, start, lo) {
            return phrase;
        }
        // "said they wanted", "says Iran refused": the clause that a cue reports starts here.
        let reported =
            start > lo && (self.is_personal(start) || self.verb_at(start - 1).is_some_and(|v| self.reports_bare(v)));
        let hangs = || self.before_adjuncts(start, verb, lo).or_else(|| self.first_of_clause(verb, start, last, lo));
        let found = if reported { None } else { hangs() };
        found.or_else(|| self.after_neither(start, last, lo)).unwrap_or(start..last + 1)
    }

    /// "An official who knows the file said": the phrase is what is known.
    fn who_knows(&self, verb: &Verb, start: usize, lo: usize) -> Option<Range<usize>> {
        let inner = start.checked_sub(1).filter(|i| *i > lo)?;
        let knowing = self.verb_at(inner).filter(|v| v.head == inner)?;
        let who = knowing.start > lo + 1 && self.low(knowing.start - 1) == "who" && self.nounish(knowing.start - 2);
        let speaks = knowing.finite && verb.finite && !verb.bare_participle;
        (who && speaks && (self.among(knowing.head, Is::PerceivedVerb) || !self.reports_bare(knowing)))
            .then(|| self.noun_phrase_left(knowing.start - 2, lo)..knowing.start - 1)
    }

    /// "Sergei Lavrov, Russia’s foreign minister said", "The texts Putin sent to NATO and the US suggest": the phrase hangs on
    /// something else; the clause's first noun phrase is the subject.
    fn first_of_clause(&self, verb: &Verb, start: usize, last: usize, lo: usize) -> Option<Range<usize>> {
        let before = start.checked_sub(1).filter(|b| *b >= lo)?;
        if self.among(before, Is::SubordinatorOrThat)
            || !self.is(before, &["and", "or", "to"]) && !matches!(self.tag(before), Tag::Adp | Tag::Verb)
        {
            return None;
        }
        let clause = self.clause_start(start, lo);
        // "Lisbon accuses Madrid of fraud and Madrid denies it": a clause of its own.
        if self.is(before, &["and", "or"]) && self.clause_before(clause, start, verb) {
            return Some(start..last + 1);
        }
        let verbs = self.verbs_in(&(clause..start));
        // "Cavusoglu, the minister, in a call with his colleague X thanked Doha": an adjunct after an apposition.
        if clause > lo
            && self.low(clause - 1) == ","
            && self.tag(clause) == Tag::Adp
            && self.tag(before) == Tag::Adp
            && verbs.is_empty()
            && let Some(main) = self.subject_before_parenthesis(clause - 1, lo)
            && self.is_party(&main)
        {
            return Some(main);
        }
        let holds_verb = verbs.iter().any(|v| !v.infinitive || v.start > clause);
        let first = (clause..start).find(|i| self.in_phrase(*i) || self.is_personal(*i));
        let first = first.filter(|f| !self.is(*f, &["nor", "neither"]) && holds_verb && *f <= clause + 2)?;
        if self.tag(first) == Tag::Adv || self.dated(first) {
            return None;
        }
        // Two phrases side by side and a verb: "The texts Putin sent …".
        let end = self.first_phrase_end(first, self.noun_phrase_right(first, start, true));
        (end > first && !(first > clause && self.tag(first - 1) == Tag::Adp)).then_some(first..end)
    }

    /// "neither Hamas nor Israel has accepted".
    fn after_neither(&self, start: usize, last: usize, lo: usize) -> Option<Range<usize>> {
        let nor = start.checked_sub(1).filter(|n| *n > lo && self.low(*n) == "nor")?;
        let neither = (lo..nor).rev().take(9).find(|i| self.low(*i) == "neither")?;
        self.in_phrase(neither + 1).then_some(neither + 1..last + 1)
    }

    /// "The company [“Neftgaz”] notified": a name in marks, and what it is a name of.
    fn name_in_marks(&self, last: usize, lo: usize) -> Option<Range<usize>> {
        if !self.is_quote_mark(last) {
            return None;
        }
        let open = (lo..last).rev().take(7).find(|i| self.is_quote_mark(*i))?;
        let name = |i: usize| {
            starts_upper(self.page.word(i)) || self.named(i).is_some() || self.is(i, &["and", "of", "the", "-"])
        };
        let named = open + 1 < last && (open + 1..last).all(name) && self.named(open + 1).is_some();
        // "Sources in Brussels quoted by “Politico”"
        if named && open >= lo + 3 && self.low(open - 1) == "by" && self.is(open - 2, &["quoted", "cited"]) {
            return Some(self.noun_phrase_left(open - 3, lo)..open - 2);
        }
        let what = open.checked_sub(1).filter(|w| *w >= lo && self.in_phrase(*w));
        named.then(|| what.map_or(open, |w| self.noun_phrase_left(w, lo))..last + 1)
    }

    /// "[Butler] before his departure said", "[the president] on Monday in Dakar told": the phrase that opens the clause, where
    /// only prepositional phrases stand between it and the verb.
    fn before_adjuncts(&self, hanging: usize, verb: &Verb, lo: usize) -> Option<Range<usize>> {
        let at =
            hanging.checked_sub(1).filter(|at| *at > lo && self.is_cue_verb(verb) && !self.is(*at, &["of", "to"]))?;
        if self.tag(at) != Tag::Adp && !self.is(at, &["before", "after"]) {
            return None;
        }
        let opens = |i: &usize| {
            matches!(self.tag(*i), Tag::Sconj | Tag::Cconj)
                || self.is(*i, &[",", ";", ":", "that", "when"])
                || self.is_quote_mark(*i)
                || self.is_dash(*i)
        };
        let first = (lo..at).rev().find(opens).map_or(lo, |i| i + 1);
        let end = self.noun_phrase_right(first, hanging, false);
        let party = end > first && end < hanging && !self.dated(first) && self.is_party(&(first..end));
        let only = || self.skip_adjuncts(end, verb.start, true) >= verb.start;
        (party && self.verbs_in(&(first..hanging)).is_empty() && only()).then_some(first..end)
    }

    /// Whether what stands before a joint is a clause: a phrase and right after it a cue’s verb of the same time.
    fn clause_before(&self, from: usize, joint: usize, verb: &Verb) -> bool {
        let end = self.noun_phrase_right(from, joint, true);
        let first = self.verb_from(end).filter(|v| end > from && v.finite && !v.bare_participle);
        self.is_cue_verb(verb) && first.is_some_and(|v| self.is_cue_verb(v) && v.past == verb.past)
    }

    /// "The elders [they] asked", "As for the goalkeeper, Walid Benchaa, [he] accused": the phrase that a pronoun repeats.
    fn repeated_by(&self, pronoun: usize, lo: usize) -> Option<Range<usize>> {
        if !self.is(pronoun, &["he", "she", "they"]) || pronoun < lo + 2 {
            return None;
        }
        let first = self.first_word(lo);
        let topic = self.low(first) == "as" && self.low(first + 1) == "for";
        let from = if topic { first + 2 } else { first };
        let end = if self.low(pronoun - 1) == "," { pronoun - 1 } else { pronoun };
        // "He said they …", "On Monday they …" repeat nothing.
        let phrase = self.with_apposition(from, self.noun_phrase_right(from, end, true), pronoun);
        let party = phrase > from + 1 && self.is_party(&(from..phrase)) && !self.dated(from);
        (phrase == end && party && (topic || end == pronoun)).then_some(from..phrase)
    }

    /// "[many of the terms Cairo is now setting] have been rejected": two verbs side by side, of which the first, at `last`,
    /// belongs to a clause inside the subject. "[Several diplomats] Reuters has spoken to, say": the agency passes it on.
    pub(super) fn with_bare_relative(&self, last: usize, lo: usize) -> Option<Range<usize>> {
        let skip = |i: usize, words: &[&str]| i - usize::from(i > lo && self.is(i, words));
        let at = skip(skip(last, &[","]), &["to", "with"]);
        let inner = self.verb_at(at).filter(|v| v.head == at && v.finite && v.start > lo)?;
        let own = inner.start - 1;
        let whole = |i: &usize| self.named(*i).is_some() && self.named(*i) == self.named(own);
        let who = (lo..own).rev().take_while(whole).last().unwrap_or(own);
        let who = if who > lo && self.tag(who - 1) == Tag::Det { who - 1 } else { who };
        let named = self.is_personal(own) || self.named(own).is_some();
        let head = who.checked_sub(1).filter(|h| *h >= lo && named && self.tag(*h) == Tag::Noun)?;
        let medium = self.is_outlet(&(who..inner.start));
        (medium || at == last).then(|| self.noun_phrase_left(head, lo)..if medium { who } else { last + 1 })
    }

    /// "Saud [who came here in June] swore": the phrase before a relative clause without commas, whose last token is no noun.
    fn with_relative(&self, last: usize, lo: usize) -> Option<Range<usize>> {
        if self.nounish(last) && !self.dated(last)
            || !matches!(self.tag(last), Tag::Adv | Tag::Verb | Tag::Adp) && !self.dated(last)
        {
            return None;
        }
        let who = (lo + 1..last).rev().take(14).find(|i| self.low(*i) == "who")?;
        let inner = self.verbs_in(&(who..last + 1));
        let open = (who..last).any(|i| self.tag(i) == Tag::Punct);
        let one = inner.iter().filter(|v| v.finite).count() == 1 && inner.first().is_some_and(|v| v.start == who + 1);
        let end = who.checked_sub(1).filter(|end| self.nounish(*end))?;
        (one && !open).then(|| self.noun_phrase_left(end, lo)..who)
    }

    /// Cuts "The texts Putin" after "texts": a name that follows a plural or a noun with an article.
    fn first_phrase_end(&self, from: usize, end: usize) -> usize {
        if self.tag(from) != Tag::Det {
            return end;
        }
        (from + 1..end)
            .find(|i| self.tag(*i - 1) == Tag::Noun && self.tag(*i) == Tag::Propn && self.low(*i - 1).ends_with('s'))
            .unwrap_or(end)
    }

    /// "On the other side [Indian Prime Minister Modi]": what opens the sentence without a comma is no part of the phrase.
    fn past_lead(&self, start: usize, last: usize, lo: usize) -> usize {
        if start != lo + 1 || self.tag(lo) != Tag::Adp {
            return start;
        }
        let capital = |i: usize| self.page.word(i).chars().next().is_some_and(char::is_uppercase);
        let common = |i: usize| self.tag(i) == Tag::Noun && !capital(i) && !self.among(i, Is::Role);
        (start + 1..=last).find(|i| capital(*i) && common(i - 1)).unwrap_or(start)
    }

    /// Whether the comma at `p` closes a parenthesis that started after a noun phrase.
    pub(super) fn parenthesis_before(&self, p: usize, lo: usize) -> bool {
        self.subject_before_parenthesis(p, lo).is_some()
    }

    /// "Sergei Lavrov, the Russian foreign minister, said": the noun phrase before the comma pair that ends at `p`, with an
    /// apposition, without a relative clause.
    fn subject_before_parenthesis(&self, p: usize, lo: usize) -> Option<Range<usize>> {
        let floor = lo.max(p.saturating_sub(40));
        let dash = self.is_dash(p);
        let commas = (floor..p).rev().filter(|i| if dash { self.is_dash(*i) } else { self.low(*i) == "," });
        for open in commas.take(3) {
            let end = open.checked_sub(1).filter(|e| *e >= lo)?;
            // "the minister of Internal, Sorin Pop, has"
            // "Nadir H., who lives there, said"
            let initial = self.low(end) == "." && self.glued(end) && end > lo && self.named(end - 1).is_some();
            let end = if initial { end - 1 } else { end };
            // "The union too, through its spokesman, rejected"
            let end = if self.low(end) == "too" && end > lo { end - 1 } else { end };
            // "one of the injured, Mrs. Sáu, told"
            let titled = self.tag(end) == Tag::Adj
                && (self.page.word(end).starts_with(char::is_uppercase) || end > lo && self.tag(end - 1) == Tag::Det);
            if !(self.nounish(end) || titled || self.low(end) == ")") || self.dated(end) {
                continue;
            }
            let start = self.past_lead(self.noun_phrase_left(end, lo), end, lo);
            // "Even China, its only ally, said"
            let mut edge = start;
            while edge > lo && self.among(edge - 1, Is::FocusAdverb) {
                edge -= 1;
            }
            if edge > lo
                && start != self.past_lead(lo + 1, end, lo)
                && !self.bounds_clause(edge - 1)
                && !self.is(edge - 1, &["and", "–", "—"])
                && !(self.tag(lo) == Tag::Adp && self.is_possessive(start) && self.verbs_in(&(lo..start)).is_empty())
                && self.page.word(start) != "The"
            {
                continue;
            }
            let inside = open + 1..p;
            let first = inside.start;
            if self.among(first, Is::RelativeOfAside)
                || self.tag(first) == Tag::Adp
                || self.tag(first) == Tag::Sconj
                || self.is_ing(first)
                || self.tag(first) == Tag::Adv
                || self.low(first).ends_with("ed")
            {
                return Some(start..end + 1);
            }
            let apposes = matches!(self.tag(first), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::X)
                || self.is_possessive(first);
            if apposes && !self.has_finite(&inside) {
                return Some(start..p);
            }
            if apposes && (inside.clone()).any(|i| self.among(i, Is::RelativeNotWhom)) {
                return Some(start..end + 1);
            }
        }
        None
    }

    /// The subject that a verb after "and", a comma or a dash takes over from the nearest finite verb of its tense.
    fn shared_subject(&self, verb: &Verb, p: usize, lo: usize, hi: usize, depth: usize) -> Option<Subject> {
        if depth > 4 {
            return None;
        }
        let before = self.verbs_in(&(lo..p));
        // "has demanded that Oslo recall the ship, and threatens": not Oslo.
        let agrees = |v: &&Verb| !disagree(self, v, verb);
        let agree = before.iter().any(|v| v.finite && self.is_cue_verb(v) && agrees(&v));
        let finite =
            |v: &&Verb| v.finite && !self.is(v.start.wrapping_sub(1), &["who", "which"]) && (!agree || agrees(v));
        // "the ship, whose arrival angered Caracas, and announced": the clause that qualifies a noun lends no subject.
        let main = |v: &&Verb| finite(v) && !self.qualifies(v, lo) && !self.qualifies_bare(v, lo);
        let same = |v: &&Verb| v.past == verb.past;
        let nearest = || before.iter().rev();
        // "has demanded that it withdraw and has announced"
        let auxiliary =
            |v: &&Verb| verb.start < verb.head && v.start < v.head && self.low(v.start) == self.low(verb.start);
        // "Russia insists NATO will not grow – proposes talks": after a dash the first who speaks goes on.
        let leads = || {
            before.iter().filter(|_| self.is_dash(p)).find(|v| v.finite && self.is_cue_verb(v) && v.past == verb.past)
        };
        let any = leads()
            .or_else(|| self.reporter(verb, p, before))
            .or_else(|| nearest().filter(main).find(auxiliary))
            .or_else(|| nearest().filter(main).find(same))
            .or_else(|| nearest().find(main))
            .or_else(|| nearest().filter(finite).find(same))
            .or_else(|| nearest().find(finite))?;
        // "“We stay,” said the minister and warned of": whoever stands between the verbs.
        let between = self.subject_after(any, hi).filter(|x| x.tokens.end == p && self.is_party(&x.tokens));
        let closed = any.start > lo && (self.low(any.start - 1) == "," || self.is_quote_mark(any.start - 1));
        let found = self.subject(any, lo, hi, depth + 1);
        let inverted = closed && self.is_cue_verb(any) && found.as_ref().is_none_or(|x| x.shared);
        if let Some(x) = between.filter(|_| inverted) {
            return Some(Subject { tokens: x.tokens, shared: true, inverted: false });
        }
        // "said that the trust was broken and accused": no thing accuses.
        let outer = || {
            let reports = |v: &&Verb| v.finite && !v.passive && v.start < any.start && self.is_cue_verb(v);
            let outer = nearest().filter(|_| self.is_cue_verb(verb)).find(reports)?;
            let opens = self.low(outer.head + 1) == "that" || self.reports_bare(outer);
            let same = outer.past == verb.past;
            self.subject(outer, lo, hi, depth + 1).filter(|x| opens && same && self.is_party(&x.tokens))
        };
        // "threatened to leave if the security of the troops was not guaranteed, but did not exclude": not the security.
        let minded = |v: &Verb| self.subject(v, lo, hi, depth + 1).filter(|x| !self.is_mindless(&x.tokens));
        let earlier = || {
            let mindless = self.subject(any, lo, hi, depth + 1).is_none_or(|x| self.is_mindless(&x.tokens));
            let before = nearest().filter(|v| v.finite && v.start < any.start);
            (mindless && self.is_cue_verb(verb)).then(|| before.clone().find_map(minded)).flatten()
        };
        let found = match found {
            Some(x) if self.is_party(&x.tokens) => x,
            other => outer().or_else(earlier).or(other)?,
        };
        Some(Subject { tokens: found.tokens, shared: true, inverted: false })
    }

    /// Whether a phrase is about something without a mind: "what", "95.9 percent", "the security of the troops".
    pub(super) fn is_mindless(&self, phrase: &Range<usize>) -> bool {
        let stop = |i: &usize| self.tag(*i) == Tag::Adp || self.among(*i, Is::PhraseCoreEnd);
        let core = (phrase.start + 1..phrase.end).find(stop).unwrap_or(phrase.end);
        let Some(head) = core.checked_sub(1).filter(|h| *h >= phrase.start) else { return false };
        // "67 percent of the respondents"
        let share = self.among(head, Is::ShareWord) && self.low(core) == "of";
        self.named(head).is_none() && self.among(head, Is::Mindless) && !share
    }

    /// "claimed that the drone had been following them, and demanded": who claims also demands. Another tense, a modal or
    /// a comma before the joint tells that the joined verb is none of the clause that is reported.
    fn reporter<'v>(&self, verb: &Verb, joint: usize, before: &'v [Verb]) -> Option<&'v Verb> {
        if !self.is_cue_verb(verb) || !self.is(joint, &["and", "but"]) {
            return None;
        }
        let at = before.iter().rposition(|v| v.finite && !v.infinitive && !self.qualifies_bare(v, 0))?;
        // "denied that any attack had been launched, and suggested": a passive reports nothing.
        let inner = before.get(at).filter(|v| v.passive || !self.is_cue_verb(v))?;
        let outer = before.get(..at)?.iter().rev().find(|v| v.finite && !v.infinitive && !v.passive)?;
        let opens = self.low(outer.head + 1) == "that" || self.reports_bare(outer);
        let perfect = |v: &Verb| v.start < v.head && self.is(v.start, &["had", "has", "have"]);
        let had = self.low(inner.start) == "had" && self.low(verb.start) != "had";
        let modal = inner.modal.is_some() && verb.modal.is_none();
        let comma = self.low(joint - 1) == ",";
        let tense = verb.past && !inner.past && !perfect(inner);
        let parted = comma && self.low(outer.head + 1) == "that" && (outer.past == verb.past || perfect(outer));
        let apart = (outer.head..inner.start).any(|i| self.is(i, &[";", ":"]));
        (self.is_cue_verb(outer) && opens && !apart && (had || modal || tense || parted)).then_some(outer)
    }

    /// "every promise [it made]", "to use the hotline [agreed in May]": a clause or participle right after a noun.
    fn qualifies_bare(&self, verb: &Verb, lo: usize) -> bool {
        let Some(p) = verb.start.checked_sub(1).filter(|p| *p > lo) else { return false };
        if self.is_personal(p) {
            // "called it biased"
            let judged = verb.bare_participle && self.verb_at(p - 1).is_some_and(|v| v.head == p - 1 && v.finite);
            return self.tag(p - 1) == Tag::Noun || judged;
        }
        if !verb.bare_participle || !matches!(self.tag(p), Tag::Noun | Tag::Propn) {
            return false;
        }
        let start = self.noun_phrase_left(p, lo);
        let governed = start.checked_sub(1).and_then(|i| self.verb_at(i).filter(|v| v.head == i));
        start > lo && governed.is_some_and(|v| !self.reports_bare(v))
    }

    /// Whether a verb is the first of a relative clause.
    fn qualifies(&self, verb: &Verb, lo: usize) -> bool {
        let opens = |i: &usize| self.is_relative(*i) && (self.low(*i) != "that" || *i > lo && self.nounish(*i - 1));
        (lo..verb.start).rev().take(12).find(opens).is_some_and(|relative| {
            !self.verbs_in(&(relative..verb.start)).iter().any(|v| v.finite)
                && !(relative + 1..verb.start).any(|i| self.is(i, &[",", ";", ":"]))
        })
    }

    /// The subject of "…, saying that" and "… to say": that of the clause it hangs on.
    fn implied_subject(&self, verb: &Verb, lo: usize, hi: usize, depth: usize) -> Option<Subject> {
        if depth > 4 {
            return None;
        }
        // "in response to a report claiming that"
        if let Some(text) =
            verb.start.checked_sub(1).filter(|p| *p > lo && verb.ing && self.among(*p, Is::ClaimingText))
        {
            return Some(Subject { tokens: self.noun_phrase_left(text, lo)..text + 1, shared: true, inverted: false });
        }
        let share = |s: Subject| Subject { tokens: s.tokens, shared: true, inverted: false };
        let before = self.verbs_in(&(lo..verb.start));
        let finite = |bare: bool| {
            before.iter().rev().find(move |v| v.finite && (bare || !v.bare_participle || self.is_cue_verb(v)))
        };
        let main = finite(false).or_else(|| finite(true));
        // "Minister Pop, noting that the case is old, claimed": who claims notes.
        let first = self.first_word(lo);
        let comma = verb.start.checked_sub(1).filter(|c| verb.ing && self.low(*c) == ",");
        let leads = |c: &usize| self.with_apposition(first, self.noun_phrase_right(first, *c, true), *c) == *c;
        if let Some(comma) = comma.filter(|c| main.is_none() && leads(c) && self.is_party(&(first..*c))) {
            return Some(Subject { tokens: first..comma, shared: true, inverted: false });
        }
        let of = |v: &Verb| {
            let said = self.said_after(v, lo, verb.start);
            said.or_else(|| self.subject(v, lo, hi, depth + 1)).or_else(|| self.subject_after(v, hi))
        };
        let found = main.and_then(of).and_then(|x| {
            // "denied what was circulated, explaining that …": who denied explains.
            let earlier = || {
                let finite = before.iter().rev().filter(|v| v.finite && main.is_some_and(|m| v.start < m.start));
                finite.filter_map(of).find(|y| !self.is_mindless(&y.tokens))
            };
            if self.is_mindless(&x.tokens) { earlier().or(Some(x)) } else { Some(x) }
        });
        if let Some(found) = found {
            return Some(share(found));
        }
        // "Despite saying that …, Putin seems …"
        let comma = (verb.head..hi).find(|i| self.low(*i) == ",")?;
        let main = self.verbs_in(&(comma..hi)).iter().find(|v| v.finite && v.start > comma + 1)?;
        self.subject(main, comma + 1, hi, depth + 1).map(share)
    }

    /// "stated [on Thursday] the consul", "declared [to the agency] the speaker": where the subject starts that follows its
    /// verb and a day or a phrase, if it is a person or an office and nothing but its apposition follows.
    fn subject_after_adjuncts(&self, verb: &Verb, hi: usize) -> Option<usize> {
        let after = verb.head + 1;
        let mut i = after;
        for _ in 0..3 {
            i = self.skip_adjuncts(i, hi, false);
            if !self.among(i, Is::AdjunctBeforeSubject) {
                break;
            }
            let end = self.noun_phrase_right(i + 1, hi, false);
            if end == i + 1 {
                break;
            }
            i = end;
        }
        if i == after || i >= hi {
            return None;
        }
        let end = self.with_apposition(i, self.noun_phrase_right(i, hi, true), hi);
        let person = |j: usize| self.names_person(j) || self.among(j, Is::Role);
        let closes = self.among(end, Is::InvertedSubjectEnd) || end >= hi;
        (end > i && closes && (i..end).any(person) && !self.has_finite(&(i..end))).then_some(i)
    }

    /// "It is an attack, judged Clément Beaune on television, [warning]": who said what stands before a comma.
    fn said_after(&self, verb: &Verb, lo: usize, hi: usize) -> Option<Subject> {
        let before = verb.start.checked_sub(1).filter(|b| *b > lo && verb.finite)?;
        let quoted = self.is_quote_mark(before) || self.is_quote_mark(before - 1);
        let told = quoted || self.low(before) == "," && self.has_finite(&(lo..before));
        let speech = |e: &Entry| e.cue.frames.has(Frames::QUOTE);
        let after = (quoted || self.low(before) == ",") && told;
        let found = self.subject_after(verb, hi).filter(|x| after && self.is_party(&x.tokens))?;
        let person = |i: usize| self.names_person(i);
        let speaks = self.cues(verb.head).iter().any(speech) || found.tokens.clone().any(person);
        let closes = |i: usize| i >= hi || self.low(i) == ",";
        let end = found.tokens.end;
        (speaks && (closes(end) || closes(self.skip_adjuncts(end, hi, true)))).then_some(found)
    }

    /// Skips when something was said: dates, and "hours after", "minutes later".
    fn past_time(&self, mut from: usize, hi: usize) -> usize {
        while from < hi {
            if self.among(from, Is::TimeSpanWord) && self.among(from + 1, Is::TimeOrder) {
                from += 2;
            } else if self.dated(from) || self.is(from, &["on", "in"]) && self.dated(from + 1) {
                from += 1;
            } else {
                break;
            }
        }
        from
    }

    /// The noun phrase after a verb that could be its subject ("said the president").
    pub fn subject_after(&self, verb: &Verb, hi: usize) -> Option<Subject> {
        let near = self.subject_after_adjuncts(verb, hi);
        let mut from = near.unwrap_or(verb.head + 1);
        // "denounced hours after the president", "said yesterday the minister"
        let late = self.past_time(from, hi);
        if late > from && late < hi && self.is_party(&(late..self.noun_phrase_right(late, hi, false))) {
            from = late;
        }
        // "cut off Pashinyan", "shot back the envoy"
        from += usize::from(self.is(from, &["off", "back"]));
        // "asked him the correspondent"
        let asker = |from: usize| {
            let r = from..self.noun_phrase_right(from, hi, false);
            self.is_party(&r)
        };
        if self.is(from, &["him", "her", "them", "me", "us"]) && asker(from + 1) {
            from += 1;
        }
        if from >= hi
            || self.is_quote_mark(from)
            || self.dated(from)
            || !(self.in_phrase(from) || self.is_personal(from) || self.nounish(from))
        {
            return None;
        }
        // "warned he Lula da Silva": a pronoun that another language doubles.
        let person = |i: usize| self.names_person(i);
        let doubled = self.is(from, &["he", "she"]) && from + 1 < hi && person(from + 1);
        let from = from + usize::from(doubled);
        let mut end = self.noun_phrase_right(from, hi, true);
        // "X, who was there, says they had drunk": a clause follows, not who says it.
        let clause = self.verb_from(end).is_some_and(|v| v.finite && !v.bare_participle);
        if end == from || clause || end == from + 1 && self.tag(from) == Tag::Det {
            return None;
        }
        // "says the spokeswoman at a press conference", "said Vucic in Belgrade": where it was said is no part of who said it.
        let place = (from + 1..end).find(|i| {
            self.is(*i, &["at", "in", "on"]) && person(*i - 1)
                || self.is(*i, &["on", "via"]) && self.is_outlet(&(*i + 1..*i + 2))
                || self.among(*i, Is::BeforeOccasion)
                    && self.tag(*i) == Tag::Adp
                    && (i + 1..end.min(i + 6)).any(|j| self.among(j, Is::SpeechOccasion))
        });
        end = self.with_apposition(from, place.unwrap_or(end), hi);
        Some(Subject { tokens: from..end, shared: false, inverted: true })
    }
}
