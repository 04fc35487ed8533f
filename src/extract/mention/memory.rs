//! What the whole article knows of a name: all places where it stands decide together what it is.

use super::{
    EntityKind, Mention,
    run::{Candidate, GUESSED, Points, READ, SHIP},
    unit::{Line, Unit, is_acronym},
};
use crate::lexicon::class::WordClass as Is;
use crate::text::lower::Lower;
use crate::text::ordered::{OrderedMap, OrderedSet};
use crate::{
    extract::page::Page,
    lexicon::gazetteer::{Class, Head, Role, gazetteer, starts_upper},
    text::{
        fold::fold,
        perceptron::word::{UNKNOWN, known_form},
        span::Span,
        tag::{Tag, is_met},
    },
};

/// Why a surname is a person.
const PART: &str = "part of a person’s full name in the article";

const KINDS: [EntityKind; 4] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Outlet];

/// What is remembered of the article's names.
#[derive(Default)]
struct Memory {
    /// Folded words of open candidates → points.
    points: OrderedMap<String, Points>,
    /// Folded parts of persons' full names.
    parts: OrderedSet<String>,
    /// The last parts of persons' full names.
    families: OrderedSet<String>,
    /// Those of full names that start with a known given name.
    given_families: OrderedSet<String>,
    /// Short forms in brackets → what they are short for.
    short: OrderedMap<String, (EntityKind, String)>,
    /// Initials of the article's bodies → their names.
    initials: OrderedMap<String, String>,
    /// Known bodies by the last word of their names ("Alliance" → "NATO").
    bodies: OrderedMap<String, String>,
    /// The name of the article's outlet, folded, and its initials.
    own: Option<(String, String)>,
    /// Whether the article speaks of the two Koreas.
    koreas: bool,
    /// Names that stand behind a word for a ship somewhere, folded.
    ships: OrderedSet<String>,
    /// What stands at the ends of lines of furniture, folded: the names of the page.
    signs: OrderedSet<String>,
}

/// Decides every candidate of an article.
pub(super) fn decide(page: &Page, lines: &[(Line, Vec<Candidate>)]) -> Vec<Mention> {
    let memory = remember(page, lines);
    let mut found = Vec::new();
    for (line, candidates) in lines {
        let mut last_end = line.pieces.first().map_or(0, |p| p.tokens.start);
        for candidate in candidates {
            let tokens = line.tokens(&candidate.pieces);
            recover(page, last_end..tokens.start, &memory, &mut found);
            last_end = tokens.end;
            if let Some(halves) = halves(page, candidate) {
                found.extend(halves);
            } else if let Some(mention) = decide_one(page, line, candidate, &memory) {
                found.push(mention);
            }
        }
        recover(page, last_end..line.pieces.last().map_or(last_end, |p| p.tokens.end), &memory, &mut found);
    }
    // "[González] [Laya] answered": parts that stand side by side are one name.
    found.dedup_by(|next, first| {
        let joins = next.why == PART
            && first.kind == EntityKind::Person
            && first.known.is_none()
            && Span { start: first.span.end, end: next.span.start }.of(page.text) == " ";
        if joins {
            first.span.end = next.span.end;
        }
        joins
    });
    // "reproached [von der Leyen]"
    for person in found.iter_mut().filter(|m| m.kind == EntityKind::Person) {
        let mut at = page.tokens.partition_point(|t| t.span.end <= person.span.start);
        while at > 0 && Is::NobleParticle.has(page.word(at - 1)) {
            at -= 1;
            person.span.start = page.tokens[at].span.start;
        }
    }
    found
}

