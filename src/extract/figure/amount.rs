//! Numbers in digits and words: "2.5 million", "100 000", "two hundred and fifty", "tens of thousands", "5 to 10".

use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::atom::{Atom, Kind, Line},
    lexicon::{
        measure,
        number::{self, Number},
    },
    text::{among::among, decimal, tag::Tag},
};

/// A number, or a range of two, as it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// First atom, the sign of a currency included.
    pub start: usize,
    /// One past the last atom.
    pub end: usize,
    pub low: f64,
    /// The second number of a range.
    pub high: Option<f64>,
    /// "tens of thousands": no upper bound.
    pub open: bool,
    /// A hundred and more in words, or a scale: surely an amount.
    pub large: bool,
    /// The word "one" by itself.
    pub is_one: bool,
    /// The currency that stands before it.
    pub currency: Option<&'static str>,
    /// The unit that is glued to its digits ("30km").
    pub unit: Option<&'static str>,
}

/// One number.
#[derive(Clone, Copy)]
struct One {
    value: f64,
    end: usize,
    open: bool,
    large: bool,
    is_one: bool,
    /// What its scale words multiply by.
    scale: f64,
    unit: Option<&'static str>,
}

/// The amount that starts at atom `i`.
pub(super) fn read(line: &Line, i: usize) -> Option<Amount> {
    let (currency, at) = currency_before(line, i);
    let first = one(line, at, currency.is_some())?;
    let mut amount = Amount {
        start: i,
        end: first.end,
        low: first.value,
        high: None,
        open: first.open,
        large: first.large,
        is_one: first.is_one,
        currency,
        unit: first.unit,
    };
    if first.open || amount.unit.is_some() {
        return Some(amount);
    }
    // "between 5 and 10", "5 to 10 million", "5-10", "two or three".
    let between = line.before(i, 1) == "between";
    let joined = match line.word(first.end) {
        "to" | "or" => true,
        "and" => between,
        _ => line.is_dash(first.end),
    };
    if joined {
        let (_, at) = currency_before(line, first.end + 1);
        if let Some(second) = one(line, at, currency.is_some()).filter(|s| !s.open) {
            let spread =
                if first.scale == 1.0 && second.scale > 1.0 && first.value < 1000.0 { second.scale } else { 1.0 };
            let near = line.word(first.end) != "or" || second.value <= first.value * 10.0;
            if second.value > first.value * spread
                && near
                && !first.is_one | (spread > 1.0) | (line.word(first.end) != "or")
            {
                amount.low = first.value * spread;
                amount.high = Some(second.value);
                amount.end = second.end;
                amount.large |= second.large;
                amount.is_one = false;
                amount.unit = second.unit;
            }
        }
    }
    Some(amount)
}

/// A currency's sign or code at `i`, and where the number starts.
fn currency_before(line: &Line, i: usize) -> (Option<&'static str>, usize) {
    for (words, code) in measure::currencies().get(line.word(i)).into_iter().flatten() {
        let sign =
            words.last().is_some_and(|w| w.chars().all(|c| !c.is_alphanumeric()) || (w.len() == 3 && words.len() == 1));
        if sign && words.iter().enumerate().all(|(k, w)| line.word(i + k) == *w) {
            let at = i + words.len();
            // "USD 5", but not "won 5".
            let code_like = line.at(i).is_some_and(|a| a.capital || a.kind == Kind::Mark || words.len() > 1);
            if code_like && line.at(at).is_some_and(|a| matches!(a.kind, Kind::Number | Kind::Suffixed)) {
                return (Some(code), at);
            }
        }
    }
    (None, i)
}

fn one(line: &Line, i: usize, money: bool) -> Option<One> {
    let atom = line.at(i)?;
    match atom.kind {
        Kind::Number => digits(line, i),
        Kind::Suffixed => suffixed(line, i, money),
        Kind::Word => words(line, i),
        Kind::Mark => None,
    }
}

fn digits(line: &Line, i: usize) -> Option<One> {
    let word = line.word(i);
    let mut end = i + 1;
    let scaled = |at: usize| matches!(number::word(line.word(at)), Some(Number::Scale(_)));
    let mut joined = word.to_string();
    // "100 000" as many languages write it.
    if word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) && !word.starts_with('0') {
        while line.at(end).is_some_and(|a| {
            a.kind == Kind::Number && !a.glued && a.word.len() == 3 && a.word.bytes().all(|b| b.is_ascii_digit())
        }) {
            joined.push_str(line.word(end));
            end += 1;
        }
    }
    let value = value_of(&joined, scaled(end))?;
    let mut found = One {
        value,
        end,
        open: false,
        large: end > i + 1 || word.contains(','),
        is_one: false,
        scale: 1.0,
        unit: None,
    };
    scale(line, &mut found);
    half(line, &mut found);
    Some(found)
}

