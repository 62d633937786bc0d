// SPDX-License-Identifier: GPL-3.0-or-later
// Help with typing: suggestions below the search box, and results while one types. Pages are whole without it.
// The box is an editable combobox with a list, after the ARIA Authoring Practices of W3C: what is typed is
// changed only by choosing.
'use strict';

(() => {
  const form = document.querySelector('.search-form');
  const box = form?.querySelector('[name="q"]');
  if (!box) return;

  const pauses = { suggestions: 120, results: 350, speech: 700 };  // milliseconds without a key
  const shortest = 2;  // letters that are worth a question
  const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const directionOf = (text, otherwise) => (rightToLeft.test(text) ? 'rtl' : otherwise);

  // Asking: only the newest question is answered, and none is put while the server wants a rest.
  let restUntil = 0;
  function asker(pause, answer) {
    let timer;
    let request;
    const stop = () => {
      clearTimeout(timer);
      request?.abort();
    };
    const now = async (url) => {
      stop();
      if (Date.now() < restUntil) return;
      const own = request = new AbortController();
      try {
        const response = await fetch(url, { signal: own.signal });
        if (!response.ok) restUntil = Date.now() + 1000 * (Number(response.headers.get('Retry-After')) || 0);
        const body = await response.text();
        if (response.ok && !own.signal.aborted) answer(body, url);
      } catch {
        // Overtaken, or no network: what is on the page stays.
      }
    };
    const soon = (url) => {
      stop();
      timer = setTimeout(now, pause, url);
    };
    return { now, soon, stop };
  }

  // Speaking: one status, filled after a pause.
  const status = form.querySelector('[role="status"]');
  const said = {};
  let speech;
  function say(part, text) {
    said[part] = text;
    clearTimeout(speech);
    speech = setTimeout(() => {
      status.textContent = [said.results, said.suggestions].filter(Boolean).join('. ');
    }, pauses.speech);
  }

  // Suggestions
  const list = document.createElement('ul');
  Object.assign(list, { id: 'suggestions', className: 'suggestions', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.suggestions);
  box.parentElement.append(list);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'],
    ['aria-controls', list.id], ['aria-keyshortcuts', '/']]) box.setAttribute(name, value);
  let active = null;
  let chooseFirst = false;

  function choose(option) {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    if (!option) return box.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    box.setAttribute('aria-activedescendant', option.id);
    return option.scrollIntoView({ block: 'nearest' });
  }

  function open(isOpen) {
    choose(null);
    list.hidden = !isOpen;
    box.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) say('suggestions', '');
  }

  function optionOf(text, shown, index) {
    const option = document.createElement('li');
    Object.assign(option, { id: `suggestion-${index}`, textContent: shown, dir: directionOf(text, 'ltr') });
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.text = text;
    return option;
  }

  const suggestions = asker(pauses.suggestions, (body) => {
    const answer = JSON.parse(body);
    list.replaceChildren(...answer.suggestions.map((text, i) => optionOf(text, answer.displayed[i], i)));
    if (document.activeElement !== box) return;
    open(list.childElementCount > 0);
    say('suggestions', answer.announcement);
    if (chooseFirst) choose(list.firstElementChild);
  });

  function suggestionsUrl(text) {
    const url = new URL(form.dataset.suggest, location.href);
    url.searchParams.set('q', text);
    return url.href;
  }

  function close() {
    suggestions.stop();
    open(false);
  }

  function accept(option) {
    box.value = option.dataset.text;
    close();
    form.requestSubmit();
  }

  /** One option on or back; beyond the ends stands what was typed. */
  function move(step) {
    chooseFirst = false;
    if (!list.hidden) {
      const end = step > 0 ? list.firstElementChild : list.lastElementChild;
      const next = step > 0 ? 'nextElementSibling' : 'previousElementSibling';
      choose(active ? active[next] : end);
    } else if (isWorthAsking()) {
      chooseFirst = step > 0;
      suggestions.now(suggestionsUrl(box.value.trim()));
    }
  }

  // Results while one types, on the page of results. A spell of typing is one step of the history.
  const showsResults = document.querySelector('.results-head') !== null;
  let isTyping = false;
  let shownUrl = location.href;

  function put(page) {
    for (const part of ['main', '.footer'])
      document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
    document.title = page.title;
    say('results', document.querySelector('h1').textContent);
  }

  const parsed = (body) => new DOMParser().parseFromString(body, 'text/html');

  const results = asker(pauses.results, (body, url) => {
    put(parsed(body));
    history[isTyping ? 'replaceState' : 'pushState'](null, '', url);
    isTyping = true;
    shownUrl = url;
  });

  const earlier = asker(0, (body) => {
    const page = parsed(body);
    for (const field of form.elements) {
      const was = field.id && page.getElementById(field.id);
      if (was) Object.assign(field, { value: was.value, checked: was.checked });
    }
    box.dir = directionOf(box.value, 'auto');
    put(page);
  });

  window.addEventListener('popstate', () => {
    const before = shownUrl.split('#')[0];
    shownUrl = location.href;
    if (shownUrl.split('#')[0] === before) return;
    isTyping = false;
    results.stop();
    close();
    earlier.now(shownUrl);
  });

  function resultsUrl() {
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    return url.href;
  }

  // The keyboard
  const isWorthAsking = () => [...box.value.trim()].length >= shortest;

  function typed() {
    const direction = directionOf(box.value, 'auto');
    if (box.dir !== direction) box.dir = direction;
    chooseFirst = false;
    choose(null);
    if (!isWorthAsking()) return close();
    suggestions.soon(suggestionsUrl(box.value.trim()));
    if (showsResults) results.soon(resultsUrl());
    return undefined;
  }

  box.addEventListener('input', (event) => {
    if (!event.isComposing) typed();
  });
  box.addEventListener('compositionend', typed);

  box.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowUp' && event.altKey) close();
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active) accept(active);
    else if (event.key === 'Escape' && !list.hidden) close();
    else {
      if (event.key === 'Enter' || event.key === 'Tab') close();
      else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) choose(null);
      return;
    }
    event.preventDefault();
  });

  box.addEventListener('blur', () => {
    isTyping = false;
    close();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault());  // the box keeps the focus
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) accept(option);
  });
  form.addEventListener('submit', () => {
    results.stop();
    close();
  });

  // «/», on Arabic keyboards «ظ», leads to the box; it can be switched off on the page of help (WCAG 2.1.4).
  const storage = {
    get: () => { try { return localStorage.getItem('shortcut'); } catch { return null; } },
    set: (value) => { try { localStorage.setItem('shortcut', value); } catch { /* not kept */ } },
  };
  let hasShortcut = storage.get() !== 'off';
  document.addEventListener('keydown', (event) => {
    if (!hasShortcut || !['/', 'ظ'].includes(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  const shortcut = document.querySelector('#shortcut');
  if (shortcut) {
    shortcut.closest('section').hidden = false;
    shortcut.checked = hasShortcut;
    shortcut.addEventListener('change', () => {
      hasShortcut = shortcut.checked;
      storage.set(hasShortcut ? 'on' : 'off');
    });
  }
})();
