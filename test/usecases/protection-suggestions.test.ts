import { expect, test } from 'vitest';
import { protect } from '../support/decisions';
import { aGroup, daysBefore } from '../support/org-builder';
import { withRecords } from '../support/records';
import { jira } from '../support/review-org';
import { grantOf, members, withGroups } from '../support/sources';

const idle = { lastActive: { [jira.ari]: daysBefore(200) } };

test('suggested are service and app accounts, people who work by token, and groups that administer; what is decided is not suggested again', async () => {
  const at = daysBefore(5);
  const token = { id: 'e1', at, action: 'api_token_used', actor: '712020:idle-1', ari: jira.ari };
  const [svc, app1, ...idles] = members('idle', 5, idle);
  const guarded = withGroups(
    [aGroup('idle', { grants: [grantOf(jira.ari)] })],
    [
      { ...svc!, accountId: '712020:svc', email: 'svc@serviceaccount.atlassian.com' },
      { ...app1!, accountId: '712020:bot', accountType: 'app' },
      { ...idles[0]!, accountId: '712020:idle-1' },
      { ...idles[1]!, accountId: '712020:idle-2' },
      { ...idles[2]!, accountId: '712020:seen', lastActive: { [jira.ari]: daysBefore(1) } },
    ],
    {
      auditLog: [
        { ...token, accountId: '712020:idle-1' },
        { ...token, id: 'e2', at: daysBefore(120), actor: '712020:idle-2', accountId: '712020:idle-2' },
        { ...token, id: 'e3', actor: '712020:seen', accountId: '712020:seen' },
      ],
    },
  );
  await withRecords(
    async (app) => {
      const { suggestions } = await app.call('protections/suggest', {});
      const told = suggestions.map(({ rule, class: kind, affects }) => [
        rule.by === 'account' ? rule.accountId : rule.by === 'group' ? rule.groupId : rule.by,
        kind,
        affects,
      ]);
      expect(told.sort()).toEqual([
        ['712020:bot', 'app', 1],
        ['712020:idle-1', 'integration', 1],
        ['712020:svc', 'service', 1],
        ['group-beta-admins', 'admin', 1],
        ['group-jira-admins', 'admin', 6],
      ]);
      for (const { rule, subject, because } of suggestions) {
        expect(because).not.toBe('');
        expect(subject, JSON.stringify(rule)).not.toBe('');
      }
      for (const { rule, class: kind } of suggestions.slice(0, 2)) {
        await app.call('protections/record', protect(app, rule, { class: kind }));
      }
      const left = (await app.call('protections/suggest', {})).suggestions;
      expect(left).toEqual(suggestions.slice(2));
      // In a review of one site nobody is named who holds nothing there.
      await app.call('setup/save-scope', { scope: 'site' });
      const here = (await app.call('protections/suggest', {})).suggestions;
      expect(here).toEqual(left.filter(({ subject }) => subject !== 'beta-admins'));
      expect(here.length).toBe(left.length - 1);
    },
    { world: guarded },
  );
  // Without the log nobody is said to work by token.
  await withRecords(
    async (app) => {
      const { suggestions } = await app.call('protections/suggest', {});
      expect(suggestions.map((one) => one.class)).not.toContain('integration');
    },
    { world: { ...guarded, auditLog: [] } },
  );
});
