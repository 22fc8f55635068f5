import {
  parseOptions,
  readNumber,
  readSource,
  type Source,
  SOURCE_USAGE,
  sourceOptions,
  UsageError,
  userPath,
} from '../trace/arguments';
import { readFileSync } from 'node:fs';

/** A real Jira site that the app's issues go to; without one, Jira is simulated. */
export interface LiveJira {
  readonly url: string;
  readonly email: string;
  readonly token: string;
}

export interface StartSettings {
  /** Null: the demo organization. */
  readonly source: Source | null;
  readonly jira: LiveJira | null;
  readonly port: number;
  readonly dataDir: string;
  readonly fresh: boolean;
}

export const START_USAGE = `usage: npm start -- [SOURCE] [--port N] [--data DIR] [--fresh]
                    [--jira-url URL --jira-email E --jira-token-file F]
Without SOURCE: the demo organization. SOURCE is one of
${SOURCE_USAGE}`;

const DEFAULT_DATA = '.seatpath/start';
const DEFAULT_PORT = '8642';

const options = {
  ...sourceOptions,
  'jira-url': { type: 'string' },
  'jira-email': { type: 'string' },
  'jira-token-file': { type: 'string' },
  port: { type: 'string', default: DEFAULT_PORT },
  data: { type: 'string' },
  fresh: { type: 'boolean', default: false },
} as const;

/** Reads the command line of `npm start`. Throws `UsageError`. */
export function readStartSettings(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  projectDir: string,
): StartSettings {
  const values = parseOptions(args, options);
  const source = readSource(values, environment);
  return {
    source,
    jira: readLiveJira(values, source),
    port: readNumber('--port', values.port, 0, 65_535),
    dataDir: values.data === undefined ? `${projectDir}/${DEFAULT_DATA}` : userPath(values.data),
    fresh: values.fresh,
  };
}

interface JiraValues {
  readonly 'jira-url'?: string | undefined;
  readonly 'jira-email'?: string | undefined;
  readonly 'jira-token-file'?: string | undefined;
}

function readLiveJira(values: JiraValues, source: Source | null): LiveJira | null {
  const { 'jira-url': url, 'jira-email': email, 'jira-token-file': tokenFile } = values;
  if (url === undefined && email === undefined && tokenFile === undefined) return null;
  if (url === undefined || email === undefined || tokenFile === undefined) {
    throw new UsageError('a Jira site needs --jira-url, --jira-email and --jira-token-file together');
  }
  if (source?.kind !== 'live')
    throw new UsageError('--jira-url: a real Jira goes with a live organization (--org-id)');
  if (!/^https:\/\/[^/]+\/?$/.test(url))
    throw new UsageError(`--jira-url: “${url}” is no address like https://example.atlassian.net`);
  try {
    return { url: url.replace(/\/$/, ''), email, token: readFileSync(userPath(tokenFile), 'utf8').trim() };
  } catch {
    throw new UsageError('--jira-token-file: the file cannot be read');
  }
}
