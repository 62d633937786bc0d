// SPDX-License-Identifier: GPL-3.0-or-later
// One address of every type of page, with and without results: what all browser tests walk through.

export const pageTypes = {
  home: '/',
  results: '/search?q=هاتف سامسونج Galaxy',
  narrowed: '/search?q=هاتف&from=2012&to=2020&exact=1&copies=1',
  second: '/search?q=في&page=2',
  newest: '/search?sort=newest',
  meant: '/search?q=المرييخ&from=2000',
  nothing: '/search?q=زقزقزق&from=2017&to=2017',
  excluded: '/search?q=المريخ&from=1990&to=1990&author=x',
  concordance: '/concordance?q=هاتف',
  unasked: '/concordance',
  nowhere: '/concordance?q=زقزقزق',
  timeline: '/timeline',
  timelineOfWords: '/timeline?q=هاتف&from=2012',
  article: '/article/curiosity-on-mars',
  found: '/article/curiosity-on-mars?q=المريخ',
  year: '/2017',
  month: '/2017/01',
  undated: '/undated',
  author: '/author/زاوية المطور',
  authors: '/authors',
  tag: '/tag/هواتف',
  tags: '/tags',
  source: '/source/دفتر المبرمج',
  sources: '/sources',
  help: '/help',
  missing: '/article/none',
  wrong: '/search?q=هاتف&from=x',
};

/** The status of those that are errors. */
export const statuses = { missing: 404, wrong: 400 };

export const languages = { ar: 'rtl', en: 'ltr', fr: 'ltr' };

export const inLanguage = (target, language) => `${target}${target.includes('?') ? '&' : '?'}lang=${language}`;
