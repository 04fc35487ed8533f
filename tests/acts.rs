//! The acts of statements after neutral cues, against sentences written for this project.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::{corpus::article::Article, lexicon::act::Act, link::reading};

/// Sentences with their acts, and so many of the statements that are found must have theirs. Raise it with what is measured.
const SETS: [(&str, f64); 2] = [(include_str!("gold/acts.tsv"), 0.87), (include_str!("gold/own/news.tsv"), 0.80)];

fn acts(sentence: &str) -> Option<(Act, String)> {
    let article = Article::plain(sentence);
    let read = reading::read(&article);
    read.statements.first().map(|s| (s.act, s.why.join("; ")))
}

#[test]
fn the_content_tells_the_act_where_the_cue_does_not() {
    for (rows, floor) in SETS {
        let (mut right, mut found) = (0u32, 0u32);
        for line in rows.lines().filter(|l| !l.starts_with('#')) {
            let (act, sentence) = line.split_once('\t').unwrap();
            let gold = Act::of_slug(act).unwrap_or_else(|| panic!("{line}"));
            let Some((read, why)) = acts(sentence) else { continue };
            found += 1;
            right += u32::from(read == gold);
            if read != gold {
                println!("{act} → {} ({why}): {sentence}", read.slug());
            }
        }
        let share = f64::from(right) / f64::from(found);
        println!("{right} of {found}: {share:.3}");
        assert!(share >= floor, "{right} of {found}");
    }
}

/// Cues that are negated in themselves, or softer than to say.
const BY_CUE: &str = "\
reject	Ankara does not accept the linking of the two files.
reject	Khartoum will not hear of a ceasefire before the withdrawal.
accuse	The Indian ministry alleged that Islamabad keeps the camps alive.
criticise	The activists denounced the new division of the land.
deny	Tehran rejected as untrue the claims about the prisoners.
state	The minister believes that the talks will go on in May.";

/// Each line: the act, and the sentence that tells it.
fn all_read(lines: &str) {
    for line in lines.lines() {
        let (act, sentence) = line.split_once('\t').unwrap();
        let (read, why) = acts(sentence).unwrap_or_else(|| panic!("nothing read: {sentence}"));
        assert_eq!(read.slug(), act, "{sentence} ({why})");
    }
}

#[test]
fn a_cue_tells_its_act_also_where_it_is_negated_in_itself() {
    all_read(BY_CUE);
}

/// Plain words that name no act.
const PLAIN: &str = "\
demand	“If the neighbours get a longer time, we want the same,” said the minister of Peru, Ana Quispe.
demand	“The staff of the embassy has two weeks to leave Lima,” the Peruvian minister said.
demand	“It is the duty of Chad to open the road,” said the Sudanese minister Omar Idris.
demand	“We hope that the two neighbours will return to the table,” said the Chinese spokesman Li Wei.
reject	The spokeswoman of the Foreign Office said that Norway rejects the new quota.
criticise	The spokesman said that the Kingdom condemns the raid on the village.
accuse	According to the ministry in Oslo, the blame for the collision lies with the trawler.
accuse	“The general is a danger to the whole region,” the Malian minister Oumar Diallo said.
warn	“The dam could ruin the harvest of two provinces,” said the Egyptian minister Samir Nasr.
warn	“We cannot wait any longer,” said the minister Juan Rojas.
promise	The Norwegian minister Kari Dahl said that Norway will continue to support the refugees.
threaten	“Any new raid will get a hard answer,” said the Chadian minister Idriss Mahamat.
criticise	“We have been waiting for a reply for two years,” said the Bolivian minister Juan Rojas.
reject	“We are not willing to pay twice,” said the Dutch minister Ans Vos.
state	“Any letter will get a full answer,” said the Chadian minister Idriss Mahamat.
deny	“The blame does not lie with us,” said the Dutch minister Ans Vos.";

#[test]
fn plain_words_tell_an_act_without_naming_it() {
    all_read(PLAIN);
}

/// What only sounds like a threat.
const THREATS: &str = "\
threaten	“If the fee remains, we block the entry of their trucks,” the minister said.
warn	“If they close the strait, our children will know the tuna only from pictures,” the fisherman said.
warn	If the list goes, the treaty will be the next thing on the table, the envoy said.
state	NATO countries have also made it clear that if Russia takes concrete steps towards reducing tensions, we are ready \
to work on strengthening confidence-building measures, Stoltenberg added.";

#[test]
fn a_threat_is_a_deed_of_ones_own_side_and_an_offer_on_a_condition_is_none() {
    all_read(THREATS);
}

/// Builds that tell an act whatever words stand in them.
const BUILDS: &str = "\
state	The source said Sánchez had made it clear that Spain would not withdraw from Perejil.
warn	“Serbia should not count on our patience”, President Osmani said.
warn	Whoever burns our flag can no longer expect any help from us, Aliyev said in a speech.
state	“Romanowski could not count on a fair trial”, the lawyer said.
demand	The German minister said that whoever signs a treaty must also keep it.
demand	The mayor of Warsaw called the citizens to come to the square on Saturday.
deny	“No”, says minister Jonas Gahr Støre.
deny	“Hungary is not leaving the Union”, Prime Minister Orbán answered.
deny	“There was no such order and there will not be”, General Haftar said.
deny	It was another duck, Peskov said of the report.
praise	Minister Blinken welcomed the decision of Parliament on Friday.
reject	Caracas does not recognise the ruling.
reject	Khartoum called the accord “null and void”.
accuse	He said the accord had collapsed due to the intransigence of Belgrade.
accuse	It is about a provocation of the Wagner group, the staff said.
accuse	“Violator is Serbia”, the ministry said.
accuse	She spoke of espionage by Minsk.
announce	Foreign minister Bilawal said Pakistan has decided to close its airspace.
warn	“The maneuvers are a gamble that Seoul will regret”, Pyongyang’s KCNA said.
promise	Japan will take the measures that are necessary to protect the fishermen, he stated.";

#[test]
fn some_builds_tell_an_act_whatever_words_stand_in_them() {
    all_read(BUILDS);
}
