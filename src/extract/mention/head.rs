//! Whom a noun phrase names as its head: of "Russian Deputy Foreign Minister Sergei Ryabkov" him, not Russia.

use super::{EntityKind, Mention, unit::is_possessive};
use crate::text::lower::Lower;
use crate::{
    extract::page::Page,
    lexicon::gazetteer::gazetteer,
    text::{span::Span, tag::Tag},
};

/// The mentions that the noun phrase `span` names as its head or heads (indices into `mentions`).
///
/// "the [United States] and [NATO]" names both; "Russian Deputy Foreign Minister [Sergei Ryabkov]" him; "a Kremlin
/// spokesman" the office that speaks; "a NATO source" nobody; "Norway’s Minister of Foreign Affairs" nobody (a role, to be
/// resolved by the layer above).
pub fn head_mentions(page: &Page, mentions: &[Mention], span: Span) -> Vec<usize> {
    let first = mentions.partition_point(|m| m.span.end <= span.start);
    let inside: Vec<usize> = (first..mentions.len())
        .take_while(|i| mentions[*i].span.start < span.end)
        .filter(|i| span.contains(mentions[*i].span))
        .collect();
    let tokens = page.tokens.partition_point(|t| t.span.start < span.start)
        ..page.tokens.partition_point(|t| t.span.start < span.end);
    let mut heads: Vec<usize> = inside.iter().copied().filter(|i| is_head(page, &mentions[*i], &tokens)).collect();
    // What stands in apposition to a person ("Sergei Lavrov, Russia, …") is not another speaker.
    if heads.iter().any(|i| mentions[*i].kind == EntityKind::Person) {
        let joined = |i: usize| {
            tokens.clone().any(|t| {
                page.tokens[t].span.end <= mentions[i].span.start && matches!(page.word(t), "and" | "&" | "or")
            })
        };
        heads.retain(|i| mentions[*i].kind == EntityKind::Person || joined(*i));
    }
    if heads.is_empty() {
        heads = inside.into_iter().filter(|i| speaks_for(page, &mentions[*i], &tokens)).collect();
    }
    heads
}

/// Whether a mention stands at the head of the phrase: no preposition before it, no noun or possessive after it.
fn is_head(page: &Page, mention: &Mention, tokens: &std::ops::Range<usize>) -> bool {
    let (start, end) = token_range(page, mention.span);
    if end < tokens.end {
        if is_possessive(page.word(end)) {
            return false;
        }
        let tag = page.tags.get(end).copied().unwrap_or(Tag::X);
        let noun = matches!(tag, Tag::Noun | Tag::Propn | Tag::Adj)
            || gazetteer().title(page.text, &page.tokens[end..tokens.end]).is_some();
        if noun && mention.kind != EntityKind::Person {
            return false;
        }
    }
    // Walk left over determiners and adjectives: a preposition, or an opening bracket, makes it part of another phrase.
    let mut at = start;
    while at > tokens.start {
        at -= 1;
        match page.tags.get(at).copied().unwrap_or(Tag::X) {
            Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num if mention.kind == EntityKind::Person => {}
            Tag::Det | Tag::Adj | Tag::Num => {}
            Tag::Adp => {
                let after_title = mention.kind == EntityKind::Person
                    && mention
                        .role
                        .is_some_and(|r| r.start <= page.tokens[at].span.start && page.tokens[at].span.end <= r.end);
                if !after_title {
                    return false;
                }
            }
            _ if matches!(page.word(at), "(" | "[") => return false,
            _ => break,
        }
    }
    true
}

/// Whether the phrase is somebody who speaks for the mention's body or state: "a Kremlin spokesman", "the US government".
fn speaks_for(page: &Page, mention: &Mention, tokens: &std::ops::Range<usize>) -> bool {
    if !matches!(mention.kind, EntityKind::Organisation | EntityKind::Country) {
        return false;
    }
    let (start, mut end) = token_range(page, mention.span);
    // "sources close to the Sudanese delegation"
    if (tokens.start..start).any(|i| matches!(page.word(i), "close" | "near")) {
        return false;
    }
    if end < tokens.end && is_possessive(page.word(end)) {
        end += 1;
    }
    for at in end..tokens.end {
        match page.word(at).lower().as_str() {
            "spokesman" | "spokeswoman" | "spokesperson" | "spokespeople" | "spokesmen" | "government"
            | "ministers" | "leaders" | "authorities" | "administration" | "leadership" | "delegation" | "regime"
            | "negotiators" => return true,
            // "NATO countries", "EU member states": the body.
            "countries" | "states" | "members" | "allies" if mention.kind == EntityKind::Organisation => return true,
            "member" => {}
            _ if matches!(page.tags.get(at), Some(Tag::Adj | Tag::Propn)) => {}
            _ => return false,
        }
    }
    false
}

/// The tokens of a span, as first and one past the last.
fn token_range(page: &Page, span: Span) -> (usize, usize) {
    (
        page.tokens.partition_point(|t| t.span.end <= span.start),
        page.tokens.partition_point(|t| t.span.start < span.end),
    )
}
