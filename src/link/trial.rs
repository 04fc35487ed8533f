//! How well annotated sentences and stories are read: the counts that the scorer of the articles has. Native only.

use super::{
    entity::{self, Entities},
    reading::{self, Reading},
};
use crate::{
    corpus::{article::Article, catalogue::Entry, day::Day, prepare},
    extract::{
        act::train::{Example, Lesson, Register},
        addressed::train as addressed,
        annotated::{Annotated, LineKind, Marked, Story},
        attribution::{self, candidate::train as candidate, sight::Sight},
        publication,
        statement::{self, Party, Statement},
    },
    lexicon::{act::Act, class::WordClass, gazetteer::gazetteer},
    text::{fold::fold, sound::likeness, span::Span},
};
use std::collections::{BTreeMap, BTreeSet};

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Statements in the annotation.
    pub gold: usize,
    /// Statements read.
    pub read: usize,
    /// Statements read that are annotated: half of their words are.
    pub matched: usize,
    /// Of these: source, cue, act right.
    pub source: usize,
    /// The cue.
    pub cue: usize,
    /// The act.
    pub act: usize,
    /// Addressee, or none where there is none.
    pub addressee: usize,
    /// Addressees read that are not the one annotated, or where none is.
    pub misled: usize,
    /// Statements matched whose annotation names an addressee.
    pub addressed: usize,
    /// Of these: somebody of them is read.
    pub reached: usize,
    /// Statements matched whose speaker is named elsewhere than in their sentence.
    pub spoken: usize,
    /// Of these: the speaker is known.
    pub known: usize,
    /// Characters of furniture that is annotated, that is read, and that is both; captions and repeated titles left out.
    pub furniture: [usize; 3],
    /// Acts taken for others.
    pub confused: BTreeMap<(Act, Act), usize>,
    /// What went wrong, in plain words, one a line.
    pub faults: Vec<String>,
}

/// Reads sentences and counts.
pub fn run(sentences: &[Annotated]) -> Counts {
    let mut counts = Counts::default();
    for sentence in sentences {
        let article = Article::plain(&sentence.text);
        let own = |s: &Statement| s.content.iter().any(|c| c.start as usize >= sentence.start);
        Trial::of(&reading::read(&article), &sentence.statements).count(own, &mut counts);
    }
    counts
}

/// Reads stories as the site would read articles, and counts.
pub fn run_stories(stories: &[Story]) -> Counts {
    let mut counts = Counts::default();
    for story in stories {
        for article in articles(story) {
            furniture(story, &article, &mut counts);
            let open: Vec<Span> = lines(story, &[LineKind::Neutral, LineKind::Duplicate]);
            let counted = |s: &Statement| {
                let said = words(&story.text, &s.content);
                5 * said.intersection(&words(&story.text, &open)).count() < 4 * said.len().max(1)
            };
            Trial::of(&reading::read(&article), &story.statements).count(counted, &mut counts);
        }
    }
    counts
}

/// The article that a story is, as an editor would add it; a story without lines is a sentence.
fn articles(story: &Story) -> Vec<Article> {
    if story.lines.is_empty() {
        return vec![Article::plain(&story.text)];
    }
    let published = story.published.as_deref().and_then(Day::parse);
    let entry = Entry { outlet: story.outlet.clone(), published, ..Entry::default() };
    let mut articles = prepare::articles(vec![(String::new(), story.text.clone(), entry)]);
    articles.iter_mut().for_each(publication::by_print);
    articles
}

/// What the learner of acts sees of each statement that is annotated and read, with its act.
pub fn examples(story: &Story, register: Register) -> Vec<Example> {
    let mut found = Vec::new();
    for article in articles(story) {
        let reading = reading::read(&article);
        let lessons = statement::lessons(&reading.page, &reading.mentions, &reading.dates, &reading.doubts);
        let read: Vec<&Statement> = lessons.iter().map(|(s, _)| s).collect();
        let trial = Trial::of(&reading, &story.statements);
        let lesson = |i: usize| -> Lesson { lessons[i].1.clone() };
        let example = |(i, j): (usize, usize)| Example { lesson: lesson(i), act: story.statements[j].act, register };
        found.extend(trial.pairs(&read).into_iter().map(example));
    }
    found
}

