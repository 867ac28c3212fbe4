// A resident's whole way: start, every domain, check, proposals, sharing, send, copy, picture, a second version.
// Twice: scripts off and on, on a phone and at a desk.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { DOMAINS, START } from '../support/answers.mjs';
import { answer, Draft, fill, stepOf, walk } from '../support/intake.mjs';
import { Portal } from '../support/portal.mjs';
import { SAMIRA } from '../support/people.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

describe("a resident's whole way", { concurrency: 2 }, () => {
  for (const scripts of [false, true]) {
    for (const size of ['phone', 'desktop']) {
      test(`scripts ${scripts ? 'on' : 'off'}, ${size}`, async () => {
        const portal = await Portal.start({ empty: true });
        try {
          await visit(browser, portal, { size, scripts }, wholeWay);
        } finally {
          await portal.stop();
        }
      });
    }
  }
});

async function wholeWay(visitor) {
  const kept = count(visitor);
  await begin(visitor);
  await stopAndComeBack(visitor);
  await domains(visitor);
  if (visitor.scripts) assert.ok(kept.fetched > 50, `the script keeps answers without loading pages (${kept.fetched} times)`);
  await check(visitor);
  await closing(visitor);
  const reference = await send(visitor);
  await copyAndPicture(visitor, reference);
  await secondVersion(visitor, reference);
}

/** Counts the answers that the script keeps. */
function count(visitor) {
  const kept = { fetched: 0 };
  visitor.page.on('request', (r) => { if (r.url().endsWith('/api/answer/keep') && r.resourceType() === 'fetch') kept.fetched++; });
  return kept;
}

async function signIn(visitor) {
  await visitor.go('/');
  await visitor.follow('Log in');
  await visitor.tap(visitor.page.getByRole('button', { name: SAMIRA.name }));
  visitor.person = SAMIRA;
}

async function begin(visitor) {
  await signIn(visitor);
  assert.equal(await visitor.heading(), 'Dag Samira');
  await visitor.follow('Vertel hoe het met u gaat');
  await visitor.press('Begin');
  const shown = await walk(visitor, START, 'money');
  assert.deepEqual(shown, ['B1', 'B2', 'B3', 'B4', 'B5']);
  assert.equal(await visitor.heading(), 'Geld', 'the domain that was chosen comes first');
}

/** Signing out in the middle: the same question is open afterwards, and there is no second draft. */
async function stopAndComeBack(visitor) {
  await visitor.follow('Begin');
  await answer(visitor, DOMAINS.G1);
  assert.equal(stepOf(visitor), 'G1a');
  await visitor.follow('Stoppen en later verder');
  assert.equal(await visitor.heading(), 'Uw antwoorden zijn bewaard');
  assert.match(await visitor.words(), /Ze zijn nog niet verstuurd/);
  await visitor.tap(visitor.page.getByRole('main').getByRole('button', { name: 'Uitloggen' }));
  assert.equal(await visitor.heading(), 'U bent uitgelogd');
  await signIn(visitor);
  await visitor.follow('Ga verder met uw vragen');
  await visitor.follow(/^Verder met:/);
  assert.equal(stepOf(visitor), 'G1a', 'back on the same open question');
  await visitor.go(`/r/${SAMIRA.id}/start`);
  await visitor.press('Begin');
  assert.equal(stepOf(visitor), 'G1a', 'beginning again goes on with the draft that is there');
}

async function domains(visitor) {
  const shown = await walk(visitor, DOMAINS, 'check');
  const missed = Object.keys(DOMAINS).filter((step) => !shown.includes(step) && !['G1'].includes(step));
  assert.deepEqual(missed, [], 'every answer of the test was asked for');
  assert.deepEqual(shown.slice(shown.indexOf('W5'), shown.indexOf('W5') + 5), ['W5', 'S2', 'S2a', 'S2b', 'W5a'], 'care brings S2 forward');
}

/** The row of a question on the check page. */
const row = (visitor, question) => visitor.page.locator('.md-answer', { has: visitor.page.getByText(question, { exact: true }) });

