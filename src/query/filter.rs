//! The whole state of a view: what `share::link` writes into the address and `query::answer` answers.

use crate::corpus::day::Day;
use crate::text::ordered::{OrderedMap, OrderedSet};
use serde::{Deserialize, Serialize};

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum View {
    #[default]
    Overview,
    Statements,
    Topics,
    Timeline,
    Actors,
    Articles,
    Compare,
    Figures,
    Concordance,
    Sources,
    About,
}

impl View {
    /// In the order of the screen's navigation.
    pub const ALL: [View; 11] = [
        View::Overview,
        View::Statements,
        View::Topics,
        View::Timeline,
        View::Actors,
        View::Articles,
        View::Compare,
        View::Figures,
        View::Concordance,
        View::Sources,
        View::About,
    ];

    /// Whether it has pages of single things (`#/articles/000`), or sections (`#/about/acts`).
    pub fn has_items(self) -> bool {
        matches!(self, View::Topics | View::Actors | View::Articles | View::About)
    }

    /// Its slug in links. The Overview's link is bare (`#/`).
    pub fn slug(self) -> &'static str {
        match self {
            View::Overview => "overview",
            View::Statements => "statements",
            View::Topics => "topics",
            View::Timeline => "timeline",
            View::Actors => "actors",
            View::Articles => "articles",
            View::Compare => "compare",
            View::Figures => "figures",
            View::Concordance => "concordance",
            View::Sources => "sources",
            View::About => "about",
        }
    }
}

/// A property by which statements are chosen. The slug is its key in links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Facet {
    /// `act`: an act's slug, or `family-ask` … for a whole family.
    Act,
    /// `by`: the source.
    Source,
    /// `side`: the state, alliance or movement for which the source speaks.
    Side,
    /// `doer`: who does the act, if not the source.
    Doer,
    /// `to`: the addressee.
    Addressee,
    /// `on`: the topic.
    Topic,
    /// `doc`: the article.
    Article,
    /// `out`: the outlet; `not-stated` is a value.
    Outlet,
    /// `via`: the agency or speaker who passed it on.
    Via,
    /// `how`: named, anonymous, hedged, agency, article, described.
    Sourcing,
    /// `mode`: direct, indirect, mixed.
    Mode,
    /// `pol`: affirmed, negated.
    Polarity,
    /// `stage`: done, future, possible, conditional.
    Modality,
    /// `zone`: headline, body, caption …
    Zone,
    /// `when`: stated, resolved, unresolved.
    Basis,
    /// `text`: signs of bad translation; `clean` = none.
    Quality,
}

impl Facet {
    /// In the order of links and of the facet rail.
    pub const ALL: [Facet; 16] = [
        Facet::Act,
        Facet::Source,
        Facet::Side,
        Facet::Doer,
        Facet::Addressee,
        Facet::Topic,
        Facet::Article,
        Facet::Outlet,
        Facet::Via,
        Facet::Sourcing,
        Facet::Mode,
        Facet::Polarity,
        Facet::Modality,
        Facet::Zone,
        Facet::Basis,
        Facet::Quality,
    ];

    /// Its key in links.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Act => "act",
            Facet::Source => "by",
            Facet::Side => "side",
            Facet::Doer => "doer",
            Facet::Addressee => "to",
            Facet::Topic => "on",
            Facet::Article => "doc",
            Facet::Outlet => "out",
            Facet::Via => "via",
            Facet::Sourcing => "how",
            Facet::Mode => "mode",
            Facet::Polarity => "pol",
            Facet::Modality => "stage",
            Facet::Zone => "zone",
            Facet::Basis => "when",
            Facet::Quality => "text",
        }
    }
}

impl Facet {
    /// The facet of this key.
    pub fn of_key(key: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|f| f.key() == key)
    }
}

/// The chosen values of one facet: any of `include`, none of `exclude`. A slug is in one of them only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// OR within.
    pub include: OrderedSet<String>,
    /// None of these.
    pub exclude: OrderedSet<String>,
}

