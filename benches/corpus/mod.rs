//! The corpus of the benchmarks: this project's own articles, copied with other names in each copy, so that no cache of
//! names flatters and joining has work to do.

use demarche::{corpus::catalogue::Entry, lexicon::gazetteer::gazetteer};
use std::collections::{BTreeMap, BTreeSet};

macro_rules! articles {
    ($($file:literal)*) => { [$(include_str!(concat!("../../", $file))),*] };
}

/// The articles that everybody may read; those in `tests/gold/unseen` stay out.
const ARTICLES: [&str; 11] = articles! {
    "corpus/articles/000_f6ad662d1a967231.txt"
    "corpus/articles/001_b3dce5b5bb70e21c.txt"
    "corpus/articles/002_b4d9f912b9a63af9.txt"
    "corpus/articles/003_3e8b6a23167a7000.txt"
    "corpus/articles/004_91d46b7595e34478.txt"
    "tests/gold/disputes/articles/101_kosovo-plates.txt"
    "tests/gold/disputes/articles/102_iran-talks.txt"
    "tests/gold/disputes/articles/103_korea-japan.txt"
    "tests/gold/disputes/articles/104_nile-dam.txt"
    "tests/gold/disputes/articles/105_essequibo.txt"
    "tests/gold/disputes/articles/106_renai-reef.txt"
};

/// `count` articles as a corpus folder would hold them: id, text, catalogue entry.
pub fn texts(count: usize) -> Vec<(String, String, Entry)> {
    let names: Vec<BTreeSet<&str>> = ARTICLES.iter().map(|text| unlisted_names(text)).collect();
    (0..count)
        .map(|n| {
            let (article, copy) = (n % ARTICLES.len(), n / ARTICLES.len());
            let text = renamed(ARTICLES[article], &names[article], copy);
            (n.to_string(), text, Entry::default())
        })
        .collect()
}

/// Words with a capital inside a sentence that no list knows: the people and places of the story.
fn unlisted_names(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut before = "";
    for word in text.split(|c: char| !c.is_alphabetic() && c != ' ').flat_map(|part| part.split(' ')) {
        let inside = before.ends_with(char::is_lowercase);
        let capital = word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        if inside && capital && word.len() > 3 && gazetteer().named(word).is_none() && gazetteer().head(word).is_none()
        {
            names.insert(word);
        }
        before = word;
    }
    names
}

/// The text with every one of `names` changed in its copy's own way.
fn renamed(text: &str, names: &BTreeSet<&str>, copy: usize) -> String {
    let new: BTreeMap<&str, String> = names.iter().map(|name| (*name, variant(name, copy))).collect();
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphabetic) {
        let (marks, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c: char| !c.is_alphabetic()).unwrap_or(from.len()));
        words.push_str(marks);
        words.push_str(new.get(word).map_or(word, String::as_str));
        rest = after;
    }
    words.push_str(rest);
    words
}

/// Another name: its consonants moved on in the alphabet, its vowels and capital kept.
fn variant(name: &str, copy: usize) -> String {
    const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
    let moved = |(at, c): (usize, char)| {
        let step = (copy / 14usize.pow(at as u32 % 3) + at * copy) % CONSONANTS.len();
        let place = CONSONANTS.iter().position(|b| *b == c.to_ascii_lowercase() as u8).filter(|_| c.is_ascii());
        match place.map(|p| CONSONANTS[(p + step) % CONSONANTS.len()] as char) {
            Some(new) if at == 0 => new.to_ascii_uppercase(),
            Some(new) => new,
            None => c,
        }
    };
    if copy == 0 { name.to_string() } else { name.chars().enumerate().map(moved).collect() }
}
