//! What is seen of somebody who may be addressed, and of a statement that may be addressed to nobody. A feature is a number:
//! each kind has its own stretch of one table.

use super::{Candidate, Case, PREPOSITIONS, Place, Tie};
use crate::{
    extract::{act::NEARNESS, attribution::Source, mention::EntityKind, table},
    lexicon::{class::WordClass as Is, deed::Deeds},
    text::tag::Tag,
};

const ACTS: usize = 17;
const PLACES: usize = 6;
const TIES: usize = 6 + PREPOSITIONS.len();
const KINDS: usize = 11;
const SIDES: usize = 8;
/// Ties in few groups.
const GROUPS: usize = 6;
/// Words are folded into so many numbers.
const WORDS: usize = 512;
const CLASSES: usize = 64;

/// How many features each kind has.
const SIZES: [usize; 37] = [
    PLACES * TIES,           // 0 where it stands
    TIES * ACTS,             // 1 how it hangs there, in which act
    PLACES * ACTS,           // 2 where, in which act
    TIES * KINDS,            // 3 how what kind hangs there
    KINDS * ACTS,            // 4 what kind, in which act
    2 * ACTS,                // 5 the rules say it
    PLACES * TIES,           // 6 the rules say another
    SIDES * GROUPS * 2,      // 7 whose side it is of
    4 * 2 * 2 * 2 * 2 * 3,   // 8 its verb
    16 * GROUPS * 2,         // 9 the deed that its governor tells
    CLASSES * GROUPS,        // 10 the classes of its governor
    3 * TIES * ACTS,         // 11 the speaker’s own state, another, none; how it hangs there; in which act
    2 * 3 * ACTS,            // 12 how many statements its own state, or another, makes in the article
    4 * GROUPS,              // 13 the first, the second …
    4 * GROUPS,              // 14 how often its state is named
    2 * TIES,                // 15 it only tells another noun apart
    3 * ACTS,                // 16 in how many other statements the speaker’s side addresses its state
    2 * 2 * 2 * GROUPS,      // 17 persons of what is said
    ACTS * 2 * 2,            // nobody: 18 act, whether the rules say somebody
    WORDS,                   // 19 cue
    8,                       // 20 how many candidates
    4,                       // 21 speaker
    8 * ACTS,                // 22 first or second person, command
    8,                       // 23 how it is told
    8 * GROUPS,              // 24 the word that opens the phrase
    8 * GROUPS,              // 25 the word before it
    3 * ACTS + 7,            // 26 in how many others its state addresses the speaker’s side; nobody: how much is said
    ACTS * NEARNESS * TIES,  // 27 how it hangs there, by acts that come near
    ACTS * NEARNESS * SIDES, // 28 whose side it is of, by acts that come near
    ACTS * NEARNESS,         // 29 nobody: acts that come near
    WORDS * 3,               // 30 the word it hangs on
    CLASSES * 3,             // 31 classes of the words of what is said, by whose state it is
    CLASSES,                 // 32 nobody: classes of the words of what is said
    4 * GROUPS * 2,          // 33 whom the statement before is addressed to
    16 * 3 * GROUPS,         // 34 how near acts that address somebody come, by whose state it is
    16 * 2,                  // 35 nobody: how near acts that address somebody come
    (ACTS + 2) * 2,          // 36 nobody: what the statement before does, of the same side
];

/// How many numbers the table has.
#[cfg(feature = "cli")]
pub(super) const ALL: usize = STARTS[SIZES.len() - 1] + SIZES[SIZES.len() - 1];

const STARTS: [usize; SIZES.len()] = table::starts(&SIZES);

/// What all candidates of a statement share.
pub(super) struct Shared {
    words: usize,
    lemma: usize,
    any_ruled: bool,
    first: bool,
    second: bool,
    /// The classes of the words of what is said.
    classes: Vec<usize>,
    /// How near acts come that address somebody.
    nearness: usize,
}

