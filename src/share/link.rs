//! The whole view state ⇄ the address's fragment, by the grammar of version 1.
//!
//! ```text
//! fragment = "#/" view [ "/" slug ] [ "?" "v=1" *( "&" key "=" item *( "," item ) ) ]
//! item     = [ "-" ] slug          ; "-" excludes this value
//! ```
//!
//! One state has one link: keys in the order of [`KEYS`], values sorted, defaults and duplicates left out. A link holds
//! only `A–Z a–z 0–9 - _ . ~ = & , + % / ? #` and, the bare `#/` apart, ends in a letter or digit, so that no mail program
//! cuts its end off. What this build does not know is kept in [`Filter::unknown`] and written back.

use crate::text::order::{Gather, Order};
use crate::text::ordered::OrderedSet;
use crate::{
    corpus::day::Day,
    lexicon::act::Family,
    query::filter::{Choice, Facet, Filter, Sort, Unit, View, Within},
};
use percent_encoding::percent_decode_str;

/// The grammar's version that this build writes.
pub const VERSION: u32 = 1;

/// Every key, in its order.
pub const KEYS: [&str; 26] = [
    "act", "by", "side", "doer", "to", "on", "doc", "out", "via", "how", "mode", "pol", "stage", "zone", "when",
    "text", "date", "q", "in", "unit", "all", "sort", "cols", "sel", "cmp", "c",
];

/// Marks that a sentence or a mail program puts behind a link. No link ends in one.
const AFTER: [char; 12] = ['.', ',', ';', ':', ')', ']', '\'', '"', '!', '?', '’', '”'];

/// The item of `date` that adds statements without a day to those of the days chosen.
const UNDATED: &str = "undated";

/// Rewrites the pairs of a link of version `n` (its place here, plus 1) into those of version `n + 1`.
type Migration = fn(Vec<(String, String)>) -> Vec<(String, String)>;

/// One function a past version; version 1 is the first, so there is none yet.
const MIGRATIONS: [Migration; VERSION as usize - 1] = [];

/// The fragment of a state, from `#/` on.
pub fn encode(filter: &Filter) -> String {
    let mut link = String::from("#/");
    let item = filter.item.as_deref().filter(|i| !i.is_empty());
    if filter.view != View::Overview || item.is_some() {
        link.push_str(filter.view.slug());
    }
    if let Some(item) = item {
        link.push('/');
        link.push_str(&word(item));
    }
    let mut pairs: Vec<(String, Vec<String>)> = KEYS.iter().map(|k| (k.to_string(), items(filter, k))).collect();
    let mut version = VERSION.to_string();
    for (key, value) in &filter.unknown {
        let value = sanitise(value);
        if key.is_empty() || value.is_empty() {
            continue;
        }
        if key == "v" {
            version = value;
            continue;
        }
        let key = word(key);
        match pairs.iter_mut().find(|(k, _)| *k == key) {
            Some((_, items)) if !items.contains(&value) => items.push(value),
            Some(_) => {}
            None => pairs.push((key, vec![value])),
        }
    }
    pairs.retain(|(_, items)| !items.is_empty());
    if !pairs.is_empty() || version != VERSION.to_string() {
        link.push_str("?v=");
        link.push_str(&version);
    }
    for (key, items) in pairs {
        link.push('&');
        link.push_str(&key);
        link.push('=');
        link.push_str(&items.join(","));
    }
    if link.len() > 2 {
        guard_end(&mut link);
    }
    link
}

