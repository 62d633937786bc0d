// SPDX-License-Identifier: GPL-3.0-or-later
// Every type of page for everybody: axe's rules, the outline that a screen reader tells, the keyboard's way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keepScreenshot, launch, openPage, overflow, phone, violations, violationsOfColour, wide } from './browser.mjs';
import { inLanguage, languages, pageTypes, statuses } from './page_types.mjs';
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

for (const language of Object.keys(languages)) {
  test(`no page in ${language} breaks a rule of accessibility or its window, in any width and theme`, async (t) => {
    const page = await openPage(browser, server, { bypassCSP: true });
    let judged = 0;
    for (const [name, target] of Object.entries(pageTypes)) {
      await page.goto(inLanguage(target, language));
      for (const [size, viewport] of Object.entries({ wide, phone })) {
        await page.setViewportSize(viewport);
        assert.ok(await overflow(page) <= 0, `${name} is wider than its window: ${size}`);
        for (const [colorScheme, judge] of Object.entries({ light: violations, dark: violationsOfColour })) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await judge(page), [], `${name}, ${size}, ${colorScheme}`);
          await keepScreenshot(page, `${name}-${language}-${size}-${colorScheme}`);
          ++judged;
        }
      }
    }
    assert.equal(judged, Object.keys(pageTypes).length * 4);
    t.diagnostic(`${judged} pages were judged by axe`);
    await page.context().close();
  });
}

/** What a screen reader lists of a page: landmarks in their order with their names, headings with their levels. */
function outline(page) {
  return page.evaluate(() => {
    const nameOf = (element) => element.getAttribute('aria-label') ?? document.getElementById(element.getAttribute('aria-labelledby'))?.textContent ?? '';
    const roles = { HEADER: 'banner', MAIN: 'main', FOOTER: 'contentinfo', NAV: 'navigation', SEARCH: 'search' };
    const landmarks = [];
    for (const element of document.querySelectorAll('body > header, main, body > footer, nav, [role=search]'))
      landmarks.push([element.getAttribute('role') ?? roles[element.tagName], nameOf(element)]);
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility())
      .map((one) => ({ level: Number(one.tagName[1]), text: one.textContent.trim(), isInMain: one.closest('main') !== null }));
    return {
      landmarks, headings,
      lang: document.documentElement.lang, dir: document.documentElement.dir,
      status: [...document.querySelectorAll('.search-form [role=status]')].map((one) => one.textContent),
      unnamed: [...document.querySelectorAll('a, button, input:not([type=hidden])')].filter((one) => one.checkVisibility() &&
        !(one.textContent.trim() || one.getAttribute('aria-label') || one.labels?.length)).length,
    };
  });
}

test('every page tells the same outline: masthead, search, one main part under one heading, footer; no level is skipped', async () => {
  const page = await openPage(browser, server);
  for (const [language, direction] of Object.entries(languages)) {
    for (const [name, target] of Object.entries(pageTypes)) {
      const answer = await page.goto(inLanguage(target, language));
      const where = `${name} in ${language}`;
      assert.equal(answer.status(), statuses[name] ?? 200, where);
      const { landmarks, headings, lang, dir, status, unnamed } = await outline(page);
      assert.deepEqual([lang, dir], [language, direction], where);
      const roles = landmarks.map(([role]) => role);
      for (const role of ['banner', 'main', 'contentinfo', 'search']) assert.equal(roles.filter((one) => one === role).length, 1, `${where}: ${role}`);
      assert.ok(roles.indexOf('banner') < roles.indexOf('main') && roles.indexOf('main') < roles.indexOf('contentinfo'), where);
      const navigations = landmarks.filter(([role]) => role === 'navigation').map(([, label]) => label);
      assert.ok(navigations.every((label) => label !== ''), `${where}: a navigation has no name`);
      assert.equal(new Set(navigations).size, navigations.length, `${where}: two navigations have one name`);
      assert.deepEqual(headings.filter(({ level }) => level === 1).length, 1, where);
      assert.ok(headings.every(({ text, isInMain }) => text !== '' && isInMain), where);
      headings.reduce((above, { level, text }) => {
        assert.ok(level <= above + 1, `${where}: «${text}» skips a level`);
        return level;
      }, 0);
      assert.deepEqual(status, [''], `${where}: the live region is there and empty`);
      assert.equal(unnamed, 0, `${where}: something to press has no name`);
    }
  }
  await page.context().close();
});

