import { type RouteStore } from '../route/route-store';

/** Puts the decision that was begun on cases into the address; null takes it out once its result was looked at. */
export function showBatch(routes: RouteStore, batchId: string | null): void {
  const now = routes.get();
  if (now.tab === 'cases') routes.go({ ...now, batchId }, 'replace');
}
