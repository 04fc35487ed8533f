//! Spellings of a name: who searches for "Ryabkov" also finds "Riabkov", and is told so.

use crate::lexicon::class::WordClass as Is;
use crate::text::ordered::OrderedMap;
use crate::{
    extract::mention::EntityKind,
    link::entity::Entities,
    text::term::{term, terms},
};

#[derive(Clone, Debug)]
struct Called {
    kind: EntityKind,
    /// Every printed spelling and the usual name: as printed, and its terms.
    spellings: Vec<(String, Vec<String>)>,
}

/// The spellings of all entities.
#[derive(Clone, Debug, Default)]
pub struct Names {
    called: Vec<Called>,
    /// The entities that a term names.
    by_term: OrderedMap<String, Vec<u32>>,
}

impl Names {
    /// Collects them.
    pub fn of(entities: &Entities) -> Self {
        let mut names = Names::default();
        for (n, entity) in entities.all.iter().enumerate() {
            let mut spellings: Vec<(String, Vec<String>)> =
                entity.aliases.iter().map(|(a, _)| (a.clone(), terms(a))).collect();
            if spellings.iter().all(|(s, _)| *s != entity.canonical) {
                spellings.push((entity.canonical.clone(), terms(&entity.canonical)));
            }
            for term in spellings.iter().flat_map(|(_, terms)| terms) {
                let of = names.by_term.entry(term.clone()).or_default();
                if of.last() != Some(&(n as u32)) {
                    of.push(n as u32);
                }
            }
            names.called.push(Called { kind: entity.kind, spellings });
        }
        names
    }

    /// Whether a word is part of a name.
    pub fn holds(&self, word: &str) -> bool {
        self.by_term.contains_key(word)
    }

    /// Other spellings of a word that is part of a name, or of a short form, as printed.
    pub fn variants(&self, word: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut add = |printed: &str| {
            if found.iter().all(|f| term(f) != term(printed)) {
                found.push(printed.to_string());
            }
        };
        for entity in self.by_term.get(word).into_iter().flatten().filter_map(|n| self.called.get(*n as usize)) {
            for (printed, spelling) in &entity.spellings {
                if spelling.iter().any(|t| t == word) {
                    continue;
                }
                if is_short_form(word, spelling) {
                    add(printed);
                }
                for other in printed.split_whitespace().filter(|o| same_name(word, &term(o), entity.kind)) {
                    add(other);
                }
            }
        }
        found
    }

    /// Short forms of a name given in full ("Agence France-Presse" → "AFP"), and the name with other small words and hyphens
    /// ("NATO-Russia Council" → "NATO and Russia Council"); `respelled` = also in another spelling ("Sergey Ryabkov" → "Sergei
    /// Ryabkov").
    pub fn short_forms(&self, name: &[String], respelled: bool) -> Vec<String> {
        let (first, last) = (name.first(), name.last());
        let of = [first, last].map(|w| w.and_then(|w| self.by_term.get(w)));
        let mut found: Vec<String> = Vec::new();
        for entity in of.into_iter().flatten().flatten().filter_map(|n| self.called.get(*n as usize)) {
            let alike = |spelling: &[String]| alike(spelling, name, entity.kind, respelled);
            for (printed, spelling) in &entity.spellings {
                if spelling != name && alike(spelling) && !found.contains(printed) {
                    found.push(printed.clone());
                }
            }
            if entity.spellings.iter().any(|(_, s)| s == name || respelled && alike(s)) {
                for (printed, spelling) in &entity.spellings {
                    if spelling.len() == 1 && is_short_form(&spelling[0], name) && !found.contains(printed) {
                        found.push(printed.clone());
                    }
                }
            }
        }
        found
    }
}

/// Whether two words of one entity's names are the same word in two spellings. They belong to one entity already, so the
/// measure may be generous; an inflected country ("Russia", "Russian") is another word.
fn same_name(a: &str, b: &str, kind: EntityKind) -> bool {
    let inflected = kind != EntityKind::Person && (a.starts_with(b) || b.starts_with(a));
    a != b && a.len() >= 3 && b.len() >= 3 && !inflected && strsim::jaro_winkler(a, b) >= 0.84
}

/// Whether two names are the same but for small words and hyphens, or also for the spelling of each word.
fn alike(a: &[String], b: &[String], kind: EntityKind, respelled: bool) -> bool {
    let (mut a, mut b) = (main_words(a), main_words(b));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b || respelled && same_name(a, b, kind) => {}
            _ => return false,
        }
    }
}

/// The words of a name, those with hyphens in their parts.
fn parts(name: &[String]) -> impl Iterator<Item = &str> {
    name.iter().flat_map(|w| w.split('-')).filter(|w| !w.is_empty())
}

/// The same without small words.
pub fn main_words(name: &[String]) -> impl Iterator<Item = &str> {
    parts(name).filter(|w| !Is::SkippedByInitials.has(w))
}

/// Whether a word is made of the initials of a longer name.
fn is_short_form(short: &str, long: &[String]) -> bool {
    let words: Vec<&str> = parts(long).collect();
    let initials = |skip: bool| -> String {
        words.iter().filter(|w| !(skip && Is::SkippedByInitials.has(w))).filter_map(|w| w.chars().next()).collect()
    };
    let short = short.replace('.', "");
    words.len() >= 2 && short.len() >= 2 && (initials(true) == short || initials(false) == short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::entity::Entity;

    fn names(list: &[(&str, EntityKind, &[&str])]) -> Names {
        let all = list.iter().map(|(canonical, kind, aliases)| Entity {
            slug: crate::text::fold::slug(canonical),
            canonical: canonical.to_string(),
            kind: *kind,
            aliases: aliases.iter().map(|a| (a.to_string(), 1)).collect(),
            reasons: Vec::new(),
        });
        Names::of(&crate::link::entity::Entities { all: all.collect(), of: Vec::new() })
    }

    #[test]
    fn spellings_but_not_other_names() {
        let names = names(&[
            ("Volodymyr Zelenskyy", EntityKind::Person, &["Zelensky", "Wolodymyr Selenskyj"]),
            ("Kyiv", EntityKind::Place, &["Kiev", "Kyiv"]),
            ("Russia", EntityKind::Country, &["Russia", "Moscow", "Russian Federation"]),
            ("Agence France-Presse", EntityKind::Outlet, &["AFP"]),
            ("International Atomic Energy Agency", EntityKind::Organisation, &["IAEA"]),
            ("NATO and Russia Council", EntityKind::Organisation, &[]),
        ]);
        assert_eq!(names.variants("zelensky"), ["Selenskyj", "Zelenskyy"]);
        assert_eq!(names.variants("kyiv"), ["Kiev"]);
        assert_eq!(names.variants("russia"), [""; 0]);
        assert_eq!(names.variants("afp"), ["Agence France-Presse"]);
        assert_eq!(names.variants("nobody"), [""; 0]);
        assert_eq!(names.short_forms(&terms("NATO-Russia Council"), false), ["NATO and Russia Council"]);
        assert_eq!(names.short_forms(&terms("international atomic energy agency"), false), ["IAEA"]);
        assert_eq!(names.short_forms(&terms("Agence France-Presse"), false), ["AFP"]);
        assert_eq!(names.short_forms(&terms("Agence France Presse"), true), ["Agence France-Presse", "AFP"]);
        assert_eq!(names.short_forms(&terms("Wolodymir Selenskyj"), true)[0], "Wolodymyr Selenskyj");
        assert_eq!(names.short_forms(&terms("Wolodymir Selenskyj"), false), [""; 0]);
    }
}
