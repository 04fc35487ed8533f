//! The act of a statement: by its cue, and where the cue is neutral, by its content.

mod clause;
pub(super) mod feature;
mod learned;
mod needs;
#[cfg(feature = "cli")]
pub mod train;

#[cfg(feature = "cli")]
pub use learned::read_with;

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

/// The act, and what it was read from: by the rules, and where the cue tells none, by what was learnt beside them.
pub fn act(sight: &Sight, a: &Attribution, who: &Speaker) -> (Act, String, Near) {
    let only_told = || (Act::State, "told, and by nobody to anybody".into(), Near::new());
    // The frame only tells; the demand is a statement of its own.
    if a.is_hearsay() && a.act.is_none() && a.verb.is_some() {
        return only_told();
    }
    let (rule, why) = told(sight, a, who);
    // "NATO’s assessment is that …": what one thinks warns nobody.
    if a.verb.is_none() && Is::OpinionNoun.has(a.lemma.as_str()) && matches!(rule, Act::Warn | Act::Threaten) {
        return only_told();
    }
    match learned::act(&feature::Case { sight, a, who, rule, why: &why }) {
        (Some(act), near) => (act, LEARNT.into(), near),
        (None, near) => (rule, why, near),
    }
}

/// Acts that address somebody and are nearly as likely as the act taken, each with how much less likely, below
/// [`NEARNESS`]; none where the cue decides.
pub type Near = Vec<(Act, u8)>;

/// How many steps of likeliness are told apart.
pub const NEARNESS: usize = 5;

/// The reason of an act that no rule told.
pub const LEARNT: &str = "learnt from annotated stories";

/// "called the citizens to come"
const CALLED: &str = "what somebody is called to do";
/// The reason of an act that a noun in the content names.
const BY_NOUN: &str = "by the noun in its content";

/// So ends the reason of an act that the speaker’s own verb names.
const OWN: &str = "the speaker’s own act";

/// The act by the rules.
fn told(sight: &Sight, a: &Attribution, who: &Speaker) -> (Act, String) {
    if let Some(act) = a.act {
        return refined(sight, a, who, act);
    }
    of_pieces(sight, a, who)
        .or_else(|| notice(sight, a))
        .unwrap_or_else(|| (Act::State, "no other act in its words".into()))
}

/// "informed that the delegation will arrive on Monday"
fn notice(sight: &Sight, a: &Attribution) -> Option<(Act, String)> {
    let first = sight.tokens_of(*a.content.first()?);
    let will = first.clone().any(|i| sight.among(i, Is::WillModal));
    (will && Is::Notifying.has(&a.lemma)).then(|| (Act::Announce, "what is made known to come".into()))
}

/// The act of the first piece that tells one by a rule.
fn of_pieces(sight: &Sight, a: &Attribution, who: &Speaker) -> Option<(Act, String)> {
    a.content.iter().find_map(|piece| by_content(sight, a, who, &sight.tokens_of(*piece)))
}

