// A question with the keyboard only: skip link, order, a focus that can be seen and is never hidden, Enter goes on.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Draft, stepOf } from '../support/intake.mjs';
import { SAMIRA } from '../support/people.mjs';
import { sharedPortal } from '../support/shared.mjs';

const visit = sharedPortal();

/** What has the focus: its words, whether the ring can be seen, whether something lies over it. */
const focused = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const shown = e.closest('label') ?? e;
    const ring = (x) => {
      const s = getComputedStyle(x);
      return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
    };
    const r = shown.getBoundingClientRect();
    const on = document.elementFromPoint(r.left + r.width / 2, r.top + Math.min(r.height / 2, 20));
    return {
      tag: e.tagName.toLowerCase(),
      type: e.type ?? '',
      words: (e.labels?.[0]?.textContent || e.getAttribute('aria-label') || e.textContent || '').replace(/\s+/g, ' ').trim(),
      ring: ring(e) || ring(shown),
      hidden: !on || !(shown.contains(on) || on.contains(shown)),
      key: e.id || e.outerHTML.slice(0, 80),
    };
  });

/** Every stop of the Tab key, until it comes round. */
async function stops(page) {
  const list = [];
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at || list.some((s) => s.key === at.key)) return list;
    list.push(at);
  }
  throw new Error('the Tab key never comes round');
}

describe('with the keyboard only', () => {
  for (const size of ['phone', 'desktop']) {
    for (const scripts of [false, true]) {
      test(`walks a question, scripts ${scripts ? 'on' : 'off'}, ${size}`, () => visit({ size, scripts }, walksAQuestion));
    }
  }
  test('Enter goes on from every kind of field', () => visit({ size: 'desktop', scripts: true }, enterGoesOn));
  test('Enter goes on, scripts off', () => visit({ size: 'desktop', scripts: false }, enterGoesOn));
  test('the language menu and the skip link', () => visit({ size: 'phone', scripts: false }, menuAndSkipLink));
});

async function walksAQuestion(visitor) {
  await visitor.signIn(SAMIRA);
  const draft = await Draft.of(visitor, { own: false });
  for (const step of ['W7', 'H2']) {
    await visitor.go(draft.at(step));
    const list = await stops(visitor.page);
    const unseen = list.filter((s) => !s.ring).map((s) => s.words);
    assert.deepEqual(unseen, [], 'the focus can be seen');
    const covered = list.filter((s) => s.hidden).map((s) => s.words);
    assert.deepEqual(covered, [], 'nothing lies over the focus');
    const words = list.map((s) => s.words);
    const order = ['Naar de inhoud', 'Hulp', 'Nederlands', 'Uitloggen', 'Terug', 'Waarom vragen wij dit?', 'Volgende', 'Deze vraag sla ik over', 'Stoppen en later verder', 'Toegankelijkheid'];
    const places = order.map((w) => words.findIndex((x) => x.startsWith(w)));
    assert.ok(places.every((p) => p >= 0), `all there: ${words.join(' | ')}`);
    assert.deepEqual(places, [...places].sort((a, b) => a - b), `in the order of the page: ${words.join(' | ')}`);
    const fields = list.filter((s) => ['radio', 'checkbox'].includes(s.type)).length;
    assert.equal(fields, step === 'W7' ? 13 : 1, 'each checkbox is a stop, radio buttons are one');
  }
}

/** Moves with Tab until the focus is on a field of this kind. */
async function tabTo(page, selector) {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

async function pressEnter(visitor) {
  const there = visitor.page.waitForEvent('domcontentloaded');
  await visitor.page.keyboard.press('Enter');
  await there;
}

async function enterGoesOn(visitor) {
  const { page } = visitor;
  await visitor.signIn(SAMIRA);
  const draft = await (await Draft.of(visitor)).anew({ own: false });
  await draft.keep('W1', { choices: ['paid', 'volunteer'], base: '0' });
  // One of a list: arrows choose.
  await visitor.go(draft.at('W3'));
  await tabTo(page, 'input[type=radio]');
  await page.keyboard.press('ArrowDown');
  await pressEnter(visitor);
  assert.notEqual(stepOf(visitor), 'W3');
  await visitor.go(draft.at('W3'));
  assert.equal(await page.locator('input:checked').getAttribute('value'), 'months');
  // More than one: Space ticks.
  await visitor.go(draft.at('W7'));
  await tabTo(page, 'input[type=checkbox]');
  await page.keyboard.press('Space');
  await pressEnter(visitor);
  assert.notEqual(stepOf(visitor), 'W7');
  // A number: Enter is "next", not "less".
  await visitor.go(draft.at('W1a'));
  await tabTo(page, '#number-1');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await pressEnter(visitor);
  assert.equal(stepOf(visitor), 'W1b');
  await visitor.go(draft.at('W1a'));
  assert.equal(await page.locator('#number-1').inputValue(), '12');
  // "Less" and "more" with the keyboard.
  await tabTo(page, 'button[name=bump][value="1"]');
  if (visitor.scripts) {
    await page.keyboard.press('Enter');
    await page.getByText(/^Bewaard om/).waitFor();
  } else {
    await pressEnter(visitor);
  }
  assert.equal(await page.locator('#number-1').inputValue(), '13');
  // The proposals: Enter in a field of one line goes on too.
  await visitor.go(draft.at('Z3'));
  await tabTo(page, '#own-resident');
  await page.keyboard.type('Ik kom langs');
  await pressEnter(visitor);
  assert.equal(stepOf(visitor), 'Z4');
}

async function menuAndSkipLink(visitor) {
  const { page } = visitor;
  await visitor.go('/help');
  await page.keyboard.press('Tab');
  const skip = await focused(page);
  assert.equal(skip.words, 'Naar de inhoud');
  assert.ok(skip.ring && !skip.hidden, 'the skip link is seen when it has the focus');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await visitor.go('/help');
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button[value=en]');
  await pressEnter(visitor);
  assert.equal(visitor.path, '/help', 'the same page');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
}
