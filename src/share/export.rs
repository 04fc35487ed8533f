//! Files of exactly what a filter shows.

use super::{annotation, cite, csv, json, link, tables};
use crate::corpus::article::Article;
use crate::query::{
    answer::{ArticleCard, Row},
    archive::Archive,
    filter::{Filter, View},
};
use serde::{Deserialize, Serialize};

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// What the view shows beyond statements (figures, keywords in context, a matrix) for a spreadsheet; where it shows
    /// none, the statements.
    Table,
    /// The statements for a spreadsheet.
    Csv,
    /// The statements, exact.
    Json,
    /// The statements as W3C Web Annotations.
    Annotations,
    /// The articles for reference managers.
    Ris,
    /// The articles for LaTeX.
    Bibtex,
    /// The articles for Zotero and citeproc.
    Csl,
    /// The statements as citations, one a paragraph.
    Text,
}

impl Form {
    /// In the order of the screen.
    pub const ALL: [Form; 8] =
        [Form::Table, Form::Csv, Form::Json, Form::Annotations, Form::Ris, Form::Bibtex, Form::Csl, Form::Text];

    /// Its name where a button asks for it.
    pub fn slug(self) -> &'static str {
        if self == Form::Table { "table" } else { self.kind().0 }
    }

    /// File ending and media type.
    pub fn kind(self) -> (&'static str, &'static str) {
        match self {
            Form::Table | Form::Csv => ("csv", "text/csv;charset=utf-8"),
            Form::Json => ("json", "application/json"),
            Form::Annotations => ("jsonld", "application/ld+json"),
            Form::Ris => ("ris", "application/x-research-info-systems"),
            Form::Bibtex => ("bib", "application/x-bibtex"),
            Form::Csl => ("csl.json", "application/vnd.citationstyles.csl+json"),
            Form::Text => ("txt", "text/plain;charset=utf-8"),
        }
    }
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// Its name ("demarche-1a2b3c4d-9-statements.csv").
    pub name: String,
    /// Its media type.
    pub mime: String,
    /// What is in it.
    pub text: String,
}

/// The statements that a filter shows, all of them, in its order: an article's page shows that article's only, and a
/// selected statement stands for itself where `one` is asked.
fn shown(archive: &Archive, filter: &Filter) -> Vec<Row> {
    let mut rows = archive.ask(filter, 0, u32::MAX).rows;
    if let (View::Articles, Some(article)) = (filter.view, &filter.item) {
        rows.retain(|r| r.article == *article);
    }
    rows
}

/// The link of one statement: its article, with its sentence selected, on this corpus.
pub fn link_of(row: &Row, base: &str, corpus: &str) -> String {
    let filter = Filter {
        view: View::Articles,
        item: Some(row.article.clone()),
        selected: Some(row.id.clone()),
        corpus: Some(corpus.to_string()),
        ..Filter::default()
    };
    format!("{base}{}", link::encode(&filter))
}

/// The link of an article.
pub fn page_of(article: &str, base: &str) -> String {
    let filter = Filter { view: View::Articles, item: Some(article.to_string()), ..Filter::default() };
    format!("{base}{}", link::encode(&filter))
}

