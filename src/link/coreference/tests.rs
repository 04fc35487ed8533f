//! Who pronouns, roles and bare offices are.

use super::*;
use crate::{
    corpus::article::Article,
    extract::{
        date::Basis,
        mention,
        statement::{Confidence, Modality, Mode, Polarity, When},
    },
    lexicon::act::Act,
};
use proptest::prelude::*;

fn statement(page: &Page, span: Span) -> Statement {
    Statement {
        sentence: page.sentence_at(span.start).unwrap_or_default(),
        source: Some(Party { span: Some(span), ..Party::default() }),
        cue: None,
        content: Vec::new(),
        mode: Mode::Indirect,
        act: Act::State,
        polarity: Polarity::Affirmed,
        modality: Modality::Done,
        addressees: Vec::new(),
        via: Vec::new(),
        sourcing: Sourcing::Named,
        day: When { span: None, value: None, basis: Basis::Unresolved, carried: false },
        within: None,
        follows: None,
        why: Vec::new(),
        doubts: Vec::new(),
        confidence: Confidence::High,
        states: Vec::new(),
    }
}

/// Whom the last occurrence of `phrase` is taken for.
fn who(text: &str, phrase: &str) -> Vec<String> {
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let start = text.rfind(phrase).unwrap();
    let mut statements = [statement(&page, Span::new(start, start + phrase.len()))];
    resolve(&page, &mentions, &[], &mut statements);
    let source = statements[0].source.clone().unwrap();
    assert_eq!(source.referents.is_empty(), source.inferred.is_none());
    source.referents.iter().map(|i| mentions[*i].span.of(text).to_string()).collect()
}

#[test]
fn whom_no_rule_tells_is_shown_as_inferred_and_never_as_sure() {
    let article = Article::plain("The minister spoke of Chile.");
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    for (why, sure) in [(LIKELIEST, false), ("addressee: the object", true)] {
        let mut statements = [statement(&page, Span::new(0, 12))];
        let chile = Party { span: Some(Span::new(22, 27)), referents: vec![0], ..Party::default() };
        (statements[0].addressees, statements[0].why) = (vec![chile], vec![why.into()]);
        resolve(&page, &mentions, &[], &mut statements);
        assert_eq!(statements[0].addressees[0].inferred.is_none(), sure);
        assert!(sure || statements[0].confidence < Confidence::High);
    }
}

#[test]
fn a_body_that_speaks_of_both_sides_is_neither() {
    let text = "Peru and Chile signed, the European Union said. The State Department welcomed that both sides agreed.";
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let at = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len())).unwrap();
    let outer = Statement { content: vec![at("both sides agreed")], ..statement(&page, at("The State Department")) };
    let inner = Statement { within: Some(0), ..statement(&page, at("both sides")) };
    let mut statements = [outer, inner];
    resolve(&page, &mentions, &[], &mut statements);
    let named = statements[1].source.as_ref().unwrap().referents.iter();
    assert_eq!(named.map(|i| mentions[*i].span.of(text)).collect::<Vec<_>>(), ["Peru", "Chile"]);
}

#[test]
fn the_sides_are_states_and_no_two_bodies_beside_them() {
    let text = "Peru accused Chile of theft. Chile accused Peru of fraud. NATO waited. The European Union said that NATO \
        sees how both sides agreed.";
    assert_eq!(who(text, "both sides"), ["Peru", "Chile"]);
}

#[test]
fn who_is_in_a_state_is_not_the_state() {
    for theirs in ["The police of Kenya", "Kenyan media", "Sources close to the Kenyan delegation"] {
        assert_eq!(who(&format!("{theirs} said that the port is closed."), theirs), [""; 0]);
    }
    assert_eq!(who("The army of Kenya said that the port is closed.", "The army of Kenya"), ["Kenya"]);
    assert_eq!(who("The Kenyan delegation met Sudan in Kenya.", "The Kenyan delegation"), ["Kenya"]);
}

#[test]
fn offices_by_other_words_for_them() {
    let text = "The Sudanese minister received his Kenyan counterpart Jane Otieno. The Kenyan minister was content.";
    assert_eq!(who(text, "The Kenyan minister"), ["Jane Otieno"]);
    let text = "The Serbian ambassador Petar Ilić came late. The envoy was silent.";
    assert_eq!(who(text, "The envoy"), ["Petar Ilić"]);
    let text = "The Ministry of Defence of Iran was silent. The department confirmed the strike.";
    assert_eq!(who(text, "The department"), ["Ministry of Defence of Iran"]);
}

