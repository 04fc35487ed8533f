//! What a click does to a filter. Pure: takes a filter, gives the next one.

use crate::text::order::Gather;
use crate::text::ordered::OrderedSet;
use crate::{
    corpus::day::{self, Day},
    lexicon::act::Family,
    query::filter::{Choice, Facet, Filter, Sort, View},
    share::link,
    text::{
        calendar::{MONTHS, WEEKDAYS},
        lower::Lower,
    },
};

/// Ticks a value, or takes its tick away.
pub fn toggle(filter: &Filter, facet: Facet, slug: &str) -> Filter {
    let slugs = slugs(facet, slug);
    edit(filter, facet, |choice| {
        let ticked = slugs.iter().all(|s| choice.include.contains(s));
        for slug in slugs {
            choice.exclude.remove(&slug);
            if ticked {
                choice.include.remove(&slug);
            } else {
                choice.include.insert(slug);
            }
        }
    })
}

/// Excludes a value, or lets it in again.
pub fn exclude(filter: &Filter, facet: Facet, slug: &str) -> Filter {
    let slugs = slugs(facet, slug);
    edit(filter, facet, |choice| {
        let excluded = slugs.iter().all(|s| choice.exclude.contains(s));
        for slug in slugs {
            choice.include.remove(&slug);
            if excluded {
                choice.exclude.remove(&slug);
            } else {
                choice.exclude.insert(slug);
            }
        }
    })
}

/// Takes a value out, chosen or excluded.
pub fn drop(filter: &Filter, facet: Facet, slug: &str) -> Filter {
    edit(filter, facet, |choice| {
        for slug in slugs(facet, slug) {
            choice.include.remove(&slug);
            choice.exclude.remove(&slug);
        }
    })
}

/// Exactly this value.
pub fn only(filter: &Filter, facet: Facet, slug: &str) -> Filter {
    edit(filter, facet, |choice| {
        choice.exclude.clear();
        choice.include = slugs(facet, slug).into_iter().into_set();
    })
}

/// What a slug stands for: an act's family for its acts, anything else for itself.
pub fn slugs(facet: Facet, slug: &str) -> Vec<String> {
    let family = slug.strip_prefix("family-").filter(|_| facet == Facet::Act);
    match family.and_then(|slug| Family::ALL.into_iter().find(|f| f.slug() == slug)) {
        Some(family) => family.acts().map(|a| a.slug().to_string()).collect(),
        None => vec![slug.to_string()],
    }
}

/// Whether a value is ticked, and whether it is excluded.
pub fn state(filter: &Filter, facet: Facet, slug: &str) -> (bool, bool) {
    let Some(choice) = filter.facets.get(&facet) else { return (false, false) };
    let slugs = slugs(facet, slug);
    let all = |chosen: &OrderedSet<String>| slugs.iter().all(|s| chosen.contains(s));
    (all(&choice.include), all(&choice.exclude))
}

fn edit(filter: &Filter, facet: Facet, change: impl FnOnce(&mut Choice)) -> Filter {
    let mut next = Filter { selected: None, ..filter.clone() };
    // What the link says of it and nobody knows is no more in it.
    next.unknown.retain(|(key, _)| key != facet.key());
    let mut choice = next.facets.remove(&facet).unwrap_or_default();
    change(&mut choice);
    if choice.include.len() < 2 {
        next.all.remove(&facet);
    }
    if !choice.is_empty() {
        next.facets.insert(facet, choice);
    }
    next
}

/// Whether all chosen values of a facet must hold at once, or any.
pub fn toggle_all(filter: &Filter, facet: Facet) -> Filter {
    let mut next = Filter { selected: None, ..filter.clone() };
    if !next.all.remove(&facet) {
        next.all.insert(facet);
    }
    next
}

/// Puts something among what is compared, or takes it out; the oldest makes room for a fifth.
pub fn compare(filter: &Filter, key: &str) -> Filter {
    let mut next = filter.clone();
    if next.compare.iter().any(|k| k == key) {
        next.compare.retain(|k| k != key);
    } else {
        if next.compare.len() > 3 {
            next.compare.remove(0);
        }
        next.compare.push(key.to_string());
    }
    next
}

