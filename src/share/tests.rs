//! Filters, searches and views on the invented corpus, asked by their links as a reader would.

use super::{
    export::{Form, export},
    link::{decode, encode},
};
use crate::{
    corpus::{article::Article, bundle::Bundle},
    lexicon::act::Act,
    query::{
        answer::{Part, Row},
        archive::Archive,
        filter::{Choice, Facet, Filter, View},
        sample::{self, tankers},
        view::{Head, ViewData, compare::Difference},
    },
    text::span::Ruler,
};
use proptest::prelude::*;

fn ids(archive: &Archive, link: &str) -> Vec<String> {
    archive.ask(&decode(link), 0, 50).rows.into_iter().map(|r| r.id).collect()
}

fn words(row: &Row) -> String {
    row.evidence.iter().map(|p| p.text.as_str()).collect()
}

#[test]
fn everything_is_shown_by_default() {
    let archive = tankers();
    let answer = archive.ask(&Filter::default(), 0, 50);
    assert_eq!(answer.totals, answer.all);
    assert_eq!((answer.totals.statements, answer.totals.articles, answer.totals.outlets), (9, 3, 2));
    let ids: Vec<_> = answer.rows.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(ids, ["a1.1", "a1.2", "a1.2.2", "a1.3", "a1.4", "a2.1", "a2.2", "a3.1", "a3.2"]);
    assert_eq!(archive.overview(9).families, [3, 0, 3, 0, 3]);
}

#[test]
fn values_are_joined_by_or_facets_by_and() {
    let archive = tankers();
    assert_eq!(ids(&archive, "#/statements?v=1&act=reject,deny"), ["a1.2.2", "a1.3", "a1.4"]);
    assert_eq!(ids(&archive, "#/statements?v=1&act=reject,deny&by=iran"), ["a1.3"]);
    assert_eq!(ids(&archive, "#/statements?v=1&act=-reject,-demand&doc=a1"), ["a1.2", "a1.3"]);
    assert_eq!(ids(&archive, "#/statements?v=1&out=not-stated"), ["a2.1", "a2.2"]);
    assert_eq!(ids(&archive, "#/statements?v=1&by=none"), ["a3.1"]);
    assert_eq!(ids(&archive, "#/statements?v=1&by=anonymous"), ["a1.4"]);
    assert_eq!(ids(&archive, "#/statements?v=1&doer=united-kingdom"), ["a1.2.2"]);
    assert_eq!(ids(&archive, "#/statements?v=1&zone=caption"), ["a1.3"]);
    assert_eq!(ids(&archive, "#/statements?v=1&date=2019-07-21..2019-07-23"), ["a2.1", "a2.2"]);
    assert_eq!(ids(&archive, "#/statements?v=1&by=reza-soltani"), ["a1.2", "a2.2"]);
}

#[test]
fn a_slug_of_another_spelling_leads_to_todays() {
    let archive = tankers();
    // A link made when "Sultani" was the usual spelling, or while only "Soltani" was printed.
    for old in ["sultani", "soltani"] {
        let link = format!("#/statements?v=1&by={old}");
        assert_eq!(ids(&archive, &link), ["a1.2", "a2.2"]);
        let answer = archive.ask(&decode(&link), 0, 50);
        assert!(answer.unknown.is_empty());
        assert_eq!(answer.redirected.map(|f| encode(&f)), Some(encode(&decode("#/statements?v=1&by=reza-soltani"))));
    }
    assert_eq!(archive.ask(&decode("#/statements?v=1&by=reza-soltani"), 0, 50).redirected, None);
    let ViewData::Actors(actors) = archive.view(&decode("#/actors/sultani?v=1")) else { panic!("another view") };
    assert_eq!(actors.open.map(|p| p.actor.who.slug), Some("reza-soltani".to_string()));
}

