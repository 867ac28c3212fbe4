// What a first visit of a question page costs in bytes as they travel (brotli), and that pages without an island
// load no WASM. The numbers are printed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Draft } from '../support/intake.mjs';
import { MARIEKE, RIA, SAMIRA } from '../support/people.mjs';
import { sharedPortal } from '../support/shared.mjs';

const BUDGETS = { html: 12_000, css: 20_000, fonts: 30_000, scripts: 45_000, total: 110_000 };
const visit = sharedPortal({});

const KINDS = { Document: 'html', Stylesheet: 'css', Font: 'fonts', Script: 'scripts' };

/** Opens a page with an empty cache and counts every byte that comes in, headers included. */
async function weigh(visitor, address) {
  const cdp = await visitor.context.newCDPSession(visitor.page);
  const requests = new Map();
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    const kind = response.url.endsWith('.wasm') ? 'scripts' : KINDS[type] ?? 'rest';
    requests.set(requestId, { kind, url: new URL(response.url).pathname, encoding: response.headers['content-encoding'] });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.clearBrowserCache');
  await visitor.page.goto(address, { waitUntil: 'networkidle' });
  const list = [...requests.values()];
  const sum = (kind) => list.filter((r) => !kind || r.kind === kind).reduce((all, r) => all + (r.bytes ?? 0), 0);
  await cdp.detach();
  return { list, html: sum('html'), css: sum('css'), fonts: sum('fonts'), scripts: sum('scripts'), rest: sum('rest'), total: sum() };
}

const table = (weight) => Object.entries(weight).filter(([, n]) => typeof n === 'number').map(([kind, n]) => `${kind} ${(n / 1000).toFixed(1)} kB`).join(', ');

test('a first visit of a question page stays within its budgets', (t) =>
  visit({}, async (visitor) => {
    await visitor.signIn(SAMIRA);
    const draft = await Draft.of(visitor, { own: true });
    for (const step of ['B3', 'W6', 'W7', 'W5', 'H8', 'Z2']) {
      const weight = await weigh(visitor, draft.at(step));
      t.diagnostic(`${step}: ${table(weight)}`);
      for (const { url, encoding } of weight.list.filter((r) => r.kind !== 'fonts' && r.kind !== 'rest')) assert.equal(encoding, 'br', `${url} travels as brotli`);
      for (const [kind, budget] of Object.entries(BUDGETS)) assert.ok(weight[kind] <= budget, `${step}: ${kind} ${weight[kind]} of ${budget} bytes`);
      assert.ok(weight.list.some((r) => r.url.endsWith('.wasm')), 'the island is loaded');
    }
  }));

test('a first visit of the calculator stays within its budgets', (t) =>
  visit({}, async (visitor) => {
    const budgets = { ...BUDGETS, html: 15_000, scripts: 80_000, total: 150_000 };
    const weight = await weigh(visitor, '/calculator');
    t.diagnostic(`calculator: ${table(weight)}`);
    for (const [kind, budget] of Object.entries(budgets)) assert.ok(weight[kind] <= budget, `${kind} ${weight[kind]} of ${budget} bytes`);
    assert.deepEqual(weight.list.filter((r) => r.url.endsWith('.wasm')).map((r) => /calculator/.test(r.url)), [true], 'its own island and no other');
  }));

test('a page without an island loads no WASM and no script', (t) =>
  visit({}, async (visitor) => {
    const pages = ['/', '/sign-in', '/help', '/privacy'];
    await visitor.signIn(SAMIRA);
    const draft = await Draft.of(visitor, { own: true });
    await draft.keep('B5', { choices: 'home' });
    const home = `/r/${SAMIRA.id}`;
    pages.push(home, `${home}/profile`, `${home}/intake`, draft.at('work'), draft.at('check'), draft.at('send'), `${draft.at('B5')}/help`, `${home}/intake/stopped`);
    for (const page of pages) {
      const weight = await weigh(visitor, page);
      assert.deepEqual(weight.list.filter((r) => r.kind === 'scripts').map((r) => r.url), [], `${page} loads scripts`);
      assert.ok(weight.html <= BUDGETS.html * 1.5, `${page}: html ${weight.html}`);
    }
    t.diagnostic(`check page: ${table(await weigh(visitor, draft.at('check')))}`);
    await visitor.signIn(RIA);
    for (const page of ['', '/agreement', '/agreement/order', '/agreement/version/1', '/journey', '/journey/history', '/appointments', '/data', '/access']) {
      const weight = await weigh(visitor, `/r/${RIA.id}${page}`);
      assert.deepEqual(weight.list.filter((r) => r.kind === 'scripts').map((r) => r.url), [], `${page} loads scripts`);
      assert.ok(weight.html <= BUDGETS.html && weight.css <= BUDGETS.css && weight.total <= BUDGETS.total, `${page}: ${table(weight)}`);
      t.diagnostic(`a resident's ${page || 'home'}: ${table(weight)}`);
    }
    await visitor.signIn(MARIEKE);
    for (const page of ['/work', '/work/invite', `/work/${SAMIRA.id}`]) {
      const weight = await weigh(visitor, page);
      assert.deepEqual(weight.list.filter((r) => r.kind === 'scripts').map((r) => r.url), [], `${page} loads scripts`);
      t.diagnostic(`${page.replace(SAMIRA.id, '…')}: ${table(weight)}`);
    }
  }));

test('a second question page costs little more than its HTML', (t) =>
  visit({}, async (visitor) => {
    await visitor.signIn(SAMIRA);
    const draft = await Draft.of(visitor, { own: true });
    await visitor.page.goto(draft.at('W2'), { waitUntil: 'networkidle' });
    const cdp = await visitor.context.newCDPSession(visitor.page);
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await cdp.send('Network.enable');
    await visitor.page.goto(draft.at('W3'), { waitUntil: 'networkidle' });
    t.diagnostic(`next page: ${(bytes / 1000).toFixed(1)} kB`);
    assert.ok(bytes <= 15_000, `the next page costs ${bytes} bytes`);
  }));
