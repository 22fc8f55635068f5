import Resolver from '@forge/resolver';
import { z } from 'zod';
import { api, type Call, type Failure, type Input, type Output, type Reply } from '../contracts/api';
import { AccountId } from '../contracts/ids';
import { bindPorts } from '../app';
import { type Admitted, authorise } from '../usecases/authorise';
import { authoriseDesk } from '../usecases/desk/authorise-desk';
import { asRefusal } from '../usecases/errors';
import { Conflict, type Ports, type Visitor } from '../usecases/ports';
import { calls } from './calls';
import { logDefect } from './log';

/** Of a resolver's context only these are vouched for by the platform (app context security, 2025-11-20). */
const Context = z.looseObject({
  accountId: AccountId,
  installContext: z.string().regex(/^ari:cloud:jira::site\/[A-Za-z0-9-]+$/),
});

/** A resolver has 25 s (limits-invocation, 2026-01-13); what is left over serves a call that is under way. */
const PATIENCE_MS = 15_000;

/** Says who makes a call that may be made. Throws NOT_ALLOWED. */
type Admit = (ports: Ports, visitor: Visitor, call: Call) => Promise<Admitted>;

async function answer<C extends Call>(
  admit: Admit,
  call: C,
  payload: unknown,
  context: unknown,
): Promise<Reply<Output<C>>> {
  try {
    const who = Context.safeParse(context);
    if (!who.success) return refuse('NOT_ALLOWED', 'Seatpath answers signed-in people on a Jira site only.');
    const { accountId, installContext } = who.data;
    const ports = bindPorts(installContext, PATIENCE_MS);
    const visitor = { accountId, cloudId: installContext.slice(installContext.lastIndexOf('/') + 1) };
    const { settings, caller } = await admit(ports, visitor, call);
    const input = api[call].input.safeParse(payload ?? {});
    if (!input.success) return refuse('BAD_INPUT', z.prettifyError(input.error));
    return { ok: true, data: await calls[call]({ ports, settings, caller }, input.data as Input<C>) };
  } catch (error) {
    return { ok: false, error: explain(call, error) };
  }
}

function refuse(code: Failure['code'], message: string): { ok: false; error: Failure } {
  return { ok: false, error: { code, message } };
}

function explain(call: Call, error: unknown): Failure {
  const refusal = asRefusal(error);
  if (refusal) return { code: refusal.code, message: refusal.message };
  if (error instanceof Conflict) {
    // The code says it all.
    return { code: 'CONFLICT', message: '' };
  }
  logDefect(call, error);
  return { code: 'INTERNAL', message: 'Seatpath could not do this. The log of the app tells more.' };
}

type Definitions = ReturnType<Resolver['getDefinitions']>;
type Handler = (
  request: Parameters<Definitions>[0],
  runtime?: Parameters<Definitions>[1],
) => Promise<unknown>;

/**
 * The resolver of a page. @forge/resolver 2 keeps its functions in a plain object and so answers
 * to `constructor` or `toString` too: a call that is not in the table never reaches it.
 */
function resolverFor(admit: Admit): Handler {
  const resolver = new Resolver();
  for (const call of Object.keys(api) as Call[]) {
    resolver.define(call, ({ payload, context }: { payload: unknown; context: unknown }) =>
      answer(admit, call, payload, context),
    );
  }
  const definitions = resolver.getDefinitions();
  return async (request, runtime) => {
    const name: unknown = request.call.functionKey;
    if (typeof name !== 'string' || !Object.hasOwn(api, name)) {
      return refuse('UNKNOWN_CALL', 'Seatpath has no such call.');
    }
    return definitions(request, runtime);
  };
}

/** The admin page: for who administers this Jira, as far as his role goes. */
export const handleCall = resolverFor(authorise);

/**
 * The identity owner’s desk has a door of its own: which function runs is the platform’s word, which page a call came
 * from would only be the page’s.
 */
export const handleDeskCall = resolverFor(authoriseDesk);
