//! The closed list of acts, their families, and their codes in two event codings.

use serde::{Deserialize, Serialize};

/// What a statement does. The classes of `tests/gold/GUIDELINES.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Act {
    Demand,
    Propose,
    Request,
    Ask,
    Promise,
    Agree,
    Announce,
    Confirm,
    Reject,
    Deny,
    Warn,
    Threaten,
    Accuse,
    Criticise,
    State,
    Praise,
    Consult,
}

/// The five families that share a colour on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Family {
    Ask,
    Commit,
    Refuse,
    Press,
    State,
}

impl Family {
    /// In the order of the screen.
    pub const ALL: [Family; 5] = [Family::Ask, Family::Commit, Family::Refuse, Family::Press, Family::State];

    /// Its acts.
    pub fn acts(self) -> impl Iterator<Item = Act> {
        Act::ALL.into_iter().filter(move |a| a.family() == self)
    }

    /// Its slug.
    pub fn slug(self) -> &'static str {
        match self {
            Family::Ask => "ask",
            Family::Commit => "commit",
            Family::Refuse => "refuse",
            Family::Press => "press",
            Family::State => "state",
        }
    }
}

impl Act {
    /// All acts, family by family.
    pub const ALL: [Act; 17] = [
        Act::Demand,
        Act::Propose,
        Act::Request,
        Act::Ask,
        Act::Promise,
        Act::Agree,
        Act::Announce,
        Act::Confirm,
        Act::Reject,
        Act::Deny,
        Act::Warn,
        Act::Threaten,
        Act::Accuse,
        Act::Criticise,
        Act::State,
        Act::Praise,
        Act::Consult,
    ];

    /// Its slug, the word used in JSON, links and gold.
    pub fn slug(self) -> &'static str {
        self.row().0
    }

    /// The act of this slug.
    pub fn of_slug(slug: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|a| a.slug() == slug)
    }

    /// Its family.
    pub fn family(self) -> Family {
        self.row().1
    }

    /// Its CAMEO root code (Schrodt 2012, CAMEO Conflict and Mediation Event Observations codebook 1.1b3).
    pub fn cameo(self) -> &'static str {
        self.row().2
    }

    /// Its PLOVER class (Open Event Data Alliance, PLOVER codebook; roots by `cameo2plover.json` of PETRARCH-2); none for
    /// public statements (CAMEO 01), which PLOVER leaves out.
    pub fn plover(self) -> Option<&'static str> {
        self.row().3
    }

    /// One row an act: slug, family, CAMEO root, PLOVER class.
    fn row(self) -> (&'static str, Family, &'static str, Option<&'static str>) {
        match self {
            Act::Demand => ("demand", Family::Ask, "10", Some("REQUEST")),
            Act::Propose => ("propose", Family::Ask, "02", Some("REQUEST")),
            Act::Request => ("request", Family::Ask, "02", Some("REQUEST")),
            Act::Ask => ("ask", Family::Ask, "02", Some("REQUEST")),
            Act::Promise => ("promise", Family::Commit, "03", Some("AGREE")),
            Act::Agree => ("agree", Family::Commit, "03", Some("AGREE")),
            Act::Announce => ("announce", Family::Commit, "01", None),
            Act::Confirm => ("confirm", Family::Commit, "01", None),
            Act::Reject => ("reject", Family::Refuse, "12", Some("REJECT")),
            // CAMEO has denials among public statements: 016, deny responsibility.
            Act::Deny => ("deny", Family::Refuse, "01", None),
            Act::Warn => ("warn", Family::Press, "13", Some("THREATEN")),
            Act::Threaten => ("threaten", Family::Press, "13", Some("THREATEN")),
            Act::Accuse => ("accuse", Family::Press, "11", Some("ACCUSE")),
            Act::Criticise => ("criticise", Family::Press, "11", Some("ACCUSE")),
            Act::State => ("state", Family::State, "01", None),
            Act::Praise => ("praise", Family::State, "05", Some("SUPPORT")),
            Act::Consult => ("consult", Family::State, "04", Some("CONSULT")),
        }
    }
}
