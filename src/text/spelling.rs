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

/// The same of a phrase, one of its words at a time; true = with any ending. `stands` tells whether there is such a word.
pub fn phrases(words: &[(String, bool)], stands: &dyn Fn(&(String, bool)) -> bool) -> Vec<Vec<(String, bool)>> {
    let mut found = Vec::new();
    for (n, (word, open)) in words.iter().enumerate() {
        for other in spellings(word).into_iter().map(|other| (other, *open)).filter(stands) {
            let mut phrase = words.to_vec();
            phrase[n] = other;
            found.push(phrase);
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
    fn in_a_phrase() {
        let phrase = [("collective".to_string(), false), ("defense".to_string(), true)];
        assert!(
            phrases(&phrase, &|_| true)
                .contains(&vec![("collective".to_string(), false), ("defence".to_string(), true)])
        );
    }
}
