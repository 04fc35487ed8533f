#!/usr/bin/env node
// Reading articles beside wink-nlp and compromise in one Chromium, one article at a time: MB and tokens a second of CPU.
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
const lines = ['| | articles | MB a CPU second | beside wink | thousand tokens a CPU second | found |', '|---|---:|---:|---:|---:|---|', ...rows.map(r => r.error ? `| ${r.peer} | ✗ ${r.error} |` : `| ${r.peer} | ${r.articles} | ${speed(r).toFixed(2)} | ${wink && !wink.error ? (speed(r) / speed(wink)).toFixed(1) + '×' : '–'} | ${(r.tokens / r.cpu / 1000).toFixed(0)} | ${Object.entries(r.found).map(f => f.join(' ')).join(', ')} |`)];
fs.writeFileSync(path.join(CACHE, 'read.md'), lines.join('\n') + '\n');
console.log(lines.join('\n'));
process.exit(0);
