// SPDX-License-Identifier: GPL-3.0-or-later
// One address of every type of page, with and without results.

export const pageTypes = {
  home: '/',
  results: '/search?q=هاتف سامسونج Galaxy',
  narrowed: '/search?q=هاتف&from=2012&to=2020&exact=1',
  newest: '/search?sort=newest',
  nothing: '/search?q=زقزقزق&from=2017&to=2017',
  excluded: '/search?q=المريخ&from=1990&to=1990&author=x',
  concordance: '/concordance?q=هاتف',
  nowhere: '/concordance?q=زقزقزق',
  article: '/article/curiosity-on-mars',
  found: '/article/curiosity-on-mars?q=المريخ',
  year: '/2017',
  undated: '/undated',
  help: '/help',
  missing: '/article/none',
  wrong: '/search?from=x',
};

export const languages = { ar: 'rtl', en: 'ltr', fr: 'ltr' };

export const inLanguage = (target, language) => `${target}${target.includes('?') ? '&' : '?'}lang=${language}`;
