//! The persons of a corpus: full names joined by spelling and sound, family names alone given to the full name they
//! stand for. Names are compared only within blocks of one sound, so time grows with the number of distinct names.

use super::{
    person::{PersonName, same_person},
    reading::Named,
};
use crate::text::order::Order;
use crate::text::ordered::OrderedMap;
use crate::{
    extract::mention::{EntityKind, Mention},
    lexicon::gazetteer::{Gender, gazetteer},
    text::{fold::fold, sieve::Numbers, sound::likeness, span::Span, token},
};
use std::rc::Rc;

/// One person: the printed names that are taken as one.
#[derive(Debug, Default)]
struct Person {
    /// Printed form, its parts, how often.
    forms: Vec<(String, PersonName, usize)>,
    reasons: Vec<String>,
}

/// The persons of a corpus.
#[derive(Debug, Default)]
pub(super) struct Persons {
    all: Vec<Person>,
    canonical: Vec<String>,
    /// Canonical name → persons.
    called: OrderedMap<String, Vec<usize>>,
    /// `of[article]`: (mention, person), ascending.
    of: Vec<Vec<(usize, usize)>>,
}

/// In one block more names than these are only joined where they are spelt the same: keeps a corpus of a million Kims linear.
const MOST_COMPARED: usize = 200;

/// How often each spelling of a full name is printed, and the name.
type Spelt = (OrderedMap<String, usize>, PersonName);

/// Persons while they are joined, article by article: first all are met, then each is given its person.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    known: Known,
    /// The names of the articles that were met, until they are given their persons.
    named: Vec<Vec<(usize, Rc<Printed>)>>,
    /// Full names by their folded form, in its order: independent of the articles' order.
    forms: OrderedMap<String, Spelt>,
    /// The full names that are still to be joined, the last one first; `None` = they are still met.
    order: Option<Vec<(String, Spelt)>>,
    blocks: OrderedMap<String, Vec<usize>>,
    /// "Seko Hiroshige" and "Hiroshige Seko": the same two words, whichever stands first.
    pairs: OrderedMap<[String; 2], usize>,
    /// The person of each folded full name.
    full: OrderedMap<String, usize>,
    persons: Persons,
    by_part: OrderedMap<String, Vec<usize>>,
    by_sound: OrderedMap<String, Vec<usize>>,
    /// Names that are no part of a full one, by their folded form.
    alone: OrderedMap<String, usize>,
    extra: Vec<Person>,
    notes: Vec<(usize, String)>,
}

/// The names met before: most are printed often.
#[derive(Debug, Default)]
struct Known {
    numbers: Numbers,
    names: Vec<Option<Rc<Printed>>>,
}

impl Gathering {
    /// Takes the names of the next article.
    pub(super) fn meet(&mut self, reading: &Named) {
        let names = names(reading, &mut self.known);
        for (_, printed) in names.iter().filter(|(_, printed)| printed.name.is_full()) {
            let Printed { form, folded, name } = printed.as_ref();
            let (spellings, _) = match self.forms.get_mut(folded) {
                Some(known) => known,
                None => self.forms.entry(folded.clone()).or_insert_with(|| (OrderedMap::new(), name.clone())),
            };
            match spellings.get_mut(form) {
                Some(count) => *count += 1,
                None => _ = spellings.insert(form.clone(), 1),
            }
        }
        self.named.push(names);
    }

