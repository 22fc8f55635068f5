import type { KeyRing, Settings } from '../../../contracts/settings';
import type { SetupRemark } from '../../../contracts/setup-checks';
import type { Ports } from '../../ports';
import { expiryOf } from './expiry';
import { failureOf } from './failure-of';
import { remark } from './remark';

type ScimCard = KeyRing['scim'][number];

const WHY_NOT = {
  refused: 'scim-refused',
  'not-found': 'scim-no-directory',
  untried: 'scim-untried',
  'not-understood': 'scim-not-understood',
} as const;

/** Tries each SCIM key by one read of its directory; where there is none, says what stays unknown. */
export async function checkScim(ports: Ports, settings: Settings): Promise<SetupRemark[]> {
  const { scim } = await ports.keys.load();
  if (scim.length === 0) return [remark('scim-none')];
  const remarks: SetupRemark[] = [];
  for (const card of scim) remarks.push(await tryDirectory(ports, card), ...endOf(card, ports.clock.now()));
  const keyed = new Set(scim.map(({ scimDirectoryId }) => scimDirectoryId));
  const without = settings.identityProviders.filter(
    ({ idpId, kind }) => kind === 'scim' && !keyed.has(idpId),
  );
  return without.length === 0
    ? remarks
    : [...remarks, remark('scim-without-key', { names: without.map(({ name }) => name) })];
}

async function tryDirectory(ports: Ports, { scimDirectoryId: name }: ScimCard): Promise<SetupRemark> {
  const key = await ports.keys.scimKey(name);
  if (key === null) return remark('scim-forgotten', { name });
  try {
    await ports.scim(name, key).users(null);
    return remark('scim-accepted', { name });
  } catch (error) {
    return remark(WHY_NOT[failureOf(error)], { name });
  }
}

function endOf({ scimDirectoryId: name, card }: ScimCard, now: number): SetupRemark[] {
  const expiry = expiryOf(card.expiresOn, now);
  switch (expiry.stands) {
    case 'unknown':
      return [remark('scim-expiry-unknown', { name })];
    case 'past':
      return [remark('scim-expired', { name, day: expiry.day })];
    case 'soon':
      return [remark('scim-expires-soon', { name, day: expiry.day, count: expiry.count })];
    case 'later':
      return [];
  }
}
