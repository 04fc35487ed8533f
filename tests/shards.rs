//! A corpus in shards answers what the same corpus answers as one bundle; what is not read is said, never guessed.
#![cfg(not(target_arch = "wasm32"))]
// A test says what went wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::{
    corpus::{
        bundle::{self, Bundle},
        catalogue::Entry,
        codebook::{Codebook, Topic},
        day::Day,
        frame, manifest, prepare,
    },
    index::routing,
    query::{
        answer::Answer,
        archive::Archive,
        filter::{Choice, Facet, Filter, View},
    },
    worker::{
        desk::{Desk, Kept, Step},
        library::Part,
        protocol::{Coverage, Fault, NewArticle, Reply, Request},
    },
};
use proptest::{prelude::*, sample::select};
use std::collections::BTreeMap;

/// A corpus as files: the manifest's address, and what lies where.
struct Site {
    files: BTreeMap<String, Vec<u8>>,
    whole: Bundle,
}

const URL: &str = "https://example.org/a/corpus.bundle";

impl Site {
    /// Articles by text, outlet and day, so many a shard.
    fn of(texts: &[(String, Option<&str>, Option<i32>)], a_shard: usize) -> Site {
        Self::with(texts, a_shard, Codebook::default())
    }

    fn with(texts: &[(String, Option<&str>, Option<i32>)], a_shard: usize, codebook: Codebook) -> Site {
        let entry = |outlet: &Option<&str>, day: &Option<i32>| Entry {
            outlet: outlet.map(str::to_string),
            published: day.map(|d| Day(Day::new(2021, 1, 1).unwrap().0 + d)),
            ..Entry::default()
        };
        let texts =
            texts.iter().enumerate().map(|(n, (t, o, d))| (format!("{n:03}"), t.clone(), entry(o, d))).collect();
        let sorted: Vec<_> = manifest::parted(prepare::articles(texts)).into_iter().flatten().collect();
        let parts: Vec<_> = sorted.chunks(a_shard).map(<[_]>::to_vec).collect();
        let (manifest, beside) = routing::shelved(&parts, codebook.clone());
        let mut files: BTreeMap<_, _> =
            beside.into_iter().map(|(name, bytes)| (format!("https://example.org/a/{name}"), bytes)).collect();
        let bytes = manifest::encode(&manifest);
        let whole = Bundle { articles: sorted, codebook, fingerprint: frame::fingerprint(&bytes) };
        files.insert(URL.to_string(), bytes);
        Site { files, whole }
    }
}

/// A desk, and what it was told and asked to do.
struct Reader<'s> {
    site: &'s Site,
    desk: Desk,
    said: Vec<Reply>,
    steps: Vec<Step>,
    /// Addresses fetched so far.
    fetched: Vec<String>,
    digests: BTreeMap<String, Vec<u8>>,
}

impl<'s> Reader<'s> {
    fn of(site: &'s Site) -> Self {
        let mut reader = Reader {
            site,
            desk: Desk::default(),
            said: Vec::new(),
            steps: Vec::new(),
            fetched: Vec::new(),
            digests: BTreeMap::new(),
        };
        reader.ask(Request::Open { url: URL.into() });
        reader.step();
        reader
    }

    fn ask(&mut self, request: Request) {
        let said = &mut self.said;
        self.steps.extend(self.desk.receive(request, &mut |r| said.push(r)));
    }

    /// Takes one step that is waiting; `false` = there is none.
    fn step(&mut self) -> bool {
        if self.steps.is_empty() {
            return false;
        }
        let said = &mut self.said;
        let mut say = |r| said.push(r);
        let file = |url: &str| self.site.files.get(url).cloned().ok_or(Fault::Missing { status: 404 });
        let steps = match self.steps.remove(0) {
            Step::Fetch(url) => self.desk.shelve(&url, file(&url), Kept::default(), &mut say),
            Step::FetchPart { part, url } => {
                self.fetched.push(url.clone());
                let digests = self.digests.get(&url).cloned();
                self.desk.shelve_part(part, file(&url), digests, &mut say)
            }
            Step::GoOn => self.desk.go_on(&mut say),
            Step::Keep(_) | Step::KeepDigests { .. } => Vec::new(),
        };
        self.steps.extend(steps);
        true
    }

    /// Asks a filter and reads all that it wants.
    fn answer(&mut self, filter: &Filter) -> (Answer, Coverage) {
        self.ask(Request::Ask { seq: 1, filter: Box::new(filter.clone()), offset: 0 });
        while self.step() {}
        (self.last().expect("no answer"), self.coverage())
    }

