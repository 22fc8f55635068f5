/** One product endpoint and the scopes that open it: any one classic scope, or all granular ones. */
export interface EndpointRule {
  method: string;
  /** Path with `{}` for a parameter; the version segment is written `3` and stands for 2, 3 and latest. */
  path: string;
  classic: string | null;
  granular: string[];
}

const user = ['read:user:jira', 'read:application-role:jira', 'read:avatar:jira', 'read:group:jira'];
const issueWrite = [
  'write:issue:jira',
  'write:comment:jira',
  'write:comment.property:jira',
  'write:attachment:jira',
  'read:issue:jira',
];
const issueRead = [
  'read:issue-details:jira',
  'read:field.default-value:jira',
  'read:field.option:jira',
  'read:field:jira',
  'read:group:jira',
];
const commentWrite = [
  'write:comment:jira',
  'read:comment:jira',
  'read:comment.property:jira',
  'read:group:jira',
  'read:project:jira',
  'read:project-role:jira',
  'read:user:jira',
  'read:avatar:jira',
];
const property = ['read:issue.property:jira'];
const propertyWrite = ['write:issue.property:jira'];
const projectRead = [
  'read:issue-type:jira',
  'read:project:jira',
  'read:project.property:jira',
  'read:user:jira',
  'read:application-role:jira',
  'read:avatar:jira',
  'read:group:jira',
  'read:issue-type-hierarchy:jira',
  'read:project-category:jira',
  'read:project-version:jira',
  'read:project.component:jira',
];
const createMeta = ['read:issue-meta:jira', 'read:avatar:jira', 'read:field-configuration:jira'];

/**
 * Jira endpoints an app of this kind uses. Source: Jira Cloud platform OpenAPI, stored 2025-12-25, and the permissions
 * page of each group. An endpoint that is not here is refused loudly; add it here with its scopes.
 */
