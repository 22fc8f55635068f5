import type { OrganizationApi } from '../atlassian/organization';
import { auditFacts } from './audit-facts';
import { note } from './parts';
import type { Task } from './tasks';

/** How far back the audit log goes (support.atlassian.com, "Track organization activities", 2026). */
const AUDIT_DAYS = 180;
/** At ten calls a minute six minutes, and 30,000 events: the newest that many are read. */
const MOST_PAGES = 60;

/** Epoch ms of the oldest moment that a scan may find in the audit log. */
export function auditSince(startedAt: string): number {
  return Date.parse(startedAt) - AUDIT_DAYS * 86_400_000;
}

/**
 * The audit log, from its newest event back to a time. It only adds to what is known, so whatever keeps it from being
 * read neither stops a scan nor makes it partial.
 */
export function auditTask(organization: OrganizationApi, fromMs: number): Task {
  return {
    name: 'audit log',
    // Without Atlassian Guard, or without the scope, the key may not: that is how most organizations are.
    onFailure: (error) => ({
      kind: 'audit-closed',
      because: error.failure === 'refused' || error.failure === 'not-found' ? null : error.detail,
    }),
    enough: {
      pages: MOST_PAGES,
      cutShort: (because) => note(`audit log: ${because}; what is older was not read`, { partial: false }),
    },
    async page(cursor) {
      const { items, next } = await organization.events(cursor, fromMs);
      if (items === null) {
        return {
          parts: [{ kind: 'audit-closed', because: 'the API left it out of its answer' }],
          next: null,
          empty: true,
        };
      }
      return { parts: [auditFacts(items, next === null ? fromMs : null)], next, empty: items.length === 0 };
    },
  };
}
