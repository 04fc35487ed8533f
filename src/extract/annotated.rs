//! Annotated sentences: text with its statements marked inline, to measure on. Native only.
//!
//! One sentence a line, `act | text` (`act1, act2 | text` for several statements, `none | text` for none). In the text
//! `[S: …]` is a source, `[C: …]` a cue, `[X: …]` content, `[A: …]` an addressee; a digit says of which statement
//! (`[X2: …]`). What stands between `^` and `^` before it is context, not annotated. `#` opens a comment.

use crate::{lexicon::act::Act, text::span::Span};

/// A statement as annotated.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// What it does.
    pub act: Act,
    /// Who says it.
    pub source: Option<Span>,
    /// The words that tell it.
    pub cue: Option<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// To whom.
    pub addressees: Vec<Span>,
}

/// A sentence with its statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotated {
    /// The context and the sentence, without marks.
    pub text: String,
    /// Where the sentence starts after its context.
    pub start: usize,
    /// Its statements, by their numbers.
    pub statements: Vec<Marked>,
}

/// A file of sentences.
#[derive(Clone, Debug, Default)]
pub struct Sentences {
    /// Set aside by `# held`: only measured on.
    pub held: bool,
    /// The sentences.
    pub all: Vec<Annotated>,
}

/// Reads a file; `Err` names the line that breaks the form.
pub fn read(file: &str) -> Result<Sentences, String> {
    let mut found = Sentences::default();
    for (n, line) in file.lines().enumerate() {
        let line = line.trim();
        found.held |= line == "# held";
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        found.all.push(sentence(line).map_err(|e| format!("line {}: {e}", n + 1))?);
    }
    Ok(found)
}

fn sentence(line: &str) -> Result<Annotated, String> {
    let (acts, marked) = line.split_once('|').ok_or("no “act | text”")?;
    let acts: Vec<Act> = match acts.trim() {
        "none" => Vec::new(),
        acts => acts
            .split(',')
            .map(|a| Act::of_slug(a.trim()).ok_or_else(|| format!("{}: no act", a.trim())))
            .collect::<Result<_, _>>()?,
    };
    let mut statements: Vec<Marked> = acts
        .into_iter()
        .map(|act| Marked { act, source: None, cue: None, content: Vec::new(), addressees: Vec::new() })
        .collect();
    let marked = marked.trim();
    let mut text = String::new();
    let mut rest = marked;
    if let Some((context, after)) = marked.strip_prefix('^').and_then(|m| m.split_once('^')) {
        text.push_str(context.trim());
        text.push(' ');
        rest = after.trim_start();
    }
    let start = text.len();
    let mut open: Vec<Option<(char, usize, usize)>> = Vec::new();
    while let Some(c) = rest.chars().next() {
        match c {
            '[' => match mark(rest) {
                Some((kind, number, after)) => {
                    open.push(Some((kind, number, text.len())));
                    rest = after;
                    continue;
                }
                None => open.push(None),
            },
            ']' => {
                if let Some(Some((kind, number, from))) = open.pop() {
                    let at =
                        statements.get_mut(number).ok_or_else(|| format!("no act for statement {}", number + 1))?;
                    let span = Span::new(from, text.trim_end().len().max(from));
                    match kind {
                        'S' => at.source = at.source.or(Some(span)),
                        'C' => at.cue = at.cue.or(Some(span)),
                        'X' => at.content.push(span),
                        _ => at.addressees.push(span),
                    }
                    rest = &rest[1..];
                    continue;
                }
            }
            _ => {}
        }
        text.push(c);
        rest = &rest[c.len_utf8()..];
    }
    if open.iter().any(Option::is_some) {
        return Err("a mark is not closed".into());
    }
    for statement in &mut statements {
        statement.content.sort_unstable_by_key(|s| s.start);
    }
    Ok(Annotated { text, start, statements })
}

/// "[X2: " at the head of `text`: its letter, the number of its statement from 0, what follows.
fn mark(text: &str) -> Option<(char, usize, &str)> {
    let (label, after) = text.strip_prefix('[')?.split_once(':')?;
    let kind = label.chars().next().filter(|c| "SCXA".contains(*c))?;
    let digits = label.get(1..)?;
    let number = if digits.is_empty() { 1 } else { digits.parse().ok()? };
    (label.len() < 4 && number > 0).then(|| (kind, number - 1, after.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_kept_as_spans() {
        let file = "# held\nstate, reject | ^It rained.^ [S1: Laos] [C1: said] [X1: [S2: [A1: Peru]] had [C2: rejected] [X2: it]] [sic]\nnone | Nothing.";
        let read = read(file).unwrap();
        assert!(read.held && read.all.len() == 2 && read.all[1].statements.is_empty());
        let one = &read.all[0];
        assert_eq!(one.text, "It rained. Laos said Peru had rejected it [sic]");
        let words = |s: Span| s.of(&one.text).to_string();
        let [first, second] = &one.statements[..] else { panic!("{one:?}") };
        assert_eq!(first.source.map(words).unwrap(), "Laos");
        assert_eq!(first.content.iter().map(|s| s.of(&one.text)).collect::<Vec<_>>(), ["Peru had rejected it"]);
        assert_eq!(first.addressees.len(), 1);
        assert_eq!((second.act, second.cue.map(words).unwrap()), (Act::Reject, "rejected".into()));
        assert!(super::read("state [S: x").is_err() && super::read("what | x").is_err());
        assert!(super::read("none | [S: x]").is_err());
    }
}
