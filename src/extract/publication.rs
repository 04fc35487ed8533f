//! The publication day where the text itself prints one: a full date in its byline, stamp or dateline; and the outlet,
//! where the page names its owner.
//!
//! The catalogue's day comes first: an editor knows more than a page's furniture, which also dates other stories.

use super::{
    date::{self, Basis, Grain},
    page::Page,
};
use crate::lexicon::class::WordClass as Is;
use crate::text::lower::Lower;
use crate::{
    corpus::{article::Article, catalogue::PRINTED, day::Day, zone::ZoneKind},
    lexicon::gazetteer::{Class, gazetteer, starts_upper},
    text::span::Span,
};

/// Gives an article what it prints of itself and the catalogue lacks: its day, with the basis in plain words, and its outlet.
pub fn by_print(article: &mut Article) {
    if article.entry.outlet.is_none() {
        article.entry.outlet = printed_outlet(article);
    }
    if article.entry.published.is_none()
        && let Some((day, words)) = printed(article)
    {
        article.entry.published = Some(day);
        article.entry.basis = format!("{PRINTED}“{words}”.");
    }
}

/// The day printed in the furniture before the second block of the body, else the only one printed in furniture at all.
fn printed(article: &Article) -> Option<(Day, String)> {
    let body = article.zones.iter().filter(|z| z.kind == ZoneKind::Body).nth(1).map_or(u32::MAX, |z| z.span.start);
    let page = Page::of_furniture(article);
    let full: Vec<_> = date::dates(&page)
        .into_iter()
        .filter(|d| d.basis == Basis::Stated)
        .filter_map(|d| Some((d.span, d.value.filter(|v| v.grain == Grain::Day)?.first)))
        .collect();
    let first = full.iter().find(|(span, _)| span.start < body);
    let only = || full.first().filter(|(_, day)| full.iter().all(|(_, other)| other == day));
    let found = first.or_else(only).map(|(span, day)| (*day, span.of(&article.text).to_string()));
    found.or_else(|| dateline(article))
}

/// So many blocks from the head, a dateline may stand.
const OPENING: usize = 3;

/// The day of a dateline with its year: "Dushanbe, August 3, 2022" on a line of its own or before the first paragraph.
fn dateline(article: &Article) -> Option<(Day, String)> {
    let page = Page::of_opening(article, OPENING);
    let dates = date::dates(&page);
    let stated = dates.iter().filter(|d| d.basis == Basis::Stated);
    stated.filter(|d| d.value.is_some_and(|v| v.grain == Grain::Day)).find_map(|d| {
        let block = page.blocks.iter().map(|b| b.span).find(|block| block.contains(d.span))?;
        let before = Span { start: block.start, end: d.span.start }.of(page.text).trim_end();
        let after = Span { start: d.span.end, end: block.end }.of(page.text).trim_start();
        // "**Wednesday, 13.12.2023, 07:15.** The ship left": at the very head, and a full stop after day and clock.
        let bold = |c: char| c == '*' || c == '_';
        let clock = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | ':' | 'h'));
        let closes = clock.starts_with('.') || clock.starts_with(bold) || clock.starts_with(['–', '—', '|']);
        if before.trim_matches(bold).is_empty() && closes && clock.len() > 20 {
            return Some((d.value?.first, d.span.of(page.text).to_string()));
        }
        let names = before.split_whitespace();
        let places = names.clone().count() <= 4 && names.clone().all(starts_upper);
        let parted =
            before.ends_with([',', ')', '-', '–', '—']) && after.starts_with(['-', '–', '—', '.', ':', '(', '/', '|']);
        (places && parted).then_some((d.value?.first, d.span.of(page.text).to_string()))
    })
}