    fn last(&self) -> Option<Answer> {
        let answer = |r: &Reply| if let Reply::Answer { answer, .. } = r { Some((**answer).clone()) } else { None };
        self.said.iter().rev().find_map(answer)
    }

    fn coverage(&self) -> Coverage {
        let coverage = |r: &Reply| if let Reply::Coverage(c) = r { Some(*c) } else { None };
        self.said.iter().rev().find_map(coverage).expect("no coverage")
    }
}

fn asked(facet: Facet, value: &str) -> Filter {
    let choice = Choice { include: [value.to_string()].into(), ..Choice::default() };
    Filter { facets: [(facet, choice)].into(), ..Filter::default() }
}

fn words(q: &str) -> Filter {
    Filter { q: q.into(), view: View::Statements, ..Filter::default() }
}

/// Twelve articles, two a shard, each about something that no other names.
fn twelve() -> Site {
    twelve_with(Codebook::default())
}

fn twelve_with(codebook: Codebook) -> Site {
    let towns =
        ["Arica", "Bergen", "Cuzco", "Dakar", "Esbjerg", "Faro", "Gijon", "Hobart", "Izmir", "Jaffa", "Kobe", "Lviv"];
    let text = |town: &str| {
        format!(
            "Talks on the harbour of {town}\n\nPeru’s Foreign Minister Rosa Quispe said on Monday that the harbour of {town} was closed.\n\nChile denied it.\n"
        )
    };
    let outlets = ["The Daily", "The Herald", "The Post"];
    let articles: Vec<_> =
        towns.iter().enumerate().map(|(n, t)| (text(t), Some(outlets[n / 4]), Some(n as i32 * 40))).collect();
    Site::with(&articles, 2, codebook)
}

#[test]
fn a_rare_word_fetches_one_shard_only() {
    let site = twelve();
    let mut reader = Reader::of(&site);
    let (answer, coverage) = reader.answer(&words("Dakar"));
    assert_eq!((coverage.read, coverage.of, coverage.all, coverage.going), (1, 1, 6, false));
    assert_eq!(reader.fetched.len(), 2, "{:?}", reader.fetched);
    let whole = Archive::open(site.whole.clone(), &mut |_, _| ());
    let expected = whole.ask(&words("Dakar"), 0, 50);
    assert!(!expected.rows.is_empty());
    assert_eq!((answer.totals, &answer.rows), (expected.totals, &expected.rows));
    // A slip of the pen finds the same.
    let (slip, _) = Reader::of(&site).answer(&words("Esbjrg"));
    assert_eq!(slip.rows.len(), whole.ask(&words("Esbjrg"), 0, 50).rows.len());
    assert!(!slip.variants.is_empty());
}

#[test]
fn the_newest_come_first_one_alone_then_four_at_a_time_and_each_answer_says_how_far_it_is() {
    let site = twelve();
    let mut reader = Reader::of(&site);
    reader.ask(Request::Ask { seq: 7, filter: Box::default(), offset: 0 });
    assert!(matches!(reader.steps[..], [Step::FetchPart { part: Part::Shard(0), .. }]));
    reader.step();
    assert_eq!(reader.steps.len(), 4);
    let first = reader.last().unwrap();
    assert!(first.rows.iter().all(|r| r.article == "011" || r.article == "010") && !first.rows.is_empty());
    let coverage = reader.coverage();
    assert_eq!((coverage.read, coverage.of, coverage.going), (1, 6, true));
    while reader.step() {}
    assert_eq!((reader.coverage().read, reader.coverage().going), (6, false));
    let whole = Archive::open(site.whole.clone(), &mut |_, _| ());
    assert_eq!(reader.last().unwrap(), whole.ask(&Filter::default(), 0, 50));
}

/// Who asks for everything and stops after the first step.
fn stopped(site: &Site) -> Reader<'_> {
    let mut reader = Reader::of(site);
    reader.ask(Request::Ask { seq: 1, filter: Box::default(), offset: 0 });
    reader.step();
    reader.ask(Request::Reading { on: false });
    while reader.step() {}
    reader
}

#[test]
fn who_stops_keeps_what_is_there_and_can_read_on() {
    let site = twelve();
    let mut reader = stopped(&site);
    let coverage = reader.coverage();
    assert!(!coverage.going && coverage.read == 5 && coverage.of == 6, "{coverage:?}");
    let kept = reader.last().unwrap().totals.statements;
    assert!(kept > 0);
    reader.ask(Request::Reading { on: true });
    while reader.step() {}
    assert_eq!(reader.coverage().read, 6);
    assert!(reader.last().unwrap().totals.statements > kept);
    // A stop is for one question: the next one reads on.
    let mut reader = Reader::of(&site);
    reader.ask(Request::Reading { on: false });
    assert_eq!(reader.answer(&words("Lviv")).1.read, 1);
}