/// Cues whose act depends on what follows: "assure + deed" promises, "assure + fact" states.
fn refined(sight: &Sight, a: &Attribution, who: &Speaker, act: Act) -> (Act, String) {
    // A question, an answer to one: without a cue.
    let by_cue = if a.lemma.is_empty() { "by its form".into() } else { format!("by the cue ‘{}’", a.lemma) };
    // "not accept", "not hear of": the cue itself is negated.
    let negated = a.verb.as_ref().is_some_and(|v| v.negated) && !a.lemma.starts_with("not ");
    let first = a.content.first().map(|c| sight.tokens_of(*c)).unwrap_or_default();
    match act {
        Act::Promise if matches!(a.lemma.as_str(), "assure" | "reassure" | "guarantee") => {
            let deed = first.clone().any(|i| sight.among(i, Is::WillModal))
                || sight.is(first.start, &["to"])
                || !a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE));
            if deed { (act, by_cue) } else { (Act::State, "an assurance about a fact".into()) }
        }
        // "insists that it is no retaliation"
        Act::Demand if a.lemma == "insist" => {
            let deed = first
                .clone()
                .any(|i| sight.among(i, Is::DemandedDeed) && !sight.is(i.saturating_sub(1), &["is", "are", "was"]))
                || desired(sight, &first);
            if deed {
                (act, by_cue)
            } else {
                let told = of_pieces(sight, a, who).filter(|(_, why)| why != clause::IS_NOT);
                told.unwrap_or_else(|| (Act::State, "insisting on a fact".into()))
            }
        }
        Act::Demand if a.lemma == "ask for" && a.frame == Frames::NOUN => (Act::Request, by_cue),
        Act::Ask if asked_for(sight, a, &first) => (Act::Request, by_cue),
        // "wondered: do we punish our own youth?"
        Act::State if a.lemma == "wonder" && is_question(sight, &first) => (Act::Ask, "a question".into()),
        // "dismissed the footage as false"
        Act::Reject if a.frame == Frames::NOUN && called_untrue(sight, &first) => {
            (Act::Deny, "what is called untrue".into())
        }
        // "welcomed Jordan’s restraint"
        Act::Consult if a.lemma == "welcome" && is_conduct(sight, &first) => (Act::Praise, by_cue),
        // "does not want to hear of it", "want to hear nothing of"
        Act::Demand | Act::State if matches!(a.lemma.as_str(), "want" | "wish") && unwanted(sight, &first, negated) => {
            (Act::Reject, "what is not wanted".into())
        }
        // "rejected media reports that Quito had offered it"
        Act::Reject if a.frame == Frames::NOUN && !negated && reports_that(sight, &first) => {
            (Act::Deny, "a report turned away".into())
        }
        // "waved away the accusation"
        Act::Reject if a.frame == Frames::NOUN && !CHARGED.contains(&a.lemma.as_str()) && is_charge(sight, &first) => {
            (Act::Deny, "a charge turned away".into())
        }
        // "does not recognise the border"
        Act::State if negated && a.frame == Frames::NOUN && ["recognise", "recognize"].contains(&a.lemma.as_str()) => {
            (Act::Reject, format!("‘{}’ negated", a.lemma))
        }
        // "finds the remarks unacceptable", "expressed concern": what is found tells.
        Act::State if !negated && Is::FindOrVoiceVerb.has(a.lemma.as_str()) => {
            of_pieces(sight, a, who).unwrap_or((act, by_cue))
        }
        Act::Deny | Act::Reject if negated => (Act::State, format!("‘{}’ negated", a.lemma)),
        // "does not agree", "will not accept"
        Act::Agree | Act::Praise if negated => (Act::Reject, format!("‘{}’ negated", a.lemma)),
        Act::Promise if negated => (Act::Reject, format!("‘{}’ negated", a.lemma)),
        _ => (act, by_cue),
    }
}

/// Of these cues a charge is the object as anything else is.
const CHARGED: &[&str] = &["reject", "not accept"];

/// "insisted that no soldier remain", "insists its neighbour to write it down": what should be.
fn desired(sight: &Sight, tokens: &Range<usize>) -> bool {
    let end = sight.noun_phrase_right(tokens.start, tokens.end, true);
    if sight.infinitive_at(end) {
        return true;
    }
    let Some(verb) = sight.verbs_in(&(end..tokens.end)).first().filter(|v| v.start == end && v.head == end) else {
        return false;
    };
    let one = end > tokens.start && !sight.low(end - 1).ends_with('s') && sight.in_phrase(end - 1);
    let bare = !["s", "ed", "ing"].iter().any(|e| sight.low(end).ends_with(e)) && !sight.facts(end).past;
    one && bare && !verb.past
}

/// "asked for help", "asks not to mix justice with diplomacy": no question.
fn asked_for(sight: &Sight, a: &Attribution, tokens: &Range<usize>) -> bool {
    let to = usize::from(sight.is(tokens.start, &["not"]));
    let infinitive = sight.is(tokens.start + to, &["to"]);
    let wh = ["what", "who", "why", "how", "when", "where", "which", "whether", "if", "whose"];
    let question = tokens.clone().any(|i| sight.is(i, &wh) || sight.low(i) == "?");
    a.lemma == "ask" && (infinitive || a.frame == Frames::NOUN && !question)
}

/// "the footage as false", "the report as a fairy tale", "untrue the claims".
fn called_untrue(sight: &Sight, tokens: &Range<usize>) -> bool {
    let from = tokens.clone().find(|i| sight.is(*i, &["as"])).map_or(tokens.start, |f| f + 1);
    let untrue = (from..tokens.end.min(from + 5)).find(|i| sight.among(*i, Is::Falsehood));
    untrue.is_some_and(|at| from > tokens.start || (at..tokens.end.min(at + 8)).any(|i| sight.among(i, Is::Claim)))
}

