//! Statements, case by case: each file in `tests/cases/statements` holds sentences and what must be read from them.
//!
//! ```text
//! text: Iran’s foreign minister said Tehran would not negotiate under pressure.
//! Iran’s foreign minister | said | Tehran would not negotiate under pressure | reject | indirect
//! ```
//! A case is a text (`\n` = a new paragraph) and under it a line for each statement: source | cue | content | act | mode |
//! addressee (optional). `–` = none; `…‖…` parts pieces; `*` = whatever; no line = no statement at all.

use demarche::{
    corpus::{article::Article, catalogue::Entry, day::Day, prepare, zone},
    extract::{
        annotated,
        statement::{Mode, Statement},
    },
    link::reading,
    share::jsonl,
    text::unseen,
};
use proptest::prelude::*;
use std::fs;

mod common;

fn article(text: &str) -> Article {
    let entry = Entry { published: Day::new(2023, 5, 17), ..Entry::default() };
    Article { id: "case".into(), zones: zone::zones(text, &[]), entry, ..Article::plain(text) }
}

fn line(s: &Statement, text: &str) -> String {
    let mode = match s.mode {
        Mode::Direct => "direct",
        Mode::Indirect => "indirect",
        Mode::Mixed => "mixed",
    };
    let or_none = |words: Option<&str>| words.unwrap_or("–").to_string();
    [
        or_none(s.source.as_ref().and_then(|p| p.span).map(|p| p.of(text))),
        or_none(s.cue.map(|c| c.of(text))),
        s.content.iter().map(|c| c.of(text)).collect::<Vec<_>>().join(" ‖ "),
        s.act.slug().to_string(),
        mode.to_string(),
        or_none(s.addressees.first().and_then(|p| p.span).map(|p| p.of(text))),
    ]
    .join(" | ")
}

fn fits(wanted: &str, seen: &str) -> bool {
    let (wanted, seen): (Vec<_>, Vec<_>) = (wanted.split('|').collect(), seen.split('|').collect());
    wanted.len() <= seen.len() && wanted.iter().zip(&seen).all(|(w, s)| w.trim() == "*" || w.trim() == s.trim())
}

/// The days of the statements of a text that came out on Wednesday, 17 May 2023; empty = none.
fn days(text: &str) -> Vec<String> {
    let statements = reading::read(&article(text)).statements;
    statements.iter().map(|s| s.day.value.map_or(String::new(), |v| v.iso())).collect()
}

#[test]
fn a_deadline_is_no_day_of_the_act() {
    for text in [
        "Keshe demanded an apology from Sudan by Friday.",
        "Eritrea demanded an answer from Sudan by 3 March 2023.",
        "Malaysia wants the court to stop the filling of the dam before the summer.",
        "Serbia demanded a reply from Kosovo before the end of May.",
        "Guyana called for the withdrawal of the ships no later than 30 April 2023.",
        "Taiwan asked for an answer ahead of Tuesday.",
        "Iran demanded an apology on Saturday next week.",
        "The ship ran aground in 1999, and Manila has promised to tow it away.",
    ] {
        assert_eq!(days(text), [""], "{text}");
    }
    let both = "On Monday Eritrea demanded an answer from Sudan by Friday.";
    assert_eq!(days(both), ["2023-05-15"]);
    assert_eq!(days("Korea will meet Japan on Friday."), ["2023-05-19"]);
    let added = "Premier Ana Pop said on Friday that the door was open. The talks are going well, Pop added.";
    assert_eq!(days(added), ["2023-05-12"; 2]);
    let after = "Premier Ana Pop said on Friday that the door was open. “We wait,” Pop said after seeing the king.";
    assert_eq!(days(after), ["2023-05-12"; 2]);
    // When something else was, or is to be.
    for text in [
        "Kenya has summoned the ambassador after the coast guard fired at a boat on Saturday.",
        "Hungary announced a visit of the Pope in October.",
        "Malaysia thanked Japan because it had paid in April.",
        "The president praised today’s ruling of the court.",
    ] {
        assert_eq!(days(text), [""], "{text}");
    }
    let reported =
        "Minister Ahmed Nur told parliament that Chad had promised in March to wait. He accused Mali of bad faith.";
    assert_eq!(days(reported), ["", "2023-03", ""]);
    let spoken = "Minister Ahmed Nur said on Tuesday that the dam leaks. He accused Mali of neglect.";
    assert_eq!(days(spoken), ["2023-05-16"; 2]);
    assert_eq!(days("Kenya rejected the plan in April."), ["2023-04"]);
    assert_eq!(days("Kenya rejected the plan at today’s briefing."), ["2023-05-17"]);
    assert_eq!(days("Paris took note on Tuesday. France regrets the decision of Mali."), ["2023-05-16"]);
}

