//! Cues: the verbs, nouns and phrases that introduce what somebody says, wants or refuses, each with its act and the
//! frames it stands in. The words lie in `data/cues.tsv`, the irregular verbs in `data/irregular_verbs.tsv`.

use super::act::Act;
use crate::text::ordered::OrderedMap;
use crate::text::{
    glance::Look,
    order::{Gather, Order},
    sieve::Sieve,
};
use std::{ops::Deref, sync::LazyLock};

/// What kind of word a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A verb, perhaps with particles ("rule out").
    Verb,
    /// A noun ("demand").
    Noun,
    /// A fixed phrase before its source ("according to").
    Phrase,
    /// An adjective after a form of "be" ("ready").
    Adjective,
    /// An adverb ("reportedly").
    Adverb,
}

/// The form a verb stands in; a noun is `Base` or `S`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// say
    Base,
    /// says
    S,
    /// said, where the participle is another word
    Past,
    /// said, or "spoken": may follow a form of "be"
    Participle,
    /// past and participle in one
    PastOrParticiple,
    /// saying
    Ing,
}

/// What may follow a cue: a set of frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Frames(u16);

macro_rules! frames {
    ($($name:ident $letter:literal $bit:literal $doc:literal;)*) => {
        impl Frames {
            $(#[doc = $doc] pub const $name: Frames = Frames(1 << $bit);)*

            fn of_letter(letter: char) -> Frames {
                match letter { $($letter => Frames::$name,)* _ => Frames(0) }
            }
        }
    };
}

frames! {
    THAT 'c' 0 "A clause with “that”.";
    BARE 'b' 1 "A clause without “that”.";
    QUOTE 'q' 2 "A quotation, or a clause before the cue: “…, he said”.";
    INFINITIVE 'i' 3 "“to” and a verb.";
    GERUND 'g' 4 "A verb in -ing.";
    QUESTION 'w' 5 "A clause with a question word.";
    NOUN 'n' 6 "A noun phrase.";
    OBJECT 'o' 7 "Somebody spoken to, before the content.";
    ACCUSED 'f' 8 "Somebody accused, then “of” and the content.";
    TO_NOUN 't' 9 "A noun phrase and its complement, both content: “want NATO to leave”.";
    MEETING 'm' 10 "The rest of the predicate: who is met, where, when.";
}

impl Frames {
    /// Whether one of `other` is among these.
    pub fn has(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }

    /// This set without those of `other`.
    pub const fn without(self, other: Frames) -> Frames {
        Frames(self.0 & !other.0)
    }

    /// The frame in plain words.
    pub fn words(self) -> &'static str {
        const WORDS: [(Frames, &str); 11] = [
            (Frames::THAT, "a that-clause"),
            (Frames::BARE, "a clause"),
            (Frames::QUOTE, "a quotation or a clause beside it"),
            (Frames::INFINITIVE, "an infinitive"),
            (Frames::GERUND, "a gerund"),
            (Frames::QUESTION, "an indirect question"),
            (Frames::NOUN, "a noun phrase"),
            (Frames::OBJECT, "an object"),
            (Frames::ACCUSED, "an object and what it is accused of"),
            (Frames::TO_NOUN, "a noun phrase and its complement"),
            (Frames::MEETING, "another party"),
        ];
        WORDS.iter().find(|(f, _)| self.has(*f)).map_or("nothing", |(_, w)| w)
    }

    /// The frame of this number, in the order above.
    pub fn nth(n: usize) -> Frames {
        Frames(1 << n)
    }

    /// No frame at all.
    pub const NONE: Frames = Frames(0);

    /// Both sets.
    pub const fn or(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }
}

/// One cue in all readings of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What kind of word it is.
    pub part: Part,
    /// Its act; `None` = by the content.
    pub act: Option<Act>,
    /// What may follow it.
    pub frames: Frames,
    /// The frames that make a position only where nothing else holds it ("plans to").
    pub weak: Frames,
    /// The frames that carry their own act ("object to" is rejection, "object that" too): frame → act.
    pub acts: [(Frames, Option<Act>); 6],
    /// It needs two parties as its subject.
    pub joint: bool,
    /// Its object is a person or body.
    pub person: bool,
    /// A verb that lends its subject to a noun ("issue a warning").
    pub light: bool,
    /// Its noun phrase names something said or offered ("accept the proposal").
    pub of_words: bool,
    /// Whether it is a cue at all, not only a verb that lends its subject.
    pub speaks: bool,
}