test('the outline of results names the count, every hit and every way to narrow them', async () => {
  const page = await openPage(browser, server);
  await page.goto(pageTypes.narrowed);
  const { headings } = await outline(page);
  assert.match(headings[0].text, /^\d+ نتيجة عن «هاتف»$|^\d+ نتائج عن «هاتف»$/);
  const hits = await page.locator('.hits > li').count();
  const titles = await page.locator('.hits > li h2').allTextContents();
  assert.equal(titles.length, hits);
  const narrowing = headings.filter(({ level }) => level === 2).map(({ text }) => text).filter((text) => !titles.includes(text));
  assert.deepEqual(narrowing, ['السنة', 'الكاتب', 'المصدر', 'الوسم']);
  await page.context().close();
});

/** Presses Tab until the page is left; each stop as it is when it has the focus. */
async function walk(page) {
  const stops = [];
  for (let i = 0; i < 500; ++i) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || element === null) return null;
      element.dataset.stop ??= document.querySelectorAll('[data-stop]').length;
      const box = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const middle = [Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)];
      const above = document.elementFromPoint(...middle);
      return {
        id: element.dataset.stop, what: `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)}`,
        isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        // A link over two lines has its middle beside it.
        isCovered: above !== null && !element.contains(above) && !above.contains(element),
      };
    });
    if (stop !== null && stop.id === stops.at(-1)?.id) continue;  // a field of a month has stops inside
    if (stop === null || stops.some(({ id }) => id === stop.id)) return stops;
    stops.push(stop);
  }
  return stops;
}

test('Tab alone leads through every type of page: to all there is to press, seen and outlined, without a trap', async () => {
  for (const viewport of [wide, phone]) {
    const page = await openPage(browser, server, { viewport });
    for (const [name, target] of Object.entries(pageTypes)) {
      await page.goto(target);
      const pressable = await page.evaluate(() => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), [tabindex="0"]')]
        .filter((one) => one.checkVisibility() && one.tabIndex >= 0).length);
      const stops = await walk(page);
      for (const { what, isSeen, isOutlined, isCovered } of stops) {
        assert.ok(isSeen, `${name}: ${what} has the focus out of sight`);
        assert.ok(isOutlined, `${name}: ${what} does not show that it has the focus`);
        assert.ok(!isCovered, `${name}: ${what} lies under something else`);
      }
      assert.equal(stops.length, pressable, `${name}: stops of ${pressable}`);
    }
    await page.context().close();
  }
});

test('from the first key to the next result and back without a pointer', async () => {
  const page = await openPage(browser, server);
  await page.goto('/');
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  const tabTo = async (matches) => {
    for (let i = 0; i < 200; ++i) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(matches)) return;
    }
    assert.fail(`never reached: ${matches}`);
  };
  await tabTo(() => document.activeElement.id === 'q');
  await page.keyboard.type('هاتف');
  await Promise.all([page.waitForURL(/search\?/), page.keyboard.press('Enter')]);
  await tabTo(() => document.activeElement.matches('.hit .title'));
  const title = await focused();
  await Promise.all([page.waitForURL(/article/), page.keyboard.press('Enter')]);
  assert.equal((await page.locator('h1').innerText()).trim(), title);
  await tabTo(() => document.activeElement.matches('.place .older a'));
  const first = page.url();
  await Promise.all([page.waitForURL((url) => url.href !== first), page.keyboard.press('Enter')]);
  assert.match(await page.locator('.where').innerText(), /^النتيجة 2 من /);
  await tabTo(() => document.activeElement.matches('.back a'));
  await Promise.all([page.waitForURL(/search\?/), page.keyboard.press('Enter')]);
  await tabTo(() => document.activeElement.matches('#narrow .values a'));
  await Promise.all([page.waitForURL(/(author|source|tag)=/), page.keyboard.press('Enter')]);
  assert.equal(await page.locator('.chips li').count(), 1);
  await page.context().close();
});
