// Prints the size of every file in dist/, raw and by brotli, and holds the budgets of the design against them.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const KB = 1024;
const BUDGETS = [['.wasm', 500 * KB], ['.js', 40 * KB], ['.bundle', 40 * KB]];
const files = (dir) => readdirSync(dir).sort().flatMap((n) => (statSync(join(dir, n)).isDirectory() ? files(join(dir, n)) : [join(dir, n)]));
const totals = {};
console.log('raw\tbrotli\tfile');
for (const file of files('dist')) {
  const bytes = readFileSync(file);
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  console.log(`${bytes.length}\t${packed}\t${file}`);
  for (const [end] of BUDGETS) if (file.endsWith(end)) totals[end] = (totals[end] ?? 0) + packed;
}
for (const [end, budget] of BUDGETS) console.log(`${end}: ${totals[end]} of ${budget} bytes by brotli${totals[end] > budget ? ' (OVER)' : ''}`);
process.exitCode = BUDGETS.some(([end, budget]) => !(totals[end] <= budget)) ? 1 : 0;
