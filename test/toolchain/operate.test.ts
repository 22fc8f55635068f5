import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ERROR_CODES } from '../../src/contracts/error-codes';
import { AppRole } from '../../src/contracts/settings';
import { repository } from './support/toolchain';

const document = readFileSync(join(repository, 'docs', 'operate.md'), 'utf8');
const { permissions, modules } = z
  .object({
    modules: z.object({
      consumer: z.array(z.object({ key: z.string(), function: z.string() })),
      scheduledTrigger: z.array(z.object({ key: z.string(), function: z.string() })),
      function: z.array(z.object({ key: z.string(), timeoutSeconds: z.number().optional() })),
    }),
    permissions: z.object({
      scopes: z.array(z.string()),
      external: z.object({ fetch: z.object({ backend: z.array(z.object({ address: z.string() })) }) }),
    }),
  })
  .parse(parse(readFileSync(join(repository, 'manifest.yml'), 'utf8')));

/** First cells of the table that comes after a heading. */
function firstCells(heading: string): string[] {
  const section = document.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const cells = [...section.matchAll(/^\| `([^`]+)` +\|/gm)];
  return cells.map((cell) => cell[1]!);
}

test('the deployment document tells why each scope of the manifest is asked for, and of no other', () => {
  expect(firstCells('What Seatpath may do on the site').sort()).toEqual([...permissions.scopes].sort());
});

test('the deployment document names the addresses that the app may send to', () => {
  for (const { address } of permissions.external.fetch.backend) {
    expect(document).toContain(`**Egress:** \`${address}\` only.`);
  }
  expect(permissions.external.fetch.backend).toHaveLength(1);
});

test('the deployment document has a cure for every error code', () => {
  expect(firstCells('Troubleshooting').sort()).toEqual([...ERROR_CODES].sort());
});

test('the deployment document names every role', () => {
  for (const role of AppRole.options) expect(document).toContain(role.replace('-', ' '));
});

test('the deployment document says what runs when nobody clicks, and for how long at the most', () => {
  const lines = document.split('\n');
  for (const { key, function: runs } of [...modules.consumer, ...modules.scheduledTrigger]) {
    const line = lines.find((one) => new RegExp(`^\\| (consumer|trigger) \`${key}\``).test(one));
    expect(line, key).toBeDefined();
    const { timeoutSeconds } = modules.function.find((one) => one.key === runs)!;
    expect(timeoutSeconds === 900 || line!.includes(`${timeoutSeconds ?? 25} seconds`), key).toBe(true);
  }
  expect(document).toContain('each for 900 seconds at most');
});
