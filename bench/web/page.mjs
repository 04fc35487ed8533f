// What happens in the browser: build, or load and query. The harness gives cpu(): CPU seconds of this page's process.
const settle = async () => { for (let n = 0; n < 3; n++) { globalThis.gc?.(); await new Promise(done => setTimeout(done, 30)); } };
const held = async adapter => { await settle(); return { heap: performance.memory?.usedJSHeapSize ?? null, wasm: adapter.wasmBytes?.() ?? 0 }; };
const timed = async work => { const start = performance.now(), result = await work(); return [performance.now() - start, result]; };
const metered = async work => { const before = await cpu(), [wall, result] = await timed(work); return [wall, result, (await cpu() - before) * 1000]; };
const adapterOf = async peer => (await import(`/peer/${peer}/adapter.js`)).default;

async function articlesOf(size) {
  const text = await (await fetch(`/data/docs-${size}.jsonl`)).text(), articles = [];
  for (let at = 0, end; (end = text.indexOf('\n', at)) >= 0; at = end + 1) articles.push(JSON.parse(text.slice(at, end)));
  return articles;
}

globalThis.phases = {
  async build(peer, size) {
    const adapter = await adapterOf(peer);
    await adapter.init?.(`/peer/${peer}/`);
    let articles = await articlesOf(size);
    const [wall, , busy] = await metered(() => adapter.build(articles));
    articles = null;
    const bytes = await adapter.serialize();
    await fetch(`/store/${peer}-${size}.bin`, { method: 'PUT', body: bytes });
    return { buildMs: wall, buildCpu: busy };
  },

  async query(peer, size, queries, { reps, budget }) {
    const start = performance.now(), adapter = await adapterOf(peer);
    await adapter.init?.(`/peer/${peer}/`);
    let bytes = new Uint8Array(await (await fetch(`/store/${peer}-${size}.bin`)).arrayBuffer());
    const [loadMs, , loadCpu] = await metered(() => adapter.load(bytes));
    bytes = null;
    const first = await adapter.query(queries.text[0]);
    document.getElementById('list').innerHTML = first.ids.map(id => `<li>${id}`).join('');
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    const interactive = performance.now() - start, rest = await held(adapter);
    const run = async list => {
      const stop = performance.now() + budget, found = [];
      for (const q of list) {
        if (!adapter.caps.includes(q.facets ? 'facet' : q.mode) || performance.now() > stop) { found.push(null); continue; }
        const times = []; let reply;
        for (let n = 0; n < reps; n++) { const [wall, result] = await timed(() => adapter.query(q)); times.push(wall); reply = result; if (wall > 250) break; }
        const sum = counts => Object.values(counts || {}).reduce((a, b) => a + b, 0);
        found.push({ ms: Math.min(...times), first: times[0], median: times.sort((a, b) => a - b)[times.length >> 1], total: reply.total, adds: !q.facets || (sum(reply.facets.outlet) === reply.total && sum(reply.facets.month) === reply.total) });
      }
      return found;
    };
    const text = await run(queries.text), facet = await run(queries.facet);
    return { loadMs, loadCpu, interactive, rest, after: await held(adapter), text, facet };
  },

  async read(peer, size, budget) {
    const adapter = await adapterOf(peer), texts = (await articlesOf(size)).map(a => a.text), found = {};
    await adapter.init?.(`/peer/${peer}/`);
    texts.slice(0, 20).forEach(text => adapter.read(text));
    // CPU seconds and texts that were read, until the time is over, or the texts are.
    const metered = async (time, again, see) => {
      const before = await cpu(), stop = performance.now() + time, read = [];
      while (performance.now() < stop && (again || read.length < texts.length)) {
        const text = texts[read.length % texts.length];
        see(adapter.read(text));
        read.push(text);
      }
      return { articles: read.length, cpu: await cpu() - before, bytes: read.reduce((sum, text) => sum + new Blob([text]).size, 0), tokens: read.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu) || []).length, 0) };
    };
    // At first the browser compiles what is called often, in threads beside the page's, which count too; then it has.
    const first = await metered(budget, false, counts => { for (const [kind, n] of Object.entries(counts)) found[kind] = (found[kind] || 0) + n; });
    await metered(budget / 2, true, () => {});
    return { first, later: await metered(budget, true, () => {}), found };
  },
};
globalThis.ready = true;
