// A headless Chromium for the benchmarks: serves pages, bundles adapters, measures processes.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { execFileSync, execSync } from 'node:child_process';

export const arg = (name, otherwise) => { const at = process.argv.indexOf('--' + name); return at < 0 ? otherwise : process.argv[at + 1]; };

/** Better for small files; for a large one what a host would spend. */
export const brotli = bytes => { const c = zlib.constants; return zlib.brotliCompressSync(bytes, { params: { [c.BROTLI_PARAM_QUALITY]: bytes.length < 4e6 ? 11 : bytes.length < 4e7 ? 9 : 5, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: bytes.length } }); };

/** The generated articles of a size; made once. */
export function corpus(cache, here, size) {
  const file = path.join(cache, 'data', `docs-${size}.jsonl`);
  if (!fs.existsSync(file)) execFileSync(process.execPath, [path.join(here, 'generate.mjs'), '--articles', size, '--out', file]);
  return file;
}

/** Bundles an adapter and the files it names into the cache; how many bytes all are in brotli. */
export async function bundle(cache, source, name) {
  const modules = path.join(cache, 'node_modules'), dir = path.join(cache, 'peer', name), esbuild = createRequire(path.join(modules, 'x.js'))('esbuild');
  fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(dir, { recursive: true });
  await esbuild.build({ entryPoints: [source], bundle: true, minify: true, format: 'esm', platform: 'browser', outfile: path.join(dir, 'adapter.js'), external: ['node:*', 'fs', 'path', 'url', 'module'], nodePaths: [modules], logLevel: 'error', legalComments: 'none' });
  for (const [, file, from] of fs.readFileSync(source, 'utf8').matchAll(/'([\w.-]+\.wasm)': '([^']+)'/g)) fs.copyFileSync(fs.existsSync(path.join(modules, from)) ? path.join(modules, from) : path.resolve(path.dirname(source), from), path.join(dir, file));
  return fs.readdirSync(dir).reduce((sum, file) => sum + brotli(fs.readFileSync(path.join(dir, file))).length, 0);
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/** The renderer processes of one browser profile: that of the page is the one that used most memory. */
function renderers(profile) {
  const found = [];
  for (const pid of fs.readdirSync('/proc').filter(n => /^\d+$/.test(n))) {
    try {
      const line = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!line.includes(profile) || !line.includes('--type=renderer')) continue;
      const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8'), stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      found.push({ rss: +status.match(/VmRSS:\s+(\d+)/)[1] * 1024, peak: +status.match(/VmHWM:\s+(\d+)/)[1] * 1024, cpu: (+stat[11] + +stat[12]) / 100 });
    } catch { /* it ended meanwhile */ }
  }
  return found;
}

export class Browser {
  static async start(here, cache) {
    const browser = new Browser();
    browser.chromium = createRequire(path.join(cache, 'node_modules', 'x.js'))('playwright-core').chromium;
    browser.program = process.env.CHROMIUM || execSync('command -v chromium || command -v google-chrome').toString().trim();
    browser.server = http.createServer((request, reply) => {
      const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
      const file = address.startsWith('/web/') ? path.join(here, address) : path.join(cache, address);
      reply.setHeader('Cache-Control', 'no-store');
      // Isolated pages have a clock of 5 µs, others of 100.
      for (const [name, value] of [['Opener-Policy', 'same-origin'], ['Embedder-Policy', 'require-corp'], ['Resource-Policy', 'same-origin']]) reply.setHeader('Cross-Origin-' + name, value);
      if (address.includes('..')) { reply.statusCode = 400; reply.end(); return; }
      if (request.method === 'PUT') { request.pipe(fs.createWriteStream(file)).on('close', () => reply.end('ok')); return; }
      if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) { reply.statusCode = 404; reply.end(); return; }
      reply.setHeader('Content-Type', TYPES[path.extname(file)] || 'application/octet-stream');
      reply.setHeader('Content-Length', fs.statSync(file).size);
      fs.createReadStream(file).pipe(reply);
    });
    await new Promise(done => browser.server.listen(0, '127.0.0.1', done));
    return browser;
  }

  stop() { this.server.close(); }

  /** One phase of web/page.mjs in a new browser with a new profile: no heap, cache or compiled code is carried over. */
  async run(phase, args, timeout) {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-bench-'));
    const browser = await this.chromium.launchPersistentContext(profile, { executablePath: this.program, headless: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--enable-precise-memory-info', '--js-flags=--expose-gc'] });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(timeout);
      await page.exposeFunction('cpu', () => renderers(profile).reduce((sum, r) => sum + r.cpu, 0));
      const crash = new Promise((_, fail) => page.on('crash', () => fail(new Error('the page died (out of memory)'))));
      let timer; const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`not done in ${timeout / 1000} s`)), timeout); });
      crash.catch(() => {}); late.catch(() => {});
      await page.goto(`http://127.0.0.1:${this.server.address().port}/web/page.html`);
      await page.waitForFunction('globalThis.ready');
      const result = await Promise.race([page.evaluate(([name, given]) => phases[name](...given), [phase, args]), crash, late]);
      clearTimeout(timer);
      result.memory = renderers(profile).sort((a, b) => b.peak - a.peak)[0];
      return result;
    } finally {
      await Promise.race([browser.close(), new Promise(done => setTimeout(done, 5000))]);
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}
