// Is a page well built? axe (WCAG 2.0 to 2.2, A and AA, and best practice), html-validate, and the layout on small
// screens. Every check gives a list of what is wrong, empty when nothing is.
import AxeBuilder from '@axe-core/playwright';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page. */
export async function axeProblems(page) {
  const found = await new AxeBuilder({ page, axeSource: axe.source }).withTags(RULES).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false }).analyze();
  return found.violations.flatMap((v) => v.nodes.map((n) => `axe ${v.id} (${v.impact}): ${v.help}\n      ${n.target.join(' ')}  ${n.html.replace(/\s+/g, ' ').slice(0, 200)}\n      ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? ''}`));
}

// How the markup is written (quotes, void elements, spaces) is the renderer's business; what it means is ours. The
// summary of what is wrong stands above the main heading and has a heading of its own. Lists may carry a name.
// Whether a telephone number breaks in two is seen on the screen (brokenNumbers), not in the markup.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'long-title': 'off',
    'no-implicit-button-type': 'error',
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    'require-sri': 'off',
    'tel-non-breaking': 'off',
    'void-style': 'off',
  },
});

/** What html-validate finds in the server's HTML. */
export async function htmlProblems(html) {
  const report = await validator.validateString(html);
  const at = (offset) => html.slice(Math.max(0, offset - 20), offset + 140).replace(/\s+/g, ' ');
  return report.results.flatMap((r) => r.messages.map((m) => `html ${m.ruleId}: ${m.message}\n      ${at(m.offset)}`));
}

/** The page as a browser without scripts gets it: no scripts, and what stands in noscript. */
export function withoutScripts(html) {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*(modulepreload|as="?(script|fetch))[^>]*>/gi, '')
    .replace(/<\/?noscript[^>]*>/gi, '');
}

const NARROW = { width: 320, height: 640 };
const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';

/** Whatever sticks out to the right, when the page can be scrolled sideways. */
const sideways = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > clientWidth + 1);
    const deepest = wide.filter((e) => !wide.some((other) => other !== e && e.contains(other)));
    return `${scrollWidth} px wide: ${deepest.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(' | ')}`;
  });

/** At 320 px wide nothing needs to be scrolled sideways (1.4.10), also not with wide text spacing (1.4.12). */
export async function narrowProblems(page) {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  const plain = await sideways(page);
  // As a sheet of the browser itself, which the page's policy does not concern.
  const style = await page.evaluateHandle((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  }, SPACING);
  const spaced = await sideways(page);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, label, h1, h2, legend, .md-status')]
      .filter((e) => e.checkVisibility() && !e.closest('.md-visually-hidden, .md-default-submit'))
      .filter((e) => {
        const style = getComputedStyle(e);
        return ['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
      })
      .map((e) => e.outerHTML.slice(0, 120)),
  );
  await page.evaluate((sheet) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
  }, style);
  await page.setViewportSize(before);
  const problems = [];
  if (plain) problems.push(`reflow: at 320 px the page is ${plain}`);
  if (spaced) problems.push(`text spacing: at 320 px the page is ${spaced}`);
  problems.push(...cut.map((html) => `text spacing: cut off: ${html}`));
  return problems;
}

/**
 * Each message of the summary leads to the field that is wrong; that field is marked and described by the same words,
 * and no other field is marked.
 */
export const errorProblems = (page) =>
  page.evaluate(() => {
    const problems = [];
    const wrong = new Set();
    const described = (e) => (e?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    for (const link of document.querySelectorAll('.md-error-summary a')) {
      const message = link.textContent.trim();
      const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!field) {
        problems.push(`the summary leads nowhere: ${message}`);
        continue;
      }
      const inputs = field.matches('input, textarea, select') ? [field] : [...field.querySelectorAll('input, select, textarea')];
      for (const input of inputs) wrong.add(input.name);
      if (!inputs.some((i) => i.getAttribute('aria-invalid') === 'true')) problems.push(`not marked as wrong: #${field.id} (${message})`);
      const near = [field, field.closest('fieldset')].some((e) => described(e).includes(message));
      if (!near) problems.push(`not described by its message: #${field.id} (${message})`);
    }
    const marked = [...document.querySelectorAll('main [aria-invalid=true]')].map((e) => e.name);
    problems.push(...[...new Set(marked)].filter((name) => !wrong.has(name)).map((name) => `marked as wrong, and it is not: ${name}`));
    return problems;
  });

/** Dutch left on an English page. What people wrote themselves, names and other languages marked as such may be Dutch. */
export const dutchWords = (page) =>
  page.evaluate(() => {
    const dutch = /\b(?:uw|niet|het|wij|voor|naar|kies|vul|vraag|antwoord|antwoorden|inwoner|bewaar\w*|verstuur\w*)\b/i;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [document.title].filter((t) => dutch.test(t));
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (dutch.test(data) && !parentElement.closest('[translate=no], [lang=nl], [dir=auto], textarea, script, q')) found.push(data.trim().slice(0, 80));
    }
    return found.slice(0, 3);
  });

/** Telephone numbers that stand on two lines, where they are hard to read and to copy. */
export const brokenNumbers = (page) =>
  page.evaluate(() => {
    const number = /\b(?:0[89]00[ \u00a0]\d{4}|14[ \u00a0]0\d\d|06(?:[ \u00a0]\d\d){4})\b/g;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (texts.nextNode()) {
      for (const match of texts.currentNode.data.matchAll(number)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, match.index);
        range.setEnd(texts.currentNode, match.index + match[0].length);
        if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) broken.push(match[0]);
      }
    }
    return broken;
  });

/**
 * Controls that are hard to hit: lower than `size` px, and narrower where they are no text link. Links inside a
 * sentence may be small (2.5.8).
 */
export const smallTargets = (page, size = 44) =>
  page.evaluate((least) => {
    const box = (e) => {
      const label = ['radio', 'checkbox'].includes(e.type) ? e.closest('label') ?? e.labels?.[0] : null;
      return (label ?? e).getBoundingClientRect();
    };
    const inline = (e) => e.tagName === 'A' && getComputedStyle(e).display === 'inline';
    const seen = (e) => e.checkVisibility() && !e.closest('.md-default-submit, .nl-skip-link');
    const text = (e) => e.tagName === 'A' && !e.matches('.nl-button, [class*="header__tool"]');
    return [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a[href]')]
      .filter((e) => seen(e) && !inline(e))
      .map((e) => ({ e, r: box(e) }))
      .filter(({ e, r }) => r.width > 0 && (r.height < least - 0.5 || r.width < (text(e) ? 24 : least) - 0.5))
      .map(({ e, r }) => `${Math.round(r.width)}x${r.height.toFixed(1)} ${e.outerHTML.slice(0, 120)}`);
  }, size);
