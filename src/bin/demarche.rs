//! The native command: prepares a corpus for the site, and reads any text file as the site would.

use clap::{Parser, Subcommand};
use demarche::{
    corpus::{
        article::Article,
        bundle::{self, Bundle},
        catalogue::Entry,
        codebook::Codebook,
        day::Day,
        frame,
        manifest::{self, Manifest},
        prepare, zone,
    },
    extract::{
        act::{
            read_with,
            train::{self as acts, Example, Register},
        },
        addressed::train as addressed,
        annotated,
        attribution::candidate::train as candidates,
        date, deed, figure,
        mention::train as names,
        page::Page,
        publication,
    },
    index::routing,
    lexicon::codebook::faults,
    link::{reading, trial},
    query::archive::Archive,
    share::{export::export, jsonl, link},
    text::{span::Span, tag::train},
};
use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Reads news articles: who demanded, refused, denied or said what, to whom, when, through which chain.
#[derive(Parser)]
#[command(name = "demarche", version)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks a corpus folder (articles/*.txt, corpus.toml) and writes the bundle that the site loads; of more than 256
    /// articles (or 1 MB) a manifest, and shards beside it.
    Prepare {
        /// The folder.
        corpus: PathBuf,
        /// The bundle or manifest to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Prints what is read in text files, one JSON object a line; offsets are code points, end exclusive.
    Extract {
        /// The files; a document's id is its file's name up to the first `_` or `.`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The publication day of all files (2021-12-17). Without it a corpus.toml beside the files' folder is asked.
        #[arg(long)]
        published: Option<String>,
    },
    /// Prints the dates of raw texts, as standoff JSON Lines (id, start, end, type, value); nothing in them is furniture.
    Dates {
        /// One JSON object a line: id, text, and the day it is read from (ref).
        texts: PathBuf,
    },
    /// Answers a view as the site does, by its link, from a bundle that `prepare` wrote.
    Query {
        /// The bundle.
        bundle: PathBuf,
        /// The link, or its fragment ("#/statements?act=deny").
        link: String,
        /// csv, json, annotations, ris, bibtex, csl, text: the site's files. answer, view: the page's own data as JSON.
        #[arg(long, default_value = "text")]
        form: String,
    },
    /// Codes what one party does to another in a sentence: PLOVER root and CAMEO code.
    Code {
        /// One JSON object a line with id, text, source and target ("-" = standard input).
        input: PathBuf,
    },
    /// Measures the reading of statements on annotated sentences (tests/gold/own), each read by itself.
    EvaluateSentences(Trial),
    /// Measures the reading of annotated articles (tests/gold/stories), each read as the site reads it.
    EvaluateStories(Trial),
    /// Prints what each line of articles and annotated stories shows that furniture is told by: file, code point, kind
    /// annotated, kind read, looks and words. Never of # held. ZONE_WEIGHTS names other weights than those built in
    LookAtLines {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Looks at each line by itself.
        #[arg(long)]
        single: bool,
    },
    /// Trains the part-of-speech tagger; the same input always gives the same file.
    TrainTagger {
        /// One word, tab and universal tag a line, a blank line between sentences.
        input: PathBuf,
        /// The model file to write.
        #[arg(short, long)]
        output: PathBuf,
        /// A file of the same form to measure the model on.
        #[arg(long)]
        measure: Option<PathBuf>,
    },
    /// Trains the learner of acts on annotated stories, sentences and lines of “act, tab, sentence”; never on # held.
    TrainActs {
        /// Stories in the register of news.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// News marked by authors who know no rule.
        #[arg(long, num_args = 1..)]
        pages: Vec<PathBuf>,
        /// Stories whose acts are put in idioms on purpose.
        #[arg(long, num_args = 1..)]
        idioms: Vec<PathBuf>,
        /// Sentences.
        #[arg(long, num_args = 1..)]
        lines: Vec<PathBuf>,
        /// Prints how many acts are right in these instead of in the files learnt from.
        #[arg(long, num_args = 1..)]
        measure: Vec<PathBuf>,
        /// The model file to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Trains the learner of addressees on annotated stories; never on # held.
    TrainAddressees {
        /// Files to learn from: stories, called WRITER-NUMBER.txt, and sentences.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// A folder of models of acts: what writer X wrote is read by the model X.bin, which has not learnt from it.
        #[arg(long)]
        acts: Option<PathBuf>,
        /// Prints how it does on each writer when it has learnt from the others.
        #[arg(long)]
        across: bool,
        /// The model file to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Trains the learner of candidates on annotated stories and sentences; never on # held.
    TrainCandidates {
        /// Files to learn from; stories are called WRITER-NUMBER.txt.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Prints how it does on each writer when it has learnt from the others.
        #[arg(long)]
        across: bool,
        /// The model file to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Trains the second reader of names; the same input always gives the same file.
    TrainNames {
        /// Data to train on: PREFIX stands for PREFIX.texts.jsonl and PREFIX.gold.jsonl.
        whole: Vec<String>,
        /// Data of which every fourth run of twenty texts is set aside to measure on.
        #[arg(long)]
        part: Vec<String>,
        /// The model file to write.
        #[arg(short, long)]
        output: PathBuf,
    },
}

/// `corpus.toml`: one table an article, by its id.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    article: BTreeMap<String, CatalogueEntry>,
}

/// What a trial on annotated files is asked for.
#[derive(clap::Args)]
struct Trial {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Reads the files that are set aside (# held) instead of the others.
    #[arg(long)]
    held: bool,
    /// Also prints what went wrong. Not for files set aside: nobody looks into them.
    #[arg(long, conflicts_with = "held")]
    faults: bool,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueEntry {
    outlet: Option<String>,
    republisher: Option<String>,
    language: Option<String>,
    published: Option<String>,
    basis: String,
}

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Prepare { corpus, output } => prepare_corpus(&corpus, &output),
        Command::Extract { files, published } => extract(&files, published.as_deref()),
        Command::Dates { texts } => print_dates(&texts),
        Command::Query { bundle, link, form } => query(&bundle, &link, &form),
        Command::Code { input } => code(&input),
        Command::EvaluateSentences(trial) => evaluate_sentences(&trial),
        Command::EvaluateStories(trial) => evaluate_stories(&trial),
        Command::LookAtLines { files, single } => look_at_lines(&files, single),
        Command::TrainActs { files, pages, idioms, lines, measure, output } => train_acts(
            [
                (&files, Register::News),
                (&pages, Register::Pages),
                (&idioms, Register::Idioms),
                (&lines, Register::Lines),
            ],
            &measure,
            &output,
        ),
        Command::TrainAddressees { files, acts, across, output } => {
            train_addressees(&files, acts.as_deref(), across, &output)
        }
        Command::TrainTagger { input, output, measure } => train_tagger(&input, &output, measure.as_deref()),
        Command::TrainCandidates { files, across, output } => train_candidates(&files, across, &output),
        Command::TrainNames { whole, part, output } => train_names(&whole, &part, &output),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output may close it early (`demarche extract … | head`).
        Err(e) if e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("demarche: {e}");
            ExitCode::FAILURE
        }
    }
}

fn prepare_corpus(corpus: &Path, output: &Path) -> Result<(), Box<dyn Error>> {
    let mut catalogue = catalogue(&corpus.join("corpus.toml"))?;
    let folder = corpus.join("articles");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut texts = Vec::new();
    for file in &files {
        let (id, text) = read_text(file)?;
        let entry = catalogue.remove(&id).unwrap_or_else(|| {
            eprintln!("{}: corpus.toml has no [article.{id}]; outlet and day will be “not stated”", file.display());
            Entry::default()
        });
        texts.push((id, text, entry));
    }
    if let Some(id) = catalogue.keys().next() {
        return Err(format!(
            "corpus.toml names article {id}, but articles/ has no file of that name: add it or remove the entry"
        )
        .into());
    }
    let articles = prepare::articles(texts);
    let codebook = codebook(&corpus.join("codebook.toml"))?;
    if let Some(parent) = output.parent() {
        fs::create_dir_all(parent)?;
    }
    let count = articles.len();
    let (bytes, shards) = if manifest::is_large(&articles) {
        let (bytes, shards) = write_shards(articles, codebook, output.parent().unwrap_or(Path::new(".")))?;
        (bytes, format!(" in {shards} shards"))
    } else {
        (bundle::encode(&articles, &codebook), String::new())
    };
    fs::write(output, &bytes).map_err(|e| format!("{}: {e}", output.display()))?;
    eprintln!("{count} articles{shards}, {} bytes, corpus {}", bytes.len(), frame::fingerprint(&bytes));
    Ok(())
}

/// Writes what lies beside the manifest of a large corpus; gives the manifest and how many shards there are.
fn write_shards(
    mut articles: Vec<Article>,
    codebook: Codebook,
    folder: &Path,
) -> Result<(Vec<u8>, usize), Box<dyn Error>> {
    // A shard holds articles of one time: also those that only print their day.
    articles.iter_mut().for_each(publication::by_print);
    fs::create_dir_all(folder.join(manifest::FOLDER))?;
    let (manifest, files) = routing::shelved(&manifest::parted(articles), codebook);
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    Ok((manifest::encode(&manifest), manifest.shards.len()))
}

fn extract(files: &[PathBuf], published: Option<&str>) -> Result<(), Box<dyn Error>> {
    let day = published
        .map(|d| Day::parse(d).ok_or_else(|| format!("--published {d}: not a day; write it as 2021-12-17")))
        .transpose()?;
    let mut texts = Vec::new();
    for file in files {
        let (id, text) = read_text(file)?;
        let mut entry = Entry::default();
        if let Some(day) = day {
            entry.published = Some(day);
            entry.basis = "given with --published".into();
        } else if let Some(corpus) =
            file.parent().and_then(Path::parent).map(|p| p.join("corpus.toml")).filter(|p| p.exists())
        {
            entry = catalogue(&corpus)?.remove(&id).unwrap_or_default();
        }
        texts.push((id, text, entry));
    }
    let mut articles: Vec<Article> = prepare::articles(texts);
    articles.iter_mut().for_each(publication::by_print);
    let readings: Vec<_> = articles.iter().map(reading::read).collect();
    let entities = reading::join(&readings);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, (article, reading)) in articles.iter().zip(&readings).enumerate() {
        for line in jsonl::lines(article, reading, number, &entities) {
            serde_json::to_writer(&mut out, &line)?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()?;
    Ok(())
}

/// What stands in a file of JSON Lines, one value a line; "-" = standard input.
fn json_lines<T: serde::de::DeserializeOwned>(file: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = match file.to_str() {
        Some("-") => std::io::read_to_string(std::io::stdin())?,
        _ => fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?,
    };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let value = |(number, line)| {
        serde_json::from_str(line).map_err(|e| format!("{}, line {}: {e}", file.display(), number + 1).into())
    };
    lines.map(value).collect()
}

/// A sentence with its two parties.
#[derive(serde::Deserialize)]
struct Pair {
    id: String,
    text: String,
    source: String,
    target: String,
}

fn code(input: &Path) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for pair in json_lines::<Pair>(input)? {
        let Some(read) = deed::in_text(&pair.text, &pair.source, &pair.target) else { continue };
        let found = serde_json::json!({
            "id": pair.id, "type": read.deed.root.name(), "cameo": read.deed.code, "source": pair.source,
            "target": pair.target, "why": read.why,
        });
        writeln!(out, "{found}")?;
    }
    out.flush()?;
    Ok(())
}

/// A text whose dates are wanted.
#[derive(serde::Deserialize)]
struct RawText {
    id: String,
    text: String,
    /// The day it is read from; a time of day after it is not read.
    #[serde(rename = "ref")]
    from: Option<String>,
}

fn print_dates(file: &Path) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for raw in json_lines::<RawText>(file)? {
        let published = raw.from.as_deref().and_then(|day| day.get(..10)).and_then(Day::parse);
        let article =
            Article { id: raw.id, entry: Entry { published, ..Entry::default() }, ..Article::plain(raw.text) };
        let ruler = article.ruler();
        let page = Page::of(&article);
        let dates = date::dates(&page);
        let mut rows: Vec<(Span, &str, Option<String>)> = Vec::new();
        for figure in figure::figures(&page, &dates) {
            if let Some(value) = timex_duration(&figure).filter(|_| !dates.iter().any(|d| d.span.overlaps(figure.span)))
            {
                rows.push((figure.span, "DURATION", Some(value)));
            }
        }
        rows.extend(
            dates.iter().map(|date| (date.span, "DATE", date.value.map(|value| open_interval(value, date.reach)))),
        );
        rows.sort_by_key(|(span, ..)| *span);
        for (span, kind, value) in rows {
            let (start, end) = (ruler.points(span.start), ruler.points(span.end));
            let row = serde_json::json!({"id": article.id, "start": start, "end": end, "type": kind, "value": value});
            serde_json::to_writer(&mut out, &row)?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()?;
    Ok(())
}

/// "P3D" of a figure that measures time.
fn timex_duration(figure: &figure::Figure) -> Option<String> {
    let amount = figure.high.or(figure.low)?;
    Some(match figure.unit.as_str() {
        "years" => format!("P{amount}Y"),
        "decades" => format!("P{}Y", amount * 10.0),
        "centuries" => format!("P{}Y", amount * 100.0),
        "months" => format!("P{amount}M"),
        "weeks" => format!("P{amount}W"),
        "fortnights" => format!("P{}W", amount * 2.0),
        "days" => format!("P{amount}D"),
        "hours" => format!("PT{amount}H"),
        "minutes" => format!("PT{amount}M"),
        "seconds" => format!("PT{amount}S"),
        _ => return None,
    })
}

/// The value as an interval that is open where the words leave it open ("since May"), its end exclusive.
fn open_interval(value: date::Interval, reach: date::Reach) -> String {
    match reach {
        date::Reach::Within => value.iso(),
        date::Reach::Since => format!("{}/", value.first),
        date::Reach::After => format!("{}/", value.last.plus(1)),
        date::Reach::Before => format!("/{}", value.first),
        date::Reach::Until => format!("/{}", value.last.plus(1)),
    }
}

fn train_tagger(input: &Path, output: &Path, measure: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let read = |file: &Path| -> Result<_, Box<dyn Error>> {
        let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        Ok(train::read(&text).map_err(|e| format!("{}, {e}", file.display()))?)
    };
    let model = train::train(&read(input)?);
    fs::write(output, &model).map_err(|e| format!("{}: {e}", output.display()))?;
    eprintln!("{} bytes", model.len());
    if let Some(file) = measure {
        let gold = read(file)?;
        let headlines: Vec<_> = gold.iter().map(train::headline).collect();
        for (name, sentences) in [("as written", gold), ("in title case", headlines)] {
            let (right, total) = train::measure(&model, &sentences);
            eprintln!("{name}: {right} of {total} right, {:.2} %", 100.0 * right as f64 / total.max(1) as f64);
        }
    }
    Ok(())
}

/// What is read of the annotated files that are set aside, or of the others.
fn annotated<T>(
    trial: &Trial,
    read: impl Fn(&str) -> Result<T, String>,
    held: impl Fn(&T) -> bool,
) -> Result<Vec<T>, Box<dyn Error>> {
    let mut found = Vec::new();
    for file in &trial.files {
        let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let one = read(&text).map_err(|e| format!("{}, {e}", file.display()))?;
        if held(&one) == trial.held {
            found.push(one);
        }
    }
    Ok(found)
}

fn evaluate_sentences(options: &Trial) -> Result<(), Box<dyn Error>> {
    let files = annotated(options, annotated::read, |file| file.held)?;
    let sentences: Vec<_> = files.into_iter().flat_map(|file| file.all).collect();
    print_counts(&trial::run(&sentences), options.faults)
}

fn evaluate_stories(options: &Trial) -> Result<(), Box<dyn Error>> {
    print_counts(&trial::run_stories(&annotated(options, annotated::story, |story| story.held)?), options.faults)
}

/// Never prints the words of stories that are set aside.
fn look_at_lines(files: &[PathBuf], single: bool) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for file in files {
        let (id, raw) = read_text(file)?;
        let story = if raw.contains("# story") { Some(annotated::story(&raw)?) } else { None };
        if story.as_ref().is_some_and(|s| s.held) {
            continue;
        }
        let text = story.as_ref().map_or(&raw, |s| &s.text);
        let pages = if single { text.lines().collect() } else { vec![text.as_str()] };
        for page in pages {
            for look in zone::looks(page) {
                let kind = story.iter().flat_map(|s| &s.lines).find(|(_, span)| span.start == look.span.start);
                let kind = kind.map_or("-".into(), |(kind, _)| format!("{kind:?}"));
                let at = page.get(..look.span.start as usize).map_or(0, |t| t.chars().count());
                let (read, shown, words) = (look.kind, look.shown.join(" "), look.span.of(page));
                writeln!(out, "{id}\t{at}\t{kind}\t{read:?}\t{shown}\t{words}")?;
            }
        }
    }
    out.flush()?;
    Ok(())
}

/// What a file teaches that is not set aside: its story, or each of its sentences as one.
fn lessons(file: &Path) -> Result<Vec<annotated::Story>, Box<dyn Error>> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|e| format!("{name}: {e}"))?;
    let fault = |e: String| format!("{name}, {e}");
    let mut stories: Vec<annotated::Story> = if file.extension().is_some_and(|e| e == "tsv") {
        let rows = text.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
        rows.filter_map(|(act, text)| annotated::plain(act, text)).collect()
    } else if text.contains("# story") {
        vec![annotated::story(&text).map_err(fault)?]
    } else {
        let read = annotated::read(&text).map_err(fault)?;
        let all = read.all.into_iter().filter(|_| !read.held);
        all.map(annotated::Annotated::into_story).collect()
    };
    stories.retain(|s| !s.held);
    Ok(stories)
}

