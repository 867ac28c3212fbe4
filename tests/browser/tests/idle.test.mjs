// Two minutes before the session ends the page asks whether somebody is still there; when nobody is, it goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeProblems } from '../support/checks.mjs';
import { Draft } from '../support/intake.mjs';
import { SAMIRA } from '../support/people.mjs';
import { sharedPortal } from '../support/shared.mjs';

// The shortest session there can be: a minute, so that the page asks at once.
const visit = sharedPortal({ empty: true, settings: { SESSION__RESIDENT_IDLE_MINUTES: '1' } });

test('the page asks, staying works, and it goes when nobody answers', { timeout: 180_000 }, () =>
  visit({}, async (visitor) => {
    await visitor.signIn(SAMIRA);
    const draft = await Draft.of(visitor, { own: false });
    await visitor.go(draft.at('H8'));
    const asked = visitor.page.getByRole('alert').filter({ hasText: 'Bent u er nog?' });
    await asked.waitFor();
    assert.deepEqual(await axeProblems(visitor.page), []);
    await visitor.page.waitForTimeout(30_000);
    const left = async () => Number(await (await visitor.context.request.get('/session/left')).text());
    assert.ok((await left()) < 35, 'looking is no sign of life');
    await asked.getByRole('button', { name: 'Ja, ik ga verder' }).click();
    await visitor.page.waitForTimeout(500);
    assert.ok((await left()) > 50, 'staying is');
    visitor.expect(/401/);
    await visitor.page.getByRole('heading', { name: 'U bent niet ingelogd' }).waitFor({ timeout: 90_000 });
  }));
