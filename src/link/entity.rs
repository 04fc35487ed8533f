//! Entities: mentions of the same person, body, country, place or outlet joined within and across articles.

use super::{
    persons::{Gathering, Persons},
    reading::{Named, Reading},
    thing,
};
use crate::text::order::{Gather, Order};
use crate::text::ordered::{OrderedMap, OrderedSet};
use crate::{
    extract::mention::EntityKind,
    text::{fold, sieve::Numbers},
};
use std::borrow::Cow;

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
    let named: Vec<Named> = readings.iter().map(|r| Named { text: r.page.text, mentions: &r.mentions }).collect();
    join_names(&named)
}

/// As [`join`], from the names alone.
pub fn join_names(readings: &[Named]) -> Entities {
    let mut joining = Joining::default();
    while !joining.advance(readings, usize::MAX) {}
    joining.finish()
}

/// The mentions of all articles while they are joined, some articles at a time.
#[derive(Debug, Default)]
pub struct Joining {
    pass: Pass,
    /// The next article of this pass.
    at: usize,
    gathering: Gathering,
    persons: Persons,
    entities: Entities,
    /// The entities of things, by kind.
    seen: [Numbers; 5],
    /// The entities of names met before, by kind: most are met often.
    met: [Numbers; 5],
}

/// What is done with an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pass {
    /// Its names are met.
    #[default]
    Meet,
    /// Full names are joined; here it is names that are gone through, not articles.
    Full,
    /// Its persons are known among all.
    Assign,
    /// Its mentions are given their entities.
    Number,
    /// Nothing more.
    Done,
}

impl Joining {
    /// Does the next `most` articles of one pass; `true` = all passes are done. `readings` must be the same each time.
    pub fn advance(&mut self, readings: &[Named], most: usize) -> bool {
        if self.pass == Pass::Full {
            if self.gathering.join_full_names(most) {
                self.pass = Pass::Assign;
            }
            return false;
        }
        let end = self.at.saturating_add(most).min(readings.len());
        for (article, reading) in readings.iter().enumerate().take(end).skip(self.at) {
            match self.pass {
                Pass::Meet => self.gathering.meet(reading),
                Pass::Assign => self.gathering.assign(reading),
                Pass::Number => self.number(article, reading),
                Pass::Full | Pass::Done => {}
            }
        }
        self.at = end;
        if end == readings.len() {
            self.at = 0;
            self.pass = match self.pass {
                Pass::Meet => Pass::Full,
                Pass::Full | Pass::Assign => {
                    self.persons = std::mem::take(&mut self.gathering).finish();
                    Pass::Number
                }
                Pass::Number | Pass::Done => Pass::Done,
            };
        }
        self.pass == Pass::Done
    }

    /// Gives each mention of an article its entity.
    fn number(&mut self, article: usize, reading: &Named) {
        let entities = &mut self.entities;
        let mut of = Vec::with_capacity(reading.mentions.len());
        let mut names: Vec<String> = Vec::new();
        for (i, mention) in reading.mentions.iter().enumerate() {
            let printed = mention.span.of(reading.text);
            let canonical = match mention.kind {
                EntityKind::Person => Cow::Borrowed(self.persons.canonical(article, i)),
                _ => Cow::Owned(thing::canonical(reading, i, &names)),
            };
            let met = &mut self.met[mention.kind as usize];
            let at = met.get(canonical.as_ref()).copied().unwrap_or_else(|| {
                let seen = &mut self.seen[mention.kind as usize];
                let at = *seen.entry(thing::key(&canonical).into()).or_insert_with(|| {
                    entities.all.push(Entity {
                        slug: String::new(),
                        canonical: canonical.to_string(),
                        kind: mention.kind,
                        aliases: Vec::new(),
                        reasons: Vec::new(),
                    });
                    entities.all.len() as u32 - 1
                });
                met.insert(canonical.as_ref().into(), at);
                at
            }) as usize;
            if let Cow::Owned(name) = canonical {
                names.push(name);
            }
            count(&mut entities.all[at].aliases, printed);
            of.push(at);
        }
        entities.of.push(of);
    }

    /// The entities of all.
    pub fn finish(self) -> Entities {
        let Joining { persons, mut entities, .. } = self;
        for entity in &mut entities.all {
            entity.aliases.order_by_key(|(_, n)| std::cmp::Reverse(*n));
            if entity.kind == EntityKind::Person {
                entity.reasons = persons.reasons(&entity.canonical);
            } else {
                let key = thing::key(&entity.canonical);
                let others = entity.aliases.iter().filter(|(a, _)| thing::key(a) != key).take(5);
                entity.reasons = others
                    .map(|(a, _)| format!("{a} = {}: name in the gazetteer or in this article", entity.canonical))
                    .collect();
            }
        }
        name_slugs(&mut entities.all);
        entities
    }
}

