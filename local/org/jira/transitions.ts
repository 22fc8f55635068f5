import { z } from 'zod';
import type { Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { idOfVisitor } from './auth';
import { atIssue, type Desk } from './desk';
import { move } from './issue-acts';
import { type Issue, type Status, transitions } from './model';
import { baseOf, readJson, readStart } from './route';
import { showById } from './people';
import { showStatus } from './show-issue';
import type { Jira } from './state';

const read = {
  classic: 'read:jira-work',
  granular: ['read:issue.transition:jira', 'read:status:jira'],
};
const readChanges = { classic: 'read:jira-work', granular: ['read:issue.changelog:jira'] };
const write = { classic: 'write:jira-work', granular: ['write:issue:jira'] };

/** Moving an issue through the workflow, and what was moved so far. */
export function transitionEndpoints(jira: Jira): Endpoint[] {
  return [
    atIssue(jira, 'GET', '/transitions', { need: read, answer: listTransitions }),
    atIssue(jira, 'POST', '/transitions', { need: write, answer: (desk) => moveIssue(jira, desk) }),
    atIssue(jira, 'GET', '/changelog', { need: readChanges, answer: (desk) => listChanges(jira, desk) }),
  ];
}

/** By id: an issue that was kept on a disk has a status of its own. */
const isFrom = (from: readonly Status[], { status }: Issue): boolean =>
  from.some(({ id }) => id === status.id);

function listTransitions({ call, issue }: Desk): Reply {
  const open = transitions.filter(({ from }) => isFrom(from, issue));
  const shown = open.map(({ id, name, to }) => ({
    id,
    name,
    to: showStatus(call, to),
    hasScreen: false,
    isGlobal: false,
    isAvailable: true,
  }));
  return { status: 200, body: { expand: 'transitions', transitions: shown } };
}

function moveIssue(jira: Jira, { call, visitor, issue }: Desk): Reply {
  const { transition } = readJson(
    call,
    z.looseObject({ transition: z.looseObject({ id: z.coerce.string() }) }),
  );
  const found = transitions.find(({ id, from }) => id === transition.id && isFrom(from, issue));
  if (found === undefined) {
    throw new Refusal(400, '', `Transition id '${transition.id}' is not valid for this issue.`);
  }
  const { to, resolution } = found;
  move(jira, { site: visitor.site, issue, by: idOfVisitor(visitor) }, { status: to, resolution });
  return { status: 204 };
}

/** Oldest first, one entry a change. */
function listChanges(jira: Jira, { call, visitor, issue }: Desk): Reply {
  const { startAt, maxResults } = readStart(call, 100, 100);
  const page = issue.changes.slice(startAt, startAt + maxResults);
  const values = page.map(({ id, at, by, field, from, to }) => ({
    id,
    author: showById(jira, call, visitor.site, by),
    created: at,
    items: [
      {
        field,
        fieldtype: 'jira',
        fieldId: field,
        from: from?.id ?? null,
        fromString: from?.name ?? null,
        to: to?.id ?? null,
        toString: to?.name ?? null,
      },
    ],
  }));
  const total = issue.changes.length;
  const isLast = startAt + values.length >= total;
  const self = `${baseOf(call)}/issue/${issue.id}/changelog`;
  return { status: 200, body: { self, maxResults, startAt, total, isLast, values } };
}
