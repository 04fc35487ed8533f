//! The index beside a reference that reads every document for every question.

use super::{
    expression::Expression,
    layout::IndexError,
    question::{Choice, Counts, Found, Order, Question},
    rank::{Norms, Ranked, rarity, rounded},
    reader::Index,
    writer::{Document, Writer, month},
};
use crate::{
    corpus::day::Day,
    text::term::{each_term, keys},
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Paper {
    title: String,
    text: String,
    day: Option<Day>,
    outlet: Option<String>,
    acts: Vec<String>,
}

fn index(papers: &[Paper]) -> Index {
    let mut writer = Writer::new(&["outlet", "act"]);
    for (n, paper) in papers.iter().enumerate() {
        let outlet: Vec<&str> = paper.outlet.as_deref().into_iter().collect();
        let acts: Vec<&str> = paper.acts.iter().map(String::as_str).collect();
        writer.add(&Document {
            parts: &[&paper.title, &paper.text],
            day: paper.day,
            values: &[&outlet, &acts],
            label: &format!("paper {n}"),
        });
    }
    Index::open(writer.freeze().unwrap()).unwrap()
}

/// The reference: documents as lists of what can be found at each place.
struct Reference<'a> {
    papers: &'a [Paper],
    places: Vec<Vec<Vec<String>>>,
    lengths: Vec<u32>,
    norms: Norms,
    absent: Vec<String>,
}

impl<'a> Reference<'a> {
    fn of(papers: &'a [Paper]) -> Self {
        let mut places = Vec::new();
        let mut lengths = Vec::new();
        for paper in papers {
            let (mut all, mut length) = (Vec::new(), 0);
            for part in [&paper.title, &paper.text] {
                each_term(part, |term| {
                    length += u32::from(!term.is_empty());
                    all.push(keys(term).map(str::to_string).collect());
                });
                all.push(Vec::new());
            }
            places.push(all);
            lengths.push(length);
        }
        let norms = Norms::of(lengths.iter().map(|n| u64::from(*n)).sum(), papers.len() as u32);
        Reference { papers, places, lengths, norms, absent: Vec::new() }
    }

    fn terms(&self) -> std::collections::BTreeSet<&String> {
        self.places.iter().flatten().flatten().collect()
    }

    /// How often a leaf stands in each document.
    fn times(&mut self, leaf: &Expression) -> Vec<u32> {
        let count = |holds: &dyn Fn(&String) -> bool| -> Vec<u32> {
            let in_paper = |places: &Vec<Vec<String>>| {
                // Each term once a place.
                places
                    .iter()
                    .map(|keys| {
                        let mut k: Vec<_> = keys.iter().filter(|k| holds(k)).collect();
                        k.sort();
                        k.dedup();
                        k.len() as u32
                    })
                    .sum()
            };
            self.places.iter().map(in_paper).collect()
        };
        match leaf {
            Expression::Word { typed, term } => {
                let found = count(&|k| k == term);
                if found.iter().any(|n| *n > 0) {
                    return found;
                }
                let most = match term.len() {
                    0..4 => 0,
                    4..8 => 1,
                    _ => 2,
                };
                let terms = self.terms();
                let distance = |t: &&String| strsim::osa_distance(t, term);
                let best = terms.iter().map(distance).min().unwrap_or(9);
                let near: Vec<String> = if most == 0 || best > most || term.contains(|c: char| c.is_ascii_digit()) {
                    Vec::new()
                } else {
                    terms.into_iter().filter(|t| distance(t) == best).take(8).cloned().collect()
                };
                let found = count(&|k| near.contains(k));
                self.absent.push(typed.clone());
                found
            }
            Expression::Prefix { term, .. } => count(&|k| k.starts_with(term)),
            Expression::Phrase { typed, terms, .. } => {
                let here = |places: &[Vec<String>]| {
                    terms.iter().zip(places).all(|((term, open), keys)| {
                        keys.iter().any(|k| if *open { k.starts_with(term) } else { k == term })
                    })
                };
                let found: Vec<u32> =
                    self.places.iter().map(|p| p.windows(terms.len()).filter(|w| here(w)).count() as u32).collect();
                if found.iter().all(|n| *n == 0) {
                    self.absent.push(typed.clone());
                }
                found
            }
            _ => Vec::new(),
        }
    }

