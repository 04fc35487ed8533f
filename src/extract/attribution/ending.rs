//! Where a content ends: at the end of its sentence or phrase, or where the next attribution starts.

use super::{
    content::{Reach, disagree, tense},
    sight::{Sight, Verb},
};
use crate::{
    lexicon::{
        class::WordClass as Is,
        cue::{Entry, Form, Frames, Part},
    },
    text::tag::Tag,
};

impl Sight<'_, '_> {
    /// Where a content that starts at `from` ends (exclusive).
    pub fn content_end(&self, from: usize, hi: usize, own: Option<&Verb>, reach: Reach) -> usize {
        let home = self.quoted.get(from).copied().flatten();
        let own_quote = own.and_then(|v| self.quoted.get(v.head).copied().flatten());
        let end = Content { sight: self, from, hi, own, reach, home, own_quote }.end();
        self.trim_end(from, end, reach)
    }

    /// A word after which a second finite verb may belong to the same clause.
    fn opens_subclause(&self, i: usize) -> bool {
        self.among(i, Is::InnerClauseOpener) || self.is_personal(i)
    }

    /// Takes marks, and for phrases a trailing date, from the end.
    fn trim_end(&self, from: usize, mut end: usize, reach: Reach) -> usize {
        loop {
            let before = end;
            while end > from && (self.among(end - 1, Is::TrailingMark) || self.is_dash(end - 1)) {
                end -= 1;
            }
            if reach == Reach::Phrase && end > from + 1 && self.dated(end - 1) && self.verbs_in(&(from..end)).is_empty()
            {
                let mut date = end - 1;
                while date > from && self.dated(date - 1) {
                    date -= 1;
                }
                if date > from && self.tag(date - 1) == Tag::Adp {
                    date -= 1;
                }
                // "hearings for the 30th of April", "bunkers till November": the day belongs to the thing.
                if date > from && !self.among(date, Is::DayPreposition) {
                    end = date;
                }
            }
            if end == before {
                return end;
            }
        }
    }

    /// "a group of six experts, which may enter the plant", "a list for hackers, with frozen accounts": what stands last in its
    /// sentence and tells more of the thing before.
    fn closes_phrase(&self, from: usize, hi: usize) -> bool {
        let parted = |i: usize| self.among(i, Is::StopMark) || self.is_dash(i) || self.is_quote_mark(i);
        let last = !(from..hi.saturating_sub(1)).any(parted);
        let related = self.is(from, &["which", "who", "whose"])
            || self.tag(from) == Tag::Adp && self.is(from + 1, &["which", "whom"]);
        last && (related || self.low(from) == "with" && !self.has_finite(&(from..hi)))
    }

    /// A noun phrase and its finite verb right after it.
    fn main_clause_at(&self, from: usize, hi: usize) -> bool {
        let mut end = self.noun_phrase_right(from, hi, true);
        if end == from {
            return false;
        }
        // "whether …, Rady, the spokesman, said": an apposition before the verb.
        let apposed = self.with_apposition(from, end, hi);
        if apposed > end && self.low(apposed) == "," {
            end = apposed + 1;
        }
        while end < hi && self.tag(end) == Tag::Adv {
            end += 1;
        }
        self.verb_from(end).is_some_and(|v| v.finite && !v.bare_participle)
            || self.verb_from(end).is_some_and(|v| v.finite && self.is_cue_verb(v))
    }

    /// Whether a verb stands in a clause that comes before the main one.
    fn fronted_clause(&self, own: &Verb) -> bool {
        let Some(s) = self.sentence_of(own.head) else {
            return false;
        };
        let lo = self.sentence(s).start;
        let opens = self.among(lo, Is::FrontedOpener);
        (opens || (own.ing || own.bare_participle) && own.start == lo)
            && !self.verbs_in(&(lo..own.start)).iter().any(|v| v.finite)
            && !(lo..own.start).any(|i| self.low(i) == ",")
    }

    /// "in a statement", "in Machado’s case in early tweets": a phrase that belongs to the verb, not to the noun before it.
    fn adverbial_phrase(&self, i: usize, hi: usize) -> bool {
        if !self.among(i, Is::OccasionPreposition) {
            return false;
        }
        let end = self.noun_phrase_right(i + 1, hi, false);
        // "denied it through a source in the ministry"
        if self.low(i) == "through" {
            return (i + 1..end).any(|j| self.is(j, &["source", "sources"]));
        }
        let person = i > 0 && self.names_person(i - 1);
        self.among(i, Is::SettingPreposition)
            && (person || (i + 1..end).any(|j| self.among(j, Is::Utterance) && !self.among(j - 1, Is::GuardPost)))
    }

