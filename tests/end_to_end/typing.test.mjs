// SPDX-License-Identifier: GPL-3.0-or-later
// Help with typing: suggestions as a combobox, results while one types, from the keyboard and for screen readers.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch, openPage, phone, violations, wide } from './browser.mjs';
import { pageTypes } from './page_types.mjs';
import { startSampleServer } from './sample_server.mjs';

let server;
let browser;
let page;
const complaints = [];

before(async () => {
  server = await startSampleServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await openPage(browser, server);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (failure) => complaints.push(failure.message));
});

afterEach(() => page.context().close());

const box = () => page.getByRole('combobox');
const list = () => page.getByRole('listbox');
const options = () => page.getByRole('option');
const status = () => page.locator('.search-form [role=status]');
const shownQuery = () => new URL(page.url()).searchParams.get('q');

/** Types into the home page's box and waits for the list. */
async function typeAtHome(text) {
  await page.goto(pageTypes.home);
  await box().pressSequentially(text);
  await list().waitFor();
}

test('the second letter brings suggestions, the first does not', async () => {
  await page.goto(pageTypes.home);
  const asked = [];
  page.on('request', (request) => { if (!request.url().includes('/static/')) asked.push(request.url()); });
  await box().pressSequentially('ت');
  assert.equal(await list().isVisible(), false);
  await box().pressSequentially('و');
  await list().waitFor();
  assert.deepEqual(asked.map((url) => new URL(url).searchParams.get('q')), ['تو']);
  assert.equal(await box().getAttribute('aria-expanded'), 'true');
  assert.ok(await options().count() > 0);
});

test('arrows walk through the list and back to what was typed, which they never change', async () => {
  await typeAtHome('تو');
  const count = await options().count();
  const chosen = async () => (await options().evaluateAll((all) => all.map((one) => one.getAttribute('aria-selected')))).indexOf('true');
  for (let i = 0; i < count; ++i) {
    await box().press('ArrowDown');
    assert.equal(await chosen(), i);
    assert.equal(await box().getAttribute('aria-activedescendant'), await options().nth(i).getAttribute('id'));
  }
  await box().press('ArrowDown');
  assert.equal(await chosen(), -1);
  assert.equal(await box().getAttribute('aria-activedescendant'), null);
  await box().press('ArrowUp');
  assert.equal(await chosen(), count - 1);
  assert.equal(await box().inputValue(), 'تو');
});

test('home, end and the sideward arrows move in the text and leave the list', async () => {
  for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
    await typeAtHome('تو');
    await box().press('ArrowDown');
    await box().press(key);
    assert.equal(await box().getAttribute('aria-activedescendant'), null, key);
    assert.equal(await list().isVisible(), true, key);
  }
  assert.equal(await box().evaluate((one) => one.selectionStart), 1, 'right is back in Arabic');
});

test('enter searches what is chosen, or what was typed', async () => {
  await typeAtHome('تو');
  await box().press('ArrowDown');
  const chosen = await options().first().innerText();
  await Promise.all([page.waitForURL(/search\?/), box().press('Enter')]);
  assert.equal(shownQuery(), chosen.replace(/[\u2066\u2069]/g, ''));
  await typeAtHome('تو');
  await Promise.all([page.waitForURL(/search\?/), box().press('Enter')]);
  assert.equal(shownQuery(), 'تو');
});

test('escape closes the list first and keeps what was typed; the arrow down brings the list back', async () => {
  await typeAtHome('تو');
  await box().press('Escape');
  assert.equal(await list().isVisible(), false);
  assert.equal(await box().inputValue(), 'تو');
  assert.equal(await box().getAttribute('aria-expanded'), 'false');
  await box().press('ArrowDown');
  await list().waitFor();
  assert.equal(await options().first().getAttribute('aria-selected'), 'true');
});

test('tab leaves the box for the button and takes nothing from the list', async () => {
  await typeAtHome('تو');
  await box().press('ArrowDown');
  await box().press('Tab');
  assert.equal(await list().isVisible(), false);
  assert.equal(await box().inputValue(), 'تو');
  assert.equal(await page.evaluate(() => document.activeElement.type), 'submit');
});

test('a suggestion may be clicked', async () => {
  await typeAtHome('تو');
  const chosen = await options().nth(1).innerText();
  await Promise.all([page.waitForURL(/search\?/), options().nth(1).click()]);
  assert.equal(shownQuery(), chosen.replace(/[\u2066\u2069]/g, ''));
});

test('the status is empty at first and counts suggestions once typing rests', async () => {
  await page.goto(pageTypes.home);
  assert.equal(await status().innerText(), '');
  await box().pressSequentially('تويتر');
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');
  assert.match(await status().innerText(), /اقتراح/);
});

