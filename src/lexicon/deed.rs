//! What a party does to another: verbs and nouns with their PLOVER root and CAMEO code. The words lie in `data/deeds.tsv`.

use super::cue::{self, Part, forms};
use crate::text::order::Order;
use crate::text::{ordered::OrderedMap, sieve::Sieve};
use std::{borrow::Cow, sync::LazyLock};

/// The roots of PLOVER that an act between two parties has. Conceding and retreating are both yielding; demanding is
/// requesting; disapproving and investigating are accusing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Root {
    Agree,
    Consult,
    Support,
    Cooperate,
    Aid,
    Yield,
    Accuse,
    Reject,
    Request,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

impl Root {
    /// All roots, the cooperative ones first.
    pub const ALL: [Root; 15] = [
        Root::Agree,
        Root::Consult,
        Root::Support,
        Root::Cooperate,
        Root::Aid,
        Root::Yield,
        Root::Accuse,
        Root::Reject,
        Root::Request,
        Root::Threaten,
        Root::Protest,
        Root::Sanction,
        Root::Mobilize,
        Root::Coerce,
        Root::Assault,
    ];

    /// Its name in PLOVER.
    pub fn name(self) -> &'static str {
        match self {
            Root::Agree => "AGREE",
            Root::Consult => "CONSULT",
            Root::Support => "SUPPORT",
            Root::Cooperate => "COOPERATE",
            Root::Aid => "AID",
            Root::Yield => "YIELD",
            Root::Accuse => "ACCUSE",
            Root::Reject => "REJECT",
            Root::Request => "REQUEST",
            Root::Threaten => "THREATEN",
            Root::Protest => "PROTEST",
            Root::Sanction => "SANCTION",
            Root::Mobilize => "MOBILIZE",
            Root::Coerce => "COERCE",
            Root::Assault => "ASSAULT",
        }
    }

    /// The root of this name.
    pub fn of_name(name: &str) -> Option<Root> {
        Root::ALL.into_iter().find(|r| r.name() == name)
    }

    /// Whether it is cooperation, in words or in matter.
    pub fn cooperates(self) -> bool {
        self <= Root::Yield
    }

    /// Whether it is conflict in matter, not only in words.
    pub fn is_material_conflict(self) -> bool {
        self >= Root::Protest
    }
}

/// A root with its CAMEO code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The PLOVER root.
    pub root: Root,
    /// The CAMEO code.
    pub code: &'static str,
}

/// How a verb turns what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// "plans to": cooperation becomes agreement, conflict a threat.
    Intend,
    /// "refuses to": a rejection.
    Refuse,
    /// "stops": conflict becomes yielding, cooperation a sanction.
    Cease,
    /// "lifts": what was imposed is taken back.
    Undo,
    /// "says that": what follows tells.
    Report,
    /// "begins to": what follows tells.
    Through,
    /// "makes": its noun tells.
    Light,
}

/// All that a verb may do.
#[derive(Clone, Debug, Default)]
pub struct Verb {
    /// Its base form.
    pub lemma: &'static str,
    /// What it says alone.
    pub deed: Option<Deed>,
    /// How it turns others.
    pub turns: Vec<Turn>,
    /// The rows of objects that decide, in order.
    rows: Vec<usize>,
}

impl Verb {
    /// Whether it turns others so.
    pub fn turns(&self, turn: Turn) -> bool {
        self.turns.contains(&turn)
    }
}

/// What a noun may say.
#[derive(Clone, Debug, Default)]
pub struct Noun {
    words: Vec<&'static str>,
    /// What it says alone, or after a verb that only lends it its subject.
    pub deed: Option<Deed>,
    /// The rows of verbs that it decides.
    rows: Vec<usize>,
}

/// The table.
#[derive(Debug, Default)]
pub struct Deeds {
    verbs: Vec<Verb>,
    by_first: Sieve<Vec<(Vec<String>, usize)>>,
    nouns: Sieve<Vec<Noun>>,
    rows: Vec<Deed>,
}

