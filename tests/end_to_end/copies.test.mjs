// SPDX-License-Identifier: GPL-3.0-or-later
// One report in the wording of three sites: readers see it once, and the others when they ask.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepScreenshot, launch, openPage, phone, violations } from './browser.mjs';
import { startSampleServer } from './sample_server.mjs';

const report = `أعلنت شركة ناشئة في عمّان أنها أنهت تجارب ساعة ذكية تعمل شهرًا كاملًا بشحنة واحدة، وأنها ستبدأ بيعها في الخريف.
تعرض الساعة الوقت والتنبيهات على شاشة من الحبر الإلكتروني لا تستهلك الطاقة إلا حين يتغير ما عليها، وتقيس النبض مرة كل خمس دقائق.
وقال مهندسو الشركة إن أصعب ما واجههم كان البرنامج لا البطارية، فقد كتبوا نظامًا صغيرًا يوقظ المعالج عند الحاجة وحدها ثم يعيده إلى النوم.
وتتصل الساعة بالهاتف عبر البلوتوث منخفض الطاقة، ويمكن لأي مبرمج أن يكتب لها واجهات جديدة لأن أدوات تطويرها مفتوحة المصدر.
ولم تحدد الشركة السعر النهائي بعد، لكنها قالت إنه سيكون أقل من سعر الساعات المعروفة بكثير.`;
const articles = [
  { id: 'first', source: 'نشرة الأجهزة', date: '2019-05-02', text: report },
  { id: 'second', source: 'بريد المبرمج', date: '2019-05-03', text: `${report}\nنقلًا عن نشرة الأجهزة.` },
  { id: 'third', source: 'مرصد الساعات', date: '2019-05-04', text: report.replace('في الخريف', 'في الشتاء') },
].map((one) => ({ ...one, title: 'ساعة ذكية تعمل شهرًا بشحنة واحدة' }));
const other = { id: 'other', source: 'مرصد الساعات', date: '2019-06-01', title: 'ساعة يد قديمة تعود إلى السوق', text: 'عادت إلى السوق ساعة ميكانيكية صُنعت قبل نصف قرن، بلا شاشة ولا بطارية.' };

let directory;
let server;
let browser;

before(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fihrist-copies-'));
  const source = join(directory, 'articles.jsonl');
  writeFileSync(source, [...articles, other].map((one) => JSON.stringify(one)).join('\n') + '\n');
  server = await startSampleServer({ sources: [source] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('a report of three sites is one result, which leads to the other two and back', async () => {
  const page = await openPage(browser, server, { bypassCSP: true });
  await page.goto('/search?q=ساعة');
  const hits = page.locator('li.hit');
  assert.equal(await hits.count(), 2);
  const link = page.getByRole('link', { name: 'نسختان أخريان تكادان تطابقانه' });
  await link.click();
  assert.equal(await hits.count(), 3, 'the report alone, in each wording');
  const sources = (await hits.allInnerTexts()).join('\n');
  for (const { source } of articles) assert.ok(sources.includes(source), source);
  await page.setViewportSize(phone);
  assert.deepEqual(await violations(page), []);
  await keepScreenshot(page, 'copies');
  await page.locator('.chips').getByRole('link').first().click();
  assert.equal(await hits.count(), 2);
  await page.context().close();
});

test('newest first lists every copy at its own date', async () => {
  const page = await openPage(browser, server);
  await page.goto('/search?q=ساعة&sort=newest');
  const dates = await page.locator('li.hit time').evaluateAll((all) => all.map((one) => one.dateTime));
  assert.deepEqual(dates, ['2019-06-01', '2019-05-04', '2019-05-03', '2019-05-02']);
  await page.context().close();
});