export const jiraEndpoints: EndpointRule[] = [
  { method: 'GET', path: '/rest/api/3/myself', classic: 'read:jira-user', granular: user },
  {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    classic: 'read:jira-work',
    granular: ['read:permission:jira'],
  },
  {
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    classic: null,
    granular: ['read:permission:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    classic: 'read:jira-work',
    granular: ['read:instance-configuration:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/applicationrole',
    classic: 'manage:jira-configuration',
    granular: ['read:application-role:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/license/approximateLicenseCount',
    classic: 'manage:jira-configuration',
    granular: ['read:license:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/license/approximateLicenseCount/product/{}',
    classic: 'manage:jira-configuration',
    granular: ['read:license:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/instance/license',
    classic: 'read:jira-work',
    granular: ['read:license:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/auditing/record',
    classic: 'manage:jira-configuration',
    granular: ['read:audit-log:jira', 'read:user:jira'],
  },
  { method: 'GET', path: '/rest/api/3/group/bulk', classic: 'read:jira-user', granular: ['read:group:jira'] },
  {
    method: 'GET',
    path: '/rest/api/3/group/member',
    classic: 'manage:jira-configuration',
    granular: ['read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/groups/picker',
    classic: 'read:jira-user',
    granular: ['read:group:jira'],
  },
  {
    method: 'POST',
    path: '/rest/api/3/group/user',
    classic: 'manage:jira-configuration',
    granular: ['write:group:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  },
  {
    method: 'DELETE',
    path: '/rest/api/3/group/user',
    classic: 'manage:jira-configuration',
    granular: ['write:group:jira'],
  },
  { method: 'GET', path: '/rest/api/3/user', classic: 'read:jira-user', granular: user },
  { method: 'GET', path: '/rest/api/3/user/bulk', classic: 'read:jira-user', granular: user },
  {
    method: 'GET',
    path: '/rest/api/3/user/groups',
    classic: 'read:jira-user',
    granular: ['read:group:jira'],
  },
  { method: 'GET', path: '/rest/api/3/user/search', classic: 'read:jira-user', granular: user },
  { method: 'GET', path: '/rest/api/3/user/assignable/search', classic: 'read:jira-user', granular: user },
  { method: 'GET', path: '/rest/api/3/users/search', classic: 'read:jira-user', granular: user },
  { method: 'GET', path: '/rest/api/3/project/search', classic: 'read:jira-work', granular: projectRead },
  { method: 'GET', path: '/rest/api/3/project/{}', classic: 'read:jira-work', granular: projectRead },
  {
    method: 'GET',
    path: '/rest/api/3/project/{}/statuses',
    classic: 'read:jira-work',
    granular: ['read:issue-status:jira', 'read:issue-type:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/{}/issuetypes',
    classic: 'read:jira-work',
    granular: createMeta,
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/{}/issuetypes/{}',
    classic: 'read:jira-work',
    granular: createMeta,
  },
  {
    method: 'GET',
    path: '/rest/api/3/issuetype/project',
    classic: 'read:jira-work',
    granular: ['read:issue-type:jira', 'read:avatar:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/field',
    classic: 'read:jira-work',
    granular: [
      'read:field:jira',
      'read:avatar:jira',
      'read:project-category:jira',
      'read:project:jira',
      'read:field-configuration:jira',
    ],
  },
  { method: 'GET', path: '/rest/api/3/label', classic: 'read:jira-work', granular: ['read:label:jira'] },
  { method: 'POST', path: '/rest/api/3/issue', classic: 'write:jira-work', granular: issueWrite },
  { method: 'POST', path: '/rest/api/3/issue/bulk', classic: 'write:jira-work', granular: issueWrite },
  { method: 'GET', path: '/rest/api/3/issue/{}', classic: 'read:jira-work', granular: issueRead },
  { method: 'PUT', path: '/rest/api/3/issue/{}', classic: 'write:jira-work', granular: ['write:issue:jira'] },
  {
    method: 'PUT',
    path: '/rest/api/3/issue/{}/assignee',
    classic: 'write:jira-work',
    granular: ['write:issue:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{}/transitions',
    classic: 'read:jira-work',
    granular: ['read:issue.transition:jira', 'read:status:jira', 'read:field-configuration:jira'],
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/{}/transitions',
    classic: 'write:jira-work',
    granular: ['write:issue:jira', 'write:issue.property:jira'],
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{}/comment',
    classic: 'read:jira-work',
    granular: [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'read:avatar:jira',
    ],
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/{}/comment',
    classic: 'write:jira-work',
    granular: commentWrite,
  },
  {
    method: 'PUT',
    path: '/rest/api/3/issue/{}/comment/{}',
    classic: 'write:jira-work',
    granular: commentWrite,
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{}/properties/{}',
    classic: 'read:jira-work',
    granular: property,
  },
  {
    method: 'PUT',
    path: '/rest/api/3/issue/{}/properties/{}',
    classic: 'write:jira-work',
    granular: propertyWrite,
  },
  {
    method: 'DELETE',
    path: '/rest/api/3/issue/{}/properties/{}',
    classic: 'write:jira-work',
    granular: propertyWrite,
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{}/remotelink',
    classic: 'read:jira-work',
    granular: ['read:issue.remote-link:jira', 'read:status:jira'],
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/{}/remotelink',
    classic: 'write:jira-work',
    granular: ['write:issue.remote-link:jira'],
  },
  {
    method: 'POST',
    path: '/rest/api/3/issueLink',
    classic: 'write:jira-work',
    granular: ['write:issue-link:jira', 'write:comment:jira'],
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/{}/attachments',
    classic: 'write:jira-work',
    granular: [
      'write:attachment:jira',
      'read:attachment:jira',
      'read:user:jira',
      'read:application-role:jira',
      'read:avatar:jira',
      'read:group:jira',
    ],
  },
  {
    method: 'GET',
    path: '/rest/api/3/search/jql',
    classic: 'read:jira-work',
    granular: [
      'read:issue-details:jira',
      'read:audit-log:jira',
      'read:avatar:jira',
      'read:field-configuration:jira',
      'read:issue-meta:jira',
    ],
  },
  {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    classic: 'read:jira-work',
    granular: [
      'read:issue-details:jira',
      'read:audit-log:jira',
      'read:avatar:jira',
      'read:field-configuration:jira',
      'read:issue-meta:jira',
    ],
  },
  {
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    classic: 'read:jira-work',
    granular: ['read:issue-details:jira'],
  },
];
