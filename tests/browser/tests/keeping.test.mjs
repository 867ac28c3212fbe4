// Answers are kept while typing, through lost connections, killed tabs, a crashed portal, two tabs and two languages;
// and nothing stays on a shared phone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { axeProblems } from '../support/checks.mjs';
import { answer, Draft, stepOf } from '../support/intake.mjs';
import { HENK, SAMIRA } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';

const OFFLINE = [/ERR_INTERNET_DISCONNECTED/, /ERR_CONNECTION_REFUSED/, /ERR_FAILED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/];
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Tests one after another on a portal of their own; there is one draft. */
const group = (name, define) =>
  describe(name, { concurrency: 1 }, () => {
    const at = {};
    before(async () => { at.portal = await Portal.start({ empty: true }); });
    after(() => at.portal?.stop());
    define(at);
  });

const status = (page) => page.locator('[data-status-text]');
const kept = (page, timeout = 5_000) => status(page).filter({ hasText: /^Bewaard om \d\d:\d\d$/ }).waitFor({ timeout });
const offline = (page) => status(page).filter({ hasText: 'U hebt geen internet' }).waitFor({ timeout: 5_000 });
const stored = (page) => page.evaluate(() => Object.entries(localStorage));
const text = (page) => page.locator('#text-1');
const TYPED = 'Mijn zus komt elke week';

/** Somebody with a new draft, on the question H8. */
const atH8 = (at, name, options, act) =>
  test(name, () =>
    visit(browser, at.portal, options, async (visitor) => {
      await visitor.signIn(SAMIRA);
      const draft = await (await Draft.of(visitor)).anew({ own: options.own ?? false });
      await visitor.go(draft.at('H8'));
      if (options.scripts !== false) await visitor.page.waitForLoadState('networkidle');
      await act(visitor, draft);
    }),
  );

/** Kills the tab as a phone does: no page hears of it. */
async function kill(page) {
  await page.goto('chrome://crash').catch(() => {});
  await page.close();
}

