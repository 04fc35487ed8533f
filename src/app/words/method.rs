//! The Method page, and what stands under every view.

/// Under every view.
pub const FOOT: &str = "Machine-translated articles, read by rules in your browser. Check the marked words before you rely on a row. Nothing you filter or search leaves this device.";

/// The Method page: heading and paragraphs.
pub const METHOD: &[(&str, &[&str])] = &[
    (
        "What this is",
        &[
            "Démarche reads news articles about a diplomatic dispute and sets out who demanded, offered, refused, denied, warned or said what, to whom, on which day, and who passed it on. Each such row is a statement, and each stands on words that are marked in the article.",
            "A statement is what the article says that somebody said. It is not a finding that the thing is so.",
        ],
    ),
    (
        "How a statement is read",
        &[
            "The text is cut into zones (headline, running text, caption, credit, site furniture), sentences and words. Rules look for words that report an act (“demand”, “rejected”, “according to”), for who does it, for what is said, for whom it is directed at, and for the day. Two small models help the rules: one tells nouns from verbs, one votes on what is a name; both were trained on free texts that their data files name. Names in several spellings are joined where sound, role and place in the text allow it; every joining tells its reason.",
            "All of this runs in your browser, from the articles as they were received. Nothing was sorted out beforehand by hand.",
        ],
    ),
    (
        "Days",
        &[
            "“Stated” means that the text itself prints the day. “Resolved” means that it was worked out from the publication day (“on Friday”), from a date in the sentence before, or from the occasion it belongs to: the meeting, the interview, the day on which the same person speaks. Where nothing tells the day, there is none. A month or a week stands for each of its days in the filter. The publication days were set by the editor from public events where the text does not state them; each article says on what basis.",
        ],
    ),
    (
        "How sure",
        &[
            "Rules make mistakes, and translation makes more. A row marked “unsure” or “garbled” should be read in its sentence. What the search finds and no statement covers is listed below the statements, so that gaps show.",
            "“Affirmed or negated” and “Done or to come” choose by what the sentence says of the act: “did not demand” (negated), “will meet” (still to come), “could propose” (possible), “would agree if” (conditional). In links these are pol=affirmed, negated and stage=done, future, possible, conditional. A denial is an act of its own, and affirmed.",
            "“Side” chooses a state, an alliance of states (NATO, the European Union) or an armed movement, with those whom any article here calls its own (“the Kenyan minister”). What they report of others is left out, and so is what others report of them; media pass words on and are on no side. In links this is side=kenya. Nobody is on a side that no article prints beside the name.",
            "A link that selects evidence shows exactly that evidence or says that it is not found; it never settles on something similar.",
        ],
    ),
    (
        "Privacy",
        &[
            "The page asks no server but the one it came from, and only for its own files. What you filter, search or read stays behind the # of the address, which browsers do not send. Theme, keyboard choice, the articles you add and what was read from articles are kept in this browser; your articles until you remove them. Nothing else is. Once a page is loaded all its views work without a connection; to load it again needs one.",
        ],
    ),
    (
        "Access",
        &[
            "Every control works by keyboard and without colour; acts have a shape and a word besides their colour. Light and dark follow your system, or the button in the head. Motion is kept short, and left out where your system asks for that. Single letters are commands; they can be switched off below.",
            "The aim is WCAG 2.2, level AA. Every build is held to it by axe-core on every view (light and dark, wide and narrow), by runs with the keyboard alone, and at 320 pixels, with wider text, in forced colours and in print. People who use screen readers have not tested it yet. Drawings have a summary and the same in a table; quotations are English, as machines translated them, and may be hard to follow: the original language is named with each article.",
        ],
    ),
    (
        "Licence",
        &[
            "The program is free software under the MIT licence or the Apache licence 2.0, as you choose. Its word lists name their sources and licences in their first lines. The articles belong to their publishers; they are quoted here for study, word for word as they were received.",
        ],
    ),
];

/// The sections of the page, in its order, by what one looks for in them.
pub const METHOD_GROUPS: [(&str, &[&str]); 3] = [
    ("How it reads", &["What this is", "How a statement is read", "Days", "How sure", super::ACCURACY_HEAD]),
    ("To look up", &[super::TERMS_HEAD, super::ACTS, super::MARKS, super::KEYBOARD]),
    ("About the page", &["Privacy", "Access", "Licence", super::THIS_CORPUS]),
];

/// Words used here, defined.
pub const TERMS: &[(&str, &str)] = &[
    ("statement", "one source doing one act, with its content, addressee, day and chain, read from exact words"),
    ("source", "who says, wants or does it, as the article has it"),
    ("addressee", "whom it is directed at"),
    ("passed on by", "the agency or speaker between the source and the outlet"),
    ("outlet", "who published the article; “not recognised in the text” where none was found"),
    ("evidence", "the whole sentence or sentences that the statement stands on"),
    ("cue", "the word or phrase that shows the act"),
    (
        "named, anonymous, hedged",
        "the source has a name; it is a person or body without one (“a source”); nobody is said (“it is said”). By role, group or pronoun only: “his spokesman”, “the opposition”, a “he” for whom no name could be told",
    ),
    ("furniture", "what the site put around the article: teasers, stamps, share lines, forms"),
];

/// What the accuracy card says and does not say.
pub const ACCURACY: [&str; 2] = [
    "Measured against articles annotated by hand: the five of this corpus, on which the rules were tuned; forty-six invented articles of other disputes, which were looked at while tuning, and from which, beside many other invented pages, acts and site furniture are learnt; and eighteen that are set aside, by authors who knew none of the rules. Expect the last column on articles that are new.",
    "Two people would agree on statements at about 0.82. Given the same statements, two readers agreed with the annotator on 85 of 100 acts and three of four addressees.",
];

/// Above the table of what is missed.
pub const MISSED_HEAD: &str = "What is missed most";

/// What the table of what is missed counts.
pub const MISSED: &str = "Of the statements annotated in the articles of other disputes, both those looked at and those set aside: how many were not found, and how many were found as another act. The worst kinds come first.";

/// The columns of what is missed.
pub const MISSED_COLS: [&str; 4] = ["Statements", "not found", "as another act", "of"];

/// The groups of what is missed, as the measured file names them, and their heads.
pub const MISSED_GROUPS: [(&str, &str); 2] = [("act", "By act"), ("kind", "By the way they are printed")];

/// A set of annotated articles, as the accuracy card heads it.
pub fn gold_set(set: &str) -> &'static str {
    match set {
        "seeds" => "this corpus",
        "disputes" => "other disputes",
        _ => "set aside",
    }
}
