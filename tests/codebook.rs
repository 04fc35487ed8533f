//! The codebook of the corpus: sound, and right on sentences of many disputes.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
// A test says what went wrong by panicking.
#![allow(clippy::unwrap_used)]

use demarche::{
    corpus::codebook::Codebook,
    lexicon::codebook::{Matcher, faults},
    text::term::terms,
};

fn codebook() -> Codebook {
    toml::from_str(include_str!("../corpus/codebook.toml")).unwrap()
}

#[test]
fn it_is_sound() {
    assert_eq!(faults(&codebook()), [""; 0]);
}

#[test]
fn it_knows_what_statements_are_about() {
    let book = codebook();
    let matcher = Matcher::of(&book);
    for (content, expected) in [
        ("the alliance will not expand eastward", "enlargement"),
        ("North Macedonia could not join the EU", "enlargement"),
        ("Sweden to rescind its promise", "earlier-decision"),
        ("Ankara to pull its troops out of northern Iraq", "troop-withdrawal"),
        ("Beijing is massing soldiers at the Indian border", "troop-presence"),
        ("Washington to close its naval base on Okinawa", "military-bases"),
        ("the joint military drills be cancelled", "military-exercises"),
        ("Tehran enriches uranium to 60 percent", "nuclear-programme"),
        ("Pyongyang give up its nuclear arsenal", "nuclear-weapons"),
        ("the launch of a ballistic missile over Japan", "missile-programme"),
        ("Berlin will deliver ammunition and tanks to Kyiv", "arms-supply"),
        ("legally binding assurances", "security-guarantees"),
        ("an immediate cease-fire in Khartoum", "ceasefire"),
        ("the release of all hostages", "prisoners"),
        ("Serbia will never recognize the independence of Kosovo", "recognition"),
        ("passage of tankers through the Strait of Hormuz", "shipping"),
        ("tariffs on steel imports", "trade"),
        ("halting gas deliveries through the pipeline", "energy"),
        ("two embassy employees were declared persona non grata", "diplomats"),
        ("the shooting down of the drone", "airspace"),
        ("the filling of the dam on the Blue Nile", "water-land-culture"),
        ("reports of an attack are false", "information"),
        ("the referendum was rigged", "elections"),
        ("aid convoys to enter the enclave", "aid"),
        ("thousands have been displaced", "refugees"),
        ("at least 40 people were killed", "casualties"),
        ("new sanctions against the generals", "sanctions"),
        ("Ankara has not answered the offer of March and waits for a reply", "proposals"),
        ("bilateral cooperation is at its lowest point", "relations"),
        ("visas for Serbian students", "crossings"),
        ("the case goes before the International Court of Justice", "courts"),
        ("the parliament will adopt the law in June", "lawmaking"),
        ("lessons in the Hungarian language", "identity"),
        ("trawlers in the waters of the other side", "fishing"),
        ("wheat that rots in the harbour", "farming"),
        ("licences for lithium", "mining"),
        ("two million euros for the road", "money"),
        ("the collision of the two boats", "incidents"),
        ("treated water from the damaged plant", "environment"),
        ("Lima to apologise for the remarks", "remarks"),
        ("the national team play at home", "sport-culture"),
        ("minefields along the line", "weapons"),
        ("the border was closed at noon", "territory"),
        ("two drones flew over the town", "airspace"),
        ("we are more worried than before", "de-escalation"),
        ("the tense situation at the strait", "de-escalation"),
        ("Nairobi will answer in kind", "consequences"),
        ("to publish the evidence or withdraw the charge", "information"),
        ("Delhi had not yet replied to the letter", "proposals"),
    ] {
        let found: Vec<&str> =
            matcher.topics(&[terms(content)]).into_iter().map(|t| book.topics[t].slug.as_str()).collect();
        assert!(found.contains(&expected), "{content}: {found:?}");
    }
    for (content, wrong) in [
        ("the most important step", "trade"),
        ("we will respond to any attack", "proposals"),
        ("an apology from the minister", "water-land-culture"),
        ("to publish the evidence", "courts"),
        ("the police investigate", "money"),
        ("both camps are tired", "refugees"),
        ("under floodlights", "water-land-culture"),
        ("talks sank without trace", "incidents"),
        ("the West Bank is quiet", "money"),
        ("bases in countries close to the borders of Russia", "territory"),
        ("armoured vehicles, drones and other equipment", "airspace"),
        ("the United States will withdraw from the treaty", "troop-withdrawal"),
        ("NATO withdraw a 2008 decision that said Georgia could join the alliance", "enlargement"),
        ("both sides should exercise restraint", "military-exercises"),
        ("police fired tear gas", "energy"),
        ("the matter is independent of the vote", "recognition"),
    ] {
        let found = matcher.topics(&[terms(content)]);
        assert!(found.iter().all(|t| book.topics[*t].slug != wrong), "{content}");
    }
}
