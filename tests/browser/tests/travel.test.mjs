// What a resident sends travels to the simulated municipal backend while it is down and up again, and the status that its staff
// set comes back: seen by the resident, the caseworker and the application manager, as a newcomer with `cargo portal` would.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { Draft } from '../support/intake.mjs';
import { DAAN, HENK, KOEN } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Opens a page until it says this; at most a minute. */
async function until(visitor, address, pattern) {
  for (let tries = 0; tries < 120; tries++) {
    await visitor.go(address);
    if (pattern.test(await visitor.words())) return;
    await new Promise((later) => setTimeout(later, 500));
  }
  assert.match(await visitor.words(), pattern, address);
}

test('a sent self-scan arrives once, and its status comes back', async () => {
  const portal = await Portal.start({ empty: true, settings: { BACKEND__TIME_SCALE: '10' } });
  const backend = /The simulated municipal backend: (http:\S+)\/_sim\/staff/.exec(portal.log)[1];
  const ask = async (path, method = 'GET', body = undefined) => {
    const answer = await fetch(`${backend}/_sim/${path}`, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json', accept: 'application/json' } });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    return answer.text();
  };
  const as = (person, act, size = 'desktop', scripts = false) => visit(browser, portal, { size, scripts }, async (v) => act(await v.signIn(person)));
  const sent = `/r/${HENK.id}/sent/1`;
  try {
    await ask('faults', 'POST', { match: { route: '*' }, fault: 'drop_before' });
    await as(HENK, async (henk) => {
      const draft = await Draft.of(henk, { own: false });
      await draft.keep('K8', { text: 'Mijn tuin' });
      assert.equal(await draft.send(), sent);
      await henk.go(sent);
      assert.match(await henk.words(), /Onderweg naar de gemeente\./);
    }, 'phone');
    await as(KOEN, (koen) => until(koen, '/manage', /Poging \d+ mislukt/));
    assert.equal(JSON.parse(await ask('staff')).length, 0);
    await ask('faults', 'DELETE');
    await as(KOEN, async (koen) => {
      await koen.go('/manage');
      await koen.press('Probeer alles opnieuw');
    });
    await as(HENK, (henk) => until(henk, sent, /Aangekomen bij de gemeente op/), 'phone', true);
    const cases = JSON.parse(await ask('staff'));
    assert.equal(cases.length, 1, 'exactly one case');
    const count = JSON.parse(await ask(`count?portaal=${cases[0].identificatie}`));
    for (const one of ['cases', 'documents', 'case_documents', 'initiators', 'objects', 'records', 'case_objects', 'statuses']) assert.equal(count[one], 1, `${one}: ${JSON.stringify(count)}`);
    // Somebody of the municipality sets the next status in the case system.
    await visit(browser, portal, { size: 'desktop', scripts: false }, async (staff) => {
      await staff.page.goto(`${backend}/_sim/staff`);
      await staff.page.locator('button.main').first().click();
    });
    await as(HENK, (henk) => until(henk, sent, /Hoe het ervoor staat: In behandeling\./), 'phone');
    await as(DAAN, (daan) => until(daan, `/work/${HENK.id}`, /In behandeling/));
    await as(KOEN, (koen) => until(koen, '/manage', /Er staat niets in de weg\./));
  } finally {
    await portal.stop();
  }
});