#[test]
fn pronouns_by_gender_and_nearness() {
    let text = "Maria Zakharova met Josep Borrell in Brussels. He said the talks went well.";
    assert_eq!(who(text, "He"), ["Josep Borrell"]);
    let text = "Maria Zakharova met Josep Borrell in Brussels. She said the talks went well.";
    assert_eq!(who(text, "She"), ["Maria Zakharova"]);
    let text = "Iran rejected the offer. It said the sanctions must go.";
    assert_eq!(who(text, "It"), ["Iran"]);
}

#[test]
fn nobody_where_nobody_fits() {
    assert_eq!(who("Maria Zakharova spoke. He said no.", "He"), [""; 0]);
    assert_eq!(who("The talks failed. It said no.", "It"), [""; 0]);
    assert_eq!(who("Ali Bagheri met Enrique Mora. A diplomat said so.", "A diplomat"), [""; 0]);
}

#[test]
fn roles_by_office_and_side() {
    let text = "Serbian President Aleksandar Vucic met Kosovo Prime Minister Albin Kurti. \
                The Serbian president said no. The prime minister left.";
    assert_eq!(who(text, "The Serbian president"), ["Aleksandar Vucic"]);
    assert_eq!(who(text, "The prime minister"), ["Albin Kurti"]);
    let text = "Sergei Lavrov, Russia’s foreign minister, met Wang Yi. The Russian Foreign Minister said no.";
    assert_eq!(who(text, "The Russian Foreign Minister"), ["Sergei Lavrov"]);
    let text = "Egyptian Foreign Minister Sameh Shoukry spoke. The Ethiopian foreign minister said no.";
    assert_eq!(who(text, "The Ethiopian foreign minister"), [""; 0]);
}

#[test]
fn a_paragraph_is_about_whom_it_opens_with() {
    let text =
        "According to Kuleba, Russia is wrong. The idea is bad.\nPutin has been angry for long. Yesterday he said so.";
    assert_eq!(who(text, "he"), ["Putin"]);
}

#[test]
fn a_medium_is_of_the_sort_that_it_is_called() {
    let text = "Reuters reported it. The newspaper Kommersant denied it. The newspaper said no.";
    assert_eq!(who(text, "The newspaper"), ["Kommersant"]);
    assert_eq!(who(&format!("{text} The agency said so."), "The agency"), ["Reuters"]);
    assert_eq!(who(&format!("{text} The state broadcaster said so."), "The state broadcaster"), [""; 0]);
    assert_eq!(who(&format!("{text} The Turkish newspaper said so."), "The Turkish newspaper"), [""; 0]);
}

#[test]
fn a_role_looks_back_and_never_forward() {
    let text = "Pavlos Kontos denied it. The diplomat said no. Turkish ambassador Selin Aydin left on Friday.";
    assert_eq!(who(text, "The diplomat"), ["Pavlos Kontos"]);
    let text = "Lina Haddad, spokeswoman of the Jordanian Foreign Ministry, denied it. The diplomat said no. \
                Israeli ambassador Amir Weissbrod left.";
    assert_eq!(who(text, "The diplomat"), ["Lina Haddad"]);
    let text = "Indian spokesman Arun Rao denied it. António Guterres appealed for calm, his spokesman said.";
    assert_eq!(who(text, "his spokesman"), [""; 0]);
}

/// Whom the last statement of a text turns to.
fn last_addressed(text: &str) -> Vec<String> {
    let article = Article::plain(text);
    let reading = crate::link::reading::read(&article);
    let last = reading.statements.last().map_or(&[][..], |s| &s.addressees);
    last.iter().flat_map(|p| &p.referents).map(|m| reading.mentions[*m].span.of(text).to_string()).collect()
}

#[test]
fn they_who_are_accused_are_the_other_side() {
    let harbour = "Peru and Chile quarrel. \u{201c}They burnt their own harbour to punish us,\u{201d} the Peruvian minister \
                  accused.";
    assert_eq!(last_addressed(harbour), ["Chile"]);
}

#[test]
fn who_is_in_a_capital_is_of_that_state() {
    let office = "Ecuador looks on. Peru demanded that the authorities in Quito withdraw the map.";
    assert_eq!(last_addressed(office), ["Ecuador"]);
}

