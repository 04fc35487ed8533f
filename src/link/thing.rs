//! One name for bodies, states, places and outlets: the gazetteer's, else the printed one, completed from its neighbours.

use super::reading::Named;
use crate::{
    extract::mention::EntityKind,
    lexicon::gazetteer::{Class, gazetteer},
    text::fold::fold,
};

/// The canonical name of mention `i` of an article; `before` are the names of the article's earlier mentions.
pub(super) fn canonical(reading: &Named, i: usize, before: &[String]) -> String {
    let mention = &reading.mentions[i];
    if let Some(known) = &mention.known {
        return known.clone();
    }
    let text = reading.text;
    let printed = mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if mention.kind != EntityKind::Organisation {
        return printed;
    }
    let name = usual(&printed);
    // "Iran’s Foreign Ministry" is the Iranian Foreign Ministry.
    if let Some(owner) = i.checked_sub(1).map(|j| &reading.mentions[j]).filter(|m| m.kind == EntityKind::Country) {
        let between = text.get(owner.span.end as usize..mention.span.start as usize).unwrap_or_default();
        let owned = matches!(between.trim(), "'s" | "’s" | "'" | "’" | "") && between.len() <= 6;
        let adjective = owner.known.as_deref().and_then(|state| gazetteer().adjective(state));
        if let Some(adjective) = adjective.filter(|_| owned) {
            return format!("{adjective} {name}");
        }
    }
    // "Ministry of Foreign Affairs of Ukraine" is the Ukrainian Foreign Ministry.
    if let Some((body, state)) = name.rsplit_once(" of ")
        && body.contains(' ')
        && let Some(known) = gazetteer().named(state).filter(|n| n.class == Class::State)
        && let Some(adjective) = gazetteer().adjective(known.canonical)
        && usual(body).contains(" Ministry")
    {
        return format!("{adjective} {}", usual(body));
    }
    // A ministry without its state is the one named last.
    if name.ends_with(" Ministry") {
        let tail = format!(" {}", fold(&name));
        if let Some(full) = before.iter().rev().find(|n| fold(n).ends_with(&tail)) {
            return full.clone();
        }
    }
    name
}

/// The key under which a name is one entity: folded, without "the", possessive and marks.
pub(super) fn key(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric() && c != '+');
    let mut key = String::with_capacity(folded.len());
    for word in words.filter(|w| !w.is_empty() && !matches!(*w, "the" | "s")) {
        if !key.is_empty() {
            key.push(' ');
        }
        match AMERICAN.iter().find(|(american, _)| holds(word, american)) {
            Some((american, british)) => key.push_str(&word.replace(american, british)),
            None => key.push_str(word),
        }
    }
    key
}

/// Spellings that two names of one body differ in.
const AMERICAN: [(&str, &str); 3] = [("organization", "organisation"), ("center", "centre"), ("defense", "defence")];

/// Whether a word holds letters; most words do not even hold the first two.
fn holds(word: &str, letters: &str) -> bool {
    let (word, letters) = (word.as_bytes(), letters.as_bytes());
    word.windows(letters.len()).any(|w| w.first() == letters.first() && w == letters)
}

/// A ministry by its short name, whichever way it is printed.
fn usual(name: &str) -> String {
    let name = name.replace("Defense", "Defence");
    for (long, short) in [
        ("MFA", "Foreign Ministry"),
        ("MoFA", "Foreign Ministry"),
        ("MOFA", "Foreign Ministry"),
        ("Ministry of External Affairs", "Foreign Ministry"),
        ("External Affairs Ministry", "Foreign Ministry"),
        ("MoD", "Defence Ministry"),
        ("MOD", "Defence Ministry"),
        ("Ministry of National Defence", "Defence Ministry"),
        ("Ministry of Internal Affairs", "Interior Ministry"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Ministry for Foreign Affairs", "Foreign Ministry"),
        ("Foreign Affairs Ministry", "Foreign Ministry"),
        ("Ministry of Defence", "Defence Ministry"),
        ("Ministry of the Interior", "Interior Ministry"),
        ("Ministry of Interior", "Interior Ministry"),
    ] {
        if name.strip_suffix(long).is_some_and(|before| before.is_empty() || before.ends_with(' ')) {
            return name.replace(long, short);
        }
        if let Some(rest) = name.strip_prefix(long).filter(|r| r.starts_with(" of ")) {
            return format!("{short}{rest}");
        }
    }
    name
}
