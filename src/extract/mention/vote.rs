//! Rules and second reader decide together: what the rules know stays, what they only guess is weighed against the
//! reader's margin, and a body's name that the reader sees running on past the rules' end is taken whole.

use super::{
    Candidate, EntityKind, Mention,
    learned::{self, Reading, Sort},
    run::{GUESSED, READ},
    unit::Line,
};
use crate::lexicon::class::WordClass as Is;
use crate::text::order::Order;
use crate::text::ordered::OrderedMap;
use crate::{
    extract::page::Page,
    lexicon::gazetteer::{Class, Head, Role, gazetteer, starts_upper},
    text::{fold::fold, span::Span, tag::is_met},
};

/// Margins from which the reader is believed, chosen on the texts it was trained on and held on those set aside.
const RETARGETS: i32 = 250;
const DROPS: i32 = 100;
const WIDENS: i32 = 150;
const CUTS: i32 = 300;
const ADDS: i32 = 300;
const SETTLES: i32 = 400;
/// What a rule's own guess weighs.
const GUESS: i32 = 200;

/// What becomes of the rules' mentions that a reading touches.
enum Verdict {
    /// The rules are right, or nothing is known better.
    Stay,
    /// They name nothing that counts.
    Drop,
    /// The reading takes their place.
    Take(Mention),
}

/// The mentions of an article after both have read it.
pub(super) fn vote(page: &Page, lines: &[(Line, Vec<Candidate>)], rules: Vec<Mention>) -> Vec<Mention> {
    let weights = learned::shipped();
    let mut stays = vec![true; rules.len()];
    let mut seen = vec![false; rules.len()];
    let mut found: Vec<Mention> = Vec::new();
    let mut ballots: OrderedMap<String, [i32; 4]> = OrderedMap::new();
    for (line, _) in lines {
        for mut reading in learned::read(weights, line, &rules) {
            if reading.tokens.len() > 1 && page.word(reading.tokens.start).eq_ignore_ascii_case("the") {
                reading.tokens.start += 1;
            }
            let span = span(page, &reading);
            let first = rules.partition_point(|m| m.span.end <= span.start);
            let near = first..first + rules[first..].iter().take_while(|m| m.span.start < span.end).count();
            seen[near.clone()].fill(true);
            if let [one] = &rules[near.clone()]
                && one.span == span
                && is_guess(one)
            {
                ballots.entry(fold(span.of(page.text))).or_default()[reading.sort as usize] += reading.margin;
            }
            match judge(page, line, &reading, span, &rules[near.clone()]) {
                Verdict::Stay => {}
                Verdict::Drop => stays[near].fill(false),
                Verdict::Take(mention) => {
                    stays[near].fill(false);
                    found.push(mention);
                }
            }
        }
    }
    // A guess that the reader sees nowhere in the article is none, unless it is two words that nobody has met.
    let strange = |words: &str| words.contains(' ') && !words.split(' ').any(is_met);
    let supported = |m: &Mention| {
        let words = m.span.of(page.text);
        ballots.contains_key(&fold(words)) || m.kind == EntityKind::Person && strange(words)
    };
    for (n, mention) in rules.into_iter().enumerate().filter(|(n, _)| stays[*n]) {
        if is_guess(&mention) && !seen[n] && !supported(&mention) {
            continue;
        }
        let ballot = || ballots.get(&fold(mention.span.of(page.text)));
        found.push(match is_guess(&mention).then(ballot).flatten() {
            Some(ballot) => elected(mention, *ballot),
            None => mention,
        });
    }
    found.order_by_key(|m| m.span.start);
    found
}

fn span(page: &Page, reading: &Reading) -> Span {
    let last = reading.tokens.end.saturating_sub(1).max(reading.tokens.start);
    page.tokens[reading.tokens.start].span.cover(page.tokens[last].span)
}

/// Whether the rules had only capitals and neighbours to go by.
fn is_guess(mention: &Mention) -> bool {
    mention.known.is_none() && mention.role.is_none() && matches!(mention.why, GUESSED | READ)
}

/// The guess as what all its places in the article say together. The reader knows persons from bodies; it takes too many
/// persons for places to be followed there.
fn elected(mention: Mention, mut ballot: [i32; 4]) -> Mention {
    let own = Sort::of(mention.kind);
    ballot[own as usize] += GUESS;
    let (body, place) = (ballot[Sort::Body as usize], ballot[Sort::Place as usize]);
    let best = |votes: i32| ballot.iter().all(|b| *b <= votes);
    if best(body) && own != Sort::Body && body >= RETARGETS {
        let kind = if mention.why == READ { EntityKind::Outlet } else { EntityKind::Organisation };
        return Mention { kind, why: LEARNED, ..mention };
    }
    if best(place) && own == Sort::Person && place >= SETTLES {
        return Mention { kind: EntityKind::Place, why: LEARNED, ..mention };
    }
    mention
}

const LEARNED: &str = "read as a name by words and neighbours, learnt from annotated texts";

