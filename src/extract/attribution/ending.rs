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
        let mut i = from;
        let mut end = hi;
        let mut finite: Option<&Verb> = None;
        while i < hi {
            if own_quote.is_some() && self.quoted[i] != own_quote {
                end = i;
                break;
            }
            // `… actions,” Stoltenberg said`: the end of speech that a dash opened.
            let closes = self.is_quote_mark(i) && !self.is_quoted(i + 1);
            if i > from && closes && self.quoted[i - 1].is_none() && self.parenthetical_cue(i + 1, hi) {
                end = i;
                break;
            }
            if i > from && self.low(i) == "according" && self.low(i + 1) == "to" {
                end = i;
                break;
            }
            // A quotation inside is passed over whole.
            if own_quote.is_none() && self.is_quote_mark(i) {
                let inside = self.quoted.get(i + 1).copied().flatten();
                if inside.is_some() && (home.is_none() || i == from) {
                    let mut close = i + 1;
                    while close < hi && self.quoted[close] == inside {
                        close += 1;
                    }
                    let after = close + 1;
                    let fragment =
                        !self.has_finite(&(i..close)) && self.low(after) == "," && self.has_finite(&(after..hi));
                    if i == from
                        && !fragment
                        && (after >= hi
                            || self.among(after, Is::StopNoColon)
                            || self.is_dash(after)
                            || self.is(after.saturating_sub(2), &["."]))
                    {
                        end = after.min(hi);
                        break;
                    }
                    if after < hi
                        && self.is(after.saturating_sub(2), &[",", "?", "!"])
                        && self.parenthetical_cue(after, hi)
                    {
                        end = after;
                        break;
                    }
                    i = after.max(i + 1);
                    continue;
                }
            }
            if let Some(verb) = self.verb_at(i).filter(|v| v.start == i) {
                if verb.finite {
                    let main_verb = |first: &Verb| {
                        reach == Reach::NounClause && !(first.head + 1..i).any(|j| self.opens_subclause(j))
                    };
                    // "some 400 kilograms of highly enriched uranium"
                    let inside = verb.bare_participle && self.tag(verb.head + 1) == Tag::Noun && !self.nounish(i - 1);
                    if finite.is_some_and(main_verb) && !inside {
                        end = i;
                        break;
                    }
                    if finite.is_none() || !verb.bare_participle {
                        finite = Some(verb);
                    }
                }
                i = verb.head + 1;
                continue;
            }
            if i > from && self.ends_here(i, from, hi, own, finite, reach) {
                end = i;
                break;
            }
            i += 1;
        }
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

    /// Whether token `i` ends a content that started at `from`.
    fn ends_here(
        &self,
        i: usize,
        from: usize,
        hi: usize,
        own: Option<&Verb>,
        finite: Option<&Verb>,
        reach: Reach,
    ) -> bool {
        let word = self.low(i);
        if word == ";" {
            return true;
        }
        let comma = word == ",";
        let next = if comma { i + 1 } else { i };
        let joins = self.among(next, Is::CoordinatorOrThen);
        let after = if joins { next + 1 } else { next };
        if comma && self.parenthetical_cue(next, hi) || self.is_dash(i) && self.parenthetical_cue(i + 1, hi) {
            return true;
        }
        if comma
            && (self.cue_participle(next)
                || self.cue_participle(next + 1) && self.tag(next) == Tag::Adv && self.low(next) != "so")
        {
            return true;
        }
        // "said that Oslo refuses the aid and that Riga may check it": the second clause is the outer verb's.
        let outer = |own: &Verb| {
            let s = self.sentence_of(own.head);
            let lo = s.map_or(own.start, |s| self.sentence(s).start);
            let told = |j: usize| self.low(j) == "that" && self.clause_at(j + 1, own.start + 1);
            (lo..own.start).any(|j| told(j) && self.quoted.get(j) == self.quoted.get(i))
        };
        let that = joins && self.low(after) == "that" && self.low(from.saturating_sub(1)) != "that";
        if that && own.is_some_and(outer) {
            return true;
        }
        // "…, he disputes the report": another statement of the same speaker, without a joint.
        if comma
            && reach == Reach::Clause
            && finite.is_some()
            && self.is(next, &["he", "she"])
            && self.quoted[i].is_none()
            && self.verb_at(next + 1).is_some_and(|v| {
                v.start == next + 1
                    && v.finite
                    && self.is_cue_verb(v)
                    && own.is_some_and(|o| tense(self, o) == tense(self, v))
            })
        {
            return true;
        }
        // "threatened with sanctions, and the senator with a boycott"
        if (comma || joins) && self.takes_up(after, from, hi).is_some() {
            return true;
        }
        // "does not accept it, and nor does Riga"
        if joins && self.low(after) == "nor" {
            return true;
        }
        if comma && self.is(next, &["while", "whereas"]) {
            return true;
        }
        // "According to the minister the town starves, and he added that …"
        if own.is_none()
            && joins
            && finite.is_some()
            && self.is(after, &["he", "she", "they"])
            && self.verb_at(after + 1).is_some_and(|v| v.start == after + 1 && self.reports_bare(v))
        {
            return true;
        }
        // "X, who is receiving Y, hoped": the main clause goes on.
        let relative = |o: &Verb| o.start > 0 && self.is(o.start - 1, &["who", "which"]);
        if comma && own.is_some_and(relative) && self.verb_at(next).is_some_and(|v| v.finite && v.start == next) {
            return true;
        }
        // "Pop, noting that the case is old, claimed": so does what follows a participle between commas.
        let noting = |o: &Verb| o.ing && o.start > 0 && self.low(o.start - 1) == "," && finite.is_some();
        if comma
            && own.is_some_and(noting)
            && self.verb_at(next).is_some_and(|v| v.start == next && self.reports_bare(v))
        {
            return true;
        }
        // "Despite saying that …, Putin seems": the main clause comes after.
        if comma
            && (reach == Reach::Infinitive || own.is_some_and(|o| self.fronted_clause(o)))
            && self.main_clause_at(next, hi)
        {
            return true;
        }
        // "denied that it was moved: whoever wants, he says, may look": what another cue interrupts.
        let aside = || (i + 1..hi.min(i + 10)).find(|c| self.low(*c) == ",").map(|c| c + 1);
        let colon = word == ":" && self.quoted[i].is_none();
        if colon && aside().is_some_and(|a| a < hi && self.parenthetical_cue(a, hi)) {
            return true;
        }
        // "…: President Putin wants": a new clause after a colon.
        if word == ":" && reach != Reach::NounClause && !self.is_quote_mark(i + 1) && self.main_clause_at(i + 1, hi) {
            // "diverts no river: it takes water": a pronoun goes on, unless it speaks.
            let goes_on = self.among(i + 1, Is::ResumingPronoun)
                && finite.is_some()
                && self.verb_at(i + 2).is_some_and(|v| !self.is_cue_verb(v));
            return !(goes_on && reach == Reach::Clause);
        }
        let dash = self.is_dash(i);
        // A verb that follows directly is joined with the cue or with a verb of the content.
        if joins || comma || dash {
            let mut v = if dash { i + 1 } else { after };
            // "… and in a letter to Biden cautioned …"
            if joins && self.tag(after) == Tag::Adp && reach != Reach::Clause {
                v = self.skip_adjuncts(after, hi, true);
            }
            while v < hi && (self.tag(v) == Tag::Adv || self.is(v, &["also", "then"])) {
                v += 1;
            }
            if let Some(verb) = self.verb_at(v).filter(|x| {
                x.finite && (x.start == v || x.start == after) && !x.copula && (v < after + 2 || self.is_cue_verb(x))
            }) {
                let cue = self.is_cue_verb(verb);
                // "urged them to keep cool and come back": another infinitive.
                let base = verb.start == verb.head && !verb.past && !self.low(verb.head).ends_with('s');
                let told = own.is_some_and(|o| o.past || self.low(o.head).ends_with('s'));
                if reach == Reach::Infinitive && joins && !comma && base && told && finite.is_none() {
                    return false;
                }
                match (own, finite) {
                    (Some(own), Some(last)) if reach == Reach::Clause => {
                        let (o, l, n) = (tense(self, own), tense(self, last), tense(self, verb));
                        // "will not admit new members and stay out": the second verb hangs on the modal.
                        let word = self.low(verb.head);
                        let bare =
                            last.modal.is_some() && verb.start == verb.head && !word.ends_with('s') && !verb.past;
                        if n == o && n != l && !bare || (n == o && cue && (comma || dash) && joins) || (dash && cue) {
                            return true;
                        }
                        // "demands that Oslo recall the ship, and threatens": the verb agrees with the cue, not with "recall".
                        let own_deed = joins && cue && disagree(self, verb, last) && !disagree(self, verb, own);
                        if own_deed && tense(self, last) == n {
                            return true;
                        }
                        // "said he was worried and called on both sides to": the speaker's own deed.
                        let own_words = self.among(from, Is::ThirdPersonal);
                        let to = |e: &Entry| {
                            e.cue.part == Part::Verb
                                && e.cue.frames.has(Frames::OBJECT.or(Frames::ACCUSED))
                                && e.cue.act.is_some()
                                && e.words.iter().enumerate().all(|(k, w)| self.low(verb.head + k) == w)
                        };
                        if own_words && joins && n == o && cue && self.cues(verb.head).iter().any(to) {
                            return true;
                        }
                    }
                    (None, _) if reach == Reach::Clause => {}
                    // "that opinion, encouraged by the media, has worsened": a participle before the clause's own verb.
                    (_, None) if reach == Reach::Clause && comma && verb.bare_participle => {}
                    _ if comma && verb.bare_participle && self.low(verb.head + 1) == "by" => {}
                    _ if joins || dash || (comma && cue) => return true,
                    _ => {}
                }
            }
            // "orders to grant licences and Guyana promises to go": another one’s act, whatever its verb is taken for.
            if joins && reach != Reach::Clause && self.named(after).is_some() {
                let end = self.noun_phrase_right(after, hi, false);
                let verb = (after + 1..end + 1).find(|j| self.named(*j).is_none() && !self.is_genitive(*j));
                if verb.is_some_and(|v| self.is(v + 1, &["to", "that"]) && self.can_be_cue(v)) {
                    return true;
                }
            }
            // "after Mali and Niger on Sunday asked …": one subject.
            let one_subject = || {
                let start = self.noun_phrase_left(i - 1, from);
                joins && !comma && start > from && self.among(start - 1, Is::SubordinatorOrThat)
            };
            // "…, and Blinken said …": another speaker.
            if joins && after < hi {
                let end = self.noun_phrase_right(after, hi, true);
                if end > after && !one_subject() {
                    // "…, and the president on Friday threatened"
                    let v = self.skip_adjuncts(end, hi, false);
                    if let Some(verb) = self.verb_at(v).filter(|x| x.start == v && x.finite) {
                        let open =
                            finite.is_none() && (reach == Reach::Clause || (from..i).any(|j| self.low(j) == "that"));
                        let speaks =
                            !open && self.is_cue_verb(verb) && own.is_some_and(|o| tense(self, o) == tense(self, verb));
                        if speaks
                            || !open
                                && reach != Reach::Clause
                                && own.is_some_and(|o| tense(self, o) == tense(self, verb) || finite.is_none())
                        {
                            return true;
                        }
                    }
                }
            }
        }
        if reach == Reach::Clause {
            return false;
        }
        // Phrases end where something new is added.
        if reach == Reach::Infinitive && comma {
            return self.verb_at(next).is_some_and(|v| v.ing && v.start == next);
        }
        if reach == Reach::Phrase
            && finite.is_none()
            && (self.verbs_in(&(from..i)).is_empty()
                || self.low(i) == "through" && self.verbs_in(&(from..i)).iter().all(|v| v.ing))
            && self.tag(i) == Tag::Adp
            && self.adverbial_phrase(i, hi)
        {
            return true;
        }
        if comma {
            // "accused him of fraud, of lying and of theft"
            let of = from.checked_sub(1).is_some_and(|led| self.low(led) == "of");
            let goes_on = self.among(next, Is::ListContinuation)
                || of && (self.low(next) == "of" || self.low(after) == "of")
                || (self.in_phrase(next) && self.list_goes_on(next, hi))
                || (own.is_some() && self.verb_at(next).is_some_and(|v| v.infinitive))
                || self.is_quote_mark(next)
                || self.closes_phrase(next, hi);
            return !goes_on;
        }
        if dash {
            return true;
        }
        if finite.is_none() && self.verbs_in(&(from..i)).is_empty() && self.among(i, Is::FiniteBe) {
            return true;
        }
        // "offered to extend it until spring", "refuse to sign unless …": a term or a condition belongs to it.
        let term = reach == Reach::Infinitive && self.is(i, &["until", "unless"]);
        !term && self.among(i, Is::AdverbialOpener)
            || (self.among(i, Is::TimeSubordinator)
                && !(word == "as" && own.is_some_and(|v| self.among(v.head, Is::Naming)))
                && !self.among(i - 1, Is::AsPartner)
                && self.opens_adverbial(i, hi))
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
        if end == from || self.is(from, &["and", "or", "but"]) {
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
        self.verb_at(end).is_some_and(|v| v.finite && (v.start == end || v.head == end) && !v.bare_participle)
            || self.verb_at(end).is_some_and(|v| v.finite && v.start == end && self.is_cue_verb(v))
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
            return (i + 1..end).any(|j| self.among(j, Is::SpokesmanOrSide) || self.is(j, &["source", "sources"]));
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
