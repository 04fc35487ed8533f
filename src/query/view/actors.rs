//! Actors: who is named, how, and who says what to whom.

use super::Head;
use crate::text::lower::Lower;
use crate::text::order::Order;
use crate::text::ordered::{OrderedMap, OrderedSet};
use crate::{
    extract::{mention::EntityKind, statement::Party},
    lexicon::act::Act,
    query::{
        answer::Row,
        archive::{Archive, Asked},
        filter::{Facet, Filter},
        sheet::slug_of_words,
        side::says_medium,
    },
};
use serde::{Deserialize, Serialize};

/// Everybody named in the shown statements, who → whom, and one actor's page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Actors {
    /// Who makes, receives or relays most statements first; at most 200.
    pub actors: Vec<Actor>,
    /// How many were left out.
    pub more: u32,
    /// Who → whom.
    pub matrix: Matrix,
    /// The actor that is opened (`#/actors/iran`).
    pub open: Option<ActorPage>,
}

/// One actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// The entity.
    pub who: Head,
    /// What it is; `None` = not named ("a central security source").
    pub kind: Option<EntityKind>,
    /// Every printed spelling in the articles chosen, with its count, most frequent first.
    pub spellings: Vec<(String, u32)>,
    /// Shown statements that it makes.
    pub made: u32,
    /// Shown statements made to it.
    pub received: u32,
    /// Shown statements of others that it passes on.
    pub relayed: u32,
    /// In how many articles it makes, receives or relays.
    pub articles: u32,
    /// The days of the first and the last statement that it makes or receives, as far as they are told: "December" is neither
    /// before the 9th nor after the 17th. What it passes on may be old ("in the 1990s").
    pub days: Option<(String, String)>,
    /// The title or role printed most often beside its name; empty where none is.
    pub role: String,
}

/// How many statements go from whom to whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// Who says most first; at most 20.
    pub sources: Vec<Head>,
    /// Who is told most first; at most 20.
    pub addressees: Vec<Head>,
    /// How much each source says, and each addressee is told, to and by whomever.
    pub sums: [Vec<u32>; 2],
    /// How many pairs there are, here or left out.
    pub pairs: u32,
    /// How many statements go between pairs that are left out.
    pub left: u32,
    /// `cells[source][addressee]`: its acts with their counts, most frequent first.
    pub cells: Vec<Vec<Vec<(Act, u32)>>>,
}

/// One actor's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActorPage {
    /// The card.
    pub actor: Actor,
    /// Titles and roles printed beside the name, with their counts.
    pub roles: Vec<(String, u32)>,
    /// Why spellings were joined.
    pub reasons: Vec<String>,
    /// The articles that name it, with how often and the sentence of the first mention ("000.12").
    pub mentions: Vec<(Head, u32, String)>,
    /// What it says; at most 100, as the others.
    pub made: Vec<Row>,
    /// What is said to it.
    pub received: Vec<Row>,
    /// What it passes on.
    pub relayed: Vec<Row>,
}

const ACTORS: usize = 200;
const SIDE: usize = 20;
const ROWS: usize = 100;

#[derive(Default)]
struct Sum {
    rows: [Vec<usize>; 3],
}

impl Archive {
    /// The actors of the shown statements.
    pub fn actors(&self, filter: &Filter) -> Actors {
        let asked = self.asked(filter);
        let rows = asked.tally.shown();
        let mut sums: OrderedMap<Head, Sum> = OrderedMap::new();
        for (side, facet) in [Facet::Source, Facet::Addressee, Facet::Via].into_iter().enumerate() {
            let column = self.table.column(facet);
            for &row in &rows {
                for value in column.of(row) {
                    let head = Head::new(column.value(*value));
                    if !matches!(head.slug.as_str(), "none" | "anonymous") {
                        sums.entry(head).or_default().rows[side].push(row);
                    }
                }
            }
        }
        let printed = self.spellings(filter, &rows);
        let mut actors: Vec<Actor> = sums.iter().map(|(head, sum)| self.actor(head, sum, &printed)).collect();
        actors.order_by(|a, b| {
            let rank = |x: &Actor| (x.kind.is_some(), x.made + x.received + x.relayed, x.made);
            rank(b).cmp(&rank(a)).then_with(|| a.who.label.cmp(&b.who.label))
        });
        let today = |slug: &'_ String| self.renamed.get(slug).unwrap_or(slug).clone();
        let open = filter.item.as_ref().and_then(|slug| self.actor_page(&today(slug), &sums, (&asked, &printed)));
        let more = actors.len().saturating_sub(ACTORS) as u32;
        actors.truncate(ACTORS);
        let mut roles = self.roles();
        for actor in &mut actors {
            let slot = self.entities.all.iter().position(|e| e.slug == actor.who.slug);
            if let Some((role, _)) = slot.and_then(|e| roles.get_mut(e)).and_then(|r| r.drain(..).next()) {
                actor.role = role;
            }
        }
        Actors { matrix: self.matrix(&rows), actors, more, open }
    }

