import { createHash } from 'node:crypto';

/** A UUID that the name decides: the same in every run and for every seed. */
export function uuidOf(name: string): string {
  const hex = createHash('sha1').update(`demo ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Account id in the shape of newer Atlassian accounts. */
export function accountIdOf(name: string): string {
  return `712020:${uuidOf(`account ${name}`)}`;
}

/** When the demo starts. */
export const demoNow = '2026-11-23T09:00:00Z';

/** The instant so many days (and hours) before or, negative, after the start. */
export function daysBefore(days: number, hours = 0): string {
  return new Date(Date.parse(demoNow) - days * 86_400_000 - hours * 3_600_000)
    .toISOString()
    .replace('.000Z', 'Z');
}

export function daysAfter(days: number, hours = 0): string {
  return daysBefore(-days, -hours);
}
