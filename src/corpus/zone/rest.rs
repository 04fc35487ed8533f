//! What is left on a page when its forms and phrases are told: lines that weigh as furniture, what readers wrote, running
//! text and the headings inside it.

use super::{
    ZoneKind::{Body, Caption, Credit, Furniture, Subheading},
    dateline::dateline,
    picture,
    shape::{Line, holds},
    single::{asks, has_frame, inner_stop, is_quoted_whole},
    sort::Page,
    stamp,
};

/// A line whose words, looks and place weigh more is furniture.
pub(super) const SURE: i32 = 0;
/// So too where it reports, lists or shows something.
pub(super) const SURER: i32 = 15;

impl Page<'_> {
    /// Lines whose words, looks and places speak for the site.
    pub(super) fn weighed(&mut self) {
        let count = self.lines.len();
        // One or two lines are no page: nothing stands around a text.
        if count < 3 {
            return;
        }
        let last = (0..count).rev().find(|i| self.is_free(*i) && self.lines[*i].is_prose()).unwrap_or(count);
        // "16:10 Envoy: talks go on": entries of a page that tells of a day are its text.
        let hour = |l: &Line| stamp::after_clock(l).is_some();
        let hours = self.lines.iter().filter(|l| hour(l)).count();
        // A text that was pasted without its page: where nothing has the form of furniture, little is furniture.
        let bare = self.kinds.iter().all(|kind| *kind != Some(Furniture));
        for i in 0..count {
            let line = &self.lines[i];
            let footnote = i > last && line.text.starts_with("* ");
            // Most lines weigh too little for whatever else they are.
            if !self.is_free(i) || !footnote && self.weights[i] <= SURE {
                continue;
            }
            // "The minister said:": what he said follows.
            if self.leads[i] || asks(line) || line.last == Some(':') && line.reports() {
                continue;
            }
            let reported = line.reports() && (line.is_sentence() || holds(line.text, &['“', '"', '«']));
            let entry = i < last && (line.is_item() || hours >= 3 && hour(line));
            // "He wants new elections."
            let goes_on =
                line.is_sentence() && i.checked_sub(1).is_some_and(|j| self.is_free(j) && self.lines[j].is_sentence());
            let of_somebody = goes_on && matches!(line.text.split(' ').next(), Some("He" | "She" | "They"));
            let least = if (bare || of_somebody || self.is_transcript()) && line.is_sentence() {
                2 * SURER
            } else if reported || entry || goes_on || bare {
                SURER
            } else {
                SURE
            };
            if footnote || self.weights[i] > least {
                self.kinds[i] = Some(Furniture);
            }
        }
    }

    /// Where somebody asks, or a speaker's label comes again ("A: We meet on Friday."), a label is a speaker's.
    pub(super) fn is_transcript(&self) -> bool {
        *self.transcript.get_or_init(|| self.lines.iter().any(asks) || picture::speaker_recurs(self.lines))
    }

    /// Under what speaks of comments nothing follows that reports: readers wrote it.
    pub(super) fn voices(&mut self) {
        let count = self.lines.len();
        let speaks = |line: &Line| {
            line.words <= 24
                && line.key.split(' ').any(|w| {
                    w.starts_with("comment")
                        || matches!(w, "readers" | "discussion" | "reactions" | "forum" | "replies")
                })
        };
        let Some(first) = (count / 2..count).find(|i| self.kinds[*i] == Some(Furniture) && speaks(&self.lines[*i]))
        else {
            return;
        };
        let told = |i: usize| {
            let line = &self.lines[i];
            self.is_free(i) && line.is_sentence() && (line.reports() || holds(line.text, &['“', '„', '«']))
        };
        if !(first..count).any(told) {
            for kind in self.kinds[first..].iter_mut().filter(|k| k.is_none()) {
                *kind = Some(Furniture);
            }
        }
    }

    /// Running text, headings inside it, and short leavings after it.
    pub(super) fn rest(&mut self) {
        let count = self.lines.len();
        let last = (0..count).rev().find(|i| self.is_free(*i) && self.lines[*i].is_sentence()).unwrap_or(0);
        let mut after_furniture = false;
        let mut reports = 0;
        for i in 0..count {
            // An agency that signs the report, not a picture.
            let pictured = i > 0 && matches!(self.kinds[i - 1], Some(Caption | Credit));
            if self.kinds[i] == Some(Credit) && i > last && !pictured && self.lines[i].words <= 4 {
                self.kinds[i] = Some(Furniture);
            }
            if !self.is_free(i) {
                after_furniture = self.kinds[i] == Some(Furniture);
                continue;
            }
            let line = &self.lines[i];
            // A report's first lines may carry a dateline, furniture as a byline is.
            if line.is_prose() && reports < 2 {
                reports += 1;
                if let Some(at) = dateline(line.text).filter(|_| self.cuts[i].is_none()) {
                    self.kinds[i] = Some(Furniture);
                    self.cuts[i] = Some((at, Body));
                    continue;
                }
            }
            let short = line.words <= 14 && line.text.len() <= 110;
            let heading = !line.stops() || (line.text.ends_with(['”', '"', '»']) && !inner_stop(line.text));
            let list = line.is_item() || self.leads[i] && self.lines.get(i + 1).is_some_and(Line::is_item);
            let heads = heading
                && short
                && !list
                && !matches!(line.last, Some(':' | ',' | ';'))
                && !has_frame(line.text)
                && (line.text.starts_with(|c: char| c.is_alphanumeric()) || is_quoted_whole(line.text));
            self.kinds[i] = Some(if !heads {
                Body
            } else if i > last && last > 0 {
                // Nothing follows for it to head.
                if after_furniture { Furniture } else { Body }
            } else {
                Subheading
            });
            after_furniture = self.kinds[i] == Some(Furniture);
        }
    }
}
