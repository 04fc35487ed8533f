//! Scraped pages of many kinds of sites (`cases/zones/*.txt`), each line with the zone it must be read as.
//!
//! A case's line is a letter, a space and the line of the page; a second zone in one line starts after ` ⟦X `.
//! Letters: H headline, R repeated headline, S subheading, B body, C caption, P credit of a picture, F furniture.
//! Lines that start with `//` say where such pages come from. All pages are invented.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::corpus::zone::{Repetition, Zone, ZoneKind, zones, zones_in};
use proptest::prelude::*;
use std::{fs, path::Path};

fn letter(kind: ZoneKind) -> char {
    match kind {
        ZoneKind::Headline => 'H',
        ZoneKind::RepeatedHeadline => 'R',
        ZoneKind::Subheading => 'S',
        ZoneKind::Body => 'B',
        ZoneKind::Caption => 'C',
        ZoneKind::Credit => 'P',
        ZoneKind::Furniture => 'F',
    }
}

/// The page of a case, and its expected zones as (letter, words).
fn read(case: &str) -> (String, Vec<(char, String)>) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    for line in case.lines().filter(|l| !l.starts_with("//") && !l.trim().is_empty()) {
        let mut letter = line.chars().next().unwrap();
        for (i, part) in line[2..].split("⟦").enumerate() {
            let words = if i == 0 { part } else { &part[2..] };
            if i > 0 {
                letter = part.chars().next().unwrap();
            }
            text.push_str(words);
            expected.push((letter, words.trim().to_string()));
        }
        text.push_str("\n\n");
    }
    (text, expected)
}

#[test]
fn pages_of_many_sites_are_sorted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/zones");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let cases: Vec<_> = files.iter().map(|f| read(&fs::read_to_string(f).unwrap())).collect();
    let corpus = Repetition::of(cases.iter().map(|c| c.0.as_str()));
    let mut wrong = String::new();
    for (file, (text, expected)) in files.iter().zip(&cases) {
        let found: Vec<_> =
            zones_in(text, &corpus).iter().map(|z| (letter(z.kind), z.span.of(text).to_string())).collect();
        for pair in expected.iter().filter(|e| !found.contains(e)) {
            let read_as: String =
                found.iter().filter(|f| pair.1.contains(&f.1) || f.1.contains(&pair.1)).map(|f| f.0).collect();
            wrong += &format!("{}: {} read as {read_as}: {}\n", file.file_stem().unwrap().display(), pair.0, pair.1);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Together the zones hold every character but white space, in order, without overlap.
fn check(text: &str, zones: &[Zone]) {
    let joined: String = zones.iter().map(|z| z.span.of(text)).collect();
    let squeeze = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(squeeze(&joined), squeeze(text));
    assert!(zones.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    assert!(zones.iter().all(|z| !z.span.is_empty() && z.span.trim(text) == z.span));
}

proptest! {
    #[test]
    fn zones_hold_every_character(text in "(\\PC{0,40}\n?){0,8}") {
        check(&text, &zones(&text, &[]));
    }

    #[test]
    fn zones_hold_every_character_of_pages(
        lines in proptest::collection::vec(
            (0usize..12, "[A-Z][a-z ]{0,30}[.:…”]?( [–|-] [A-Z]{2,4})?( ?/ AFP)?"), 0..14),
    ) {
        const LEADS: [&str; 12] = [
            "", "See also\u{a0} ", "Photo: ", "– ", "the: ", "By ", "Check Also ", "Leave a Reply ", "#", "“", "5 min read ",
            "Related posts\n",
        ];
        let text: String = lines.iter().map(|(lead, line)| format!("{}{line}\n", LEADS[*lead])).collect();
        check(&text, &zones(&text, &[&text]));
    }
}
