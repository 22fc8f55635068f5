import { jiraEndpoints, type EndpointRule } from './scope-table';

export type ScopeVerdict = { kind: 'allowed' } | { kind: 'missing'; needs: string } | { kind: 'unknown' };

const versions = /^\/rest\/api\/(2|3|latest)(?=\/)/;
const parameter = '{}';

/**
 * May an app with these scopes call this endpoint? Product tables other than Jira's are not modelled.
 * @param path with or without its query string.
 */
export function judgeScopes(
  call: { product: string; method: string; path: string },
  scopes: Set<string>,
): ScopeVerdict {
  if (call.product !== 'jira') return { kind: 'unknown' };
  const rule = findRule(call.method.toUpperCase(), pathOf(call.path));
  if (!rule) return { kind: 'unknown' };
  const byClassic = rule.classic !== null && scopes.has(rule.classic);
  const byGranular = rule.granular.every((scope) => scopes.has(scope));
  if (byClassic || byGranular) return { kind: 'allowed' };
  const granular = rule.granular.join(' + ');
  return { kind: 'missing', needs: rule.classic === null ? granular : `${rule.classic}, or ${granular}` };
}

function pathOf(path: string): string {
  return (path.split(/[?#]/)[0] ?? '').replace(versions, '/rest/api/3').replace(/\/+$/, '');
}

function findRule(method: string, path: string): EndpointRule | undefined {
  const parts = path.split('/');
  const matching = jiraEndpoints.filter(
    (rule) => rule.method === method && matches(rule.path.split('/'), parts),
  );
  return matching.sort((a, b) => count(a.path) - count(b.path))[0];
}

function matches(pattern: string[], parts: string[]): boolean {
  if (pattern.length !== parts.length) return false;
  return pattern.every((part, at) => (part === parameter ? parts[at] !== '' : part === parts[at]));
}

function count(path: string): number {
  return path.split(parameter).length;
}
