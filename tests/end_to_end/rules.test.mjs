// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that pages keep as files: valid HTML in every language, valid data for programs, size, stillness.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

test('every feed is well-formed Atom with what RFC 4287 demands', async () => {
  await page.goto(pageTypes.help);
  for (const target of ['/feed.atom', '/feed.atom?q=هاتف', `/feed.atom?author=${encodeURIComponent('زاوية المطور')}&lang=en`]) {
    const faults = await page.evaluate(async (url) => {
      const response = await fetch(url);
      const feed = new DOMParser().parseFromString(await response.text(), 'application/xml');
      if (feed.querySelector('parsererror')) return ['is no XML'];
      const found = [];
      if (!response.headers.get('content-type').startsWith('application/atom+xml')) found.push('has another type');
      const root = feed.documentElement;
      const children = (parent, local) => [...parent.children].filter((one) => one.localName === local && one.namespaceURI === 'http://www.w3.org/2005/Atom');
      const links = (parent, rel) => children(parent, 'link').filter((link) => (link.getAttribute('rel') ?? 'alternate') === rel);
      const isAbsolute = (text) => { try { return new URL(text).protocol !== ''; } catch { return false; } };
      const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
      const entries = children(root, 'entry');
      if (root.localName !== 'feed' || entries.length === 0) found.push('has no entries');
      if (links(root, 'self').length !== 1 || links(root, 'alternate').length !== 1) found.push('does not say where it is from');
      for (const part of [root, ...entries]) {
        for (const local of ['id', 'title', 'updated']) if (children(part, local).length !== 1) found.push(`${part.localName} has ${children(part, local).length} of ${local}`);
        for (const local of ['published', 'updated']) for (const date of children(part, local)) if (!rfc3339.test(date.textContent)) found.push(`${local} is no date`);
        if (!isAbsolute(children(part, 'id')[0]?.textContent)) found.push('an id is no IRI');
        for (const link of children(part, 'link')) if (!isAbsolute(link.getAttribute('href'))) found.push('a link is relative');
        if (part !== root && children(part, 'author').length + children(root, 'author').length === 0) found.push('an entry has no author');
        if (part !== root && children(part, 'content').length === 0 && links(part, 'alternate').length === 0) found.push('an entry has neither content nor link');
        for (const author of children(part, 'author')) if (children(author, 'name').length !== 1 || children(author, 'name')[0].textContent === '') found.push('an author has no name');
        for (const category of children(part, 'category')) if (!category.hasAttribute('term')) found.push('a category has no term');
      }
      const known = ['author', 'category', 'content', 'contributor', 'generator', 'icon', 'id', 'link', 'logo', 'published', 'rights', 'source', 'subtitle', 'summary', 'title', 'updated', 'entry'];
      for (const part of [root, ...entries]) for (const child of part.children) if (!known.includes(child.localName)) found.push(`${child.localName} is no element of Atom`);
      const ids = entries.map((entry) => children(entry, 'id')[0]?.textContent);
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