/// The value of digits with separators: "100,000", "2.5", "2,5", "100.000".
fn value_of(digits: &str, scaled: bool) -> Option<f64> {
    if digits.contains([':', '/']) {
        return None;
    }
    let groups = |mark: char| {
        let mut parts = digits.split(mark);
        let first = parts.next().unwrap_or_default();
        !first.is_empty() && first.len() <= 3 && first != "0" && parts.all(|p| p.len() == 3 && !p.contains(['.', ',']))
    };
    let commas = digits.matches(',').count();
    let periods = digits.matches('.').count();
    let plain: String = match (commas, periods) {
        (0, 0) => digits.to_string(),
        (1.., 0) if groups(',') && !(scaled && commas == 1) => digits.replace(',', ""),
        (1, 0) => digits.replace(',', "."),
        (0, 1) if groups('.') && !scaled => digits.replace('.', ""),
        (0, 1) => digits.to_string(),
        (0, 2..) if groups('.') => digits.replace('.', ""),
        (1.., 1) if digits.rfind('.') > digits.rfind(',') => digits.replace(',', ""),
        _ => return None,
    };
    decimal::read(&plain).filter(|v| v.is_finite())
}

/// "2.5bn", "10k", "30km"; a bare "m" is a million only of money.
fn suffixed(line: &Line, i: usize, money: bool) -> Option<One> {
    let word = line.word(i);
    let cut = word.find(char::is_alphabetic)?;
    let (digits, suffix) = word.split_at(cut);
    let factor = match suffix {
        "k" => Some(1e3),
        "m" if money => Some(1e6),
        "b" if money => Some(1e9),
        "t" if money => Some(1e12),
        _ => match number::word(suffix) {
            Some(Number::Scale(s)) => Some(s),
            _ => None,
        },
    };
    let unit = measure::unit(suffix).map(|(name, _)| name).or((suffix == "m").then_some("meters"));
    if factor.is_none() && (unit.is_none() || suffix == "h" && digits.len() > 2) {
        return None;
    }
    let scale = factor.unwrap_or(1.0);
    let value = value_of(digits.trim_end_matches(['.', ',']), factor.is_some())? * scale;
    Some(One {
        value,
        end: i + 1,
        open: false,
        large: factor.is_some(),
        is_one: false,
        scale,
        unit: if factor.is_some() { None } else { unit },
    })
}

/// Scale words after a number: "2.5 million", "3 hundred thousand".
fn scale(line: &Line, found: &mut One) {
    loop {
        let at = found.end + usize::from(line.is_dash(found.end) && line.at(found.end).is_some_and(|a| a.glued));
        let Some(Number::Scale(s)) = number::word(line.word(at)) else { return };
        found.value *= s;
        found.scale *= s;
        found.large = true;
        found.is_one = false;
        found.end = at + 1;
    }
}

/// "two and a half million", "two and half years".
fn half(line: &Line, found: &mut One) {
    let at = found.end + 1 + usize::from(line.word(found.end + 1) == "a");
    if line.word(found.end) == "and" && line.word(at) == "half" {
        found.value += 0.5 * found.scale;
        found.is_one = false;
        found.end = at + 1;
        if found.scale == 1.0 {
            scale(line, found);
        }
    }
}

