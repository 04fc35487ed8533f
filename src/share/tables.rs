//! What a view shows beyond the statements, as a table for a spreadsheet: figures, keywords in context, topics by article,
//! who → whom, what is compared.

use super::csv::{joined, labels};
use crate::{
    query::{
        answer::Row,
        view::{
            Head, ViewData,
            actors::Matrix,
            compare::{Comparison, Difference},
            concordance::Concordance,
            figures::Figures,
            sources::Sources,
            timeline::Timeline,
            topics::Topics,
        },
    },
    text::decimal,
};

/// A table: what its lines are ("figures"), and the lines, headings first.
pub type Sheet = (&'static str, Vec<Vec<String>>);

/// The table of a view; `None` = it shows statements. `link_of` gives the address of a sentence or a statement by its id.
pub fn of_view(data: &ViewData, link_of: &dyn Fn(&str) -> String) -> Option<Sheet> {
    Some(match data {
        ViewData::Timeline(data) => ("dated", dated(data, link_of)),
        ViewData::Figures(data) => ("figures", figures(data, link_of)),
        ViewData::Concordance(data) => ("lines", lines(data, link_of)),
        ViewData::Topics(data) => ("topics", topics(data)),
        ViewData::Actors(data) => {
            ("pairs", pairs(&data.matrix, data.open.as_ref().map(|page| page.actor.who.slug.as_str())))
        }
        ViewData::Compare(data) => ("compared", compared(data, link_of)),
        ViewData::Sources(data) => ("outlets", outlets(data)),
        _ => return None,
    })
}

/// A line of a table.
fn line(out: &mut Vec<Vec<String>>, cells: &[&str]) {
    out.push(cells.iter().map(|cell| cell.to_string()).collect());
}

fn figures(data: &Figures, link_of: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let names = ["id", "article", "outlet", "words", "least", "most", "counted", "disagrees", "source", "via"];
    line(&mut out, &[&names[..], &["sentence", "link"]].concat());
    let amount = |n: Option<f64>| n.map(decimal::write).unwrap_or_default();
    for (at, figure) in (0..).zip(&data.figures) {
        let group = data.groups.iter().find(|g| g.members.contains(&at));
        let counted = [figure.counted.as_str(), figure.of.as_str(), figure.unit.as_str()];
        let disagrees = match group {
            Some(group) if group.disagree => "yes",
            Some(_) => "no",
            None => "",
        };
        let id = figure.statement.as_deref().unwrap_or(&figure.id);
        let sentence: String = figure.sentence.iter().map(|p| p.text.as_str()).collect();
        let cells = [
            id,
            &figure.article,
            figure.outlet.as_deref().unwrap_or_default(),
            &figure.words,
            &amount(figure.low),
            &amount(figure.high),
            counted.into_iter().find(|c| !c.is_empty()).unwrap_or_default(),
            disagrees,
            &labels(&figure.sources),
            &labels(&figure.via),
            &sentence,
            &link_of(id),
        ];
        line(&mut out, &cells);
    }
    out
}

/// A statement's line: what stands before it, the statement, and its link.
fn statement(out: &mut Vec<Vec<String>>, before: [&str; 3], row: &Row, link_of: &dyn Fn(&str) -> String) {
    let [a, b, c] = before;
    let (sources, addressees) = (labels(&row.sources), labels(&row.addressees));
    let cells = [a, b, c, &row.id, row.act.slug(), &sources, &addressees, &row.said(), &link_of(&row.id)];
    line(out, &cells);
}

fn dated(data: &Timeline, link_of: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    line(&mut out, &["day", "basis", "words", "id", "act", "source", "addressee", "content", "link"]);
    for entry in &data.entries {
        for row in &entry.rows {
            let day = entry.day.as_deref().unwrap_or_default();
            let words = row.day_text.as_deref().unwrap_or_default();
            statement(&mut out, [day, crate::query::sheet::basis(row.basis).0, words], row, link_of);
        }
    }
    out
}

fn lines(data: &Concordance, link_of: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    line(&mut out, &["id", "article", "zone", "left", "keyword", "right", "link"]);
    for l in &data.lines {
        let zone = crate::query::sheet::zone(l.zone).0;
        line(&mut out, &[&l.id, &l.article, zone, &l.left, &l.keyword, &l.right, &link_of(&l.id)]);
    }
    out
}

fn topics(data: &Topics) -> Vec<Vec<String>> {
    let mut head = vec!["topic".to_string()];
    head.extend(data.articles.iter().map(|a| a.slug.clone()));
    head.push("statements".into());
    let mut out = vec![head];
    for row in &data.topics {
        let mut line = vec![row.topic.label.clone()];
        line.extend(row.cells.iter().map(|acts| joined(acts.iter().map(|(act, n)| format!("{n} {}", act.slug())))));
        line.push(row.statements.to_string());
        out.push(line);
    }
    out
}

/// Who → whom; of `one` alone on the page of an actor.
fn pairs(matrix: &Matrix, one: Option<&str>) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    line(&mut out, &["source", "addressee", "act", "statements"]);
    for (source, cells) in matrix.sources.iter().zip(&matrix.cells) {
        for (addressee, acts) in matrix.addressees.iter().zip(cells) {
            let shown = one.is_none_or(|one| source.slug == one || addressee.slug == one);
            for (act, n) in acts.iter().filter(|_| shown) {
                line(&mut out, &[&source.label, &addressee.label, act.slug(), &n.to_string()]);
            }
        }
    }
    out
}

fn outlets(data: &Sources) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    line(&mut out, &["outlet", "articles", "statements"]);
    let names = ["agencies", "media_as_source", "named_sources", "states", "unnamed_sources"];
    if let (Some(head), Some(first)) = (out.first_mut(), data.outlets.first()) {
        head.extend(first.sourcing.iter().map(|(slug, ..)| slug.clone()));
        head.extend(names.iter().map(|n| n.to_string()));
    }
    for outlet in &data.outlets {
        let articles = joined(outlet.articles.iter().map(|a| a.slug.as_str()));
        let mut line = vec![outlet.outlet.label.clone(), articles, outlet.statements.to_string()];
        line.extend(outlet.sourcing.iter().map(|(.., n)| n.to_string()));
        let counted = |all: &Vec<(Head, u32)>| joined(all.iter().map(|(head, n)| format!("{} ×{n}", head.label)));
        let lists = [&outlet.agencies, &outlet.media, &outlet.named, &outlet.states, &outlet.unnamed];
        line.extend(lists.map(counted));
        out.push(line);
    }
    out
}

fn compared(data: &Comparison, link_of: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    line(&mut out, &["topic", "difference", "column", "id", "act", "source", "addressee", "content", "link"]);
    for topic in &data.rows {
        let difference = match topic.difference {
            Difference::OnlyHere => "one only",
            Difference::Some => "not all",
            Difference::Worded => "all, differently",
            Difference::Alike => "all, alike",
        };
        for (column, rows) in data.columns.iter().zip(&topic.cells) {
            rows.iter()
                .for_each(|row| statement(&mut out, [&topic.topic.label, difference, &column.key], row, link_of));
        }
    }
    out
}
