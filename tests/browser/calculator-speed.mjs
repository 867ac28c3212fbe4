// How fast the calculator answers on the phone itself: `cargo xtask calculator-speed`. On demand: it wants the release
// server and a quiet machine. The processor is slowed down four times, as Lighthouse's phone is. And how many lines a second
// `portal calculate` does on this machine, at full speed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch, visit } from './support/browser.mjs';
import { Portal } from './support/portal.mjs';

const SLOWER = 4;
const portal = await Portal.start({ empty: true });
const browser = await launch();
try {
  await visit(browser, portal, {}, async ({ page, context }) => {
    await page.goto('/calculator');
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Bekijk een voorbeeld' }).click();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const measured = await page.evaluate(async () => {
      const field = document.querySelector('#plan');
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const calculated = [];
      const put = [];
      const painted = [];
      // Calculating alone: what is drawn is thrown away instead of put into the page.
      const inner = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
      Object.defineProperty(Element.prototype, 'innerHTML', { ...inner, set() {} });
      for (let at = 0; at < 60; at += 1) {
        field.value = `${at % 41}`;
        await frame();
        const start = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        calculated.push(performance.now() - start);
      }
      Object.defineProperty(Element.prototype, 'innerHTML', inner);
      for (let at = 0; at < 60; at += 1) {
        field.value = `${at % 41}`;
        await frame();
        const start = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        put.push(performance.now() - start);
        await frame();
        painted.push(performance.now() - start);
      }
      return { 'the whole answer, calculated and drawn': calculated, 'and put into the page': put, 'from input to painted': painted };
    });
    for (const [what, list] of Object.entries(measured)) {
      list.sort((a, b) => a - b);
      const at = (share) => list[Math.floor((list.length - 1) * share)].toFixed(1);
      console.log(`${what}, processor ${SLOWER} times slower: median ${at(0.5)} ms, 95% within ${at(0.95)} ms`);
    }
  });
} finally {
  await browser.close();
  await portal.stop();
}

const LINES = 30_000;
const examples = JSON.parse(fs.readFileSync(new URL('../../app/rules/tests/examples.json', import.meta.url)));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meedoen-'));
const input = path.join(folder, 'situations.jsonl');
fs.writeFileSync(input, Array.from({ length: LINES }, (_, n) => JSON.stringify({ ...examples[n % examples.length].input, id: `${n}` })).join('\n'));
const start = performance.now();
const run = spawnSync(process.env.PORTAL, ['calculate', '--input', input], { maxBuffer: 1 << 30 });
const seconds = (performance.now() - start) / 1000;
fs.rmSync(folder, { recursive: true });
const answered = run.stdout.toString().split('\n').filter((line) => line.includes('"household"')).length;
if (answered !== LINES) throw new Error(`${answered} of ${LINES} lines were answered`);
console.log(`portal calculate: ${Math.round(LINES / seconds)} JSON lines a second`);