    /// Which documents an expression finds; adds to their scores.
    fn holds(&mut self, expression: &Expression, wanted: bool, scores: &mut [f32]) -> Vec<bool> {
        let n = self.papers.len();
        match expression {
            Expression::All(all) => all.iter().fold(vec![true; n], |so, e| {
                let own = self.holds(e, wanted, scores);
                so.iter().zip(own).map(|(a, b)| *a && b).collect()
            }),
            Expression::Any(all) => all.iter().fold(vec![false; n], |so, e| {
                let own = self.holds(e, wanted, scores);
                so.iter().zip(own).map(|(a, b)| *a || b).collect()
            }),
            Expression::Not(inner) => self.holds(inner, !wanted, scores).into_iter().map(|h| !h).collect(),
            leaf => {
                let times = self.times(leaf);
                let found = times.iter().filter(|t| **t > 0).count() as u32;
                for (d, times) in times.iter().enumerate().filter(|(_, t)| wanted && **t > 0) {
                    scores[d] += rarity(found, n as u32) * self.norms.weight(*times, rounded(self.lengths[d]));
                }
                times.into_iter().map(|t| t > 0).collect()
            }
        }
    }

    fn ask(&mut self, question: &Question, index: &Index) -> Found {
        let n = self.papers.len();
        let mut scores = vec![0f32; n];
        let texts = match &question.words {
            Some(words) => self.holds(words, true, &mut scores),
            None => vec![true; n],
        };
        let papers = self.papers;
        let values = |facet: usize, d: usize| -> Vec<String> {
            let paper = &papers[d];
            match facet {
                0 => paper.day.map(month).into_iter().collect(),
                1 => paper.outlet.iter().cloned().collect(),
                _ => paper.acts.clone(),
            }
        };
        let passes = |d: usize, open: Option<usize>| {
            let dated = question.days == (None, None)
                || open == Some(0)
                || papers[d].day.is_some_and(|day| {
                    question.days.0.is_none_or(|f| f <= day) && question.days.1.is_none_or(|l| day <= l)
                });
            texts[d]
                && dated
                && question.chosen.iter().filter(|(f, _)| open != Some(*f)).all(|(f, choice)| {
                    let has = |v: &usize| index.facets[*f].values.get(*v).is_some_and(|v| values(*f, d).contains(v));
                    choice.include.as_ref().is_none_or(|i| i.iter().any(has)) && !choice.exclude.iter().any(has)
                })
        };
        let mut hits: Vec<Ranked> = (0..n)
            .filter(|d| passes(*d, None))
            .map(|d| {
                let day = |sign: f32| papers[d].day.map_or(f32::NEG_INFINITY, |day| sign * day.0 as f32);
                let score = match question.order {
                    Order::Rank => scores[d],
                    Order::Newest => day(1.0),
                    Order::Oldest => day(-1.0),
                    Order::Added => 0.0,
                };
                Ranked { document: d as u32, score }
            })
            .collect();
        let total = hits.len() as u32;
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.document.cmp(&b.document)));
        let hits = hits.into_iter().skip(question.offset as usize).take(question.limit as usize).collect();
        let counts = index.facets.iter().enumerate().map(|(f, facet)| {
            let open = (question.counts == Counts::Open).then_some(f);
            let count = |v: &String| (0..n).filter(|d| passes(*d, open) && values(f, *d).contains(v)).count() as u32;
            facet.values.iter().map(count).collect()
        });
        let counts = if question.counts == Counts::No { Vec::new() } else { counts.collect() };
        Found { total, hits, counts, absent: self.absent.clone(), variants: Vec::new() }
    }
}

fn papers(most: usize) -> impl Strategy<Value = Vec<Paper>> {
    let word = prop_oneof![
        6 => proptest::sample::select(vec!["talks", "the", "Seoul", "deal", "army", "said"]),
        3 => proptest::sample::select(vec!["sanctions", "sanction", "de-escalation", "escalation", "border", "1,000", "co-co", "北京", "."]),
        1 => proptest::sample::select(vec!["Khartoum", "Belgrade's", "Vienna’s", "won't", "U.S.-led", "deadline", "dealings"]),
    ];
    let paper = (
        (proptest::bool::weighted(0.97), proptest::collection::vec(word.clone(), 0..3)),
        proptest::collection::vec(word, 0..14),
        proptest::option::weighted(0.9, 18_000i32..18_100),
        proptest::option::weighted(0.9, proptest::sample::select(vec!["Post", "Times", "Herald"])),
        proptest::collection::vec(proptest::sample::select(vec!["deny", "demand", "offer"]), 0..3),
    );
    let paper = paper.prop_map(|((everywhere, title), text, day, outlet, acts)| Paper {
        title: format!("{}{}", if everywhere { "Update of " } else { "" }, title.join(" ")),
        text: text.join(" "),
        day: day.map(Day),
        outlet: outlet.map(str::to_string),
        acts: acts.into_iter().map(str::to_string).collect(),
    });
    proptest::collection::vec(paper, 1..most)
}

