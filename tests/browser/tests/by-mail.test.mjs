// Helpers sign in by e-mail: typing the code, opening the link, and a passkey that a device of the browser makes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, visit } from '../support/browser.mjs';
import { axeProblems, narrowProblems, smallTargets } from '../support/checks.mjs';
import { freePort, Portal } from '../support/portal.mjs';

let browser;
let portal;
before(async () => {
  browser = await launch();
  const port = await freePort();
  // A passkey is bound to a name, and a number is none.
  portal = await Portal.start({ port, settings: { HTTP__PUBLIC_URL: `http://localhost:${port}`, SIGN_IN__HELPERS_BY_MAIL: 'true', MESSAGES__FOLDER: `/tmp/meedoen-mail-${port}` } });
  portal.mails = `/tmp/meedoen-mail-${port}`;
  portal.url = `http://localhost:${port}`;
});
after(async () => {
  await browser?.close();
  await portal?.stop();
  if (portal) fs.rmSync(portal.mails, { recursive: true, force: true });
});

const read = (file) => JSON.parse(fs.readFileSync(path.join(portal.mails, file), 'utf8'));
/** The newest mail to an address: its code and its link. */
function mail(to) {
  const written = (file) => fs.statSync(path.join(portal.mails, file)).mtimeMs;
  const files = fs.readdirSync(portal.mails).sort((a, b) => written(b) - written(a));
  const { text } = files.map(read).find((one) => one.to === to);
  return { code: /code is: (\S+)/.exec(text)[1], link: /http\S+/.exec(text)[0] };
}

async function asks(visitor, address) {
  await visitor.go('/sign-in/by-mail');
  await visitor.page.getByLabel('Uw e-mailadres').fill(address);
  await visitor.press('Stuur mij een code');
  assert.equal(await visitor.heading(), 'Kijk in uw e-mail');
  return mail(address);
}

async function looks(visitor) {
  if (visitor.scripts) assert.deepEqual(await axeProblems(visitor.page), []);
  assert.deepEqual([...(await narrowProblems(visitor.page)), ...(await smallTargets(visitor.page))], []);
}

for (const scripts of [false, true]) {
  describe(`by e-mail, scripts ${scripts ? 'on' : 'off'}`, () => {
    const as = (act) => visit(browser, portal, { scripts }, act);
    const [one, other] = [`wim-${scripts}@voorbeeld.example`, `bep-${scripts}@voorbeeld.example`];

    test('a new helper types the code, says a name, and is home', () => as(async (visitor) => {
      await visitor.go('/sign-in/by-mail');
      await looks(visitor);
      await visitor.page.getByLabel('Uw e-mailadres').fill('wim@');
      await visitor.press('Stuur mij een code');
      assert.match(await visitor.words(), /In een mailadres staat een @/);
      assert.equal(await visitor.page.getByLabel('Uw e-mailadres').inputValue(), 'wim@');
      await looks(visitor);
      const { code } = await asks(visitor, one);
      await looks(visitor);
      await visitor.page.getByLabel('De code uit de e-mail').fill('AAAA-AAA2');
      await visitor.press('Log in');
      assert.match(await visitor.words(), /Deze code werkt niet/);
      await visitor.page.getByLabel('De code uit de e-mail').fill(code.toLowerCase());
      await visitor.press('Log in');
      assert.equal(await visitor.heading(), 'Welkom');
      await looks(visitor);
      await visitor.page.getByLabel('Uw voornaam en achternaam').fill('Wim Bakker');
      await visitor.press('Verder');
      assert.equal(await visitor.heading(), 'Dag Wim');
      await looks(visitor);
      await visitor.follow('Inloggen zonder code');
      await looks(visitor);
      // Without scripts the page says so, and offers nothing that does nothing.
      assert.equal(await visitor.page.getByRole('button', { name: 'Stel in op dit apparaat' }).isVisible(), scripts);
      assert.equal(/In deze browser kan dit niet/.test(await visitor.words()), !scripts);
    }));

    test('the link of the mail, here and elsewhere', () => as(async (visitor) => {
      const { link } = await asks(visitor, other);
      await as(async (elsewhere) => {
        await elsewhere.go(link);
        assert.equal(await elsewhere.heading(), 'Deze code werkt hier niet');
        await looks(elsewhere);
      });
      await visitor.go(link);
      assert.equal(visitor.path, '/helping');
    }));
  });
}

test('a passkey of the device signs in, until it is removed', () => visit(browser, portal, {}, async (visitor) => {
  const { page } = visitor;
  const devtools = await visitor.context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  const use = page.getByRole('button', { name: 'Log in met vingerafdruk, gezicht of pincode' });

  // Nothing is there yet: the person hears what to do.
  await visitor.go('/sign-in/by-mail');
  await use.click();
  await page.getByText('Het is niet gelukt.').waitFor();

  const { code } = await asks(visitor, 'ans@voorbeeld.example');
  await page.getByLabel('De code uit de e-mail').fill(code);
  await visitor.press('Log in');
  await page.getByLabel('Uw voornaam en achternaam').fill('Ans de Boer');
  await visitor.press('Verder');
  await visitor.follow('Inloggen zonder code');
  await page.getByRole('button', { name: 'Stel in op dit apparaat' }).click();
  await page.getByText('Gelukt. U kunt nu zonder code inloggen.').waitFor();
  assert.equal((await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length, 1);
  await looks(visitor);

  await visitor.press('Uitloggen');
  await visitor.go('/sign-in/by-mail');
  await use.click();
  await page.waitForURL('**/helping');
  assert.equal(await visitor.heading(), 'Dag Ans');

  // Whoever stops at the window of the browser can go on by mail.
  await visitor.press('Uitloggen');
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await visitor.go('/sign-in/by-mail');
  await use.click();
  await page.getByText('Het is niet gelukt.').waitFor();
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await use.click();
  await page.waitForURL('**/helping');

  await visitor.follow('Inloggen zonder code');
  await visitor.press('Verwijderen');
  assert.match(await visitor.words(), /Nog op geen apparaat/);
  await visitor.press('Uitloggen');
  visitor.expect(/409/);
  await visitor.go('/sign-in/by-mail');
  await use.click();
  await page.getByText('Dit apparaat kennen wij niet.').waitFor();
}));
