import api, { assumeTrustedRoute, fetch } from '@forge/api';
import type { Http } from '../contracts/ports';
import type { JiraSend } from './jira';

/**
 * External requests through Forge, which lets only the declared origins pass. Forge's fetch knows no
 * abort, so the platform's own limit (180 s a request) stands for the time-out.
 */
export const forgeHttp: Http = async ({ method, url, headers, body }) => {
  // eslint-disable-next-line no-restricted-syntax -- the port itself: atlassian/http.ts sends through it
  const response = await fetch(url, {
    method,
    headers,
    redirect: 'manual',
    ...(body === null ? {} : { body }),
  });
  return {
    status: response.status,
    text: await response.text(),
    header: (name) => response.headers.get(name),
  };
};

const sendThrough =
  (speaker: () => ReturnType<typeof api.asUser> | ReturnType<typeof api.asApp>): JiraSend =>
  async ({ method, path, body }) => {
    const response = await speaker().requestJira(assumeTrustedRoute(path), {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      text: await response.text(),
      header: (name) => response.headers.get(name),
    };
  };

/** Jira as the person who makes the call. The path comes from atlassian/jira.ts, out of checked ids only. */
export const forgeJiraAsUser: JiraSend = sendThrough(() => api.asUser());

/** Jira as the app itself, for issues that are created when nobody clicks: digests, and what a bulk hands over. */
export const forgeJiraAsApp: JiraSend = sendThrough(() => api.asApp());
