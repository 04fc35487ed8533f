#!/usr/bin/env node
// node bench/generate.mjs --articles N [--seed S] [--out FILE]: invented news as JSON Lines {id, title, date, outlet, text}.
// The same N and S always give the same file, and a smaller file is the beginning of a larger one. Sentences have named
// sources, quotations, dates and figures; 40 outlets by a Zipf law; days over seven years; the vocabulary grows with the
// number of articles as news does (about 18,000, 50,000 and 144,000 words at 1,000, 10,000 and 100,000).
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const words = text => text.split(' ');
const JOINS = words('the the the the the of of of to to in in and and a a for on with that by at from as its over after under between against into during about amid before since while will has was is are be not more other new two last');
const COMMON = words('government talks agreement minister border military sanctions council president meeting officials security troops ceasefire negotiations defence foreign parliament crisis proposal embassy statement region forces weapons treaty summit pressure peace conflict humanitarian exports delegation election economy nuclear missile diplomats demands response support alliance territory independence observers mission relations dispute army police citizens refugees aid trade energy pipeline court law resolution vote party opposition leader media television newspaper agency report capital coast island river village city north south east west morning evening week month year people country state world side part number question answer plan step line ground');
const SAID = words('said said said said told added stressed warned announced noted insisted confirmed denied demanded rejected promised explained recalled acknowledged reiterated');
const TITLES = ['Foreign Minister', 'Defence Minister', 'President', 'Prime Minister', 'Ambassador', 'spokesman', 'spokeswoman', 'General', 'Deputy Foreign Minister', 'Secretary General', 'special envoy', 'opposition leader'];
const COUNTRIES = words('Serbia Kosovo Iran Israel Sudan Egypt Ethiopia Kenya China Taiwan Japan Korea India Pakistan Armenia Azerbaijan Georgia Turkey Greece Cyprus Morocco Algeria Libya Chad Mali Niger Venezuela Guyana Colombia Peru Bolivia Chile Cambodia Thailand Vietnam Philippines Poland Hungary Moldova Finland Norway Qatar Yemen Oman Lebanon Jordan Iraq Syria Rwanda Somalia');
const CITIES = words('Belgrade Pristina Tehran Jerusalem Khartoum Cairo Nairobi Beijing Taipei Tokyo Seoul Delhi Islamabad Yerevan Baku Tbilisi Ankara Athens Nicosia Rabat Algiers Tripoli Bamako Niamey Caracas Georgetown Bogota Lima Santiago Bangkok Hanoi Manila Warsaw Budapest Helsinki Oslo Doha Sanaa Beirut Amman Baghdad Damascus Kigali Geneva Vienna Brussels Washington');
const MONTHS = words('January February March April May June July August September October November December');
const UNITS = words('troops tonnes percent refugees vehicles kilometres million soldiers barrels villages dollars euros');
const OUTLETS = words('Courier Herald Tribune Gazette Observer Chronicle Sentinel Standard Mercury Dispatch').flatMap(name => words('Northern Central Coastal Daily').map(kind => `${kind} ${name}`));
const ONSETS = words('b br c ch cl d dr f fl g gr h j k kr l m n p pl pr qu r s sh sk sl sp st str t th tr v w z');
const VOWELS = words('a e i o u ai ea ou');
const CODAS = ['', '', '', '', '', 'l', 'n', 'r', 's', 't', 'm', 'nd', 'rt', 'st', 'ck'];
const ENDINGS = ['', '', '', '', '', '', 's', 's', 'ed', 'ing', 'er', 'al', 'ion', 'ment'];

/** Mulberry32: small, good enough, the same everywhere. */
export const random = seed => () => { seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };

/** The word of a rank: common words first, then made up, the same for each rank. */
function wordOf(rank, seed) {
  if (rank < COMMON.length) return COMMON[rank];
  const next = random(rank * 7919 + seed), of = list => list[Math.floor(next() * list.length)];
  let word = '';
  for (let n = 1 + Math.floor(next() * 2.2); n > 0; n--) word += of(ONSETS) + of(VOWELS) + of(CODAS);
  return (word.length < 3 ? word + of(CODAS) + 'an' : word) + of(ENDINGS);
}

