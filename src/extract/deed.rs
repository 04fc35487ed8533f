//! What one party does to another in a sentence: the verb that links them, read with its object and with the verbs that
//! turn it ("agreed to lift", "refused to meet", "threatened to impose"), as a PLOVER root and a CAMEO code.

use super::{
    attribution::sight::{Sight, Verb},
    date, mention,
    page::Page,
};
use crate::lexicon::class::WordClass as Is;
use crate::{
    corpus::article::Article,
    lexicon::deed::{Deed, Deeds, Noun, Root, Turn},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Root and code.
    pub deed: Deed,
    /// The root of the deed itself, before it is turned by what is only intended, stopped or negated.
    pub plain: Root,
    /// The word that tells it.
    pub at: usize,
    /// Why, in plain words.
    pub why: String,
}

/// How far after a verb its object is looked for.
const REACH: usize = 12;

/// What the source does to the target in this sentence; both are its tokens.
pub fn deed(sight: &Sight, sentence: &Range<usize>, source: &Range<usize>, target: &Range<usize>) -> Option<Read> {
    let coder = Coder { sight, sentence: sentence.clone() };
    // "Troops were attacked by rebels": the verb before the agent.
    if target.end <= source.start {
        let by = (target.end..source.start).rev().take(4).find(|i| sight.low(*i) == "by");
        let verb = by.and_then(|by| sight.verbs_in(&(target.end..by)).last());
        if let Some(found) = verb.and_then(|v| coder.chain(v.head, sentence.end)) {
            return Some(found);
        }
    }
    let after = coder.past_relative(source.end);
    let last = if target.start >= source.end { sentence.end.min(target.end + REACH) } else { sentence.end };
    coder
        .chain(after, last)
        .or_else(|| coder.noun(source.end.min(target.end)..target.start.max(source.start)))
        .or_else(|| coder.chain(sentence.start, sentence.end))
        .or_else(|| coder.noun(sentence.clone()))
}

/// What `source` does to `target` in a text of one or a few sentences; both are words of the text, and a party that does
/// not stand in it is thought before or after all.
pub fn in_text(text: &str, source: &str, target: &str) -> Option<Read> {
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let dates = date::dates(&page);
    let sight = Sight::of(&page, &mentions, &dates);
    let end = page.tokens.len();
    let place = |words: &str, from: usize| -> Option<Range<usize>> {
        let start = from + text.get(from..)?.find(words)?;
        (!words.is_empty()).then(|| sight.tokens_of(Span::new(start, start + words.len())))
    };
    let source = place(source, 0).unwrap_or(0..0);
    let after = page.tokens.get(source.end).map_or(text.len(), |t| t.span.start as usize);
    let target = place(target, after).or_else(|| place(target, 0)).unwrap_or(end..end);
    // The sentence of the source, unless that of the target is another: then both.
    let whole = page
        .sentences
        .iter()
        .map(|s| &s.tokens)
        .filter(|s| s.contains(&source.start) || s.contains(&target.start) && !target.is_empty());
    let sentence = whole
        .fold(None::<Range<usize>>, |all, s| Some(all.map_or(s.clone(), |a| a.start.min(s.start)..a.end.max(s.end))));
    deed(&sight, &sentence?, &source, &target)
}

/// What the first verbs of a clause tell.
pub fn first(sight: &Sight, clause: Range<usize>) -> Option<Read> {
    Coder { sight, sentence: clause.clone() }.chain(clause.start, clause.end)
}

struct Coder<'s, 'p, 'a> {
    sight: &'s Sight<'p, 'a>,
    sentence: Range<usize>,
}