/// The state of a fragment. Total: whatever cannot be read is kept in [`Filter::unknown`].
///
/// Takes a fragment with or without its `#`, or a whole address.
pub fn decode(fragment: &str) -> Filter {
    let mut filter = Filter::default();
    let mut unknown = OrderedSet::new();
    let fragment = without_marks(fragment.split_once('#').map_or(fragment, |(_, f)| f));
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    let mut steps = path.trim_start_matches('/').splitn(3, '/');
    let view = steps.next().unwrap_or_default();
    match View::ALL.into_iter().find(|v| v.slug() == plain(view)) {
        Some(view) => filter.view = view,
        None if view.is_empty() => {}
        None => drop(unknown.insert(("view".to_string(), sanitise(view)))),
    }
    match steps.next().filter(|s| !s.is_empty()) {
        Some(item) if filter.view.has_items() => filter.item = Some(plain(item)),
        Some(item) => drop(unknown.insert(("path".into(), sanitise(item)))),
        None => {}
    }
    if let Some(rest) = steps.next().filter(|s| !s.is_empty()) {
        unknown.insert(("path".into(), sanitise(rest)));
    }
    let mut pairs: Vec<(String, String)> = query
        .split(['&', ';'])
        .filter_map(|pair| pair.split_once('='))
        .map(|(key, value)| (plain(key), value.to_string()))
        .filter(|(key, value)| !key.is_empty() && !value.is_empty())
        .collect();
    let version = pairs.iter().find(|(key, _)| key == "v").map(|(_, v)| v.clone());
    pairs.retain(|(key, _)| key != "v");
    match version.as_deref().map_or(Some(VERSION), |v| v.parse::<u32>().ok()) {
        Some(v) if (1..=VERSION).contains(&v) => {
            for migrate in MIGRATIONS.iter().skip(v as usize - 1) {
                pairs = migrate(pairs);
            }
        }
        _ => drop(unknown.insert(("v".to_string(), sanitise(&version.unwrap_or_default())))),
    }
    let mut set = OrderedSet::new();
    for (key, value) in &pairs {
        for item in value.split(',').filter(|i| !i.is_empty()) {
            if contradicted(&pairs, key, item) || !take(&mut filter, &mut set, key, item) {
                unknown.insert((key.clone(), sanitise(item)));
            }
        }
    }
    // A family but for some of its acts.
    for choice in filter.facets.values_mut() {
        choice.include = choice.include.difference(&choice.exclude).cloned().into_set();
    }
    filter.facets.retain(|_, choice| !choice.is_empty());
    if filter.date == (None, None) && std::mem::take(&mut filter.undated) {
        unknown.insert(("date".to_string(), UNDATED.to_string()));
    }
    filter.unknown = unknown.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    filter
}

/// Whether the same value of a facet is asked for and shut out: neither is applied.
fn contradicted(pairs: &[(String, String)], key: &str, item: &str) -> bool {
    let bare = |item: &str| item.strip_prefix('-').filter(|raw| !raw.is_empty()).map(plain);
    let against = |other: &str| match (bare(item), bare(other)) {
        (Some(out), None) => plain(other) == out,
        (None, Some(out)) => plain(item) == out,
        _ => false,
    };
    Facet::of_key(key).is_some() && pairs.iter().any(|(k, value)| k == key && value.split(',').any(against))
}

/// A fragment without the marks behind it; two dots leave a span of days open.
fn without_marks(fragment: &str) -> &str {
    let bare = fragment.trim_end_matches(AFTER);
    let marks = fragment.get(bare.len()..).unwrap_or_default();
    let kept = if marks.starts_with("..") { bare.len() + 2 } else { bare.len() };
    fragment.get(..kept).unwrap_or(fragment)
}

/// The items of one known key.
fn items(filter: &Filter, key: &str) -> Vec<String> {
    if let Some(facet) = Facet::of_key(key) {
        let Some(choice) = filter.facets.get(&facet) else { return Vec::new() };
        let included = choice.include.iter().filter(|s| !s.is_empty() && !choice.exclude.contains(*s)).map(|s| slug(s));
        let excluded = choice.exclude.iter().filter(|s| !s.is_empty()).map(|s| format!("-{}", word(s)));
        return included.chain(excluded).collect();
    }
    let unless = |default: bool, slug: &str| if default { Vec::new() } else { vec![slug.to_string()] };
    match key {
        "date" => {
            let (first, last) = (filter.date.0.and_then(iso), filter.date.1.and_then(iso));
            match (first, last) {
                (None, None) => Vec::new(),
                (first, last) => {
                    let range = format!("{}..{}", first.unwrap_or_default(), last.unwrap_or_default());
                    std::iter::once(range).chain(filter.undated.then(|| UNDATED.to_string())).collect()
                }
            }
        }
        "q" => unless(filter.q.is_empty(), &slug(&filter.q)),
        "in" => unless(filter.within == Within::default(), filter.within.slug()),
        "unit" => unless(filter.unit == Unit::default(), filter.unit.slug()),
        "all" => {
            let mut keys: Vec<String> = filter.all.iter().map(|f| f.key().to_string()).collect();
            keys.order();
            keys
        }
        "sort" => unless(filter.sort == Sort::default(), filter.sort.slug()),
        "cols" => filter.cols.iter().filter(|c| !c.is_empty()).map(|c| slug(c)).collect(),
        "sel" => filter.selected.iter().filter(|s| !s.is_empty()).map(|s| slug(s)).collect(),
        "cmp" => {
            let mut columns: Vec<String> = Vec::new();
            for column in filter.compare.iter().filter(|c| !c.is_empty()).map(|c| slug(c)) {
                if !columns.contains(&column) {
                    columns.push(column);
                }
            }
            columns
        }
        "c" => filter.corpus.iter().filter(|c| is_fingerprint(c)).cloned().collect(),
        _ => Vec::new(),
    }
}

