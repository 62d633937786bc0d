// SPDX-License-Identifier: GPL-3.0-or-later
// The description of the HTTP interface is valid, and the real server keeps to it: no key, type, status or
// address that it does not name.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import SwaggerParser from '@apidevtools/swagger-parser';
import Ajv from 'ajv/dist/2020.js';
import { startSampleServer } from './sample_server.mjs';

let server;
let description;
let names;
const ajv = new Ajv({ strict: false, allErrors: true });

before(async () => {
  server = await startSampleServer();
  const get = async (path) => (await fetch(server.url + path)).json();
  description = await get('openapi.json');
  const stats = await get('api/v1/stats');
  names = { author: stats.authors[0].value, tag: stats.tags[0].value, source: stats.sources[0].value };
});

after(() => server?.stop());

const operations = (api) => Object.entries(api.paths).map(([path, { get }]) => ({ path, get }));

/** The address of an operation with its examples, and other values where `changes` names a parameter. */
function address(path, get, changes = {}) {
  const target = new URL(server.url);
  const kind = path.split('/')[1];
  const values = { ...Object.fromEntries(get.parameters.map(({ name, example }) => [name, example])), name: names[kind], ...changes };
  target.pathname = path.replace(/\{(\w+)\}/g, (whole, name) => encodeURIComponent(values[name]));
  for (const { name, in: place } of get.parameters)
    if (place === 'query' && values[name] !== undefined) target.searchParams.set(name, values[name]);
  return target;
}

/** Asks, and holds the answer to what is described for its status. */
async function hold(path, get, changes) {
  const target = address(path, get, changes);
  const response = await fetch(target, { redirect: 'manual', headers: { 'Accept-Language': 'ar' } });
  const body = await response.text();
  const described = get.responses[response.status];
  assert.ok(described, `${target}: status ${response.status} is not described`);
  if (!described.content) return response;
  const type = response.headers.get('content-type').split(';')[0];
  assert.ok(described.content[type], `${target}: ${type} is not described for ${response.status}`);
  if (!type.endsWith('json')) return response;
  const validate = ajv.compile(described.content[type].schema);
  assert.ok(validate(JSON.parse(body)), `${target}: ${ajv.errorsText(validate.errors)}`);
  return response;
}

test('a validator accepts the description', async () => {
  const { openapi } = await SwaggerParser.validate(structuredClone(description));
  assert.equal(openapi, '3.1.0');
});

test('every described address answers as it is described', async () => {
  const api = await SwaggerParser.dereference(structuredClone(description));
  for (const { path, get } of operations(api)) {
    const response = await hold(path, get);
    assert.equal(response.status, 200, path);
  }
});

test('wrong dates, unknown names and pages beyond the last are answered as described', async () => {
  const api = await SwaggerParser.dereference(structuredClone(description));
  const wrong = [
    ['/api/v1/search', { from: 'soon' }, 400], ['/search.json', { to: 'soon' }, 400], ['/search', { jump: 'soon' }, 400],
    ['/timeline', { from: 'soon' }, 400], ['/api/v1/articles/{id}', { id: 'none' }, 404], ['/article/{id}', { id: 'none' }, 404],
    ['/article/{id}.bib', { id: 'none' }, 404], ['/author/{name}.json', { name: 'nobody' }, 404], ['/tag/{name}', { name: 'none' }, 404],
    ['/{year}', { year: '1901' }, 404], ['/sitemap/{part}', { part: '1901.xml' }, 404],
  ];
  for (const [path, changes, status] of wrong)
    assert.equal((await hold(path, api.paths[path].get, changes)).status, status, `${path} ${JSON.stringify(changes)}`);
});

test('a key that is not described is found out', async () => {
  const api = await SwaggerParser.dereference(structuredClone(description));
  const validate = ajv.compile(api.components.schemas.Stats);
  const stats = await (await fetch(`${server.url}api/v1/stats`)).json();
  assert.ok(validate(stats));
  assert.ok(!validate({ ...stats, surprise: 1 }));
});

test('every address that pages link to is described', async () => {
  const patterns = Object.keys(description.paths).map((path) =>
    new RegExp(`^${path.replace(/\./g, '\\.').replace(/\{year\}/, '\\d{4}').replace(/\{month\}/, '\\d\\d').replace(/\{\w+\}/, '[^/]+')}$`));
  const seen = new Set();
  for (const start of ['', 'search?q=هاتف', 'search?sort=newest', '2017', '2017/01', 'undated', 'authors', 'article/curiosity-on-mars', 'help', 'timeline']) {
    const html = await (await fetch(server.url + start)).text();
    for (const [, link] of html.matchAll(/(?:href|action|src)="(\/[^"#?]*)/g)) seen.add(link);
  }
  assert.ok(seen.size > 40);
  for (const link of seen)
    assert.ok(link.startsWith('/static/') || patterns.some((pattern) => pattern.test(link)), `${link} is not described`);
});
