//! The act of a statement: by its cue, and where the cue is neutral, by its content.

mod clause;

use super::{
    attribution::{Attribution, sight::Sight},
    sign::signs,
    speaker::Speaker,
};
use crate::{
    lexicon::{
        act::Act,
        class::WordClass as Is,
        cue::{Cues, Frames, Part},
    },
    text::tag::Tag,
};
use std::ops::Range;

/// The act, and what it was read from.
pub fn act(sight: &Sight, a: &Attribution, who: &Speaker) -> (Act, String) {
    if let Some(act) = a.act {
        return refined(sight, a, who, act);
    }
    of_pieces(sight, a, who).unwrap_or_else(|| (Act::State, "no other act in its words".into()))
}

/// The act of the first piece that tells one by a rule.
fn of_pieces(sight: &Sight, a: &Attribution, who: &Speaker) -> Option<(Act, String)> {
    a.content.iter().find_map(|piece| by_content(sight, a, who, &sight.tokens_of(*piece)))
}

/// Cues whose act depends on what follows: "assure + deed" promises, "assure + fact" states.
fn refined(sight: &Sight, a: &Attribution, who: &Speaker, act: Act) -> (Act, String) {
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
                of_pieces(sight, a, who).unwrap_or_else(|| (Act::State, "insisting on a fact".into()))
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

fn by_content(sight: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Option<(Act, String)> {
    if a.spoken && is_question(sight, tokens) {
        return Some((Act::Ask, "a question".into()));
    }
    let naming = Is::Naming.has(&a.lemma);
    if naming
        && a.frame == Frames::NOUN
        && let Some(found) = named(sight, a, tokens)
    {
        return Some(found);
    }
    // "echoed the warning": the noun says it.
    if a.frame == Frames::NOUN && !naming {
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
    // "please", "would be grateful for": before all that the words also say.
    let grateful = |i: usize| {
        sight.is(i, &["grateful", "thankful", "glad", "obliged", "appreciate"])
            && (i.saturating_sub(3).max(tokens.start)..i).any(|j| sight.is(j, &["would", "'d"]))
    };
    if let Some(at) = tokens.clone().find(|i| sight.is(*i, &["please"]) || grateful(*i)) {
        return Some((Act::Request, format!("by ‘{}’", sight.low(at))));
    }
    if let Some(found) = own_verb(sight, a, who, tokens) {
        return Some(found);
    }
    by_sign(sight, who, tokens).or_else(|| conditional(sight, tokens)).or_else(|| clause::act(sight, a, who, tokens))
}

/// Whether the words ask: their first sentence ends so, or all that is said is short.
fn is_question(sight: &Sight, tokens: &Range<usize>) -> bool {
    let ends = |at: usize| {
        sight.low(at) == "?"
            || at > 0 && sight.low(at - 1) == "?"
            || sight.is_quote_mark(at) && sight.low(at + 1) == "?"
    };
    tokens.end > tokens.start && ends(tokens.end) && tokens.len() < 60
}

/// "branded the toll a robbery", "called the visit historic": by what a thing is called.
fn named(sight: &Sight, a: &Attribution, tokens: &Range<usize>) -> Option<(Act, String)> {
    let object = sight.noun_phrase_right(tokens.start, tokens.end, true);
    let said = if object < tokens.end { object } else { tokens.start }..tokens.end.min(object + 14);
    let found = |class: Is| said.clone().find(|i| sight.among(*i, class));
    let negated = said.clone().any(|i| sight.is(i, &["not", "no", "never", "without"]));
    let (blamed, praised) = (found(Is::Blameful), found(Is::Praiseful));
    match (blamed, praised) {
        (Some(at), _) if !negated => Some((Act::Criticise, format!("called ‘{}’", sight.low(at)))),
        (None, Some(at)) if !negated => Some((Act::Praise, format!("called ‘{}’", sight.low(at)))),
        _ if ["brand", "denounce", "slam"].contains(&a.lemma.as_str()) => {
            Some((Act::Criticise, format!("by the cue ‘{}’", a.lemma)))
        }
        _ => None,
    }
}

/// By a phrase in the content.
fn by_sign(sight: &Sight, who: &Speaker, tokens: &Range<usize>) -> Option<(Act, String)> {
    let because = tokens.clone().skip(3).find(|i| sight.is(*i, &["because"]));
    for (sign, at) in signs(sight, tokens) {
        let another = of_another(sight, who, tokens, at);
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
        // An analyst or a resident refuses, denies and promises nothing.
        let party =
            matches!(sign.act, Act::Deny | Act::Reject | Act::Promise | Act::Agree | Act::Announce | Act::Threaten);
        if party && who.bystander {
            continue;
        }
        let reason = because.is_some_and(|b| b < at) && !matches!(sign.act, Act::Accuse | Act::Criticise);
        if another && (reason || performed(sight, sign.act, at)) {
            continue;
        }
        // What somebody else will do is no threat of the speaker’s.
        let act = if sign.act == Act::Threaten && another { Act::Warn } else { sign.act };
        // Conditions are only supposed, and what one does not know.
        let supposed = |i: usize| {
            sight.is(i, &["if", "whether"])
                || sight.is(i, &["who", "what", "how"])
                    && sight.is(i.wrapping_sub(1), &["know", "knew", "known", "clear"])
        };
        if matches!(act, Act::Accuse | Act::Criticise) && (tokens.start..at).any(supposed) {
            continue;
        }
        return Some((act, format!("by ‘{}’ in its content", sign.phrase.join(" "))));
    }
    None
}

/// Whether a verb stands here that does itself what it says: "accepted", "proposed". Of another party it is only told.
fn performed(sight: &Sight, act: Act, at: usize) -> bool {
    let told = matches!(act, Act::Agree | Act::Propose | Act::Promise | Act::Request | Act::Announce | Act::Praise);
    told && sight.verb_at(at).is_some_and(|v| {
        v.finite
            && Cues::shared()
                .starting(sight.low(v.head))
                .iter()
                .any(|e| e.cue.part == Part::Verb && e.cue.act.is_some())
    })
}

/// "If the other side continues, we will …": a condition that should not come true.
fn conditional(sight: &Sight, tokens: &Range<usize>) -> Option<(Act, String)> {
    let long = |i: usize| sight.is(i, &["long"]) && sight.is(i.wrapping_sub(1), &["as"]) && sight.is(i + 1, &["as"]);
    let from = tokens.clone().find(|i| sight.is(*i, &["if", "unless"]) || long(*i))?;
    let clause = from + 1..tokens.end.min(from + 15);
    let feared = sight.low(from) == "unless" || clause.clone().any(|i| sight.among(i, Is::Feared));
    let will = |i: usize| sight.is(i, &["will", "would", "'ll", "shall", "wo"]);
    // "as long as they are armed, there will be no peace"
    let none = tokens.clone().any(|i| will(i) && (i + 1..i + 4).any(|j| sight.is(j, &["no", "not", "n't", "never"])));
    let then = if long(from) { none } else { tokens.clone().any(will) && (feared || none) };
    then.then(|| (Act::Warn, "what will follow on a condition".into()))
}

/// "said it rejects …", "told us Sudan refuses" by a Sudanese minister: the speaker’s own act.
fn own_verb(sight: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Option<(Act, String)> {
    let source = who.tokens.as_ref()?;
    let end = sight.noun_phrase_right(tokens.start, tokens.end, false);
    let subject = tokens.start..end;
    let verb = sight.verbs_in(&(end..tokens.end.min(end + 6))).iter().find(|v| v.finite && !v.passive)?;
    // "China once again urges …": spoken in the name of a country, such verbs do what they say.
    const PERFORMED: &[Act] =
        &[Act::Demand, Act::Request, Act::Propose, Act::Praise, Act::Criticise, Act::Reject, Act::Warn];
    let named = a.spoken && !verb.past && verb.modal.is_none() && sight.is_party(&subject);
    let own = end == tokens.start + 1 && sight.is(tokens.start, &["we", "i", "it", "he", "she", "they"])
        || sight.speaks_for(source, &subject)
        || sight.states_in(&subject).iter().any(|s| who.states.contains(s));
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
fn of_another(sight: &Sight, who: &Speaker, tokens: &Range<usize>, at: usize) -> bool {
    let end = sight.noun_phrase_right(tokens.start, tokens.end, true);
    let subject = tokens.start..end.min(at.max(tokens.start));
    if subject.is_empty()
        || subject.clone().any(|i| sight.is(i, &["i", "we"]))
        || !sight.verbs_in(&(end..at + 1)).iter().any(|v| v.finite)
    {
        return false;
    }
    let states = sight.states_in(&subject);
    let own = states.iter().any(|s| who.states.contains(s))
        || who.tokens.as_ref().is_some_and(|r| {
            sight.speaks_for(r, &subject)
                || r.clone().any(|i| {
                    sight.named[i].is_some()
                        && subject.clone().any(|j| sight.low(j) == sight.low(i) && sight.named[j].is_some())
                })
        });
    !own && (!states.is_empty()
        || sight.is_party(&subject)
        || subject
            .clone()
            .any(|i| sight.is(i, &["west", "western", "countries", "they", "states", "parties", "sides"])))
}