async function check(visitor) {
  assert.equal(await visitor.heading(), 'Dit heeft u verteld');
  const text = await visitor.words();
  assert.match(await row(visitor, 'Is uw inkomen elke maand anders?').innerText(), /Overgeslagen\. Dat mag\./);
  assert.match(text, /Dit onderwerp is overgeslagen\. Dat mag\./);
  assert.match(text, /De bril van mijn dochter/);
  assert.doesNotMatch(text, /Nog niet ingevuld/, 'everything was answered or skipped');
  assert.doesNotMatch(text, /U hebt dit gestuurd|antwoorden verstuurd/);
  // A change link leads to the question and back to the check page.
  const feeling = row(visitor, 'Hoe voelt u zich over uw geld?');
  assert.match(await feeling.innerText(), /Slecht/);
  await visitor.tap(feeling.getByRole('link'));
  assert.equal(stepOf(visitor), 'G9');
  await answer(visitor, 'fair');
  assert.equal(stepOf(visitor), 'check', 'back on the check page');
  assert.match(await feeling.innerText(), /Gaat wel/);
  // So does skipping.
  await visitor.tap(row(visitor, '"Als er iets moet gebeuren, begin ik zelf." Klopt dat?').getByRole('link'));
  await visitor.press('Deze vraag sla ik over');
  assert.equal(stepOf(visitor), 'check', 'skipping comes back too');
  await visitor.follow('Dit klopt, verder');
}

async function closing(visitor) {
  const { page } = visitor;
  assert.equal(stepOf(visitor), 'Z2');
  await answer(visitor, ['money', 'work']);
  assert.equal(stepOf(visitor), 'Z3');
  const cards = page.locator('.md-proposal');
  assert.ok((await cards.count()) >= 3, 'there are proposals from the answers');
  await cards.nth(0).locator('label.md-proposal__choice').click();
  await cards.nth(1).locator('label.md-proposal__choice').click();
  await cards.nth(1).locator('summary').click();
  await cards.nth(1).locator('textarea').nth(1).fill('Ik kom elke dinsdag langs');
  const before = await cards.count();
  await page.locator('#own-municipality').fill('Een fiets met een kinderzitje');
  await page.locator('#own-resident').fill('Ik breng mijn dochter zelf naar school');
  await visitor.press('Voeg toe');
  assert.equal(await cards.count(), before + 1, 'the own proposal is there once');
  assert.match(await cards.last().innerText(), /Een fiets met een kinderzitje/);
  assert.match(await cards.nth(1).innerText(), /Ik kom elke dinsdag langs/);
  assert.ok(await cards.last().locator('input[type=checkbox]').isChecked());
  await visitor.press('Volgende');
  assert.equal(stepOf(visitor), 'Z4');
  assert.equal(await page.locator('input[type=checkbox]:checked').count(), 0, 'nothing is shared by itself');
  await fill(visitor, ['work']);
  await visitor.press('Volgende');
  assert.equal(stepOf(visitor), 'send');
}

async function send(visitor) {
  assert.equal(await visitor.heading(), 'Nog niet verstuurd');
  const text = await visitor.words();
  assert.match(text, /5 onderwerpen ingevuld/);
  assert.match(text, /1 onderwerp overgeslagen\. Dat mag/);
  assert.match(text, /Een maatje ziet alleen: Werk/);
  await visitor.press('Verstuur naar de gemeente');
  assert.equal(visitor.path, `/r/${SAMIRA.id}/sent/1`);
  assert.equal(await visitor.heading(), 'U hebt uw antwoorden verstuurd');
  const reference = await visitor.page.locator('.md-reference dd').innerText();
  assert.match(reference, /^[A-Z0-9-]{6,}$/);
  assert.match(await visitor.words(), /U hoort het uiterlijk \d+ [a-z]+/);
  return reference;
}

async function copyAndPicture(visitor, reference) {
  const { page } = visitor;
  await visitor.follow('Bewaar of print');
  const text = await visitor.words();
  for (const words of [reference, SAMIRA.name, 'De bril van mijn dochter', 'Overgeslagen. Dat mag.', 'Een fiets met een kinderzitje', 'Ik kom elke dinsdag langs']) {
    assert.ok(text.includes(words), `the copy has: ${words}`);
  }
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.md-letterhead').isVisible(), 'the letterhead is printed');
  for (const hidden of ['.md-header', '.md-footer', '.md-topline', '.md-print-hint']) assert.equal(await page.locator(hidden).isVisible(), false, `${hidden} is not printed`);
  await page.emulateMedia({ media: 'screen' });
  await visitor.follow('Terug');
  await visitor.follow('Zo ziet u het zelf');
  assert.equal(await page.locator('.md-score').count(), 6);
  const work = await page.locator('.md-score', { hasText: 'Werk' }).innerText();
  assert.match(work, /Over een paar maanden\s*\(4 van 5\)/);
  assert.doesNotMatch(await page.locator('.md-score', { hasText: 'Mijn lichaam' }).innerText(), /van 5/, 'no value is no zero');
}

