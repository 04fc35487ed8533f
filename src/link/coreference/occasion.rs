//! The day of what a person says on one occasion: where the text tells on which day they spoke or met somebody just now, what
//! they say elsewhere in it, until another day is told of them, is of that day.

use super::{Before, Resolver};
use crate::{
    extract::{
        date::{Basis, DateExpression, Grain, Interval},
        mention::EntityKind,
        statement::{Modality, Party, Statement, When},
    },
    lexicon::act::Act,
    text::{span::Span, tag::Tag},
};

/// A person on a day.
struct Occasion {
    sentence: usize,
    who: Vec<usize>,
    day: When,
    /// The day is that of the news, not one before it.
    fresh: bool,
    /// They met somebody: what they say right after it is of that day.
    met: bool,
}

/// How many sentences after a meeting those who met speak of it.
const NEAR: usize = 8;

/// How many sentences before the day of an occasion is told it may have been spoken of.
const NEXT: usize = 5;

/// How many days before it is told the news may be.
const NEWS: i32 = 2;

impl Resolver<'_, '_> {
    /// Carries the days of occasions over.
    pub(super) fn carry_occasions(&self, statements: &mut [Statement], dates: &[DateExpression]) {
        let told = statements.iter().filter(|s| s.within.is_none() && s.modality == Modality::Done);
        let mut occasions: Vec<Occasion> = told.filter_map(|s| self.occasion(s)).collect();
        occasions.extend(dates.iter().filter_map(|d| self.told_of(d)));
        for s in statements.iter_mut() {
            if !self.may_take(s) || self.is_noun(s.cue) || self.is_later(s.cue) {
                continue;
            }
            let who = s.source.as_ref().map_or(&[] as &[usize], |p| p.referents.as_slice());
            let [who] = who else { continue };
            let own = || occasions.iter().filter(|o| o.who.iter().any(|w| self.is_same(*w, *who)));
            let Some(first) = own().next() else { continue };
            let last = own().filter(|o| o.sentence <= s.sentence).max_by_key(|o| o.sentence);
            let last = last.filter(|o| !o.met || s.sentence < o.sentence + NEAR);
            // "Yesterday he spoke of …", far below, is another occasion than the news.
            let today = first.day.value.is_some_and(|d| self.page.published == Some(d.first));
            let near = today || first.sentence <= s.sentence + NEXT;
            let one = near && own().all(|o| o.fresh && !o.met && o.day.value == first.day.value);
            if let Some(o) = last.or(Some(first).filter(|_| one)).filter(|o| o.fresh) {
                s.day = When { carried: true, basis: Basis::Resolved, ..o.day };
            }
        }
    }

    /// The persons who speak or meet on a day that is told beside it.
    fn occasion(&self, s: &Statement) -> Option<Occasion> {
        let other = s.addressees.iter().filter(|_| s.act == Act::Consult);
        let parties = s.source.iter().chain(other);
        let who: Vec<usize> = parties.flat_map(|p| &p.referents).copied().filter(|m| self.is_person(*m)).collect();
        let fresh = self.is_news(s.day.value?);
        // "The envoy today advises the ministry": what somebody does these days.
        let word = |span: Option<Span>| span.map_or("", |x| x.of(self.page.text));
        let usual = word(s.day.span).eq_ignore_ascii_case("today") && word(s.cue).ends_with('s');
        let met = s.act == Act::Consult;
        (!usual && !who.is_empty()).then_some(Occasion { sentence: s.sentence, who, day: s.day, fresh, met })
    }

