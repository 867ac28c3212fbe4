// Every distinct screen and one question per answer type, in the states empty, filled, error and sent, in both
// languages, scripts on and off: axe, html-validate, 320 px and targets. ALL=1 takes every question.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../support/browser.mjs';
import { SHORT } from '../support/answers.mjs';
import { Draft, post } from '../support/intake.mjs';
import { DAAN, FATMA, ILSE, KOEN, MARIEKE, PETRA, RIA, SAMIRA, YONAS } from '../support/people.mjs';
import { Portal } from '../support/portal.mjs';
import { EVERYTHING, PROPOSALS, TYPES } from '../support/questions.mjs';
import { World } from '../support/world.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** What the calculator was told. */
const MOTHER = {
  household: 'alone', age: '27', children: '2', child_1: '5', child_2: '8', home: 'rent', rent: '650', hours: '12', plan: '16', wage_unknown: 'yes',
  housemates: '0', months: 'none', letter: 'none', childcare: 'none', savings: 'under',
};
const PARTS = { 'for everybody': everybody, 'of residents': residents, 'of questions': questions, 'of staff': staff, 'beside the desk': desk, 'of agreements': agreements, 'of helpers': helpers, 'of the calculator': calculator };

describe('screens', { concurrency: 2 }, () => {
  for (const language of ['nl', 'en']) {
    for (const [part, look] of Object.entries(PARTS)) {
      test(`${part}, ${language}`, async (t) => {
        const portal = await Portal.start({ settings: { INTAKE__SWITCHED_ON: '["S7"]' } });
        const world = new World(browser, portal, language);
        try {
          await look(world);
        } finally {
          await world.close().finally(() => portal.stop());
          t.diagnostic(`${world.looked} screens`);
        }
      });
    }
  }
});

async function everybody(world) {
  const pages = ['/', '/sign-in', '/signed-out', '/help', '/talk', '/privacy', '/accessibility'];
  for (const page of pages) await world.look(`public${page.replace('/', '-')}`, null, page);
  await world.look('amounts', null, '/calculator/parameters?date=2026-07-01&before=2026-01-01', { faulty: false });
  await world.look('amounts-of-a-projection', null, '/calculator/parameters?date=2027-01-01', { faulty: false });
  await world.look('amounts-error', null, '/calculator/parameters?date=31-6-2026', { faulty: true });
  await world.look('not-found', null, '/nowhere', { status: 404 });
  await world.look('signed-out-by-itself', null, `/r/${SAMIRA.id}`, { status: 401 });
  for (const status of [403, 408, 413, 422]) await world.look(`refused-${status}`, null, `/refused/${status}/0`, { status });
  await world.look('broken', null, '/refused/500/AB12CD', { status: 500 });
  await world.look('somebody-elses', FATMA, `/r/${SAMIRA.id}`, { status: 404 });
  await world.look('helper', FATMA, '/helping');
  // A request to be deleted: the resident's page, what the caseworker decides, and what the resident reads.
  const ria = await world.as(RIA);
  await world.look('request-erasure', RIA, `/r/${RIA.id}/request/erasure`);
  await post(ria, '/api/request/send', { resident: RIA.id, kind: 'erasure', about: '', phone: '', form_key: 'erasure-form-key' });
  const decision = `/work/${RIA.id}/erasure`;
  await world.look('erasure', ILSE, decision, { faulty: false });
  const ilse = await world.as(ILSE);
  const request = /name="request" value="([^"]+)"/.exec(await (await ilse.context.request.get(decision)).text())[1];
  await post(ilse, '/api/rights/decide-erasure', { resident: RIA.id, request, choice: '', why: '', sure: '' });
  await world.look('erasure-error', ILSE, decision, { faulty: true });
  await post(ilse, '/api/rights/decide-erasure', { resident: RIA.id, request, choice: 'nothing', why: 'Alles is nog nodig', sure: '' });
  await world.look('erasure-decided', RIA, `/r/${RIA.id}/data`);
  await world.look('manager', KOEN, '/manage');
}

