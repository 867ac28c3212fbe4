// The calculator on a phone and at a desk, scripts off and on: the whole way, the live answer, and that the phone itself
// calculates: nothing is sent, and its answer is the server's.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plain } from '../support/browser.mjs';
import { HENK } from '../support/people.mjs';
import { sharedPortal } from '../support/shared.mjs';

const visit = sharedPortal();

/** What somebody answers on each screen: words of options, or numbers by their labels. */
const WAY = [
  ['Met wie woont u?', 'Zonder partner'],
  ['Hoe oud bent u?', '27 jaar of ouder'],
  ['Hoeveel kinderen wonen bij u?', { 'Aantal kinderen': '2' }],
  ['Hoe oud zijn uw kinderen?', { 'Leeftijd van kind 1': '5', 'Leeftijd van kind 2': '8' }],
  ['Wat betaalt u aan huur?', 'Ik betaal huur', { 'Huur zonder servicekosten': '650' }],
  ['Hoeveel uur per week werkt u nu?', { 'Uren per week nu': '12' }],
  ['Hoeveel uur per week wilt u in totaal werken?', { 'Uren per week straks': '16' }],
  ['Wat verdient u per uur?', 'Weet ik niet'],
  ['Met hoeveel mensen van 27 jaar of ouder deelt u uw huis?', { 'Aantal mensen': '0' }],
  ['Heeft u al 6 maanden een deel van uw loon mogen houden?', 'Nee, nog niet'],
  ['Heeft u een brief over uw werk?', 'Nee'],
  ['Gaat een kind naar de opvang?', 'Nee'],
  ['Hoeveel spaargeld heeft u?', '16.000 euro of minder'],
];

const heading = (page, words) => page.getByRole('heading', { level: 1, name: words }).waitFor();
const button = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function answer(page) {
  await button(page, 'Begin');
  for (const [question, ...answers] of WAY) {
    await heading(page, question);
    for (const said of answers) {
      if (typeof said === 'string') await page.locator('label.md-option', { hasText: new RegExp(`^${said}`) }).first().click();
      else for (const [label, value] of Object.entries(said)) await page.getByLabel(label, { exact: true }).fill(value);
    }
    await button(page, 'Volgende');
  }
}

for (const scripts of [false, true]) {
  for (const size of ['phone', 'desktop']) {
    test(`the whole way, scripts ${scripts ? 'on' : 'off'}, ${size}`, () =>
      visit({ scripts, size }, async ({ page }) => {
        const posts = [];
        page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
        await page.goto('/calculator');
        await page.waitForLoadState('networkidle');
        await answer(page);
        await heading(page, 'Werkt u 16 uur? Dan houdt u ongeveer 60 euro per maand meer over.');
        assert.match(plain(await page.locator('main').innerText()), /Van elke euro extra loon \(vóór belasting\) houdt u ongeveer 20 cent over\./);
        // The law behind each euro.
        await page.getByText('Waarom deze bedragen?').click();
        await page.locator('#reason-assistance summary').click();
        assert.match(plain(await page.locator('#why-assistance').innerText()), /Participatiewet art\. 31 lid 2 sub n/);
        await button(page, 'Meer');
        await heading(page, 'Werkt u 17 uur? Dan houdt u ongeveer 80 euro per maand meer over.');
        assert.equal(await page.locator('#plan').inputValue(), '17');
        assert.equal(new URL(page.url()).search, '');
        assert.equal(posts.length, scripts ? 0 : 15, 'with a script nothing is sent');
      }));
  }
}

for (const scripts of [false, true]) {
  test(`a resident keeps an answer and shows it, scripts ${scripts ? 'on' : 'off'}`, () =>
    visit({ scripts }, async (visitor) => {
      const { page } = await visitor.signIn(HENK);
      await visitor.go('/calculator');
      await page.waitForLoadState('networkidle');
      const keep = page.getByRole('button', { name: 'Bewaar', exact: true });
      assert.equal(await keep.isVisible(), false, 'there is nothing to keep yet');
      await button(page, 'Bekijk een voorbeeld');
      await heading(page, 'Werkt u 16 uur?');
      assert.equal(await keep.isVisible(), false, 'an example is nobody\'s');
      await visitor.go('/calculator');
      await page.waitForLoadState('networkidle');
      await answer(page);
      await heading(page, 'Werkt u 16 uur?');
      // What stands in the field counts, also when it was not calculated yet.
      await page.locator('#plan').fill('20');
      await page.getByText('Laat deze berekening zien aan mijn consulent').click();
      await visitor.tap(keep);
      assert.equal(visitor.path, `/r/${HENK.id}/calculations`);
      assert.match(await visitor.words(), /Van 12 naar 20 uur: € 78,54 per maand meer.*Uw consulent ziet deze berekening/s);
      await visitor.press('Reken hiermee verder');
      await heading(page, 'Werkt u 20 uur?');
      await visitor.go(`/r/${HENK.id}/calculations`);
      await page.getByText('Gooi weg', { exact: true }).click();
      await visitor.press('Gooi deze berekening weg');
      assert.match(await visitor.words(), /nog geen berekening/);
    }));
}

