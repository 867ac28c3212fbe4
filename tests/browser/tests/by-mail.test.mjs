// Helpers who sign in by e-mail: a code without scripts, the link, and a passkey that the browser's own device makes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../support/browser.mjs';
import { Portal } from '../support/portal.mjs';
