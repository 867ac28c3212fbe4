// A resident and a helper, each on their own phone at the same time, scripts on and off: invite, confirm, fill in, read
// through and send, end it; and the helper's open tab shows nothing any more. And nothing of one resident ever in another's.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Visitor, launch } from '../support/browser.mjs';
import { Draft, post } from '../support/intake.mjs';
import { FATMA, HENK, SAMIRA } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const at = (person, page = '') => `/r/${person.id}${page}`;
/** What a helper who may not any more gets to see, on purpose. */
const GONE = [/answered 404/, /status of 404/];

/** Both on a phone in Dutch, in a portal of their own. */
async function together(scripts, act) {
  const portal = await Portal.start({ empty: true });
  const people = await Promise.all([HENK, FATMA].map(async (person) => (await Visitor.open(browser, portal, { size: 'phone', scripts })).signIn(person)));
  try {
    await act(...people, portal);
    for (const visitor of people) await visitor.close();
  } finally {
    for (const visitor of people) await visitor.context.close().catch(() => {});
    await portal.stop();
  }
}

/** The resident invites with a code, the helper types it, the resident says yes. */
async function invite(resident, helper, choose) {
  await resident.go(at(resident.person));
  await resident.follow(/^Wie helpt mij/);
  await resident.follow('Vraag iemand om hulp');
  await choose(resident.page);
  await resident.press('Maak een code');
  const code = (await resident.page.locator('.md-code__letters').innerText()).trim();
  assert.ok(await resident.page.locator('.md-code__picture').isVisible(), 'a code to scan');
  await helper.go('/helping');
  await helper.follow('Ik heb een code');
  await helper.page.getByLabel('De code').fill(code.toLowerCase());
  await helper.press('Verder');
  assert.match(await helper.words(), /Beloof dit om verder te gaan/);
  assert.equal(await helper.page.getByLabel('De code').inputValue(), code.toLowerCase(), 'nothing typed is lost');
  await helper.page.getByLabel('Ik beloof dit').check();
  await helper.press('Verder');
  assert.match(await helper.words(), /U wacht op een ja/);
  assert.ok(!(await helper.words()).includes(resident.person.name.split(' ')[0]), 'not before the yes');
  await resident.go(at(resident.person, '/helpers'));
  assert.match(await resident.words(), /Fatma Yıldız wil u helpen/);
  await resident.press('Ja, dit is goed');
}

async function wholeWalk(henk, fatma) {
  await post(henk, '/api/draft/start', { resident: HENK.id, own_phone: 'no' });
  await invite(henk, fatma, (page) => page.getByLabel('Eigen kracht').selectOption('fill_in'));
  // Fatma fills in: the banner names whose data is open.
  await fatma.go('/helping');
  await fatma.follow(/Henk/);
  assert.match(await fatma.page.locator('.md-helper-banner').innerText(), /U helpt Henk/);
  await fatma.go(at(HENK, '/helping/K8'));
  await fatma.page.locator('#text-1').fill('Ik ben trots op mijn tuin');
  await fatma.press('Volgende');
  await fatma.go(at(HENK, '/helping/check'));
  assert.match(await fatma.words(), /Ik ben trots op mijn tuin/);
  assert.equal(await fatma.page.getByRole('button', { name: /Verstuur/ }).count(), 0, 'a helper sends nothing');
  // Henk reads it through, changes it in one tap, and sends.
  await henk.go(at(HENK));
  await henk.follow('Lees na en verstuur');
  assert.match(await henk.words(), /Ingevuld door Fatma Yıldız/);
  await henk.go(at(HENK, '/intake/send'));
  assert.match(await henk.words(), /Dit vulde een helper in[^]*Ik ben trots op mijn tuin/);
  await henk.page.locator('#helped ~ dl a, section[aria-labelledby=helped] a').first().click();
  await henk.page.waitForURL(/intake\/K8/);
  await henk.page.locator('#text-1').fill('Ik ben trots op mijn moestuin');
  await henk.press('Volgende');
  await henk.go(at(HENK, '/intake/send'));
  assert.doesNotMatch(await henk.words(), /Dit vulde een helper in/, 'it is his own answer now');
  await fatma.go(at(HENK, '/helping/K10'));
  await henk.press('Verstuur naar de gemeente');
  assert.match(await henk.words(), /MD-/);
  // Ending asks nothing, and the tab that Fatma left open shows nothing any more.
  await fatma.go(at(HENK, '/helping'));
  fatma.expect(...GONE);
  await henk.go(at(HENK, '/helpers'));
  await henk.press('Stop met de hulp van Fatma Yıldız');
  assert.match(await henk.words(), /Deze persoon ziet niets meer van u/);
  for (const act of [() => fatma.page.reload(), () => fatma.page.goBack(), () => fatma.go(at(HENK, '/helping/check'))]) {
    await act();
    assert.doesNotMatch(await fatma.page.locator('body').innerText(), /Henk|moestuin|tuin/, fatma.page.url());
  }
  await henk.go(at(HENK, '/access'));
  assert.match(await henk.words(), /Fatma Yıldız[^]*vulde iets voor u in/);
}