fn question() -> impl Strategy<Value = Question> {
    let word = proptest::sample::select(vec![
        "talks",
        "the",
        "seoul",
        "deal",
        "deal*",
        "san*",
        "sanctoin",
        "border",
        "escalation",
        "de-escalation",
        "1,000",
        "zzz",
        "\"the talks\"",
        "\"seoul deal*\"",
        "\"talks the army\"",
        "\"update of\"",
        "\"of the army\"",
        "\"army army\"",
        "\"said deal\"",
        "\"de-escalation deal\"",
        "co",
        "dedaline",
        "won't",
    ]);
    let join = proptest::sample::select(vec![" ", " OR ", " -", " AND NOT (", ") "]);
    let typed = proptest::collection::vec((word, join), 0..5)
        .prop_map(|parts| parts.into_iter().map(|(w, j)| format!("{w}{j}")).collect::<String>());
    let values = || proptest::collection::vec(0usize..4, 0..3);
    let chosen = proptest::collection::btree_map(0usize..3, (proptest::option::of(values()), values()), 0..3);
    let day = || proptest::option::of((17_990i32..18_110).prop_map(Day));
    let order = proptest::sample::select(vec![
        Order::Rank,
        Order::Rank,
        Order::Rank,
        Order::Newest,
        Order::Oldest,
        Order::Added,
    ]);
    let counts = proptest::sample::select(vec![Counts::No, Counts::Found, Counts::Open]);
    (typed, chosen, (day(), day()), order, 0u32..9, 0u32..30, counts).prop_map(
        |(typed, chosen, days, order, offset, limit, counts)| Question {
            words: Expression::parse(&typed),
            chosen: chosen.into_iter().map(|(f, (include, exclude))| (f, Choice { include, exclude })).collect(),
            days,
            order,
            offset,
            limit,
            counts,
        },
    )
}

/// The same but for the spellings that were tried.
fn alike(mut found: Found) -> Found {
    found.variants.clear();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn answers_are_the_references(papers in papers(40), questions in proptest::collection::vec(question(), 8)) {
        let index = index(&papers);
        for question in &questions {
            prop_assert_eq!(alike(index.ask(question)), Reference::of(&papers).ask(question, &index), "{:?}", question);
        }
    }
}

proptest! {
    // Enough documents for several blocks, and for terms with and without a bitmap.
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn answers_from_several_blocks_are_the_references(
        papers in papers(900),
        questions in proptest::collection::vec(question(), 10),
    ) {
        let index = index(&papers);
        for question in &questions {
            prop_assert_eq!(alike(index.ask(question)), Reference::of(&papers).ask(question, &index), "{:?}", question);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn damaged_bytes_are_an_error(papers in papers(30), at in any::<prop::sample::Index>(), by in 1u8..=255, cut in any::<prop::sample::Index>()) {
        let bytes = index(&papers).bytes().to_vec();
        let mut changed = bytes.clone();
        let at = at.index(bytes.len());
        changed[at] ^= by;
        // Six bytes of the head mean nothing yet.
        prop_assert!((10..16).contains(&at) || Index::open(changed).is_err());
        prop_assert!(Index::open(bytes[..cut.index(bytes.len())].to_vec()).is_err());
    }

    #[test]
    fn damage_behind_a_right_checksum_never_panics(
        papers in papers(300),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        questions in proptest::collection::vec(question(), 4),
    ) {
        let mut bytes = index(&papers).bytes().to_vec();
        for (at, to) in changes {
            // Head and table are proved elsewhere.
            let at = 24 + at.index(bytes.len() - 24);
            bytes[at] = to;
        }
        super::layout::reseal(&mut bytes);
        if let Ok(index) = Index::open(bytes) {
            for question in &questions {
                index.ask(question);
            }
            (0..index.len().min(50)).for_each(|d| { index.label(d); index.day(d); });
        }
    }
}

#[test]
fn an_empty_index_answers() {
    let index = index(&[]);
    let found =
        index.ask(&Question { words: Expression::parse("talks"), counts: Counts::Found, ..Question::default() });
    assert_eq!((found.total, found.hits.len(), found.absent.len()), (0, 0, 1));
    assert!(matches!(Index::open(Vec::new()), Err(IndexError::Foreign)));
}

#[test]
fn labels_and_days_return() {
    let paper = |text: &str, day| Paper {
        title: String::new(),
        text: text.into(),
        day: Day::parse(day),
        outlet: Some("Sudan Tribune".into()),
        acts: Vec::new(),
    };
    let index = index(&[paper("Cairo offers talks", "2024-02-29"), paper("Khartoum rejects the talks", "")]);
    let found = index.ask(&Question { words: Expression::parse("khartoum"), limit: 9, ..Question::default() });
    let [hit] = found.hits.as_slice() else { panic!("{found:?}") };
    assert_eq!((index.label(hit.document), index.day(hit.document)), ("paper 1", None));
    assert_eq!((index.label(0), index.day(0)), ("paper 0", Day::parse("2024-02-29")));
    assert_eq!((index.facet("outlet"), index.words()), (Some(1), 7));
}
