import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DecisionsDocument } from '../../../src/contracts/decisions';
import type { OrgFile } from '../../../local/org/org-file';

const root = join(import.meta.dirname, '..', '..', '..');
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Around {
  readonly env?: Readonly<Record<string, string>>;
  /** Where the person stands; default: the folder of the test. */
  readonly cwd?: string;
}

/** A folder that goes when the test has finished. */
export function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'seatpath-command-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}

/** A file in a folder; its path. */
export function aFile(dir: string, name: string, content: string | object): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Starts the real command, in a process of its own, with an environment of its own. */
export function startTrace(args: readonly string[], { env = {}, cwd = root }: Around = {}): Started {
  const begun = performance.now();
  const { PATH, HOME, TMPDIR } = process.env;
  const bare = Object.fromEntries(
    Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined),
  );
  const child = spawn(process.execPath, [tsx, join(root, 'local', 'trace.ts'), ...args], {
    cwd,
    env: { ...bare, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr, tookMs: performance.now() - begun }));
  });
  return { child, ended };
}

export function trace(args: readonly string[], around: Around = {}): Promise<Ended> {
  return startTrace(args, around).ended;
}

export interface TracedFile extends Ended {
  readonly out: string;
}

/** `trace --org FILE --out DIR`, of a world or of any text. */
export async function traceFile(
  dir: string,
  org: OrgFile | string,
  more: readonly string[] = [],
): Promise<TracedFile> {
  const out = join(dir, 'out');
  const ended = await trace(['--org', aFile(dir, 'world.org.json', org), '--out', out, ...more]);
  return { ...ended, out };
}

export function decisionsIn(out: string): DecisionsDocument {
  return DecisionsDocument.parse(JSON.parse(readFileSync(join(out, 'decisions.json'), 'utf8')));
}

export function hasDecisions(out: string): boolean {
  return existsSync(join(out, 'decisions.json'));
}