async function agreements(world) {
  const [samira, marieke] = [await world.as(SAMIRA), await world.as(MARIEKE)];
  const [own, work] = [(page) => `/r/${SAMIRA.id}/${page}`, (page) => `/work/${SAMIRA.id}/${page}`];
  const form = { resident: SAMIRA.id };
  const value = async (visitor, address, name) => {
    await visitor.page.goto(address);
    return visitor.page.locator(`main [name=${name}]`).first().getAttribute('value');
  };
  await world.look('agreement-empty', SAMIRA, own('agreement'));
  await world.look('agreement-empty-staff', MARIEKE, work('agreement'));
  await world.look('agreement-start', MARIEKE, work('agreement/start'));
  await post(marieke, '/api/agreement/start', [['resident', SAMIRA.id], ['chosen[]', 'pair-course'], ['chosen[]', 'pair-debt_talk']]);
  await world.look('agreement-concept', MARIEKE, work('agreement'));
  await world.look('agreement-line', MARIEKE, work('agreement/line/new'), { open: true });
  await post(marieke, '/api/agreement/send', { ...form, number: '0', revision: '1', think: '7' });
  await world.look('agreement-proposed', SAMIRA, own('agreement'));
  await world.look('agreement-proposed-staff', MARIEKE, work('agreement'), { open: true });
  const lines = await samira.page.goto(own('agreement')).then(() => samira.page.locator('button[value$=":agree"]').evaluateAll((all) => all.map((e) => e.value.split(':')[0])));
  for (const [n, line] of lines.entries()) await post(samira, '/api/agreement/answer', { ...form, number: '1', answer: `${line}:${n ? 'agree' : 'talk'}` });
  await world.look('agreement-answered', SAMIRA, own('agreement'));
  await post(samira, '/api/agreement/line', { ...form, revision: String(lines.length), line: '', doer: '', text: '', goal: 'new', due: 'own', due_own: 'x' });
  await world.look('agreement-line-error', SAMIRA, own('agreement/line/new'), { faulty: true, open: true });
  await post(samira, '/api/agreement/answer', { ...form, number: '1', answer: `${lines[0]}:agree` });
  await post(samira, '/api/agreement/send', { ...form, number: '1', revision: await value(samira, own('agreement'), 'revision') });
  await world.look('agreement-agreed', SAMIRA, own('agreement'));
  const mine = await samira.page.goto(own('agreement')).then(() => samira.page.locator('form:has(button[value=cannot_now]) [name=line]').first().getAttribute('value'));
  await world.look('agreement-cannot', SAMIRA, own(`agreement/tell/${mine}`));
  await world.look('agreement-steps', SAMIRA, own(`agreement/steps/${mine}`));
  await post(samira, '/api/agreement/steps', { ...form, line: mine, step_1: 'x'.repeat(121) });
  await world.look('agreement-steps-error', SAMIRA, own(`agreement/steps/${mine}`), { faulty: true });
  await post(samira, '/api/agreement/steps', { ...form, line: mine, step_1: 'Ik zoek het adres op', step_2: 'Ik bel de school' });
  await post(samira, '/api/agreement/step', { ...form, line: mine, at: '0', done: 'yes' });
  await world.look('agreement-with-steps', SAMIRA, own('agreement'));
  await post(samira, '/api/agreement/mark', { ...form, line: mine, mark: 'done' });
  await world.look('agreement-done', SAMIRA, own(`agreement/done/${mine}`));
  await world.look('agreement-agreed-staff', MARIEKE, work('agreement'));
  await world.look('agreement-version', SAMIRA, own('agreement/version/1'));
  await world.look('agreement-large', SAMIRA, own('agreement/version/1?large=yes'));
  await world.look('agreement-order', SAMIRA, own('agreement/order'));
  await world.look('agreement-look-back', SAMIRA, own('agreement/look-back'));
  await post(samira, '/api/agreement/look-back', { ...form, number: '1' });
  await world.look('agreement-look-back-error', SAMIRA, own('agreement/look-back'), { faulty: true });
  await world.look('journey', SAMIRA, own('journey'));
  await world.look('journey-history', SAMIRA, own('journey/history'));
  await world.look('journey-near-home', RIA, `/r/${RIA.id}/journey`);
  await world.look('journey-staff', MARIEKE, work('journey'));
  await post(marieke, '/api/appointment/make', { ...form, way: '', day: 'x', time: '', minutes: '30', about: '', form_key: 'k' });
  await world.look('appointments-error', MARIEKE, work('appointments'), { faulty: true });
  await post(marieke, '/api/appointment/make', { ...form, way: 'desk', day: '1 12 2027', time: '14:30', minutes: '30', about: '', form_key: 'k' });
  await post(samira, '/api/calendar/make', form);
  await world.look('appointments', SAMIRA, own('appointments'));
  await world.look('promises', MARIEKE, '/work/promises?show=team');
  await world.look('caseload', MARIEKE, '/work/caseload?show=team');
}