fn remember(page: &Page, lines: &[(Line, Vec<Candidate>)]) -> Memory {
    let own = page.outlet.map(|own| {
        let firsts = own.split([' ', '-']).filter_map(|w| w.chars().next());
        (bare(own), firsts.filter(|c| c.is_uppercase()).collect())
    });
    let mut memory = Memory { own, signs: signs(page), ..Memory::default() };
    // Two to four words are most often a person: that is said once, however often they stand there.
    let mut several = OrderedSet::new();
    for (line, candidates) in lines {
        for (n, candidate) in candidates.iter().enumerate() {
            let words = candidate.span.of(page.text);
            if candidate.kind.is_none() {
                if candidate.points == SHIP {
                    memory.ships.insert(fold(words));
                }
                // A headline's capitals say nothing of their own.
                let whole = (2..=4).contains(&candidate.pieces.len());
                let said = !line.title_case || candidate.points[0] + 2 * i32::from(whole) >= 8;
                let folded = fold(words);
                if whole && said {
                    several.insert(folded.clone());
                }
                let sum = memory.points.entry(folded).or_default();
                if said {
                    for (s, p) in sum.iter_mut().zip(candidate.points) {
                        *s += p;
                    }
                }
            }
            // "the Commission", in an article on the European Union.
            if candidate.known == Some("European Union") {
                memory.bodies.entry("Commission".into()).or_insert_with(|| "European Commission".into());
            }
            memory.koreas |= matches!(candidate.known, Some("North Korea" | "South Korea"));
            if candidate.kind == Some(EntityKind::Organisation) && !candidate.lone {
                let name = candidate.known.map_or_else(|| words.to_string(), str::to_string);
                for form in [words, candidate.known.unwrap_or_default()] {
                    if let Some(last) = form.split_whitespace().next_back().filter(|w| gazetteer().head(w).is_some()) {
                        memory.bodies.insert(last.to_string(), name.clone());
                    }
                }
                // "the Ministry" in an article that has the Ministry of Transport.
                let first =
                    name.split(' ').next().filter(|w| matches!(gazetteer().head(w), Some(Head::Body { opens: true })));
                for head in first.into_iter().chain(gazetteer().heads_of(&name).iter().copied()) {
                    memory.bodies.insert(head.to_string(), name.clone());
                }
            }
            // "the RSF" in an article that has the Rapid Support Forces.
            if candidate.kind == Some(EntityKind::Organisation) && words.contains(' ') {
                let initials: String =
                    words.split_whitespace().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
                if initials.len() >= 3 {
                    let name = candidate.known.unwrap_or(words).to_string();
                    memory.initials.entry(initials).or_insert(name);
                }
            }
            bracket(page, candidates, n, &mut memory);
        }
    }
    for words in several.iter() {
        memory.points.entry(words.clone()).or_default()[0] += 2;
    }
    for (words, points) in &memory.points {
        if words.contains(' ') && winner(points) == Some(EntityKind::Person) {
            let (first, last) = (words.split_whitespace().next(), words.split_whitespace().next_back());
            if let (Some(first), Some(last)) = (first, last)
                && gazetteer().given(first).is_some()
            {
                memory.given_families.insert(last.to_string());
            }
            memory.families.extend(last.map(str::to_string));
            memory.parts.extend(words.split_whitespace().filter(|w| w.chars().count() > 2).map(str::to_string));
        }
    }
    memory
}

/// "Syrian Democratic Forces (SDF)": the short form in brackets is the name before it.
fn bracket(page: &Page, candidates: &[Candidate], n: usize, memory: &mut Memory) {
    let Some(before) = n.checked_sub(1).and_then(|m| candidates.get(m)) else { return };
    let short = candidates[n].span.of(page.text);
    let between = Span { start: before.span.end, end: candidates[n].span.start }.of(page.text);
    if between.trim() != "(" || !is_acronym(short) || candidates[n].kind == Some(EntityKind::Outlet) {
        return;
    }
    if let Some(kind) = before.kind.filter(|k| *k != EntityKind::Place) {
        let name = before.known.map_or_else(|| before.span.of(page.text).to_string(), str::to_string);
        memory.short.insert(short.to_string(), (kind, name));
    }
}

/// Whether a name stands in small letters somewhere in the article.
fn stands_small(page: &Page, name: &str) -> bool {
    let word = name.lower();
    let form = known_form(&word);
    word.starts_with(char::is_lowercase)
        && page.forms.contains(&form)
        && (form != UNKNOWN || (0..page.tokens.len()).any(|i| page.word(i) == word))
}

fn winner(points: &Points) -> Option<EntityKind> {
    let best = (0..KINDS.len()).max_by_key(|k| (points[*k], KINDS.len() - *k))?;
    (points[best] > 0).then_some(KINDS[best])
}

