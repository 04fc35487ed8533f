#!/usr/bin/env node
// node bench/site.mjs --articles N [--paragraphs 2] [--seed 1] --out DIR: the invented news of generate.mjs as a corpus folder
// for `demarche prepare`: articles/*.txt and corpus.toml. Of each article the first paragraphs are kept, so that it is small.
import fs from 'node:fs';
import path from 'node:path';
import { generate } from './generate.mjs';

const arg = (name, otherwise) => { const at = process.argv.indexOf('--' + name); return at < 0 ? otherwise : process.argv[at + 1]; };
const out = arg('out'), paragraphs = +arg('paragraphs', 2);
fs.mkdirSync(path.join(out, 'articles'), { recursive: true });
const catalogue = [];
generate(+arg('articles', 1000), +arg('seed', 1), ({ id, title, date, outlet, text }) => {
  const name = String(id).padStart(6, '0');
  fs.writeFileSync(path.join(out, 'articles', `${name}.txt`), `${title}\n\n${text.split('\n\n').slice(0, paragraphs).join('\n\n')}\n`);
  catalogue.push(`[article.${name}]\noutlet = "${outlet}"\npublished = "${date}"\nbasis = "invented"\n`);
});
fs.writeFileSync(path.join(out, 'corpus.toml'), catalogue.join('\n'));
