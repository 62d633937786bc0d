// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator says of an archive, as readers and programs meet it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { startSampleServer } from './sample_server.mjs';

let server;
let browser;

before(async () => {
  server = await startSampleServer({
    settings: '[archive]\ntitle = "أرشيف Tech 2017"\n',
    options: ['--trusted-proxy', '127.0.0.1', '--rate', '2/s'],
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const fromClient = (address) => ({ headers: { 'X-Forwarded-For': address } });

test('the archive\'s own name heads its pages, read in its own direction', async () => {
  const page = await openPage(browser, server);
  for (const target of ['/', '/search?q=هاتف', '/?lang=en']) {
    await page.goto(target);
    assert.equal(await page.locator('.brand').innerText(), 'أرشيف Tech 2017', target);
    assert.match(await page.title(), /أرشيف .?Tech 2017.?$/, target);
  }
  const [arabic, latin] = await page.locator('.brand span').evaluate((span) => {
    const range = document.createRange();
    const edge = (node) => { range.selectNodeContents(node); return range.getBoundingClientRect().left; };
    return [edge(span.querySelector('bdi').firstChild), edge(span.querySelector('bdi bdi'))];
  });
  assert.ok(arabic > latin, 'the name is Arabic on a page in English too');
  await page.context().close();
});

test('a client that asks too often is told when to come back, and no other client is', async () => {
  const answers = [];
  for (let i = 0; i < 12; ++i) answers.push(await fetch(`${server.url}help`, fromClient('198.51.100.1')));
  const refused = answers.filter((answer) => answer.status === 429);
  assert.ok(refused.length >= 4, `only ${refused.length} of 12 were refused`);
  assert.equal(refused[0].headers.get('retry-after'), '1');
  assert.match(await refused[0].text(), /<h1>طلبات كثيرة/);
  assert.equal((await fetch(`${server.url}help`, fromClient('198.51.100.2'))).status, 200);
});
