// The engine itself, by the face that any page uses (script/engine builds it).
import init, { Builder, Engine, memoryHeld } from '../../dist-engine/demarche.js';

let engine, index;
const typed = { term: t => t, and: t => t, typo: t => t, phrase: t => `"${t}"`, prefix: t => `${t}*` };
/** The queries write the end of any month as its 31st. */
const lastDay = day => new Date(Date.UTC(+day.slice(0, 4), +day.slice(5, 7), 0)).toISOString().slice(0, 10);

export default {
  name: 'demarche',
  caps: ['term', 'and', 'phrase', 'prefix', 'typo', 'facet'],
  files: { 'demarche_bg.wasm': '../../dist-engine/demarche_bg.wasm' },
  async init(base) { await init({ module_or_path: base + 'demarche_bg.wasm' }); },
  build(articles) {
    const builder = new Builder(['outlet']);
    for (const a of articles) builder.add({ title: a.title, text: a.text, date: a.date, facets: { outlet: a.outlet } });
    index = builder.finish();
  },
  serialize: () => index,
  load(bytes) { engine = Engine.load(bytes); },
  query(q) {
    const asked = { text: typed[q.mode](q.text) };
    if (q.facets) Object.assign(asked, { facets: { outlet: q.outlet }, from: q.from, to: lastDay(q.to), counts: 'found' });
    const found = engine.query(asked);
    return { total: found.total, ids: found.hits.map(h => h.document), facets: q.facets && found.counts };
  },
  wasmBytes: memoryHeld,
};