impl Coder<'_, '_, '_> {
    /// Past a relative clause or apposition that hangs on the source: "Iran, which had seized …, freed".
    fn past_relative(&self, at: usize) -> usize {
        let s = self.sight;
        let comma = s.low(at) == ",";
        let relative = s.among(at + usize::from(comma), Is::RelativeNotWhom);
        if !relative {
            return at;
        }
        if comma && let Some(close) = (at + 2..self.sentence.end).find(|i| s.low(*i) == ",") {
            return close + 1;
        }
        // Without commas: the second finite verb is the source’s own.
        let mut finite = s.verbs_in(&(at..self.sentence.end)).iter().filter(|v| v.finite && !v.bare_participle);
        finite.next();
        finite.next().map_or(at, |v| v.start)
    }

    /// Reads the verbs from token `from` on, until one tells.
    fn chain(&self, from: usize, last: usize) -> Option<Read> {
        let s = self.sight;
        let deeds = Deeds::shared();
        let mut turn: Option<(Turn, Read)> = None;
        for verb in s.verbs_in(&(from..last)) {
            let Some((entry, words)) = deeds.verb(|i| s.low(verb.head + i)) else { continue };
            let read = |deed: Deed, why: String| Read { deed, plain: deed.root, at: verb.head, why };
            let object = self.window(verb, words);
            let decided = object
                .iter()
                .filter_map(|i| self.noun_at(*i))
                .filter_map(|noun| deeds.with(entry, noun))
                .min_by_key(|(row, _)| *row);
            let named = || object.iter().find_map(|i| self.noun_at(*i)?.deed);
            let own = if let Some((_, deed)) = decided {
                Some(deed)
            } else if entry.turns(Turn::Light)
                && let Some(deed) = named()
            {
                Some(deed)
            } else {
                None
            };
            let complement = self.complement(verb.head + words);
            if own.is_none() {
                let next = if entry.turns(Turn::Report) && turn.is_none() && self.clause_after(verb.head + words) {
                    continue;
                } else if complement && entry.turns(Turn::Refuse) {
                    return Some(read(Deed { root: Root::Reject, code: "120" }, format!("‘{}’ refused", entry.lemma)));
                } else if complement && entry.turns(Turn::Intend) {
                    Some((Turn::Intend, Deed { root: Root::Agree, code: "030" }))
                } else if complement && entry.turns(Turn::Cease) {
                    Some((Turn::Cease, Deed { root: Root::Yield, code: "080" }))
                } else {
                    None
                };
                if let Some((kind, fallback)) = next {
                    turn.get_or_insert((kind, read(fallback, format!("by ‘{}’", entry.lemma))));
                    continue;
                }
                if complement && entry.turns(Turn::Through) {
                    continue;
                }
            }
            let found = match own {
                Some(deed) => Some(deed),
                None if entry.turns(Turn::Cease) || entry.turns(Turn::Undo) => named()
                    .map(|d| {
                        if d.root.cooperates() || d.root == Root::Request {
                            Deed { root: Root::Sanction, code: "160" }
                        } else {
                            Deed { root: Root::Yield, code: "080" }
                        }
                    })
                    .or(entry.deed),
                None => entry.deed.or_else(|| if entry.turns(Turn::Intend) { named() } else { None }),
            };
            let Some(deed) = found else { continue };
            let will = verb.modal.is_some_and(|m| s.among(m, Is::IntentModal))
                || verb.start > 0 && verb.infinitive && s.verb_at(verb.start - 1).is_some_and(|v| v.copula);
            let kind = turn.as_ref().map(|(k, _)| *k).or(will.then_some(Turn::Intend));
            // "called to congratulate": what it is for tells more.
            if deed.root == Root::Consult && own.is_none() && kind.is_none() && !verb.negated {
                let purpose = s.verbs_in(&(verb.head + 1..self.sentence.end.min(verb.head + 2 * REACH)));
                let told = purpose.iter().find(|v| v.infinitive).and_then(|v| self.chain(v.head, v.head + REACH));
                if let Some(read) = told.filter(|r| r.deed.root != Root::Consult) {
                    return Some(read);
                }
            }
            let plain = deed.root;
            let deed = composed(deed, kind, verb.negated);
            return Some(Read { plain, ..read(deed, format!("by ‘{}’", entry.lemma)) });
        }
        turn.map(|(_, read)| read)
    }

    /// The tokens where a verb’s object may stand: after it up to the next clause; of a passive its subject.
    fn window(&self, verb: &Verb, words: usize) -> Vec<usize> {
        let s = self.sight;
        let from = verb.head + words;
        let mut found: Vec<usize> = Vec::with_capacity(10 + REACH);
        if verb.passive {
            let lo = verb.start.saturating_sub(10).max(self.sentence.start);
            found.extend(lo..verb.start);
        }
        for i in from..self.sentence.end.min(from + REACH) {
            let clause = s.among(i, Is::DeedClauseBound);
            if clause || s.verb_at(i).is_some_and(|v| v.finite && !v.bare_participle && i > from + 1) {
                break;
            }
            found.push(i);
        }
        found
    }

    /// Whether a verb governs another: "to withdraw", "withdrawing".
    fn complement(&self, at: usize) -> bool {
        let s = self.sight;
        (at..at + 3).any(|i| s.verb_at(i).is_some_and(|v| v.infinitive && v.start == i || v.ing && v.head == i))
            && (at..at + 3)
                .take_while(|i| !s.verb_at(*i).is_some_and(|v| v.infinitive || v.ing))
                .all(|i| s.tag(i) != Tag::Punct)
    }

    /// Whether a clause follows: "that", or a subject and its verb.
    fn clause_after(&self, at: usize) -> bool {
        let s = self.sight;
        (at..self.sentence.end.min(at + REACH)).any(|i| s.low(i) == "that")
            || s.verbs_in(&(at..self.sentence.end.min(at + REACH))).iter().any(|v| v.finite && !v.bare_participle)
    }

    /// The noun that tells a deed at token `i`.
    fn noun_at(&self, i: usize) -> Option<&'static Noun> {
        let s = self.sight;
        let found = if s.facts(i).deeds { Deeds::shared().noun_at(|k| s.low(i + k)) } else { None };
        found.map(|(noun, _)| noun)
    }

    /// The last noun that says it.
    fn noun(&self, range: Range<usize>) -> Option<Read> {
        let s = self.sight;
        range.rev().find_map(|i| {
            let deed = self.noun_at(i)?.deed?;
            Some(Read { deed, plain: deed.root, at: i, why: format!("by the noun ‘{}’", s.low(i)) })
        })
    }
}