/// With the days from `first` to `last`; open where none is given.
pub fn days(filter: &Filter, date: (Option<Day>, Option<Day>)) -> Filter {
    let date = match date {
        (Some(first), Some(last)) if last < first => (Some(last), Some(first)),
        date => date,
    };
    let undated = filter.undated && date != (None, None);
    Filter { date, turned: false, undated, selected: None, ..filter.clone() }
}

/// With or without the statements that have no day, beside those of the days chosen.
pub fn undated(filter: &Filter, with: bool) -> Filter {
    Filter { undated: with && filter.date != (None, None), selected: None, ..filter.clone() }
}

/// A search as it may be meant: "or" between words finds either only in capitals; where nothing is found, phrases without
/// their quotation marks may be.
pub fn otherwise(q: &str, nothing: bool) -> Option<String> {
    let parts: Vec<String> = q.split('"').map(str::to_string).collect();
    let outside = |(n, part): (usize, &String)| if n % 2 == 0 { part.replace(" or ", " OR ") } else { part.clone() };
    let either = parts.iter().enumerate().map(outside).collect::<Vec<_>>().join("\"");
    let meant = if either == q && nothing { parts.concat() } else { either };
    (meant != q).then_some(meant)
}

/// Without what the link's key `key` chooses (`act`, `date`, `q` …).
pub fn without(filter: &Filter, key: &str) -> Filter {
    let mut next = Filter { selected: None, ..filter.clone() };
    match key {
        "date" => return days(filter, (None, None)),
        "q" => next.q.clear(),
        _ => {
            if let Some(facet) = Facet::ALL.into_iter().find(|f| f.key() == key) {
                next.facets.remove(&facet);
                next.all.remove(&facet);
            }
        }
    }
    next
}

/// Everything again, in the same view.
pub fn everything(filter: &Filter) -> Filter {
    Filter { view: filter.view, item: filter.item.clone(), ..Filter::default() }
}

/// Another view under the same filter.
pub fn view(filter: &Filter, view: View, item: Option<&str>) -> Filter {
    // The concordance's orders are no orders of a list.
    let sort =
        if view == View::Concordance || Sort::LIST.contains(&filter.sort) { filter.sort } else { Sort::default() };
    Filter { view, item: item.map(Into::into), sort, selected: None, ..filter.clone() }
}

/// The article that a statement or sentence stands in: "000" of "000.60.2".
pub fn article_of(id: &str) -> &str {
    id.split('.').next().unwrap_or_default()
}

/// The sentence that a statement stands in: "000.60" of "000.60.2".
pub fn sentence_of(id: &str) -> &str {
    let second = id.match_indices('.').nth(1);
    second.map_or(id, |(at, _)| id.get(..at).unwrap_or(id))
}

/// The evidence of a statement in its article.
pub fn evidence(filter: &Filter, id: &str) -> Filter {
    Filter { selected: Some(id.to_string()), ..view(filter, View::Articles, Some(article_of(id))) }
}