#[test]
fn what_the_corpus_does_not_know_is_named_and_not_applied() {
    let archive = tankers();
    let answer = archive.ask(&decode("#/statements?v=1&by=nobody-here&act=deny&glow=red"), 0, 50);
    assert_eq!(answer.unknown, [("glow".into(), "red".into()), ("by".into(), "nobody-here".into())]);
    assert_eq!(answer.rows.len(), 1);
}

#[test]
fn a_chosen_value_never_vanishes() {
    let archive = tankers();
    let answer = archive.ask(&decode("#/statements?v=1&act=threaten&by=-oman&doc=a3"), 0, 50);
    let find = |facet: Facet, slug: &str| {
        answer.facets[facet as usize].values.iter().find(|v| v.slug == slug).map(|v| (v.count, v.included, v.excluded))
    };
    assert_eq!(find(Facet::Act, "threaten"), Some((0, true, false)));
    assert_eq!(find(Facet::Source, "oman"), Some((0, false, true)));
    assert_eq!(find(Facet::Act, "praise"), Some((1, false, false)));
    let keys: Vec<_> = answer.loosen.iter().map(|l| (l.key.as_str(), l.statements)).collect();
    assert_eq!(keys, [("act", 2)]);
}

#[test]
fn all_of_several_values() {
    let archive = tankers();
    let mut filter = Filter::default();
    let values = ["reza-soltani", "iran"].map(String::from);
    filter.facets.insert(Facet::Source, Choice { include: values.into(), exclude: [].into() });
    assert_eq!(archive.ask(&filter, 0, 50).rows.len(), 4);
    filter.all.insert(Facet::Source);
    assert_eq!(archive.ask(&filter, 0, 50).rows.len(), 0);
}

#[test]
fn evidence_is_whole_sentences_and_the_one_pointed_back_to() {
    let archive = tankers();
    let rows = archive.ask(&Filter::default(), 0, 50).rows;
    assert_eq!(words(&rows[0]), "Iran demands that Britain release the tanker.");
    assert_eq!(
        words(&rows[3]),
        "Soltani told IRNA that Britain had rejected the offer of talks.\nCAPTION Tehran denies this."
    );
    assert_eq!(words(&rows[6]), "Sultani wants the tanker to be released. Never to be seized again.");
    for row in &rows {
        let text = &archive.articles.iter().find(|a| a.id == row.article).unwrap().text;
        let of = |points: [u32; 2]| Ruler::new(text).span_bytes(points).of(text);
        assert_eq!(row.content_spans.iter().map(|s| of(*s)).collect::<Vec<_>>(), row.content);
        assert_eq!(row.cue_span.map_or("", of), row.cue);
    }
}

#[test]
fn the_readers_passages_are_the_text() {
    let archive = tankers();
    for article in &archive.articles {
        let view = archive.read(&article.id, &Filter::default()).unwrap();
        for (passage, zone) in view.passages.iter().zip(&article.zones) {
            let joined: String = passage.sentences.iter().flat_map(|s| &s.pieces).map(|p| p.text.as_str()).collect();
            assert_eq!(joined, zone.span.of(&article.text));
        }
        assert_eq!(view.passages.len(), article.zones.len());
    }
    assert_eq!(archive.read("a1", &Filter::default()).unwrap().hidden, 1);
    assert!(archive.read("nowhere", &Filter::default()).is_none());
}

#[test]
fn the_histogram_ignores_its_own_range() {
    let archive = tankers();
    let answer = archive.ask(&decode("#/statements?v=1&date=2019-07-22&act=demand,state"), 0, 50);
    assert_eq!(answer.histogram, [(Some("2019-07-20".into()), 2), (Some("2019-07-22".into()), 1), (None, 1)]);
    assert_eq!(answer.totals.statements, 1);
}

