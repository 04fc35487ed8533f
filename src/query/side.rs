//! On which side somebody speaks: for a state, an alliance or an armed movement. By the words beside a name, wherever in the
//! corpus they stand ("President Zelensky" here, "Ukrainian President Volodymyr Zelensky" there).

use super::sheet::{Sheet, slug_of_words};
use crate::{
    extract::{
        mention::{EntityKind, Mention},
        statement::{Party, Sourcing, Statement},
    },
    lexicon::{
        alliance::side_of,
        class::WordClass,
        gazetteer::{gazetteer, starts_upper},
    },
    link::entity::{Entities, Entity},
    text::{lower::Lower, ordered::OrderedMap, span::Span},
};

/// The sides for which each entity speaks, by number.
pub type Homes = Vec<Vec<String>>;

/// An article: its text, what it says, and the entity of each of its names.
pub type Told<'a> = (&'a str, &'a Sheet, &'a [usize]);

/// For which sides the names of some articles speak: the one that a body’s own name tells, else the one that most of its
/// statements and of the roles beside it tell, wherever they stand.
pub fn homes<'a>(pages: impl Iterator<Item = Told<'a>>, entities: &Entities) -> Homes {
    let mut told: Vec<OrderedMap<&str, u32>> = vec![OrderedMap::new(); entities.all.len()];
    for (text, sheet, of) in pages {
        let mut tell = |mention: usize, side: &'a str| {
            if let Some(its) = of.get(mention).and_then(|e| told.get_mut(*e)) {
                *its.entry(side).or_default() += 1;
            }
        };
        for statement in &sheet.statements {
            if let Some([one]) = statement.source.as_ref().map(|p| p.referents.as_slice()) {
                statement.states.iter().for_each(|state| tell(*one, state));
            }
        }
        for (number, mention) in sheet.mentions.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person) {
            if let Some(side) = mention.role.and_then(|role| beside((text, sheet, of), mention.span, role)) {
                tell(number, side);
            }
        }
    }
    let most = |(its, entity): (OrderedMap<&str, u32>, &Entity)| {
        if let Some(own) = by_name(entity) {
            return vec![own.to_string()];
        }
        let max = its.values().copied().max().unwrap_or(0);
        its.into_iter().filter(|(_, n)| *n == max).map(|(side, _)| side.to_string()).collect()
    };
    told.into_iter().zip(&entities.all).map(most).collect()
}

/// The side that a state or a body tells by its own name.
fn by_name(entity: &Entity) -> Option<&str> {
    match entity.kind {
        EntityKind::Country => Some(&entity.canonical),
        EntityKind::Organisation => of_name(&entity.canonical)
            .or_else(|| entity.canonical.split(' ').filter(|w| starts_upper(w)).find_map(|w| gazetteer().state(w))),
        _ => None,
    }
}

/// The side that exactly these words name.
fn of_name(words: &str) -> Option<&'static str> {
    let name = gazetteer().named(words)?;
    side_of(name.canonical).or(name.stands_for())
}

/// The side that a mention names.
fn named(text: &str, mention: &Mention) -> Option<&'static str> {
    let body = matches!(mention.kind, EntityKind::Country | EntityKind::Organisation);
    let own = || of_name(mention.span.of(text));
    if body { mention.known.as_deref().and_then(of_name).or_else(own) } else { None }
}

/// The side that the words of a span name last, or first: by a name in them, else by an adjective.
fn within((text, sheet, _): Told, span: Span, last: bool) -> Option<&'static str> {
    let words =
        sheet.words.partition_point(|w| w.start < span.start)..sheet.words.partition_point(|w| w.end <= span.end);
    let mut words = sheet.words.get(words)?.iter().filter(|w| starts_upper(w.of(text)));
    let side = |word: &Span| {
        let name = sheet.mentions.partition_point(|m| m.span.end <= word.start);
        let name = sheet.mentions.get(name).filter(|m| m.span.contains(*word));
        name.and_then(|m| named(text, m)).or_else(|| gazetteer().state(word.of(text)))
    };
    if last { words.rfind(|w| side(w).is_some()).and_then(side) } else { words.find_map(side) }
}

/// The side that a person’s role is of: “Ukrainian President Zelensky”, “Blinken, the US secretary of state”, “Otieno,
/// foreign minister of Kenya”. Nobody speaks for a side as an analyst, or as what they once were.
fn beside(told: Told, name: Span, role: Span) -> Option<&'static str> {
    let text = told.0;
    if role.of(text).split(' ').any(|w| WordClass::Bystander.has(&w.lower())) {
        return None;
    }
    let once = |words: &str| words.trim_end().rsplit([' ', '-']).next().is_some_and(|w| w == "former" || w == "ex");
    if role.start >= name.end {
        let between = Span { start: name.end, end: role.start };
        if between.of(text).split([' ', '-']).any(|w| w == "former" || w == "ex") {
            return None;
        }
        return within(told, between, false).or_else(|| {
            let rest = text.get(role.end as usize..)?;
            let of = rest.strip_prefix(" of ")?;
            let of = of.strip_prefix("the ").unwrap_or(of);
            let start = text.len() - of.len();
            let at = told.1.mentions.partition_point(|m| (m.span.start as usize) < start);
            named(text, told.1.mentions.get(at).filter(|m| m.span.start as usize == start)?)
        });
    }
    // The words with capitals right before the role.
    let words = told.1.words.get(..told.1.words.partition_point(|w| w.end <= role.start))?;
    let (mut start, mut last) = (role.start, role.start);
    for word in words.iter().rev().take(4) {
        let gap = text.get(word.end as usize..last as usize)?;
        if !starts_upper(word.of(text)) || !matches!(gap, " " | "’s " | "'s " | "’ " | "' " | "\u{a0}" | "-") {
            break;
        }
        (start, last) = (word.start, word.start);
    }
    let side = within(told, Span { start, end: role.start }, true)?;
    (!once(text.get(..start as usize)?)).then_some(side)
}

