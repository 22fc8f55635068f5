import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { KeyRing } from '../contracts/settings';
import type { KeyRepository } from '../usecases/ports';
import { loadDocument, saveDocument } from './documents';
import { keys, secretKeys } from './keys';

const EMPTY: KeyRing = { schema: 1, version: 0, active: null, org: { a: null, b: null }, scim: [] };
const Secret = z.string().optional();

async function secret(key: string): Promise<string | null> {
  return Secret.parse(await kvs.getSecret(key)) ?? null;
}

/** The cards of the keys in a document, the keys themselves as secrets of the platform. */
export const keyRepository: KeyRepository = {
  async load() {
    const found = await loadDocument(keys.keyRing, KeyRing);
    return found === null ? EMPTY : { ...found.body, version: found.version };
  },
  async save(ring) {
    await saveDocument(keys.keyRing, ring.version, ring);
    return { ...ring, version: ring.version + 1 };
  },
  organizationKey: (slot) => secret(secretKeys.organization(slot)),
  saveOrganizationKey: (slot, key) => kvs.setSecret(secretKeys.organization(slot), key),
  scimKey: (scimDirectoryId) => secret(secretKeys.scim(scimDirectoryId)),
  saveScimKey: (scimDirectoryId, key) => kvs.setSecret(secretKeys.scim(scimDirectoryId), key),
  async forgetAll(ring) {
    for (const slot of ['a', 'b'] as const) await kvs.deleteSecret(secretKeys.organization(slot));
    for (const { scimDirectoryId } of ring.scim) await kvs.deleteSecret(secretKeys.scim(scimDirectoryId));
  },
};
