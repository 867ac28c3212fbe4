// Starts the real portal in demo mode on a free port of this machine, with a database of its own, and stops it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TOWN = { empty: false };

/** A port that nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** A running portal: `url`, and `stop()`. `crash()` and `again()` end and restart it on the same database. */
export class Portal {
  #child;
  #log = '';

  /** Starts a portal; `empty` leaves out the invented town, `settings` are `{ 'INTAKE__ANSWER_DAYS': '5' }`. */
  static async start({ empty, settings = {}, config = [], port } = TOWN) {
    if (!process.env.PORTAL) throw new Error('PORTAL: the path of the portal binary is not set. Run the tests with `cargo verify`.');
    const portal = new Portal();
    portal.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meedoen-'));
    portal.port = port ?? await freePort();
    portal.url = `http://127.0.0.1:${portal.port}`;
    const files = ['server/demo.toml', ...config].flatMap((file) => ['--config', path.join(ROOT, file)]);
    portal.arguments = [...files, 'serve', ...(empty ? ['--empty'] : [])];
    portal.settings = settings;
    await portal.again();
    return portal;
  }

  /** Starts the process and waits until it answers. */
  async again() {
    const own = { HTTP__SITE: process.env.MEEDOEN_HTTP__SITE ?? path.join(ROOT, 'target/site'), HTTP__LISTEN: `127.0.0.1:${this.port}` };
    const backend = { BACKEND__SIMULATED_LISTEN: '127.0.0.1:0' };
    const database = { DATABASE__URL: `sqlite://${path.join(this.folder, 'portal.db')}` };
    const settings = Object.entries({ ...own, ...backend, ...database, ...this.settings }).map(([name, value]) => [`MEEDOEN_${name}`, value]);
    const child = spawn(process.env.PORTAL, this.arguments, { cwd: ROOT, env: { ...process.env, ...Object.fromEntries(settings) } });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { this.#log += text; });
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null) break;
      if (await fetch(`${this.url}/health/ready`).then((r) => r.ok, () => false)) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`the portal did not start:\n${this.#log}`);
  }

  /** What the portal wrote to its log. */
  get log() {
    return this.#log;
  }

  /** How often a browser told that the content policy refused something. */
  get reports() {
    return this.#log.split('refused something by the content policy').length - 1;
  }

  /** Ends the process at once, as a power cut would. */
  async crash() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL');
      await gone;
    }
  }

  /** Ends the process and removes its database. Fails when browsers reported more or less than they should: nothing. */
  async stop({ reports = 0 } = {}) {
    await this.crash();
    fs.rmSync(this.folder, { recursive: true, force: true });
    if (this.reports !== reports) throw new Error(`${this.reports} reports of the content policy instead of ${reports}:\n${this.#log}`);
  }
}
