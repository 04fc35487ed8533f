use super::*;
use crate::corpus::{article::Article, catalogue::Entry, day::Day};
use crate::extract::date::dates;
use proptest::prelude::*;

fn article(text: &str) -> Article {
    let entry = Entry { published: Day::parse("2019-08-14"), ..Entry::default() };
    Article { entry, ..Article::plain(text) }
}

/// "words = low..high unit" of every figure, joined by "; ".
fn read(text: &str) -> String {
    let article = article(text);
    let bound = |b: Option<f64>| b.map_or_else(String::new, |v| v.to_string());
    let page = Page::of(&article);
    let found = figures(&page, &dates(&page));
    let shown = found.iter().map(|f| {
        format!("{} = {}..{} {}", f.span.of(text), bound(f.low), bound(f.high), f.unit).trim_end().to_string()
    });
    shown.collect::<Vec<_>>().join("; ")
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text}");
    }
}

#[test]
fn rates_and_numbers_set_against_others() {
    check(&[
        (
            "The dam lets 300 cubic metres per second through.",
            "300 cubic metres per second = 300..300 cubic meters per second",
        ),
        ("The plant makes 40 tons a day.", "40 tons a day = 40..40 tons per day"),
        ("Some 200 migrants per day came.", "Some 200 migrants per day = 200..200 migrants per day"),
        ("He spent five years a world away.", "five years = 5..5 years"),
        (
            "About 3,000 people marched, police said; the organisers spoke of 20,000.",
            "About 3,000 people = 3000..3000 people; 20,000 = 20000..20000 people",
        ),
    ]);
}

#[test]
fn a_number_without_a_noun_counts_what_was_counted_before() {
    check(&[
        ("China has sent 11 ships. The army speaks of 38.", "11 ships = 11..11 ships; 38 = 38..38 ships"),
        (
            "Five sailors were hurt, the navy said; the ministry put the number at more than two.",
            "Five sailors = 5..5 sailors; more than two = 2.. sailors",
        ),
        ("The trucks remained, four of them burned.", "four = 4..4 trucks"),
        ("28 of the Union’s 30 states agreed.", "28 = 28..28 states; 30 states = 30..30 states"),
        ("Twelve were killed and 22 injured.", "Twelve = 12..12 people; 22 injured = 22..22 injured"),
        ("It took two days. He speaks of three.", "two days = 2..2 days"),
        ("They sent 40 trucks. He spoke of 2021.", "40 trucks = 40..40 trucks"),
        (
            "France has 1,300 soldiers there, the US about 1,000.",
            "1,300 soldiers = 1300..1300 soldiers; about 1,000 = 1000..1000 soldiers",
        ),
    ]);
}

#[test]
fn a_number_that_stands_for_things_or_people() {
    check(&[
        ("The seven will be tried in Accra.", "seven = 7..7 people"),
        ("All four have left.", "four = 4..4 people"),
        ("They asked for 20 permits and received three.", "20 permits = 20..20 permits; three = 3..3 permits"),
        ("It passed by 44 votes against 16.", "44 votes = 44..44 votes; 16 = 16..16 votes"),
        ("Nine are in hospital. “Six. That is not few.”", "Nine = 9..9 people; Six = 6..6 people"),
        ("There are 11 of them.", "11 = 11..11 people"),
        ("In the morning 24 out of 50 were gone.", "24 = 24..24 people; 50 = 50..50 people"),
        ("The islet lies 15 miles from Corfu and 42 from Brindisi.", "15 miles = 15..15 miles; 42 = 42..42 miles"),
        // An hour, an age, a pair told of before.
        ("He came at four. Ana Lleshi, 54, agreed. The two agreed.", ""),
    ]);
}

#[test]
fn halves_and_single_units_of_time() {
    check(&[
        ("Half of the villages stand empty.", "Half = 50..50 percent"),
        ("More than half of the fleet sailed.", "More than half = 50.. percent"),
        ("In the second half of the match they cut it in half.", ""),
        ("He lost a year.", "a year = 1..1 years"),
        ("The talks lasted almost an hour.", "almost an hour = 1..1 hours"),
        ("A week later he had a whole day for it.", "A week = 1..1 weeks; a whole day = 1..1 days"),
        ("It left in less than a month.", "less than a month = ..1 months"),
        ("It took two and half years.", "two and half years = 2.5..2.5 years"),
        ("It costs some hundred thousand euro.", "some hundred thousand euro = 100000..100000 EUR"),
        ("They met in Accra over three days.", "three days = 3..3 days"),
        // Rates, and what is named by its time.
        ("The bus runs twice a week and costs us a day of work.", ""),
    ]);
}