    /// All articles were met: makes persons of the next `most` full names; `true` = of all.
    pub(super) fn join_full_names(&mut self, most: usize) -> bool {
        let Gathering { forms, order, blocks, pairs, full, persons, .. } = self;
        let order = order.get_or_insert_with(|| {
            let mut order: Vec<_> = std::mem::take(forms).into_iter().collect();
            // Longer names first: a short one joins what it fits, and never bridges two that differ.
            order.order_by_key(|(_, (_, name))| std::cmp::Reverse(name.given.len()));
            order.reverse();
            order
        });
        let rest = order.len().saturating_sub(most);
        for (folded, (spellings, name)) in order.drain(rest..).rev() {
            let block = blocks.entry(name.heard.clone()).or_default();
            let same = |at: &usize| Some((*at, persons.all[*at].same_as(&name)?));
            let fitting: Vec<(usize, &'static str)> = block.iter().take(MOST_COMPARED).filter_map(same).collect();
            let mut pair = [name.family.clone(), name.given.concat()];
            pair.order();
            let swapped = pairs.get(&pair).map(|at| (*at, "same words in the other order"));
            let exact = swapped
                .as_ref()
                .into_iter()
                .chain(&fitting)
                .find(|(_, why)| why.starts_with("same name") || why.starts_with("same words"));
            let at = match (exact, fitting.as_slice()) {
                (Some((at, _)), _) => *at,
                (None, [(at, why)]) => {
                    let known = persons.all[*at].forms.first().map_or("", |f| f.0.as_str());
                    let form = spellings.keys().next().map_or("", String::as_str);
                    let note = format!("{form} ~ {known}: {why}");
                    persons.all[*at].reasons.push(note);
                    *at
                }
                // Nobody, or several who differ among themselves.
                _ => {
                    persons.all.push(Person::default());
                    block.push(persons.all.len() - 1);
                    persons.all.len() - 1
                }
            };
            pairs.entry(pair).or_insert(at);
            persons.all[at].forms.extend(spellings.into_iter().map(|(form, n)| (form, name.clone(), n)));
            full.insert(folded, at);
        }
        if rest > 0 {
            return false;
        }
        for (at, person) in self.persons.all.iter().enumerate() {
            for (_, name, _) in &person.forms {
                push_last(self.by_part.entry(name.family.clone()).or_default(), at);
                push_last(self.by_sound.entry(name.heard.clone()).or_default(), at);
            }
        }
        true
    }

    /// Gives the names of the next article, in the same order, their persons.
    pub(super) fn assign(&mut self, reading: &Named) {
        let Gathering { persons, full, by_part, by_sound, alone, extra, notes, .. } = self;
        let names = self.named.get_mut(persons.of.len()).map(std::mem::take).unwrap_or_default();
        let mut here: Vec<(usize, usize)> = Vec::new();
        for (i, printed) in &names {
            if printed.name.is_full()
                && let Some(at) = full.get(&printed.folded)
            {
                here.push((*i, *at));
            }
        }
        let fulls = here.clone();
        for (i, printed) in &names {
            if here.iter().any(|(j, _)| j == i) {
                continue;
            }
            let Printed { form, folded, name } = printed.as_ref();
            let word = name.family.as_str();
            let heard = name.heard.as_str();
            let gender = gender_told(reading.text, &reading.mentions[*i]);
            let fits = |at: &usize| persons.all[*at].fits(gender);
            let found = nearest(&fulls, *i, |at| fits(&at) && persons.all[at].is_called(word))
                .map(|at| (at, "called by this name alone in an article that has the full name"))
                .or_else(|| {
                    nearest(&fulls, *i, |at| fits(&at) && persons.all[at].sounds_like(word, heard, 0.6))
                        .map(|at| (at, "same sound as the full name in the article"))
                })
                .or_else(|| {
                    only(by_part.get(word)?.iter().copied().filter(fits))
                        .map(|at| (at, "the only person of this family name in these articles"))
                })
                .or_else(|| {
                    let like = |at: &usize| word.len() >= 5 && persons.all[*at].sounds_like(word, heard, 0.75);
                    only(by_sound.get(heard)?.iter().copied().filter(|at| fits(at) && like(at)))
                        .map(|at| (at, "same sound as the only such family name in these articles"))
                });
            let at = match found {
                Some((at, why)) => {
                    notes.push((at, format!("{form}: {why}")));
                    at
                }
                None => *alone.entry(folded.clone()).or_insert_with(|| {
                    extra.push(Person { forms: vec![(form.clone(), name.clone(), 1)], ..Person::default() });
                    persons.all.len() + extra.len() - 1
                }),
            };
            here.push((*i, at));
        }
        here.order();
        persons.of.push(here);
    }

    /// The persons of all.
    pub(super) fn finish(self) -> Persons {
        let Gathering { mut persons, extra, notes, .. } = self;
        persons.all.extend(extra);
        for (at, note) in notes {
            push_new(&mut persons.all[at].reasons, note);
        }
        persons.canonical = persons.all.iter().map(Person::canonical).collect();
        for (at, canonical) in persons.canonical.iter().enumerate() {
            persons.called.entry(canonical.clone()).or_default().push(at);
        }
        persons
    }
}

impl Persons {
    /// The name of the person that mention `mention` of an article names.
    pub(super) fn canonical(&self, article: usize, mention: usize) -> &str {
        let of = self.of.get(article).map_or(&[][..], Vec::as_slice);
        let at = of.binary_search_by_key(&mention, |(i, _)| *i).ok().map(|i| of[i].1);
        at.and_then(|at| self.canonical.get(at)).map_or("", String::as_str)
    }

