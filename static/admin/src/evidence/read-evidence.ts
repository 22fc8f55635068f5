import { z } from 'zod';
import { Activity } from '../../../../src/contracts/views';
import { ScimStatus } from '../../../../src/contracts/vocabulary';

/* Facts that a record keeps as text, read back. What cannot be read is shown as it stands. */

const Assignments = z.array(
  z.object({ roles: z.array(z.object({ role: z.string(), methods: z.array(z.string()) })) }),
);

/** The roles that an account had on the product, each with the ways that it had it by. */
export function readAssignments(text: string): string[] {
  const read = Assignments.safeParse(readJson(text));
  if (!read.success) return [text];
  return read.data
    .flatMap(({ roles }) => roles)
    .map(({ role, methods }) => (methods.length === 0 ? role : `${role} (${methods.join(', ')})`));
}

/** Last activity: a bucket, or the moment where the owner chose dates. */
export function readActivity(text: string): Activity | null {
  return Activity.safeParse({ bucket: text }).data ?? Activity.safeParse({ at: text }).data ?? null;
}

export function readScim(text: string): ScimStatus | null {
  return ScimStatus.safeParse(text).data ?? null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