impl Cue {
    fn new(part: Part) -> Self {
        Cue {
            part,
            act: None,
            frames: Frames(0),
            weak: Frames(0),
            acts: [(Frames(0), None); 6],
            joint: false,
            person: false,
            light: false,
            of_words: false,
            speaks: false,
        }
    }

    /// The act it has in this frame; `None` = by the content.
    pub fn act_in(&self, frame: Frames) -> Option<Act> {
        self.acts.iter().find(|(f, _)| f.has(frame)).map_or(self.act, |(_, act)| *act)
    }
}

/// A cue in one of its written forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its words, in lower case.
    pub words: Vec<String>,
    /// The form of its inflected word.
    pub form: Form,
    /// Its base form, for telling the reader.
    pub lemma: String,
    /// The cue.
    pub cue: Cue,
}

impl Entry {
    /// Whether a word is an article, which headlines leave out.
    pub fn is_article(word: &str) -> bool {
        matches!(word, "the" | "a" | "an" | "its")
    }

    /// What its second word looks like, and what the first that is no article does.
    fn second(&self) -> [Look; 2] {
        let rest = self.words.get(1..).unwrap_or_default();
        let bare = rest.iter().find(|w| !Entry::is_article(w));
        [rest.first(), bare.or(rest.first())].map(|word| word.map_or(Look::ANY, |w| Look::word(w)))
    }
}

/// The written forms that start with one word, longer ones first.
#[derive(Debug, Default)]
pub struct Entries {
    /// What the second word of each looks like, with its article and where a headline leaves that out.
    seconds: Vec<[Look; 2]>,
    entries: Vec<Entry>,
}

impl Entries {
    const NONE: Entries = Entries { seconds: Vec::new(), entries: Vec::new() };

    /// Those whose second word looks as `looks` says, and those of one word.
    pub fn going_on(&self, looks: impl Fn(Look) -> bool) -> impl Iterator<Item = &Entry> {
        self.seconds
            .iter()
            .zip(&self.entries)
            .filter(move |([second, bare], _)| looks(*second) || bare != second && looks(*bare))
            .map(|(_, entry)| entry)
    }
}

impl Deref for Entries {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.entries
    }
}

/// All cues by the first word of each written form; longer forms first.
#[derive(Debug, Default)]
pub struct Cues {
    by_first: Sieve<Entries>,
}

impl Cues {
    /// The lexicon of the data files.
    pub fn shared() -> &'static Cues {
        static CUES: LazyLock<Cues> = LazyLock::new(|| Cues::parse(include_str!("data/cues.tsv")));
        &CUES
    }

    /// Reads the data file.
    pub fn parse(cues: &str) -> Cues {
        let mut lemmas: OrderedMap<(u8, String), Cue> = OrderedMap::new();
        for row in rows(cues) {
            let [part, act, letters, flags, words] = row[..] else { continue };
            let Some(part) = part_of(part) else { continue };
            let frames = letters.chars().fold(Frames(0), |f, c| f.or(Frames::of_letter(c)));
            for lemma in words.split(',').map(str::trim).filter(|w| !w.is_empty()) {
                let cue = lemmas.entry((part as u8, lemma.to_string())).or_insert_with(|| Cue::new(part));
                merge(cue, Act::of_slug(act), frames, flags);
            }
        }
        let mut by_first: OrderedMap<String, Entries> = OrderedMap::new();
        for ((_, lemma), cue) in lemmas {
            let words: Vec<&str> = lemma.split(' ').collect();
            for (form, words) in forms(cue.part, &words) {
                let first = words.first().cloned().unwrap_or_default();
                by_first.entry(first).or_default().entries.push(Entry { words, form, lemma: lemma.clone(), cue });
            }
        }
        for all in by_first.values_mut() {
            all.entries.order_by_key(|e| std::cmp::Reverse(e.words.len()));
            all.seconds = all.entries.iter().map(Entry::second).collect();
        }
        Cues { by_first: by_first.into_iter().map(|(first, all)| (&*first.leak(), all)).collect() }
    }

    /// The written forms of the cues that tell this act by themselves, in the order of the alphabet.
    pub fn telling(act: Act) -> &'static [Vec<String>] {
        static TELLING: LazyLock<OrderedMap<Act, Vec<Vec<String>>>> = LazyLock::new(|| {
            let entries = Cues::shared().by_first.values().iter().flat_map(|entries| entries.iter());
            let telling = entries.filter(|e| e.cue.speaks && e.cue.frames.without(e.cue.weak) != Frames::NONE);
            let words = telling.filter_map(|e| Some((e.cue.act?, e.words.clone()))).into_set();
            let mut telling: OrderedMap<Act, Vec<Vec<String>>> = OrderedMap::new();
            for (act, words) in words {
                telling.entry(act).or_default().push(words);
            }
            telling
        });
        TELLING.get(&act).map_or(&[], Vec::as_slice)
    }

    /// The written forms that start with this word, longer ones first.
    pub fn starting(&self, word: &str) -> &Entries {
        static NONE: Entries = Entries::NONE;
        self.by_first.get(word).unwrap_or(&NONE)
    }
}

