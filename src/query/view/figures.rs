//! Figures: each with its bound, unit and holder, those about the same thing together, disagreement marked.

use crate::text::lower::Lower;
use crate::text::order::{Gather, Order};
use crate::text::ordered::{OrderedMap, OrderedSet};
use crate::{
    corpus::{day::Day, zone::ZoneKind},
    extract::{
        figure::{Bound, Figure},
        mention::EntityKind,
    },
    lexicon::{
        counted,
        gazetteer::{gazetteer, starts_upper},
    },
    query::{
        answer::{Name, Piece, Totals},
        archive::Archive,
        card,
        filter::{Facet, Filter},
        passage::pieces,
    },
    text::span::Span,
};
use serde::{Deserialize, Serialize};

/// All figures, and those about the same thing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// In the order of the text; at most 500.
    pub figures: Vec<FigureCard>,
    /// How many there are in all.
    pub total: u32,
    /// Those about the same thing in more than one sentence, disagreeing ones first.
    pub groups: Vec<FigureGroup>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureCard {
    /// The sentence ("000.60").
    pub id: String,
    /// The article's id.
    pub article: String,
    /// Its outlet; `None` = not stated.
    pub outlet: Option<String>,
    /// The words with qualifier and noun ("more than 100,000 soldiers").
    pub words: String,
    /// The least amount; `None` = none given.
    pub low: Option<f64>,
    /// The greatest amount.
    pub high: Option<f64>,
    /// How the words bound it.
    pub bound: Bound,
    /// What is counted, one word or a currency.
    pub unit: String,
    /// What is counted, as grouped ("soldiers" for soldiers, troops, military personnel); empty = nothing named.
    pub counted: String,
    /// The noun phrase of what is counted, if wider.
    pub of: String,
    /// The statement that says it; `None` = the article itself says it.
    pub statement: Option<String>,
    /// Who says it; empty = the article itself, or nobody named.
    pub sources: Vec<Name>,
    /// Who passed it on.
    pub via: Vec<Name>,
    /// Where it stands.
    pub zone: ZoneKind,
    /// The sentence, the figure marked as a hit.
    pub sentence: Vec<Piece>,
}

/// Figures about the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureGroup {
    /// What is counted.
    pub counted: String,
    /// Places in [`Figures::figures`].
    pub members: Vec<u32>,
    /// Whether two of them cannot both be right ("more than 100,000", "up to 90,000").
    pub disagree: bool,
    /// In how many articles, and from how many stated outlets: two articles of one outlet confirm nothing.
    pub reach: Totals,
    /// By how many named sources.
    pub named: u32,
    /// The members by their amount: those with the same bounds together, in the order of the text.
    pub amounts: Vec<Amount>,
}

/// Figures about the same thing that give the same amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// Each wording once.
    pub words: Vec<String>,
    /// The least amount; `None` = none given.
    pub low: Option<f64>,
    /// The greatest amount.
    pub high: Option<f64>,
    /// See [`FigureGroup::reach`].
    pub reach: Totals,
    /// See [`FigureGroup::reach`].
    pub named: u32,
}

const FIGURES: usize = 500;

impl Archive {
    /// The figures of the chosen articles; where the filter chooses statements, those that shown statements give, and the
    /// article’s own in their evidence, unless a source is asked for; where it searches only, also those of sentences that
    /// the search finds.
    pub fn figures(&self, filter: &Filter) -> Figures {
        let asked = self.asked(filter);
        let by_statement = self.chooses_statements(filter);
        let only_searched = !self.chooses_statements(&Filter { q: String::new(), ..filter.clone() });
        let search = asked.search.as_ref().filter(|s| only_searched && s.wants());
        // Whoever asks for a source is shown figures that it gives, not those of the words around.
        let by_source =
            [Facet::Source, Facet::Side, Facet::Doer, Facet::Via].iter().any(|f| filter.facets.contains_key(f));
        let shown: OrderedSet<(usize, usize)> = asked.tally.shown().into_iter().map(|r| self.rows[r]).into_set();
        let (mut figures, mut about) = (Vec::new(), Vec::new());
        for article in (0..self.articles.len()).filter(|a| self.chosen_article(filter, *a)) {
            let sheet = &self.sheets[article];
            for figure in &sheet.figures {
                let holder = self.holder(article, figure);
                let in_evidence = || {
                    let sentence = sheet.sentence_at(figure.span.start);
                    sheet.evidence.iter().enumerate().any(|(s, runs)| {
                        shown.contains(&(article, s)) && runs.iter().any(|r| sentence.is_some_and(|n| r.contains(&n)))
                    })
                };
                let found = || {
                    let within = sheet.sentence_at(figure.span.start).and_then(|n| sheet.sentences.get(n));
                    search.zip(within).is_some_and(|(s, w)| s.holds(&[self.index.words(article, sheet, w.span)]))
                };
                let said = || holder.map_or_else(|| !by_source && in_evidence(), |h| shown.contains(&(article, h)));
                if (!by_statement || found() || said())
                    && let Some(card) = self.figure_card(article, figure, holder)
                {
                    figures.push(card);
                    about.push(self.setting(article, figure));
                }
            }
        }
        let total = figures.len() as u32;
        figures.truncate(FIGURES);
        about.truncate(FIGURES);
        Figures { groups: groups(&figures, &about), figures, total }
    }