/// Whether a statement stands in a sentence: "000.60.2" and "000.60" in "000.60".
pub fn is_of(statement: &str, sentence: &str) -> bool {
    !sentence.is_empty()
        && statement.strip_prefix(sentence).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Where a link leads, from any state: `by=slug&to=slug` to the statements with exactly these values, `sel=000.60` to the
/// evidence of a statement or a sentence, `item=000` to an article, `view=topics/slug` to a view or a page of it,
/// `at=#/…` to that address, `days=2021-12` to these days alone, and from there to all.
pub fn way(filter: &Filter, way: &str) -> Option<Filter> {
    let (key, value) = way.split_once('=')?;
    match key {
        "sel" => Some(evidence(filter, value)),
        "item" => Some(self::view(filter, View::Articles, Some(value))),
        "at" => Some(link::decode(value)),
        "days" => {
            let (first, last) = days_of(value)?;
            let date = (Some(first), Some(last));
            Some(days(filter, if filter.date == date { (None, None) } else { date }))
        }
        "view" => {
            let (slug, item) = value.split_once('/').map_or((value, None), |(slug, item)| (slug, Some(item)));
            Some(self::view(filter, View::ALL.into_iter().find(|v| v.slug() == slug)?, item))
        }
        _ => way.split('&').try_fold(self::view(filter, View::Statements, None), |filter, part| {
            let (key, value) = part.split_once('=')?;
            Some(only(&filter, Facet::of_key(key)?, value))
        }),
    }
}

/// Statements chosen by one value alone, whatever was chosen before.
pub fn fresh(facet: Facet, slugs: &[&str]) -> Filter {
    let mut filter = Filter { view: View::Statements, ..Filter::default() };
    let choice = filter.facets.entry(facet).or_default();
    choice.include = slugs.iter().flat_map(|s| self::slugs(facet, s)).into_set();
    filter
}

/// First and last day of an ISO day, month, year or interval.
pub fn days_of(iso: &str) -> Option<(Day, Day)> {
    if let Some((first, last)) = iso.split_once('/') {
        return Some((days_of(first)?.0, days_of(last)?.1));
    }
    match iso.len() {
        4 => Some((Day::parse(&format!("{iso}-01-01"))?, Day::parse(&format!("{iso}-12-31"))?)),
        7 => {
            let first = Day::parse(&format!("{iso}-01"))?;
            let (year, month, _) = first.civil();
            Some((first, Day::new(year, month, day::days_in_month(year, month))?))
        }
        _ => Day::parse(iso).map(|d| (d, d)),
    }
}

/// First and last day of what a reader writes: "17 Dec 2021", "17.12.2021", "2021-12-17", "December 2021", "2021". Where
/// either of two numbers may be the month, the first is the day, as everywhere on the page; a month is known by its first
/// letters, or but for a slip.
pub fn days_typed(text: &str) -> Option<(Day, Day)> {
    let text = text.lower();
    let (mut numbers, mut named) = (Vec::new(), None);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let digits = word.trim_end_matches(char::is_alphabetic);
        if let Ok(number) = digits.parse::<u32>() {
            numbers.push((number, digits.len()));
        } else if WEEKDAYS.iter().all(|day| !day.starts_with(word)) {
            let meant = |month: &str| word.len() > 2 && month.starts_with(word);
            let slip = |month: &str| word.len() > 4 && strsim::osa_distance(month, word) < 2;
            let at = MONTHS.iter().position(|m| meant(m)).or_else(|| MONTHS.iter().position(|m| slip(m)))?;
            if named.replace(at as u32 + 1).is_some() {
                return None;
            }
        }
    }
    let at = numbers.iter().position(|(_, digits)| *digits == 4)?;
    let year = numbers.remove(at).0;
    let (month, day) = match (named, &numbers[..]) {
        (month, []) => (month, None),
        (Some(month), [(day, _)]) => (Some(month), Some(*day)),
        (None, [(month, _)]) => (Some(*month), None),
        (None, [(month, _), (day, _)]) if at == 0 || *day > 12 => (Some(*month), Some(*day)),
        (None, [(day, _), (month, _)]) => (Some(*month), Some(*day)),
        _ => return None,
    };
    let month = month.map_or_else(String::new, |m| format!("-{m:02}"));
    let day = day.map_or_else(String::new, |d| format!("-{d:02}"));
    days_of(&format!("{year:04}{month}{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_offered_as_it_may_be_meant() {
        let meant = |q, nothing| otherwise(q, nothing).unwrap_or_default();
        assert_eq!(meant("visa or \"travel or trade ban\"", true), "visa OR \"travel or trade ban\"");
        assert_eq!(meant("visa \"travel ban\"", true), "visa travel ban");
        assert_eq!([meant("visa \"travel ban\"", false), meant("visa OR ban", true)], ["", ""]);
    }

    #[test]
    fn a_bar_chooses_its_days_and_lets_them_go() {
        let one = way(&Filter::default(), "days=2022-02").unwrap();
        assert_eq!(one.date, (Day::new(2022, 2, 1), Day::new(2022, 2, 28)));
        assert_eq!(way(&one, "days=2022-02").unwrap().date, (None, None));
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let read = |text: &str| days_typed(text).map(|(a, b)| if a == b { a.to_string() } else { format!("{a} {b}") });
        for text in [
            "2021-12-17",
            "17 Dec 2021",
            "17 December 2021",
            "17. Dezember 2021",
            "17.12.2021",
            " 17/12/2021 ",
            "12/17/2021",
            "Dec 17th, 2021",
            "Friday, 17 Decmber 2021",
            "2021/12/17",
            "17-dec-2021",
        ] {
            assert_eq!(read(text).as_deref(), Some("2021-12-17"), "{text}");
        }
        assert_eq!(read("3/4/2022").as_deref(), Some("2022-04-03"));
        assert_eq!(read("Feb 2020").as_deref(), Some("2020-02-01 2020-02-29"));
        assert_eq!(read("2020-02"), read("02/2020"));
        assert_eq!(read("2021").as_deref(), Some("2021-01-01 2021-12-31"));
        for text in
            ["", "soon", "17 Dec", "31 Feb 2021", "Dec Jan 2021", "13.13.2021", "1 2 3 2021", "99999999999", "ma 2021"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn ticking_twice_is_ticking_not_at_all() {
        let once = toggle(&Filter::default(), Facet::Act, "deny");
        assert!(once.facets[&Facet::Act].include.contains("deny"));
        assert_eq!(toggle(&once, Facet::Act, "deny"), Filter::default());
    }

    #[test]
    fn a_value_is_chosen_or_excluded_never_both() {
        let filter = exclude(&toggle(&Filter::default(), Facet::Outlet, "vg"), Facet::Outlet, "vg");
        let choice = &filter.facets[&Facet::Outlet];
        assert!(choice.include.is_empty() && choice.exclude.contains("vg"));
        assert_eq!(exclude(&filter, Facet::Outlet, "vg"), Filter::default());
        assert_eq!(without(&filter, "out"), Filter::default());
    }

    #[test]
    fn a_family_stands_for_its_acts() {
        let deny = toggle(&Filter::default(), Facet::Act, "deny");
        let refuse = toggle(&deny, Facet::Act, "family-refuse");
        let included = |f: &Filter| f.facets[&Facet::Act].include.iter().cloned().collect::<Vec<_>>();
        assert_eq!(included(&refuse), ["deny", "reject"]);
        assert_eq!(included(&toggle(&refuse, Facet::Act, "deny")), ["reject"]);
        assert_eq!(toggle(&refuse, Facet::Act, "family-refuse"), Filter::default());
        assert_eq!(drop(&refuse, Facet::Act, "family-refuse"), Filter::default());
        assert_eq!(included(&fresh(Facet::Act, &["family-refuse"])), ["deny", "reject"]);
        let without = exclude(&refuse, Facet::Act, "family-refuse");
        assert_eq!(without.facets[&Facet::Act].exclude.len(), 2);
    }

    #[test]
    fn days_of_months_and_years_are_whole() {
        let iso = |s: &str| days_of(s).map(|(a, b)| format!("{a} {b}"));
        assert_eq!(iso("2020-02").as_deref(), Some("2020-02-01 2020-02-29"));
        assert_eq!(iso("2008").as_deref(), Some("2008-01-01 2008-12-31"));
        assert_eq!(iso("2021-12-15/2021-12-17").as_deref(), Some("2021-12-15 2021-12-17"));
        assert_eq!(iso("soon"), None);
    }

    #[test]
    fn a_way_starts_from_any_state() {
        let narrowed = toggle(&Filter { view: View::Topics, ..Filter::default() }, Facet::Source, "lavrov");
        let there = way(&narrowed, "by=kim-yo-jong").unwrap();
        assert_eq!((there.view, there.facets[&Facet::Source].include.len()), (View::Statements, 1));
        assert_eq!(way(&narrowed, "sel=004.23"), Some(evidence(&narrowed, "004.23")));
        assert_eq!(way(&narrowed, "item=004").unwrap().item.as_deref(), Some("004"));
        let both = way(&narrowed, "by=nato&to=russia").unwrap();
        assert_eq!((both.facets[&Facet::Source].include.len(), both.facets[&Facet::Addressee].include.len()), (1, 1));
        assert_eq!(way(&narrowed, "view=topics/arms"), Some(view(&narrowed, View::Topics, Some("arms"))));
        assert_eq!(way(&narrowed, "view=topics"), Some(view(&narrowed, View::Topics, None)));
        let fresh = fresh(Facet::Basis, &["stated"]);
        assert_eq!(way(&narrowed, &format!("at={}", link::encode(&fresh))), Some(fresh));
        assert_eq!((way(&narrowed, "nobody=x"), way(&narrowed, ""), way(&narrowed, "view=x")), (None, None, None));
    }

    #[test]
    fn the_article_of_a_statement() {
        assert_eq!((sentence_of("004.23.2"), sentence_of("004.23")), ("004.23", "004.23"));
        let filter = evidence(&Filter::default(), "004.23.2");
        assert_eq!((filter.view, filter.item.as_deref()), (View::Articles, Some("004")));
        assert_eq!(filter.selected.as_deref(), Some("004.23.2"));
    }
}
