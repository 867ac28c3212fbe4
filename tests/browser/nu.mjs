// The Nu HTML checker on every screen that the accessibility tests look at: `cargo xtask nu`. On demand: it needs Java.
// The tests write each page into a folder first (PAGES); this reads it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('./nu/', import.meta.url));
const jar = createRequire(path.join(HERE, 'package.json')).resolve('vnu-jar/build/dist/vnu.jar');
const folder = process.env.PAGES;
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.html'));
if (files.length < 100) throw new Error(`only ${files.length} pages in ${folder}`);

// Leptos marks the borders of texts with `<!>`, which a browser reads as an empty comment.
const MARKS = /^(Bogus comment\.|Saw “<!” followed by)/;

const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--exit-zero-always', folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
if (run.error || !run.stderr.includes('"messages"')) throw new Error(`the checker did not run: ${run.error ?? run.stderr.slice(0, 400)}`);
const { messages } = JSON.parse(run.stderr);
const found = new Map();
for (const message of messages) {
  if ((message.type !== 'error' && message.subType !== 'warning') || MARKS.test(message.message)) continue;
  const key = `${message.type}: ${message.message}`;
  const at = found.get(key) ?? { times: 0, page: path.basename(message.url ?? ''), extract: message.extract ?? '' };
  at.times += 1;
  found.set(key, at);
}
for (const [key, { times, page, extract }] of found) console.log(`${key}\n    ${times} times, first in ${page}: ${extract.replace(/\s+/g, ' ').slice(0, 160)}`);
console.log(`${files.length} pages, ${found.size} different messages`);
process.exitCode = found.size > 0 ? 1 : 0;