/// Reads one item into the filter; false where this build does not know it. The first of several items of a key that
/// takes only one counts; `set` remembers which such keys have one.
fn take(filter: &mut Filter, set: &mut OrderedSet<&'static str>, key: &str, item: &str) -> bool {
    if let Some(facet) = Facet::of_key(key) {
        let choice: &mut Choice = filter.facets.entry(facet).or_default();
        let (side, raw) = match item.strip_prefix('-') {
            // A bare hyphen excludes nothing: it is a value, and none that anybody knows.
            Some(raw) if !raw.is_empty() => (&mut choice.exclude, raw),
            _ => (&mut choice.include, item),
        };
        let Some(slug) = whole(raw) else { return false };
        let family = slug.strip_prefix("family-").filter(|_| facet == Facet::Act);
        match family.and_then(|f| Family::ALL.into_iter().find(|g| g.slug() == f)) {
            Some(family) => side.extend(family.acts().map(|a| a.slug().to_string())),
            None if slug.is_empty() => return false,
            None => drop(side.insert(slug)),
        }
        return true;
    }
    let Some(value) = whole(item) else { return false };
    let single = ["date", "q", "in", "unit", "sort", "sel", "c"].into_iter().find(|k| *k == key);
    let taken = single.is_some_and(|k| set.contains(k));
    let known = match key {
        "date" if value == UNDATED => {
            filter.undated = true;
            return true;
        }
        "date" => match range(&value) {
            Some(date) if !taken => {
                filter.turned = matches!(date, (Some(first), Some(last)) if last < first);
                filter.date = if filter.turned { (date.1, date.0) } else { date };
                true
            }
            date => date.is_some(),
        },
        "q" if taken => true,
        "q" => {
            filter.q = value;
            true
        }
        "in" => choose(&mut filter.within, taken, Within::ALL.into_iter().find(|w| w.slug() == value)),
        "unit" => choose(&mut filter.unit, taken, Unit::ALL.into_iter().find(|u| u.slug() == value)),
        "sort" => choose(&mut filter.sort, taken, Sort::ALL.into_iter().find(|s| s.slug() == value)),
        "all" => match Facet::of_key(&value) {
            Some(facet) => {
                filter.all.insert(facet);
                true
            }
            None => false,
        },
        "cols" => {
            filter.cols.insert(value);
            true
        }
        "sel" => choose(&mut filter.selected, taken, Some(Some(value))),
        "cmp" => {
            if !filter.compare.contains(&value) {
                filter.compare.push(value);
            }
            true
        }
        "c" => choose(&mut filter.corpus, taken, is_fingerprint(&value).then_some(Some(value))),
        // The interface has no other language.
        "lang" => value == "en",
        _ => false,
    };
    if let (true, Some(key)) = (known, single) {
        set.insert(key);
    }
    known
}

/// Sets `place` unless it was set before; false where there is no such value.
fn choose<T>(place: &mut T, taken: bool, value: Option<T>) -> bool {
    let known = value.is_some();
    if let (false, Some(value)) = (taken, value) {
        *place = value;
    }
    known
}

/// "2021-12-17..2021-12-18", open at either end; one day stands for itself.
fn range(text: &str) -> Option<(Option<Day>, Option<Day>)> {
    let Some((first, last)) = text.split_once("..") else {
        let day = Day::parse(text)?;
        return Some((Some(day), Some(day)));
    };
    let side = |s: &str| if s.is_empty() { Some(None) } else { Day::parse(s).map(Some) };
    match (side(first)?, side(last)?) {
        (None, None) => None,
        range => Some(range),
    }
}

