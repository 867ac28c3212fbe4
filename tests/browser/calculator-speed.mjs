// How fast the calculator answers on the phone itself: `cargo xtask calculator-speed`. On demand: it wants the release
// server and a quiet machine. The processor is slowed down four times, as Lighthouse's phone is.
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
