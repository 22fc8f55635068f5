import type { Endpoint } from '../http/endpoint';
import { enter } from './auth';
import { on } from './route';
import type { Jira } from './state';

const readInstance = { classic: 'read:jira-work', granular: ['read:instance-configuration:jira'] };

/** What a Jira says of itself; it asks for no permission in it. */
export function serverInfoEndpoints(jira: Jira): Endpoint[] {
  return [
    on('GET', '/serverInfo', (call) => {
      const { site } = enter(jira, call, readInstance);
      return {
        status: 200,
        body: {
          baseUrl: site.url,
          version: '1001.0.0-SNAPSHOT',
          versionNumbers: [1001, 0, 0],
          deploymentType: 'Cloud',
          buildNumber: 100_000,
          serverTime: jira.instant(),
          serverTitle: 'Jira',
        },
      };
    }),
  ];
}