/// What the learner of addressees sees of each statement of a story that is annotated and read, with who is right.
pub fn examples_of_addressees(story: &Story, writer: &str) -> Vec<addressed::Example> {
    let mut found = Vec::new();
    for article in articles(story) {
        let reading = reading::read(&article);
        let (page, mentions) = (&reading.page, &reading.mentions);
        let lessons = statement::lessons_of_addressees(page, mentions, &reading.dates, &reading.doubts);
        let read: Vec<&Statement> = lessons.iter().map(|(s, _)| s).collect();
        let trial = Trial::of(&reading, &story.statements);
        for (i, j) in trial.pairs(&read) {
            let (lesson, gold) = (&lessons[i].1, &story.statements[j]);
            let meant = |c: &addressed::Seen| {
                let party = Party { span: c.span, referents: c.referents.clone(), ..Party::default() };
                let here = |at: Span| c.span.is_some_and(|s| s.overlaps(at));
                gold.addressees.iter().any(|(at, name)| here(*at) || trial.is_meant(&party, *at, name.as_deref()))
            };
            found.push(addressed::Example {
                right: lesson.candidates().iter().map(meant).collect(),
                lesson: lesson.clone(),
                addressed: !gold.addressees.is_empty(),
                writer: writer.into(),
            });
        }
    }
    found
}

/// What the learner of candidates sees of each verb that no rule reads, and whether it is annotated.
pub fn examples_of_candidates(story: &Story, writer: &str) -> Vec<candidate::Example> {
    let mut examples = Vec::new();
    let said = |content: &[Span]| words(&story.text, content);
    let alike = |a: &BTreeSet<usize>, b: &BTreeSet<usize>| 4 * a.intersection(b).count() >= (a.len() + b.len()).max(1);
    let open = said(&lines(story, &[LineKind::Neutral, LineKind::Duplicate]));
    for article in articles(story) {
        let reading = reading::read(&article);
        let sight = Sight::of(&reading.page, &reading.mentions, &reading.dates);
        let (found, lessons) = attribution::candidates(&sight);
        let found: Vec<BTreeSet<usize>> = found.iter().map(|a| said(&a.content)).collect();
        let gold = story.statements.iter().map(|g| said(&g.content));
        let missed: Vec<BTreeSet<usize>> = gold.filter(|g| !found.iter().any(|f| alike(f, g))).collect();
        for lesson in lessons {
            let here = said(&lesson.content);
            if 5 * here.intersection(&open).count() < 4 * here.len().max(1) {
                let right = missed.iter().any(|g| alike(&here, g));
                examples.push(candidate::Example { lesson, right, writer: writer.into() });
            }
        }
    }
    examples
}

fn lines(story: &Story, kinds: &[LineKind]) -> Vec<Span> {
    story.lines.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, span)| *span).collect()
}

/// Compares the furniture, by characters that are not blank.
fn furniture(story: &Story, article: &Article, counts: &mut Counts) {
    let read: Vec<Span> = article.zones.iter().filter(|z| !z.kind.is_read()).map(|z| z.span).collect();
    for (kind, line) in &story.lines {
        let gold = *kind == LineKind::Furniture;
        if matches!(kind, LineKind::Caption | LineKind::Duplicate) {
            continue;
        }
        let (mut all, mut taken) = (0, 0);
        for (at, _) in line.of(&story.text).char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let at = line.start as usize + at;
            all += 1;
            taken += usize::from(read.iter().any(|s| s.range().contains(&at)));
        }
        counts.furniture[0] += if gold { all } else { 0 };
        counts.furniture[1] += taken;
        counts.furniture[2] += if gold { taken } else { 0 };
        if gold && taken < all || !gold && taken > 0 {
            let sort = if gold { "furniture read as text" } else { "text taken for furniture" };
            counts.faults.push(format!("{sort}: {}", line.of(&story.text)));
        }
    }
}

