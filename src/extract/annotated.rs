//! Annotated text, to measure on: sentences and whole stories with their statements marked inline. Native only.
//!
//! One sentence a line, `act | text` (`act1, act2 | text` for several statements, `none | text` for none). In the text
//! `[S: …]` is a source, `[C: …]` a cue, `[X: …]` content, `[A: …]` an addressee; numbers say of which statements
//! (`[X2: …]`, `[S1,2: …]`). What stands between `^` and `^` before it is context, not annotated. `#` opens a comment.
//!
//! A story is a whole article, a paragraph a line, its day and outlet in `# published:` and `# outlet:`. A line may also be
//! `furniture`, `duplicate` (a repeated title), `heading`, `caption` or `neutral` (what is read there does not count);
//! `act <name>` says who speaks where the line does not, `[A=name: them]` whom a word means.

use crate::{lexicon::act::Act, text::span::Span};

/// A statement as annotated.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// What it does.
    pub act: Act,
    /// Who says it.
    pub source: Option<Span>,
    /// Who says it, by name, where the line does not name them.
    pub speaker: Option<String>,
    /// The words that tell it.
    pub cue: Option<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// To whom, each with the name meant where the words are others.
    pub addressees: Vec<(Span, Option<String>)>,
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

/// What a line of a story is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Running text or a headline.
    Text,
    /// What the site put there.
    Furniture,
    /// A repeated title.
    Duplicate,
    /// A subheading.
    Heading,
    /// A picture’s text.
    Caption,
    /// Text where a statement may or may not be seen.
    Neutral,
}

/// An article with its statements.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Set aside by `# held`: only measured on.
    pub held: bool,
    /// The publication day, as written.
    pub published: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// The article, a blank line between paragraphs.
    pub text: String,
    /// Its paragraphs.
    pub lines: Vec<(LineKind, Span)>,
    /// Its statements.
    pub statements: Vec<Marked>,
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

/// Reads a story; `Err` names the line that breaks the form.
pub fn story(file: &str) -> Result<Story, String> {
    let mut found = Story::default();
    for (n, line) in file.lines().enumerate() {
        let line = line.trim();
        if let Some(comment) = line.strip_prefix('#') {
            let (key, value) = comment.split_once(':').unwrap_or((comment, ""));
            let value = Some(value.trim().to_string()).filter(|v| v != "null");
            match key.trim() {
                "held" => found.held = true,
                "published" => found.published = value,
                "outlet" => found.outlet = value,
                _ => {}
            }
        } else if !line.is_empty() {
            paragraph(line, &mut found).map_err(|e| format!("line {}: {e}", n + 1))?;
        }
    }
    Ok(found)
}

/// A sentence that holds one statement, of which only the act is known.
pub fn plain(act: &str, text: &str) -> Option<Story> {
    let whole = Span::new(0, text.len());
    let marked = Marked { content: vec![whole], ..empty(act).ok()? };
    Some(Story { text: text.into(), statements: vec![marked], ..Story::default() })
}

impl Annotated {
    /// The sentence as an article.
    pub fn into_story(self) -> Story {
        Story { text: self.text, statements: self.statements, ..Story::default() }
    }
}

fn paragraph(line: &str, story: &mut Story) -> Result<(), String> {
    let (head, marked) = line.split_once('|').ok_or("no “act | text”")?;
    let mut kind = LineKind::Text;
    let mut statements = Vec::new();
    for word in heads(head) {
        let (word, speaker) = match word.split_once('<') {
            Some((word, name)) => (word.trim(), Some(name.trim_end_matches('>').trim().to_string())),
            None => (word, None),
        };
        kind = match word {
            "none" => kind,
            "furniture" => LineKind::Furniture,
            "duplicate" => LineKind::Duplicate,
            "heading" => LineKind::Heading,
            "caption" => LineKind::Caption,
            "neutral" => LineKind::Neutral,
            act => {
                statements.push(Marked { speaker, ..empty(act)? });
                kind
            }
        };
    }
    if !story.text.is_empty() {
        story.text.push_str("\n\n");
    }
    let start = story.text.len();
    marks(marked.trim(), &mut story.text, &mut statements)?;
    story.lines.push((kind, Span::new(start, story.text.len())));
    story.statements.append(&mut statements);
    Ok(())
}

/// The words before the bar; a comma within `<…>` parts none.
fn heads(head: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    head.split(move |c| {
        inside = c == '<' || inside && c != '>';
        c == ',' && !inside
    })
    .map(str::trim)
}