    /// "after the talks failed", "when he arrived": a clause of time; "as a venue" is none.
    fn opens_adverbial(&self, i: usize, hi: usize) -> bool {
        self.is(i, &["after", "before"]) || self.clause_at(i + 1, hi)
    }

    /// Whether the phrase after a comma is one item of a list: "and" or "or" follows, and no verb before.
    fn list_goes_on(&self, from: usize, hi: usize) -> bool {
        let end = self.noun_phrase_right(from, hi, true);
        let joint = |i: usize| self.is(i, &["and", "or"]);
        // "thanked Laos, Peru and Malta": the phrase may take its "and" in.
        end > from
            && ((from..end + 1).any(joint)
                || (self.low(end) == "," && joint(end + 1))
                || (self.low(end) == "," && self.in_phrase(end + 1) && end < hi && self.list_goes_on(end + 1, hi)))
            && !self.verb_at(end).is_some_and(|v| v.finite)
    }

    /// Whether a verb group is a cue that speaks.
    pub fn is_cue_verb(&self, verb: &Verb) -> bool {
        self.cues(verb.head).iter().any(|e| {
            e.cue.part == Part::Verb
                && e.cue.speaks
                && !(e.cue.weak.has(Frames::INFINITIVE)
                    && self.verb_at(verb.head + e.words.len()).is_some_and(|v| v.infinitive))
                && e.words.iter().enumerate().all(|(k, w)| self.low(verb.head + k) == w)
        })
    }

    /// Whether a word could be a cue’s verb in the present ("promises", also a noun).
    fn can_be_cue(&self, i: usize) -> bool {
        let speaks = |e: &Entry| e.cue.part == Part::Verb && e.form == Form::S && e.words.len() == 1 && e.cue.speaks;
        self.cues(i).iter().any(speaks)
    }

    /// Whether a clause without "that" may follow the verb ("said", "believes").
    pub fn reports_bare(&self, verb: &Verb) -> bool {
        verb.finite
            && self.cues(verb.head).iter().any(|e| {
                e.cue.part == Part::Verb
                    && e.words.len() == 1
                    && e.cue.frames.has(Frames::BARE)
                    && e.cue.frames.has(Frames::QUOTE)
            })
    }

    /// ", saying": a participle of a cue.
    fn cue_participle(&self, i: usize) -> bool {
        self.is_ing(i)
            && self.verb_at(i).is_some_and(|v| v.ing)
            && self.cues(i).iter().any(|e| {
                e.cue.part == Part::Verb
                    && e.form == Form::Ing
                    && e.cue
                        .frames
                        .has(Frames::QUOTE.or(Frames::OBJECT).or(Frames::ACCUSED).or(Frames::THAT).or(Frames::NOUN))
                    && e.cue.speaks
                    && e.words.iter().enumerate().all(|(k, w)| self.low(i + k) == w)
            })
    }

    /// Whether ", he said", ", said X", ", according to X" starts at `i` (after the comma).
    pub fn parenthetical_cue(&self, i: usize, hi: usize) -> bool {
        if self.low(i) == "according" && self.low(i + 1) == "to" {
            return true;
        }
        let mut v = i;
        if self.verb_at(i).is_none_or(|x| x.start != i) {
            v = self.noun_phrase_right(i, hi, true);
            v = self.with_apposition(i, v, hi);
            if v == i {
                return false;
            }
            if self.low(v) == "," {
                v += 1;
            }
            while v < hi && (self.tag(v) == Tag::Adv || self.dated(v)) {
                v += 1;
            }
        }
        let Some(verb) = self.verb_at(v).filter(|x| x.start == v && x.finite) else { return false };
        let Some(entry) = self.cues(verb.head).iter().find(|e| {
            e.cue.part == Part::Verb
                && e.cue.frames.has(Frames::QUOTE)
                && e.words.iter().enumerate().all(|(k, w)| self.low(verb.head + k) == w)
        }) else {
            return false;
        };
        let mut end = verb.head + entry.words.len();
        if v == i || entry.cue.frames.has(Frames::OBJECT) {
            end = self.noun_phrase_right(end, hi, true);
        }
        let past = self.skip_adjuncts(end, hi, true);
        // "…, he said in a speech that was sent in the evening"
        let occasion = past > end && self.is_relative(past) && self.among(past - 1, Is::SpeechOccasion);
        past >= hi || self.among(past, Is::StopMark) || self.is_quote_mark(past) || occasion
    }
}