/// Whether the speaker wants not to do something, or to hear nothing of it.
fn unwanted(sight: &Sight, tokens: &Range<usize>, negated: bool) -> bool {
    let own = sight.is(tokens.start, &["to"]);
    let hear = own && sight.is(tokens.start + 1, &["hear", "know"]) && sight.is(tokens.start + 2, &["nothing"]);
    hear || own && negated
}

/// "the allegations", "the report that …", "the talk of": what others say of somebody.
fn is_charge(sight: &Sight, tokens: &Range<usize>) -> bool {
    let end = sight.noun_phrase_right(tokens.start, tokens.end, false);
    let tells = |i: usize| sight.among(i, Is::Charge) && !sight.is(i + 1, &["to", "for"]);
    end.checked_sub(1).is_some_and(tells)
}

/// "media reports that …": nobody named claims it.
fn reports_that(sight: &Sight, tokens: &Range<usize>) -> bool {
    let told = |i: usize| sight.among(i, Is::ReportNoun) && sight.low(i + 1) == "that";
    sight.claims_that(tokens) && tokens.clone().any(told)
}

impl Sight<'_, '_> {
    /// "media reports that …", "Lima’s claim that …".
    pub(super) fn claims_that(&self, tokens: &Range<usize>) -> bool {
        let end = self.noun_phrase_right(tokens.start, tokens.end, true);
        let claim = |i: usize| self.among(i, Is::Claim) || self.among(i, Is::Charge);
        let wanted = |i: usize| self.is(i, &["should", "must"]);
        end < tokens.end && self.low(end) == "that" && (tokens.start..end).any(claim) && !(end..tokens.end).any(wanted)
    }
}

/// "Jordan’s restraint": what somebody does, and not somebody.
fn is_conduct(sight: &Sight, tokens: &Range<usize>) -> bool {
    let Some(last) = tokens.end.checked_sub(1) else { return false };
    tokens.clone().any(|i| sight.is_genitive(i)) && sight.named(last).is_none() && !sight.facts(last).role
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
            return Some((act, BY_NOUN.into()));
        }
    }
    // "please", "would be grateful for": before all that the words also say.
    let grateful = |i: usize| {
        sight.among(i, Is::GratefulWord)
            && (i.saturating_sub(3).max(tokens.start)..i).any(|j| sight.is(j, &["would", "'d"]))
    };
    if let Some(at) = tokens.clone().find(|i| sight.is(*i, &["please"]) || grateful(*i)) {
        return Some((Act::Request, format!("by ‘{}’", sight.low(at))));
    }
    if let Some(found) = own_verb(sight, a, who, tokens) {
        return Some(found);
    }
    let sign = by_sign(sight, a, who, tokens);
    let pressing = sign.as_ref().is_none_or(|(act, ..)| {
        matches!(act, Act::Accuse | Act::Criticise | Act::Warn | Act::Threaten | Act::Deny | Act::Praise)
    });
    if pressing
        && let Some((modal, why)) = clause::obligation(sight, a, who, tokens)
        && sign.as_ref().is_none_or(|(_, _, at)| *at > modal)
    {
        return Some((Act::Demand, why.into()));
    }
    let sign = sign.map(|(act, why, _)| (act, why));
    sign.or_else(|| conditional(sight, a, who, tokens)).or_else(|| clause::act(sight, a, who, tokens))
}

/// Whether the words ask: their first sentence ends so, or all that is said is short.
fn is_question(sight: &Sight, tokens: &Range<usize>) -> bool {
    !tokens.is_empty() && sight.low(tokens.end - 1) == "?" && tokens.len() < 60
}

