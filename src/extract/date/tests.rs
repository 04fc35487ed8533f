use super::*;
use crate::corpus::{article::Article, catalogue::Entry, zone::Zone};
use proptest::prelude::*;

fn article(text: &str, published: Option<&str>, kind: ZoneKind) -> Article {
    let zones = crate::text::line::lines(text).into_iter().map(|span| Zone { kind, span }).collect();
    let entry = Entry { published: published.and_then(Day::parse), ..Entry::default() };
    Article { id: "0".into(), zones, entry, ..Article::plain(text) }
}

/// "words = value" of every expression, joined by "; ".
fn read_in(text: &str, published: Option<&str>, kind: ZoneKind) -> String {
    let article = article(text, published, kind);
    let found = dates(&Page::of(&article));
    let shown = found
        .iter()
        .map(|d| format!("{} = {}", d.span.of(text), d.value.map_or_else(|| "?".to_string(), Interval::iso)));
    shown.collect::<Vec<_>>().join("; ")
}

/// Published on Wednesday, 14 August 2019.
fn read(text: &str) -> String {
    read_in(text, Some("2019-08-14"), ZoneKind::Body)
}

#[test]
fn dates_that_the_words_name() {
    for (text, expected) in [
        ("Signed on 17 December 2018 in Pretoria.", "17 December 2018 = 2018-12-17"),
        ("Signed on December 17, 2018, in Pretoria.", "December 17, 2018 = 2018-12-17"),
        ("Signed on the 17th of December 2018.", "the 17th of December 2018 = 2018-12-17"),
        ("Signed on Monday, Dec. 17th, 2018.", "Monday, Dec. 17th, 2018 = 2018-12-17"),
        (
            "Signed on 2018-12-17 and 17.12.2018 and 17/12/2018.",
            "2018-12-17 = 2018-12-17; 17.12.2018 = 2018-12-17; 17/12/2018 = 2018-12-17",
        ),
        ("In May 2018 Iran stayed.", "May 2018 = 2018-05"),
        ("The 2015 deal followed a 2006 resolution.", "2015 = 2015; 2006 = 2006"),
        (
            "Talks failed in the 1990s and the mid-1980s.",
            "the 1990s = 1990-01-01/1999-12-31; the mid-1980s = 1984-01-01/1986-12-31",
        ),
        (
            "It ruled between 2014 and 2016, then from March to May 2017.",
            "2014 and 2016 = 2014-01-01/2016-12-31; March to May 2017 = 2017-03-01/2017-05-31",
        ),
        (
            "The war of 2014–2018 and 5-7 December 2018.",
            "2014–2018 = 2014-01-01/2018-12-31; 5-7 December 2018 = 2018-12-05/2018-12-07",
        ),
        (
            "In the first quarter of 2018 and the summer of 2017.",
            "the first quarter of 2018 = 2018-01-01/2018-03-31; the summer of 2017 = 2017-06-01/2017-08-31",
        ),
        ("Since the 19th century.", "the 19th century = 1801-01-01/1900-12-31"),
        ("By late 2018 and early January 2019.", "late 2018 = 2018; early January 2019 = 2019-01"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn months_of_what_was_to_be_done_or_missed() {
    assert_eq!(read("He asked her to sign the paper from July."), "July = 2019-07");
    assert_eq!(read("They could have signed a truce in June."), "June = 2019-06");
    assert_eq!(read("They want to meet in October."), "October = 2019-10");
}

#[test]
fn the_verb_of_a_date_says_on_which_side_it_lies() {
    for (text, expected) in [
        // The day before, but told of as to come; what is told in the present of a weekday.
        ("The draft will be debated on Tuesday.", "Tuesday = 2019-08-20"),
        ("The ferry leaves Tallinn on Saturday.", "Saturday = 2019-08-17"),
        ("The envoy insists on a visit on Saturday.", "Saturday = 2019-08-17"),
        ("Accra summoned the envoys for Saturday.", "Saturday = 2019-08-17"),
        // The verb of the subject that holds the day, not the one before.
        ("He wrote that the hearing on Monday must wait.", "Monday = 2019-08-19"),
        ("The raid of Sunday worries Accra.", "Sunday = 2019-08-11"),
        ("They flew to Hargeisa and to Berbera on Saturday.", "Saturday = 2019-08-10"),
        ("Lima does not expect a vote in November.", "November = 2019-11"),
        ("Until March the mill was open.", "March = 2019-03"),
        ("Opinions are heard until the 20th.", "the 20th = 2019-08-20"),
        ("They confirmed it this weekend.", "this weekend = 2019-08-10/2019-08-11"),
        ("Accra complained last Monday.", "last Monday = 2019-08-12"),
        ("They asked for an answer by the 29th.", "the 29th = 2019-07-29"),
        ("They will ask for an answer by the 29th.", "the 29th = 2019-08-29"),
        ("He comes to Lome on the 11th and 12th.", "the 11th = 2019-08-11; 12th = 2019-08-12"),
        ("The order for the 20th was kept.", "the 20th = 2019-08-20"),
        ("A week back, he resigned.", "A week back = 2019-08-07"),
        ("He ordered them to clear the camps in two weeks.", ""),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
    assert_eq!(read_in("The court sits this Monday.", Some("2019-08-18"), ZoneKind::Body), "this Monday = 2019-08-19");
}

#[test]
fn parts_of_the_day_told_of() {
    for (text, expected) in [
        ("Accra answered in the evening.", "the evening = 2019-08-14"),
        ("The road has been shut since morning.", "morning = 2019-08-14"),
        ("He landed on Tuesday. Until the evening nobody met him.", "Tuesday = 2019-08-13; the evening = 2019-08-13"),
        ("On 2 May he fled and the same night Accra rejoiced.", "2 May = 2019-05-02; the same night = 2019-05-02"),
        ("He was shot on the morning of 11/8.", "the morning of 11/8 = 2019-08-11"),
        // A day that is named already, what may be any day, and what only looks so.
        ("He spoke on Tuesday at 7 in the evening.", "Tuesday = 2019-08-13"),
        ("They will leave the same day.", ""),
        ("He reads in the evening news, by night and in the morning.", ""),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn no_day_is_counted_from_a_year() {
    assert_eq!(read("It split in 2016. The next day he left."), "2016 = 2016; The next day = ?");
}

#[test]
fn dates_counted_from_the_publication_day() {
    for (text, expected) in [
        ("Seoul said so on Monday.", "Monday = 2019-08-12"),
        ("Seoul said so on Wednesday morning.", "Wednesday morning = 2019-08-14"),
        ("The envoys will meet on Saturday.", "Saturday = 2019-08-17"),
        ("The envoy was recalled on Saturday.", "Saturday = 2019-08-10"),
        (
            "He spoke yesterday, last week and last month.",
            "yesterday = 2019-08-13; last week = 2019-08-05/2019-08-11; last month = 2019-07",
        ),
        ("A summit is planned for next year.", "next year = 2020"),
        ("They met two weeks ago.", "two weeks ago = 2019-07-31"),
        ("Sudan will vote in three days.", "three days = 2019-08-17"),
        ("Over the past two days nothing moved.", "the past two days = 2019-08-12/2019-08-14"),
        ("The ship was seized in July.", "July = 2019-07"),
        ("The tariffs will start in December.", "December = 2019-12"),
        ("It was agreed in December.", "December = 2018-12"),
        ("They met on August 9 and 10.", "August 9 = 2019-08-09; 10 = 2019-08-10"),
        ("They met earlier in August, then late on Thursday.", "earlier in August = 2019-08; Thursday = 2019-08-15"),
        ("The vote was held last November.", "last November = 2018-11"),
        (
            "Tokyo answered this week, tonight and this morning.",
            "this week = 2019-08-12/2019-08-18; tonight = 2019-08-14; this morning = 2019-08-14",
        ),
        ("He was freed on Christmas Eve and left at Easter.", "Christmas Eve = 2018-12-24; Easter = 2019-04-21"),
        (
            "This weekend they vote; over the weekend he fell.",
            "This weekend = 2019-08-17/2019-08-18; the weekend = 2019-08-10/2019-08-11",
        ),
        ("They last met on 29 February.", "29 February = 2016-02-29"),
        ("In 2014, troops came in March.", "2014 = 2014; March = 2014-03"),
        ("On 3 May the court ruled; the next day he fled.", "3 May = 2019-05-03; the next day = 2019-05-04"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn other_ways_to_write_a_date() {
    for (text, expected) in [
        (
            "Filed 2018/Dec/17, 17-Dec-18 and Dec-17-2018.",
            "2018/Dec/17 = 2018-12-17; 17-Dec-18 = 2018-12-17; Dec-17-2018 = 2018-12-17",
        ),
        (
            "Logged Mon Dec 17 15:50:06 2018 and 20181217.",
            "Mon Dec 17 15:50:06 2018 = 2018-12-17; 20181217 = 2018-12-17",
        ),
        (
            "Born in May nineteen eighty-six, elected in two thousand and five.",
            "May nineteen eighty-six = 1986-05; two thousand and five = 2005",
        ),
        ("He left in the summer of '98.", "the summer of '98 = 1998-06-01/1998-08-31"),
        ("In 261 BC and the 4th century B.C. Rome fought.", "261 BC = ?; the 4th century B.C. = ?"),
        (
            "Talks on 28 and 29 August 2017, in April and June 2016.",
            "28 = 2017-08-28; 29 August 2017 = 2017-08-29; April = 2016-04; June 2016 = 2016-06",
        ),
        ("Seoul exported less in week 27 of 2018.", "week 27 of 2018 = 2018-07-02/2018-07-08"),
        ("Tbilisi waited from 5/10/2018 to 6/12/2018.", "5/10/2018 to 6/12/2018 = 2018-05-10/2018-06-12"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn parts_of_periods() {
    for (text, expected) in [
        (
            "In the early hours of Monday, in the closing days of May 2018.",
            "the early hours of Monday = 2019-08-12; the closing days of May 2018 = 2018-05",
        ),
        (
            "The latter half of 2018 and the rest of this year.",
            "The latter half of 2018 = 2018-07-01/2018-12-31; the rest of this year = 2019",
        ),
        ("It is due in next year's first quarter.", "next year's first quarter = 2020-01-01/2020-03-31"),
        ("The first Monday evening of next month is free.", "The first Monday evening of next month = 2019-09-02"),
        ("Kyiv and Minsk met over the Easter weekend.", "the Easter weekend = 2019-04-20/2019-04-21"),
        (
            "A three-day truce, or two weeks starting on 1 May 2018.",
            "two weeks starting on 1 May 2018 = 2018-05-01/2018-05-14",
        ),
        ("Exports fell over the last two quarters.", "the last two quarters = 2019-01-01/2019-06-30"),
        ("It grows over the 5 coming years.", "5 coming years = 2019-08-15/2024-08-14"),
        (
            "On 3 May he spoke; the day before, he fell; that evening he left.",
            "3 May = 2019-05-03; the day before = 2019-05-02; that evening = 2019-05-02",
        ),
        ("Sudan fears a spring offensive and winter coats.", "spring = 2019-03-01/2019-05-31"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn words_before_make_a_date_a_limit() {
    let reaches = |text: &str| -> Vec<Reach> {
        let article = article(text, Some("2019-08-14"), ZoneKind::Body);
        dates(&Page::of(&article)).iter().map(|d| d.reach).collect()
    };
    assert_eq!(reaches("It has paid since 2011, until May and by Friday."), [Reach::Since, Reach::Until, Reach::Until]);
    assert_eq!(
        reaches("Taipei spoke after Monday, before 2020, in 2018."),
        [Reach::After, Reach::Before, Reach::Within]
    );
    assert_eq!(reaches("It comes no later than 1 May, effective from 3 May."), [Reach::Until, Reach::Since]);
}

#[test]
fn what_is_no_date() {
    for text in [
        "They may march on the capital; the sun sat low for a second.",
        "Resolution 1701 and Resolution 1973 bind 2,000 soldiers with S-400 missiles.",
        "Theresa May said 1500 troops and 2000 people could leave.",
        "He paid $2000 for 1999 euros, 50/50, and 3 percent.",
        "Talks lasted for two days; one day there will be peace every Monday.",
        "Call 2019-555-0143 or +82 2010 4455.",
    ] {
        let found = read(text);
        assert!(!found.contains("may =") && !found.contains("May"), "{text}: {found}");
        if !text.starts_with("Call") && !text.starts_with("He paid") {
            assert_eq!(found, "", "{text}");
        }
    }
}

#[test]
fn what_cannot_be_resolved_stays_open() {
    assert_eq!(
        read_in("Troops in September this year.", Some("2022-02-01"), ZoneKind::Caption),
        "September this year = ?"
    );
    assert_eq!(read_in("He said so on Friday.", None, ZoneKind::Body), "Friday = ?");
    assert_eq!(read_in("He said so on 9 May 2008.", None, ZoneKind::Body), "9 May 2008 = 2008-05-09");
}

#[test]
fn part_and_basis_are_told() {
    let article = article("She left on Friday evening after 9 May 2018.", Some("2019-08-14"), ZoneKind::Body);
    let found = dates(&Page::of(&article));
    assert_eq!(found[0].part, Some(PartOfDay::Evening));
    assert_eq!((found[0].basis, found[1].basis), (Basis::Resolved, Basis::Stated));
    assert_eq!(found[1].rule, "the words name it");
}

proptest! {
    #[test]
    fn expressions_are_ordered_and_lie_in_their_block(
        words in proptest::collection::vec(
            prop_oneof![
                Just("Friday"), Just("the"), Just("last"), Just("next"), Just("two"), Just("weeks"), Just("ago"), Just("of"), Just("May"),
                Just("2014"), Just("-"), Just("17"), Just("17th"), Just("mid-1990s"), Just("century"), Just("99999999"), Just(","), Just("ü"),
                Just("first"), Just("999"), Just("decades"), Just("centuries"), Just("end"), Just("31/12/9999"), Just("/"), Just("BC"), Just("week"), Just("two thousand"), Just("'"), Just("98"), Just("starting"),
                Just("weekend"), Just("rest"), Just("'s"), Just("20191399"), Just("9999-Dec-31"), Just("year"), Just("before"),
                Just("Easter"), Just("winter"), Just("to"), Just("from"), Just("and"), Just("\n"), Just("a"), Just("Feb"), Just("30")
            ], 0..30),
        noise in "\\PC{0,40}",
    ) {
        let text = format!("{} {noise}", words.join(" "));
        for published in [Some("2019-08-14"), None] {
            let article = article(&text, published, ZoneKind::Body);
            let page = Page::of(&article);
            let mut last = 0;
            for date in dates(&page) {
                prop_assert!(date.span.start >= last && !date.span.of(page.text).is_empty());
                prop_assert!(page.blocks.iter().any(|b| b.span.contains(date.span)));
                if let Some(value) = date.value {
                    prop_assert!(value.first <= value.last);
                    prop_assert!(!value.iso().is_empty());
                }
                last = date.span.end;
            }
        }
    }
}

#[test]
fn in_a_story_of_old_days_counted_from_what_is_not_said_are_found_without_a_value() {
    let story = "They fought in 1901, in 1902, in 1903, in 1904 and in 1905. ";
    for (text, expected) in [
        ("Two days after the coup in Bamako the border was closed.", "Two days after = ?"),
        ("They met the day after the vote.", "the day after = ?"),
        ("A few weeks later the envoy left.", "A few weeks later = ?"),
        ("On the second day of the talks he walked out.", "the second day = ?"),
    ] {
        assert_eq!(read(&format!("{story}{text}")).split("; ").nth(5), Some(expected), "{text}");
        assert_eq!(read(text), "", "{text}");
    }
}

#[test]
fn days_of_the_story_and_what_is_no_day() {
    for (text, expected) in [
        ("The minister Jan Hamza and Rasool Jan left.", ""),
        ("In 1998 they signed. Two years before, they had refused.", "1998 = 1998; Two years before = 1996"),
        (
            "In May 1998 they fought, and that summer they talked.",
            "May 1998 = 1998-05; that summer = 1998-06-01/1998-08-31",
        ),
        (
            "They want the 1967 borders, not those of summer and autumn 1973.",
            "1967 = 1967; summer = 1973-06-01/1973-08-31; autumn 1973 = 1973-09-01/1973-11-30",
        ),
        ("They fought on the 28 and 29 August 2008.", "28 = 2008-08-28; 29 August 2008 = 2008-08-29"),
        // A distance, a count and plain nouns are no dates.
        ("The post lies two hours from the border and several days of talks failed.", ""),
        ("The first day of school is dear to us, a few days will do.", ""),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn sentences_that_are_not_cut_hold_no_date(words in prop::collection::vec(prop::sample::select(vec![
        "the", "a", "now", "last", "next", "this", "that", "same", "early", "late", "beginning", "end", "of", "half",
        "in", "on", "by", "between", "and", "to", "few", "several", "couple", "first", "one", "day", "week", "years",
        "Monday", "May", "spring", "night", "Easter", "New", "Year", "’s", "before", "after", "ago", "later", "vote",
        "mid", "mid-term", "two-day", "Q3", "2021", "final", "past", "nineties", "today", "eve", "start", "latter",
    ]), 1..7)) {
        let text = words.join(" ");
        let article = article(&text, Some("2019-08-14"), ZoneKind::Body);
        let page = Page::of(&article);
        let lower = text.to_ascii_lowercase();
        for line in atom::passed_over(&page, &lower, |told| told.date) {
            let found = Scanner { line: &line, published: page.published, stamp: false }.all();
            prop_assert!(found.is_empty(), "{} {:?}", text, found);
        }
    }
}
