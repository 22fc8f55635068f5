import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Bad arguments, a missing file or a bad file: exit code 2, one line that says what and where. */
export class UsageError extends Error {
  constructor(
    message: string,
    /** Whether the usage helps: where nothing was asked for, rather than something wrong. */
    readonly showUsage = false,
  ) {
    super(message);
  }
}

export interface LiveSource {
  readonly kind: 'live';
  readonly orgId: string;
  readonly orgKey: string;
  /** Origin that serves `/admin/…` and `/scim/…`. */
  readonly adminUrl: string;
  readonly scimKeys: ReadonlyMap<string, string>;
}

export interface OrgFileSource {
  readonly kind: 'org-file';
  readonly path: string;
  readonly text: string;
}

export type Source = LiveSource | OrgFileSource;

/** Atlassian's API, the default of `--admin-url`. */
export const ATLASSIAN_ORIGIN = 'https://api.atlassian.com';

export const SOURCE_USAGE = [
  '  --org FILE                         an org file, served by the simulated organization',
  '  --org-id ID --org-key-file F       a live organization, only read; the key may also come in SEATPATH_ORG_KEY',
  '    --scim DIRECTORY_ID=KEYFILE      the key of a SCIM directory; may be given several times',
  `    --admin-url URL                  default ${ATLASSIAN_ORIGIN}`,
].join('\n');

export const sourceOptions = {
  org: { type: 'string' },
  'org-id': { type: 'string' },
  'org-key-file': { type: 'string' },
  'admin-url': { type: 'string' },
  scim: { type: 'string', multiple: true },
} as const;

/** Where the user stood when npm was called; npm itself runs scripts in the project's folder. */
export function userPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** node:util's strict parser, with its complaints as `UsageError` on one line. */
export function parseOptions<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T; strict: true; allowPositionals: false }>>['values'] {
  refuseKeys(args);
  try {
    return parseArgs({ args: [...args], options: options!, strict: true, allowPositionals: false })
      .values as never;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    // The parser would repeat the argument, and that may be a key.
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
      throw new UsageError('an argument has no option before it; everything is given as --option value');
    }
    throw new UsageError(message.split('\n')[0]!);
  }
}

function refuseKeys(args: readonly string[]): void {
  const given = args.find((arg) => /^--(org-key|scim-key|key|token|api-key)(=|$)/.test(arg));
  if (given === undefined) return;
  throw new UsageError(
    `${given.split('=')[0]}: a key on the command line can be read by every process; put it in a file and give --org-key-file, or set SEATPATH_ORG_KEY`,
  );
}

export interface SourceValues {
  readonly org?: string | undefined;
  readonly 'org-id'?: string | undefined;
  readonly 'org-key-file'?: string | undefined;
  readonly 'admin-url'?: string | undefined;
  readonly scim?: readonly string[] | undefined;
}

/** The source that the options name; null where they name none. */
export function readSource(values: SourceValues, environment: NodeJS.ProcessEnv): Source | null {
  const live = ['org-id', 'org-key-file', 'admin-url', 'scim'] as const;
  const used = live.filter((name) => values[name] !== undefined);
  if (values.org !== undefined) {
    if (used.length > 0)
      throw new UsageError(`--org and --${used[0]}: give either an org file or a live organization`);
    const path = userPath(values.org);
    return { kind: 'org-file', path, text: readFile('--org', path) };
  }
  if (values['org-id'] === undefined) {
    if (used.length > 0) throw new UsageError(`--${used[0]} needs --org-id: the id of the organization`);
    return null;
  }
  const orgId = values['org-id'];
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(orgId)) {
    throw new UsageError(
      `--org-id: “${orgId}” is no organization id; it is in the address of Atlassian Administration`,
    );
  }
  const keyFile = values['org-key-file'];
  const orgKey =
    keyFile === undefined ? environment['SEATPATH_ORG_KEY']?.trim() : readKey('--org-key-file', keyFile);
  if (orgKey === undefined || orgKey === '') {
    throw new UsageError('no organization API key: give --org-key-file, or set SEATPATH_ORG_KEY');
  }
  if (!ONE_KEY.test(orgKey)) throw new UsageError('SEATPATH_ORG_KEY: it does not hold one key on one line');
  const adminUrl = readOrigin(values['admin-url'] ?? ATLASSIAN_ORIGIN);
  return { kind: 'live', orgId, orgKey, adminUrl, scimKeys: readScimKeys(values.scim ?? []) };
}

function readScimKeys(pairs: readonly string[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const pair of pairs) {
    const [, id, file] = /^([A-Za-z0-9][A-Za-z0-9:_.-]*)=(.+)$/.exec(pair) ?? [];
    if (id === undefined || file === undefined) {
      throw new UsageError('--scim: give SCIM_DIRECTORY_ID=KEYFILE; the key itself belongs in the file');
    }
    if (keys.has(id)) throw new UsageError(`--scim: directory ${id} is given twice`);
    keys.set(id, readKey('--scim', file));
  }
  return keys;
}

function readFile(option: string, path: string): string {
  if (!existsSync(path)) throw new UsageError(`${option}: there is no file ${path}`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${option}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
    );
  }
}

/** What fits an HTTP header: anything else would be refused there, with the key in the complaint. */
const ONE_KEY = /^[\x21-\x7e]+$/;

function readKey(option: string, file: string): string {
  const path = userPath(file);
  // The path may be a key given by mistake: it is not repeated.
  if (!existsSync(path)) throw new UsageError(`${option}: the key file does not exist`);
  const key = readFile(option, path).trim();
  if (!ONE_KEY.test(key)) throw new UsageError(`${option}: ${path} does not hold one key on one line`);
  return key;
}

function readOrigin(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(`--admin-url: “${text}” is no address`);
  }
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new UsageError('--admin-url: the key is sent over https only, or over http to this machine');
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** A whole number of at least `min`. */
export function readNumber(option: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < min || number > max) {
    throw new UsageError(`${option}: “${text}” is no whole number from ${min} to ${max}`);
  }
  return number;
}

/** Epoch ms of an RFC 3339 instant. */
export function readInstant(option: string, text: string): number {
  const at = Date.parse(text);
  const spelled = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  if (!spelled || Number.isNaN(at) || !isInCalendar(text.slice(0, 10))) {
    throw new UsageError(`${option}: “${text}” is no instant like 2026-11-23T09:00:00Z`);
  }
  return at;
}

/** Date.parse takes 30 February for 2 March. */
function isInCalendar(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
