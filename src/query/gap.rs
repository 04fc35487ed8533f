//! The recall gap: sentences that a search, a topic or a zone finds and no statement covers, and lines that are not read.

use super::{
    answer::{Piece, TextHit},
    archive::{Archive, Asked},
    card,
    filter::{Facet, Filter, Within},
    passage::pieces,
    search::Search,
    sheet,
};
use crate::text::order::{Gather, Order};
use crate::text::ordered::OrderedSet;
use crate::{
    corpus::zone::ZoneKind,
    lexicon::{act::Act, cue::Cues},
    text::{
        span::Span,
        term::{term, terms},
        token,
    },
};

/// How many unread lines an answer lists.
const HIDDEN: usize = 20;
/// How many lines that name its outlet an article's card shows.
const NAMING: usize = 3;

/// What finds a sentence where nothing is searched.
pub(super) struct Wanted {
    /// Words that tell one of the chosen acts by themselves.
    acts: Option<Search>,
    /// Topics, by number; any of them.
    topics: Vec<u32>,
    /// Zones are chosen, and running text is not among them.
    zones: bool,
    /// Signs of bad translation are chosen: any of them.
    doubts: Vec<String>,
}

impl Archive {
    /// Article and number of the sentences that no statement covers. A search finds them among those no *shown* statement
    /// covers; without one, words that tell a chosen act do, a chosen topic, a choice of zones that leaves running text out,
    /// or a chosen sign of bad translation.
    pub(super) fn uncovered(&self, filter: &Filter, asked: &Asked, wanted: &Wanted) -> Vec<(usize, usize)> {
        let typed = asked.search.as_ref().filter(|s| s.wants());
        let others = wanted.acts.is_some() || !wanted.topics.is_empty() || wanted.zones;
        if typed.is_none() && !others && wanted.doubts.is_empty() {
            return Vec::new();
        }
        let covered = match typed {
            Some(_) => self.covered(asked.tally.shown()),
            None => self.covered(0..self.rows.len()),
        };
        let search = typed.or(wanted.acts.as_ref());
        let mut found = Vec::new();
        for (a, sheet) in self.sheets.iter().enumerate() {
            let whole = self.index.article(a);
            if !self.chosen_article(filter, a)
                || search.is_some_and(|search| {
                    search.hits(whole.clone()).is_empty() || filter.within == Within::Article && !search.holds(&[whole])
                })
            {
                continue;
            }
            for (s, sentence) in sheet.sentences.iter().enumerate() {
                let holds = || {
                    search.is_none_or(|search| {
                        let words = self.index.words(a, sheet, sentence.span);
                        match filter.within {
                            Within::Article => !search.hits(words).is_empty(),
                            _ => search.holds(&[words]),
                        }
                    })
                };
                if !covered.contains(&(a, s))
                    && self.chosen(filter, Facet::Zone, sheet::zone(sheet.zone(s)).0)
                    && (wanted.doubts.is_empty()
                        || sheet
                            .doubts
                            .get(s)
                            .is_some_and(|of| of.iter().any(|d| wanted.doubts.iter().any(|w| w == sheet::doubt(*d).0))))
                    && (wanted.topics.is_empty() || self.is_about(a, s, &wanted.topics))
                    && holds()
                {
                    found.push((a, s));
                }
            }
        }
        found
    }

    /// The sentences about a topic that no statement covers, in the articles chosen.
    pub(super) fn uncovered_topic(&self, filter: &Filter, topic: u32) -> Vec<TextHit> {
        let covered = self.covered(0..self.rows.len());
        let mut found = Vec::new();
        for (a, about) in self.about.iter().enumerate().filter(|(a, _)| self.chosen_article(filter, *a)) {
            let about =
                about.iter().enumerate().filter(|(s, topics)| topics.contains(&topic) && !covered.contains(&(a, *s)));
            found.extend(about.filter_map(|(s, _)| self.text_hit(a, s, self.topic_words(a, s, &[topic]))));
        }
        found
    }

    /// The sentences that are evidence of these rows.
    pub(super) fn covered(&self, rows: impl IntoIterator<Item = usize>) -> OrderedSet<(usize, usize)> {
        let places = rows.into_iter().filter_map(|row| self.rows.get(row));
        let runs = places.flat_map(|&(a, s)| self.sheets[a].evidence[s].iter().map(move |r| (a, r.clone())));
        runs.flat_map(|(a, run)| run.map(move |s| (a, s))).into_set()
    }

