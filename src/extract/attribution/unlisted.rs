//! Idioms that no list holds, read by their build: a party, a verb, and the clause that "that" or a colon opens ("came to
//! terms that …", "put it in writing that …", "shows a red flag: …").

use super::{Attribution, Source, content::Reach, nominal::is_cue_noun, sight::Sight};
use crate::lexicon::class::WordClass as Is;
use crate::{
    corpus::zone::ZoneKind,
    extract::mention::EntityKind,
    lexicon::{act::Act, cue::Frames},
    text::{span::Span, tag::Tag},
};
use std::{ops::Range, sync::LazyLock};

/// How far from its verb the clause may open.
const LONGEST: usize = 12;

/// The words of each group, in order.
static GROUPS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let rows = include_str!("../data/idiom-words.tsv").lines().filter(|l| !l.starts_with('#'));
    rows.filter_map(|l| l.split_once('\t')).map(|(group, words)| (group, words.split(' ').collect())).collect()
});

/// Whether a word in lower case is of a group of `idiom-words.tsv`.
fn in_group(group: &str, word: &str) -> bool {
    GROUPS.iter().any(|(name, words)| *name == group && words.contains(&word))
}

impl Sight<'_, '_> {
    /// What the party says of which the verb at token `i` is told, though no cue of the lexicon reads it.
    pub(super) fn unlisted(&self, s: usize, i: usize) -> Option<Attribution> {
        let verb = self.verb_at(i).filter(|v| v.head == i && v.finite && !v.passive && !v.copula)?;
        if self.tag(i) != Tag::Verb || verb.bare_participle && self.tag(i + 1) == Tag::Adp && self.low(i + 1) == "by" {
            return None;
        }
        let range = self.sentence(s);
        let (lo, hi) = (self.floor(i, range.start), self.limit(i, range.end));
        let open = self.opens_said(i, hi)?;
        let subject = self.subject(verb, lo, hi, 0).filter(|x| !x.inverted)?.tokens;
        let clause = subject.start;
        let speaks = self.is_party(&subject) && !self.is_mindless(&subject) && !self.is(subject.start, &["we", "i"]);
        let modal = verb.modal.is_some_and(|m| self.among(m, Is::PossibleModal));
        if !speaks || modal || self.supposed(clause, lo) {
            return None;
        }
        let colon = self.low(open) == ":";
        // Only the sentence's own clause announces what a colon opens.
        if colon && (self.has_finite(&(lo..verb.start)) || !self.leads_to(subject.start, lo)) {
            return None;
        }
        let end = self.content_end(open + 1, hi, Some(verb), Reach::Clause);
        let (content, spoken) = self.unquoted(&(open + 1..end)).filter(|_| end > open + 2)?;
        let frame = if colon { Frames::QUOTE } else { Frames::THAT };
        Some(Attribution {
            content: vec![content],
            frame,
            spoken,
            lemma: self.low(i).to_string(),
            rule: format!("a party and a verb with {}", if colon { "a colon" } else { "a that-clause" }),
            ..Attribution::by(s, Source::Phrase(subject)).with_verb(self.cue_words(verb, &(i..open)), verb)
        })
    }

    /// "holds Kabul fully responsible for the delay", and where reading goes on.
    pub(super) fn held_responsible(&self, s: usize, i: usize) -> Option<(Attribution, usize)> {
        if !self.among(i, Is::HoldVerb) {
            return None;
        }
        let range = self.sentence(s);
        let (lo, hi) = (self.floor(i, range.start), self.limit(i, range.end));
        let verb = self.verb_at(i).filter(|v| v.head == i && !v.passive)?;
        let whom = i + 1..self.noun_phrase_right(i + 1, hi, false).max(i + 1);
        let word = (whom.end..hi.min(whom.end + 3))
            .find(|j| self.among(*j, Is::ResponsibleWord))
            .or_else(|| whom.clone().next_back().filter(|j| self.is(*j, &["responsible", "accountable"])))?;
        if whom.is_empty() || self.low(word + 1) != "for" || !self.is_party(&whom) && whom.len() > 1 {
            return None;
        }
        let source = self.subject(verb, lo, hi, 0)?.tokens;
        let end = self.content_end(word + 2, hi, Some(verb), Reach::Phrase);
        // What is held includes whom: "Kabul responsible for the delay".
        let content = self.span(&(whom.start..end)).map(|span| self.trimmed(span))?;
        let attribution = Attribution {
            content: vec![content],
            frame: Frames::ACCUSED,
            act: Some(Act::Accuse),
            object: Some(whom.start..whom.end.min(word)),
            lemma: "hold".into(),
            rule: "held responsible for".into(),
            ..Attribution::by(s, Source::Phrase(source)).with_verb(self.cue_words(verb, &(i..i + 1)), verb)
        };
        Some((attribution, end))
    }

