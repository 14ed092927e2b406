import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 240_000;
const STOPPED_WITHIN_MS = 30_000;

/** Starts a real Chorsu on an empty data directory for the whole run, and stops it in the end. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['CHORSU_E2E_URL']) return undefined;
  const directory = await mkdtemp(join(tmpdir(), 'chorsu-e2e-'));
  const port = await freePort();
  const log = join(directory, 'chorsu.log');
  const child = start(['run', '--empty', '--port', String(port), '--data', join(directory, 'data')], log);
  const url = `http://127.0.0.1:${port}`;
  process.env['CHORSU_E2E_URL'] = url;
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await answers(url, child);
  } catch (error) {
    const last = readFileSync(log, 'utf8').split('\n').slice(-40).join('\n');
    await stop();
    throw new Error(`Chorsu did not start: ${String(error)}\n${last}`, { cause: error });
  }
  return stop;
}

function start(args: string[], log: string): ChildProcess {
  const child = spawn(join(HOME, 'chorsu'), args, { cwd: HOME, stdio: ['ignore', 'pipe', 'pipe'] });
  const file = createWriteStream(log);
  child.stdout.pipe(file);
  child.stderr.pipe(file);
  return child;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`it ended with exit value ${child.exitCode}`);
    const health = await fetch(`${url}/health`).catch(() => null);
    if (health?.ok) return;
    await new Promise((again) => setTimeout(again, 250));
  }
  throw new Error(`not ready within ${READY_WITHIN_MS / 1000} s`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await gone;
  clearTimeout(limit);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