    /// The states, places and bodies that a figure's sentence names, else the sentence before, else the headline.
    fn setting(&self, article: usize, figure: &Figure) -> Setting<'_> {
        let (Some(of), Some(sheet)) = (self.articles.get(article), self.sheets.get(article)) else {
            return Setting::default();
        };
        let sentence = sheet.sentence_at(figure.span.start).unwrap_or(0);
        let named = |within: Span| -> OrderedSet<&str> {
            let here = sheet.mentions.iter().zip(&sheet.entities).filter(|(m, _)| within.contains(m.span));
            let kinds = [EntityKind::Country, EntityKind::Place, EntityKind::Organisation];
            let names = here.filter(|(m, _)| kinds.contains(&m.kind)).filter_map(|(m, e)| {
                let known = self.entities.all.get(*e).map(|e| e.canonical.as_str());
                gazetteer().state(m.span.of(&of.text)).or(known)
            });
            // States also by their adjectives, capitals and seats of office.
            let words = sheet.words.iter().map(|w| w.of(&of.text)).zip(&sheet.words);
            let words = words.filter(|(word, span)| within.contains(**span) && starts_upper(word));
            names.chain(words.filter_map(|(word, _)| gazetteer().state(word))).into_set()
        };
        let near = [Some(sentence), sentence.checked_sub(1), Some(0)];
        let near = near.into_iter().flatten().filter_map(|s| sheet.sentences.get(s)).map(|s| named(s.span));
        let near: Vec<OrderedSet<&str>> = near.filter(|names| !names.is_empty()).collect();
        // A council or a coast guard alone does not tell whose dispute it is: the sentence before or the headline may.
        let tells = |names: &&OrderedSet<&str>| names.iter().any(|name| gazetteer().state(name).is_some());
        let names = near.iter().find(tells).or(near.first()).cloned().unwrap_or_default();
        let own = named(figure.span.cover(figure.of.unwrap_or(figure.span)));
        let within = sheet.sentences.get(sentence).map_or(figure.span, |s| s.span);
        let words = sheet.words.iter().filter(|w| within.contains(**w) && !figure.span.contains(**w));
        let words = words.map(|w| w.of(&of.text)).filter(|w| w.len() > SHORT && !starts_upper(w)).into_set();
        Setting { names, own, words, day: of.entry.published }
    }

    /// The innermost statement whose content holds a figure.
    fn holder(&self, article: usize, figure: &Figure) -> Option<usize> {
        let statements = self.sheets.get(article)?.statements.iter().enumerate();
        let holding = statements.filter_map(|(n, s)| {
            let content = s.content.iter().filter(|c| c.contains(figure.span)).map(|c| c.len()).min()?;
            Some((content, n))
        });
        holding.min().map(|(_, n)| n)
    }

    fn figure_card(&self, article: usize, figure: &Figure, holder: Option<usize>) -> Option<FigureCard> {
        let (of, sheet) = (self.articles.get(article)?, self.sheets.get(article)?);
        let text = of.text.as_str();
        let sentence = sheet.sentence_at(figure.span.start)?;
        let statement = holder.and_then(|h| sheet.statements.get(h));
        let after = Span { start: figure.span.end, end: sheet.sentences.get(sentence)?.span.end.max(figure.span.end) };
        let names = |p: &crate::extract::statement::Party| card::names(p, text, sheet, &self.entities);
        Some(FigureCard {
            id: format!("{}.{sentence}", of.id),
            article: of.id.clone(),
            outlet: of.entry.outlet.clone(),
            words: figure.span.of(text).to_string(),
            low: figure.low,
            high: figure.high,
            bound: figure.bound,
            unit: as_printed(&figure.unit, figure.span.of(text)),
            counted: counted::counted(
                &figure.unit,
                figure.span.cover(figure.of.unwrap_or(figure.span)).of(text),
                after.of(text),
            ),
            of: figure.of.map_or("", |s| s.of(text)).to_string(),
            statement: holder.map(|h| self.id(article, h)),
            sources: statement.and_then(|s| s.source.as_ref()).map_or_else(Vec::new, names),
            via: statement.map_or_else(Vec::new, |s| s.via.iter().flat_map(names).collect()),
            zone: sheet.zone(sentence),
            sentence: pieces(text, sheet.sentences.get(sentence)?.span, &[card::hit(figure.span)]),
        })
    }
}