/// What a quotation inside a content does to it.
enum Inside {
    /// The content ends here.
    Ends(usize),
    /// It goes on here.
    GoesOn(usize),
}

/// A content whose end is looked for.
struct Content<'c, 'p, 'a> {
    sight: &'c Sight<'p, 'a>,
    from: usize,
    hi: usize,
    /// The verb of its cue.
    own: Option<&'c Verb>,
    reach: Reach,
    /// The quotation in which it starts, and that of its cue.
    home: Option<usize>,
    own_quote: Option<usize>,
}

impl<'c> Content<'c, '_, '_> {
    fn end(&self) -> usize {
        let (s, from, hi) = (self.sight, self.from, self.hi);
        let mut i = from;
        let mut finite: Option<&Verb> = None;
        while i < hi {
            if self.leaves_quotation(i)
                || i > from && (self.closes_speech(i) || s.is(i, &["according"]) && s.is(i + 1, &["to"]))
            {
                return i;
            }
            match self.quotation(i) {
                Some(Inside::Ends(end)) => return end,
                Some(Inside::GoesOn(next)) => i = next,
                None => match s.verb_at(i).filter(|v| v.start == i) {
                    Some(verb) => {
                        if verb.finite && finite.is_some_and(|first| self.is_second(verb, first)) {
                            return i;
                        }
                        if verb.finite && (finite.is_none() || !verb.bare_participle) {
                            finite = Some(verb);
                        }
                        i = verb.head + 1;
                    }
                    None if i > from && self.joint(i, finite).ends() => return i,
                    None => i += 1,
                },
            }
        }
        hi
    }

    /// Whether token `i` stands outside the quotation of the cue.
    fn leaves_quotation(&self, i: usize) -> bool {
        self.own_quote.is_some() && self.sight.quoted[i] != self.own_quote
    }

    /// `… actions,” Stoltenberg said`: the end of speech that a dash opened.
    fn closes_speech(&self, i: usize) -> bool {
        let s = self.sight;
        let closes = s.is_quote_mark(i) && !s.is_quoted(i + 1);
        closes && !s.is_quoted(i - 1) && s.parenthetical_cue(i + 1, self.hi)
    }

    /// A quotation inside is passed over whole: "said that the “so-called offer” is none"; but "“We wait,” he said".
    fn quotation(&self, i: usize) -> Option<Inside> {
        let (s, hi) = (self.sight, self.hi);
        if self.own_quote.is_some() || !s.is_quote_mark(i) {
            return None;
        }
        let inside = s.quoted.get(i + 1).copied().flatten();
        if inside.is_none() || self.home.is_some() && i != self.from {
            return None;
        }
        let mut close = i + 1;
        while close < hi && s.quoted[close] == inside {
            close += 1;
        }
        let after = close + 1;
        let fragment = || !s.has_finite(&(i..close)) && s.low(after) == "," && s.has_finite(&(after..hi));
        let stops = || {
            after >= hi || s.among(after, Is::StopNoColon) || s.is_dash(after) || s.is(after.saturating_sub(2), &["."])
        };
        if i == self.from && stops() && !fragment() {
            return Some(Inside::Ends(after.min(hi)));
        }
        if after < hi && s.is(after.saturating_sub(2), &[",", "?", "!"]) && s.parenthetical_cue(after, hi) {
            return Some(Inside::Ends(after));
        }
        Some(Inside::GoesOn(after))
    }

    /// "Russia’s demand that NATO withdraw [is] …": whether a verb is the outer clause’s; not "some 400 kilograms of highly
    /// enriched uranium".
    fn is_second(&self, verb: &Verb, first: &Verb) -> bool {
        let s = self.sight;
        let i = verb.start;
        let qualifies = verb.bare_participle && s.tag(verb.head + 1) == Tag::Noun && !s.nounish(i - 1);
        self.reach == Reach::NounClause && !(first.head + 1..i).any(|j| s.opens_subclause(j)) && !qualifies
    }