/** Two residents in two tabs of one helper: no value of one in the other, by going back, by the browser's memory or by typing. */
async function neverMixed(henk, fatma, portal) {
  const samira = await (await Visitor.open(browser, portal, { size: 'phone', scripts: henk.scripts })).signIn(SAMIRA);
  const choose = (page) => page.getByLabel('Eigen kracht').selectOption('fill_in');
  for (const resident of [henk, samira]) {
    const draft = await Draft.of(resident, { own: true });
    await draft.keep('K8', { text: `De tuin van ${resident.person.name}` });
    await invite(resident, fatma, choose);
  }
  const other = await fatma.context.newPage();
  await fatma.go(at(HENK, '/helping/K8'));
  await other.goto(at(SAMIRA, '/helping/K8'));
  const colour = (page) => page.locator('.md-helper-banner').evaluate((e) => getComputedStyle(e).backgroundColor);
  assert.notEqual(await colour(fatma.page), await colour(other), 'each resident has a colour');
  await fatma.page.locator('#text-1').fill('Getypt voor Henk');
  assert.equal(await other.locator('#text-1').inputValue(), 'De tuin van Samira El Amrani');
  // Another resident in the same tab, and back again: what was typed for one is not in the other.
  await fatma.page.goto(at(SAMIRA, '/helping/K8'));
  assert.equal(await fatma.page.locator('#text-1').inputValue(), 'De tuin van Samira El Amrani');
  await fatma.page.goBack();
  assert.match(await fatma.page.locator('.md-helper-banner').innerText(), /Henk/);
  assert.doesNotMatch(await fatma.page.locator('#text-1').inputValue(), /Samira/);
  await fatma.page.goForward();
  assert.doesNotMatch(await fatma.page.locator('#text-1').inputValue(), /Henk/);
  // The browser may fill in nothing by itself, and keeps nothing.
  assert.equal(await fatma.page.locator('form.md-question').getAttribute('autocomplete'), 'off');
  const kept = await fatma.page.evaluate(async () => ({ local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases?.())?.length ?? 0 }));
  assert.deepEqual(kept, { local: 0, session: 0, databases: 0 });
  // A form that was open when Samira ended it: refused, and kept for her alone.
  fatma.expect(...GONE);
  await samira.go(at(SAMIRA, '/helpers'));
  await samira.press('Stop met de hulp van Fatma Yıldız');
  await fatma.page.locator('#text-1').fill('Een halve zin');
  // The script keeps while she types, and may be refused before she taps: then the page goes by itself.
  await fatma.page.getByRole('button', { name: 'Volgende', exact: true }).click({ timeout: 3000 }).catch(() => {});
  await fatma.page.getByRole('heading', { name: 'Deze hulp is gestopt' }).waitFor();
  assert.doesNotMatch(await fatma.page.locator('body').innerText(), /halve zin|Samira/);
  await samira.go(at(SAMIRA, '/helpers'));
  assert.match(await samira.words(), /was nog aan het typen[^]*Een halve zin/);
  await samira.press('Gebruik dit');
  await samira.go(at(SAMIRA, '/intake/K8'));
  assert.equal(await samira.page.locator('#text-1').inputValue(), 'Een halve zin');
  await fatma.page.goto(at(HENK, '/helping/K8'));
  assert.doesNotMatch(await fatma.page.locator('body').innerText(), /halve zin|Samira/, 'nothing of her with Henk');
  await samira.close();
}