/// "branded the toll a robbery", "called the visit historic": by what a thing is called.
fn named(sight: &Sight, a: &Attribution, tokens: &Range<usize>) -> Option<(Act, String)> {
    let object = sight.noun_phrase_right(tokens.start, tokens.end, true);
    // "called the neighbours not to change the borders"
    let infinitive = object + usize::from(sight.is(object, &["not"]));
    if a.lemma == "call" && object < tokens.end && sight.verb_at(infinitive).is_some_and(|v| v.infinitive && !v.passive)
    {
        return Some((Act::Demand, CALLED.into()));
    }
    let said = if object < tokens.end { object } else { tokens.start }..tokens.end.min(object + 14);
    let found = |class: Is| said.clone().find(|i| sight.among(*i, class));
    let negated = said.clone().any(|i| sight.among(i, Is::PhraseNegation));
    let among = |class: Is| tokens.clone().any(|i| sight.among(i, class));
    // "called the report a fairy tale", "called it nonsense", "the plan “dead on arrival”", "the tension dangerous"
    let told = among(Is::Claim) || object == tokens.start + 1 && sight.among(tokens.start, Is::PointsToThing);
    if let Some(at) = found(Is::Falsehood).or_else(|| found(Is::Untrue)).filter(|_| !negated && told) {
        return Some((Act::Deny, format!("called ‘{}’", sight.low(at))));
    }
    let refused = found(Is::Refusable)
        .or_else(|| said.clone().find(|i| negated && (sight.among(*i, Is::NotEnough) || sight.among(*i, Is::Decent))));
    if let Some(at) = refused.filter(|_| among(Is::Offer) || found(Is::Blameful).is_none()) {
        return Some((Act::Reject, format!("called ‘{}’", sight.low(at))));
    }
    if let Some(at) = found(Is::Alarming).filter(|_| !negated && among(Is::Situation)) {
        return Some((Act::Warn, format!("called ‘{}’", sight.low(at))));
    }
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
fn by_sign(sight: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Option<(Act, String, usize)> {
    let because = tokens.clone().skip(3).find(|i| sight.is(*i, &["because"]));
    for (sign, at) in signs(sight, tokens) {
        let another = of_another(sight, who, tokens, at);
        // "It is a manipulation": of somebody, though nobody is named.
        let told = sight.among(tokens.start, Is::PointingSubject)
            && sight.verb_at(tokens.start + 1).is_some_and(|v| v.copula && !v.negated)
            && sight.verbs_in(&(tokens.start + 2..at + 1)).is_empty();
        if sign.act == Act::Accuse && !another && !told {
            continue;
        }
        // "is not a retaliation", "nobody was attacked", "no one in the capital threatens anybody"
        let denied = (at.saturating_sub(3).max(tokens.start)..at).any(|i| sight.among(i, Is::NegationOfSign))
            || (at.saturating_sub(6).max(tokens.start)..at).any(|i| {
                sight.is(i, &["nobody", "neither"]) || sight.is(i, &["no", "not"]) && sight.is(i + 1, &["one", "side"])
            });
        if denied && matches!(sign.act, Act::Accuse | Act::Criticise | Act::Threaten) {
            continue;
        }
        // An analyst or a resident refuses, denies and promises nothing.
        let party =
            matches!(sign.act, Act::Deny | Act::Reject | Act::Promise | Act::Agree | Act::Announce | Act::Threaten);
        // Nor does somebody who tells of another party.
        let phrase = at..at + sign.phrase.len();
        let theirs = another
            && !who.states.is_empty()
            && sign.act != Act::Threaten
            && sight.verbs_in(&phrase).iter().any(|v| v.finite && !v.copula && !v.passive);
        if party && (who.bystander || theirs) {
            continue;
        }
        // "No. We have asked for doctors": an answer tells it.
        if a.spoken
            && sight.is(tokens.start, &["no"])
            && sight.is(tokens.start + 1, &["."])
            && sign.phrase.contains(&"have")
        {
            continue;
        }
        // "We proposed them generators": of a day that is past, it is told and not done again.
        if a.spoken && past_deed(sight, at) && performed(sight, sign.act, at) {
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
                || sight.is(i, &["who", "what", "how"]) && sight.among(i.wrapping_sub(1), Is::KnowVerb)
        };
        if matches!(act, Act::Accuse | Act::Criticise) && (tokens.start..at).any(supposed) {
            continue;
        }
        return Some((act, format!("by ‘{}’ in its content", sign.phrase.join(" ")), at));
    }
    None
}

/// A verb in the simple past.
fn past_deed(sight: &Sight, at: usize) -> bool {
    sight.verb_at(at).is_some_and(|v| v.past && v.start == v.head && !v.passive)
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
fn conditional(sight: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Option<(Act, String)> {
    let long = |i: usize| sight.is(i, &["long"]) && sight.is(i.wrapping_sub(1), &["as"]) && sight.is(i + 1, &["as"]);
    let even = |i: usize| sight.is(i.wrapping_sub(1), &["even"]);
    let from = tokens.clone().find(|i| sight.is(*i, &["if", "unless"]) && !even(*i) || long(*i))?;
    let clause = from + 1..tokens.end.min(from + 15);
    // "If they close the canal, we will expel their ships"
    let condition = sight.noun_phrase_right(from + 1, tokens.end, true);
    let until = clause.clone().find(|i| sight.among(*i, Is::ConditionEnd)).unwrap_or(clause.end);
    let supposed = clause.start..until.max(clause.start);
    let theirs = !sight.among(from + 1, Is::NotTheirCondition) && condition > from + 1;
    let penal = |i: usize| {
        let start = if i > from { from + 1 } else { tokens.start };
        sight.among(i, Is::WillModal) && clause::penalty(sight, a, who, i, start)
    };
    if theirs && !who.bystander && tokens.clone().any(penal) && !supposed.clone().any(|i| sight.among(i, Is::Agreeable))
    {
        return Some((Act::Threaten, "what the speaker’s side will do on a condition".into()));
    }
    let feared = sight.low(from) == "unless" || clause.clone().any(|i| sight.among(i, Is::Feared));
    let will = |i: usize| sight.among(i, Is::WillOrWont);
    // "as long as they are armed, there will be no peace"
    let none = tokens.clone().any(|i| will(i) && (i + 1..i + 4).any(|j| sight.among(j, Is::NegationWord)));
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
    let own = end == tokens.start + 1 && sight.among(tokens.start, Is::PersonalNotYou)
        || sight.speaks_for(source, &subject)
        || sight.states_in(&subject).iter().any(|s| who.states.contains(s));
    let next = (end..verb.start).all(|i| sight.tag(i) == Tag::Adv || sight.dated(i) || i == end);
    if !(own || named) || !next || verb.negated || a.spoken && past_deed(sight, verb.head) {
        return None;
    }
    // "said he wanted to discuss": a wish.
    if sight.among(verb.head, Is::WishVerb) {
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
    // "will block the road if there is no date": told of what comes, under a condition.
    let coming = verb.modal.is_some() && tokens.clone().any(|i| sight.is(i, &["if", "unless", "until"]));
    if coming && act == Act::Reject {
        return None;
    }
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
    tells.then(|| (act, format!("by ‘{}’, {OWN}", sight.low(verb.head))))
}

/// Whether the clause is about somebody else than the speaker.
fn of_another(sight: &Sight, who: &Speaker, tokens: &Range<usize>, at: usize) -> bool {
    let end = sight.noun_phrase_right(tokens.start, tokens.end, true);
    let subject = tokens.start..end.min(at.max(tokens.start));
    if subject.is_empty()
        || subject.clone().any(|i| sight.among(i, Is::OwnSubject))
        || !sight.verbs_in(&(end..at + 1)).iter().any(|v| v.finite)
    {
        return false;
    }
    let states = sight.states_in(&subject);
    let own = states.iter().any(|s| who.states.contains(s))
        || who.tokens.as_ref().is_some_and(|r| sight.speaks_for(r, &subject));
    !own && (!states.is_empty() || sight.is_party(&subject))
}

/// "Stop the attacks", "Do not forget us".
fn is_command(sight: &Sight, first: usize, end: usize) -> bool {
    let do_not = sight.is(first, &["do"]) && sight.is(first + 1, &["not", "n't"]);
    let at = if do_not {
        first + 2
    } else if sight.is(first, &["never"]) {
        first + 1
    } else {
        first
    };
    let word = sight.low(at);
    let base = sight.tag(at) == Tag::Verb
        && !["ed", "ing", "s"].iter().any(|e| word.ends_with(e))
        && !sight.among(at, Is::NoCommand);
    let bare = sight.verb_at(at).is_some_and(|v| v.head == at && v.modal.is_none() && !v.bare_participle);
    let follows =
        at + 1 < end && (sight.in_phrase(at + 1) || sight.tag(at + 1) == Tag::Pron || sight.tag(at + 1) == Tag::Adp);
    base && bare && follows && sight.named(at).is_none()
}

/// Whether an answer goes on with what was done, and not only said.
fn done_instead(sight: &Sight, from: usize) -> bool {
    let first = sight.verbs_in(&(from..from + 6)).first();
    first.is_some_and(|v| {
        let perfect = (v.start..v.head).any(|i| sight.among(i, Is::PerfectAuxiliary));
        perfect && !sight.is(v.head, &["said", "told", "spoken"])
    })
}
