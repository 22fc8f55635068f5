import type { OrgFile } from '../../local/org/org-file';
import type { Input, Output } from '../../src/contracts/api';
import type { ItemClass } from '../../src/contracts/queue';
import type { RunningApp } from './app';
import { aGroup, daysBefore, syncedBy } from './org-builder';
import { cycleOf, drain, itemsOfClass, type QueueLine } from './review';
import { jira } from './review-org';
import { grantOf, members, withGroups } from './sources';

/**
 * Seats that nobody has used for 200 days: `sales` (synced) holds `people` of them alone, `old` (local) three,
 * and both together two more.
 */
export function idleOrg(people = 4): OrgFile {
  const idle = { lastActive: { [jira.ari]: daysBefore(200) } };
  return withGroups(
    [
      aGroup('sales', { ...syncedBy('okta', 'sales'), grants: [grantOf(jira.ari)] }),
      aGroup('old', { grants: [grantOf(jira.ari)] }),
    ],
    [
      ...members('sales', people, idle),
      ...members('old', 3, idle),
      ...members('both', 2, { ...idle, groups: ['group-sales', 'group-old'] }),
    ],
  );
}

export const idsOf = (group: string, count: number): string[] =>
  members(group, count).map(({ accountId }) => accountId);

/** The item of a class that a group leads. */
export async function itemOf(app: RunningApp, itemClass: ItemClass, group: string): Promise<QueueLine> {
  const found = (await itemsOfClass(app, itemClass)).find(({ item }) => item.groupId === `group-${group}`);
  if (found === undefined) throw new Error(`no item ${itemClass} of ${group}`);
  return found;
}

/** A bulk over the seats that one group holds alone, or together with others. */
export async function bulkInput(
  app: RunningApp,
  group: string,
  change: Partial<Input<'queue/decide'>> = {},
): Promise<Input<'queue/decide'>> {
  const itemClass = group === 'both' ? 'inactive-more-edits' : 'inactive-one-edit';
  const lead =
    group === 'both' ? (await itemsOfClass(app, itemClass))[0]! : await itemOf(app, itemClass, group);
  return {
    cycleId: (await cycleOf(app)).id,
    itemId: lead.item.id,
    outcome: { do: 'free-seats' },
    except: [],
    reason: 'Nobody has used these seats since spring.',
    ...change,
  };
}

/** Begins a bulk and lets it be worked off. */
export async function decideInBulk(
  app: RunningApp,
  group: string,
  change: Partial<Input<'queue/decide'>> = {},
  accountId?: string,
): Promise<Output<'batches/get'>> {
  const { id } = await app.call('queue/decide', await bulkInput(app, group, change), accountId);
  await drain(app);
  return app.call('batches/get', { batchId: id });
}

/** Begins a bulk and lets the host die at one of its requests to the organization, or when Jira is asked for the issue. */
export async function dieInBulk(
  app: RunningApp,
  group: string,
  at: number | 'issue' | 'after the issue',
): Promise<string> {
  const { id } = await app.call('queue/decide', await bulkInput(app, group));
  let reached: () => void = () => undefined;
  const there = new Promise<void>((resolve) => (reached = resolve));
  if (typeof at === 'number') {
    const before = app.front.sent.length;
    app.front.intercept(() => {
      if (app.front.sent.length - before < at) return null;
      reached();
      // The answer comes when nobody is there any more.
      return new Promise((resolve) => setTimeout(() => resolve({ status: 503 }), 20));
    });
  } else {
    app.interceptJira(async (call) => {
      if (call.init.method !== 'POST' || !call.path.endsWith('/rest/api/3/issue')) return null;
      if (at === 'after the issue') {
        const headers = new Headers(call.init.headers);
        headers.set('Authorization', `Bearer ${app.org.jiraToken('app')}`);
        const url = `${app.org.origin}/ex/jira/${call.installation.cloudId}${call.path}`;
        await fetch(url, { ...call.init, headers });
      }
      reached();
      return new Promise(() => undefined);
    });
  }
  const drained = app.host.drainQueue().catch(() => undefined);
  await there;
  await app.stop();
  if (typeof at === 'number') await drained;
  app.front.intercept(null);
  app.interceptJira(null);
  await app.restart();
  if (app.host.recovered !== 1) throw new Error('the event of the bulk was not under way');
  return id;
}
