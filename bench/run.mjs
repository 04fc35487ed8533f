#!/usr/bin/env node
// The engine beside its peers in one Chromium: called by script/bench, which sets up what it needs.
//   node bench/run.mjs --cache DIR [--docs 1000,10000] [--peers demarche,minisearch,flexsearch,sqlite] [--reps 5]
//     [--budget 60] [--timeout 900] [--keep] [--svg FILE]
// Every phase runs in a new browser with a new profile, so that no heap, cache or compiled code is carried over. For each
// query the best of --reps counts, then p50 and p95 over the queries of a kind. --budget: seconds for all queries of a
// peer; the rest is reported as not run. --keep adds to the results of earlier runs instead of starting anew.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { execFileSync, execSync } from 'node:child_process';
import { MODES, makeQueries, truth } from './lib/queries.mjs';
import { draw, table } from './lib/report.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const arg = (name, otherwise) => { const at = process.argv.indexOf('--' + name); return at < 0 ? otherwise : process.argv[at + 1]; };
const CACHE = path.resolve(arg('cache', path.join(os.homedir(), '.cache/demarche/bench'))), DATA = path.join(CACHE, 'data'), MODULES = path.join(CACHE, 'node_modules');
const SIZES = arg('docs', '1000,10000').split(',').map(Number), PEERS = arg('peers', 'demarche,minisearch,flexsearch,sqlite').split(',');
const options = { reps: +arg('reps', 5), budget: +arg('budget', 60) * 1000 }, TIMEOUT = +arg('timeout', 900) * 1000;
const need = createRequire(path.join(MODULES, 'x.js')), esbuild = need('esbuild'), { chromium } = need('playwright-core');
const CHROMIUM = process.env.CHROMIUM || execSync('command -v chromium || command -v google-chrome').toString().trim();
const RESULTS = path.join(CACHE, 'results.json');

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
/** Better for small files; for a large one what a host would spend. */
const brotli = bytes => { const c = zlib.constants; return zlib.brotliCompressSync(bytes, { params: { [c.BROTLI_PARAM_QUALITY]: bytes.length < 4e6 ? 11 : bytes.length < 4e7 ? 9 : 5, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: bytes.length } }); };

async function bundle(peer) {
  const dir = path.join(CACHE, 'peer', peer), source = path.join(HERE, 'adapters', peer + '.mjs');
  fs.mkdirSync(dir, { recursive: true });
  await esbuild.build({ entryPoints: [source], bundle: true, minify: true, format: 'esm', platform: 'browser', outfile: path.join(dir, 'adapter.js'), external: ['node:*', 'fs', 'path', 'url', 'module'], nodePaths: [MODULES], logLevel: 'error', legalComments: 'none' });
  const named = fs.readFileSync(source, 'utf8').matchAll(/'([\w.-]+\.wasm)': '([^']+)'/g);
  for (const [, name, from] of named) fs.copyFileSync(fs.existsSync(path.join(MODULES, from)) ? path.join(MODULES, from) : path.resolve(path.dirname(source), from), path.join(dir, name));
  return fs.readdirSync(dir).filter(f => !f.endsWith('.br')).reduce((sum, f) => sum + brotli(fs.readFileSync(path.join(dir, f))).length, 0);
}

