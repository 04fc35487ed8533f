//! Sourcing: which outlet, by which agency, from whom by name and from whom not.

use super::Head;
use crate::text::order::{Gather, Order};
use crate::text::ordered::{OrderedMap, OrderedSet};
use crate::{
    extract::{mention::EntityKind, statement::Sourcing},
    query::{
        answer::{Row, Totals},
        archive::Archive,
        filter::{Facet, Filter},
        sheet,
        side::says_medium,
    },
};
use serde::{Deserialize, Serialize};

/// Outlet × agency × sourcing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sources {
    /// One group an outlet, the not stated one last.
    pub outlets: Vec<OutletSourcing>,
    /// How many there are of all.
    pub totals: Totals,
    /// How many different persons and bodies are named as a source.
    pub named: u32,
    /// The agencies and media that pass statements on or are their source, most often used first.
    pub agencies: Vec<Agency>,
}

/// How one outlet gets what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutletSourcing {
    /// The outlet; slug `not-stated` where the text does not say.
    pub outlet: Head,
    /// Its articles that have a shown statement.
    pub articles: Vec<Head>,
    /// Its shown statements.
    pub statements: u32,
    /// Statements by sourcing: slug, label, count; in the order named, anonymous, hedged, agency, article, described.
    pub sourcing: Vec<(String, String, u32)>,
    /// The persons and bodies that are named as a source, with the count, most often first.
    pub named: Vec<(Head, u32)>,
    /// The states that are.
    pub states: Vec<(Head, u32)>,
    /// The media that are a source themselves.
    pub media: Vec<(Head, u32)>,
    /// Who is told of without a name: "a central security source", "Western leaders", "intelligence reports".
    pub unnamed: Vec<(Head, u32)>,
    /// The agencies and media that pass on what others say, with the count.
    pub agencies: Vec<(Head, u32)>,
}

/// A cited agency or medium.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agency {
    /// The agency.
    pub agency: Head,
    /// What it is cited for; at most 50.
    pub rows: Vec<Row>,
    /// Statements of others that it passes on, and statements of its own.
    pub counts: (u32, u32),
    /// In how many articles.
    pub articles: u32,
}

const ROWS: usize = 50;

/// What a source is: one rule for the lists and the number over them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A person or a body, by name.
    Named,
    State,
    Medium,
    /// Told of by role, group or document only.
    Unnamed,
}

impl Archive {
    /// The sourcing of the shown statements.
    pub fn sources(&self, filter: &Filter) -> Sources {
        let asked = self.asked(filter);
        let rows = asked.tally.shown();
        let outlet = self.table.column(Facet::Outlet);
        let mut by_outlet: OrderedMap<u32, Vec<usize>> = OrderedMap::new();
        let mut by_agency: OrderedMap<Head, Vec<usize>> = OrderedMap::new();
        let mut named: OrderedSet<Head> = OrderedSet::new();
        for &row in &rows {
            for value in outlet.of(row) {
                by_outlet.entry(*value).or_default().push(row);
            }
            for agency in self.agencies(row) {
                by_agency.entry(agency).or_default().push(row);
            }
            named.extend(self.sorts(row).into_iter().filter(|(_, sort)| *sort == Sort::Named).map(|(h, _)| h));
        }
        let mut outlets: Vec<OutletSourcing> =
            by_outlet.into_iter().map(|(value, rows)| self.outlet(Head::new(outlet.value(value)), &rows)).collect();
        outlets.order_by(|a, b| {
            (a.outlet.slug == "not-stated", b.statements, &a.outlet.label).cmp(&(
                b.outlet.slug == "not-stated",
                a.statements,
                &b.outlet.label,
            ))
        });
        let mut agencies: Vec<Agency> = by_agency
            .into_iter()
            .map(|(agency, its)| Agency {
                articles: self.articles_of(&its).len() as u32,
                rows: self.cards(&its, &asked, ROWS),
                counts: self.uses(&agency, &its),
                agency,
            })
            .collect();
        agencies.order_by(|a, b| {
            let uses = |a: &Agency| a.counts.0 + a.counts.1;
            uses(b).cmp(&uses(a)).then_with(|| a.agency.label.cmp(&b.agency.label))
        });
        Sources { outlets, totals: asked.tally.totals(), named: named.len() as u32, agencies }
    }

