//! Mentions: every name of a person, organisation, country, place or outlet, with its exact span.

mod facts;
mod head;
mod learned;
mod memory;
mod metonym;
mod run;
#[cfg(feature = "cli")]
pub mod train;
mod unit;
mod vote;
mod weigh;

pub use head::head_mentions;

use super::page::Page;
use crate::text::{
    constant::{Constant, constant},
    span::Span,
};
use facts::Facts;
use run::Candidate;
use serde::{Deserialize, Serialize};
use unit::Line;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A body: alliance, ministry, party, seat of office.
    Organisation,
    /// A state, also by its capital's name.
    Country,
    /// A place that does not act.
    Place,
    /// A medium or agency.
    Outlet,
}

impl EntityKind {
    /// Its code in the gold and the scorers.
    pub fn code(self) -> &'static str {
        match self {
            EntityKind::Person => "PERSON",
            EntityKind::Organisation => "ORG",
            EntityKind::Country => "COUNTRY",
            EntityKind::Place => "PLACE",
            EntityKind::Outlet => "OUTLET",
        }
    }
}

/// One name where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Without title, article or possessive.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// The full, usual name where the gazetteer knows it ("AFP" → "Agence France-Presse").
    pub known: Option<String>,
    /// Title, role or apposition beside it ("Deputy Foreign Minister"), facts about the person.
    pub role: Option<Span>,
    /// What in the text or data decided kind and span, in plain words.
    #[serde(deserialize_with = "constant")]
    pub why: Constant,
}

/// The mentions of an article, in order; they never overlap.
pub fn mentions(page: &Page) -> Vec<Mention> {
    let facts = facts::facts(page);
    let lines = lines_of(page, &facts);
    let rules = rules(page, &lines);
    vote::vote(page, &lines, rules)
}

/// The sentences of an article with what the rules see in each.
fn lines_of<'p, 'a>(page: &'p Page<'a>, facts: &'p [Facts]) -> Vec<(Line<'p, 'a>, Vec<Candidate>)> {
    let sentences = page.sentences.iter();
    sentences
        .map(|sentence| {
            let line = Line::of(page, facts, sentence.tokens.clone());
            let candidates = run::candidates(&line);
            (line, candidates)
        })
        .collect()
}

