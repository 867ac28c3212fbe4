// One browser and one portal for all tests of a file.
import { after, before } from 'node:test';
import { launch, visit } from './browser.mjs';
import { Portal } from './portal.mjs';

/**
 * Starts both before the first test and stops both after the last. Gives a way to visit: options, then what the
 * visitor does.
 */
export function sharedPortal(options = { empty: true }) {
  let browser;
  let portal;
  before(async () => {
    browser = await launch();
    portal = await Portal.start(options);
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });
  return (how, act) => visit(browser, portal, how, act);
}