impl Choice {
    /// Nothing chosen.
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Unit {
    #[default]
    Statements,
    Sentences,
    Articles,
    Outlets,
}

impl Unit {
    /// In the order of the screen.
    pub const ALL: [Unit; 4] = [Unit::Statements, Unit::Sentences, Unit::Articles, Unit::Outlets];

    /// Its slug in links.
    pub fn slug(self) -> &'static str {
        match self {
            Unit::Statements => "statements",
            Unit::Sentences => "sentences",
            Unit::Articles => "articles",
            Unit::Outlets => "outlets",
        }
    }
}

/// Where the words of a search are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Within {
    #[default]
    Evidence,
    Content,
    Article,
}

impl Within {
    /// In the order of the screen.
    pub const ALL: [Within; 3] = [Within::Evidence, Within::Content, Within::Article];

    /// Its slug in links.
    pub fn slug(self) -> &'static str {
        match self {
            Within::Evidence => "evidence",
            Within::Content => "content",
            Within::Article => "article",
        }
    }
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Sort {
    /// By article, then by place in it.
    #[default]
    Text,
    /// By the day of the act.
    Day,
    /// By act.
    Act,
    /// By source.
    Source,
    /// The concordance by what stands left of the keyword.
    Left,
    /// The concordance by what stands right of it.
    Right,
}

impl Sort {
    /// In the order of the screen.
    pub const ALL: [Sort; 6] = [Sort::Text, Sort::Day, Sort::Act, Sort::Source, Sort::Left, Sort::Right];

    /// Those of a list of statements.
    pub const LIST: [Sort; 4] = [Sort::Text, Sort::Day, Sort::Act, Sort::Source];

    /// Its slug in links.
    pub fn slug(self) -> &'static str {
        match self {
            Sort::Text => "text",
            Sort::Day => "day",
            Sort::Act => "act",
            Sort::Source => "source",
            Sort::Left => "left",
            Sort::Right => "right",
        }
    }
}

/// The whole state of a view. `Default` = everything, on the Overview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// What is on the screen.
    pub view: View,
    /// The one thing a view is about (`#/articles/000`, `#/actors/ryabkov`).
    pub item: Option<String>,
    /// The chosen values; facets with nothing chosen are absent.
    pub facets: OrderedMap<Facet, Choice>,
    /// First and last day of the acts, both included; `None` = open.
    pub date: (Option<Day>, Option<Day>),
    /// The link named the last day first; they changed places.
    pub turned: bool,
    /// Beside those of the days, statements without a day too. Says nothing where no day is chosen.
    pub undated: bool,
    /// The search, as typed.
    pub q: String,
    /// Where it looks.
    pub within: Within,
    /// What is counted.
    pub unit: Unit,
    /// Facets whose chosen values must *all* hold (`all=to,on`).
    pub all: OrderedSet<Facet>,
    /// The order of the list.
    pub sort: Sort,
    /// Columns shown (`cols`), empty = the usual ones.
    pub cols: OrderedSet<String>,
    /// One selected sentence or statement: "000.60" or "000.60.2".
    pub selected: Option<String>,
    /// What is compared: "doc.000", "out.vg", "by.vladimir-putin".
    pub compare: Vec<String>,
    /// The corpus (eight hex digits) that the link was made on; only in citations.
    pub corpus: Option<String>,
    /// Keys and items of the link that this build does not know, kept as they came (key, raw value).
    pub unknown: Vec<(String, String)>,
}

impl Filter {
    /// Whether anything narrows the statements.
    pub fn narrows(&self) -> bool {
        !self.facets.is_empty() || self.date != (None, None) || !self.q.trim().is_empty()
    }

    /// Whether it points at one place of what is on screen: a statement, or a section of the Method page.
    pub fn points(&self) -> bool {
        self.selected.is_some() || self.view == View::About && self.item.is_some()
    }

    /// The facets in which a statement has the one actor or topic that the page on screen is about, if it is of that page.
    pub fn page(&self) -> &'static [Facet] {
        match self.view {
            View::Actors if self.item.is_some() => &[Facet::Source, Facet::Addressee, Facet::Via],
            View::Topics if self.item.is_some() => &[Facet::Topic],
            _ => &[],
        }
    }
}