    fn joint<'j>(&'j self, i: usize, finite: Option<&'j Verb>) -> Joint<'j> {
        let s = self.sight;
        let comma = s.low(i) == ",";
        let next = i + usize::from(comma);
        let joins = s.among(next, Is::CoordinatorOrThen);
        let Content { from, hi, own, reach, .. } = *self;
        Joint {
            sight: s,
            from,
            hi,
            own,
            reach,
            i,
            finite,
            comma,
            dash: s.is_dash(i),
            joins,
            next,
            after: next + usize::from(joins),
        }
    }
}

/// A token at which a content may end.
struct Joint<'j> {
    sight: &'j Sight<'j, 'j>,
    from: usize,
    hi: usize,
    own: Option<&'j Verb>,
    reach: Reach,
    i: usize,
    /// The last finite verb of the content so far.
    finite: Option<&'j Verb>,
    comma: bool,
    dash: bool,
    /// Whether a coordinator stands here, or behind the comma.
    joins: bool,
    /// The first word behind the comma,
    next: usize,
    /// and behind the coordinator.
    after: usize,
}

impl Joint<'_> {
    /// Whether the content ends here.
    fn ends(&self) -> bool {
        if self.sight.low(self.i) == ";" || self.opens_another() || self.resumes() || self.after_colon() {
            return true;
        }
        if self.joins || self.comma || self.dash {
            if let Some(ends) = self.joined_verb() {
                return ends;
            }
            if self.another_promises() || self.another_speaks() {
                return true;
            }
        }
        self.reach != Reach::Clause && self.ends_phrase()
    }

    /// Whether a verb starts at a token, and is such.
    fn verb(&self, at: usize, such: impl Fn(&Verb) -> bool) -> bool {
        self.sight.verb_at(at).is_some_and(|v| v.start == at && such(v))
    }

    /// Whether a verb has the tense of the cue.
    fn has_own_tense(&self, verb: &Verb) -> bool {
        self.own.is_some_and(|o| tense(self.sight, o) == tense(self.sight, verb))
    }

    /// Another attribution starts.
    fn opens_another(&self) -> bool {
        let (s, next, after, joins, comma) = (self.sight, self.next, self.after, self.joins, self.comma);
        if comma && s.parenthetical_cue(next, self.hi) || self.dash && s.parenthetical_cue(self.i + 1, self.hi) {
            return true;
        }
        let adverb = || s.tag(next) == Tag::Adv && s.low(next) != "so";
        if comma && (s.cue_participle(next) || s.cue_participle(next + 1) && adverb()) {
            return true;
        }
        // "threatened with sanctions, and the senator with a boycott"
        let taken_up = || (comma || joins) && s.takes_up(after, self.from, self.hi).is_some();
        // "does not accept it, and nor does Riga"
        let nor = || joins && s.low(after) == "nor";
        self.is_of_outer()
            || self.another_deed()
            || taken_up()
            || nor()
            || comma && s.is(next, &["while", "whereas"])
            || self.adds()
    }

    /// "said that Oslo refuses the aid and that Riga may check it": the second clause is the outer verb's.
    fn is_of_outer(&self) -> bool {
        let s = self.sight;
        let outer = |own: &Verb| {
            let lo = s.sentence_of(own.head).map_or(own.start, |n| s.sentence(n).start);
            let told = |j: usize| s.low(j) == "that" && s.clause_at(j + 1, own.start + 1);
            (lo..own.start).any(|j| told(j) && s.quoted.get(j) == s.quoted.get(self.i))
        };
        let that = self.joins && s.low(self.after) == "that" && s.low(self.from.saturating_sub(1)) != "that";
        that && self.own.is_some_and(outer)
    }

    /// "…, he disputes the report": another statement of the same speaker, without a joint.
    fn another_deed(&self) -> bool {
        let s = self.sight;
        self.comma
            && self.reach == Reach::Clause
            && self.finite.is_some()
            && s.is(self.next, &["he", "she"])
            && !s.is_quoted(self.i)
            && self.verb(self.next + 1, |v| v.finite && s.is_cue_verb(v) && self.has_own_tense(v))
    }

    /// "According to the minister the town starves, and he added that …".
    fn adds(&self) -> bool {
        self.own.is_none()
            && self.joins
            && self.finite.is_some()
            && self.sight.is(self.after, &["he", "she", "they"])
            && self.verb(self.after + 1, |v| self.sight.reports_bare(v))
    }

    /// The main clause goes on behind a comma, or starts there.
    fn resumes(&self) -> bool {
        let s = self.sight;
        if !self.comma {
            return false;
        }
        let before = |o: &Verb, words: &[&str]| o.start > 0 && s.is(o.start - 1, words);
        // "X, who is receiving Y, hoped"
        let relative = |o: &Verb| before(o, &["who", "which"]);
        if self.own.is_some_and(relative) && self.verb(self.next, |v| v.finite) {
            return true;
        }
        // "Pop, noting that the case is old, claimed": so does what follows a participle between commas.
        let noting = |o: &Verb| o.ing && before(o, &[","]) && self.finite.is_some();
        if self.own.is_some_and(noting) && self.verb(self.next, |v| s.reports_bare(v)) {
            return true;
        }
        // "Despite saying that …, Putin seems": the main clause comes after.
        (self.reach == Reach::Infinitive || self.own.is_some_and(|o| s.fronted_clause(o)))
            && s.main_clause_at(self.next, self.hi)
    }

    /// "…: President Putin wants": a new clause after a colon.
    fn after_colon(&self) -> bool {
        let (s, i, hi) = (self.sight, self.i, self.hi);
        if s.low(i) != ":" {
            return false;
        }
        // "denied that it was moved: whoever wants, he says, may look": what another cue interrupts.
        let aside = || (i + 1..hi.min(i + 10)).find(|c| s.low(*c) == ",").map(|c| c + 1);
        if !s.is_quoted(i) && aside().is_some_and(|a| a < hi && s.parenthetical_cue(a, hi)) {
            return true;
        }
        // "diverts no river: it takes water": a pronoun goes on, unless it speaks.
        let goes_on = || {
            self.reach == Reach::Clause
                && s.among(i + 1, Is::ResumingPronoun)
                && self.finite.is_some()
                && s.verb_at(i + 2).is_some_and(|v| !s.is_cue_verb(v))
        };
        self.reach != Reach::NounClause && !s.is_quote_mark(i + 1) && s.main_clause_at(i + 1, hi) && !goes_on()
    }

    /// A verb that follows directly is joined with the cue (the content ends) or with a verb of the content (it does not).
    fn joined_verb(&self) -> Option<bool> {
        let s = self.sight;
        let (comma, joins, dash, after) = (self.comma, self.joins, self.dash, self.after);
        let mut at = if dash { self.i + 1 } else { after };
        // "… and in a letter to Biden cautioned …"
        if joins && s.tag(after) == Tag::Adp && self.reach != Reach::Clause {
            at = s.skip_adjuncts(after, self.hi, true);
        }
        while at < self.hi && (s.tag(at) == Tag::Adv || s.is(at, &["also", "then"])) {
            at += 1;
        }
        let verb = s.verb_at(at).filter(|x| {
            x.finite && (x.start == at || x.start == after) && !x.copula && (at < after + 2 || s.is_cue_verb(x))
        })?;
        let cue = s.is_cue_verb(verb);
        // "urged them to keep cool and come back": another infinitive.
        let base = verb.start == verb.head && !verb.past && !s.low(verb.head).ends_with('s');
        let told = self.own.is_some_and(|o| o.past || s.low(o.head).ends_with('s'));
        if self.reach == Reach::Infinitive && joins && !comma && base && told && self.finite.is_none() {
            return Some(false);
        }
        let ends = match (self.own, self.finite) {
            (Some(own), Some(last)) if self.reach == Reach::Clause => self.is_of_cue(verb, cue, own, last),
            (None, _) if self.reach == Reach::Clause => false,
            // "that opinion, encouraged by the media, has worsened": a participle before the clause's own verb.
            (_, None) if self.reach == Reach::Clause && comma && verb.bare_participle => false,
            _ if comma && verb.bare_participle && s.low(verb.head + 1) == "by" => false,
            _ => joins || dash || comma && cue,
        };
        ends.then_some(true)
    }

    /// "said Oslo had left the talks, and threatened": whether a verb is joined with the cue’s rather than with the last of
    /// the clause.
    fn is_of_cue(&self, verb: &Verb, cue: bool, own: &Verb, last: &Verb) -> bool {
        let (s, joins) = (self.sight, self.joins);
        let (o, l, n) = (tense(s, own), tense(s, last), tense(s, verb));
        // "will not admit new members and stay out": the second verb hangs on the modal.
        let bare = last.modal.is_some() && verb.start == verb.head && !s.low(verb.head).ends_with('s') && !verb.past;
        if n == o && n != l && !bare || n == o && cue && (self.comma || self.dash) && joins || self.dash && cue {
            return true;
        }
        // "demands that Oslo recall the ship, and threatens": the verb agrees with the cue, not with "recall".
        let own_deed = joins && cue && disagree(s, verb, last) && !disagree(s, verb, own);
        if own_deed && l == n {
            return true;
        }
        // "said he was worried and called on both sides to": the speaker's own deed.
        let to = |e: &Entry| {
            e.cue.part == Part::Verb
                && e.cue.frames.has(Frames::OBJECT.or(Frames::ACCUSED))
                && e.cue.act.is_some()
                && e.words.iter().enumerate().all(|(k, w)| s.low(verb.head + k) == w)
        };
        s.among(self.from, Is::ThirdPersonal) && joins && n == o && cue && s.cues(verb.head).iter().any(to)
    }

    /// "orders to grant licences and Guyana promises to go": another one’s act, whatever its verb is taken for.
    fn another_promises(&self) -> bool {
        let (s, after) = (self.sight, self.after);
        if !self.joins || self.reach == Reach::Clause || s.named(after).is_none() {
            return false;
        }
        let end = s.noun_phrase_right(after, self.hi, false);
        let verb = (after + 1..end + 1).find(|j| s.named(*j).is_none() && !s.is_genitive(*j));
        verb.is_some_and(|v| s.is(v + 1, &["to", "that"]) && s.can_be_cue(v))
    }

    /// "…, and Blinken said …", "…, and the president on Friday threatened": another speaker.
    fn another_speaks(&self) -> bool {
        let (s, after, from) = (self.sight, self.after, self.from);
        if !self.joins || after >= self.hi {
            return false;
        }
        let end = s.noun_phrase_right(after, self.hi, true);
        // "after Mali and Niger on Sunday asked …": one subject.
        let one_subject = || {
            let start = s.noun_phrase_left(self.i - 1, from);
            !self.comma && start > from && s.among(start - 1, Is::SubordinatorOrThat)
        };
        if end <= after || one_subject() {
            return false;
        }
        let clause = self.reach == Reach::Clause;
        self.verb(s.skip_adjuncts(end, self.hi, false), |verb| {
            let open = || self.finite.is_none() && (clause || (from..self.i).any(|j| s.low(j) == "that"));
            let follows = self.has_own_tense(verb) || !clause && self.own.is_some() && self.finite.is_none();
            verb.finite && follows && (!clause || s.is_cue_verb(verb)) && !open()
        })
    }

    /// Phrases end where something new is added.
    fn ends_phrase(&self) -> bool {
        let (s, i, hi, next) = (self.sight, self.i, self.hi, self.next);
        if self.reach == Reach::Infinitive && self.comma {
            return self.verb(next, |v| v.ing);
        }
        let verbs = s.verbs_in(&(self.from..i));
        if self.reach == Reach::Phrase
            && self.finite.is_none()
            && (verbs.is_empty() || s.low(i) == "through" && verbs.iter().all(|v| v.ing))
            && s.tag(i) == Tag::Adp
            && s.adverbial_phrase(i, hi)
        {
            return true;
        }
        if self.comma {
            return !self.lists_on();
        }
        if self.dash || self.finite.is_none() && verbs.is_empty() && s.among(i, Is::FiniteBe) {
            return true;
        }
        // "offered to extend it until spring", "refuse to sign unless …": a term or a condition belongs to it.
        let term = self.reach == Reach::Infinitive && s.is(i, &["until", "unless"]);
        !term && s.among(i, Is::AdverbialOpener)
            || s.among(i, Is::TimeSubordinator)
                && !(s.low(i) == "as" && self.own.is_some_and(|v| s.among(v.head, Is::Naming)))
                && !s.among(i - 1, Is::AsPartner)
                && s.opens_adverbial(i, hi)
    }

    /// "accused him of fraud, of lying and of theft": whether a phrase goes on behind a comma.
    fn lists_on(&self) -> bool {
        let (s, next, hi) = (self.sight, self.next, self.hi);
        let of = self.from.checked_sub(1).is_some_and(|led| s.low(led) == "of");
        s.among(next, Is::ListContinuation)
            || of && (s.low(next) == "of" || s.low(self.after) == "of")
            || s.in_phrase(next) && s.list_goes_on(next, hi)
            || self.own.is_some() && s.verb_at(next).is_some_and(|v| v.infinitive)
            || s.is_quote_mark(next)
            || s.closes_phrase(next, hi)
    }
}
