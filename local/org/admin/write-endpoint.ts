import type { Call, Endpoint, Reply } from '../http/endpoint';
import { authorize, type OrgSide } from './side';

/** Makes endpoints that change the organization: each asks for a key that may write before it answers. */
export function writeEndpoint(
  side: OrgSide,
): (method: 'POST' | 'DELETE', template: string, answer: (call: Call) => Reply) => Endpoint {
  return (method, template, answer) => ({
    method,
    template,
    family: 'admin',
    writes: true,
    answer: (call) => {
      authorize(side, call, { writes: true });
      return answer(call);
    },
  });
}