    /// Why spellings were joined under `canonical`.
    pub(super) fn reasons(&self, canonical: &str) -> Vec<String> {
        let persons = self.called.get(canonical).map_or(&[][..], Vec::as_slice);
        persons.iter().filter_map(|at| self.all.get(*at)).flat_map(|p| p.reasons.iter().cloned()).collect()
    }
}

impl Person {
    /// Why `name` is this person's; it must fit every spelling taken so far.
    fn same_as(&self, name: &PersonName) -> Option<&'static str> {
        let mut why = None;
        for (_, form, _) in self.forms.iter().take(16) {
            why = Some(same_person(form, name)?);
        }
        why
    }

    fn is_called(&self, word: &str) -> bool {
        self.forms.iter().any(|(_, name, _)| name.parts().any(|p| p == word))
    }

    /// Whether a family name of this sound (`heard`) is spelt like `word`.
    fn sounds_like(&self, word: &str, heard: &str, least: f64) -> bool {
        word.len() >= 4 && self.forms.iter().any(|(_, n, _)| n.heard == heard && likeness(&n.family, word) >= least)
    }

    fn fits(&self, gender: Option<Gender>) -> bool {
        let own = self.forms.first().and_then(|f| f.1.gender());
        gender.is_none() || own.is_none() || gender == own
    }

    /// The printed form used most; the longer one of equals.
    fn canonical(&self) -> String {
        let best = self.forms.iter().max_by_key(|(form, _, n)| (*n, form.chars().count()));
        best.map_or_else(String::new, |(form, _, _)| form.clone())
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Persons come in ascending order: only the last one can be there already.
fn push_last(list: &mut Vec<usize>, at: usize) {
    if list.last() != Some(&at) {
        list.push(at);
    }
}

fn only(mut candidates: impl Iterator<Item = usize>) -> Option<usize> {
    let first = candidates.next()?;
    candidates.next().is_none().then_some(first)
}

/// The person among `fulls` that `fits` and was named last before mention `i`, else the first one after it.
fn nearest(fulls: &[(usize, usize)], i: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let before = fulls.iter().rev().find(|(j, at)| *j < i && fits(*at));
    before.or_else(|| fulls.iter().find(|(j, at)| *j > i && fits(*at))).map(|(_, at)| *at)
}

/// A person's name as it is printed.
#[derive(Debug)]
struct Printed {
    /// With single spaces.
    form: String,
    folded: String,
    name: PersonName,
}

impl Printed {
    fn of(words: &str) -> Option<Rc<Self>> {
        let name = PersonName::of(words)?;
        let form = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Rc::new(Printed { folded: fold(&form), form, name }))
    }
}

/// The persons' names of an article, by mention; `known` are those met before.
fn names(reading: &Named, known: &mut Known) -> Vec<(usize, Rc<Printed>)> {
    let persons = reading.mentions.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person);
    let named = persons.filter_map(|(i, mention)| {
        let words = mention.known.as_deref().unwrap_or_else(|| mention.span.of(reading.text));
        let at = known.numbers.get(words).map_or(known.names.len(), |at| *at as usize);
        if at == known.names.len() {
            known.numbers.insert(words.into(), at as u32);
            known.names.push(Printed::of(words));
        }
        Some((i, known.names.get(at)?.clone()?))
    });
    named.collect()
}

/// The gender that the title beside a name tells ("Mrs", "spokeswoman").
fn gender_told(text: &str, mention: &Mention) -> Option<Gender> {
    let words = mention.role?.of(text);
    let tokens = token::tokens(words, Span::new(0, words.len()));
    gazetteer().title(words, &tokens).and_then(|(t, _)| t.gender)
}
