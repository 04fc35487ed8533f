//! The Method page: what the words here mean, how a statement is read, how sure it is, privacy, keys.

use super::act_label;
use crate::{
    app::{keys, session::session, words},
    lexicon::act::{Act, Family},
};
use leptos::prelude::*;

/// Definitions, rules, privacy, keyboard.
#[component]
pub fn About() -> impl IntoView {
    let session = session();
    let acts = Family::ALL
        .into_iter()
        .map(|family| {
            let rows = family
                .acts()
                .map(|act: Act| {
                    view! {
                        <tr>
                            <th scope="row">{act_label(act)}</th>
                            <td>{words::act_meaning(act)}</td>
                            <td class="figures">{act.cameo()}</td>
                            <td class="figures">{act.plover()}</td>
                        </tr>
                    }
                })
                .collect_view();
            view! { <tbody data-family=family.slug()><tr class="group"><th colspan="4" scope="rowgroup">{words::family(family)}</th></tr>{rows}</tbody> }
        })
        .collect_view();
    let terms = words::TERMS.iter().map(|(term, what)| view! { <dt>{*term}</dt> <dd>{*what}</dd> }).collect_view();
    let fingerprint = move || {
        session
            .overview
            .get()
            .map(|o| format!("Corpus {}: {}.", o.fingerprint, words::articles(o.articles.len() as u32 + o.more)))
    };
    view! {
        <div class="column about">
            <h1>"Method"</h1>
            {words::METHOD.iter().map(|(head, text)| view! {
                <section>
                    <h2>{*head}</h2>
                    {text.iter().map(|p| view! { <p>{*p}</p> }).collect_view()}
                </section>
            }).collect_view()}
            <section id="accuracy">
                <h2>"Accuracy card"</h2>
                {words::ACCURACY.iter().map(|p| view! { <p>{*p}</p> }).collect_view()}
                <AccuracyCard />
                <h3>{words::MISSED_HEAD}</h3>
                <p>{words::MISSED}</p>
                <Missed />
            </section>
            <section>
                <h2>"Words used here"</h2>
                <dl class="terms">{terms}</dl>
            </section>
            <section>
                <h2>"Acts"</h2>
                <div class="scroll" tabindex="0" role="region" aria-label="Acts">
                <table class="acts-table">
                    <caption>"Seventeen acts in five families, with their codes in CAMEO (root) and PLOVER (class)"</caption>
                    <thead><tr><th scope="col">"Act"</th><th scope="col">"Whoever does it"</th><th scope="col">"CAMEO"</th><th scope="col">"PLOVER"</th></tr></thead>
                    {acts}
                </table>
                </div>
            </section>
            <section>
                <h2>"Marks"</h2>
                <p class="marks-key">
                    <mark class="m" data-part="content" data-family="ask" data-line="solid">"in quotation marks"</mark> " · "
                    <mark class="m" data-part="content" data-family="ask" data-line="dashed">"reported"</mark> " · "
                    <mark class="m" data-part="content" data-family="ask" data-line="dotted">"hedged or anonymous"</mark> " · "
                    <mark class="m" data-part="cue" data-family="ask">"the word it was read from"</mark> " · "
                    <mark class="m" data-part="source" data-family="ask">"the source"</mark>
                </p>
            </section>
            <section id="keyboard">
                <h2>"Keyboard"</h2>
                <p><label class="switch"><input type="checkbox" id="letters" prop:checked=move || session.letters.get()
                    on:change:target=move |ev| session.set_letters(ev.target().checked()) />"Single letters are commands"</label></p>
                <KeyTable />
            </section>
            <section>
                <h2>"This corpus"</h2>
                <p class="figures">{fingerprint}</p>
            </section>
        </div>
    }
}

/// What the scorer measured on annotated articles, by `script/evaluate --card`.
#[component]
fn AccuracyCard() -> impl IntoView {
    let mut lines = include_str!("../data/accuracy.tsv").lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t'));
    let head = lines
        .next()
        .map(|cells| cells.skip(1).map(|set| view! { <th scope="col">{words::gold_set(set)}</th> }).collect_view());
    let rows = lines
        .map(|mut cells| {
            let what = cells.next().unwrap_or_default();
            let cells = cells.map(|c| view! { <td class="figures">{c}</td> }).collect_view();
            view! { <tr><th scope="row">{what}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label="Accuracy card">
            <table class="acts-table">
                <caption>"F1, or the share that is right among the statements found; 1.00 is perfect"</caption>
                <thead><tr><th scope="col">"What"</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Which statements are missed or misread most, by `script/evaluate --card`; the worst kind first.
#[component]
fn Missed() -> impl IntoView {
    let rows = |group: &'static str| {
        include_str!("../data/missed.tsv")
            .lines()
            .filter_map(|line| match line.split('\t').collect::<Vec<_>>()[..] {
                [of, kind, all, lost, other] if of == group => Some(view! {
                    <tr><th scope="row">{kind}</th><td class="figures">{lost}</td><td class="figures">{other}</td><td class="figures">{all}</td></tr>
                }),
                _ => None,
            })
            .collect_view()
    };
    let groups = words::MISSED_GROUPS
        .map(|(group, head)| view! { <tbody><tr class="group"><th colspan="4" scope="rowgroup">{head}</th></tr>{rows(group)}</tbody> })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::MISSED_HEAD>
            <table class="acts-table">
                <caption class="vh">{words::MISSED_HEAD}</caption>
                <thead><tr>{words::MISSED_COLS.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                {groups}
            </table>
        </div>
    }
}

/// Keys and what they do.
#[component]
pub fn KeyTable() -> impl IntoView {
    let rows = keys::SHEET
        .iter()
        .map(|(key, what)| view! { <tr><th scope="row"><kbd>{*key}</kbd></th><td>{*what}</td></tr> })
        .collect_view();
    view! {
        <table class="keys">
            <caption class="vh">"Keyboard commands"</caption>
            <thead class="vh"><tr><th scope="col">"Key"</th><th scope="col">"Command"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
