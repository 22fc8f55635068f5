import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { enter, mayUseJira, type Visitor } from './auth';
import { projects, type Project } from './model';
import { showIssueTypes } from './people';
import { baseOf, on, readStart } from './route';
import type { Jira } from './state';

const readProjects = { classic: 'read:jira-work', granular: ['read:project:jira'] };
const readMeta = { classic: 'read:jira-work', granular: ['read:issue-meta:jira'] };

export function projectEndpoints(jira: Jira): Endpoint[] {
  return [
    on('GET', '/project/search', (call) => searchProjects(jira, call)),
    on('GET', '/project', (call) => {
      const visitor = enter(jira, call, readProjects);
      return { status: 200, body: visible(jira, visitor).map((project) => showProject(call, project)) };
    }),
    on('GET', '/project/{projectIdOrKey}', (call) => {
      const visitor = enter(jira, call, readProjects);
      const project = findProject(jira, visitor, call.param('projectIdOrKey'));
      return { status: 200, body: { ...showProject(call, project), issueTypes: showIssueTypes(call) } };
    }),
    on('GET', '/issue/createmeta/{projectIdOrKey}/issuetypes', (call) => createMeta(jira, call)),
  ];
}

function visible(jira: Jira, visitor: Visitor): readonly Project[] {
  return mayUseJira(jira, visitor) ? projects : [];
}

/** By key or id; who may not browse is told the same as who asks for nothing. */
export function findProject(jira: Jira, visitor: Visitor, keyOrId: string): Project {
  const project = visible(jira, visitor).find(
    ({ id, key }) => id === keyOrId || key === keyOrId.toUpperCase(),
  );
  if (project === undefined) throw new Refusal(404, '', `No project could be found with key '${keyOrId}'.`);
  return project;
}

export function showProject(call: Call, project: Project): Record<string, unknown> {
  return {
    self: `${baseOf(call)}/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: false,
    style: 'classic',
    isPrivate: false,
    avatarUrls: {},
  };
}

function searchProjects(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, readProjects);
  const query = (call.url.searchParams.get('query') ?? '').toLowerCase();
  const keys = call.url.searchParams.getAll('keys').flatMap((value) => value.split(','));
  const { startAt, maxResults } = readStart(call, 50, 100);
  const found = visible(jira, visitor).filter(
    ({ key, name }) =>
      (keys.length === 0 || keys.includes(key)) && `${key} ${name}`.toLowerCase().includes(query),
  );
  const values = found.slice(startAt, startAt + maxResults).map((project) => showProject(call, project));
  const isLast = startAt + values.length >= found.length;
  return {
    status: 200,
    body: { self: call.url.href, maxResults, startAt, total: found.length, isLast, values },
  };
}

/** Issue types that the visitor can create in a project. */
function createMeta(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, readMeta);
  findProject(jira, visitor, call.param('projectIdOrKey'));
  const { startAt, maxResults } = readStart(call, 50, 200);
  const types = showIssueTypes(call);
  return {
    status: 200,
    body: {
      startAt,
      maxResults,
      total: types.length,
      issueTypes: types.slice(startAt, startAt + maxResults),
    },
  };
}
