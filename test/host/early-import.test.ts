// The wrong order on purpose: @forge/api is here before the host.
import '@forge/api';
import { expect, test } from 'vitest';
import { startFixture } from './fixture';

test('a host refuses to start when @forge/api was imported before it: its fetch would go out unchecked', async () => {
  await expect(startFixture()).rejects.toThrow('@forge/api was imported before the local Forge host');
  expect('__forge_runtime__' in globalThis).toBe(false);
});