async function helpers(world) {
  const [samira, fatma] = [await world.as(SAMIRA), await world.as(FATMA)];
  const at = (page) => `/r/${SAMIRA.id}${page}`;
  const form = { resident: SAMIRA.id };
  const value = async (visitor, address, name) => {
    await visitor.page.goto(address);
    return visitor.page.locator(`main [name=${name}]`).first().getAttribute('value');
  };
  await world.look('helpers-empty', SAMIRA, at('/helpers'));
  await world.look('helper-invite', SAMIRA, at('/helpers/invite'));
  await post(samira, '/api/helper/invite', { ...form, way: 'link', name: '' });
  await world.look('helper-invite-error', SAMIRA, at('/helpers/invite'), { faulty: true });
  await post(samira, '/api/helper/together', { ...form, with: '', go: 'begin' });
  await world.look('together-error', SAMIRA, at('/helpers'), { faulty: true });
  const all = ['work', 'money', 'body', 'mind', 'people', 'strength'].map((domain) => [domain, 'fill_in']);
  const parts = ['agreements', 'journey', 'calculation'].map((part) => ['parts[]', part]);
  await post(samira, '/api/helper/invite', [['resident', SAMIRA.id], ['way', 'code'], ['days', '30'], ...all, ...parts]);
  await world.look('helper-code', SAMIRA, at('/helpers'));
  const code = (await samira.page.goto(at('/helpers')).then(() => samira.page.locator('.md-code__letters').innerText())).trim();
  await world.look('join', FATMA, '/join');
  await world.look('join-resident', SAMIRA, '/join');
  await world.look('join-stranger', null, '/join/ABCD2345');
  await post(fatma, '/api/helper/join', { code: 'wrong', name: '', promise: '' });
  await world.look('join-error', FATMA, '/join', { faulty: true });
  await post(fatma, '/api/helper/join', { code, name: 'Fatma', promise: 'yes' });
  await world.look('helping-waits', FATMA, '/helping');
  await world.look('helper-confirm', SAMIRA, at('/helpers'));
  await post(samira, '/api/helper/confirm', { ...form, invitation: await value(samira, at('/helpers'), 'invitation'), answer: 'yes' });
  await world.look('helpers', SAMIRA, at('/helpers'));
  await world.look('helping', FATMA, '/helping');
  await world.look('helped', FATMA, at('/helping'), { open: true });
  await post(fatma, '/api/helping/begin', form);
  for (const page of ['', '/work', '/W6', '/check', '/stopped', '/agreements', '/journey', '/calculation', '/contact']) {
    await world.look(`helping${page.replace('/', '-')}`, FATMA, at(`/helping${page}`));
  }
  await post(fatma, '/api/helping/contact', { ...form, day: 'x', minutes: '', way: '' });
  await world.look('contact-error', FATMA, at('/helping/contact'), { faulty: true });
  await world.look('access-helped', SAMIRA, at('/access'));
  await world.look('object', SAMIRA, at(`/access/${FATMA.id}`));
  const petra = await world.as(PETRA);
  await world.look('volunteers-empty', PETRA, '/divide/volunteers');
  await world.look('volunteer', PETRA, `/divide/volunteers/${FATMA.id}`);
  await post(petra, '/api/volunteer/keep', { person: FATMA.id });
  await world.look('volunteer-error', PETRA, `/divide/volunteers/${FATMA.id}`, { faulty: true });
  await post(petra, '/api/volunteer/keep', { person: FATMA.id, 'languages[]': 'nl' });
  await post(samira, '/api/request/send', { ...form, kind: 'buddy', phone: '', form_key: 'b', neighbourhood: 'Oost' });
  await world.look('volunteers', PETRA, '/divide/volunteers');
  await post(petra, '/api/volunteer/propose', { ...form, person: FATMA.id });
  await world.look('helping-proposal', FATMA, '/helping');
  await post(fatma, '/api/volunteer/answer', { invitation: await value(fatma, '/helping', 'invitation'), answer: 'yes', promise: 'yes' });
  await world.look('helper-proposal', SAMIRA, at('/helpers'));
  await world.look('desk-helpers', MARIEKE, `/work/${SAMIRA.id}/helpers`);
}

