//! Sorts the lines of one page: what each is, from its look, its phrases and its neighbours.

use super::{
    ZoneKind::{self, Body, Caption, Credit, Furniture, Headline, RepeatedHeadline, Subheading},
    head, name, phrase,
    phrase::Says,
    picture,
    repetition::{self, Repetition},
    rest::{SURE, SURER},
    shape::{self, Line, holds, reports},
    signed,
    single::{
        asks, bar_after, is_lead, is_lower_label, is_page_entry, is_post, is_quoted_whole, is_short_name, is_shouted,
        is_since, leads_in, same_title,
    },
    stamp, tail,
    weight::weights,
};

use std::cell::OnceCell;

/// What a line is.
#[derive(Clone, Copy, Debug)]
pub struct Sorted {
    /// The line, or its first part.
    pub kind: ZoneKind,
    /// Where a second part starts, and what it is.
    pub cut: Option<(usize, ZoneKind)>,
}

/// Sorts the lines of one page.
pub fn sort(lines: &[Line], corpus: &Repetition) -> Vec<Sorted> {
    let mut page = Page {
        lines,
        weights: weights(lines),
        kinds: vec![None; lines.len()],
        cuts: vec![None; lines.len()],
        // "Reporter: Will he go?" is an interview, no byline.
        says: lines.iter().map(|l| phrase::says(l).filter(|_| !asks(l))).collect(),
        leads: Vec::new(),
        sites: Vec::new(),
        transcript: OnceCell::new(),
    };
    page.leads = (0..lines.len()).map(|i| leads_in(lines, i, page.says[i].is_some())).collect();
    for (i, line) in lines.iter().enumerate().skip(1) {
        // With the items of its list.
        page.leads[i] |= page.leads[i - 1] && line.is_item() && line.last != Some('?');
    }
    page.alone();
    page.repeated(corpus);
    page.top();
    page.comments();
    page.thread();
    page.tail();
    page.finish();
    page.sections();
    page.teasers();
    page.author_boxes();
    page.pictures();
    page.weighed();
    page.voices();
    page.rest();
    (0..lines.len()).map(|i| Sorted { kind: page.kinds[i].unwrap_or(Body), cut: page.cuts[i] }).collect()
}

pub(super) struct Page<'a> {
    pub(super) lines: &'a [Line<'a>],
    /// How much each line speaks for furniture.
    pub(super) weights: Vec<i32>,
    pub(super) kinds: Vec<Option<ZoneKind>>,
    pub(super) cuts: Vec<Option<(usize, ZoneKind)>>,
    says: Vec<Option<Says>>,
    /// Lines that lead in a list or an interview: they are running text, whatever they weigh.
    pub(super) leads: Vec<bool>,
    /// Folded names of the page's site, seen after its title.
    sites: Vec<String>,
    /// Whether somebody asks, or a speaker's label comes again, once that was asked.
    pub(super) transcript: OnceCell<bool>,
}

/// How many lines from the start are searched for the title and its copies.
const TOP: usize = 12;

