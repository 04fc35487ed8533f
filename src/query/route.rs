//! Where to look: which shards of a large corpus can hold what a filter asks for.
//!
//! More may be named than hold it, none that does is left out: words stand in the routing file, a name is where any of
//! its words or one that sounds like it is, a day where articles are near it or its year is printed.

use super::{
    filter::{Choice, Facet, Filter, View},
    names::{Names, main_words},
    sheet::NOT_STATED,
};
use crate::text::order::Order;
use crate::text::ordered::OrderedSet;
use crate::{
    corpus::{day::Day, manifest::Manifest},
    index::{
        bits::Bits,
        dictionary::most_changes,
        expression::{Expression, pattern},
        routing::Routing,
    },
    lexicon::gazetteer::gazetteer,
    text::{
        fold::slug,
        sound::{likeness, sound},
        spelling,
        term::terms,
    },
};

/// Words by which a text names a day far from its own without printing the year.
const FAR: [&str; 14] = [
    "ago",
    "decade",
    "decades",
    "century",
    "centuries",
    "years",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
];

/// Of more years at once every article may speak.
const MOST_YEARS: i32 = 40;

/// What tells where to look.
#[derive(Clone, Copy)]
pub struct Map<'m> {
    /// What the shards hold.
    pub manifest: &'m Manifest,
    /// Which words stand in which; `None` = it could not be had.
    pub routing: Option<&'m Routing>,
    /// The spellings of the names that were read so far.
    pub names: &'m Names,
}

/// Where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The shards that can hold what is asked, in the order in which they are best read.
    pub shards: Vec<u32>,
    /// The chosen values that stand somewhere in the corpus, as far as the map tells.
    pub foreseen: OrderedSet<String>,
}

/// Whether a filter asks for words, names, topics, articles or days, which the routing file tells of.
pub fn needs_routing(filter: &Filter) -> bool {
    let named = |f: &Facet| is_name(*f) || matches!(f, Facet::Article | Facet::Topic);
    filter.facets.keys().any(named)
        || filter.date != (None, None)
        || !filter.q.trim().is_empty()
        || filter.item.is_some()
}

fn is_name(facet: Facet) -> bool {
    matches!(facet, Facet::Source | Facet::Doer | Facet::Addressee | Facet::Via)
}