impl Deeds {
    /// The table of the data file.
    pub fn shared() -> &'static Deeds {
        static DEEDS: LazyLock<Deeds> = LazyLock::new(|| Deeds::parse(include_str!("data/deeds.tsv")));
        &DEEDS
    }

    fn parse(data: &'static str) -> Deeds {
        let mut deeds = Deeds::default();
        let mut lemmas: OrderedMap<&'static str, Verb> = OrderedMap::new();
        let mut nouns: OrderedMap<&'static str, Vec<Noun>> = OrderedMap::new();
        for row in cue::rows(data) {
            match row[..] {
                ["k", kind, _, verbs] => {
                    let Some(turn) = turn_of(kind) else { continue };
                    for lemma in list(verbs) {
                        lemmas.entry(lemma).or_default().turns.push(turn);
                    }
                }
                ["v", root, code, verbs] => {
                    let Some(root) = Root::of_name(root) else { continue };
                    for lemma in list(verbs) {
                        lemmas.entry(lemma).or_default().deed.get_or_insert(Deed { root, code });
                    }
                }
                ["n", root, code, words] => {
                    let Some(root) = Root::of_name(root) else { continue };
                    for words in list(words) {
                        noun(&mut nouns, words).deed.get_or_insert(Deed { root, code });
                    }
                }
                ["o", root, code, verbs, words] => {
                    let Some(root) = Root::of_name(root) else { continue };
                    let number = deeds.rows.len();
                    deeds.rows.push(Deed { root, code });
                    for lemma in list(verbs) {
                        lemmas.entry(lemma).or_default().rows.push(number);
                    }
                    for words in list(words) {
                        noun(&mut nouns, words).rows.push(number);
                    }
                }
                _ => {}
            }
        }
        let mut by_first: OrderedMap<String, Vec<(Vec<String>, usize)>> = OrderedMap::new();
        for (lemma, verb) in lemmas {
            let number = deeds.verbs.len();
            deeds.verbs.push(Verb { lemma, ..verb });
            let words: Vec<&str> = lemma.split(' ').collect();
            for (_, words) in forms(Part::Verb, &words) {
                let first = words.first().cloned().unwrap_or_default();
                by_first.entry(first).or_default().push((words, number));
            }
        }
        for entries in by_first.values_mut() {
            entries.order_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        for nouns in nouns.values_mut() {
            nouns.order_by_key(|n| std::cmp::Reverse(n.words.len()));
        }
        deeds.by_first = by_first.into_iter().map(|(first, verbs)| (&*first.leak(), verbs)).collect();
        deeds.nouns = nouns.into_iter().collect();
        deeds
    }

    /// The verb that the words from here on are, and how many they are; the longest wins.
    pub fn verb<'w>(&self, word: impl Fn(usize) -> &'w str) -> Option<(&Verb, usize)> {
        self.by_first
            .get(word(0))?
            .iter()
            .find(|(words, _)| words.iter().enumerate().all(|(i, w)| word(i) == w))
            .and_then(|(words, number)| Some((self.verbs.get(*number)?, words.len())))
    }

    /// Whether a noun of the table may start with this word.
    pub fn may_name(&self, word: &str) -> bool {
        singulars(word).any(|first| self.nouns.has(&first))
    }

    /// The noun that the words from here on are, and how many they are; the longest wins.
    pub fn noun_at<'w>(&self, word: impl Fn(usize) -> &'w str) -> Option<(&Noun, usize)> {
        singulars(word(0)).find_map(|first| {
            self.nouns.get(&first)?.iter().find_map(|noun| {
                let last = noun.words.len() - 1;
                let fits = noun.words.iter().enumerate().all(|(i, w)| {
                    let read = word(i);
                    read == *w || (i == last && singulars(read).any(|s| s == *w))
                });
                fits.then_some((noun, noun.words.len()))
            })
        })
    }

    /// What a verb does with a noun, and the number of its row: earlier rows win.
    pub fn with(&self, verb: &Verb, noun: &Noun) -> Option<(usize, Deed)> {
        let row = verb.rows.iter().copied().filter(|r| noun.rows.contains(r)).min()?;
        Some((row, *self.rows.get(row)?))
    }
}

