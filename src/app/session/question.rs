//! What the worker is asked for a view state.

use crate::{
    app::{choice, session::Live},
    query::{
        answer::Answer,
        filter::{Filter, View},
    },
};
use std::sync::Arc;

/// The article that the view needs: the Reader's own, or that of the statement in the preview.
pub(super) fn wanted((filter, wide, answer): (Live<Filter>, Live<bool>, Live<Option<Arc<Answer>>>)) -> Option<String> {
    filter.with(|f| match (f.view, &f.item, &f.selected) {
        (View::Articles, item, _) => item.clone(),
        (View::Statements, ..) if !wide.get() => None,
        (View::Statements, _, Some(id)) => Some(choice::article_of(id).to_string()),
        (View::Statements, _, None) => {
            answer.with(|a| a.as_ref().and_then(|a| a.rows.first().map(|r| r.article.clone())))
        }
        _ => None,
    })
}

/// The view state without what does not change the answer. On the page of one actor or topic its statements are counted.
pub(super) fn question(filter: &Filter) -> Filter {
    let page = !filter.page().is_empty();
    Filter {
        view: if page { filter.view } else { View::default() },
        item: filter.item.clone().filter(|_| page),
        turned: false,
        selected: None,
        compare: Vec::new(),
        corpus: None,
        cols: Default::default(),
        ..filter.clone()
    }
}

/// What the worker is asked for a view that shows more than the answer.
pub(super) fn view_question(filter: &Filter) -> Option<Filter> {
    let more = !matches!(filter.view, View::Statements | View::Articles | View::About);
    more.then(|| Filter {
        view: filter.view,
        item: filter.item.clone(),
        compare: filter.compare.clone(),
        ..question(filter)
    })
}