    /// How each entity is printed in the articles that the filter leaves, by number; empty = all are left.
    fn spellings(&self, filter: &Filter, rows: &[usize]) -> Vec<OrderedMap<&str, u32>> {
        if !filter.narrows() {
            return Vec::new();
        }
        let mut printed = vec![OrderedMap::new(); self.entities.all.len()];
        for article in self.left(filter, rows) {
            let (Some(of), Some(sheet)) = (self.articles.get(article), self.sheets.get(article)) else { continue };
            for (mention, entity) in sheet.mentions.iter().zip(&sheet.entities) {
                if let Some(its) = printed.get_mut(*entity) {
                    *its.entry(mention.span.of(&of.text)).or_default() += 1;
                }
            }
        }
        printed
    }

    fn actor(&self, head: &Head, sum: &Sum, printed: &[OrderedMap<&str, u32>]) -> Actor {
        let number = self.entities.all.iter().position(|e| e.slug == head.slug);
        let entity = number.and_then(|n| self.entities.all.get(n));
        // A name that no chosen article prints is shown as it is printed elsewhere.
        let here = number.and_then(|n| printed.get(n)).filter(|its| !its.is_empty());
        let counted = |its: &OrderedMap<&str, u32>| {
            let mut its: Vec<(String, u32)> = its.iter().map(|(name, n)| (name.to_string(), *n)).collect();
            its.order_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            its
        };
        let mut all: Vec<usize> = sum.rows.iter().flatten().copied().collect();
        all.order();
        let own = sum.rows.iter().take(2).flatten();
        let days = own.filter_map(|r| self.statement(*r)?.day.value).map(|v| (v, v));
        let ends = days.reduce(|a, b| {
            (if b.0.last < a.0.last { b.0 } else { a.0 }, if b.1.first > a.1.first { b.1 } else { a.1 })
        });
        let days = ends.map(|(a, b)| (a.iso(), b.iso()));
        Actor {
            who: head.clone(),
            kind: entity.map(|e| e.kind).or(says_medium(&head.slug).then_some(EntityKind::Outlet)),
            spellings: entity.map_or_else(
                || vec![(head.label.clone(), self.printed(&head.slug, sum))],
                |e| here.map_or_else(|| e.aliases.iter().map(|(a, n)| (a.clone(), *n as u32)).collect(), counted),
            ),
            made: sum.rows[0].len() as u32,
            received: sum.rows[1].len() as u32,
            relayed: sum.rows[2].len() as u32,
            articles: self.articles_of(&all).len() as u32,
            days,
            role: String::new(),
        }
    }

    /// In how many places a party that no name names is printed: one phrase may be part of several statements.
    fn printed(&self, slug: &str, sum: &Sum) -> u32 {
        let mut places: OrderedSet<(usize, u32)> = OrderedSet::new();
        for (side, rows) in sum.rows.iter().enumerate() {
            for row in rows {
                let (Some(statement), Some((article, _))) = (self.statement(*row), self.rows.get(*row)) else {
                    continue;
                };
                let parties: Vec<&Party> = match side {
                    0 => statement.source.iter().collect(),
                    1 => statement.addressees.iter().collect(),
                    _ => statement.via.iter().collect(),
                };
                let Some(text) = self.articles.get(*article).map(|a| a.text.as_str()) else { continue };
                let printed =
                    parties.into_iter().filter(|p| p.referents.is_empty()).filter_map(|p| p.stands_for.or(p.span));
                places.extend(printed.filter(|s| slug_of_words(s.of(text)) == slug).map(|s| (*article, s.start)));
            }
        }
        (places.len() as u32).max(1)
    }