/// Writes what the filter shows. `base` is the site's address without a fragment.
pub fn export(archive: &Archive, filter: &Filter, base: &str, form: Form) -> Exported {
    let base = base.split('#').next().unwrap_or_default();
    let corpus = archive.fingerprint.as_str();
    let view = format!("{base}{}", link::encode(filter));
    let rows = shown(archive, filter);
    let cards = || cards(archive, filter, &rows);
    let page = |article: &str| page_of(article, base);
    let row_link = |row: &Row| link_of(row, base, corpus);
    let text_of =
        |id: &str| archive.articles.iter().find(|a| a.id == id).map_or_else(Default::default, Article::received);
    let sentence_link = |id: &str| {
        let article = id.split('.').next().unwrap_or_default().to_string();
        let (item, selected) = (Some(article), Some(id.to_string()));
        let view = View::Articles;
        let filter = Filter { view, item, selected, corpus: Some(corpus.to_string()), ..Filter::default() };
        format!("{base}{}", link::encode(&filter))
    };
    let table = (form == Form::Table).then(|| tables::of_view(&archive.view(filter), &sentence_link)).flatten();
    let text = match form {
        Form::Table if let Some((_, lines)) = &table => csv::table(lines),
        Form::Table | Form::Csv => csv::statements(&rows, &filter.cols, row_link),
        Form::Json => json::statements(&rows, (&view, corpus, archive.partly), row_link),
        Form::Annotations => {
            let on = |corpus| format!("{base}{}", link::encode(&Filter { corpus, ..filter.clone() }));
            let links = (&*on(None), &*on(Some(corpus.to_string())), archive.partly);
            annotation::statements(&rows, links, text_of, page, row_link)
        }
        Form::Ris => cite::ris(&cards(), corpus, page),
        Form::Bibtex => cite::bibtex(&cards(), corpus, page),
        Form::Csl => cite::csl(&cards(), corpus, page),
        Form::Text => {
            let cards = cards();
            let cited = rows.iter().filter_map(|row| {
                let card = cards.iter().find(|c| c.id == row.article)?;
                Some(cite::statement(row, card, corpus, &row_link(row)))
            });
            cited.collect::<Vec<_>>().join("\n\n") + "\n"
        }
    };
    let (ending, mime) = form.kind();
    let count = match form {
        Form::Table if let Some((what, lines)) = &table => format!("{}-{what}", lines.len() - 1),
        Form::Ris | Form::Bibtex | Form::Csl => format!("{}-articles", cards().len()),
        _ => format!("{}-statements", rows.len()),
    };
    // A spreadsheet and a reference manager have no place for it but the name.
    let partly = archive.partly.map_or_else(String::new, |(read, of)| format!("-from-{read}-of-{of}-parts"));
    Exported { name: format!("demarche-{corpus}-{count}{partly}.{ending}"), mime: mime.into(), text }
}

/// The articles that a filter shows: that of an article's page, else those of the shown statements, else (where nothing
/// narrows) all.
fn cards(archive: &Archive, filter: &Filter, rows: &[Row]) -> Vec<ArticleCard> {
    let page = filter.item.as_ref().filter(|_| filter.view == View::Articles);
    let wanted = |id: &str| match page {
        Some(page) => page == id,
        None => !filter.narrows() || rows.iter().any(|r| r.article == id),
    };
    let numbers = (0..archive.articles.len()).filter(|n| wanted(&archive.articles[*n].id));
    numbers.filter_map(|n| archive.article_card(n)).collect()
}

