// Signing in at a real OpenID provider on this machine, in the browser: with what a browser refuses and remembers.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { axeProblems } from '../support/checks.mjs';
import { HENK, SAMIRA } from '../support/people.mjs';
import { portalWithProvider } from '../support/provider.mjs';

let browser;
let running;
before(async () => {
  browser = await launch();
  running = await portalWithProvider();
});
after(async () => {
  await browser?.close();
  await running?.stop();
});

/** Goes to the provider by a link of the sign-in page, and signs in there. */
async function signIn(visitor, link, name, level, represented) {
  // At another account than the last the provider asks first whether that one may go; that is no matter of the portal.
  await visitor.context.clearCookies({ name: /^_session/ });
  await visitor.go('/sign-in');
  await visitor.follow(link);
  assert.ok(visitor.page.url().startsWith(running.issuer), visitor.page.url());
  if (level) await visitor.page.getByLabel('Niveau').selectOption(level);
  if (represented) await visitor.page.getByLabel('Voor').selectOption(represented);
  await visitor.press(name);
}

const DIGID = 'Log in met DigiD';
const trouble = [/favicon/];

for (const scripts of [false, true]) {
  describe(`signing in, scripts ${scripts ? 'on' : 'off'}`, () => {
    const as = (act, size = 'phone') => visit(browser, running.portal, { size, scripts }, async (v) => act(v.expect(...trouble)));

    test('a resident comes in, goes out here and at the provider, and comes back to the same question', () => as(async (visitor) => {
      await signIn(visitor, DIGID, HENK.name);
      assert.equal(await visitor.heading(), 'Dag Henk');
      visitor.expect(/401/);
      await visitor.press('Uitloggen');
      await visitor.page.waitForURL(`${running.issuer}/**`);
      await visitor.press('Ja, uitloggen');
      assert.equal(visitor.path, '/signed-out');
      const question = `/r/${HENK.id}/profile`;
      await visitor.go(question);
      assert.equal(await visitor.heading(), 'U bent niet ingelogd');
      await visitor.tap(visitor.page.getByRole('main').getByRole('link', { name: 'Log in' }));
      await visitor.follow(DIGID);
      await visitor.press(HENK.name);
      assert.equal(visitor.path, question);
    }));

    test('a level that is too low, stopping, and somebody unknown', () => as(async (visitor) => {
      await signIn(visitor, DIGID, HENK.name, 'basis');
      assert.equal(await visitor.heading(), 'U hebt een sterkere DigiD nodig');
      if (visitor.scripts) assert.deepEqual(await axeProblems(visitor.page), []);
      await signIn(visitor, DIGID, 'Stoppen');
      assert.equal(await visitor.heading(), 'U bent gestopt met inloggen');
      await signIn(visitor, DIGID, 'Iemand die niet is uitgenodigd');
      assert.equal(await visitor.heading(), 'Wij kennen u hier nog niet');
      visitor.expect(/401/);
      await visitor.go(`/r/${HENK.id}`);
      assert.equal(await visitor.heading(), 'U bent niet ingelogd');
    }));

    test('acting for somebody says for whom on every page', () => as(async (visitor) => {
      await signIn(visitor, /^Voor iemand anders/, SAMIRA.name, undefined, 'henk');
      assert.equal(visitor.path, `/r/${HENK.id}`);
      assert.match(await visitor.page.locator('aside').last().innerText(), /U doet dit voor Henk/);
      if (visitor.scripts) assert.deepEqual(await axeProblems(visitor.page), []);
      visitor.expect(/404/);
      await visitor.go(`/r/${SAMIRA.id}`);
      assert.match(await visitor.page.locator('aside').last().innerText(), /U doet dit voor Henk/);
    }));

    test('staff come in by their groups', () => as(async (visitor) => {
      await signIn(visitor, /^Als medewerker/, 'Daan Visser');
      assert.equal(visitor.path, '/work');
      await signIn(visitor, /^Als medewerker/, 'Petra de Groot');
      assert.equal(visitor.path, '/divide');
      await signIn(visitor, /^Als medewerker/, 'Iemand zonder groep');
      assert.equal(await visitor.heading(), 'U hebt geen toegang');
    }, 'desktop'));
  });
}

test('the pages of signing in are well built', () => visit(browser, running.portal, { size: 'phone' }, async (visitor) => {
  await visitor.go('/sign-in');
  if (visitor.scripts) assert.deepEqual(await axeProblems(visitor.page), []);
}));