fn decide_one(page: &Page, line: &Line, candidate: &Candidate, memory: &Memory) -> Option<Mention> {
    let words = candidate.span.of(page.text);
    let mention =
        |kind, known: Option<String>, why| Mention { span: candidate.span, kind, known, role: candidate.role, why };
    if let Some((kind, name)) = memory.short.get(words) {
        return Some(mention(*kind, Some(name.clone()), "short form set in brackets after the full name"));
    }
    if let Some(name) = memory.initials.get(words).filter(|_| match candidate.kind {
        None | Some(EntityKind::Organisation) => true,
        // "AFP" is the agency, "the AFP" an army that the article has named.
        Some(EntityKind::Outlet) => line.before(candidate.pieces.start) == "the",
        _ => false,
    }) {
        return Some(mention(EntityKind::Organisation, Some(name.clone()), "initials of a body named in the article"));
    }
    if candidate.lone && candidate.kind == Some(EntityKind::Country) {
        let state = if words == "North" { "North Korea" } else { "South Korea" };
        return memory.koreas.then(|| mention(EntityKind::Country, Some(state.into()), candidate.why));
    }
    if candidate.lone {
        let (start, end) = (candidate.pieces.start, candidate.pieces.end);
        // "the Commission said", "Navy spokesman", but "the Union of Fishermen", "Citizens’ Front", "Commission I".
        let officer = matches!(line.unit(end), Unit::Title(_));
        let whole = officer || !line.is_name(end) && line.word(end) != "of";
        let alone = (officer || start > 0)
            && gazetteer().plays(words, Role::Alone)
            && whole
            && (start == 0 || !line.is_name(start - 1))
            && !(start > 0 && line.is_possessive(start - 1) && start > 1 && line.unit(start - 2) == Unit::Capital);
        let article = matches!(line.before(start), "the" | "The");
        let name = memory.bodies.get(words);
        let named = !line.title_case && (alone || article && name.is_some());
        return named.then(|| mention(EntityKind::Organisation, name.cloned(), candidate.why));
    }
    // "the Budapest convention", "the EEA agreement": the treaty's name.
    let next = line.word(candidate.pieces.end);
    if matches!(candidate.kind, None | Some(EntityKind::Place)) && gazetteer().plays(next, Role::Pact) {
        return None;
    }
    // The page's own name, by which its reporters put their questions and take their answers.
    if matches!(candidate.kind, None | Some(EntityKind::Organisation)) && is_own(memory, words) {
        return Some(mention(EntityKind::Outlet, page.outlet.map(str::to_string), "name of the article’s own outlet"));
    }
    let folded = fold(words);
    let sign = candidate.known.is_none() && candidate.role.is_none() && memory.signs.contains(&bare(words));
    let points = || memory.points.get(&folded).copied().unwrap_or_default();
    let sign = sign && !memory.parts.contains(&folded);
    if sign && candidate.kind.is_none_or(|k| k == EntityKind::Organisation) && points()[0] < 6 && points()[2] < 5 {
        return Some(mention(EntityKind::Outlet, None, "name that the page gives itself"));
    }
    // "Ilagan also claimed": a town by that name is not meant where the article has a person of it.
    let family = candidate.kind == Some(EntityKind::Place)
        && (candidate.pieces.start == 0 || line.tag(candidate.pieces.start - 1) != Tag::Adp)
        && memory.families.contains(&folded);
    if family {
        return Some(mention(EntityKind::Person, None, PART));
    }
    if let Some(kind) = candidate.kind {
        return Some(mention(kind, candidate.known.map(str::to_string), candidate.why));
    }
    if memory.ships.contains(&folded) {
        return None;
    }
    let single = !folded.contains(' ');
    if single && memory.parts.contains(&folded) {
        return Some(mention(EntityKind::Person, None, PART));
    }
    let points = memory.points.get(&folded)?;
    if single && points.iter().all(|p| *p < 5) && stands_small(page, words) {
        return None;
    }
    let kind = winner(points)?;
    // "Meet Lavrov" as a heading: the first word has a capital only because it is the first.
    if kind == EntityKind::Person
        && candidate.pieces.start == 0
        && let Some((first, rest)) = words.split_once(' ')
        && gazetteer().given(first).is_none()
        // "Di Maio"
        && !gazetteer().plays(&first.low(), Role::Particle)
        && !rest.contains(' ')
        && memory.parts.contains(&fold(rest))
        && memory.given_families.contains(&fold(rest))
    {
        let start = candidate.span.end as usize - rest.len();
        let span = Span::new(start, candidate.span.end as usize);
        return Some(Mention { span, ..mention(kind, None, PART) });
    }
    // What is told, quoted and read is a medium, unless it is a person.
    if points[3] >= 3 && candidate.why == GUESSED {
        let kind = if kind == EntityKind::Organisation { EntityKind::Outlet } else { kind };
        return Some(mention(kind, None, READ));
    }
    Some(mention(kind, None, candidate.why))
}

