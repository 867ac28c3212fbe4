// Lighthouse (mobile, throttled, median of three) on the pages that count: `cargo xtask lighthouse`. On demand: it wants
// the release server and a quiet machine. Lighthouse itself is installed into tests/browser/lighthouse.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DAAN, FATMA, HENK, ILSE, KOEN, PETRA, RIA } from './support/people.mjs';
import { launch, visit } from './support/browser.mjs';
import { Portal } from './support/portal.mjs';

const HERE = fileURLToPath(new URL('./lighthouse/', import.meta.url));
const RUNS = Number(process.env.RUNS ?? 3);
const PORT = 9377;
const AIM = { performance: 98, accessibility: 100, 'best-practices': 100, lcp: 1500, cls: 0.02 };

const { chromium } = createRequire(import.meta.url)('playwright-core');
const entry = createRequire(path.join(HERE, 'package.json')).resolve('lighthouse');
const { default: lighthouse } = await import(pathToFileURL(entry).href);

const pages = [
  ['question', HENK, `/r/${HENK.id}/intake/W3`],
  ['home', HENK, `/r/${HENK.id}`],
  ['check', HENK, `/r/${HENK.id}/intake/check`],
  ['picture', RIA, `/r/${RIA.id}/sent/1/picture`],
  ['journey', RIA, `/r/${RIA.id}/journey`],
  ['agreement', RIA, `/r/${RIA.id}/agreement`],
  ['appointments', RIA, `/r/${RIA.id}/appointments`],
  ['history', RIA, `/r/${RIA.id}/journey/history`],
  ['helpers', RIA, `/r/${RIA.id}/helpers`],
  ['invite', RIA, `/r/${RIA.id}/helpers/invite`],
  ['data', RIA, `/r/${RIA.id}/data`],
  ['access', RIA, `/r/${RIA.id}/access`],
  ['helping', FATMA, '/helping'],
  ['by mail', null, '/sign-in/by-mail'],
  ['worklist', DAAN, '/work'],
  ['dossier', ILSE, `/work/${RIA.id}`],
  ['promises', ILSE, '/work/promises'],
  ['caseload', ILSE, '/work/caseload'],
  ['volunteers', PETRA, '/divide/volunteers'],
  ['manage', KOEN, '/manage'],
  ['front', null, '/'],
  ['calculator', null, '/calculator'],
];

/** The session cookie of a person of the demo. */
async function cookie(browser, portal, person) {
  let found = '';
  await visit(browser, portal, {}, async (visitor) => {
    await visitor.signIn(person);
    found = (await visitor.context.cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
  });
  return found;
}

async function measure(url, headers) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(url, { port: PORT, output: 'json', logLevel: 'error', onlyCategories: ['performance', 'accessibility', 'best-practices'], extraHeaders: headers });
    const score = (name) => Math.round(lhr.categories[name].score * 100);
    runs.push({
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      lcp: Math.round(lhr.audits['largest-contentful-paint'].numericValue),
      cls: lhr.audits['cumulative-layout-shift'].numericValue,
      bytes: lhr.audits['total-byte-weight'].numericValue,
    });
  }
  runs.sort((a, b) => a.performance - b.performance);
  return runs[Math.floor((runs.length - 1) / 2)];
}

const portal = await Portal.start();
const browser = await launch();
const measured = await chromium.launch({ executablePath: process.env.CHROMIUM?.includes('/') ? process.env.CHROMIUM : spawnSync('which', [process.env.CHROMIUM ?? 'chromium']).stdout.toString().trim(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', `--remote-debugging-port=${PORT}`] });
let missed = 0;
try {
  for (const [name, person, address] of pages) {
    const headers = person ? { Cookie: await cookie(browser, portal, person) } : {};
    const got = await measure(portal.url + address, headers);
    const ok = got.performance >= AIM.performance && got.accessibility >= AIM.accessibility && got['best-practices'] >= AIM['best-practices'] && got.lcp <= AIM.lcp && got.cls <= AIM.cls;
    missed += ok ? 0 : 1;
    console.log(`${name.padEnd(12)} performance ${got.performance}  accessibility ${got.accessibility}  best practices ${got['best-practices']}  LCP ${got.lcp} ms  CLS ${got.cls.toFixed(3)}  ${(got.bytes / 1000).toFixed(1)} kB  ${ok ? 'ok' : 'BELOW THE AIM'}`);
  }
} finally {
  await measured.close();
  await browser.close();
  await portal.stop();
}
process.exit(missed ? 1 : 0);
