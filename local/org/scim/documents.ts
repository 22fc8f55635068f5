import { atlassianSchema, enterpriseSchema, groupSchema, userSchema } from './show';

const attribute = (name: string, type = 'string', more: object = {}): object => ({
  name,
  type,
  multiValued: false,
  required: false,
  mutability: 'readWrite',
  returned: 'default',
  ...more,
});

const schemaOf = (id: string, name: string, attributes: object[]): object => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  attributes,
});

const userDocument = schemaOf(userSchema, 'User', [
  attribute('userName', 'string', { required: true, uniqueness: 'server' }),
  attribute('externalId'),
  attribute('displayName'),
  attribute('name', 'complex'),
  attribute('emails', 'complex', { multiValued: true, required: true }),
  attribute('active', 'boolean'),
  attribute('groups', 'complex', { multiValued: true, mutability: 'readOnly' }),
]);

const groupDocument = schemaOf(groupSchema, 'Group', [
  attribute('displayName', 'string', { required: true, mutability: 'immutable' }),
  attribute('members', 'complex', { multiValued: true }),
]);

const enterpriseDocument = schemaOf(enterpriseSchema, 'EnterpriseUser', [
  attribute('organization'),
  attribute('department'),
]);

const listOf = (documents: object[]): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: documents.length,
  Resources: documents,
});

const userType: object = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  schema: userSchema,
  schemaExtensions: [
    { schema: enterpriseSchema, required: false },
    { schema: atlassianSchema, required: false },
  ],
};

const groupType: object = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: 'Group',
  name: 'Group',
  endpoint: '/Groups',
  schema: groupSchema,
};

const providerConfig: object = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 100 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'Bearer', description: 'The key of the directory' },
  ],
};

/** What the directory tells of itself, by the path behind `/scim/directory/{directoryId}`. */
export const scimDocuments: Readonly<Record<string, object>> = {
  '/Schemas': listOf([userDocument, groupDocument, enterpriseDocument]),
  [`/Schemas/${userSchema}`]: userDocument,
  [`/Schemas/${groupSchema}`]: groupDocument,
  [`/Schemas/${enterpriseSchema}`]: enterpriseDocument,
  '/ResourceTypes': listOf([userType, groupType]),
  '/ResourceTypes/User': userType,
  '/ResourceTypes/Group': groupType,
  '/ServiceProviderConfig': providerConfig,
};
