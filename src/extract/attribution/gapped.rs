//! A verb that is said once for two speakers: "Oslo said that …, and Riga that …", "threatened with sanctions, and the senator
//! with cutting the aid".

use super::{Attribution, Source, content::Reach, sight::Sight};
use crate::{lexicon::cue::Frames, text::span::Span};

/// Gives the second speaker of each verb in `found` (of one sentence, from `first` on) words of their own.
pub(super) fn second_speakers(sight: &Sight, found: &mut Vec<Attribution>, first: usize) {
    for at in first..found.len() {
        let Some(second) = found.get_mut(at).and_then(|a| second(sight, a)) else { continue };
        found.insert(at + 1, second);
    }
}

/// Cuts the second speaker’s words from those of `a`.
fn second(sight: &Sight, a: &mut Attribution) -> Option<Attribution> {
    let (cue, verb) = (a.cue.clone()?, a.verb.as_ref()?);
    let tokens = sight.tokens_of(*a.content.last()?);
    let open = tokens.start.checked_sub(1).filter(|o| *o >= cue.start)?;
    let that = a.frame.has(Frames::THAT) && sight.low(open) == "that";
    let phrase = a.frame.has(Frames::NOUN) && sight.is(open, &["with", "for", "of"]);
    if verb.passive || !(that || phrase) {
        return None;
    }
    let hi = sight.sentence(a.sentence).end;
    let and = (tokens.start + 1..hi).find(|i| {
        let end = sight.noun_phrase_right(i + 1, hi, false);
        sight.is(*i, &["and", "while", "but"])
            && sight.quoted.get(*i) == sight.quoted.get(cue.start)
            && end > i + 1
            && sight.low(end) == sight.low(open)
            && sight.is_party(&(i + 1..end))
            && (!that || sight.clause_at(end + 1, hi))
    })?;
    // Nothing but the first one’s words stands before.
    if and > tokens.end + 2 {
        return None;
    }
    let who = and + 1..sight.noun_phrase_right(and + 1, hi, false);
    let end = sight.content_end(who.end + 1, hi, Some(verb), if that { Reach::Clause } else { Reach::Phrase });
    let content = sight.span(&(who.end + 1..end))?;
    let own = sight.span(&(tokens.start..and.min(tokens.end)))?;
    let mut other = a.clone();
    if let Some(last) = a.content.last_mut() {
        *last = sight.trimmed(Span { end: own.end.min(last.end), ..*last });
    }
    other.content = vec![sight.trimmed(content)];
    match other.object {
        Some(_) if !that => other.object = Some(who),
        _ => (other.source, other.object) = (Source::Phrase(who), None),
    }
    other.rule = format!("{}, said once for two", a.rule);
    Some(other)
}