    /// What finds a sentence under this filter where nothing is searched.
    pub(super) fn wanted(&self, filter: &Filter) -> Wanted {
        let included = |facet: Facet| filter.facets.get(&facet).into_iter().flat_map(|c| c.include.iter());
        // Who speaks, when and how is known of statements only: no bare sentence can be said to match.
        let bare = |facet: &Facet| {
            matches!(facet, Facet::Act | Facet::Topic | Facet::Article | Facet::Outlet | Facet::Zone | Facet::Quality)
        };
        let all_bare = filter.date == (None, None) && filter.facets.keys().all(bare);
        let acts = included(Facet::Act)
            .filter_map(|a| Act::of_slug(a))
            .filter(|a| *a != Act::State)
            .flat_map(Cues::telling)
            .map(Vec::as_slice);
        let acts = all_bare.then(|| Search::of_phrases(acts, &self.index)).filter(Search::finds);
        Wanted {
            acts,
            topics: included(Facet::Topic).filter_map(|t| self.table.column(Facet::Topic).number(t)).collect(),
            doubts: included(Facet::Quality).filter(|d| all_bare && *d != "clean").cloned().collect(),
            zones: included(Facet::Zone).next().is_some() && included(Facet::Zone).all(|z| z != "body"),
        }
    }

    fn is_about(&self, article: usize, sentence: usize, topics: &[u32]) -> bool {
        let about = self.about.get(article).and_then(|a| a.get(sentence));
        about.is_some_and(|about| about.iter().any(|t| topics.contains(t)))
    }

    /// A sentence of [`Archive::uncovered`], with what found it marked: the search's words, the topic's, or all of it.
    pub(super) fn gap(&self, article: usize, sentence: usize, asked: &Asked, wanted: &Wanted) -> Option<TextHit> {
        let marks = if asked.search.as_ref().is_some_and(|s| s.wants()) {
            asked.hits(self, article)
        } else if let Some(acts) = &wanted.acts {
            self.places_of(acts, article)
        } else if wanted.topics.is_empty() {
            self.sheets.get(article)?.sentences.get(sentence).map(|s| s.span).into_iter().collect()
        } else {
            self.topic_words(article, sentence, &wanted.topics)
        };
        self.text_hit(article, sentence, marks)
    }

    /// The words for which a sentence is about any of these topics.
    fn topic_words(&self, article: usize, sentence: usize, topics: &[u32]) -> Vec<Span> {
        let (Some(of), Some(sheet)) = (self.articles.get(article), self.sheets.get(article)) else { return Vec::new() };
        let Some(within) = sheet.sentences.get(sentence).map(|s| s.span) else { return Vec::new() };
        let spans: Vec<Span> = sheet.words.iter().copied().filter(|w| within.contains(*w)).collect();
        let words: Vec<String> = spans.iter().map(|s| term(s.of(&of.text))).collect();
        let places: OrderedSet<usize> = topics.iter().flat_map(|t| self.matcher.words(*t as usize, &words)).into_set();
        places.into_iter().filter_map(|p| spans.get(p).copied()).collect()
    }

    fn text_hit(&self, article: usize, sentence: usize, marks: Vec<Span>) -> Option<TextHit> {
        let (of, sheet) = (self.articles.get(article)?, self.sheets.get(article)?);
        let marks: Vec<_> = marks.into_iter().map(card::hit).collect();
        Some(TextHit {
            id: format!("{}.{sentence}", of.id),
            article: of.id.clone(),
            sentence: pieces(&of.text, sheet.sentences.get(sentence)?.span, &marks),
            zone: sheet.zone(sentence),
        })
    }

    /// The lines of the chosen articles that are not read and hold one of these words or phrases.
    pub(super) fn hidden_lines(&self, absent: &[String], filter: &Filter) -> Vec<TextHit> {
        let wanted: Vec<Vec<String>> = absent.iter().map(|a| terms(a)).filter(|w| !w.is_empty()).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for article in (0..self.articles.len()).filter(|a| self.chosen_article(filter, *a)) {
            let of = &self.articles[article];
            for zone in of.zones.iter().filter(|z| !z.kind.is_read()) {
                let marks: Vec<Span> = wanted.iter().flat_map(|w| places(&of.text, zone.span, w)).collect();
                if !marks.is_empty() {
                    let marks: Vec<_> = marks.into_iter().map(card::hit).collect();
                    let sentence = pieces(&of.text, zone.span, &marks);
                    found.push(TextHit { id: of.id.clone(), article: of.id.clone(), sentence, zone: zone.kind });
                }
                if found.len() >= HIDDEN {
                    return found;
                }
            }
        }
        found
    }