/// Whether a party is a medium: by its names, or by what it calls itself ("the Interfax news agency").
pub fn is_medium(party: &Party, text: &str, sheet: &Sheet) -> bool {
    let outlet = |m: &usize| sheet.mentions.get(*m).is_some_and(|m| m.kind == EntityKind::Outlet);
    match party.span {
        _ if !party.referents.is_empty() => party.referents.iter().all(outlet),
        Some(span) => says_medium(&slug_of_words(span.of(text))),
        None => false,
    }
}

/// Whether an unnamed party calls itself a medium ("the Interfax news agency").
pub(super) fn says_medium(slug: &str) -> bool {
    const MEDIA: [&str; 8] =
        ["news-agency", "newspaper", "daily", "broadcaster", "television", "news-site", "magazine", "news-channel"];
    MEDIA.iter().any(|m| slug.ends_with(m))
}

/// On whose side a statement is said. What another reports somebody to say or want is the other’s word, unless the other is
/// of the same side; media pass it on, and so does “it is said”. A medium speaks for no side.
pub fn sides(told: Told, statement: &Statement, (entities, homes): (&Entities, &Homes)) -> Vec<String> {
    let (text, sheet, of) = told;
    let party = |party: &Party, states: &[String]| -> Vec<String> {
        let mut sides: Vec<String> = Vec::new();
        let known = party.referents.iter().filter_map(|m| of.get(*m));
        for number in known.filter(|n| entities.all.get(**n).is_some_and(|e| e.kind != EntityKind::Outlet)) {
            sides.extend(homes.get(*number).into_iter().flatten().cloned());
        }
        if sides.is_empty() && !is_medium(party, text, sheet) {
            sides.extend_from_slice(states);
            if let (true, Some(span)) = (sides.is_empty() && party.referents.is_empty(), party.span) {
                sides.extend(within(told, span, false).map(str::to_string));
            }
        }
        sides
    };
    let Some(source) = &statement.source else { return Vec::new() };
    let mut sides = party(source, &statement.states);
    let (mut says, mut passed) = (statement, Vec::new());
    // No statement lies within itself, however deep.
    for _ in 0..sheet.statements.len() {
        let Some(outer) = says.within.and_then(|w| sheet.statements.get(w)) else { break };
        if let Some(source) = &outer.source {
            match outer.sourcing {
                Sourcing::Agency | Sourcing::Hedged => passed.push(source.span),
                _ if is_medium(source, text, sheet) => {}
                _ => {
                    let its = party(source, &outer.states);
                    sides.retain(|side| its.contains(side));
                }
            }
        }
        says = outer;
    }
    for via in statement.via.iter().filter(|p| !passed.contains(&p.span) && !is_medium(p, text, sheet)) {
        let its = party(via, &[]);
        sides.retain(|side| its.contains(side));
    }
    sides
}

#[cfg(test)]
mod tests {
    use crate::{
        corpus::{article::Article, bundle::Bundle},
        query::{archive::Archive, filter::Facet},
    };

    /// Source and sides of each statement of some articles.
    fn sides(texts: &[&str]) -> Vec<String> {
        let named = |(n, text): (usize, &&str)| Article { id: format!("{n:03}"), ..Article::plain(*text) };
        let articles = texts.iter().enumerate().map(named).collect();
        let archive = Archive::open(Bundle { articles, ..Bundle::default() }, &mut |_, _| ());
        let labels = |row: usize, facet: Facet| -> String {
            let column = archive.table.column(facet);
            column.of(row).iter().map(|v| column.value(*v).1).collect::<Vec<_>>().join(" + ")
        };
        (0..archive.rows.len()).map(|r| format!("{}: {}", labels(r, Facet::Source), labels(r, Facet::Side))).collect()
    }

    #[test]
    fn whoever_speaks_is_on_the_side_that_a_role_tells_anywhere() {
        let texts = [
            "Sudanese Foreign Minister Ali Sadiq met the mediators on Monday.",
            "Ali Sadiq rejected the proposal. Ali Sadiq said that the talks were over.",
            "NATO Secretary General Jens Stoltenberg warned Serbia. The European Commission condemned the attack.",
            "Former Kenyan President Daniel Otieno said that it was late.",
        ];
        let found = sides(&texts);
        assert!(found.iter().filter(|f| f.starts_with("Ali Sadiq")).all(|f| f.ends_with(": Sudan")), "{found:?}");
        assert!(found.contains(&"Jens Stoltenberg: NATO".to_string()), "{found:?}");
        assert!(found.contains(&"European Commission: European Union".to_string()), "{found:?}");
    }

    #[test]
    fn what_another_side_reports_is_its_own_word() {
        let found = sides(&["Iranian Foreign Minister Hossein Amini said that Saudi Arabia had rejected the plan."]);
        assert!(found.contains(&"Saudi Arabia: ".to_string()), "{found:?}");
        let told = sides(&["Iranian state agency IRNA reported on Monday that Iran had rejected the plan."]);
        assert!(told.iter().all(|f| f.ends_with(if f.starts_with("Iran:") { ": Iran" } else { ": " })), "{told:?}");
    }
}
