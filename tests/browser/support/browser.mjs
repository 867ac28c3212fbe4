// Chromium, and visitors in it: a phone or a desktop, scripts on or off. Any trouble in the console fails the test.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run',
];

/** Sizes of a cheap phone and of an office desk. */
export const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

/** CHROMIUM is a path or a name to be found in PATH. */
function executable() {
  const name = process.env.CHROMIUM || 'chromium';
  if (name.includes(path.sep)) return name;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
  if (!found) throw new Error(`CHROMIUM: ${name} is not in PATH`);
  return found;
}

/** Starts Chromium; close it when the file is done. */
export const launch = () => chromium.launch({ executablePath: executable(), headless: true, args: FLAGS });

/** Text with ordinary spaces: numbers and dates have some that do not break. */
export const plain = (text) => text.replaceAll('\u00a0', ' ');

/**
 * Somebody at a device. `page` is where they are; `close()` fails when the console told of trouble that the test did
 * not `expect`.
 */
export class Visitor {
  trouble = [];
  #expected = [];

  static async open(browser, portal, { size = 'phone', scripts = true, language = 'nl', ...more } = {}) {
    const visitor = new Visitor();
    visitor.portal = portal;
    visitor.scripts = scripts;
    visitor.context = await browser.newContext({
      baseURL: portal.url,
      viewport: SIZES[size],
      javaScriptEnabled: scripts,
      locale: language === 'nl' ? 'nl-NL' : 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
      hasTouch: size === 'phone',
      ...more,
    });
    visitor.context.setDefaultTimeout(10_000);
    visitor.context.on('page', (page) => visitor.#watch(page));
    visitor.page = await visitor.context.newPage();
    return visitor;
  }

  #watch(page) {
    const note = (what) => this.trouble.push(`${new URL(page.url(), this.portal.url).pathname}: ${what}`);
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(`${message.type()} in the console: ${message.text()} ${message.location().url}`));
    page.on('pageerror', (error) => note(`error of a script: ${error.message}`));
    page.on('crash', () => note('the page crashed'));
    page.on('response', (response) => response.status() >= 400 && note(`answered ${response.status()}: ${response.url()}`));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      const refused = request.resourceType() === 'script' && !this.scripts;
      if (why !== 'net::ERR_ABORTED' && !refused) note(`failed: ${request.url()} ${why}`);
    });
  }

  /** Trouble that this test causes on purpose. */
  expect(...patterns) {
    this.#expected.push(...patterns);
    return this;
  }

  /** Signs in as a person of the demo, without the page of people. */
  async signIn(person) {
    const answer = await this.context.request.post('/session/demo', { form: { person: person.id }, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `signing in as ${person.name}`);
    this.person = person;
    return this;
  }

  /** Opens a page of the portal. */
  async go(address) {
    return this.page.goto(address);
  }

  /** Taps something that leads to another page, and waits for that page. */
  async tap(target) {
    const there = this.page.waitForEvent('domcontentloaded');
    await target.click();
    await there;
  }

  /** Taps a button by its words. */
  async press(name) {
    await this.tap(this.page.getByRole('button', { name, exact: true }));
  }

  /** Follows a link by its words. */
  async follow(name) {
    await this.tap(this.page.getByRole('link', { name, exact: typeof name === 'string' }).first());
  }

  /** The large heading of the page. */
  async heading() {
    return plain(await this.page.getByRole('heading', { level: 1 }).innerText());
  }

  /** All words in the page's main part. */
  async words() {
    return plain(await this.page.locator('main').innerText());
  }

  /** The path of the page, without host. */
  get path() {
    return new URL(this.page.url()).pathname;
  }

  /** Trouble so far that nobody expected. */
  unexpected() {
    return [...new Set(this.trouble)].filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
  }

  /** Leaves; fails on unexpected trouble. */
  async close() {
    await this.context.close();
    const trouble = this.unexpected();
    assert.ok(trouble.length === 0, `trouble in the browser:\n${trouble.slice(0, 20).join('\n')}`);
  }
}

/** Opens a visitor for the time of `act`, and fails on trouble even when `act` went well. */
export async function visit(browser, portal, options, act) {
  const visitor = await Visitor.open(browser, portal, options);
  try {
    await act(visitor);
  } catch (error) {
    await picture(visitor, options).catch(() => {});
    if (visitor.unexpected().length) error.message += `\nAlso: ${visitor.unexpected().join('\n      ')}`;
    await visitor.context.close().catch(() => {});
    error.message += `\nAt ${visitor.page.url()}`;
    throw error;
  }
  await visitor.close();
}

/** With FAILED=folder: a picture of the page where a test failed. */
async function picture(visitor, options) {
  if (!process.env.FAILED) return;
  fs.mkdirSync(process.env.FAILED, { recursive: true });
  const name = `${visitor.path.replaceAll('/', '_')}-${options.size ?? 'phone'}.png`;
  await visitor.page.screenshot({ path: path.join(process.env.FAILED, name), fullPage: true });
}