async function residents(world) {
  const samira = await world.as(SAMIRA);
  const at = (page) => `/r/${SAMIRA.id}${page}`;
  await world.look('home-begin', SAMIRA, at(''));
  await world.look('start', SAMIRA, at('/start'));
  await world.look('profile', SAMIRA, at('/profile'), { faulty: false });
  const profile = { resident: SAMIRA.id, base: '1', called: 'Sam', phone: '12', email: 'sam', language: world.language, contact: 'email', address: 'informal' };
  await post(samira, '/api/profile/keep', profile);
  await world.look('profile-error', SAMIRA, at('/profile'), { faulty: true });
  await post(samira, '/api/profile/keep', { ...profile, phone: '06 12345678', email: 'sam@voorbeeld.example' });
  await world.look('profile-kept', SAMIRA, at('/profile'), { faulty: false });
  for (const kind of ['urgent', 'call_this_week', 'appointment', 'buddy']) await world.look(`request-${kind}`, SAMIRA, at(`/request/${kind}`));
  const request = { resident: SAMIRA.id, kind: 'appointment', about: '', phone: '123', form_key: 'a-form-key' };
  await post(samira, '/api/request/send', request);
  await world.look('request-error', SAMIRA, at('/request/appointment'), { faulty: true });
  await world.look('request-sent', SAMIRA, await post(samira, '/api/request/send', { ...request, phone: '0612345678' }));
  // A draft that was thrown away elsewhere: what was typed is shown.
  const gone = await Draft.of(samira, { own: false });
  await post(samira, '/api/draft/discard', { resident: SAMIRA.id, way: 'intake', draft: gone.id });
  await gone.keep('H8', { text: 'Dit was ik aan het typen' });
  await world.look('home-after-a-draft-was-thrown-away', SAMIRA, at(''));
  const draft = await Draft.of(samira, { own: false });
  await world.look('overview-new', SAMIRA, at('/intake'));
  for (const [step, fields] of SHORT) await draft.keep(step, fields);
  await world.look('home-go-on', SAMIRA, at(''));
  await draft.keep('mind', { go: 'skip_domain' });
  await world.look('overview-busy', SAMIRA, at('/intake'));
  await world.look('stopped', SAMIRA, at('/intake/stopped'));
  await world.look('check', SAMIRA, draft.at('check'));
  await world.look('send', SAMIRA, draft.at('send'));
  const sent = await draft.send();
  await world.look('sent', SAMIRA, sent);
  await world.look('copy', SAMIRA, `${sent}/copy`);
  await world.look('picture', SAMIRA, `${sent}/picture`);
  await world.look('home-sent', SAMIRA, at(''));
  await world.look('calculations-none', SAMIRA, at('/calculations'));
  const told = { ...MOTHER, resident: SAMIRA.id, step: 'answer' };
  await world.look('calculator-error-while-keeping', SAMIRA, await post(samira, '/api/calculation/save', { ...told, plan: 'x' }), { faulty: true });
  await world.look('calculations-kept', SAMIRA, await post(samira, '/api/calculation/save', { ...told, shown: 'yes' }));
  await world.look('calculator-of-a-resident', SAMIRA, '/calculator');
  const again = await Draft.of(samira);
  await again.replace('G9', { choices: 'good' });
  const second = await again.send();
  await world.look('picture-of-two-versions', SAMIRA, `${second}/picture`);
  await world.look('home-of-two-versions', SAMIRA, at(''));
  await asked(world);
  await world.look('home-concluded', RIA, `/r/${RIA.id}`);
  await world.look('group', RIA, `/r/${RIA.id}/group`, { faulty: false });
  const ria = await world.as(RIA);
  const decision = /name="decision" value="([^"]+)"/.exec(await (await ria.context.request.get(`/r/${RIA.id}/group`)).text())[1];
  await post(ria, '/api/group/reply', { resident: RIA.id, decision, reply: ' ' });
  await world.look('group-error', RIA, `/r/${RIA.id}/group`, { faulty: true });
  await post(ria, '/api/group/reply', { resident: RIA.id, decision, reply: 'Dat klopt wel.' });
  await world.look('group-replied', RIA, `/r/${RIA.id}/group`);
}

/** Yonas was asked about two answers. */
async function asked(world) {
  const yonas = await world.as(YONAS);
  await world.look('home-asked', YONAS, `/r/${YONAS.id}`);
  await world.look('asked', YONAS, `/r/${YONAS.id}/ask`);
  const first = await post(yonas, '/api/ask/start', { resident: YONAS.id });
  await world.look('asked-question', YONAS, first);
  await world.look('asked-overview', YONAS, `/r/${YONAS.id}/intake`);
  await world.look('asked-check', YONAS, `/r/${YONAS.id}/intake/check`);
  await world.look('asked-send', YONAS, `/r/${YONAS.id}/intake/send`);
}

