// SPDX-License-Identifier: GPL-3.0-or-later
// The same pages in Debian's Firefox, with scripts and without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { patience } from './browser.mjs';
import { pageTypes, statuses } from './page_types.mjs';
import { startSampleServer } from './sample_server.mjs';

let server;

before(async () => {
  server = await startSampleServer();
});

after(() => server?.stop());

async function withFirefox(preferences, use) {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX, headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'ar', ...preferences }, timeout: patience, protocolTimeout: patience,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    await use(page);
  } finally {
    await browser.close();
  }
}

const address = (target) => new URL(target, server.url).href;

test('every type of page fits its window in Firefox and has nothing to complain about', async () => {
  await withFirefox({}, async (page) => {
    const complaints = [];
    // Firefox fetches rel=next ahead of time, which the policy of the pages does not let it.
    page.on('pageerror', ({ message }) => { if (!message.includes('default-src')) complaints.push(message); });
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 740 });
      for (const [name, target] of Object.entries(pageTypes)) {
        const answer = await page.goto(address(target));
        assert.equal(answer.status(), statuses[name] ?? 200, name);
        const { wider, heading } = await page.evaluate(() => ({
          wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          heading: document.querySelector('h1').textContent,
        }));
        assert.ok(wider <= 0, `${name} is wider than ${width}`);
        assert.ok(heading, name);
      }
    }
    assert.deepEqual(complaints, []);
  });
});

test('suggestions and results follow typing in Firefox', async () => {
  await withFirefox({}, async (page) => {
    await page.goto(address('/search?q=هاتف'));
    await page.focus('#q');
    await page.$eval('#q', (box) => box.select());
    await page.keyboard.type('المريخ');
    await page.waitForSelector('[role=option]');
    await page.waitForFunction(() => document.querySelector('h1').textContent.includes('المريخ'));
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.$eval('#q', (box) => box.getAttribute('aria-activedescendant')), 'suggestion-0');
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#q', (box) => box.value), 'المريخ');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('#q').value === 'هاتف');
  });
});

test('without scripts every type of page has its heading and its form in Firefox, and links lead on', async () => {
  await withFirefox({ 'javascript.enabled': false }, async (page) => {
    for (const [name, target] of Object.entries(pageTypes)) {
      await page.goto(address(target));
      const html = await page.content();
      assert.equal(html.match(/<h1/g)?.length, 1, name);
      assert.match(html, /<form class="search-form"/, name);
    }
  });
});

test('without scripts Firefox searches from the keyboard alone', async () => {
  await withFirefox({ 'javascript.enabled': false }, async (page) => {
    await page.goto(address('/help'));
    for (let stop = 0; stop < 3; ++stop) await page.keyboard.press('Tab');  // skip link, name, box
    await page.keyboard.type('twitter');
    const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(answer.status(), 200);
    assert.equal(new URL(page.url()).searchParams.get('q'), 'twitter');
  });
});
