/** An answer other than success, thrown by a route; each API family writes it in its own envelope. */
export class Refusal extends Error {
  readonly status: number;
  /** Code of the organization API (`ADMIN-…`), or the scimType of SCIM. */
  readonly code: string;
  /** Jira: messages by field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { fields?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.fields = more.fields ?? {};
    this.headers = more.headers ?? {};
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
};

export type Family = 'admin' | 'scim' | 'jira';

/** The body of a refusal as its API family writes it. */
export function envelopeOf(family: Family, refusal: Refusal, id: string): unknown {
  if (family === 'scim') {
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(refusal.status),
      ...(refusal.code === '' ? {} : { scimType: refusal.code }),
      detail: refusal.message,
    };
  }
  if (family === 'jira') {
    const hasFields = Object.keys(refusal.fields).length > 0;
    return { errorMessages: hasFields ? [] : [refusal.message], errors: refusal.fields };
  }
  return {
    errors: [
      {
        id,
        status: String(refusal.status),
        code: refusal.code,
        title: titles[refusal.status] ?? 'Internal Server Error',
        detail: refusal.message,
      },
    ],
  };
}

/** The code that the organization API gives to a status of which nothing more is known. */
export function plainCode(status: number): string {
  if (status === 429) return 'ADMIN-429-1';
  if (status === 404) return 'ADMIN-404-1';
  if (status === 409) return 'ADMIN-409-28';
  if (status === 400) return 'ADMIN-400-24';
  if (status >= 500) return 'ADMIN-500-1';
  return `ADMIN-UAM-${String(status)}-1`;
}
