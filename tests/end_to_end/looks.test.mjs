// SPDX-License-Identifier: GPL-3.0-or-later
// How pages are painted: directions, marks, type, print.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { pageTypes } from './page_types.mjs';
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

const open = async (target, options) => {
  const page = await openPage(browser, server, options);
  await page.goto(target);
  return page;
};

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
  const page = await open(pageTypes.article);
  const [number, unit] = await edges(page, '.text bdi', '256', 'MB');
  assert.ok(number < unit, '«256 MB» is painted as «MB 256»');
  await page.context().close();
});

test('dates of digits read from left to right behind an Arabic word', async () => {
  const page = await open(pageTypes.help);
  const [year, month] = await edges(page, 'td bdi', '2017', '-01');
  assert.ok(year < month, '«2017-01» is painted as «01-2017»');
  await page.context().close();
});

test('the hint of an empty search box stands where reading begins', async () => {
  const page = await open(pageTypes.home);
  assert.equal(await page.locator('#q').evaluate((box) => getComputedStyle(box).direction), 'rtl');
  await page.locator('#q').fill('Galaxy');
  assert.equal(await page.locator('#q').evaluate((box) => getComputedStyle(box).direction), 'ltr');
  await page.context().close();
});

test('the first tab stop leads past the masthead', async () => {
  const page = await open(pageTypes.results);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.context().close();
});

test('a mark changes nothing but colour and underline, so that letters stay joined', async () => {
  const page = await open(pageTypes.results);
  const style = await page.locator('mark').first().evaluate((mark) => {
    const { paddingInlineStart, marginInlineStart, borderInlineStartWidth, display, fontWeight } = getComputedStyle(mark);
    const parentWeight = getComputedStyle(mark.parentElement).fontWeight;
    return { paddingInlineStart, marginInlineStart, borderInlineStartWidth, display, isAsBold: fontWeight === parentWeight };
  });
  assert.deepEqual(style, { paddingInlineStart: '0px', marginInlineStart: '0px', borderInlineStartWidth: '0px', display: 'inline', isAsBold: true });
  await page.context().close();
});

/** The ASCII of the first element, which takes one line, as it is painted from left to right. */
function painted(page, selector) {
  return page.locator(selector).first().evaluate((element) => {
    const letters = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.data;
      for (let i = 0; i < text.length; ++i) {
        const range = document.createRange();
        range.setStart(texts.currentNode, i);
        range.setEnd(texts.currentNode, i + 1);
        if (/[\x21-\x7e]/.test(text[i])) letters.push({ letter: text[i], left: range.getBoundingClientRect().left });
      }
    }
    return letters.sort((a, b) => a.left - b.left).map(({ letter }) => letter).join('');
  });
}

test('a query is painted in the order in which it is read, whatever it begins and ends with', async () => {
  const painting = [
    ['C++', 'C++'], ['6 GB', '6GB'], ['هاتف 6 GB', '6GB'], ['Galaxy S8 هاتف -نوكيا', '-GalaxyS8'], ['لغة C++ الجديدة', 'C++'],
    ['شهر:2017-01', '2017-01:'], ['"Windows 10"', '"Windows10"'], ['user@host.org', 'user@host.org'],
  ];
  const page = await openPage(browser, server);
  for (const language of ['ar', 'en', 'fr']) {
    for (const [query, expected] of painting) {
      await page.goto(`/search?q=${encodeURIComponent(query)}&lang=${language}`);
      assert.equal(await painted(page, 'h1 bdi'), expected, `${query} in ${language}`);
    }
  }
  await page.context().close();
});

test('type is set for reading: size, leading, a ragged edge, no spacing, no slant; a line has no more letters than one follows', async () => {
  const page = await open(pageTypes.article);
  const style = await page.locator('.text').evaluate((text) => {
    const { fontSize, lineHeight, textAlign, letterSpacing, fontStyle } = getComputedStyle(text);
    return { size: parseFloat(fontSize), leading: parseFloat(lineHeight) / parseFloat(fontSize), textAlign, letterSpacing, fontStyle, ems: text.clientWidth / parseFloat(fontSize) };
  });
  assert.ok(style.size >= 18 && style.size <= 22, `${style.size} px`);
  assert.ok(style.leading >= 1.75 && style.leading <= 1.9, `leading ${style.leading}`);
  assert.deepEqual([style.textAlign, style.letterSpacing, style.fontStyle], ['start', 'normal', 'normal']);
  assert.ok(style.ems <= 38, `${style.ems} em wide`);
  await page.context().close();
});

test('the style sheet knows no left and no right', async () => {
  const css = await (await fetch(new URL('/static/fihrist.css', server.url))).text();
  const rules = css.replace(/\/\*[^]*?\*\//g, '');
  assert.deepEqual(rules.match(/(margin|padding|border)-(left|right)|text-align: ?(left|right|justify)|[{;\s](left|right|float|letter-spacing|font-style): ?/g), null);
});

test('the dark theme changes colours and nothing else, so that what holds in the light needs no second look', async () => {
  const page = await open(pageTypes.home);
  const changed = await page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const themes = rules.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme'));
    return themes.flatMap((theme) => [...theme.cssRules]).flatMap(({ style }) => [...style].map((name) => [name, style.getPropertyValue(name)]));
  });
  assert.ok(changed.length > 10, 'there is a dark theme');
  for (const [name, value] of changed) assert.match(`${name}: ${value.trim()}`, /^--[a-z-]+: #[0-9a-f]{6}$/);
  await page.context().close();
});

test('on paper there is the article, where it is from, and nothing to press', async () => {
  const page = await open(pageTypes.found);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.search-form', '.masthead nav', '.footer', '.neighbours', '.place', '.cite', '.similar'])
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  for (const shown of ['h1', '.text', '.origin']) assert.equal(await page.locator(shown).first().isVisible(), true, shown);
  await page.context().close();
});

test('on a page in another language lists of Arabic titles begin at the right, their own lines beside them', async () => {
  for (const target of [pageTypes.results, pageTypes.month, pageTypes.home]) {
    const page = await open(`${target}${target.includes('?') ? '&' : '?'}lang=en`);
    const edges = await page.locator('ol > li').first().evaluate((item) => [item.querySelector('.title'), item.querySelector('.meta').lastElementChild]
      .map((part) => Math.round(item.getBoundingClientRect().right - part.getBoundingClientRect().right)));
    assert.ok(target === pageTypes.month || Math.abs(edges[0] - edges[1]) <= 1, `${target}: ${edges}`);
    assert.ok(edges[0] <= 1, `${target}: ${edges}`);
    await page.context().close();
  }
});
