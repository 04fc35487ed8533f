//! The publication day where the text itself prints one: a full date in its byline, stamp or dateline.
//!
//! The catalogue's day comes first: an editor knows more than a page's furniture, which also dates other stories.

use super::{
    date::{self, Basis, Grain},
    page::Page,
};
use crate::corpus::{article::Article, catalogue::PRINTED, day::Day, zone::ZoneKind};

/// Gives an article that the catalogue does not date the day that it prints, with its basis in plain words.
pub fn date_by_print(article: &mut Article) {
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
    first.or_else(only).map(|(span, day)| (*day, span.of(&article.text).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{catalogue::Entry, prepare};

    fn dated(text: &str) -> Option<(String, String)> {
        let mut article = prepare::articles(vec![("a".into(), text.into(), Entry::default())]).remove(0);
        date_by_print(&mut article);
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
    fn days_of_the_story_or_of_two_other_stories_date_nothing() {
        let text = "Port strike enters second week\n\nDock workers said on Monday that they would not return to work.\n\n\
            The minister of ports answered that talks had been offered on 3 January 2023.\n";
        assert_eq!(dated(text), None);
    }

    #[test]
    fn the_catalogue_comes_first() {
        let entry = Entry { published: Day::parse("2023-03-15"), basis: "told".into(), ..Entry::default() };
        let text =
            "A headline of the day\n\nPublished: 14 March 2023\n\nThe minister said no to the union on Monday.\n";
        let mut article = prepare::articles(vec![("a".into(), text.into(), entry.clone())]).remove(0);
        date_by_print(&mut article);
        assert_eq!(article.entry, entry);
    }
}
