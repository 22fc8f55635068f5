import type { Faults } from '../faults-schema';
import { drawFrom, nameFrom } from './chance';

/** One request, as the fault knobs look at it. */
export interface Hit {
  /** `GET /admin/v1/orgs/{orgId}` */
  readonly endpoint: string;
  /** Method and path as sent. */
  readonly line: string;
  /** Which request this is among all equal ones, 1-based: what chance is drawn from, so that order of arrival is not. */
  readonly name: string;
}

export interface FaultBoard {
  set(faults: Faults): void;
  /** Names a request; asking again for the same words gives the next name. */
  hit(endpoint: string, line: string, body: string): Hit;
  /** True as often as the rate says, for this request always the same. */
  chance(
    hit: Hit,
    kind: 'rate429' | 'rate5xx' | 'rateReset' | 'rateSlow' | 'truncate' | 'cursorLoss',
  ): boolean;
  /** A draw of its own in [0, 1). */
  draw(hit: Hit, label: string): number;
  /** The first knob of a kind that is for this request and not used up; asking uses it. */
  take<Kind extends KnobKind>(kind: Kind, hit: Hit): Knob<Kind> | undefined;
  readonly settings: Faults;
}

type KnobKind = 'fail' | 'lost' | 'slow' | 'cursorRepeat' | 'dropUsersFromPage' | 'wrongShape';
type Knob<Kind extends KnobKind> = NonNullable<Faults[Kind]>[number];

export function createFaultBoard(first: Faults): FaultBoard {
  let settings = first;
  let uses = new WeakMap<object, number>();
  const seen = new Map<string, number>();
  return {
    get settings() {
      return settings;
    },
    set: (faults) => {
      settings = faults;
      uses = new WeakMap();
      seen.clear();
    },
    hit: (endpoint, line, body) => {
      const words = nameFrom(line, body);
      const times = (seen.get(words) ?? 0) + 1;
      seen.set(words, times);
      return { endpoint, line, name: `${words} ${String(times)}` };
    },
    chance: (hit, kind) => {
      const rate = settings[kind] ?? 0;
      return rate > 0 && drawFrom(settings.seed ?? 1, kind, hit.name) < rate;
    },
    draw: (hit, label) => drawFrom(settings.seed ?? 1, label, hit.name),
    take: (kind, hit) => {
      for (const knob of settings[kind] ?? []) {
        if (!matches(knob.endpoint, hit)) continue;
        const used = uses.get(knob) ?? 0;
        if (used >= (knob.times ?? Infinity)) continue;
        uses.set(knob, used + 1);
        return knob;
      }
      return undefined;
    },
  };
}

function matches(pattern: string, hit: Hit): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const shape = new RegExp(`^${escaped.join('.*')}$`);
  return shape.test(hit.endpoint) || shape.test(hit.line);
}

/** Sets or removes what `path` names (`data.*.groups`); `*` is every item or key. */
export function reshape(body: unknown, path: readonly string[], change: { value?: unknown }): void {
  const [head, ...rest] = path;
  if (head === undefined || typeof body !== 'object' || body === null) return;
  const holder = body as Record<string, unknown>;
  for (const key of head === '*' ? Object.keys(holder) : [head]) {
    if (rest.length > 0) reshape(holder[key], rest, change);
    else if ('value' in change) holder[key] = change.value;
    else Reflect.deleteProperty(holder, key);
  }
}
