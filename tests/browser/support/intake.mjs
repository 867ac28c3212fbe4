// Answering questions: by hand as a resident does, and by plain posts to get somewhere fast.
import assert from 'node:assert/strict';

const input = (page, value) => page.locator(`input[value="${value}"]`);

/** The step that is on the screen, from its address. */
export const stepOf = (visitor) => visitor.path.split('/').pop();

/** Taps options, types text and numbers. `answer`: an option, several, or `{ choices, text, number }`. */
export async function fill(visitor, answer) {
  const { page } = visitor;
  const { choices = [], text, number } = typeof answer === 'object' && !Array.isArray(answer) ? answer : { choices: [answer].flat() };
  for (const choice of choices) await page.locator('label.md-option', { has: input(page, choice) }).click();
  if (number !== undefined) await page.locator('#number-1').fill(String(number));
  if (text !== undefined) await page.locator('#text-1').fill(text);
}

/** Answers the question on the screen and goes on. `skip` skips it. */
export async function answer(visitor, what) {
  if (what === 'skip') return visitor.press('Deze vraag sla ik over');
  await fill(visitor, what);
  return visitor.press('Volgende');
}

/** The button that skips a whole domain: of the resident, or of the caseworker at the desk. */
const skipsDomain = (visitor) => visitor.page.getByRole('button', { name: /^(Hier wil ik het|De inwoner wil het hier) nu niet over hebben$/ });

/**
 * Walks on from the screen that is open until `until`. `answers` says per step what to answer; a domain that is
 * 'skip' there is skipped as a whole. Gives the steps in the order they were shown.
 */
export async function walk(visitor, answers, until) {
  const shown = [];
  for (let screens = 0; screens < 150; screens++) {
    const step = stepOf(visitor);
    if (step === until) return shown;
    shown.push(step);
    if (step === 'help') {
      await visitor.follow('Verder met de vragen');
    } else if (await skipsDomain(visitor).isVisible()) {
      if (answers[step] === 'skip') await visitor.tap(skipsDomain(visitor));
      else await visitor.follow('Begin');
    } else {
      const what = answers[step];
      assert.ok(what !== undefined, `the screen ${step} has no answer in the test`);
      await answer(visitor, what);
    }
    assert.notEqual(stepOf(visitor), step, `${step} does not go on:\n${await visitor.words()}`);
  }
  throw new Error(`never came to ${until}`);
}

/** The draft of a resident by plain posts: for states that a test needs but is not about. */
export class Draft {
  static async of(visitor, { resident = visitor.person.id, way = 'intake', own } = {}) {
    const draft = new Draft();
    Object.assign(draft, { visitor, resident, way });
    const start = way === 'intake' ? ['/api/draft/start', { resident, own_phone: own === undefined ? '' : own ? 'yes' : 'no' }] : ['/api/desk/start', { resident, channel: 'desk' }];
    await post(visitor, ...start);
    const overview = await visitor.context.request.get(`/r/${resident}/${way}`);
    draft.id = /name="draft" value="([^"]+)"/.exec(await overview.text())?.[1];
    assert.ok(draft.id, 'a draft was started');
    return draft;
  }

  /** Keeps an answer; `go` is what the pressed button says. */
  async keep(step, { choices = [], number = '', text = '', go = 'next', base = '99', lines = [] } = {}) {
    const fields = [['resident', this.resident], ['way', this.way], ['draft', this.id], ['step', step], ['base', base], ['go', go]];
    fields.push(['number', number], ['text', text], ...[choices].flat().map((c) => ['choices[]', c]), ...lines);
    return post(this.visitor, '/api/answer/keep', fields);
  }

  /** The version of an answer as the form would send it. */
  async version(step) {
    const page = await this.visitor.context.request.get(`/r/${this.resident}/${this.way}/${step}`);
    return /name="base" value="(\d+)"/.exec(await page.text())?.[1];
  }

  /** Answers once more, over what is there. */
  async replace(step, answer) {
    return this.keep(step, { ...answer, base: await this.version(step) });
  }

  /** Throws it away and starts anew. */
  async anew(options) {
    await post(this.visitor, '/api/draft/discard', { resident: this.resident, way: this.way, draft: this.id });
    return Draft.of(this.visitor, { resident: this.resident, way: this.way, ...options });
  }

  /** Sends. */
  async send(agreement = '') {
    return post(this.visitor, '/api/draft/send', { resident: this.resident, way: this.way, draft: this.id, agreement });
  }

  /** The address of a screen. */
  at(step) {
    return `/r/${this.resident}/${this.way}/${step}`;
  }
}

/** Posts a form; gives the address that the portal leads to. */
export async function post(visitor, address, fields) {
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  const data = new URLSearchParams(pairs).toString();
  const answer = await visitor.context.request.post(address, { data, headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }, maxRedirects: 0 });
  assert.ok([302, 303].includes(answer.status()), `${address} answered ${answer.status()}: ${(await answer.text()).slice(0, 300)}`);
  return answer.headers().location;
}
