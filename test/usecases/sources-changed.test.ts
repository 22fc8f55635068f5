import { expect, test } from 'vitest';
import { aGroup } from '../support/org-builder';
import { withRecords } from '../support/records';
import { cycleOf, happen, nextWeek } from '../support/review';
import { jira } from '../support/review-org';
import { grantOf, members, of, withGroups } from '../support/sources';

test('a source whose owner or default flag moved is told in the next review, decided or not, and once', async () => {
  const groups = ['taken-over', 'opened', 'closed', 'more-roles', 'same', 'nowhere', 'other-role'];
  const world = withGroups(
    groups.map((name) =>
      aGroup(name, {
        grants:
          name === 'nowhere'
            ? []
            : [
                grantOf(
                  jira.ari,
                  ['atlassian/user'],
                  ['closed', 'other-role'].includes(name) ? 'atlassian/user' : undefined,
                ),
              ],
      }),
    ),
    groups.flatMap((name) => members(name, 2)),
  );
  await withRecords(
    async (app) => {
      expect((await cycleOf(app)).opening!.sourcesChanged).toEqual([]);
      happen(app, {
        do: 'set-group',
        groupId: 'group-taken-over',
        set: { externalSynced: true, managedBy: 'external' },
      });
      const grant = (group: string, roles: string[], defaultRole: string | null): void =>
        happen(app, { do: 'set-grant', ...of(group), roles, defaultRole });
      grant('opened', ['atlassian/user'], 'atlassian/user');
      grant('closed', [], null);
      grant('more-roles', ['atlassian/user', 'atlassian/admin'], null);
      grant('other-role', ['atlassian/user', 'atlassian/admin'], 'atlassian/admin');
      grant('nowhere', ['atlassian/user'], 'atlassian/user');
      await nextWeek(app);

      const local = { owner: 'local-group', defaultRole: null };
      const open = { owner: 'default-group', defaultRole: 'atlassian/user' };
      const told = (name: string, was: unknown, is: unknown) => ({ ...of(name), groupName: name, was, is });
      expect((await cycleOf(app)).opening!.sourcesChanged).toEqual([
        told('closed', open, null),
        told('nowhere', null, open),
        told('opened', local, open),
        told('other-role', open, { owner: 'default-group', defaultRole: 'atlassian/admin' }),
        told('taken-over', local, { owner: 'idp-owned', defaultRole: null }),
      ]);

      await nextWeek(app);
      expect((await cycleOf(app)).opening!.sourcesChanged).toEqual([]);
    },
    { world },
  );
});