    /// "has given the officers until Friday", "gave Oslo ten days to answer": a demand with its term, and where reading goes on.
    pub(super) fn given_term(&self, s: usize, i: usize) -> Option<(Attribution, usize)> {
        if !self.among(i, Is::GaveForm) {
            return None;
        }
        let verb = self.verb_at(i).filter(|v| v.head == i && v.finite && !v.passive)?;
        let range = self.sentence(s);
        let (lo, hi) = (self.floor(i, range.start), self.limit(i, range.end));
        let days = |k: usize| {
            let unit = k + 1;
            self.tag(k) == Tag::Num && self.among(unit, Is::TimeUnit) && self.low(unit + 1) == "to"
        };
        let term =
            (i + 2..hi.min(i + 10)).find(|k| self.is(*k, &["until", "till"]) && self.dated(*k + 1) || days(*k))?;
        let whom = i + 1..term;
        let one = self.noun_phrase_right(i + 1, term, true) == term && self.in_phrase(i + 1);
        let source = self.subject(verb, lo, hi, 0).filter(|x| !x.inverted)?.tokens;
        let body = self.is_party(&source) || source.clone().any(|i| self.among(i, Is::Collective));
        if !one || !body || verb.modal.is_some() {
            return None;
        }
        let end = self.content_end(term, hi, Some(verb), Reach::Infinitive);
        let attribution = Attribution {
            content: vec![self.span(&(term..end))?],
            frame: Frames::INFINITIVE,
            act: Some(Act::Demand),
            object: Some(whom),
            lemma: "give".into(),
            rule: "given a term".into(),
            ..Attribution::by(s, Source::Phrase(source)).with_verb(self.cue_words(verb, &(i..i + 1)), verb)
        };
        Some((attribution, end))
    }

    /// Whether only days, adverbs and phrases stand before the subject.
    fn leads_to(&self, subject: usize, lo: usize) -> bool {
        !(lo..subject).any(|i| self.is(i, &[":", ";"]) || self.is_quote_mark(i)) && subject < lo + 14
    }

    /// The "that" or the colon after the verb at `i` that opens a clause somebody says.
    fn opens_said(&self, i: usize, hi: usize) -> Option<usize> {
        let stop = hi.min(i + 1 + LONGEST);
        let mut at = i + 1;
        let mut noun: Option<usize> = None;
        while at < stop {
            match self.low(at) {
                ":" => return self.announced(i, at, hi).then_some(at),
                "that" if self.tag(at) != Tag::Det || self.clause_at(at + 1, hi) => {
                    return self.complements(i, noun, at, hi).then_some(at);
                }
                "," | ";" | "." | "?" | "!" | "if" | "whether" | "because" => return None,
                _ => {}
            }
            if self.is_quote_mark(at)
                || self.is_relative(at)
                || self.verb_at(at).is_some_and(|v| v.ing || v.finite && !v.bare_participle)
            {
                return None;
            }
            if self.nounish(at) {
                noun = Some(at);
            }
            at += 1;
        }
        None
    }

    /// Whether a clause after "that" hangs on the verb, or on a noun of saying, and qualifies no thing.
    fn complements(&self, i: usize, noun: Option<usize>, that: usize, hi: usize) -> bool {
        if in_group("joint", self.low(that - 1)) || !self.clause_at(that + 1, hi) || self.verb_from(that + 1).is_some()
        {
            return false;
        }
        match noun {
            // "confided that", "let slip that", "spoke out that"
            None => !in_group("wordless", self.low(i)),
            Some(noun) if noun + 1 == that => {
                (is_cue_noun(self.low(noun)) && !in_group("thing", self.low(noun)) || in_group("said", self.low(noun)))
                    && self.low(noun - 1) != "no"
                    && !self.among(i, Is::TakesNounThat)
            }
            // "told reporters in Kabul that", "wrote on his page that": whom, and where.
            Some(noun) => {
                let joined = (i + 1..noun).any(|j| self.tag(j) == Tag::Adp || self.low(j) == "to");
                joined
                    && !in_group("wordless", self.low(i))
                    && matches!(self.tag(i + 1), Tag::Adp | Tag::Adv | Tag::Part)
            }
        }
    }

