// Results → the table with ratios, and the drawing of how cost grows.
const KINDS = [['term', 'one word'], ['and', 'two words'], ['phrase', 'phrase'], ['prefix', 'prefix'], ['typo', 'typo'], ['facet', 'word, 3 outlets, 6 months, counts']];
const ms = x => x == null ? '–' : x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x >= 1 ? x.toFixed(2) : x.toFixed(3);
const mb = x => x == null ? '–' : (x / 1e6).toFixed(x < 1e7 ? 2 : 0);
const times = (peer, own) => peer == null || own == null ? '' : ` (${(peer / own).toFixed(peer / own < 10 ? 1 : 0)}×)`;

/** One line a figure, one column a peer; behind a peer's figure how many times the engine's it is. */
export function table(results) {
  const out = [];
  for (const size of [...new Set(results.map(r => r.size))].sort((a, b) => a - b)) {
    const rows = results.filter(r => r.size === size), own = rows.find(r => r.peer === 'demarche');
    const line = (name, value, show) => out.push(`| ${name} | ${rows.map(r => r.error ? '✗' : show(value(r)) + (r === own || !own ? '' : times(value(r), value(own)))).join(' | ')} |`);
    out.push('', `${size.toLocaleString('en')} articles`, '', `| | ${rows.map(r => r.peer).join(' | ')} |`, `|---|${rows.map(() => '---:').join('|')}|`);
    line('build, CPU s', r => r.buildCpu / 1000, ms);
    line('index, MB', r => r.bytes, mb);
    line('index, MB brotli', r => r.brotli, mb);
    line('program, MB brotli', r => r.code, mb);
    line('load, ms', r => r.loadMs, ms);
    line('load, CPU ms', r => r.loadCpu, ms);
    line('memory at rest, MB (heap + wasm)', r => r.rest.heap + r.rest.wasm, mb);
    for (const [kind, name] of KINDS) for (const p of ['p50', 'p95']) line(`${name}, ${p} ms`, r => r.kinds[kind].p50 == null ? null : Math.max(r.kinds[kind][p], 0.005), ms);
    out.push(`| totals as by brute force: ${KINDS.map(k => k[0]).join(', ')} | ${rows.map(r => r.error ? '✗' : KINDS.map(([k]) => r.kinds[k].exact ?? '–').join(' ')).join(' | ')} |`);
  }
  const loads = results.map(r => r.load1).filter(Number.isFinite);
  out.push('', `Load of the machine while it ran: ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}; ratios under 3 are ties. FlexSearch lists twenty unscored hits without a total.`);
  for (const r of results.filter(r => r.error)) out.push(`${r.peer}, ${r.size}: ${r.error}`);
  return out.join('\n') + '\n';
}

/** Log-log lines of the p95 of each kind and of build, load and size, from the smallest corpus to the largest. */
export function draw(results) {
  const figures = [['build, CPU ms', r => r.buildCpu], ['load, ms', r => r.loadMs], ['index, kB brotli', r => r.brotli / 1000], ['word, p95 µs', r => r.kinds.term.p95 * 1000], ['phrase, p95 µs', r => r.kinds.phrase.p95 * 1000], ['prefix, p95 µs', r => r.kinds.prefix.p95 * 1000], ['facets, p95 µs', r => r.kinds.facet.p95 * 1000]];
  const peers = [...new Set(results.map(r => r.peer))], sizes = [...new Set(results.map(r => r.size))].sort((a, b) => a - b);
  const wide = 210, high = 150, columns = 4, x = n => sizes.length < 2 ? wide / 2 : (Math.log(n / sizes[0]) / Math.log(sizes.at(-1) / sizes[0])) * (wide - 70) + 40;
  const colours = { demarche: '#0b5cad', minisearch: '#a15c00', flexsearch: '#2b7a3d', sqlite: '#8a2f86' };
  const panels = figures.map(([name, value], n) => {
    const good = results.filter(r => !r.error && value(r) > 0), all = good.map(value);
    const low = Math.floor(Math.log10(Math.max(1, Math.min(...all)))), top = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...all))));
    const y = v => high - 30 - ((Math.log10(Math.max(v, 10 ** low)) - low) / (top - low)) * (high - 60);
    const grid = Array.from({ length: top - low + 1 }, (_, k) => `<line x1="40" x2="${wide - 30}" y1="${y(10 ** (low + k))}" y2="${y(10 ** (low + k))}" stroke="#ddd"/><text x="36" y="${y(10 ** (low + k)) + 3}" text-anchor="end">${(10 ** (low + k)).toLocaleString('en')}</text>`).join('');
    const axis = sizes.map(s => `<text x="${x(s)}" y="${high - 16}" text-anchor="middle">${s >= 1000 ? s / 1000 + 'k' : s}</text>`).join('');
    const lines = peers.map(peer => { const points = good.filter(r => r.peer === peer).sort((a, b) => a.size - b.size).map(r => [x(r.size), y(value(r))]); return `<polyline fill="none" stroke="${colours[peer]}" stroke-width="${peer === 'demarche' ? 2.5 : 1.2}" points="${points.map(p => p.map(v => v.toFixed(1)).join()).join(' ')}"/>` + points.map(p => `<circle cx="${p[0].toFixed(1)}" cy="${p[1].toFixed(1)}" r="2.2" fill="${colours[peer]}"/>`).join(''); }).join('');
    return `<g transform="translate(${(n % columns) * wide} ${Math.floor(n / columns) * high + 10})"><text x="40" y="12" font-weight="bold">${name}</text>${grid}${axis}${lines}</g>`;
  });
  const key = peers.map((peer, n) => `<g transform="translate(${3 * wide + 40} ${high + 40 + n * 18})"><line x2="20" stroke="${colours[peer]}" stroke-width="${peer === 'demarche' ? 2.5 : 1.2}"/><text x="26" y="4">${peer}</text></g>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * wide} ${2 * high + 20}" font-family="sans-serif" font-size="9" role="img"><title>How cost grows with the number of articles, both axes logarithmic</title><rect width="100%" height="100%" fill="#fff"/>${panels.join('')}${key}</svg>\n`;
}
