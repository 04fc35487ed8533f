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
reject	Serbia does not recognise the ruling of the court.
deny	The ministry called it “another hoax”.
deny	The palace described this as nonsense.
state	Bogotá is ready to reopen the bridge if Caracas withdraws its guards.
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

/// What the build of a clause tells, whatever its words.
const CLAUSES: &str = "\
deny	“Not retaliation,” the Japanese minister said.
deny	Japan says it does not.
deny	The Korean spokeswoman said that this was not a retaliation.
deny	The spokesman Omar Farah said nobody entered the bank by force.
deny	The Moroccan spokesman stated that Morocco never bought such a software.
state	The Algerian press service maintains that Algeria has never ceased to be a neighbour.
deny	“No. We have asked for doctors, not for soldiers,” the Haitian minister said.
reject	“Never. They said it a hundred times,” the Haitian minister said.
demand	The source added that it is on Delhi to make a mood for talks.
demand	The spokesman said it is the responsibility of Guatemala to protect the staff.
state	“If the Turkish parliament ratifies, we will lift the embargo,” the Canadian minister said.";

#[test]
fn the_build_of_a_clause_tells_its_act() {
    all_read(CLAUSES);
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
