//! What is typed into a search: words, "phrases", AND/OR/-not, prefix*, brackets.
//!
//! AND binds tighter than OR and is meant where nothing stands between two words.

use crate::text::{term::terms, unseen};

/// A search as it was typed, by its structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// One word.
    Word {
        /// As it was typed.
        typed: String,
        /// As it is compared.
        term: String,
    },
    /// The beginning of a word ("sanction*").
    Prefix {
        /// As it was typed.
        typed: String,
        /// As it is compared.
        term: String,
    },
    /// Words side by side: a phrase in quotation marks, or what was typed as one word and is several ("and/or").
    Phrase {
        /// As it was typed.
        typed: String,
        /// Its terms; true = with any ending.
        terms: Vec<(String, bool)>,
        /// Whether it stood in quotation marks.
        quoted: bool,
    },
    /// All of these.
    All(Vec<Expression>),
    /// Any of these.
    Any(Vec<Expression>),
    /// Not this.
    Not(Box<Expression>),
}

impl Expression {
    /// Reads a search; `None` where it names no word.
    pub fn parse(typed: &str) -> Option<Self> {
        let lexemes = lex(&unseen::parted(typed).0);
        let mut parser = Parser { rest: lexemes.iter().peekable(), depth: 0 };
        let mut all: Vec<Expression> = parser.any().into_iter().collect();
        // A stray bracket ends the expression early: what follows is joined by AND.
        while parser.rest.next().is_some() {
            all.extend(parser.any());
        }
        one_or(all, Expression::All)
    }

    /// A word as it was typed: one term, the beginning of one, or several side by side.
    fn word(typed: &str) -> Option<Self> {
        let mut words = terms(typed);
        if words.len() != 1 {
            return Self::phrase(typed, false);
        }
        let (typed, term) = (typed.to_string(), words.remove(0));
        let open = typed.trim_end_matches(['.', ',']).ends_with('*');
        Some(if open { Expression::Prefix { typed, term } } else { Expression::Word { typed, term } })
    }

    /// The words that are searched each by itself.
    pub fn words<'e>(&'e self, into: &mut Vec<&'e str>) {
        match self {
            Expression::All(all) | Expression::Any(all) => all.iter().for_each(|e| e.words(into)),
            Expression::Word { term, .. } => into.push(term),
            _ => {}
        }
    }

    fn phrase(typed: &str, quoted: bool) -> Option<Self> {
        let terms = pattern(typed);
        (!terms.is_empty()).then(|| Expression::Phrase { typed: typed.to_string(), terms, quoted })
    }
}

/// The terms of a phrase; true = with any ending.
pub fn pattern(phrase: &str) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    for word in phrase.split_whitespace() {
        let before = found.len();
        found.extend(terms(word).into_iter().map(|t| (t, false)));
        if word.ends_with('*')
            && let Some(last) = found[before..].last_mut()
        {
            last.1 = true;
        }
    }
    found
}

#[derive(Clone, Debug, PartialEq)]
enum Lexeme {
    Word(String),
    Phrase(String),
    Or,
    Not,
    Open,
    Close,
}

const QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '»', '‟'];

fn lex(typed: &str) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut chars = typed.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            c if c.is_whitespace() => {}
            c if QUOTES.contains(&c) => {
                lexemes.push(Lexeme::Phrase(chars.by_ref().take_while(|d| !QUOTES.contains(d)).collect()));
            }
            '(' => lexemes.push(Lexeme::Open),
            ')' => lexemes.push(Lexeme::Close),
            '|' => lexemes.push(Lexeme::Or),
            '-' if chars.peek().is_some_and(|d| !d.is_whitespace()) => lexemes.push(Lexeme::Not),
            c => {
                let mut word = String::from(c);
                while let Some(d) =
                    chars.next_if(|d| !(d.is_whitespace() || QUOTES.contains(d) || matches!(d, '(' | ')' | '|')))
                {
                    word.push(d);
                }
                match word.as_str() {
                    "AND" | "&" => {}
                    "OR" => lexemes.push(Lexeme::Or),
                    "NOT" => lexemes.push(Lexeme::Not),
                    _ => match lexemes.last_mut() {
                        Some(Lexeme::Word(number)) if goes_on(number, &word) => {
                            number.push(',');
                            number.push_str(&word);
                        }
                        _ => lexemes.push(Lexeme::Word(word)),
                    },
                }
            }
        }
    }
    lexemes
}

