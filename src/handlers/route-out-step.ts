import { z } from 'zod';
import { bindPorts } from '../app';
import { routeOutTick } from '../usecases/route-outs/route-out-tick';

const Context = z.looseObject({ installContext: z.string() });

/** The consumer of looks at what is handed over, for what cannot wait until the next day. The event says nothing. */
export async function handleRouteOutStep(_event: unknown, context: unknown): Promise<void> {
  const ports = bindPorts(Context.parse(context).installContext);
  await routeOutTick(ports, await ports.settings.load());
}
