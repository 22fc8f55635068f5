import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseOrgFile } from '../../local/org/read-org-file';
import { v1, walkSearch, withOrg } from './support/org-client';

const path = resolve(import.meta.dirname, '../../../shared/orgs/kubernetes.org.json');

if (existsSync(path)) {
  test('a real organization of 1,500 people and 780 groups loads within three seconds and can be walked whole', async () => {
    // Time of the processor, not of the wall: other work on the machine is not ours to measure.
    const started = process.cpuUsage();
    const file = parseOrgFile(readFileSync(path, 'utf8'));
    await withOrg(
      async (client) => {
        const used = process.cpuUsage(started);
        expect((used.user + used.system) / 1000).toBeLessThan(3000);
        const directory = `/admin/v2/orgs/{org}/directories/${file.directories[0]?.id ?? ''}`;
        const users = await walkSearch(client, `${directory}/users/search`, {
          limit: 100,
          expand: ['groups', 'productAccess'],
        });
        expect(new Set(users.map(({ accountId }) => accountId))).toEqual(
          new Set(file.users.map(({ accountId }) => accountId)),
        );
        const memberships = users.reduce((sum, user) => sum + user['groups']!.length, 0);
        expect(memberships).toBe(file.users.reduce((sum, { groups }) => sum + groups.length, 0));
        const groups = await walkSearch(client, `${directory}/groups/search`, {
          limit: 100,
          expand: ['counts.users', 'counts.resources'],
        });
        expect(groups).toHaveLength(file.groups.length);
        expect(groups.reduce((sum, group) => sum + Number(group['counts']?.['users']), 0)).toBe(memberships);
        for (const [scimDirectoryId, key] of client.org.scimKeys) {
          let read = 0;
          let total = Infinity;
          while (read < total) {
            const page = await client.get(
              `/scim/directory/${scimDirectoryId}/Users?startIndex=${String(read + 1)}&count=100`,
              { key },
            );
            total = Number(page.body['totalResults']);
            read += page.body['Resources']!.length;
          }
          expect(read).toBe(
            file.users.filter(({ scim }) => scim?.scimDirectoryId === scimDirectoryId).length,
          );
        }
        expect((await client.get(v1)).body['data']?.['attributes']).toEqual({ name: 'kubernetes' });
      },
      { file },
    );
  });

  test('a sync of the real organization changes nothing', async () => {
    const file = parseOrgFile(readFileSync(path, 'utf8'));
    await withOrg(
      async ({ org }) => {
        org.clock.advanceBy(86_400_000);
        expect(org.world.auditLog()).toEqual([]);
      },
      { file },
    );
  });
} else {
  test('left out: the walk of a real organization (no ../shared beside the checkout)', () => {
    expect(existsSync(path)).toBe(false);
  });
}
