//! British and American spellings of one word, by what differs between them.

/// British, American, and how many letters stand before it at least ("hour" is no "hor", nor "four" a "for").
const PAIRS: [(&str, &str, usize); 13] = [
    ("ence", "ense", 3),     // defence
    ("our", "or", 3),        // neighbour
    ("is", "iz", 3),         // organisation
    ("ys", "yz", 3),         // analyse
    ("tre", "ter", 2),       // centre, metre
    ("ogramme", "ogram", 1), // programme
    ("lled", "led", 3),      // cancelled
    ("lling", "ling", 3),    // travelling
    ("ller", "ler", 3),      // traveller
    ("llor", "lor", 3),      // councillor
    ("gement", "gment", 2),  // judgement
    ("ogue", "og", 3),       // dialogue
    ("oeuvre", "euver", 2),  // manoeuvre
];

/// How a folded word, or the beginning of one, may be spelled too. Most of these are no words: who asks looks them up.
pub fn spellings(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (british, american, least) in PAIRS {
        for (from, to) in [(british, american), (american, british)] {
            for (at, _) in word.match_indices(from).filter(|(at, _)| *at >= least) {
                let (before, after) =
                    (word.get(..at).unwrap_or_default(), word.get(at + from.len()..).unwrap_or_default());
                found.push(format!("{before}{to}{after}"));
            }
        }
    }
    found
}

/// How a large number may be printed too: "100000", "100,000", "100.000", "100 000".
fn numbers(word: &str) -> Vec<String> {
    let parts: Vec<&str> = word.split([',', '.']).collect();
    let grouped = parts.len() > 1 && parts.iter().skip(1).all(|part| part.len() == 3);
    let digits = parts.concat();
    if !(grouped || parts.len() == 1) || digits.len() < 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    let by = |mark: &[u8]| String::from_utf8_lossy(&groups.join(mark)).into_owned();
    [digits.clone(), by(b","), by(b"."), by(b" ")].into_iter().filter(|other| other != word).collect()
}

/// The same of a phrase, one of its words at a time; true = with any ending. `stands` tells whether there is such a word.
pub fn phrases(words: &[(String, bool)], stands: &dyn Fn(&(String, bool)) -> bool) -> Vec<Vec<(String, bool)>> {
    let mut found = Vec::new();
    for (n, (word, open)) in words.iter().enumerate() {
        for other in spellings(word).into_iter().chain(numbers(word)) {
            let others: Vec<_> = other.split(' ').map(|part| (part.to_string(), *open)).collect();
            if others.iter().all(stands) {
                let mut phrase = words.to_vec();
                phrase.splice(n..=n, others);
                found.push(phrase);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_of_a_word() {
        for (british, american) in [
            ("defence", "defense"),
            ("neighbouring", "neighboring"),
            ("organisation", "organization"),
            ("centre", "center"),
            ("programme", "program"),
            ("kilometres", "kilometers"),
            ("manoeuvres", "maneuvers"),
            ("councillor", "councilor"),
        ] {
            assert!(spellings(british).iter().any(|s| s == american), "{british}");
            assert!(spellings(american).iter().any(|s| s == british), "{american}");
        }
        for (word, other) in [("four", "for"), ("for", "four"), ("rise", "rize"), ("filled", "filed")] {
            assert!(!spellings(word).iter().any(|s| s == other), "{word}");
        }
    }

    #[test]
    fn numbers_by_their_groups() {
        assert_eq!(numbers("100000"), ["100,000", "100.000", "100 000"]);
        assert_eq!(numbers("13.000"), ["13000", "13,000", "13 000"]);
        assert_eq!(numbers("2,000,000"), ["2000000", "2.000.000", "2 000 000"]);
        for other in ["2.5", "900", "1,5000", "f-35", "3.14159", ",", ""] {
            assert!(numbers(other).is_empty(), "{other}");
        }
        let phrase = ["at", "least", "13,000"].map(|w| (w.to_string(), false));
        let found = phrases(&phrase, &|(w, _)| w != "13000" && w != "13.000");
        let words = found.iter().map(|p| p.iter().map(|(w, _)| w.as_str()).collect::<Vec<_>>().join(" "));
        assert!(words.collect::<Vec<_>>().contains(&"at least 13 000".to_string()));
    }

    #[test]
    fn in_a_phrase() {
        let phrase = [("collective".to_string(), false), ("defense".to_string(), true)];
        assert!(
            phrases(&phrase, &|_| true)
                .contains(&vec![("collective".to_string(), false), ("defence".to_string(), true)])
        );
    }
}
