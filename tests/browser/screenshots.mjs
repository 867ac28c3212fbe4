// Takes the pictures of the README from the real portal with its invented town: `cargo xtask screenshots`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, visit } from './support/browser.mjs';
import { DAAN, HENK, RIA } from './support/people.mjs';
import { Portal } from './support/portal.mjs';

const OUT = fileURLToPath(new URL('./screenshots/', import.meta.url));

fs.mkdirSync(OUT, { recursive: true });
const portal = await Portal.start();
const browser = await launch();
const take = (visitor, name) => visitor.page.screenshot({ path: path.join(OUT, `${name}.png`) });
try {
  await visit(browser, portal, { size: 'phone' }, async (henk) => {
    await henk.signIn(HENK);
    await henk.go(`/r/${HENK.id}`);
    await take(henk, 'home');
    await henk.go(`/r/${HENK.id}/intake/W3`);
    await take(henk, 'question');
    await henk.go(`/r/${HENK.id}/intake`);
    await take(henk, 'overview');
  });
  await visit(browser, portal, { size: 'phone' }, async (ria) => {
    await ria.signIn(RIA);
    await ria.go(`/r/${RIA.id}/sent/1/picture`);
    await take(ria, 'picture');
  });
  await visit(browser, portal, { size: 'phone' }, async (anybody) => {
    await anybody.go('/calculator');
    await anybody.page.waitForLoadState('networkidle');
    await anybody.page.getByRole('button', { name: 'Bekijk een voorbeeld' }).click();
    await take(anybody, 'calculator');
    await anybody.page.locator('#h-now-then').scrollIntoViewIfNeeded();
    await anybody.page.locator('#h-now-then').evaluate((e) => e.scrollIntoView());
    await take(anybody, 'calculator-bars');
  });
  await visit(browser, portal, { size: 'desktop' }, async (daan) => {
    await daan.signIn(DAAN);
    await daan.go('/work');
    await take(daan, 'worklist');
    await daan.page.locator('tbody a').first().click();
    await daan.page.waitForLoadState();
    await take(daan, 'review');
  });
} finally {
  await browser.close();
  await portal.stop();
}
