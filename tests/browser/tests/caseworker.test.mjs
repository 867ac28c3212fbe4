// A caseworker's whole way with one resident: worklist, take, read, note, question about answers, difference, group,
// conclude, hand over; the coordinator divides; an intake at the desk; an invitation. Twice: scripts off and on.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { SHORT, START } from '../support/answers.mjs';
import { answer, Draft, stepOf, walk } from '../support/intake.mjs';
import { DAAN, ILSE, MARIEKE, PETRA, RIA, SAMIRA } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';
import { block, names, refused, rowOf, tabs, unfold } from '../support/staff.mjs';

const NOTE = 'Gebeld: komt liever op dinsdag.';
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

describe("a caseworker's whole way", { concurrency: 2 }, () => {
  for (const scripts of [false, true]) test(`scripts ${scripts ? 'on' : 'off'}`, () => wholeWay(scripts));
});

async function wholeWay(scripts) {
  const portal = await Portal.start({ empty: true });
  const as = (person, act, size = 'desktop') => visit(browser, portal, { size, scripts }, async (v) => act(await v.signIn(person)));
  try {
    await as(SAMIRA, sends, 'phone');
    await as(MARIEKE, async (v) => { await take(v); await read(v); await note(v); await ask(v); });
    await as(SAMIRA, answersExactlyThose, 'phone');
    await as(MARIEKE, async (v) => { await difference(v); await group(v); });
    await as(SAMIRA, replies, 'phone');
    await as(MARIEKE, async (v) => { await conclude(v); await handOver(v); });
    await as(DAAN, async (v) => assert.deepEqual(await openMine(v), [SAMIRA.name]));
    await as(PETRA, divides);
    await as(ILSE, async (v) => { assert.deepEqual(await openMine(v), [SAMIRA.name]); await atTheDesk(v); });
    await as(RIA, readsWhatWasSent, 'phone');
    await as(MARIEKE, invites);
  } finally {
    await portal.stop();
  }
}

async function sends(visitor) {
  const draft = await Draft.of(visitor, { own: false });
  for (const [step, fields] of SHORT) await draft.keep(step, fields);
  assert.equal(await draft.send(), `/r/${SAMIRA.id}/sent/1`);
}

async function take(visitor) {
  await visitor.go('/work');
  await visitor.follow(/^Niet verdeeld/);
  assert.deepEqual(await names(visitor), [SAMIRA.name]);
  assert.match(await rowOf(visitor, SAMIRA).innerText(), /Te lezen[\s\S]*Niemand/);
  await visitor.follow(SAMIRA.name);
  assert.equal(await visitor.heading(), SAMIRA.name);
  await visitor.press('Ik pak dit op');
  assert.match(await visitor.page.getByRole('status').innerText(), /Dit staat nu op uw naam\./);
  assert.match(await visitor.words(), /In behandeling/);
}

async function read(visitor) {
  assert.deepEqual((await block(visitor, 'Wat is het belangrijkst').locator('li').allInnerTexts()).sort(), ['Geld', 'Werk']);
  assert.match(await block(visitor, 'Sterke kanten').innerText(), /Werk: /);
  assert.match(await block(visitor, 'Wensen').innerText(), /Werk: Ik wil hier hulp bij/);
  assert.match(await block(visitor, 'Onderwerpen voor het gesprek').innerText(), /regel R3/, 'every topic names its rule');
  const answers = block(visitor, 'Antwoorden');
  assert.match(await answers.innerText(), /1 overgeslagen, \d+ nog niet ingevuld\. Dat zegt niets over motivatie\./);
  const work = answers.locator('details', { has: visitor.page.locator('summary', { hasText: 'Werk' }) });
  assert.notEqual(await work.getAttribute('open'), null, 'what matters most is open');
  const body = answers.locator('details', { has: visitor.page.locator('summary', { hasText: 'Mijn lichaam' }) });
  await body.locator('summary').click();
  assert.match(await body.locator('.md-qa--skipped').first().innerText(), /een trap lopen\s*Overgeslagen/);
  assert.ok((await body.locator('.md-qa--open').count()) > 0, 'what was not filled in is named too');
  assert.equal(await visitor.page.locator('.md-score').count(), 6);
}

