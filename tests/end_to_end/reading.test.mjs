// SPDX-License-Identifier: GPL-3.0-or-later
// A reader's way through the archive: search, open, newer, older, narrow, back. Without scripts throughout.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { startSampleServer } from './sample_server.mjs';

let server;
let browser;
let page;
const complaints = [];

before(async () => {
  server = await startSampleServer();
  browser = await launch();
  page = await openPage(browser, server, { javaScriptEnabled: false });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => { complaints.push(dialog.message()); dialog.dismiss(); });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const heading = () => page.locator('h1').innerText();
const path = () => decodeURIComponent(new URL(page.url()).pathname);

async function search(text) {
  await page.goto('/');
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('button', { name: 'بحث', exact: true }).click();
}

test('the home page counts the articles and shows the newest first', async () => {
  await page.goto('/');
  assert.match(await page.locator('.span').innerText(), /^66 مقالًا من .* 2012 إلى .* 2026$/);
  const dates = await page.locator('.list time').evaluateAll((all) => all.map((one) => one.dateTime));
  assert.deepEqual(dates, [...dates].sort().reverse());
});

test('a search finds other forms of its words, says so and marks them', async () => {
  await search('تويتر');
  assert.match(await heading(), /(نتيج|نتائج).*«.*تويتر.*»/);
  assert.ok(await page.locator('.hit').count() > 0);
  assert.ok(await page.locator('.hit mark').count() > 0);
});

test('a misspelt word leads to what was meant, in every language, and the limits stay', async () => {
  for (const [language, question] of [['ar', /^هل تقصد: .*\(.*نت.*\)$/], ['en', /^Did you mean: .*\(\d+ results?\)$/], ['fr', /^Vouliez-vous dire : .*\(\d+ résultats?\)$/]]) {
    await page.goto(`/search?q=المرييخ&from=2000&lang=${language}`);
    assert.match(await page.locator('.meant').innerText(), question);
    assert.equal(await page.locator('.meant bdi').first().innerText(), 'المريخ');
    await page.locator('.meant a').click();
    assert.ok(await page.locator('.hit').count() > 0, language);
    assert.equal(new URL(page.url()).searchParams.get('from'), '2000');
    assert.equal(await page.locator('html').getAttribute('lang'), language);
  }
});

test('other forms that were searched are told, and can be left out', async () => {
  await search('الهاتف');
  assert.match(await page.locator('.also').innerText(), /^بحثنا أيضًا عن: .*هاتف/);
  await page.getByRole('link', { name: 'ابحث حرفيًّا' }).click();
  assert.equal(await page.locator('.also').count(), 0);
  for (const word of await page.locator('.snippet mark').allInnerTexts()) assert.equal(word, 'الهاتف');
});

test('a result opens, knows its place, and leads back to the list it came from', async () => {
  await search('هاتف');
  const found = await page.locator('.hit .title').allInnerTexts();
  await page.locator('.hit .title').nth(1).click();
  assert.match(await page.locator('.where').innerText(), /^النتيجة 2 من /);
  await page.getByRole('link', { name: 'النتيجة السابقة' }).click();
  assert.match(await page.locator('.where').innerText(), /^النتيجة 1 من /);
  await page.locator('.back a').click();
  assert.deepEqual(await page.locator('.hit .title').allInnerTexts(), found);
});

test('older and newer undo each other, newer at the start side', async () => {
  await page.goto('/');
  await page.locator('.list .title').nth(2).click();
  const begun = path();
  const newer = await page.locator('.neighbours .newer').boundingBox();
  const older = await page.locator('.neighbours .older').boundingBox();
  assert.ok(newer.x > older.x, 'on a page read from right to left the start side is right');
  await page.locator('.neighbours a[rel=prev]').click();
  assert.notEqual(path(), begun);
  await page.locator('.neighbours a[rel=next]').click();
  assert.equal(path(), begun);
});

test('from the oldest article every other is reached by going on', async () => {
  await page.goto('/search?sort=oldest');
  await page.locator('.hit .title').first().click();
  const seen = new Set([path()]);
  while (await page.locator('.neighbours a[rel=next]').count() > 0) {
    await page.locator('.neighbours a[rel=next]').click();
    assert.ok(!seen.has(path()), `${path()} came twice`);
    seen.add(path());
  }
  assert.ok(seen.size >= 64, `only ${seen.size} articles were reached`);
});

test('lists by date go on by older and back by newer', async () => {
  await page.goto('/search?sort=newest');
  const titles = () => page.locator('.hit .title').allInnerTexts();
  const first = await titles();
  await page.getByRole('link', { name: 'مقالات أقدم' }).click();
  assert.notDeepEqual(await titles(), first);
  await page.getByRole('link', { name: 'مقالات أحدث' }).click();
  assert.deepEqual(await titles(), first);
});

test('a limit narrows the results, shows as a chip, and is removed by it', async () => {
  await search('هاتف');
  const all = await heading();
  await page.locator('#narrow .bars a').first().click();
  assert.equal(await page.locator('.chips li').count(), 1);
  assert.notEqual(await heading(), all);
  await page.locator('.chips a').click();
  assert.equal(await heading(), all);
});

test('years lead to months, months to articles', async () => {
  await page.goto('/');
  await page.locator('.bars a').first().click();
  assert.match(path(), /^\/\d{4}$/);
  await page.locator('.bars a').first().click();
  assert.match(path(), /^\/\d{4}\/\d\d$/);
  await page.locator('.list .title').first().click();
  assert.match(path(), /^\/article\//);
});

test('undated articles have their page', async () => {
  await page.goto('/undated');
  assert.equal(await page.locator('.list > li').count(), 2);
});

test('a date that is none is said beside the form, which is kept', async () => {
  const response = await page.goto('/search?q=هاتف&from=قريبًا');
  assert.equal(response.status(), 400);
  assert.equal(await page.locator('#from').inputValue(), 'قريبًا');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'هاتف');
  assert.ok(await page.locator('#from').isVisible(), 'the form is open');
});

test('every example of the help page finds its way to results', async () => {
  await page.goto('/help');
  const links = await page.locator('table a').evaluateAll((all) => all.map((one) => one.href));
  assert.ok(links.length > 10);
  for (const link of links) assert.equal((await page.goto(link)).status(), 200, link);
});

test('a query of markup is shown as text', async () => {
  await search('"><img src=x onerror=alert(1)><script>alert(2)</script>');
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.match(await heading(), /<script>/);
});

test('the browser had nothing to complain about', () => {
  assert.deepEqual(complaints.filter((text) => !/status of (400|404)/.test(text)), []);
});
