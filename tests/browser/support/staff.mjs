// What caseworkers do on a review, step by step, and how their pages are read.
import assert from 'node:assert/strict';
import { plain } from './browser.mjs';

/** Opens one of the foldable parts of the review, when it is closed. */
export async function unfold(visitor, title) {
  const part = visitor.page.locator('details.md-act', { has: visitor.page.locator('summary', { hasText: title }) }).first();
  if ((await part.getAttribute('open')) === null) await part.locator('summary').first().click();
  return part;
}

/** The names in the table of the worklist, from top to bottom. */
export const names = (visitor) => visitor.page.locator('tbody th a, tbody th[translate=no]').allInnerTexts();

/** The row of a resident in the worklist. */
export const rowOf = (visitor, person) => visitor.page.locator('tbody tr', { hasText: person.name });

/** The part of the review with this heading. */
export const block = (visitor, heading) => visitor.page.locator('section', { has: visitor.page.getByRole('heading', { name: heading, exact: true }) }).last();

/** Which filters the worklist shows: name, number, whether it is the open one. */
export async function tabs(visitor) {
  const links = await visitor.page.locator('.md-tabs__link').all();
  return Promise.all(links.map(async (link) => {
    const number = Number(await link.locator('.nl-number-badge').innerText());
    const name = (await link.innerText()).replace(/\s*\d+\s*$/, '').trim();
    return { link, name, number, open: (await link.getAttribute('aria-current')) === 'page' };
  }));
}

/** The form is refused: these words stand in the summary, each leading to its field, which says the same. */
export async function refused(visitor, ...messages) {
  const { page } = visitor;
  assert.match(await page.title(), /^Fout: /, 'the title tells that something is wrong');
  const summary = page.locator('.md-error-summary');
  assert.deepEqual((await summary.getByRole('link').allInnerTexts()).map(plain).sort(), [...messages].sort());
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'error-title', 'the summary has the focus');
  for (const link of await summary.getByRole('link').all()) {
    const field = (await link.getAttribute('href')).slice(1);
    assert.equal(await page.locator(`[id="${field}"]`).count(), 1, `the summary leads to #${field}`);
  }
  const beside = (await page.locator('.md-error').allInnerTexts()).map((t) => plain(t).trim());
  for (const message of messages) assert.ok(beside.includes(message), `beside the field: ${message}`);
}
