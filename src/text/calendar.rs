//! The names of months and weekdays.

/// The months' names, in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The weekdays' names, in small letters.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether a word is one of these names as it is printed, with a capital and small letters after it.
pub fn prints(names: &[&str], word: &str) -> bool {
    let bytes = word.as_bytes();
    names
        .iter()
        .map(|name| name.as_bytes())
        .any(|name| bytes.len() == name.len() && bytes[0] == name[0].to_ascii_uppercase() && bytes[1..] == name[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_printed_with_one_capital() {
        assert!(prints(&MONTHS, "May") && prints(&WEEKDAYS, "Sunday"));
        for word in ["may", "MAY", "Mayo", "", "M"] {
            assert!(!prints(&MONTHS, word), "{word}");
        }
    }
}
