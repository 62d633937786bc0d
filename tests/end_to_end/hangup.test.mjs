// SPDX-License-Identifier: GPL-3.0-or-later
// SIGHUP: what the running program takes over, and what it leaves when that is wrong.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startSampleServer } from './sample_server.mjs';

test('SIGHUP reads the owner\'s names and opens the access log anew, and a wrong file leaves all as it was', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'fihrist-hangup-'));
  const log = join(directory, 'access.log');
  const server = await startSampleServer({ options: ['--access-log', log] });
  const total = async () => (await (await fetch(`${server.url}api/v1/search?q=Zarqoon`)).json()).total;
  try {
    assert.equal(await total(), 0);
    writeFileSync(join(server.archive, 'names.tsv'), 'Zarqoon\tهاتف\n');
    renameSync(log, `${log}.1`);
    await server.hangUp('anew');
    assert.ok(existsSync(log), 'the log is there again');
    assert.ok(await total() > 0, 'the new name is searched');
    writeFileSync(join(server.archive, 'names.tsv'), 'no row\n');
    await server.hangUp('error: ');
    assert.ok(await total() > 0, 'the name is still searched');
  } finally {
    await server.stop();
  }
  const lines = [`${log}.1`, log].flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse));
  assert.deepEqual(lines.map((line) => [line.path, line.status]), Array(3).fill(['/api/v1/search', 200]));
  rmSync(directory, { recursive: true });
});