#[test]
fn whoever_is_accused_does_not_accuse() {
    let text = "Aleksandar Vucic spoke late. Albin Kurti refused it. He accused Kurti of lying.";
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let start = text.rfind("He").unwrap();
    let mut one = statement(&page, Span::new(start, start + 2));
    let kurti = mentions.len() - 1;
    let span = Some(mentions[kurti].span);
    one.addressees = vec![Party { span, referents: vec![kurti], ..Party::default() }];
    let mut statements = [one];
    resolve(&page, &mentions, &[], &mut statements);
    let referents = statements[0].source.clone().unwrap().referents;
    assert_eq!(referents.iter().map(|i| mentions[*i].span.of(text)).collect::<Vec<_>>(), ["Aleksandar Vucic"]);
}

#[test]
fn who_is_described_or_anonymous_and_how_sure_that_is() {
    let read = |text: &str, phrase: &str| {
        let article = Article::plain(text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let start = text.rfind(phrase).unwrap();
        let mut statements = [statement(&page, Span::new(start, start + phrase.len()))];
        resolve(&page, &mentions, &[], &mut statements);
        (statements[0].sourcing, statements[0].confidence)
    };
    assert_eq!(read("Nothing moved. His spokesman said so.", "His spokesman").0, Sourcing::Described);
    assert_eq!(read("Nothing moved. The opposition said so.", "The opposition").0, Sourcing::Described);
    assert_eq!(read("Nothing moved. He said so.", "He"), (Sourcing::Described, Confidence::Medium));
    assert_eq!(read("Nothing moved. A resident said so.", "A resident").0, Sourcing::Anonymous);
    assert_eq!(read("Nothing moved. Residents said so.", "Residents").0, Sourcing::Anonymous);
    assert_eq!(read("They said that Western countries lied.", "Western countries").0, Sourcing::Described);
    assert_eq!(read("They said that Gulf leaders lied.", "Gulf leaders").0, Sourcing::Described);
    let told = read("Maria Zakharova met Josep Borrell. He said no.", "He");
    assert_eq!(told, (Sourcing::Named, Confidence::Medium));
}

#[test]
fn bodies_by_their_head() {
    assert_eq!(
        who("The Sudanese Foreign Ministry protested. The ministry said so.", "The ministry"),
        ["Sudanese Foreign Ministry"]
    );
    assert_eq!(who("NATO will answer. The alliance said so.", "The alliance"), ["NATO"]);
    assert_eq!(
        who("Talks between Japan and South Korea. South Korean authorities said no.", "South Korean authorities"),
        ["South Korea"]
    );
}

#[test]
fn the_body_of_the_state_that_is_told() {
    let text = "The Kenyan Defence Ministry protested. So did Somalia’s Defence Ministry. The Kenyan ministry said no.";
    assert_eq!(who(text, "The Kenyan ministry"), ["Kenyan Defence Ministry"]);
    let text =
        "Talks between Peru and Ecuador failed. The Chilean side was absent. Peruvian and US authorities left the US.";
    assert_eq!(who(text, "Peruvian and US authorities"), ["Peru", "US"]);
}

#[test]
fn a_paper_is_of_whoever_sent_it() {
    assert_eq!(who("The letter that Ankara sent to Athens says no.", "The letter"), ["Ankara"]);
    assert_eq!(who("The letter lay on a table in Ankara.", "The letter"), [""; 0]);
}

#[test]
fn they_are_not_in_the_words_that_they_said() {
    let text =
        "The warning came from EU foreign ministers, who met in Malta. It would harm Serbia and Kosovo, they said.";
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let start = text.rfind("they").unwrap();
    let mut one = statement(&page, Span::new(start, start + 4));
    one.content = vec![Span::new(text.find("It would").unwrap(), start - 2)];
    let mut statements = [one];
    resolve(&page, &mentions, &[], &mut statements);
    let referents = statements[0].source.clone().unwrap().referents;
    assert_eq!(referents.iter().map(|i| mentions[*i].span.of(text)).collect::<Vec<_>>(), ["EU"]);
}

#[test]
fn who_follows_somebody_unnamed_is_not_named() {
    let text = "Jama Farah denied it. An elder of the town told us so. Nobody was asked, he said.";
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let of = |phrase: &str| {
        let start = text.rfind(phrase).unwrap();
        statement(&page, Span::new(start, start + phrase.len()))
    };
    let mut statements = [of("Jama Farah"), of("An elder of the town"), of("he")];
    resolve(&page, &mentions, &[], &mut statements);
    let source = statements[2].source.clone().unwrap();
    assert!(source.referents.is_empty());
    assert_eq!(source.stands_for.map(|s| s.of(text)), Some("An elder of the town"));
}

/// Whom the last of `phrases` is taken for, where each is the source of a statement.
fn who_last(text: &str, phrases: &[&str]) -> Vec<String> {
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let of = |phrase: &&str| {
        let start = text.rfind(phrase).unwrap();
        let mut one = statement(&page, Span::new(start, start + phrase.len()));
        if let Some(source) = &mut one.source {
            let named = |m: &usize| {
                source.span.is_some_and(|s| s.contains(mentions[*m].span)) && mentions[*m].kind == EntityKind::Person
            };
            source.referents = (0..mentions.len()).filter(named).collect();
        }
        one
    };
    let mut statements: Vec<Statement> = phrases.iter().map(of).collect();
    resolve(&page, &mentions, &[], &mut statements);
    let source = statements.last().and_then(|s| s.source.clone()).unwrap();
    source.referents.iter().map(|i| mentions[*i].span.of(text).to_string()).collect()
}

#[test]
fn whoever_spoke_just_before_goes_on_under_a_general_word() {
    let text =
        "Ministry official Jelena Petrovic said no. Petar Ilic, the ambassador, had left. The diplomat was calm.";
    assert_eq!(who_last(text, &["Ministry official Jelena Petrovic", "The diplomat"]), ["Jelena Petrovic"]);
    let text = "The minister of oil Dr. Omar Hadi said no. The minister thanked them.";
    assert_eq!(who_last(text, &["The minister of oil Dr. Omar Hadi", "The minister"]), ["Omar Hadi"]);
    let text = "A source in the ministry said no. The talks go on, the source said.";
    assert_eq!(who_last(text, &["A source in the ministry", "the source"]), [""; 0]);
}

/// Who says the words at `phrase`, by the reading of a whole text.
fn speaker_of(text: &str, phrase: &str) -> Vec<String> {
    let article = Article::plain(text);
    let reading = crate::link::reading::read(&article);
    let at = text.find(phrase).unwrap() as u32;
    let said = reading.statements.iter().find(|s| s.content.iter().any(|c| c.start <= at && at < c.end));
    let source = said.and_then(|s| s.source.clone()).unwrap_or_default();
    source.referents.iter().map(|i| reading.mentions[*i].span.of(text).to_string()).collect()
}

#[test]
fn words_of_nobody_named_are_of_whom_the_text_brings_in_or_asks() {
    let text = "“We will wait,” Kenyan Foreign Minister Jane Otieno said.\n\n\
                In the evening Somali Prime Minister Omar Farah came before the microphones.\n\n\
                “Nobody asked us about the port, and nobody will sell it.”";
    assert_eq!(speaker_of(text, "Nobody asked"), ["Omar Farah"]);
    let text = "“We will wait,” Kenyan Foreign Minister Jane Otieno said. She left for Mombasa.\n\n\
                “The port is open, and it stays open for all.”";
    assert_eq!(speaker_of(text, "The port is open"), ["Jane Otieno"]);
}

#[test]
fn offices_by_what_they_lead_and_offices_of_two() {
    let text = "Hungarian Foreign Minister Péter Kovács met Slovak Foreign Minister Juraj Hric. \
                The head of the Slovak ministry said no. The Hungarian and the Slovak minister left.";
    assert_eq!(who(text, "The head of the Slovak ministry"), ["Juraj Hric"]);
    assert_eq!(who(text, "The Hungarian and the Slovak minister"), ["Péter Kovács", "Juraj Hric"]);
    let text = "The Consul General of Russia Arkady Zimin wrote. The consul said no.";
    assert_eq!(who(text, "The consul"), ["Arkady Zimin"]);
}

#[test]
fn the_two_states_that_an_article_is_about() {
    let text = "Japan and Chile quarrel. Japan sent a note to Chile. The market in Lima was calm. It rained. It snowed. \
                It froze. A dog ran. A trader asked both governments to talk.";
    assert_eq!(who(text, "both governments"), ["Japan", "Chile"]);
}

#[test]
fn two_who_were_named_together() {
    let text = "Sameh Shoukry met Demeke Mekonnen in Cairo. Both said the dam was safe.";
    assert_eq!(who(text, "Both"), ["Sameh Shoukry", "Demeke Mekonnen"]);
}

proptest! {
    #[test]
    fn any_phrase_of_any_text_is_resolved_or_left_open(
        text in "(?:He|she|the|The|minister|president|Ali|Ann|NATO|Russian|of|\\PC{0,3}|[ ,.\n]){1,50}",
        from in 0usize..100, length in 0usize..30,
    ) {
        let article = Article::plain(&text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let mut statements = [statement(&page, Span::new(from, from + length)), statement(&page, Span::new(0, text.len()))];
        resolve(&page, &mentions, &[], &mut statements);
        for s in &statements {
            prop_assert!(s.source.iter().flat_map(|p| &p.referents).all(|r| *r < mentions.len()));
        }
    }
}

#[test]
fn who_is_asked_in_an_interview_answers() {
    let text = "Deputy Foreign Minister Jelena Marić received us on Monday in her office. Nikola Ilić was away.\n\n\
        — Will Serbia sign the agreement?\n\n— We will sign when there is something to sign.\n\n\
        — And the border, Ms. Marić?\n\n— The border is open, there is even internet.\n\n\
        — What does Brussels say?\n\n— Brussels has been silent since March.\n\nThey have slept.";
    let article = Article::plain(text);
    let read = crate::link::reading::read(&article);
    let answers = read.statements.iter().filter(|s| s.act != Act::Ask && s.cue.is_none());
    let who: Vec<&str> = answers
        .flat_map(|s| s.source.as_ref().map_or(&[][..], |p| &p.referents))
        .map(|m| read.mentions[*m].span.of(text))
        .collect();
    assert!(who.len() >= 3 && who.iter().all(|w| w.ends_with("Marić")), "{who:?}");
}

/// Who speaks, statement by statement, by name; words where nobody is named.
fn speakers(text: &str) -> Vec<String> {
    let article = Article::plain(text);
    let reading = crate::link::reading::read(&article);
    let named = |p: &Party| p.referents.first().map(|m| reading.mentions[*m].span);
    let who = |p: &Party| named(p).or(p.stands_for).or(p.span).map_or("", |s| s.of(text)).to_string();
    reading.statements.iter().map(|s| s.source.as_ref().map_or_else(String::new, who)).collect()
}

#[test]
fn whoever_just_spoke_is_called_again() {
    let text = "A leader of Sonatrach said no gas would flow. It will stay so, the same source added.";
    assert_eq!(speakers(text), ["A leader of Sonatrach", "A leader of Sonatrach"]);
    let text = "The skipper’s wife, Carmen Otero, said he was well. “They shot,” said the woman.";
    assert_eq!(speakers(text), ["Carmen Otero", "Carmen Otero"]);
    let text = "Foreign Secretary David Hale said the deal was off. The minister said it was late.";
    assert_eq!(speakers(text), ["David Hale", "David Hale"]);
    // A man is not the woman.
    let text = "The skipper, Mario Otero, said he was well. “They shot,” said the woman.";
    assert_eq!(speakers(text), ["Mario Otero", "the woman"]);
}

#[test]
fn a_colleague_holds_the_office_and_his_ministry_speaks_for_him() {
    let text = "Peruvian Defence Minister Jorge Chávez told his Bolivian colleague Edmundo Novillo that the posts stay. \
                Novillo said the posts stood on Bolivian soil. “They must go,” says the minister.";
    assert_eq!(speakers(text), ["Jorge Chávez", "Novillo", "Novillo"]);
    let text =
        "Foreign Minister Elmer Schialer wrote that the talks would begin. His ministry said the place was open.";
    assert_eq!(speakers(text), ["Elmer Schialer", "Elmer Schialer"]);
    let text = "President Dina Boluarte flew to Puno. Her office denied that she had ordered anything.";
    assert_eq!(speakers(text), ["Dina Boluarte"]);
}

#[test]
fn a_dash_after_a_name_labels_a_turn() {
    let text = "The envoy Anna Lind received us on Monday.\nReuters — Will you sign the treaty?\n\
                Lind — The treaty is a bad text.\nReuters — And what about the ships?\nLind — The ships are far away.";
    let who = speakers(text);
    assert!(who.ends_with(&["Lind".into(), "Reuters".into(), "Lind".into()]), "{who:?}");
}

#[test]
fn between_reports_only_a_dash_answers() {
    let text = "We spoke with Boris Rudko, who lives in Vilnius.\n– Mr Rudko, was this a mistake?\n\
                – I do not believe in such mistakes.\nThe Polish premier Adam Nowak said the border would close.\n\
                – And the ships?\n– They came to shake the map.\nMinister Ivan Petrov said he knew nothing.\n\
                – Is it so?\n– The keys are in other hands.";
    let who = speakers(text);
    assert_eq!(who.iter().filter(|w| w.ends_with("Rudko")).count(), 3, "{who:?}");
}

#[test]
fn a_counterpart_without_a_name_is_the_state_that_tells_it_apart() {
    let text =
        "Peru and Chile share the canal. On Monday Chilean Minister Ana Rojas asked her Peruvian counterpart to stop.";
    let article = Article::plain(text);
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let span = |phrase: &str| {
        let start = text.rfind(phrase).unwrap();
        Span::new(start, start + phrase.len())
    };
    let mut one = statement(&page, span("Chilean Minister Ana Rojas"));
    one.source.as_mut().unwrap().referents = vec![mentions.iter().position(|m| m.span == span("Ana Rojas")).unwrap()];
    one.addressees = vec![Party { span: Some(span("her Peruvian counterpart")), ..Party::default() }];
    let mut all = vec![one];
    resolve(&page, &mentions, &[], &mut all);
    let meant: Vec<&str> = all[0].addressees[0].referents.iter().map(|m| mentions[*m].span.of(text)).collect();
    assert_eq!(meant, ["Peru"]);
}

#[test]
fn an_office_that_nothing_told_of_is_of_the_person_just_told_of() {
    let text = "Jorge Salinas was in no hurry. The Paraguayan minister said the dam would stay.";
    assert_eq!(who(text, "The Paraguayan minister"), ["Jorge Salinas"]);
    let text = "Jorge Salinas was in no hurry. The dam would stay, said the owner to the Daily Post.";
    assert_eq!(who(text, "the owner to the Daily Post"), ["Jorge Salinas"]);
    let text = "Jorge Salinas was in no hurry. The Paraguayan said the dam would stay.";
    assert_eq!(who(text, "The Paraguayan"), ["Jorge Salinas"]);
    // Not somebody of another state or office, one of two, nor somebody unnamed.
    let text = "Peruvian Ambassador Jorge Salinas was in no hurry. The Chilean minister said the dam would stay.";
    assert_eq!(who(text, "The Chilean minister"), [""; 0]);
    let text = "Jorge Salinas saw Ana Rojas. The minister said the dam would stay.";
    assert_eq!(who(text, "The minister"), [""; 0]);
    let text = "Jorge Salinas was in no hurry. A former minister said the dam would stay.";
    assert_eq!(who(text, "A former minister"), [""; 0]);
    let text = "Jorge Salinas was in no hurry. The British said the dam would stay.";
    assert_eq!(who(text, "The British"), [""; 0]);
}

#[test]
fn a_quotation_after_somebody_unnamed_is_theirs() {
    let text = "Ana Rojas said the port was open. A clerk of the harbour office told us that no ship had come. \
                The rest is rumour.\n\n“They will come at the weekend, and nobody will count them.”";
    let who = speakers(text);
    assert!(who.last().is_some_and(|w| w.starts_with("A clerk")), "{who:?}");
}

#[test]
fn answers_quoted_whole_are_the_guests_among_reports() {
    let text = "Peru has closed the harbour. The reporter met Ana Rojas, the foreign minister, on Friday.\n\n\
                How was the meeting?\n\n“Short. We came with a proposal and they came with a lawyer.”\n\n\
                The Chilean envoy Jorge Salinas said that nobody had called him.\n\n\
                “We have called him twice. I have the numbers here.”\n\nWhat will it cost?\n\n\
                “A case like this takes years, and we shall pay for it.”\n\nAnd if you lose?\n\n\
                “Then we appeal. We will not give up a harbour.”";
    let who = speakers(text);
    assert_eq!(who.iter().filter(|w| *w == "Ana Rojas").count(), 4, "{who:?}");
}

#[test]
fn they_who_are_in_a_place_are_its_state_and_in_a_body_that() {
    let text = "Peru has closed the harbour. In Lima they said that it was late.";
    assert_eq!(who(text, "they"), ["Peru"]);
    let text = "Chile came. From the European Commission, one denies that it was late.";
    assert_eq!(who(text, "one"), ["European Commission"]);
    let text = "Chile came. At the station they said that it was late.";
    assert_eq!(who(text, "they"), [""; 0]);
}

#[test]
fn whoever_was_only_spoken_of_says_nothing() {
    let text = "“Carlos Vega does not stand in the queue. We do,” said Jorge Salinas. It rained. It snowed. \
                He said that it was late.";
    assert_eq!(speakers(text).last().map(String::as_str), Some("Jorge Salinas"));
}
