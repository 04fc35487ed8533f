#!/usr/bin/env node
// The engine beside its peers in one Chromium: called by script/bench, which sets up what it needs.
//   node bench/run.mjs --cache DIR [--docs 1000,10000] [--peers demarche,minisearch,flexsearch,sqlite] [--reps 5]
//     [--budget 60] [--timeout 900] [--keep] [--svg FILE]
// Every phase runs in a new browser with a new profile, so that no heap, cache or compiled code is carried over. For each
// query the best of --reps counts, then p50 and p95 over the queries of a kind. --budget: seconds for all queries of a
// peer; the rest is reported as not run. --keep adds to the results of earlier runs instead of starting anew.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser, arg, brotli, bundle, corpus } from './lib/browser.mjs';
import { MODES, makeQueries, truth } from './lib/queries.mjs';
import { draw, table } from './lib/report.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const CACHE = path.resolve(arg('cache', path.join(os.homedir(), '.cache/demarche/bench')));
const SIZES = arg('docs', '1000,10000').split(',').map(Number), PEERS = arg('peers', 'demarche,minisearch,flexsearch,sqlite').split(',');
const options = { reps: +arg('reps', 5), budget: +arg('budget', 60) * 1000 }, TIMEOUT = +arg('timeout', 900) * 1000;
const RESULTS = path.join(CACHE, 'results.json');

const articlesOf = size => fs.readFileSync(corpus(CACHE, HERE, size), 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
const share = (list, p) => { const sorted = list.filter(x => x != null).sort((a, b) => a - b); return sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] : null; };
const spread = list => ({ n: list.filter(x => x != null).length, p50: share(list, 0.5), p95: share(list, 0.95) });
const exact = (found, expected) => { const both = found.map((f, n) => [f?.total, expected[n]]).filter(([a, b]) => a != null && b != null); return both.length ? `${both.filter(([a, b]) => a === b).length}/${both.length}` : null; };

fs.mkdirSync(path.join(CACHE, 'store'), { recursive: true });
const queries = makeQueries(articlesOf(1000));
const results = process.argv.includes('--keep') && fs.existsSync(RESULTS) ? JSON.parse(fs.readFileSync(RESULTS, 'utf8')) : [];
const code = {};
for (const peer of PEERS) code[peer] = await bundle(CACHE, path.join(HERE, 'adapters', peer + '.mjs'), peer);
const browser = await Browser.start(HERE, CACHE);
for (const size of SIZES) {
  corpus(CACHE, HERE, size);
  const right = size <= 10000 ? truth(articlesOf(size), queries) : null;
  for (const peer of PEERS) {
    const row = { peer, size, code: code[peer], load1: os.loadavg()[0], at: new Date().toISOString() }, stored = path.join(CACHE, 'store', `${peer}-${size}.bin`);
    try {
      const built = await browser.run('build', [peer, size], TIMEOUT);
      const bytes = fs.readFileSync(stored);
      Object.assign(row, { buildMs: built.buildMs, buildCpu: built.buildCpu, buildPeak: built.memory?.peak, bytes: bytes.length, brotli: brotli(bytes).length });
      const { text, facet, memory, ...rest } = await browser.run('query', [peer, size, queries, options], TIMEOUT);
      Object.assign(row, rest, { rss: memory?.rss, kinds: {} });
      for (const mode of MODES) {
        const of = list => list.filter((_, n) => queries.text[n].mode === mode);
        row.kinds[mode] = { ...spread(of(text).map(f => f?.ms)), first: spread(of(text).map(f => f?.first)), exact: right && exact(of(text), of(right.text)) };
      }
      row.kinds.facet = { ...spread(facet.map(f => f?.ms)), first: spread(facet.map(f => f?.first)), adds: facet.every(f => !f || f.adds), exact: right && exact(facet, right.facet) };
    } catch (error) { row.error = String(error.message || error).split('\n')[0].slice(0, 200); }
    const old = results.findIndex(r => r.peer === peer && r.size === size);
    if (old >= 0) results.splice(old, 1);
    results.push(row);
    fs.writeFileSync(RESULTS, JSON.stringify(results, null, 1));
    console.error(row.error ? `✗ ${peer} ${size}: ${row.error}` : `• ${peer} ${size}: done`);
  }
}
browser.stop();
const report = table(results);
fs.writeFileSync(path.join(CACHE, 'results.md'), report);
console.log(report);
if (arg('svg')) fs.writeFileSync(arg('svg'), draw(results));
process.exit(0);