/** What stands open when the resident ends it: one tab in which is typed, and one that is only looked at again. */
async function openTabsGo(henk, fatma) {
  await (await Draft.of(henk, { own: true })).keep('K8', { text: 'Mijn tuin' });
  await invite(henk, fatma, (page) => page.getByLabel('Eigen kracht').selectOption('fill_in'));
  const other = await fatma.context.newPage();
  await other.goto(at(HENK, '/helping/check'));
  await fatma.go(at(HENK, '/helping/K8'));
  assert.match(await other.locator('main').innerText(), /Mijn tuin/);
  fatma.expect(...GONE);
  await henk.go(at(HENK, '/helpers'));
  await henk.press('Stop met de hulp van Fatma Yıldız');
  // Nobody taps: what is typed cannot be kept, and the page goes.
  await fatma.page.locator('#text-1').fill('Nog een zin');
  await fatma.page.getByRole('heading', { name: 'Deze hulp is gestopt' }).waitFor();
  await other.evaluate(() => window.dispatchEvent(new Event('focus')));
  await other.getByRole('heading', { name: 'Deze hulp is gestopt' }).waitFor();
  for (const page of [fatma.page, other]) assert.doesNotMatch(await page.locator('body').innerText(), /Henk|tuin|Nog een zin/);
  await fatma.go('/helping');
  assert.match(await fatma.words(), /De hulp aan Henk is gestopt[^]*ligt bij Henk klaar/);
  await henk.go(at(HENK, '/helpers'));
  assert.match(await henk.words(), /was nog aan het typen[^]*Nog een zin/);
}

/** A link for one person: a field to select, and with scripts one tap to copy it. */
async function linkToSend(henk) {
  if (henk.scripts) await henk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await henk.go(at(HENK, '/helpers/invite'));
  await henk.page.getByLabel('Werk').selectOption('fill_in');
  await henk.page.getByLabel('Hoe heet uw helper?').fill('Mijn nicht Fatma');
  await henk.tap(henk.page.getByRole('button', { name: 'Maak een link', exact: true }).last());
  const link = await henk.page.getByLabel('De link').inputValue();
  assert.match(link, /^http:\/\/[^ ]+\/join\/[0-9A-Z]{26}$/);
  const copy = henk.page.getByRole('button', { name: 'Kopieer', exact: true });
  if (!henk.scripts) return assert.equal(await copy.count(), 0, 'no button that does nothing');
  await copy.click();
  await henk.page.getByRole('button', { name: 'Gekopieerd', exact: true }).waitFor();
  assert.equal(await henk.page.evaluate(() => navigator.clipboard.readText()), link);
}

describe('a resident and a helper, two phones', { concurrency: 2 }, () => {
  test('what stands open goes when it is over', () => together(true, openTabsGo));
  for (const scripts of [true, false]) {
    test(`from inviting to ending, scripts ${scripts ? 'on' : 'off'}`, () => together(scripts, wholeWalk));
    test(`a link to send, scripts ${scripts ? 'on' : 'off'}`, () => together(scripts, linkToSend));
    test(`two residents never mixed up, scripts ${scripts ? 'on' : 'off'}`, () => together(scripts, neverMixed));
  }
});