describe('answers are kept', { concurrency: 3 }, () => {
  group('while typing', (at) => {
    atH8(at, 'it is kept by itself, and says when', {}, async ({ page }, draft) => {
      assert.equal(await status(page).innerText(), 'Nog niets bewaard');
      await text(page).pressSequentially(TYPED);
      await kept(page);
      assert.deepEqual(await axeProblems(page), []);
      await page.reload();
      assert.equal(await text(page).inputValue(), TYPED);
      await page.goto(draft.at('H6'));
      await page.waitForLoadState('networkidle');
      await page.locator('label.md-option', { hasText: 'Muziek' }).click();
      await kept(page);
      await page.reload();
      assert.ok(await page.locator('input[value=music]').isChecked());
    });

    atH8(at, 'an option that stands alone unticks the others', {}, async ({ page }, draft) => {
      await page.goto(draft.at('W7'));
      await page.waitForLoadState('networkidle');
      await page.locator('label.md-option', { hasText: 'Winkel' }).click();
      await page.locator('label.md-option', { hasText: 'Weet ik nog niet' }).click();
      assert.equal(await page.locator('input:checked').count(), 1);
      await page.locator('label.md-option', { hasText: 'Zorg' }).click();
      assert.deepEqual(await page.locator('input:checked').evaluateAll((all) => all.map((e) => e.value)), ['care']);
    });

    atH8(at, 'it survives a lost connection', {}, async (visitor) => {
      const { page, context } = visitor.expect(...OFFLINE);
      await context.setOffline(true);
      await text(page).fill(TYPED);
      await offline(page);
      assert.match(await status(page).innerText(), /Laat deze pagina open$/);
      assert.deepEqual(await axeProblems(page), []);
      // Long enough for a few tries in vain; then it goes on as soon as there is a connection.
      await page.waitForTimeout(7_000);
      await context.setOffline(false);
      await kept(page, 4_000);
      await page.reload();
      assert.equal(await text(page).inputValue(), TYPED);
    });

    atH8(at, '"next" without a connection goes on when there is one', {}, async (visitor) => {
      const { page, context } = visitor.expect(...OFFLINE);
      await context.setOffline(true);
      await text(page).fill(TYPED);
      await page.getByRole('button', { name: 'Volgende' }).click();
      await offline(page);
      assert.equal(await text(page).inputValue(), TYPED, 'what was typed is still on the page');
      await context.setOffline(false);
      await page.waitForURL(/\/H9$/, { timeout: 10_000 });
      await page.goBack();
      assert.equal(await text(page).inputValue(), TYPED);
    });

    atH8(at, 'it survives a crash of the portal', {}, async (visitor) => {
      const { page, portal } = visitor.expect(...OFFLINE);
      await text(page).fill('Eerst');
      await kept(page);
      await portal.crash();
      await text(page).fill(TYPED);
      await offline(page);
      await portal.again();
      await kept(page, 10_000);
      await page.reload();
      assert.equal(await text(page).inputValue(), TYPED);
      assert.equal(stepOf(visitor), 'H8');
    });
  });

  group('on the phone', (at) => {
    atH8(at, 'on an own phone the sealed copy is sent later, once', { own: true }, async (visitor, draft) => {
      const { page, context } = visitor.expect(...OFFLINE, /page crashed/);
      await context.setOffline(true);
      await text(page).fill('Mijn zus');
      await offline(page);
      await text(page).fill(TYPED);
      await page.waitForTimeout(1_500);
      const copies = await stored(page);
      assert.ok(copies.length > 0, 'there is a copy');
      // Letters and digits of a sealed copy come in any order, so look for more than two of them.
      assert.doesNotMatch(JSON.stringify(copies), /Mijn.zus|step|text=/, 'nobody can read it');
      await kill(page);
      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(draft.at('H8'));
      await again.waitForFunction(() => document.querySelector('#text-1')?.value.length > 0);
      assert.equal(await again.locator('#text-1').inputValue(), TYPED, 'what was typed last');
      assert.equal(await again.locator('.md-status--conflict').count(), 0, 'nobody is asked to choose between two of their own answers');
      await again.waitForFunction(() => localStorage.length === 0);
      assert.equal((await context.request.get(`/r/${SAMIRA.id}/sent/1`)).status(), 404, 'nothing was sent by itself');
    });

    atH8(at, 'an answer that arrived without the phone knowing is not doubled', { own: true }, async (visitor, draft) => {
      const { page, context } = visitor.expect(...OFFLINE, /page crashed/);
      await page.route('**/api/answer/keep', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await text(page).fill(TYPED);
      await offline(page);
      assert.equal(await draft.version('H8'), '1', 'it did arrive');
      await kill(page);
      const again = await context.newPage();
      await again.goto(draft.at('H8'));
      await again.waitForFunction(() => localStorage.length === 0);
      assert.equal(await again.locator('#text-1').inputValue(), TYPED);
      assert.equal(await draft.version('H8'), '1', 'kept once');
    });

    atH8(at, 'on a slow phone no copy stays behind of what is kept', { own: true }, async ({ page }) => {
      // Sealing takes longer than the answer of the portal.
      await page.evaluate(() => {
        const seal = SubtleCrypto.prototype.encrypt;
        SubtleCrypto.prototype.encrypt = async function slowly(...args) {
          await new Promise((later) => setTimeout(later, 800));
          return seal.apply(this, args);
        };
      });
      await text(page).fill(TYPED);
      await kept(page);
      await page.waitForTimeout(1_500);
      assert.deepEqual(await stored(page), []);
    });

    atH8(at, 'on a shared phone nothing stays', { own: false }, async (visitor) => {
      const { page, context } = visitor.expect(...OFFLINE);
      await text(page).fill('Online getypt');
      await kept(page);
      assert.deepEqual(await stored(page), []);
      await context.setOffline(true);
      await text(page).fill(TYPED);
      await offline(page);
      assert.deepEqual(await stored(page), []);
      assert.equal(await page.evaluate(async () => (await indexedDB.databases()).length + (await caches.keys()).length), 0);
      await context.setOffline(false);
      await kept(page, 10_000);
    });

    atH8(at, 'signing out leaves nothing on an own phone', { own: true }, async (visitor, draft) => {
      const { page, context } = visitor.expect(...OFFLINE, /answered 401/, /status of 401/);
      await context.setOffline(true);
      await text(page).fill(TYPED);
      await offline(page);
      assert.ok((await stored(page)).length > 0);
      await context.setOffline(false);
      await kept(page, 10_000);
      await visitor.press('Uitloggen');
      assert.deepEqual(await stored(page), []);
      // Back shows no page of the resident.
      await page.goBack();
      assert.doesNotMatch(await visitor.words(), /Wat gaat deze maand goed|zus/);
      const answer = await visitor.go(draft.at('H8'));
      assert.equal(answer.status(), 401);
    });

    atH8(at, 'signing out right after typing loses nothing', {}, async (visitor, draft) => {
      await text(visitor.page).fill(TYPED);
      await visitor.press('Uitloggen');
      await visitor.signIn(SAMIRA);
      await visitor.go(draft.at('H8'));
      assert.equal(await text(visitor.page).inputValue(), TYPED);
    });

    test('two residents one after another on one phone: nothing of one comes to the other', () =>
      visit(browser, at.portal, { scripts: true }, async (visitor) => {
        visitor.expect(...OFFLINE, /answered 404/, /status of 404/, /page crashed/);
        const { context } = visitor;
        await visitor.signIn(SAMIRA);
        const hers = await Draft.of(visitor, { own: true });
        await visitor.go(hers.at('K8'));
        await visitor.page.waitForLoadState('networkidle');
        await context.setOffline(true);
        await text(visitor.page).fill('Geheim van Samira');
        await offline(visitor.page);
        await kill(visitor.page);
        await context.setOffline(false);
        await visitor.signIn(HENK);
        const his = await Draft.of(visitor, { own: true });
        const page = await context.newPage();
        await page.goto(his.at('K8'));
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(1_000);
        assert.equal(await page.locator('#text-1').inputValue(), '');
        assert.equal((await page.goto(hers.at('K8'))).status(), 404);
      }));
  });

  group('two places at once', (at) => {
    for (const scripts of [false, true]) {
      atH8(at, `two tabs change one answer: the person chooses, scripts ${scripts ? 'on' : 'off'}`, { scripts }, async (visitor, draft) => {
        const { page, context } = visitor;
        await visitor.go(draft.at('K9'));
        const other = await context.newPage();
        await other.goto(draft.at('K9'));
        await answer(visitor, 'little');
        await other.locator('label.md-option', { hasText: 'Veel' }).click();
        const there = other.waitForEvent('domcontentloaded');
        if (!scripts) await other.getByRole('button', { name: 'Volgende' }).click();
        await there;
        assert.equal(await other.getByRole('heading', { level: 1 }).innerText(), 'Iemand heeft dit antwoord ook veranderd. Welk antwoord klopt?');
        assert.deepEqual(await other.locator('.md-option__label').allInnerTexts(), ['Weinig', 'Veel']);
        // Nothing can be sent before the choice.
        await visitor.go(draft.at('send'));
        assert.equal(await page.getByRole('button', { name: 'Verstuur naar de gemeente' }).count(), 0);
        await other.locator('label.md-option', { hasText: 'Veel' }).click();
        const chosen = other.waitForEvent('domcontentloaded');
        await other.getByRole('button', { name: 'Dit klopt' }).click();
        await chosen;
        assert.ok(await other.locator('input[value=much]').isChecked());
        await visitor.go(draft.at('send'));
        await page.getByRole('button', { name: 'Verstuur naar de gemeente' }).waitFor();
      });

      atH8(at, `switching the language keeps the answers, scripts ${scripts ? 'on' : 'off'}`, { scripts }, async (visitor, draft) => {
        const { page } = visitor;
        await visitor.go(draft.at('H6'));
        await answer(visitor, ['music']);
        await visitor.go(draft.at('H8'));
        await text(page).fill(TYPED);
        await page.locator('summary', { hasText: 'Nederlands' }).click();
        await visitor.press('English');
        assert.equal(visitor.path, draft.at('H8'), 'the same question');
        assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        if (scripts) assert.equal(await text(page).inputValue(), TYPED, 'what was typed is still there');
        await visitor.go(draft.at('H6'));
        assert.ok(await page.locator('input[value=music]').isChecked());
      });
    }

    atH8(at, 'sending in two tabs sends once', { scripts: false }, async (visitor, draft) => {
      const { page, context } = visitor.expect(/answered 404/, /status of 404/);
      await draft.keep('H1', { choices: 'good' });
      await visitor.go(draft.at('send'));
      const other = await context.newPage();
      await other.goto(draft.at('send'));
      await visitor.press('Verstuur naar de gemeente');
      assert.equal(visitor.path, `/r/${SAMIRA.id}/sent/1`);
      await other.getByRole('button', { name: 'Verstuur naar de gemeente' }).click();
      await other.waitForLoadState();
      assert.equal(await other.locator('.md-reference dd').innerText(), await page.locator('.md-reference dd').innerText(), 'the same receipt');
      assert.equal((await page.goto(`/r/${SAMIRA.id}/sent/2`)).status(), 404);
    });
  });
});