/// Adds one row's reading to a cue.
fn merge(cue: &mut Cue, act: Option<Act>, frames: Frames, flags: &str) {
    cue.joint |= flags.contains("joint");
    cue.person |= flags.contains("person");
    cue.of_words |= flags.contains("proposal");
    if flags.contains("light") {
        cue.light = true;
        return;
    }
    let fresh = Frames(frames.0 & !cue.frames.0);
    if flags.contains("weak") {
        cue.weak = cue.weak.or(fresh);
    }
    if cue.speaks {
        if let Some(slot) = cue.acts.iter_mut().find(|(f, _)| f.0 == 0) {
            *slot = (fresh, act);
        }
    } else {
        cue.act = act;
    }
    cue.frames = cue.frames.or(frames);
    cue.speaks = true;
}

/// The forms of verbs that the rules do not give, by the base form: past, participle, and with “-ing”.
fn irregular() -> &'static OrderedMap<&'static str, [&'static str; 3]> {
    static IRREGULAR: LazyLock<OrderedMap<&str, [&str; 3]>> = LazyLock::new(|| {
        let forms = |r: Vec<&'static str>| match r[..] {
            [base, past, participle, ing] => Some((base, [past, participle, ing])),
            _ => None,
        };
        rows(include_str!("data/irregular_verbs.tsv")).filter_map(forms).into_map()
    });
    &IRREGULAR
}

/// The rows of a data file, cut at tabs.
pub(crate) fn rows(data: &str) -> impl Iterator<Item = Vec<&str>> {
    data.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(|l| l.split('\t').collect())
}

fn part_of(code: &str) -> Option<Part> {
    Some(match code {
        "v" => Part::Verb,
        "n" => Part::Noun,
        "p" => Part::Phrase,
        "a" => Part::Adjective,
        "d" => Part::Adverb,
        _ => return None,
    })
}

/// All written forms of a lemma.
pub(crate) fn forms(part: Part, words: &[&str]) -> Vec<(Form, Vec<String>)> {
    let owned = |words: &[&str]| words.iter().map(|w| w.to_string()).collect::<Vec<_>>();
    let mut found = vec![(Form::Base, owned(words))];
    match (part, words) {
        (Part::Verb, [verb, rest @ ..]) => {
            let mut add = |form: Form, first: String| {
                let mut all = vec![first];
                all.extend(owned(rest));
                if !found.iter().any(|(f, w)| *f == form && *w == all) {
                    found.push((form, all));
                }
            };
            if *verb == "be" {
                for form in ["is", "are", "was", "were", "been", "being"] {
                    add(Form::Past, form.into());
                }
                return found;
            }
            add(Form::S, if *verb == "have" { "has".into() } else { plural(verb) });
            match irregular().get(verb) {
                Some([past, participle, ing]) => {
                    if past == participle {
                        add(Form::PastOrParticiple, past.to_string());
                    } else {
                        add(Form::Past, past.to_string());
                        add(Form::Participle, participle.to_string());
                    }
                    add(Form::Ing, ing.to_string());
                }
                None => {
                    add(Form::PastOrParticiple, past(verb));
                    add(Form::Ing, ing(verb));
                }
            }
            // British and American spellings of verbs in -l.
            if verb.ends_with('l') && !verb.ends_with("ll") {
                for double in [false, true] {
                    let stem = format!("{verb}{}", if double { "l" } else { "" });
                    add(Form::PastOrParticiple, format!("{stem}ed"));
                    add(Form::Ing, format!("{stem}ing"));
                }
            }
        }
        (Part::Noun, [rest @ .., noun]) => {
            let mut all = owned(rest);
            all.push(plural(noun));
            found.push((Form::S, all));
        }
        _ => {}
    }
    found
}