#[test]
fn while_many_are_laid_out_what_was_there_before_answers_and_is_stopped() {
    let heads =
        ["Ari", "Ber", "Cuz", "Da", "Es", "Fa", "Gi", "Ho", "Iz", "Ja", "Ko", "Lu", "Mo", "Na", "Ol", "Pa", "Ro"];
    let tails =
        ["ca", "gen", "co", "kar", "berg", "ro", "jon", "bart", "mir", "ffa", "be", "viv", "sul", "mur", "den", "ris"];
    let text = |n: usize| {
        let town = format!("{}{}{}", heads[n / 16 % 17], tails[n % 16], if n < 272 { "" } else { "a" });
        let text = format!("The harbour of {town}\n\nRosa Quispe said that {town} was closed.\n");
        (text, None, Some(n as i32))
    };
    let site = Site::of(&(0..320).map(text).collect::<Vec<_>>(), 80);
    let mut reader = Reader::of(&site);
    reader.ask(Request::Ask { seq: 1, filter: Box::default(), offset: 0 });
    while !reader.steps.contains(&Step::GoOn) {
        assert!(reader.step());
    }
    assert_eq!(reader.last().unwrap().totals.articles, 80);
    let said = reader.said.len();
    reader.ask(Request::Ask { seq: 2, filter: Box::new(asked(Facet::Act, "deny")), offset: 0 });
    reader.ask(Request::Reading { on: false });
    let early: Vec<u32> = reader.said[said..]
        .iter()
        .filter_map(|r| if let Reply::Answer { seq, .. } = r { Some(*seq) } else { None })
        .collect();
    assert_eq!((early, reader.last().unwrap().all.articles), (vec![2], 80));
    assert!(reader.coverage().going);
    let mut slices = 0;
    while reader.steps.contains(&Step::GoOn) {
        slices += 1;
        assert!(reader.step());
    }
    assert!(slices > 3 && reader.last().unwrap().all.articles > 80 && !reader.coverage().going);
    // Read on, and add an article while others are laid out.
    reader.ask(Request::Reading { on: true });
    let bytes = b"Cuzco\n\nChile rejected the offer of Bolivia.\n".to_vec();
    let files = vec![NewArticle { name: "mine.txt".into(), bytes, outlet: None, published: None }];
    reader.ask(Request::Add { files });
    let (answer, coverage) = reader.answer(&Filter::default());
    assert_eq!((answer.totals.articles, coverage.read, coverage.going), (321, 4, false));
    let own = |r: &Reply| if let Reply::Added { articles, .. } = r { articles.first().cloned() } else { None };
    let article = reader.said.iter().rev().find_map(own).unwrap();
    assert!(article.starts_with("own-mine-"), "{article}");
    reader.ask(Request::Remove { article });
    let whole = Archive::open(site.whole.clone(), &mut |_, _| ());
    assert_eq!(reader.answer(&Filter::default()).0, whole.ask(&Filter::default(), 0, 50));
}

#[test]
fn a_missing_and_a_damaged_shard_are_told_and_the_rest_works() {
    let mut site = twelve();
    let names: Vec<String> = site.files.keys().filter(|k| k.ends_with(".bundle") && **k != URL).cloned().collect();
    site.files.remove(&names[0]);
    if let Some(byte) = site.files.get_mut(&names[1]).unwrap().last_mut() {
        *byte ^= 1;
    }
    let mut reader = Reader::of(&site);
    let (answer, coverage) = reader.answer(&Filter::default());
    assert_eq!((coverage.read, coverage.lost, coverage.of, coverage.going), (4, 2, 6, false));
    assert!(answer.totals.statements > 0);
    let faults = reader.said.iter().filter(|r| matches!(r, Reply::Failed { fault: Fault::Lost { .. } })).count();
    assert_eq!(faults, 1);
    // Trying again fetches them anew.
    let whole = twelve();
    reader.site = &whole;
    reader.ask(Request::Open { url: URL.into() });
    while reader.step() {}
    assert_eq!((reader.coverage().read, reader.coverage().lost), (6, 0));
}

