//! What is seen of a candidate. A feature is a number: each kind has its own stretch of one table.

use super::{Candidate, How};
use crate::{
    corpus::zone::ZoneKind,
    extract::{
        attribution::{Attribution, Source, sight::Sight},
        mention::EntityKind,
        table,
    },
    lexicon::{
        class::WordClass,
        cue::{Form, Frames},
    },
    text::tag::Tag,
};

const FRAMES: usize = 11;
const ACTS: usize = 18;
const KINDS: usize = 12;
const HOWS: usize = 5;
const TAGS: usize = 17;
const CLASSES: usize = 64;
/// Words are folded into so many numbers.
const WORDS: usize = 512;

/// How many features each kind has.
const SIZES: [usize; 25] = [
    1,                 // 0 always
    FRAMES * 2 * HOWS, // 1 the frame, whether the verb has it, how the speaker was found
    FRAMES * ACTS,     // 2 the frame and the act
    KINDS * HOWS,      // 3 what kind of speaker
    6 * 8,             // 4 how far from the verb, and what stands between
    6 * 4,             // 5 the form of the verb, and what it was taken for
    14 * FRAMES,       // 6 the word before the verb
    TAGS * FRAMES,     // 7 the word after the cue
    6 * FRAMES,        // 8 how long the words are
    32 * 2,            // 9 what they are like
    3 * 16,            // 10 negation, modal, past, participle
    4 * 4,             // 11 in a quotation, in what another says
    4 * 3,             // 12 how much else was read, in what part of the article
    5 * FRAMES,        // 13 what stands before the speaker
    TAGS * FRAMES,     // 14 the first of the words
    CLASSES,           // 15 classes of the words
    CLASSES,           // 16 classes of the verb
    WORDS,             // 17 the verb
    WORDS,             // 18 the first word after the cue
    WORDS,             // 19 the speaker's last word
    2 * FRAMES,        // 20 whether it is said to somebody
    FRAMES * 2,        // 21 several words, weak
    KINDS * FRAMES,    // 22 kind of speaker and frame
    WORDS,             // 23 the word before the verb
    8 * FRAMES,        // 24 what the words are like, in their frame
];

/// How many numbers the table has.
#[cfg(feature = "cli")]
pub(super) const ALL: usize = STARTS[SIZES.len() - 1] + SIZES[SIZES.len() - 1];

const STARTS: [usize; SIZES.len()] = table::starts(&SIZES);

/// Shows each feature of a candidate.
pub(super) fn of(s: &Sight, sentence: usize, found: &[Attribution], c: &Candidate, see: &mut impl FnMut(usize)) {
    let mut add = |kind: usize, code: usize| see(STARTS[kind] + code % SIZES[kind]);
    let (a, verb) = (&c.attribution, &c.verb);
    let frame = (0..FRAMES).find(|n| a.frame.has(Frames::nth(*n))).unwrap_or_default();
    let (how, kind) = (c.how as usize, kind_of(s, c));
    let act = a.act.map_or(ACTS - 1, |act| act as usize);
    add(0, 0);
    add(1, (frame * 2 + usize::from(c.allowed)) * HOWS + how);
    add(2, frame * ACTS + act);
    add(3, kind * HOWS + how);
    let between = if c.source.end <= verb.start { c.source.end..verb.start } else { verb.head..c.source.start };
    let far = [0, 1, 2, 4, 8].iter().take_while(|n| between.len() > **n).count();
    let comma = between.clone().any(|i| s.low(i) == ",");
    let other = s.verbs_in(&between).iter().any(|v| v.start > between.start || v.head < verb.start);
    let marks = between.clone().any(|i| s.is_quote_mark(i) || s.is_dash(i) || s.low(i) == ":");
    add(4, ((far * 2 + usize::from(comma)) * 2 + usize::from(other)) * 2 + usize::from(marks));
    add(5, form_of(s, c));
    let before = verb.start.checked_sub(1).filter(|b| *b >= s.sentence(sentence).start);
    add(6, prior(s, before) * FRAMES + frame);
    add(7, s.tag(c.cue.words.end) as usize * FRAMES + frame);
    let long = [1, 2, 4, 7, 13].iter().take_while(|n| c.content.len() >= **n).count();
    add(8, long * FRAMES + frame);
    let end = s.sentence(sentence).end;
    let like = [
        s.has_finite(&c.content),
        s.is_quote_mark(c.content.start),
        s.names_words(&a.content),
        s.is_party(&c.content),
        c.content.end + 1 >= end,
    ];
    add(9, like.iter().fold(0, |n, b| n * 2 + usize::from(*b)) * 2 + usize::from(a.spoken));
    let modal = verb.modal.map_or(0, |m| if s.is(m, &["will", "would"]) { 1 } else { 2 });
    let flags = [verb.negated, verb.past, verb.ing, verb.bare_participle];
    add(10, flags.iter().fold(modal, |n, b| n * 2 + usize::from(*b)));
    let quoted = usize::from(s.is_quoted(c.cue.head));
    let own = s.is_personal(c.source.start);
    add(11, held(found, c) * 4 + quoted * 2 + usize::from(own));
    let zone = match s.page.zone(sentence) {
        ZoneKind::Headline => 0,
        ZoneKind::Caption => 1,
        _ => 2,
    };
    add(12, found.len().min(3) * 3 + zone);
    let lead = match c.source.start.checked_sub(1).filter(|b| *b >= s.sentence(sentence).start) {
        None => 0,
        Some(b) if s.bounds_clause(b) => 1,
        Some(b) if s.tag(b) == Tag::Adp => 2,
        Some(b) if s.tag(b) == Tag::Cconj => 3,
        Some(_) => 4,
    };
    add(13, lead * FRAMES + frame);
    add(14, s.tag(c.content.start) as usize * FRAMES + frame);
    for class in s.taught(c.content.clone().take(8)).all() {
        add(15, class);
    }
    for class in s.facts(c.cue.head).classes.taught().all() {
        add(16, class);
    }
    add(17, word(&a.lemma));
    add(18, word(s.low(c.cue.words.end)));
    add(19, word(s.low(c.source.end.saturating_sub(1))));
    add(20, usize::from(c.past) * FRAMES + frame);
    let weak = usize::from(a.weak);
    add(21, (c.cue.words.len().min(2) - 1) * FRAMES + weak * frame);
    add(22, kind * FRAMES + frame);
    let [clause, _, names, party, _] = like.map(usize::from);
    add(24, (clause * 4 + names * 2 + party) * FRAMES + frame);
    add(23, word(before.map_or("", |b| s.low(b))));
}