/// What the scorer reads of a text, and where it stands there.
fn lines(text: &str) -> (Vec<serde_json::Value>, Vec<String>) {
    let entry = Entry { published: Day::new(2023, 5, 17), ..Entry::default() };
    let articles = prepare::articles(vec![("a".into(), text.into(), entry)]);
    let readings = [reading::read(&articles[0])];
    let entities = reading::join(&readings);
    let letters: Vec<char> = text.chars().collect();
    let (mut rows, mut slices) = (Vec::new(), Vec::new());
    for line in jsonl::lines(&articles[0], &readings[0], 0, &entities) {
        let mut row = serde_json::json!(line);
        let mut place = |part: &serde_json::Value| {
            let [start, end] = [0, 1].map(|n| part[n].as_u64().unwrap_or(0) as usize);
            slices.push(letters[start..end].iter().collect::<String>());
        };
        place(&serde_json::json!([row["start"], row["end"]]));
        for part in ["source", "cue"] {
            place(&row[part]);
        }
        row["content"].as_array().unwrap_or(&Vec::new()).iter().for_each(place);
        for part in ["start", "end", "source", "cue", "content"] {
            row[part].take();
        }
        rows.push(row);
    }
    (rows, slices)
}

const SCRAPED: &str = "Sudan rejects offer\n\nBy Amira Hassan\n\nSudanese Foreign Minister Samir Hassan rejected on \
    Monday the offer of the “Arab League” to send 3,000 observers, the paper al-Ahram reported.\n\n“We don’t want them,” \
    Hassan told Reuters – and the U.S. can’t decide.\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn marks_that_nobody_sees_change_no_statement(
        places in proptest::collection::vec((0usize..SCRAPED.len(), "[\u{ad}\u{200b}\u{200d}\u{200f}\u{2060}\u{2068}\u{2069}\u{feff}\u{fe0f}]"), 1..20),
    ) {
        let mut text = String::new();
        for (n, c) in SCRAPED.chars().enumerate() {
            places.iter().filter(|(at, _)| *at == n).for_each(|(_, mark)| text.push_str(mark));
            text.push(c);
        }
        let ((rows, slices), (plain, words)) = (lines(&text), lines(SCRAPED));
        prop_assert!(plain.iter().filter(|row| row["kind"] == "statement").count() >= 2);
        prop_assert_eq!(rows, plain);
        for (slice, word) in slices.iter().zip(&words) {
            prop_assert_eq!(unseen::parted(slice).0, word.as_str());
            let ends = |c: char| unseen::is_unseen(c);
            prop_assert!(!slice.starts_with(ends) && !slice.ends_with(ends));
        }
    }
}

#[test]
fn who_answers_in_a_transcript() {
    let answers = |text: &str| {
        let article = article(text);
        let read = reading::read(&article);
        let named = |m: &usize| read.mentions[*m].span.of(text);
        let spoken = read.statements.iter().filter(|s| s.cue.is_none() && s.act.slug() != "ask");
        spoken
            .map(|s| s.source.iter().flat_map(|p| &p.referents).map(named).collect::<Vec<_>>().join("+"))
            .collect::<Vec<_>>()
    };
    // Whom the speaker tells of does not speak; a medium that nothing lists asks.
    let conference = "Lena Vogt: I have a message first. Special Envoy Marko Iveric will travel to Lima on June 24.\n\n\
        Harbour Courier: Has the ministry received a reply?\n\nA: The reply arrived yesterday and we study it now.\n\n\
        Morning Ledger: Will the port remain open?\n\nA: The port works as before.";
    assert_eq!(answers(conference), ["Lena Vogt", "Lena Vogt", "Lena Vogt"]);
    let hearsay =
        article("It is said that President Marko Iveric has renewed his demands to Peru for the return of the ships.");
    assert!(reading::read(&hearsay).statements[0].addressees.is_empty());
}