#[test]
fn search_finds_words_phrases_prefixes_and_not() {
    let archive = tankers();
    for (q, expected) in [
        ("tanker", &["a1.1", "a2.2", "a3.1"][..]),
        ("tanker -release", &["a2.2", "a3.1"]),
        ("tanker release", &["a1.1"]),
        ("\"offer of talks\"", &["a1.2", "a1.2.2", "a1.3"]),
        ("\"talks of offer\"", &[]),
        ("releas*", &["a1.1", "a1.4", "a2.2"]),
        ("muscat OR (diplomat AND talks)", &["a1.4", "a2.1"]),
        ("diplomat | praised", &["a1.4", "a3.2"]),
        ("NOT tanker", &["a1.2", "a1.2.2", "a1.3", "a1.4", "a2.1", "a3.2"]),
        ("MUSCAT", &["a2.1"]),
        ("beaches", &[]),
    ] {
        let filter = Filter { q: q.into(), ..Filter::default() };
        let found: Vec<_> = archive.ask(&filter, 0, 50).rows.into_iter().map(|r| r.id).collect();
        assert_eq!(found, expected, "{q}");
    }
}

#[test]
fn search_says_which_spelling_it_used() {
    let archive = tankers();
    let answer = archive.ask(&decode("#/statements?q=soltani"), 0, 50);
    assert_eq!(answer.variants, [("soltani".into(), "Sultani".into())]);
    let found: Vec<_> = answer.rows.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(found, ["a1.2", "a1.2.2", "a1.3", "a2.2"]);
    assert!(answer.absent.is_empty());

    let slip = archive.ask(&decode("#/statements?q=diplomta"), 0, 50);
    assert_eq!(slip.variants, [("diplomta".into(), "diplomat".into())]);
    assert_eq!((slip.absent, slip.rows.len()), (vec!["diplomta".to_string()], 1));
}

#[test]
fn hits_are_marked_and_sentences_without_statement_admitted() {
    let archive = tankers();
    let answer = archive.ask(&decode("#/statements?q=seoul+OR+muscat"), 0, 50);
    assert_eq!(answer.rows.len(), 1);
    let hit = answer.rows[0].evidence.iter().find(|p| p.marks.iter().any(|m| m.part == Part::Hit)).unwrap();
    assert_eq!(hit.text, "Muscat");
    assert_eq!((answer.hits_total, answer.hits[0].id.as_str()), (1, "a2.4"));
    let elsewhere = archive.ask(&decode("#/statements?q=seoul+OR+muscat&doc=a1"), 0, 50);
    assert_eq!((elsewhere.rows.len(), elsewhere.hits_total), (0, 0));
    let keys: Vec<_> = elsewhere.loosen.iter().map(|l| (l.key.as_str(), l.statements)).collect();
    assert_eq!(keys, [("q", 5), ("doc", 1)]);
}

#[test]
fn sentences_with_words_of_a_chosen_act_are_admitted() {
    let archive = tankers();
    let found = |link: &str| -> Vec<String> {
        let hits = archive.ask(&decode(link), 0, 50).hits;
        let marked = |h: &crate::query::answer::TextHit| {
            h.sentence.iter().filter(|p| !p.marks.is_empty()).map(|p| p.text.as_str()).collect::<String>()
        };
        hits.iter().map(|h| format!("{} {}", h.id, marked(h))).collect()
    };
    assert_eq!(found("#/statements?act=propose"), ["a2.0 offers"]);
    assert_eq!(ids(&archive, "#/statements?to=none&act=demand"), ["a2.2"]);
    // Who speaks is known of statements only; words that tell nothing by themselves would find half of a text.
    assert_eq!(found("#/statements?act=propose&by=oman"), Vec::<String>::new());
    assert_eq!(found("#/statements?act=state"), Vec::<String>::new());
    assert_eq!(found("#/statements?act=propose&doc=a1"), Vec::<String>::new());
}

#[test]
fn search_in_content_or_the_whole_article() {
    let archive = tankers();
    assert_eq!(ids(&archive, "#/statements?q=britain&in=content"), ["a1.1", "a1.2"]);
    assert_eq!(ids(&archive, "#/statements?q=seoul&in=article").len(), 2);
}

