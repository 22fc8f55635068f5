import { Refusal } from '../http/refusal';
import type { IndexedIssue } from './state';

/** A JQL query of the small part that is understood here: comparisons joined by AND, and one ORDER BY. */
export interface Jql {
  fits(indexed: IndexedIssue): boolean;
  compare(a: IndexedIssue, b: IndexedIssue): number;
}

type Token = { readonly kind: 'word' | 'text' | 'sign'; readonly value: string };

/** Reads a query; whatever is outside of the part that is understood is refused with 400, never passed over. */
export function parseJql(jql: string): Jql {
  const tokens = split(jql);
  const cut = tokens.findIndex(
    ({ kind, value }, at) =>
      kind === 'word' && /^order$/i.test(value) && /^by$/i.test(tokens[at + 1]?.value ?? ''),
  );
  const where = cut === -1 ? tokens : tokens.slice(0, cut);
  const order = cut === -1 ? [] : tokens.slice(cut + 2);
  if (where.length === 0) {
    throw new Refusal(
      400,
      '',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const clauses = splitByAnd(where).map(readClause);
  return { fits: (indexed) => clauses.every((clause) => clause(indexed)), compare: readOrder(order) };
}

function split(jql: string): Token[] {
  const tokens: Token[] = [];
  const pattern =
    /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|!~|<=|>=|[=~<>(),])|([^\s=!~<>(),"']+))/gy;
  let end = 0;
  for (const match of jql.matchAll(pattern)) {
    end = match.index + match[0].length;
    const [, double, single, sign, word] = match;
    const text = double ?? single;
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replace(/\\(.)/g, '$1') });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else tokens.push({ kind: 'word', value: word ?? '' });
  }
  if (jql.slice(end).trim() !== '') throw unknown(jql.slice(end).trim());
  return tokens;
}

function unknown(what: string): Refusal {
  return new Refusal(400, '', `Error in the JQL Query: '${what}' is not understood here.`);
}

function splitByAnd(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'word' && /^and$/i.test(token.value)) clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses;
}

/** `field = value`, `!=`, `in (…)`, `not in (…)`. */
function readClause(tokens: Token[]): (indexed: IndexedIssue) => boolean {
  const [field, ...rest] = tokens;
  if (field === undefined) throw unknown('AND');
  const spelled = tokens.map(({ value }) => value).join(' ');
  const read = readerOf(field.value);
  const words = rest.map(({ kind, value }) => (kind === 'word' ? value.toLowerCase() : value));
  const negated = words[0] === 'not' || words[0] === '!=';
  const listed = words[0] === 'in' || (words[0] === 'not' && words[1] === 'in');
  let values: string[];
  if (listed) {
    const inner = rest.slice(words[0] === 'not' ? 2 : 1);
    const closed = inner[0]?.value === '(' && inner.at(-1)?.value === ')';
    const list = inner.slice(1, -1);
    const alternate = list.every(({ kind, value }, at) => (at % 2 === 0 ? kind !== 'sign' : value === ','));
    if (!closed || !alternate || list.length % 2 === 0) throw unknown(spelled);
    values = list.flatMap(({ value }, at) => (at % 2 === 0 ? [value] : []));
  } else {
    const value = rest[1];
    if (
      (words[0] !== '=' && words[0] !== '!=') ||
      value === undefined ||
      value.kind === 'sign' ||
      rest.length !== 2
    ) {
      throw unknown(spelled);
    }
    values = [value.value];
  }
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (indexed) => {
    const held = read(indexed).map((value) => value.toLowerCase());
    // Jira's != and "not in" leave out what has no value at all.
    return negated
      ? held.length > 0 && !held.some((value) => wanted.has(value))
      : held.some((value) => wanted.has(value));
  };
}

function readerOf(field: string): (indexed: IndexedIssue) => string[] {
  switch (field.toLowerCase()) {
    case 'project':
      return ({ issue }) => [issue.project.key, issue.project.id, issue.project.name];
    case 'key':
    case 'issuekey':
    case 'issue':
      return ({ issue }) => [issue.key];
    case 'id':
      return ({ issue }) => [issue.id];
    case 'labels':
      return ({ labels }) => [...labels];
    case 'status':
      return ({ status }) => [status];
    case 'statuscategory':
      return ({ category }) => [category.name, category.key];
    case 'issuetype':
    case 'type':
      return ({ issue }) => [issue.issueType.name, issue.issueType.id];
    case 'creator':
    case 'reporter':
      return ({ issue }) => [issue.creator];
    default:
      return propertyReader(field);
  }
}

/** `issue.property[key].path.to.value` */
function propertyReader(field: string): (indexed: IndexedIssue) => string[] {
  const match = /^issue\.property\[([^\]]+)\]((?:\.\w+)*)$/i.exec(field);
  const key = match?.[1];
  if (key === undefined) throw unknown(field);
  const path = (match?.[2] ?? '').split('.').filter((part) => part !== '');
  return ({ properties }) => {
    let value: unknown = properties.get(key);
    for (const part of path)
      value =
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one) =>
      typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : [],
    );
  };
}

/** `created` or `key`, rising or falling; without an order the newest first. */
function readOrder(tokens: readonly Token[]): Jql['compare'] {
  const [field, direction, ...rest] = tokens.map(({ value }) => value.toLowerCase());
  if (rest.length > 0 || (field !== undefined && !['created', 'key', 'id', 'issuekey'].includes(field))) {
    throw unknown(tokens.map(({ value }) => value).join(' '));
  }
  if (direction !== undefined && direction !== 'asc' && direction !== 'desc') throw unknown(direction);
  const rising = field !== undefined && direction !== 'desc';
  return (a, b) => (rising ? 1 : -1) * (Number(a.issue.id) - Number(b.issue.id));
}