/// The numbers of the words that the spans touch.
fn words(text: &str, spans: &[Span]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let (mut number, mut inside) = (0, false);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            inside = false;
            continue;
        }
        number += usize::from(!inside);
        inside = true;
        if c.is_alphanumeric() && spans.iter().any(|s| s.range().contains(&at)) {
            found.insert(number);
        }
    }
    found
}

/// A text as read beside its annotation.
struct Trial<'r, 'a> {
    text: &'r str,
    reading: &'r Reading<'a>,
    entities: Entities,
    gold: &'r [Marked],
}

impl<'r, 'a> Trial<'r, 'a> {
    fn of(reading: &'r Reading<'a>, gold: &'r [Marked]) -> Self {
        let entities = entity::join(std::slice::from_ref(reading));
        Trial { text: reading.page.text, reading, entities, gold }
    }

    /// Pairs what is read with what is annotated, best pairs first.
    fn count(&self, counted: impl Fn(&Statement) -> bool, counts: &mut Counts) {
        let read: Vec<&Statement> = self.reading.statements.iter().filter(|s| counted(s)).collect();
        counts.gold += self.gold.len();
        counts.read += read.len();
        let pairs = self.pairs(&read);
        for (i, j) in &pairs {
            self.compare(read[*i], &self.gold[*j], counts);
        }
        let taken: BTreeSet<usize> = pairs.iter().map(|p| p.0).collect();
        let found: BTreeSet<usize> = pairs.iter().map(|p| p.1).collect();
        for (_, g) in self.gold.iter().enumerate().filter(|(j, _)| !found.contains(j)) {
            let said = self.said(&g.content);
            counts.faults.push(format!("missed {} ‖{said}‖: {}", g.act.slug(), self.around(&g.content)));
        }
        for (_, s) in read.iter().enumerate().filter(|(i, _)| !taken.contains(i)) {
            let (act, said, why) = (s.act.slug(), self.said(&s.content), s.why.join("; "));
            counts.faults.push(format!("false {act} ‖{said}‖ ({why}): {}", self.around(&s.content)));
        }
    }

    /// What is read beside what is annotated, best pairs first.
    fn pairs(&self, read: &[&Statement]) -> Vec<(usize, usize)> {
        let there: Vec<_> = self.gold.iter().map(|g| words(self.text, &g.content)).collect();
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (i, s) in read.iter().enumerate() {
            let here = words(self.text, &s.content);
            for (j, (g, there)) in self.gold.iter().zip(&there).enumerate() {
                // In thousandths.
                let share = 2000 * here.intersection(there).count() / (here.len() + there.len()).max(1);
                let cue = overlap(s.cue, g.cue);
                let source = overlap(s.source.as_ref().and_then(|p| p.span), g.source);
                if share >= 500 || cue && s.act == Act::Consult && g.act == Act::Consult {
                    pairs.push((share + 300 * usize::from(cue) + 300 * usize::from(source), i, j));
                }
            }
        }
        pairs.sort_by_key(|(score, i, j)| (std::cmp::Reverse(*score), *i, *j));
        let (mut taken, mut found, mut best) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for (_, i, j) in pairs {
            if taken.contains(&i) || found.contains(&j) {
                continue;
            }
            taken.insert(i);
            found.insert(j);
            best.push((i, j));
        }
        best
    }

    fn said(&self, content: &[Span]) -> String {
        let said: Vec<&str> = content.iter().map(|c| c.of(self.text)).collect();
        said.join(" … ")
    }

