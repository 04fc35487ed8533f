//! Prints how fast articles are read, stage by stage: megabytes of text a second, and each stage's share of the time.
//!
//! Run by `script/bench-extract`, natively (`stages [ARTICLES …]`) and as WebAssembly under Node.

mod corpus;

use demarche::{
    corpus::{article::Article, prepare},
    extract::{date, figure, mention, page::Page, quality, statement},
    link::{coreference, entity, reading::Reading},
    query::sheet::Sheet,
    text::{sentence, tag, token},
};
use std::hint::black_box;

/// Milliseconds: on Linux those that this program had the processor, so that others who work do not count.
#[cfg(not(target_arch = "wasm32"))]
fn now() -> f64 {
    use std::{sync::LazyLock, time::Instant};
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let scheduled = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = scheduled.and_then(|s| s.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| START.elapsed().as_secs_f64() * 1e3, |n| n / 1e6)
}

#[cfg(target_arch = "wasm32")]
fn now() -> f64 {
    js_sys::Date::now()
}

#[cfg(not(target_arch = "wasm32"))]
fn print(line: &str) {
    println!("{line}");
}

#[cfg(target_arch = "wasm32")]
fn print(line: &str) {
    use wasm_bindgen::JsCast;
    let console = part(&js_sys::global(), "console");
    if let Some(log) = part(&console, "log").dyn_ref::<js_sys::Function>() {
        let _ = log.call1(&console, &line.into());
    }
}

/// What an object of JavaScript holds under a name.
#[cfg(target_arch = "wasm32")]
fn part(of: &wasm_bindgen::JsValue, name: &str) -> wasm_bindgen::JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or_default()
}

/// Time spent by stage, in the order of the stages.
#[derive(Default)]
struct Clock {
    stages: Vec<(&'static str, f64)>,
}

impl Clock {
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = now();
        let done = black_box(work());
        self.stages.push((stage, now() - start));
        done
    }

    fn report(&self, count: usize, bytes: usize) {
        let total: f64 = self.stages.iter().map(|(_, ms)| ms).sum();
        let speed = |ms: f64| bytes as f64 / 1e3 / ms.max(1e-3);
        print(&format!("{count} articles, {:.2} MB: {:.2} MB/s ({total:.0} ms)", bytes as f64 / 1e6, speed(total)));
        for (stage, ms) in &self.stages {
            print(&format!("  {stage:<22}{:>9.1} MB/s {:>6.1} %", speed(*ms), 100.0 * ms / total));
        }
    }
}

/// Reads a corpus as `reading::read` does, each stage over all articles before the next.
fn measure(count: usize) {
    let texts = corpus::texts(count);
    let bytes = texts.iter().map(|t| t.1.len()).sum();
    let mut clock = Clock::default();
    let articles: Vec<Article> = clock.time("zones", || prepare::articles(texts));
    let zones = || articles.iter().flat_map(|a| a.zones.iter().filter(|z| z.kind.is_read()).map(|z| (&a.text, z.span)));
    let tokens: Vec<_> =
        clock.time("tokens", || zones().map(|(text, span)| (text, token::tokens(text, span))).collect());
    let sentences: Vec<_> =
        clock.time("sentences", || tokens.iter().map(|(text, tokens)| sentence::sentences(text, tokens)).collect());
    clock.time("tags", || {
        for ((text, tokens), ranges) in tokens.iter().zip(&sentences) {
            for range in ranges {
                black_box(tag::tags(text, &tokens[range.clone()]));
            }
        }
    });
    // The cutting was timed above.
    let pages: Vec<Page> = articles.iter().map(Page::of).collect();
    let mentions: Vec<_> = clock.time("mentions", || pages.iter().map(mention::mentions).collect());
    let dates: Vec<_> = clock.time("dates", || pages.iter().map(date::dates).collect());
    let figures: Vec<_> =
        clock.time("figures", || pages.iter().zip(&dates).map(|(page, dates)| figure::figures(page, dates)).collect());
    let doubts: Vec<_> = clock.time("doubts", || pages.iter().map(quality::doubts).collect());
    let mut statements: Vec<_> = clock.time("statements", || {
        let parts = pages.iter().zip(&mentions).zip(dates.iter().zip(&doubts));
        parts.map(|((page, mentions), (dates, doubts))| statement::statements(page, mentions, dates, doubts)).collect()
    });
    clock.time("coreference", || {
        let parts = pages.iter().zip(&mentions).zip(dates.iter().zip(&mut statements));
        for ((page, mentions), (dates, statements)) in parts {
            coreference::resolve(page, mentions, dates, statements);
        }
    });
    let parts =
        pages.into_iter().zip(mentions).zip(dates.into_iter().zip(figures)).zip(statements.into_iter().zip(doubts));
    let readings: Vec<Reading> = parts
        .map(|(((page, mentions), (dates, figures)), (statements, doubts))| Reading {
            page,
            mentions,
            dates,
            figures,
            statements,
            doubts,
        })
        .collect();
    let entities = clock.time("joining", || entity::join(&readings));
    clock.time("sheets", || {
        let numbers = entities.of.iter().cloned();
        readings.into_iter().zip(numbers).map(|(reading, of)| Sheet::of(reading, of)).collect::<Vec<_>>()
    });
    clock.report(count, bytes);
}

/// How many articles are asked for.
#[cfg(not(target_arch = "wasm32"))]
fn asked() -> String {
    std::env::args().skip(1).collect::<Vec<_>>().join(" ")
}

#[cfg(target_arch = "wasm32")]
fn asked() -> String {
    let env = part(&part(&js_sys::global(), "process"), "env");
    part(&env, "DEMARCHE_ARTICLES").as_string().unwrap_or_default()
}

fn main() {
    // The word lists are read once in a program's life.
    let warm = prepare::articles(corpus::texts(11));
    black_box(warm.iter().map(demarche::link::reading::read).count());
    for count in asked().split(' ').filter_map(|n| n.parse().ok()) {
        measure(count);
    }
}