/// The statements of a file to learn acts from.
fn examples(file: &Path, register: Register) -> Result<Vec<Example>, Box<dyn Error>> {
    Ok(lessons(file)?.iter().flat_map(|s| trial::examples(s, register)).collect())
}

fn train_acts(
    kinds: [(&Vec<PathBuf>, Register); 4],
    measured: &[PathBuf],
    output: &Path,
) -> Result<(), Box<dyn Error>> {
    let read = |files: &[PathBuf], register: Register| -> Result<Vec<Example>, Box<dyn Error>> {
        let all: Vec<Vec<Example>> = files.iter().map(|f| examples(f, register)).collect::<Result<_, _>>()?;
        Ok(all.into_iter().flatten().collect())
    };
    let mut learnt = Vec::new();
    for (files, register) in kinds {
        learnt.extend(read(files, register)?);
    }
    let model = acts::train(&learnt);
    fs::write(output, &model).map_err(|e| format!("{}: {e}", output.display()))?;
    let [all, by_rules, right] =
        acts::measure(&model, &if measured.is_empty() { learnt } else { read(measured, Register::News)? });
    eprintln!(
        "{} bytes; of {all} acts that the rules do not decide alone they have {by_rules} right, with what is learnt {right}",
        model.len()
    );
    Ok(())
}

