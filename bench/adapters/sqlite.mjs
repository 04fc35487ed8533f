// SQLite with FTS5, contentless, with a prefix index; facets by join and group by.
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

let sqlite, db;
const month = date => date.slice(0, 7), day = date => +date.replace(/-/g, '');
const match = q => q.mode === 'phrase' ? `"${q.text}"` : q.mode === 'prefix' ? `"${q.text}"*` : q.text.split(/\s+/).map(w => `"${w}"`).join(' ');

export default {
  name: 'sqlite',
  caps: ['term', 'and', 'phrase', 'prefix', 'facet'],
  files: { 'sqlite3.wasm': '@sqlite.org/sqlite-wasm/dist/sqlite3.wasm' },
  async init(base) { sqlite = await sqlite3InitModule({ locateFile: file => base + file, print() {}, printErr() {} }); },
  build(articles) {
    db = new sqlite.oo1.DB(':memory:', 'c');
    db.exec("pragma page_size=8192; create virtual table fts using fts5(title, body, content='', prefix='3'); create table meta(id integer primary key, outlet text, month text, day int)");
    db.exec('begin');
    const words = db.prepare('insert into fts(rowid,title,body) values(?,?,?)'), meta = db.prepare('insert into meta values(?,?,?,?)');
    for (const a of articles) { words.bind([a.id + 1, a.title, a.text]).stepReset(); meta.bind([a.id + 1, a.outlet, month(a.date), day(a.date)]).stepReset(); }
    words.finalize(); meta.finalize();
    db.exec("commit; insert into fts(fts) values('optimize'); create index meta_o on meta(outlet, day)");
  },
  serialize: () => sqlite.capi.sqlite3_js_db_export(db),
  load(bytes) {
    db = new sqlite.oo1.DB(':memory:', 'c');
    const at = sqlite.wasm.allocFromTypedArray(bytes);
    db.checkRc(sqlite.capi.sqlite3_deserialize(db.pointer, 'main', at, bytes.length, bytes.length, sqlite.capi.SQLITE_DESERIALIZE_FREEONCLOSE));
  },
  query(q) {
    const words = match(q);
    if (!q.facets) {
      const ids = db.selectValues('select rowid from fts where fts match ? order by rank limit 20', [words]).map(id => id - 1);
      return { total: db.selectValue('select count(*) from fts where fts match ?', [words]), ids };
    }
    const bind = [words, ...q.outlet, day(q.from), day(q.to)];
    db.exec('drop table if exists temp.hit');
    db.exec({ sql: `create temp table hit as select m.id id, m.outlet outlet, m.month month, f.rank r from (select rowid, rank from fts where fts match ?) f join meta m on m.id = f.rowid where outlet in (${q.outlet.map(() => '?')}) and day between ? and ?`, bind });
    const counts = column => Object.fromEntries(db.selectArrays(`select ${column}, count(*) from hit group by 1`));
    return { total: db.selectValue('select count(*) from hit'), ids: db.selectValues('select id from hit order by r limit 20').map(id => id - 1), facets: { outlet: counts('outlet'), month: counts('month') } };
  },
  wasmBytes: () => sqlite.wasm.memory.buffer.byteLength,
};
