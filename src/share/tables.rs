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

fn headings(names: &[&str]) -> Vec<Vec<String>> {
    vec![names.iter().map(|n| n.to_string()).collect()]
}

fn figures(data: &Figures, link_of: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut out = headings(&[
        "id",
        "article",
        "outlet",
        "words",
        "least",
        "most",
        "counted",
        "disagrees",
        "source",
        "via",
        "sentence",
        "link",
    ]);
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
        out.push(vec![
            id.to_string(),
            figure.article.clone(),
            figure.outlet.clone().unwrap_or_default(),
            figure.words.clone(),
            amount(figure.low),
            amount(figure.high),
            counted.into_iter().find(|c| !c.is_empty()).unwrap_or_default().to_string(),
            disagrees.to_string(),
            labels(&figure.sources),
            labels(&figure.via),
            figure.sentence.iter().map(|p| p.text.as_str()).collect(),
            link_of(id),
        ]);
    }
    out
}

fn dated(data: &Timeline, link_of: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut out = headings(&["day", "basis", "words", "id", "act", "source", "addressee", "content", "link"]);
    for entry in &data.entries {
        let line = |row: &Row| {
            vec![
                entry.day.clone().unwrap_or_default(),
                crate::query::sheet::basis(row.basis).0.to_string(),
                row.day_text.clone().unwrap_or_default(),
                row.id.clone(),
                row.act.slug().to_string(),
                labels(&row.sources),
                labels(&row.addressees),
                row.said(),
                link_of(&row.id),
            ]
        };
        out.extend(entry.rows.iter().map(line));
    }
    out
}

fn lines(data: &Concordance, link_of: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut out = headings(&["id", "article", "zone", "left", "keyword", "right", "link"]);
    out.extend(data.lines.iter().map(|line| {
        let zone = crate::query::sheet::zone(line.zone).0;
        let (left, right) = (line.left.clone(), line.right.clone());
        vec![line.id.clone(), line.article.clone(), zone.into(), left, line.keyword.clone(), right, link_of(&line.id)]
    }));
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
    let mut out = headings(&["source", "addressee", "act", "statements"]);
    for (source, cells) in matrix.sources.iter().zip(&matrix.cells) {
        for (addressee, acts) in matrix.addressees.iter().zip(cells) {
            let shown = one.is_none_or(|one| source.slug == one || addressee.slug == one);
            for (act, n) in acts.iter().filter(|_| shown) {
                out.push(vec![source.label.clone(), addressee.label.clone(), act.slug().into(), n.to_string()]);
            }
        }
    }
    out
}

fn outlets(data: &Sources) -> Vec<Vec<String>> {
    let mut out = headings(&["outlet", "articles", "statements"]);
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
    let mut out = headings(&["topic", "difference", "column", "id", "act", "source", "addressee", "content", "link"]);
    for topic in &data.rows {
        let difference = match topic.difference {
            Difference::OnlyHere => "one only",
            Difference::Some => "not all",
            Difference::Worded => "all, differently",
            Difference::Alike => "all, alike",
        };
        for (column, rows) in data.columns.iter().zip(&topic.cells) {
            let line = |row: &Row| {
                let (topic, key) = (topic.topic.label.clone(), column.key.clone());
                let (sources, addressees) = (labels(&row.sources), labels(&row.addressees));
                let act = row.act.slug().to_string();
                let (id, link) = (row.id.clone(), link_of(&row.id));
                vec![topic, difference.into(), key, id, act, sources, addressees, row.said(), link]
            };
            out.extend(rows.iter().map(line));
        }
    }
    out
}