async function questions(world) {
  const samira = await world.as(SAMIRA);
  const draft = await Draft.of(samira, { own: true });
  await draft.keep('B1', { choices: 'self' });
  await world.look('question-with-quick-exit', SAMIRA, draft.at('S7'));
  await draft.keep('S7', { choices: 'no' });
  await world.look('help-safe', SAMIRA, `${draft.at('S7')}/help`);
  await world.look('domain', SAMIRA, draft.at('people'));
  await world.look('proposals-none', SAMIRA, draft.at('Z3'), { faulty: false });
  await draft.replace('B1', { choices: 'together' });
  await world.look('question-not-asked-any-more', SAMIRA, draft.at('S7'));
  for (const [step, choices] of EVERYTHING.slice(1)) await draft.keep(step, { choices });
  for (const [step, name] of [['B5', 'urgent-and-safe'], ['B2', 'appointment'], ['H1', 'talk'], ['G2a', 'none']]) {
    await world.look(`help-${name}`, SAMIRA, `${draft.at(step)}/help`, { status: name === 'none' ? 404 : 200 });
  }
  await post(samira, '/api/request/send', { resident: SAMIRA.id, kind: 'urgent', about: 'B5', phone: '1', form_key: 'another-form-key' });
  await world.look('help-error', SAMIRA, `${draft.at('B5')}/help`, { faulty: true });
  for (const { type, step, good, wrong } of TYPES) {
    await world.look(`question-${type}`, SAMIRA, draft.at(step), { faulty: false });
    if (wrong) await draft.keep(step, { ...wrong, base: '0' });
    if (wrong) await world.look(`question-${type}-error`, SAMIRA, draft.at(step), { faulty: true });
    await draft.replace(step, good);
    await world.look(`question-${type}-filled`, SAMIRA, draft.at(step), { faulty: false });
  }
  await draft.keep('Z3', { ...PROPOSALS.wrong, base: '0' });
  await world.look('proposals-error', SAMIRA, draft.at('Z3'), { faulty: true });
  await draft.replace('Z3', PROPOSALS.good);
  await world.look('proposals-filled', SAMIRA, draft.at('Z3'), { faulty: false });
  await draft.replace('G6', { go: 'skip' });
  await world.look('question-skipped', SAMIRA, draft.at('G6'));
  await draft.keep('K9', { choices: 'little', base: '0' });
  await world.look('conflict', SAMIRA, draft.at('K9'));
  await draft.replace('H4', {});
  await world.look('check-with-problems', SAMIRA, draft.at('check'));
  await world.look('send-with-problems', SAMIRA, draft.at('send'));
  if (process.env.ALL) await every(world, draft);
  await draft.keep('money', { go: 'skip_domain' });
  await world.look('domain-skipped', SAMIRA, draft.at('money'));
}

/** Every question that can be asked, as the check page names them. */
async function every(world, draft) {
  const page = await draft.visitor.context.request.get(draft.at('check'));
  const steps = [...(await page.text()).matchAll(/intake\/([\w-]+)\?back=check/g)].map((m) => m[1]);
  assert.ok(steps.length > 70, `${steps.length} questions`);
  for (const step of new Set(steps)) await world.look(`every-${step}`, SAMIRA, draft.at(step));
}

/** The ids of the residents on a list, by the words in their row. */
async function listed(visitor, list) {
  const html = await (await visitor.context.request.get(list)).text();
  return [...html.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].map(([row]) => ({ id: /\/work\/(\w{20,})/.exec(row)?.[1], row })).filter((r) => r.id);
}

