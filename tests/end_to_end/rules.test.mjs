// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that pages keep as files: valid HTML in every language, valid data for programs, size, stillness.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { launch, openPage, phone } from './browser.mjs';
import { inLanguage, languages, pageTypes } from './page_types.mjs';
import { startSampleServer } from './sample_server.mjs';

let server;
let browser;
let page;

before(async () => {
  server = await startSampleServer();
  browser = await launch();
  page = await openPage(browser, server);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('the HTML of every type of page is valid in every language', async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'aria-label-misuse': ['error', { allowAnyNamable: true }] },  // ARIA lets lists be named
  });
  for (const language of Object.keys(languages)) {
    for (const [name, target] of Object.entries(pageTypes)) {
      const html = await (await fetch(new URL(inLanguage(target, language), server.url))).text();
      const { results } = await validator.validateString(html);
      assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)), [], `${name} in ${language}`);
    }
  }
});

test('what pages tell search engines is JSON with the kind of thing it is about, and nothing ends its script', async () => {
  const kinds = { home: 'WebSite', article: 'Article', found: 'Article' };
  for (const [name, target] of Object.entries(pageTypes)) {
    await page.goto(target);
    const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
    assert.equal(scripts.length, kinds[name] ? 1 : 0, name);
    for (const text of scripts) {
      const thing = JSON.parse(text);
      assert.equal(thing['@context'], 'https://schema.org');
      assert.equal(thing['@type'], kinds[name], name);
      assert.ok(new URL(thing.url).href.startsWith(server.url), thing.url);
    }
  }
});

/** What xmllint says of a feed by the schema of Atom: nothing if it is valid. */
function faultsOfFeed(xml) {
  const run = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', fileURLToPath(new URL('atom.rng', import.meta.url)), '-'], { input: xml, encoding: 'utf8' });
  assert.ok(run.status === 0 || run.status === 3, run.error ?? run.stderr);  // 3: validation failed
  return run.status === 0 ? '' : run.stderr;
}

const feeds = ['/feed.atom', '/feed.atom?q=هاتف', '/feed.atom?q=زقزقزق', `/feed.atom?author=${encodeURIComponent('زاوية المطور')}&lang=en`];

test('every feed is Atom by its schema', async () => {
  for (const target of feeds) {
    const response = await fetch(new URL(target, server.url));
    assert.match(response.headers.get('content-type'), /^application\/atom\+xml/);
    assert.equal(faultsOfFeed(await response.text()), '', target);
  }
});

test('the schema of Atom finds what is wrong with a feed', async () => {
  const xml = await (await fetch(new URL('/feed.atom', server.url))).text();
  for (const [what, broken] of Object.entries({
    'a date alone': xml.replace(/<updated>(.{10})[^<]*/, '<updated>$1'),
    'no id': xml.replace(/<id>.*?<\/id>/, ''),
    'two titles': xml.replace(/(<title>.*?<\/title>)/, '$1$1'),
    'a relative link': xml.replace(/href="[^"]*"/, 'href="/search"'),
    'a tag without a term': xml.replace(/ term="[^"]*"/, ''),
    'an author without a name': xml.replace(/<author>[^]*?<\/author>/, '<author></author>'),
    'an element that is none of Atom': xml.replace('</feed>', '<item/></feed>'),
    'text between elements': xml.replace('<entry>', 'هنا<entry>'),
  })) {
    assert.notEqual(broken, xml, what);
    assert.notEqual(faultsOfFeed(broken), '', what);
  }
});

test('a feed names each entry once, its author, and where its text is', async () => {
  await page.goto(pageTypes.help);
  for (const target of feeds) {
    const faults = await page.evaluate(async (url) => {
      const root = new DOMParser().parseFromString(await (await fetch(url)).text(), 'application/xml').documentElement;
      const found = [];
      const children = (parent, local) => [...parent.children].filter((one) => one.localName === local);
      const links = (parent, rel) => children(parent, 'link').filter((link) => (link.getAttribute('rel') ?? 'alternate') === rel);
      const entries = children(root, 'entry');
      if (links(root, 'self').length !== 1 || links(root, 'alternate').length !== 1) found.push('does not say where it is from');
      for (const entry of entries) {
        if (children(entry, 'author').length + children(root, 'author').length === 0) found.push('an entry has no author');
        if (children(entry, 'content').length === 0 && links(entry, 'alternate').length === 0) found.push('an entry has neither content nor link');
      }
      const ids = entries.map((entry) => children(entry, 'id')[0].textContent);
      if (new Set(ids).size !== ids.length) found.push('ids are not unique');
      return found;
    }, target);
    assert.deepEqual(faults, [], target);
  }
});

test('the sitemap, its parts and the search description are well-formed and lead to what is there', async () => {
  const read = (url) => page.evaluate(async (from) => {
    const xml = new DOMParser().parseFromString(await (await fetch(from)).text(), 'application/xml');
    return xml.querySelector('parsererror') ? null : { root: xml.documentElement.localName, places: [...xml.getElementsByTagName('loc')].map((one) => one.textContent) };
  }, url);
  const index = await read('/sitemap.xml');
  assert.equal(index.root, 'sitemapindex');
  for (const part of index.places) {
    const { root, places } = await read(part);
    assert.equal(root, 'urlset', part);
    for (const place of places.slice(0, 3)) assert.equal((await fetch(place)).status, 200, place);
  }
  assert.equal((await read('/opensearch.xml')).root, 'OpenSearchDescription');
});

/** Loads a page on a slow line and a slow machine: bytes as they travelled, hosts, how far it moved, when it was painted. */
async function loadSlowly(target) {
  const slow = await openPage(browser, server, { viewport: phone });
  const session = await slow.context().newCDPSession(slow);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const urls = new Map();
  const bytes = {};
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, new URL(request.url)));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { bytes[urls.get(requestId).pathname] = encodedDataLength; });
  await slow.goto(target, { waitUntil: 'load' });
  const { shift, largest } = await slow.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    let last = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) last = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve({ shift: sum, largest: last }), 500);
  }));
  await slow.context().close();
  return { bytes, shift, largest, hosts: new Set([...urls.values()].map(({ host }) => host)) };
}

test('pages are small as they travel, ask no other host, and stand still on a slow line', async (t) => {
  for (const name of ['home', 'results', 'article', 'found', 'year', 'tags', 'timeline', 'concordance', 'nothing']) {
    const { bytes, shift, largest, hosts } = await loadSlowly(pageTypes[name]);
    const page = bytes[encodeURI(pageTypes[name].split('?')[0])];
    const withSheet = page + bytes['/static/fihrist.css'];
    t.diagnostic(`${name}: ${page} bytes, ${withSheet} with the style sheet, ${Object.keys(bytes).length} requests; layout shift ${shift}; largest paint after ${Math.round(largest)} ms`);
    assert.ok(withSheet < 30_000, `${name}: ${JSON.stringify(bytes)}`);
    assert.ok(bytes['/static/fihrist.js'] < 10_000, JSON.stringify(bytes));
    assert.deepEqual([...hosts], [new URL(server.url).host], name);
    assert.ok(Object.keys(bytes).length <= 5, Object.keys(bytes).join(' '));
    assert.equal(shift, 0, name);
  }
});