    /// The lines around the article, surest first, in which its text names its outlet or its republisher, the names marked.
    pub(super) fn naming(&self, article: usize) -> Vec<Vec<Piece>> {
        let Some(of) = self.articles.get(article) else { return Vec::new() };
        let mut lines: Vec<(Span, Vec<Span>)> = Vec::new();
        for name in [&of.entry.outlet, &of.entry.republisher].into_iter().flatten() {
            let words = terms(name);
            // A site names itself around its article; inside, it may be named for other reasons.
            let around = of
                .zones
                .iter()
                .filter(|z| matches!(z.kind, ZoneKind::Headline | ZoneKind::RepeatedHeadline | ZoneKind::Furniture));
            for found in around.flat_map(|z| places(&of.text, z.span, &words)) {
                let line = line_around(&of.text, found);
                match lines.iter_mut().find(|(of, _)| *of == line) {
                    Some((_, marks)) => marks.push(found),
                    None => lines.push((line, vec![found])),
                }
            }
        }
        // A headline with the name at its end, or a line that is nothing but the name, says it best; teasers may be others'.
        let heads = of.zones.iter().filter(|z| matches!(z.kind, ZoneKind::Headline | ZoneKind::RepeatedHeadline));
        let heads: Vec<Span> = heads.map(|z| z.span).collect();
        let sure = |(line, marks): &(Span, Vec<Span>)| marks.contains(line) || heads.iter().any(|h| h.overlaps(*line));
        lines.order_by_key(|l| (!sure(l), l.0.start));
        let best = lines.iter().take_while(|l| sure(l)).count();
        lines.truncate(best.clamp(1, NAMING));
        let cut = |(line, marks): (Span, Vec<Span>)| {
            pieces(&of.text, line, &marks.into_iter().map(card::hit).collect::<Vec<_>>())
        };
        lines.into_iter().map(cut).collect()
    }
}

/// The places of some words, side by side, in a stretch of text.
fn places(text: &str, within: Span, wanted: &[String]) -> Vec<Span> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let tokens = token::tokens(text, within).into_iter().filter(|t| t.kind != token::Kind::Mark);
    let words: Vec<(Span, String)> = tokens.map(|t| (t.span, term(t.span.of(text)))).collect();
    let stand = words.windows(wanted.len()).filter(|w| w.iter().zip(wanted).all(|((_, a), b)| a == b));
    stand.filter_map(|w| Some(w.first()?.0.cover(w.last()?.0))).collect()
}

/// The whole line that holds a span.
fn line_around(text: &str, span: Span) -> Span {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let end = after.find('\n').map_or(text.len(), |i| span.end as usize + i);
    Span::new(start, end).trim(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{
        answer::Part,
        filter::{Choice, View},
        sample::tankers,
        view::ViewData,
    };

    fn marked(pieces: &[Piece]) -> Vec<&str> {
        let hit = |p: &&Piece| p.marks.iter().any(|m| m.part == Part::Hit);
        pieces.iter().filter(hit).map(|p| p.text.as_str()).collect()
    }

    fn chosen(facet: Facet, slug: &str) -> Filter {
        let choice = Choice { include: [slug.to_string()].into(), ..Choice::default() };
        Filter { facets: [(facet, choice)].into(), ..Filter::default() }
    }

    #[test]
    fn a_chosen_zone_lists_its_sentences_without_a_statement() {
        let hits = tankers().ask(&chosen(Facet::Zone, "headline"), 0, 50).hits;
        let words: Vec<Vec<&str>> = hits.iter().map(|h| marked(&h.sentence)).collect();
        assert_eq!(words, [["Tanker held – Gulf Courier"], ["Oman offers to mediate"], ["Brief"]]);
        assert!(tankers().ask(&chosen(Facet::Zone, "body"), 0, 50).hits.is_empty(), "running text is not listed whole");
    }

    #[test]
    fn an_opened_topic_lists_what_speaks_of_it_and_was_not_read() {
        let view = |slug: &str| match tankers().view(&Filter {
            view: View::Topics,
            item: Some(slug.into()),
            ..Filter::default()
        }) {
            ViewData::Topics(topics) => topics.open.map(|o| o.further).unwrap_or_default(),
            _ => Vec::new(),
        };
        assert!(view("release").is_empty());
        let further = view("negotiations");
        assert!(further.iter().all(|h| !marked(&h.sentence).is_empty()), "{further:?}");
    }

    #[test]
    fn a_word_of_hidden_lines_only_is_shown_there() {
        let asked = |q: &str| tankers().ask(&Filter { q: q.into(), ..Filter::default() }, 0, 50);
        let answer = asked("beaches");
        assert_eq!((answer.totals.statements, answer.hits_total), (0, 0));
        assert_eq!(answer.absent, ["beaches"]);
        let lines: Vec<_> = answer.hidden.iter().map(|h| (h.article.as_str(), h.zone, marked(&h.sentence))).collect();
        assert_eq!(lines, [("a1", ZoneKind::Furniture, vec!["beaches"])]);
        assert!(asked("tanker").hidden.is_empty());
    }

    #[test]
    fn the_line_that_names_the_outlet() {
        let archive = tankers();
        let lines: Vec<Vec<Vec<Piece>>> = (0..3).map(|a| archive.naming(a)).collect();
        let words: Vec<Vec<&str>> = lines.iter().flatten().map(|line| marked(line)).collect();
        assert_eq!(words, [["Gulf Courier"]], "and none where the outlet is not stated, or the text does not name it");
    }
}
