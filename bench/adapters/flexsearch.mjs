// FlexSearch: without facets it stops at twenty unscored hits and cannot tell a total, which is then null.
import { Index } from 'flexsearch';
import { Columns, join, split, string } from '../lib/columns.mjs';

const options = { tokenize: 'strict' };
let search, columns;

export default {
  name: 'flexsearch',
  caps: ['term', 'and', 'facet'],
  build(articles) { search = new Index(options); for (const a of articles) search.add(a.id, a.title + '\n' + a.text); columns = Columns.of(articles); },
  async serialize() { const parts = [columns.pack()]; await search.export((key, data) => { if (data != null) parts.push(key, data); }); return join(parts); },
  load(bytes) { const parts = split(bytes); columns = Columns.unpack(parts[0]); search = new Index(options); for (let n = 1; n < parts.length; n += 2) search.import(string(parts[n]), string(parts[n + 1])); },
  query(q) { return q.facets ? columns.reply(search.search(q.text, { limit: 1e9 }), q) : { total: null, ids: search.search(q.text, { limit: 20 }) }; },
};