    /// The paragraph around a content.
    fn around(&self, content: &[Span]) -> &'r str {
        let at = content.first().map_or(0, |c| c.start as usize);
        let start = self.text.get(..at).and_then(|t| t.rfind('\n')).map_or(0, |n| n + 1);
        let line = self.text.get(start..).unwrap_or_default();
        line.split('\n').next().unwrap_or_default()
    }

    fn compare(&self, s: &Statement, g: &Marked, counts: &mut Counts) {
        let span = |s: Option<Span>| s.map_or("–", |s| s.of(self.text));
        let around = self.around(&g.content);
        counts.matched += 1;
        let source = s.source.as_ref().and_then(|p| p.span);
        let right = match g.source {
            Some(named) => overlap(source, Some(named)),
            None => source.is_none_or(|s| self.speaks(s, g)),
        };
        if right {
            counts.source += 1;
        } else {
            counts.faults.push(format!("source {} ≠ {}: {around}", span(source), span(g.source)));
        }
        if let Some(name) = g.speaker.as_deref() {
            let who = s.source.as_ref().map_or_else(Vec::new, |p| self.names(p));
            let nobody = matches!(name, "" | "null");
            let known = if nobody { who.is_empty() } else { who.iter().any(|w| same_name(w, name)) };
            counts.spoken += 1;
            counts.known += usize::from(known);
            if !known {
                counts.faults.push(format!("speaker {} ≠ {name}: {around}", who.join("; ")));
            }
        }
        if overlap(s.cue, g.cue) || s.cue.is_none() && g.cue.is_none() {
            counts.cue += 1;
        }
        if s.act == g.act {
            counts.act += 1;
        } else {
            *counts.confused.entry((g.act, s.act)).or_default() += 1;
            let (said, why) = (self.said(&s.content), s.why.join("; "));
            counts.faults.push(format!("act {} ≠ {} ‖{said}‖ ({why}): {around}", s.act.slug(), g.act.slug()));
        }
        let hit = |p: &Party| g.addressees.iter().any(|(at, name)| self.is_meant(p, *at, name.as_deref()));
        let right = if g.addressees.is_empty() { s.addressees.is_empty() } else { s.addressees.iter().any(hit) };
        counts.addressee += usize::from(right);
        counts.misled += usize::from(!right && !s.addressees.is_empty());
        counts.addressed += usize::from(!g.addressees.is_empty());
        counts.reached += usize::from(right && !g.addressees.is_empty());
        if !right {
            let read: Vec<String> =
                s.addressees.iter().map(|p| format!("{} = {}", span(p.span), self.names(p).join("+"))).collect();
            let named: Vec<String> = g
                .addressees
                .iter()
                .map(|(at, name)| format!("{} = {}", at.of(self.text), name.as_deref().unwrap_or("–")))
                .collect();
            let (read, named) = (read.join("; "), named.join("; "));
            let acts =
                if s.act == g.act { g.act.slug().into() } else { format!("{} ≠ {}", s.act.slug(), g.act.slug()) };
            counts.faults.push(format!("addressee [{read}] ≠ [{named}] {acts}: {around}"));
        }
    }

    /// Whether these words name the speaker of a statement whose own sentence names none.
    fn speaks(&self, words: Span, g: &Marked) -> bool {
        let Some(name) = g.speaker.as_deref() else { return false };
        let mut also = self.gold.iter().filter(|o| {
            o.speaker.as_deref() == Some(name) || o.source.is_some_and(|s| same_name(s.of(self.text), name))
        });
        let mentions = self.reading.mentions.iter();
        also.any(|o| o.source.is_some_and(|s| s.overlaps(words)))
            || mentions.filter(|m| m.span.overlaps(words)).any(|m| same_name(m.span.of(self.text), name))
    }

    /// The names of a party: of its entities, else its words.
    fn names(&self, party: &Party) -> Vec<&str> {
        let known: Vec<&str> = party.referents.iter().filter_map(|m| self.entity(*m)).map(|e| e.1).collect();
        match party.stands_for.or(party.span) {
            Some(span) if known.is_empty() => vec![span.of(self.text)],
            _ => known,
        }
    }

    /// The entity of a mention, with its name.
    fn entity(&self, mention: usize) -> Option<(usize, &str)> {
        let entity = *self.entities.of.first()?.get(mention)?;
        Some((entity, self.entities.all.get(entity)?.canonical.as_str()))
    }

    /// Whether a party as read is the one that was annotated, by its words or by whom they mean.
    fn is_meant(&self, party: &Party, at: Span, name: Option<&str>) -> bool {
        if let Some(name) = name {
            return self.names(party).iter().any(|n| same_name(n, name));
        }
        let inside = |m: &usize| self.reading.mentions.get(*m).is_some_and(|m| m.span.overlaps(at));
        let meant: Vec<usize> =
            (0..self.reading.mentions.len()).filter(inside).filter_map(|m| self.entity(m)).map(|e| e.0).collect();
        party.span.is_some_and(|s| s.overlaps(at))
            || party.referents.iter().filter_map(|m| self.entity(*m)).any(|e| meant.contains(&e.0))
            || party.referents.iter().any(inside)
    }
}