fn train_addressees(files: &[PathBuf], acts: Option<&Path>, across: bool, output: &Path) -> Result<(), Box<dyn Error>> {
    let mut all: Vec<addressed::Example> = Vec::new();
    for file in files {
        let stem = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let letter = stem.get(..1).unwrap_or_default();
        let writer = stem.split_once('-').map_or(format!("lines {letter}"), |(writer, _)| writer.to_string());
        let model = acts.map(|folder| fs::read(folder.join(letter).with_extension("bin"))).transpose();
        read_with(model.map_err(|e| format!("the acts of {letter}: {e}"))?.as_deref());
        for story in &lessons(file)? {
            all.extend(trial::examples_of_addressees(story, &writer));
        }
    }
    let mut writers: Vec<&str> = all.iter().filter(|_| across).map(|e| e.writer.as_str()).collect();
    writers.sort_unstable();
    writers.dedup();
    if across {
        eprintln!("writer  addressed, right by rules, right by both, wrong by rules, wrong by both, statements");
    }
    for writer in writers {
        let model = addressed::train(all.iter().filter(|e| e.writer != writer));
        let own = all.iter().filter(|e| e.writer == writer);
        eprintln!("{writer}  {:?}", addressed::measure(&model, own));
    }
    let model = addressed::train(all.iter());
    fs::write(output, &model).map_err(|e| format!("{}: {e}", output.display()))?;
    Ok(())
}

