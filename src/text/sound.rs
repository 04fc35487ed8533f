//! How a name sounds, roughly: spellings of one name by different transcriptions get the same key.

use super::fold::fold;

/// The consonants of a name, folded across transcriptions: "Ryabkov" and "Riabkov", "Huitfeldt" and "Heitfeldt",
/// "Gorbachev" and "Gorbatschow" share a key. Vowels count only at the start, and there as one.
pub fn sound(name: &str) -> String {
    let folded: Vec<u8> = fold(name).bytes().filter(u8::is_ascii_alphabetic).collect();
    let mut key = String::with_capacity(folded.len());
    let mut i = 0;
    while i < folded.len() {
        let rest = &folded[i..];
        let (sound, n) = first_sound(rest, i == 0);
        if let Some(c) = sound
            && !key.ends_with(c)
        {
            key.push(c);
        }
        i += n;
    }
    key
}

/// The sound that `rest` starts with, and how many letters it takes.
fn first_sound(rest: &[u8], initial: bool) -> (Option<char>, usize) {
    const GROUPS: [(&[u8], char); 20] = [
        (b"tsch", 'x'),
        (b"shch", 'x'),
        (b"sch", 'x'),
        (b"tch", 'x'),
        (b"dzh", 'j'),
        (b"ch", 'x'),
        (b"sh", 'x'),
        (b"zh", 'j'),
        (b"dj", 'j'),
        (b"dt", 't'),
        (b"ph", 'f'),
        (b"th", 't'),
        (b"kh", 'k'),
        (b"gh", 'g'),
        (b"dh", 'd'),
        (b"ck", 'k'),
        (b"ks", 'k'),
        (b"ts", 's'),
        (b"tz", 's'),
        (b"qu", 'k'),
    ];
    let Some(c) = rest.first() else { return (None, 1) };
    // Most letters are of none of them.
    let grouped = matches!(
        rest,
        [
            b't' | b's' | b'd' | b'c' | b'z' | b'p' | b'k' | b'g' | b'q',
            b's' | b'h' | b'c' | b'z' | b'j' | b't' | b'k' | b'u',
            ..
        ]
    );
    if let Some((letters, sound)) =
        GROUPS.iter().find(|(letters, _)| grouped && letters.first() == Some(c) && rest.starts_with(letters))
    {
        return (Some(*sound), letters.len());
    }
    let vowel_next = rest.get(1).is_some_and(|d| matches!(d, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    match c {
        b'y' | b'j' | b'i' if initial && vowel_next => (Some('y'), 1),
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => (initial.then_some('a'), 1),
        b'h' => (initial.then_some('h'), 1),
        b'c' if rest.get(1).is_some_and(|d| matches!(d, b'e' | b'i' | b'y')) => (Some('s'), 1),
        b'c' | b'q' => (Some('k'), 1),
        b'v' | b'w' => (Some('f'), 1),
        b'z' => (Some('s'), 1),
        b'x' => (Some('k'), 1),
        c => (Some(char::from(*c)), 1),
    }
}

/// How alike two names are spelt: 1 = the same letters, 0 = none shared.
pub fn likeness(a: &str, b: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(&fold(a), &fold(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn transcriptions_share_a_key() {
        for (a, b) in [
            ("Ryabkov", "Riabkov"),
            ("Heitfeldt", "Hoytfeldt"),
            ("Zelensky", "Zelenskyy"),
            ("Lukashenko", "Lukashenka"),
            ("Gorbachev", "Gorbatschow"),
            ("Hussein", "Hossein"),
            ("Yanukovych", "Janukowitsch"),
            ("Qasem", "Kassem"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        for (a, b) in [("Lavrov", "Ryabkov"), ("Bush", "Biden"), ("Vucic", "Kurti")] {
            assert_ne!(sound(a), sound(b), "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn any_name_has_a_key(name in "\\PC{0,20}") {
            prop_assert!(sound(&name).is_ascii());
        }
    }
}
