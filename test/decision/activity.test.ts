import { expect, test } from 'vitest';
import { ACTIVITY_UNREADABLE, NEVER_ACTIVE } from '../../src/contracts/snapshot';
import { isInactive } from '../../src/decision/activity';
import { certaintyOf } from '../../src/decision/columns';
import { aGroup, anOrg, aResource, aUser, WORLD_NOW } from '../support/org-builder';
import { casesOf } from './support/decided';

const now = Date.parse(WORLD_NOW);
const DAY_S = 86_400;
const ago = (seconds: number): number => now - seconds * 1_000;
const OLD = ago(1_000 * DAY_S);

const judged = (lastActive: number, added: number, inactiveDays = 90): boolean | 'unknown' =>
  certaintyOf(isInactive(lastActive, added, { now, inactiveDays }));

test('a seat is inactive when its last use is older than the window, to the second', () => {
  for (const days of [1, 30, 90, 365]) {
    const window = days * DAY_S;
    expect(judged(ago(window - 1), OLD, days)).toBe(false);
    expect(judged(ago(window), OLD, days)).toBe(false);
    expect(judged(ago(window) - 1, OLD, days)).toBe(true);
    expect(judged(ago(window + 1), OLD, days)).toBe(true);
  }
});

test('an account is young until its age is the window, to the second, and a young one is never inactive', () => {
  const window = 90 * DAY_S;
  expect(judged(NEVER_ACTIVE, ago(window) + 1)).toBe(false);
  expect(judged(NEVER_ACTIVE, ago(window - 1))).toBe(false);
  expect(judged(NEVER_ACTIVE, ago(window))).toBe(true);
  expect(judged(ago(window + 1), ago(window - 1))).toBe(false);
  expect(judged(ago(window + 1), ago(window))).toBe(true);
});

test('what was not read stays unknown, whatever the age; never used and no age is unknown too', () => {
  for (const added of [OLD, NaN]) expect(judged(ACTIVITY_UNREADABLE, added)).toBe('unknown');
  expect(judged(NEVER_ACTIVE, NaN)).toBe('unknown');
  expect(judged(ago(91 * DAY_S), NaN)).toBe(true);
  expect(judged(ago(1), NaN)).toBe(false);
});

test('a last use in the future is no inactivity', () => {
  expect(judged(ago(-DAY_S), OLD)).toBe(false);
});

test('the instant is told without an empty fraction, and with the one it has', () => {
  const jira = aResource('jira');
  const at = (lastActive: Record<string, string>): string => {
    const group = aGroup('devs', { grants: [{ ari: jira.ari, roles: ['atlassian/user'] }] });
    const user = aUser('ada', { groups: [group.id], lastActive });
    return casesOf(anOrg({ resources: [jira], groups: [group], users: [user] }))[0]!.lastActive;
  };
  expect(at({ [jira.ari]: '2026-11-01T08:00:00Z' })).toBe('2026-11-01T08:00:00Z');
  expect(at({ [jira.ari]: '2026-11-01T08:00:00.250Z' })).toBe('2026-11-01T08:00:00.250Z');
  expect(at({ [jira.ari]: '2026-11-01T10:00:00+02:00' })).toBe('2026-11-01T08:00:00Z');
  expect(at({})).toBe('never');
  expect(at({ 'ari:cloud:confluence::site/cloud-acme': '2026-11-01T08:00:00Z' })).toBe('never');
});