/// The number of a word, one for several.
fn hash(word: &str) -> usize {
    let h = word.bytes().fold(7, |h: u32, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    (h ^ h >> 16) as usize
}

impl Shared {
    pub(super) fn of(case: &Case, candidates: &[Candidate]) -> Self {
        let s = case.sight;
        let tokens = || case.content.iter().flat_map(Clone::clone).take(super::LONGEST);
        let mut classes: Vec<usize> = Vec::new();
        for class in tokens().flat_map(|i| s.facts(i).classes.taught().all()) {
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
        // Halved with each step.
        let nearness: usize = case.near.iter().filter(|(act, _)| *act != case.act).map(|(_, step)| 16 >> step).sum();
        Shared {
            words: tokens().count(),
            lemma: hash(&case.a.lemma),
            classes,
            nearness: (nearness / 2).min(15),
            any_ruled: candidates.iter().any(|c| c.ruled),
            first: tokens().any(|i| s.among(i, Is::FirstPersonWord)),
            second: tokens().any(|i| s.is(i, &["you", "your"])),
        }
    }
}

fn tie_code(tie: Tie) -> usize {
    match tie {
        Tie::Subject => 0,
        Tie::Object => 1,
        Tie::Owner => 2,
        Tie::Called => 3,
        Tie::Opens => 4,
        Tie::Other => 5,
        Tie::After(p) => 6 + p,
    }
}

fn group(c: &Candidate) -> usize {
    match (c.place, c.tie) {
        (Place::Object | Place::Gap | Place::Before | Place::After, _) => 0,
        (_, Tie::Subject) => 1,
        (_, Tie::Object) => 2,
        (_, Tie::Owner) => 3,
        (_, Tie::After(_)) => 4,
        _ => 5,
    }
}

/// Shows each feature of nobody.
pub(super) fn of_nobody(case: &Case, shared: &Shared, candidates: &[Candidate], see: &mut impl FnMut(usize)) {
    let act = case.act as usize;
    let mut add = |kind: usize, code: usize| see(STARTS[kind] + code % SIZES[kind]);
    add(18, act * 4 + usize::from(shared.any_ruled) * 2 + usize::from(case.a.act.is_some()));
    add(19, shared.lemma);
    add(20, candidates.len().min(7));
    add(26, 3 * ACTS + (shared.words / 6).min(6));
    let speaker = match &case.a.source {
        Source::Nobody => 0,
        Source::Continued | Source::Elsewhere(_) => 1,
        Source::Phrase(_) if case.who.bystander => 2,
        Source::Phrase(_) => 3,
    };
    add(21, speaker);
    for (act, step) in case.near {
        add(29, *act as usize * NEARNESS + usize::from(*step));
    }
    for class in &shared.classes {
        add(32, *class);
    }
    let own = &case.who.states;
    let before = case.n.checked_sub(1).and_then(|b| Some((case.scene.aims.get(b)?, *case.scene.acts.get(b)?)));
    let before = before.map_or(ACTS + 1, |([from, _], act)| {
        let same = from.is_empty() && own.is_empty() || from.iter().any(|s| own.contains(s));
        if same { act as usize } else { ACTS }
    });
    add(36, before * 2 + usize::from(case.near.is_empty()));
    add(35, shared.nearness * 2 + usize::from(case.near.is_empty()));
    let command = case.content.first().is_some_and(|c| {
        let first = c.start + usize::from(case.sight.is_quote_mark(c.start));
        case.sight.tag(first) == Tag::Verb && case.sight.verb_at(first).is_some_and(|v| !v.past && !v.ing)
    });
    add(22, act * 8 + usize::from(shared.first) * 4 + usize::from(shared.second) * 2 + usize::from(command));
    add(
        23,
        usize::from(case.a.spoken) * 4 + usize::from(case.a.object.is_some()) * 2 + usize::from(case.a.cue.is_some()),
    );
}

/// Shows each feature of a candidate, the `n`th.
pub(super) fn of_candidate(case: &Case, shared: &Shared, c: &Candidate, n: usize, see: &mut impl FnMut(usize)) {
    let state = case.state(c);
    let whose = state.map_or(2, |state| usize::from(!case.who.states.contains(&state)));
    let seen = Seen { case, shared, c, act: case.act as usize, tie: tie_code(c.tie), group: group(c), state, whose };
    let mut add = |kind: usize, code: usize| see(STARTS[kind] + code % SIZES[kind]);
    seen.place(n, &mut add);
    seen.side(&mut add);
    seen.statements(&mut add);
    if let Some(governor) = c.governor {
        seen.governor(governor, &mut add);
    }
    seen.words(&mut add);
}

/// A candidate with what several kinds of features look at.
struct Seen<'s, 'p, 'a> {
    case: &'s Case<'s, 'p, 'a>,
    shared: &'s Shared,
    c: &'s Candidate,
    act: usize,
    tie: usize,
    group: usize,
    /// Its state,
    state: Option<&'static str>,
    /// and whether that is the speaker’s own (0), another (1) or none (2).
    whose: usize,
}

impl Seen<'_, '_, '_> {
    /// Where it stands and how it hangs there, and whether the rules say it.
    fn place(&self, n: usize, add: &mut impl FnMut(usize, usize)) {
        let (c, act, tie) = (self.c, self.act, self.tie);
        let place = c.place as usize;
        let kind = kind_of(self.case, c);
        add(0, place * TIES + tie);
        add(1, tie * ACTS + act);
        add(2, place * ACTS + act);
        add(3, tie * KINDS + kind);
        add(4, kind * ACTS + act);
        if c.ruled {
            add(5, act * 2 + usize::from(self.case.a.act.is_some()));
        } else if self.shared.any_ruled {
            add(6, place * TIES + tie);
        }
        add(13, n.min(3) * GROUPS + self.group);
        add(15, tie * 2 + usize::from(c.tells_apart));
    }

    /// Whose side it is of.
    fn side(&self, add: &mut impl FnMut(usize, usize)) {
        let (case, group, whose) = (self.case, self.group, self.whose);
        let (side, rank) = side_of(case, self.c, self.state);
        add(7, (side * GROUPS + group) * 2 + usize::from(self.c.tells_apart));
        add(11, (whose * TIES + self.tie) * ACTS + self.act);
        add(14, rank * GROUPS + group);
        for class in &self.shared.classes {
            add(31, class * 3 + whose);
        }
        for (act, step) in case.near {
            let near = *act as usize * NEARNESS + usize::from(*step);
            add(27, near * TIES + self.tie);
            add(28, near * SIDES + side);
        }
        if !case.near.is_empty() {
            add(34, (self.shared.nearness * 3 + whose) * GROUPS + group);
        }
    }

    /// What other statements of the article say about its state.
    fn statements(&self, add: &mut impl FnMut(usize, usize)) {
        let (case, scene, own) = (self.case, self.case.scene, &self.case.who.states);
        let before = case.n.checked_sub(1).and_then(|b| scene.aims.get(b));
        let before = before.filter(|[from, _]| !from.is_empty() && from.iter().any(|s| own.contains(s)));
        let before = before.map_or(0, |[_, to]| match self.state {
            _ if to.is_empty() => 1,
            Some(state) if to.contains(&state) => 3,
            _ => 2,
        });
        add(33, (before * GROUPS + self.group) * 2 + usize::from(case.near.is_empty()));
        if let Some(state) = self.state {
            let few = |n: usize| n.min(2) * ACTS + self.act;
            let states = [state];
            add(12, self.whose * 3 * ACTS + few(scene.voices(state)));
            add(16, few(scene.aims(case.n, own, &states)));
            add(26, few(scene.aims(case.n, &states, own)));
        }
    }

    /// The word that it hangs on: its verb group, its classes, the deed that it tells.
    fn governor(&self, governor: usize, add: &mut impl FnMut(usize, usize)) {
        let (s, group) = (self.case.sight, self.group);
        let verb = s.verb_at(governor);
        let role = match self.c.tie {
            Tie::Subject => 0,
            Tie::Object => 1,
            _ => 2,
        };
        let negated = usize::from(verb.is_some_and(|v| v.negated));
        if let Some(v) = verb {
            let modal = match v.modal.map(|m| s.low(m)) {
                None => 0,
                Some("must" | "should") => 1,
                Some("will" | "would" | "'ll" | "shall" | "wo") => 2,
                Some(_) => 3,
            };
            let flags = ((modal * 2 + negated) * 2 + usize::from(v.copula)) * 2 + usize::from(v.passive);
            add(8, (flags * 2 + usize::from(v.past)) * 3 + role);
        }
        add(30, hash(s.low(governor)) % WORDS * 3 + role);
        for class in s.facts(governor).classes.taught().all() {
            add(10, class * GROUPS + group);
        }
        let deeds = Deeds::shared();
        let deed = if s.tag(governor) == Tag::Verb {
            deeds.verb(|k| s.low(governor + k)).and_then(|(v, _)| v.deed)
        } else if s.facts(governor).deeds {
            deeds.noun_at(|k| s.low(governor + k)).and_then(|(n, _)| n.deed)
        } else {
            None
        };
        let root = deed.map_or(0, |d| 1 + d.root as usize);
        add(9, (root * GROUPS + group) * 2 + negated);
    }

    /// Persons of what is said, the word that opens the phrase and the word before it.
    fn words(&self, add: &mut impl FnMut(usize, usize)) {
        let (s, tokens, shared) = (self.case.sight, &self.c.tokens, self.shared);
        let persons = usize::from(shared.first) * 4 + usize::from(shared.second) * 2;
        add(17, (persons + usize::from(self.case.a.spoken)) * GROUPS + self.group);
        let opens = match s.low(tokens.start) {
            "the" => 0,
            "a" | "an" | "some" | "any" => 1,
            "his" | "her" | "their" | "its" => 2,
            "our" | "my" => 3,
            "both" | "all" | "these" | "those" | "this" | "that" => 4,
            "no" => 5,
            _ if tokens.len() == 1 => 6,
            _ => 7,
        };
        add(24, opens * GROUPS + self.group);
        let before = match tokens.start.checked_sub(1).map_or("", |b| s.low(b)) {
            "if" | "unless" | "whether" => 0,
            "that" => 1,
            "who" | "which" | "where" => 2,
            "because" | "since" => 3,
            "when" | "while" | "as" | "after" | "before" | "until" => 4,
            "and" | "but" | "or" => 5,
            "not" | "than" | "like" => 6,
            _ => 7,
        };
        add(25, before * GROUPS + self.group);
    }
}

