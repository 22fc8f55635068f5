import {
  parseOptions,
  readInstant,
  readNumber,
  readSource,
  type Source,
  sourceOptions,
  UsageError,
  userPath,
} from './arguments';

export interface TraceSettings {
  readonly source: Source;
  readonly out: string;
  readonly deep: boolean;
  readonly inactiveDays: number;
  /** Epoch ms; null for the source's own now. */
  readonly now: number | null;
  readonly concurrency: number;
  readonly quiet: boolean;
  readonly json: boolean;
}

const options = {
  ...sourceOptions,
  out: { type: 'string', default: 'out' },
  deep: { type: 'boolean', default: false },
  'inactive-days': { type: 'string', default: '90' },
  now: { type: 'string' },
  concurrency: { type: 'string', default: '6' },
  quiet: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Reads the command line of `trace`. Throws `UsageError`. */
export function readTraceSettings(args: readonly string[], environment: NodeJS.ProcessEnv): TraceSettings {
  const values = parseOptions(args, options);
  const source = readSource(values, environment);
  if (source === null) {
    throw new UsageError(
      'no source: give --org FILE, or --org-id ID --org-key-file F (npm run trace -- --org FILE)',
      true,
    );
  }
  return {
    source,
    out: userPath(values.out),
    deep: values.deep,
    inactiveDays: readNumber('--inactive-days', values['inactive-days'], 1, 36_500),
    now: values.now === undefined ? null : readInstant('--now', values.now),
    concurrency: readNumber('--concurrency', values.concurrency, 1, 64),
    quiet: values.quiet,
    json: values.json,
  };
}