fn train_candidates(files: &[PathBuf], across: bool, output: &Path) -> Result<(), Box<dyn Error>> {
    let mut all: Vec<candidates::Example> = Vec::new();
    for file in files {
        // Single sentences are one writer's.
        let stem = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let writer = stem.split_once('-').map_or("sentences", |(writer, _)| writer);
        for story in &lessons(file)? {
            all.extend(trial::examples_of_candidates(story, writer));
        }
    }
    let mut writers: Vec<&str> = all.iter().filter(|_| across).map(|e| e.writer.as_str()).collect();
    writers.sort_unstable();
    writers.dedup();
    for writer in writers {
        let model = candidates::train(all.iter().filter(|e| e.writer != writer));
        for least in [-12, 0, 12, 24] {
            let own = all.iter().filter(|e| e.writer == writer);
            let [of, right, read] = candidates::measure(&model, own, least);
            eprintln!("{writer} over {least}: {right} right of {read} read, of {of}");
        }
    }
    let model = candidates::train(all.iter());
    fs::write(output, &model).map_err(|e| format!("{}: {e}", output.display()))?;
    eprintln!("{} bytes from {} candidates", model.len(), all.len());
    Ok(())
}

fn print_counts(counts: &trial::Counts, faults: bool) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    if faults {
        for fault in &counts.faults {
            writeln!(out, "{fault}")?;
        }
        for ((gold, read), n) in &counts.confused {
            writeln!(out, "{n:4} {} read as {}", gold.slug(), read.slug())?;
        }
    }
    writeln!(out, "{}", counts.table())?;
    Ok(())
}