/// What kind of party: a person, a state, a body, a capital, a people, a noun, a pronoun.
fn kind_of(case: &Case, c: &Candidate) -> usize {
    let s = case.sight;
    if let Some(m) = s.named(c.head) {
        return match s.mentions[m].kind {
            EntityKind::Person => 0,
            EntityKind::Country => 1,
            EntityKind::Organisation => 2,
            _ if case.is_town(c.head) => 10,
            _ => 3,
        };
    }
    let facts = s.facts(c.head);
    let class = |class: Is| facts.classes.has(class);
    match s.low(c.head) {
        "you" => 4,
        "they" | "them" => 5,
        "he" | "she" | "him" | "her" => 6,
        _ if facts.role => 7,
        _ if class(Is::Collective) => 8,
        _ => 9,
    }
}

/// Whose side a candidate is of, and how often the article names its state.
fn side_of(case: &Case, c: &Candidate, state: Option<&'static str>) -> (usize, usize) {
    let s = case.sight;
    let who = case.who;
    let Some(state) = state else {
        let same = who.tokens.as_ref().is_some_and(|r| {
            s.named(c.head).is_some() && r.clone().any(|i| s.named(i).is_some() && s.low(i) == s.low(c.head))
        });
        let own = s.is(c.tokens.start, &["our", "my"]);
        let side = if same {
            1
        } else if own {
            2
        } else {
            0
        };
        return (side, 3);
    };
    let rank = case.scene.sides.rank(state, &who.states).min(2);
    if who.states.contains(&state) {
        (3, rank)
    } else if who.near.contains(&state) {
        (6, rank)
    } else if who.states.is_empty() {
        (if who.near.is_empty() { 4 } else { 7 }, rank)
    } else {
        (5, rank)
    }
}
