// Opens exported files with programs that are not ours, and prints what those found in them:
//   node read.mjs FOLDER PACKAGES
// PACKAGES has package.json's packages in its node_modules; FOLDER holds shown.csv, shown.json, shown.jsonld, shown.ris, shown.bib and shown.csl.json. Any file that its reader
// refuses, and any warning, ends this with an error.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, packages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(packages, 'node_modules/')));
const text = (ending) => readFileSync(join(folder, `shown.${ending}`), 'utf8');
const refuse = (what) => { console.error(what); process.exit(1); };

const Papa = require('papaparse');
const csv = Papa.parse(text('csv').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
if (csv.errors.length) refuse(`CSV: ${JSON.stringify(csv.errors)}`);

const json = JSON.parse(text('json'));

// The terms of the Web Annotation Data Model (W3C Recommendation, 23 February 2017) that our files use. A term that
// stands here and not in the Recommendation's vocabulary would be a mistake of this test; one that our files use and
// that does not stand here is refused by `safe`.
const OA = 'http://www.w3.org/ns/oa#', AS = 'http://www.w3.org/ns/activitystreams#';
const iri = (id) => ({ '@id': id, '@type': '@id' });
const vocabulary = (id) => ({ '@id': id, '@type': '@vocab' });
const context = {
  id: '@id', type: '@type',
  Annotation: `${OA}Annotation`, TextualBody: `${OA}TextualBody`,
  TextQuoteSelector: `${OA}TextQuoteSelector`, TextPositionSelector: `${OA}TextPositionSelector`,
  AnnotationCollection: `${AS}OrderedCollection`, AnnotationPage: `${AS}OrderedCollectionPage`,
  classifying: `${OA}classifying`, describing: `${OA}describing`, tagging: `${OA}tagging`,
  body: iri(`${OA}hasBody`), target: iri(`${OA}hasTarget`), source: iri(`${OA}hasSource`), selector: iri(`${OA}hasSelector`),
  motivation: vocabulary(`${OA}motivatedBy`), purpose: vocabulary(`${OA}hasPurpose`),
  exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix`, start: `${OA}start`, end: `${OA}end`,
  first: iri(`${AS}first`), partOf: iri(`${AS}partOf`), items: { ...iri(`${AS}items`), '@container': '@list' },
  total: `${AS}totalItems`, startIndex: `${AS}startIndex`, label: 'http://www.w3.org/2000/01/rdf-schema#label',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', format: 'http://purl.org/dc/elements/1.1/format',
};
const jsonld = require('jsonld');
const documentLoader = async (url) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`the file wants ${url}`);
  return { documentUrl: url, document: { '@context': context } };
};
const expanded = await jsonld.expand(JSON.parse(text('jsonld')), { documentLoader, safe: true });
const one = (node, term) => node[term]?.[0]?.['@value'] ?? node[term]?.[0]?.['@id'];
const page = expanded[0][`${AS}first`][0];
const annotations = page[`${AS}items`][0]['@list'].map((a) => ({
  id: a['@id'],
  type: a['@type'][0],
  motivation: one(a, `${OA}motivatedBy`),
  targets: a[`${OA}hasTarget`].map((t) => {
    const of = (type) => t[`${OA}hasSelector`].find((s) => s['@type'][0] === OA + type);
    const [quote, position] = [of('TextQuoteSelector'), of('TextPositionSelector')];
    return { source: one(t, `${OA}hasSource`), exact: one(quote, `${OA}exact`), start: one(position, `${OA}start`), end: one(position, `${OA}end`) };
  }),
}));
const triples = (await jsonld.toRDF(expanded, { format: 'application/n-quads', safe: true })).trim().split('\n').length;

const { Cite, plugins } = require('@citation-js/core');
for (const plugin of ['bibtex', 'ris', 'csl']) require(`@citation-js/plugin-${plugin}`);
plugins.config.get('@bibtex').parse.strict = false;
// The reader finds out by itself which format it is.
const references = (ending) => {
  const cite = new Cite(text(ending));
  const items = cite.data.map((d) => ({
    title: d.title, outlet: d['container-title'] ?? null, issued: d.issued?.['date-parts']?.[0]?.map(Number) ?? null, url: d.URL, note: d.note ?? null,
  }));
  // A citation processor can set it.
  const set = cite.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' });
  return { items, set };
};

console.log(JSON.stringify({
  csv: { columns: csv.meta.fields, rows: csv.data },
  json,
  annotations: { type: expanded[0]['@type'][0], page: page['@id'] ?? null, total: one(expanded[0], `${AS}totalItems`), items: annotations, triples },
  ris: references('ris'),
  bib: references('bib'),
  csl: references('csl.json'),
}));
