//! The act of a statement: by its cue, and where the cue is neutral, by its content.

mod clause;

use super::{
    attribution::{Attribution, Source, sight::Sight},
    sign::signs,
};
use crate::{
    lexicon::{
        act::Act,
        cue::{Cues, Frames, Part},
    },
    text::tag::Tag,
};
use std::ops::Range;

/// The act, and what it was read from.
pub fn act(sight: &Sight, a: &Attribution) -> (Act, String) {
    if let Some(act) = a.act {
        return refined(sight, a, act);
    }
    of_pieces(sight, a).unwrap_or_else(|| (Act::State, "no other act in its words".into()))
}

/// The act of the first piece that tells one by a rule.
fn of_pieces(sight: &Sight, a: &Attribution) -> Option<(Act, String)> {
    a.content.iter().find_map(|piece| by_content(sight, a, &sight.tokens_of(*piece)))
}

/// Cues whose act depends on what follows: "assure + deed" promises, "assure + fact" states.
fn refined(sight: &Sight, a: &Attribution, act: Act) -> (Act, String) {
    let by_cue = format!("by the cue ‘{}’", a.lemma);
    let negated = a.verb.as_ref().is_some_and(|v| v.negated);
    let first = a.content.first().map(|c| sight.tokens_of(*c)).unwrap_or_default();
    match act {
        Act::Promise if matches!(a.lemma.as_str(), "assure" | "reassure" | "guarantee") => {
            let deed = first.clone().any(|i| sight.is(i, &["will", "would", "'ll", "to", "shall"]));
            if deed { (act, by_cue) } else { (Act::State, "an assurance about a fact".into()) }
        }
        // "insists that it is no retaliation"
        Act::Demand if a.lemma == "insist" => {
            let deed = first.clone().any(|i| {
                sight.is(i, &["will", "must", "should", "would", "be", "not"])
                    && !sight.is(i.saturating_sub(1), &["is", "are", "was"])
            });
            if deed {
                (act, by_cue)
            } else {
                of_pieces(sight, a).unwrap_or_else(|| (Act::State, "insisting on a fact".into()))
            }
        }
        Act::Ask if a.frame == Frames::INFINITIVE => (Act::Request, by_cue),
        Act::Deny | Act::Reject if negated => (Act::State, format!("‘{}’ negated", a.lemma)),
        // "does not agree", "will not accept"
        Act::Agree | Act::Praise if negated => (Act::Reject, format!("‘{}’ negated", a.lemma)),
        Act::Promise if negated => (Act::Reject, format!("‘{}’ negated", a.lemma)),
        _ => (act, by_cue),
    }
}

fn by_content(sight: &Sight, a: &Attribution, tokens: &Range<usize>) -> Option<(Act, String)> {
    if a.spoken
        && tokens.end > tokens.start
        && (sight.low(tokens.end) == "?"
            || sight.low(tokens.end - 1) == "?"
            || sight.is_quote_mark(tokens.end) && sight.low(tokens.end + 1) == "?")
        && tokens.len() < 60
    {
        return Some((Act::Ask, "a question".into()));
    }
    // "echoed the warning": the noun says it.
    const NAMING: &[&str] = &[
        "call",
        "describe",
        "term",
        "label",
        "dub",
        "brand",
        "regard",
        "view",
        "characterize",
        "characterise",
        "portray",
        "consider",
        "deem",
    ];
    if a.frame == Frames::NOUN && !NAMING.contains(&a.lemma.as_str()) {
        let head = sight.noun_phrase_right(tokens.start, tokens.end, false).checked_sub(1)?;
        let noun = (tokens.start..=head).rev().find_map(|i| {
            Cues::shared()
                .starting(sight.low(i))
                .iter()
                .find(|e| e.cue.part == Part::Noun && e.words.len() == 1)
                .and_then(|e| e.cue.act)
        });
        if let Some(act) = noun.filter(|n| *n != Act::Consult) {
            return Some((act, "by the noun in its content".into()));
        }
    }
    if let Some(found) = own_verb(sight, a, tokens) {
        return Some(found);
    }
    for (sign, at) in signs(sight, tokens) {
        let another = of_another(sight, a, tokens, at);
        // "It is a manipulation": of somebody, though nobody is named.
        let told = sight.is(tokens.start, &["it", "this", "that", "there"])
            && sight.verb_at(tokens.start + 1).is_some_and(|v| v.copula && !v.negated)
            && sight.verbs_in(&(tokens.start + 2..at + 1)).is_empty();
        if sign.act == Act::Accuse && !another && !told {
            continue;
        }
        // "is not a retaliation"
        let denied = (at.saturating_sub(3).max(tokens.start)..at)
            .any(|i| sight.is(i, &["not", "n't", "no", "never", "without", "nor"]));
        if denied && matches!(sign.act, Act::Accuse | Act::Criticise | Act::Threaten) {
            continue;
        }
        // What somebody else will do is no threat of the speaker’s.
        let act = if sign.act == Act::Threaten && another { Act::Warn } else { sign.act };
        // Conditions are only supposed.
        if matches!(act, Act::Accuse | Act::Criticise) && (tokens.start..at).any(|i| sight.is(i, &["if", "whether"])) {
            continue;
        }
        return Some((act, format!("by ‘{}’ in its content", sign.phrase.join(" "))));
    }
    conditional(sight, tokens).or_else(|| clause::act(sight, a, tokens))
}