/// Other forms that a word may have, as a verb or as a noun: “concerns”, “concerned” and “concerning” of “concern”, and the
/// other way round. Many of them are no words: who asks looks them up.
pub fn other_forms(word: &str) -> Vec<String> {
    let mut bases: Vec<String> = vec![word.to_string()];
    for (ending, instead) in
        [("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y")]
    {
        bases.extend(word.strip_suffix(ending).filter(|stem| stem.len() > 2).map(|stem| format!("{stem}{instead}")));
    }
    bases.extend(irregular().iter().filter(|(_, forms)| forms.contains(&word)).map(|(base, _)| base.to_string()));
    let mut found: Vec<String> = Vec::new();
    for base in bases.iter().filter(|base| base.len() > 2) {
        for form in forms(Part::Verb, &[base]).into_iter().filter_map(|(_, mut form)| form.pop()) {
            if form != word && !found.contains(&form) {
                found.push(form);
            }
        }
    }
    found
}

fn after_consonant_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
}

fn plural(word: &str) -> String {
    match after_consonant_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        None if word == "go" => "goes".into(),
        None if word == "veto" => "vetoes".into(),
        None => format!("{word}s"),
    }
}

fn past(verb: &str) -> String {
    match after_consonant_y(verb) {
        Some(stem) => format!("{stem}ied"),
        None if verb.ends_with('e') => format!("{verb}d"),
        None => format!("{verb}ed"),
    }
}

fn ing(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(words: &str) -> Vec<(Part, Form, String)> {
        let all: Vec<&str> = words.split(' ').collect();
        Cues::shared()
            .starting(all[0])
            .iter()
            .filter(|e| e.words == all)
            .map(|e| (e.cue.part, e.form, e.lemma.clone()))
            .collect()
    }

    #[test]
    fn forms_are_made_by_rule_or_listed() {
        assert_eq!(find("denies"), [(Part::Verb, Form::S, "deny".into())]);
        assert_eq!(find("ruled out"), [(Part::Verb, Form::PastOrParticiple, "rule out".into())]);
        assert_eq!(find("urging"), [(Part::Verb, Form::Ing, "urge".into())]);
        assert_eq!(find("spoken with"), [(Part::Verb, Form::Participle, "speak with".into())]);
        assert_eq!(find("signalled").len(), 1);
        assert_eq!(find("signaled").len(), 1);
        assert_eq!(find("demands").len(), 2, "verb and noun");
        assert_eq!(find("proposals"), [(Part::Noun, Form::S, "proposal".into())]);
        assert_eq!(find("according to"), [(Part::Phrase, Form::Base, "according to".into())]);
    }

    #[test]
    fn a_word_in_its_other_forms() {
        let has = |word, other: &str| other_forms(word).iter().any(|f| f == other);
        for (word, other) in
            [("concern", "concerned"), ("concerned", "concerns"), ("refusing", "refuse"), ("denies", "deny")]
        {
            assert!(has(word, other), "{word} {other}");
        }
        assert!(has("said", "says") && has("say", "said") && has("plan", "planned") && has("talk", "talks"));
        assert!(!has("war", "warn") && !has("part", "party") && !has("talk", "talk"));
    }

    #[test]
    fn a_cue_of_several_rows_keeps_the_act_of_each_frame() {
        let warn = &Cues::shared().starting("warned").iter().find(|e| e.words.len() == 1).unwrap().cue;
        assert_eq!(warn.act_in(Frames::THAT), Some(Act::Warn));
        let plan = &Cues::shared()
            .starting("plans")
            .iter()
            .find(|e| e.lemma == "plan" && e.cue.part == Part::Verb)
            .unwrap()
            .cue;
        assert!(plan.weak.has(Frames::INFINITIVE));
        assert!(!warn.weak.has(Frames::THAT));
    }

    #[test]
    fn every_row_of_the_data_is_read() {
        for row in rows(include_str!("data/cues.tsv")) {
            assert_eq!(row.len(), 5, "{row:?}");
            assert!(part_of(row[0]).is_some(), "{row:?}");
            assert!(row[1] == "?" || row[1] == "-" || Act::of_slug(row[1]).is_some(), "{row:?}");
            assert!(row[2] == "-" || row[2].chars().all(|c| Frames::of_letter(c) != Frames(0)), "{row:?}");
        }
    }
}