/// "Gas levy doubled – Coral Standard": the name behind the last dash of a title that was left in the text.
fn suffix<'a>(page: &Page<'a>) -> Option<&'a str> {
    let title = page.blocks.first()?.span.of(page.text).lines().next()?;
    let (_, name) = [" – ", " - ", " — ", " | "].iter().filter_map(|dash| title.rsplit_once(dash)).next()?;
    let words = name.split_whitespace().count();
    ((1..=4).contains(&words) && starts_upper(name) && !is_acronym(name)).then_some(name)
}

/// "… – Coral Standard", "© 2024 Coral Standard", "CoralStandard.com › Politics": what the lines of furniture begin and end
/// with, without articles, domains and years.
fn signs(page: &Page) -> OrderedSet<String> {
    let mut found = OrderedSet::new();
    let mut at = 0;
    let ends = page.blocks.iter().map(|b| (b.span.start as usize, b.span.end as usize));
    for (start, end) in ends.chain([(page.text.len(), page.text.len())]) {
        let lines = page.text.get(at..start).unwrap_or_default().lines();
        for line in lines.filter(|line| !line.trim_start().is_empty()) {
            let pieces = || line.split(['|', '–', '—', '/', '•', '·', '›', '»', '©']).flat_map(|p| p.split(" - "));
            for piece in pieces().find(|p| !p.trim().is_empty()).into_iter().chain(pieces().last()) {
                let name = piece.trim_matches(|c: char| !c.is_alphabetic());
                let name = name.rsplit_once('.').filter(|(_, d)| d.len() <= 3).map_or(name, |(name, _)| name);
                if name.len() >= 2 && name.len() <= 40 && starts_upper(name) {
                    found.insert(bare(name));
                }
            }
        }
        at = end;
    }
    found.extend(suffix(page).map(bare));
    found
}

/// A name without its article, folded.
fn bare(name: &str) -> String {
    fold(name.strip_prefix("The ").unwrap_or(name))
}

/// Whether `words` are the name of the article's outlet, or its initials.
fn is_own(memory: &Memory, words: &str) -> bool {
    let own = |(name, initials): &(String, String)| words.len() >= 2 && words == initials || bare(words) == *name;
    memory.own.as_ref().is_some_and(own)
}

/// Surnames and other names of the article that stood where a capital tells nothing ("Lavrov" as a sentence's first word).
fn recover(page: &Page, tokens: std::ops::Range<usize>, memory: &Memory, found: &mut Vec<Mention>) {
    for i in tokens {
        let word = page.word(i);
        if !starts_upper(word) || gazetteer().named(word).is_some() {
            continue;
        }
        let folded = fold(word);
        let (kind, why) = if memory.parts.contains(&folded) {
            (EntityKind::Person, PART)
        } else if let Some(kind) = memory.points.get(&folded).and_then(winner).filter(|_| !is_met(word)) {
            (kind, GUESSED)
        } else {
            continue;
        };
        if !stands_small(page, word) {
            found.push(Mention { span: page.tokens[i].span, kind, known: None, role: None, why });
        }
    }
}

/// "Russia-Ukraine": two names that a hyphen joins.
fn halves(page: &Page, candidate: &Candidate) -> Option<[Mention; 2]> {
    if candidate.kind.is_some() {
        return None;
    }
    let words = candidate.span.of(page.text);
    let (left, right) = words.split_once(['-', '–'])?;
    let mention = |span: Span| {
        let name = gazetteer().named(span.of(page.text))?;
        let (kind, known) = match name.class {
            Class::State => (EntityKind::Country, name.canonical),
            Class::Capital => (EntityKind::Country, name.state?),
            Class::Body => (EntityKind::Organisation, name.canonical),
            _ => return None,
        };
        Some(Mention {
            span,
            kind,
            known: Some(known.to_string()),
            role: None,
            why: "two known names joined by a hyphen",
        })
    };
    let start = candidate.span.start as usize;
    let (left_end, end) = (start + left.len(), candidate.span.end as usize);
    Some([mention(Span::new(start, left_end))?, mention(Span::new(end - right.len(), end))?])
}