async function calculator(world) {
  const look = (name, form, more = {}) => world.look(`calculator-${name}`, null, '/calculator', { form, ...more });
  const told = { ...MOTHER, step: 'answer' };
  await world.look('calculator', null, '/calculator');
  for (const step of ['household', 'children', 'ages', 'home', 'wage', 'months', 'childcare', 'savings']) await look(step, { ...told, step, back: 'answer' }, { faulty: false });
  for (const [step, typed] of [['household', { household: '' }], ['ages', { child_1: '18', child_2: 'x' }], ['home', { home: 'rent', rent: '' }], ['wage', { wage: '0,50' }], ['months', { months: '' }], ['childcare', { childcare: 'day_care', care_hours: '999' }]]) {
    await look(`${step}-error`, { ...told, ...typed, step, go: 'next' }, { faulty: true });
  }
  await look('answer', { ...told, go: 'answer' }, { faulty: false });
  await look('answer-open', { ...told, go: 'answer', plan_2: '24', plan_3: '32', months: 'unknown' }, { faulty: false, open: true });
  await look('answer-of-two', { ...told, go: 'answer', household: 'partner', partner_age: '27', partner_hours: '16' }, { faulty: false, open: true });
  await look('answer-error', { ...told, plan: 'veel', plan_2: '99', go: 'show' }, { faulty: true });
}

async function staff(world) {
  const marieke = await world.as(MARIEKE);
  for (const show of ['team', 'mine', 'unassigned', 'waiting', 'invited', 'concluded']) await world.look(`worklist-${show}`, MARIEKE, `/work?show=${show}`);
  const team = await listed(marieke, '/work?show=team');
  const found = {
    'review-urgent': team[0],
    'review-waiting': (await listed(marieke, '/work?show=waiting'))[0],
    'review-concluded': (await listed(marieke, '/work?show=concluded'))[0],
    'review-nothing-sent': (await listed(marieke, '/work?show=invited'))[0],
    'review-new': (await listed(marieke, '/work?show=unassigned')).at(-1),
    'review-mine': (await listed(marieke, '/work?show=mine'))[0],
    'review-two-versions': team.find(({ row }) => /versi(e|on) 2/.test(row)),
  };
  for (const [name, resident] of Object.entries(found)) {
    assert.ok(resident, `the town has: ${name}`);
    await world.look(name, MARIEKE, `/work/${resident.id}`, { faulty: false });
  }
  const { id } = found['review-mine'];
  await world.look('review-version', MARIEKE, `/work/${id}/version/1`);
  await world.look('ask', MARIEKE, `/work/${id}/ask`, { faulty: false });
  await post(marieke, '/api/review/ask', { resident: id, reason: '', message: '' });
  await world.look('ask-error', MARIEKE, `/work/${id}/ask`, { faulty: true });
  for (const [name, address, fields] of [['note', 'note', { note: ' ' }], ['group', 'group', { group: '', group_reason: '' }], ['hand-over', 'hand-over', { to: '', seen_caseworker: MARIEKE.id }]]) {
    await post(marieke, `/api/review/${address}`, { resident: id, ...fields });
    await world.look(`review-${name}-error`, MARIEKE, `/work/${id}`, { faulty: true });
  }
  await post(marieke, '/api/review/note', { resident: id, note: 'Gebeld' });
  await world.look('review-note-kept', MARIEKE, `/work/${id}`, { faulty: false });
  await world.look('invite', MARIEKE, '/work/invite', { faulty: false });
  await post(marieke, '/api/resident/invite', { first_name: '', last_name: '', bsn: '1', phone: '', language: 'nl', route: '', team: 'poort' });
  await world.look('invite-error', MARIEKE, '/work/invite', { faulty: true });
  await world.look('divide', PETRA, '/divide');
  await world.look('divide-all', PETRA, '/divide?show=team');
  await post(await world.as(PETRA), '/api/review/hand-over', { resident: id, seen_caseworker: MARIEKE.id, to: '' });
  await world.look('divide-error', PETRA, '/divide');
}

async function desk(world) {
  const daan = await world.as(DAAN);
  const resident = (await listed(daan, '/work?show=invited'))[0].id;
  const draft = await Draft.of(daan, { resident, way: 'desk' });
  await world.look('desk-review', DAAN, `/work/${resident}`);
  await world.look('desk-overview', DAAN, `/r/${resident}/desk`);
  await world.look('desk-question', DAAN, draft.at('B1'));
  // What the channel tells is filled in already.
  for (const [step, fields] of SHORT.filter(([step]) => !['B1', 'B2'].includes(step))) await draft.keep(step, fields);
  await world.look('desk-check', DAAN, draft.at('check'));
  await world.look('desk-proposals', DAAN, draft.at('Z3'));
  await world.look('desk-send', DAAN, draft.at('send'), { faulty: false });
  await draft.send('');
  await world.look('desk-send-error', DAAN, draft.at('send'), { faulty: true });
  await world.look('desk-stopped', DAAN, `/r/${resident}/desk/stopped`);
}