    /// Whether the words after a colon are said: a clause or a quotation, and not what the words before count up.
    fn announced(&self, i: usize, colon: usize, hi: usize) -> bool {
        let said = self.is_quote_mark(colon + 1) || self.clause_at(colon + 1, hi) || self.answers(colon + 1, hi);
        let counted = (i + 1..colon).any(|j| in_group("counted", self.low(j)) || self.tag(j) == Tag::Num);
        said && !counted && !in_group("being", self.low(i)) && colon + 3 < hi
    }

    /// "no aircraft of ours was there", "whoever refuses …"
    fn answers(&self, i: usize, hi: usize) -> bool {
        self.among(i, Is::AnswerOpener) && self.has_finite(&(i..hi))
    }

    /// "Berlin was more frank: nobody pays", "The deputy, for once, goes with the crowd: …": a sentence's party, whatever it
    /// does, and the clause behind a colon that nothing else reads.
    pub(super) fn after_colon(&self, s: usize, found: &[Attribution]) -> Option<Attribution> {
        let range = self.sentence(s);
        let colon = range
            .clone()
            .skip(2)
            .find(|i| self.low(*i) == ":" && !self.is_quoted(*i) && self.tag(i + 1) != Tag::Num)?;
        let said = colon + 1..range.end;
        let span = self.span(&said)?;
        let start = super::label::past_clock(self, &range);
        let first =
            self.skip_adjuncts(self.first_word(start + usize::from(self.is(start, &["and", "but"]))), colon, true);
        let own = first..self.with_apposition(first, self.noun_phrase_right(first, colon, true), colon);
        let verbs = self.verbs_in(&(start..colon));
        let verb = verbs.iter().find(|v| v.finite && v.head >= own.end);
        let speaks = |r: &Range<usize>| {
            self.is_personal(r.start) && !self.is(r.start, &["it", "we", "i", "you"])
                || self.is_party(r)
                || r.len() > 1 && self.names_people(r)
        };
        // "In Brussels itself the speaker confined herself to one phrase: …", "Two hours later the minister Dragan Rum: …"
        let who = match verb {
            _ if !own.is_empty() && speaks(&own) => own,
            Some(v) => self.subject(v, start, colon, 0).filter(|x| !x.inverted)?.tokens,
            None => super::label::source_of_label(self, start..colon)?,
        };
        let speaks =
            speaks(&who) && verb.is_none_or(|v| !v.copula || self.is_party(&who) || self.is_personal(who.start));
        let counts = |i| in_group("counted", self.low(i)) || self.tag(i) == Tag::Num && self.low(i) != "one";
        let counted = verb.is_some() && (who.end..colon).any(counts);
        // A label alone needs no verb in what it says ("Athens: first the withdrawal"), but "no comment" is silence.
        let whole = said.len() > 3 && self.has_finite(&said) && !self.is_quote_mark(colon + 1);
        let silent = self.low(colon + 1) == "no" && self.among(colon + 2, Is::Utterance);
        if verb.is_some() && !whole || silent && said.len() < 5 {
            return None;
        }
        // "LONGYEARBYEN: It drizzles over the quay": where it was written.
        let place = |i: usize| self.named(i).is_some_and(|m| self.mentions[m].kind != EntityKind::Person);
        let opens = self.page.blocks[self.page.sentences[s].block].sentences.start == s;
        if verb.is_none() && opens && who.clone().all(|i| place(i) || self.tag(i) == Tag::Punct) {
            return None;
        }
        let does = verb.is_none_or(|v| !v.passive && !in_group("being", self.low(v.head)));
        let speaks = !who.is_empty() && speaks && !self.is_mindless(&who) && !self.is_outlet(&who);
        if !speaks || counted || !does || who.clone().any(|i| self.is_quoted(i)) {
            return None;
        }
        let (content, spoken) = self.unquoted(&said)?;
        let opens = |c: &Span| {
            c.start <= content.start && c.end > content.start || span.contains(*c) && 2 * c.len() > span.len()
        };
        let told = |a: &Attribution| a.content.iter().any(opens) || a.sentence == s && a.content.is_empty();
        // "Car toll: Vienna goes to court": a headline’s topic.
        let headline = self.page.zone(s) == ZoneKind::Headline;
        let topic =
            headline && !spoken && verb.is_none() && who.start == range.start && !self.is(who.end, &["to", "at"]);
        if topic || found.iter().any(told) {
            return None;
        }
        let made = Attribution {
            content: vec![content],
            spoken,
            frame: Frames::QUOTE,
            rule: "a party, and a clause behind a colon".into(),
            ..Attribution::by(s, Source::Phrase(who))
        };
        Some(match verb {
            Some(v) => made.with_verb(v.head..v.head + 1, v),
            None => made,
        })
    }
}