/// "100 000" is one number: three digits after one to three, or after such groups.
fn goes_on(number: &str, word: &str) -> bool {
    let three = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit());
    let first = number.split(',').next().unwrap_or_default();
    let groups = number.get(first.len()..).unwrap_or_default();
    three(word)
        && (1..4).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_digit())
        && groups.split(',').skip(1).all(three)
}

/// Brackets may nest so deep; deeper ones are read as if they were not there.
const DEPTH: usize = 16;

struct Parser<'p> {
    rest: std::iter::Peekable<std::slice::Iter<'p, Lexeme>>,
    depth: usize,
}

impl Parser<'_> {
    fn any(&mut self) -> Option<Expression> {
        let mut found: Vec<Expression> = self.all().into_iter().collect();
        while self.rest.next_if(|l| **l == Lexeme::Or).is_some() {
            found.extend(self.all());
        }
        one_or(found, Expression::Any)
    }

    fn all(&mut self) -> Option<Expression> {
        let mut found = Vec::new();
        while self.rest.peek().is_some_and(|l| !matches!(l, Lexeme::Or | Lexeme::Close)) {
            found.extend(self.one());
        }
        one_or(found, Expression::All)
    }

    fn one(&mut self) -> Option<Expression> {
        let mut flips = 0;
        while self.rest.next_if(|l| **l == Lexeme::Not).is_some() {
            flips += 1;
        }
        let found = match self.rest.next_if(|l| !matches!(l, Lexeme::Or | Lexeme::Close))? {
            Lexeme::Word(word) => Expression::word(word),
            Lexeme::Phrase(phrase) => Expression::phrase(phrase, true),
            Lexeme::Open if self.depth < DEPTH => {
                self.depth += 1;
                let found = self.any();
                self.rest.next_if(|l| **l == Lexeme::Close);
                self.depth -= 1;
                found
            }
            _ => None,
        }?;
        Some(if flips % 2 == 1 { Expression::Not(Box::new(found)) } else { found })
    }
}

fn one_or(mut found: Vec<Expression>, join: impl Fn(Vec<Expression>) -> Expression) -> Option<Expression> {
    match found.len() {
        0 | 1 => found.pop(),
        _ => Some(join(found)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The structure in brackets.
    fn said(expression: &Expression) -> String {
        let list = |all: &[Expression], sign| all.iter().map(said).collect::<Vec<_>>().join(sign);
        match expression {
            Expression::Word { term, .. } => term.clone(),
            Expression::Prefix { term, .. } => format!("{term}*"),
            Expression::Phrase { terms, .. } => {
                let words: Vec<String> =
                    terms.iter().map(|(t, open)| format!("{t}{}", if *open { "*" } else { "" })).collect();
                format!("\"{}\"", words.join(" "))
            }
            Expression::All(all) => format!("({})", list(all, "&")),
            Expression::Any(all) => format!("({})", list(all, "|")),
            Expression::Not(inner) => format!("-{}", said(inner)),
        }
    }

    #[test]
    fn searches_are_read() {
        let read = |typed| Expression::parse(typed).map_or_else(String::new, |e| said(&e));
        assert_eq!(read("Seoul talks OR Pyongyang"), "((seoul&talks)|pyongyang)");
        assert_eq!(
            read("\"nuclear deal*\" -(Iran OR Vienna) sanction*"),
            "(\"nuclear deal*\"&-(iran|vienna)&sanction*)"
        );
        assert_eq!(read("NOT -Khartoum"), "khartoum");
        assert_eq!(read("tank) tower"), "(tank&tower)");
        assert_eq!(read("– ()"), "");
        assert_eq!(read("AT&T and/or"), "(at&t&\"and or\")");
        assert_eq!(read("90 000 troops 2 000 000 2021 100 F-35 200"), "(90,000&troops&2,000,000&2021&100&f-35&200)");
    }

    proptest! {
        #[test]
        fn any_text_is_read(typed in "[a-c \"()|*-]{0,40}") {
            Expression::parse(&typed);
        }
    }
}