fn empty(act: &str) -> Result<Marked, String> {
    let act = Act::of_slug(act).ok_or_else(|| format!("{act}: no act"))?;
    Ok(Marked { act, source: None, speaker: None, cue: None, content: Vec::new(), addressees: Vec::new() })
}

fn sentence(line: &str) -> Result<Annotated, String> {
    let (acts, marked) = line.split_once('|').ok_or("no “act | text”")?;
    let mut statements: Vec<Marked> = match acts.trim() {
        "none" => Vec::new(),
        acts => heads(acts).map(empty).collect::<Result<_, _>>()?,
    };
    let marked = marked.trim();
    let mut text = String::new();
    let mut rest = marked;
    if let Some((context, after)) = marked.strip_prefix('^').and_then(|m| m.split_once('^')) {
        text.push_str(context.trim());
        text.push(' ');
        rest = after.trim_start();
    }
    let start = text.len();
    marks(rest, &mut text, &mut statements)?;
    Ok(Annotated { text, start, statements })
}

/// Appends a text without its marks, and puts what they mark into the statements.
fn marks(mut rest: &str, text: &mut String, statements: &mut [Marked]) -> Result<(), String> {
    let mut open: Vec<Option<(Mark, usize)>> = Vec::new();
    while let Some(c) = rest.chars().next() {
        match c {
            '[' => match Mark::at(rest) {
                Some((mark, after)) => {
                    open.push(Some((mark, text.len())));
                    rest = after;
                    continue;
                }
                None => open.push(None),
            },
            ']' => {
                if let Some(Some((mark, from))) = open.pop() {
                    let span = Span::new(from, text.trim_end().len().max(from));
                    for number in mark.numbers {
                        let at =
                            statements.get_mut(number).ok_or_else(|| format!("no act for statement {}", number + 1))?;
                        match mark.kind {
                            'S' => at.source = at.source.or(Some(span)),
                            'C' => at.cue = at.cue.or(Some(span)),
                            'X' => at.content.push(span),
                            _ => at.addressees.push((span, mark.name.map(str::to_string))),
                        }
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
    for statement in statements {
        statement.content.sort_unstable_by_key(|s| s.start);
    }
    Ok(())
}

/// The head of a mark.
struct Mark<'t> {
    kind: char,
    /// Of the statements, from 0.
    numbers: Vec<usize>,
    /// Who is meant.
    name: Option<&'t str>,
}

impl<'t> Mark<'t> {
    /// "[X2: ", "[S1,2: ", "[A=Peru: " at the head of `text`, and what follows.
    fn at(text: &'t str) -> Option<(Self, &'t str)> {
        let (label, after) = text.strip_prefix('[')?.split_once(':')?;
        let kind = label.chars().next().filter(|c| "SCXA".contains(*c))?;
        let (numbers, name) = match label.get(1..)?.split_once('=') {
            Some((numbers, name)) => (numbers, Some(name.trim()).filter(|n| !n.contains([']', '[']))),
            None => (label.get(1..)?, None),
        };
        let numbers = match numbers {
            "" => vec![0],
            numbers => {
                let read = numbers.split(',').map(|n| n.trim().parse::<usize>().ok()?.checked_sub(1));
                read.collect::<Option<_>>()?
            }
        };
        Some((Mark { kind, numbers, name }, after.trim_start()))
    }
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

    #[test]
    fn a_story_keeps_its_lines_and_who_is_meant() {
        let file = "# held\n# published: 2024-03-05\n# outlet: null\nfurniture | Home » News\n\nneutral, state <Omar, of Chad>, deny | [S1,2: He] [C1: said] [X1: it rained], [C2: denied] [X2: [A2=Sudan: their] role]\n";
        let story = super::story(file).unwrap();
        assert!(story.held && story.outlet.is_none() && story.published.as_deref() == Some("2024-03-05"));
        assert_eq!(story.text, "Home » News\n\nHe said it rained, denied their role");
        assert_eq!(story.lines.iter().map(|(k, _)| *k).collect::<Vec<_>>(), [LineKind::Furniture, LineKind::Neutral]);
        let [first, second] = &story.statements[..] else { panic!("{story:?}") };
        assert_eq!(first.speaker.as_deref(), Some("Omar, of Chad"));
        assert_eq!((second.source, second.addressees[0].1.as_deref()), (first.source, Some("Sudan")));
        assert!(super::story("shout | x").is_err() && super::story("state | [X2: x]").is_err());
    }
}
