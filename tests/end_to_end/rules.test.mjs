// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that pages keep as files: valid HTML in every language, a valid feed, size, stillness.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { launch, patience, phone } from './browser.mjs';
import { inLanguage, languages, pageTypes } from './page_types.mjs';
import { startSampleServer } from './sample_server.mjs';

let server;
let browser;
let page;

before(async () => {
  server = await startSampleServer();
  browser = await launch();
  const context = await browser.newContext({ baseURL: server.url });
  page = await context.newPage();
  page.setDefaultTimeout(patience);
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

test('the feed is well-formed Atom with what RFC 4287 demands', async () => {
  await page.goto('/help');
  const faults = await page.evaluate(async () => {
    const feed = new DOMParser().parseFromString(await (await fetch('/feed.atom?q=هاتف')).text(), 'application/xml');
    if (feed.querySelector('parsererror')) return ['is no XML'];
    const found = [];
    const root = feed.documentElement;
    const children = (parent, local) => [...parent.children].filter((one) => one.localName === local && one.namespaceURI === 'http://www.w3.org/2005/Atom');
    const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
    const entries = children(root, 'entry');
    if (root.localName !== 'feed' || entries.length === 0) found.push('has no entries');
    for (const part of [root, ...entries]) {
      for (const local of ['id', 'title', 'updated']) if (children(part, local).length !== 1) found.push(`${part.localName} has ${children(part, local).length} of ${local}`);
      if (!rfc3339.test(children(part, 'updated')[0]?.textContent)) found.push('updated is no date');
      if (part !== root && children(part, 'author').length + children(root, 'author').length === 0) found.push('an entry has no author');
      if (part !== root && children(part, 'content').length === 0 && !children(part, 'link').some((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate')) found.push('an entry has neither content nor link');
    }
    const ids = entries.map((entry) => children(entry, 'id')[0]?.textContent);
    if (new Set(ids).size !== ids.length) found.push('ids are not unique');
    return found;
  });
  assert.deepEqual(faults, []);
});

test('a page of results is small, asks no other host, and stands still on a slow line', async (t) => {
  const context = await browser.newContext({ baseURL: server.url, viewport: phone });
  const slow = await context.newPage();
  slow.setDefaultTimeout(patience);
  const session = await context.newCDPSession(slow);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bodies = new Map();
  slow.on('response', (response) => bodies.set(response.url(), response.body()));
  await slow.goto(pageTypes.results, { waitUntil: 'load' });
  const { shift, largest } = await slow.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    let last = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) last = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve({ shift: sum, largest: last }), 500);
  }));
  const sizes = {};
  for (const [url, body] of bodies) {
    assert.equal(new URL(url).origin, new URL(server.url).origin);
    sizes[new URL(url).pathname] = gzipSync(await body).length;
  }
  t.diagnostic(`compressed bytes: ${JSON.stringify(sizes)}; layout shift ${shift}; largest paint after ${Math.round(largest)} ms`);
  assert.ok(sizes['/search'] + sizes['/static/fihrist.css'] < 30_000, JSON.stringify(sizes));
  assert.ok(bodies.size <= 5, [...bodies.keys()].join(' '));
  assert.ok(shift < 0.02, `layout shift ${shift}`);
  await context.close();
});