#[test]
fn through_what_it_was_said() {
    let via = |text: &str| {
        let article = article(text);
        let statements = reading::read(&article).statements;
        let spans = statements.iter().flat_map(|s| &s.via).filter_map(|p| p.span);
        spans.map(|s| s.of(text).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        via("Serano told the Interfax news agency on Friday that the plan had failed."),
        ["the Interfax news agency"]
    );
    assert_eq!(via("Kenyan minister Jane Otieno wrote on Twitter that the port stays open."), ["Twitter"]);
    assert_eq!(
        via("“The port stays open,” the Kenyan ministry writes in a statement to Reuters on Monday."),
        ["Reuters"]
    );
    assert_eq!(via("Kenya confirms to AFP that a note was sent, but denies that it was secret."), ["AFP", "AFP"]);
    // Who spoke to a medium, by its own account.
    assert_eq!(via("Several diplomats Reuters has spoken to say that the strait stays open."), ["Reuters"]);
    assert_eq!(
        via("Three officials the Financial Times has interviewed expect that the talks fail."),
        ["Financial Times"]
    );
    assert_eq!(via("Four ministers Le Monde talked to, warn that the fund is empty."), ["Le Monde"]);
    assert_eq!(via("Two diplomats who spoke to Reuters said the embassy will close."), ["Reuters"]);
    assert_eq!(via("A Laotian envoy, quoted by Kyodo, denied that the dam leaks."), ["Kyodo"]);
    assert_eq!(via("Omani minister Salim Harthy, speaking to Al Jazeera, demanded a ceasefire."), ["Al Jazeera"]);
    assert_eq!(via("A commission sponsored by Norway said that the dam leaks."), [""; 0]);
    // "This emerges from": the sentence before came through it.
    let emerges = "Kenya demands that Chad close the port. This emerges from a letter which the BBC has published.";
    assert_eq!(via(emerges), ["BBC"]);
    assert_eq!(via("Oman warned of a blockade. That follows from a note Al Jazeera has seen."), ["Al Jazeera"]);
    let both =
        "Lima denies that the ship was boarded and accuses Quito of fraud. This emerged from a cable obtained by AFP.";
    assert_eq!(via(both), ["AFP", "AFP"]);
    assert_eq!(via("Laos rejects the treaty. This emerges from a speech by the minister."), [""; 0]);
    let chain =
        "According to the newspaper Al-Ahram, which cites a source near Dbeibah, Kenya has promised Chad a port.";
    assert_eq!(via(chain), ["the newspaper Al-Ahram", "a source near Dbeibah", "the newspaper Al-Ahram"]);
    let chain =
        "Nairobi confirms: Kenya opens the port, writes the AFP news agency with reference to the Ministry of Defence.";
    assert_eq!(via(chain), ["the Ministry of Defence", "the AFP news agency"]);
    assert_eq!(via("Jane Otieno, the Kenyan minister, denied on Facebook that the port had closed."), ["Facebook"]);
    assert_eq!(via("Kenyan minister Jane Otieno said that Uganda had lied on Twitter."), [""; 0]);
    // Who rejects a demand does not pass it on.
    assert_eq!(via("Uganda rejects a Kenyan demand that it close the port."), [""; 0]);
    assert_eq!(via("Otieno said that Uganda rejects Chad’s demand that it close the port."), ["Otieno", "Otieno"]);
    assert_eq!(via("Kenyan minister Jane Otieno said on Monday that the port stays open."), [""; 0]);
}

#[test]
fn every_case_is_read_as_written() {
    let mut failures = Vec::new();
    for file in common::texts("tests/cases/statements") {
        let content = fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        for case in content.split("text: ").skip(1) {
            let mut lines = case.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
            let text = lines.next().unwrap_or_default().replace("\\n", "\n\n");
            let wanted: Vec<&str> = lines.collect();
            let article = article(&text);
            let seen: Vec<String> = reading::read(&article).statements.iter().map(|s| line(s, &text)).collect();
            let missing = wanted.iter().filter(|w| !seen.iter().any(|s| fits(w, s))).count();
            if missing > 0 || wanted.len() != seen.len() {
                failures.push(format!(
                    "{name}: {text}\n  wanted:\n    {}\n  seen:\n    {}",
                    wanted.join("\n    "),
                    seen.join("\n    ")
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{} cases:\n{}", failures.len(), failures.join("\n"));
}

fn word() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(vec![
        "said",
        "that",
        "Iran",
        "demands",
        "“",
        "”",
        ",",
        ".",
        "\n",
        "– ",
        "according to",
        "the minister",
        "who",
        "and",
        "’s",
        "to",
        "met",
        "with",
        ":",
        "(Labour)",
        "would",
        "not",
        "ø",
        "was told",
        "saying",
        "?",
        "its",
        "for",
        "by",
        "talks",
        "reportedly",
    ]);
    prop_oneof![4 => known.prop_map(str::to_string), 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn any_text_gives_spans_on_borders_inside_it(words in proptest::collection::vec(word(), 0..60)) {
        let article = article(&words.join(" "));
        for s in reading::read(&article).statements {
            prop_assert!(!s.content.is_empty());
            let spans = s.content.iter().chain(&s.cue).chain(s.source.iter().filter_map(|p| p.span.as_ref()));
            for span in spans {
                prop_assert!(!span.of(&article.text).is_empty(), "{s:?}");
            }
        }
    }
}

/// Translated pages break off anywhere: no cut may lead a rule past the end of the text.
#[test]
fn a_sentence_cut_short_anywhere_is_read() {
    let texts = common::texts("tests/gold/own").into_iter();
    let read = texts.flat_map(|f| annotated::read(&fs::read_to_string(f).unwrap()).unwrap().all);
    let mut cuts = 0;
    for (n, sentence) in read.enumerate() {
        let text = sentence.into_story().text;
        let whole = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        for at in text.match_indices(' ').map(|(at, _)| at).skip(n % 5).step_by(5).chain([whole]) {
            cuts += 1;
            reading::read(&article(&text[..at]));
        }
    }
    assert!(cuts > 1000, "{cuts}");
}