proptest! {
    #[test]
    fn no_search_panics(q in "\\PC{0,40}|[-\"()|*a-c ORNTAD]{0,30}") {
        let archive = tankers();
        let answer = archive.ask(&Filter { q, ..Filter::default() }, 0, 50);
        for hit in &answer.hits {
            prop_assert!(!hit.sentence.is_empty());
        }
    }
}

#[test]
fn topics_and_aliases_are_the_codebooks() {
    let archive = tankers();
    assert_eq!(ids(&archive, "#/statements?on=release"), ["a1.1", "a2.2", "a3.1"]);
    assert_eq!(ids(&archive, "#/statements?on=negotiations,-release"), ["a1.2", "a1.2.2", "a1.3", "a1.4", "a2.1"]);
    let answer = archive.ask(&decode("#/statements?q=JCPOA"), 0, 50);
    assert_eq!(answer.variants, [("JCPOA".into(), "2015 accord".into())]);
    assert_eq!(answer.absent, ["JCPOA"]);
    assert_eq!((answer.rows.len(), answer.hits.len()), (0, 1));
}

fn view(link: &str) -> ViewData {
    tankers().view(&decode(link))
}

#[test]
fn topics_across_articles_and_their_wordings() {
    let ViewData::Topics(topics) = view("#/topics/release?v=1&act=demand,state") else { panic!() };
    assert_eq!(topics.articles.iter().map(|a| a.slug.as_str()).collect::<Vec<_>>(), ["a1", "a2", "a3"]);
    let rows: Vec<_> = topics.topics.iter().map(|t| (t.topic.slug.as_str(), t.articles, t.statements)).collect();
    assert_eq!(rows, [("release", 3, 3), ("negotiations", 1, 1)]);
    assert_eq!(topics.topics[0].cells, [vec![(Act::Demand, 1)], vec![(Act::Demand, 1)], vec![(Act::State, 1)]]);
    assert_eq!(topics.without, 0);
    let open = topics.open.unwrap();
    let wordings: Vec<_> =
        open.columns.iter().map(|(a, rows)| (a.slug.as_str(), rows[0].content[0].as_str())).collect();
    assert_eq!(
        wordings,
        [("a1", "Britain release the tanker"), ("a2", "the tanker to be released"), ("a3", "the tanker is free")]
    );
    assert!(open.missing.is_empty());
}

#[test]
fn the_timeline_has_undated_statements_last() {
    let ViewData::Timeline(timeline) = view("#/timeline") else { panic!() };
    let entries: Vec<_> = timeline.entries.iter().map(|e| (e.day.as_deref(), e.weekday, e.rows.len())).collect();
    assert_eq!(entries, [(Some("2019-07-20"), Some(5), 5), (Some("2019-07-22"), Some(0), 2), (None, None, 2)]);
    assert_eq!((timeline.lanes, timeline.more), ([0, 7, 2], 0));
}

#[test]
fn actors_by_what_they_make_receive_and_relay() {
    let ViewData::Actors(actors) = view("#/actors/reza-soltani") else { panic!() };
    let open = actors.open.unwrap();
    assert_eq!((open.actor.made, open.actor.received, open.actor.relayed, open.actor.articles), (2, 0, 1, 2));
    assert_eq!(open.actor.spellings, [("Soltani".into(), 1), ("Sultani".into(), 1)]);
    assert_eq!(
        open.mentions.iter().map(|m| (m.0.slug.as_str(), m.1, m.2.as_str())).collect::<Vec<_>>(),
        [("a1", 1, "a1.2"), ("a2", 1, "a2.2")]
    );
    let at = |list: &[Head], slug: &str| list.iter().position(|h| h.slug == slug).unwrap();
    let (iran, britain) = (at(&actors.matrix.sources, "iran"), at(&actors.matrix.addressees, "united-kingdom"));
    assert_eq!(actors.matrix.cells[iran][britain], [(Act::Demand, 1)]);
    let ViewData::Actors(actors) = view("#/actors/a-diplomat") else { panic!() };
    assert_eq!(actors.open.unwrap().actor.kind, None);
    let ViewData::Actors(actors) = view("#/actors/no-such-one") else { panic!() };
    assert!(actors.open.is_none());
}

