// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Chromium, driven by playwright-core, and what the suite asks of a page.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

export const wide = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };
/** A slow machine is no failure: waiting ends after minutes. In milliseconds. */
export const patience = 300_000;

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A page of an Arabic reader's browser; closing its context closes it. */
export async function openPage(browser, server, options = {}) {
  const context = await browser.newContext({ baseURL: server.url, viewport: wide, locale: 'ar', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return page;
}

async function judge(page, runOnly) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axeSource);
  const result = await page.evaluate((rules) => globalThis.axe.run({ runOnly: rules, resultTypes: ['violations'] }), runOnly);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Rules of axe that the page breaks, with the elements concerned. */
export const violations = (page) => judge(page, { type: 'tag', values: axeTags });

/** The same of the rules that look at colours: of a page that was judged whole, what another theme can break. */
export const violationsOfColour = (page) => judge(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

/** How many pixels the page is wider than its window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** With FIHRIST_SCREENSHOTS=DIR in the environment every page that is looked at is kept there. */
export async function keepScreenshot(page, name) {
  const directory = process.env.FIHRIST_SCREENSHOTS;
  if (!directory) return;
  mkdirSync(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
}