fn words(line: &Line, i: usize) -> Option<One> {
    let plain = |value: f64, end: usize, open: bool| One {
        value,
        end,
        open,
        large: open,
        is_one: false,
        scale: 1.0,
        unit: None,
    };
    let mut found = match line.word(i) {
        // "half of the villages", but "the second half of the year".
        "half" if line.word(i + 1) == "of" => {
            let part = |a: &Atom| matches!(a.tag, Tag::Adj | Tag::Noun | Tag::Num);
            let whole = !i.checked_sub(1).and_then(|k| line.at(k)).is_some_and(part);
            return whole.then(|| One { unit: Some("percent"), ..plain(50.0, i + 1, false) });
        }
        "half" => {
            let at = i + 1 + usize::from(line.is_dash(i + 1));
            let at = at + usize::from(matches!(line.word(at), "a" | "an"));
            if let Some(Number::Scale(s) | Number::Group(s)) = number::word(line.word(at)) {
                return Some(One { large: s >= 100.0, ..plain(s / 2.0, at + 1, false) });
            }
            let unit = measure::unit(line.word(at)).is_some_and(|(_, time)| time) && at > i + 1;
            return unit.then(|| plain(0.5, at, false));
        }
        "a" | "an" => match (line.word(i + 1), number::word(line.word(i + 1))) {
            ("few" | "couple", _) => {
                let at = i + 2 + usize::from(line.word(i + 2) == "of");
                match number::word(line.word(at)) {
                    Some(Number::Scale(s) | Number::Group(s)) => return Some(plain(2.0 * s, at + 1, true)),
                    _ if line.word(i + 1) == "couple" && at == i + 3 => return Some(plain(2.0, i + 2, false)),
                    _ => return None,
                }
            }
            (_, Some(Number::Group(n))) => plain(n, i + 2, false),
            (_, Some(Number::Scale(_))) => {
                let mut one = plain(1.0, i + 1, false);
                scale(line, &mut one);
                one
            }
            _ => return a_while(line, i).map(|end| plain(1.0, end, false)),
        },
        "several" | "many" | "few" => match number::word(line.word(i + 1)) {
            Some(Number::Scale(s) | Number::Group(s)) => return Some(plain(2.0 * s, i + 2, true)),
            // "several tens of thousands" are no more than tens of thousands.
            Some(Number::Many(10.0)) => {
                return match (line.word(i + 2), number::word(line.word(i + 3))) {
                    ("of", Some(Number::Many(s))) => Some(plain(10.0 * s, i + 4, true)),
                    _ => Some(plain(10.0, i + 2, true)),
                };
            }
            Some(Number::Many(s)) => return Some(plain(2.0 * s, i + 2, true)),
            // "several ten billions", as some translators write.
            Some(Number::Cardinal(10.0)) => match number::word(line.word(i + 2)) {
                Some(Number::Scale(s) | Number::Many(s)) => return Some(plain(10.0 * s, i + 3, true)),
                _ => return None,
            },
            _ => return None,
        },
        word => match number::word(word)? {
            // "tens of thousands", "hundreds of thousands of".
            Number::Many(n) => {
                let mut value = n;
                let mut end = i + 1;
                while line.word(end) == "of" {
                    let Some(Number::Many(s)) = number::word(line.word(end + 1)) else { break };
                    value *= s;
                    end += 2;
                }
                return Some(plain(value, end, true)).filter(|_| n != 10.0 || end > i + 1);
            }
            Number::Cardinal(_) => cardinal(line, i)?,
            // "hundred thousand citizens", "over thousand people": the article is lost in translation.
            Number::Scale(_) if !Is::NoAmountBefore.has(line.before(i, 1)) => {
                let mut one = plain(1.0, i, false);
                scale(line, &mut one);
                let counted = line.word(one.end);
                // "some hundred thousand euro": two of them are surely an amount.
                return (one.end > i + 1 || counted.ends_with('s') || Is::PluralPeople.has(counted)).then_some(one);
            }
            _ => return None,
        },
    };
    half(line, &mut found);
    if line.word(found.end) == "dozen" {
        found.value *= 12.0;
        found.end += 1;
        found.is_one = false;
    }
    Some(found)
}

/// Where the article at `i` ends that counts a unit of time: "lost a year", "a week later", "almost an hour", "a whole day"; but not
/// "40 tons a year", "twice a week", "a day of mourning".
fn a_while(line: &Line, i: usize) -> Option<usize> {
    let end = i + 1 + usize::from(matches!(line.word(i + 1), "whole" | "full"));
    let unit = line.word(end);
    if unit == "second" || unit.ends_with('s') || !measure::unit(unit).is_some_and(|(_, time)| time) {
        return None;
    }
    let next = line.at(end + 1);
    let set_off = next.is_some_and(|a| among(a.word, "ago later earlier before after back 's ’s"));
    let goes_on = next.is_some_and(|a| matches!(a.tag, Tag::Noun | Tag::Adj | Tag::Propn) || a.word == "of");
    let goes_on = goes_on || line.word(end + 1) == "and" && matches!(line.word(end + 2), "a" | "half");
    let led = i.checked_sub(1).and_then(|k| line.at(k)).is_some_and(|before| match before.tag {
        Tag::Verb | Tag::Pron | Tag::Propn => before.kind == Kind::Word,
        _ => among(before.word, "for within than about almost nearly hardly barely only just"),
    });
    (set_off || led && !goes_on && !line.is_dash(end + 1)).then_some(end)
}

/// "two hundred and fifty thousand", "twenty-five".
fn cardinal(line: &Line, i: usize) -> Option<One> {
    let (mut total, mut current, mut last) = (0.0, 0.0, f64::INFINITY);
    let mut end = i;
    let mut large = false;
    let mut scale_said = 1.0;
    loop {
        // Hyphens inside ("twenty-five") and "and" after a hundred belong to the number.
        let joint = if end > i && line.is_dash(end) && line.at(end).is_some_and(|a| a.glued) && last >= 20.0 {
            1
        } else {
            usize::from(end > i && line.word(end) == "and" && last >= 100.0)
        };
        match number::word(line.word(end + joint)) {
            Some(Number::Cardinal(n)) if end == i || (n < last && (last >= 100.0 || (last >= 20.0 && n < 10.0))) => {
                current += n;
                last = if n >= 20.0 { 20.0 } else { 1.0 };
                end += joint + 1;
                scale_said = 1.0;
            }
            // "three thousands", as some translators write.
            Some(Number::Scale(s) | Number::Many(s))
                if end > i && joint == 0 && (s >= 1000.0 || !line.word(end).ends_with('s')) =>
            {
                if s == 100.0 {
                    current *= 100.0;
                } else {
                    total += current * s;
                    current = 0.0;
                }
                large = true;
                last = s;
                scale_said = s;
                end += 1;
            }
            _ => break,
        }
    }
    let value = total + current;
    let is_one = end == i + 1 && value == 1.0;
    (end > i && value > 0.0).then_some(One { value, end, open: false, large, is_one, scale: scale_said, unit: None })
}