#[test]
fn figures_are_listed_by_the_filter() {
    let ViewData::Figures(figures) = view("#/figures") else { panic!() };
    let words: Vec<_> = figures.figures.iter().map(|f| (f.id.as_str(), f.words.as_str(), f.counted.as_str())).collect();
    assert_eq!(words, [("a1.5", "More than 5 ships", "ships"), ("a2.4", "2 ships", "ships")]);
    let [group] = figures.groups.as_slice() else { panic!("{:?}", figures.groups) };
    assert!(group.disagree);
    assert_eq!((group.reach.articles, group.reach.outlets, group.reach.bare, group.named), (2, 1, 1, 0));
    let ViewData::Figures(chosen) = view("#/figures?v=1&act=demand") else { panic!() };
    assert_eq!(chosen.total, 0);
}

#[test]
fn keywords_in_context() {
    let ViewData::Concordance(lines) = view("#/concordance?q=tanker") else { panic!() };
    let keywords: Vec<_> = lines.lines.iter().map(|l| (l.id.as_str(), l.keyword.as_str())).collect();
    assert_eq!(keywords, [("a1.0", "Tanker"), ("a1.1", "tanker"), ("a2.2", "tanker"), ("a3.1", "tanker")]);
    assert_eq!(lines.lines[1].right, ". Soltani told IRNA that Britain had rejected the offer of talks.");
    assert_eq!(lines.by_right, [0, 3, 1, 2]);
    let ViewData::Concordance(cues) = view("#/concordance?act=deny,praise") else { panic!() };
    let keywords: Vec<_> = cues.lines.iter().map(|l| (l.id.as_str(), l.keyword.as_str())).collect();
    assert_eq!(keywords, [("a1.3", "denies"), ("a3.2", "praised")]);
    assert!(cues.cues && cues.total == 2);
}

#[test]
fn sourcing_by_outlet_and_agency() {
    let ViewData::Sources(sources) = view("#/sources") else { panic!() };
    let outlets: Vec<_> = sources.outlets.iter().map(|o| (o.outlet.slug.as_str(), o.statements)).collect();
    assert_eq!(outlets, [("gulf-courier", 5), ("le-soir", 2), ("not-stated", 2)]);
    assert_eq!(sources.outlets[0].unnamed, [(Head { slug: "a-diplomat".into(), label: "a diplomat".into() }, 1)]);
    let agencies: Vec<_> = sources.agencies.iter().map(|a| a.agency.label.as_str()).collect();
    assert_eq!(agencies, ["Islamic Republic News Agency", "Reuters"]);
    let names = |all: &[(Head, u32)]| all.iter().map(|(head, n)| (head.label.clone(), *n)).collect::<Vec<_>>();
    let of = |name: &str, n: u32| (name.to_string(), n);
    // A state that wants something is no person or body that speaks; a medium is named where it passes on.
    assert_eq!(names(&sources.outlets[0].named), [of("Reza Soltani", 1)]);
    assert_eq!(names(&sources.outlets[0].states), [of("Iran", 2), of("United Kingdom", 1)]);
    assert_eq!(names(&sources.outlets[0].agencies), [of("Islamic Republic News Agency", 1)]);
    assert_eq!((sources.named, sources.agencies[0].counts), (2, (1, 0)));
}

#[test]
fn names_are_counted_as_the_chosen_articles_print_them() {
    let printed = |fragment: &str| {
        let ViewData::Actors(actors) = view(fragment) else { panic!() };
        actors.actors.into_iter().find(|a| a.who.slug == "reza-soltani").map(|a| a.spellings).unwrap_or_default()
    };
    assert_eq!(printed("#/actors").len(), 2);
    assert_eq!(printed("#/actors?doc=a2"), [("Sultani".to_string(), 1)]);
}

