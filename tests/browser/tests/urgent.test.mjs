// What cannot wait: help at once, and nothing leaves the draft without its own tap. With the tap there is a reference,
// and it stands on top of the worklist. A draft itself is seen by nobody (rule 14). Twice: scripts off and on.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { answer, Draft, post, stepOf } from '../support/intake.mjs';
import { HENK, KOEN, MARIEKE, PETRA, SAMIRA } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';
import { names, refused, rowOf } from '../support/staff.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const SECRET = 'Dit heb ik nog niet verstuurd';

describe('an urgent answer', { concurrency: 2 }, () => {
  for (const scripts of [false, true]) test(`scripts ${scripts ? 'on' : 'off'}`, () => wholeWay(scripts));
});

async function wholeWay(scripts) {
  const portal = await Portal.start();
  const as = (person, act, size = 'desktop') => visit(browser, portal, { size, scripts }, async (v) => act(await v.signIn(person)));
  try {
    await as(SAMIRA, answersUrgently, 'phone');
    await as(MARIEKE, (v) => seesNothing(v, SAMIRA));
    await as(MARIEKE, nobodySeesADraft);
    await as(PETRA, nobodySeesADraft);
    await as(KOEN, nobodySeesADraft);
    await as(HENK, nobodySeesADraft, 'phone');
    await as(SAMIRA, taps, 'phone');
    await as(MARIEKE, seesItOnTop);
    await as(MARIEKE, settles);
    await as(SAMIRA, reads, 'phone');
  } finally {
    await portal.stop();
  }
}