    fn actor_page(
        &self,
        slug: &str,
        sums: &OrderedMap<Head, Sum>,
        (asked, printed): (&Asked, &[OrderedMap<&str, u32>]),
    ) -> Option<ActorPage> {
        let entity = self.entities.all.iter().position(|e| e.slug == slug);
        let shown = sums.iter().find(|(head, _)| head.slug == slug);
        let none = Sum::default();
        let (head, sum) = match (shown, entity) {
            (Some((head, sum)), _) => (head.clone(), sum),
            (None, Some(e)) => (Head { slug: slug.into(), label: self.entities.all[e].canonical.clone() }, &none),
            (None, None) => return None,
        };
        let mut mentions = Vec::new();
        for (article, sheet) in self.sheets.iter().enumerate() {
            let its: Vec<usize> = (0..sheet.mentions.len())
                .filter(|m| entity.is_some() && sheet.entities.get(*m).copied() == entity)
                .collect();
            if let Some(first) = its.first() {
                let sentence = sheet.sentence_at(sheet.mentions[*first].span.start).unwrap_or(0);
                let id = format!("{}.{sentence}", self.articles[article].id);
                mentions.push((self.article_head(article), its.len() as u32, id));
            }
        }
        let roles = entity.and_then(|e| self.roles().into_iter().nth(e)).unwrap_or_default();
        let cards = |side: usize| self.cards(&sum.rows[side], asked, ROWS);
        Some(ActorPage {
            actor: self.actor(&head, sum, printed),
            roles,
            reasons: entity.map_or_else(Vec::new, |e| self.entities.all[e].reasons.clone()),
            mentions,
            made: cards(0),
            received: cards(1),
            relayed: cards(2),
        })
    }

    /// The titles and roles printed beside each entity's name, most frequent first.
    fn roles(&self) -> Vec<Vec<(String, u32)>> {
        let mut roles: Vec<OrderedMap<&str, u32>> = vec![OrderedMap::new(); self.entities.all.len()];
        for (article, sheet) in self.articles.iter().zip(&self.sheets) {
            for (mention, entity) in sheet.mentions.iter().zip(&sheet.entities) {
                if let (Some(role), Some(of)) = (mention.role, roles.get_mut(*entity)) {
                    *of.entry(role.of(&article.text)).or_default() += 1;
                }
            }
        }
        // What says how somebody is spoken to, or only in relation to another, is no role.
        const NO_ROLES: [&str; 11] =
            ["mr", "mrs", "ms", "miss", "madam", "madame", "sir", "dr", "head", "counterpart", "colleague"];
        for of in &mut roles {
            of.retain(|role, _| !NO_ROLES.contains(&role.trim_end_matches('.').lower().as_str()));
        }
        let sorted = |roles: OrderedMap<&str, u32>| {
            let mut roles: Vec<(String, u32)> = roles.into_iter().map(|(r, n)| (r.to_string(), n)).collect();
            roles.order_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            roles
        };
        roles.into_iter().map(sorted).collect()
    }

