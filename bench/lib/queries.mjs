// The queries: 200 of words (40 one word, 60 two words, 30 phrases, 40 prefixes, 30 typos) and 40 with facets, drawn by a
// seeded generator from the first 1,000 articles, which are part of every larger corpus: every size and every peer gets
// the same list. And what the answers must be, by brute force.
import { random } from '../generate.mjs';

export const MODES = ['term', 'and', 'phrase', 'prefix', 'typo'];
const STOP = new Set('the of and to in a for said is on that it by from was with at as its has be he an not are have would will were which but this had or about one been their they more also after up than other some two new could who there its last when first over all into out under between if only no may any most through against because while during before such them these his her she him'.split(' '));
const words = text => text.toLowerCase().match(/[a-z]+/g) || [];

export function makeQueries(articles, seed = 7) {
  const next = random(seed), below = n => Math.floor(next() * n), of = list => list[below(list.length)];
  const found = new Map();
  for (const a of articles) for (const w of new Set(words(a.text))) found.set(w, (found.get(w) || 0) + 1);
  const good = [...found].filter(([w]) => w.length >= 4 && !STOP.has(w)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const band = (from, to) => good.filter(([, n]) => n >= from * articles.length && n < to * articles.length).map(([w]) => w);
  const bands = [band(0.1, 1), band(0.015, 0.1), band(0.002, 0.015)];
  const text = [], seen = new Set();
  const fill = (count, mode, make) => { for (let n = 0; n < count;) { const query = make(n); if (query && !seen.has(mode + query)) { seen.add(mode + query); text.push({ mode, text: query }); n++; } } };
  fill(40, 'term', n => of(bands[n % 3]));
  fill(60, 'and', () => { const list = [...new Set(words(of(articles).text))].filter(w => w.length >= 4 && !STOP.has(w) && found.get(w) >= 5), a = of(list), b = of(list); return a && a !== b && `${a} ${b}`; });
  fill(30, 'phrase', () => { const phrase = of(of(articles).text.match(/\b[a-z]{3,} [a-z]{3,}( [a-z]{3,})?\b/g) || ['']); return phrase.split(' ').every(w => w && !STOP.has(w)) && phrase; });
  fill(40, 'prefix', n => { const w = of(bands[n % 3]); return w.length >= 5 && w.slice(0, 3 + n % 3); });
  fill(30, 'typo', n => { const w = of(bands[n % 3]), at = 1 + below(w.length - 2); return w.length >= 6 && (n % 3 === 0 ? w.slice(0, at) + w.slice(at + 1) : n % 3 === 1 ? w.slice(0, at) + 'x' + w.slice(at + 1) : w.slice(0, at) + w[at + 1] + w[at] + w.slice(at + 2)); });
  const outlets = [...new Set(articles.map(a => a.outlet))].sort(), two = n => String(n).padStart(2, '0');
  const facet = Array.from({ length: 40 }, (_, n) => {
    const year = 2019 + below(5), month = 1 + below(7), chosen = new Set();
    while (chosen.size < 3) chosen.add(of(outlets));
    return { mode: 'term', text: of([bands[0], bands[0], bands[1], bands[2]][n % 4]), outlet: [...chosen].sort(), from: `${year}-${two(month)}-01`, to: `${year}-${two(month + 5)}-31`, facets: true };
  });
  return { text, facet };
}

/** Totals by brute force over runs of letters and digits: how many peers cut words the same way shows there. */
export function truth(articles, queries) {
  const texts = articles.map(a => ` ${((a.title + ' ' + a.text).toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).join(' ')} `);
  const holds = { term: q => s => s.includes(` ${q} `), phrase: q => s => s.includes(` ${q} `), prefix: q => s => s.includes(` ${q}`), and: q => s => q.split(' ').every(w => s.includes(` ${w} `)) };
  return {
    text: queries.text.map(q => holds[q.mode] ? texts.filter(holds[q.mode](q.text)).length : null),
    facet: queries.facet.map(q => articles.filter((a, n) => q.outlet.includes(a.outlet) && a.date >= q.from && a.date <= q.to && texts[n].includes(` ${q.text} `)).length),
  };
}
