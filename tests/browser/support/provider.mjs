// The local OpenID provider of `cargo portal --oidc`, on a free port, and a portal that signs people in there.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort, Portal, ROOT } from './portal.mjs';

const DOORS = ['RESIDENTS', 'ACTING', 'HELPERS', 'STAFF'];

/** A portal with its provider: `portal`, and `stop()`. */
export async function portalWithProvider() {
  const [port, listen] = [await freePort(), await freePort()];
  const issuer = `http://127.0.0.1:${port}`;
  const url = `http://127.0.0.1:${listen}`;
  const provider = spawn('node', ['provider.mjs', String(port), url], { cwd: path.join(ROOT, 'tests/oidc'), stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((ready, failed) => {
    provider.stdout.once('data', ready);
    provider.once('exit', () => failed(new Error('the provider did not start')));
  });
  const settings = Object.fromEntries(DOORS.map((door) => [`SIGN_IN__${door}__ISSUER`, issuer]));
  const more = { ...settings, HTTP__PUBLIC_URL: url };
  const portal = await Portal.start({ empty: true, port: listen, config: ['server/demo-oidc.toml'], settings: more });
  const stop = async () => {
    await portal.stop();
    provider.kill();
  };
  return { portal, issuer, stop };
}
