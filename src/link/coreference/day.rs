//! The day of a statement that its own sentence does not tell: of the same side's act just before, of the same interview.

use super::Resolver;
use crate::lexicon::class::WordClass as Is;
use crate::text::lower::Lower;
use crate::{
    extract::{
        mention::EntityKind,
        statement::{Modality, Mode, Party, Statement, When},
    },
    lexicon::{act::Act, gazetteer::gazetteer},
};

impl Resolver<'_, '_> {
    /// Carries days over where the text allows.
    pub(super) fn carry_days(&self, statements: &mut [Statement]) {
        for i in 0..statements.len() {
            let (before, rest) = statements.split_at_mut(i);
            let Some(statement) = rest.first_mut().filter(|s| self.may_take(s)) else { continue };
            let followed =
                statement.follows.and_then(|f| before.get(f)).filter(|f| f.sentence + 4 > statement.sentence);
            let told = followed.filter(|f| f.day.value.is_some()).map(|f| f.day);
            let told = told.or_else(|| self.answered(before, statement));
            let told = told.or_else(|| self.interviewed(before, statement));
            let told = told.or_else(|| self.at_once(before, statement));
            if let Some(day) = told {
                statement.day = When { carried: true, ..day };
            }
        }
    }

    /// Whether a statement is an act of its own whose day is not told.
    pub(super) fn may_take(&self, s: &Statement) -> bool {
        s.day.value.is_none()
            && s.day.span.is_none()
            && s.within.is_none()
            && s.act != Act::Consult
            && s.modality == Modality::Done
            && s.source.is_some()
            && !self.is_of_old(s)
    }

    /// "has repeatedly said", "had earlier warned": another day.
    fn is_of_old(&self, s: &Statement) -> bool {
        let Some(cue) = s.cue else { return false };
        let at = self.page.tokens.partition_point(|t| t.span.start < cue.start);
        (at.saturating_sub(3)..at + 1).any(|i| Is::OfOldWord.has(&self.page.word(i).low()))
    }

    /// A quotation right after an act of the same side that has a day: "The US responded on Friday. “…,” said the White House."
    fn answered(&self, before: &[Statement], s: &Statement) -> Option<When> {
        let last = before.iter().rev().find(|b| b.sentence < s.sentence && b.within.is_none())?;
        let near = last.sentence + 1 == s.sentence && s.mode == Mode::Direct;
        if !near || last.day.value.is_none() || last.act == Act::Consult {
            return None;
        }
        let sides = self.sides(s.source.as_ref()?);
        let same = last.source.as_ref().is_some_and(|p| self.sides(p).iter().any(|x| sides.contains(x)));
        same.then_some(last.day)
    }

    /// "Iran released the drafts on Friday. … At the same time, its deputy minister said": as the side's act shortly before.
    fn at_once(&self, before: &[Statement], s: &Statement) -> Option<When> {
        let opens = self.page.sentences.get(s.sentence)?.span.of(self.page.text);
        if !["At the same time", "Simultaneously", "On the same day", "The same day"]
            .iter()
            .any(|w| opens.starts_with(w))
        {
            return None;
        }
        let sides = self.sides(s.source.as_ref()?);
        let theirs =
            |b: &&Statement| b.source.as_ref().is_some_and(|p| self.sides(p).iter().any(|x| sides.contains(x)));
        let last = before.iter().rev().take_while(|b| b.sentence + 4 > s.sentence);
        last.filter(|b| b.within.is_none()).filter(theirs).find(|b| b.day.value.is_some()).map(|b| b.day)
    }

    /// Whoever tells a medium something on a day goes on that day, until another day is told of them.
    fn interviewed(&self, before: &[Statement], s: &Statement) -> Option<When> {
        let who = s.source.as_ref()?;
        let person = |r: &usize| self.mentions[*r].kind == EntityKind::Person;
        if !who.referents.iter().all(person) {
            return None;
        }
        let same = |b: &&Statement| {
            let theirs = b.source.iter().flat_map(|p| &p.referents);
            b.act != Act::Consult
                && b.within.is_none()
                && theirs.clone().next().is_some()
                && theirs.into_iter().all(|r| who.referents.iter().any(|w| self.cast.same(*w, *r)))
        };
        let last = before.iter().rev().filter(same).find(|b| b.day.value.is_some())?;
        // The first of the statements that share this day was told to a medium.
        let told = before.iter().filter(same).find(|b| b.day.value == last.day.value)?;
        (!told.via.is_empty() && !told.day.carried).then_some(last.day)
    }

    /// The states that a party's words tell: their names, adjectives and seats.
    fn sides(&self, party: &Party) -> Vec<&'static str> {
        let mut found = Vec::new();
        for span in party.span.into_iter().chain(party.referents.iter().map(|r| self.mentions[*r].span)) {
            let range = self.tokens(span);
            let mut at = range.start;
            while at < range.end {
                let named = gazetteer().name(self.page.text, &self.page.tokens[at..range.end]);
                found.extend(named.as_ref().and_then(|(name, _)| name.state));
                at += named.map_or(1, |(_, n)| n.max(1));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        corpus::{article::Article, catalogue::Entry, day::Day},
        link::reading,
    };

    /// Speaker and day of the statement whose content starts so.
    fn said(text: &str, content: &str) -> (String, String) {
        let entry = Entry { published: Day::new(2023, 5, 17), ..Entry::default() };
        let article = Article { entry, ..Article::plain(text) };
        let reading = reading::read(&article);
        let fits = |s: &&crate::extract::statement::Statement| s.content[0].of(text).starts_with(content);
        let s = reading.statements.iter().find(fits).unwrap();
        let who = s.source.iter().flat_map(|p| &p.referents).map(|m| reading.mentions[*m].span.of(text)).collect();
        (who, s.day.value.map_or(String::new(), |d| d.first.to_string()))
    }

    #[test]
    fn an_interview_keeps_its_day_and_its_speaker() {
        let text = "– We are calm, Foreign Minister Tobias Billström told SVT on Monday.\n\
                    Ankara asks for more.\n\
                    According to the Turkish Foreign Ministry, Sweden must act.\n\
                    – What will Sweden do now, Billstrom?\n\
                    – The best thing is to wait. The foreign minister says that no country can dictate our laws.\n\
                    – I trust the process.";
        assert_eq!(said(text, "The best thing"), ("Billstrom".into(), "2023-05-15".into()));
        assert_eq!(said(text, "no country").1, "2023-05-15");
        assert_eq!(said(text, "I trust").1, "2023-05-15");
        assert_eq!(said(text, "Sweden must act").1, "");
    }

    #[test]
    fn a_quotation_after_its_side_acted_shares_the_day() {
        let text = "Iran answered the offer on Monday, saying that it would not give way.\n\
                    “No talks will take place under threat,” said an Iranian foreign ministry spokesman. Nasser Kanaani.\n\
                    The Omani minister has repeatedly said that the door is open.";
        assert_eq!(said(text, "No talks"), ("Nasser Kanaani".into(), "2023-05-15".into()));
        assert_eq!(said(text, "the door is open").1, "");
    }
}
