import type { Reply } from './scripted-http';
import { type EndpointName, goodAnswers } from './tiny-org';

/** One way in which an answer can be bad. */
export interface Malformation {
  readonly name: string;
  /** The answer to the n-th request for the endpoint (from 0). */
  readonly reply: (n: number) => Reply;
  /** Part of the message where the scan ends in an error: the field. */
  readonly field?: string;
  /** An answer that Atlassian's loose schema allows: the picture may be whole in spite of it. */
  readonly harmless?: boolean;
}

type Json = Record<string, unknown>;

const always =
  (body: unknown, more: Partial<Reply> = {}): Malformation['reply'] =>
  () => ({ body, ...more });

/** Bad as a whole, whatever the endpoint. */
export function wholeBodies(endpoint: EndpointName): Malformation[] {
  const good = JSON.stringify(goodAnswers[endpoint]);
  const elsewhere = { Location: 'https://evil.example.net/admin?cursor=1' };
  const bodies: [string, unknown][] = [
    ['cut off in the middle', good.slice(0, good.length / 2)],
    ['cut off at the end', good.slice(0, -1)],
    ['HTML', '<!doctype html><html><title>Log in to continue</title></html>'],
    ['empty', ''],
    ['white space', '  \n'],
    ['two documents', `${good}${good}`],
    ['a script prefix', `)]}'\n${good}`],
    ['another charset', Buffer.from(good, 'utf16le').toString('latin1')],
    ['single quotes', good.replaceAll('"', "'")],
    ['NaN', '{"count":NaN,"data":NaN}'],
  ];
  return [
    ...bodies.map(([name, body]) => ({ name, reply: always(body) })),
    ...[301, 302, 303, 307, 308].map((status) => ({
      name: `redirect ${status} to another host`,
      reply: always('', { status, headers: elsewhere }),
      harmless: endpoint === 'usersCount' || endpoint === 'groupsCount',
    })),
    ...['null', '[]', '"text"', '42', 'true', `[${good}]`].map((body) => ({
      name: `not an object: ${body.slice(0, 20)}`,
      reply: always(body),
      field: 'the top',
      harmless: endpoint === 'usersCount' || endpoint === 'groupsCount',
    })),
    {
      name: 'extra fields',
      reply: always({ ...goodAnswers[endpoint], new: { field: [1, 2] }, __v: 2 }),
      harmless: true,
    },
    {
      name: 'a megabyte more',
      reply: always({ ...goodAnswers[endpoint], blob: 'x'.repeat(1 << 20) }),
      harmless: true,
    },
    { name: '204 without a body', reply: always('', { status: 204 }) },
    {
      name: '418',
      reply: always({}, { status: 418 }),
      harmless: endpoint === 'usersCount' || endpoint === 'groupsCount',
    },
  ];
}

const listOf: Partial<Record<EndpointName, string>> = {
  directories: 'data',
  workspaces: 'data',
  usersSearch: 'data',
  groupsSearch: 'data',
  groupRoles: 'data',
  userRoles: 'data',
  scimUsers: 'Resources',
  scimGroups: 'Resources',
};

/** Bad lists, for the endpoints that answer with one. */
export function badLists(endpoint: EndpointName): Malformation[] {
  const list = listOf[endpoint];
  if (list === undefined) return [];
  const good = goodAnswers[endpoint] as Json;
  const items = good[list] as unknown[];
  const wrong: [unknown, string][] = [
    [{}, list],
    ['text', list],
    [7, list],
    [[null], `${list}[0]`],
    [[[]], `${list}[0]`],
    [['x'], `${list}[0]`],
    [[{}], `${list}[0].`],
    [[{ id: '', accountId: '', directoryId: '', resourceId: '' }], `${list}[0].`],
    [[...items, { id: 5, accountId: 5, directoryId: 5, resourceId: 5 }], `${list}[${items.length}].`],
  ];
  return [
    { name: 'no list', reply: always({ ...good, [list]: undefined }) },
    { name: 'null for a list', reply: always({ ...good, [list]: null }) },
    ...wrong.map(([value, field]) => ({
      name: `${list} is ${JSON.stringify(value).slice(0, 40)}`,
      reply: always({ ...good, [list]: value }),
      field,
    })),
    ...(list === 'data' ? badLinks(good) : []),
  ];
}

function badLinks(good: Json): Malformation[] {
  const next = (value: unknown): Json => ({ ...good, links: { next: value } });
  const loop =
    (length: number): Malformation['reply'] =>
    (n) => ({ body: next(`c${n % length}`) });
  return [
    ...[5, {}, ['c'], true].map((value) => ({
      name: `next is ${JSON.stringify(value)}`,
      reply: always(next(value)),
      field: 'links.next',
    })),
    ...['text', [], 5].map((value) => ({
      name: `links is ${JSON.stringify(value)}`,
      reply: always({ ...good, links: value }),
      field: 'links',
    })),
    {
      name: 'next on another host, without a cursor',
      reply: always(next('https://evil.example.net/x')),
      field: 'links.next',
    },
    {
      name: 'next on another host, with a cursor',
      reply: (n) => ({ body: n === 0 ? next('https://evil.example.net/x?cursor=c1') : good }),
      harmless: true,
    },
    { name: 'next is a path elsewhere', reply: always(next('//evil.example.net/x')), field: 'links.next' },
    { name: 'the same cursor for ever', reply: loop(1) },
    { name: 'two cursors in turn', reply: loop(2) },
    { name: 'a circle of nine cursors', reply: loop(9) },
    { name: 'empty pages with one cursor', reply: always({ data: [], links: { next: 'c' } }) },
    {
      name: 'empty pages with new cursors for ever',
      reply: (n) => ({ body: { data: [], links: { next: `c${n}` } } }),
    },
    {
      name: 'pages left out with new cursors for ever',
      reply: (n) => ({ body: { ...next(`c${n}`), data: n === 0 ? [] : undefined } }),
    },
    {
      name: 'a cursor that is refused for ever',
      reply: (n) => (n % 2 === 0 ? { body: next('c') } : { status: 400, body: {} }),
    },
  ];
}

/** Every field of a good answer with a value of another type; where it may not be absent, also null and gone. */
export function wrongFields(endpoint: EndpointName): Malformation[] {
  const good = goodAnswers[endpoint];
  return pathsIn(good).flatMap((path) => {
    const before = valueAt(good, path);
    const others = [17.5, 'text', true, ['list'], { an: 'object' }].filter(
      (value) => kindOf(value) !== kindOf(before),
    );
    return others.map((value) => ({
      name: `${spell(path)} is ${JSON.stringify(value)}`,
      reply: always(withValue(good, path, value)),
      field: spell(path),
      harmless:
        (endpoint === 'events' ? unreadOfEvents : unread).test(spell(path)) ||
        endpoint === 'usersCount' ||
        endpoint === 'groupsCount',
    }));
  });
}

/** Fields that nothing is concluded from, which are not looked at. */
const unread = /^(data\.type|data\[\d\]\.groups\[\d\]\.name)$/;

const unreadOfEvents = /^data\[\d\]\.(id|type|attributes\.context\[\d\]\.type)$/;

type Path = readonly (string | number)[];

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return at.length === 0 ? [] : [at];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    pathsIn(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length === 0 ? inside : [...inside, at];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((one, step) => (one as Json)[step], value);
}

function withValue(value: object, path: Path, change: unknown): unknown {
  const copy = structuredClone(value);
  const holder = valueAt(copy, path.slice(0, -1)) as Json;
  holder[path[path.length - 1]!] = change;
  return copy;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function spell(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '');
}
