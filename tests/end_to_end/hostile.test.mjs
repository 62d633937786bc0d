// SPDX-License-Identifier: GPL-3.0-or-later
// An archive that attacks its readers: what its articles say changes no page's structure and runs nowhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, openPage, overflow, phone, violations, wide } from './browser.mjs';
import { startSampleServer } from './sample_server.mjs';

const override = '\u202e';
const long = 'w'.repeat(10_000);
const longArabic = 'ك'.repeat(10_000);
const script = '</script><script>globalThis.caught = 1</script><img src=x onerror="globalThis.caught = 2">';

/** One attack a line, in every place where an article has words. */
const attacks = {
  script, override: `${override}كلام معكوس${override}`, long, longArabic, mixed: `${long.slice(0, 200)}كلام ${longArabic.slice(0, 200)}`,
  attribute: '" autofocus onfocus="globalThis.caught = 3" x=\'', style: '</style><style>*{display:none}</style>', comment: '--><svg onload="globalThis.caught = 4">',
  template: '{{{content_html}}} {{> layout}}', entity: '&lt;script&gt; &#x202e; &amp;quot;', isolates: '\u2066\u2067\u2068\u202a\u202b\u202d كلام',
};

let directory;
let server;
let calm;
let browser;

const article = (id, words, date) => JSON.stringify({
  id, date, title: `عنوان ${words}`, text: `خبر عن هاتف ${id}.\n${words}\nوتمام الخبر عن الهاتف ${id}.`, author: [`كاتب ${words}`], source: `موقع ${words}`,
  tags: [`وسم ${words}`], url: `javascript:globalThis.caught=5//${words.slice(0, 100)}`, summary: words,
});

const jsonLines = (words) => Object.keys(attacks).map((name, i) => article(`a-${name}`, words(name), `2017-01-${10 + i}`)).join('\n') + '\n';

function write(name, text) {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
}

before(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fihrist-hostile-'));
  const named = write(`<img src=x onerror=globalThis.caught=6>${override}.md`, `# ملف باسم غريب\n\nخبر قصير عن هاتف في ملف ${script}\n`);
  server = await startSampleServer({ sources: [write('hostile.jsonl', jsonLines((name) => attacks[name])), named] });
  calm = await startSampleServer({ sources: [write('calm.jsonl', jsonLines((name) => `كلمة ${name} globalThis caught script img src onerror`)), write('calm.md', '# ملف باسم آخر\n\nخبر قصير عن هاتف في ملف.\n')] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await calm?.stop();
  rmSync(directory, { recursive: true, force: true });
});

const pages = ['/', '/search?q=هاتف', '/search?sort=newest', '/2017', '/2017/01', '/undated', '/authors', '/sources', '/tags', '/timeline?q=هاتف', '/concordance?q=هاتف',
  '/article/a-script?q=هاتف', '/article/a-mixed?q=هاتف', ...Object.keys(attacks).map((name) => `/article/a-${name}`)];

/** Which elements stand in which, with the attributes that could run or paint something, and how many there are of each. */
function structure(page) {
  return page.evaluate(() => {
    const kinds = new Set();
    const counted = {};
    for (const element of document.querySelectorAll('*:not(bdi, mark)')) {
      const dangerous = [...element.attributes].map(({ name }) => name).filter((name) => /^on|^style$|^srcdoc$/.test(name));
      kinds.add(`${element.parentElement?.closest(':not(bdi, mark)')?.tagName ?? ''} > ${element.tagName} ${dangerous.join(' ')}`);
      counted[element.tagName] = (counted[element.tagName] ?? 0) + 1;
    }
    return { kinds: [...kinds], counted };
  });
}

/** An archive of calm words has as many of these on the same page. */
const fixed = ['SCRIPT', 'STYLE', 'IMG', 'MAIN', 'H1', 'FORM', 'HEADER', 'FOOTER', 'IFRAME', 'OBJECT'];

test('no word of an article runs, adds an element, turns a page or widens it', async () => {
  const page = await openPage(browser, server);
  const quiet = await openPage(browser, calm);
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => { complaints.push(dialog.message()); dialog.dismiss(); });
  const known = new Set();
  const calmly = new Map();
  for (const target of pages) {
    await quiet.goto(target);
    calmly.set(target, await structure(quiet));
    for (const kind of calmly.get(target).kinds) known.add(kind);
  }
  for (const target of pages) {
    const answer = await page.goto(target);
    assert.equal(answer.status(), 200, target);
    assert.equal(await page.evaluate(() => globalThis.caught), undefined, target);
    const { kinds, counted } = await structure(page);
    assert.deepEqual(kinds.filter((kind) => !known.has(kind)), [], `${target}: elements that a calm archive has nowhere`);
    for (const name of fixed) assert.equal(counted[name], calmly.get(target).counted[name], `${target}: ${name}`);
    const text = await page.evaluate(() => document.documentElement.outerHTML);
    assert.doesNotMatch(text, /[\u202a-\u202e]/, `${target}: a mark that turns what follows`);
    for (const viewport of [wide, phone]) {
      await page.setViewportSize(viewport);
      assert.ok(await overflow(page) <= 0, `${target} is wider than ${viewport.width}`);
    }
  }
  assert.deepEqual(complaints, []);
  await page.context().close();
  await quiet.context().close();
});

test('no link of a page leads into a script', async () => {
  const page = await openPage(browser, server);
  for (const target of pages) {
    await page.goto(target);
    const schemes = await page.evaluate(() => [...new Set([...document.querySelectorAll('[href], [src], [action]')].map((one) => new URL(one.href ?? one.src ?? one.action, location).protocol))]);
    assert.deepEqual(schemes.filter((scheme) => !['http:', 'https:'].includes(scheme)), [], target);
  }
  await page.context().close();
});

test('a hostile query, author, tag or date is words on the page that answers it', async () => {
  const page = await openPage(browser, server);
  const complaints = [];
  page.on('dialog', (dialog) => { complaints.push(dialog.message()); dialog.dismiss(); });
  for (const words of Object.values(attacks).map((one) => one.slice(0, 500))) {
    for (const target of [`/search?q=${encodeURIComponent(words)}`, `/search?q=هاتف&author=${encodeURIComponent(words.slice(0, 250))}&tag=${encodeURIComponent(words.slice(0, 250))}`,
      `/search?q=هاتف&from=${encodeURIComponent(words.slice(0, 250))}`, `/concordance?q=${encodeURIComponent(words)}`, `/timeline?q=${encodeURIComponent(words)}`,
      `/author/${encodeURIComponent(words.slice(0, 250))}`, `/article/${encodeURIComponent(words.slice(0, 250))}`]) {
      const answer = await page.goto(target);
      assert.ok([200, 400, 404].includes(answer.status()), `${answer.status()} for ${target.slice(0, 60)}`);
      assert.equal(await page.evaluate(() => globalThis.caught), undefined, target.slice(0, 60));
      assert.equal(await page.locator('h1').count(), 1);
      assert.equal(await page.locator('main img, main script, main style, main iframe').count(), 0, target.slice(0, 60));
      await page.setViewportSize(phone);
      assert.ok(await overflow(page) <= 0, `${target.slice(0, 60)} is wider than its window`);
    }
  }
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('pages of hostile words break no rule of accessibility', async () => {
  const page = await openPage(browser, server, { bypassCSP: true, viewport: phone });
  for (const target of ['/', '/search?q=هاتف', '/authors', '/article/a-script', '/article/a-mixed']) {
    await page.goto(target);
    assert.deepEqual(await violations(page), [], target);
  }
  await page.context().close();
});
