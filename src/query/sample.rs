//! A small invented corpus read by hand, for the tests of this and the layers above.

use super::{archive::Archive, sheet::Sheet};
use crate::text::order::Order;
use crate::{
    corpus::{
        article::Article,
        bundle::Bundle,
        catalogue::Entry,
        codebook::{Alias, Codebook, Topic},
        day::Day,
        zone::{Zone, ZoneKind},
    },
    extract::{
        date::{Basis, Grain, Interval},
        figure::{Bound, Figure},
        mention::{EntityKind, Mention},
        page::Page,
        quality::Doubt,
        statement::{Confidence, Modality, Mode, Party, Polarity, Sourcing, Statement, When},
    },
    lexicon::act::Act,
    link::{entity, reading::Reading},
    text::{line, span::Span},
};

/// A statement by its words: source, cue, contents, act, addressees, relays.
pub type Said =
    (&'static str, &'static str, &'static [&'static str], Act, &'static [&'static str], &'static [&'static str]);

/// Printed name, usual name, kind.
pub type Called = (&'static str, &'static str, EntityKind);

const NAMES: [Called; 9] = [
    ("Soltani", "Reza Soltani", EntityKind::Person),
    ("Sultani", "Reza Soltani", EntityKind::Person),
    ("Iran", "Iran", EntityKind::Country),
    ("Tehran", "Iran", EntityKind::Country),
    ("Britain", "United Kingdom", EntityKind::Country),
    ("Oman", "Oman", EntityKind::Country),
    ("IRNA", "Islamic Republic News Agency", EntityKind::Outlet),
    ("Reuters", "Reuters", EntityKind::Outlet),
    ("Moreau", "Claire Moreau", EntityKind::Person),
];

/// Words, least and greatest amount, bound; all of ships.
const FIGURES: [(&str, Option<f64>, Option<f64>, Bound); 2] =
    [("More than 5 ships", Some(5.0), None, Bound::AtLeast), ("2 ships", Some(2.0), Some(2.0), Bound::Exact)];

/// An article whose lines are body text, save a first line (headline) and lines that begin with "See also" (furniture)
/// or "Photo" (credit) or "CAPTION" (caption).
pub fn article(id: &str, outlet: Option<&str>, published: Option<Day>, text: &str) -> Article {
    let kind = |i: usize, words: &str| match words {
        _ if i == 0 => ZoneKind::Headline,
        w if w.starts_with("See also") => ZoneKind::Furniture,
        w if w.starts_with("Photo") => ZoneKind::Credit,
        w if w.starts_with("CAPTION") => ZoneKind::Caption,
        _ => ZoneKind::Body,
    };
    let zones = line::lines(text)
        .into_iter()
        .enumerate()
        .map(|(i, span)| Zone { kind: kind(i, span.of(text)), span })
        .collect();
    let entry = Entry {
        outlet: outlet.map(str::to_string),
        published,
        basis: "invented for a test".into(),
        ..Entry::default()
    };
    Article { id: id.into(), zones, entry, ..Article::plain(text) }
}

/// The first place of `words` in `text` at or after byte `from`.
pub fn find(text: &str, words: &str, from: u32) -> Span {
    let at = text[from as usize..].find(words).unwrap_or_else(|| panic!("{words:?} is not in {text:?}"));
    Span::new(from as usize + at, from as usize + at + words.len())
}

/// Reads an article as `said` tells.
pub fn read<'a>(article: &'a Article, said: &[Said]) -> Reading<'a> {
    let page = Page::of(article);
    let mentions = mentions(article, &page);
    let mut from = 0;
    let statements = said.iter().map(|said| statement(article, &page, &mentions, said, &mut from)).collect();
    let doubts = vec![Vec::new(); page.sentences.len()];
    let figures = figures(&article.text);
    Reading { page, mentions, dates: Vec::new(), figures, statements, doubts }
}

/// Each place where one of [`NAMES`] stands in a sentence.
fn mentions(article: &Article, page: &Page) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (printed, known, kind) in NAMES {
        for (at, _) in article.text.match_indices(printed) {
            let span = Span::new(at, at + printed.len());
            if page.sentence_at(span.start).is_some() {
                mentions.push(Mention { span, kind, known: Some(known.to_string()), role: None, why: "by hand" });
            }
        }
    }
    mentions.order_by_key(|m| m.span);
    mentions
}