fn train_names(whole: &[String], part: &[String], output: &Path) -> Result<(), Box<dyn Error>> {
    let read = |prefix: &String| -> Result<Vec<names::Example>, Box<dyn Error>> {
        let file = |end| {
            let name = format!("{prefix}.{end}.jsonl");
            fs::read_to_string(&name).map_err(|e| format!("{name}: {e}"))
        };
        Ok(names::read(&file("texts")?, &file("gold")?).map_err(|e| format!("{prefix}: {e}"))?)
    };
    let mut examples = Vec::new();
    for prefix in whole {
        examples.extend(read(prefix)?);
    }
    for prefix in part {
        let all = read(prefix)?.into_iter().enumerate();
        examples.extend(all.filter(|(n, _)| n / 20 % 4 != 3).map(|(_, e)| e));
    }
    let model = names::train(&examples);
    fs::write(output, &model).map_err(|e| format!("{}: {e}", output.display()))?;
    eprintln!("{} bytes from {} texts", model.len(), examples.len());
    Ok(())
}

fn query(file: &Path, address: &str, form: &str) -> Result<(), Box<dyn Error>> {
    let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let bundle = if manifest::is_manifest(&bytes) { whole(&bytes, file)? } else { bundle::decode(&bytes)? };
    let archive = Archive::open(bundle, &mut |_, _| ());
    let filter = link::decode(address);
    let base = address.split('#').next().unwrap_or_default();
    let text = match form {
        "answer" => serde_json::to_string_pretty(&archive.ask(&filter, 0, 50))?,
        "view" => serde_json::to_string_pretty(&archive.view(&filter))?,
        _ => {
            let form = serde_json::from_value(form.into()).map_err(|_| {
                format!("--form {form}: one of csv, json, annotations, ris, bibtex, csl, text, answer, view")
            })?;
            export(&archive, &filter, base, form).text
        }
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

/// All shards of a large corpus as one bundle.
fn whole(manifest: &[u8], file: &Path) -> Result<Bundle, Box<dyn Error>> {
    let Manifest { shards, codebook, fingerprint, .. } = manifest::decode(manifest)?;
    let mut articles = Vec::new();
    for shard in shards {
        let file = file.with_file_name(&shard.file.name);
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        articles.extend(shard.decode(&bytes)?.articles);
    }
    Ok(Bundle { articles, codebook, fingerprint })
}

fn read_text(file: &Path) -> Result<(String, String), Box<dyn Error>> {
    let name = file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok((prepare::id_of(&name).to_string(), prepare::decode(&name, bytes)?))
}

/// Topics and aliases; a corpus without the file has none.
fn codebook(file: &Path) -> Result<Codebook, Box<dyn Error>> {
    if !file.exists() {
        return Ok(Codebook::default());
    }
    let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let read: Codebook = toml::from_str(&text).map_err(|e| format!("{}: {e}", file.display()))?;
    match faults(&read).as_slice() {
        [] => Ok(read),
        faults => Err(format!("{}: {}", file.display(), faults.join("; ")).into()),
    }
}

fn catalogue(file: &Path) -> Result<BTreeMap<String, Entry>, Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let read: Catalogue = toml::from_str(&text).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut entries = BTreeMap::new();
    for (id, entry) in read.article {
        let published = match &entry.published {
            Some(day) => Some(Day::parse(day).ok_or_else(|| {
                format!("corpus.toml, article {id}: published = \"{day}\" is not a day (2021-12-17)")
            })?),
            None => None,
        };
        entries.insert(
            id,
            Entry {
                outlet: entry.outlet,
                republisher: entry.republisher,
                language: entry.language,
                published,
                basis: entry.basis,
            },
        );
    }
    Ok(entries)
}
