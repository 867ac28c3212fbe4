// A local OpenID provider with the invented people of the demo, standing in for DigiD, DigiD Machtigen and the
// municipality's own. `node provider.mjs PORT PORTAL`: where it listens, and the address of the portal.
// Nobody proves anything here: it is for trials on one machine.
import { Provider } from 'oidc-provider';
import { people, residents } from './people.mjs';
import { page } from './page.mjs';

const [port, portal] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const LEVELS = {
  basis: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  midden: 'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract',
  substantieel: 'urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard',
  hoog: 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI',
};

/** One client for each door of the portal. */
const client = (door) => ({
  client_id: `portal-${door}`,
  client_secret: `demo-${door}`,
  redirect_uris: [`${portal}/sign-in/${door}/return`],
  post_logout_redirect_uris: [`${portal}/signed-out`],
  response_types: ['code'],
  grant_types: ['authorization_code'],
});

/** What is told about somebody; `a|b` is a who acts for b. */
function claims(account) {
  const [by, of] = account.split('|').map((name) => people[name]);
  if (of) return { representee_bsn: of.bsn, authorizee_bsn: by.bsn, service_id: 'urn:demo:meedoen' };
  return { bsn: by.bsn, name: by.name, groups: by.groups };
}

const provider = new Provider(issuer, {
  clients: ['residents', 'acting', 'helpers', 'staff'].map(client),
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...claims(id) }) }),
  claims: { openid: ['sub', 'acr', 'auth_time'], bsn: ['bsn'], machtigen: ['representee_bsn', 'authorizee_bsn', 'service_id'], profile: ['name'], groups: ['groups'] },
  scopes: ['openid', 'bsn', 'machtigen', 'profile', 'groups'],
  conformIdTokenClaims: false,
  acrValues: Object.values(LEVELS),
  pkce: { required: () => true },
  ttl: { IdToken: 300, AccessToken: 300, AuthorizationCode: 60, Session: 900, Interaction: 300, Grant: 900 },
  cookies: { keys: [crypto.randomUUID()] },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = page('Uitloggen', `${form}<p>Ook hier uitloggen?</p><button form="op.logoutForm" name="logout" value="yes">Ja, uitloggen</button>`);
      },
    },
  },
  // Our own clients: nobody is asked whether they may know.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid bsn machtigen profile groups');
    await grant.save();
    return grant;
  },
  renderError: (ctx, out) => { ctx.body = page('Dat ging mis', `<p>${out.error}</p>`); },
});

/** The form of a client: who signs in, with which level, for whom. */
function form(door, uid) {
  const names = Object.keys(people).filter((name) => people[name].door === (door === 'acting' ? 'residents' : door));
  const choose = names.map((name) => `<button name="who" value="${name}">${people[name].name}</button>`).join('');
  const levels = Object.keys(LEVELS).map((level) => `<option${level === 'midden' ? ' selected' : ''}>${level}</option>`).join('');
  const digid = door === 'residents' || door === 'acting';
  const level = digid ? `<label>Niveau <select name="loa">${levels}</select></label>` : '';
  const others = residents.map((name) => `<option value="${name}">${people[name].name}</option>`).join('');
  const represented = door === 'acting' ? `<label>Voor <select name="for">${others}</select></label>` : '';
  return page(
    digid ? 'DigiD van de proefversie' : 'Account van de proefversie',
    `<form method="post" action="/interaction/${uid}">${level}${represented}${choose}<button class="quiet" name="who" value="cancel">Stoppen</button></form>`,
  );
}

async function interaction(ctx, next) {
  const [, , uid] = ctx.path.split('/');
  if (!ctx.path.startsWith('/interaction/')) return next();
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  const door = params.client_id.replace('portal-', '');
  if (ctx.method === 'GET') {
    ctx.body = form(door, uid);
    return undefined;
  }
  const body = [];
  for await (const chunk of ctx.req) body.push(chunk);
  const typed = new URLSearchParams(Buffer.concat(body).toString());
  const who = typed.get('who');
  const account = door === 'acting' ? `${who}|${typed.get('for')}` : who;
  const result = people[who]
    ? { login: { accountId: account, acr: LEVELS[typed.get('loa')], amr: ['test'], remember: false } }
    : { error: 'access_denied', error_description: 'Login afgebroken' };
  return provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
}

provider.use(interaction);
provider.listen(Number(port), '127.0.0.1', () => console.log(`The provider of the demo is ready: ${issuer}`));