/// The outlet that an article’s page names as its own: behind the headline, in its copyright line, at its head.
fn printed_outlet(article: &Article) -> Option<String> {
    let text = article.text.as_str();
    let furniture = || article.zones.iter().filter(|z| z.kind == ZoneKind::Furniture).map(|z| z.span);
    let headline = article.zones.iter().find(|z| z.kind == ZoneKind::Headline).map(|z| z.span.end as usize);
    // "Port strike goes on – Harbour Daily": what the site adds to its titles.
    let suffix = headline.and_then(|end| {
        let zone = furniture().find(|s| s.start as usize >= end)?;
        let between = text.get(end..zone.start as usize)?;
        let added = zone.of(text);
        let parted = added.starts_with(['-', '–', '—', '|']) && !between.contains('\n');
        parted.then(|| name_of(added.trim_start_matches(['-', '–', '—', '|', ' ']))).flatten()
    });
    let owner = || furniture().find_map(|s| s.of(text).lines().find_map(owner));
    let head = || {
        let lines = furniture().take_while(|s| headline.is_none_or(|end| (s.start as usize) < end));
        lines.take(3).find_map(|s| known(s.of(text)))
    };
    // A name at the page's head that its furniture names again.
    let mast = || {
        let lines = furniture().take_while(|s| headline.is_none_or(|end| (s.start as usize) < end)).take(4);
        lines.filter_map(|s| Some((s, name_of(s.of(text))?))).find_map(|(own, name)| {
            let again = furniture().any(|s| s != own && s.of(text).contains(name.as_str()));
            let menu = name.split(' ').any(|w| Is::MenuWord.has(w.lower().as_str()));
            (again && !menu && name.contains(' ')).then_some(name)
        })
    };
    // "… breach of the treaty – Kystbladet", where the same name stands again in furniture.
    let tail = || {
        let zone = article.zones.iter().find(|z| z.kind == ZoneKind::Headline)?;
        let (at, mark) = zone.span.of(text).rmatch_indices(['-', '–', '—', '|']).next()?;
        let name = name_of(zone.span.of(text).get(at + mark.len()..)?.trim())?;
        let again = furniture().any(|s| s.of(text).contains(name.as_str()));
        again.then_some(name)
    };
    suffix.or_else(mast).or_else(owner).or_else(tail).or_else(head)
}

/// Who holds the copyright by a line: "© 2019 - Daily Star. All rights reserved", "Harbour Post © Copyright 2023".
fn owner(line: &str) -> Option<String> {
    let (before, after) = line.split_once('©')?;
    let owned = after.trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | ',' | ':' | '|')
    });
    let owned = owned.strip_prefix("Copyright").unwrap_or(owned).trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | ',' | ':' | '|' | '.')
    });
    let before = before.rsplit("  ").find(|piece| !piece.trim().is_empty());
    before.and_then(name_of).or_else(|| name_of(owned)).filter(|name| name.chars().count() > 2)
}

/// A name at the start of a line, up to a mark: at most five words with capitals.
fn name_of(line: &str) -> Option<String> {
    let end = line.find(['.', '|', '·', ';', ',', '(', '–', '—', '/', '\n']).unwrap_or(line.len());
    let name = line.get(..end)?.split(" - ").next()?.split("  ").next()?.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let words =
        &words[..words.len() - usize::from(words.last().is_some_and(|w| w.bytes().all(|b| b.is_ascii_digit())))];
    let name = words.join(" ");
    let named =
        words.iter().all(|w| starts_upper(w) || Is::SmallNameWord.has(w) || w.bytes().all(|b| b.is_ascii_digit()));
    let empty = words.iter().any(|w| Is::CopyrightWord.has(w.lower().as_str()));
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (named && !empty && letters >= 2 && words.len() <= 5).then_some(name)
}

