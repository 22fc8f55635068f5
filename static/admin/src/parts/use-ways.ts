import { useServices } from '../services';
import { type Action } from './empty';

/** Tabs that an empty view leads to, because what it lacks is made there. */
export type WayTo = 'review' | 'sources' | 'cases';

/** Gives the action of an empty view that leads to another tab. */
export function useWays(): (tab: WayTo) => Action {
  const { t, routes } = useServices();
  return (tab) => ({ label: t(`empty.way.${tab}`), run: () => routes.goTab(tab) });
}