async function note(visitor) {
  await (await unfold(visitor, 'Notities')).getByLabel('Notitie, alleen voor consulenten').fill('  ');
  await visitor.press('Bewaar de notitie');
  await refused(visitor, 'Schrijf eerst de notitie');
  await (await unfold(visitor, 'Notities')).getByLabel('Notitie, alleen voor consulenten').fill(NOTE);
  await visitor.press('Bewaar de notitie');
  assert.match(await (await unfold(visitor, 'Notities: 1')).innerText(), new RegExp(`${NOTE}[\\s\\S]*${MARIEKE.name}, \\d+ \\w+ om \\d\\d:\\d\\d`));
}

async function ask(visitor) {
  const { page } = visitor;
  await unfold(visitor, 'Vraag over antwoorden');
  await visitor.follow('Kies de vragen');
  const address = visitor.path;
  await visitor.press('Verstuur de vraag');
  await refused(visitor, 'Kies waarom u dit vraagt', 'Kies bij welke vragen', 'Schrijf uw bericht aan de inwoner');
  await page.getByLabel('Misschien is er iets veranderd.').check();
  await page.locator('label', { has: page.locator('#q-W3') }).click();
  await visitor.press('Verstuur de vraag');
  await refused(visitor, 'Schrijf uw bericht aan de inwoner');
  assert.ok(await page.locator('#q-W3').isChecked(), 'what was chosen is still there');
  await page.locator('label', { has: page.locator('#q-G9') }).click();
  await page.getByLabel('Uw bericht aan de inwoner').fill('Dag mevrouw, klopt dit nog?');
  await visitor.press('Verstuur de vraag');
  assert.equal(visitor.path, `/work/${SAMIRA.id}`);
  assert.match(await visitor.words(), /Wacht op inwoner/);
  // One open question at a time.
  await visitor.go(address);
  await page.getByLabel('Ik mis nog een antwoord.').check();
  await page.locator('label', { has: page.locator('#q-G9') }).click();
  await page.getByLabel('Uw bericht aan de inwoner').fill('Nog een vraag');
  await visitor.press('Verstuur de vraag');
  assert.match(await page.getByRole('status').innerText(), /Kijk hoe het er nu voor staat/);
  assert.equal(await page.getByLabel('Uw bericht aan de inwoner').inputValue(), 'Nog een vraag', 'what was typed is still there');
  await visitor.go('/work?show=waiting');
  assert.deepEqual(await names(visitor), [SAMIRA.name]);
}

async function answersExactlyThose(visitor) {
  await visitor.go(`/r/${SAMIRA.id}`);
  assert.doesNotMatch(await visitor.words(), new RegExp(NOTE), 'notes are private');
  await visitor.follow('Een vraag over uw antwoorden');
  assert.equal(await visitor.heading(), `${MARIEKE.name} heeft een vraag over uw antwoorden`);
  assert.match(await visitor.words(), /Misschien is er iets veranderd\.[\s\S]*Dag mevrouw, klopt dit nog\?/);
  assert.match(await visitor.words(), /Wanneer kunt u werken, denkt u\?\s*U zei: Over een paar maanden/);
  await visitor.press('Bekijk de eerste vraag');
  const shown = await walk(visitor, { W3: 'year', G9: 'bad' }, 'check');
  assert.deepEqual(shown, ['W3', 'G9'], 'exactly the questions that were asked');
  assert.equal(await visitor.page.locator('.md-answer').count(), 2);
  await visitor.follow('Dit klopt, verder');
  assert.match(await visitor.words(), /Dit zijn uw antwoorden op 2 vragen/);
  await visitor.press('Verstuur naar de gemeente');
  assert.equal(visitor.path, `/r/${SAMIRA.id}/sent/2`);
  await visitor.go(`/r/${SAMIRA.id}`);
  assert.doesNotMatch(await visitor.words(), /Een vraag over uw antwoorden/);
}

async function difference(visitor) {
  await visitor.go(`/work/${SAMIRA.id}`);
  assert.match(await visitor.words(), /In behandeling/);
  const changed = block(visitor, 'Wat is er veranderd');
  assert.match(await changed.innerText(), /2 verschillen met de vorige versie/);
  const rows = await changed.locator('.md-qa').allInnerTexts();
  assert.equal(rows.length, 2);
  assert.ok(rows.some((r) => /Wanneer kunt u werken[\s\S]*Over een jaar\s*Vorige keer: Over een paar maanden/.test(r)), rows.join('\n'));
  assert.ok(rows.some((r) => /Hoe voelt u zich over uw geld\?\s*Slecht\s*Vorige keer: Gaat wel/.test(r)), rows.join('\n'));
}