fn judge(page: &Page, line: &Line, reading: &Reading, span: Span, near: &[Mention]) -> Verdict {
    let take = |kind| Verdict::Take(Mention { span, kind, known: None, role: None, why: LEARNED });
    let margin = reading.margin;
    let inside = near.iter().all(|m| span.contains(m.span));
    let guesses = near.iter().all(is_guess);
    let kind = match reading.sort {
        Sort::Other => {
            let drops = !near.is_empty()
                && (inside && is_election(page, reading) || guesses && margin >= if inside { DROPS } else { CUTS });
            return if drops { Verdict::Drop } else { Verdict::Stay };
        }
        Sort::Person => EntityKind::Person,
        Sort::Body if near.iter().any(|m| m.kind == EntityKind::Outlet) => EntityKind::Outlet,
        Sort::Body => EntityKind::Organisation,
        Sort::Place => EntityKind::Place,
    };
    match near {
        [] if margin >= ADDS && is_name(page, line, reading) => take(kind),
        [] => Verdict::Stay,
        [one] if one.span == span => Verdict::Stay,
        // "Republican [Carl Levin]": the guess ran over a word that belongs to no name.
        [one] if guesses && one.span.contains(span) && reading.sort == Sort::Person && margin >= CUTS => {
            // "Ursula von der [Leyen]"
            let linked = reading.tokens.start.checked_sub(1).is_some_and(|t| {
                one.span.contains(page.tokens[t].span) && gazetteer().plays(page.word(t), Role::Particle)
            });
            // "[Severo] Moto": a word that nobody has met is a given name rather than none, but "the Pirates Ivan Bartoš".
            let given = page.tokens.partition_point(|t| t.span.end <= one.span.start);
            let apart =
                |word: &str| word.ends_with('s') && gazetteer().given(page.word(reading.tokens.start)).is_some();
            let strange = |word: &str| !word.contains('-') && !is_met(word) && !apart(word);
            let strange = given + 1 == reading.tokens.start && strange(page.word(given));
            if one.span.end == span.end && !linked && !strange { take(kind) } else { Verdict::Stay }
        }
        _ if !inside || line.title_case => Verdict::Stay,
        // "[Sofian] Rashidi spent": a given name that stood where a capital tells nothing.
        [one] if reading.sort == Sort::Person && one.kind == EntityKind::Person && one.span.end == span.end => {
            let first = page.word(reading.tokens.start);
            let name = margin >= WIDENS && reading.tokens.len() <= 3 && is_name(page, line, reading);
            let title = gazetteer().title(page.text, &page.tokens[reading.tokens.start..]).is_some();
            if name && !title && !gazetteer().plays(first, Role::Never) {
                Verdict::Take(Mention { span, ..one.clone() })
            } else {
                Verdict::Stay
            }
        }
        // "LDK Lumir Abdixhiku": a party and its member.
        [_, .., last] if last.kind == EntityKind::Person => Verdict::Stay,
        _ if reading.sort == Sort::Body && margin >= WIDENS && is_name(page, line, reading) => take(kind),
        _ if reading.sort == Sort::Place && guesses && margin >= CUTS => take(kind),
        _ => Verdict::Stay,
    }
}

/// Whether a reading may be a mention: no headline, no nationality, title or treaty, no body's head alone.
fn is_name(page: &Page, line: &Line, reading: &Reading) -> bool {
    let gazetteer = gazetteer();
    let range = reading.tokens.clone();
    let (first, last) = (page.word(range.start), page.word(range.end.saturating_sub(1)));
    let head = gazetteer.head(last);
    let adjective = |t: usize| {
        gazetteer.named(page.word(t)).is_some_and(|n| n.class == Class::Adjective)
            || page.word(t).split_once('-').is_some_and(|(_, w)| gazetteer.named(w).is_some())
    };
    let single = range.len() == 1;
    // "Saudi [Crown] Prince": a title, or the start of one.
    let titled = gazetteer.title(page.text, &page.tokens[range.start..]).is_some_and(|(_, n)| n >= range.len())
        || gazetteer.title(page.text, &page.tokens[range.end - 1..range.end]).is_some();
    !line.title_case
        && starts_upper(first)
        && starts_upper(last)
        && head != Some(Head::Thing)
        && !(single && head.is_some())
        && !adjective(range.end - 1)
        && !titled
}

/// "the 2004 Canadian federal election": an event that has a name, and the state in it is no party.
fn is_election(page: &Page, reading: &Reading) -> bool {
    let range = reading.tokens.clone();
    let year = page.word(range.start);
    let elects = |t: usize| Is::ElectionNoun.has(page.word(t));
    year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && (range.start..range.end + 3).any(elects)
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn bodies_that_no_list_knows_are_taken_whole() {
        assert_eq!(
            read("The Progressive Conservative Party of Manitoba rejected the plan."),
            ["Progressive Conservative Party of Manitoba/ORG"]
        );
        assert_eq!(read("He spoke for the Communist Party of Greece."), ["Communist Party of Greece/ORG"]);
    }

    #[test]
    fn what_the_rules_know_stays() {
        assert_eq!(
            read("Kremlin spokesman Dmitry Peskov told TASS that Turkey and the OSCE had been warned."),
            ["Kremlin/ORG", "Dmitry Peskov/PERSON", "TASS/OUTLET", "Turkey/COUNTRY", "OSCE/ORG"]
        );
    }

    #[test]
    fn elections_are_no_parties() {
        assert_eq!(read("She lost in the 2008 Canadian federal election."), [""; 0]);
        assert_eq!(read("She lost in the 1997 United Kingdom general election."), [""; 0]);
    }
}