/// What a deed becomes when it is only intended, stopped or denied.
fn composed(deed: Deed, turn: Option<Turn>, negated: bool) -> Deed {
    let to = |root, code| Deed { root, code };
    match turn {
        _ if negated && deed.root.cooperates() => to(Root::Reject, "120"),
        Some(Turn::Intend) if deed.root.cooperates() => to(Root::Agree, "030"),
        Some(Turn::Intend) if deed.root.is_material_conflict() => to(Root::Threaten, "130"),
        Some(Turn::Cease) if deed.root.cooperates() => to(Root::Sanction, "160"),
        Some(Turn::Cease) => to(Root::Yield, "080"),
        _ => deed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn root(text: &str, source: &str, target: &str) -> &'static str {
        in_text(text, source, target).map_or("none", |r| r.deed.root.name())
    }

    #[test]
    fn the_verb_between_two_parties_tells_what_is_done() {
        assert_eq!(root("Serbia condemned Kosovo on Monday.", "Serbia", "Kosovo"), "ACCUSE");
        assert_eq!(root("Sudan’s army has shelled rebel positions.", "Sudan’s army", "rebel positions"), "ASSAULT");
        assert_eq!(root("Japan will provide food aid to Yemen.", "Japan", "Yemen"), "AGREE");
        assert_eq!(root("Iran refused to meet the inspectors.", "Iran", "the inspectors"), "REJECT");
        assert_eq!(root("Seoul did not accept the offer of Pyongyang.", "Seoul", "Pyongyang"), "REJECT");
        assert_eq!(root("Chad threatened to expel the envoys of France.", "Chad", "France"), "THREATEN");
    }

    #[test]
    fn its_object_and_the_verbs_around_turn_it() {
        assert_eq!(root("The United States lifted its embargo on Vietnam.", "The United States", "Vietnam"), "YIELD");
        assert_eq!(root("Canada cut off aid to Mali after the coup.", "Canada", "Mali"), "SANCTION");
        assert_eq!(root("India imposed a curfew in Kashmir.", "India", "Kashmir"), "COERCE");
        assert_eq!(root("Ethiopia agreed to release Eritrean prisoners.", "Ethiopia", "Eritrean prisoners"), "AGREE");
        assert_eq!(root("Peru and Chile held talks in Lima.", "Peru", "Chile"), "CONSULT");
    }

    #[test]
    fn of_a_passive_the_agent_does_it() {
        let text = "Two villages were attacked by militants on Friday.";
        assert_eq!(root(text, "militants", "Two villages"), "ASSAULT");
    }

    proptest! {
        #[test]
        fn any_text_can_be_coded(text in "\\PC{0,120}", source in "\\PC{0,8}", target in "\\PC{0,8}") {
            let _ = in_text(&text, &source, &target);
        }

        #[test]
        fn any_words_can_be_coded(words in prop::collection::vec(
            prop::sample::select(vec![
                "Iran", "agreed", "to", "be", "was", "attacked", "by", ",", "who", "refused", "called", "talks",
                "not", "will", "that", "stop", "aid", "“", ".",
            ]), 0..30)) {
            let text = words.join(" ");
            let _ = in_text(&text, "Iran", "talks");
        }
    }
}