/// The medium that a line opens with, if it is known.
fn known(line: &str) -> Option<String> {
    let name = name_of(line)?;
    gazetteer().named(&name).filter(|n| n.class == Class::Outlet).map(|n| n.canonical.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{catalogue::Entry, prepare};

    fn dated(text: &str) -> Option<(String, String)> {
        let mut article = prepare::articles(vec![("a".into(), text.into(), Entry::default())]).remove(0);
        by_print(&mut article);
        Some((article.entry.published?.to_string(), article.entry.basis))
    }

    #[test]
    fn a_stamp_under_the_headline_dates_the_article() {
        let text = "Colombo port strike enters second week\n\nBy Nimal Perera\n\nPublished: 14 March 2023, 18:05\n\n\
            Dock workers in Colombo said on Monday that they would not return to work before the government pays them.\n\n\
            The minister of ports answered that talks had been offered on 3 January 2023.\n";
        let (day, basis) = dated(text).unwrap();
        assert_eq!(day, "2023-03-14");
        assert!(basis.contains("14 March 2023"), "{basis}");
    }

    #[test]
    fn a_weekday_tells_day_from_month() {
        let stamp = "Survey ship leaves\n\nThursday, 8/6/2023, 17:22 (GMT+7)\n\nThe ship left the waters on Tuesday, the ministry said.\n";
        assert_eq!(dated(stamp).unwrap().0, "2023-06-08");
    }

    #[test]
    fn stamps_of_the_world() {
        let body = "The ministry said on Monday that water would flow again.\n\nThe other side has not answered yet, he said.\n";
        for (stamp, day) in [
            ("Danube Mirror – 2022. 05. 10. Tuesday, 16:42 – Updated: 18:05", "2022-05-10"),
            ("19. 4. 2021 17:12 Updated 18:40", "2021-04-19"),
            ("07/04/2024 - 18h42   Updated 07/04/2024 - 20h15", "2024-04-07"),
            ("Published on: 01/02/2022 - 07:12", "2022-02-01"),
            ("Published 07/04/2024 06:42 PM", "2024-07-04"),
        ] {
            assert_eq!(dated(&format!("Water talks go on\n\n{stamp}\n\n{body}")).unwrap().0, day, "{stamp}");
        }
    }

    #[test]
    fn a_dateline_dates_the_article() {
        let body = "The ministry said on Monday that water would flow again.\n\nThe other side has not answered yet, he said.\n";
        for line in ["Dushanbe, August 3, 2022\n\n", "LIMA, 3 August 2022 (ANP) – "] {
            assert_eq!(dated(&format!("Water talks go on\n\n{line}{body}")).unwrap().0, "2022-08-03");
        }
        for line in ["**Wednesday, 3.8.2022, 07:15.** ", "3 August 2022. ", "August 3, 2022, 18:40 – "] {
            assert_eq!(dated(&format!("Water talks go on\n\n{line}{body}")).unwrap().0, "2022-08-03", "{line}");
        }
        let told =
            "Water talks go on\n\nAugust 3, 2022 was a dark day for all who live there, said the ministry on Monday.\n";
        assert_eq!(dated(told), None);
        let told = "Water talks go on\n\nOn August 3, 2022, the ministry said that water would flow again, and nobody answered.\n";
        assert_eq!(dated(told), None);
    }

    #[test]
    fn days_of_the_story_or_of_two_other_stories_date_nothing() {
        let text = "Port strike enters second week\n\nDock workers said on Monday that they would not return to work.\n\n\
            The minister of ports answered that talks had been offered on 3 January 2023.\n";
        assert_eq!(dated(text), None);
    }

    #[test]
    fn the_outlet_behind_the_headline_or_in_the_copyright_line() {
        assert_eq!(
            owner("© 2019 - Harbour Star. All Rights Reserved. Website: Pixel").as_deref(),
            Some("Harbour Star")
        );
        assert_eq!(owner("© 2022 Danube Wire Today. Powered by WordPress.").as_deref(), Some("Danube Wire Today"));
        assert_eq!(owner("Notas del Puerto © Copyright 2023. RIF J-0").as_deref(), Some("Notas del Puerto"));
        assert_eq!(owner("© 2024 All rights reserved"), None);
        assert_eq!(owner("© 2024"), None);
        assert_eq!(owner("no copyright here"), None);
        assert_eq!(known("Reuters | World | Markets").as_deref(), Some("Reuters"));
        assert_eq!(known("Home | World | Markets"), None);
    }

    #[test]
    fn the_catalogue_comes_first() {
        let entry = Entry { published: Day::parse("2023-03-15"), basis: "told".into(), ..Entry::default() };
        let text =
            "A headline of the day\n\nPublished: 14 March 2023\n\nThe minister said no to the union on Monday.\n";
        let mut article = prepare::articles(vec![("a".into(), text.into(), entry.clone())]).remove(0);
        by_print(&mut article);
        assert_eq!(article.entry, entry);
    }
}