/// "If the other side continues, we will …": a condition that should not come true.
fn conditional(sight: &Sight, tokens: &Range<usize>) -> Option<(Act, String)> {
    const FEARED: &[&str] = &[
        "attack",
        "attacks",
        "attacked",
        "continue",
        "continues",
        "cross",
        "crosses",
        "fail",
        "fails",
        "refuse",
        "refuses",
        "not",
        "n't",
        "invade",
        "invades",
        "violate",
        "violates",
        "escalate",
        "escalates",
        "strike",
        "strikes",
        "dare",
        "dares",
        "threatened",
        "provoke",
        "provokes",
        "necessary",
        "interferes",
        "interfere",
    ];
    let from = tokens.clone().find(|i| sight.is(*i, &["if", "unless"]))?;
    let clause = from + 1..tokens.end.min(from + 15);
    let feared = sight.low(from) == "unless" || clause.clone().any(|i| sight.is(i, FEARED));
    let will = tokens.clone().any(|i| sight.is(i, &["will", "would", "'ll", "shall", "wo"]));
    (feared && will).then(|| (Act::Warn, "what will follow on a condition".into()))
}

/// "said it rejects …", "told us Sudan refuses" by a Sudanese minister: the speaker’s own act.
fn own_verb(sight: &Sight, a: &Attribution, tokens: &Range<usize>) -> Option<(Act, String)> {
    let Source::Phrase(source) = &a.source else { return None };
    let end = sight.noun_phrase_right(tokens.start, tokens.end, false);
    let subject = tokens.start..end;
    let verb = sight.verbs_in(&(end..tokens.end.min(end + 6))).iter().find(|v| v.finite && !v.passive)?;
    // "China once again urges …": spoken in the name of a country, such verbs do what they say.
    const PERFORMED: &[Act] =
        &[Act::Demand, Act::Request, Act::Propose, Act::Praise, Act::Criticise, Act::Reject, Act::Warn];
    let named = a.spoken && !verb.past && verb.modal.is_none() && sight.is_party(&subject);
    let own = end == tokens.start + 1 && sight.is(tokens.start, &["we", "i", "it", "he", "she", "they"])
        || sight.speaks_for(source, &subject);
    let next = (end..verb.start).all(|i| sight.tag(i) == Tag::Adv || sight.dated[i] || i == end);
    if !(own || named) || !next || verb.negated {
        return None;
    }
    // "said he wanted to discuss": a wish.
    if sight.is(verb.head, &["want", "wants", "wanted", "ask", "asks", "asked", "would"]) {
        return None;
    }
    let act = Cues::shared()
        .starting(sight.low(verb.head))
        .iter()
        .find(|e| {
            e.cue.part == Part::Verb
                && e.cue.speaks
                && e.words.iter().enumerate().all(|(k, w)| sight.low(verb.head + k) == w)
        })
        .and_then(|e| e.cue.act)?;
    let tells =
        own && matches!(
            act,
            Act::Reject
                | Act::Deny
                | Act::Accuse
                | Act::Criticise
                | Act::Threaten
                | Act::Praise
                | Act::Demand
                | Act::Request
                | Act::Propose
                | Act::Warn
        ) || PERFORMED.contains(&act);
    tells.then(|| (act, format!("by ‘{}’, the speaker’s own act", sight.low(verb.head))))
}

/// Whether the clause is about somebody else than the speaker.
fn of_another(sight: &Sight, a: &Attribution, tokens: &Range<usize>, at: usize) -> bool {
    let end = sight.noun_phrase_right(tokens.start, tokens.end, true);
    let subject = tokens.start..end.min(at.max(tokens.start));
    if subject.is_empty()
        || subject.clone().any(|i| sight.is(i, &["i", "we"]))
        || !sight.verbs_in(&(end..at + 1)).iter().any(|v| v.finite)
    {
        return false;
    }
    let own = match &a.source {
        Source::Phrase(r) => r.clone().any(|i| {
            sight.named[i].is_some()
                && subject.clone().any(|j| sight.low(j) == sight.low(i) && sight.named[j].is_some())
        }),
        _ => false,
    };
    let own = own || matches!(&a.source, Source::Phrase(r) if sight.speaks_for(r, &subject));
    !own && (sight.is_party(&subject)
        || subject.clone().any(|i| sight.is(i, &["west", "western", "countries", "they", "states"])))
}