impl Page<'_> {
    /// Furniture and credits that a line shows by itself.
    fn alone(&mut self) {
        for (i, line) in self.lines.iter().enumerate() {
            if self.leads[i] {
                continue;
            }
            if picture::shows_behind_label(line) {
                self.kinds[i] = Some(Caption);
                let credit = picture::credit_tail(line).or_else(|| picture::signed_from(line.text));
                self.cuts[i] = credit.map(|at| (at, Credit));
                continue;
            }
            self.kinds[i] = if stamp::is_address(line) || stamp::is_tags(line) {
                Some(Furniture)
            } else if picture::is_credit(line) {
                Some(Credit)
            } else if self.says[i].is_some()
                || stamp::is_stamp(line)
                || stamp::is_byline(line)
                || stamp::is_timed_byline(line)
                || stamp::is_menu(line)
                || stamp::is_label_row(line)
                || stamp::is_promotion(line)
                || stamp::is_initials(line) && i > 2
                || i < TOP && i > 0 && stamp::is_dated_row(line)
                || i < TOP && (stamp::is_role(line) || is_since(line))
                || stamp::after_clock(line).is_some_and(|rest| is_page_entry(&rest))
                || stamp::is_breadcrumb(line)
                || stamp::is_row(line)
                || stamp::is_page_label(line)
                || name::is_site_row(line)
                || is_lower_label(line)
                || is_post(line)
                || head::is_desk(line)
                || tail::is_call(line)
                || i < TOP && head::is_trail(line)
                || (i < TOP && i > 0 || i + 4 > self.lines.len()) && signed::is_signature(line)
                || signed::is_correction(line)
            {
                Some(Furniture)
            } else {
                None
            };
        }
    }

    /// Short lines that other articles hold too.
    fn repeated(&mut self, corpus: &Repetition) {
        let mark = repetition::fingerprint(self.lines.iter().map(|l| l.text));
        for (i, line) in self.lines.iter().enumerate() {
            let enough = if line.stops() || line.words > 8 { 2 } else { 1 };
            // A subheading may stand in two reports: there a second witness is asked for.
            let inner = i > TOP && i + TOP < self.lines.len();
            if self.kinds[i].is_none() && corpus.others(line, mark) >= enough + usize::from(inner) {
                self.kinds[i] = Some(Furniture);
            }
        }
    }

    pub(super) fn is_free(&self, i: usize) -> bool {
        self.kinds[i].is_none()
    }

    /// The first line of running text that nothing has claimed.
    fn first_prose(&self) -> usize {
        (0..self.lines.len())
            .find(|i| {
                self.is_free(*i) && self.lines[*i].is_prose() && !picture::is_labelled_caption(&self.lines[*i], false)
            })
            .unwrap_or(self.lines.len())
    }

    /// The title, its copies, and what stands between it and the running text.
    fn top(&mut self) {
        let count = self.lines.len();
        let mut prose = self.first_prose();
        let title = self.copied_title().or_else(|| self.plain_title(prose));
        let Some(title) = title else { return };
        // A title may be long enough to look like running text.
        if title >= prose {
            prose = (title + 1..count).find(|i| self.is_free(*i) && self.lines[*i].is_prose()).unwrap_or(count);
        }
        self.set_title(title);
        for i in 0..title {
            let line = &self.lines[i];
            if self.kinds[i] == Some(Credit) || self.is_free(i) && !line.is_sentence() && line.words <= 12 {
                self.kinds[i] = Some(Furniture);
            }
        }
        for i in title + 1..prose.min(count).min(title + TOP) {
            let line = &self.lines[i];
            if !self.is_free(i) || line.stops() || picture::caption_label(line).is_some() || line.is_item() {
                continue;
            }
            if picture::credit_tail(line).is_some() || picture::is_pictured(line) {
                continue;
            }
            if let Some(at) = name::suffix(line.text, &self.sites).filter(|_| line.words > 6) {
                self.kinds[i] = Some(Subheading);
                self.cuts[i] = Some((at, Furniture));
            } else if stamp::is_name(line) || line.words <= 2 || (line.words <= 14 && stamp::is_timed(line.text)) {
                self.kinds[i] = Some(Furniture);
            } else if line.words < 25
                && line.last.is_some_and(|c| c != ':')
                && !is_lead(line)
                && self.weights[i] <= SURE
            {
                self.kinds[i] = Some(Subheading);
            }
        }
    }

    /// A line near the start whose words come again as a line.
    fn copied_title(&self) -> Option<usize> {
        let top = self.lines.len().min(TOP);
        for i in 0..top {
            if !self.may_be_title(i) {
                continue;
            }
            let copied = (i + 1..top).any(|j| self.is_free(j) && same_title(&self.lines[i], &self.lines[j]));
            if copied {
                return Some(i);
            }
        }
        None
    }

    fn may_be_title(&self, i: usize) -> bool {
        let line = &self.lines[i];
        self.is_free(i) && (3..=40).contains(&line.words) && !stamp::is_name(line)
    }

    fn plain_title(&self, prose: usize) -> Option<usize> {
        let free: Vec<usize> = (0..prose.min(TOP)).filter(|i| self.is_free(*i)).collect();
        let titles: Vec<usize> = free
            .iter()
            .copied()
            .filter(|i| {
                let line = &self.lines[*i];
                line.words >= 3
                    && (!line.is_item() || self.opens_with_speech(*i, &free))
                    && !(line.last == Some('.')
                        && (line.is_sentence() || self.lines.iter().take(*i).any(Line::is_sentence)))
                    && (!picture::is_labelled_caption(line, true) && picture::credit_tail(line).is_none() || *i == 0)
                    && line.last.is_some_and(|c| c != ':')
            })
            .collect();
        // Words that speak for the site come before a title that speaks for itself.
        let weights: Vec<i32> = titles.iter().map(|i| self.weights[*i]).collect();
        let sites = weights.iter().take_while(|w| **w > SURE).count();
        let least = || (0..titles.len()).min_by_key(|i| weights[*i]).map(|i| titles[i]);
        titles.get(sites).copied().or_else(least)
    }

    /// "– We do not trade sanctions for cod, says the minister": Nordic titles open speech with a dash.
    fn opens_with_speech(&self, i: usize, free: &[usize]) -> bool {
        let line = &self.lines[i];
        free.first() == Some(&i)
            && line.text.starts_with(['–', '—', '-', '―'])
            && line.words >= 5
            && !self.lines.get(i + 1).is_some_and(Line::is_item)
    }

    fn set_title(&mut self, title: usize) {
        let line = &self.lines[title];
        self.kinds[title] = Some(Headline);
        // What one copy has after the words of the other is the site's name.
        let mut suffix = name::suffix(line.text, &self.sites);
        for j in 0..self.lines.len() {
            let copy = &self.lines[j];
            if j == title
                || copy.words < 3
                || !matches!(self.kinds[j], None | Some(Furniture))
                || !same_title(line, copy)
            {
                continue;
            }
            if self.kinds[j].is_none() || copy.words * 4 >= line.words * 3 {
                self.kinds[j] = Some(RepeatedHeadline);
            }
            if suffix.is_none() && line.key.len() > copy.key.len() && line.key.starts_with(&copy.key) {
                suffix = bar_after(line.text, copy.words);
            }
        }
        if let Some(at) = head::after_mark(line.text).filter(|_| suffix.is_none()) {
            self.kinds[title] = Some(Furniture);
            self.cuts[title] = Some((at, Headline));
        }
        if let Some(at) = suffix {
            self.cuts[title] = Some((at, Furniture));
            let named = line.text[at..].split(['–', '—', '|', '-', '•', '·']).map(shape::key).filter(|k| !k.is_empty());
            self.sites.extend(named);
        }
    }

    /// What readers wrote under a heading that counts it, in whatever language.
    fn comments(&mut self) {
        let (_, all) = self.prose_before(0);
        let mut before = 0;
        for i in 0..self.lines.len() {
            let line = &self.lines[i];
            if matches!(self.kinds[i], None | Some(Body)) && line.is_sentence() {
                before += line.words;
            }
            let signed = || {
                self.lines.get(i + 1).is_some_and(|l| {
                    !l.stops() && l.words <= 3 || line.digits && stamp::is_timed_byline(l) || l.text.ends_with(" says:")
                }) || self.signed_after(i)
                    || line.key.contains("reader")
            };
            // Half of the text may be comments; the report itself is of some length.
            if before * 2 >= all && before >= 40 && head::counts_comments(line) && signed() {
                for kind in &mut self.kinds[i..] {
                    if !matches!(kind, Some(Credit | RepeatedHeadline)) {
                        *kind = Some(Furniture);
                    }
                }
                return;
            }
        }
    }

    /// What readers wrote without a heading over it: a name, how long ago, words, "Reply"; and again.
    fn thread(&mut self) {
        let (_, all) = self.prose_before(0);
        let mut before = 0;
        for i in 0..self.lines.len() {
            let line = &self.lines[i];
            let voices = || self.opens_voices(i) || self.is_voice(i);
            if before * 2 >= all && before >= 40 && voices() {
                for kind in &mut self.kinds[i..] {
                    if !matches!(kind, Some(Credit | RepeatedHeadline)) {
                        *kind = Some(Furniture);
                    }
                }
                return;
            }
            if matches!(self.kinds[i], None | Some(Body)) && line.is_sentence() {
                before += line.words;
            }
        }
    }

    /// "Gabi_MD, hour 16:50: And with what do we pay?": a reader, an hour, words; or "Jean K. says: …" after a comment form.
    fn is_voice(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let Some((head, words)) = line.text.match_indices(": ").find_map(|(at, _)| {
            let (head, words) = (&line.text[..at], &line.text[at + 2..]);
            head.contains(' ').then_some((head, words))
        }) else {
            return false;
        };
        let count = shape::words_of(head).count();
        if !self.is_free(i) || count > 7 || words.starts_with(['“', '„', '«', '"']) || reports(words) {
            return false;
        }
        let after = i > 0 && self.kinds[i - 1] == Some(Furniture);
        let (name, hour) = head.split_once(',').unwrap_or((head, ""));
        let named = name.starts_with(|c: char| c.is_alphanumeric()) && shape::words_of(name).count() <= 3;
        let signed = head.trim_end().ends_with(" says") || head.trim_end().ends_with(" wrote");
        // Whoever was not named before, and after whom nobody is quoted.
        let known = shape::words_of(name).next().is_some_and(|w| self.lines[..i].iter().any(|l| l.text.contains(w)));
        let ends = || {
            !(i + 1..self.lines.len()).any(|j| self.is_free(j) && self.lines[j].is_prose() && self.lines[j].reports())
        };
        named
            && after
            && (stamp::is_timed(hour) || (signed || !known) && (self.form_before(i) || is_shouted(line)) && ends())
    }

    /// Whether a comment form or a heading over comments stands right before line `i`.
    fn form_before(&self, i: usize) -> bool {
        self.lines[..i].iter().rev().take(3).any(|l| {
            let words: Vec<&str> = l.key.split(' ').collect();
            words
                .iter()
                .any(|w| w.starts_with("comment") || matches!(*w, "reactions" | "reply" | "replies" | "opinions"))
        })
    }

    /// From line `i` to the end only names and, under each, words in which nobody is quoted: what readers wrote.
    fn opens_voices(&self, i: usize) -> bool {
        let handle = |l: &Line| {
            l.words == 1
                && !l.stops()
                && l.text.chars().any(|c| c.is_ascii_digit() || c == '_')
                && l.text.chars().any(char::is_alphabetic)
        };
        let name = |j: usize| self.is_free(j) && (is_short_name(&self.lines[j]) || handle(&self.lines[j]));
        if !name(i) {
            return false;
        }
        let (mut names, mut since) = (0, 0);
        for j in i..self.lines.len() {
            let line = &self.lines[j];
            if name(j) {
                // Two names in a row, or a name over nothing, sign no words.
                if names > 0 && since == 0 {
                    return false;
                }
                (names, since) = (names + 1, 0);
            } else if self.is_free(j) {
                let quoted = holds(line.text, &['“', '„', '«']) || line.text.starts_with(['–', '—']);
                since += 1;
                if since > 3 || quoted || line.reports() {
                    return false;
                }
            }
        }
        names >= 2 && since > 0
    }

    /// What follows the story's last sentence.
    fn tail(&mut self) {
        let story = |i: &usize| {
            let line = &self.lines[*i];
            self.is_free(*i)
                && (line.is_sentence() || (line.words >= 8 && tail::sign_off(line.text).is_some()))
                && (line.words >= 8 || line.is_item() || is_quoted_whole(line.text) || line.reports())
                && !tail::is_site_talk(line)
                && !is_shouted(line)
                && !stamp::is_biography(line)
        };
        let Some(end) = (0..self.lines.len()).rev().find(story) else { return };
        if self.cuts[end].is_none()
            && end > 2
            && let Some(at) = tail::sign_off(self.lines[end].text)
        {
            self.kinds[end] = Some(Body);
            self.cuts[end] = Some((at, Furniture));
        }
        for i in end + 1..self.lines.len() {
            let line = &self.lines[i];
            let next = self.kinds.get(i + 1) == Some(&Some(Credit));
            let pictured = || {
                next || picture::is_pictured(line)
                    || picture::credit_tail(line).is_some()
                    || picture::is_labelled_caption(line, false)
            };
            let after = self.kinds[i - 1] == Some(Furniture);
            // A site's copyright, not a picture's.
            if self.kinds[i] == Some(Credit) && after && line.text.contains('©') && line.digits {
                self.kinds[i] = Some(Furniture);
            }
            if !self.is_free(i) || self.leads[i] || (pictured() && !tail::is_site_talk(line)) {
                continue;
            }
            let short = !line.stops() && line.words <= 24;
            let listed = short
                && line.text.rsplit(char::is_whitespace).next().is_some_and(stamp::is_timed)
                && holds(line.text, &['–', '—', '-', '|', '•']);
            if listed
                || tail::is_site_talk(line)
                || is_shouted(line)
                || (short && (after || (line.words <= 6 && !line.is_item())))
            {
                self.kinds[i] = Some(Furniture);
            }
        }
    }

    /// Running text before line `i`, and all of it, in words.
    fn prose_before(&self, i: usize) -> (usize, usize) {
        let words = |range: std::ops::Range<usize>| -> usize {
            range
                .filter(|j| matches!(self.kinds[*j], None | Some(Body)) && self.lines[*j].is_sentence())
                .map(|j| self.lines[j].words)
                .sum()
        };
        (words(0..i), words(0..self.lines.len()))
    }

    /// After a comment form or an author's box nothing of the article follows.
    fn finish(&mut self) {
        let (_, all) = self.prose_before(0);
        let mut before = 0;
        for i in 0..self.lines.len() {
            if matches!(self.kinds[i], None | Some(Body)) && self.lines[i].is_sentence() {
                before += self.lines[i].words;
            }
            let enough = match self.says[i] {
                Some(Says::Finish) => before * 2 >= all,
                // After most of the article, titles and excerpts of other pages run on to the end.
                Some(Says::Section) => before * 5 >= all * 4 && !self.goes_on(i + 1),
                // "Comments (3)", then a reader's name and hour.
                Some(Says::Furniture) => {
                    let line = &self.lines[i];
                    line.key.starts_with("comments") && line.words <= 2 && before * 2 >= all && self.signed_after(i)
                }
                None => false,
            };
            if enough && before > 0 {
                for kind in &mut self.kinds[i + 1..] {
                    if !matches!(kind, Some(Credit | RepeatedHeadline)) {
                        *kind = Some(Furniture);
                    }
                }
                return;
            }
        }
    }

    /// Whether an hour, a day or a short name stands soon after line `i`.
    fn signed_after(&self, i: usize) -> bool {
        self.lines.iter().skip(i + 1).take(2).any(|l| stamp::is_timed(l.text))
    }

    /// Whether running text stands from line `from` on, before anything that ends the page.
    fn goes_on(&self, from: usize) -> bool {
        (from..self.lines.len()).take_while(|i| self.says[*i] != Some(Says::Finish)).any(|i| {
            let line = &self.lines[i];
            self.is_free(i) && line.is_sentence() && line.words >= 8 && !line.breaks_off()
        })
    }

    /// Titles and excerpts under "Related", until running text resumes.
    fn sections(&mut self) {
        let mut inside = false;
        for i in 0..self.lines.len() {
            let line = &self.lines[i];
            match self.says[i] {
                Some(Says::Section | Says::Finish) => inside = true,
                Some(Says::Furniture) => {}
                None if inside && self.is_free(i) => {
                    let item = line.is_item() && !line.text.starts_with(|c: char| c.is_ascii_digit());
                    let asks = line.last == Some('?') && line.words <= 16;
                    if !self.leads[i] && !line.stops() && !item || asks {
                        self.kinds[i] = Some(Furniture);
                    } else {
                        inside = false;
                    }
                }
                None => {}
            }
        }
    }

    /// Titles of other pages between the paragraphs: they end in a site's name.
    fn teasers(&mut self) {
        for i in 0..self.lines.len() {
            let line = &self.lines[i];
            if !self.is_free(i) || line.stops() || line.words > 30 || line.words < 2 {
                continue;
            }
            if picture::credit_tail(line).is_none()
                && (name::suffix(line.text, &self.sites).is_some() || name::is_site_line(line))
            {
                self.kinds[i] = Some(Furniture);
            }
        }
    }

    /// What is said of an author.
    fn author_boxes(&mut self) {
        let count = self.lines.len();
        for i in count / 3..count {
            let line = &self.lines[i];
            if !self.is_free(i) || self.leads[i] {
                continue;
            }
            let after = || self.lines[i + 1..].iter().enumerate().any(|(k, l)| self.is_free(i + 1 + k) && l.is_prose());
            if stamp::is_biography(line) && !after() {
                self.kinds[i] = Some(Furniture);
                if i > 0 && self.is_free(i - 1) && stamp::is_name(&self.lines[i - 1]) {
                    self.kinds[i - 1] = Some(Furniture);
                }
            }
        }
    }

    /// Captions, before their credits and by their labels.
    fn pictures(&mut self) {
        let count = self.lines.len();
        let mut first = true;
        for i in 0..count {
            let line = &self.lines[i];
            if !self.is_free(i) {
                continue;
            }
            let credited = self.kinds.get(i + 1) == Some(&Some(Credit));
            let label = || picture::caption_label(line).is_some();
            let tail = picture::credit_tail(line);
            self.cuts[i] = tail.map(|at| (at, Credit)).or(self.cuts[i]);
            let caption = if let Some(at) = tail {
                // An agency that signs a report stands after running text, not after a picture's.
                !(line.text[at..].starts_with(['/', '(']) && reports(&line.text[..at]))
            } else {
                picture::is_labelled_caption(line, first)
                    && !(!credited && !picture::is_pictured(line) && self.is_transcript())
                    || (credited && (label() || picture::is_pictured(line) || !line.stops()))
                    || (picture::is_pictured(line) && line.words <= 60 && !holds(line.text, &['“', '"']))
            };
            // "Kystbladet is edited by the Code of Ethics. © 2023 Kystbladet AS": the site's words, no picture's.
            if caption && !credited && self.weights[i] > if picture::is_pictured(line) { 2 * SURER } else { SURER } {
                self.cuts[i] = None;
                self.kinds[i] = Some(Furniture);
                continue;
            }
            if caption {
                self.kinds[i] = Some(Caption);
                // A picture's own few words stand above its caption.
                let before = (0..i).rev().find(|j| self.kinds[*j] != Some(Furniture));
                if let Some(j) = before.filter(|j| credited && self.is_free(*j)) {
                    let above = &self.lines[j];
                    if !above.stops() && above.words <= 3 && !above.is_item()
                        || !first && label() && picture::is_text_of(above, line) && !above.reports()
                    {
                        self.kinds[j] = Some(Caption);
                    }
                }
            } else if line.is_prose() {
                first = false;
            }
        }
    }
}