#[test]
fn bounds() {
    check(&[
        ("Seoul keeps more than 100,000 soldiers there.", "more than 100,000 soldiers = 100000.. soldiers"),
        ("Iran sent up to 90 technicians.", "up to 90 technicians = ..90 technicians"),
        ("At least five people were killed.", "At least five people = 5.. people"),
        ("Fewer than 20 ships passed.", "Fewer than 20 ships = ..20 ships"),
        ("He counted 14 Turkish naval vessels off the island.", "14 Turkish naval vessels = 14..14 vessels"),
        ("They put the number of soldiers at more than 1,100.", "more than 1,100 = 1100.. soldiers"),
        ("The number of talks was small. 1,100 came.", "1,100 = 1100..1100"),
        ("Two Greek coastguard officials spoke.", "Two Greek coastguard officials = 2..2 officials"),
        ("It lasted nearly two years.", "nearly two years = 2..2 years"),
        (
            "About 300 inspectors and some 40 monitors left.",
            "About 300 inspectors = 300..300 inspectors; some 40 monitors = 40..40 monitors",
        ),
        (
            "Between 5 and 10 vessels, or 100 to 150 drones, came.",
            "5 and 10 vessels = 5..10 vessels; 100 to 150 drones = 100..150 drones",
        ),
        ("A force of 5-10 million people.", "5-10 million people = 5000000..10000000 people"),
        ("Talks need two or three weeks.", "two or three weeks = 2..3 weeks"),
        ("He waited ten days or more.", "ten days or more = 10.. days"),
    ]);
}

#[test]
fn open_amounts() {
    check(&[
        ("Tens of thousands of Rohingya refugees fled.", "Tens of thousands of Rohingya refugees = 10000.. refugees"),
        (
            "Dozens of activists and hundreds of officers met.",
            "Dozens of activists = 12.. activists; hundreds of officers = 100.. officers",
        ),
        ("Hundreds of thousands have been displaced.", "Hundreds of thousands = 100000.. people"),
        (
            "Half a million people and a dozen countries.",
            "Half a million people = 500000..500000 people; a dozen countries = 12..12 countries",
        ),
        ("It has several hundred warheads.", "several hundred warheads = 200.. warheads"),
    ]);
}

#[test]
fn amounts_as_translators_write_them() {
    check(&[
        ("It takes several tens of years.", "several tens of years = 10.. years"),
        ("Several tens of thousands of Armenians left.", "Several tens of thousands of Armenians = 10000.. armenians"),
        ("They counted more than 10.5 million of votes.", "more than 10.5 million of votes = 10500000.. votes"),
        ("Each victim got 100 million won each.", "100 million won = 100000000..100000000 KRW"),
        (
            "It covers 860 square kilometres and 74 billion cubic metres.",
            "860 square kilometres = 860..860 square kilometers; 74 billion cubic metres = 74000000000..74000000000 cubic meters",
        ),
        ("Over thousand people came.", "Over thousand people = 1000.. people"),
        ("The fleet cost hundred million dollars.", "hundred million dollars = 100000000..100000000 USD"),
        ("Almost three thousands of families left.", "Almost three thousands of families = 3000..3000 families"),
        (
            "Paris gives two billion euros over 20 years.",
            "two billion euros = 2000000000..2000000000 EUR; 20 years = 20..20 years",
        ),
        ("The filling is stretched over seven to ten years.", "seven to ten years = 7..10 years"),
        ("Sudan has two million displaced persons.", "two million displaced persons = 2000000..2000000 persons"),
        (
            "No fewer than 12 states, as many as 30 ships.",
            "No fewer than 12 states = 12.. states; as many as 30 ships = ..30 ships",
        ),
    ]);
}

#[test]
fn numbers_in_words_and_digits() {
    check(&[
        (
            "Two hundred and fifty thousand voters stayed away.",
            "Two hundred and fifty thousand voters = 250000..250000 voters",
        ),
        ("Twenty-five states voted for it.", "Twenty-five states = 25..25 states"),
        (
            "Ethiopia has 2.5 million and 1,200,000 hectares.",
            "2.5 million = 2500000..2500000; 1,200,000 hectares = 1200000..1200000 hectares",
        ),
        (
            "Some 100 000 soldiers and 30.000 police.",
            "Some 100 000 soldiers = 100000..100000 soldiers; 30.000 police = 30000..30000 police",
        ),
        (
            "India allots 3 lakh doses and 2 crore rupees.",
            "3 lakh doses = 300000..300000 doses; 2 crore rupees = 20000000..20000000 INR",
        ),
        (
            "Two and a half years and 1.5 percent.",
            "Two and a half years = 2.5..2.5 years; 1.5 percent = 1.5..1.5 percent",
        ),
        (
            "One million signatures, one year, one country.",
            "One million signatures = 1000000..1000000 signatures; one year = 1..1 years",
        ),
    ]);
}