/// One statement as a citation, by its id; `None` = there is no such statement.
pub fn cite(archive: &Archive, id: &str, base: &str) -> Option<String> {
    let base = base.split('#').next().unwrap_or_default();
    let row = (0..archive.rows.len()).find(|r| {
        let (article, statement) = archive.rows[*r];
        archive.id(article, statement) == id
    })?;
    let card = archive.article_card(archive.rows[row].0)?;
    let row = archive.card(row, &[])?;
    Some(cite::statement(&row, &card, &archive.fingerprint, &link_of(&row, base, &archive.fingerprint)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        query::{answer::Part, sample::tankers, view::ViewData},
        share::link::decode,
        text::span::Ruler,
    };
    use serde_json::Value;

    const BASE: &str = "https://example.org/d/";

    fn file(fragment: &str, form: Form) -> String {
        export(&tankers(), &decode(fragment), BASE, form).text
    }

    #[test]
    fn csv_and_json_hold_exactly_what_is_shown() {
        for fragment in
            ["#/", "#/statements?act=demand,reject&doc=-a3", "#/statements?q=soltani&sort=act", "#/articles/a1"]
        {
            let archive = tankers();
            let mut rows = archive.ask(&decode(fragment), 0, 99).rows;
            if fragment.contains("/articles/") {
                rows.retain(|r| r.article == "a1");
            }
            let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
            let text = file(fragment, Form::Csv);
            let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let headings: Vec<String> = reader.headers().unwrap().iter().map(String::from).collect();
            assert_eq!(headings, csv::COLUMNS.map(|c| c.0));
            let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            assert_eq!(records.iter().map(|r| &r[0]).collect::<Vec<_>>(), ids, "{fragment}");

            let json: Value = serde_json::from_str(&file(fragment, Form::Json)).unwrap();
            let list = json["statements"].as_array().unwrap();
            assert_eq!(list.iter().map(|s| s["id"].as_str().unwrap()).collect::<Vec<_>>(), ids);
            for ((row, record), object) in rows.iter().zip(&records).zip(list) {
                let evidence: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
                assert_eq!((&record[14], object["evidence"].as_str().unwrap()), (evidence.as_str(), evidence.as_str()));
                assert_eq!(object["content"], serde_json::json!(row.content));
                let text: Vec<char> =
                    archive.articles.iter().find(|a| a.id == row.article).unwrap().text.chars().collect();
                for (span, words) in object["content_spans"].as_array().unwrap().iter().zip(&row.content) {
                    let at = |i: usize| span[i].as_u64().unwrap() as usize;
                    assert_eq!(text[at(0)..at(1)].iter().collect::<String>(), *words);
                }
                let link = object["link"].as_str().unwrap();
                assert_eq!(
                    (record.iter().next_back().unwrap(), decode(link).selected.as_deref()),
                    (link, Some(row.id.as_str()))
                );
            }
        }
    }

    #[test]
    fn what_a_view_shows_is_its_table() {
        let read = |fragment: &str| -> (String, Vec<Vec<String>>) {
            let exported = export(&tankers(), &decode(fragment), BASE, Form::Table);
            let text = exported.text.trim_start_matches('\u{feff}').to_string();
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let lines = reader.records().map(|r| r.unwrap().iter().map(String::from).collect()).collect();
            (exported.name, lines)
        };
        let archive = tankers();
        let (name, lines) = read("#/concordance?q=talks");
        let ViewData::Concordance(shown) = archive.view(&decode("#/concordance?q=talks")) else { panic!() };
        assert_eq!((lines.len() - 1, name.ends_with("-lines.csv")), (shown.lines.len(), true), "{name}");
        assert_eq!(lines[1][4], shown.lines[0].keyword);
        assert_eq!(decode(&lines[1][6]).selected.as_deref(), Some(shown.lines[0].id.as_str()));

        let (_, lines) = read("#/topics");
        let ViewData::Topics(shown) = archive.view(&decode("#/topics")) else { panic!() };
        assert_eq!(lines[0], ["topic", "a1", "a2", "a3", "statements"][..lines[0].len()]);
        let labels: Vec<&String> = lines[1..].iter().map(|l| &l[0]).collect();
        assert_eq!(labels, shown.topics.iter().map(|t| &t.topic.label).collect::<Vec<_>>());

        let (_, lines) = read("#/actors");
        let ViewData::Actors(shown) = archive.view(&decode("#/actors")) else { panic!() };
        let all: u32 = shown.matrix.cells.iter().flatten().flatten().map(|(_, n)| n).sum();
        assert_eq!(lines[1..].iter().map(|l| l[3].parse::<u32>().unwrap()).sum::<u32>(), all);

        let (_, lines) = read("#/compare?cmp=doc.a1,doc.a2");
        let ViewData::Compare(shown) = archive.view(&decode("#/compare?cmp=doc.a1,doc.a2")) else { panic!() };
        assert_eq!(lines.len() - 1, shown.rows.iter().flat_map(|r| &r.cells).map(Vec::len).sum::<usize>());

        let (_, lines) = read("#/figures");
        let ViewData::Figures(shown) = archive.view(&decode("#/figures")) else { panic!() };
        assert_eq!(
            lines[1..].iter().map(|l| &l[3]).collect::<Vec<_>>(),
            shown.figures.iter().map(|f| &f.words).collect::<Vec<_>>()
        );

        let (_, lines) = read("#/sources");
        let ViewData::Sources(shown) = archive.view(&decode("#/sources")) else { panic!() };
        assert!(lines.iter().all(|l| l.len() == lines[0].len()));
        let outlets: Vec<&String> = lines[1..].iter().map(|l| &l[0]).collect();
        assert_eq!(outlets, shown.outlets.iter().map(|o| &o.outlet.label).collect::<Vec<_>>());

        // Where statements are shown, they are the table.
        let (name, lines) = read("#/statements?act=praise");
        assert_eq!((name.as_str(), lines.len()), ("demarche-0badc0de-1-statements.csv", 2));
    }

    #[test]
    fn shown_columns_are_the_files() {
        let text = file("#/statements?doc=a3&cols=act,source", Form::Csv);
        assert_eq!(text, "\u{feff}act,source\r\nstate,\r\npraise,Claire Moreau\r\n");
    }

    #[test]
    fn annotations_anchor_in_the_text() {
        let archive = tankers();
        let read: Value = serde_json::from_str(&file("#/statements?by=reza-soltani", Form::Annotations)).unwrap();
        assert_eq!(read["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(read["total"], 2);
        // The collection is the link that is shared, its page the same link on this corpus.
        let (view, page) = (read["id"].as_str().unwrap(), read["first"]["id"].as_str().unwrap());
        assert_eq!(read["first"]["partOf"], view);
        assert_eq!(decode(page), Filter { corpus: Some(archive.fingerprint.clone()), ..decode(view) });
        assert_eq!(decode(view).corpus, None);
        for item in read["first"]["items"].as_array().unwrap() {
            assert_eq!(item["type"], "Annotation");
            for target in item["target"].as_array().unwrap() {
                let id = decode(target["source"].as_str().unwrap()).item.unwrap();
                let text = &archive.articles.iter().find(|a| a.id == id).unwrap().text;
                let [quote, position] = target["selector"].as_array().unwrap().as_slice() else {
                    panic!("two selectors")
                };
                let point = |key: &str| position[key].as_u64().unwrap() as u32;
                let span = Ruler::new(text).span_bytes([point("start"), point("end")]);
                assert_eq!(quote["exact"], span.of(text));
                let around = ["prefix", "exact", "suffix"].map(|k| quote[k].as_str().unwrap()).concat();
                assert!(text.contains(&around));
            }
        }
    }

    #[test]
    fn references_name_what_is_known() {
        let ris = file("#/", Form::Ris);
        assert_eq!(ris.matches("TY  - NEWS\r\n").count(), 3);
        assert_eq!(ris.matches("ER  - \r\n").count(), 3);
        assert!(ris.contains("DA  - 2019/07/20\r\n") && ris.contains("T2  - Gulf Courier\r\n"));
        let bib = file("#/statements?act=propose", Form::Bibtex);
        assert!(
            bib.starts_with(
                "@misc{demarche-0badc0de-a2,\n  title = {{Oman offers to mediate}},\n  date = {2019-07-22},"
            ),
            "{bib}"
        );
        assert_eq!(bib.matches("@misc").count(), 1);
        let csl: Value = serde_json::from_str(&file("#/articles/a1", Form::Csl)).unwrap();
        assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2019, 7, 20]]));
        assert_eq!(csl.as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_statement_is_cited_with_its_day_and_link() {
        let text = cite(&tankers(), "a1.2.2", BASE).unwrap();
        assert_eq!(
            text,
            "Gulf Courier writes: “Soltani told IRNA that Britain had rejected the offer of talks.” (read by machine as a \
             rejection by United Kingdom), via Reza Soltani, 2019-07-20 (resolved). In: Tanker held, Gulf Courier, 2019-07-20. \
             Publication day: invented for a test Read by machine; Démarche corpus 0badc0de, statement a1.2.2. \
             https://example.org/d/#/articles/a1?v=1&sel=a1.2.2&c=0badc0de"
        );
        assert_eq!(cite(&tankers(), "a1.77", BASE), None);
        let row = tankers().ask(&decode("#/statements?q=talks"), 0, 9).rows.remove(0);
        assert!(row.evidence.iter().any(|p| p.marks.iter().any(|m| m.part == Part::Hit)));
    }

    #[test]
    fn a_file_of_a_part_of_the_corpus_says_so() {
        let archive = Archive { partly: Some((5, 84)), ..tankers() };
        let file = |form| export(&archive, &Filter::default(), BASE, form);
        assert!(file(Form::Csv).name.ends_with("-statements-from-5-of-84-parts.csv"));
        assert!(file(Form::Ris).name.ends_with("-3-articles-from-5-of-84-parts.ris"));
        let json: Value = serde_json::from_str(&file(Form::Json).text).unwrap();
        assert_eq!((&json["parts_read"], &json["parts"]), (&Value::from(5), &Value::from(84)));
        let annotations: Value = serde_json::from_str(&file(Form::Annotations).text).unwrap();
        assert_eq!(annotations["label"], "Statements read by Démarche, from 5 of 84 parts of the corpus only");
    }

    #[test]
    fn file_names_say_what_they_hold() {
        let exported = export(&tankers(), &decode("#/statements?act=praise"), BASE, Form::Csv);
        assert_eq!(exported.name, "demarche-0badc0de-1-statements.csv");
        assert_eq!(export(&tankers(), &Filter::default(), BASE, Form::Ris).name, "demarche-0badc0de-3-articles.ris");
    }
}