async function answersUrgently(visitor) {
  const draft = await Draft.of(visitor, { own: false });
  await draft.keep('H8', { text: SECRET });
  await visitor.go(draft.at('B5'));
  await answer(visitor, ['home', 'unsafe']);
  assert.equal(visitor.path, `${draft.at('B5')}/help`);
  const text = await visitor.words();
  assert.match(text, /Is het niet veilig\?[\s\S]*Dit heeft haast/);
  const numbers = await visitor.page.locator('.md-help__phones a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.deepEqual(numbers, ['tel:112', 'tel:08002000', 'tel:14035', 'tel:08008115']);
  assert.match(text, /Dan krijgen wij alleen dit antwoord en uw nummer\. De rest blijft bij u\./);
  // A wrong number: what to do, and what was typed is still there.
  const phone = visitor.page.getByLabel('Uw telefoonnummer');
  await phone.fill('06 123');
  await visitor.press('Bel mij hierover');
  await refused(visitor, 'Een telefoonnummer heeft 10 cijfers, bijvoorbeeld 06 12 34 56 78');
  assert.equal(await phone.inputValue(), '06 123');
  await phone.fill('');
  await visitor.press('Bel mij hierover');
  await refused(visitor, 'Vul een telefoonnummer in. Dan kunnen wij u bellen');
  // On with the questions, without the tap.
  await visitor.follow('Verder met de vragen');
  assert.equal(stepOf(visitor), 'work');
}

async function seesNothing(visitor, person) {
  await visitor.go('/work?show=team');
  assert.ok(!(await names(visitor)).includes(person.name), 'nothing left the draft');
  await visitor.go('/work?show=invited');
  assert.ok((await names(visitor)).includes(person.name));
  await visitor.follow(person.name);
  const text = await visitor.words();
  assert.match(text, /Deze inwoner heeft nog niets verstuurd\./);
  assert.doesNotMatch(text, /huis|veilig|nog niet verstuurd|vragen beantwoord/i);
}

/** No page shows the draft to anybody else, and no post changes it. */
async function nobodySeesADraft(visitor) {
  visitor.expect(/answered 404/, /status of 404/);
  const own = `/r/${SAMIRA.id}`;
  for (const page of ['', '/intake', '/intake/H8', '/intake/check', '/intake/send', '/intake/stopped', '/intake/B5/help', '/profile', '/sent/1', '/start', '/request/urgent']) {
    const response = await visitor.go(own + page);
    assert.equal(response.status(), 404, `${visitor.person.name} gets ${own}${page}`);
    assert.doesNotMatch(await response.text(), new RegExp(SECRET));
  }
  const posts = [
    ['/api/answer/keep', { resident: SAMIRA.id, way: 'intake', draft: 'x', step: 'H8', base: '0', text: 'Van een ander' }],
    ['/api/draft/send', { resident: SAMIRA.id, way: 'intake', draft: 'x' }],
    ['/api/request/send', { resident: SAMIRA.id, kind: 'urgent', about: 'B5', phone: '0612345678', form_key: `of-${visitor.person.id}` }],
  ];
  for (const [address, form] of posts) {
    const response = await visitor.context.request.post(address, { form, maxRedirects: 0, headers: { accept: 'text/html' } });
    assert.equal(response.status(), 404, `${visitor.person.name} posts to ${address}`);
  }
}

async function taps(visitor) {
  await visitor.go(`/r/${SAMIRA.id}/intake/B5/help`);
  await visitor.page.getByLabel('Uw telefoonnummer').fill('06-1234 5678');
  await visitor.press('Bel mij hierover');
  assert.match(await visitor.heading(), /^Wij bellen u (vandaag|uiterlijk \d+ [a-z]+)$/);
  assert.match(await visitor.words(), /06 12 34 56 78/);
  assert.match(await visitor.page.locator('.md-reference dd').innerText(), /^V-[A-Z0-9-]+$/);
  await visitor.page.reload();
  await visitor.follow('Verder met de vragen');
  assert.equal(visitor.path, `/r/${SAMIRA.id}/intake`);
  assert.match(await visitor.words(), /Nog niet verstuurd/, 'the questions themselves are still unsent');
}

async function seesItOnTop(visitor) {
  for (const order of ['oldest', 'newest', 'name', 'due']) {
    await visitor.go(`/work?show=team&order=${order}`);
    const all = await names(visitor);
    const place = all.indexOf(SAMIRA.name);
    const signals = await visitor.page.locator('tbody tr').evaluateAll((rows) => rows.map((r) => r.classList.contains('md-row--urgent')));
    assert.ok(place >= 0 && signals.slice(0, place + 1).every(Boolean), `by ${order}, only what cannot wait stands above: ${all.join(', ')}`);
  }
  await visitor.follow(SAMIRA.name);
  const text = await visitor.words();
  assert.match(text, /Bel over iets met haast[\s\S]*Is er nu iets dat haast heeft\? Ik moet misschien uit mijn huis, Ik voel me niet veilig/);
  assert.match(text, /06 12 34 56 78/);
  assert.match(text, /Deze inwoner heeft nog niets verstuurd\./);
  assert.doesNotMatch(text, new RegExp(SECRET), 'nothing else of the draft');
}

async function settles(visitor) {
  await visitor.go(`/work/${SAMIRA.id}`);
  const urgent = visitor.page.locator('section', { hasText: 'Bel over iets met haast' }).last();
  await visitor.tap(urgent.getByRole('button', { name: 'Gesproken' }));
  assert.equal(await visitor.page.locator('.md-signal').count(), 0, 'nothing cannot wait any more');
  assert.match(await visitor.page.locator('.md-settled').innerText(), /Bel over iets met haast[\s\S]*sprak de inwoner/);
}

async function reads(visitor) {
  await visitor.go(`/r/${SAMIRA.id}`);
  assert.doesNotMatch(await visitor.words(), /het heeft haast/, 'what was settled is no longer open');
}

/** Sends a small request as this resident, by a plain post. */
const requests = (visitor, resident, kind) => post(visitor, '/api/request/send', { resident, kind, about: '', phone: '0612345678', form_key: `${kind}-${resident}` });

test('an urgent request stands above requests that have days, and is told apart from them', async () => {
  const portal = await Portal.start();
  try {
    let others = [];
    await visit(browser, portal, { size: 'desktop', scripts: false }, async (visitor) => {
      await visitor.signIn(MARIEKE);
      await visitor.go('/work?show=invited');
      others = await visitor.page.locator('tbody th a').evaluateAll((all) => all.map((a) => ({ id: a.pathname.split('/').pop(), name: a.innerText })));
      others = others.filter(({ id }) => id !== SAMIRA.id);
      assert.ok(others.length > 0);
      // Those who were invited longer ago would like a buddy or a talk: that may take days.
      for (const [at, other] of others.entries()) await requests(await visitor.signIn(other), other.id, at % 2 ? 'appointment' : 'buddy');
      await requests(await visitor.signIn(SAMIRA), SAMIRA.id, 'urgent');
      await visitor.signIn(MARIEKE);
      for (const order of ['oldest', 'newest', 'name', 'due']) {
        await visitor.go(`/work?show=team&order=${order}`);
        const all = await names(visitor);
        for (const { name } of others) assert.ok(all.indexOf(SAMIRA.name) < all.indexOf(name), `by ${order}, ${SAMIRA.name} stands above ${name}: ${all.join(', ')}`);
      }
      assert.match(await rowOf(visitor, SAMIRA).innerText(), /Haast/, 'the row says that it cannot wait');
      for (const other of others) assert.equal(await rowOf(visitor, other).evaluate((r) => r.classList.contains('md-row--urgent')), false, `${other.name} can wait`);
      await visitor.signIn(PETRA);
      await visitor.go('/divide?show=team');
      assert.match(await rowOf(visitor, SAMIRA).last().innerText(), /Haast/);
      for (const other of others) assert.doesNotMatch(await rowOf(visitor, other).last().innerText(), /Haast/, `${other.name} can wait`);
    });
  } finally {
    await portal.stop();
  }
});