fn turn_of(kind: &str) -> Option<Turn> {
    Some(match kind {
        "intend" => Turn::Intend,
        "refuse" => Turn::Refuse,
        "cease" => Turn::Cease,
        "undo" => Turn::Undo,
        "report" => Turn::Report,
        "through" => Turn::Through,
        "light" => Turn::Light,
        _ => return None,
    })
}

fn list(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split(',').map(str::trim).filter(|w| !w.is_empty())
}

/// The noun of these words, added where it is new.
fn noun<'n>(nouns: &'n mut OrderedMap<&'static str, Vec<Noun>>, words: &'static str) -> &'n mut Noun {
    let words: Vec<&'static str> = words.split(' ').collect();
    let nouns = nouns.entry(words.first().copied().unwrap_or_default()).or_default();
    let at = nouns.iter().position(|n| n.words == words).unwrap_or_else(|| {
        nouns.push(Noun { words, ..Noun::default() });
        nouns.len() - 1
    });
    &mut nouns[at]
}

/// A word, and what it could be the plural of.
fn singulars(word: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let cut = |end: &str| word.strip_suffix(end).map(Cow::Borrowed);
    let y = word.strip_suffix("ies").map(|stem| Cow::Owned(format!("{stem}y")));
    [Some(Cow::Borrowed(word)), cut("s"), cut("es"), y].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(words: &str) -> Option<(&'static str, Option<Root>)> {
        let words: Vec<&str> = words.split(' ').collect();
        let (verb, _) = Deeds::shared().verb(|i| words.get(i).copied().unwrap_or(""))?;
        Some((verb.lemma, verb.deed.map(|d| d.root)))
    }

    #[test]
    fn verbs_are_found_in_all_their_forms_and_the_longest_wins() {
        assert_eq!(verb("condemned"), Some(("condemn", Some(Root::Accuse))));
        assert_eq!(verb("called for"), Some(("call for", Some(Root::Request))));
        assert_eq!(verb("called"), Some(("call", Some(Root::Consult))));
        assert_eq!(verb("shot down"), Some(("shoot down", Some(Root::Assault))));
        assert_eq!(verb("the"), None);
    }

    #[test]
    fn an_object_decides_what_a_verb_does() {
        let deeds = Deeds::shared();
        let read = |verb: &'static str, noun: &'static str| {
            let verb = deeds.verb(|i| if i == 0 { verb } else { "" })?.0;
            let noun = deeds.noun_at(|i| if i == 0 { noun } else { "" })?.0;
            deeds.with(verb, noun).map(|(_, d)| d.root)
        };
        assert_eq!(read("lifted", "sanctions"), Some(Root::Yield));
        assert_eq!(read("imposed", "tariffs"), Some(Root::Coerce));
        assert_eq!(read("suspended", "aid"), Some(Root::Sanction));
        assert_eq!(read("withdrew", "troops"), Some(Root::Yield));
        assert_eq!(read("recalled", "ambassador"), Some(Root::Sanction));
    }

    #[test]
    fn every_row_of_the_data_is_read() {
        for row in cue::rows(include_str!("data/deeds.tsv")) {
            match row[..] {
                ["k", kind, "-", _] => assert!(turn_of(kind).is_some(), "{row:?}"),
                ["v" | "n", root, code, _] | ["o", root, code, _, _] => {
                    assert!(Root::of_name(root).is_some() && code.len() == 3, "{row:?}");
                }
                _ => panic!("{row:?}"),
            }
        }
    }
}
