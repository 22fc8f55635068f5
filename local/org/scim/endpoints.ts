import type { OrgSide } from '../admin/side';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { findGroup, findUser, openDirectory, scimPage } from './directory';
import { scimDocuments } from './documents';
import { readFilter, readSelection } from './filter';
import { createGroup, deleteGroup, patchGroup, replaceGroup } from './group-writes';
import { showGroup, showUser } from './show';
import { createUser, deleteUser, patchUser, replaceUser } from './user-writes';

const base = '/scim/directory/{directoryId}';

export function scimEndpoints(side: OrgSide): Endpoint[] {
  const on = (
    method: Endpoint['method'],
    path: string,
    answer: (side: OrgSide, call: Call) => Reply,
  ): Endpoint => ({
    method,
    template: `${base}${path}`,
    family: 'scim',
    writes: method !== 'GET',
    answer: (call) => answer(side, call),
  });
  return [
    ...Object.entries(scimDocuments).map(([path, document]) =>
      on('GET', path, (_, call) => {
        openDirectory(side, call);
        return { status: 200, body: document };
      }),
    ),
    on('GET', '/Users', listUsers),
    on('POST', '/Users', createUser),
    on('GET', '/Users/{userId}', oneUser),
    on('PUT', '/Users/{userId}', replaceUser),
    on('PATCH', '/Users/{userId}', patchUser),
    on('DELETE', '/Users/{userId}', deleteUser),
    on('GET', '/Groups', listGroups),
    on('POST', '/Groups', createGroup),
    on('GET', '/Groups/{id}', oneGroup),
    on('PUT', '/Groups/{id}', replaceGroup),
    on('PATCH', '/Groups/{id}', patchGroup),
    on('DELETE', '/Groups/{id}', deleteGroup),
  ];
}

function listUsers(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const filter = readFilter(call, ['userName', 'externalId']);
  const select = readSelection(call);
  const items = [...state.users.values()].filter(
    (record) =>
      filter === undefined ||
      (filter.attribute === 'userName'
        ? record.userName.toLowerCase() === filter.value.toLowerCase()
        : record.externalId === filter.value),
  );
  const body = scimPage(side, call, {
    items,
    idOf: (record) => record.id,
    show: (record) => select(showUser(side, call, state, record)),
  });
  return { status: 200, body };
}

function oneUser(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const select = readSelection(call);
  return { status: 200, body: select(showUser(side, call, state, findUser(state, call.param('userId')))) };
}

function listGroups(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const filter = readFilter(call, ['displayName']);
  const items = [...state.groups.values()].filter(
    (record) => filter === undefined || record.displayName === filter.value,
  );
  const body = scimPage(side, call, {
    items,
    idOf: (record) => record.id,
    show: (record) => showGroup(side, call, state, record),
  });
  return { status: 200, body };
}

function oneGroup(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  return { status: 200, body: showGroup(side, call, state, findGroup(state, call.param('id'))) };
}
