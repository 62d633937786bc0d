// SPDX-License-Identifier: GPL-3.0-or-later
// Indexes the sample archive, or other sources, into a directory of its own and serves it with the real program.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.FIHRIST_PROGRAM;
const sample = process.env.FIHRIST_SAMPLE;
const serving = /Serving .* on (http:\S+)/;

function index(archive, sources) {
  const run = spawnSync(program, ['-C', archive, 'index', ...sources], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`indexing ended with ${run.status}: ${run.stderr}${run.stdout}`);
}

function waitForUrl(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const match = serving.exec(said);
      if (match) resolve(match[1]);
    });
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}

const sampleSources = [join(sample, 'pages'), join(sample, 'articles.jsonl')];

/**
 * { url, archive, hangUp(text), stop() }; hangUp() sends SIGHUP and resolves when the text is said after it; stop()
 * fails unless the server ends well. `settings` is the archive's fihrist.toml.
 */
export async function startSampleServer({ settings, options = [], sources = sampleSources } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'fihrist-end-to-end-'));
  const archive = join(directory, 'archive');
  index(archive, sources);
  if (settings) writeFileSync(join(archive, 'fihrist.toml'), settings);
  const child = spawn(program, ['-C', archive, 'serve', '--listen', '127.0.0.1:0', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
  let said = '';
  const url = await waitForUrl(child);
  child.stderr.on('data', (bytes) => { said += bytes; });
  const stop = async () => {
    child.kill('SIGTERM');
    const end = await ended;
    rmSync(directory, { recursive: true, force: true });
    // A program that is compiled to watch its memory tells at its end what was lost.
    if (end !== 0) throw new Error(`serve ended with ${end}: ${said}`);
  };
  const hangUp = (text) => new Promise((resolve) => {
    let said = '';
    const listen = (bytes) => {
      said += bytes;
      if (!said.includes(text)) return;
      child.stderr.off('data', listen);
      resolve();
    };
    child.stderr.on('data', listen);
    child.kill('SIGHUP');
  });
  return { url, archive, hangUp, stop };
}