#[test]
fn without_the_routing_file_every_shard_is_read() {
    let mut site = twelve();
    site.files.retain(|name, _| !name.ends_with(".routing"));
    let (answer, coverage) = Reader::of(&site).answer(&words("Kobe"));
    assert_eq!((coverage.read, coverage.of), (6, 6));
    assert!(answer.totals.statements > 0);
}

#[test]
fn an_article_is_fetched_by_its_id() {
    let site = twelve();
    let mut reader = Reader::of(&site);
    reader.ask(Request::Read { seq: 3, article: "002".into(), filter: Box::default() });
    while reader.step() {}
    assert!(
        matches!(reader.said.iter().rev().find(|r| matches!(r, Reply::Article { .. })), Some(Reply::Article { view: Some(v), .. }) if v.card.id == "002")
    );
    assert_eq!(reader.fetched.len(), 2);
    reader.ask(Request::Read { seq: 4, article: "nobody".into(), filter: Box::default() });
    while reader.step() {}
    assert!(matches!(
        reader.said.iter().rev().find(|r| matches!(r, Reply::Article { .. })),
        Some(Reply::Article { seq: 4, view: None })
    ));
}

#[test]
fn a_topic_is_looked_for_where_its_words_stand() {
    let topic = |slug: &str, terms: &[&str]| Topic {
        slug: slug.into(),
        label: slug.into(),
        terms: terms.iter().map(|t| t.to_string()).collect(),
        ..Topic::default()
    };
    let topics = vec![topic("north", &["harbour + berg*", "Kobe|Lviv closed"]), topic("all", &["harbour"])];
    let site = twelve_with(Codebook { topics, ..Codebook::default() });
    let whole = Archive::open(site.whole.clone(), &mut |_, _| ());
    for (slug, of) in [("north", 2), ("all", 6)] {
        let filter = asked(Facet::Topic, slug);
        let (answer, coverage) = Reader::of(&site).answer(&filter);
        let expected = whole.ask(&filter, 0, 50);
        assert_eq!((coverage.of, answer.totals, &answer.rows), (of, expected.totals, &expected.rows), "{slug}");
    }
}

#[test]
fn an_export_of_what_was_read_until_the_stop_says_so() {
    let site = twelve();
    let mut reader = stopped(&site);
    let name = |reader: &mut Reader| {
        let form = demarche::share::export::Form::Csv;
        reader.ask(Request::Export { seq: 2, filter: Box::default(), form, base: String::new() });
        while reader.step() {}
        let name = |r: &Reply| if let Reply::Exported { name, .. } = r { Some(name.clone()) } else { None };
        reader.said.iter().rev().find_map(name).expect("no file")
    };
    assert!(name(&mut reader).ends_with("-statements-from-5-of-6-parts.csv"));
    reader.ask(Request::Reading { on: true });
    while reader.step() {}
    assert!(name(&mut reader).ends_with("-statements.csv"));
}

#[test]
fn an_export_waits_for_all_that_it_is_to_hold() {
    let site = twelve();
    let mut reader = Reader::of(&site);
    reader.ask(Request::Ask { seq: 1, filter: Box::default(), offset: 0 });
    let form = demarche::share::export::Form::Csv;
    reader.ask(Request::Export { seq: 2, filter: Box::default(), form, base: String::new() });
    reader.step();
    assert!(!reader.said.iter().any(|r| matches!(r, Reply::Exported { .. })));
    while reader.step() {}
    let text = reader.said.iter().find_map(|r| if let Reply::Exported { text, .. } = r { Some(text) } else { None });
    assert!(text.unwrap().contains("Arica") && text.unwrap().contains("Lviv"));
}

#[test]
fn a_value_that_is_elsewhere_chooses_nothing_and_one_that_is_nowhere_is_said() {
    let site = twelve();
    let mut filter = asked(Facet::Outlet, "the-daily");
    filter.q = "Lviv".into();
    let (answer, _) = Reader::of(&site).answer(&filter);
    assert_eq!((answer.totals.statements, answer.unknown.len()), (0, 0));
    let (answer, _) = Reader::of(&site).answer(&asked(Facet::Outlet, "nowhere-times"));
    assert_eq!(answer.unknown, [("out".to_string(), "nowhere-times".to_string())]);
}

const WHO: [&str; 8] = [
    "Serbia’s President Aleksandar Vucic",
    "Albin Kurti",
    "Rosa Quispe",
    "the Egyptian Foreign Ministry",
    "Iran",
    "Moscow",
    "Kim Yong-chol",
    "NATO",
];
const DID: [&str; 7] = ["demanded", "said", "denied", "warned Japan", "told Reuters", "announced", "rejected"];
const WHAT: [&str; 6] = [
    "that talks on the dam would fail",
    "that 500 soldiers would leave by 3 March 2023",
    "an end to the sanctions",
    "that the harbour was closed in 2014",
    "that grain was late last year",
    "the offer of a cease-fire",
];