const server = http.createServer((request, reply) => {
  const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const file = address.startsWith('/web/') ? path.join(HERE, address) : path.join(CACHE, address);
  reply.setHeader('Cache-Control', 'no-store');
  // Isolated pages have a clock of 5 µs, others of 100.
  for (const [name, value] of [['Opener-Policy', 'same-origin'], ['Embedder-Policy', 'require-corp'], ['Resource-Policy', 'same-origin']]) reply.setHeader('Cross-Origin-' + name, value);
  if (address.includes('..')) { reply.statusCode = 400; reply.end(); return; }
  if (request.method === 'PUT') { request.pipe(fs.createWriteStream(file)).on('close', () => reply.end('ok')); return; }
  if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) { reply.statusCode = 404; reply.end(); return; }
  reply.setHeader('Content-Type', TYPES[path.extname(file)] || 'application/octet-stream');
  reply.setHeader('Content-Length', fs.statSync(file).size);
  fs.createReadStream(file).pipe(reply);
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const ORIGIN = `http://127.0.0.1:${server.address().port}`;

/** The renderer processes of one browser profile: that of the page is the one that used most memory. */
function renderers(profile) {
  const found = [];
  for (const pid of fs.readdirSync('/proc').filter(n => /^\d+$/.test(n))) {
    try {
      const line = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!line.includes(profile) || !line.includes('--type=renderer')) continue;
      const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8'), stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      found.push({ rss: +status.match(/VmRSS:\s+(\d+)/)[1] * 1024, peak: +status.match(/VmHWM:\s+(\d+)/)[1] * 1024, cpu: (+stat[11] + +stat[12]) / 100 });
    } catch { /* it ended meanwhile */ }
  }
  return found;
}

async function inPage(phase, args) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-bench-'));
  const browser = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, headless: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--enable-precise-memory-info', '--js-flags=--expose-gc'] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT);
    await page.exposeFunction('cpu', () => renderers(profile).reduce((sum, r) => sum + r.cpu, 0));
    const crash = new Promise((_, fail) => page.on('crash', () => fail(new Error('the page died (out of memory)'))));
    let timer; const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`not done in ${TIMEOUT / 1000} s`)), TIMEOUT); });
    await page.goto(ORIGIN + '/web/page.html');
    await page.waitForFunction('globalThis.ready');
    const result = await Promise.race([page.evaluate(([name, given]) => phases[name](...given), [phase, args]), crash, late]);
    clearTimeout(timer);
    result.memory = renderers(profile).sort((a, b) => b.peak - a.peak)[0];
    return result;
  } finally {
    await Promise.race([browser.close(), new Promise(done => setTimeout(done, 5000))]);
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

const articlesOf = size => fs.readFileSync(path.join(DATA, `docs-${size}.jsonl`), 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
const share = (list, p) => { const sorted = list.filter(x => x != null).sort((a, b) => a - b); return sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] : null; };
const spread = list => ({ n: list.filter(x => x != null).length, p50: share(list, 0.5), p95: share(list, 0.95) });
const exact = (found, expected) => { const both = found.map((f, n) => [f?.total, expected[n]]).filter(([a, b]) => a != null && b != null); return both.length ? `${both.filter(([a, b]) => a === b).length}/${both.length}` : null; };

fs.mkdirSync(path.join(CACHE, 'store'), { recursive: true });
fs.mkdirSync(DATA, { recursive: true });
for (const size of [1000, ...SIZES]) {
  const file = path.join(DATA, `docs-${size}.jsonl`);
  if (!fs.existsSync(file)) execFileSync(process.execPath, [path.join(HERE, 'generate.mjs'), '--articles', size, '--out', file]);
}
const queries = makeQueries(articlesOf(1000));
const results = process.argv.includes('--keep') && fs.existsSync(RESULTS) ? JSON.parse(fs.readFileSync(RESULTS, 'utf8')) : [];
const code = {};
for (const peer of PEERS) code[peer] = await bundle(peer);
for (const size of SIZES) {
  const right = size <= 10000 ? truth(articlesOf(size), queries) : null;
  for (const peer of PEERS) {
    const row = { peer, size, code: code[peer], load1: os.loadavg()[0], at: new Date().toISOString() }, stored = path.join(CACHE, 'store', `${peer}-${size}.bin`);
    try {
      const built = await inPage('build', [peer, size]);
      const bytes = fs.readFileSync(stored);
      Object.assign(row, { buildMs: built.buildMs, buildCpu: built.buildCpu, buildPeak: built.memory?.peak, bytes: bytes.length, brotli: brotli(bytes).length });
      const { text, facet, memory, ...rest } = await inPage('query', [peer, size, queries, options]);
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
server.close();
const report = table(results);
fs.writeFileSync(path.join(CACHE, 'results.md'), report);
console.log(report);
if (arg('svg')) fs.writeFileSync(arg('svg'), draw(results));
process.exit(0);
