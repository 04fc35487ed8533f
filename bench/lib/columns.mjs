// Facet columns beside an index that has none of its own, as an app would write them by hand; and parts as one file.
const month = date => date.slice(0, 7), number = date => +date.replace(/-/g, '');
const numbered = names => new Map(names.map((name, n) => [name, n]));
const named = (names, counts) => { const found = {}; names.forEach((name, n) => { if (counts[n]) found[name] = counts[n]; }); return found; };

export class Columns {
  constructor(outlets, months, ofOutlet, ofMonth, days) { Object.assign(this, { outlets, months, ofOutlet, ofMonth, days, outletNumber: numbered(outlets) }); }

  static of(articles) {
    const outlets = [...new Set(articles.map(a => a.outlet))].sort(), months = [...new Set(articles.map(a => month(a.date)))].sort(), o = numbered(outlets), m = numbered(months);
    return new Columns(outlets, months, Uint8Array.from(articles, a => o.get(a.outlet)), Uint8Array.from(articles, a => m.get(month(a.date))), Uint32Array.from(articles, a => number(a.date)));
  }

  pack() { return join([JSON.stringify([this.outlets, this.months]), this.ofOutlet, this.ofMonth, new Uint8Array(this.days.buffer)]); }

  static unpack(bytes) { const [names, o, m, d] = split(bytes); return new Columns(...JSON.parse(string(names)), o.slice(), m.slice(), new Uint32Array(d.slice().buffer)); }

  /** Ranked ids → total, first twenty and counts of those that pass the query's filters. */
  reply(ids, q) {
    const chosen = new Set(q.outlet.map(name => this.outletNumber.get(name))), from = number(q.from), to = number(q.to);
    const outlets = new Uint32Array(this.outlets.length), months = new Uint32Array(this.months.length), top = [];
    let total = 0;
    for (const id of ids) {
      if (!chosen.has(this.ofOutlet[id]) || this.days[id] < from || this.days[id] > to) continue;
      total++; outlets[this.ofOutlet[id]]++; months[this.ofMonth[id]]++;
      if (top.length < 20) top.push(id);
    }
    return { total, ids: top, facets: { outlet: named(this.outlets, outlets), month: named(this.months, months) } };
  }
}

/** Joins parts: their number, their lengths, the parts. */
export function join(parts) {
  parts = parts.map(part => typeof part === 'string' ? new TextEncoder().encode(part) : part);
  let at = 4 + 4 * parts.length;
  const bytes = new Uint8Array(at + parts.reduce((sum, part) => sum + part.length, 0)), view = new DataView(bytes.buffer);
  view.setUint32(0, parts.length, true);
  parts.forEach((part, n) => { view.setUint32(4 + 4 * n, part.length, true); bytes.set(part, at); at += part.length; });
  return bytes;
}

export function split(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset), count = view.getUint32(0, true);
  let at = 4 + 4 * count;
  return Array.from({ length: count }, (_, n) => { const length = view.getUint32(4 + 4 * n, true); at += length; return bytes.subarray(at - length, at); });
}

export const string = bytes => new TextDecoder().decode(bytes);