/// A unit in the spelling of the words that it was read from: "cubic metres".
fn as_printed(unit: &str, words: &str) -> String {
    let words = words.lower();
    let british = [("meter", "metre"), ("liter", "litre")].into_iter().find(|(_, british)| words.contains(british));
    british.map_or_else(|| unit.to_string(), |(american, british)| unit.replace(american, british))
}

/// What a figure is about, beside what it counts.
#[derive(Clone, Debug, Default)]
struct Setting<'a> {
    /// The usual names of those named with it.
    names: OrderedSet<&'a str>,
    /// Those that its own words name ("1,500 French soldiers").
    own: OrderedSet<&'a str>,
    /// The longer words of its sentence.
    words: OrderedSet<&'a str>,
    /// The day of its article.
    day: Option<Day>,
}

/// Words of no more bytes tell little of what a sentence is about ("that", "were").
const SHORT: usize = 4;

/// Articles further apart than a quarter of a year tell of different times.
const FAR: i32 = 92;

impl Setting<'_> {
    /// Whether two figures of one kind are about the same parties: two of them, or all where one names fewer, or whose they
    /// are.
    fn is_of(&self, other: &Setting) -> bool {
        let shared = self.names.intersection(&other.names).count();
        shared > 0 && shared >= self.names.len().min(other.names.len()).min(2)
            || self.own.intersection(&other.own).next().is_some()
    }

    /// How many longer words both sentences have.
    fn alike(&self, other: &Setting) -> usize {
        self.words.intersection(&other.words).count()
    }

    /// Whether both can be of one time.
    fn is_near(&self, other: &Setting) -> bool {
        self.day.zip(other.day).is_none_or(|(a, b)| (a.0 - b.0).abs() <= FAR)
    }
}

/// Amounts further apart than so many times are of different things ("three forces", "thousands of soldiers").
const OTHER: f64 = 50.0;

/// Whether two figures of the same thing give amounts that cannot both be right.
pub fn disagree(a: &FigureCard, b: &FigureCard) -> bool {
    let below = |a: &FigureCard, b: &FigureCard| matches!((a.high, b.low), (Some(high), Some(low)) if high < low && low <= high * OTHER);
    below(a, b) || below(b, a)
}

/// In how many articles some figures stand, from how many stated outlets, by how many named sources.
fn independence(figures: &[&FigureCard]) -> (Totals, u32) {
    let articles: OrderedSet<&str> = figures.iter().map(|f| f.article.as_str()).into_set();
    let outlets: OrderedSet<&str> = figures.iter().filter_map(|f| f.outlet.as_deref()).into_set();
    let bare: OrderedSet<&str> = figures.iter().filter(|f| f.outlet.is_none()).map(|f| f.article.as_str()).into_set();
    let sources = figures.iter().flat_map(|f| &f.sources);
    // A medium that gives a number is an outlet, not a source that confirms it.
    let sources = sources.filter(|n| n.kind.is_some_and(|k| k != EntityKind::Outlet));
    let named: OrderedSet<&str> = sources.map(|n| n.slug.as_str()).into_set();
    let [articles, outlets, bare] = [articles, outlets, bare].map(|of| of.len() as u32);
    (Totals { articles, outlets, bare, ..Totals::default() }, named.len() as u32)
}

fn amounts(figures: &[&FigureCard]) -> Vec<Amount> {
    let mut by_amount: Vec<Vec<&FigureCard>> = Vec::new();
    for figure in figures {
        match by_amount.iter_mut().find(|of| of.iter().all(|f| (f.low, f.high) == (figure.low, figure.high))) {
            Some(of) => of.push(figure),
            None => by_amount.push(vec![figure]),
        }
    }
    by_amount
        .into_iter()
        .filter_map(|of| {
            let (first, (reach, named)) = (*of.first()?, independence(&of));
            let mut words: Vec<String> = Vec::new();
            for figure in of {
                if !words.contains(&figure.words) {
                    words.push(figure.words.clone());
                }
            }
            Some(Amount { words, low: first.low, high: first.high, reach, named })
        })
        .collect()
}