async function group(visitor) {
  await (await unfold(visitor, 'Groep')).getByLabel('2: binnen twee jaar').check();
  await visitor.press('Bewaar de groep');
  await refused(visitor, 'Schrijf waarom. De inwoner leest dit');
  const part = await unfold(visitor, 'Groep');
  assert.ok(await part.getByLabel('2: binnen twee jaar').isChecked(), 'the group is still chosen');
  await part.getByLabel('Waarom? De inwoner leest dit').fill('U wilt werken, maar eerst regelen wij de opvang.');
  await visitor.press('Bewaar de groep');
  assert.match(await visitor.page.getByRole('status').innerText(), /De groep is bewaard/);
}

async function replies(visitor) {
  await visitor.go(`/r/${SAMIRA.id}`);
  await visitor.follow(/^Uw groep/);
  assert.match(await visitor.words(), /Groep 2\.[\s\S]*U wilt werken, maar eerst regelen wij de opvang\./);
  await visitor.press('Verstuur');
  await refused(visitor, 'Schrijf eerst wat u wilt zeggen');
  await visitor.page.getByLabel('Wat vindt u hiervan?').fill('Ik kan eerder beginnen.');
  await visitor.press('Verstuur');
  assert.match(await visitor.words(), /Wat u zei\s*Ik kan eerder beginnen\./);
}

async function conclude(visitor) {
  await visitor.go(`/work/${SAMIRA.id}`);
  assert.match(await (await unfold(visitor, 'Groep')).innerText(), /Ik kan eerder beginnen\.[\s\S]*De inwoner antwoordde op/);
  await (await unfold(visitor, 'Rond af')).getByRole('button').scrollIntoViewIfNeeded();
  await visitor.press('Rond af');
  assert.match(await visitor.words(), /Afgerond/);
  await visitor.go('/work?show=concluded');
  assert.deepEqual(await names(visitor), [SAMIRA.name]);
  await visitor.go(`/work/${SAMIRA.id}`);
  await unfold(visitor, 'Open opnieuw');
  await visitor.press('Open opnieuw');
  assert.match(await visitor.words(), /In behandeling/);
}

async function handOver(visitor) {
  let part = await unfold(visitor, 'Geschiedenis');
  const history = await part.innerText();
  for (const event of ['Samira El Amrani verstuurde|De inwoner verstuurde', 'pakte dit op', 'stelde een vraag', 'koos groep 2', 'reageerde op de groep', 'rondde af', 'opende dit opnieuw']) assert.match(history, new RegExp(event));
  part = await unfold(visitor, 'Draag over');
  await visitor.tap(part.getByRole('button'));
  await refused(visitor, 'Kies aan wie u dit overdraagt');
  part = await unfold(visitor, 'Draag over');
  await part.getByLabel('Aan wie?').selectOption({ label: DAAN.name });
  await visitor.tap(part.getByRole('button'));
  assert.equal(visitor.path, '/work');
  assert.deepEqual((await names(visitor)).filter((n) => n === SAMIRA.name), [], 'she is on the list of another team now');
}

async function openMine(visitor) {
  await visitor.go('/work?show=mine');
  return names(visitor);
}

async function divides(visitor) {
  visitor.expect(/answered 404: .*\/work\/d0/, /status of 404/);
  await visitor.go('/divide?show=team');
  const row = rowOf(visitor, SAMIRA).last();
  await visitor.tap(row.getByRole('button', { name: 'Geef' }));
  assert.match(await visitor.page.getByRole('status').innerText(), /Kies eerst aan wie u dit geeft/);
  await visitor.go('/divide?show=team');
  await rowOf(visitor, SAMIRA).last().getByLabel(`Wie leest de antwoorden van ${SAMIRA.name}?`).selectOption({ label: ILSE.name });
  await visitor.tap(rowOf(visitor, SAMIRA).last().getByRole('button', { name: 'Geef' }));
  assert.match(await visitor.page.getByRole('status').innerText(), /De inwoner is overgedragen\./);
  assert.equal((await visitor.go(`/work/${SAMIRA.id}`)).status(), 404, 'a coordinator reads no answers');
}