describe('with scripts', { concurrency: 2 }, () => {
  test('the answer follows the fields, the slider and the back button', () =>
    visit({}, async ({ page }) => {
      await page.goto('/calculator');
      await page.waitForLoadState('networkidle');
      await button(page, 'Bekijk een voorbeeld');
      await heading(page, 'Werkt u 16 uur?');
      await page.getByText('Alle uren van 0 tot 40').click();
      await page.locator('#plan').fill('24');
      await heading(page, 'Werkt u 24 uur?');
      assert.ok(await page.locator('#fold-all-hours').evaluate((e) => e.open), 'what was open stays open');
      assert.equal(await page.locator('#slider').inputValue(), '24');
      await page.locator('#slider').fill('8');
      await heading(page, 'Werkt u 8 uur?');
      assert.match(plain(await page.locator('#slider').getAttribute('aria-valuetext')), /^Werkt u 8 uur\?/);
      // It is said, after a moment, to who cannot see it.
      await page.locator('#answer-said', { hasText: 'Werkt u 8 uur?' }).waitFor({ state: 'attached' });
      // What was closed while calculating is drawn when it is opened, also by a link to it.
      await page.getByText('Maand voor maand').click();
      await page.getByText('U begint met de nieuwe uren.').waitFor();
      await page.getByRole('link', { name: 'Zorgtoeslag' }).click();
      await page.locator('#why-healthcare').getByText('Inkomen van een jaar voor uw toeslagen').waitFor();
      // A number that cannot be read leaves the answer; the button says why.
      await page.locator('#plan').fill('veel');
      await heading(page, 'Werkt u 8 uur?');
      await button(page, 'Reken uit');
      await page.getByRole('link', { name: 'Vul alleen een getal in, zoals 16 of 16,5.' }).waitFor();
      assert.ok(await page.locator('#error-title').evaluate((e) => e === document.activeElement));
      await page.goBack();
      await heading(page, 'Werkt u 8 uur?');
      await page.getByRole('button', { name: /^Verander.*Wat betaalt u aan huur/ }).click();
      await page.getByLabel('Huur zonder servicekosten').fill('700');
      await button(page, 'Volgende');
      assert.match(plain(await page.locator('main').innerText()), /€ 700,00 per maand/);
      await page.goBack();
      await heading(page, 'Wat betaalt u aan huur?');
      await page.goBack();
      await heading(page, 'Werkt u 8 uur?');
    }));

  test('the answer is a file that goes nowhere by itself', () =>
    visit({}, async ({ page }) => {
      await page.goto('/calculator');
      await page.waitForLoadState('networkidle');
      await button(page, 'Bekijk een voorbeeld');
      const saved = page.waitForEvent('download');
      await button(page, 'Deel als bestand');
      const download = await saved;
      assert.equal(download.suggestedFilename(), 'loont-meer-werken.html');
      const text = (await (await download.createReadStream()).toArray()).join('');
      assert.match(text, /Werkt u 16 uur\?/);
      assert.doesNotMatch(text, /<script/);
    }));

  test('the phone and the server give the same answer to the cent', async (t) => {
    let compared = 0;
    await visit({}, async ({ page, context }) => {
      await page.goto('/calculator');
      await page.waitForLoadState('networkidle');
      for (let seed = 1; seed <= 60; seed += 1) {
        const form = household(seed);
        const response = await context.request.post('/calculator', { form: { ...form, step: 'answer', go: 'answer' } });
        const [phone, server] = await page.evaluate(([fields, html]) => {
          const root = document.querySelector('#calculator');
          const element = Object.assign(document.createElement('form'), { method: 'post' });
          for (const [name, value] of Object.entries({ ...fields, step: 'answer' })) element.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
          const press = Object.assign(document.createElement('button'), { type: 'submit', name: 'go', value: 'answer' });
          element.append(press);
          root.append(element);
          press.click();
          const other = new DOMParser().parseFromString(html, 'text/html').querySelector('#calculator');
          const plainly = (e) => {
            for (const shown of e.querySelectorAll('#slider, [data-share]')) shown.removeAttribute('hidden');
            return e.innerHTML;
          };
          return [plainly(root), plainly(other)];
        }, [form, await response.text()]);
        assert.match(phone, /md-sentence/, JSON.stringify(form));
        assert.equal(phone, server, JSON.stringify(form));
        compared += 1;
      }
    });
    t.diagnostic(`${compared} households, the whole answer`);
  });
});

/** A household out of a number, the same each time. */
function household(seed) {
  let state = seed * 2654435761 % 2 ** 32;
  const next = (n) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor(state / 2 ** 32 * n);
  };
  const one = (...all) => all[next(all.length)];
  const children = one(0, 0, 1, 2, 4);
  const form = {
    household: one('alone', 'alone', 'partner', 'unknown'), age: one('18', '21', '27', '27', 'unknown'), partner_age: one('18', '21', '27', 'unknown'),
    children: `${children}`, home: one('rent', 'rent', 'other', 'unknown'), rent: `${300 + next(800)},${10 + next(90)}`, hours: `${next(36)}`,
    plan: `${next(41)}`, wage: `${12 + next(20)},${10 + next(90)}`, partner_hours: `${next(33)}`, partner_wage: `${13 + next(9)}`, housemates: one('', '0', '1', '3'),
    months: one('none', 'some', 'all', 'unknown'), months_used: `${next(7)}`, partner_months: one('none', 'all', 'unknown'), care: one('yes', 'no', 'unknown'),
    care_months: `${next(31)}`, letter: one('none', 'limited', 'subsidy', 'unknown'), childcare: one('none', 'none', 'day_care', 'after_school', 'childminder'),
    care_hours: `${next(200)}`, care_price: one('', '9,50', '12'), care_children: `${1 + next(2)}`, savings: one('under', 'under', 'under', 'assistance', 'rent', 'healthcare'),
  };
  for (let at = 1; at <= children; at += 1) form[`child_${at}`] = `${next(18)}`;
  if (next(3) === 0) Object.assign(form, { plan_2: `${next(41)}`, plan_3: `${next(41)}` });
  return form;
}
