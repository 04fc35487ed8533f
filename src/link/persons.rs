//! The persons of a corpus: full names joined by spelling and sound, family names alone given to the full name they
//! stand for. Names are compared only within blocks of one sound, so time grows with the number of distinct names.

use super::{
    person::{PersonName, same_person},
    reading::Named,
};
use crate::text::order::Order;
use crate::{
    extract::mention::{EntityKind, Mention},
    lexicon::gazetteer::{Gender, gazetteer},
    text::{fold::fold, sound::likeness, span::Span, token},
};
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, rc::Rc};

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
    called: BTreeMap<String, Vec<usize>>,
    /// `of[article]`: (mention, person), ascending.
    of: Vec<Vec<(usize, usize)>>,
}

/// In one block more names than these are only joined where they are spelt the same: keeps a corpus of a million Kims linear.
const MOST_COMPARED: usize = 200;

impl Persons {
    /// Joins the persons of all articles.
    pub(super) fn of(readings: &[Named]) -> Self {
        let mut persons = Persons::default();
        // Most names are printed often.
        let mut known: FxHashMap<&str, Option<Rc<Printed>>> = FxHashMap::default();
        let named: Vec<Vec<(usize, Rc<Printed>)>> = readings.iter().map(|r| names(r, &mut known)).collect();
        let full = persons.join_full_names(&named);
        let mut by_part: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_sound: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, person) in persons.all.iter().enumerate() {
            for (_, name, _) in &person.forms {
                push_last(by_part.entry(&name.family).or_default(), at);
                push_last(by_sound.entry(&name.heard).or_default(), at);
            }
        }
        let mut alone: BTreeMap<String, usize> = BTreeMap::new();
        let mut extra: Vec<Person> = Vec::new();
        let mut of = Vec::with_capacity(readings.len());
        let mut notes: Vec<(usize, String)> = Vec::new();
        for (reading, names) in readings.iter().zip(&named) {
            let mut here: Vec<(usize, usize)> = Vec::new();
            for (i, printed) in names {
                if printed.name.is_full()
                    && let Some(at) = full.get(&printed.folded)
                {
                    here.push((*i, *at));
                }
            }
            let fulls = here.clone();
            for (i, printed) in names {
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
            of.push(here);
        }
        drop((by_part, by_sound));
        persons.all.extend(extra);
        for (at, note) in notes {
            push_new(&mut persons.all[at].reasons, note);
        }
        persons.of = of;
        persons.canonical = persons.all.iter().map(Person::canonical).collect();
        for (at, canonical) in persons.canonical.iter().enumerate() {
            persons.called.entry(canonical.clone()).or_default().push(at);
        }
        persons
    }

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

    /// Makes persons of all full names; gives the person of each folded printed form.
    fn join_full_names(&mut self, named: &[Vec<(usize, Rc<Printed>)>]) -> BTreeMap<String, usize> {
        // Distinct forms with their counts, in the order of their names: independent of the articles' order.
        let mut forms: BTreeMap<String, (BTreeMap<String, usize>, PersonName)> = BTreeMap::new();
        for (_, printed) in named.iter().flatten().filter(|(_, printed)| printed.name.is_full()) {
            let Printed { form, folded, name } = printed.as_ref();
            let (spellings, _) = match forms.get_mut(folded) {
                Some(known) => known,
                None => forms.entry(folded.clone()).or_insert_with(|| (BTreeMap::new(), name.clone())),
            };
            match spellings.get_mut(form) {
                Some(count) => *count += 1,
                None => _ = spellings.insert(form.clone(), 1),
            }
        }
        let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        // "Seko Hiroshige" and "Hiroshige Seko": the same two words, whichever stands first.
        let mut pairs: BTreeMap<[String; 2], usize> = BTreeMap::new();
        let mut full = BTreeMap::new();
        // Longer names first: a short one joins what it fits, and never bridges two that differ.
        let mut order: Vec<_> = forms.into_iter().collect();
        order.order_by_key(|(_, (_, name))| std::cmp::Reverse(name.given.len()));
        for (folded, (spellings, name)) in order {
            let block = blocks.entry(name.heard.clone()).or_default();
            let fitting: Vec<(usize, &'static str)> =
                block.iter().take(MOST_COMPARED).filter_map(|at| Some((*at, self.all[*at].same_as(&name)?))).collect();
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
                    let known = self.all[*at].forms.first().map_or("", |f| f.0.as_str());
                    let form = spellings.keys().next().map_or("", String::as_str);
                    let note = format!("{form} ~ {known}: {why}");
                    self.all[*at].reasons.push(note);
                    *at
                }
                // Nobody, or several who differ among themselves.
                _ => {
                    self.all.push(Person::default());
                    block.push(self.all.len() - 1);
                    self.all.len() - 1
                }
            };
            pairs.entry(pair).or_insert(at);
            self.all[at].forms.extend(spellings.into_iter().map(|(form, n)| (form, name.clone(), n)));
            full.insert(folded, at);
        }
        full
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
fn names<'a>(reading: &Named<'a>, known: &mut FxHashMap<&'a str, Option<Rc<Printed>>>) -> Vec<(usize, Rc<Printed>)> {
    let persons = reading.mentions.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person);
    let named = persons.filter_map(|(i, mention)| {
        let words = mention.known.as_deref().unwrap_or_else(|| mention.span.of(reading.text));
        Some((i, known.entry(words).or_insert_with(|| Printed::of(words)).clone()?))
    });
    named.collect()
}

/// The gender that the title beside a name tells ("Mrs", "spokeswoman").
fn gender_told(text: &str, mention: &Mention) -> Option<Gender> {
    let words = mention.role?.of(text);
    let tokens = token::tokens(words, Span::new(0, words.len()));
    gazetteer().title(words, &tokens).and_then(|(t, _)| t.gender)
}
