// Zones, sentences, tags, names joined, dates, figures, statements with source, act and addressee.
import init, { extract } from '../../dist-engine/demarche.js';
export default {
  files: { 'demarche_bg.wasm': '../../dist-engine/demarche_bg.wasm' },
  async init(base) { await init({ module_or_path: base + 'demarche_bg.wasm' }); },
  read(text) { const counts = {}; for (const line of extract([{ text }])) counts[line.kind] = (counts[line.kind] || 0) + 1; return counts; },
};