/// The form of the verb, and what the tagger takes it for.
fn form_of(s: &Sight, c: &Candidate) -> usize {
    let form = match c.cue.entry.form {
        Form::Base => 0,
        Form::S => 1,
        Form::Past => 2,
        Form::PastOrParticiple => 3,
        Form::Ing => 4,
        Form::Participle => 5,
    };
    let taken = match s.tag(c.cue.head) {
        Tag::Verb => 0,
        Tag::Noun => 1,
        Tag::Adj => 2,
        _ => 3,
    };
    form * 4 + taken
}

/// The word before the verb, or its part of speech.
fn prior(s: &Sight, before: Option<usize>) -> usize {
    match before.map_or("", |b| s.low(b)) {
        "" => 0,
        "," => 1,
        "and" | "but" | "or" => 2,
        "who" | "which" => 3,
        "that" => 4,
        "to" => 5,
        _ => match before.map_or(Tag::X, |b| s.tag(b)) {
            Tag::Noun => 6,
            Tag::Propn => 7,
            Tag::Pron => 8,
            Tag::Adv => 9,
            Tag::Adp => 10,
            Tag::Verb => 11,
            Tag::Punct => 12,
            _ => 13,
        },
    }
}

/// Whether another statement holds this one: of other words, spoken, or of the same speaker.
fn held(found: &[Attribution], c: &Candidate) -> usize {
    match c.within.and_then(|w| found.get(w)) {
        None => 0,
        Some(o) if o.spoken => 1,
        Some(o) if matches!(&o.source, Source::Phrase(p) if *p == c.source) => 2,
        Some(_) => 3,
    }
}

/// What kind of speaker.
fn kind_of(s: &Sight, c: &Candidate) -> usize {
    let head =
        (c.source.start + 1..c.source.end).find(|i| s.tag(*i) == Tag::Adp).unwrap_or(c.source.end).saturating_sub(1);
    if let Some(m) = s.named(head) {
        return match s.mentions[m].kind {
            EntityKind::Person => 0,
            EntityKind::Country => 1,
            EntityKind::Organisation => 2,
            EntityKind::Place => 3,
            EntityKind::Outlet => 4,
        };
    }
    let facts = s.facts(head);
    let class = |class: WordClass| facts.classes.has(class);
    match s.low(head) {
        "he" | "she" | "they" => 5,
        "it" => 6,
        "we" | "i" | "you" => 7,
        _ if facts.role => 8,
        _ if class(WordClass::Collective) => 9,
        w if w.ends_with('s') => 10,
        _ => 11,
    }
}

/// A word without its ending, as a number.
fn word(word: &str) -> usize {
    let stem = word.get(..6).unwrap_or(word);
    let code = stem.bytes().fold(3, |h: u32, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    (code ^ code >> 15) as usize
}

/// So many ways there are of finding a speaker.
const _: () = assert!(How::After as usize + 1 == HOWS);