    /// "Today the Russian president did not say why": who is told of on a day that opens a sentence.
    fn told_of(&self, d: &DateExpression) -> Option<Occasion> {
        let day = d.value.filter(|v| self.is_news(*v))?;
        let range = self.tokens(d.span);
        let capital = self.page.word(range.start).starts_with(char::is_uppercase);
        let verb = |i: &usize| matches!(self.page.tags.get(*i), Some(Tag::Aux | Tag::Verb | Tag::Punct));
        let end = (range.end..self.page.tokens.len().min(range.end + 8)).find(verb).filter(|e| *e > range.end)?;
        let span = self.page.tokens.get(range.end)?.span.cover(self.page.tokens.get(end - 1)?.span);
        let spoken = capital && self.page.tags.get(end).is_some_and(|t| *t != Tag::Punct);
        let named = self.mentions.iter().position(|m| m.span.end == span.end && m.kind == EntityKind::Person);
        let mut party = Party { span: Some(span), referents: named.into_iter().collect(), ..Party::default() };
        self.fill(&mut party, &Before::default(), None);
        let who: Vec<usize> = party.referents.into_iter().filter(|m| self.is_person(*m)).collect();
        let day = When { span: Some(d.span), value: Some(day), basis: d.basis, carried: false };
        let sentence = self.page.sentence_at(d.span.start)?;
        (spoken && who.len() == 1).then_some(Occasion { sentence, who, day, fresh: true, met: false })
    }

    /// Whether two mentions name one person: Abdoulaye Maïga is not Choguel Maïga.
    fn is_same(&self, a: usize, b: usize) -> bool {
        let first = |m: usize| {
            let name = self.mentions.get(m).map_or("", |m| m.span.of(self.page.text));
            name.split_once(' ').map(|(first, _)| first)
        };
        self.cast.same(a, b) && first(a).zip(first(b)).is_none_or(|(a, b)| a == b)
    }

    /// "asked later the relatives to forgive"
    fn is_later(&self, cue: Option<Span>) -> bool {
        let later = |c: Span| self.tokens(c).end;
        cue.map(later).is_some_and(|end| (end.saturating_sub(3)..end + 1).any(|i| self.page.word(i) == "later"))
    }

    fn is_person(&self, mention: usize) -> bool {
        self.mentions.get(mention).is_some_and(|m| m.kind == EntityKind::Person)
    }

    /// Whether a day is the one of the publication, or hardly before it.
    fn is_news(&self, day: Interval) -> bool {
        let near = |out: crate::corpus::day::Day| day.first <= out && out <= day.first.plus(NEWS);
        day.first == day.last && day.grain == Grain::Day && self.page.published.is_some_and(near)
    }

    /// Whether a cue is a noun: a demand stands longer than a day.
    fn is_noun(&self, cue: Option<Span>) -> bool {
        let last = cue.and_then(|c| self.tokens(c).last());
        last.is_some_and(|i| self.page.tags.get(i) == Some(&Tag::Noun))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        corpus::{article::Article, catalogue::Entry, day::Day},
        link::reading,
    };

    /// The days of the statements of a text that came out on Wednesday, 17 May 2023; empty = none.
    fn days(text: &str) -> Vec<String> {
        let entry = Entry { published: Day::new(2023, 5, 17), ..Entry::default() };
        let article = Article { entry, ..Article::plain(text) };
        let statements = reading::read(&article).statements;
        statements.iter().map(|s| s.day.value.map_or(String::new(), |d| d.iso())).collect()
    }

    #[test]
    fn what_a_person_says_on_one_occasion_shares_its_day() {
        let text = "On Tuesday Foreign Minister Omar Faye told reporters that the deal was off.\n\
                    The village lies by a river.\nFaye said the dam would stay.\n\
                    He has repeatedly said that the dam is safe.";
        assert_eq!(days(text), ["2023-05-16", "2023-05-16", ""]);
        let silent = "President Omar Faye said the deal was off.\nThe village lies by a river.\n\
                      Today the president did not say why.";
        assert_eq!(days(silent), ["2023-05-17"]);
    }

    #[test]
    fn another_person_or_an_old_day_gives_none() {
        let other = "On Tuesday Prime Minister Omar Faye told reporters that the deal was off.\n\
                     The village lies by a river.\nThe lawyer Idris Faye said the dam would stay.";
        assert_eq!(days(other), ["2023-05-16", ""]);
        let old = "On 2 March Foreign Minister Omar Faye said that the deal was off.\n\
                   The village lies by a river.\nFaye said the dam would stay.";
        assert_eq!(days(old), ["2023-03-02", ""]);
        let far = "Foreign Minister Omar Faye said the dam would stay.\n\
                   It rained. The river rose. The village lies low. The bridge is closed. The road is dry.\n\
                   Yesterday Faye warned of a flood.";
        assert_eq!(days(far), ["", "2023-05-16"]);
    }
}