test('an open list breaks no rule of accessibility, in any window and theme', async () => {
  for (const viewport of [wide, phone]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await typeAtHome('تو');
      await box().press('ArrowDown');
      assert.deepEqual(await violations(page), []);
    }
  }
});

test('results follow what is typed, and a spell of typing is one step of the history', async () => {
  await page.goto('/search?q=هاتف&from=2012');
  const begun = await page.locator('h1').innerText();
  await box().fill('');
  await box().pressSequentially('المريخ');
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('المريخ'));
  await box().press('End');
  await box().pressSequentially(' ناسا');
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('المريخ ناسا'));
  assert.equal(shownQuery(), 'المريخ ناسا');
  assert.equal(new URL(page.url()).searchParams.get('from'), '2012', 'limits stay');
  assert.match(await page.title(), /المريخ ناسا/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent.includes('المريخ'));

  await page.goBack();
  await page.waitForFunction((heading) => document.querySelector('h1').innerText === heading, begun);
  assert.equal(await box().inputValue(), 'هاتف');
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('المريخ ناسا'));
  assert.equal(await box().inputValue(), 'المريخ ناسا');
});

test('an answer that was overtaken is not shown', async () => {
  await page.route(/api\/v1\/suggest/, async (route) => {
    if (new URL(route.request().url()).searchParams.get('q') === 'تو') await new Promise((resolve) => { setTimeout(resolve, 1000); });
    await route.continue().catch(() => {});
  });
  await page.goto(pageTypes.home);
  const asked = page.waitForRequest(/suggest/);
  await box().pressSequentially('تو');
  await asked;
  const overtaken = page.waitForEvent('requestfailed');
  await box().pressSequentially('ي');
  assert.match((await overtaken).failure().errorText, /ABORTED/);
  await list().waitFor();
  for (const text of await options().allInnerTexts()) assert.match(text, /توي|twi/i);
});

test('while letters are composed nothing is asked and no key is taken', async () => {
  await page.goto(pageTypes.home);
  const asked = [];
  page.on('request', (request) => { if (!request.url().includes('/static/')) asked.push(request.url()); });
  const session = await page.context().newCDPSession(page);
  await box().focus();
  await session.send('Input.imeSetComposition', { text: 'توي', selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(500);
  assert.deepEqual(asked, []);
  await session.send('Input.insertText', { text: 'تويتر' });
  await list().waitFor();
  assert.equal(await box().inputValue(), 'تويتر');
});

test('the caret stays where it is while one types in the middle, and the box turns with its letters', async () => {
  await page.goto(pageTypes.home);
  await box().pressSequentially('Galaxy S8');
  assert.equal(await box().evaluate((one) => getComputedStyle(one).direction), 'ltr');
  await box().evaluate((one) => one.setSelectionRange(6, 6));
  await box().pressSequentially(' هاتف');
  assert.equal(await box().inputValue(), 'Galaxy هاتف S8');
  assert.equal(await box().evaluate((one) => one.selectionStart), 11);
  assert.equal(await box().evaluate((one) => getComputedStyle(one).direction), 'rtl');
});

test('the slash, or ظ, leads to the box from anywhere but a field, until it is switched off', async () => {
  for (const key of ['/', 'ظ']) {
    await page.goto(pageTypes.article);
    await page.keyboard.press(key === '/' ? 'Slash' : 'Tab');
    if (key === 'ظ') await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ظ', bubbles: true, cancelable: true })));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q', key);
  }
  await page.keyboard.press('Slash');
  assert.equal(await box().inputValue(), '/');
  await page.goto(pageTypes.help);
  await page.getByRole('checkbox', { name: 'اختصار' }).uncheck();
  await page.goto(pageTypes.article);
  await page.keyboard.press('Slash');
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'q');
});

test('a server that wants a rest is left alone, and the page goes on working', async () => {
  let asked = 0;
  await page.route(/api\/v1\/suggest/, (route) => {
    ++asked;
    return route.fulfill({ status: 429, headers: { 'Retry-After': '60' }, body: '{}' });
  });
  await page.goto(pageTypes.home);
  const answered = page.waitForResponse(/suggest/);
  await box().pressSequentially('تو');
  await answered;
  await box().pressSequentially('يتر');
  await page.waitForTimeout(500);
  assert.equal(asked, 1);
  await Promise.all([page.waitForURL(/search\?/), box().press('Enter')]);
  assert.equal(shownQuery(), 'تويتر');
});

test('the browser had nothing to complain about', () => {
  assert.deepEqual(complaints.filter((text) => !/status of 429/.test(text)), []);
});