/// The statement of these words, the first at or after byte `from`, which is then where its sentence starts.
fn statement(article: &Article, page: &Page, mentions: &[Mention], said: &Said, from: &mut u32) -> Statement {
    let (text, (source, cue, content, act, to, via)) = (article.text.as_str(), said);
    let mut content_from = *from;
    let contents = content.iter().map(|c| {
        let span = find(text, c, content_from);
        content_from = span.end;
        span
    });
    let contents: Vec<Span> = contents.collect();
    let sentence = page.sentence_at(contents[0].start).unwrap_or(0);
    let start = page.sentences[sentence].span.start;
    *from = start;
    let party = |words: &str| {
        let span = find(text, words, start);
        let referents = (0..mentions.len()).filter(|m| span.contains(mentions[*m].span)).collect();
        Party { span: Some(span), referents, ..Party::default() }
    };
    let source = (!source.is_empty()).then(|| party(source));
    let sourcing = match &source {
        Some(p) if p.referents.is_empty() => Sourcing::Anonymous,
        Some(_) => Sourcing::Named,
        None => Sourcing::Hedged,
    };
    let day = article.entry.published;
    Statement {
        sentence,
        source,
        cue: (!cue.is_empty()).then(|| find(text, cue, start)),
        content: contents,
        mode: Mode::Indirect,
        act: *act,
        polarity: Polarity::Affirmed,
        modality: Modality::Done,
        addressees: to.iter().map(|w| party(w)).collect(),
        via: via.iter().map(|w| party(w)).collect(),
        sourcing,
        day: When {
            span: None,
            value: day.map(|d| Interval { first: d, last: d, grain: Grain::Day }),
            basis: if day.is_some() { Basis::Resolved } else { Basis::Unresolved },
            carried: false,
        },
        within: None,
        follows: None,
        why: vec!["read by hand".into()],
        doubts: if text[start as usize..].starts_with("Garbled") { vec![Doubt::Garbled] } else { Vec::new() },
        confidence: Confidence::High,
        states: Vec::new(),
    }
}

/// Each place where one of [`FIGURES`] stands.
fn figures(text: &str) -> Vec<Figure> {
    let figures = FIGURES.iter().flat_map(|(words, low, high, bound)| {
        text.match_indices(words).map(|(at, _)| Figure {
            span: Span::new(at, at + words.len()),
            low: *low,
            high: *high,
            bound: *bound,
            unit: "ships".into(),
            of: None,
        })
    });
    figures.collect()
}

/// The archive of articles read by hand.
pub fn archive(corpus: Vec<(Article, Vec<Said>)>) -> Archive {
    let (articles, said): (Vec<Article>, Vec<Vec<Said>>) = corpus.into_iter().unzip();
    let readings: Vec<_> = articles.iter().zip(&said).map(|(a, s)| read(a, s)).collect();
    let mut entities = entity::join(&readings);
    let mut of = std::mem::take(&mut entities.of).into_iter();
    let sheets = readings.into_iter().map(|r| Sheet::of(r, of.next().unwrap_or_default())).collect();
    let bundle = Bundle { articles: articles.clone(), codebook: codebook(), fingerprint: "0badc0de".into() };
    Archive::of_sheets(bundle, sheets, entities)
}

/// Two topics and an alias.
fn codebook() -> Codebook {
    let topic = |slug: &str, label: &str, terms: &[&str]| Topic {
        slug: slug.into(),
        label: label.into(),
        terms: terms.iter().map(|t| t.to_string()).collect(),
        not: Vec::new(),
    };
    Codebook {
        topics: vec![
            topic("release", "Release of ships", &["release* + tanker|ship*", "tanker free|is"]),
            topic("negotiations", "Talks", &["talks", "negotiat*"]),
        ],
        aliases: vec![Alias {
            name: "JCPOA".into(),
            finds: vec!["2015 accord".into(), "nuclear deal".into()],
            note: "The accord of 2015.".into(),
        }],
    }
}

/// Three articles of an invented dispute over tankers.
pub fn tankers() -> Archive {
    let day = |d| Day::new(2019, 7, d);
    archive(vec![
        (
            article(
                "a1",
                Some("Gulf Courier"),
                day(20),
                "Tanker held – Gulf Courier\nIran demands that Britain release the tanker. \
                 Soltani told IRNA that Britain had rejected the offer of talks.\nSee also\u{a0} Ten beaches\n\
                 CAPTION Tehran denies this.\n“No talks without release,” a diplomat said. More than 5 ships left Iran.\n",
            ),
            vec![
                ("Iran", "demands", &["Britain release the tanker"], Act::Demand, &["Britain"], &[]),
                ("Soltani", "told", &["Britain had rejected the offer of talks"], Act::State, &[], &["IRNA"]),
                ("Britain", "rejected", &["the offer of talks"], Act::Reject, &[], &["Soltani"]),
                ("Tehran", "denies", &["this"], Act::Deny, &[], &[]),
                ("a diplomat", "said", &["No talks without release"], Act::Reject, &[], &[]),
            ],
        ),
        (
            article(
                "a2",
                None,
                day(22),
                "Oman offers to mediate\nOman proposes talks in Muscat, Reuters reported. Sultani wants the tanker to be \
                 released. Never to be seized again.\nSeoul has sent 2 ships to Iran – and the 2015 accord is dead.\n",
            ),
            vec![
                ("Oman", "proposes", &["talks in Muscat"], Act::Propose, &[], &["Reuters"]),
                ("Sultani", "wants", &["the tanker to be released", "Never to be seized again"], Act::Demand, &[], &[]),
            ],
        ),
        (
            article("a3", Some("Le Soir"), None, "Brief\nIt is said that the tanker is free. Moreau praised Oman.\n"),
            vec![
                ("", "It is said", &["the tanker is free"], Act::State, &[], &[]),
                ("Moreau", "praised", &["Oman"], Act::Praise, &["Oman"], &[]),
            ],
        ),
    ])
}