/// An archive of these articles, read as the site reads them.
fn read(texts: &[&str]) -> Archive {
    let article = |(n, text): (usize, &&str)| Article { id: format!("b{n}"), ..Article::plain(*text) };
    let articles = texts.iter().enumerate().map(article).collect();
    Archive::open(Bundle { articles, ..Bundle::default() }, &mut |_, _| ())
}

#[test]
fn british_and_american_spellings_are_found_together() {
    let archive = read(&[
        "Korea’s minister Park spoke of collective defense and said that the program goes on.",
        "Japan’s minister Sato rejected a collective defence and said that the programmes must stop.",
    ]);
    for (q, other) in
        [("defence", "defense"), ("%22collective+defense%22", "collective defence"), ("programme*", "program")]
    {
        let answer = archive.ask(&decode(&format!("#/statements?v=1&q={q}")), 0, 50);
        let articles: Vec<_> = answer.rows.iter().map(|r| r.article.as_str()).collect();
        assert!(articles.contains(&"b0") && articles.contains(&"b1"), "{q}: {articles:?}");
        assert!(answer.variants.iter().any(|(_, v)| v == other), "{q}: {:?}", answer.variants);
    }
}

#[test]
fn a_side_is_a_state_and_those_who_speak_for_it() {
    let archive =
        read(&["Kenyan Foreign Minister Jane Otieno rejected the offer. Otieno demanded that the border be opened. \
         Somali President Ali Warsame said that Kenya wants to close the port."]);
    let of = |side: &str| {
        let rows = archive.ask(&decode(&format!("#/statements?v=1&side={side}")), 0, 50).rows;
        rows.iter().flat_map(|r| &r.sources).map(|s| s.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("kenya"), ["Jane Otieno", "Jane Otieno"]);
    // What he says of Kenya is his side's word.
    assert!(of("somalia").contains(&"Ali Warsame".to_string()), "{:?}", of("somalia"));
}

#[test]
fn damaged_sentences_can_be_listed_where_no_statement_was_read() {
    let archive = read(&[
        "Minister rejects offer\n\nThe road along the coast along the coast was wet. The minister rejected the offer.\n",
    ]);
    let answer = archive.ask(&decode("#/statements?v=1&text=doubled-phrase"), 0, 50);
    assert_eq!((answer.totals.statements, answer.hits_total), (0, 1), "{:?}", answer.hits);
    let all = archive.ask(&decode("#/statements"), 0, 50);
    let quality = all.facets.iter().find(|f| f.facet == Facet::Quality).map(|f| &f.values[..]).unwrap_or_default();
    assert!(quality.iter().any(|v| v.slug == "doubled-phrase" && v.count == 0), "{quality:?}");
    // With words: both must hold.
    assert_eq!(archive.ask(&decode("#/statements?v=1&text=doubled-phrase&q=minister"), 0, 50).hits_total, 0);
}

#[test]
fn keywords_stand_in_what_the_filter_shows() {
    let lines = |fragment: &str| {
        let ViewData::Concordance(lines) = view(fragment) else { panic!() };
        lines.lines.iter().map(|l| (l.id.clone(), l.keyword.clone())).collect::<Vec<_>>()
    };
    let at = |id: &str, word: &str| (id.to_string(), word.to_string());
    assert_eq!(lines("#/concordance?q=tanker+demands"), [at("a1.1", "demands"), at("a1.1", "tanker")]);
    assert_eq!(lines("#/concordance?q=tanker&act=demand"), [at("a1.1", "tanker"), at("a2.2", "tanker")]);
}

#[test]
fn differences_come_first() {
    let ViewData::Compare(compared) = view("#/compare?v=1&cmp=doc.a1,doc.a2,doc.zz") else { panic!() };
    assert_eq!(compared.unknown, ["doc.zz"]);
    let rows: Vec<_> = compared.rows.iter().map(|r| (r.topic.slug.as_str(), r.difference, r.counts.clone())).collect();
    assert_eq!(rows, [("negotiations", Difference::Worded, vec![4, 1]), ("release", Difference::Worded, vec![1, 1])]);
    let ViewData::Compare(compared) = view("#/compare?v=1&cmp=by.oman,by.iran&act=propose,demand") else { panic!() };
    assert!(compared.rows.iter().all(|r| r.difference == Difference::OnlyHere));
    let ViewData::Compare(all) = view("#/compare") else { panic!() };
    assert_eq!(all.columns.iter().map(|c| c.key.as_str()).collect::<Vec<_>>(), ["doc.a1", "doc.a2"]);
}

#[test]
fn the_overview_shows_coverage_and_disagreement() {
    let ViewData::Overview(overview) = view("#/") else { panic!() };
    assert_eq!((overview.totals.statements, overview.coverage.len(), overview.disagreements.len()), (9, 2, 1));
    assert_eq!(view("#/statements"), ViewData::Nothing);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_link_breaks_a_view(
        view in proptest::sample::select(View::ALL.to_vec()),
        rest in "(/[a-z0-9-]{0,8})?(\\?v=1)?(&(act|by|to|on|doc|q|cmp|date|sel)=(deny|demand|iran|a1|doc\\.a2|talks|release|,|-){0,3}){0,3}",
    ) {
        let filter = decode(&format!("#/{}{rest}", view.slug()));
        let archive = tankers();
        let _ = (archive.view(&filter), archive.ask(&filter, 0, 50));
        for form in Form::ALL {
            let _ = export(&archive, &filter, "https://example.org/", form);
        }
    }
}

#[test]
fn figures_of_the_same_parties_and_time_can_disagree() {
    let told = |id: &str, year: i32, text: &str| {
        (sample::article(id, None, crate::corpus::day::Day::new(year, 7, 20), text), Vec::new())
    };
    let same = "Brief\nMore than 5 ships of Iran lie near Oman.\n";
    let groups = |corpus: Vec<_>| {
        let groups = sample::archive(corpus).figures(&Filter::default()).groups;
        groups.iter().map(|g| (g.counted.clone(), g.reach.articles, g.disagree)).collect::<Vec<_>>()
    };
    let also = "Brief\nOman counted 2 ships of Iran.\n";
    assert_eq!(groups(vec![told("a", 2019, same), told("b", 2019, also)]), [("ships".to_string(), 2, true)]);
    assert_eq!(groups(vec![told("a", 2019, same), told("b", 2021, also)]), [("ships".to_string(), 2, false)]);
    let other = "Brief\nBritain sent 2 ships.\n";
    assert_eq!(groups(vec![told("a", 2019, same), told("b", 2019, other)]), []);
}

#[test]
fn figures_of_one_nation_stand_side_by_side() {
    let told = |id: &str, text: &str| sample::article(id, None, crate::corpus::day::Day::new(2023, 8, 4), text);
    let groups = |a: &str, b: &str| {
        let articles = vec![told("a", a), told("b", b)];
        let bundle = Bundle { articles, codebook: Default::default(), fingerprint: String::new() };
        let groups = Archive::open(bundle, &mut |_, _| ()).figures(&Filter::default()).groups;
        groups.iter().map(|g| (g.counted.clone(), g.disagree)).collect::<Vec<_>>()
    };
    let a = "Brief\nThe junta in Niger wants 1,500 French soldiers to leave, Chad says.\n";
    assert_eq!(
        groups(a, "Brief\nSome 1,300 French troops stay, Mali and Benin say.\n"),
        [("soldiers".to_string(), true)]
    );
    assert_eq!(groups(a, "Brief\nSome 1,300 German troops stay, Mali and France say.\n"), []);
    // So many were hurt, whoever they are.
    let four = "Brief\nFour Filipino sailors were injured, according to the Philippine Coast Guard.\n";
    let three = "Brief\nThree Filipino sailors were slightly hurt on Saturday, Manila says.\n";
    assert_eq!(groups(four, three), [("wounded".to_string(), true)]);
}
