//! The persons of an article with what titles and appositions say of them: office, side, gender.

use crate::lexicon::class::WordClass as Is;
use crate::text::among::among;
use crate::text::ordered::OrderedMap;
use crate::{
    extract::{
        mention::{EntityKind, Mention},
        page::Page,
    },
    lexicon::gazetteer::{Class, Gender, Title, gazetteer},
    link::person::{PersonName, same_person},
    text::{sound::likeness, span::Span, tag::Tag},
};
use std::ops::Range;

/// What the article says of one person.
#[derive(Debug, Default)]
struct Member {
    /// Its mentions, ascending.
    mentions: Vec<usize>,
    /// Offices with the state or body they belong to, where told.
    offices: Vec<(&'static str, Option<&'static str>)>,
    gender: Option<Gender>,
    /// Its names as printed, taken apart.
    names: Vec<PersonName>,
}

/// All persons of an article.
#[derive(Debug, Default)]
pub(super) struct Cast {
    members: Vec<Member>,
    /// For each mention: its member, or a number past all members that same names of other kinds share.
    who: Vec<usize>,
    tokens: Vec<(usize, usize)>,
    spans: Vec<Span>,
}

impl Cast {
    pub(super) fn of(page: &Page, mentions: &[Mention]) -> Self {
        let mut cast = Cast::default();
        let mut persons: OrderedMap<String, usize> = OrderedMap::new();
        let mut others: OrderedMap<String, usize> = OrderedMap::new();
        for (i, mention) in mentions.iter().enumerate() {
            let printed = mention.span.of(page.text);
            cast.spans.push(mention.span);
            cast.tokens.push((
                page.tokens.partition_point(|t| t.span.end <= mention.span.start),
                page.tokens.partition_point(|t| t.span.start < mention.span.end),
            ));
            let name = if mention.kind == EntityKind::Person { PersonName::of(printed) } else { None };
            let Some(name) = name else {
                let n = others.len();
                let known = mention.known.as_deref().unwrap_or(printed);
                cast.who.push(usize::MAX - *others.entry(known.to_string()).or_insert(n));
                continue;
            };
            let members = &mut cast.members;
            let at = persons.get(&name.family).copied().or_else(|| members.iter().position(|m| m.is_spelt(&name)));
            let at = at.unwrap_or_else(|| {
                members.push(Member::default());
                members.len() - 1
            });
            persons.entry(name.family.clone()).or_insert(at);
            cast.who.push(at);
            let member = &mut cast.members[at];
            member.mentions.push(i);
            member.gender = member.gender.or_else(|| name.is_full().then(|| name.gender()).flatten());
            member.names.push(name);
            if let Some(role) = mention.role {
                member.learn(page, mention.span, role);
            }
            let first = cast.tokens.last().map_or(0, |t| t.0);
            let another = mentions[..i].iter().rev().find(|m| m.kind == EntityKind::Person).map_or(0, |m| m.span.end);
            member.learn_before(page, first, another);
        }
        cast
    }

    /// Whether two mentions name the same.
    pub(super) fn same(&self, a: usize, b: usize) -> bool {
        self.who.get(a).is_some_and(|w| self.who.get(b) == Some(w))
    }

    /// The gender of the person that mention `i` names.
    pub(super) fn gender(&self, i: usize) -> Option<Gender> {
        self.who.get(i).and_then(|w| self.members.get(*w)).and_then(|m| m.gender)
    }

    /// The tokens of mention `i`: first, and one past the last.
    pub(super) fn tokens(&self, i: usize) -> (usize, usize) {
        self.tokens.get(i).copied().unwrap_or_default()
    }

    /// Whether the person that mention `i` names holds an office, or is told to be a colleague of somebody who can.
    pub(super) fn holds(&self, i: usize, office: &str) -> bool {
        let member = self.who.get(i).and_then(|w| self.members.get(*w));
        let alike = |o: &str| o == "counterpart" && has_counterparts(office);
        member.is_some_and(|m| m.offices.iter().any(|(o, _)| is_office(office, o) || alike(o)))
    }

    /// Whether the text tells that mention `i` is a person: by a full name, an office, a gender.
    pub(super) fn is_told(&self, i: usize) -> bool {
        self.who
            .get(i)
            .and_then(|w| self.members.get(*w))
            .is_some_and(|m| m.gender.is_some() || !m.offices.is_empty() || m.names.iter().any(PersonName::is_full))
    }

    /// Whether the text tells no office of the person that mention `i` names.
    pub(super) fn is_of_no_office(&self, i: usize) -> bool {
        self.who
            .get(i)
            .and_then(|w| self.members.get(*w))
            .is_some_and(|m| m.offices.iter().all(|(office, _)| Is::Calling.has(office)))
    }

    /// Whether the person that mention `i` names is of a side.
    pub(super) fn is_of(&self, i: usize, side: &str) -> bool {
        let member = self.who.get(i).and_then(|w| self.members.get(*w));
        member.is_some_and(|m| m.offices.iter().any(|(_, s)| *s == Some(side)))
    }

