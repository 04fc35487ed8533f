//! Who answers in an interview or a press conference where the answers do not say it: the one speaker that labels name, else
//! whom a line before names as interviewed, else the person whom the article named most before the first question.

use super::Resolver;
use crate::lexicon::class::WordClass as Is;
use crate::text::among::among;
use crate::{
    corpus::zone::ZoneKind,
    extract::{
        attribution::interview::interviewed,
        mention::EntityKind,
        statement::{Party, Statement},
    },
    lexicon::act::Act,
    text::order::Order,
};

/// So many questions and answers make an interview.
const ENOUGH: usize = 3;

/// Who is asked all questions.
pub(super) struct Guest {
    /// A mention of them.
    pub who: usize,
    /// The sentence of the first question, and the one in which somebody else is reported again.
    from: usize,
    to: usize,
    /// Others are reported between the questions: only what a dash opens, or what is quoted as a whole, answers.
    dashes: bool,
}

fn is_question(s: &Statement) -> bool {
    s.act == Act::Ask && s.cue.is_none() && s.within.is_none()
}

fn is_answer(s: &Statement) -> bool {
    s.act != Act::Ask && s.cue.is_none() && s.within.is_none() && s.source.as_ref().is_none_or(|p| p.span.is_none())
}

impl Resolver<'_, '_> {
    /// Whether a statement is one of a guest's answers: nobody is named for it.
    pub(super) fn is_answer_of(&self, guest: &Guest, s: &Statement) -> bool {
        let within = is_answer(s) && guest.from < s.sentence && s.sentence < guest.to;
        within && (!guest.dashes || self.is_turn(s))
    }

    /// Whether a dash opens the paragraph of a statement, or all of it is quoted.
    fn is_turn(&self, s: &Statement) -> bool {
        let block = self.page.sentences.get(s.sentence).and_then(|x| self.page.blocks.get(x.block));
        block.is_some_and(|b| {
            let marks: &[char] = &['"', '“', '”', '„', '«', '»'];
            let text = b.span.of(self.page.text);
            let quoted = || text.starts_with(marks) && text.trim_end_matches('.').ends_with(marks);
            Is::DialogueDash.has(self.page.word(b.tokens.start)) || quoted()
        })
    }

    /// The guest of an interview.
    pub(super) fn guest(&self, statements: &[Statement]) -> Option<Guest> {
        let body = |s: &&Statement| self.page.zone(s.sentence) == ZoneKind::Body;
        let questions: Vec<usize> =
            statements.iter().filter(body).filter(|s| is_question(s)).map(|s| s.sentence).collect();
        let (from, last) = (*questions.first()?, *questions.last()?);
        if questions.len() < ENOUGH {
            return None;
        }
        // What others are reported to say, in paragraphs that neither ask nor answer.
        let reported = |s: &&Statement| {
            let block = self.page.sentences.get(s.sentence).and_then(|x| self.page.blocks.get(x.block));
            let turn = block.is_some_and(|b| {
                let opens = self.page.word(b.tokens.start);
                Is::DialogueDash.has(opens)
                    || (b.tokens.start..b.tokens.end.min(b.tokens.start + 5)).any(|i| self.page.word(i) == ":")
            });
            let spoken = |p: &Party| p.span.is_some_and(|s| !among(s.of(self.page.text), "I We we"));
            s.cue.is_some() && s.within.is_none() && !turn && s.source.as_ref().is_some_and(spoken)
        };
        let others = || statements.iter().filter(body).filter(reported).map(|s| s.sentence);
        let to = others().find(|s| *s > last).unwrap_or(usize::MAX);
        let answers =
            statements.iter().filter(body).filter(|s| is_answer(s) && from < s.sentence && s.sentence < to).count();
        let dashes = 4 * others().filter(|s| from < *s && *s < last).count() > answers;
        let turns = || statements.iter().filter(body).filter(|s| is_answer(s) && self.is_turn(s)).count();
        if answers < ENOUGH || dashes && turns() < ENOUGH {
            return None;
        }
        let who = self.asked(statements, from, last)?;
        Some(Guest { who, from, to, dashes })
    }

    /// Whom the questions between two sentences are put to.
    fn asked(&self, statements: &[Statement], from: usize, last: usize) -> Option<usize> {
        let person = |m: &usize| self.mentions.get(*m).is_some_and(|m| m.kind == EntityKind::Person);
        let asked = from..=last;
        let later =
            || statements.iter().filter(|s| s.cue.is_none() && s.within.is_none() && asked.contains(&s.sentence));
        // By the labels of the answers.
        let sources = later().filter(|s| s.act != Act::Ask).filter_map(|s| s.source.as_ref());
        let labelled: Vec<usize> =
            sources.filter(|p| p.span.is_some()).filter_map(|p| p.referents.iter().copied().find(person)).collect();
        if let Some(who) = labelled.first().copied() {
            return labelled.iter().all(|m| self.cast.same(*m, who)).then_some(who);
        }
        if let Some(who) = interviewed(self.page, self.mentions, from) {
            return Some(who);
        }
        // "…, Mr. Osei?", then whoever was brought in before.
        let called = later().filter(|s| s.act == Act::Ask).flat_map(|s| &s.addressees).flat_map(|p| &p.referents);
        let start = self.page.sentences.get(from)?.span.start;
        let before: Vec<usize> =
            (0..self.mentions.len()).take_while(|m| self.mentions[*m].span.start < start).filter(person).collect();
        if let Some(who) = called.copied().find(person) {
            // "Artyom Viktorovich" is the Artyom Zaitsev of the opening.
            let words = |m: usize| self.mentions[m].span.of(self.page.text).split_whitespace();
            let named = before.iter().copied().find(|m| words(*m).any(|w| words(who).any(|other| w == other)));
            return named.or(Some(who));
        }
        if let Some(who) = self.introduced(0, from) {
            return Some(who);
        }
        let times = |m: usize| before.iter().filter(|o| self.cast.same(m, **o)).count();
        let told = before.iter().filter(|m| self.cast.is_told(**m));
        let mut named: Vec<(usize, usize)> = told.map(|m| (times(*m), *m)).collect();
        named.order_by_key(|(n, m)| (std::cmp::Reverse(*n), *m));
        let (most, who) = *named.first()?;
        // Of two named as often nobody is told.
        let alone = named.iter().all(|(n, m)| *n < most || self.cast.same(*m, who));
        alone.then_some(who)
    }
}