#[test]
fn money_shares_and_measures() {
    check(&[
        (
            "Japan pledged $2.5 billion and €10m.",
            "$2.5 billion = 2500000000..2500000000 USD; €10m = 10000000..10000000 EUR",
        ),
        (
            "They asked for 2 million rubles and over 500 Norwegian kroner.",
            "2 million rubles = 2000000..2000000 RUB; over 500 Norwegian kroner = 500.. NOK",
        ),
        (
            "A US$5bn loan, 3 trillion yuan, 40 pounds sterling.",
            "US$5bn = 5000000000..5000000000 USD; 3 trillion yuan = 3000000000000..3000000000000 CNY; 40 pounds sterling = 40..40 GBP",
        ),
        ("Enriched to 60% from 3.67 per cent.", "60% = 60..60 percent; 3.67 per cent = 3.67..3.67 percent"),
        (
            "A 12-nautical-mile zone, a 30-kilometre buffer and 80 km of wall.",
            "12-nautical-mile = 12..12 miles; 30-kilometre = 30..30 kilometers; 80 km = 80..80 kilometers",
        ),
        (
            "A five-hour meeting, a 10-day truce, 45 minutes of talks.",
            "five-hour = 5..5 hours; 10-day = 10..10 days; 45 minutes = 45..45 minutes",
        ),
    ]);
}

#[test]
fn small_cardinals_need_a_noun() {
    check(&[
        ("Two of the five powers left; one day they may return.", "Two = 2..2 powers; five powers = 5..5 powers"),
        (
            "The two foreign ministers signed three important documents.",
            "two foreign ministers = 2..2 ministers; three important documents = 3..3 documents",
        ),
        ("The two agreed; one of them left with 3.", ""),
        (
            "Over the past two days four captured sailors were freed.",
            "two days = 2..2 days; four captured sailors = 4..4 sailors",
        ),
        ("At least 13,000 have been killed.", "At least 13,000 = 13000.. people"),
        ("Serbia received 12 votes to 3.", "12 votes = 12..12 votes; 3 = 3..3 votes"),
    ]);
}

#[test]
fn what_is_no_figure() {
    check(&[
        ("In 2014 and on 17 December 2018, the second and third round began at 14:05.", ""),
        ("The S-400, MH17, F-16 and Nord Stream 2 pipeline under Resolution 1701 and Article 5.", ""),
        ("1) A new meeting. (2) Talks at 5 pm, 10 a.m. and 1400 GMT.", ""),
        ("He won 2-1 in a two-thirds vote; call +47 22 33 44 55.", ""),
        ("The 1990s and the 19th century were 24/7 work for the 45-year-old.", ""),
    ]);
}

#[test]
fn what_is_counted_is_told() {
    let text = "Kosovo sent 40 special police officers.";
    let article = article(text);
    let page = Page::of(&article);
    let found = figures(&page, &dates(&page));
    assert_eq!(found[0].of.map(|of| of.of(text)), Some("special police officers"));
    assert_eq!((found[0].bound, found[0].unit.as_str()), (Bound::Exact, "officers"));
}

proptest! {
    #[test]
    fn figures_are_ordered_and_lie_in_their_block(
        words in proptest::collection::vec(
            prop_oneof![
                Just("more"), Just("than"), Just("two"), Just("hundred"), Just("million"), Just("of"), Just("tens"), Just("thousands"), Just("$"),
                Just("5"), Just("-"), Just("100"), Just("000"), Just("2.5"), Just("1,000,000"), Just("10m"), Just("%"), Just("years"), Just("ships"),
                Just("half"), Just("a"), Just("and"), Just("between"), Just("to"), Just("or"), Just("dozen"), Just("won"), Just("per"), Just("cent"),
                Just("9999999999999999999999"), Just("trillion"), Just("ü"), Just("\n"), Just("+"), Just("one"), Just("US$")
            ], 0..30),
        noise in "\\PC{0,40}",
    ) {
        let text = format!("{} {noise}", words.join(" "));
        let article = article(&text);
        let page = Page::of(&article);
        let mut last = 0;
        for figure in figures(&page, &dates(&page)) {
            prop_assert!(figure.span.start >= last && !figure.span.of(page.text).is_empty());
            prop_assert!(page.blocks.iter().any(|b| b.span.contains(figure.span)));
            prop_assert!(figure.low.is_some() || figure.high.is_some());
            prop_assert!(figure.low.is_none_or(f64::is_finite) && figure.high.is_none_or(f64::is_finite));
            last = figure.span.end;
        }
    }
}

proptest! {
    #[test]
    fn sentences_that_are_not_cut_hold_no_figure(words in prop::collection::vec(prop::sample::select(vec![
        "a", "an", "half", "few", "couple", "several", "many", "of", "dozen", "hundred", "million", "thousands", "tens",
        "first", "one", "two", "and", "to", "year", "hour", "$", "USD", "euros", "5", "10m", "1990s", "two-day", "%",
        "soldiers", "between", "some", "third", "no", "won",
    ]), 1..6)) {
        let text = words.join(" ");
        let article = article(&text);
        let page = Page::of(&article);
        let lower = text.to_ascii_lowercase();
        for line in atom::passed_over(&page, &lower, |told| told.figure) {
            prop_assert!((0..line.atoms.len()).all(|i| amount::read(&line, i).is_none()), "{}", text);
        }
    }
}
