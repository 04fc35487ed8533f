//! Entities: mentions of the same person, body, country, place or outlet joined within and across articles.

use super::reading::Reading;
use crate::extract::mention::EntityKind;

/// One person, body, country, place or outlet.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its slug in links; unique in the corpus.
    pub slug: String,
    /// Its usual name: the gazetteer's, else the fullest printed one.
    pub canonical: String,
    /// What it is.
    pub kind: EntityKind,
    /// Every printed spelling with its count, most frequent first.
    pub aliases: Vec<(String, usize)>,
    /// Why spellings were joined, in plain words ("Riabkov ~ Ryabkov: same sound, same role").
    pub reasons: Vec<String>,
}

/// The entities of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entities {
    /// In the order of their first mention.
    pub all: Vec<Entity>,
    /// `of[article][mention]` = index into `all`.
    pub of: Vec<Vec<usize>>,
}

/// Joins the mentions of all articles.
pub fn join(readings: &[Reading]) -> Entities {
    let mut entities = Entities::default();
    for reading in readings {
        let mut of = Vec::new();
        for mention in &reading.mentions {
            let printed = mention.span.of(reading.page.text).to_string();
            let canonical = mention.known.clone().unwrap_or_else(|| printed.clone());
            let found = entities.all.iter().position(|e| e.canonical == canonical && e.kind == mention.kind);
            let at = found.unwrap_or_else(|| {
                entities.all.push(Entity {
                    slug: crate::text::fold::slug(&canonical),
                    canonical,
                    kind: mention.kind,
                    aliases: Vec::new(),
                    reasons: Vec::new(),
                });
                entities.all.len() - 1
            });
            let aliases = &mut entities.all[at].aliases;
            match aliases.iter_mut().find(|(a, _)| *a == printed) {
                Some((_, n)) => *n += 1,
                None => aliases.push((printed, 1)),
            }
            of.push(at);
        }
        entities.of.push(of);
    }
    entities
}