/// The day as it is written in links; `None` where it could not be read again.
fn iso(day: Day) -> Option<String> {
    let text = day.to_string();
    (Day::parse(&text) == Some(day)).then_some(text)
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Percent-encoded, spaces as "+".
fn word(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b'-' | b'.' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// As [`word`], with a first hyphen hidden: bare it would mean "not".
fn slug(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(rest) => format!("%2D{}", word(rest)),
        None => word(text),
    }
}

/// The text of a percent-encoded word.
fn plain(word: &str) -> String {
    String::from_utf8_lossy(&decoded(word)).into_owned()
}

/// The text of a percent-encoded word; `None` = its letters are broken.
fn whole(word: &str) -> Option<String> {
    String::from_utf8(decoded(word)).ok()
}

fn decoded(word: &str) -> Vec<u8> {
    percent_decode_str(&word.replace('+', " ")).collect()
}

/// Raw words of a link that are kept as they came, save what may not stand in a link.
fn sanitise(raw: &str) -> String {
    let bytes = raw.as_bytes();
    let mut out = String::new();
    for (i, &byte) in bytes.iter().enumerate() {
        let hex = |j: usize| bytes.get(j).is_some_and(u8::is_ascii_hexdigit);
        match byte {
            b'%' if !(hex(i + 1) && hex(i + 2)) => out.push_str("%25"),
            b'-' | b'.' | b'_' | b'~' | b'=' | b'+' | b'%' | b'/' | b'?' => out.push(byte as char),
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    guard_end(&mut out);
    out
}

/// Percent-encodes the last character if it is a mark.
fn guard_end(link: &mut String) {
    match link.pop() {
        Some('+') => link.push_str("%20"),
        Some(c) if c.is_ascii_alphanumeric() => link.push(c),
        Some(c) => link.push_str(&format!("%{:02X}", c as u32)),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::btree_set, option, prelude::*, sample::select};

    #[test]
    fn a_bare_hyphen_keeps_its_meaning() {
        let once = encode(&decode("#?&act=~&act=-"));
        assert_eq!(once, "#/?v=1&act=%2D,%7E");
        assert_eq!(encode(&decode(&once)), once);
    }

    #[test]
    fn examples_of_the_grammar() {
        let link = "#/statements?v=1&act=deny,reject&date=2021-12-17..2021-12-17";
        let filter = decode("#/statements?v=1&act=reject,deny&date=2021-12-17");
        assert_eq!(encode(&filter), link);
        let filter = decode("#/articles/004?v=1&sel=004.23");
        assert_eq!((filter.item.as_deref(), filter.selected.as_deref()), (Some("004"), Some("004.23")));
        assert_eq!(encode(&Filter::default()), "#/");
        assert_eq!(encode(&decode("#/?v=1&q=+caf%C3%A9,x")), "#/?v=1&q=+caf%C3%A9");
    }

    #[test]
    fn what_is_broken_or_contradicts_itself_is_left_out_and_kept() {
        let filter = decode("#/statements?v=1&q=%E0%A4%A&act=deny,demand,-demand&by=-iran,oman");
        assert_eq!((filter.q.as_str(), filter.facets.len()), ("", 2));
        let unknown: Vec<_> = filter.unknown.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(unknown, [("act", "-demand"), ("act", "demand"), ("q", "%E0%A4%25A")]);
        assert_eq!(decode(&encode(&filter)), filter);
        assert_eq!(encode(&decode("#/statements?v=1;act=deny")), "#/statements?v=1&act=deny");
    }

    #[test]
    fn a_family_stands_for_its_acts() {
        let filter = decode("#/statements?act=family-refuse,-family-press,-deny");
        assert_eq!(encode(&filter), "#/statements?v=1&act=reject,-accuse,-criticise,-deny,-threaten,-warn");
    }

    #[test]
    fn what_a_sentence_puts_behind_a_link_is_no_part_of_it() {
        for mark in [".", ",", ").", ";", "!", "]:"] {
            let link = "#/statements?v=1&act=demand";
            assert_eq!(encode(&decode(&format!("{link}{mark}"))), link);
            assert_eq!(encode(&decode(&format!("#/articles/004{mark}"))), "#/articles/004");
        }
    }

    #[test]
    fn what_is_not_known_is_kept() {
        let link = "#/?v=2&act=deny&sort=up&glow=a,b&view=orbit";
        let filter = decode("#/orbit?glow=b,a,&sort=up&v=2&act=deny");
        let unknown: Vec<_> = filter.unknown.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(unknown, [("glow", "a"), ("glow", "b"), ("sort", "up"), ("v", "2"), ("view", "orbit")]);
        assert_eq!(encode(&filter), link);
    }

    #[test]
    fn no_link_ends_in_a_mark() {
        for q in ["Who?", "end.", "a ", "-", "…", "x,", "#"] {
            let filter = Filter { q: q.into(), ..Filter::default() };
            let link = encode(&filter);
            assert!(link.ends_with(|c: char| c.is_ascii_alphanumeric()), "{link}");
            assert_eq!(decode(&link), filter);
        }
    }

    /// Links of every past version, which must be read alike for ever.
    #[test]
    fn fixtures() {
        for line in include_str!("../../tests/cases/links/v1.tsv").lines().filter(|l| !l.starts_with('#')) {
            let (link, canonical) = line.split_once('\t').unwrap();
            assert_eq!(encode(&decode(&format!("#{link}"))), format!("#{canonical}"), "{link}");
        }
    }

    fn free() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z0-9-]{1,12}",
            "\\PC{1,10}",
            select(vec!["-not".to_string(), "a+b c".into(), "%41".into(), "x&y=z,#?/".into(), ".".into()]),
        ]
    }

    fn choice() -> impl Strategy<Value = Choice> {
        (btree_set(free(), 0..4), btree_set(free(), 0..3)).prop_map(|(include, exclude)| Choice {
            include: include.into_iter().filter(|s| !exclude.contains(s) && !s.starts_with("family-")).collect(),
            exclude: exclude.into_iter().collect(),
        })
    }

    fn day() -> impl Strategy<Value = Option<Day>> {
        option::of((-20_000i32..40_000).prop_map(Day))
    }

    prop_compose! {
        fn filters()(
            view in select(View::ALL.to_vec()),
            item in option::of(free()),
            facets in proptest::collection::btree_map(select(Facet::ALL.to_vec()), choice(), 0..5),
            date in (day(), day()).prop_map(|days| match days {
                (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
                days => days,
            }),
            undated in any::<bool>(),
            q in prop_oneof![Just(String::new()), free()],
            within in select(Within::ALL.to_vec()),
            unit in select(Unit::ALL.to_vec()),
            all in btree_set(select(Facet::ALL.to_vec()), 0..3),
            sort in select(Sort::ALL.to_vec()),
            cols in btree_set(free(), 0..3),
            selected in option::of(free()),
            (compare, corpus, unknown) in (
                btree_set(free(), 0..3),
                option::of("[0-9a-f]{8}"),
                btree_set((select(vec!["glow", "view", "zz", "sort"]), "x[a-z0-9%2C]{0,5}x"), 0..3),
            ),
        ) -> Filter {
            Filter {
                view,
                item: item.filter(|_| view.has_items()),
                facets: facets.into_iter().filter(|(_, c)| !c.is_empty()).collect(),
                date,
                turned: false,
                undated: undated && date != (None, None),
                q,
                within,
                unit,
                all: all.into_iter().collect(),
                sort,
                cols: cols.into_iter().collect(),
                selected,
                compare: compare.into_iter().collect(),
                corpus,
                unknown: unknown.into_iter().map(|(k, v)| (k.to_string(), sanitise(&v))).collect::<OrderedSet<_>>()
                    .into_iter().collect(),
            }
        }
    }

    fn is_sound(link: &str) -> bool {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-_.~=&,+%/?#".contains(c);
        link.starts_with("#/")
            && link.chars().all(allowed)
            && (link == "#/" || link.ends_with(|c: char| c.is_ascii_alphanumeric()))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn a_state_survives_its_link(filter in filters()) {
            let link = encode(&filter);
            prop_assert!(is_sound(&link), "{}", link);
            prop_assert_eq!(decode(&link), filter, "{}", link);
        }

        #[test]
        fn any_text_becomes_one_link(text in "(#/?(statements|articles)?\\?)?(v=1)?(&(act|q|glow|date|sel|-)=?[-a,%.+~=#/é 0-9]{0,12}){0,4}|\\PC{0,60}") {
            let link = encode(&decode(&text));
            prop_assert!(is_sound(&link), "{}", link);
            prop_assert_eq!(encode(&decode(&link)), link);
        }
    }
}