/// The mentions as the rules alone read them.
fn rules(page: &Page, lines: &[(Line, Vec<Candidate>)]) -> Vec<Mention> {
    memory::decide(page, lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{
        article::Article,
        zone::{Zone, ZoneKind},
    };

    use proptest::prelude::*;

    /// "[Ali Khamenei/PERSON]" for each mention.
    pub(super) fn read(text: &str) -> Vec<String> {
        let article = Article::plain(text);
        let page = Page::of(&article);
        mentions(&page).iter().map(|m| format!("{}/{}", m.span.of(text), m.kind.code())).collect()
    }

    fn heads(text: &str, phrase: &str) -> Vec<String> {
        let article = Article::plain(text);
        let page = Page::of(&article);
        let mentions = mentions(&page);
        let start = text.find(phrase).unwrap();
        let span = Span::new(start, start + phrase.len());
        head_mentions(&page, &mentions, span).iter().map(|i| mentions[*i].span.of(text).to_string()).collect()
    }

    #[test]
    fn titles_articles_and_possessives_stay_outside() {
        assert_eq!(
            read("US Secretary of State Antony Blinken met Iran’s foreign minister, Hossein Amir-Abdollahian."),
            ["US/COUNTRY", "Antony Blinken/PERSON", "Iran/COUNTRY", "Hossein Amir-Abdollahian/PERSON"]
        );
        assert_eq!(
            read("The Sudanese general Abdel Fattah al-Burhan told SUNA that the African Union was wrong."),
            ["Abdel Fattah al-Burhan/PERSON", "SUNA/OUTLET", "African Union/ORG"]
        );
    }

    #[test]
    fn bodies_are_named_by_their_head() {
        assert_eq!(
            read("The Russian Foreign Ministry answered the Ministry of Foreign Affairs and Trade in Budapest."),
            ["Russian Foreign Ministry/ORG", "Ministry of Foreign Affairs and Trade/ORG", "Budapest/PLACE"]
        );
        assert_eq!(read("He teaches at King’s College London."), ["King’s College London/ORG"]);
        assert_eq!(
            read("The Rapid Support Forces (RSF) denied it. Later the RSF agreed."),
            ["Rapid Support Forces/ORG", "RSF/ORG", "RSF/ORG"]
        );
    }

    #[test]
    fn a_capital_is_a_government_or_a_city() {
        assert_eq!(read("Tehran said it would not yield."), ["Tehran/COUNTRY"]);
        assert_eq!(read("They met in Tehran."), ["Tehran/PLACE"]);
        assert_eq!(read("Talks between Belgrade and Pristina failed."), ["Belgrade/COUNTRY", "Pristina/COUNTRY"]);
        assert_eq!(read("He will travel to Seoul on Monday."), ["Seoul/PLACE"]);
        assert_eq!(read("She sent a message to Beijing."), ["Beijing/COUNTRY"]);
        assert_eq!(read("Beijing warns Washington"), ["Beijing/COUNTRY", "Washington/COUNTRY"]);
        assert_eq!(read("They rejected Pyongyang’s demands."), ["Pyongyang/COUNTRY"]);
        assert_eq!(read("A spokesman in the Kremlin said so."), ["Kremlin/ORG"]);
    }

    #[test]
    fn governments_do_and_places_lie() {
        assert_eq!(read("The offer stands until Tunis answers."), ["Tunis/COUNTRY"]);
        assert_eq!(read("Lima pays; Quito replies that it owes nothing."), ["Lima/COUNTRY", "Quito/COUNTRY"]);
        assert_eq!(read("It was a tribute to Dodoma."), ["Dodoma/COUNTRY"]);
        assert_eq!(read("The Tehran regime asked."), ["Tehran/COUNTRY"]);
        // The day stands between it and what it does.
        assert_eq!(read("After a long silence, Kyiv on Monday asked for talks."), ["Kyiv/COUNTRY"]);
        assert_eq!(read("Observers say that, once more, Manila yesterday gave a deadline."), ["Manila/COUNTRY"]);
        assert_eq!(read("He, who in Cairo on Monday met envoys, said nothing."), ["Cairo/PLACE"]);
        assert_eq!(read("From Harare the answer came at night."), ["Harare/COUNTRY"]);
        assert_eq!(read("From Harare the minister wrote a book."), ["Harare/PLACE"]);
        assert_eq!(read("Lusaka police searched the house."), ["Lusaka/PLACE"]);
        assert_eq!(
            read("Hargeisa rejected it; Somaliland’s foreign minister left for Hargeisa.")[0],
            "Hargeisa/COUNTRY"
        );
        assert_eq!(read("He flew to Dodoma."), ["Dodoma/PLACE"]);
    }

    #[test]
    fn media_are_known_by_what_is_done_with_them() {
        assert_eq!(read("PORT LOUIS, Mauritius (IOP) – Talks go on.")[2..], ["IOP/OUTLET"]);
        assert_eq!(read("A diplomat told the Coral Standard that talks go on."), ["Coral Standard/OUTLET"]);
        assert_eq!(read("She wrote on X that talks go on."), ["X/OUTLET"]);
        let mut article = Article::plain("Reporters of Coral Standard asked. CS has seen the letter.");
        article.entry.outlet = Some("Coral Standard".into());
        let page = Page::of(&article);
        let found: Vec<_> = mentions(&page).iter().map(|m| (m.span.of(&article.text).to_string(), m.kind)).collect();
        assert_eq!(found, [("Coral Standard".into(), EntityKind::Outlet), ("CS".into(), EntityKind::Outlet)]);
    }

    #[test]
    fn a_page_names_itself_in_its_furniture() {
        let mut article =
            Article::plain("Gas levy doubled – Dunav Glasnik\nA clerk told Dunav Glasnik so. Ana Petrova left.");
        let title = article.zones[0].span;
        article.zones[0].span = Span::new(0, "Gas levy doubled".len());
        let rest = Span::new("Gas levy doubled".len(), title.end as usize);
        article.zones.insert(1, Zone { kind: ZoneKind::Furniture, span: rest });
        let page = Page::of(&article);
        let found: Vec<_> = mentions(&page).iter().map(|m| (m.span.of(&article.text).to_string(), m.kind)).collect();
        assert_eq!(found[0], ("Dunav Glasnik".into(), EntityKind::Outlet));
        assert_eq!(read("A reporter of Nova Zora asked, and Nova Zora reports so."), ["Nova Zora/OUTLET"; 2]);
        assert_eq!(
            read("A clerk told Latvian Radio and Sahel Wire so."),
            ["Latvian Radio/OUTLET", "Sahel Wire/OUTLET"]
        );
    }

    #[test]
    fn ships_fields_brackets_and_bases() {
        assert_eq!(read("The frigate Bodrum met the tanker “Kestrel Bay” there."), [""; 0]);
        assert_eq!(
            read("The spokesman of the Turkish ministry of Defence said so."),
            ["Turkish ministry of Defence/ORG"]
        );
        assert_eq!(read("A Manila-based diplomat agreed."), ["Manila/PLACE"]);
        assert_eq!(read("The newspaper “Le Fleuve” writes so."), ["Le Fleuve/OUTLET"]);
        assert_eq!(read("The lawyer in Izmir, Nilgün Esen, said so."), ["Izmir/PLACE", "Nilgün Esen/PERSON"]);
        assert_eq!(read("He phoned Ursula von der Leyen."), ["Ursula von der Leyen/PERSON"]);
    }

    #[test]
    fn a_body_by_its_head_alone_and_the_two_koreas() {
        assert_eq!(read("He said that the Commission and a Navy spokesman agreed."), ["Commission/ORG", "Navy/ORG"]);
        assert_eq!(read("North Korea warned. The North then fired."), ["North Korea/COUNTRY", "North/COUNTRY"]);
    }

    #[test]
    fn the_field_of_an_office_is_no_name() {
        assert_eq!(read("The Minister of Natural Resources, Devanand Persaud, agreed."), ["Devanand Persaud/PERSON"]);
        assert_eq!(read("The Minister of Water Economy Shavkat Hamroyev agreed."), ["Shavkat Hamroyev/PERSON"]);
    }

    #[test]
    fn capitals_in_lists_and_after_what_a_town_has() {
        let country = |names: &[&str]| names.iter().map(|n| format!("{n}/COUNTRY")).collect::<Vec<_>>();
        assert_eq!(read("Paris, London and Berlin notified it."), country(&["Paris", "London", "Berlin"]));
        assert_eq!(read("Beijing, Ankara, Moscow"), country(&["Beijing", "Ankara", "Moscow"]));
        assert_eq!(read("It is Nairobi who repays the loan."), ["Nairobi/COUNTRY"]);
        assert_eq!(read("The imam of Bamako prayed."), ["Bamako/PLACE"]);
        assert_eq!(
            read("The Democratic Republic of Timor-Leste agreed.")[0],
            "Democratic Republic of Timor-Leste/COUNTRY"
        );
        assert_eq!(read("The Netherlands agreed."), ["Netherlands/COUNTRY"]);
    }

    #[test]
    fn whole_names_of_persons_and_ships_that_look_like_them() {
        assert_eq!(read("President Ersin Tatar left."), ["Ersin Tatar/PERSON"]);
        assert_eq!(read("The head of diplomacy, Jan Hamrla, left."), ["Jan Hamrla/PERSON"]);
        assert_eq!(read("Energy Minister Fatih Dönmez left."), ["Fatih Dönmez/PERSON"]);
        assert_eq!(read("So writes Hannelore B. in a letter."), ["Hannelore B./PERSON"]);
        assert_eq!(read("The vessel Oruc Reis left. Ships guard Oruc Reis."), [""; 0]);
        assert_eq!(read("She told the BBC Arabic: no."), ["BBC Arabic/OUTLET"]);
    }

    #[test]
    fn adjectives_and_treaties_are_no_mentions() {
        assert_eq!(read("It follows from the Ottawa convention."), [""; 0]);
        assert_eq!(read("Turkish and Greek officials cited the Lausanne Treaty."), [""; 0]);
    }

    #[test]
    fn a_surname_is_known_from_the_full_name() {
        assert_eq!(read("Aleksandar Vucic spoke first. Vucic then left."), ["Aleksandar Vucic/PERSON", "Vucic/PERSON"]);
    }

    #[test]
    fn words_that_nobody_has_met_open_names() {
        assert_eq!(read("Ruzgar Tekvelioğlu, who left, agreed."), ["Ruzgar Tekvelioğlu/PERSON"]);
        assert_eq!(read("They waited. Ildikó Bertalanffy of Győr spoke.")[0], "Ildikó Bertalanffy/PERSON");
        assert_eq!(read("The Attorney-General, Ruzgar Tekvelioğlu Arvonen, has nothing to add.").len(), 1);
        assert_eq!(read("Ana Merkel spoke. Yesterday Merkel left.")[1], "Merkel/PERSON");
        assert_eq!(read("President Hassan Sheikh Warsame left."), ["Hassan Sheikh Warsame/PERSON"]);
        assert_eq!(
            read("The envoy Christian Brügmann agreed with Mister Odhiambo."),
            ["Christian Brügmann/PERSON", "Odhiambo/PERSON"]
        );
    }

    #[test]
    fn surnames_of_several_words_are_whole() {
        assert_eq!(read("Ursula von der Heyden spoke. He thanked von der Heyden.")[1], "von der Heyden/PERSON");
        assert_eq!(read("The envoy Juan Carlos Trujillo left."), ["Juan Carlos Trujillo/PERSON"]);
        assert_eq!(read("No word came from the Sunrise party."), ["Sunrise party/ORG"]);
    }

    #[test]
    fn capitals_that_look_on_and_are_quoted_are_governments() {
        assert_eq!(read("And Lima? Nobody knows."), ["Lima/COUNTRY"]);
        assert_eq!(read("Quito recalls its envoy, Lima “takes note”"), ["Quito/COUNTRY", "Lima/COUNTRY"]);
        assert_eq!(read("Farmers look at Nairobi with anger."), ["Nairobi/COUNTRY"]);
        assert_eq!(read("Two hours later Dodoma with the same means answered."), ["Dodoma/COUNTRY"]);
        assert_eq!(read("They asked her to send an envoy to Harare."), ["Harare/PLACE"]);
        assert_eq!(read("She wants to send a message to Harare."), ["Harare/COUNTRY"]);
        assert_eq!(read("In Lima “nothing” was said."), ["Lima/PLACE"]);
        assert_eq!(read("The airport of Somaliland reopened."), ["Somaliland/COUNTRY"]);
    }

    #[test]
    fn heads_of_phrases() {
        let text = "Russian Deputy Foreign Minister Sergei Ryabkov said so.";
        assert_eq!(heads(text, "Russian Deputy Foreign Minister Sergei Ryabkov"), ["Sergei Ryabkov"]);
        let text = "It was rejected by the United States and NATO.";
        assert_eq!(heads(text, "the United States and NATO"), ["United States", "NATO"]);
        let text = "A NATO source said that a Kremlin spokesman had lied.";
        assert_eq!(heads(text, "A NATO source"), [""; 0]);
        assert_eq!(heads(text, "a Kremlin spokesman"), ["Kremlin"]);
        let text = "Norway’s Minister of Foreign Affairs says no.";
        assert_eq!(heads(text, "Norway’s Minister of Foreign Affairs"), [""; 0]);
        let text = "Azerbaijani President Ilham Aliyev's aide Hikmet Hajiyev dismissed it.";
        assert_eq!(heads(text, "Azerbaijani President Ilham Aliyev's aide Hikmet Hajiyev"), ["Hikmet Hajiyev"]);
        let text = "The head of the IAEA, Rafael Grossi, said so.";
        assert_eq!(heads(text, "The head of the IAEA, Rafael Grossi"), ["Rafael Grossi"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_in_order(text in "(?:[A-Z][a-z]{0,6}|the|of|Minister|US|Kyiv|NATO|\\PC{0,4}|[ ,.’'-]){0,60}") {
            let article = Article::plain(&*text);
            let page = Page::of(&article);
            let found = mentions(&page);
            for pair in found.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for mention in &found {
                prop_assert!(!mention.span.of(page.text).is_empty());
            }
            head_mentions(&page, &found, Span::new(0, page.text.len()));
        }
    }
}
