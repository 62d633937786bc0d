// SPDX-License-Identifier: GPL-3.0-or-later
// How pages look and read: on a phone, in the dark, to a screen reader, from the keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keepScreenshot, launch, overflow, phone, violations, wide } from './browser.mjs';
import { startSampleServer } from './sample_server.mjs';

let server;
let browser;

before(async () => {
  server = await startSampleServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const pages = {
  home: '/',
  results: '/search?q=هاتف سامسونج Galaxy',
  narrowed: '/search?q=هاتف&from=2012&to=2020&exact=1',
  newest: '/search?sort=newest',
  nothing: '/search?q=زقزقزق&from=2017&to=2017',
  article: '/article/curiosity-on-mars',
  found: '/article/curiosity-on-mars?q=المريخ',
  year: '/2017',
  undated: '/undated',
  help: '/help',
  missing: '/article/none',
  wrong: '/search?from=x',
  english: '/search?q=هاتف&lang=en',
  french: '/article/curiosity-on-mars?lang=fr',
};

async function open(target, options) {
  const context = await browser.newContext({ baseURL: server.url, bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(target);
  return page;
}

for (const [size, viewport] of Object.entries({ wide, phone })) {
  for (const colorScheme of ['light', 'dark']) {
    test(`no page breaks a rule of accessibility or its window: ${size}, ${colorScheme}`, async () => {
      for (const [name, target] of Object.entries(pages)) {
        const page = await open(target, { viewport, colorScheme });
        assert.deepEqual(await violations(page), [], name);
        assert.ok(await overflow(page) <= 0, `${name} is wider than its window`);
        await keepScreenshot(page, `${name}-${size}-${colorScheme}`);
        await page.context().close();
      }
    });
  }
}

test('every page has one first heading, one main part, a language and a direction', async () => {
  for (const [name, target] of Object.entries(pages)) {
    const page = await open(target, { viewport: wide });
    assert.equal(await page.locator('h1').count(), 1, name);
    assert.equal(await page.locator('main').count(), 1, name);
    const { lang, dir } = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
    const expected = { english: ['en', 'ltr'], french: ['fr', 'ltr'] }[name] ?? ['ar', 'rtl'];
    assert.deepEqual([lang, dir], expected, name);
    await page.context().close();
  }
});

/** Left edges of two parts of one text as they are painted. */
function edges(page, selector, first, second) {
  return page.locator(selector).evaluateAll((all, [a, b]) => {
    for (const element of all) {
      const node = element.firstChild;
      const text = node?.textContent ?? '';
      if (!text.includes(a) || !text.includes(b)) continue;
      return [a, b].map((part) => {
        const range = document.createRange();
        range.setStart(node, text.indexOf(part));
        range.setEnd(node, text.indexOf(part) + part.length);
        return range.getBoundingClientRect().left;
      });
    }
    return null;
  }, [first, second]);
}

test('a number stands left of its Latin unit', async () => {
  const page = await open('/article/curiosity-on-mars', { viewport: wide });
  const [number, unit] = await edges(page, '.text bdi', '256', 'MB');
  assert.ok(number < unit, '«256 MB» is painted as «MB 256»');
  await page.context().close();
});

test('dates of digits read from left to right behind an Arabic word', async () => {
  const page = await open('/help', { viewport: wide });
  const [year, month] = await edges(page, 'td bdi', '2017', '-01');
  assert.ok(year < month, '«2017-01» is painted as «01-2017»');
  await page.context().close();
});

test('the hint of an empty search box stands where reading begins', async () => {
  const page = await open('/', { viewport: wide });
  assert.equal(await page.locator('#q').evaluate((box) => getComputedStyle(box).direction), 'rtl');
  await page.locator('#q').fill('Galaxy');
  assert.equal(await page.locator('#q').evaluate((box) => getComputedStyle(box).direction), 'ltr');
  await page.context().close();
});

test('the first tab stop leads past the masthead', async () => {
  const page = await open('/search?q=هاتف', { viewport: wide });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.context().close();
});

test('a mark changes nothing but colour and underline, so that letters stay joined', async () => {
  const page = await open('/search?q=هاتف', { viewport: wide });
  const style = await page.locator('mark').first().evaluate((mark) => {
    const { paddingInlineStart, marginInlineStart, borderInlineStartWidth, display, fontWeight } = getComputedStyle(mark);
    const parentWeight = getComputedStyle(mark.parentElement).fontWeight;
    return { paddingInlineStart, marginInlineStart, borderInlineStartWidth, display, isAsBold: fontWeight === parentWeight };
  });
  assert.deepEqual(style, { paddingInlineStart: '0px', marginInlineStart: '0px', borderInlineStartWidth: '0px', display: 'inline', isAsBold: true });
  await page.context().close();
});