/// Slugs that links of another day may use for an entity, each with its slug of today: those of its printed spellings,
/// where no other entity has the slug or is printed so.
pub fn former_slugs(all: &[Entity]) -> OrderedMap<String, String> {
    let current: OrderedSet<&str> = all.iter().map(|e| e.slug.as_str()).into_set();
    let mut former: OrderedMap<String, Option<&str>> = OrderedMap::new();
    for entity in all {
        let spellings = entity.aliases.iter().map(|(printed, _)| printed).chain([&entity.canonical]);
        for slug in spellings.map(|s| fold::slug(s)).filter(|s| !s.is_empty()) {
            if !current.contains(slug.as_str()) {
                let of = former.entry(slug).or_insert(Some(&entity.slug));
                *of = of.filter(|of| *of == entity.slug);
            }
        }
    }
    former.into_iter().filter_map(|(slug, of)| Some((slug, of?.to_string()))).into_map()
}

fn count(aliases: &mut Vec<(String, usize)>, printed: &str) {
    match aliases.iter_mut().find(|(a, _)| a == printed) {
        Some((_, n)) => *n += 1,
        None => aliases.push((printed.to_string(), 1)),
    }
}

/// Names that two entities share ("Georgia") get a number: by what they are, not by which is mentioned first, which
/// depends on what is read of a large corpus.
fn name_slugs(all: &mut [Entity]) {
    let mut taken: OrderedSet<String> = OrderedSet::new();
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.order_by(|a, b| (all[*a].kind, &all[*a].canonical).cmp(&(all[*b].kind, &all[*b].canonical)));
    for at in order {
        let entity = &mut all[at];
        entity.slug = fold::free_slug(&entity.canonical, "name", &mut taken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpus::article::Article, link::reading};
    use proptest::prelude::*;

    /// "Sergei Ryabkov: Riabkov, Sergei Ryabkov" for each entity of a corpus of `texts`.
    fn joined(texts: &[&str]) -> Vec<String> {
        let articles: Vec<Article> = texts.iter().map(|t| Article::plain(*t)).collect();
        let readings: Vec<_> = articles.iter().map(reading::read).collect();
        let shown = |e: &Entity| {
            let mut aliases: Vec<_> = e.aliases.iter().map(|(a, _)| a.as_str()).collect();
            aliases.sort_unstable();
            format!("{}: {}", e.canonical, aliases.join(", "))
        };
        join(&readings).all.iter().map(shown).collect()
    }

    #[test]
    fn spellings_and_surnames_are_one_person() {
        assert_eq!(
            joined(&[
                "Iran’s foreign minister, Hossein Amir-Abdollahian, spoke. Hossein Amir-Abdollahian smiled. Then Amir-Abdollahian left.",
                "Foreign Minister Hussein Amir-Abdollahian told Reuters so.",
            ]),
            [
                "Iran: Iran",
                "Hossein Amir-Abdollahian: Amir-Abdollahian, Hossein Amir-Abdollahian, Hussein Amir-Abdollahian",
                "Reuters: Reuters"
            ]
        );
    }

    #[test]
    fn slugs_of_other_spellings_lead_to_the_entity() {
        let entity = |slug: &str, aliases: &[&str]| Entity {
            slug: slug.into(),
            canonical: aliases[0].into(),
            kind: EntityKind::Person,
            aliases: aliases.iter().map(|a| (a.to_string(), 1)).collect(),
            reasons: Vec::new(),
        };
        let former = former_slugs(&[
            entity("demeke-mekonnen", &["Demeke Mekonnen", "Demeqe Mekonen", "Mekonnen"]),
            entity("bill-clinton", &["Bill Clinton", "Clinton"]),
            entity("hillary-clinton", &["Hillary Clinton", "Clinton"]),
        ]);
        assert_eq!(former.get("demeqe-mekonen").map(String::as_str), Some("demeke-mekonnen"));
        assert_eq!(former.get("mekonnen").map(String::as_str), Some("demeke-mekonnen"));
        assert_eq!(former.get("clinton"), None);
        assert_eq!(former.get("bill-clinton"), None);
    }

    #[test]
    fn two_people_of_one_surname_stay_two() {
        assert_eq!(
            joined(&["President Bill Clinton met Hillary Clinton.", "President Clinton said no."]),
            ["Bill Clinton: Bill Clinton", "Hillary Clinton: Hillary Clinton", "Clinton: Clinton"]
        );
    }

    #[test]
    fn a_ministry_is_known_by_its_state() {
        assert_eq!(
            joined(&["The Serbian Foreign Ministry protested. The Foreign Ministry said so again."]),
            ["Serbian Foreign Ministry: Foreign Ministry, Serbian Foreign Ministry"]
        );
        assert_eq!(
            joined(&["The Ministry of Foreign Affairs of Kenya protested. The MFA said so again."]),
            ["Kenyan Foreign Ministry: MFA, Ministry of Foreign Affairs of Kenya"]
        );
    }

    proptest! {
        #[test]
        fn every_mention_has_an_entity_and_slugs_are_unique(
            text in "(?:Ali|Ann|Kim|Jong|President|Bush|[A-Z][a-z]{1,5}|said|NATO|[ ,.]){0,40}"
        ) {
            let article = Article::plain(text);
            let readings = [reading::read(&article)];
            let entities = join(&readings);
            prop_assert_eq!(entities.of[0].len(), readings[0].mentions.len());
            prop_assert!(entities.of[0].iter().all(|e| *e < entities.all.len()));
            let slugs: OrderedSet<&str> = entities.all.iter().map(|e| e.slug.as_str()).collect();
            prop_assert_eq!(slugs.len(), entities.all.len());
        }
    }
}