    fn outlet(&self, outlet: Head, rows: &[usize]) -> OutletSourcing {
        let mut lists: [OrderedMap<Head, u32>; 4] = Default::default();
        let mut agencies = OrderedMap::new();
        let mut sourcing: Vec<(String, String, u32)> =
            sheet::SOURCINGS.map(sheet::sourcing).map(|(s, l)| (s.to_string(), l.to_string(), 0)).to_vec();
        for &row in rows {
            if let Some(statement) = self.statement(row) {
                sourcing[statement.sourcing as usize].2 += 1;
            }
            for (head, sort) in self.sorts(row) {
                *lists[sort as usize].entry(head).or_default() += 1;
            }
            for (head, _) in self.parties(row, Facet::Via).into_iter().filter(is_medium) {
                *agencies.entry(head).or_default() += 1;
            }
        }
        let [named, states, media, unnamed] = lists.map(most_first);
        OutletSourcing {
            outlet,
            articles: self.articles_of(rows).into_iter().map(|a| self.article_head(a)).collect(),
            statements: rows.len() as u32,
            sourcing,
            named,
            states,
            media,
            unnamed,
            agencies: most_first(agencies),
        }
    }

    /// The parties of a row in one part, with what they are; `None` = not named.
    fn parties(&self, row: usize, facet: Facet) -> Vec<(Head, Option<EntityKind>)> {
        let column = self.table.column(facet);
        let heads = column.of(row).iter().map(|v| Head::new(column.value(*v)));
        heads
            .filter(|h| !matches!(h.slug.as_str(), "none" | "anonymous"))
            .map(|h| {
                let kind = self.entities.all.iter().find(|e| e.slug == h.slug).map(|e| e.kind);
                (h, kind)
            })
            .collect()
    }

    /// The media that passed a row on, or are its source.
    fn agencies(&self, row: usize) -> OrderedSet<Head> {
        let both = [Facet::Via, Facet::Source].into_iter().flat_map(|f| self.parties(row, f));
        both.filter(is_medium).map(|(head, _)| head).into_set()
    }

    /// The sources of a row, each with what it is. A name counts where the statement rests on it: "a NATO source" is
    /// nobody by name.
    fn sorts(&self, row: usize) -> Vec<(Head, Sort)> {
        let how = self.statement(row).map(|s| s.sourcing);
        let by_name = matches!(how, Some(Sourcing::Named | Sourcing::Agency));
        let sort = |party: &(Head, Option<EntityKind>)| match party.1 {
            _ if is_medium(party) => Sort::Medium,
            // Somebody with a name has it also where it stands elsewhere: "the diplomat said".
            Some(EntityKind::Person) => Sort::Named,
            Some(EntityKind::Organisation) if by_name => Sort::Named,
            Some(EntityKind::Country | EntityKind::Place) if by_name => Sort::State,
            None if how == Some(Sourcing::Agency) => Sort::Medium,
            _ => Sort::Unnamed,
        };
        self.parties(row, Facet::Source).into_iter().map(|party| (party.0.clone(), sort(&party))).collect()
    }

    /// How many of these rows a medium passes on, and of how many it is the source.
    fn uses(&self, medium: &Head, rows: &[usize]) -> (u32, u32) {
        let has = |facet: Facet| {
            let number = self.table.column(facet).number(&medium.slug);
            let of = |row: &&usize| number.is_some_and(|n| self.table.column(facet).of(**row).contains(&n));
            rows.iter().filter(of).count() as u32
        };
        (has(Facet::Via), has(Facet::Source))
    }
}

/// Whether a party is a medium, by its name or by what it calls itself.
fn is_medium((head, kind): &(Head, Option<EntityKind>)) -> bool {
    *kind == Some(EntityKind::Outlet) || kind.is_none() && says_medium(&head.slug)
}

fn most_first(counts: OrderedMap<Head, u32>) -> Vec<(Head, u32)> {
    let mut list: Vec<(Head, u32)> = counts.into_iter().collect();
    list.order_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.label.cmp(&b.0.label)));
    list
}
