// Everybody at their own device in one language, and the thorough look at one screen.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { SIZES, Visitor } from './browser.mjs';
import { axeProblems, brokenNumbers, dutchWords, errorProblems, htmlProblems, narrowProblems, smallTargets, withoutScripts } from './checks.mjs';
import { post } from './intake.mjs';

/** Posts a form to its own page, as a browser without scripts does. */
async function posted(page, address, form) {
  // Until the script has named its first screen: that counts as going somewhere too.
  await page.goto(address, { waitUntil: 'networkidle' });
  const answer = page.waitForNavigation();
  await page.evaluate(([to, fields]) => {
    const element = document.createElement('form');
    Object.assign(element, { method: 'post', action: to });
    for (const [name, value] of Object.entries(fields)) {
      const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value });
      element.append(input);
    }
    document.body.append(element);
    element.submit();
  }, [address, form]);
  return answer;
}

/** A portal with its visitors, one for each person. */
export class World {
  #visitors = new Map();
  found = [];
  looked = 0;

  constructor(browser, portal, language) {
    Object.assign(this, { browser, portal, language });
  }

  /** The visitor who is signed in as this person; without one, somebody who is not signed in. */
  async as(person) {
    const key = person?.id ?? '';
    if (!this.#visitors.has(key)) {
      const visitor = await Visitor.open(this.browser, this.portal, { language: this.language });
      visitor.expect(/answered 4\d\d/, /status of (4|5)\d\d/, /answered 500/);
      if (person) await visitor.signIn(person);
      await post(visitor, '/session/language', { language: this.language, back: '/' });
      visitor.bare = await bare(visitor);
      this.#visitors.set(key, visitor);
    }
    return this.#visitors.get(key);
  }

  /**
   * Looks at a screen in every way: scripts on and off, axe, HTML, narrow, targets. What is wrong is noted under the
   * screen's name. `status` is 200 unless said otherwise; `form` is posted to a page that answers with a page; `open`
   * opens every part that is folded.
   */
  async look(name, person, address, { status = 200, faulty, form, open = false } = {}) {
    const visitor = await this.as(person);
    const { page } = visitor;
    const response = await (form ? posted(page, address, form) : page.goto(address));
    if (open) await page.locator('details').evaluateAll((all) => all.forEach((e) => { e.open = e.closest('main') !== null; }));
    const problems = [];
    const wrong = (condition, what) => condition && problems.push(what);
    wrong(response.status() !== status, `answered ${response.status()} instead of ${status}`);
    const html = await response.text();
    if (process.env.PAGES) fs.writeFileSync(path.join(process.env.PAGES, `${name}-${this.language}.html`), html);
    problems.push(...(await htmlProblems(html)), ...(await this.#words(page, faulty)));
    if (this.language === 'en') problems.push(...(await dutchWords(page)).map((w) => `Dutch on an English page: ${w}`));
    problems.push(...(await axeProblems(page)), ...(await narrowProblems(page)));
    // Staff work at a desk, with dense tables: there 24 px is enough (2.5.8).
    const size = person?.staff ? 24 : 44;
    problems.push(...(await smallTargets(page, size)).map((t) => `smaller than ${size} px: ${t}`));
    problems.push(...(await brokenNumbers(page)).map((n) => `a telephone number on two lines: ${n}`));
    await this.#picture(page, name);
    const stripped = withoutScripts(html);
    // A page without scripts is the same page in both cases.
    if (stripped !== html) {
      visitor.bare.serve(response, stripped);
      await visitor.bare.page.goto(address);
      problems.push(...(await axeProblems(visitor.bare.page)).map((p) => `scripts off: ${p}`));
    }
    this.looked += 1;
    this.found.push(...problems.map((p) => `${name} (${this.language}) ${address}\n    ${p}`));
  }

  /** One main heading, the right language, and a title that tells of errors. */
  async #words(page, faulty) {
    const is = await page.evaluate(() => ({ lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length, focus: document.activeElement?.id, title: document.title }));
    const problems = [];
    if (is.lang !== this.language) problems.push(`the page is in ${is.lang}`);
    if (is.h1 !== 1) problems.push(`${is.h1} main headings`);
    const says = /^(Fout|Error): /.test(is.title);
    if (faulty !== undefined && says !== faulty) problems.push(`the title is: ${is.title}`);
    if (!faulty) return problems;
    if (is.focus !== 'error-title') problems.push(`the focus is on ${is.focus || 'nothing'} instead of the summary of what is wrong`);
    return [...problems, ...(await errorProblems(page))];
  }

  /** With SHOTS=folder: pictures for people to look at, on a phone and at a desk. */
  async #picture(page, name) {
    if (!process.env.SHOTS) return;
    fs.mkdirSync(process.env.SHOTS, { recursive: true });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: path.join(process.env.SHOTS, `${name.replace(/[^\w-]+/g, '-')}.${this.language}.${size}.png`), fullPage: true });
    }
    await page.setViewportSize(SIZES.phone);
  }

  /** Leaves; fails on whatever was found. */
  async close() {
    for (const visitor of this.#visitors.values()) {
      this.found.push(...visitor.unexpected());
      await visitor.context.close();
    }
    assert.ok(this.found.length === 0, `${this.found.length} problems on ${this.looked} screens:\n${this.found.join('\n')}`);
  }
}

/**
 * A page of the same visitor that gets the server's HTML without its scripts. The switch of the browser itself would
 * keep axe from running.
 */
async function bare(visitor) {
  const page = await visitor.context.newPage();
  let next;
  await page.route('**/*', async (route) => {
    const kind = route.request().resourceType();
    if (kind === 'document') return route.fulfill(next);
    return kind === 'script' ? route.abort() : route.continue();
  });
  const serve = (response, body) => {
    const headers = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => !['content-encoding', 'content-length'].includes(name)));
    next = { status: response.status(), headers, body };
  };
  return { page, serve };
}