/// Figures of several sentences that count the same kind of thing of the same parties.
fn groups(figures: &[FigureCard], about: &[Setting<'_>]) -> Vec<FigureGroup> {
    let setting = |n: &u32| about.get(*n as usize);
    let both = |a: &u32, b: &u32, holds: fn(&Setting, &Setting) -> bool| {
        setting(a).zip(setting(b)).is_some_and(|(a, b)| holds(a, b))
    };
    let mut by_thing: OrderedMap<&str, Vec<Vec<u32>>> = OrderedMap::new();
    for (n, figure) in (0u32..).zip(figures).filter(|(_, f)| !f.counted.is_empty()) {
        let things = by_thing.entry(&figure.counted).or_default();
        // What is of the same parties as two groups makes them one.
        let mut joined = Vec::new();
        things.retain_mut(|members| {
            let is_of = members.iter().any(|m| both(m, &n, |a, b| a.is_of(b)));
            if is_of {
                joined.append(members);
            }
            !is_of
        });
        joined.push(n);
        joined.order();
        things.push(joined);
    }
    let things = by_thing.into_iter().flat_map(|(counted, all)| all.into_iter().map(move |members| (counted, members)));
    let mut groups: Vec<FigureGroup> = things
        .filter_map(|(counted, members)| {
            let of: Vec<&FigureCard> = members.iter().map(|m| &figures[*m as usize]).collect();
            let sentences: OrderedSet<&str> = of.iter().map(|f| f.id.as_str()).into_set();
            if sentences.len() < 2 {
                return None;
            }
            let (reach, named) = independence(&of);
            let alike = |a: &u32, b: &u32| setting(a).zip(setting(b)).map_or(0, |(a, b)| a.alike(b));
            // An article that has several of a kind answers another's with the one told in the most alike words, and
            // does not gainsay a number that it gives itself. In one article two sources do, or a source and the article
            // in like words.
            let answers = |a: &u32, b: &u32| {
                let [of_a, of_b] = [a, b].map(|n| &figures[*n as usize]);
                let mut beside = members.iter().filter(|c| *c != b && figures[**c as usize].article == of_b.article);
                let two = !of_a.sources.is_empty() && !of_b.sources.is_empty() || alike(a, b) > 0;
                of_a.article == of_b.article && of_a.sources != of_b.sources && two
                    || of_a.article != of_b.article
                        && beside.all(|c| disagree(of_a, &figures[*c as usize]) && alike(a, c) <= alike(a, b))
            };
            let apart = |a: &u32, b: &u32| {
                disagree(&figures[*a as usize], &figures[*b as usize])
                    && both(a, b, |a, b| a.is_of(b))
                    && both(a, b, |a, b| a.is_near(b))
                    && answers(a, b)
                    && answers(b, a)
            };
            Some(FigureGroup {
                counted: counted.to_string(),
                // Only of listed kinds is it known that two words count the same ("ministers" may be of any cabinet).
                disagree: counted::is_kind(counted) && members.iter().any(|a| members.iter().any(|b| apart(a, b))),
                reach,
                named,
                amounts: amounts(&of),
                members,
            })
        })
        .collect();
    groups.order_by_key(|g| (!g.disagree, std::cmp::Reverse(g.reach.articles), std::cmp::Reverse(g.members.len())));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{bundle::Bundle, catalogue::Entry, codebook::Codebook, prepare};

    /// The figures of texts, each an article.
    fn figures(texts: &[&str]) -> Figures {
        let texts = texts.iter().enumerate().map(|(n, text)| (n.to_string(), text.to_string(), Entry::default()));
        let bundle = Bundle {
            articles: prepare::articles(texts.collect()),
            codebook: Codebook::default(),
            fingerprint: "12345678".into(),
        };
        Archive::open(bundle, &mut |_, _| ()).figures(&Filter::default())
    }

    #[test]
    fn what_is_of_the_same_parties_as_two_groups_joins_them() {
        let text = "Talks end\n\nPeru handed two documents to Chile. The two documents are discussed by Bolivia, Peru and \
                    Ecuador. Peru published the two documents for Chile and Bolivia.";
        let figures = figures(&[text]);
        let groups: Vec<&[u32]> = figures.groups.iter().map(|g| &g.members[..]).collect();
        assert_eq!(groups, [[0, 1, 2]], "{figures:?}");
    }

    #[test]
    fn a_number_gainsays_the_one_that_is_told_in_like_words() {
        let first = "Row at sea\n\nChile says that its patrol fired water at three boats of Peru on the weekend.";
        let disagree = |second: &str| figures(&[first, second]).groups.iter().any(|g| g.disagree);
        assert!(disagree("Row at sea\n\nPeru says that Chile fired water at five boats."));
        let both = "Row at sea\n\nPeru says that Chile fired water at three boats on the weekend. Two boats of Peru were later towed by Chile.";
        assert!(!disagree(both), "the two are others than the three");
        let five = "Row at sea\n\nPeru says that Chile fired water at five boats on the weekend. Two boats of Peru were later towed by Chile.";
        assert!(disagree(five));
    }
}
