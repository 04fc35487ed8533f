// MiniSearch, with facet columns as an app would write them by hand.
import MiniSearch from 'minisearch';
import { Columns, join, split, string } from '../lib/columns.mjs';

const options = { fields: ['title', 'text'], idField: 'id' };
let search, columns;

export default {
  name: 'minisearch',
  caps: ['term', 'and', 'prefix', 'typo', 'facet'],
  build(articles) { search = new MiniSearch(options); search.addAll(articles); columns = Columns.of(articles); },
  serialize: () => join([columns.pack(), JSON.stringify(search)]),
  load(bytes) { const [c, s] = split(bytes); columns = Columns.unpack(c); search = MiniSearch.loadJSON(string(s), options); },
  query(q) {
    const found = search.search(q.text, { combineWith: 'AND', prefix: q.mode === 'prefix', fuzzy: q.mode === 'typo' ? 0.2 : false });
    return q.facets ? columns.reply(found.map(f => f.id), q) : { total: found.length, ids: found.slice(0, 20).map(f => f.id) };
  },
};
