// An agreement from suggestion to next version, for a resident of each group: proposal, thinking time, a line disagreed,
// changed, agreed, progress, looking back. And a promise that is late, in the words of the resident's page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SHORT } from '../support/answers.mjs';
import { launch, visit } from '../support/browser.mjs';
import { Draft, post } from '../support/intake.mjs';
import { DAAN, HENK, ILSE, MARIEKE, RIA, SAMIRA, YONAS } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const WALKS = [
  { resident: SAMIRA, caseworker: MARIEKE, group: '1', scripts: false, stage: 'U zoekt werk, wij helpen' },
  { resident: HENK, caseworker: DAAN, group: '2', scripts: true, stage: 'Leren en proberen' },
  { resident: YONAS, caseworker: DAAN, group: '3', scripts: false, stage: 'Meedoen in kleine stappen' },
];

describe('an agreement that binds both sides', { concurrency: 2 }, () => {
  for (const walk of WALKS) test(`group ${walk.group}, scripts ${walk.scripts ? 'on' : 'off'}`, () => wholeWalk(walk));
  test('what is late is said on the phone of the resident', late);
});

async function wholeWalk({ resident, caseworker, group, scripts, stage }) {
  const portal = await Portal.start({ empty: true });
  const own = (act) => visit(browser, portal, { size: 'phone', scripts }, async (v) => act(await inDutch(v, resident)));
  const work = (act) => visit(browser, portal, { size: 'desktop', scripts }, async (v) => act(await inDutch(v, caseworker)));
  const [at, desk] = [`/r/${resident.id}`, `/work/${resident.id}`];
  try {
    await own(async (v) => {
      const draft = await Draft.of(v, { own: false });
      for (const [step, fields] of SHORT) await draft.keep(step, fields);
      await draft.send();
    });
    await work(async (v) => {
      await post(v, '/api/review/take', { resident: resident.id, seen_caseworker: '' });
      await post(v, '/api/review/group', { resident: resident.id, group, group_reason: 'Dit past nu het best.' });
      await proposes(v, desk);
    });
    await own((v) => disagreesWithOne(v, at));
    await work((v) => changes(v, desk));
    await own((v) => agreesAndDoes(v, at, stage));
    await work((v) => looksBack(v, desk));
    await own(async (v) => {
      await looksBack(v, at);
      await v.press('Begin de volgende versie hiermee');
      assert.match(await v.words(), /Dit is het begin van de volgende versie/);
    });
  } finally {
    await portal.stop();
  }
}

async function inDutch(visitor, person) {
  await visitor.signIn(person);
  await post(visitor, '/session/language', { language: 'nl', back: '/' });
  return visitor;
}

async function proposes(v, desk) {
  await v.go(`${desk}/agreement`);
  await v.follow('Begin met een voorstel');
  await v.page.locator('#pair-course').check();
  await v.page.locator('#pair-companion').check();
  await v.press('Neem over');
  assert.match(await v.words(), /Dit ziet alleen de gemeente/);
  const now = new Date();
  await v.page.locator('[name="typed[look_back]"]').fill(`${now.getDate()} ${now.getMonth() + 1} ${now.getFullYear()}`);
  await v.press('Bewaar de dag');
  await v.press('Verstuur dit voorstel');
  assert.match(await v.words(), /De inwoner kan nadenken tot en met/);
}

async function disagreesWithOne(v, at) {
  await v.go(`${at}/journey`);
  await v.follow(/^Geef antwoord op het voorstel/);
  assert.match(await v.words(), /U kunt nadenken tot en met/);
  const forms = v.page.locator('.md-equal:has(button[value$=":agree"])');
  assert.equal(await forms.count(), 4);
  await equalButtons(forms.first());
  for (const [n, answer] of ['agree', 'agree', 'agree', 'disagree'].entries()) await v.tap(forms.nth(n).locator(`button[value$=":${answer}"]`));
  assert.equal(await v.page.locator('button[aria-pressed=true]').count(), 4);
  await v.press('Verstuur mijn antwoorden');
  assert.match(await v.words(), /U: niet akkoord/);
}

/** A no is as large, as high and as near as a yes. */
async function equalButtons(form) {
  const boxes = await Promise.all((await form.locator('button').all()).map((b) => b.boundingBox()));
  for (const box of boxes) {
    assert.ok(Math.abs(box.width - boxes[0].width) < 1 && Math.abs(box.height - boxes[0].height) < 1, JSON.stringify(boxes));
    assert.ok(Math.abs(box.y - boxes[0].y) < 1 && box.height >= 44, JSON.stringify(boxes));
  }
}

async function changes(v, desk) {
  await v.go(`${desk}/agreement`);
  const blocked = v.page.locator('.md-bond__line', { hasText: 'De inwoner: niet akkoord' });
  assert.equal(await blocked.count(), 1);
  await v.tap(blocked.getByRole('button', { name: /^Haal weg/ }));
  await v.press('Verstuur dit voorstel');
  assert.match(await v.words(), /Voorstel: versie 2/);
}

async function agreesAndDoes(v, at, stage) {
  await v.go(`${at}/agreement`);
  assert.match(await v.words(), /Dit is anders dan versie 1[\s\S]*Weg\./);
  await v.press('Ik ga akkoord');
  assert.match(await v.page.getByRole('status').innerText(), /Afgesproken/);
  await v.go(`${at}/journey`);
  assert.match(await v.words(), new RegExp(`Stap 5 van 6: ${stage}`));
  await v.go(`${at}/agreement`);
  await v.tap(v.page.getByRole('button', { name: /^Klaar/ }).first());
  assert.match(await v.heading(), /Dat is klaar/);
  await v.go(`${at}/agreement/version/2`);
  assert.match(await v.words(), /Kenmerk van deze tekst/);
}

async function looksBack(v, base) {
  await v.go(`${base}/agreement`);
  await v.follow(/^Het is tijd om terug te kijken/);
  for (const radio of await v.page.locator('input[value$=":yes"]').all()) await radio.check();
  await v.press('Verstuur');
  assert.match(await v.page.getByRole('status').innerText(), /Bedankt voor het terugkijken/);
}

async function late() {
  const portal = await Portal.start({ empty: false });
  try {
    await visit(browser, portal, { size: 'phone' }, async (v) => {
      await inDutch(v, RIA);
      await v.go(`/r/${RIA.id}/journey`);
      assert.match(await v.words(), /De gemeente is te laat/);
      // What now? stands within one screen of a phone.
      const first = await v.page.locator('#todo ~ .md-tasks a').first().boundingBox();
      assert.ok(first.y < 740, `what to do now begins at ${first.y} px`);
      // And so does what the municipality does.
      const theirs = await v.page.locator('#doing').boundingBox();
      assert.ok(theirs.y + theirs.height < 740, `what the municipality does begins at ${theirs.y} px`);
      await v.press(/^Zeg dat dit niet gebeurde/);
      assert.match(await v.words(), /dat de gemeente dit niet deed/);
    });
    await visit(browser, portal, { size: 'desktop' }, async (v) => {
      await inDutch(v, ILSE);
      await v.go('/work/promises');
      assert.match(await v.page.locator('tbody tr').first().innerText(), /Te laat/);
    });
  } finally {
    await portal.stop();
  }
}