fn overlap(a: Option<Span>, b: Option<Span>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.overlaps(b))
}

/// Whether two names may be one: their last words are alike, or all words of one are in the other. Spellings may differ
/// ("Nakhaei", "Nakhai"), and order ("Defense Ministry of Armenia", "Armenian Defence Ministry"); that both are ministries
/// tells nothing.
fn same_name(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = fold(name).split(|c: char| !c.is_alphanumeric()).map(str::to_string).collect::<Vec<_>>();
        words.into_iter().filter(|w| !matches!(w.as_str(), "" | "the" | "s" | "of" | "for" | "and")).collect()
    };
    let (a, b) = (words(a), words(b));
    let alike = |x: &String, y: &String| {
        let stem = x.chars().zip(y.chars()).take_while(|(x, y)| x == y).count();
        let parted = x.chars().count().abs_diff(y.chars().count());
        x == y || stem >= 4 && parted <= 3 || x.len() >= 5 && y.len() >= 5 && likeness(x, y) >= 0.7
    };
    let general = |w: &String| WordClass::Collective.has(w) || gazetteer().head(&capital(w)).is_some();
    let inside = |a: &[String], b: &[String]| {
        // A state is not its ministry.
        let body = a.len() == 1 && b.iter().any(|w| general(w) && w != "government" && *w != a[0]);
        !a.is_empty() && !body && a.iter().all(|w| b.iter().any(|x| alike(w, x)))
    };
    let last = a.last().zip(b.last()).is_some_and(|(x, y)| alike(x, y) && !(general(x) && a.len() > 1 && b.len() > 1));
    last || inside(&a, &b) || inside(&b, &a)
}

fn capital(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map_or_else(String::new, |c| c.to_uppercase().chain(rest).collect())
}

impl Counts {
    /// The table, one figure a line.
    pub fn table(&self) -> String {
        let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        let (p, r) = (share(self.matched, self.read), share(self.matched, self.gold));
        let mut rows = vec![format!(
            "statement detection            P {p:.3}  R {r:.3}  F1 {:.3}  ({}/{} read, {} gold)",
            2.0 * p * r / (p + r).max(f64::MIN_POSITIVE),
            self.matched,
            self.read,
            self.gold
        )];
        for (name, n, of) in [
            ("source | match", self.source, self.matched),
            ("cue | match", self.cue, self.matched),
            ("act | match", self.act, self.matched),
            ("addressee | match", self.addressee, self.matched),
            ("addressee wrong | match", self.misled, self.matched),
            ("addressee where named | match", self.reached, self.addressed),
            ("speaker named elsewhere | match", self.known, self.spoken),
        ] {
            rows.push(format!("{name:30} acc {:.3}  (n={of})", share(n, of)));
        }
        let [gold, read, both] = self.furniture;
        if gold > 0 {
            let (p, r) = (share(both, read), share(both, gold));
            let f = 2.0 * p * r / (p + r).max(f64::MIN_POSITIVE);
            rows.push(format!("furniture, characters          P {p:.3}  R {r:.3}  F1 {f:.3}"));
        }
        rows.join("\n")
    }

    /// F1 of the furniture’s characters.
    pub fn furniture_f1(&self) -> f64 {
        let [gold, read, both] = self.furniture;
        2.0 * both as f64 / (gold + read).max(1) as f64
    }
}