    /// Who → whom.
    fn matrix(&self, rows: &[usize]) -> Matrix {
        let (by, to) = (self.table.column(Facet::Source), self.table.column(Facet::Addressee));
        let mut counts: OrderedMap<(u32, u32), OrderedMap<Act, u32>> = OrderedMap::new();
        for &row in rows {
            let Some(act) = self.statement(row).map(|s| s.act) else { continue };
            for &source in by.of(row).iter().filter(|s| !matches!(by.value(**s).0, "anonymous" | "none")) {
                for &addressee in to.of(row).iter().filter(|a| to.value(**a).0 != "none") {
                    *counts.entry((source, addressee)).or_default().entry(act).or_default() += 1;
                }
            }
        }
        let side = |pick: fn(&(u32, u32)) -> u32| -> Vec<(u32, u32)> {
            let mut sums: OrderedMap<u32, u32> = OrderedMap::new();
            for (pair, acts) in &counts {
                *sums.entry(pick(pair)).or_default() += acts.values().sum::<u32>();
            }
            let mut order: Vec<(u32, u32)> = sums.into_iter().collect();
            order.order_by_key(|(value, n)| (std::cmp::Reverse(*n), *value));
            order.truncate(SIDE);
            order
        };
        let (mut sources, mut addressees) = (side(|p| p.0), side(|p| p.1));
        // Who has to do only with others than these is left out with them.
        let paired = |s: u32, a: u32| counts.contains_key(&(s, a));
        sources.retain(|s| addressees.iter().any(|a| paired(s.0, a.0)));
        addressees.retain(|a| sources.iter().any(|s| paired(s.0, a.0)));
        let shown = |(s, a): &(u32, u32)| sources.iter().any(|x| x.0 == *s) && addressees.iter().any(|x| x.0 == *a);
        let left = counts.iter().filter(|(pair, _)| !shown(pair)).flat_map(|(_, acts)| acts.values()).sum();
        let cell = |s: u32, a: u32| -> Vec<(Act, u32)> {
            counts.get(&(s, a)).into_iter().flatten().map(|(a, n)| (*a, *n)).collect()
        };
        Matrix {
            cells: sources.iter().map(|s| addressees.iter().map(|a| cell(s.0, a.0)).collect()).collect(),
            sources: sources.iter().map(|v| Head::new(by.value(v.0))).collect(),
            addressees: addressees.iter().map(|v| Head::new(to.value(v.0))).collect(),
            sums: [&sources, &addressees].map(|side| side.iter().map(|v| v.1).collect()),
            pairs: counts.len() as u32,
            left,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{bundle::Bundle, catalogue::Entry, codebook::Codebook, prepare},
        query::filter::View,
    };

    #[test]
    fn a_page_of_who_is_only_named_counts_nothing_and_one_of_nobody_all() {
        let text = "A dispute\n\nLatvia demanded that Norway withdraw its troops. It rained in Denmark.";
        let articles = prepare::articles(vec![("0".into(), text.into(), Entry::default())]);
        let bundle = Bundle { articles, codebook: Codebook::default(), fingerprint: "12345678".into() };
        let archive = Archive::open(bundle, &mut |_, _| ());
        let counted = |slug: &str| {
            let filter = Filter { view: View::Actors, item: Some(slug.into()), ..Filter::default() };
            let open = archive.actors(&filter).open.map(|page| page.actor.who.slug);
            (open, archive.ask(&filter, 0, 10).totals.statements)
        };
        assert_eq!(counted("denmark"), (Some("denmark".into()), 0));
        assert_eq!(counted("latvia"), (Some("latvia".into()), 1));
        assert_eq!(counted("nobody"), (None, 1));
    }

    #[test]
    fn whom_the_drawing_leaves_out_is_counted_and_nobody_stands_there_for_nothing() {
        let names = "France Germany Italy Spain Poland Sweden Norway Finland Denmark Austria Belgium Portugal Greece \
                     Turkey Hungary Romania Bulgaria Serbia Croatia Slovenia Albania Ireland Iceland Estonia Latvia";
        let names: Vec<&str> = names.split(' ').collect();
        let said = |(n, who): (usize, &&str)| {
            let whom = names[(n + 7) % names.len()];
            format!("{who} demanded that {whom} withdraw its troops.\n\n").repeat(1 + n % 3)
        };
        let text: String = names.iter().enumerate().map(said).collect();
        let articles = prepare::articles(vec![("0".into(), format!("A dispute\n\n{text}"), Entry::default())]);
        let bundle = Bundle { articles, codebook: Codebook::default(), fingerprint: "12345678".into() };
        let Actors { matrix, actors, .. } = Archive::open(bundle, &mut |_, _| ()).actors(&Filter::default());
        let drawn = |s: usize, a: usize| matrix.cells[s][a].iter().map(|(_, n)| n).sum::<u32>();
        let (sources, addressees) = (matrix.sources.len(), matrix.addressees.len());
        assert!(sources.max(addressees) <= SIDE && matrix.pairs as usize > SIDE, "{matrix:?}");
        let of_source = |s: usize| (0..addressees).map(|a| drawn(s, a)).sum::<u32>();
        let of_addressee = |a: usize| (0..sources).map(|s| drawn(s, a)).sum::<u32>();
        assert!((0..sources).all(|s| (1..=matrix.sums[0][s]).contains(&of_source(s))), "{matrix:?}");
        assert!((0..addressees).all(|a| (1..=matrix.sums[1][a]).contains(&of_addressee(a))), "{matrix:?}");
        let all: u32 = actors.iter().map(|a| a.received).sum();
        assert_eq!((0..sources).map(of_source).sum::<u32>() + matrix.left, all);
        assert!(matrix.left > 0);
    }

    #[test]
    fn the_days_beside_an_actor_are_days_that_are_told() {
        let text = "A dispute\n\nIn the 1990s Chile promised Peru a port. On 9 July 2019 Chile demanded that Peru open \
                    its border. On 17 July 2019 Peru rejected the demand. In July 2019 Bolivia warned Peru \
                    that the border would close.";
        let articles = prepare::articles(vec![("0".into(), text.into(), Entry::default())]);
        let bundle = Bundle { articles, codebook: Codebook::default(), fingerprint: "12345678".into() };
        let actors = Archive::open(bundle, &mut |_, _| ()).actors(&Filter::default()).actors;
        let days = |slug: &str| actors.iter().find(|a| a.who.slug == slug).and_then(|a| a.days.clone());
        let told = |a: &str, b: &str| Some((a.to_string(), b.to_string()));
        assert_eq!(days("peru"), told("1990-01-01/1999-12-31", "2019-07-17"));
        assert_eq!(days("bolivia"), told("2019-07", "2019-07"));
    }
}