    /// Whether an office named in short is a part of the one that mention `i` is told to hold: "the minister", "deputy minister".
    pub(super) fn may_be_called(&self, i: usize, office: &str) -> bool {
        let member = self.who.get(i).and_then(|w| self.members.get(*w));
        let part = |told: &str| told.strip_suffix(office).is_some_and(|rest| rest.ends_with(' '));
        Is::ShortOffice.has(office) && member.is_some_and(|m| m.offices.iter().any(|(told, _)| part(told)))
    }

    /// Whether the text tells only other states than this of the person that mention `i` names.
    pub(super) fn is_of_another(&self, i: usize, side: &str) -> bool {
        let member = self.who.get(i).and_then(|w| self.members.get(*w));
        let state = |s: &str| gazetteer().named(s).is_some_and(|n| n.class == Class::State);
        !self.is_of(i, side) && member.is_some_and(|m| m.offices.iter().any(|(_, s)| s.is_some_and(state)))
    }

    /// All persons who hold an office, each by a mention near `span`.
    pub(super) fn holders(&self, office: &str, span: Span) -> Vec<usize> {
        let holds = |m: &&Member| m.offices.iter().any(|(o, _)| is_office(office, o));
        self.members.iter().filter(holds).filter_map(|m| self.near(m, span)).collect()
    }

    /// A mention of somebody, the last before `span`, else the first.
    fn near(&self, member: &Member, span: Span) -> Option<usize> {
        let before = member.mentions.iter().rev().find(|i| self.spans[**i].end <= span.start);
        before.or_else(|| member.mentions.first()).copied()
    }

    /// The one person of the whole article who holds `office` for `side`: whom a headline calls by it.
    pub(super) fn only_holder(&self, office: &str, side: Option<&str>, gender: Option<Gender>) -> Option<usize> {
        let fits = |m: &&Member| {
            (gender.is_none() || m.gender.is_none() || m.gender == gender)
                && m.offices.iter().any(|(o, s)| is_office(office, o) && (side.is_none() || s.is_none() || *s == side))
        };
        let mut fitting = self.members.iter().filter(fits);
        let one = fitting.next()?;
        fitting.next().is_none().then(|| one.mentions.first().copied())?
    }

    /// The one person who holds `office` for `side` and was named before `span`; `None` where nobody or several do. A role
    /// never looks forward: whoever is named only later has not been spoken of yet.
    pub(super) fn holder(&self, office: &str, side: Option<&str>, span: Span, gender: Option<Gender>) -> Option<usize> {
        let named_before = |m: &Member| m.mentions.iter().any(|i| self.spans[*i].start <= span.start);
        let fits = |m: &&Member, strict: bool| {
            let gender = gender.is_none() || m.gender.is_none() || m.gender == gender;
            gender
                && named_before(m)
                && m.offices.iter().any(|(o, s)| {
                    // "received his Turkish counterpart Aksoylu": the Turkish minister.
                    let alike = *o == "counterpart" && side.is_some() && *s == side && has_counterparts(office);
                    (is_office(office, o) || alike)
                        && match (side, s) {
                            (Some(a), Some(b)) => a == *b,
                            (None, None) => true,
                            _ => !strict,
                        }
                })
        };
        let strict: Vec<&Member> = self.members.iter().filter(|m| fits(m, true)).collect();
        let loose: Vec<&Member> = self.members.iter().filter(|m| fits(m, false)).collect();
        // Without a side the last-named holder is meant; with one it must be the only one.
        let member = match (side, strict.as_slice(), loose.as_slice()) {
            (Some(_), [one], _) => one,
            (Some(_), [], [one]) => one,
            (None, _, []) | (Some(_), _, _) => return None,
            (None, _, all) => all.iter().copied().max_by_key(|m| {
                m.mentions.iter().rev().find(|i| self.spans[**i].end <= span.start).map_or(0, |i| *i + 1)
            })?,
        };
        self.near(member, span)
    }
}

impl Member {
    /// Whether a name is this person's in another spelling ("Huitfeldt", "Heitfeldt").
    fn is_spelt(&self, name: &PersonName) -> bool {
        self.names.iter().any(|own| {
            if own.is_full() && name.is_full() {
                return same_person(own, name).is_some();
            }
            own.family.len() >= 5
                && name.family.len() >= 5
                && own.heard == name.heard
                && likeness(&own.family, &name.family) >= 0.7
        })
    }