async function secondVersion(visitor, reference) {
  const { page } = visitor;
  await visitor.go(`/r/${SAMIRA.id}`);
  await visitor.press('Ik wil nog iets veranderen');
  assert.equal(stepOf(visitor), 'check', 'the new version starts from what was sent');
  await visitor.tap(row(visitor, 'Hoe voelt u zich over uw geld?').getByRole('link'));
  await answer(visitor, 'good');
  await visitor.go(`/r/${SAMIRA.id}/intake/send`);
  await visitor.press('Verstuur naar de gemeente');
  assert.equal(visitor.path, `/r/${SAMIRA.id}/sent/2`);
  assert.notEqual(await page.locator('.md-reference dd').innerText(), reference);
  await visitor.go(`/r/${SAMIRA.id}/sent/2/picture`);
  assert.match(await page.locator('.md-score', { hasText: 'Geld' }).innerText(), /Goed\s*\(4 van 5\)\s*Vorige keer: gaat wel/);
  await visitor.go(`/r/${SAMIRA.id}/sent/1/copy`);
  const first = await page.locator('.md-answer, .utrecht-data-list__item', { hasText: 'Hoe voelt u zich over uw geld?' }).innerText();
  assert.match(first, /Gaat wel/, 'what was sent never changes');
  await visitor.go(`/r/${SAMIRA.id}`);
  const home = await visitor.words();
  assert.match(home, /Uw antwoorden, versie 2/);
  assert.match(home, /Uw antwoorden, versie 1/);
}

test('skipped, not filled in and "I do not know" are three things on every screen', async () => {
  const portal = await Portal.start({ empty: true });
  try {
    await visit(browser, portal, { scripts: false }, async (visitor) => {
      await visitor.signIn(SAMIRA);
      const draft = await Draft.of(visitor, { own: false });
      await draft.keep('G9', { go: 'skip' });
      await draft.keep('G1', { choices: 'unknown' });
      await draft.keep('body', { go: 'skip_domain' });
      await draft.keep('K9', { choices: 'much' });
      await visitor.go(draft.at('G9'));
      assert.match(await visitor.words(), /Deze vraag is overgeslagen\. Dat mag\./);
      await visitor.go(`/r/${SAMIRA.id}/intake`);
      assert.match(await visitor.page.locator('.md-task', { hasText: 'Mijn lichaam' }).innerText(), /Overgeslagen\. Dat mag\./);
      await visitor.go(draft.at('check'));
      await threeThings(visitor, '.md-answer');
      const sent = await draft.send();
      await visitor.go(`${sent}/copy`);
      await threeThings(visitor, '.md-answer');
      const axis = (name) => visitor.page.locator('.md-score', { hasText: name }).innerText();
      assert.match(await axis('Hoe ik me voel'), /Nog niet ingevuld/);
      assert.match(await axis('Geld'), /Overgeslagen/, 'the picture says of a skipped question that it was skipped');
      assert.match(await axis('Mijn lichaam'), /Overgeslagen/, 'and of a skipped domain too');
    });
  } finally {
    await portal.stop();
  }
});

async function threeThings(visitor, rows) {
  const said = async (question) => visitor.page.locator(rows, { hasText: question }).innerText();
  assert.match(await said('Hoe voelt u zich over uw geld?'), /Overgeslagen\. Dat mag\./);
  assert.match(await said('Kunt u rondkomen van uw geld?'), /Weet ik niet/);
  assert.match(await said('Hoe voelt u zich de laatste weken?'), /Nog niet ingevuld/);
  assert.match(await visitor.words(), /Dit onderwerp is overgeslagen\. Dat mag\./);
}
