#!/usr/bin/env node
// Reading articles beside wink-nlp and compromise in one Chromium, one article at a time: MB and tokens a second of CPU, at
// first (what the browser spends on compiling is in it) and once it has compiled.
//   node bench/read.mjs --cache DIR [--docs 1000] [--peers demarche,wink,compromise] [--budget 8]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser, arg, bundle, corpus } from './lib/browser.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url)), CACHE = path.resolve(arg('cache', path.join(os.homedir(), '.cache/demarche/bench')));
const SIZE = +arg('docs', 1000), PEERS = arg('peers', 'demarche,wink,compromise').split(','), BUDGET = +arg('budget', 8) * 1000;
corpus(CACHE, HERE, SIZE);
const browser = await Browser.start(HERE, CACHE), rows = [];
for (const peer of PEERS) {
  await bundle(CACHE, path.join(HERE, 'read', peer + '.mjs'), 'read-' + peer);
  try { rows.push({ peer, ...await browser.run('read', ['read-' + peer, SIZE, BUDGET], BUDGET * 10) }); } catch (error) { rows.push({ peer, error: String(error.message).split('\n')[0] }); }
}
browser.stop();
const wink = rows.find(r => r.peer === 'wink'), speed = r => r.bytes / 1e6 / r.cpu;
const beside = (r, when) => wink && !wink.error ? (speed(r[when]) / speed(wink[when])).toFixed(1) + '×' : '–';
const told = (r, when) => `${speed(r[when]).toFixed(2)} | ${beside(r, when)} | ${(r[when].tokens / r[when].cpu / 1000).toFixed(0)}`;
const lines = ['| | articles | MB a CPU second at first | beside wink | thousand tokens | MB a CPU second once compiled | beside wink | thousand tokens | found |', '|---|---:|---:|---:|---:|---:|---:|---:|---|', ...rows.map(r => r.error ? `| ${r.peer} | ✗ ${r.error} |` : `| ${r.peer} | ${r.first.articles} | ${told(r, 'first')} | ${told(r, 'later')} | ${Object.entries(r.found).map(f => f.join(' ')).join(', ')} |`)];
fs.writeFileSync(path.join(CACHE, 'read.md'), lines.join('\n') + '\n');
console.log(lines.join('\n'));
process.exit(0);