    /// Takes in offices in the phrase that ends with the name at token `first`: "the Consul General of Russia Arkady Zimin",
    /// "the minister of communication and spokesperson of the government, Didier Kabongo". `another` is where another’s name
    /// ends.
    fn learn_before(&mut self, page: &Page, first: usize, another: u32) {
        let tag = |i: usize| page.tags.get(i).copied().unwrap_or(Tag::X);
        let inside = |i: usize| {
            let word = page.word(i);
            matches!(tag(i), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num)
                || word.eq_ignore_ascii_case("the")
                || Is::OfficeLink.has(word)
                || word == "and" && page.word(i + 1).starts_with(char::is_lowercase)
        };
        let comma = usize::from(first > 0 && page.word(first - 1) == ",");
        let end = first - comma;
        let mut start = end;
        while start > 0 && end - start < BEFORE && inside(start - 1) && page.tokens[start - 1].span.start >= another {
            start -= 1;
        }
        // With a comma only a whole phrase: "The minister of …, Didier".
        if comma == 1 && !page.word(start).eq_ignore_ascii_case("the") {
            return;
        }
        for (at, title, n) in titles(page, start..end) {
            let owns = matches!(page.word(at + n), "'s" | "’s");
            let plural = page.word(at + n - 1).ends_with('s') && !page.word(at + n - 1).ends_with("ss");
            if title.address || owns || plural && title.office != "foreign minister" {
                continue;
            }
            self.gender = self.gender.or(title.gender);
            let side = affiliation(page, start..end, at);
            if !self.offices.iter().any(|(office, s)| *office == title.office && (s.is_some() || side.is_none())) {
                self.offices.push((title.office, side));
            }
        }
    }

    /// Takes in a role that stands beside the name.
    fn learn(&mut self, page: &Page, name: Span, role: Span) {
        let first = page.tokens.partition_point(|t| t.span.start < role.start);
        let last = page.tokens.partition_point(|t| t.span.start < role.end);
        let Some((title, _)) = gazetteer().title(page.text, &page.tokens[first..last.max(first)]) else { return };
        self.gender = self.gender.or(title.gender);
        if title.address {
            return;
        }
        // Before the name the side stands left of the role, in apposition between name and role.
        let start = if role.start < name.start {
            first.saturating_sub(6)
        } else {
            page.tokens.partition_point(|t| t.span.start < name.end)
        };
        let end = (last + 4).min(page.tokens.len());
        self.offices.push((title.office, affiliation(page, start..end, first)));
    }
}

/// How many words before a name tell an office.
const BEFORE: usize = 9;

/// The titles among the tokens `range`: where each starts, what it is, how many tokens it has.
pub(super) fn titles(page: &Page, range: Range<usize>) -> Vec<(usize, Title, usize)> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match gazetteer().title(page.text, &page.tokens[at..range.end]) {
            Some((title, n)) => {
                found.push((at, title, n));
                at += n;
            }
            None => at += 1,
        }
    }
    found
}

/// The state or body that the office at token `at` belongs to: "Russian", "Norway’s", "NATO", "… of Israel".
pub(super) fn affiliation(page: &Page, range: Range<usize>, at: usize) -> Option<&'static str> {
    let side = |i: usize, end: usize| {
        let (name, n) = gazetteer().name(page.text, &page.tokens[i..end])?;
        let side = match name.class {
            Class::State | Class::Adjective => name.state?,
            Class::Body | Class::Seat => name.canonical,
            _ => return None,
        };
        Some((side, n))
    };
    let stops = |w: &str| among(w, ". ; and said that \" “ ” with by – to in");
    for i in (range.start..at.min(range.end)).rev() {
        if stops(page.word(i)) {
            break;
        }
        // "South Korean" is looked up from its first word.
        let first = if i > range.start && side(i - 1, at).is_some_and(|(_, n)| n > 1) { i - 1 } else { i };
        if let Some((side, _)) = side(first, at) {
            return Some(side);
        }
    }
    let (_, n) = gazetteer().title(page.text, page.tokens.get(at..range.end)?)?;
    if matches!(page.word(at + n), "of" | "for") {
        let next = if page.word(at + n + 1) == "the" { at + n + 2 } else { at + n + 1 };
        return if next < range.end { side(next, range.end).map(|(s, _)| s) } else { None };
    }
    None
}

/// Whether those who hold an office meet others who do.
fn has_counterparts(office: &str) -> bool {
    office.ends_with("minister") || matches!(office, "president" | "secretary" | "ambassador")
}

/// Whether an office named in short is the one told in full ("minister" → "foreign minister").
fn is_office(named: &str, told: &str) -> bool {
    named == told
        || told
            .strip_suffix(named)
            .is_some_and(|rest| rest.ends_with(' ') && !rest.starts_with("deputy") && !rest.starts_with("former"))
            && Is::ShortOffice.has(named)
        || matches!(
            (named, told),
            ("envoy" | "representative", "ambassador")
                | ("representative", "spokesperson")
                | ("diplomat", "representative")
                | ("foreign minister" | "diplomat", "secretary of state" | "foreign secretary" | "foreign minister")
                | ("diplomat", "ambassador" | "consul" | "envoy" | "deputy foreign minister" | "spokesperson")
                | ("defence minister", "defence secretary")
                | ("minister", "foreign secretary" | "defence secretary" | "home secretary" | "treasury secretary")
                | ("leader", "president" | "prime minister" | "chancellor" | "general")
                | ("secretary-general", "secretary")
        )
}