impl Map<'_> {
    /// Where what a filter asks for can be.
    pub fn route(&self, filter: &Filter) -> Route {
        let mut wanted = self.all();
        let mut foreseen = OrderedSet::new();
        for (facet, choice) in &filter.facets {
            if let Some(shards) = self.facet(*facet, choice, filter.all.contains(facet), &mut foreseen) {
                wanted.and(&shards);
            }
        }
        if let Some(expression) = Expression::parse(&filter.q) {
            wanted.and(&self.expression(&expression));
        }
        let mut first = Bits::none(self.len());
        if filter.date != (None, None) {
            let days = (filter.date.0.unwrap_or(Day(i32::MIN / 2)), filter.date.1.unwrap_or(Day(i32::MAX / 2)));
            let days = (days.0.min(days.1), days.1.max(days.0));
            // Statements without a day can stand in every shard.
            if !filter.undated {
                wanted.and(&self.days(days));
            }
            first = self.published((days.0.plus(-31), days.1.plus(92)));
        }
        if let (View::Actors, Some(item)) = (filter.view, &filter.item) {
            first = self.named(item);
        }
        let mut shards: Vec<u32> = wanted.iter().collect();
        shards.order_by_key(|shard| (!first.has(*shard), *shard));
        Route { shards, foreseen }
    }

    fn len(&self) -> u32 {
        self.manifest.shards.len() as u32
    }

    fn all(&self) -> Bits {
        Bits::all(self.len())
    }

    /// The shards that can hold the chosen values; `None` = any can, or no value is anywhere and the choice is void.
    fn facet(&self, facet: Facet, choice: &Choice, all: bool, foreseen: &mut OrderedSet<String>) -> Option<Bits> {
        let mut found: Option<Bits> = None;
        for value in choice.include.iter().chain(&choice.exclude) {
            let shards = match facet {
                Facet::Article => self.routing.map(|r| {
                    let mut one = Bits::none(self.len());
                    r.article(value).into_iter().for_each(|shard| one.set(shard));
                    one
                }),
                Facet::Outlet => Some(self.outlet(value)),
                Facet::Topic => Some(self.topic(value)),
                _ if is_name(facet) && !matches!(value.as_str(), "none" | "anonymous") => {
                    self.routing.map(|_| self.named(value))
                }
                // Every shard can hold it.
                _ => Some(self.all()),
            };
            // Without the routing file nothing is known to be nowhere.
            let shards = shards.unwrap_or_else(|| self.all());
            if shards.count() == 0 {
                continue;
            }
            foreseen.insert(value.clone());
            if choice.include.contains(value) {
                match &mut found {
                    Some(found) if all => found.and(&shards),
                    Some(found) => found.or(&shards),
                    None => found = Some(shards),
                }
            }
        }
        found
    }

    /// The shards with the words of a topic. What is about none of the codebook's can stand in any.
    fn topic(&self, slug: &str) -> Bits {
        let (Some(topic), Some(routing)) =
            (self.manifest.codebook.topics.iter().find(|t| t.slug == slug), self.routing)
        else {
            return self.all();
        };
        let mut found = Bits::none(self.len());
        for term in &topic.terms {
            let mut of = self.all();
            for spot in term.split_whitespace().filter(|spot| *spot != "+") {
                let mut any = Bits::none(self.len());
                let mut words = false;
                for alternative in spot.split('|') {
                    for word in terms(alternative) {
                        words = true;
                        match alternative.ends_with('*') {
                            true => any.or(&routing.starting(&word)),
                            false => any.or(&self.word(&word)),
                        }
                    }
                }
                if words {
                    of.and(&any);
                }
            }
            found.or(&of);
        }
        found
    }

    fn outlet(&self, value: &str) -> Bits {
        let of = |n: &u32| self.manifest.outlets.get(*n as usize).is_some_and(|o| slug(o) == value);
        self.those(|shard| shard.anonymous && value == NOT_STATED.0 || shard.outlets.iter().any(of))
    }

    fn those(&self, fits: impl Fn(&crate::corpus::manifest::Shard) -> bool) -> Bits {
        let mut found = Bits::none(self.len());
        (0..).zip(&self.manifest.shards).filter(|(_, s)| fits(s)).for_each(|(n, _)| found.set(n));
        found
    }

    /// The shards where somebody may be named, by any spelling.
    fn named(&self, name: &str) -> Bits {
        let Some(routing) = self.routing else { return self.all() };
        let mut found = Bits::none(self.len());
        let listed = gazetteer().spellings(name);
        for form in &listed {
            found.or(&self.together(form));
            // "UN" is also printed "U.N.".
            if form.len() <= 5 && form.chars().all(|c| c.is_ascii_uppercase()) {
                let letters: Vec<String> = form.chars().map(|c| c.to_ascii_lowercase().to_string()).collect();
                found.or(&self.word(&letters.join(".")));
            }
        }
        if !listed.is_empty() {
            return found;
        }
        let words: Vec<&str> = name.split('-').filter(|w| !w.is_empty()).collect();
        let long: Vec<&str> = words.iter().copied().filter(|w| w.len() > 3).collect();
        if long.is_empty() {
            words.iter().for_each(|w| found.or(&self.word(w)));
            return found;
        }
        let heard: Vec<String> = long.iter().map(|w| sound(w)).collect();
        routing.any(|term| {
            long.iter().zip(&heard).any(|(word, heard)| {
                term.contains(word)
                    || term.len().abs_diff(word.len()) <= 3
                        && term.len() > 3
                        && sound(term) == *heard
                        && likeness(term, word) >= 0.6
            })
        })
    }

    /// The shards of articles that can speak of these days.
    fn days(&self, days: (Day, Day)) -> Bits {
        // "Last year" and "next year" reach so far.
        let year = |day: Day| day.civil().0;
        let mut found = self.those(|shard| {
            !shard.dated
                || shard.days.is_none_or(|(first, last)| {
                    let from = Day::new(year(first) - 1, 1, 1).unwrap_or(first);
                    let to = Day::new(year(last) + 1, 12, 31).unwrap_or(last);
                    from <= days.1 && days.0 <= to
                })
        });
        let Some(routing) = self.routing else { return self.all() };
        let (first, last) = (year(days.0.max(Day(-3_000_000))), year(days.1.min(Day(2_000_000))));
        if last - first > MOST_YEARS {
            return self.all();
        }
        let years: Vec<String> = (first..=last).map(|y| y.to_string()).collect();
        let decades: Vec<String> = (first / 10..=last / 10).map(|d| format!("{d}0s")).collect();
        found.or(&routing.any(|term| {
            let printed = term.starts_with(|c: char| c.is_ascii_digit());
            FAR.contains(&term)
                || printed
                    && (years.iter().any(|y| term.contains(y.as_str()))
                        || decades.iter().any(|d| term.contains(d.as_str())))
        }));
        found
    }

    /// The shards with articles of these days.
    fn published(&self, days: (Day, Day)) -> Bits {
        self.those(|shard| shard.days.is_none_or(|(first, last)| first <= days.1 && days.0 <= last))
    }

    fn expression(&self, expression: &Expression) -> Bits {
        let mut found = self.part(expression);
        // Several bare words may be a name in full, and its short form is looked for too.
        if let Expression::All(all) = expression {
            let bare = |e: &Expression| match e {
                Expression::Word { typed, .. } | Expression::Prefix { typed, .. } => Some(terms(typed)),
                Expression::Phrase { typed, quoted: false, .. } => Some(terms(typed)),
                _ => None,
            };
            if let Some(words) = all.iter().map(bare).collect::<Option<Vec<_>>>() {
                let words = words.concat();
                // Another spelling of the name has the same words but for small ones.
                found.or(&self.together(&main_words(&words).collect::<Vec<_>>().join(" ")));
                self.names.short_forms(&words, false).iter().for_each(|short| found.or(&self.together(short)));
                found.or(&self.stand_for(&words.join(" ")));
            }
        }
        found
    }

    fn part(&self, expression: &Expression) -> Bits {
        match expression {
            Expression::All(all) => all.iter().fold(self.all(), |mut found, e| {
                found.and(&self.part(e));
                found
            }),
            Expression::Any(all) => all.iter().fold(Bits::none(self.len()), |mut found, e| {
                found.or(&self.part(e));
                found
            }),
            // Articles without it stand beside articles with it.
            Expression::Not(_) => self.all(),
            Expression::Prefix { term, .. } => self.respelled(&[(term.to_string(), true)]),
            Expression::Word { term, .. } => {
                let mut found = self.respelled(&[(term.to_string(), false)]);
                self.names.variants(term).iter().for_each(|other| found.or(&self.together(other)));
                found.or(&self.stand_for(term));
                if found.count() == 0
                    && let Some(routing) = self.routing
                {
                    found = routing.any(|other| is_slip(term, other));
                }
                found
            }
            Expression::Phrase { terms, .. } => {
                let words: Vec<String> = terms.iter().map(|(w, _)| w.clone()).collect();
                let mut found = self.respelled(terms);
                self.names.short_forms(&words, true).iter().for_each(|other| found.or(&self.together(other)));
                found.or(&self.stand_for(&words.join(" ")));
                found
            }
        }
    }

    /// The words that an editor wants found for a name.
    fn stand_for(&self, name: &str) -> Bits {
        let aliases = self.manifest.codebook.aliases.iter().filter(|a| terms(&a.name).join(" ") == name);
        aliases.flat_map(|a| &a.finds).fold(Bits::none(self.len()), |mut found, words| {
            found.or(&self.together(words));
            found
        })
    }

    /// Words in British and American spelling.
    fn respelled(&self, words: &[(String, bool)]) -> Bits {
        spelling::phrases(words, &|_| true).iter().fold(self.pattern(words), |mut found, other| {
            found.or(&self.pattern(other));
            found
        })
    }

    fn together(&self, words: &str) -> Bits {
        self.pattern(&pattern(words))
    }

    fn pattern(&self, words: &[(String, bool)]) -> Bits {
        let mut found = self.all();
        for (word, open) in words {
            match self.routing {
                Some(routing) if *open => found.and(&routing.starting(word)),
                _ => found.and(&self.word(word)),
            }
        }
        if words.is_empty() { Bits::none(self.len()) } else { found }
    }

    fn word(&self, term: &str) -> Bits {
        match self.routing {
            Some(routing) => routing.find(term).unwrap_or_else(|| Bits::none(self.len())),
            None => self.all(),
        }
    }
}

/// Whether a word may be a slip for another, as the full-text index holds it.
fn is_slip(word: &str, other: &str) -> bool {
    let size = word.chars().count();
    most_changes(size)
        .is_some_and(|most| other.chars().count().abs_diff(size) <= most && strsim::osa_distance(word, other) <= most)
}