fn article() -> impl Strategy<Value = (String, Option<&'static str>, Option<i32>)> {
    let sentence =
        (select(&WHO[..]), select(&DID[..]), select(&WHAT[..])).prop_map(|(a, b, c)| format!("{a} {b} {c}."));
    let text =
        proptest::collection::vec(sentence, 1..4).prop_map(|s| format!("A day of talks\n\n{}\n", s.join("\n\n")));
    let outlet = select(vec![None, Some("The Daily"), Some("The Herald"), Some("Le Soir")]);
    (text, outlet, proptest::option::of(0i32..2500))
}

fn filter() -> impl Strategy<Value = Filter> {
    let value = select(vec![
        (Facet::Source, "albin-kurti"),
        (Facet::Source, "rosa-quispe"),
        (Facet::Source, "iran"),
        (Facet::Source, "russia"),
        (Facet::Source, "nobody-at-all"),
        (Facet::Addressee, "japan"),
        (Facet::Outlet, "the-daily"),
        (Facet::Outlet, "le-soir"),
        (Facet::Outlet, "not-stated"),
        (Facet::Act, "deny"),
        (Facet::Act, "demand"),
        (Facet::Article, "003"),
    ]);
    let facets = proptest::collection::vec(value, 0..3);
    let q = select(vec![
        "",
        "",
        "sanctions",
        "dam OR grain",
        "\"cease-fire\"",
        "harb*",
        "talks -dam",
        "soldiers Kurti",
        "grainn",
        "fire",
        "zebra",
    ]);
    let day = || proptest::option::of((-3000i32..3000).prop_map(|d| Day(Day::new(2021, 1, 1).unwrap().0 + d)));
    (facets, q, day(), day(), any::<bool>()).prop_map(|(values, q, from, to, undated)| {
        let mut filter = words(q);
        for (facet, value) in values {
            filter.facets.entry(facet).or_default().include.insert(value.to_string());
        }
        (filter.date, filter.undated) = ((from, to), undated && (from, to) != (None, None));
        filter
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn shards_answer_what_the_whole_answers(
        texts in proptest::collection::vec(article(), 1..14),
        a_shard in 1usize..4,
        filters in proptest::collection::vec(filter(), 1..4),
        everything in any::<bool>(),
    ) {
        let site = Site::of(&texts, a_shard);
        let whole = Archive::open(site.whole.clone(), &mut |_, _| ());
        let mut reader = Reader::of(&site);
        for filter in &filters {
            let expected = whole.ask(filter, 0, 50);
            let (answer, coverage) = reader.answer(filter);
            prop_assert!(!coverage.going && coverage.read == coverage.of && coverage.lost == 0);
            // A chosen word that is printed, but names nobody there, finds nothing until all is read; then it is not applied.
            // What is chosen beside it finds its own.
            if !expected.unknown.is_empty() && answer.unknown != expected.unknown {
                prop_assert!(answer.totals.statements == 0 || answer.totals == expected.totals, "{:?}", filter);
                continue;
            }
            // Without a choice that holds, all shards are asked: what names nobody is not applied.
            prop_assert_eq!(answer.totals, expected.totals, "{:?}", filter);
            prop_assert_eq!(
                answer.rows.iter().map(|r| (&r.id, &r.sources, &r.content)).collect::<Vec<_>>(),
                expected.rows.iter().map(|r| (&r.id, &r.sources, &r.content)).collect::<Vec<_>>()
            );
        }
        if everything {
            // Once all is read, every count and every figure is the same.
            reader.answer(&Filter::default());
            for filter in &filters {
                prop_assert_eq!(reader.answer(filter).0, whole.ask(filter, 0, 50));
            }
        }
    }

    #[test]
    fn what_was_kept_changes_no_answer(texts in proptest::collection::vec(article(), 1..8)) {
        let site = Site::of(&texts, 2);
        let mut cold = Reader::of(&site);
        let expected = cold.answer(&Filter::default()).0;
        let mut warm = Reader::of(&site);
        for (url, bytes) in site.files.iter().filter(|(url, _)| url.ends_with(".bundle") && *url != URL) {
            bundle::decode(bytes).unwrap();
            warm.digests.insert(url.clone(), demarche::worker::library::read(bytes).unwrap());
        }
        prop_assert_eq!(warm.answer(&Filter::default()).0, expected);
    }
}