/** Calls `take` with each article. */
export function generate(articles, seed, take) {
  const next = random(seed), below = n => Math.floor(next() * n), of = list => list[below(list.length)];
  const vocabulary = [];
  const cap = w => w[0].toUpperCase() + w.slice(1);
  const start = Date.UTC(2018, 0, 1);
  const outletAt = []; let sum = 0;
  OUTLETS.forEach((_, n) => outletAt.push(sum += 1 / (n + 1)));
  for (let n = 0; n < articles; n++) {
    const size = Math.floor(2500 + 660 * (n + 1) ** 0.48);
    const fresh = [];
    while (vocabulary.length < size) { vocabulary.push(wordOf(vocabulary.length, seed)); if (n > 0) fresh.push(vocabulary.length - 1); }
    let last = 0;
    // Zipf's law; and some words go together.
    const content = () => { last = fresh.length && next() < 0.15 ? fresh.pop() : next() < 0.35 ? (last * 31 + 17 * below(3)) % Math.min(2500, size) : Math.min(size - 1, Math.floor(Math.exp(next() * Math.log(size)) - 1)); return vocabulary[last]; };
    const run = n => { const list = []; for (let i = 0; i < n; i++) list.push(next() < 0.48 ? of(JOINS) : content()); return list.join(' '); };
    const date = new Date(start + below(2557) * 864e5);
    const name = () => `${cap(wordOf(3000 + below(400) ** 2 % size, seed))} ${cap(wordOf(5000 + (below(900) ** 2) % size, seed))}`;
    const cast = [0, 1, 2].map(() => ({ title: of(TITLES), country: of(COUNTRIES), name: name() }));
    const sentence = () => {
      const who = of(cast), source = next() < 0.5 ? `${who.country}'s ${who.title} ${who.name}` : next() < 0.5 ? who.name : `${who.title} ${who.name.split(' ')[1]}`, n = 7 + below(14), kind = next();
      if (kind < 0.12) return `“${cap(run(n))},” ${source} ${of(SAID)}.`;
      if (kind < 0.24) return `${source} ${of(SAID)} that ${run(n)}.`;
      if (kind < 0.30) return `${source} ${of(SAID)} on ${of(MONTHS)} ${1 + below(28)} in ${of(CITIES)} that ${run(n)}.`;
      if (kind < 0.38) return `According to ${of(COUNTRIES)}'s ${content()} ministry, ${(1 + below(400)) * 50 > 999 ? ((1 + below(99)) * 500 + 1000).toLocaleString('en') : 1 + below(900)} ${of(UNITS)} ${run(n)}.`;
      if (kind < 0.42) return `${cap(run(n))}, ${of(CITIES)} ${of(SAID)} in ${2010 + below(15)}.`;
      return `${cap(run(n))}, ${run(4 + below(8))}.`;
    };
    const length = 190 + below(140), paragraphs = []; let count = 0;
    while (count < length) { const list = []; for (let k = 2 + below(3); k > 0; k--) { const s = sentence(); list.push(s); count += s.split(' ').length; } paragraphs.push(list.join(' ')); }
    const at = next() * sum, outlet = OUTLETS[outletAt.findIndex(a => a >= at)];
    take({ id: n, title: `${of(COUNTRIES)} ${content()} ${run(4 + below(4))}`, date: date.toISOString().slice(0, 10), outlet, text: paragraphs.join('\n\n') });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const arg = (name, otherwise) => { const at = process.argv.indexOf('--' + name); return at < 0 ? otherwise : process.argv[at + 1]; };
  const articles = +arg('articles', 1000), out = arg('out', '/dev/stdout');
  if (out !== '/dev/stdout') fs.mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  const file = fs.openSync(out, 'w'); let part = [];
  const flush = () => { fs.writeSync(file, part.join('')); part = []; };
  generate(articles, +arg('seed', 1), a => { part.push(JSON.stringify(a) + '\n'); if (part.length === 500) flush(); });
  flush();
}