async function atTheDesk(visitor) {
  await visitor.go('/work?show=invited');
  await visitor.follow(RIA.name);
  const part = await unfold(visitor, 'Samen invullen');
  await part.getByLabel('Aan de telefoon').check();
  await visitor.press('Begin met de vragen');
  assert.equal(visitor.path, `/r/${RIA.id}/desk/B3`);
  const skipped = { work: 'skip', money: 'skip', body: 'skip', mind: 'skip', strength: 'skip' };
  const people = { S3: 'weekly', S4: ['family'], S5: ['cooking'], S8: 'good', S9: 'fine' };
  const shown = await walk(visitor, { ...START, B3: 'people', ...people, ...skipped }, 'check');
  assert.ok(shown.includes('S8') && !shown.includes('S1'), 'Ria has the short route');
  assert.match(await visitor.words(), /Nakijken|Dit heeft u verteld|Aan de telefoon/);
  await visitor.follow('Dit klopt, verder');
  await answer(visitor, 'people');
  await visitor.press('Volgende');
  await visitor.press('Volgende');
  assert.equal(stepOf(visitor), 'send');
  assert.match(await visitor.words(), new RegExp(`Aan de telefoon: u vult dit in voor ${RIA.name}`));
  await visitor.press('Verstuur naar de gemeente');
  await refused(visitor, 'Vul in hoe de inwoner akkoord ging. Daarna kunt u versturen');
  await visitor.page.getByLabel('Hoe ging de inwoner akkoord?').fill('Voorgelezen aan de telefoon, zij zei ja.');
  await visitor.press('Verstuur naar de gemeente');
  assert.equal(visitor.path, `/work/${RIA.id}`);
  assert.match(await visitor.words(), /Aan de telefoon/);
}

async function readsWhatWasSent(visitor) {
  await visitor.go(`/r/${RIA.id}/sent/1/copy`);
  assert.match(await visitor.words(), /Aan de telefoon[\s\S]*Voorgelezen aan de telefoon, zij zei ja\./);
}

async function invites(visitor) {
  const { page } = visitor;
  await visitor.go('/work');
  await visitor.follow('Inwoner uitnodigen');
  await page.getByLabel('Voornaam').fill('Bilal');
  await page.getByLabel('BSN').fill('123');
  await visitor.press('Nodig uit');
  await refused(visitor, 'Vul de achternaam in', 'Een BSN heeft 9 cijfers. Kijk of elk cijfer klopt', 'Kies welke vragen de inwoner krijgt');
  assert.equal(await page.getByLabel('Voornaam').inputValue(), 'Bilal', 'what was typed is still there');
  await page.getByLabel('Achternaam').fill('Aziz');
  await page.getByLabel('BSN').fill('999990421');
  await page.getByLabel('Alle vragen').check();
  await visitor.press('Nodig uit');
  await visitor.go('/work?show=invited');
  assert.ok((await names(visitor)).includes('Bilal Aziz'));
}

test('the worklist of a whole town: filters and order are in the address, urgent stays on top', async () => {
  const portal = await Portal.start();
  try {
    await visit(browser, portal, { size: 'desktop', scripts: false }, async (visitor) => {
      await visitor.signIn(MARIEKE);
      await visitor.go('/work');
      for (const { name, number } of await tabs(visitor)) {
        await visitor.follow(new RegExp(`^${name}`));
        const open = (await tabs(visitor)).find((t) => t.open);
        assert.equal(open.name, name);
        assert.equal((await names(visitor)).length, Math.min(number, 50), `${name} shows as many as it says`);
        assert.match(visitor.page.url(), /\?show=\w+&order=oldest$/);
      }
      await visitor.go('/work?show=team&order=oldest');
      for (const header of ['Inwoner', 'Dagen open', 'Actie uiterlijk']) {
        await visitor.tap(visitor.page.locator('thead a', { hasText: header }));
        assert.match(visitor.page.url(), /show=team&order=(name|oldest|newest|due)/);
        const rows = await visitor.page.locator('tbody tr').evaluateAll((all) => all.map((tr) => tr.classList.contains('md-row--urgent')));
        assert.deepEqual(rows, [...rows].sort((a, b) => b - a), `urgent on top by ${header}`);
        assert.ok(rows[0], 'the town has urgent residents');
        assert.equal(await visitor.page.locator('th[aria-sort]').count(), 1);
      }
      await visitor.go('/work?show=team&order=name');
      const rows = await visitor.page.locator('tbody tr').evaluateAll((all) => all.map((tr) => ({ name: tr.querySelector('th a').innerText, mark: [...tr.querySelectorAll('.utrecht-status-badge')].map((b) => b.innerText).join() })));
      const pairs = rows.slice(1).map((row, at) => [rows[at], row]).filter(([one, next]) => one.mark === next.mark);
      for (const [one, next] of pairs) assert.ok(one.name.toLowerCase() < next.name.toLowerCase(), `${one.name} before ${next.name}`);
    });
  } finally {
    await portal.stop();
  }
});
